"""Broken packages, other containers, text, and names that say another format."""

import gzip
import struct
import zipfile
import zlib

from tests.workbooks.hostile_parts import (
    ANY,
    CSV,
    HTML_LIST,
    MEGABYTE,
    ODS_LIST,
    OPEN,
    ROWS,
    book,
    cell,
    hostile,
    html,
    ods,
    ods_row,
    package,
    parts,
    relations,
    row,
    sheet,
)

# --- packages whose parts lead nowhere or elsewhere


def led_to(target: str, more: str = "") -> bytes:
    content = parts(sheet())
    content["xl/_rels/workbook.xml.rels"] = relations(target, more)
    return package(content)


@hostile("target_leaves_package.xlsx", "E_MISSING_PART", "E_CORRUPT")
def _escape() -> bytes:
    return led_to("../../../../etc/passwd")


@hostile("target_on_the_net.xlsx", "E_MISSING_PART", "E_CORRUPT")
def _net() -> bytes:
    return led_to("http://127.0.0.1:9/sheet1.xml", ' TargetMode="External"')


@hostile("target_is_workbook.xlsx", ANY)
def _itself() -> bytes:
    return led_to("workbook.xml")


@hostile("no_sheets.xlsx", "E_MISSING_PART", "E_NO_TABLE", "E_CORRUPT")
def _none() -> bytes:
    return package(parts(sheet(), sheets=0))


@hostile("twins.xlsx", "E_DUPLICATE_ENTRY")
def _twins() -> bytes:
    return package(parts(sheet()) | {"XL/Worksheets/SHEET1.xml": sheet(row(1, cell("A1", "x")))})


@hostile("lzma.xlsx", ANY)
def _lzma() -> bytes:
    return package(parts(sheet()), zipfile.ZIP_LZMA)


@hostile("flag_encrypted.xlsx", "E_ENCRYPTED")
def _flag() -> bytes:
    raw = bytearray(book())
    at = raw.find(b"PK\x01\x02")
    raw[at + 8] |= 1
    return bytes(raw)


@hostile("cut_in_half.xlsx", "E_TRUNCATED", "E_CORRUPT")
def _half() -> bytes:
    raw = book()
    return raw[: len(raw) // 2]


@hostile("cut_in_directory.xlsx", "E_TRUNCATED", "E_CORRUPT")
def _directory() -> bytes:
    return book()[:-60]


@hostile("program_before_zip.xlsx", ANY)
def _stub() -> bytes:
    return b"MZ" + bytes(600) + book()


@hostile("sizes_of_4_gigabytes.xlsx", ANY)
def _sizes() -> bytes:
    raw = bytearray(book())
    at = raw.find(b"PK\x01\x02")
    raw[at + 24 : at + 28] = b"\xff\xff\xff\xfe"
    return bytes(raw)


@hostile("sheet_breaks_off.xlsx", "E_CORRUPT")
def _unclosed() -> bytes:
    text = sheet()
    return package(parts(text[: text.rfind("Motor")]))


# --- OpenDocument


@hostile("rows_repeated.ods", OPEN)
def _repeated() -> bytes:
    empty = '<table:table-row table:number-rows-repeated="1048570"><table:table-cell/></table:table-row>'
    return ods(ODS_LIST + empty)


@hostile("filled_rows_repeated.ods", ANY)
def _filled() -> bytes:
    return ods(ODS_LIST + ods_row(("A-3", "Coil", "1"), ' table:number-rows-repeated="1048570"'))


@hostile("columns_repeated.ods", ANY)
def _columns() -> bytes:
    wide = (
        '<table:table-row table:number-rows-repeated="200000"><table:table-cell '
        'table:number-columns-repeated="16384" office:value-type="string"><text:p>x</text:p>'
        "</table:table-cell></table:table-row>"
    )
    return ods(ODS_LIST + wide)


@hostile("repeated_nonsense.ods", ANY)
def _numbers() -> bytes:
    return ods(ODS_LIST + ods_row(("x",), ' table:number-rows-repeated="-5"')
               + ods_row(("y",), ' table:number-rows-repeated="99999999999999999999"'))  # fmt: skip


@hostile("without_content.ods", "E_MISSING_PART", "E_CORRUPT")
def _hollow_ods() -> bytes:
    return package({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"})


# --- binary workbooks


def xlsb_parts() -> dict[str, bytes]:
    import tempfile
    from pathlib import Path

    from tests.workbooks.binary import make_xlsb

    with tempfile.TemporaryDirectory() as folder:
        path = make_xlsb(Path(folder) / "list.xlsb", ROWS)
        with zipfile.ZipFile(path) as made:
            return {name: made.read(name) for name in made.namelist()}


@hostile("sheet_cut.xlsb", ANY)
def _cut_xlsb() -> bytes:
    content = xlsb_parts()
    stream = content["xl/worksheets/sheet1.bin"]
    return package({**content, "xl/worksheets/sheet1.bin": stream[: len(stream) - 20]})


@hostile("record_of_gigabytes.xlsb", ANY)
def _record_xlsb() -> bytes:
    content = xlsb_parts()
    stream = content["xl/worksheets/sheet1.bin"]
    return package(
        {**content, "xl/worksheets/sheet1.bin": stream[:-6] + b"\x07\xff\xff\xff\x7f" + b"\0" * 9}
    )


@hostile("cell_beyond.xlsb", ANY)
def _far_xlsb() -> bytes:
    content = xlsb_parts()
    stream = content["xl/worksheets/sheet1.bin"]
    far = b"\x00\x19" + struct.pack("<IIHBBB", 2**31, 0, 300, 0, 0, 0) + bytes(12)
    return package({**content, "xl/worksheets/sheet1.bin": stream[:-6] + far + stream[-6:]})


def xls() -> bytearray:
    import tempfile
    from pathlib import Path

    from tests.workbooks.binary import make_xls

    with tempfile.TemporaryDirectory() as folder:
        return bytearray(make_xls(Path(folder) / "list.xls", ROWS).read_bytes())


@hostile("chain_in_a_loop.xls", ANY)
def _loop() -> bytes:
    raw = xls()
    table = struct.unpack_from("<I", raw, 76)[0]
    at = 512 * (table + 1)
    for sector in range(128):
        if struct.unpack_from("<I", raw, at + 4 * sector)[0] < 0xFFFFFFF0:
            struct.pack_into("<I", raw, at + 4 * sector, 0)
    return bytes(raw)


@hostile("table_of_4_billion.xls", ANY)
def _fat() -> bytes:
    raw = xls()
    struct.pack_into("<I", raw, 44, 0xFFFFFFFF)
    struct.pack_into("<I", raw, 72, 0xFFFFFFFF)
    return bytes(raw)


@hostile("sector_of_2_to_30.xls", ANY)
def _shift() -> bytes:
    raw = xls()
    struct.pack_into("<HH", raw, 30, 30, 6)
    return bytes(raw)


@hostile("cut.xls", "E_CORRUPT", "E_TRUNCATED")
def _cut_xls() -> bytes:
    return bytes(xls()[:1700])


# --- text


@hostile("nul_bytes.csv", OPEN)
def _nul() -> bytes:
    return CSV.replace("Motor", "Mo\0tor").encode()


@hostile("two_encodings.csv", OPEN)
def _mixed() -> bytes:
    return CSV.encode() + "A-3;Läufer;1\n".encode() + "A-4;Gehäuse;1\n".encode("cp1252")


@hostile("line_of_20_megabytes.csv", ANY)
def _line() -> bytes:
    return CSV.encode() + b"x" * 20 * MEGABYTE


@hostile("quote_without_end.csv", OPEN)
def _quote() -> bytes:
    return CSV.replace("Motor", '"Motor').encode() + b"A-3;Coil;1\n" * 20_000


@hostile("columns_200000.csv", "E_CSV", "E_TOO_LARGE", OPEN)
def _commas() -> bytes:
    return CSV.encode() + b"A-3" + b";" * 200_000 + b"\n"


@hostile("odd_utf16.csv", OPEN)
def _odd() -> bytes:
    return CSV.encode("utf-16") + b"A"


@hostile("separators_only.csv", "E_NO_TABLE", "E_EMPTY", OPEN)
def _separators() -> bytes:
    return b";;;;\n" * 50_000


@hostile("formulas.csv", OPEN)
def _formula() -> bytes:
    return (CSV + "=cmd|' /C calc'!A0;@SUM(1+1)*cmd;1\n").encode()


@hostile("mark_only.csv", "E_EMPTY", "E_NO_TABLE")
def _mark() -> bytes:
    return b"\xef\xbb\xbf"


@hostile("zeros.csv", "E_EMPTY", "E_NOT_SPREADSHEET", "E_CORRUPT")
def _zeros() -> bytes:
    return bytes(8192)


# --- names that say something else than the bytes


@hostile("is_text.xlsx", OPEN)
def _text_as_book() -> bytes:
    return CSV.encode()


@hostile("is_workbook.csv", OPEN)
def _book_as_text() -> bytes:
    return book()


@hostile("is_page.xlsx", OPEN)
def _page_as_book() -> bytes:
    return html(HTML_LIST)


@hostile("is_opendocument.xls", OPEN)
def _ods_as_xls() -> bytes:
    return ods(ODS_LIST)


@hostile("is_xls.ods", OPEN)
def _xls_as_ods() -> bytes:
    return bytes(xls())


@hostile("is_wide_text.xls", OPEN)
def _wide_as_xls() -> bytes:
    return CSV.replace(";", "\t").encode("utf-16")


@hostile("is_letter.xlsx", "E_NOT_SPREADSHEET")
def _letter() -> bytes:
    return package({"[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>"})


@hostile("is_picture.csv", "E_NOT_SPREADSHEET")
def _picture() -> bytes:
    return b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20


@hostile("is_paper.xls", "E_NOT_SPREADSHEET")
def _paper() -> bytes:
    return b"%PDF-1.7\n1 0 obj\n<< /JS (app.alert(1)) >>\n"


@hostile("is_archive.xlsx", "E_NOT_SPREADSHEET", "E_UNSUPPORTED")
def _archive() -> bytes:
    return package({"a/list.csv": CSV, "b/list.csv": CSV})


@hostile("is_gzip.csv", "E_UNSUPPORTED", "E_NOT_SPREADSHEET")
def _gzip() -> bytes:
    return gzip.compress(CSV.encode())


@hostile("is_deflate.csv", "E_NOT_SPREADSHEET", "E_NO_TABLE")
def _deflate() -> bytes:
    return zlib.compress(CSV.encode() * 50)


@hostile("is_json.csv", "E_NOT_SPREADSHEET")
def _json() -> bytes:
    return b'[{"Part Number": "A-1", "Description": "Magnet"}]'
