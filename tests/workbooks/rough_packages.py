"""Odd files, third collection: packages and their parts as disks, gateways and attackers leave them.

Written before it was looked at how any of them is read; frozen on 2026-11-27.
"""

# ruff: noqa: E501 - tables of files, one a line

import io
import struct
import zipfile
import zlib
from collections.abc import Callable

from tests.workbooks.hostile_parts import HEAD, MAIN, package, with_flood
from tests.workbooks.odd_documents import ods, ods_rows
from tests.workbooks.odd_parts import TABLE, book, content, odd, xml_rows

KIND = "rough: package"
SHEET = "xl/worksheets/sheet1.xml"
END = b"PK\x05\x06"


def _long_end() -> bytes:
    """The end of the table of contents as writers of large packages leave it: all figures in the long form."""
    raw = package(content())
    at = raw.rindex(END)
    count, size, start = struct.unpack("<HII", raw[at + 10 : at + 20])
    long = struct.pack(
        "<4sQHHIIQQQQ", b"PK\x06\x06", 44, 45, 45, 0, 0, count, count, size, start
    ) + struct.pack("<4sIQI", b"PK\x06\x07", 0, at, 1)
    short = END + struct.pack("<HHHHIIH", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    return raw[:at] + long + short


def _long_end_lies() -> bytes:
    raw = bytearray(_long_end())
    at = raw.rindex(b"PK\x06\x06")
    raw[at + 24 : at + 56] = struct.pack("<QQQQ", 1 << 40, 1 << 40, 1 << 50, 1 << 50)
    return bytes(raw)


def _hole() -> bytes:
    """A sector of a disk that came back as noughts, in the midst of the sheet."""
    rows = [TABLE[0], *((f"N-{n}", f"Ring {n * 7919 % 1000}", "China", n, n / 7) for n in range(1, 900))]  # fmt: skip
    raw = bytearray(book(xml_rows(rows)))
    at = raw.index(SHEET.encode()) + 3000
    raw[at : at + 512] = bytes(512)
    return bytes(raw)


def _again(name: str, part: str | None = None) -> Callable[[], bytes]:
    def make() -> bytes:
        raw, parts = io.BytesIO(), content() | {"xl/theme/theme1.xml": "<theme/>"}
        with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as out:
            for own, text in parts.items():
                out.writestr(own, text)
            out.writestr(name, parts[name] if part is None else part)
        return raw.getvalue()

    return make


def _overlapping(times: int = 300) -> bytes:
    """Many names in the table of contents for one and the same packed part."""
    raw = package(content())
    at, start = raw.rindex(END), raw.index(b"PK\x01\x02")
    entries = raw[start:at]
    own = entries[entries.rindex(b"PK\x01\x02") :]
    length = struct.unpack("<H", own[28:30])[0]
    more = b"".join(
        own[:46] + f"xl/worksheets/s{n:04d}.xml".encode()[:length].ljust(length, b"x") + own[46 + length :]
        for n in range(times)
    )  # fmt: skip
    count = struct.unpack("<H", raw[at + 10 : at + 12])[0] + times
    tail = END + struct.pack("<HHHHIIH", 0, 0, count, count, len(entries) + len(more), start, 0)
    return raw[:at] + more + tail


def _other_names_inside() -> bytes:
    """The names before the parts are not those of the table of contents."""
    raw = package(content())
    cut = raw.index(b"PK\x01\x02")
    return raw[:cut].replace(b"sheet1.xml", b"sheetX.xml") + raw[cut:]


def _remark_like_an_end() -> bytes:
    raw = io.BytesIO(package(content()))
    with zipfile.ZipFile(raw, "a") as out:
        out.comment = b"made by " + END + bytes(18) + b" of a gateway"
    return raw.getvalue()


def _nul_in_name() -> bytes:
    return package(content() | {"xl/media/aXb.xml": "<x/>"}).replace(b"aXb.xml", b"a\0b.xml")


def _many_pictures() -> bytes:
    return package(content() | {f"xl/media/image{n}.png": bytes(64) for n in range(1_900)})


def _bare_sizes() -> bytes:
    """Checksum and sizes stand behind each part without the mark that most writers put before them."""
    out, entries = b"", b""
    parts = content()
    for name, part in parts.items():
        body = part.encode() if isinstance(part, str) else part
        packer = zlib.compressobj(9, zlib.DEFLATED, -15)
        packed = packer.compress(body) + packer.flush()
        sizes = struct.pack("<III", zlib.crc32(body), len(packed), len(body))
        head = struct.pack("<HHHHH", 20, 8, 8, 0, 0x5A21)
        names = struct.pack("<HH", len(name), 0)
        entries += b"PK\x01\x02\x14\0" + head + sizes + names + bytes(10) + struct.pack("<I", len(out)) + name.encode()  # fmt: skip
        out += b"PK\x03\x04" + head + bytes(12) + names + name.encode() + packed + sizes
    end = struct.pack("<HHHHIIH", 0, 0, len(parts), len(parts), len(entries), len(out), 0)
    return out + entries + END + end


def _doctype(name: str, root: str) -> Callable[[], bytes]:
    laughs = '<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    return lambda: package(content() | {name: f"{HEAD}<!DOCTYPE x [{laughs}]><{root}>&b;</{root}>"})


def _deep(name: str, root: str, times: int = 60_000) -> Callable[[], bytes]:
    space = f' xmlns="{MAIN}"'
    inner = "<a>" * times + "</a>" * times
    return lambda: package(content() | {name: f"{HEAD}<{root}{space}>{inner}</{root}>"})


def _included() -> bytes:
    """Two ways in which XML asks for another file."""
    asks = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/hostname" parse="text"/>'
    made = content(before=asks)
    sheet = made[SHEET]
    assert isinstance(sheet, str)
    made[SHEET] = sheet.replace("?>", '?><?xml-stylesheet href="http://127.0.0.1:9/a.xsl" type="text/xsl"?>', 1)  # fmt: skip
    return package(made)


def _sealed(sheet_bytes: int) -> bytes:
    """Blanks without end in a part that nobody needs."""
    return with_flood("docProps/app.xml", b"<Properties>", b" " * (1 << 20), sheet_bytes >> 20, b"</Properties>")  # fmt: skip


LONG = 300 << 20
# fmt: off
odd("cut_in_the_last_twelve_bytes.xlsx", KIND, "E_TRUNCATED_OR_E_CORRUPT_OR_OPEN", lambda: book()[:-12], None)
odd("cut_after_thirty_bytes.xlsx", KIND, "E_TRUNCATED_OR_E_CORRUPT", lambda: book()[:30], None)
odd("first_two_bytes_only.xlsx", KIND, "E_TRUNCATED_OR_E_CORRUPT_OR_E_NOT_SPREADSHEET", lambda: b"PK", None)
odd("cut_in_the_remark_behind.xlsx", KIND, "OPEN_OR_E_TRUNCATED_OR_E_CORRUPT", lambda: book()[:-2] + struct.pack("<H", 500) + b"x" * 90)
odd("sector_of_noughts.xlsx", KIND, "E_CORRUPT", _hole, None)
odd("long_end_record.xlsx", KIND, "OPEN", _long_end, sheets=1)
odd("long_end_record_lies.xlsx", KIND, "E_CORRUPT_OR_E_TRUNCATED_OR_E_ZIP_BOMB_OR_E_TOO_LARGE", _long_end_lies, None)
odd("theme_twice.xlsx", KIND, "OPEN_OR_E_DUPLICATE_ENTRY", _again("xl/theme/theme1.xml"))
odd("sheet_twice_the_same.xlsx", KIND, "OPEN_OR_E_DUPLICATE_ENTRY", _again(SHEET))
odd("styles_twice_different.xlsx", KIND, "OPEN_OR_E_DUPLICATE_ENTRY", _again("xl/theme/theme1.xml", "<other/>"))
odd("three_hundred_names_for_one_part.xlsx", KIND, "OPEN_OR_E_DUPLICATE_ENTRY_OR_E_CORRUPT_OR_E_ZIP_BOMB", _overlapping)
odd("other_names_before_the_parts.xlsx", KIND, "OPEN_OR_E_CORRUPT", _other_names_inside)
odd("remark_like_an_end.xlsx", KIND, "OPEN_OR_E_CORRUPT_OR_E_TRUNCATED", _remark_like_an_end)
odd("nul_in_the_name_of_a_part.xlsx", KIND, "OPEN_OR_E_CORRUPT", _nul_in_name)
odd("nineteen_hundred_pictures.xlsx", KIND, "OPEN", _many_pictures, sheets=1)
odd("sizes_behind_without_a_mark.xlsx", KIND, "OPEN", _bare_sizes, sheets=1)
odd("laughs_in_comments.xlsx", KIND, "E_XML_DTD", _doctype("xl/comments1.xml", "comments"), None)
odd("laughs_in_shared_texts.xlsx", KIND, "E_XML_DTD", _doctype("xl/sharedStrings.xml", "sst"), None)
odd("laughs_in_properties.xlsx", KIND, "E_XML_DTD_OR_OPEN", _doctype("docProps/core.xml", "coreProperties"))
odd("laughs_in_a_drawing.xlsx", KIND, "E_XML_DTD_OR_OPEN", _doctype("xl/drawings/vmlDrawing1.vml", "xml"))
odd("laughs_in_styles.ods", KIND, "E_XML_DTD", lambda: ods(ods_rows(), **{"styles.xml": '<!DOCTYPE x [<!ENTITY a "ha">]><x>&a;</x>'}), None)
odd("deep_styles.xlsx", KIND, "OPEN_OR_E_CORRUPT_OR_E_READER_CRASH", _deep("xl/styles.xml", "styleSheet"))
odd("deep_shared_texts.xlsx", KIND, "OPEN_OR_E_CORRUPT_OR_E_READER_CRASH", _deep("xl/sharedStrings.xml", "sst"))
odd("deep_workbook.xlsx", KIND, "E_CORRUPT_OR_E_READER_CRASH_OR_E_MISSING_PART", _deep("xl/workbook.xml", "workbook"), None)
odd("deep_cell.ods", KIND, "OPEN_OR_E_CORRUPT_OR_E_READER_CRASH", lambda: ods(ods_rows() + "<table:table-row><table:table-cell>" + "<text:p>" * 40_000 + "</text:p>" * 40_000 + "</table:table-cell></table:table-row>"), None)
odd("asks_for_other_files.xlsx", KIND, "OPEN_OR_E_CORRUPT", _included)
odd("flood_in_properties.xlsx", KIND, "E_ZIP_BOMB_OR_OPEN", lambda: _sealed(LONG), None)
odd("flood_in_relations.xlsx", KIND, "E_ZIP_BOMB", lambda: with_flood("xl/_rels/workbook.xml.rels", b"<Relationships>", b" " * (1 << 20), 300, b"</Relationships>"), None)
odd("flood_in_macros.xlsm", KIND, "E_ZIP_BOMB_OR_OPEN_WITH_WARNING", lambda: with_flood("xl/vbaProject.bin", b"", bytes(1 << 20), 300, b""), None)
odd("flood_in_a_picture.xlsx", KIND, "OPEN", lambda: with_flood("xl/media/image1.png", b"\x89PNG", bytes(1 << 20), 300, b""), None)
odd("flood_of_blanks_in_styles.xlsx", KIND, "E_ZIP_BOMB", lambda: with_flood("xl/styles.xml", b"<styleSheet>", b" " * (1 << 20), 300, b"</styleSheet>"), None)
