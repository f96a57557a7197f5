"""Whether an amount is the sum of all amounts above it, and asterisks that mark parts and no sums."""

from collections.abc import Collection, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from desktop_app.intake.grid import Grid, Value
from desktop_app.intake.numbers import number_of

FEWEST_ABOVE = 3
"""Amounts from which on their sum is none by chance. Own judgement."""
EXACT = 0.005
"""How far a sum may be from what adds up: prices are rounded before they are shown. Own judgement."""


class SumsAbove:
    """Rows of a list that count nothing and have an amount that is the sum of those above: once or, with the
    sums of all parts of the list between them, twice."""

    def __init__(
        self, grid: Grid, start: int, end: int, counted: Sequence[int], amounts: Collection[int]
    ) -> None:
        self._grid, self._start, self._end = grid, start, end
        self._counted, self._amounts = counted, amounts

    def are_in(self, position: int, row: Sequence[Value]) -> bool:
        """``position``: of the row in the list."""
        if not self._counted or any(n < len(row) and row[n] is not None for n in self._counted):
            return False
        told = [(n, row[n]) for n in self._amounts if n < len(row)]
        return any(
            many[position] >= FEWEST_ABOVE and _is_once_or_twice(float(sums[position]), value)
            for n, value in told
            if isinstance(value, float) and (found := self._above.get(n))
            for many, sums in [found]
        )

    @cached_property
    def _above(self) -> dict[int, tuple[NDArray[np.intp], NDArray[np.float64]]]:
        """Of each column of amounts how many stand above each row, and their sum: one pass over a long list."""
        found = {}
        for n in self._amounts:
            if n >= len(self._grid.columns):
                continue
            column = self._grid.columns[n]
            values = np.array([v if isinstance(v, float) else 0.0 for v in column.values])
            told = np.nan_to_num(values)[column.codes[self._start : self._end]]
            found[n] = (np.cumsum(told != 0) - (told != 0), np.cumsum(told) - told)
        return found


def _is_once_or_twice(above: float, amount: float) -> bool:
    return any(abs(above - times * amount) <= EXACT * abs(times * amount) for times in (1, 2))


def columns_of_marks(
    grid: Grid, start: int, end: int, named: NDArray[np.int32], counted: Sequence[int]
) -> frozenset[int]:
    """Columns of nothing but single asterisks that mark what is urgent or made in the house: the first of them
    stands in a row as full as the one above it, beside the name of a part and a count that is not the sum of
    those above: reports of filtered rows have sums that add up to more."""
    found = set()
    for n, column in enumerate(grid.columns):
        if "*" not in column.values:
            continue
        starred = [code for code, value in enumerate(column.values) if value == "*"]
        rows = np.flatnonzero(np.isin(column.codes[start:end], starred))
        if not len(rows) or column.filled[start:end].sum() > len(rows) or not named[rows].all():
            continue
        first = start + int(rows[0])
        filled = grid.filled_per_row[first] - 1
        if rows[0] and filled < grid.filled_per_row[first - 1]:
            continue
        if any(_is_counted_alone(grid, start, first, at) for at in counted):
            found.add(n)
    return frozenset(found)


def _is_counted_alone(grid: Grid, start: int, row: int, column: int) -> bool:
    if column >= len(grid.columns):
        return False
    cells = grid.columns[column]
    above = [number_of(cells.values[code], None) for code in cells.codes[start:row][-MOST_ABOVE:]]
    own = number_of(cells.values[cells.codes[row]], None)
    return own > 0 and abs(float(np.nansum(above)) - own) > EXACT * own


MOST_ABOVE = 1_000
"""Rows that are added up at most."""
