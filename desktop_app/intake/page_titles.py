"""What stands on each page of a printed list round its headings: titles, numbers of pages, who printed it."""

import re
from collections.abc import Sequence

import numpy as np

from desktop_app.intake.grid import Grid, Mask, shown

MOST_ROWS = 12
"""Rows above the headings of a page that belong to it at most. Own judgement."""
MOST_PAGES = 20_000
_FIGURES = re.compile(r"\d+")
Said = tuple[str, ...]


def page_titles(grid: Grid, start: int, end: int, repeated: Sequence[int], above: int) -> Mask:
    """Rows right above headings that come once more, which stand above the first ones as well, or above
    those of other pages or at the end of the list: they differ in nothing but figures. A part is none,
    however often it comes: it would have to be the last of every page.

    ``start``, ``end``: rows of the list; ``repeated``: sheet positions of the headings that come again;
    ``above``: of the first line of the first headings. Nothing is marked where they do not come again.
    """
    rows = np.zeros(max(0, end - start), dtype=np.bool_)
    heads = [row for row in sorted(repeated) if start <= row < end and row - 1 not in {*repeated}]
    if not heads:
        return rows
    titles = {_said(grid, row) for row in range(max(0, above - MOST_ROWS), above)}
    feet = _feet(grid, [*heads[:MOST_PAGES], end], start, titles)
    again = {*repeated}
    for head in heads[:MOST_PAGES]:
        for row in range(head - 1, max(start, head - 1 - MOST_ROWS), -1):
            if row in again or (grid.filled_per_row[row] and _said(grid, row) not in titles | feet):
                break
            rows[row - start] = bool(grid.filled_per_row[row])
    _mark_last(grid, rows, start, titles | feet)
    return rows


def _mark_last(grid: Grid, rows: Mask, start: int, known: set[Said]) -> None:
    """The last page ends as the others do."""
    for place in range(len(rows) - 1, max(-1, len(rows) - 1 - MOST_ROWS), -1):
        is_filled = bool(grid.filled_per_row[start + place])
        if is_filled and _said(grid, start + place) not in known:
            return
        rows[place] = is_filled


def _feet(grid: Grid, bounds: Sequence[int], start: int, titles: set[Said]) -> set[Said]:
    """What stands above the titles of several pages, or at the end, and nowhere else in the list: the foot
    of the page before. It has less than half as many cells as the parts."""
    found: dict[Said, set[int]] = {}
    for bound in bounds:
        for row in range(bound - 1, max(start, bound - 1 - MOST_ROWS), -1):
            said = _said(grid, row)
            if said and said not in titles:
                found.setdefault(said, set()).add(row)
                break
    filled = grid.filled_per_row[start : bounds[-1]]
    usual = float(np.median(filled[filled > 0])) if filled.any() else 0.0
    feet = {said for said, rows in found.items() if len(rows) > 1 and 2 * len(said) < usual}
    for row in np.flatnonzero((filled > 0) & (filled < usual))[:MOST_ROWS_ASKED] + start:
        said = _said(grid, int(row)) if feet else ()
        if said in feet and int(row) not in found[said]:
            feet.discard(said)
    return feet


MOST_ROWS_ASKED = 100_000
"""Short rows that are compared with the feet of pages."""


def _said(grid: Grid, row: int) -> Said:
    """The texts of a row without their figures; empty where it holds nothing."""
    return tuple(
        _FIGURES.sub("#", shown(value)).casefold() for value in grid.row(row) if value is not None
    )
