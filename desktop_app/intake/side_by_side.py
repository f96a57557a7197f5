"""Two lists beside one another on one sheet: each is read by itself."""

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from desktop_app.intake.asides import without_asides
from desktop_app.intake.grid import Column, Grid, Mask, Value
from desktop_app.intake.heading_lines import is_period
from desktop_app.intake.heading_text import is_of_others
from desktop_app.intake.headings import ALIASES, HeadingBook, normalise
from desktop_app.intake.planned_lists import bare, names_any, words_of
from desktop_app.intake.tables import FIRST_ROWS, IDENTITY, QUANTITIES, heading_score
from desktop_app.intake.totals import is_total

MOST_BLOCKS = 8
NARROWEST = 2


def blocks_of(grid: Grid, book: HeadingBook) -> list[Grid]:
    """The sheet cut at its empty columns, if what stands between them are lists of their own.

    They are where at least two blocks have a heading line and say a field of the same kind twice,
    such as a quantity; a list with an empty column in it says each thing once.
    """
    begins = _repeats(grid, book) or _named_again(grid, book)
    if len(begins) > 1:
        return _parted(grid, [*begins, len(grid.columns)], book)
    grid = without_asides(grid, book)
    spans = list(_spans(grid))
    if not 2 <= len(spans) <= MOST_BLOCKS:
        return [grid]
    if summed := [left for left, right in spans[1:] if _ends_in_sum(grid, left, right)]:
        return [_block(grid, a, b) for a, b in pairwise((0, *summed, len(grid.columns)))]
    said = [_best_heading(_block(grid, left, right), book) for left, right in spans]
    said = _without_continued(grid, spans, said, book)
    lists = [fields for fields in said if fields]
    if len(lists) == 1 and not _best_heading(grid, book):
        # Beside many other words in its line a short list is seen by itself only.
        edges = [*(left for left, _ in spans), len(grid.columns)]
        return [_block(grid, left, right) for left, right in pairwise(edges)]
    has_twice = any(first & other for n, first in enumerate(lists) for other in lists[n + 1 :])
    if len(lists) < 2 or not has_twice:
        return [grid]
    starts = [left for (left, _), fields in zip(spans, said, strict=True) if fields]
    # What stands beside a list without a heading of its own belongs to it.
    edges = [spans[0][0], *starts[1:], spans[-1][1]]
    return _parted(grid, edges, book)


def _parted(grid: Grid, edges: Sequence[int], book: HeadingBook) -> list[Grid]:
    return [without_asides(_block(grid, left, right), book) for left, right in pairwise(edges)]


def columns_aside(grid: Grid, used: Sequence[int], headings: Sequence[str] = ()) -> frozenset[int]:
    """Positions of the columns right of the last empty one after those that name and count the parts, and of
    those right of all ``headings``: what stands there, such as the sums of a summary, is of no row of the list.
    """
    if not used:
        return frozenset()
    last = max(used)
    headed = max((n for n, heading in enumerate(headings) if heading), default=len(grid.columns))
    empty = (n for n in range(last + 1, len(grid.columns)) if not grid.columns[n].filled.any())
    gap = next(empty, len(grid.columns))
    return frozenset(range(min(gap, max(last, headed)) + 1, len(grid.columns)))


def _ends_in_sum(grid: Grid, left: int, right: int) -> bool:
    """Whether a block beside a list ends in a sum of its own, beside a line that is none: what it says of firms
    or groups is of no part beside them."""
    rows = np.flatnonzero(np.any([column.filled for column in grid.columns[left:right]], axis=0))
    row = grid.row(int(rows[-1]))
    words = [value for value in row[left:right] if isinstance(value, str)]
    beside = [value for value in row[:left] if value is not None]
    has_figure = len(rows) > SUMS and any(isinstance(value, float) for value in row[left:right])
    is_sum = bool(words) and row[left] == words[0] and is_total(words[0]) and has_figure
    is_listed = len(beside) > 1 and not any(isinstance(v, str) and is_total(v) for v in beside)
    return is_sum and is_listed


def _without_continued(
    grid: Grid,
    spans: Sequence[tuple[int, int]],
    said: Sequence[frozenset[str]],
    book: HeadingBook,
) -> list[frozenset[str]]:
    """The headings of each block; none for what only goes on with the list to its left: in each of its
    rows something stands there, and it names no part, or has a row for each of that list."""
    found = [said[0]]
    for (left, right), fields in zip(spans[1:], said[1:], strict=True):
        own, before = (
            np.any([column.filled for column in grid.columns[a:b]], axis=0)
            for a, b in ((left, right), (spans[0][0], left))
        )
        own[: _top_of(grid, left, right, book)] = (
            False  # what stands over its headings is said of the sheet
        )
        goes_on = _is_beside(grid, own, before)
        if "part_number" in fields or (fields & OF_A_LIST and not fields.isdisjoint(IDENTITY)):
            # Two lists of parts are seldom of one length, and then say some headings twice.
            first = int(np.argmax(own))
            goes_on &= _ends_alike(grid, own, before, first, grid.columns[spans[0][0] : left])
            goes_on &= not _says_again(grid, first, spans[0][0], left, right)
            goes_on &= not _says_the_same(fields, frozenset().union(*found))
        found.append(frozenset() if goes_on else fields)
    return found


def _top_of(grid: Grid, left: int, right: int, book: HeadingBook) -> int:
    """The line above the best headings of a block, where groups may stand; 0 where it has none."""
    rows = range(min(grid.height, FIRST_ROWS))
    scores = [heading_score(grid.row(n)[left:right], book) for n in rows]
    best = max(scores, default=0.0)
    return max(0, scores.index(best) - 1) if best > 0 else 0


def _ends_alike(grid: Grid, own: Mask, before: Mask, first: int, beside: Sequence[Column]) -> bool:
    """Whether two blocks fill the same rows; the headings of one may have a line more, of words, and a lone cell
    of the columns ``beside`` names a group or goes on with a part."""
    other = np.flatnonzero((own != before)[first : _end_of(own, before)]) + first
    lone = np.sum([column.filled for column in beside], axis=0)[other] == 1
    return bool((_are_headings(grid, other, first) | (lone & before[other])).all())


def _are_headings(grid: Grid, rows: NDArray[np.intp], first: int) -> Mask:
    """Which rows may be lines of the headings of a block that begins in row ``first``: words at its top."""
    are_words = grid.texts_per_row[rows] == grid.filled_per_row[rows]
    found: Mask = (rows < first + HEADING_ROWS) & are_words
    return found


def _is_beside(grid: Grid, own: Mask, before: Mask) -> bool:
    """Whether the rows of a block are those of the list to its left: most of them, and no others but a
    sum or two below it and a line more of headings. What follows below an empty row, such as who approved it,
    may be of the left block alone."""
    return any(_covers(grid, own, before, n) for n in {len(own), _end_of(own, before)})


def _end_of(own: Mask, before: Mask) -> int:
    """One past the row in which the list ends that a block may go on with: an empty row follows."""
    last = int(np.flatnonzero(own)[-1])
    rest = np.flatnonzero(~(own | before)[last:])
    return last + int(rest[0]) if len(rest) else len(own)


def _covers(grid: Grid, own: Mask, before: Mask, stop: int) -> bool:
    own, before = own[:stop], before[:stop]
    if not before.any():
        return False
    first, last = int(np.argmax(own)), int(np.flatnonzero(before)[-1])
    alone = np.flatnonzero(own & ~before)
    alone = alone[~_are_headings(grid, alone, first)]
    covers = own.sum() >= MOSTLY * before[first:].sum()
    return bool(covers and len(alone) <= SUMS and (alone > last).all())


MOSTLY, SUMS = 0.6, 2
"""Share of the rows of a list that a block beside it goes on with, and rows of sums below. Own judgement."""


def _says_again(grid: Grid, first: int, begin: int, left: int, right: int) -> bool:
    """Whether the first rows of a block have a text that stands left of it in the same row."""
    rows = (grid.row(n)[begin:right] for n in range(first, min(first + HEADING_ROWS, grid.height)))
    return any(
        not {text for text in row[: left - begin] if text}.isdisjoint(row[left - begin :])
        for row in rows
        if all(value is None or isinstance(value, str) for value in row)
    )


def _says_the_same(fields: frozenset[str], before: frozenset[str]) -> bool:
    """Whether most of what a block says of its parts is said left of it already, in other words, and it
    counts or prices them once more: "Part, Description, Qty" beside "Artikelnummer, Bezeichnung, Menge"."""
    again = fields & before
    if again.isdisjoint(OF_A_LIST):
        return False
    is_whole = again == fields and len(again) >= FEWEST_AGAIN - 1
    return is_whole or (len(again) >= FEWEST_AGAIN and len(again) >= AGAIN * len(fields))


HEADING_ROWS = 3
"""Rows at the top of a block that may be its headings. Own judgement."""
OF_A_LIST = QUANTITIES | {"unit_price"}
FEWEST_AGAIN, AGAIN = 3, 0.6
"""Facts that two lists beside one another both say, and their share of those of the second. Own judgement."""


def _repeats(grid: Grid, book: HeadingBook) -> list[int]:
    """Where each of several lists begins whose headings are the same, beside one another without a gap:
    "Description, Qty, Description, Qty". A list of several prices says its first heading once."""
    for position in range(min(grid.height, FIRST_ROWS)):
        row = grid.row(position)
        texts = [(n, value) for n, value in enumerate(row) if isinstance(value, str)]
        same = [n for n, text in texts if text == texts[0][1]]
        if not 2 <= len(same) <= MOST_BLOCKS:
            continue
        begins = [_behind_gap(grid, row, n) for n in same]
        pieces = [row[a:b] for a, b in pairwise((*begins, len(row)))]
        are_lists = all(heading_score(piece, book) > 0 for piece in pieces) and _are_alike(pieces)
        if are_lists and not _is_lower_line(grid, position):
            return [0, *begins[1:]]
    return []


def _behind_gap(grid: Grid, row: Sequence[Value], begin: int) -> int:
    """Where a list begins that says its headings in another order, or its first in other words: behind the empty
    column left of it."""
    empty = (n for n in range(begin - 1, 0, -1) if not grid.columns[n].filled.any())
    gap = next(empty, begin)
    between = row[gap + 1 : begin]
    return gap + 1 if between and all(isinstance(text, str) for text in between) else begin


def _named_again(grid: Grid, book: HeadingBook) -> list[int]:
    """The same for lists that differ in the heading of what they list: "Electronic part, Qty, Price,
    Mechanical part, Qty, Price"."""
    for position in range(min(grid.height, FIRST_ROWS)):
        row = grid.row(position)
        told = [value for value in row if isinstance(value, str)]
        again = {text for text, times in Counter(told).items() if times > 1}
        if len(again) < FEWEST_TOLD_AGAIN or len(told) != len(row):
            continue
        begins = _begins_of_pieces(row, again)
        pieces = [row[a:b] for a, b in pairwise((*begins, len(row)))]
        if not 2 <= len(pieces) <= MOST_BLOCKS or not all(again <= set(one) for one in pieces):
            continue
        is_one_list = any(map(_names_other_side, (str(piece[0]) for piece in pieces)))
        if (
            not is_one_list
            and not _is_lower_line(grid, position)
            and all(heading_score(piece, book) > 0 for piece in pieces)
        ):
            return begins if _name_things(grid, position, begins) else []
    return []


def _names_other_side(heading: str) -> bool:
    """Whether a heading names what is bought instead of a part or offered for it, or the product that the parts
    go into."""
    is_other = any(names_any(heading, kind) for kind in ("instead", "offered"))
    return is_other or is_of_others(normalise(heading)) or bare(heading) in words_of("parents")


def _is_lower_line(grid: Grid, position: int) -> bool:
    """Whether the headings of some columns stand in the line above alone, beside years or what is no more or
    may be bought instead: then both lines head one list. Of the offers of two firms the first is read."""
    if not position:
        return False
    above, own = grid.row(position - 1), grid.row(position)
    lone = [n for n, text in enumerate(above) if isinstance(text, str) and own[n] is None]
    below = slice(position + 1, position + 1 + LOOKED_AT)
    are_columns = any(grid.columns[n].filled[below].any() for n in lone)
    return are_columns and any(
        is_period(text) or any(names_any(str(text), kind) for kind in ("former", "instead"))
        for text in above
        if text is not None
    )


FEWEST_TOLD_AGAIN = 2
"""Headings that each of several lists beside one another has in the same words. Own judgement."""


def _begins_of_pieces(row: Sequence[Value], again: Set[str]) -> list[int]:
    """Where a heading that is said once follows all those that are said again."""
    begins, seen = [0], set[Value]()
    for position, text in enumerate(row):
        if text not in again and seen == again:
            begins.append(position)
            seen = set()
        seen |= {text} & again
    return begins


def _name_things(grid: Grid, heading: int, begins: Sequence[int]) -> bool:
    """Whether each piece begins with texts."""
    rows = slice(heading + 1, heading + 1 + LOOKED_AT)
    columns = [grid.columns[n] for n in begins]
    return all(c.is_text[rows].sum() >= WORDED * max(1, c.filled[rows].sum()) for c in columns)


WORDED, LOOKED_AT = 0.8, 1_000
"""Share of texts in the column that names the things of a list, and rows that are looked at. Own judgement."""


def _are_alike(pieces: Sequence[Sequence[Value]]) -> bool:
    """Lists of the same kind: "Part number" of a place and of a shop in one list have other company."""
    first, *others = ({text for text in piece if isinstance(text, str)} for piece in pieces)
    return all(len(first & other) >= ALIKE * min(len(first), len(other)) for other in others)


ALIKE = 0.5
"""Share of the headings of the shorter of two lists that the other has too. Own judgement."""


def _spans(grid: Grid) -> Iterator[tuple[int, int]]:
    """(first, one past last) of the runs of columns that hold anything."""
    filled = np.array([bool(column.filled.any()) for column in grid.columns], dtype=np.int8)
    edges = np.flatnonzero(np.diff(np.concatenate(([0], filled, [0]))))
    for left, right in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        if right - left >= NARROWEST:
            yield left, right


def _best_heading(block: Grid, book: HeadingBook) -> frozenset[str]:
    """The fields that the best heading line of the first rows names; empty without one."""
    best: frozenset[str] = frozenset()
    best_score = 0.0
    for position in range(min(block.height, FIRST_ROWS)):
        row = block.row(position)
        score = heading_score(row, book)
        if score > best_score:
            texts = [value for value in row if isinstance(value, str)]
            names = {ALIASES.get(m.field, m.field) for text in texts for m in book.exact(text)}
            best, best_score = frozenset(names - {"other", "comment", "link"}), score
    return best


def _block(grid: Grid, left: int, right: int) -> Grid:
    """The columns left to right (one past the last) as a sheet of their own."""
    width = right - left
    return replace(
        grid,
        first_column=grid.first_column + left,
        columns=grid.columns[left:right],
        errors={(r, c - left): t for (r, c), t in grid.errors.items() if left <= c < right},
        uncalculated=[(r, c - left) for r, c in grid.uncalculated if left <= c < right],
        hidden_columns=frozenset(c - left for c in grid.hidden_columns if left <= c < right),
        percent=[(c - left, a, b) for c, a, b in grid.percent if left <= c < right],
        merged=[
            (top, max(a - left, 0), bottom, min(b - left, width - 1))
            for top, a, bottom, b in grid.merged
            if a < right and b >= left
        ],
    )
