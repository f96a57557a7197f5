"""Builds the two binary kinds of workbook record by record: xlsb parts and Excel 97 streams."""

import struct
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


class ErrorCode(int):
    """A cell that holds an error of this code, such as 0x2A for #N/A."""


class Percent(float):
    """A number that is shown as a percentage: 0.29 as 29 %."""


OWN_FORMAT = 164
"""The first number of a format that a workbook defines itself."""


def make_xlsb(target: Path, rows: Sequence[Sequence[Any]], hidden_rows: Sequence[int] = ()) -> Path:
    """A binary workbook with one sheet; cells are text, numbers or ``ErrorCode``."""
    width = max(map(len, rows))
    size = struct.pack("<IIII", 0, len(rows) - 1, 0, width - 1)
    sheet = _record(129) + _record(148, size) + _record(145)
    for number, row in enumerate(rows):
        flags = 0x10 if number + 1 in hidden_rows else 0
        header = struct.pack("<IIHBBB", number, 0, 300, 0, flags, 0) + struct.pack("<I", 0)
        sheet += _record(0, header)
        for column, value in enumerate(row):
            sheet += _xlsb_cell(column, value)
    sheet += _record(146) + _record(130)
    bundle = struct.pack("<II", 0, 1) + _wide("rId1") + _wide("Parts")
    workbook = _record(131) + _record(143) + _record(156, bundle) + _record(144) + _record(132)
    with zipfile.ZipFile(target, "w") as out:
        out.writestr("[Content_Types].xml", "<Types/>")
        out.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{RELATIONS}"><Relationship Id="rId1"'
            f' Type="{OFFICE}/officeDocument" Target="xl/workbook.bin"/></Relationships>',
        )
        out.writestr("xl/workbook.bin", workbook)
        out.writestr(
            "xl/_rels/workbook.bin.rels",
            f'<Relationships xmlns="{RELATIONS}"><Relationship Id="rId1"'
            f' Type="{OFFICE}/worksheet" Target="worksheets/sheet1.bin"/></Relationships>',
        )
        out.writestr("xl/worksheets/sheet1.bin", sheet)
        out.writestr("xl/styles.bin", _xlsb_styles())
    return target


def _xlsb_styles() -> bytes:
    """Two cell formats: a plain one, and one with a percentage of its own."""
    own = _record(44, struct.pack("<H", OWN_FORMAT) + _wide("0.0%"))
    formats = [struct.pack("<HHHHHBBHH", 0, form, 0, 0, 0, 0, 0, 0, 0) for form in (0, OWN_FORMAT)]
    cells = b"".join(_record(47, form) for form in formats)
    texts = _record(615, struct.pack("<I", 1)) + own + _record(616)
    return _record(278) + texts + _record(617, struct.pack("<I", 2)) + cells + _record(618)


def _record(number: int, content: bytes = b"") -> bytes:
    head = bytes([number]) if number < 128 else bytes([number & 0x7F | 0x80, number >> 7])
    length = len(content)
    size = b""
    while True:
        size += bytes([length & 0x7F | (0x80 if length > 0x7F else 0)])
        length >>= 7
        if not length:
            return head + size + content


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def _xlsb_cell(column: int, value: Any) -> bytes:
    place = struct.pack("<II", column, int(isinstance(value, Percent)))
    if isinstance(value, ErrorCode):
        return _record(3, place + bytes([value]))
    if isinstance(value, str):
        return _record(6, place + _wide(value))
    return b"" if value is None else _record(5, place + struct.pack("<d", value))


def make_xls(target: Path, rows: Sequence[Sequence[Any]]) -> Path:
    """An Excel 97 workbook in its OLE envelope, with one sheet. Its formats are written as well where
    a cell is a ``Percent``."""
    formats = _xls_formats() if any(isinstance(v, Percent) for row in rows for v in row) else b""
    sheet = _biff(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0))
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            sheet += _xls_cell(number, column, value)
    sheet += _biff(0x000A)
    name = "Parts"
    start_of_book = _biff(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0))
    codepage = _biff(0x0042, struct.pack("<H", 1200)) + formats
    bound = struct.pack("<IHBB", 0, 0, len(name), 0) + name.encode()
    offset = len(start_of_book) + len(codepage) + 4 + len(bound) + 4
    bound = struct.pack("<IHBB", offset, 0, len(name), 0) + name.encode()
    stream = start_of_book + codepage + _biff(0x0085, bound) + _biff(0x000A) + sheet
    target.write_bytes(_ole("Workbook", stream))
    return target


def _xls_formats() -> bytes:
    """Fonts, a percentage of its own, and two cell formats: a plain one and that one."""
    name = "Arial"
    font = struct.pack("<HHHHHBBBB", 200, 0, 0x7FFF, 400, 0, 0, 0, 0, 0)
    fonts = _biff(0x0031, font + struct.pack("<BB", len(name), 0) + name.encode()) * 4
    text = "0.0%"
    own = _biff(0x041E, struct.pack("<HHB", OWN_FORMAT, len(text), 0) + text.encode())
    cells = [struct.pack("<HHH", 0, form, 1) + bytes(14) for form in (0, OWN_FORMAT)]
    return fonts + own + b"".join(_biff(0x00E0, cell) for cell in cells)


def _biff(number: int, content: bytes = b"") -> bytes:
    return struct.pack("<HH", number, len(content)) + content


def _xls_cell(row: int, column: int, value: Any) -> bytes:
    place = struct.pack("<HHH", row, column, int(isinstance(value, Percent)))
    if isinstance(value, ErrorCode):
        return _biff(0x0205, place + bytes([value, 1]))
    if isinstance(value, str):
        text = value.encode("utf-16-le")
        return _biff(0x0204, place + struct.pack("<HB", len(value), 1) + text)
    return b"" if value is None else _biff(0x0203, place + struct.pack("<d", value))


def _ole(name: str, stream: bytes) -> bytes:
    """One stream in the smallest compound file: header, table of sectors, directory, data."""
    stream = stream.ljust(max(4096, -(-len(stream) // 512) * 512), b"\0")
    sectors = len(stream) // 512
    table = [0xFFFFFFFD, 0xFFFFFFFE, *range(3, 2 + sectors), 0xFFFFFFFE]
    table += [0xFFFFFFFF] * (128 - len(table))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack("<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0,
                        0xFFFFFFFE, 0)  # fmt: skip
    head += struct.pack("<109I", 0, *[0xFFFFFFFF] * 108)
    root = _entry("Root Entry", 5, 1, 0xFFFFFFFE, 0)
    directory = root + _entry(name, 2, 0xFFFFFFFF, 2, len(stream)) + bytes(256)
    return head + struct.pack("<128I", *table) + directory + stream


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    text = name.encode("utf-16-le")
    none = 0xFFFFFFFF
    return (
        text.ljust(64, b"\0") + struct.pack("<HBBIII", len(text) + 2, kind, 1, none, none, child)
        + bytes(36) + struct.pack("<IQ", start, size)
    )  # fmt: skip
