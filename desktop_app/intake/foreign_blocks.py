"""Blocks of cells below a list that are no parts, whatever they say: who changed it, who approved it, dates,
signs and their meanings, conditions, what is bought from whom. No heading of theirs need be known.

A block stands between empty rows below the list. It is foreign where each of its rows leaves most of the columns
empty that all parts fill, or has words there where parts have numbers, and its first row cannot be a part: words
without a figure, or a condition that is counted.
"""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from desktop_app.intake.answer_words import says_nothing
from desktop_app.intake.grid import MARKS, Column, Grid, Mask, Value, shown
from desktop_app.intake.numbers import number_of

FEWEST_PARTS = 3
"""Parts above such a block at least, which show what the columns hold. Own judgement."""
ALWAYS = 0.9
"""Share of the parts that fill a column, or hold numbers or figures in it, so that a part does. Own judgement."""
FITTING = 0.5
"""A row that fits this share of those columns or less is none of the list. Own judgement."""
COUNTED_FITTING = 0.7
"""The same of conditions with their numbers in a cell before them: one column that all parts fill is empty. Own
judgement."""
FEWEST_COLUMNS = 3
LONGEST_BLOCK = 60
LONGEST_LABEL = 40
"""Rows of such a block, and characters of a label in it, at most. Own judgement."""
_COUNTED = re.compile(r"[(\[]?(\d{1,2}|[a-z])[.)\]]?", re.IGNORECASE)
_DAY = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}")
_SAID = re.compile(r"[(\[]?(\d{1,2})[.)\]、]\s*\D.*|[*•·–—\-]\s*\S.*", re.DOTALL)


@dataclass(frozen=True)
class _Firm:
    """A column that the parts fill: with numbers, with texts that have a figure, or with other texts."""

    position: int
    column: Column
    is_number: bool
    has_figure: bool

    def fits(self, row: int) -> bool:
        value = self.column.values[self.column.codes[row]]
        if value is None:
            return False
        if self.is_number:
            return _is_number(value)
        is_word = isinstance(value, str) and value[0] not in MARKS
        if not self.has_figure:
            return is_word
        is_day = isinstance(value, str) and _DAY.fullmatch(value) is not None
        return isinstance(value, float) or (is_word and not is_day and any(map(str.isdigit, value)))


def foreign_blocks(
    grid: Grid, start: int, parts: Mask, fields: Mapping[str, int], *, fewest: int = 1
) -> Mask:
    """Rows of such blocks below the last row that fits the list.

    ``start``: sheet position of the first row below the heading; ``parts``: the rows still taken for parts;
    ``fewest``: cells of the widest row of a block at least.
    """
    filled = grid.filled_per_row[start : start + len(parts)]
    rows, listed = np.zeros(len(parts), dtype=np.bool_), parts.copy()
    blocks = list(_blocks(filled))
    for first, stop in blocks[1:][-MOST_BLOCKS:]:
        if not parts[first:stop].any():
            continue
        above = _full_rows(grid, np.flatnonzero(listed[:first]) + start)
        firm = _firm_columns(grid, above, fields) if len(above) >= FEWEST_PARTS else []
        if (
            len(firm) >= FEWEST_COLUMNS
            and stop - first <= LONGEST_BLOCK
            and filled[first:stop].max() >= fewest
            and _is_foreign(grid, firm, start + first, start + stop)
            and not _may_be_parts(grid, firm, start + first, start + stop, fields)
        ):
            rows[first:stop], listed[first:stop] = True, False
        else:
            rows[:stop] = False  # the list goes on here
            listed[:stop] = parts[:stop]
    return rows & parts


MOST_BLOCKS = 30
"""Blocks at the end of a list that are looked at."""


def _blocks(filled: NDArray[np.int32]) -> Iterator[tuple[int, int]]:
    """(first, one past last) of the runs of rows that hold anything, from top to bottom."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], (filled > 0).astype(np.int8), [0]))))
    yield from ((int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True))


def _full_rows(grid: Grid, rows: NDArray[np.intp]) -> NDArray[np.intp]:
    """Of the rows those that are about as full as most: alternatives and assemblies say little."""
    filled = grid.filled_per_row[rows]
    return rows[filled >= FULL * np.median(filled)] if len(rows) else rows


FULL = 0.6
"""Share of the usual number of cells that a full row has. Own judgement."""


def _firm_columns(grid: Grid, above: NDArray[np.intp], fields: Mapping[str, int]) -> list[_Firm]:
    found = []
    numbers = {fields[name] for name in ("part_number", "mpn") if name in fields}
    for position, column in enumerate(grid.columns):
        cells = column.take(above[-LOOKED_AT:])
        if cells.filled.mean() < ALWAYS:
            continue
        said = cells.filled & ~cells.where(lambda v: isinstance(v, str) and says_nothing(v))
        if not said.any():
            continue
        is_number = bool(cells.where(_is_number)[said].mean() >= ALWAYS)
        figured = cells.where(lambda v: any(map(str.isdigit, shown(v))))[said]
        is_figured = position in numbers and bool(figured.mean() >= ALWAYS)
        found.append(_Firm(position, column, is_number and not is_figured, is_figured))
    return found


LOOKED_AT = 1_000


def _is_foreign(grid: Grid, firm: Sequence[_Firm], first: int, stop: int) -> bool:
    said = [[v for v in grid.row(row) if v is not None] for row in range(first, stop)]
    is_counted = len(said) > 1 and len(said[0]) > 1 and _are_counted(said)
    if not (is_counted or _are_labels(said[0]) or _are_counted(said)):
        return False
    most = (COUNTED_FITTING if is_counted else FITTING) * len(firm)
    return all(sum(column.fits(row) for column in firm) <= most for row in range(first, stop))


def _may_be_parts(
    grid: Grid, firm: Sequence[_Firm], first: int, stop: int, fields: Mapping[str, int]
) -> bool:
    """Whether each row names a thing where the parts are described, and says nothing where they say otherwise:
    parts that nobody has numbered yet look so, and one too many is better than one that is lost."""
    fitting, told = {one.position: one for one in firm}, fields.get("description")
    if told not in fitting or not fitting[told].column.is_text[first:stop].all():
        return False
    if any(len(shown(grid.cell(row, told))) > LONGEST_LABEL for row in range(first, stop)):
        return False
    said = (
        (row, n)
        for row in range(first, stop)
        for n, value in enumerate(grid.row(row))
        if value is not None and not (isinstance(value, str) and says_nothing(value))
    )
    # "Spare parts" before each of them heads them; what approvals are called differs.
    heading = {
        n
        for n in fitting
        if stop - first > 1 and len({grid.cell(r, n) for r in range(first, stop)}) == 1
    }
    return all(n in heading or (n in fitting and fitting[n].fits(row)) for row, n in said)


def _are_labels(cells: Sequence[Value]) -> bool:
    """Two or more short words, all different, without a figure."""
    texts = [value for value in cells if isinstance(value, str) and value[0] not in MARKS]
    are_short = all(len(t) <= LONGEST_LABEL and not any(map(str.isdigit, t)) for t in texts)
    return len(cells) == len(texts) == len(set(texts)) >= 2 and are_short


def _are_counted(said: Sequence[Sequence[Value]]) -> bool:
    """Conditions: each row is one text, counted in itself or by the cell before it."""
    counts = [_count_of(cells) for cells in said]
    if any(count is None for count in counts):
        return False
    told = [count for count in counts if count]
    return not told or (told[0] == 1 and all(b == a + 1 for a, b in pairwise(told)))


def _count_of(cells: Sequence[Value]) -> int | None:
    """Which of the conditions a row is; 0 where it does not say so, None where it is none."""
    texts = [shown(value) for value in cells]
    if len(texts) == 1 and isinstance(cells[0], str):
        found = _SAID.fullmatch(texts[0])
        return int(found[1]) if found and found[1] else 0
    if len(texts) != 2 or not isinstance(cells[1], str) or " " not in texts[1].strip():
        is_told = len(texts) == 2 and isinstance(cells[1], str) and len(texts[1]) >= LONG_IN_SIGNS
        if not is_told or texts[1].isascii():
            return None
    found = _COUNTED.fullmatch(texts[0])
    return int(found[1]) if found and found[1].isdigit() else None


LONG_IN_SIGNS = 8
"""Signs of a sentence in a script without blanks at least. Own judgement."""


def _is_number(value: Value) -> bool:
    return not math.isnan(number_of(value, False))
