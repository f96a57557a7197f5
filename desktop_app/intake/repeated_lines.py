"""Lines of a bill that stand in it twice, cell by cell.

In a list of prices that is a slip, and one of them is left out. In a bill of material it may as well be
two places of the product, and half of what it needs would be left out. A number of the place tells which.
"""

from collections.abc import Mapping

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from desktop_app.intake.cells_read import Facts
from desktop_app.intake.grid import Grid
from desktop_app.intake.planned_lists import bare, names_any, said_of_list, words_of
from desktop_app.intake.rows import DUPLICATE, Sorted
from desktop_app.intake.tables import Table
from desktop_app.model.findings import Issue, msg

WHOLE_BILL = 0.9
"""Share of the lines from which on a bill was rather pasted twice as a whole. Own judgement."""


def settle_repeated_lines(
    grid: Grid, table: Table, fields: Mapping[str, int], order: Sorted, facts: Facts
) -> None:
    """Uses no quantity of a line that its bill has twice with nothing to tell its places apart, and says
    so. A demand that was reckoned from it goes with it."""
    quantity = facts.columns.get("quantity")
    again = np.flatnonzero(order.kinds == DUPLICATE) + order.start
    if quantity is None or not len(again) or "quantity" not in fields:
        return
    if not _is_bill(grid, table, facts) or _has_places(grid, table, fields):
        return
    if len(again) >= WHOLE_BILL * len(order.parts):
        return
    first = _firsts(grid, order.parts, again)
    doubted = np.zeros(len(order.parts), dtype=np.bool_)
    doubted[first] = True
    doubted &= np.isfinite(quantity)
    facts.columns["quantity"] = np.where(doubted, np.nan, quantity)
    before = facts.unreadable.get("quantity", np.zeros(len(doubted), dtype=np.bool_))
    facts.unreadable["quantity"] = before | doubted
    what = msg(
        "This line stands twice in the bill and nothing tells its places apart: how many go into the "
        "product is not known. Give its places numbers, or one line the whole quantity."
    )
    for row, part in zip(again.tolist(), first.tolist(), strict=True):
        if doubted[part]:
            at = grid.first_row + row, grid.first_column + fields["quantity"]
            facts.issues.append(Issue("W_AMBIGUOUS_NUMBER", "warning", what, grid.name, *at))


def _is_bill(grid: Grid, table: Table, facts: Facts) -> bool:
    return "goes_into" in facts.columns or names_any(said_of_list(grid, table), "bill")


def _has_places(grid: Grid, table: Table, fields: Mapping[str, int]) -> bool:
    """Whether a column numbers the places of the bill or names them on a board."""
    words = words_of("bill_place")
    return "reference_designator" in fields or any(
        heading and bare(heading) in words and column.filled.any()
        for n, (heading, column) in enumerate(zip(table.headings, grid.columns, strict=False))
        if n not in (fields.get("part_number"), fields.get("quantity"))
    )


def _firsts(grid: Grid, parts: NDArray[np.intp], again: NDArray[np.intp]) -> NDArray[np.intp]:
    """For each repeated row the part that it repeats."""
    names = [f"c{n}" for n in range(len(grid.columns))]
    frames = [
        pd.DataFrame({name: column.codes[rows] for name, column in zip(names, grid.columns, strict=True)})
        for rows in (again, parts)
    ]  # fmt: skip
    frames[1]["part"] = np.arange(len(parts))
    found = frames[0].merge(frames[1].drop_duplicates(names), on=names, how="left")
    first: NDArray[np.intp] = found["part"].to_numpy(np.intp)
    return first
