"""Rows under headings: those that say the same in one column stand together.

A heading is a row too. In the list of row numbers it is the negative of its word's number, less one,
so that the list stays one array of whole numbers at any length. Nothing here knows Qt.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from desktop_app.ui.table_data import Column, Rows


@dataclass(frozen=True, eq=False)
class Arranged:
    """``rows``: row numbers from top to bottom, headings among them. ``counts``: parts by the number
    of a heading's word in the column ``group_by``; ``folded``: numbers whose parts are put away."""

    rows: "Rows"
    group_by: str | None = None
    counts: Mapping[int, int] = field(default_factory=dict)
    folded: frozenset[int] = frozenset()

    @property
    def parts(self) -> int:
        """Rows that were found, those put away under their heading too."""
        return len(self.rows) if self.group_by is None else sum(self.counts.values())


def heading(code: int) -> int:
    """The row number that stands for the heading of a word; of that number, the word again."""
    return -code - 1


def grouped(column: "Column", rows: "Rows", folded: frozenset[str]) -> Arranged:
    """Groups stand in the order of their first rows, so that what was on top stays on top.

    ``folded``: words of the groups whose rows are put away.
    """
    codes = column.canon[column.of[rows]]
    found, first, inverse, counts = np.unique(
        codes, return_index=True, return_inverse=True, return_counts=True
    )
    place = np.empty(len(found), np.int64)
    place[np.argsort(first, kind="stable")] = np.arange(len(found))
    at = place[inverse.ravel()]
    order = np.argsort(at, kind="stable")
    by_place = np.argsort(place)
    away = np.fromiter((column.words[code] in folded for code in found.tolist()), np.bool_)
    starts = np.cumsum(counts[by_place]) - counts[by_place]
    shown = np.insert(rows[order], starts, heading(0) - found[by_place])
    owner = np.insert(at[order], starts, np.arange(len(found)))
    if away.any():
        shown = shown[~away[by_place][owner] | (shown < 0)]
    return Arranged(
        shown.astype(np.int64),
        column.id,
        dict(zip(found.tolist(), counts.tolist(), strict=True)),
        frozenset(int(code) for code in found[away]),
    )
