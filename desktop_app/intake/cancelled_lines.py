"""Lines of orders whose status says in words that they were cancelled: nothing of them will come."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from desktop_app.intake.cells_read import Facts
from desktop_app.intake.grid import Grid, Value, shown
from desktop_app.intake.planned_lists import bare, words_of
from desktop_app.intake.tables import Table

OPEN = "open_order_quantity"


def settle_cancelled_lines(
    grid: Grid, table: Table, fields: Mapping[str, int], parts: NDArray[np.intp], facts: Facts
) -> None:
    """Counts nothing of such a line as still to come. ``parts``: positions of the rows in the sheet."""
    ordered = facts.columns.get(OPEN)
    if ordered is None or not len(parts):
        return
    cancelled = np.zeros(len(parts), dtype=np.bool_)
    for n, heading in enumerate(table.headings[: len(grid.columns)]):
        if n not in fields.values() and heading and bare(heading) in words_of("order_status"):
            cancelled |= grid.columns[n].take(parts).where(_is_cancelled)
    if cancelled.any():
        facts.columns[OPEN] = np.where(cancelled & np.isfinite(ordered), 0.0, ordered)


def _is_cancelled(value: Value) -> bool:
    """The whole cell says so, with the day of it at most: "partly cancelled" and "to be cancelled" leave the line
    open."""
    letters = "".join(c for c in bare(shown(value)) if not c.isdigit()) if value is not None else ""
    return letters in words_of("cancelled_line")
