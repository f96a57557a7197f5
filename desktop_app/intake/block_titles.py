"""Titles of the blocks of a list whose headings come once more above each of them."""

import re
from collections.abc import Sequence

import numpy as np

from desktop_app.intake.grid import Grid, Mask, Value

MOST_CELLS = 2
"""Cells of a title: the name of a shop and its address. Own judgement."""
_FIGURES, _LETTERS = re.compile(r"\d+"), re.compile(r"[^\W\d_]+")


def titles_of_blocks(
    grid: Grid,
    start: int,
    *,
    parts: Mask,
    blank: Mask,
    ends: Mask,
    heads: Sequence[int],
    numbers: Sequence[int],
) -> Mask:
    """Short texts between the end of one block and the headings of the next, which come once more: the name
    of the shop and its address, below an empty row or a sum. Right below headings stands a part, and a
    row with a number like those of other parts is one.

    Rows are counted from ``start``: ``parts``, ``blank`` ones, ``ends`` of blocks (empty rows and sums) and
    ``heads`` that come again. ``numbers``: positions of the columns with numbers of parts.
    """
    rows = np.zeros(len(parts), dtype=np.bool_)
    filled = grid.filled_per_row[start : start + len(rows)][parts]
    if not len(filled) or np.median(filled) <= MOST_CELLS:
        return rows  # where parts have two cells, such a text is one
    again = set(heads)
    for head in heads:
        row = _filled_above(blank, head)
        is_free = row > 0 and parts[row] and ends[row - 1]
        above = _filled_above(blank, row) if is_free else -1
        if above < 0 or above in again:
            continue
        cells = [value for value in grid.row(start + row) if value is not None]
        rows[row] = len(cells) <= MOST_CELLS and all(isinstance(v, str) for v in cells)
    if rows.any():
        rows &= ~_numbered(grid, start, parts, rows, numbers)
    return rows


def _numbered(grid: Grid, start: int, parts: Mask, rows: Mask, numbers: Sequence[int]) -> Mask:
    """Those of ``rows`` that have the number of a part: of letters and figures, or of as many figures as
    another part's. 1000 may be a plant in a list of 004711."""
    found = np.zeros(len(rows), dtype=np.bool_)
    others = np.flatnonzero(parts & ~rows) + start
    places = np.flatnonzero(rows)
    for position in numbers:
        column = grid.columns[position]
        known = set(map(_shape, column.take(others).values)) - {""}
        cells = column.take(places + start)
        like = [shape in known or "A" in shape for shape in map(_shape, cells.values)]
        found[places] |= np.array(like, dtype=np.bool_)[cells.codes]
    return found


def _shape(value: Value) -> str:
    """How a text with figures and without a blank is written, but for which letters and figures; else empty."""
    text = value.strip() if isinstance(value, str) else ""
    if " " in text or not _FIGURES.search(text):
        return ""
    return _LETTERS.sub("A", _FIGURES.sub(lambda found: "9" * len(found[0]), text))


def _filled_above(blank: Mask, row: int) -> int:
    """The nearest row above that is not blank; -1 if there is none."""
    above = row - 1
    while above >= 0 and blank[above]:
        above -= 1
    return above
