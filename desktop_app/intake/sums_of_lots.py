"""Sums among the rows of stock of one part: its number again with "Total" for a lot, or with none and with what
the lots come to. Such a row may be the only one that says the demand, so that it stays; its stock does not count
once more."""

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from desktop_app.intake.grid import Column, Grid, Value
from desktop_app.intake.sum_words import words_like

Flags = NDArray[np.bool_]
CLOSE = 1e-9
"""How far a sum of stock may be from what adds up, of the sum."""
TWO = 2


def says_sum(value: Value) -> bool:
    """Whether the cell of a lot or a place begins with a word for a sum: "Total" and "Summe Lager 1"."""
    words = words_like(value, "sum", "subtotal") if isinstance(value, str) else ""
    return (
        bool(words)
        and re.fullmatch(rf"\W*(?:{words})(?:[\s:].*)?", str(value), IGNORED) is not None
    )


IGNORED = re.IGNORECASE | re.DOTALL


def sums_of_lots(
    grid: Grid,
    telling: Sequence[int],
    rows: NDArray[np.intp],
    group: NDArray[np.int64],
    held: NDArray[np.float64],
) -> Flags:
    """Which rows are sums of the others of their group. ``telling``: columns of lots, places or states;
    ``rows``: positions in the sheet; ``group``: per row; ``held``: stock with what of it is blocked.

    A row without a word is one where in every group that has such a row, and in one with two others at least,
    it is what the others come to: lots of one size add up by chance in some.
    """
    columns = [grid.columns[n] for n in telling]
    worded = np.any([_where_sums(column)[rows] for column in columns], axis=0)
    said = np.any([column.filled[rows] for column in columns], axis=0)
    is_lot = said & ~worded & np.isfinite(held)
    many = int(group.max(initial=-1)) + 1
    lots = np.bincount(group[is_lot], minlength=many)
    come_to = np.bincount(group[is_lot], weights=held[is_lot], minlength=many)
    found: Flags = worded & (lots > 0)[group]
    silent = ~said & (held > 0) & (lots > 0)[group]
    adds_up = np.abs(held - come_to[group]) <= CLOSE * np.abs(held)
    adds_up &= (np.bincount(group[silent], minlength=many) == 1)[group]
    if (silent & (lots >= TWO)[group]).any() and adds_up[silent].all():
        found |= silent
    return found


def _where_sums(column: Column) -> Flags:
    return column.where(says_sum)
