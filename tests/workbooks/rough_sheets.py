"""Odd files, third collection: sheets of xlsx, ods and Excel 2003 XML that programs of suppliers write.

Written before it was looked at how any of them is read; frozen on 2026-11-27.
"""

# ruff: noqa: E501 - tables of files, one a line

from collections.abc import Callable
from typing import cast

from tests.workbooks.hostile_parts import HEAD, MAIN, OFFICE, RELATIONS, package
from tests.workbooks.odd_documents import ods, ods_rows, x2003, x2003_cell, x2003_rows
from tests.workbooks.odd_parts import (
    HEADS,
    LIST,
    TABLE,
    WHOLE,
    Part,
    book,
    changed,
    content,
    odd,
    replaced,
    sheet_xml,
    xml_rows,
)  # fmt: skip

KIND = "rough: sheet"
SHEET = "xl/worksheets/sheet1.xml"


def _shared(items: list[str], rows: str) -> bytes:
    """A workbook with shared texts as they stand here."""
    made = content(rows)
    sst = f'{HEAD}<sst xmlns="{MAIN}" count="{len(items)}" uniqueCount="{len(items)}">{"".join(items)}</sst>'
    rels = made["xl/_rels/workbook.xml.rels"]
    assert isinstance(rels, str)
    link = f'<Relationship Id="s" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
    return package(
        made
        | {
            "xl/sharedStrings.xml": sst,
            "xl/_rels/workbook.xml.rels": rels.replace("</Relationships>", link),
        }
    )


def _rows_of(number: Callable[[int, int, object], str]) -> str:
    return "".join(
        f'<row r="{r}">' + "".join(number(r, c, v) for c, v in enumerate(row)) + "</row>"
        for r, row in enumerate(TABLE, start=1)
    )


def _in_runs() -> bytes:
    """Every text in pieces of its own looks, with a reading in kana between them."""
    items: list[str] = []

    def cell(r: int, c: int, value: object) -> str:
        at = f"{chr(65 + c)}{r}"
        if not isinstance(value, str):
            return f'<c r="{at}"><v>{value}</v></c>'
        half = len(value) // 2
        items.append(
            f'<si><r><rPr><b/></rPr><t xml:space="preserve">{value[:half]}</t></r><rPh sb="0" eb="1"><t>カナ</t></rPh>'
            f'<r><t xml:space="preserve">{value[half:]}</t></r><phoneticPr fontId="1"/></si>'
        )
        return f'<c r="{at}" t="s"><v>{len(items) - 1}</v></c>'

    rows = _rows_of(cell)
    return _shared(items, rows)


def _many_texts(times: int) -> bytes:
    items = [f"<si><t>text {n}</t></si>" for n in range(times)]

    def cell(r: int, c: int, value: object) -> str:
        at = f"{chr(65 + c)}{r}"
        if not isinstance(value, str):
            return f'<c r="{at}"><v>{value}</v></c>'
        items.append(f"<si><t>{value}</t></si>")
        return f'<c r="{at}" t="s"><v>{len(items) - 1}</v></c>'

    rows = _rows_of(cell)
    return _shared(items, rows)


def _typed(name: str, kind: str, value: str) -> Callable[[], bytes]:
    """The cell at ``name`` with another type and value."""

    def make() -> bytes:
        rows = xml_rows(TABLE)
        begin = rows.index(f'<c r="{name}"')
        end = rows.index("</c>", begin) + 4
        return book(rows[:begin] + f'<c r="{name}"{kind}>{value}</c>' + rows[end:])

    return make


def _far_apart() -> bytes:
    lines = [xml_rows([row], first) for row, first in zip(TABLE, (3, 404, 405, 1206, 3007), strict=True)]  # fmt: skip
    return book("".join(lines))


def _names(times: int) -> bytes:
    made = content()
    wb = made["xl/workbook.xml"]
    assert isinstance(wb, str)
    names = "".join(f'<definedName name="n{n}">S1!$A${n + 1}</definedName>' for n in range(times))
    made["xl/workbook.xml"] = wb.replace("</sheets>", f"</sheets><definedNames>{names}</definedNames>")  # fmt: skip
    return package(made)


def _sheets(times: int, at: int) -> bytes:
    """So many sheets, the list on one of them, a word on each other."""
    made = content()
    other = sheet_xml(xml_rows([["see the first sheet"]]))
    names = "".join(f'<sheet name="S{n}" sheetId="{n}" r:id="rId{n}"/>' for n in range(1, times + 1))  # fmt: skip
    made["xl/workbook.xml"] = f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{names}</sheets></workbook>'  # fmt: skip
    links = "".join(f'<Relationship Id="rId{n}" Type="{OFFICE}/worksheet" Target="worksheets/{"sheet1" if n == at else "other"}.xml"/>' for n in range(1, times + 1))  # fmt: skip
    made["xl/_rels/workbook.xml.rels"] = (
        f'{HEAD}<Relationships xmlns="{RELATIONS}">{links}</Relationships>'
    )
    made["xl/worksheets/other.xml"] = other
    return package(made)


STYLES = (
    f'{HEAD}<styleSheet xmlns="{MAIN}">%s<fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders>'
    '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="%d" applyNumberFormat="1"/></cellXfs></styleSheet>'
)


def _styled(rows: str, form: int, code: str = "") -> bytes:
    """A workbook whose style 1 is one number format."""
    own = f'<numFmts count="1"><numFmt numFmtId="{form}" formatCode="{code}"/></numFmts>' if code else ""  # fmt: skip
    made = content(rows)
    rels = made["xl/_rels/workbook.xml.rels"]
    assert isinstance(rels, str)
    link = f'<Relationship Id="y" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>'
    made["xl/_rels/workbook.xml.rels"] = rels.replace("</Relationships>", link)
    return package(made | {"xl/styles.xml": STYLES % (own, form)})


def _shown_with_noughts() -> bytes:
    """Numbers of parts stored as numbers and shown with leading noughts by their format."""
    rows = xml_rows([HEADS, *((471 + n, *row[1:]) for n, row in enumerate(LIST))])
    for r in range(2, 6):
        rows = rows.replace(f'<c r="A{r}"', f'<c r="A{r}" s="1"')
    return _styled(rows, 170, "00000000")


SHOWN = tuple((f"{471 + n:08d}", *part[1:]) for n, part in enumerate(WHOLE))


def _strict_with_errors() -> bytes:
    strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    made = content(xml_rows(TABLE).replace('<c r="D3"><v>50</v></c>', '<c r="D3" t="e"><v>#VALUE!</v></c>'))  # fmt: skip
    return package(
        {
            name: (part if isinstance(part, bytes) else part.replace(MAIN, strict).replace(OFFICE, "http://purl.oclc.org/ooxml/officeDocument/relationships"))
            for name, part in made.items()
        }
    )  # fmt: skip


def _much_behind(what: str, one: str, times: int) -> Callable[[], bytes]:
    return lambda: book(behind=f"<{what}>{one * times}</{what}>")


def _hyperlinks() -> bytes:
    links = "".join(f'<hyperlink ref="A{n % 5 + 1}" location="S1!A1" display="x"/>' for n in range(60_000))  # fmt: skip
    return book(behind=f"<hyperlinks>{links}</hyperlinks>")


def _ods(old: str, new: str) -> Callable[[], bytes]:
    def make() -> bytes:
        rows = ods_rows()
        assert old in rows, old
        return ods(rows.replace(old, new))

    return make


def _down_2003() -> bytes:
    """One country over two lines; the line below it goes on behind it by its place."""
    lines = ["<Row>" + "".join(map(x2003_cell, HEADS)) + "</Row>"]
    first, second, *rest = LIST
    lines.append("<Row>" + "".join(x2003_cell(v, ' ss:MergeDown="1"' if c == 2 else "") for c, v in enumerate(first)) + "</Row>")  # fmt: skip
    lines.append("<Row>" + x2003_cell(second[0]) + x2003_cell(second[1]) + x2003_cell(second[3], ' ss:Index="4"') + x2003_cell(second[4]) + "</Row>")  # fmt: skip
    return x2003("".join(lines) + x2003_rows(rest))


def without(at: int, field: int) -> tuple[Part, ...]:
    """What is read where one fact of one row is not there."""
    made = [
        tuple(None if (n, c) == (at, field) else v for c, v in enumerate(part))
        for n, part in enumerate(WHOLE)
    ]
    return cast(tuple[Part, ...], tuple(made))


# fmt: off
odd("headings_and_texts_in_runs.xlsx", KIND, "OPEN", _in_runs, sheets=1, texts=("Ring magnet N42SH",))
odd("two_hundred_thousand_shared_texts.xlsx", KIND, "OPEN", lambda: _many_texts(200_000), sheets=1)
odd("list_far_apart.xlsx", KIND, "OPEN", _far_apart, sheets=1)
odd("list_at_the_last_rows.xlsx", KIND, "OPEN_OR_OPEN_WITH_WARNING", lambda: book(xml_rows(TABLE, 1_048_572)))
odd("type_says_number_is_text.xlsx", KIND, "OPEN_OR_OPEN_WITH_WARNING", _typed("D3", ' t="n"', "<v>a few</v>"), without(1, 2))
odd("type_nobody_knows.xlsx", KIND, "OPEN_OR_OPEN_WITH_WARNING_OR_E_CORRUPT", _typed("D3", ' t="q"', "<v>50</v>"), None)
odd("result_of_a_formula_as_text.xlsx", KIND, "OPEN", _typed("D3", ' t="str"', "<v>50</v>"))
odd("true_as_a_quantity.xlsx", KIND, "OPEN_OR_OPEN_WITH_WARNING", _typed("D3", ' t="b"', "<v>1</v>"), without(1, 2))
odd("blanks_round_the_value.xlsx", KIND, "OPEN", _typed("D3", "", "<v> 50 </v>"))
odd("plus_before_the_value.xlsx", KIND, "OPEN", _typed("D3", "", "<v>+5.0E1</v>"))
odd("shared_text_of_no_number.xlsx", KIND, "OPEN_WITH_WARNING_OR_OPEN_OR_E_CORRUPT_OR_E_MISSING_PART", _typed("D3", ' t="s"', "<v>-1</v>"), None)
odd("value_before_its_formula.xlsx", KIND, "OPEN", _typed("D3", "", "<v>50</v><f>25*2</f>"))
odd("two_sets_of_rows.xlsx", KIND, "OPEN_OR_E_CORRUPT_OR_OPEN_WITH_WARNING", lambda: book(xml_rows(TABLE[:3]) + "</sheetData><sheetData>" + xml_rows(TABLE[3:], 4)), None)
odd("number_of_a_part_never_reckoned.xlsx", KIND, "OPEN_WITH_WARNING", _typed("A3", ' t="str"', "<f>CONCATENATE(\"K\",\"-22\")</f>"), without(1, 0), warnings=("W_NO_CACHED_VALUE",))
odd("number_of_a_part_is_an_error.xlsx", KIND, "OPEN_WITH_WARNING", _typed("A3", ' t="e"', "<v>#N/A</v>"), without(1, 0), warnings=("W_ERROR_CELL",))
odd("country_is_an_error.xlsx", KIND, "OPEN_WITH_WARNING", _typed("C2", ' t="e"', "<f>VLOOKUP(A2,[1]Origin!A:B,2,0)</f><v>#REF!</v>"), without(0, 1), warnings=("W_ERROR_CELL",))
odd("heading_is_an_error.xlsx", KIND, "OPEN_WITH_WARNING", _typed("C1", ' t="e"', "<v>#NAME?</v>"), None, warnings=("W_ERROR_CELL",))
odd("asks_a_service_on_the_net.xlsx", KIND, "OPEN_WITH_WARNING_OR_OPEN", lambda: book(xml_rows(TABLE) + '<row r="9"><c r="G9"><f>_xlfn.WEBSERVICE("http://127.0.0.1:9/")</f><v>1</v></c></row>'), None)
odd("mark_of_bytes_in_a_heading.xlsx", KIND, "OPEN", replaced("<t>Part Number", "<t>\ufeffPart Number"))
odd("no_width_blanks_in_headings.xlsx", KIND, "OPEN", replaced("<t>Country of Origin", "<t>Country\u200b of\u2060 Origin\u200b"))
odd("sixty_thousand_names.xlsx", KIND, "OPEN", lambda: _names(60_000), sheets=1)
odd("sixty_thousand_links_in_cells.xlsx", KIND, "OPEN", _hyperlinks, sheets=1)
odd("fifty_thousand_conditions.xlsx", KIND, "OPEN", lambda: book(behind='<conditionalFormatting sqref="A1:E5"><cfRule type="expression" priority="1"><formula>A1=1</formula></cfRule></conditionalFormatting>' * 50_000), sheets=1)
odd("six_hundred_sheets.xlsx", KIND, "OPEN_WITH_WARNING", lambda: _sheets(600, 1))
odd("list_on_the_last_of_six_hundred.xlsx", KIND, "OPEN_WITH_WARNING_OR_E_NO_TABLE", lambda: _sheets(600, 600), None)
odd("part_numbers_shown_with_noughts.xlsx", KIND, "OPEN", _shown_with_noughts, SHOWN)
odd("strict_with_an_error.xlsx", KIND, "OPEN_WITH_WARNING", _strict_with_errors, without(1, 2), warnings=("W_ERROR_CELL",))
odd("relations_of_other_kinds_first.xlsx", KIND, "OPEN", changed(lambda made: made.update({"xl/_rels/workbook.xml.rels": f'{HEAD}<Relationships xmlns="{RELATIONS}"><Relationship Id="rId9" Type="{OFFICE}/worksheet" Target="file:///etc/hostname" TargetMode="External"/><Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'})), sheets=1)
odd("macros_of_basic.ods", KIND, "OPEN_WITH_WARNING", lambda: ods(ods_rows(), **{"Basic/Standard/Module1.xml": "<script:module/>", "Basic/script-lc.xml": "<x/>"}), warnings=("W_MACRO",))
odd("linked_table.ods", KIND, "OPEN_WITH_WARNING", lambda: ods('<table:table-source xmlns:xlink="http://www.w3.org/1999/xlink" xlink:type="simple" xlink:href="file:///home/x/prices.ods" table:table-name="P"/>' + ods_rows()), warnings=("W_EXTERNAL_LINK",))
odd("dates_and_money.ods", KIND, "OPEN", _ods('<table:table-cell office:value-type="float" office:value="0.35"><text:p>shown 0.35</text:p>', '<table:table-cell office:value-type="currency" office:currency="EUR" office:value="0.35"><text:p>0,35 €</text:p>'))
odd("columns_repeated_minus.ods", KIND, "OPEN_OR_E_CORRUPT", _ods("</table:table-row>", '<table:table-cell table:number-columns-repeated="-7"/></table:table-row>'), None)
odd("rows_repeated_beyond_all.ods", KIND, "OPEN_OR_E_CORRUPT_OR_E_TOO_LARGE", lambda: ods(ods_rows() + '<table:table-row table:number-rows-repeated="9223372036854775807"><table:table-cell/></table:table-row>'))
odd("full_row_repeated_a_million_times.ods", KIND, "OPEN_OR_OPEN_WITH_WARNING_OR_E_TOO_LARGE_OR_E_MEMORY", lambda: ods(ods_rows() + ods_rows([LIST[0]], more=' table:number-rows-repeated="1048570"')), None)
odd("cells_covered_by_others.ods", KIND, "OPEN", lambda: ods(ods_rows([HEADS]) + ods_rows(LIST).replace("</table:table-row>", "<table:covered-table-cell/><table:covered-table-cell/></table:table-row>")))
odd("cut.ods", KIND, "E_TRUNCATED", lambda: ods(ods_rows())[:-40], None)
odd("country_over_two_lines_2003.xls", KIND, "OPEN_OR_OPEN_WITH_WARNING", _down_2003, (WHOLE[0], ("K-22", "CN", 50.0, 0.02), *WHOLE[2:]))
odd("rows_spanned_2003.xls", KIND, "OPEN", lambda: x2003('<Row ss:Index="2" ss:Span="0">' + "".join(map(x2003_cell, HEADS)) + "</Row>" + x2003_rows(LIST)))
odd("places_backwards_2003.xls", KIND, "OPEN_OR_E_CORRUPT_OR_OPEN_WITH_WARNING", lambda: x2003(x2003_rows() + '<Row ss:Index="2"><Cell ss:Index="1"><Data ss:Type="String">again</Data></Cell></Row>'), None)
odd("styles_and_names_first_2003.xls", KIND, "OPEN", lambda: x2003(x2003_rows()).replace(b"<Worksheet", b'<Styles><Style ss:ID="a"><NumberFormat ss:Format="@"/></Style></Styles><Names><NamedRange ss:Name="x" ss:RefersTo="=S!R1C1"/></Names><Worksheet', 1), sheets=1)
