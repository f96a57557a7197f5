"""Odd binary workbooks, record by record: xlsb, and Excel 5 to 2003 in their envelopes and code pages."""

# ruff: noqa: E501 - tables of files, one a line

import hashlib
import io
import struct
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from tests.workbooks.binary import _biff as biff
from tests.workbooks.binary import _entry as entry
from tests.workbooks.binary import _ole as ole
from tests.workbooks.binary import _record as record
from tests.workbooks.binary import _wide as wide
from tests.workbooks.binary import make_xls, make_xlsb
from tests.workbooks.hostile_parts import OFFICE, RELATIONS, package
from tests.workbooks.odd_parts import HEADS, TABLE, WHOLE, content, odd

KIND = "binary"
Cells = Sequence[Sequence[Any]]


def _file(make: Callable[[Path, Cells], Path], rows: Cells = TABLE) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        return make(Path(folder) / "made", rows).read_bytes()


# xlsb


def rk(value: float) -> bytes:
    """A number in four bytes, as a whole number or as one of hundredths."""
    if value == int(value):
        return struct.pack("<i", int(value) << 2 | 2)
    return struct.pack("<i", round(value * 100) << 2 | 3)


def _plain(column: int, value: Any, _: list[str]) -> bytes:
    place = struct.pack("<II", column, 0)
    return (
        record(6, place + wide(value))
        if isinstance(value, str)
        else record(5, place + struct.pack("<d", value))
    )


def _shared(column: int, value: Any, texts: list[str]) -> bytes:
    place = struct.pack("<II", column, 0)
    if not isinstance(value, str):
        return record(2, place + rk(value))
    texts.append(value)
    return record(7, place + struct.pack("<I", len(texts) - 1))


def _reckoned(column: int, value: Any, _: list[str]) -> bytes:
    """Every cell is a formula with its value."""
    place, formula = (
        struct.pack("<II", column, 0),
        struct.pack("<HI", 0, 3) + b"\x1e\1\0" + bytes(4),
    )
    if isinstance(value, str):
        return record(8, place + wide(value) + formula)
    return record(9, place + struct.pack("<d", value) + formula)


def xlsb(
    cell: Callable[[int, Any, list[str]], bytes] = _plain,
    state: int = 0,
    table: bool = True,
    size: bool = True,
    more: dict[str, str | bytes] | None = None,
) -> bytes:
    texts: list[str] = []
    sheet = (
        record(129) + (record(148, struct.pack("<IIII", 0, 4, 0, 4)) if size else b"") + record(145)
    )
    for number, row in enumerate(TABLE):
        sheet += record(0, struct.pack("<IIHBBB", number, 0, 300, 0, 0, 0) + struct.pack("<I", 0))
        sheet += b"".join(cell(column, value, texts) for column, value in enumerate(row))
    sheet += record(146) + record(130)
    bundle = struct.pack("<II", state, 1) + wide("rId1") + wide("Parts")
    book = record(131) + record(143) + record(156, bundle) + record(144) + record(132)
    shared = record(159, struct.pack("<II", len(texts), len(texts)))
    shared += b"".join(record(19, b"\0" + wide(text)) for text in texts) + record(160)
    link = f'<Relationship Id="s" Type="{OFFICE}/sharedStrings" Target="sharedStrings.bin"/>'
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{RELATIONS}"><Relationship Id="r" Type="{OFFICE}/officeDocument" Target="xl/workbook.bin"/></Relationships>',
        "xl/workbook.bin": book,
        "xl/_rels/workbook.bin.rels": f'<Relationships xmlns="{RELATIONS}"><Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.bin"/>{link if texts else ""}</Relationships>',
        "xl/worksheets/sheet1.bin": sheet,
    }
    return package(
        parts | ({"xl/sharedStrings.bin": shared} if texts and table else {}) | (more or {})
    )


# xls


def _text8(row: int, column: int, text: str) -> bytes:
    place = struct.pack("<HHH", row, column, 0)
    return biff(0x0204, place + struct.pack("<HB", len(text), 1) + text.encode("utf-16-le"))


def _number(row: int, column: int, value: float) -> bytes:
    return biff(0x0203, struct.pack("<HHHd", row, column, 0, value))


def _sheet(cells: bytes, version: int = 0x0600) -> bytes:
    bof = struct.pack("<HHHH", version, 0x0010, 0, 0) + (bytes(8) if version == 0x0600 else b"")
    return biff(0x0809, bof) + cells + biff(0x000A)


def stream8(
    sheets: Sequence[tuple[str, int, bytes]], globals_: bytes = b"", code: int = 1200
) -> bytes:
    """The stream of an Excel 97 book: (name, state, cells) of each sheet."""
    start = (
        biff(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0))
        + biff(0x0042, struct.pack("<H", code))
        + globals_
    )
    names = [(n, s, struct.pack("<BB", len(n), 1) + n.encode("utf-16-le")) for n, s, _ in sheets]
    at = len(start) + sum(4 + 6 + len(text) for _, _, text in names) + 4
    bounds, bodies = b"", b""
    for (_, state, text), (_, _, cells) in zip(names, sheets, strict=True):
        bounds += biff(0x0085, struct.pack("<IBB", at + len(bodies), state, 0) + text)
        bodies += _sheet(cells)
    return start + bounds + biff(0x000A) + bodies


def cells8(rows: Cells = TABLE) -> bytes:
    return b"".join(
        _text8(r, c, v) if isinstance(v, str) else _number(r, c, v)
        for r, row in enumerate(rows)
        for c, v in enumerate(row)
    )


def _compact() -> bytes:
    """Shared texts over two records, and rows of short numbers in one record each."""
    texts = [v for row in TABLE for v in row if isinstance(v, str)]
    packed = [struct.pack("<HB", len(t), 0) + t.encode("latin-1") for t in texts]
    half = len(packed) // 2
    table = biff(0x00FC, struct.pack("<II", len(texts), len(texts)) + b"".join(packed[:half]))
    table += biff(0x003C, b"".join(packed[half:]))
    cells, at = b"", 0
    for r, row in enumerate(TABLE):
        for c, v in enumerate(row):
            if isinstance(v, str):
                cells += biff(0x00FD, struct.pack("<HHHI", r, c, 0, at))
                at += 1
        if r:
            pair = b"".join(struct.pack("<H", 0) + rk(float(v)) for v in row[3:])
            cells += biff(0x00BD, struct.pack("<HH", r, 3) + pair + struct.pack("<H", 4))
    return ole("Workbook", stream8([("Parts", 0, cells)], table))


def _formulas() -> bytes:
    """Every cell a formula; texts follow in a record of their own."""
    cells, tail = b"", struct.pack("<HIH", 0, 0, 3) + b"\x1e\1\0"
    for r, row in enumerate(TABLE):
        for c, v in enumerate(row):
            place = struct.pack("<HHH", r, c, 0)
            if isinstance(v, str):
                cells += biff(0x0006, place + b"\0\0\0\0\0\0\xff\xff" + tail)
                cells += biff(0x0207, struct.pack("<HB", len(v), 0) + v.encode("latin-1"))
            else:
                cells += biff(0x0006, place + struct.pack("<d", v) + tail)
    return ole("Workbook", stream8([("Parts", 0, cells)]))


def stream5(rows: Cells, code: int, encoding: str, version: int = 0x0500) -> bytes:
    """The stream of an Excel 5 book, its texts in a code page."""
    cells = b""
    for r, row in enumerate(rows):
        for c, v in enumerate(row):
            if isinstance(v, str):
                text = v.encode(encoding)
                cells += biff(0x0204, struct.pack("<HHHH", r, c, 0, len(text)) + text)
            else:
                cells += _number(r, c, v)
    start = biff(0x0809, struct.pack("<HHHH", version, 0x0005, 0, 0)) + biff(
        0x0042, struct.pack("<H", code)
    )
    name = b"Parts"
    at = len(start) + 4 + 7 + len(name) + 4
    bound = biff(0x0085, struct.pack("<IBBB", at, 0, 0, len(name)) + name)
    return start + bound + biff(0x000A) + _sheet(cells, version)


def _page(number: str, code: int, encoding: str) -> Callable[[], bytes]:
    rows = (HEADS, (number, *TABLE[1][1:]), *TABLE[2:])
    return lambda: ole("Book", stream5(rows, code, encoding))


def _first(number: str) -> tuple[Any, ...]:
    return ((number, *WHOLE[0][1:]), *WHOLE[1:])


def _both() -> bytes:
    """A book saved for Excel 5 and 97 at once holds both streams; the newer one counts."""
    old = stream5((HEADS, ("OLD-1", *TABLE[1][1:])), 1252, "cp1252").ljust(4608, b"\0")
    new = stream8([("Parts", 0, cells8())]).ljust(4608, b"\0")
    none, sectors = 0xFFFFFFFF, 9
    one = [*range(3, 2 + sectors), 0xFFFFFFFE]
    two = [*range(3 + sectors, 2 + 2 * sectors), 0xFFFFFFFE]
    table = [0xFFFFFFFD, 0xFFFFFFFE, *one, *two]
    table += [none] * (128 - len(table))
    head = bytearray(ole("Workbook", new)[:512])
    left = bytearray(entry("Book", 2, none, 2, len(old)))
    left[72:76] = struct.pack("<I", 2)
    directory = (
        entry("Root Entry", 5, 1, 0xFFFFFFFE, 0)
        + bytes(left)
        + entry("Workbook", 2, none, 2 + sectors, len(new))
        + bytes(128)
    )
    return bytes(head) + struct.pack("<128I", *table) + directory + old + new


def _locked8() -> bytes:
    lock = biff(0x002F, struct.pack("<HHH", 1, 1, 1) + bytes(48))
    start = biff(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0))
    return ole("Workbook", start + lock + bytes(range(256)) * 8)


def _flat(version: int) -> bytes:
    """Excel 2 to 4: one sheet without an envelope."""
    bof = {2: 0x0009, 3: 0x0209, 4: 0x0409}[version]
    cells = b""
    for r, row in enumerate(TABLE):
        for c, v in enumerate(row):
            if version == 2:
                place = struct.pack("<HH3x", r, c)
                text = str(v).encode()
                cells += (
                    biff(0x0004, place + bytes([len(text)]) + text)
                    if isinstance(v, str)
                    else biff(0x0003, place + struct.pack("<d", v))
                )
            else:
                text = str(v).encode()
                cells += (
                    biff(0x0204, struct.pack("<HHHH", r, c, 0, len(text)) + text)
                    if isinstance(v, str)
                    else _number(r, c, v)
                )
    return (
        biff(bof, struct.pack("<HHH", version, 0x0010, 0)[: 4 if version == 2 else 6])
        + cells
        + biff(0x000A)
    )


PADDED: dict[str, str | bytes] = {
    "docProps/thumbnail.jpeg": b"".join(hashlib.sha256(bytes([n])).digest() for n in range(256))
}


def _locked(
    password: str, inner: Callable[[], bytes] = lambda: package(content() | PADDED)
) -> Callable[[], bytes]:
    """A workbook locked the way Excel does it. The writer of the envelope fails over less than 4 kB, which
    no workbook of Excel's is: there is a picture in it."""

    def make() -> bytes:
        from msoffcrypto.format.ooxml import OOXMLFile

        out = io.BytesIO()
        OOXMLFile(io.BytesIO(inner())).encrypt(password, out)
        return out.getvalue()

    return make


def _full() -> bytes:
    return ole("Workbook", stream8([("Parts", 0, cells8() + _text8(65535, 0, "K-99"))]))


def _stream_named(name: str) -> bytes:
    return ole(name, bytes(range(256)) * 20)


DEFAULT = "VelvetSweatshop"
# fmt: off
odd("plain.xlsb", KIND, "OPEN", xlsb, sheets=1)
odd("shared_texts_and_short_numbers.xlsb", KIND, "OPEN", lambda: xlsb(_shared), sheets=1)
odd("all_formulas.xlsb", KIND, "OPEN", lambda: xlsb(_reckoned), sheets=1)
odd("hidden_sheet.xlsb", KIND, "OPEN_WITH_WARNING", lambda: xlsb(state=1), sheets=1, warnings=("W_HIDDEN",))
odd("very_hidden_sheet.xlsb", KIND, "OPEN_WITH_WARNING", lambda: xlsb(state=2), sheets=1, warnings=("W_HIDDEN",))
odd("shared_texts_missing.xlsb", KIND, "E_MISSING_PART_OR_E_CORRUPT", lambda: xlsb(_shared, table=False), None)
odd("without_dimension.xlsb", KIND, "OPEN_OR_E_CORRUPT", lambda: xlsb(size=False))
odd("named_xlsx.xlsx", KIND, "OPEN", xlsb, sheets=1)
odd("default_password.xlsx", KIND, "OPEN", _locked(DEFAULT), sheets=1)
odd("default_password.xlsb", KIND, "OPEN", _locked(DEFAULT, lambda: xlsb(more=PADDED)), sheets=1)
odd("default_password_named_xls.xls", KIND, "OPEN", _locked(DEFAULT), sheets=1)
odd("password.xlsx", KIND, "E_ENCRYPTED", _locked("Frühling 2026"), None)
odd("password_given.xlsx", KIND, "OPEN", _locked("Frühling 2026"), sheets=1, passwords=("nein", "Frühling 2026"))
odd("password_wrong.xlsx", KIND, "E_WRONG_PASSWORD", _locked("Frühling 2026"), None, passwords=("nein",))
odd("plain_97.xls", KIND, "OPEN", lambda: _file(make_xls), sheets=1)
odd("plain_97_named_xlsx.xlsx", KIND, "OPEN", lambda: _file(make_xls), sheets=1)
odd("plain_97_named_csv.csv", KIND, "OPEN", lambda: _file(make_xls), sheets=1)
odd("written_by_wps.et", KIND, "OPEN", lambda: _file(make_xls), sheets=1)
odd("xlsb_of_others.xls", KIND, "OPEN", lambda: _file(make_xlsb), sheets=1)
odd("compact_97.xls", KIND, "OPEN", _compact, sheets=1)
odd("formulas_97.xls", KIND, "OPEN", _formulas, sheets=1)
odd("two_sheets_one_hidden_97.xls", KIND, "OPEN_WITH_WARNING", lambda: ole("Workbook", stream8([("Liste", 0, cells8(TABLE[:3])), ("Älter", 1, cells8((HEADS, *TABLE[3:])))])), sheets=2, warnings=("W_HIDDEN",))
odd("stream_in_capitals.xls", KIND, "OPEN", lambda: ole("WORKBOOK", stream8([("Parts", 0, cells8())])), sheets=1)
odd("two_books_in_one.xls", KIND, "OPEN", _both)
odd("sheet_is_full_97.xls", KIND, "OPEN_WITH_WARNING", _full, None, warnings=("W_ROW_LIMIT",))
odd("without_envelope_97.xls", KIND, "OPEN_OR_E_CORRUPT_OR_E_OLD_FORMAT", lambda: stream8([("Parts", 0, cells8())]))
odd("chinese_5.xls", KIND, "OPEN_OR_E_OLD_FORMAT", _page("磁铁-1", 936, "gbk"), _first("磁铁-1"))
odd("japanese_5.xls", KIND, "OPEN_OR_E_OLD_FORMAT", _page("磁石-ソ1", 932, "cp932"), _first("磁石-ソ1"))
odd("russian_5.xls", KIND, "OPEN_OR_E_OLD_FORMAT", _page("Магнит-1", 1251, "cp1251"), _first("Магнит-1"))
odd("korean_5.xls", KIND, "OPEN_OR_E_OLD_FORMAT", _page("자석-1", 949, "cp949"), _first("자석-1"))
odd("western_5.xls", KIND, "OPEN_OR_E_OLD_FORMAT", _page("Größe-1", 1252, "cp1252"), _first("Größe-1"))
odd("macintosh_5.xls", KIND, "OPEN_OR_E_OLD_FORMAT", _page("Größe-1", 10000, "mac_roman"), _first("Größe-1"))
odd("excel_2.xls", KIND, "OPEN_OR_E_OLD_FORMAT", lambda: _flat(2))
odd("excel_3.xls", KIND, "OPEN_OR_E_OLD_FORMAT", lambda: _flat(3))
odd("excel_4.xls", KIND, "OPEN_OR_E_OLD_FORMAT", lambda: _flat(4))
odd("locked_97.xls", KIND, "E_ENCRYPTED", _locked8, None)
odd("cut_in_half_97.xls", KIND, "E_TRUNCATED_OR_E_CORRUPT", lambda: _file(make_xls)[:2600], None)
odd("only_the_header_97.xls", KIND, "E_TRUNCATED_OR_E_CORRUPT", lambda: _file(make_xls)[:512], None)
odd("word_document.xls", KIND, "E_NOT_SPREADSHEET", lambda: _stream_named("WordDocument"), None)
odd("slides.xls", KIND, "E_NOT_SPREADSHEET", lambda: _stream_named("PowerPoint Document"), None)
odd("mail.xls", KIND, "E_NOT_SPREADSHEET", lambda: _stream_named("__properties_version1.0"), None)
odd("stream_of_noise.xls", KIND, "E_CORRUPT_OR_E_NOT_SPREADSHEET", lambda: _stream_named("Workbook"), None)
