"""Lays out a table: column widths from what stands in them, rows that are never cut."""

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeAlias

from desktop_app.report.blocks import Cell, Column, Row, Table
from desktop_app.report.display import (
    GREY,
    INK,
    RULE,
    Line,
    Metrics,
    Op,
    Point,
    Text,
    moved,
    verdict_mark,
)
from desktop_app.report.line_breaking import longest_unit
from desktop_app.report.pieces import Piece

SIZE, SMALL = 7.6, 6.6
WORD = 4
"""Characters of a word in Chinese or Japanese that stays in a line of a heading. Own judgement."""
LEADING, SMALL_LEADING = 9.8, 8.6
PAD, ABOVE, BELOW = 4.0, 2.6, 3.2
MARK = 6.5
ROOMY = 0.62
"""A table whose lines need less than this share of the width gets only this share; one with notes
below its rows gets the whole, for they are longer than any cell."""
MEASURED_ROWS = 400
"""Widths are taken from so many rows, spread over the table; later text wraps into them."""
KEPT = 4_096
"""Cells of a column of which is remembered how they are drawn; a long table has a few thousand kinds."""
TO_WRITE, WRITING = 84.0, 19.0
"""Points a column and a row need at least to be written into by hand."""
_SUMS = re.compile("[^;；]+[;；]?")
NARROWEST, WIDEST_WORD, WIDEST_LINE, GUTTER = 8.0, 92.0, 240.0, 7.0


def table_pieces(
    table: Table, widths: Sequence[float], body: float, metrics: Metrics
) -> Iterator[Piece]:
    """The heading row and one piece per row; ``body`` is the height of a page in points."""
    grid = _Grid(table, widths, metrics)
    yield grid.head
    pieces = (piece for row in table.rows for piece in grid.row(row, body - grid.head.height))
    if not table.keep:
        yield from _bound(pieces, body / 8)
        return
    whole = list(pieces)
    fits = sum(piece.height for piece in whole) < body / 2
    yield from _bound(whole, body / 8, every=fits)


def _bound(pieces: Iterable[Piece], low: float, every: bool = False) -> Iterator[Piece]:
    """Binds the first two rows and the last two, if they are low, or every row to the next.

    Two are held back, not all: a table of 100,000 rows never stands in memory twice.
    """
    held: deque[Piece] = deque()
    is_first = True
    for piece in pieces:
        held.append(piece)
        if len(held) == 3:
            passing = held.popleft()
            bind = every or (is_first and passing.height < low)
            yield replace(passing, keep=True) if bind else passing
            is_first = False
    while held:
        passing = held.popleft()
        bind = bool(held) and (every or passing.height < low)
        yield replace(passing, keep=True) if bind else passing


def column_widths(tables: Sequence[Table], width: float, metrics: Metrics) -> list[float]:
    """Widths in points for tables of one kin, which have the same columns.

    Every column gets what its longest word needs, then its share of what whole lines need.
    """
    every = [row for table in tables for row in table.rows]
    rows = every[:: max(1, len(every) // MEASURED_ROWS)]
    least, most = [], []
    for at, column in enumerate(tables[0].columns):
        cells = [row.cells[at] for row in rows]
        low, high = _extent(column, cells, metrics)
        around = 2 * PAD + _gutter(tables[0].columns, at)
        least.append(low + around)
        most.append(max(high, low) + around)
    columns = tables[0].columns
    rigid = [column.kind != "text" for column in columns]
    noted = any(row.note or row.lead for row in rows)
    roomy = width if noted else width * ROOMY
    return _shared(_capped(least, rigid, width), most, (width, roomy), [c.fill for c in columns])


def _capped(least: list[float], rigid: list[bool], width: float) -> list[float]:
    """Where the longest words of all columns do not fit, the widest text columns give way.

    Numbers, days and verdicts stay whole as long as there is any room for words beside them.
    """
    if sum(least) <= width:
        return least
    kept = sum(low for low, is_rigid in zip(least, rigid, strict=True) if is_rigid)
    soft = [low for low, is_rigid in zip(least, rigid, strict=True) if not is_rigid]
    if kept + len(soft) * (NARROWEST + 2 * PAD) > width:
        cap = _cap(least, width)
        return [min(low, cap) for low in least]
    cap = _cap(soft, width - kept)
    return [low if is_rigid else min(low, cap) for low, is_rigid in zip(least, rigid, strict=True)]


def _cap(widths: Sequence[float], room: float) -> float:
    """The width at which the widest are cut so that all together fill the room."""
    rest, ordered = room, sorted(widths)
    for at, wide in enumerate(ordered):
        share = rest / (len(ordered) - at)
        if wide > share:
            return share
        rest -= wide
    return max(ordered, default=room)


def _gutter(columns: Sequence[Column], at: int) -> float:
    """Text to the right of a number needs more distance: they stand edge to edge."""
    after_number = at > 0 and columns[at - 1].kind == "number" and columns[at].kind != "number"
    return GUTTER if after_number else 0.0


def _half(head: str, metrics: Metrics) -> float:
    """Width at which a heading without blanks, as in Chinese, takes no more than two lines, and one
    where it is as short as a word. Such words may end a line anywhere: a column of small figures cut
    them into single characters."""
    if " " in head:
        return 0.0
    whole = metrics.width(head, SMALL, True)
    return min(whole, max(whole / 2 + SMALL / 2, WORD * SMALL))


def _extent(column: Column, cells: Sequence[Cell], metrics: Metrics) -> tuple[float, float]:
    """(width of the longest word, width of the longest line) of a column."""
    if column.fill:
        return TO_WRITE, TO_WRITE
    unbroken = column.kind in ("number", "day")
    low = max(longest_unit(column.title, SMALL, True), _half(column.title, metrics))
    high = min(metrics.width(column.title, SMALL, True), WIDEST_WORD)
    if column.unit:
        low = max(low, longest_unit(column.unit, SMALL), _half(column.unit, metrics))
    for cell in cells:
        mark = _indent(cell)
        whole = metrics.width(cell.text, SIZE, cell.strong) + mark
        below = metrics.width(cell.below, SMALL)
        high = max(high, whole, below)
        if unbroken:
            low = max(low, mark + _widest(cell.text, metrics, SIZE, cell.strong))
            low = max(low, _widest(cell.below, metrics, SMALL))
        elif column.kind == "verdict":
            low = max(low, whole, longest_unit(cell.below, SMALL))
        else:
            low = max(low, longest_unit(cell.text, SIZE, cell.strong) + mark)
            low = max(low, longest_unit(cell.below, SMALL))
    most = low if column.kind != "text" else min(low, WIDEST_WORD)
    return max(NARROWEST, most), high


def _widest(figures: str, metrics: Metrics, size: float, strong: bool = False) -> float:
    """Width of the widest figure of a cell; sums in several currencies may stand in several lines."""
    if ";" not in figures and "；" not in figures:
        return metrics.width(figures, size, strong)
    return max(metrics.width(one, size, strong) for one in _SUMS.findall(figures))


def _shared(
    least: list[float], most: list[float], room: tuple[float, float], fill: Sequence[bool]
) -> list[float]:
    """Widths that add up to the first of ``room``, or to the second where lines need less; what
    words leave over is for the columns to write in."""
    width, roomy = room
    if sum(least) >= width:
        return [low * width / sum(least) for low in least]  # what rounding left over
    spare, wanted = width - sum(least), sum(most) - sum(least)
    if wanted <= spare and any(fill):
        most = [
            min(high, WIDEST_LINE) if not to_write else high
            for high, to_write in zip(most, fill, strict=True)
        ]
        share = (width - sum(most)) / sum(fill)
        return [high + share * to_write for high, to_write in zip(most, fill, strict=True)]
    if wanted <= spare:
        full = roomy if sum(most) < roomy else width
        rest = full - sum(most)
        weights = [high * high for high in most]
        return [
            high + rest * weight / sum(weights) for high, weight in zip(most, weights, strict=True)
        ]
    return _grown(least, most, width)


def _grown(least: Sequence[float], most: Sequence[float], width: float) -> list[float]:
    """The room left over goes where lines are longest, and to no column beyond its longest line."""
    widths, growing = list(least), set(range(len(least)))
    while growing:
        roots = {at: max(0.0, min(most[at], WIDEST_LINE) - least[at]) ** 0.75 for at in growing}
        spare = width - sum(least[at] if at in growing else widths[at] for at in range(len(least)))
        whole = sum(roots.values())
        if not whole:
            break
        given = {at: least[at] + spare * root / whole for at, root in roots.items()}
        full = {at for at in growing if given[at] >= most[at]}
        widths = [most[at] if at in full else given.get(at, wide) for at, wide in enumerate(widths)]
        if not full:
            break
        growing -= full
    return widths


CellLine: TypeAlias = tuple[str, bool]
"""(text, whether it belongs to the smaller second part of the cell)."""


class _Grid:
    """The columns of one table with their widths, and its heading row."""

    def __init__(self, table: Table, widths: Sequence[float], metrics: Metrics) -> None:
        self.columns, self.widths, self.metrics = table.columns, widths, metrics
        self.width = sum(widths)
        self.lowest = WRITING if any(column.fill for column in table.columns) else 0.0
        self.places = self._places()
        # The same words come again and again in a long table; they are broken and drawn once. Kept in
        # plain dictionaries: a cache around a method of its own object waits for the collector.
        self.kept: list[dict[Cell, _Drawn]] = [{} for _ in widths]
        self.seen: list[dict[int, _Drawn]] = [{} for _ in widths]
        self.rules: dict[float, Line] = {}
        self.head = self._head() if table.headed else self._rule()

    def _rule(self) -> Piece:
        line = Line(0, 2, self.width, 2, INK, 0.6)
        return Piece(2.0, (line,), before=3.0, keep=True, role="head")

    def _places(self) -> list[tuple[Column, float, float]]:
        """(column, left edge, width) without the space between numbers and text."""
        x, places = 0.0, []
        for at, (column, room) in enumerate(zip(self.columns, self.widths, strict=True)):
            gutter = _gutter(self.columns, at)
            places.append((column, x + gutter, room - gutter))
            x += room
        return places

    def _head(self) -> Piece:
        """Titles stand on the lower line; units below them."""
        titles = [self._title(column, room - 2 * PAD) for column, _, room in self.places]
        height = ABOVE + max(len(title) for title in titles) * SMALL_LEADING + BELOW
        ops: list[Op] = []
        for (column, x, room), title in zip(self.places, titles, strict=True):
            bottom = height - BELOW - 1.6
            for back, (line, is_unit) in enumerate(reversed(title)):
                y = bottom - back * SMALL_LEADING
                line_of = Text(x + PAD, y, line, SMALL, not is_unit, GREY)
                ops.append(_aligned(line_of, column, room))
        ops.append(Line(0, height, self.width, height, INK, 0.8))
        return Piece(height, ops, before=3.0, keep=True, role="head")

    def _title(self, column: Column, room: float) -> list[CellLine]:
        """The lines of a title, then those of its unit."""
        units = self.metrics.lines(column.unit, room, SMALL) if column.unit else []
        titles = self.metrics.lines(column.title, room, SMALL, True)
        return [*((line, False) for line in titles), *((line, True) for line in units)]

    def row(self, row: Row, tallest: float) -> Iterator[Piece]:
        """One piece; several only where a single row is taller than a page."""
        most = max(1, int((tallest - ABOVE - BELOW) / LEADING))
        start, goes_on = 0, True
        while goes_on:
            if start:
                cells = [self._drawn(at, cell, start, most) for at, cell in enumerate(row.cells)]
            else:
                cells = [
                    seen.get(id(cell)) or self._begun(at, cell, most)
                    for at, (seen, cell) in enumerate(zip(self.seen, row.cells, strict=True))
                ]
            goes_on = any(cell.goes_on for cell in cells)
            note = self._note(row.note) if row.note and not goes_on else []
            room = self.width - 2 * PAD
            lead = self.metrics.lines(row.lead, room, SIZE, True) if row.lead and not start else []
            piece = self._row_piece(cells, note, lead)
            if row.again and not (row.cells[0].text and start == 0):
                piece.repeat = self._head_saying(row.again)
            yield piece
            start += most

    def _head_saying(self, again: str) -> Piece:
        """The heading of a page that goes on with a subject: its name stands in the first cell."""
        drawn = self._drawn(0, Cell(again, strong=True), 0, 1).ops
        return replace(self.head, ops=(*self.head.ops, *moved(drawn, 0.0, self.head.height)))

    def _begun(self, at: int, cell: Cell, most: int) -> "_Drawn":
        """The first lines of a cell, kept by its place in memory too: cells of a table stay in theirs,
        and many rows share one. ``most`` is the same for all rows of a table."""
        seen, kept = self.seen[at], self.kept[at]
        if len(seen) >= KEPT:
            seen.clear()
            kept.clear()
        if cell not in kept:
            kept[cell] = self._drawn(at, cell, 0, most)
        return seen.setdefault(id(cell), kept[cell])

    def _note_left(self) -> float:
        """A note stands under the first column that is wide enough for words."""
        return next((x for _, x, room in self.places if room > 4 * NARROWEST), 0.0)

    def _note(self, text: str) -> list[str]:
        """Its lines; a note of several things has one below the other."""
        room = self.width - self._note_left() - 2 * PAD
        return [line for one in text.split("\n") for line in self.metrics.lines(one, room, SIZE)]

    def _lines(self, cell: Cell, room: float) -> list[CellLine]:
        lines: list[CellLine] = []
        if cell.text or not cell.below:
            whole = self.metrics.lines(cell.text, room - _indent(cell), SIZE, cell.strong)
            lines += [(line, False) for line in whole]
        if cell.below:
            lines += [(line, True) for line in self.metrics.lines(cell.below, room, SMALL)]
        return lines

    def _drawn(self, at: int, cell: Cell, start: int, most: int) -> "_Drawn":
        """A cell of a column, drawn from the top of its row; ``most`` lines from line ``start``."""
        column, x, room = self.places[at]
        lines = self._lines(cell, room - 2 * PAD)
        right = x + room - PAD if column.kind == "number" else None
        ops: list[Op] = []
        if start == 0 and cell.mark is not None:
            ops += verdict_mark(cell.mark, x + PAD, ABOVE + LEADING / 2, MARK)
        y = ABOVE
        for text, is_small in lines[start : start + most]:
            y += SMALL_LEADING if is_small else LEADING
            if text:
                ops.append(_line(cell, text, (x, y), is_small, right))
        return _Drawn(y, tuple(ops), start + most < len(lines))

    def _row_piece(
        self, cells: Sequence["_Drawn"], note: Sequence[str], lead: Sequence[str]
    ) -> Piece:
        above = len(lead) * LEADING
        ops, tallest = list[Op](), self.lowest
        for cell in cells:
            ops += cell.ops
            tallest = max(tallest, cell.bottom)
        tallest += above
        height = tallest + len(note) * LEADING + BELOW
        if lead:
            ops = moved(ops, 0.0, above)
            ops += [
                Text(PAD, ABOVE + (at + 1) * LEADING - 2.4, line, SIZE, True)
                for at, line in enumerate(lead)
            ]
        if note:
            left = self._note_left() + PAD
            ops += [
                Text(left, tallest + (at + 1) * LEADING - 2.4, line, SIZE)
                for at, line in enumerate(note)
            ]
        if height not in self.rules:
            self.rules[height] = Line(0, height, self.width, height, RULE, 0.4)
        ops.append(self.rules[height])
        return Piece(height, tuple(ops), repeat=self.head, role="row")


class _Drawn(NamedTuple):
    """The lines of a cell and where they end below the top of the row, in points."""

    bottom: float
    ops: tuple[Op, ...]
    goes_on: bool


def _line(cell: Cell, text: str, place: Point, is_small: bool, right: float | None) -> Text:
    """A line of a cell from its left edge on, or up to ``right``, where numbers end."""
    x, y = place
    indent = 0.0 if is_small else _indent(cell)
    colour = GREY if is_small or cell.mark == "not_needed" else INK
    size, bold = (SMALL, False) if is_small else (SIZE, cell.strong)
    if right is not None:
        return Text(right + indent, y - 2.4, text, size, bold, colour, "end")
    return Text(x + PAD + indent, y - 2.4, text, size, bold, colour)


def _indent(cell: Cell) -> float:
    """Room for the mark before the word."""
    return 0.0 if cell.mark in (None, "not_needed") else MARK + 3


def _aligned(text: Text, column: Column, room: float) -> Text:
    """Numbers stand at the right edge of their column."""
    if column.kind != "number":
        return text
    x = text.x + room - 2 * PAD
    return Text(x, text.y, text.text, text.size, text.bold, text.colour, "end")
