"""What a table shows, as columns of distinct words, and which rows it shows in which order.

Supplier lists repeat themselves, so a column keeps each distinct text once and, per row, its number.
Sorting compares numbers and finding looks at each distinct text once; both stay quick at a million
rows. Nothing here knows Qt, so that both can run away from the window's thread.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from desktop_app.model.licence import Verdict
from desktop_app.model.spread import Spread
from desktop_app.ui.table_filters import ColumnFilter, holding
from desktop_app.ui.table_groups import Arranged, grouped

T = TypeVar("T")

Rows = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Column:
    """``words[of[row]]`` is the text of a row; "" where there is none.

    ``keys``: per word what it sorts by, None for words that come last whatever the direction;
    without keys the words sort by themselves. ``marks``: verdict per word. ``width`` in pixels is
    the least, ``most`` the widest that long words make it by themselves; ``grows`` is its share of
    spare width; columns with a ``falls`` number give way when
    the window is narrow, the smallest first. ``quiet``: shown in the softer colour.
    ``cut_inside``: too long words lose their middle, because they differ at the end.
    """

    id: str
    title: str
    words: Sequence[str]
    of: NDArray[np.int32]
    keys: Sequence[Any] | None = None
    marks: Sequence[Verdict | None] | None = None
    width: int = 80
    most: int = 0
    grows: int = 0
    falls: int = 0
    right: bool = False
    quiet: bool = False
    cut_inside: bool = False
    hint: str = ""
    whole: tuple[str, ...] = ()
    """Words that are never cut, however narrow the window is."""
    cut_to: Sequence[str] | None = None
    """Per word what stands in its place where it does not fit; without, it is cut at any letter."""
    amounts: Sequence[float | None] | None = None
    """Per word the number behind it, for a range; days as ordinals where ``is_day``."""
    is_day: bool = False
    is_spare: bool = False
    """Not shown until the user asks for it."""
    groups: bool = False
    """Says the same of many rows, so that rows can stand in groups by it."""

    @cached_property
    def canon(self) -> NDArray[np.int64]:
        """Per word the number of the first one that reads the same: two kinds may say one thing."""
        first: dict[str, int] = {}
        return np.fromiter(
            (first.setdefault(word, at) for at, word in enumerate(self.words)),
            np.int64,
            len(self.words),
        )

    @cached_property
    def ranks(self) -> NDArray[np.int64]:
        """Place of each word in the sorted order; -1 for those that come last."""
        keys: Sequence[Any] = (
            [word.casefold() or None for word in self.words] if self.keys is None else self.keys
        )
        known = sorted_in_runs([at for at, key in enumerate(keys) if key is not None], keys)
        ranks = np.full(len(keys), -1, dtype=np.int64)
        place, last = -1, object()
        for at in known:
            if keys[at] != last:
                place, last = place + 1, keys[at]
            ranks[at] = place
        return ranks

    @cached_property
    def folded(self) -> "Folded":
        """The words as they are compared when something is looked for."""
        return folded(self.words)


@dataclass(frozen=True, slots=True, eq=False)
class Folded:
    """Words in lower case behind one another, ``APART`` between them; ``starts``: where each begins.
    A million part numbers as words of their own take six times the memory."""

    text: str
    starts: NDArray[np.int64]

    def holding(self, piece: str) -> NDArray[np.bool_]:
        """Which words hold a piece, itself in lower case."""
        found = np.zeros(len(self.starts), dtype=np.bool_)
        if not piece or APART in piece:
            return found if piece else ~found
        places = [hit.start() for hit in re.finditer(re.escape(piece), self.text)]
        found[np.searchsorted(self.starts, places, side="right") - 1] = True
        return found


APART = "\0"
"""In no cell and no field to type into."""


def folded(words: Sequence[str]) -> Folded:
    """The words one by one in runs, with a pause for the window after each."""
    texts: list[str] = []
    lengths = np.empty(len(words), dtype=np.int64)
    for start in range(0, len(words), RUN):
        some = [word.casefold() for word in words[start : start + RUN]]
        lengths[start : start + RUN] = [len(word) for word in some]
        texts.append(APART.join(some))
    starts = np.cumsum(lengths + 1) - lengths - 1
    return Folded(APART.join(texts), starts)


RUN = 20_000
"""Words sorted in one go: Python's sort keeps every other thread waiting until it has ended, a tenth
of a second at some hundred thousand words."""
SAMPLED = 32
"""Words looked at per run to find where the runs divide; more makes them more alike in length."""


def sorted_in_runs(places: list[int], keys: Sequence[Any]) -> list[int]:
    """``places`` in the order of their keys, equal ones as they came: as ``sorted`` gives it, with a
    pause for the window after each run."""
    if len(places) <= RUN:
        return sorted(places, key=keys.__getitem__)
    runs = -(-len(places) // RUN)
    step = max(1, len(places) // (runs * SAMPLED))
    sample = sorted(keys[at] for at in places[::step])
    bounds = sample[SAMPLED::SAMPLED]
    divided: list[list[int]] = [[] for _ in range(len(bounds) + 1)]
    for at in places:
        divided[bisect_right(bounds, keys[at])].append(at)
    return [at for run in divided for at in sorted(run, key=keys.__getitem__)]


def kinds_column(
    name: str, title: str, source: Spread[T], say: Callable[[T], str], **more: Any
) -> Column:
    """A column that says something once per kind."""
    return Column(name, title, [say(kind) for kind in source.kinds], source.of, **more)


@dataclass(frozen=True, eq=False)
class TableData:
    """``order``: row numbers as they stand without sorting. ``groups``: a word per row to filter by,
    as (words, number per row)."""

    columns: tuple[Column, ...]
    order: Rows
    groups: tuple[tuple[str, ...], NDArray[np.int32]] | None = None
    searched: tuple[str, ...] = ()
    spoken: tuple[str, ...] = field(default=())
    """Columns a screen reader says for a whole row, first to last."""

    def __len__(self) -> int:
        return len(self.order)

    def column(self, name: str) -> Column:
        """A column by its id."""
        return next(column for column in self.columns if column.id == name)


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Which rows to show: sorted by a column or in the order given, of a group, with a text, as the
    filters of columns have it; under headings where ``group_by`` names a column, without the rows of
    those in ``folded``."""

    sort_by: str | None = None
    descending: bool = False
    group: str | None = None
    needle: str = ""
    filters: tuple[ColumnFilter, ...] = ()
    group_by: str | None = None
    folded: frozenset[str] = frozenset()


def arrange(data: TableData, wanted: Arrangement) -> Rows:
    """Numbers of the rows to show, from top to bottom."""
    rows = data.order
    if wanted.group is not None and data.groups is not None:
        words, of = data.groups
        rows = rows[
            np.isin(of[rows], [at for at, word in enumerate(words) if word == wanted.group])
        ]
    for asked in wanted.filters:
        column = data.column(asked.column)
        rows = rows[asked.passes(column)[column.of[rows]]]
    for word in wanted.needle.casefold().split():
        rows = rows[_holds(data, word)[rows]]
    if wanted.sort_by is None:
        return rows
    return _sorted(data.column(wanted.sort_by), rows, wanted.descending)


def arranged(data: TableData, wanted: Arrangement) -> Arranged:
    """The same under headings, where headings are wanted."""
    rows = arrange(data, wanted)
    if wanted.group_by is None:
        return Arranged(rows)
    return grouped(data.column(wanted.group_by), rows, wanted.folded)


def _holds(data: TableData, word: str) -> NDArray[np.bool_]:
    found = np.zeros(len(data), dtype=np.bool_)
    for name in data.searched:
        column = data.column(name)
        held = holding(column, word)
        if held.any():
            found |= held[column.of]
    return found


def _sorted(column: Column, rows: Rows, descending: bool) -> Rows:
    """Equal rows keep their order in both directions; rows without a key come last in both."""
    ranks = column.ranks[column.of[rows]]
    last = len(column.words)
    keys = np.where(ranks < 0, last, -ranks if descending else ranks)
    return rows[np.argsort(keys, kind="stable")]
