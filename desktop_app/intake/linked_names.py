"""Lists of nothing but names and links to shops, with or without a line of headings."""

import numpy as np

from desktop_app.intake.grid import Grid
from desktop_app.intake.looks import Look, look_at
from desktop_app.intake.tables import Table

FEWEST_ROWS, WIDEST = 3, 12
LINKS, NAMES = 0.7, 0.8
"""Share of the links in their column, and of different names in theirs. Own judgement."""


def table_of_links(grid: Grid) -> Table | None:
    """The list of a sheet whose two columns are names and links; None where it has others.

    Asked only where no headings are known; what it proposes is always shown to be looked at.
    """
    rows = np.flatnonzero(grid.filled_per_row > 0)
    filled = [n for n, column in enumerate(grid.columns[:WIDEST]) if column.filled.any()]
    if len(rows) < FEWEST_ROWS or len(filled) != 2 or len(grid.columns) > WIDEST:
        return None
    first, last = int(rows[0]), int(rows[-1])
    looks = [look_at(grid.columns[n], rows[1:]) for n in filled]
    names, links = looks
    if not _are_names(names) or links.link < LINKS:
        return None
    beside = grid.cell(first, filled[1])
    is_heading = isinstance(beside, str) and look_at(grid.columns[filled[1]], rows[:1]).link == 0
    if is_heading and isinstance(grid.cell(first, filled[0]), str):
        headings = [str(grid.cell(first, n) or "") for n in range(len(grid.columns))]
        return Table(first, first, last + 1, headings)
    headings = [""] * len(grid.columns)
    return Table(first - 1, first - 1, last + 1, headings, has_heading=False)


def _are_names(look: Look) -> bool:
    return look.words > NAMES and look.distinct > NAMES and look.link < 1 - NAMES
