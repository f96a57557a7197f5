"""Sheets of one workbook that are laid out alike and count what lies in several places: of one kind.

Where the first of them is a list of parts, because it has prices too, so are the others: a part that lies in no
other place is named by its own sheet alone. The stock of a whole plant beside a bill lends its stock and no more.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from desktop_app.intake.goes_into import said_of_bill
from desktop_app.intake.heading_text import normalise
from desktop_app.intake.planned_lists import names_any
from desktop_app.intake.roles import Shares
from desktop_app.model.parts import PartTable
from desktop_app.model.reading import Reading

STOCK = "stock_on_hand"
COUNTED = "quantity"
TELLING = ("part_number", "mpn", "description", STOCK, COUNTED)
OF_A_BILL = frozenset(("bom_level", "reference_designator"))
ALIKE = 0.5
"""Share of the headings of a sheet that another one of its layout has too. Own judgement."""
FEWEST = 3
"""Headings that make a layout. Own judgement."""


class _Layout(NamedTuple):
    """``fields``: heading of each field that tells what is counted; ``file`` and ``sheet`` by their numbers."""

    file: int
    sheet: int
    headings: frozenset[str]
    fields: Mapping[str, str]
    is_bill: bool


def sisters_of(reading: Reading, shares: Shares) -> frozenset[int]:
    """The lists of stock among the lenders that are laid out as a list of parts and stock of their workbook."""
    parts = reading.parts
    stocks = [n for n, role in shares.lenders if role == "planning" and _counts(parts, n)]
    bases = [n for n in shares.bases if _counts(parts, n)]
    if not stocks or not bases:
        return frozenset()
    laid = dict(_layouts(reading))
    return frozenset(n for n in stocks if any(_are_sisters(laid, n, base) for base in bases))


def _counts(parts: PartTable, table: int) -> bool:
    fields = parts.columns[table].keys()
    return STOCK in fields and "part_number" in fields and fields.isdisjoint(OF_A_BILL)


def _layouts(reading: Reading) -> Iterator[tuple[int, _Layout]]:
    table = 0
    for number, file in enumerate(reading.files):
        for place, sheet in enumerate(file.sheets):
            for found in sheet.tables:
                said = " ".join(said_of_bill(file, sheet, found.header_row))
                headed = [c for c in found.columns if c.header]
                yield (
                    table,
                    _Layout(
                        number,
                        place,
                        frozenset(normalise(c.header) for c in headed),
                        {c.field: normalise(c.header) for c in headed if c.field in TELLING},
                        names_any(said, "bill"),
                    ),
                )
                table += 1


def _are_sisters(laid: Mapping[int, _Layout], stock: int, base: int) -> bool:
    one, other = laid[stock], laid[base]
    if one.file != other.file or one.sheet == other.sheet or one.is_bill or other.is_bill:
        return False
    # "Qty" of one sheet may be a stock by the sheet's other columns; beside the need of a bill it is none.
    counted = other.fields.get(COUNTED, one.fields.get(STOCK))
    named = {field: heading for field, heading in one.fields.items() if field != STOCK}
    is_told_alike = named.items() <= other.fields.items() and one.fields.get(STOCK) == counted
    both = one.headings & other.headings
    return is_told_alike and len(both) >= max(FEWEST, ALIKE * len(one.headings))
