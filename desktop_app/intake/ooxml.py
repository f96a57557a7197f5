"""What calamine does not tell of a xlsx package: error cells, open formulas, what is hidden.

Each sheet part is streamed once in blocks of whole rows. A part that holds none of these costs one
inflate and a few searches; the work grows with what is found, not with the size of the sheet.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.etree import ElementTree

from desktop_app.intake.cell_comments import comments_of, has_comments
from desktop_app.intake.cell_looks import CellLooks
from desktop_app.intake.package_parts import sheet_parts
from desktop_app.intake.refusal import Refused
from desktop_app.intake.unpacked import Packed, Unpacked

BLOCK = 1 << 18
LARGEST_ROW = 64_000_000
"""Bytes of one row of XML; Excel's own limits allow about 17 MB, a flood has no end of a row."""
WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
LARGEST_WIDE = 128_000_000
"""Bytes of a sheet in UTF-16, which is looked at as a whole; no program in use writes one."""
LARGEST_SHEET = 3_000_000_000
LARGEST_AREA = 50_000_000
"""Cells of the rectangle that a sheet spans; readers allocate all of it."""
MOST_NOTED = 200_000
MOST_MERGED = 20_000
UNREADABLE = (
    KeyError, StopIteration, ElementTree.ParseError, zipfile.BadZipFile, OSError, ValueError,
    EOFError, NotImplementedError, RuntimeError, zlib.error,
)  # fmt: skip
"""What a damaged package makes the standard library raise."""

_ROW_TAG = re.compile(rb"<(?:\w+:)?row\b[^>]*>")
_COLUMN_TAG = re.compile(rb"<(?:\w+:)?col\b[^>]*>")
_CELL_TAG = re.compile(rb"<(?:\w+:)?c\b[^>]*>")
_ATTRIBUTE = re.compile(rb"(\w+)\s*=\s*[\"']([^\"']*)[\"']")
_ERROR = re.compile(rb"\st\s*=\s*[\"']e[\"']")
_TEXT_RESULT = re.compile(rb"\st\s*=\s*[\"']str[\"']")
_VALUE = re.compile(rb"<(?:\w+:)?v\b[^>]*>([^<]*)<")
_UNCALCULATED = re.compile(
    rb"<(?:\w+:)?f\b(?:[^>]*/>|[^>]*[^/]>[^<]*</(?:\w+:)?f>|>[^<]*</(?:\w+:)?f>)\s*"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_FILLED_CELL = re.compile(rb"<(?:\w+:)?c\b[^>]*\br=\"([A-Z]{1,3}\d{1,7})\"[^>]*(?<!/)>(?!</)")
_BEYOND_GRID = re.compile(rb"<(?:\w+:)?c\b[^>]*\br=\"([A-Z]{1,3}\d{8,20})\"")
"""A row that no sheet has; calamine allocates all rows up to it, and dies."""
_EMPTY_TEXT = re.compile(rb"<si>\s*<t[^>]{0,22}(?:/>|>\s*</t>)\s*</si>|<si\s*/>|<si></si>")
_EMPTY_CELL = re.compile(
    rb"(?<=[\"'s]>)<(?:v\s*/|v>\s*</v|t(?:\s[^>]*)?(?:/|>\s*</t))>\s*(?:</is>\s*)?</c>"
)
"""A value or an inline text without content; behind a formula it is looked at elsewhere."""
_MERGED = re.compile(rb"<mergeCell\s[^>]*?\bref\s*=\s*[\"'](\w+):(\w+)[\"']")
_PREFIX = re.compile(rb"(</?)\w+:")
_SHEET = re.compile(rb"<(?:work|chart|dialog|macro)sheet\b|<\w+:(?:work|chart|dialog|macro)sheet\b")
_HIDDEN = re.compile(rb"\shidden\s*=\s*[\"'](?:1|true)[\"']")


@dataclass
class SheetNotes:
    """Of one sheet: errors as (row, column, text), all 1-based; counts; what is hidden.

    ``filled`` counts cells that hold a value, independently of the reader; None if not counted.
    ``percent``: runs of cells shown as percent, as (column, first row, last row). ``comments``:
    (row, column, text). ``struck``: cells shown struck out. ``set_in``: cells shown set in, as (row, column, how
    far). ``padded``: runs of cells shown with noughts before
    them, as (column, first row, last row, pattern of ``number_formats``). ``merged``: as (first row, first column,
    last row, last column); None where they were not found out. ``is_sheet``: whether the part is a
    sheet at all, and not what a broken writer or a disk left in its place. ``texts_in_pieces``: whether
    texts of several looks stand in cells, which only a binary sheet has otherwise than plain ones.
    """

    hidden: bool = False
    errors: list[tuple[int, int, str]] = field(default_factory=list)
    uncalculated: list[tuple[int, int]] = field(default_factory=list)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)
    filled: int | None = None
    rows: int = 0
    percent: list[tuple[int, int, int]] = field(default_factory=list)
    comments: list[tuple[int, int, str]] = field(default_factory=list)
    struck: list[tuple[int, int]] = field(default_factory=list)
    set_in: list[tuple[int, int, int]] = field(default_factory=list)
    padded: list[tuple[int, int, int, str]] = field(default_factory=list)
    merged: list[tuple[int, int, int, int]] | None = None
    is_sheet: bool = True
    texts_in_pieces: bool = False

    def show_percent(self, row: int, column: int, times: int = 1) -> None:
        """Notes a cell that is shown as percent, and those below it; cells come row by row."""
        if len(self.percent) >= MOST_NOTED:
            return
        place = self._running.get(column)
        if place is not None and self.percent[place][2] == row - 1:
            self.percent[place] = (column, self.percent[place][1], row + times - 1)
        else:
            self._running[column] = len(self.percent)
            self.percent.append((column, row, row + times - 1))

    _running: dict[int, int] = field(default_factory=dict)

    def show_padded(self, row: int, column: int, pattern: str) -> None:
        """Notes a cell that is shown with noughts before it; cells come row by row."""
        place = self._padding.get(column, -1)
        last = self.padded[place] if place >= 0 else (0, 0, 0, "")
        if last[2] == row - 1 and last[3] == pattern:
            self.padded[place] = (column, last[1], row, pattern)
        elif len(self.padded) < MOST_NOTED:
            self._padding[column] = len(self.padded)
            self.padded.append((column, row, row, pattern))

    _padding: dict[int, int] = field(default_factory=dict)


def look_into(source: Packed | Unpacked) -> tuple[dict[str, SheetNotes], int]:
    """Notes per sheet name, and the number of links to other files.

    A package that cannot be followed yields no notes; a flood raises Refused.
    """
    try:
        with (
            source.package() if isinstance(source, Unpacked) else zipfile.ZipFile(source) as package
        ):
            shown = CellLooks.of(package)
            links = sum("externallinks/externallink" in n.casefold() for n in package.namelist())
            parts = sheet_parts(package)
            found = {
                name: _notes(package, part, hidden, shown) if part else SheetNotes(hidden)
                for name, hidden, part in parts
            }
            for name, _, part in parts if has_comments(package) else ():
                found[name].comments = comments_of(package, part) if part else []
            if _has_empty_texts(package):
                for notes in found.values():
                    notes.filled = None
            return found, links
    except UNREADABLE:
        return {}, 0


def _has_empty_texts(package: zipfile.ZipFile) -> bool:
    """A shared text that is empty: cells that name it look filled, so they cannot be counted."""
    names = [n for n in package.namelist() if n.casefold().endswith("sharedstrings.xml")]
    with package.open(names[0]) if names else io.BytesIO() as stream:
        rest = b""
        while block := stream.read(BLOCK):
            block = rest + block
            if _EMPTY_TEXT.search(_without_prefixes(block) if b":si>" in block else block):
                return True
            rest = block[-80:]
    return False


def _blocks(package: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    """The part in pieces that end with a row, the last one with the part. Raises Refused."""
    rest, seen = bytearray(), 0
    with package.open(part) as stream:
        while block := stream.read(BLOCK):
            seen += len(block)
            if seen > LARGEST_SHEET:
                raise Refused("E_ZIP_BOMB", str(seen))
            is_wide = (rest[:2] or block[:2]) in WIDE_MARKS
            cut = -1 if is_wide else block.rfind(b"row>")
            if cut < 0:
                rest += block  # a row of many cells, or the part before the first row
                if len(rest) > (LARGEST_WIDE if is_wide else LARGEST_ROW):
                    raise Refused("E_ZIP_BOMB", "a row without end")
                continue
            yield b"".join((rest, memoryview(block)[: cut + 4]))
            rest = bytearray(block[cut + 4 :])
    last = bytes(rest)
    yield last.decode("utf-16", "replace").encode() if last[:2] in WIDE_MARKS else last


def _notes(package: zipfile.ZipFile, part: str, hidden: bool, shown: CellLooks) -> SheetNotes:
    """Few searches and long needles: each search of a large sheet costs a fifth of unpacking it."""
    notes = SheetNotes(hidden)
    filled = last_row = 0
    block, far = b"", (0, 0)
    quotes = formulas = False
    manner = _Manner()
    for number, block in enumerate(_plain_blocks(package, part)):
        if number == 0:
            quotes, manner = b"r='" in block, _Manner.of(block)
            notes.is_sheet = _SHEET.search(block) is not None
        # A cell that holds nothing has no end tag of its own, or one right behind its beginning.
        filled += block.count(b"</c>") - manner.count_empty(block)
        if _holds(block, b't="e"') or (quotes and _holds(block, b"t='e'")):
            _find_errors(block, notes)
        formulas = formulas or _holds(block, b"</f>")
        if formulas:
            filled -= _find_uncalculated(block, notes)
        if _holds(block, b"hidden="):
            _find_hidden(block, notes)
        _find_looks(block, notes, shown)
        last_row = max(last_row, _last_row(block))
        if last_row * 702 > LARGEST_AREA and filled < last_row * 4:
            far = _check_area(block, far)
    notes.filled, notes.rows = filled, last_row
    notes.merged = _merged(block) if b"</sheetData>" in block else None
    return notes


def _find_looks(block: bytes, notes: SheetNotes, shown: CellLooks) -> None:
    for name in shown.percent.findall(block) if shown.percent else ():
        if (place := address(name)) is not None:
            notes.show_percent(*place)
    for tags, pattern in shown.padded:
        for name in tags.findall(block):
            if (place := address(name)) is not None:
                notes.show_padded(*place, pattern)
    for name in shown.struck.findall(block) if shown.struck else ():
        if (place := address(name)) is not None and len(notes.struck) < MOST_NOTED:
            notes.struck.append(place)
    for tags, depth in shown.set_in:
        for name in tags.findall(block):
            if (place := address(name)) is not None and len(notes.set_in) < MOST_NOTED:
                notes.set_in.append((*place, depth))


class _Manner(NamedTuple):
    """How a program writes cells that hold nothing, as its first rows show."""

    hollow: bool = False
    inline: bool = False
    empty: bool = False

    @classmethod
    def of(cls, block: bytes) -> "_Manner":
        empty = _EMPTY_CELL.search(block) is not None
        return cls(b'"></c>' in block, b"inlineStr" in block, empty)

    def count_empty(self, block: bytes) -> int:
        """Cells with an end tag and nothing in them."""
        count = block.count(b'"></c>') if self.hollow else 0
        if self.empty:
            return count + sum(1 for _ in _EMPTY_CELL.finditer(block))
        if self.inline and not self.hollow:  # nobody writes such cells in both ways
            hollow = (mark for mark in (b"<t></t></is>", b"<t/></is>") if _holds(block, mark))
            return count + sum(map(block.count, hollow))
        return count


def _holds(block: bytes, mark: bytes) -> bool:
    """Whether a mark that is mostly absent stands there. From the end it takes half as long: Python
    looks for the first sign of a mark by itself and skips faster so."""
    return block.rfind(mark) >= 0


def _plain_blocks(package: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    prefixed: bool | None = None
    for block in _blocks(package, part):
        prefixed = b":sheetData" in block if prefixed is None else prefixed
        yield _without_prefixes(block) if prefixed else block


def _without_prefixes(block: bytes) -> bytes:
    """Elements as most programs write them; what .NET exports calls each by a prefix, <x:c>."""
    return _PREFIX.sub(rb"\1", block)


def _merged(end: bytes) -> list[tuple[int, int, int, int]]:
    """The merged cells, which a sheet tells behind its rows."""
    areas = _MERGED.findall(end, max(0, end.rfind(b"</sheetData>")))
    corners = ((address(first), address(last)) for first, last in areas[:MOST_MERGED])
    return [(*first, *last) for first, last in corners if first is not None and last is not None]


def _last_row(block: bytes) -> int:
    start = block.rfind(b"<row ")
    tag = _ROW_TAG.match(block, start) if start >= 0 else None
    return _number(tag[0], b"r") if tag else 0


def _check_area(block: bytes, far: tuple[int, int]) -> tuple[int, int]:
    """Far-off cells: the rectangle up to them would be allocated. Only asked of sparse sheets.

    Row and column of the farthest that holds something, here or before. The far end of a sheet is
    often written because it has a format; no reader allocates anything for that.
    """
    beyond = _BEYOND_GRID.search(block)
    if beyond is not None:
        raise Refused("E_TOO_LARGE", beyond[1].decode())
    for found in _FILLED_CELL.finditer(block):
        place = address(found[1])
        if place is not None:
            far = (max(far[0], place[0]), max(far[1], place[1]))
    if far[0] * far[1] > LARGEST_AREA:
        raise Refused("E_TOO_LARGE", f"{far[0]} rows x {far[1]} columns")
    return far


def _number(tag: bytes, name: bytes) -> int:
    value = dict(_ATTRIBUTE.findall(tag)).get(name, b"")
    return int(value) if value.isdigit() else 0


LONGEST_TAG = 2_000
"""Bytes of the opening tag of a cell; further back nothing is looked for."""


def _cell_tag_before(block: bytes, position: int) -> bytes | None:
    """The opening tag of the cell whose content stands at ``position``."""
    floor = max(0, position - LONGEST_TAG)
    start = block.rfind(b"<c ", floor, position)
    if start < 0:
        start = block.rfind(b"<", floor, max(0, block.rfind(b":c ", floor, position)))
    tag = _CELL_TAG.match(block, max(0, start))
    return None if tag is None else tag[0]


def _cell_before(block: bytes, position: int) -> tuple[int, int] | None:
    tag = _cell_tag_before(block, position)
    return None if tag is None else address(dict(_ATTRIBUTE.findall(tag)).get(b"r", b""))


def _find_errors(block: bytes, notes: SheetNotes) -> None:
    for match in _ERROR.finditer(block):
        place = _cell_before(block, match.end())
        if place is None or len(notes.errors) >= MOST_NOTED:
            continue
        end = block.find(b"c>", match.end())
        value = _VALUE.search(block, match.end(), end if end > 0 else len(block))
        text = value[1].decode("utf-8", "replace") if value else "#?"
        notes.errors.append((*place, text))


def _find_uncalculated(block: bytes, notes: SheetNotes) -> int:
    """Formulas without a stored value. Returns how many cells hold an empty text instead."""
    empty = 0
    for match in _UNCALCULATED.finditer(block):
        tag = _cell_tag_before(block, match.start())
        if tag is None:
            continue
        if _TEXT_RESULT.search(tag) and b"v" in match[0].rpartition(b"f>")[2].partition(b"c>")[0]:
            empty += 1
            continue
        place = address(dict(_ATTRIBUTE.findall(tag)).get(b"r", b""))
        if place is not None and len(notes.uncalculated) < MOST_NOTED:
            notes.uncalculated.append(place)
    return empty


def _find_hidden(block: bytes, notes: SheetNotes) -> None:
    for match in _HIDDEN.finditer(block):
        start = block.rfind(b"<", 0, match.start())
        end = block.find(b">", start)
        tag = block[start : end + 1]
        if _ROW_TAG.match(tag) and len(notes.hidden_rows) < MOST_NOTED:
            notes.hidden_rows.append(_number(tag, b"r"))
        elif _COLUMN_TAG.match(tag) and len(notes.hidden_columns) < MOST_NOTED:
            low, high = _number(tag, b"min"), _number(tag, b"max")
            notes.hidden_columns += range(low, min(high, low + 200) + 1)


def address(text: bytes) -> tuple[int, int] | None:
    """``D17`` as (17, 4); None where it is no address."""
    match = re.fullmatch(rb"([A-Za-z]{1,3})(\d{1,7})", text)
    if match is None:
        return None
    column = 0
    for letter in match[1].upper():
        column = column * 26 + letter - 64
    return int(match[2]), column
