"""Needs as they are printed: below zero, or with what was withdrawn already beside them.

SAP's list of reservations (MB25) has needed, withdrawn and open.
"""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from desktop_app.intake.cells_read import Facts
from desktop_app.intake.grid import Grid
from desktop_app.intake.planned_lists import bare, names_any, words_of
from desktop_app.intake.products import read_numbers
from desktop_app.intake.tables import Table

NEAR = 1e-6


def settle_withdrawn(
    grid: Grid, table: Table, fields: Mapping[str, int], parts: NDArray[np.intp], facts: Facts
) -> None:
    """Takes off what was withdrawn, and no open need for an open order. Needs that are all below zero are
    what goes out. ``parts``: positions of the rows in the sheet."""
    needed = facts.columns.get("requirement_quantity")
    if needed is None or "requirement_quantity" not in fields:
        return
    if (needed < 0).any() and not (needed > 0).any():
        facts.columns["requirement_quantity"] = needed = -needed
    used = set(fields.values())
    columns = [
        n
        for n, heading in enumerate(table.headings[: len(grid.columns)])
        if n not in used and heading and bare(heading) in words_of("withdrawn")
    ]
    if len(columns) != 1:
        return
    gone = np.abs(np.nan_to_num(read_numbers(grid.columns[columns[0]], parts)))
    if names_any(table.headings[fields["requirement_quantity"]], "still_open"):
        gone = np.zeros(len(gone))  # an open need has it off already
    left = np.maximum(needed - gone, 0.0)
    ordered = facts.columns.get("open_order_quantity")
    if ordered is not None:
        known = np.isfinite(ordered) & np.isfinite(left)
        is_rest = np.allclose(ordered[known], left[known], rtol=NEAR)
        is_whole = np.allclose(ordered[known], needed[known], rtol=NEAR)
        if known.any() and (is_rest or is_whole):
            facts.columns["open_order_quantity"] = np.where(known, np.nan, ordered)
    facts.columns["requirement_quantity"] = left
