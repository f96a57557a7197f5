"""The line below the headings of a form that numbers its columns."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from desktop_app.intake.grid import Grid, Mask, Value, shown


def column_numbers(grid: Grid, start: int, end: int) -> Mask:
    """Forms number their columns right below the headings: 1, 2, 3, 4 or (a), (b), (c); where a column of
    the form was left out, so is its number."""
    rows = np.zeros(max(0, end - start), dtype=np.bool_)
    for position in range(start, min(end, start + 2)):
        cells = [shown(value).strip("() ") for value in grid.row(position) if value is not None]
        counted = [str(n) for n in range(1, len(cells) + 1)]
        lettered = [chr(ord("a") + n) for n in range(min(26, len(cells)))]
        said = [cell.casefold() for cell in cells]
        below = grid.cell(position + 1, 0) if position + 1 < end else None
        is_counted = said in (counted, lettered) or (
            below != SECOND_LINE and _counts_on(grid.row(position), said)
        )
        rows[position - start] = len(cells) >= FEWEST_NUMBERED and is_counted
    return rows


def _counts_on(row: Sequence[Value], said: Sequence[str]) -> bool:
    """1, 2, 3, 4, 5, 6, 8, 10 from the first column on, with a number in each and few left out."""
    if len(said) < FEWEST_WITH_GAPS or any(value is None for value in row[: len(said)]):
        return False
    numbers = [int(cell) if cell.isdecimal() and cell.isascii() else 0 for cell in said]
    steps = [after - before for before, after in pairwise(numbers)]
    return (
        numbers[0] == 1 and min(steps) >= 1 and max(steps) <= 2 and steps.count(1) > steps.count(2)
    )


SECOND_LINE = 2.0
"""Below the first line of a list, which may have rising amounts; below the numbers of columns none stands."""
FEWEST_WITH_GAPS = 6
"""Numbers in a line of which some are left out, from which they number the columns. Own judgement."""
FEWEST_NUMBERED = 4
"""Cells that count up from the left; fewer may be a part with its quantities."""
