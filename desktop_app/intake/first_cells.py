"""The first filled cells of a column: what it holds shows in them."""

import re
from collections import Counter
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from desktop_app.intake.answer_words import says_nothing
from desktop_app.intake.grid import Column, Value, is_error, shown

LOOKED_AT = 200
"""Cells of a column that are looked at to check what its heading says."""
LONGEST = 600
"""Characters of a cell that are looked at: what a column holds shows in these, and text without end
would keep the program busy for minutes."""
LONGEST_BLANK = 20
"""Characters of a cell that may only say that nothing is known."""


class FirstCells:
    """The filled cells that are looked at, of so many ``seen``."""

    def __init__(self, filled: list[Value], seen: int) -> None:
        self.filled, self.seen, self.count = filled, seen, len(filled) or 1
        self.texts = [shown(value) for value in filled]
        # True is 1.0 to a dictionary and something else to a test.
        self._distinct = Counter((type(value), value) for value in filled)

    def share(self, test: Callable[[Value], object]) -> float:
        """Which share of them passes a test, asked once per distinct value."""
        passed = sum(times for (_, cell), times in self._distinct.items() if test(cell))
        return passed / self.count

    def matching(self, pattern: "re.Pattern[str]") -> float:
        """Which share is of a pattern as a whole."""
        return sum(pattern.fullmatch(text) is not None for text in self.texts) / self.count

    def holding(self, pattern: "re.Pattern[str]") -> float:
        """Which share has it anywhere."""
        return sum(pattern.search(text) is not None for text in self.texts) / self.count


def first_filled(column: Column, rows: NDArray[np.intp]) -> FirstCells:
    """The first of them that a column has in these rows."""
    filled: list[Value] = []
    for start in range(0, len(rows), LOOKED_AT):
        codes = column.codes[rows[start : start + LOOKED_AT]].tolist()
        for seen, code in enumerate(codes, start=start + 1):
            value = column.values[code]
            if value is not None and not is_error(value) and not _is_blank(value):
                filled.append(value[:LONGEST] if isinstance(value, str) else value)
                if len(filled) == LOOKED_AT:
                    return FirstCells(filled, seen)
    return FirstCells(filled, len(rows))


def _is_blank(value: Value) -> bool:
    """N/A and dashes say nothing of what a column holds."""
    return isinstance(value, str) and len(value) < LONGEST_BLANK and says_nothing(value)
