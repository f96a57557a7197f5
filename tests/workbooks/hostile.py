"""Hostile and malformed files, each made by a few lines: ``FILES`` names them and says how they may end.

A file opens (``OPEN``: with the two parts of ``ROWS``), or is refused with one of the named codes;
``ANY`` stands for either. All are inert: addresses lead to this machine only, and nothing is run.
Kinds after the classes of attacks that spreadsheet readers are known to fall for: bombs, lying sizes, loops,
cells beyond the grid, broken containers, names that say another format than the bytes.
"""

import gzip
import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass

ROWS = (("Part Number", "Description", "Qty"), ("A-1", "Magnet", "4"), ("A-2", "Motor", "2"))
ANY = "ANY"
OPEN = "OPEN"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
MEGABYTE = 1 << 20


@dataclass(frozen=True)
class Hostile:
    """``name`` of the file with its ending, how it ``may`` end, and what makes its bytes."""

    name: str
    may: tuple[str, ...]
    make: Callable[[], bytes]


FILES: list[Hostile] = []
SLOW = frozenset(
    ("side_part_flood.xlsx", "blank_sheet_flood.xlsx", "utf16_sheet_flood.xlsx",
     "shared_strings_amplified.xlsx", "attribute_flood.xlsx", "styles_200000.xlsx", "merged_200000.xlsx",
     "columns_16384.xlsx", "empty_rows_1048576.xlsx", "empty_cells_2000000.xlsx",
     "many_names_for_one_sheet.xlsx", "text_of_20_megabytes.xlsx", "filled_rows_repeated.ods",
     "rows_repeated.ods", "line_of_20_megabytes.csv", "colspan_everywhere.xls", "tiring_cells_long.xlsx",
     "tiring_cells_short.xlsx", "quote_without_end.csv", "formulas_without_values.xlsx",
     "number_format_bomb.xlsx", "thousands_of_entries.xlsx", "tables_in_tables.xls")
)  # fmt: skip
"""Files that take more than a tenth of a second to make or to read; only the battery reads them."""


def hostile(name: str, *may: str) -> Callable[[Callable[[], bytes]], Callable[[], bytes]]:
    """Registers what makes a file under its name."""

    def keep(make: Callable[[], bytes]) -> Callable[[], bytes]:
        FILES.append(Hostile(name, may, make))
        return make

    return keep


def cell(address: str, text: str) -> str:
    """A cell with its text inside."""
    return f'<c r="{address}" t="inlineStr"><is><t>{text}</t></is></c>'


def row(number: int, cells: str) -> str:
    return f'<row r="{number}">{cells}</row>'


def list_rows() -> str:
    """The rows of the honest list."""
    return "".join(
        row(n, "".join(cell(f"{'ABC'[at]}{n}", text) for at, text in enumerate(texts)))
        for n, texts in enumerate(ROWS, start=1)
    )


def sheet(rows: str | None = None, before: str = "", behind: str = "") -> str:
    body = list_rows() if rows is None else rows
    return (
        f'{HEAD}<worksheet xmlns="{MAIN}">{before}<sheetData>{body}</sheetData>{behind}</worksheet>'
    )


def parts(sheet_xml: str | bytes, sheets: int = 1) -> dict[str, str | bytes]:
    """The parts of a workbook; ``sheets`` of them all show the same part."""
    names = "".join(f'<sheet name="S{n}" sheetId="{n}" r:id="rId1"/>' for n in range(1, sheets + 1))
    return {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/'
        'content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": f'{HEAD}<Relationships xmlns="{RELATIONS}"><Relationship Id="r" '
        f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{names}'
        "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": relations("worksheets/sheet1.xml"),
        "xl/worksheets/sheet1.xml": sheet_xml,
    }


def relations(target: str, more: str = "") -> str:
    return (
        f'{HEAD}<Relationships xmlns="{RELATIONS}"><Relationship Id="rId1" '
        f'Type="{OFFICE}/worksheet" Target="{target}"{more}/></Relationships>'
    )


def package(content: dict[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", method) as out:
        for name, part in content.items():
            out.writestr(name, part)
    return raw.getvalue()


def book(rows: str | None = None, before: str = "", behind: str = "", **more: str | bytes) -> bytes:
    """A workbook with this sheet; ``more``: further parts, ``__`` for a slash and ``_xml`` for .xml."""
    content = parts(sheet(rows, before, behind))
    for name, part in more.items():
        content[name.replace("__", "/").replace("_xml", ".xml")] = part
    return package(content)


def with_flood(name: str, head: bytes, block: bytes, times: int, tail: bytes) -> bytes:
    """A workbook in which one part is ``block`` again and again; it is compressed only once."""
    content = parts(sheet())
    content.pop(name, None)
    raw = io.BytesIO(package(content))
    with zipfile.ZipFile(raw, "a", zipfile.ZIP_DEFLATED) as out, out.open(name, "w") as part:
        part.write(head)
        for _ in range(times):
            part.write(block)
        part.write(tail)
    return raw.getvalue()


def ods(body: str, **more: str | bytes) -> bytes:
    from tests.workbooks.build import ODS_HEAD, ODS_TAIL

    table = f'<table:table table:name="Parts">{body}</table:table>'
    content: dict[str, str | bytes] = {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": ODS_HEAD + table + ODS_TAIL,
        "META-INF/manifest.xml": "<manifest/>",
    }
    return package(content | {name.replace("__", "/"): part for name, part in more.items()})


def ods_row(texts: tuple[str, ...], more: str = "") -> str:
    cells = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
        for text in texts
    )
    return f"<table:table-row{more}>{cells}</table:table-row>"


ODS_LIST = "".join(map(ods_row, ROWS))
CSV = "\n".join(";".join(texts) for texts in ROWS) + "\n"
HTML_LIST = "".join(
    "<tr>" + "".join(f"<td>{text}</td>" for text in texts) + "</tr>" for texts in ROWS
)


def html(inside: str) -> bytes:
    return f"<html><body><table>{inside}</table></body></html>".encode()


def laughs(root: str) -> str:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return f'<!DOCTYPE {root} [<!ENTITY l0 "ha">{entities}]>'


# --- packages that are too large, or lie about what they hold


@hostile("zip_in_zip.xlsx", OPEN)
def _nested() -> bytes:
    inner = package({f"{n}.bin": bytes(4 * MEGABYTE) for n in range(4)})
    return book(xl__media__inner=package({f"{n}.zip": inner for n in range(9)}))


@hostile("side_part_flood.xlsx", "E_ZIP_BOMB")
def _theme() -> bytes:
    return with_flood("xl/theme/theme1.xml", b"<a>", b" " * MEGABYTE, 300, b"</a>")


@hostile("blank_sheet_flood.xlsx", "E_ZIP_BOMB", "E_TOO_LARGE", "E_MEMORY")
def _blanks() -> bytes:
    head = f'{HEAD}<worksheet xmlns="{MAIN}"><sheetData>'.encode()
    return with_flood(
        "xl/worksheets/sheet1.xml", head, b" " * MEGABYTE, 400, b"</sheetData></worksheet>"
    )


@hostile("utf16_sheet_flood.xlsx", "E_ZIP_BOMB", "E_TOO_LARGE", "E_MEMORY")
def _wide_blanks() -> bytes:
    head = f'<worksheet xmlns="{MAIN}"><sheetData>'.encode("utf-16")
    block = " ".encode("utf-16-le") * (MEGABYTE // 2)
    return with_flood("xl/worksheets/sheet1.xml", head, block, 500, b"")


def with_texts(rows: str, texts: str) -> bytes:
    """A workbook whose cells name shared texts."""
    more = f'<Relationship Id="rId9" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
    content = parts(sheet(rows)) | {"xl/sharedStrings.xml": HEAD + texts}
    content["xl/_rels/workbook.xml.rels"] = relations("worksheets/sheet1.xml").replace(
        "</Relationships>", f"{more}</Relationships>"
    )
    return package(content)


@hostile("shared_strings_amplified.xlsx", OPEN, "E_MEMORY", "E_TOO_LARGE")
def _amplified() -> bytes:
    refs = "".join(row(n, f'<c r="A{n}" t="s"><v>0</v></c>') for n in range(1, 50_001))
    return with_texts(refs, f'<sst xmlns="{MAIN}"><si><t>{"x" * 32_000}</t></si></sst>')


@hostile("shared_strings_count_lies.xlsx", OPEN, "E_MEMORY")
def _counts() -> bytes:
    most = 2**32 - 1
    texts = f'<sst xmlns="{MAIN}" count="{most}" uniqueCount="{most}"><si><t>x</t></si></sst>'
    return with_texts(list_rows(), texts)


@hostile("thousands_of_entries.xlsx", "E_TOO_LARGE")
def _entries() -> bytes:
    return package(parts(sheet()) | {f"xl/media/{n}": b"" for n in range(3_000)})


@hostile("many_names_for_one_sheet.xlsx", OPEN)
def _names() -> bytes:
    return package(parts(sheet(), sheets=900))


@hostile("attribute_flood.xlsx", ANY)
def _attributes() -> bytes:
    flood = "".join(f' a{n}="1"' for n in range(300_000))
    return book(f'<row r="1"{flood}/>' + list_rows())


@hostile("nested_100000_deep.xlsx", ANY)
def _deep() -> bytes:
    return book(behind="<x>" * 100_000 + "</x>" * 100_000)


@hostile("styles_200000.xlsx", OPEN)
def _styles() -> bytes:
    formats = "<xf numFmtId='9' fontId='0' fillId='0' borderId='0'/>" * 200_000
    return book(
        xl__styles_xml=f'{HEAD}<styleSheet xmlns="{MAIN}"><cellXfs count="200000">{formats}'
        "</cellXfs></styleSheet>"
    )


@hostile("number_format_bomb.xlsx", OPEN)
def _formats() -> bytes:
    formats = "".join(
        f'<numFmt numFmtId="{n}" formatCode="{"0" * 2000}"/>' for n in range(164, 3_164)
    )
    return book(
        xl__styles_xml=f'{HEAD}<styleSheet xmlns="{MAIN}"><numFmts>{formats}</numFmts></styleSheet>'
    )


# --- document types and entities


@hostile("laughs_in_sheet.xlsx", "E_XML_DTD")
def _laughs() -> bytes:
    return package(parts(laughs("worksheet") + sheet().removeprefix(HEAD)))


@hostile("laughs_utf16.xlsx", "E_XML_DTD")
def _laughs_wide() -> bytes:
    return package(parts((laughs("worksheet") + sheet().removeprefix(HEAD)).encode("utf-16")))


@hostile("doctype_behind_padding.xlsx", "E_XML_DTD", "E_CORRUPT")
def _padded() -> bytes:
    padding = f"<!--{' ' * 90_000}-->"
    text = sheet().removeprefix(HEAD).replace("Magnet", "&l0;")
    return package(parts(padding + laughs("worksheet") + text))


@hostile("doctype_in_relations.xlsx", "E_XML_DTD")
def _relations() -> bytes:
    content = parts(sheet())
    text = str(content["xl/_rels/workbook.xml.rels"]).removeprefix(HEAD)
    doctype = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
    content["xl/_rels/workbook.xml.rels"] = doctype + text
    return package(content)


@hostile("laughs.ods", "E_XML_DTD")
def _laughs_ods() -> bytes:
    return package(
        {"mimetype": "application/vnd.oasis.opendocument.spreadsheet",
         "content.xml": laughs("x") + "<x>&l9;</x>", "META-INF/manifest.xml": "<manifest/>"}
    )  # fmt: skip


@hostile("laughs_2003.xml", "E_XML_DTD", "E_NOT_SPREADSHEET", "E_CORRUPT")
def _laughs_2003() -> bytes:
    name = "urn:schemas-microsoft-com:office:spreadsheet"
    return (
        f'<?xml version="1.0"?>{laughs("Workbook")}<Workbook xmlns="{name}" xmlns:ss="{name}">'
        '<Worksheet ss:Name="a"><Table><Row><Cell><Data>&l9;</Data></Cell></Row></Table></Worksheet>'
        "</Workbook>"
    ).encode()


# --- sizes and places that are not true


@hostile("dimension_whole_grid.xlsx", OPEN)
def _large() -> bytes:
    return book(before='<dimension ref="A1:XFD1048576"/>')


@hostile("dimension_one_cell.xlsx", OPEN)
def _small() -> bytes:
    return book(before='<dimension ref="A1"/>')


@hostile("dimension_nonsense.xlsx", OPEN, "E_CORRUPT")
def _nonsense() -> bytes:
    return book(before='<dimension ref="ZZZZZ99999999999:#REF!"/>')


@hostile("merged_whole_grid.xlsx", OPEN)
def _merged() -> bytes:
    return book(behind='<mergeCells count="1"><mergeCell ref="A5:XFD1048576"/></mergeCells>')


@hostile("merged_200000.xlsx", ANY)
def _merges() -> bytes:
    merges = "".join(f'<mergeCell ref="A{n}:B{n}"/>' for n in range(10, 200_010))
    return book(behind=f'<mergeCells count="200000">{merges}</mergeCells>')


@hostile("merged_backwards.xlsx", ANY)
def _backwards() -> bytes:
    return book(behind='<mergeCells><mergeCell ref="C3:A1"/><mergeCell ref="B0:B0"/></mergeCells>')


@hostile("columns_16384.xlsx", OPEN)
def _wide() -> bytes:
    cells = "".join(f"<c><v>{n}</v></c>" for n in range(16_384))
    return book(list_rows() + "".join(f"<row>{cells}</row>" for _ in range(8)))


@hostile("corners.xlsx", "E_TOO_LARGE", "E_MEMORY", OPEN)
def _corners() -> bytes:
    far = row(1_048_576, cell("A1048576", "x") + cell("XFD1048576", "y"))
    return book(list_rows() + far)


@hostile("beyond_the_grid.xlsx", "E_CORRUPT", "E_TOO_LARGE", OPEN)
def _beyond() -> bytes:
    return book(list_rows() + row(99_999_999_999, cell("XFZ99999999999", "x")))


@hostile("row_zero.xlsx", ANY)
def _zero() -> bytes:
    return book(list_rows() + row(0, cell("A0", "x")) + row(-4, cell("A-4", "x")))


@hostile("address_reversed.xlsx", ANY)
def _reversed() -> bytes:
    return book(list_rows() + row(4, cell("4A", "x")))


@hostile("same_cell_twice.xlsx", OPEN)
def _twice() -> bytes:
    return book(list_rows() + row(3, cell("A3", "A-2") + cell("B3", "Motor")))


@hostile("rows_backwards.xlsx", OPEN)
def _downwards() -> bytes:
    rows = list_rows().split("</row>")[:-1]
    return book("".join(f"{one}</row>" for one in reversed(rows)))


@hostile("empty_rows_1048576.xlsx", OPEN)
def _formatted() -> bytes:
    empty = "".join(f'<row r="{n}" s="1" customFormat="1"/>' for n in range(4, 1_048_577))
    return book(list_rows() + empty)


@hostile("empty_cells_2000000.xlsx", OPEN)
def _hollow() -> bytes:
    hollow = '<c s="1"/>' * 5
    empty = "".join(f'<row r="{n}">{hollow}</row>' for n in range(4, 400_000))
    return book(list_rows() + empty)


@hostile("text_of_20_megabytes.xlsx", ANY)
def _long() -> bytes:
    return book(list_rows() + row(4, cell("A4", "x" * 20 * MEGABYTE)))


TIRING = (
    "1,", "1 ", "R1,", "R1-", "a ", "A1-", "(", "((1", "1.1.", "0", "12/", "-", "x*", "Nd Fe B ",
    "7440-00-8 ", "数量", "1e", "%", "<", "N42SH/", "1 x ", "99,", "a.b@", "http://", "\u00a0", "é",
)  # fmt: skip
"""Beginnings that make an expression with two ways to read them try all."""


HEADS = ("Part Number", "Description", "Material", "Qty", "Unit price", "Lead time", "HS code",
         "Country of origin", "CAS", "Reference", "Supplier", "Manufacturer part number")  # fmt: skip


def tiring(length: int, rows: int) -> bytes:
    """A list whose cells repeat each of these and end with a sign that fits nowhere."""
    lines = [row(1, "".join(cell(f"{chr(65 + n)}1", head) for n, head in enumerate(HEADS)))]
    for number in range(2, rows + 2):
        text = TIRING[number % len(TIRING)]
        filled = (text * (length // len(text) + 1))[:length].replace("<", "&lt;")
        cells = (cell(f"{chr(65 + n)}{number}", f"{filled}!{number}{n}") for n in range(len(HEADS)))
        lines.append(row(number, "".join(cells)))
    return book("".join(lines))


@hostile("tiring_cells_short.xlsx", OPEN)
def _tiring_short() -> bytes:
    return tiring(58, 26 * 20)


@hostile("tiring_cells_long.xlsx", OPEN)
def _tiring_long() -> bytes:
    return tiring(32_000, 26)


@hostile("formulas_without_values.xlsx", OPEN)
def _uncalculated() -> bytes:
    rows = "".join(row(n, f'<c r="C{n}"><f>SUM(C1:C{n - 1})</f></c>') for n in range(4, 3_000))
    return book(list_rows() + rows)


@hostile("dde_and_links.xlsx", OPEN)
def _dde() -> bytes:
    formulas = ("cmd|' /C calc'!A0", "WEBSERVICE(&quot;http://127.0.0.1:9/&quot;)", "[1]S!A1")
    cells = "".join(f'<c r="{"DEF"[n]}2"><f>{f}</f><v>1</v></c>' for n, f in enumerate(formulas))
    rows = list_rows().replace("</row>", "", 1).replace("</row>", f"{cells}</row>", 1)
    link = '<externalLink xmlns="m"><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>'
    return book(rows.replace('<row r="2">', '</row><row r="2">', 1),
                xl__externalLinks__externalLink1_xml=link)  # fmt: skip


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


# --- tables of the web


@hostile("rowspan_million.xls", OPEN)
def _rowspan() -> bytes:
    return html(HTML_LIST + '<tr><td rowspan="1000000" colspan="1000000">x</td></tr>')


@hostile("colspan_everywhere.xls", ANY)
def _colspan() -> bytes:
    return html(HTML_LIST + '<tr><td colspan="16384">x</td></tr>' * 3_000)


@hostile("tables_in_tables.xls", OPEN)
def _tables() -> bytes:
    return html(HTML_LIST + "<tr><td><table>" * 30_000)


@hostile("page_that_fetches.xls", OPEN)
def _fetches() -> bytes:
    more = '<img src="http://127.0.0.1:9/x.png"><script src="file:///etc/hostname"></script>'
    return b'<html><meta http-equiv="refresh" content="0;url=http://127.0.0.1:9/">' + html(
        HTML_LIST.replace("Magnet", f"Magnet{more}")
    )


@hostile("foreign_parts.mht", OPEN, "E_NOT_SPREADSHEET")
def _foreign() -> bytes:
    lines = [
        "MIME-Version: 1.0", 'Content-Type: multipart/related; boundary="b"', "", "--b",
        "Content-Type: application/octet-stream", "Content-Transfer-Encoding: base64", "",
        "TVqQAAMAAAAEAAAA", "--b", "Content-Type: text/html; charset=utf-8", "",
        html(HTML_LIST).decode(), "--b--",
    ]  # fmt: skip
    return "\r\n".join(lines).encode()


@hostile("parts_in_parts.mht", ANY)
def _nested_parts() -> bytes:
    head = "MIME-Version: 1.0\r\n"
    inner = f"Content-Type: text/html\r\n\r\n{html(HTML_LIST).decode()}\r\n"
    for n in range(400):
        inner = (
            f'Content-Type: multipart/related; boundary="b{n}"\r\n\r\n--b{n}\r\n{inner}--b{n}--\r\n'
        )
    return (head + inner).encode()


@hostile("index_beyond.xml", ANY)
def _index() -> bytes:
    name = "urn:schemas-microsoft-com:office:spreadsheet"
    return (
        f'<?xml version="1.0"?><Workbook xmlns="{name}" xmlns:ss="{name}"><Worksheet ss:Name="a">'
        '<Table><Row ss:Index="2147483647"><Cell ss:Index="2147483647" ss:MergeAcross="2147483647">'
        '<Data ss:Type="String">x</Data></Cell></Row></Table></Worksheet></Workbook>'
    ).encode()


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
