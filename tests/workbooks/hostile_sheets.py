"""Workbooks that are too large, name entities, or lie about sizes and places."""

from tests.workbooks.hostile_parts import (
    ANY,
    HEAD,
    MAIN,
    MEGABYTE,
    OFFICE,
    OPEN,
    book,
    cell,
    hostile,
    laughs,
    list_rows,
    package,
    parts,
    relations,
    row,
    sheet,
    with_flood,
)

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


@hostile("doctype_behind_padding.xlsx", "E_XML_DTD")
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


@hostile("laughs_2003_behind_padding.xml", "E_XML_DTD")
def _padded_2003() -> bytes:
    name = "urn:schemas-microsoft-com:office:spreadsheet"
    return (
        f'<?xml version="1.0"?><!--{name}{" " * 200_000}-->{laughs("Workbook")}'
        f'<Workbook xmlns="{name}" xmlns:ss="{name}"><Worksheet ss:Name="a"><Table><Row><Cell>'
        "<Data>&l9;</Data></Cell></Row></Table></Worksheet></Workbook>"
    ).encode()


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


@hostile("columns_hidden_again_and_again.xlsx", OPEN)
def _hidden() -> bytes:
    return book(before="<cols>" + '<col min="1" max="16384" hidden="1"/>' * 20_000 + "</cols>")


@hostile("formulas_without_addresses.xlsx", OPEN)
def _nameless() -> bytes:
    return book(list_rows() + "<row><c><f>A1</f></c></row>" * 60_000)


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
