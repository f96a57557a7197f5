"""A sheet of short lists beside a list of parts: choices for its cells, and no parts."""

from pathlib import Path

import pytest

from desktop_app.model.reading import Reading
from tests.intake.looking import facts
from tests.intake.reading_here import read_here
from tests.workbooks.build import Rows, make_xlsx

PARTS: Rows = [
    ["Part number", "Description", "Qty", "Material", "Supplier"],
    ["M-1", "Disc magnet", 8, "NdFeB", "Calamit"],
    ["M-2", "Shaft", 1, "Steel", "Bassi"],
]
CHOICES: Rows = [
    ["Material", "Supplier", "Unit", "Status"],
    ["NdFeB", "Calamit", "pcs", "new"],
    ["Steel", "Bassi", "kg", "released"],
    ["Aluminium", "Lenze", None, "blocked"],
    ["Copper", "Faulhaber", None, None],
    ["SmCo", None, None, None],
]


def _read(folder: Path, sheets: dict[str, Rows]) -> Reading:
    reading = read_here(make_xlsx(folder / "list.xlsx", sheets))
    assert isinstance(reading, Reading)
    return reading


@pytest.mark.parametrize("order", [("Parts", "Lists"), ("Lists", "Parts")])
def test_lists_to_choose_from_are_no_parts(order: tuple[str, str], tmp_path: Path) -> None:
    sheets = {"Parts": PARTS, "Lists": CHOICES}
    reading = _read(tmp_path, {name: sheets[name] for name in order})
    assert facts(reading, "part_number") == ["M-1", "M-2"]


def test_their_rows_are_accounted_for(tmp_path: Path) -> None:
    reading = _read(tmp_path, {"Parts": PARTS, "Lists": CHOICES})
    (table,) = reading.files[0].sheets[1].tables
    assert (table.rows.read, table.rows.other) == (5, 5)


def test_alone_the_same_rows_are_what_the_file_lists(tmp_path: Path) -> None:
    reading = _read(tmp_path, {"Lists": CHOICES})
    assert len(reading.parts.frame) > 0


@pytest.mark.parametrize(
    "more",
    [
        [["Copper wire", "Lenze", None, None], ["Steel", "Bassi", None, None]],
        [["Copper", None, None, None], ["SmCo", "Lenze", None, None]],
    ],
    ids=["says one thing twice", "has a gap"],
)
def test_a_second_list_of_parts_stays_one(more: Rows, tmp_path: Path) -> None:
    reading = _read(tmp_path, {"Parts": PARTS, "More": [*CHOICES[:3], *more]})
    assert len(reading.parts.frame) > len(PARTS) - 1
