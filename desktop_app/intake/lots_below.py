"""A number that stands over its lots alone: the rows below it have a lot and a stock, and no number.

Printed lists say a number once. A row with the place, the lot or the state of some stock and with nothing that
names a part goes on with the part above it.
"""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from desktop_app.intake.grid import Column, Grid
from desktop_app.intake.rows_of_stock import telling_columns
from desktop_app.intake.sums_of_lots import says_sum
from desktop_app.intake.tables import Table
from desktop_app.model.findings import Issue, nmsg

NAMES = ("part_number", "mpn", "description")
"""Columns that name a part; one filled cell in them makes a row one of its own."""


def fill_numbers_above(grid: Grid, table: Table, fields: Mapping[str, int]) -> list[Issue]:
    """Gives such rows the number and the name above them, and says so."""
    named = [fields[name] for name in NAMES if name in fields]
    stock = fields.get("stock_on_hand")
    telling = telling_columns(grid, table, fields) if named and stock is not None else []
    if not telling or stock is None:
        return []
    start, end = table.heading + 1, table.end
    has_name = np.any([grid.columns[n].filled[start:end] for n in named], axis=0)
    goes_on = ~has_name & grid.columns[stock].filled[start:end]
    goes_on &= np.any([_is_another(grid.columns[n], start, end) for n in telling], axis=0)
    goes_on &= ~np.any([grid.columns[n].where(says_sum)[start:end] for n in telling], axis=0)
    if not goes_on.any():
        return []
    filled = grid.filled_per_row[start:end] > 0
    above = np.maximum.accumulate(np.where(has_name, np.arange(end - start), -1))
    broken = np.cumsum(filled & ~has_name & ~goes_on)  # a total or a note ends the part above
    goes_on &= (above >= 0) & (broken == broken[above])
    rows = np.flatnonzero(goes_on)
    if not len(rows):
        return []
    for column in (grid.columns[n] for n in named):
        column.codes[start + rows] = column.codes[start + above[rows]]
        column.forget()
    grid.forget()
    what = nmsg(
        "{n} row without a number goes on with the part above it: it has a lot, a place or a state.",
        "{n} rows without a number go on with the part above them: they have a lot, a place or a state.",
        len(rows),
    )
    at = grid.first_row + start + int(rows[0])
    return [Issue("W_MERGED_FILL", "note", what, grid.name, at)]


def _is_another(column: Column, start: int, end: int) -> NDArray[np.bool_]:
    """Rows that say another lot than the row above them; the sum of a place says the same."""
    codes = column.codes[start:end]
    found: NDArray[np.bool_] = column.filled[start:end] & (
        codes != column.codes[start - 1 : end - 1]
    )
    return found
