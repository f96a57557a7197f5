"""Lines that a bill has twice: two places of the product, or a slip of the pen."""

from pathlib import Path

import pytest

from desktop_app.intake.reading import read_files
from desktop_app.model.progress import silent
from desktop_app.model.reading import Reading
from tests.intake.looking import codes, facts
from tests.workbooks.build import Rows, make_xlsx

HEAD: list[object] = ["Product", "Part number", "Description", "Qty per unit"]
MAGNET: list[object] = ["Motor A", "M-1", "Magnet segment N42SH", 1]
SCREW: list[object] = ["Motor A", "S-1", "Hex screw M6x20", 8]
SHAFT: list[object] = ["Motor A", "W-1", "Shaft C45 12x80", 1]


def read(tmp_path: Path, rows: Rows, name: str = "list") -> Reading:
    return read_files([make_xlsx(tmp_path / f"{name}.xlsx", {"S": rows})], silent)


def test_a_line_that_a_bill_has_twice_is_doubted_and_named(tmp_path: Path) -> None:
    found = read(tmp_path, [HEAD, MAGNET, SCREW, MAGNET, SHAFT])
    assert facts(found, "quantity") == [None, 8, 1]
    assert found.parts.unreadable[0] == ("quantity",)
    issue = next(one for one in found.files[0].issues if one.code == "W_AMBIGUOUS_NUMBER")
    assert (issue.row, issue.column) == (4, 4)
    assert found.files[0].sheets[0].tables[0].rows.duplicates == 1


@pytest.mark.parametrize(
    "rows",
    [
        [["Pos", *HEAD], [10, *MAGNET], [20, *SCREW], [10, *MAGNET], [30, *SHAFT]],
        [HEAD, MAGNET, SCREW, SHAFT, MAGNET, SCREW, SHAFT],
        [HEAD[1:], MAGNET[1:], SCREW[1:], MAGNET[1:], SHAFT[1:]],
    ],
    ids=["the same place twice", "a bill pasted twice", "no bill"],
)
def test_a_slip_of_the_pen_is_left_out(tmp_path: Path, rows: Rows) -> None:
    found = read(tmp_path, rows)
    assert facts(found, "quantity") == [1, 8, 1]
    assert "W_AMBIGUOUS_NUMBER" not in codes(found)


def test_two_places_of_a_bill_are_two_lines(tmp_path: Path) -> None:
    rows: Rows = [["Pos", *HEAD], [10, *MAGNET], [20, *SCREW], [40, *MAGNET], [30, *SHAFT]]
    assert facts(read(tmp_path, rows), "quantity") == [1, 8, 1, 1]


def test_a_file_that_is_called_a_bill_is_one(tmp_path: Path) -> None:
    rows: Rows = [HEAD[1:], MAGNET[1:], SCREW[1:], MAGNET[1:], SHAFT[1:]]
    assert facts(read(tmp_path, rows, "BOM motor A"), "quantity") == [None, 8, 1]
