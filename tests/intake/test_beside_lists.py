"""Two tables beside one another on one sheet: each part of both is read, and nothing else is a part."""

from pathlib import Path
from typing import Any

import pytest

from desktop_app.intake.joining import connect
from tests.intake.conftest import ReadRows
from tests.intake.looking import facts
from tests.intake.reading_here import read_here
from tests.workbooks.beside_lists import Beside, beside_lists


@pytest.mark.parametrize("made", beside_lists(), ids=lambda made: made.name)
def test_every_part_of_every_table_is_read(made: Beside, tmp_path: Path) -> None:
    reading = connect(read_here(made.write(tmp_path)))
    numbers, names, counts = (
        facts(reading, name) for name in ("part_number", "description", "quantity")
    )
    found = {
        number if number in made.parts else name: count
        for number, name, count in zip(numbers, names, counts, strict=True)
    }
    assert found == made.parts


HEADINGS = ["Motor", "Qty", "Price"]


@pytest.mark.parametrize("second", ["Alternative motor", "Ersatz", "Supplier part", "替代料"])
def test_what_may_be_used_instead_is_no_second_list(read_rows: ReadRows, second: str) -> None:
    reading = read_rows([[*HEADINGS, second, *HEADINGS[1:]], *ROWS])
    assert facts(reading, "description") == ["BLDC 42", "Stepper"]


def test_what_is_listed_beside_it_is_one(read_rows: ReadRows) -> None:
    """Ten magnets that stood beside two motors were not read at all."""
    reading = read_rows([[*HEADINGS, "Magnet", *HEADINGS[1:]], *ROWS])
    assert facts(reading, "description") == ["BLDC 42", "Stepper", "N48H ring", "Ring 20"]


ROWS = [["BLDC 42", 1, 7.5, "N48H ring", 1, 4.1], ["Stepper", 2, 0.4, "Ring 20", 2, 0.2]]


@pytest.mark.parametrize(
    ("row", "parts"),
    [
        (["Motor", 1, 8, 8, None, "Total", 51], ["Magnet", "Motor", "Ring"]),
        ([None, None, None, 20, None, "Total", 51], ["Magnet", "Ring"]),
        (["Mechanics", None, None, None, None, "Subtotal", 51], ["Magnet", "Ring"]),
    ],
)
def test_a_sum_beside_the_list_takes_no_part_away(
    read_rows: ReadRows, row: list[Any], parts: list[str]
) -> None:
    reading = read_rows([
        ["Part", "Qty", "Price", "Amount", None, "Category", "Sum"],
        ["Magnet", 2, 6, 12, None, "Audio", 20],
        row,
        ["Ring", 3, 1, 3, None, None, None],
    ])  # fmt: skip
    assert facts(reading, "description") == parts
