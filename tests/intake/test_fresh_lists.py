"""Lists of kinds that were new when they were written: every column, row and fact is read as meant."""

from math import isnan
from pathlib import Path
from typing import Any

import pytest

from desktop_app.intake.bill_levels import amounts_in_product
from desktop_app.intake.joining import connect
from desktop_app.model.reading import Reading
from desktop_app.model.sources import ColumnFound, TableFound
from tests.intake.reading_here import read_here
from tests.workbooks.fresh_lists import FreshList, fresh_lists

QUANTITIES = {"quantity", "annual_quantity"}
ADDED = "its text is added to the description"
ASKED = {
    "L43 museum of headings small machine shop": "a supplier under Where from is not known",
    "M02 plex supply items": "6.467 may be thousands: the price is unknown, and said so",
    "P11 de warenbestand excel klein": "Ist alone is not known to be what is there",
    "P19 magnet rfq comparison three bidders": "Target qty/yr is not known",
    "B18 microsoft nav dansk varer": "Lager is a store in other languages",
    "C04 priority erp parts english": "what its family is called is read as its group",
    "E21 one row english": "In the store, Bought from: no line of headings is seen",
    "E24 two rows comma prices of one form": "OH and OO are not known",
    "E25 two lines unknown halves": "Hall over Usable is not known",
    "E32 bilingual chinese english": "N.W. is of a line as a rule",
    "E34 mrp run": "Mat. alone is not known to be the number",
    "G02 real sap cs15 where bom english": "an empty Bulk Material is called the material",
    "J38 cash flow bom snake case": "what lay there at the beginning may be gone",
    "K06 eagle bom with shop number": "Device is not known to be the name",
    "K15 jinkou mingxi": "what came in of a month is taken for its use, and a person is asked",
    "L10 no heading firms origins and customs numbers": "firms without a heading may be customers",
    "H20 magnets only tracker": "Magnets per motor is not known",
    "X16 sap cs15 use list english fixed width": "PTm is not known",
    "T06 ifs inventory parts": "Weight Net says no unit",
    "T08 proalpha teile": "WBZ of 16 and 50 says no unit",
    "T17 ordem de compra brasileira": "Saldo is not what was ordered less what has come",
    "ZA03 sap mcbe bestandsanalyse deutsch": "what was used this year so far is no year",
    "ZA09 sap ck13n kalkulation einzelnachweis deutsch": "Preis - gesamt is taken for the money of the line",
    "ZA31 ebp gestion articles francais": "Quantité réelle may be of anything",
    "PA15 sap mb52 italian with special stock and trailing minus": "Div. stands there twice, for plant and money",
    "QA26 consumption of twelve months in a french list": "nothing says that its months are of use",
    "RA37 sage 50 spain articles price of a hundred": "the price of 100 or that where 100 are ordered",
    "RB20 netsuite german bestellpositionen": "Satz may be a set",
    "M17 battery cell cost and sourcing": "Tier-2 source and Usage kg/yr are not known",
}
"""Lists of which a person must still say what a column holds."""


def _lists() -> list[object]:
    return [
        pytest.param(made, marks=pytest.mark.xfail(reason=ASKED[made.name], strict=True))
        if made.name in ASKED
        else made
        for made in fresh_lists()
    ]


@pytest.mark.parametrize("made", _lists(), ids=lambda made: made.name)
def test_a_new_list_is_read_without_a_question(made: FreshList, tmp_path: Path) -> None:
    reading = read_here(made.write(tmp_path))
    assert isinstance(reading, Reading)
    reading = connect(reading)
    sheets = {s.name: s.tables for f in reading.files for s in f.sheets}
    tables = sheets[made.judged] if len(sheets) > 1 else next(iter(sheets.values()))
    assert made.heading in [table.header_row for table in tables]
    assert _wrong_columns(made, next(t for t in tables if t.header_row == made.heading)) == []
    frame = reading.parts.frame
    assert len(sheets) == 1 or set(frame["sheet"]) == {made.judged}
    at = {int(row): part for part, row in enumerate(frame["row"])}
    assemblies = {
        row for row, part in at.items() if "assembly" in reading.parts.marks.get(part, ())
    }
    assert made.parts is None or sorted(at.keys() - (assemblies - {*made.parts})) == made.parts
    for (row, fact), value in made.facts.items():
        got = reading.parts.value(at[row], fact)
        assert got == _near(value), (row, fact, value, got)
    for (number, fact), value in made.totals.items():
        each = _each_of(reading, number, fact)
        is_said = bool(each) and all(one == _near(value) for one in each)
        assert is_said or (None not in each and sum(each) == _near(value)), (number, fact, each)


def _near(value: Any) -> Any:
    return pytest.approx(value, rel=1e-6) if isinstance(value, float) else value


def _each_of(reading: Reading, number: str, fact: str) -> list[Any]:
    """A fact in each row of a part; how many go into one product, as bills of several levels say it."""
    parts = reading.parts
    rows = [n for n in range(len(parts)) if parts.value(n, "part_number") == number]
    if fact != "quantity_in_product":
        return [parts.value(row, fact) for row in rows]
    amounts = amounts_in_product(parts)
    return [None if isnan(amounts[row]) else float(amounts[row]) for row in rows]


def _wrong_columns(made: FreshList, table: TableFound) -> list[tuple[int, str, str | None]]:
    found = {column.index: column for column in table.columns}
    return [
        (index, said, found[index].field if index in found else None)
        for index, said in enumerate(made.fields, start=1)
        if not _is_as_said(found.get(index), said)
    ]


def _is_as_said(column: ColumnFound | None, said: str) -> bool:
    wanted = set(said.rstrip("?").split("/"))
    if said == "." or (column is None and (said.endswith("?") or said == "-")):
        return True
    if column is None:
        return False
    if column.field is None:
        is_added = "description" in wanted and column.why.template == ADDED
        return said == "-" or said.endswith("?") or is_added
    return column.field in wanted | (QUANTITIES if wanted & QUANTITIES else set())
