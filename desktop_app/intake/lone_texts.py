"""Rows with nothing but one text that are parts known by name, and no headings of the rows below."""

import re

import numpy as np
from numpy.typing import NDArray

from desktop_app.intake.grid import Grid, Mask, day_of, shown
from desktop_app.intake.looks import says_grade

MOST_TEXTS = 10_000
"""Rows of one text that are looked at."""


def sized(grid: Grid, start: int, single: Mask, runs: Mask) -> Mask:
    """Lone texts with a size in them, such as "belt W9", in a list that knows other parts by name only."""
    rows, texts = np.zeros(len(single), dtype=np.bool_), dict[int, str]()
    for position in np.flatnonzero(single & ~runs)[:MOST_TEXTS].tolist():
        text = next(shown(v) for v in grid.row(start + position) if v is not None).strip()
        # "2 Mechanics" is numbered; "24 V motor" and 42步进电机 are not.
        is_numbered = _NUMBER.match(text) is not None and _SIZE.match(text) is None
        is_sized = not is_numbered and any(map(str.isdigit, text))
        rows[position] = is_sized and (runs.any() or _SIZE.search(text) is not None)
        texts[position] = text
    if rows.any():
        summed = _summed(grid)
        for position in np.flatnonzero(rows).tolist():
            rows[position] = texts[position] not in summed
    return rows


def _summed(grid: Grid) -> frozenset[str]:
    """What rows begin with behind their first word: "Total SC-1 (Screw M4)" sums up a group, of which that
    is the heading and no part."""
    first = (
        next((shown(value) for value in grid.row(row) if value is not None), "")
        for row in range(min(grid.height, MOST_TEXTS))
    )
    return frozenset(text.partition(" ")[2].strip() for text in first)


_NUMBER = re.compile(r"\d+(\.\d+)*([.):、．：]|\s|$)")
"""What sections of a list are numbered with."""
_SIZE = re.compile(
    r"\d+([.,]\d+)?\s?(mm|V|W|kW|A|Ah|mAh|Ω|ohm|[uµnp]F|rpm|[Kk][Vv]|欧|瓦|寸)(?![A-Za-z0-9])"
    r"|\bM\d{1,2}(x\d+)?\b|\d\s?[x×]\s?\d|\b(?i:nema)[ -]?\d{1,2}(?!\d)"
)
"""A size that goods have, and dates, prices and pages have not. Behind it may stand Chinese or Japanese
without a gap."""


def lone_grade(grid: Grid, start: int, single: Mask, filled: NDArray[np.int32]) -> Mask:
    """The only text that stands alone in a list, between fuller rows, with a grade such as N42 in it: headings of
    sections come in several, or with a gap above them. ``single``: rows of one text."""
    found = np.zeros(len(single), dtype=np.bool_)
    rows = np.flatnonzero(single)
    if len(rows) != 1 or not 0 < rows[0] < len(single) - 1:
        return found
    row = int(rows[0])
    is_between = filled[row - 1] > 1 and filled[row + 1] > 1
    text = next(shown(value) for value in grid.row(start + row) if value is not None)
    found[row] = is_between and says_grade(text)
    return found


def days_alone(grid: Grid, start: int, end: int) -> Mask:
    """Rows with nothing but a day: when the lines below were ordered, and no part, wherever it stands."""
    days = np.zeros(max(0, end - start), dtype=np.bool_)
    for column in grid.columns:
        days |= column.part(start, end).where(day_of)
    alone: Mask = days & (grid.filled_per_row[start:end] == 1)
    return alone


def below_a_gap(filled: NDArray[np.int32]) -> Mask:
    """Rows below the first gap after the last fuller row: what is said there is said of the list."""
    tail = np.zeros(len(filled), dtype=np.bool_)
    fuller = np.flatnonzero(filled > 1)
    if not len(fuller):
        return tail  # gaps between names part them into groups
    last = int(fuller[-1]) + 1
    gaps = np.flatnonzero(filled[last:] == 0)
    if len(gaps):
        tail[last + int(gaps[0]) :] = True
    return tail


def in_a_row(rows: Mask) -> Mask:
    """Which of the marked rows stand in runs of three or more."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], rows.astype(np.int8), [0]))))
    runs = np.zeros(len(rows), dtype=np.bool_)
    for start, end in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        runs[start:end] = end - start >= 3
    return runs
