"""Lists that a purchasing desk gets, in eight languages: heading row, columns, parts and facts."""

from pathlib import Path
from typing import Any

import pytest

from desktop_app.intake.joining import connect
from desktop_app.model.parts import PartTable
from desktop_app.model.reading import Reading
from tests.intake.reading_here import read_here
from tests.workbooks.desk_lists import SYSTEM_LISTS, TRADE_LISTS, DeskList, desk_lists

SAME = {"quantity": ("quantity", "annual_quantity")}
OF_SUBSTANCES = {
    "substance": "name",
    "cas_number": "cas_number",
    "substance_percent": "percent",
    "substance_mass_g": "mass_g",
}


ALL = desk_lists() + desk_lists(TRADE_LISTS) + desk_lists(SYSTEM_LISTS)


@pytest.mark.parametrize("made", ALL, ids=lambda made: made.name)
def test_a_list_is_read_as_it_is_meant(made: DeskList, tmp_path: Path) -> None:
    reading = read_here(made.write(tmp_path))
    assert isinstance(reading, Reading)
    assert _all_rows_and_cells_are_accounted_for(reading)
    reading = connect(reading)
    tables = [t for f in reading.files for s in f.sheets for t in s.tables]
    if made.heading is not None:
        assert made.heading in [t.header_row for t in tables]
    elif made.parts == []:
        assert not tables
    found = {c.index: c.field for t in tables for c in t.columns if made.heading == t.header_row}
    for index, name in made.columns.items():
        assert found[index] in SAME.get(name or "", (name,)), (index, name, found[index])
    at = {int(row): part for part, row in enumerate(reading.parts.frame["row"])}
    if made.parts is not None:
        assert sorted(at) == made.parts
    for (row, fact), value in made.facts.items():
        got = _said_in(reading.parts, row, fact)
        expected = pytest.approx(value, rel=1e-6) if isinstance(value, float) else value
        assert got == expected, (row, fact, value, got)
    assert made.count in (None, len(reading.parts.frame))
    for (number, fact), value in made.nth.items():
        got = reading.parts.value(number - 1, fact)
        expected = pytest.approx(value, rel=1e-6) if isinstance(value, float) else value
        assert got == expected, (number, fact, value, got)


def _said_in(parts: PartTable, row: int, fact: str) -> Any:
    """The fact of the part that a row is; of one of the substances of a part where a declaration without
    a list has several rows of it."""
    told = (f for facts in parts.substances.values() for f in facts if f.place.row == row)
    substance = next(told, None)
    if substance is not None and fact in OF_SUBSTANCES:
        return getattr(substance, OF_SUBSTANCES[fact])
    at = {int(row): part for part, row in enumerate(parts.frame["row"])}
    return parts.value(at[row], fact)


def _all_rows_and_cells_are_accounted_for(reading: Reading) -> bool:
    for table in (t for f in reading.files for s in f.sheets for t in s.tables):
        rows, cells = table.rows, table.cells
        kinds = (rows.parts, rows.duplicates, rows.totals, rows.blank, rows.rejected, rows.other)
        told = (cells.used or 0, cells.kept or 0, cells.skipped or 0)
        if rows.read != sum(kinds) or (cells.filled is not None and cells.filled != sum(told)):
            return False
    return True
