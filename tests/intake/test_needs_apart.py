"""Equal rows: a second need under other words, the same need under the same ones."""

import pytest

from tests.intake.conftest import ReadRows
from tests.intake.looking import facts, only_table
from tests.workbooks.build import Rows

HEAD: list[object] = ["Part No", "Description", "Qty"]
SERVO: list[object] = ["A-1", "Servo 25 kg", 2]
SCREW: list[object] = ["A-2", "Screw M3x8", 8]
PLATE: list[object] = ["A-3", "Base plate", 1]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ([["Arm left"]], [["Arm right"]]),
        ([["Team 1"]], [["Team 2"]]),
        ([["Besteller:", "Anna"]], [["Besteller:", "Ben"]]),
    ],
)
def test_the_same_part_for_something_else_is_needed_again(
    first: Rows, second: Rows, read_rows: ReadRows
) -> None:
    reading = read_rows([HEAD, *first, SERVO, SCREW, *second, SERVO, PLATE])
    assert facts(reading, "quantity") == [2, 8, 2, 1]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ([], []),
        ([["Arm left"]], [["Arm left"]]),
        ([["Page 1 of 2"]], [["Page 2 of 2"]]),
        ([["第1页"]], [["第2页"]]),
        ([["Besteller:", "Anna"]], [["Besteller:", "Anna"]]),
    ],
)
def test_the_same_block_again_is_needed_once(
    first: Rows, second: Rows, read_rows: ReadRows
) -> None:
    reading = read_rows([HEAD, *first, SERVO, SCREW, *second, SERVO, PLATE])
    assert facts(reading, "quantity") == [2, 8, 1]
    assert only_table(reading).rows.duplicates == 1


def test_a_section_that_two_assemblies_have_is_needed_in_each(read_rows: ReadRows) -> None:
    drives: Rows = [["Drives"], SERVO, ["A-4", "Gear", 2], ["A-5", "Belt", 1]]
    screws: Rows = [["Screws"], SCREW, PLATE, ["A-6", "Nut", 8]]
    reading = read_rows([HEAD, ["Left arm"], *drives, *screws, ["Right arm"], *drives, *screws])
    assert facts(reading, "quantity") == [2, 2, 1, 8, 1, 8] * 2


@pytest.mark.parametrize(("second", "needed"), [("Ben", [2, 8, 1, 8]), ("Anna", [2, 8, 1])])
def test_words_beside_the_first_row_of_a_block_are_of_all_of_it(
    second: str, needed: list[float], read_rows: ReadRows
) -> None:
    rows: Rows = [["Requested by", *HEAD], ["Anna", *SERVO], [None, *SCREW], [second, *PLATE]]
    assert facts(read_rows([*rows, [None, *SCREW]]), "quantity") == needed


def test_marks_beside_single_rows_head_nothing(read_rows: ReadRows) -> None:
    rows: Rows = [["Urgent", *HEAD], ["x", *SERVO], [None, *SCREW], ["x", *PLATE], [None, *SCREW]]
    assert facts(read_rows(rows), "quantity") == [2, 8, 1]
