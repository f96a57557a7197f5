"""Pivot tables as spreadsheets make them: each group is named in its first row only, and "X Total" ends it.

Read as they stand, only the first part of a supplier would be his.
"""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from desktop_app.intake.answer_words import folded
from desktop_app.intake.grid import Grid, Mask, Value, shown
from desktop_app.intake.sum_words import sum_words

WIDEST = 4
"""Columns from the left in which the groups may stand. Own judgement."""
MOST_ROWS = 50_000
LONGEST = 80
"""Characters of the name of a group."""


def fill_pivot_groups(grid: Grid) -> None:
    """Gives each row of a pivot table the name of its groups, in place; any other sheet stays as it is."""
    if grid.height > MOST_ROWS or grid.lent is not None:
        return
    lent = np.zeros(grid.height, dtype=np.int32)
    for column in grid.columns[:WIDEST]:
        free = ~column.filled
        if not free.any():
            continue
        for start, end, code in _groups(grid, column.codes, column.values, column.filled):
            rows = np.arange(start, end)
            rows = rows[free[rows] & (grid.filled_per_row[rows] > 0)]
            column.codes[rows] = code
            lent[rows] += 1
        column.forget()
    if lent.any():
        grid.forget()
        grid.lent = lent


def _groups(
    grid: Grid, codes: NDArray[np.intp], values: Sequence[Value], filled: Mask
) -> list[tuple[int, int, int]]:
    """First row below the one with the name of a group, the row of its sum, and the code of the name."""
    found: list[tuple[int, int, int]] = []
    rows = np.flatnonzero(filled).tolist()
    sums = {v for v in values if isinstance(v, str) and _may_sum(v) and _named_by(v)}
    if not sums:
        return found
    for above, below in pairwise(rows):
        name, text = values[codes[above]], values[codes[below]]
        if below - above < 2 or text not in sums or grid.filled_per_row[above] < 2:
            continue
        if shown(name).strip() == _named_by(str(text)):
            found.append((above + 1, below, int(codes[above])))
    return found


def _may_sum(text: str) -> bool:
    """Whether a text has a word for a sum at one of its ends: nearly none of a long list has."""
    if len(text) > LONGEST:
        return False
    first, _, rest = text.partition(" ")
    last = rest.rpartition(" ")[2]
    ends = _ends()
    is_at_end = bool(rest) and (first.casefold() in ends or last.casefold() in ends)
    return is_at_end or (not text.isascii() and text.endswith(_sums()))


@cache
def _ends() -> frozenset[str]:
    words = [word.split(" ") for word in _sums()]
    return frozenset((*(word[0] for word in words), *(word[-1] for word in words)))


def _named_by(text: str) -> str:
    """The group that a text is the sum of: "Weber Total", "Ergebnis Weber", "Weber 汇总"; "" for others."""
    plain, words = folded(text), _sums()
    for word in words:
        if plain.endswith(word) and len(plain) > len(word):
            return text.strip()[: -len(word)].strip(" -:：")
        if plain.startswith(f"{word} "):
            return text.strip()[len(word) :].strip(" -:：")
    return ""


@cache
def _sums() -> tuple[str, ...]:
    return (*sum_words("sum"), *sum_words("subtotal"), *sum_words("behind"))
