"""Lists without headings, with services, of odd layouts: read by their contents, or asked about, never lost."""

from pathlib import Path

import pytest

from desktop_app.intake.joining import connect
from desktop_app.model.reading import Reading
from desktop_app.model.sources import TableFound
from tests.intake.reading_here import read_here
from tests.workbooks.bare_lists import BareList, bare_lists
from tests.workbooks.desk_lists import Cell

ASKED = {
    "U01 headless, number text amount price": "a lone number without a heading may be a stock",
    "U03 headless french with supplier": "a lone number without a heading may be a stock",
    "W02 headless with maker and country": "a lone number without a heading may be a stock",
    "U17 services only": "in a list of nothing but services nothing is found",
    "K03 key value in two column pairs": "labels beside labels are asked about",
}
"""Lists that a person must still be asked about although their contents say enough."""


def _lists() -> list[object]:
    return [
        pytest.param(made, marks=pytest.mark.xfail(reason=ASKED[made.name], strict=True))
        if made.name in ASKED
        else made
        for made in bare_lists()
    ]


@pytest.mark.parametrize("made", _lists(), ids=lambda made: made.name)
def test_a_list_is_read_by_its_contents_or_asked_about(made: BareList, tmp_path: Path) -> None:
    reading = read_here(made.write(tmp_path))
    assert isinstance(reading, Reading)
    reading = connect(reading)
    tables = [table for sheet in reading.files[0].sheets for table in sheet.tables]
    rows = [int(row) for row in reading.parts.frame["row"]]
    assert made.must != "none" or rows == []
    assert made.must != "ask" or _is_asked(reading, tables)
    assert made.heading in (None, *(table.header_row for table in tables))
    assert made.parts in (None, sorted(rows))
    assert made.count in (None, len(rows))
    told = {row for table in tables for row, kind, _ in table.not_parts if kind != "blank"}
    assert {*made.other} <= told
    for what, number, fact, sign, value in made.facts:
        part = number - 1 if what == "nth" else rows.index(number)
        assert _fits(reading.parts.value(part, fact), sign, value), (number, fact, value)


def _is_asked(reading: Reading, tables: list[TableFound]) -> bool:
    doubted = [c for t in tables for c in t.columns if c.field and c.confidence < 0.8]
    told = {issue.code for issue in reading.files[0].issues}
    return reading.files[0].outcome == "no_table" or bool(doubted) or "W_NO_HEADING" in told


def _fits(got: object, sign: str, value: Cell) -> bool:
    if sign == "~":
        return isinstance(got, str) and str(value) in got
    return got == (pytest.approx(value, rel=1e-6) if isinstance(value, float) else value)
