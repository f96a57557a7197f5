"""Odd files, fourth collection: OpenDocument, Excel 2003 XML and web pages.

Written before it was looked at how any of them is read; frozen on 2026-11-27, evening.
"""

# ruff: noqa: E501 - tables of files, one a line

from collections.abc import Callable

from tests.workbooks.build import ODS_HEAD, ODS_TAIL
from tests.workbooks.hostile_parts import package
from tests.workbooks.odd_documents import ods, ods_cell, ods_rows, x2003, x2003_cell, x2003_rows
from tests.workbooks.odd_parts import HEADS, LIST, TABLE, WHOLE, html_rows, odd
from tests.workbooks.rough_sheets import without
from tests.workbooks.rough_texts import page, table

KIND = "stray: document"
PAGE = "stray: page"
XLINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'
DRAW = 'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'
STYLE = 'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"'


def _ods(old: str, new: str) -> Callable[[], bytes]:
    def make() -> bytes:
        rows = ods_rows()
        assert old in rows, old
        return ods(rows.replace(old, new))

    return make


def _content(edit: Callable[[str], str], encoding: str = "utf-8") -> Callable[[], bytes]:
    """The sheet after an edit of its whole XML."""

    def make() -> bytes:
        text = f'{ODS_HEAD}<table:table table:name="Parts">{ods_rows()}</table:table>{ODS_TAIL}'
        new = edit(text)
        assert new != text
        return package(
            {
                "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
                "content.xml": new.encode(encoding),
            }
        )

    return make


def _noughts() -> bytes:
    """Part numbers as numbers, shown with leading noughts by their style."""
    styles = (
        f'<office:automatic-styles {STYLE}><number:number-style style:name="N1"><number:number number:decimal-places="0" number:min-integer-digits="8"/></number:number-style>'
        '<style:style style:name="ce1" style:family="table-cell" style:data-style-name="N1"/></office:automatic-styles><office:body>'
    )
    rows = ods_rows([HEADS])
    for n, row in enumerate(LIST):
        cells = ods_cell(471 + n, more=' table:style-name="ce1"').replace(
            f"shown {471 + n}", f"{471 + n:08d}"
        )
        rows += f"<table:table-row>{cells}{''.join(map(ods_cell, row[1:]))}</table:table-row>"
    text = f'{ODS_HEAD}<table:table table:name="Parts">{rows}</table:table>{ODS_TAIL}'
    return package(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": text.replace("<office:body>", styles, 1),
        }
    )


def _display(of: str) -> Callable[[], bytes]:
    """A style that hides the table, or columns."""
    styles = f'<office:automatic-styles {STYLE}><style:style style:name="ta1" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body>'
    columns = '<table:table-column/><table:table-column table:number-columns-repeated="2" table:visibility="collapse"/><table:table-column table:number-columns-repeated="2"/>'

    def edit(text: str) -> str:
        if of == "columns":
            return text.replace('table:name="Parts">', f'table:name="Parts">{columns}', 1)
        return text.replace("<office:body>", styles, 1).replace(
            'table:name="Parts"', 'table:name="Parts" table:style-name="ta1"'
        )

    return _content(edit)


TRACKED = (
    '<table:tracked-changes><table:deletion table:id="ct1" table:type="row" table:position="2"><table:deletions>'
    '<table:cell-content-deletion><table:change-track-table-cell office:value-type="string"><text:p>OLD-1</text:p></table:change-track-table-cell>'
    "</table:cell-content-deletion></table:deletions></table:deletion></table:tracked-changes><table:table "
)
SHAPE = f"<draw:custom-shape {DRAW}><text:p>DRAFT</text:p></draw:custom-shape>"
RUBY = "<text:ruby><text:ruby-base>希土類</text:ruby-base><text:ruby-text>きどるい</text:ruby-text></text:ruby>磁石"


def _x2003(old: str, new: str) -> Callable[[], bytes]:
    def make() -> bytes:
        made = x2003(x2003_rows())
        assert old.encode() in made, old
        return made.replace(old.encode(), new.encode())

    return make


def _scrolled() -> str:
    """A page of today: the headings in a table of their own above, the lines in another below."""
    head = table(f"<thead>{html_rows(TABLE[:1], 'th')}</thead>", ' class="dataTable"')
    body = table(f"<tbody>{html_rows(LIST)}</tbody>", ' id="t1" class="dataTable"')
    return f'<div class="scrollHead">{head}</div><div class="scrollBody">{body}</div>'


def _twin_headings() -> str:
    """The same, the headings once more in the table below, of no height."""
    ghost = html_rows(TABLE[:1], "th").replace("<tr>", '<tr style="height:0px">')
    return f"{table(html_rows(TABLE[:1], 'th'))}<div>{table(ghost + html_rows(LIST))}</div>"


def _bytes(text: str, encoding: str = "utf-8") -> Callable[[], bytes]:
    return lambda: text.encode(encoding)


CHOICE = '<select name="c"><option>Austria</option><option selected="selected">Germany</option><option>Italy</option></select>'
RUSSIAN = html_rows((HEADS, ("Магнит-1", "Кольцевой магнит", *LIST[0][2:]), *LIST[1:]))
# fmt: off
odd("texts_in_attributes.ods", KIND, "OPEN_OR_OPEN_WITH_WARNING", _ods('office:value-type="string"><text:p>00471-B</text:p>', 'office:value-type="string" office:string-value="00471-B">'))
odd("numbers_without_value.ods", KIND, "OPEN_OR_OPEN_WITH_WARNING", _ods('office:value-type="float" office:value="1200"><text:p>shown 1200', 'office:value-type="float"><text:p>1200'))
odd("value_of_another_kind.ods", KIND, "OPEN", _ods('office:value-type="float" office:value="1200"', 'office:value-type="float" office:value="1200" calcext:value-type="float"'), sheets=1)
odd("formula_as_text.ods", KIND, "OPEN", _ods('office:value-type="float" office:value="1200"', 'table:formula="of:=600*2" office:value-type="float" office:value="1.2E3"'), sheets=1)
odd("tabs_and_line_breaks.ods", KIND, "OPEN", _ods("Ring magnet N42SH", "Ring<text:tab/>magnet<text:line-break/>N42SH"), sheets=1)
odd("readings_above_signs.ods", KIND, "OPEN", _ods("Ring magnet N42SH", RUBY), texts=("希土類磁石",))
odd("shape_in_a_cell.ods", KIND, "OPEN", _ods("<text:p>00471-B</text:p>", SHAPE + "<text:p>00471-B</text:p>"), sheets=1)
odd("shapes_before_the_rows.ods", KIND, "OPEN", lambda: ods(f"<table:shapes>{SHAPE}</table:shapes>" + ods_rows()), sheets=1)
odd("deleted_lines_kept_for_review.ods", KIND, "OPEN", _content(lambda t: t.replace("<table:table ", TRACKED, 1)), sheets=1)
odd("page_breaks_between_rows.ods", KIND, "OPEN", _ods("</table:table-row>", "</table:table-row><text:soft-page-break/>"), sheets=1)
odd("hidden_table.ods", KIND, "OPEN_WITH_WARNING", _display("table"), warnings=("W_HIDDEN",))
odd("hidden_columns.ods", KIND, "OPEN_WITH_WARNING", _display("columns"), warnings=("W_HIDDEN",))
odd("part_numbers_shown_with_noughts.ods", KIND, "OPEN", _noughts, tuple((f"{471 + n:08d}", *part[1:]) for n, part in enumerate(WHOLE)))
odd("content_in_utf16.ods", KIND, "OPEN", _content(lambda t: t.replace("UTF-8", "UTF-16"), "utf-16"), sheets=1)
odd("mark_before_content.ods", KIND, "OPEN", _content(lambda t: "\ufeff" + t), sheets=1)
odd("other_prefixes.ods", KIND, "OPEN", _content(lambda t: t.replace("table:", "t:").replace("xmlns:table", "xmlns:t").replace("office:", "o:").replace("xmlns:office", "xmlns:o").replace("urn:oasis:names:tc:opendocument:xmlns:t:", "urn:oasis:names:tc:opendocument:xmlns:table:").replace("urn:oasis:names:tc:opendocument:xmlns:o:", "urn:oasis:names:tc:opendocument:xmlns:office:")), sheets=1)
odd("mimetype_with_a_line_end.ods", KIND, "OPEN", lambda: ods(ods_rows(), kind="application/vnd.oasis.opendocument.spreadsheet\n"), sheets=1)
odd("merged_over_the_whole_grid.ods", KIND, "OPEN", _ods("<table:table-cell office:value-type=\"string\"><text:p>K-24", '<table:table-cell table:number-columns-spanned="1" table:number-rows-spanned="1048570" office:value-type="string"><text:p>K-24'), sheets=1)
odd("locked_as_a_whole.ods", KIND, "E_ENCRYPTED_OR_E_UNSUPPORTED_OR_E_MISSING_PART", lambda: package({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "META-INF/manifest.xml": '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="encrypted-package"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>', "encrypted-package": bytes(range(256)) * 9}), None)
odd("second_table_empty.ods", KIND, "OPEN", _content(lambda t: t.replace("</table:table>", '</table:table><table:table table:name="Sheet2"/><table:table table:name="Sheet3"><table:table-row><table:table-cell/></table:table-row></table:table>')), sheets=3)
odd("chart_of_calc.odc", KIND, "E_NOT_SPREADSHEET_OR_E_UNSUPPORTED", lambda: ods(ods_rows(), kind="application/vnd.oasis.opendocument.chart"), None)
odd("merged_over_the_whole_grid_2003.xls", KIND, "OPEN", lambda: x2003("<Row>" + "".join(map(x2003_cell, HEADS)) + "</Row>" + x2003_rows(LIST[:3]) + "<Row>" + "".join(x2003_cell(v, ' ss:MergeDown="1048000" ss:MergeAcross="0"' if c == 0 else "") for c, v in enumerate(LIST[3])) + "</Row>"), sheets=1)
odd("cell_beyond_all_2003.xls", KIND, "OPEN_WITH_WARNING_OR_E_CORRUPT_OR_E_TOO_LARGE_OR_OPEN", lambda: x2003(x2003_rows() + '<Row ss:Index="99999999"><Cell ss:Index="99999999"><Data ss:Type="String">x</Data></Cell></Row>'), None)
odd("counts_lie_2003.xls", KIND, "OPEN", _x2003("<Table>", '<Table ss:ExpandedColumnCount="2" ss:ExpandedRowCount="1">'), sheets=1)
odd("type_missing_2003.xls", KIND, "OPEN_OR_OPEN_WITH_WARNING_OR_E_CORRUPT", _x2003('<Data ss:Type="Number">1200</Data>', "<Data>1200</Data>"))
odd("pieces_with_separators_2003.xls", KIND, "OPEN_OR_OPEN_WITH_WARNING", _x2003('<Data ss:Type="Number">1200</Data>', '<Data ss:Type="Number">1,200</Data>'))
odd("formulas_2003.xls", KIND, "OPEN", _x2003('<Cell><Data ss:Type="Number">1200</Data>', '<Cell ss:Formula="=RC[-1]*2"><Data ss:Type="Number">1200</Data>'), sheets=1)
odd("formula_never_reckoned_2003.xls", KIND, "OPEN_WITH_WARNING", _x2003('<Cell><Data ss:Type="Number">1200</Data></Cell>', '<Cell ss:Formula="=600*2"/>'), without(0, 2), warnings=("W_NO_CACHED_VALUE",))
odd("hidden_sheet_2003.xls", KIND, "OPEN_WITH_WARNING", _x2003("</Table>", '</Table><WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible></WorksheetOptions>'), warnings=("W_HIDDEN",))
odd("hidden_columns_2003.xls", KIND, "OPEN_WITH_WARNING", _x2003("<Table>", '<Table><Column ss:Index="4" ss:Hidden="1" ss:Span="1"/>'), warnings=("W_HIDDEN",))
odd("sheet_without_a_name_2003.xls", KIND, "OPEN", _x2003(' ss:Name="List"', ""), sheets=1)
odd("blank_line_before_2003.xls", KIND, "OPEN", lambda: b"\r\n" + x2003(x2003_rows()), sheets=1)
odd("research_and_development_2003.xls", KIND, "OPEN_WITH_WARNING_OR_E_CORRUPT_OR_OPEN", _x2003("Mounting plate", "R&D plate"))
odd("entity_of_html_2003.xls", KIND, "OPEN_WITH_WARNING_OR_E_CORRUPT_OR_OPEN", _x2003("Mounting plate", "Mounting&nbsp;plate"))
odd("says_utf8_is_cp1252_2003.xls", KIND, "OPEN_OR_OPEN_WITH_WARNING_OR_E_CORRUPT", lambda: x2003(x2003_rows((HEADS, ("Größe-1", *LIST[0][1:]), *LIST[1:])), '<?xml version="1.0" encoding="utf-8"?>').decode().encode("cp1252"), (("Größe-1", *WHOLE[0][1:]), *WHOLE[1:]))
odd("days_2003.xls", KIND, "OPEN", _x2003('<Row><Cell><Data ss:Type="String">Part', '<Row><Cell><Data ss:Type="DateTime">2026-11-27T00:00:00.000</Data></Cell></Row><Row><Cell><Data ss:Type="String">Part'), sheets=1)
odd("headings_in_a_table_of_their_own.html", PAGE, "OPEN_OR_OPEN_WITH_WARNING_OR_E_NO_TABLE", _bytes(page(_scrolled())))
odd("headings_twice.html", PAGE, "OPEN", _bytes(page(_twin_headings())))
odd("choice_of_countries.html", PAGE, "OPEN_OR_OPEN_WITH_WARNING", _bytes(page(table(html_rows().replace("<td>Germany</td>", f"<td>{CHOICE}</td>")))))
odd("text_beside_what_is_shown.xls", PAGE, "OPEN", _bytes(page(table(html_rows().replace("<td>00471-B</td>", '<td x:str="00471-B">471-B</td>')))))
odd("values_of_calc.html", PAGE, "OPEN", _bytes(page(table(html_rows().replace("<td>1200</td>", '<td sdval="1200" sdnum="1031;">1.200</td>').replace("<td>0.35</td>", '<td sdval="0.35" sdnum="1031;">0,4</td>')))))
odd("begins_with_meta.xls", PAGE, "OPEN", _bytes('<meta http-equiv="content-type" content="application/vnd.ms-excel; charset=UTF-8">' + table(html_rows())))
odd("begins_with_a_style.xls", PAGE, "OPEN", _bytes("<style>.num {mso-number-format:General;}</style>" + table(html_rows())))
odd("begins_with_a_box.xls", PAGE, "OPEN", _bytes("<div>\n\t\t" + table(html_rows()) + "</div>"))
odd("begins_with_a_remark.xls", PAGE, "OPEN", _bytes("<!-- export of shop -->\n" + table(html_rows())))
odd("begins_with_a_row.xls", PAGE, "OPEN_OR_E_NOT_SPREADSHEET_OR_E_NO_TABLE", _bytes(html_rows()))
odd("begins_with_text.xls", PAGE, "OPEN", _bytes("Price list\n" + page(table(html_rows()))))
odd("xml_says_cp1251.xls", PAGE, "OPEN", _bytes(f'<?xml version="1.0" encoding="windows-1251"?><html><body>{table(RUSSIAN)}</body></html>', "cp1251"), (("Магнит-1", *WHOLE[0][1:]), *WHOLE[1:]))
odd("charset_of_today.html", PAGE, "OPEN", _bytes(f"<!doctype html><meta charset=windows-1251>{table(RUSSIAN)}", "cp1251"), (("Магнит-1", *WHOLE[0][1:]), *WHOLE[1:]))
odd("cells_that_grow.html", PAGE, "OPEN_OR_OPEN_WITH_WARNING_OR_E_TOO_LARGE", _bytes(page(table(html_rows() + "<tr>" + '<td colspan="1000" rowspan="65534">x</td>' * 400 + "</tr>"))), None)
odd("signs_without_a_semicolon.html", PAGE, "OPEN", _bytes(page(table(html_rows().replace("Mounting plate", "R&D plate &lt 5 &amp 6 &copy")))), sheets=1)
odd("attributes_never_closed.html", PAGE, "OPEN", _bytes(page(table(html_rows().replace("<td>K-22", "<td class=num align='right>K-22").replace("<td>Hex", "<td class='>Hex")))), None)
odd("notes_for_readers_aloud.html", PAGE, "OPEN", _bytes(page(table(html_rows().replace("<td>Germany</td>", '<td><img src="de.png" alt="flag"><span hidden>x</span>Germany</td>')))), None)
