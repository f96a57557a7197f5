"""Sheets of short lists beside one another, from which the cells of another sheet are chosen."""

from collections.abc import Sequence

import numpy as np

from desktop_app.intake.grid import Column, Grid
from desktop_app.intake.tables import Table

FEWEST_LISTS = 2
LONGEST_LIST = 300
"""Choices of one list; nobody picks from more. Own judgement."""
SHORTER = 0.7
"""How long the shortest list is at most, as a share of the longest. Own judgement."""
COUNTS_PARTS = frozenset(
    (
        "quantity",
        "annual_quantity",
        "stock_on_hand",
        "unit_price",
        "line_value",
        "requirement_quantity",
    )
)
"""What the sheet has that a list of choices stands beside."""


def is_list_of_choices(grid: Grid, table: Table) -> bool:
    """Columns of words that have nothing to do with one another: each from the top without a gap, each
    says everything once, and they end in different rows. The rows of a list of parts go on together.
    """
    start, end = table.heading + 1, table.end
    if table.is_said or not 0 < end - start <= LONGEST_LIST:
        return False
    lists = [c.part(start, end) for c in grid.columns if c.filled[start:end].any()]
    lengths = [_length(column) for column in lists]
    if len(lists) < FEWEST_LISTS or 0 in lengths:
        return False
    return min(lengths) <= SHORTER * max(lengths)


def _length(column: Column) -> int:
    """How many choices a column lists; 0 where it is no list of choices."""
    filled = np.flatnonzero(column.filled)
    count = len(filled)
    is_one_run = bool((filled == np.arange(count)).all())
    are_different = len(np.unique(column.codes[filled])) == count
    return count if is_one_run and are_different and bool(column.is_text[filled].all()) else 0


def counts_parts(fields: Sequence[str]) -> bool:
    """Whether a table with these fields is a list of parts that choices are made in."""
    return not COUNTS_PARTS.isdisjoint(fields)
