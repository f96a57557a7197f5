"""Lists of names and links to shops, with or without a line of headings, and how many beside them."""

import numpy as np

from desktop_app.intake.grid import Grid
from desktop_app.intake.headings import HeadingBook
from desktop_app.intake.looks import Look, look_at
from desktop_app.intake.tables import Table

FEWEST_ROWS, WIDEST = 3, 12
LINKS, NAMES = 0.7, 0.8
"""Share of the links in their column, and of different names in theirs. Own judgement."""
SOME_CODES = 0.3
"""Share of names like T036C or LM8UU from which they are those of parts. Own judgement."""


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


def table_of_counted_links(grid: Grid, book: HeadingBook) -> Table | None:
    """The list of a sheet of which the names have no heading, but stand left of a known one of amounts, with
    links to shops beside: " | 数量 | URL". Without links it may be a summary of anything.

    Asked only where nothing else is found; a column without a heading is shown to be looked at.
    """
    rows = np.flatnonzero(grid.filled_per_row > 0)
    filled = [n for n, column in enumerate(grid.columns[:WIDEST]) if column.filled.any()]
    if len(rows) < FEWEST_ROWS or len(filled) < 3 or len(grid.columns) > WIDEST:
        return None
    first, last = int(rows[0]), int(rows[-1])
    headings = [str(grid.cell(first, n) or "") for n in range(len(grid.columns))]
    looks = {n: look_at(grid.columns[n], rows[1:]) for n in filled}
    counted = [
        n for n in filled[1:]
        if any(meaning.field == "quantity" for meaning in book.exact(headings[n]))
        and looks[n].numeric > NAMES
    ]  # fmt: skip
    is_linked = any(look.link >= LINKS for look in looks.values())
    named = looks[filled[0]]
    if headings[filled[0]] or not counted or not is_linked or not _are_things(named):
        return None
    return Table(first, first, last + 1, headings)


def _are_things(look: Look) -> bool:
    """Words with codes among them, another in each row: names of classes and places have none."""
    return look.lettered > NAMES and look.distinct > NAMES and look.code >= SOME_CODES


def _are_names(look: Look) -> bool:
    return look.words > NAMES and look.distinct > NAMES and look.link < 1 - NAMES
