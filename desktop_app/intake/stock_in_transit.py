"""Stock on its way in several columns, by sea and by air or between places and plants: it is added up."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from desktop_app.intake.cells_read import Facts
from desktop_app.intake.grid import Grid
from desktop_app.intake.headings import HeadingBook, heading_book
from desktop_app.intake.kind_words import words_of_kind
from desktop_app.intake.products import read_numbers
from desktop_app.intake.tables import Table

TRANSIT = "in_transit"
MOSTLY = 0.5
"""Share of numbers among the filled cells of such a column. Own judgement."""


def settle_transit(
    grid: Grid, table: Table, fields: Mapping[str, int], parts: NDArray[np.intp], facts: Facts
) -> None:
    """Adds further columns to the stock on its way, in place. A column that is the sum of the others, or the
    same as another, is not added. ``parts``: positions of the rows in the sheet."""
    known: Any = facts.columns.get(TRANSIT)
    if known is None or TRANSIT not in fields:
        return
    used, book = set(fields.values()), heading_book()
    found = [np.asarray(known, dtype=np.float64)]
    for n, heading in enumerate(table.headings[: len(grid.columns)]):
        if n in used or not heading or not _is_of_transit(heading, book):
            continue
        own = read_numbers(grid.columns[n], parts)
        filled = int(grid.columns[n].filled[parts].sum())
        is_same = any(np.array_equal(np.nan_to_num(own), np.nan_to_num(one)) for one in found)
        if filled and np.isfinite(own).sum() >= MOSTLY * filled and not is_same:
            found.append(own)
    if len(found) == 1:
        return
    amounts = np.nan_to_num(np.array(found))
    whole = amounts.sum(axis=0)
    totals = [one for one in amounts if np.allclose(one, whole - one)]
    stated = np.isfinite(np.array(found)).any(axis=0)
    facts.columns[TRANSIT] = np.where(stated, totals[0] if totals else whole, np.nan)


def _is_of_transit(heading: str, book: HeadingBook) -> bool:
    """A heading of the tables, perhaps with the way in front of it: 船便積送中. Of one that is only partly
    known the rest may be anything, such as a value."""
    said = next(
        (heading.removeprefix(w) for w in words_of_kind("way_of_goods") if heading.startswith(w)),
        heading,
    )
    return any(meaning.field == TRANSIT for meaning in book.exact(said))
