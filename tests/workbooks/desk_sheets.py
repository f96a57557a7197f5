"""Odd files of desks, second part: what offices put into sheets beside the list.

Written before it was looked at how any of them is read.
"""

# ruff: noqa: E501 - tables of files, one a line

from collections.abc import Callable

from tests.workbooks.desk_books import BOOK, RELS, SHEET, of, one, sheets
from tests.workbooks.hostile_parts import HEAD, MAIN, OFFICE, package
from tests.workbooks.odd_parts import (
    HEADS,
    LIST,
    TABLE,
    WHOLE,
    Part,
    changed,
    content,
    odd,
    replaced,
    sheet_xml,
    truth,
    xml_cell,
    xml_rows,
)

KIND = "desk: sheet with"
X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
BODY = xml_rows(TABLE)
NO_PIECES: tuple[Part, ...] = tuple((number, land, None, price) for number, land, _, price in WHOLE)


def cells(
    before: str = "", behind: str = "", rows: str = BODY, **more: str | bytes
) -> Callable[[], bytes]:
    return lambda: sheets(("Parts", sheet_xml(rows, before, behind)), **more)


def swapped(old: str, new: str, times: int = -1) -> str:
    assert old in BODY, old
    return BODY.replace(old, new, times)


def related(kind: str, target: str, part: str, **more: str | bytes) -> Callable[[], bytes]:
    """The workbook with one more part that its workbook names."""

    def edit(made: dict[str, str | bytes]) -> None:
        link = f'<Relationship Id="x" Type="{OFFICE}/{kind}" Target="{target}"/></Relationships>'
        made[RELS] = str(made[RELS]).replace("</Relationships>", link)
        made[f"xl/{target}"] = part
        for name, other in more.items():
            made[name.replace("__", "/").replace("_xml", ".xml")] = other

    return changed(edit)


def _spoken(shared: bool) -> bytes:
    """A text with its reading in kana: nobody sees the reading."""
    text = '<r><t>希土類</t></r><r><rPr><b/></rPr><t>磁石</t></r><rPh sb="0" eb="3"><t>キドルイ</t></rPh><rPh sb="3" eb="5"><t>ジシャク</t></rPh><phoneticPr fontId="1"/>'
    plain = '<c r="B2" t="inlineStr"><is><t>Ring magnet N42SH</t></is></c>'
    if not shared:
        return sheets(
            ("Parts", sheet_xml(swapped(plain, f'<c r="B2" t="inlineStr"><is>{text}</is></c>')))
        )
    made = content(swapped(plain, '<c r="B2" t="s"><v>0</v></c>'))
    link = f'<Relationship Id="x" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
    made[RELS] = str(made[RELS]).replace("</Relationships>", link)
    made["xl/sharedStrings.xml"] = (
        f'{HEAD}<sst xmlns="{MAIN}" count="1" uniqueCount="1"><si>{text}</si></sst>'
    )
    return package(made)


def _shared_formula(value: str) -> str:
    rows = BODY
    for n, pieces in zip(range(2, 6), (1200, 50, 3, 17), strict=True):
        formula = (
            '<f t="shared" ref="D2:D5" si="0">E2*10</f>' if n == 2 else '<f t="shared" si="0"/>'
        )
        assert f'<c r="D{n}"><v>{pieces}</v></c>' in rows
        rows = rows.replace(
            f'<c r="D{n}"><v>{pieces}</v></c>', f'<c r="D{n}">{formula}{value.format(pieces)}</c>'
        )
    return rows


def _wide() -> bytes:
    """A planning sheet to the last column: a date above each, nothing below."""
    extra = "".join(
        f'<c r="{_letters(n)}1" t="inlineStr"><is><t>W{n}</t></is></c>' for n in range(6, 16_385)
    )
    return sheets(("Parts", sheet_xml(BODY.replace("</row>", extra + "</row>", 1))))


def _letters(n: int) -> str:
    text = ""
    while n:
        n, rest = divmod(n - 1, 26)
        text = chr(65 + rest) + text
    return text


def _formatted_to_the_end() -> bytes:
    rows = "".join(f'<row r="{n}" s="1" customFormat="1"/>' for n in range(6, 1_048_577))
    return sheets(("Parts", sheet_xml(BODY + rows)))


def _table_without_heads() -> bytes:
    table = f'<table xmlns="{MAIN}" id="1" name="T" displayName="T" ref="A1:E4" headerRowCount="0"><tableColumns count="5">'
    table += (
        "".join(f'<tableColumn id="{n}" name="{h}"/>' for n, h in enumerate(HEADS, start=1))
        + "</tableColumns></table>"
    )
    return sheets(("Parts", of(LIST)), xl__tables__table1_xml=table)


def _hidden_columns() -> bytes:
    rows = ((("Purchase list 2026", None, None, None, None)), *TABLE)
    return sheets(
        (
            "Parts",
            of(
                rows,
                '<cols><col min="2" max="3" hidden="1"/></cols>',
                '<mergeCells count="1"><mergeCell ref="A1:E1"/></mergeCells>',
            ),
        )
    )


def _states(state: str) -> Callable[[], bytes]:
    def make() -> bytes:
        raw = content()
        raw[BOOK] = str(raw[BOOK]).replace("<sheet ", f'<sheet state="{state}" ')
        return package(raw)

    return make


def _only_a_chart() -> bytes:
    made = content()
    made[SHEET] = f'{HEAD}<chartsheet xmlns="{MAIN}"><sheetViews/></chartsheet>'
    made[RELS] = str(made[RELS]).replace(f"{OFFICE}/worksheet", f"{OFFICE}/chartsheet")
    return package(made)


def _linked_kind() -> str:
    """A cell that is a stock or place for newer programs and an error for all others."""
    old = '<c r="C2" t="inlineStr"><is><t>China</t></is></c>'
    return swapped(old, '<c r="C2" t="e" vm="1"><v>#VALUE!</v></c>')


HIDDEN_AND_GROUPED = "".join(
    f'<row r="{n}"' + (' outlineLevel="1" hidden="1">' if n in (3, 4) else ">")
    + "".join(xml_cell(f"{chr(65 + at)}{n}", v) for at, v in enumerate(row)) + "</row>"
    for n, row in enumerate(TABLE, start=1)
)  # fmt: skip
PIVOT = f'<pivotCacheDefinition xmlns="{MAIN}" recordCount="2"><cacheFields count="1"><cacheField name="Part Number"><sharedItems><s v="OLD-1"/><s v="OLD-2"/></sharedItems></cacheField></cacheFields></pivotCacheDefinition>'
CONNECTION = f'<connections xmlns="{MAIN}"><connection id="1" name="ERP" type="1"><dbPr connection="DSN=erp;UID=reader;PWD=secret" command="parts"/></connection></connections>'
CHECKS = f'<extLst><ext uri="{{CCE6A557}}" xmlns:x14="{X14}"><x14:dataValidations count="1" xmlns:xm="urn:xm"><x14:dataValidation type="list"><x14:formula1><xm:f>Lists!$A$1:$A$9</xm:f></x14:formula1><xm:sqref>C2:C99</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>'
SPARKS = f'<extLst><ext uri="{{05C60535}}" xmlns:x14="{X14}"><x14:sparklineGroups xmlns:xm="urn:xm"><x14:sparklineGroup><x14:sparklines><x14:sparkline><xm:f>Parts!D2:D5</xm:f><xm:sqref>G2</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext></extLst>'
LOCK = '<sheetProtection algorithmName="SHA-512" hashValue="AAAA" saltValue="BBBB" spinCount="100000" sheet="1" objects="1" scenarios="1"/>'
TALK = '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="B2" dT="2026-01-01T00:00:00" personId="{1}" id="{2}"><text>ask Anna</text></threadedComment></ThreadedComments>'
# fmt: off
odd("readings_in_kana_inline.xlsx", KIND, "OPEN", lambda: _spoken(False), texts=("希土類磁石",), sheets=1)
odd("readings_in_kana_shared.xlsx", KIND, "OPEN", lambda: _spoken(True), texts=("希土類磁石",), sheets=1)
odd("shared_formula_never_reckoned.xlsx", KIND, "OPEN_WITH_WARNING", cells(rows=_shared_formula("")), NO_PIECES, warnings=("W_NO_CACHED_VALUE",))
odd("shared_formula_empty_value.xlsx", KIND, "OPEN_WITH_WARNING", cells(rows=_shared_formula("<v></v>")), NO_PIECES, warnings=("W_NO_CACHED_VALUE",))
odd("shared_formula_with_values.xlsx", KIND, "OPEN", cells(rows=_shared_formula("<v>{}</v>")), sheets=1)
odd("sixteen_thousand_columns.xlsx", KIND, "OPEN", _wide, sheets=1)
odd("formats_to_the_last_row.xlsx", KIND, "OPEN", _formatted_to_the_end, sheets=1)
odd("formats_of_whole_columns.xlsx", KIND, "OPEN", cells('<cols><col min="1" max="16384" width="9" style="1"/></cols>'), sheets=1)
odd("table_without_headings.xlsx", KIND, "OPEN_OR_OPEN_WITH_WARNING_OR_E_NO_TABLE", _table_without_heads, None)
odd("title_over_hidden_columns.xlsx", KIND, "OPEN_WITH_WARNING", _hidden_columns, warnings=("W_HIDDEN",))
odd("rows_grouped_and_shut.xlsx", KIND, "OPEN_WITH_WARNING", cells(rows=HIDDEN_AND_GROUPED), warnings=("W_HIDDEN",))
odd("columns_grouped_and_shut.xlsx", KIND, "OPEN_WITH_WARNING", cells('<cols><col min="3" max="5" outlineLevel="1" hidden="1"/></cols>'), warnings=("W_HIDDEN",))
odd("columns_of_no_width.xlsx", KIND, "OPEN", cells('<cols><col min="3" max="3" width="0" customWidth="1"/></cols>'), sheets=1)
odd("only_sheet_very_hidden.xlsx", KIND, "OPEN_WITH_WARNING", _states("veryHidden"), warnings=("W_HIDDEN",))
odd("only_a_chart.xlsx", KIND, "E_NO_TABLE", _only_a_chart, ())
odd("sheet_protected.xlsx", KIND, "OPEN", cells(behind=LOCK), sheets=1)
odd("structure_protected.xlsx", KIND, "OPEN", replaced("<sheets>", '<workbookProtection workbookAlgorithmName="SHA-512" workbookHashValue="AA" lockStructure="1"/><sheets>', BOOK), sheets=1)
odd("for_reading_only.xlsx", KIND, "OPEN", replaced("<sheets>", '<fileSharing readOnlyRecommended="1" userName="x" reservationPassword="CC1A"/><sheets>', BOOK), sheets=1)
odd("pivot_with_other_parts_in_its_cache.xlsm", KIND, "OPEN_WITH_WARNING", related("pivotCacheDefinition", "pivotCache/d1.xml", PIVOT, **{"xl__vbaProject.bin": b"\xd0\xcf\x11\xe0" + bytes(1000)}), warnings=("W_MACRO",))
odd("connection_to_a_database.xlsx", KIND, "OPEN", related("connections", "connections.xml", CONNECTION), sheets=1)
odd("query_with_its_text.xlsx", KIND, "OPEN", related("customXml", "../customXml/item1.xml", "<DataMashup>AAAA</DataMashup>"), sheets=1)
odd("slicers.xlsx", KIND, "OPEN", related("slicerCache", "slicerCaches/s1.xml", f'<slicerCacheDefinition xmlns="{X14}" name="Slicer_Country"/>'), sheets=1)
odd("threaded_comments.xlsx", KIND, "OPEN", cells(xl__threadedComments__t1_xml=TALK, xl__persons__person_xml="<personList/>"), sheets=1)
odd("lists_to_choose_from.xlsx", KIND, "OPEN", lambda: sheets(("Parts", sheet_xml(BODY, behind=CHECKS)), ("Lists", of((("China",), ("Germany",), ("Japan",), ("Italy",))))), sheets=2)
odd("small_charts_in_cells.xlsx", KIND, "OPEN", cells(behind=SPARKS), sheets=1)
odd("kind_of_data_in_cell.xlsx", KIND, "OPEN_WITH_WARNING", cells(rows=_linked_kind()), (("00471-B", None, 1200, 0.35), *WHOLE[1:]), warnings=("W_ERROR_CELL",))
odd("spilled_formula.xlsx", KIND, "OPEN", cells(rows=swapped('<c r="D2"><v>1200</v></c>', '<c r="D2" cm="1"><f t="array" ref="D2:D5">_xlfn.SORT(Z2:Z5)</f><v>1200</v></c>')), sheets=1)
odd("python_in_a_cell.xlsx", KIND, "OPEN", cells(rows=swapped('<c r="D2"><v>1200</v></c>', '<c r="D2"><f>_xlfn._xlws.PY(0,1)</f><v>1200</v></c>'), xl__python_xml="<python>import os</python>"), sheets=1)
odd("pieces_that_say_true.xlsx", KIND, "OPEN_OR_OPEN_WITH_WARNING", cells(rows=swapped('<c r="D2"><v>1200</v></c>', '<c r="D2" t="b"><v>1</v></c>')), None)
odd("carriage_return_escaped.xlsx", KIND, "OPEN", cells(rows=swapped("Ring magnet N42SH", "Ring magnet_x000D_&#10;N42SH")), sheets=1)
odd("underscore_escaped.xlsx", KIND, "OPEN", cells(rows=swapped("Ring magnet N42SH", "Ring_x005F_x0020_magnet")), texts=("Ring_x0020_magnet",), sheets=1)
odd("signs_by_number.xlsx", KIND, "OPEN", cells(rows=swapped("Ring magnet N42SH", "&#82;ing &#x6D;agnet N42SH")), texts=("Ring magnet N42SH",), sheets=1)
odd("text_cut_by_comment.xlsx", KIND, "OPEN", cells(rows=swapped("Ring magnet N42SH", "Ring <!-- x -->magnet N42SH")), texts=("Ring magnet N42SH",), sheets=1)
odd("text_as_cdata.xlsx", KIND, "OPEN", cells(rows=swapped("Ring magnet N42SH", "<![CDATA[Ring magnet N42SH]]>")), texts=("Ring magnet N42SH",), sheets=1)
odd("cell_of_all_signs.xlsx", KIND, "OPEN", cells(rows=swapped("Ring magnet N42SH", "x" * 32_767)), sheets=1)
odd("cell_longer_than_allowed.xlsx", KIND, "OPEN_OR_OPEN_WITH_WARNING", cells(rows=swapped("Ring magnet N42SH", "y" * 200_000)), sheets=1)
odd("note_far_to_the_right.xlsx", KIND, "OPEN", cells(rows=BODY.replace("</row>", xml_cell("ZZ1", "printed 2026-01-01") + "</row>", 1)), sheets=1)
odd("note_far_below.xlsx", KIND, "OPEN", cells(rows=BODY + '<row r="900000">' + xml_cell("A900000", "end of list") + "</row>"), sheets=1)
odd("numbers_as_text_with_blanks.xlsx", KIND, "OPEN", one([[f" {v} " if n and isinstance(v, int | float) else v for v in row] for n, row in enumerate(TABLE)]), sheets=1)
odd("numbers_with_hard_blanks.xlsx", KIND, "OPEN", one((HEADS, ("00471-B", "Ring magnet", "China", "1\u00a0200", "0,35"), *((a, b, c, str(d), str(e).replace(".", ",")) for a, b, c, d, e in LIST[1:]))), sheets=1)
odd("money_as_text.xlsx", KIND, "OPEN", one((HEADS, *((a, b, c, d, f"€ {e:.2f}") for a, b, c, d, e in LIST))), sheets=1)
odd("formula_of_links.xlsx", KIND, "OPEN", cells(rows=swapped('<c r="A2" t="inlineStr"><is><t>00471-B</t></is></c>', '<c r="A2" t="str"><f>HYPERLINK("http://127.0.0.1:9/p","00471-B")</f><v>00471-B</v></c>')), sheets=1)
odd("ids_in_another_order.xlsx", KIND, "OPEN", lambda: sheets(("Notes", of((("nothing here",),))), ("Parts", of(TABLE))).replace(b"sheetId", b"sheetId"), sheets=2)
odd("row_of_totals_hidden.xlsx", KIND, "OPEN_WITH_WARNING", cells(rows=BODY + '<row r="6" hidden="1">' + xml_cell("A6", "Total") + xml_cell("D6", 1270) + "</row>"), WHOLE, warnings=("W_HIDDEN",))
odd("picture_behind_the_sheet.xlsx", KIND, "OPEN", lambda: sheets(("Parts", sheet_xml(BODY, behind=f'<picture xmlns:r="{OFFICE}" r:id="rId9"/>')), **{"xl__media__image1.png": b"\x89PNG"}), sheets=1)
odd("nothing_but_a_picture.xlsx", KIND, "E_NO_TABLE", lambda: sheets(("Scan", sheet_xml("", behind=f'<drawing xmlns:r="{OFFICE}" r:id="rId1"/>')), **{"xl__media__image1.jpeg": b"\xff\xd8\xff"}), ())
odd("two_hundred_empty_sheets.xlsx", KIND, "OPEN", lambda: sheets(("Parts", of(TABLE)), *((f"Sheet{n}", sheet_xml("")) for n in range(2, 202))), sheets=201)
odd("text_turned_upside_down.xlsx", KIND, "OPEN", one([[row[n] for row in TABLE] for n in range(5)]), truth(), sheets=1)
# fmt: on
