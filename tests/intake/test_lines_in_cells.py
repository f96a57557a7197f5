"""Whole lines of a text file in the cells of one column are cut; texts that have commas are not."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from desktop_app.model.reading import Reading
from tests.intake.looking import codes, facts
from tests.intake.reading_here import read_here
from tests.workbooks.build import make_xlsx

LINES = (
    "Teilenummer{s}Bezeichnung{s}Menge{s}Preis",
    '4711{s}"Ring{s} NdFeB 12""x3"{s}4{s}1.50',
    "",
    "0042{s}Schraube{s}9{s}0.02",
)


def read(path: Path) -> Reading:
    reading = read_here(path)
    assert isinstance(reading, Reading), reading
    return reading


def book(folder: Path, cells: Sequence[Sequence[object]]) -> Path:
    return make_xlsx(folder / "list.xlsx", {"Parts": [list(row) for row in cells]})


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_lines_are_cut_and_it_is_said(tmp_path: Path, separator: str) -> None:
    reading = read(book(tmp_path, [[line.format(s=separator) or None] for line in LINES]))
    assert facts(reading, "part_number") == ["4711", "0042"]
    assert facts(reading, "description") == [f'Ring{separator} NdFeB 12"x3', "Schraube"]
    assert facts(reading, "unit_price") == [1.5, 0.02]
    told = [i for i in reading.files[0].issues if i.code == "W_LINES_IN_CELLS"]
    assert [(issue.sheet, issue.severity) for issue in told] == [("Parts", "note")]
    assert [int(row) for row in reading.parts.frame["row"]] == [2, 4]


@pytest.mark.parametrize(
    "cells",
    [
        [["Description"], ["Screw, M6, steel"], ["Nut, M8, brass"], ["Washer, M6, zinc"]],
        [["Description", "Qty"], ["Screw, M6, steel", 4], ["Nut, M8, brass", 5]],
        [["a, b, c"]],
        [["one; two; three"], ["A sentence; with marks."], ["Another one, plain."], ["And more"]],
        [["Part;Description;Qty"], ["A-1;Screw;4"], ["A-2;Nut;5"], [3.0]],
    ],
)
def test_what_only_looks_like_lines_is_left_alone(
    tmp_path: Path, cells: list[list[object]]
) -> None:
    assert "W_LINES_IN_CELLS" not in codes(read(book(tmp_path, cells)))
