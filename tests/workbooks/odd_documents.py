"""Odd OpenDocument sheets, flat ones, Excel 2003 XML, web pages and web archives."""

# ruff: noqa: E501, PLW0108 - tables of files, one a line

import base64
import quopri
from collections.abc import Callable, Sequence

from tests.workbooks.build import ODS_HEAD, ODS_TAIL
from tests.workbooks.hostile_parts import HEAD, package
from tests.workbooks.odd_parts import HEADS, LIST, TABLE, WHOLE, html_rows, odd

ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"


# OpenDocument


def ods_cell(value: float | str, kind: str = "float", more: str = "") -> str:
    if isinstance(value, str):
        return f'<table:table-cell{more} office:value-type="string"><text:p>{value}</text:p></table:table-cell>'
    return f'<table:table-cell{more} office:value-type="{kind}" office:value="{value}"><text:p>shown {value}</text:p></table:table-cell>'


def ods_rows(
    rows: Sequence[Sequence[float | str]] = TABLE, kind: str = "float", more: str = ""
) -> str:
    return "".join(
        f"<table:table-row{more}>" + "".join(ods_cell(v, kind) for v in row) + "</table:table-row>"
        for row in rows
    )


def ods(body: str, drop: str = "", kind: str = ODS_TYPE, **more: str) -> bytes:
    made: dict[str, str | bytes] = {
        "mimetype": kind,
        "content.xml": f'{ODS_HEAD}<table:table table:name="Parts">{body}</table:table>{ODS_TAIL}',
        "META-INF/manifest.xml": '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
    }
    made.pop(drop, None)
    return package(made | {name.replace("__", "/"): part for name, part in more.items()})


def _ods(old: str, new: str) -> Callable[[], bytes]:
    def make() -> bytes:
        rows = ods_rows()
        assert old in rows, old
        return ods(rows.replace(old, new))

    return make


def flat(root: str = "office:document", body: str = "") -> bytes:
    """The list as one XML file."""
    head = ODS_HEAD.replace("office:document-content", root)
    kind = f' office:mimetype="{ODS_TYPE}" office:version="1.3"'
    head = head.replace(f"<{root}", f"<{root}{kind}", 1)
    tail = ODS_TAIL.replace("office:document-content", root)
    return (
        f'{head}<table:table table:name="Parts">{body or ods_rows()}</table:table>{tail}'.encode()
    )


P1 = "<text:p>00471-B</text:p>"
NOTE = '<office:annotation><dc:creator xmlns:dc="urn:dc">Me</dc:creator><text:p>check this</text:p></office:annotation>'
HEADER = f"<table:table-header-rows>{ods_rows(TABLE[:1])}</table:table-header-rows>"
EMPTY = '<table:table-cell table:number-columns-repeated="16379"/></table:table-row>'
LOCK = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry '
    'manifest:full-path="content.xml"><manifest:encryption-data manifest:checksum="x"/></manifest:file-entry></manifest:manifest>'
)
# fmt: off
K = "opendocument"
odd("plain.ods", K, "OPEN", lambda: ods(ods_rows()), sheets=1)
odd("numbers_shown_otherwise.ods", K, "OPEN", _ods("shown 1200", "1.2 Tsd"), sheets=1)
odd("money.ods", K, "OPEN", lambda: ods(ods_rows(kind="currency")), sheets=1)
odd("numbers_as_text.ods", K, "OPEN", lambda: ods(ods_rows([[str(v) for v in row] for row in TABLE])), sheets=1)
odd("empty_to_the_edge.ods", K, "OPEN", lambda: ods(ods_rows().replace("</table:table-row>", EMPTY) + '<table:table-row table:number-rows-repeated="1048571">' + EMPTY), sheets=1)
odd("cells_repeated.ods", K, "OPEN", lambda: ods(ods_rows((HEADS, ("K-1", "Steel plate", "Italy", 7, 7.0))).replace(ods_cell(7) + ods_cell(7.0), ods_cell(7, more=' table:number-columns-repeated="2"'))), (("K-1", "IT", 7, 7),))
odd("texts_with_spans.ods", K, "OPEN", _ods("Ring magnet N42SH", "Ring<text:s/><text:span>magnet</text:span><text:s text:c=\"1\"/>N42SH"), texts=("Ring magnet N42SH",))
odd("texts_of_two_lines.ods", K, "OPEN", _ods("Ring magnet N42SH", "Ring magnet</text:p><text:p>N42SH"), sheets=1)
odd("notes_in_cells.ods", K, "OPEN", _ods(P1, NOTE + P1), sheets=1)
odd("links_in_cells.ods", K, "OPEN", _ods("00471-B", '<text:a xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="http://127.0.0.1:9/">00471-B</text:a>'), sheets=1)
odd("header_rows_marked.ods", K, "OPEN", lambda: ods(HEADER + ods_rows(TABLE[1:])), sheets=1)
odd("rows_in_groups.ods", K, "OPEN", lambda: ods(ods_rows(TABLE[:1]) + f"<table:table-row-group><table:table-row-group>{ods_rows(TABLE[1:3])}</table:table-row-group>{ods_rows(TABLE[3:])}</table:table-row-group>"), sheets=1)
odd("rows_filtered_away.ods", K, "OPEN_WITH_WARNING", lambda: ods(ods_rows(TABLE[:2]) + ods_rows(TABLE[2:], more=' table:visibility="filter"')), warnings=("W_HIDDEN",))
odd("errors.ods", K, "OPEN_WITH_WARNING", _ods('office:value-type="float" office:value="1200"><text:p>shown 1200', 'table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error" xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"><text:p>#DIV/0!'), (("00471-B", "CN", None, 0.35), *WHOLE[1:]), warnings=("W_ERROR_CELL",))
odd("deleted_content_tracked.ods", K, "OPEN", lambda: ods(ods_rows()).replace(b"x", b"x"), sheets=1)
odd("without_mimetype.ods", K, "OPEN_OR_E_NOT_SPREADSHEET", lambda: ods(ods_rows(), "mimetype"))
odd("without_content.ods", K, "E_MISSING_PART", lambda: ods("", "content.xml"), None)
odd("without_manifest.ods", K, "OPEN", lambda: ods(ods_rows(), "META-INF/manifest.xml"), sheets=1)
odd("template.ots", K, "OPEN", lambda: ods(ods_rows(), kind=ODS_TYPE + "-template"), sheets=1)
odd("named_xlsx.ods.xlsx", K, "OPEN", lambda: ods(ods_rows()), sheets=1)
odd("locked.ods", K, "E_ENCRYPTED", lambda: ods("", **{"content.xml": "", "META-INF__manifest.xml": LOCK}), None)
odd("text_document.ods", K, "E_NOT_SPREADSHEET", lambda: ods("", kind="application/vnd.oasis.opendocument.text"), None)
odd("broken_content.ods", K, "E_CORRUPT", lambda: ods("", **{"content.xml": ODS_HEAD + "<table:table><"}), None)
odd("flat.fods", K, "OPEN_OR_E_UNSUPPORTED", flat, sheets=1)
odd("flat_named_xls.xls", K, "OPEN_OR_E_UNSUPPORTED", flat, sheets=1)
odd("flat_text_document.fodt", K, "E_NOT_SPREADSHEET_OR_E_UNSUPPORTED", lambda: flat().replace(ODS_TYPE.encode(), b"application/vnd.oasis.opendocument.text").replace(b"office:spreadsheet", b"office:text"), None)

# Excel 2003 XML

SS = "urn:schemas-microsoft-com:office:spreadsheet"


def x2003_cell(value: float | str, more: str = "") -> str:
    kind = "String" if isinstance(value, str) else "Number"
    return f'<Cell{more}><Data ss:Type="{kind}">{value}</Data></Cell>'


def x2003_rows(rows: Sequence[Sequence[float | str]] = TABLE) -> str:
    return "".join("<Row>" + "".join(map(x2003_cell, row)) + "</Row>" for row in rows)


def x2003(rows: str, head: str = '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>', sheets: str = "") -> bytes:
    body = f'<Worksheet ss:Name="List"><Table>{rows}</Table></Worksheet>{sheets}'
    return f'{head}<Workbook xmlns="{SS}" xmlns:ss="{SS}" xmlns:html="http://www.w3.org/TR/REC-html40">{body}</Workbook>'.encode()


def _x2003(old: str, new: str) -> Callable[[], bytes]:
    def make() -> bytes:
        rows = x2003_rows()
        assert old in rows, old
        return x2003(rows.replace(old, new))

    return make


K = "xml 2003"
odd("plain_2003.xml", K, "OPEN", lambda: x2003(x2003_rows()), sheets=1)
odd("plain_2003.xls", K, "OPEN", lambda: x2003(x2003_rows()), sheets=1)
odd("plain_2003.xlsx", K, "OPEN", lambda: x2003(x2003_rows()), sheets=1)
odd("without_instruction_2003.xls", K, "OPEN", lambda: x2003(x2003_rows(), ""), sheets=1)
odd("places_named_2003.xls", K, "OPEN", lambda: x2003('<Row ss:Index="4">' + "".join(x2003_cell(v, f' ss:Index="{c + 2}"') for c, v in enumerate(HEADS)) + "</Row>" + "".join("<Row>" + x2003_cell(r[0], ' ss:Index="2"') + "".join(map(x2003_cell, r[1:])) + "</Row>" for r in LIST)), sheets=1)
odd("rich_2003.xls", K, "OPEN", _x2003('<Data ss:Type="String">Ring magnet N42SH</Data>', '<ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>Ring</B> magnet <Font>N42SH</Font></ss:Data>'), texts=("Ring magnet N42SH",))
odd("comments_2003.xls", K, "OPEN", _x2003("00471-B</Data>", '00471-B</Data><Comment ss:Author="a"><ss:Data>never mind</ss:Data></Comment>'), sheets=1)
odd("prefixed_2003.xls", K, "OPEN", lambda: x2003(x2003_rows()).replace(b"<Row", b"<ss:Row").replace(b"</Row", b"</ss:Row").replace(b"<Cell", b"<ss:Cell").replace(b"</Cell", b"</ss:Cell"), sheets=1)
odd("utf16_2003.xls", K, "OPEN", lambda: x2003(x2003_rows(), '<?xml version="1.0" encoding="UTF-16"?>').decode().encode("utf-16"), sheets=1)
odd("latin1_2003.xls", K, "OPEN", lambda: x2003(x2003_rows((HEADS, ("Ä-471", *LIST[0][1:]))), '<?xml version="1.0" encoding="ISO-8859-1"?>').decode().encode("latin-1"), (("Ä-471", *WHOLE[0][1:]),), sheets=1)
odd("hidden_row_2003.xls", K, "OPEN_WITH_WARNING", lambda: x2003(x2003_rows().replace("<Row><Cell><Data ss:Type=\"String\">K-22", '<Row ss:Hidden="1"><Cell><Data ss:Type="String">K-22')), warnings=("W_HIDDEN",))
odd("errors_2003.xls", K, "OPEN_WITH_WARNING", _x2003('<Data ss:Type="Number">1200</Data>', '<Data ss:Type="Error">#REF!</Data>'), (("00471-B", "CN", None, 0.35), *WHOLE[1:]), warnings=("W_ERROR_CELL",))
odd("doctype_2003.xls", K, "E_XML_DTD", lambda: x2003(x2003_rows(), '<?xml version="1.0"?><!DOCTYPE Workbook [<!ENTITY a "b">]>'), None)
odd("cut_2003.xls", K, "E_TRUNCATED_OR_E_CORRUPT", lambda: x2003(x2003_rows())[:-100], None)
odd("two_sheets_2003.xls", K, "OPEN", lambda: x2003(x2003_rows(TABLE[:3]), sheets=f'<Worksheet ss:Name="More"><Table>{x2003_rows((HEADS, *TABLE[3:]))}</Table></Worksheet>'), sheets=2)
odd("other_xml.xls", K, "E_NOT_SPREADSHEET_OR_E_UNSUPPORTED", lambda: f"{HEAD}<order><line no='1'>x</line></order>".encode(), None)

# web pages


def page(rows: str, head: str = "", encoding: str = "utf-8", *, before: str = "", behind: str = "", mark: bytes = b"") -> bytes:
    text = f"<html><head>{head}</head><body>{before}<table border=1>{rows}</table>{behind}</body></html>"
    return mark + text.encode(encoding)


def meta(charset: str) -> str:
    return f'<meta http-equiv="Content-Type" content="text/html; charset={charset}">'


def named(number: str) -> str:
    return html_rows((HEADS, (number, *LIST[0][1:]), *LIST[1:]))


def first(number: str) -> tuple[tuple[str, str | None, float | None, float | None], ...]:
    return ((number, *WHOLE[0][1:]), *WHOLE[1:])


def loose() -> str:
    """Rows and cells that are never closed."""
    return "".join("<tr>" + "".join(f"<td>{v}" for v in row) for row in TABLE)


HIDDEN = html_rows(TABLE[:2]) + html_rows(TABLE[2:3]).replace("<tr>", '<tr style="display:none">') + html_rows(TABLE[3:])
OTHER = "<table><tr><td>Offer</td><td>2026-11</td></tr><tr><td>Valid until</td><td>31.12.2026</td></tr></table>"
K = "page"
odd("plain.html", K, "OPEN", lambda: page(html_rows()))
odd("plain_page.xls", K, "OPEN", lambda: page(html_rows()))
odd("plain_page.xlsx", K, "OPEN", lambda: page(html_rows()))
odd("tags_in_capitals.xls", K, "OPEN", lambda: page(html_rows().replace("<t", "<T").replace("td>", "TD>").replace("tr>", "TR>")))
odd("cells_never_closed.xls", K, "OPEN", lambda: page(loose()))
odd("page_of_parts.xls", K, "OPEN", lambda: page("<thead>" + html_rows(TABLE[:1], "th") + "</thead><tbody>" + html_rows(TABLE[1:]) + "</tbody>"))
odd("only_a_table.xls", K, "OPEN", lambda: f"<table>{html_rows()}</table>".encode())
odd("blanks_before_page.xls", K, "OPEN", lambda: b"\r\n\r\n   " + page(html_rows()))
odd("entities.xls", K, "OPEN", lambda: page(html_rows().replace("Ring magnet N42SH", "Ring&nbsp;magnet&#32;N42&#x53;H").replace("K-22", "K&#45;22").replace("1200", "1200&nbsp;")), texts=("Ring magnet N42SH",))
odd("breaks_in_cells.xls", K, "OPEN", lambda: page(html_rows().replace("Part Number", "Part<br>Number").replace("Ring magnet N42SH", "Ring magnet<br/>N42SH")))
odd("styles_and_scripts.xls", K, "OPEN", lambda: page(html_rows().replace("00471-B", "<font color=red><b>00471-B</b></font><script>var a='<td>x</td>'</script>"), "<style>td{mso-number-format:'\\@'}</style><script>document.write('<table><tr><td>no')</script>"))
odd("comments_in_page.xls", K, "OPEN", lambda: page("<!-- <tr><td>old</td></tr> -->" + html_rows().replace("<td>K-22", "<!--[if gte mso 9]>x<![endif]--><td>K-22")))
odd("title_over_all_columns.xls", K, "OPEN", lambda: page("<tr><td colspan=5>Price list 2026</td></tr>" + html_rows()))
odd("rows_spanned.xls", K, "OPEN", lambda: page(html_rows(TABLE[:1]) + "<tr><td>K-1</td><td>Steel plate</td><td rowspan=2>Italy</td><td>4</td><td>1.5</td></tr><tr><td>K-2</td><td>Steel bar</td><td>5</td><td>2.5</td></tr>"), (("K-1", "IT", 4, 1.5), ("K-2", "IT", 5, 2.5)))
odd("table_in_layout_table.xls", K, "OPEN", lambda: page(f"<tr><td>menu</td><td><table>{html_rows()}</table></td></tr>"))
odd("two_tables.xls", K, "OPEN", lambda: page(html_rows(), before=OTHER))
odd("numbers_beside_text.xls", K, "OPEN", lambda: page(html_rows().replace("<td>1200</td>", '<td x:num="1200">1.200</td>').replace("<td>0.35</td>", '<td x:num="0.35">0,4</td>')))
odd("rows_hidden_in_page.xls", K, "OPEN", lambda: page(HIDDEN))
odd("page_in_utf16.xls", K, "OPEN", lambda: page(html_rows(), encoding="utf-16"))
odd("page_with_mark.xls", K, "OPEN", lambda: page(named("磁-1"), mark=b"\xef\xbb\xbf"), first("磁-1"))
odd("page_says_utf8_is_cp1252.xls", K, "OPEN", lambda: page(named("Größe-1"), meta("utf-8"), "cp1252"), first("Größe-1"))
odd("page_says_latin1_is_utf8.xls", K, "OPEN", lambda: page(named("Größe-1"), meta("iso-8859-1"), "utf-8"), first("Größe-1"))
odd("page_says_gb2312_is_gb18030.xls", K, "OPEN", lambda: page(named("磁铁㐀-1"), meta("gb2312"), "gb18030"), first("磁铁㐀-1"))
odd("page_in_gbk_unsaid.xls", K, "OPEN", lambda: page(html_rows((HEADS, ("磁铁-1", "烧结钕铁硼磁铁 电机用", *LIST[0][2:]), ("螺丝-2", "六角头螺栓 不锈钢", *LIST[1][2:]))), "", "gbk"), (("磁铁-1", *WHOLE[0][1:]), ("螺丝-2", *WHOLE[1][1:])))
odd("page_in_shift_jis.xls", K, "OPEN", lambda: page(named("磁石ソ-1"), meta("Shift_JIS"), "cp932"), first("磁石ソ-1"))
odd("page_in_big5.xls", K, "OPEN", lambda: page(named("磁鐵功-1"), meta("big5"), "big5"), first("磁鐵功-1"))
odd("page_says_nonsense.xls", K, "OPEN", lambda: page(named("Größe-1"), meta("x-sap-cp"), "utf-8"), first("Größe-1"))
odd("xhtml.xls", K, "OPEN", lambda: b'<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">' + page(html_rows()))
odd("frames.xls", K, "E_UNSUPPORTED_OR_E_NOT_SPREADSHEET_OR_E_NO_TABLE_OR_OPEN", lambda: b'<html><frameset rows="*,39"><frame src="book_files/sheet001.htm"></frameset></html>', None)
odd("login_page.xlsx", K, "E_NOT_SPREADSHEET_OR_E_NO_TABLE_OR_OPEN", lambda: b"<!DOCTYPE html><html><head><title>Sign in</title></head><body><form>User <input></form></body></html>", None)

# web archives


def archive(body: bytes, how: str, charset: str = "utf-8", more: str = "", end: str = "\r\n") -> bytes:
    head = ("MIME-Version: 1.0", "X-Document-Type: Workbook", 'Content-Type: multipart/related; boundary="--=_b"', "", "----=_b",
            "Content-Location: file:///C:/1/book.htm", f"Content-Transfer-Encoding: {how}", f'Content-Type: text/html; charset="{charset}"', "")
    text = end.join(head).encode() + end.encode() + body + end.encode()
    return text + more.encode() + f"----=_b--{end}".encode()


K = "archive"
odd("quoted.mht", K, "OPEN", lambda: archive(quopri.encodestring(page(named("Größe-1"))), "quoted-printable"), first("Größe-1"))
odd("quoted_named_xls.xls", K, "OPEN", lambda: archive(quopri.encodestring(page(named("Größe-1"), encoding="cp1252")), "quoted-printable", "windows-1252"), first("Größe-1"))
odd("base64_archive.xls", K, "OPEN", lambda: archive(base64.encodebytes(page(named("磁-1"))), "base64"), first("磁-1"))
odd("quoted_with_short_line_ends.xls", K, "OPEN", lambda: archive(quopri.encodestring(page(html_rows())), "quoted-printable", end="\n"))
odd("archive_of_utf16.xls", K, "OPEN", lambda: archive(base64.encodebytes(page(html_rows(), encoding="utf-16")), "base64", "unicode"))
odd("archive_cut.xls", K, "OPEN_OR_E_TRUNCATED_OR_E_CORRUPT", lambda: archive(quopri.encodestring(page(html_rows())), "quoted-printable")[:500], None)
