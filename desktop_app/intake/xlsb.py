"""What calamine does not tell of a binary workbook: error cells, hidden rows, filled cells, percents.

The records of a sheet part are walked one after another: number, length, content.
"""

import io
import posixpath
import re
import struct
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

from desktop_app.intake.number_formats import pattern_of
from desktop_app.intake.ooxml import MOST_NOTED, UNREADABLE, SheetNotes
from desktop_app.intake.unpacked import Packed

ROW, BLANK, CELL_ERROR, FORMULA_ERROR, SHEET = 0, 1, 3, 11, 156
COLUMNS, SIZE, BEGIN_ROWS = 60, 148, 145
TEXT, TEXT_WITH_LOOKS = 6, 62
CELLS = frozenset((*range(2, 12), TEXT_WITH_LOOKS))
"""Records that hold a value; the format says number, error, truth, text or formula result."""
LARGEST_REWRITTEN = 120_000_000
"""Bytes of a package whose sheets are written anew; of a larger one such texts are told as not read."""

NUMBERS = (2, 5, 9)
"""Of these, records of numbers: two ways to write one, and the result of a formula."""
FORMAT, CELL_FORMAT, CELL_FORMATS, END_OF_CELL_FORMATS = 44, 47, 617, 618
BUILT_IN_PERCENT = (9, 10)
"""Number formats 0 % and 0.00 % of ECMA-376 part 1, 18.8.30; records are those of [MS-XLSB] 2.3.2."""

ERRORS = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?",
    0x24: "#NUM!", 0x2A: "#N/A", 0x2B: "#GETTING_DATA",
}  # fmt: skip
_HIDDEN_ROW, _HIDDEN_COLUMN = 0x10, 0x01
_MOST_COLUMNS = 16_384


def look_into(path: Packed) -> dict[str, SheetNotes]:
    """Notes per sheet name; a package that cannot be followed yields none."""
    try:
        with zipfile.ZipFile(path) as package:
            percents, padded = _formats(package)
            return {
                name: _notes(package.read(part), percents, padded)
                for name, part in _parts(package)
                if part
            }
    except (*UNREADABLE, struct.error, IndexError):
        return {}


def _records(content: bytes) -> Iterator[tuple[int, int, int]]:
    """(record number, start of content, length)."""
    position, end = 0, len(content)
    while position < end:
        number = content[position]
        position += 1
        if number & 0x80:
            number = (number & 0x7F) | (content[position] & 0x7F) << 7
            position += 1
        length = shift = 0
        while True:
            byte = content[position]
            position += 1
            length |= (byte & 0x7F) << shift
            shift += 7
            if not byte & 0x80 or shift >= 28:
                break
        yield number, position, length
        position += length


def without_looks(path: Packed) -> bytes | None:
    """The package with each text in pieces of several looks as a plain text, for the reader passes over such
    cells; None where it has none, or cannot be followed."""
    try:
        with zipfile.ZipFile(path) as package:
            if sum(entry.file_size for entry in package.infolist()) > LARGEST_REWRITTEN:
                return None
            plain = {part: _plain_texts(package.read(part)) for _, part in _parts(package) if part}
            if not any(plain.values()):
                return None
            made = io.BytesIO()
            with zipfile.ZipFile(made, "w") as out:
                for name in package.namelist():
                    out.writestr(name, plain.get(name) or package.read(name))
            return made.getvalue()
    except (*UNREADABLE, struct.error, IndexError):
        return None


def written_anew(path: Packed) -> tuple[bytes, list[str]] | None:
    """The package for a reader that gives all of it up where one sheet leads nowhere or does not tell its size,
    and the names of the sheets that lead nowhere; None where nothing of that kind is the matter."""
    try:
        with zipfile.ZipFile(path) as package:
            if sum(entry.file_size for entry in package.infolist()) > LARGEST_REWRITTEN:
                return None
            parts = list(_parts(package))
            prefixed = _with_prefix(package)
            lost = [name for name, part in parts if part is None]
            sized = {part: _with_size(package.read(part)) for _, part in parts if part}
            workbook = _workbook_name(package)
            made = io.BytesIO()
            with zipfile.ZipFile(made, "w") as out:
                for name in package.namelist():
                    content = sized.get(name) or package.read(name)
                    if lost and name == workbook:
                        content = _without_sheets(content, set(lost))
                    out.writestr(name, _without_prefix(content) if name in prefixed else content)
            return (made.getvalue(), lost) if lost or prefixed or any(sized.values()) else None
    except (*UNREADABLE, struct.error, IndexError, StopIteration):
        return None


_PREFIXED = re.compile(rb"(</?)(\w+):(Relationships?\b)")


def _with_prefix(package: zipfile.ZipFile) -> frozenset[str]:
    """Parts of relations whose elements have a prefix, which the reader does not look for."""
    named = (name for name in package.namelist() if name.casefold().endswith(".rels"))
    return frozenset(name for name in named if _PREFIXED.search(package.read(name)))


def _without_prefix(content: bytes) -> bytes:
    found = _PREFIXED.search(content)
    prefix = found[2] if found else b""
    return _PREFIXED.sub(rb"\1\3", content).replace(b"xmlns:" + prefix + b"=", b"xmlns=")


def _with_size(content: bytes) -> bytes:
    """The records of a sheet with its size before its rows; empty where it tells it."""
    begin = 0
    for number, start, length in _records(content):
        if number == SIZE:
            return b""
        if number == BEGIN_ROWS:
            size = struct.pack("<IIII", 0, 0, 0, 0)
            head = bytes((SIZE & 0x7F | 0x80, SIZE >> 7)) + _size(len(size))
            return content[:begin] + head + size + content[begin:]
        begin = start + length
    return b""


def _without_sheets(content: bytes, lost: set[str]) -> bytes:
    """The records of a workbook without those of some sheets."""
    made, begin = bytearray(), 0
    for number, start, length in _records(content):
        name = _wide_text(content, _wide_text(content, start + 8)[1])[0] if number == SHEET else ""
        if number != SHEET or name not in lost:
            made += content[begin : start + length]
        begin = start + length
    return bytes(made)


def _workbook_name(package: zipfile.ZipFile) -> str:
    return next(name for name in package.namelist() if name.casefold().endswith("workbook.bin"))


def _plain_texts(content: bytes) -> bytes:
    """The records of a sheet without looks in its texts; empty where there are none."""
    made, begin, after = bytearray(), 0, 0
    for number, start, length in _records(content):
        if number == TEXT_WITH_LOOKS:
            _, end = _wide_text(content, start + 9)
            body = content[start : start + 8] + content[start + 9 : end]
            made += content[after:begin] + bytes([TEXT]) + _size(len(body)) + body
            after = start + length
        begin = start + length
    return bytes(made + content[after:]) if made else b""


def _size(length: int) -> bytes:
    made = bytearray()
    while length > 0x7F:
        made.append(length & 0x7F | 0x80)
        length >>= 7
    return bytes((*made, length))


def _formats(package: zipfile.ZipFile) -> tuple[frozenset[int], dict[int, str]]:
    """Numbers of the cell formats that show a percentage; those that show noughts before a number, with the
    pattern that they show it by."""
    part = next((n for n in package.namelist() if n.casefold().endswith("styles.bin")), None)
    if part is None:
        return frozenset(), {}
    content = package.read(part)
    formats, found, place, is_cells = set(BUILT_IN_PERCENT), set(), 0, False
    patterns, padded = dict[int, str](), dict[int, str]()
    for number, start, _length in _records(content):
        if number == FORMAT:
            own, code = (
                struct.unpack_from("<H", content, start)[0],
                _wide_text(content, start + 2)[0],
            )
            patterns[own] = pattern_of(code)
            formats |= {own} if "%" in code else set()
        elif number in (CELL_FORMATS, END_OF_CELL_FORMATS):
            is_cells = number == CELL_FORMATS
        elif number == CELL_FORMAT and is_cells:
            form = struct.unpack_from("<H", content, start + 2)[0]
            if form in formats:
                found.add(place)
            if patterns.get(form):
                padded[place] = patterns[form]
            place += 1
    return frozenset(found), padded


def _notes(content: bytes, percents: frozenset[int], padded: dict[int, str]) -> SheetNotes:
    notes, row, filled = SheetNotes(), 0, 0
    for number, start, length in _records(content):
        if number == ROW:
            row = struct.unpack_from("<I", content, start)[0] + 1
            if length > 13 and content[start + 11] & _HIDDEN_ROW:
                notes.hidden_rows.append(row)
        elif number == COLUMNS and length > 16 and content[start + 16] & _HIDDEN_COLUMN:
            first, last = struct.unpack_from("<II", content, start)
            notes.hidden_columns += range(first + 1, min(last, first + 200, _MOST_COLUMNS - 1) + 2)
        elif number in CELLS:
            filled += 1
            notes.texts_in_pieces = notes.texts_in_pieces or number == TEXT_WITH_LOOKS
            if number in (CELL_ERROR, FORMULA_ERROR) and len(notes.errors) < MOST_NOTED:
                column = struct.unpack_from("<I", content, start)[0] + 1
                notes.errors.append((row, column, ERRORS.get(content[start + 8], "#?")))
            elif (percents or padded) and number in NUMBERS:
                column, form = struct.unpack_from("<II", content, start)
                if form & 0xFFFFFF in percents:
                    notes.show_percent(row, column + 1)
                if pattern := padded.get(form & 0xFFFFFF):
                    notes.show_padded(row, column + 1, pattern)
    notes.filled, notes.rows = filled, row
    return notes


def _parts(package: zipfile.ZipFile) -> Iterator[tuple[str, str | None]]:
    names = {name.replace("\\", "/").lstrip("/").casefold(): name for name in package.namelist()}
    workbook = next(name for name in names if name.endswith("workbook.bin"))
    folder, base = posixpath.split(workbook)
    relations = package.read(names[posixpath.join(folder, "_rels", f"{base}.rels")])
    targets = {
        element.get("Id", ""): element.get("Target", "")
        for element in ElementTree.fromstring(relations)  # noqa: S314 - no DTD: preflight
    }
    content = package.read(names[workbook])
    for number, start, _length in _records(content):
        if number == SHEET:
            reference, after = _wide_text(content, start + 8)
            name, _ = _wide_text(content, after)
            path = posixpath.normpath(posixpath.join(folder, targets.get(reference, "")))
            yield name, names.get(path.lstrip("/").casefold())


def _wide_text(content: bytes, start: int) -> tuple[str, int]:
    count = struct.unpack_from("<I", content, start)[0]
    end = start + 4 + 2 * count
    return content[start + 4 : end].decode("utf-16-le", "replace"), end
