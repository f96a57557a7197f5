"""Reads the cells of a plain sheet of a package by its tags, block by block.

Most long lists are plain: rows and cells in order, each with its address, holding a number, a text or
the result of a formula, and nothing else. Such a sheet is taken apart by splitting its text, which
costs half of what a parser takes, and no cell is made twice: a column is kept as its distinct values
and one code a cell. Every distinct piece is held against the forms it may have, so nothing is skipped
over. What has any other form (errors, formulas never calculated, days, odd order) raises NotPlain, and
the sheet is read by calamine; what is read here is what calamine says of it (the tests compare).

Element and attribute names: ECMA-376 part 1, 18.3.1 (sheets), 18.4 (shared texts), 18.8.30 (formats).
"""

import re
import sys
from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384
LARGEST_AREA = 50_000_000
"""Cells of the rectangle that a sheet spans; each of them gets a code."""
LONGEST_GAP = 10_000
"""Rows that may be left out between two; further down stands a stray cell."""
LONGEST_ROW = 8_000_000
"""Bytes of one row."""
MOST_MERGED = 20_000
"""As many as are taken over from any reader."""
LONGEST_NUMBER = 30
"""Characters of a number; longer ones are no figure of a list."""

_TAIL = re.compile(
    rb'(?: s="(\d{1,6})")?(?: t="(\w{1,9})")?'
    rb"(?:/>|></c>"
    rb"|>(?:<f(?: [^<>]*)?(?:(?<=/)>|>[^<]*</f>))?<v>([^<]+)</v></c>"
    rb'|><is><t( xml:space="preserve")?>([^<]+)</t></is></c>)'
    rb'(?:<c r="([A-Z]{1,3}))?'
)
"""What stands behind the address of a cell, up to the letters of the next one."""
_ADDRESS = re.compile(rb'([A-Z]{1,3})(\d{1,7})"')
_ROW_TAG = re.compile(rb'<row r="(\d{1,7})"(?: [\w:]+="[^"<>]*")*(/)?>')
_NUMBER = re.compile(rb"-?\d+(?:\.\d+)?(?:[eE][-+]?\d{1,3})?")
_MERGED = re.compile(rb'<mergeCell ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/>')
_ENCODING = re.compile(rb"encoding\s*=\s*[\"'](?!utf-8[\"'])", re.IGNORECASE)
_ESCAPED = re.compile(r"_x[0-9A-Fa-f]{4}_")
_CELL, _ROW_END = b'<c r="', b"</row>"
_BEGIN, _END = b"<sheetData>", b"</sheetData>"
_SPACES = " \t\r\n"
_NAMED = {"lt": "<", "gt": ">", "quot": '"', "apos": "'", "amp": "&"}
_REFERENCE = re.compile(r"&(?:(lt|gt|quot|apos|amp);|#x([0-9A-Fa-f]{1,6});|#(\d{1,7});|)")
_FIRST_SIGN = 0xA1
"""Below stand ASCII, control characters and the blank that does not break."""


class NotPlain(Exception):  # noqa: N818 - no fault: the sheet is read in the other way
    """The sheet holds something that only a parser should read."""


@dataclass(eq=False)
class PackedCells:
    """Cells of the rectangle from sheet row ``first_row``, column ``first_column`` (1-based) on.

    ``columns``: the distinct values of each, text, float or bool, '' where a cell is empty, in the
    order in which they first stand there. ``codes``: for each column, 4 bytes a cell, which of its
    values it holds. ``filled``: how many cells hold something. ``merged``: (top, left, bottom, right).
    """

    first_row: int
    first_column: int
    height: int
    columns: list[list[Any]]
    codes: list["array[int]"]
    filled: int
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)


def plain_text(raw: bytes, *, is_kept: bool) -> str:
    """A text of the package as calamine gives it; ``is_kept``: blanks at its ends too.

    Raises NotPlain for what must be read with more care, and for text that is empty.
    """
    try:
        text = raw.decode()
    except UnicodeDecodeError as broken:
        raise NotPlain from broken
    if not is_kept:
        text = text.strip(_SPACES)
    if not text or "\r" in text or (not is_kept and text != text.strip()):
        raise NotPlain
    if "_x" in text and _ESCAPED.search(text):
        raise NotPlain
    return _REFERENCE.sub(_character, text) if "&" in text else text


def _character(found: "re.Match[str]") -> str:
    """The character a reference stands for. Raises NotPlain for an unknown one, and for blanks and
    control characters, which may be told from those that are written out."""
    name = found[1]
    if name in _NAMED:
        return _NAMED[name]
    hexadecimal, decimal = found[2], found[3]
    code = int(hexadecimal, 16) if hexadecimal else int(decimal or 0)
    if code < _FIRST_SIGN or 0xD800 <= code < 0xE000 or code > sys.maxunicode:
        raise NotPlain
    return chr(code)


class _Values:
    """One column: its distinct values with their numbers, and a code a row."""

    def __init__(self, height: int) -> None:
        self.known: dict[Any, int] = {}
        self.codes: array[int] = array("i")
        if height:
            self.pad(height)

    def code(self, value: Any) -> int:
        return self.known.setdefault(value, len(self.known))

    def pad(self, height: int) -> None:
        """Empty cells down to a height."""
        missing = height - len(self.codes)
        if missing > 0:
            self.codes.extend(array("i", (self.code(""),)) * missing)

    def part(self, top: int, bottom: int) -> tuple[list[Any], "array[int]"]:
        """The values of some rows in the order in which they come, and their codes."""
        known, codes = list(self.known), self.codes
        if top == 0 and bottom == len(codes) - 1:
            return known, codes
        codes = codes[top : bottom + 1]
        again = {code: place for place, code in enumerate(dict.fromkeys(codes))}
        return [known[code] for code in again], array("i", map(again.__getitem__, codes))


class _Pieces(dict[bytes, int]):
    """The pieces known of one place of a row, each with the code of its value; a new one is read.

    ``following``: the letters of the next cell, or None at the end of a row.
    """

    def __init__(self, read: Callable[..., Any], values: _Values, following: bytes | None) -> None:
        self._read, self._values, self._following = read, values, following

    def __missing__(self, piece: bytes) -> int:
        found = _TAIL.fullmatch(piece)
        if found is None:
            raise NotPlain
        style, kind, value, kept, inline, following = found.groups()
        if following != self._following:
            raise NotPlain
        known = self._values.known
        read = self._read(style, kind, value, kept, inline)
        code = self[piece] = known.setdefault(read, len(known))
        return code


class Shared(Protocol):
    """What the sheets of a package share (see ``plain_package``)."""

    @property
    def numbers(self) -> frozenset[bytes]:
        """The cell formats that show a number as a number."""

    def text_at(self, number: int) -> str:
        """A shared text."""


class PlainReader:
    """Takes the blocks of one sheet part in their order; ``end`` gives its cells.

    ``heed`` is told the rows read so far. All methods raise NotPlain.
    """

    def __init__(self, shared: Shared, heed: Callable[[int], None]) -> None:
        self._shared, self._heed = shared, heed
        self._rest, self._has_begun = b"", False
        self._tail: list[bytes] = []
        self._first = self.last_row = 0
        self._columns: dict[bytes, _Values] = {}
        self._single: dict[bytes, _Pieces] = {}
        self._dense: tuple[bytes, list[tuple[_Values, _Pieces]]] | None = None

    def feed(self, block: bytes) -> bytes:
        """Reads the rows that end in a block; gives the text that is read up to."""
        if self._tail:
            self._tail.append(block)
            return b""
        whole = data = self._rest + block
        if not self._has_begun:
            at = data.find(_BEGIN)
            if at < 0 or b"<!" in data[:at] or _ENCODING.search(data, 0, at):
                raise NotPlain
            self._has_begun, data = True, data[at + len(_BEGIN) :]
        cut = data.rfind(_ROW_END)
        self._rest = data[cut + len(_ROW_END) :] if cut >= 0 else data
        if len(self._rest) > LONGEST_ROW:
            raise NotPlain
        if cut >= 0:
            self._take(_rows_in(data[:cut].split(_ROW_END)))
            self._heed(self.last_row)
        if self._rest.startswith(_END):
            self._tail.append(self._rest)
        return whole[: len(whole) - len(self._rest)]

    def end(self) -> PackedCells:
        """The cells, once the last block was fed."""
        tail = b"".join(self._tail)
        if not tail or b"<!" in tail or not self._columns:
            raise NotPlain
        merged = [
            (int(top), column_of(left), int(bottom), column_of(right))
            for left, top, right, bottom in _MERGED.findall(tail)
        ]
        if tail.count(b"<mergeCell ") != len(merged):
            raise NotPlain
        return self._packed(merged[:MOST_MERGED])

    def _take(self, rows: list[tuple[bytes, bytes]]) -> None:
        numbers = [int(number) for number, _ in rows]
        first, count = numbers[0], len(numbers)
        if not self._columns:
            self._first, self.last_row = first, first - 1
        is_dense = numbers == list(range(self.last_row + 1, self.last_row + 1 + count))
        if not (is_dense and self._take_dense(rows, count)):
            self._take_each(rows, numbers)

    def _take_dense(self, rows: list[tuple[bytes, bytes]], count: int) -> bool:
        """Rows that hold the same cells as the last one before them. False, and nothing is taken,
        where one does not."""
        if self._dense is None:
            return False
        lead, places = self._dense
        split = [cells.split(number + b'"') for number, cells in rows]
        width = len(places) + 1
        if any(len(pieces) != width or pieces[0] != lead for pieces in split):
            return False
        by_place = zip(*split, strict=True)
        next(by_place)
        before = [(len(values.known), len(known)) for values, known in places]
        try:
            coded = [
                array("i", map(known.__getitem__, pieces))
                for (_, known), pieces in zip(places, by_place, strict=True)
            ]
        except NotPlain:  # perhaps only a text that holds the number of its row
            for (values, known), sizes in zip(places, before, strict=True):
                _forget(values.known, sizes[0])
                _forget(known, sizes[1])
            return False
        for (values, _), codes in zip(places, coded, strict=True):
            values.codes.extend(codes)
        self.last_row += count
        for values in self._columns.values():
            values.pad(self.last_row + 1 - self._first)
        return True

    def _take_each(self, rows: list[tuple[bytes, bytes]], numbers: Sequence[int]) -> None:
        """Rows of any shape, cell by cell."""
        letters: list[bytes] = []
        for (number, cells), row in zip(rows, numbers, strict=True):
            if not self.last_row < row <= min(MOST_ROWS, self.last_row + LONGEST_GAP):
                raise NotPlain
            self.last_row = row
            letters = self._take_row(number, cells, row - self._first)
        for values in self._columns.values():
            values.pad(self.last_row + 1 - self._first)
        self._dense = self._shape(letters)

    def _take_row(self, number: bytes, cells: bytes, height: int) -> list[bytes]:
        """One row; the letters of its columns."""
        before, *parts = cells.split(_CELL)
        if before:
            raise NotPlain
        letters: list[bytes] = []
        last = 0
        for part in parts:
            address = _ADDRESS.match(part)
            if address is None or address[2] != number:
                raise NotPlain
            name = address[1]
            at = column_of(name)
            if at <= last:
                raise NotPlain
            last = at
            values = self._column(name)
            values.pad(height)
            values.codes.append(self._single[name][part[address.end() :]])
            letters.append(name)
        return letters

    def _column(self, name: bytes) -> _Values:
        values = self._columns.get(name)
        if values is None:
            values = self._columns[name] = _Values(0)
            self._single[name] = _Pieces(self._value, values, None)
        return values

    def _shape(self, letters: list[bytes]) -> tuple[bytes, list[tuple[_Values, _Pieces]]] | None:
        """How rows with these columns are taken apart; as before where they are the same."""
        if not letters:
            return None
        lead, following = _CELL + letters[0], [*letters[1:], None]
        columns = [self._columns[name] for name in letters]
        if self._dense is not None and [values for values, _ in self._dense[1]] == columns:
            return self._dense
        places = [
            (values, _Pieces(self._value, values, after))
            for values, after in zip(columns, following, strict=True)
        ]
        return lead, places

    def _value(
        self,
        style: bytes | None,
        kind: bytes | None,
        value: bytes | None,
        kept: bytes | None,
        inline: bytes | None,
    ) -> Any:
        """What a cell holds, from the parts of ``_TAIL``."""
        if inline is not None:
            if kind != b"inlineStr":
                raise NotPlain
            return plain_text(inline, is_kept=kept is not None)
        if value is None:
            return ""
        if kind == b"s" and value.isdigit():
            return self._shared.text_at(int(value))
        if kind == b"str":
            return plain_text(value, is_kept=True)
        if kind == b"b" and value in (b"0", b"1"):
            return value == b"1"
        is_number = kind in (None, b"n") and (style is None or style in self._shared.numbers)
        if not is_number or len(value) > LONGEST_NUMBER or not _NUMBER.fullmatch(value):
            raise NotPlain
        return float(value)

    def _packed(self, merged: list[tuple[int, int, int, int]]) -> PackedCells:
        """The rectangle from the first to the last row and column that hold something."""
        held = {column_of(name): values for name, values in self._columns.items()}
        held = {at: values for at, values in held.items() if any(v != "" for v in values.known)}
        edges = [edge for values in held.values() for edge in _edges(values)]
        if not edges:
            raise NotPlain
        top, bottom, left, right = min(edges), max(edges), min(held), max(held)
        height = bottom - top + 1
        if height * (right - left + 1) > LARGEST_AREA:
            raise NotPlain
        packed = PackedCells(self._first + top, left, height, [], [], 0, merged)
        for at in range(left, right + 1):
            values, codes = held[at].part(top, bottom) if at in held else _nothing(height)
            packed.filled += height - (codes.count(values.index("")) if "" in values else 0)
            packed.columns.append(values)
            packed.codes.append(codes)
        return packed


def _rows_in(chunks: Sequence[bytes]) -> list[tuple[bytes, bytes]]:
    """(number, text of its cells) of each row, from texts that each begin with the tag of a row."""
    rows: list[tuple[bytes, bytes]] = []
    for chunk in chunks:
        found = _ROW_TAG.match(chunk)
        while found is not None and found[2] is not None:
            rows.append((found[1], b""))
            found = _ROW_TAG.match(chunk, found.end())
        if found is None:
            raise NotPlain
        rows.append((found[1], chunk[found.end() :]))
    return rows


def column_of(letters: bytes) -> int:
    """``A`` as 1, ``XFD`` as 16384. Raises NotPlain beyond."""
    column = 0
    for letter in letters:
        column = column * 26 + letter - 64
    if column > MOST_COLUMNS:
        raise NotPlain
    return column


def _forget(known: dict[Any, int], size: int) -> None:
    """Takes the newest entries out again."""
    while len(known) > size:
        known.popitem()


def _edges(values: _Values) -> tuple[int, int]:
    """The first and the last place that is not empty, in a column that has such a place."""
    empty, codes = values.known.get("", -1), values.codes
    first = next(at for at, code in enumerate(codes) if code != empty)
    last = next(at for at in range(len(codes) - 1, -1, -1) if codes[at] != empty)
    return first, last


def _nothing(height: int) -> tuple[list[Any], "array[int]"]:
    return [""], array("i", bytes(4 * height))
