"""What may be asked of one column: a text in it, some of its values, a range of its amounts.

Each distinct word of a column is asked once, however many rows say it. Nothing here knows Qt.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from desktop_app.ui.table_data import Column, Rows


@dataclass(frozen=True, slots=True)
class TextFilter:
    """Every word of ``text`` stands in the cell, in either case."""

    column: str
    text: str

    def passes(self, column: "Column") -> NDArray[np.bool_]:
        """One answer per distinct word of the column."""
        passing = np.ones(len(column.words), np.bool_)
        for word in self.text.casefold().split():
            passing &= holding(column, word)
        return passing


@dataclass(frozen=True, slots=True)
class ValueFilter:
    """The cell says one of ``values``."""

    column: str
    values: frozenset[str]

    def passes(self, column: "Column") -> NDArray[np.bool_]:
        """One answer per distinct word of the column."""
        return np.fromiter((word in self.values for word in column.words), np.bool_)


@dataclass(frozen=True, slots=True)
class RangeFilter:
    """The cell's amount lies from ``low`` to ``high``, both included; None leaves an end open.

    Days are ordinals (``date.toordinal``). A cell without an amount never passes.
    """

    column: str
    low: float | None = None
    high: float | None = None

    def passes(self, column: "Column") -> NDArray[np.bool_]:
        """One answer per distinct word of the column."""
        amounts = np.array(
            [np.nan if amount is None else amount for amount in column.amounts or ()], np.float64
        )
        if len(amounts) != len(column.words):
            return np.zeros(len(column.words), np.bool_)
        passing: NDArray[np.bool_] = np.isfinite(amounts)
        if self.low is not None:
            passing &= amounts >= self.low
        if self.high is not None:
            passing &= amounts <= self.high
        return passing


def holding(column: "Column", word: str) -> NDArray[np.bool_]:
    """Which distinct words of a column hold a piece of text, itself in lower case."""
    return column.folded.holding(word)


ColumnFilter: TypeAlias = TextFilter | ValueFilter | RangeFilter


def values_in(column: "Column", rows: "Rows") -> list[tuple[str, int]]:
    """The values of a column in some rows with their number of rows, the most frequent first."""
    found = np.bincount(column.canon[column.of[rows]], minlength=len(column.words))
    there = np.flatnonzero(found)
    # Stable, so that equally frequent values stand in the order of the list.
    ranked = there[np.argsort(-found[there], kind="stable")]
    return [(column.words[code], int(found[code])) for code in ranked.tolist()]
