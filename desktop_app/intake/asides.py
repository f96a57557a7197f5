"""What stands at the right of a list and is none of its columns: notes, signs and their meanings, rates."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np

from desktop_app.intake.grid import Grid, Mask, Value
from desktop_app.intake.headings import HeadingBook
from desktop_app.intake.tables import FIRST_ROWS, heading_score

COVERED = 0.6
"""Share of the rows of a list that a block beside it fills, from which it is of the list. Own judgement."""
FEWEST_ROWS = 4
"""Rows of a list at least, so that a block beside it is seen to be of others. Own judgement."""


def without_asides(grid: Grid, book: HeadingBook) -> Grid:
    """The sheet without the blocks right of its list, behind an empty column, that go on with none of it: they
    say nothing known in the line of the headings, and fill few of the rows, or none of the last ones. What no
    heading explains but stands beside parts under one of its own may be assigned by a user."""
    heading = _heading_of(grid, book)
    blocks = list(_blocks(grid))
    if heading is None or len(blocks) < 2:
        return grid
    gone = set[int]()
    first = [grid.row(n) for n in range(min(grid.height, FIRST_ROWS))]
    told = [
        n
        for n, (left, right) in enumerate(blocks)
        if _names_known(first[heading][left:right], book)
        or any(heading_score(row[left:right], book) > 0 for row in first)
    ]
    last = max(told, default=len(blocks))
    listed = np.zeros(grid.height, dtype=np.bool_)
    for number, (left, right) in enumerate(blocks):
        own = _filled(grid, left, right)
        own[: heading + 1] = False
        is_column = _heads_rows(grid, left, right, heading) and _is_scattered(own, listed)
        if number > last and not is_column and _is_aside(own, listed, heading):
            gone.update(range(left, right))
        else:
            listed |= own
    if not gone:
        return grid
    kept = [n for n in range(len(grid.columns)) if n not in gone]
    # Only what stands at the right goes, so that no column changes its place.
    edge = next((n for n in reversed(kept) if grid.columns[n].filled.any()), 0) + 1
    return grid if any(n < edge for n in gone) else _cut(grid, edge)


def _heading_of(grid: Grid, book: HeadingBook) -> int | None:
    """The line of the first rows that looks most like headings; None where none does."""
    scores = [heading_score(grid.row(n), book) for n in range(min(grid.height, FIRST_ROWS))]
    best = max(scores, default=0.0)
    return scores.index(best) if best > 0 else None


def _blocks(grid: Grid) -> Iterator[tuple[int, int]]:
    """(first, one past last) of the runs of columns that hold anything, however narrow."""
    filled = np.array([bool(column.filled.any()) for column in grid.columns], dtype=np.int8)
    edges = np.flatnonzero(np.diff(np.concatenate(([0], filled, [0]))))
    yield from ((int(a), int(b)) for a, b in pairwise(edges.tolist()) if filled[a])


def _heads_rows(grid: Grid, left: int, right: int, heading: int) -> bool:
    """Whether each column of a block says something in the line of the headings."""
    return all(isinstance(grid.cell(heading, n), str) for n in range(left, right))


def _is_scattered(own: Mask, listed: Mask) -> bool:
    """Whether a block says something of some parts only, wherever they stand, and of nothing else: a legend
    stands together at the top."""
    rows = np.flatnonzero(own)
    is_beside = len(rows) > 0 and not (own & ~listed).any()
    return is_beside and bool(listed[: rows[-1]].sum() > own[: rows[-1]].sum())


def _names_known(cells: Sequence[Value], book: HeadingBook) -> bool:
    """Whether more than half of the texts are headings: "Code" beside "Meaning" may be anything."""
    texts = [text for text in cells if isinstance(text, str)]
    return bool(texts) and 2 * sum(bool(book.meanings(text)) for text in texts) > len(texts)


def _filled(grid: Grid, left: int, right: int) -> Mask:
    found: Mask = np.any([column.filled for column in grid.columns[left:right]], axis=0)
    return found


def _is_aside(own: Mask, listed: Mask, heading: int) -> bool:
    count = int(listed[heading + 1 :].sum())
    return count >= FEWEST_ROWS and int((own & listed).sum()) < COVERED * count


def _cut(grid: Grid, edge: int) -> Grid:
    return replace(
        grid,
        columns=grid.columns[:edge],
        errors={place: text for place, text in grid.errors.items() if place[1] < edge},
        uncalculated=[place for place in grid.uncalculated if place[1] < edge],
        hidden_columns=frozenset(c for c in grid.hidden_columns if c < edge),
        percent=[run for run in grid.percent if run[0] < edge],
        merged=[area for area in grid.merged if area[1] < edge],
    )
