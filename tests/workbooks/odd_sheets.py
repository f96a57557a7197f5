"""Odd sheets of xlsx workbooks: legal and half-legal ways of writing the same list."""

# ruff: noqa: E501, PLW0108 - tables of files, one a line

from collections.abc import Callable

from tests.workbooks.hostile_parts import HEAD, MAIN, OFFICE, package, relations
from tests.workbooks.odd_parts import (
    HEADS,
    LIST,
    TABLE,
    WHOLE,
    book,
    changed,
    content,
    odd,
    replaced,
    sheet_xml,
    xml_cell,
    xml_rows,
)

KIND = "sheet"
BOOK = "xl/workbook.xml"
RELS = "xl/_rels/workbook.xml.rels"
SHEET = "xl/worksheets/sheet1.xml"
STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main"
STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"


def with_texts(texts: list[str], rows: str | None = None, table: bool = True) -> bytes:
    """The list with shared texts: ``texts`` are the insides of ``<si>`` in order of the cells."""
    numbers = iter(range(10_000))

    def one(address: str, value: float | str) -> str:
        if isinstance(value, str):
            return f'<c r="{address}" t="s"><v>{next(numbers)}</v></c>'
        return xml_cell(address, value)

    body = rows or "".join(
        f'<row r="{at}">'
        + "".join(one(f"{'ABCDE'[c]}{at}", v) for c, v in enumerate(row))
        + "</row>"
        for at, row in enumerate(TABLE, start=1)
    )
    made = content(body)
    made[RELS] = str(made[RELS]).replace(
        "</Relationships>",
        f'<Relationship Id="s" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
    )
    if table:
        inside = "".join(f"<si>{text}</si>" for text in texts)
        made["xl/sharedStrings.xml"] = f'{HEAD}<sst xmlns="{MAIN}">{inside}</sst>'
    return package(made)


def texts_of(write: Callable[[str], str]) -> list[str]:
    return [write(value) for row in TABLE for value in row if isinstance(value, str)]


def plain(text: str) -> str:
    return f"<t>{text}</t>"


def rich(text: str) -> str:
    half = len(text) // 2
    return (
        f'<r><rPr><b/></rPr><t xml:space="preserve">{text[:half]}</t></r>'
        f'<r><t xml:space="preserve">{text[half:]}</t></r>'
    )


def spoken(text: str) -> str:
    return f'<t>{text}</t><rPh sb="0" eb="2"><t>ジシャク</t></rPh><phoneticPr fontId="1"/>'


def _strict(made: dict[str, str | bytes]) -> None:
    for name, part in made.items():
        made[name] = str(part).replace(MAIN, STRICT_MAIN).replace(OFFICE, STRICT_OFFICE)


def _prefixed(made: dict[str, str | bytes]) -> None:
    import re

    for name in (BOOK, SHEET):
        text = re.sub(r"<(/?)([a-zA-Z])", r"<\1x:\2", str(made[name]).replace(HEAD, ""))
        made[name] = HEAD + text.replace("xmlns=", "xmlns:x=")


def _encoded(encoding: str, mark: bytes = b"") -> Callable[[], bytes]:
    def edit(made: dict[str, str | bytes]) -> None:
        text = sheet_xml(
            xml_rows((HEADS, ("Ä-471", *LIST[0][1:]))),
            head=f'<?xml version="1.0" encoding="{encoding}"?>',
        )
        made[SHEET] = mark + text.encode(encoding)

    return changed(edit)


AUMLAUT = (("Ä-471", *WHOLE[0][1:]),)


def _nameless(rows: bool) -> str:
    return "".join(
        ("<row>" if rows else f'<row r="{at}">') + "".join(xml_cell("", v) for v in row) + "</row>"
        for at, row in enumerate(TABLE, start=1)
    )


def _turned(rows: bool) -> str:
    out = []
    for at, row in enumerate(TABLE, start=1):
        cells = [xml_cell(f"{'ABCDE'[c]}{at}", v) for c, v in enumerate(row)]
        out.append(f'<row r="{at}">' + "".join(cells if rows else reversed(cells)) + "</row>")
    return "".join(reversed(out) if rows else out)


def _pretty(made: dict[str, str | bytes]) -> None:
    for name in (BOOK, SHEET):
        made[name] = str(made[name]).replace("><", ">\n    <").replace("<t>\n", "<t>")


def _named(*names: str) -> Callable[[], bytes]:
    """A workbook whose one sheet or sheets have these names, each with the part of the list."""
    from tests.workbooks.hostile_parts import parts

    def make() -> bytes:
        made = parts(sheet_xml(), len(names))
        for at, name in enumerate(names, start=1):
            made[BOOK] = str(made[BOOK]).replace(f'name="S{at}"', f'name="{name}"')
        return package(made)

    return make


def _two(
    state: str = "", first: str | None = None, kind: str = "worksheet", where: str = ""
) -> Callable[[], bytes]:
    """Another sheet of this kind and part before the list, in the state."""

    def edit(made: dict[str, str | bytes]) -> None:
        folder = where or "worksheets"
        made[BOOK] = str(made[BOOK]).replace(
            "<sheets>", f'<sheets><sheet name="First" sheetId="9" {state} r:id="rId9"/>'
        )
        made[RELS] = str(made[RELS]).replace(
            "</Relationships>",
            f'<Relationship Id="rId9" Type="{OFFICE}/{kind}" Target="{folder}/first.xml"/></Relationships>',
        )
        if first is not None:
            made[f"xl/{folder}/first.xml"] = first

    return changed(edit)


def _state(state: str) -> Callable[[], bytes]:
    return replaced('sheetId="1"', f'sheetId="1" state="{state}"', BOOK)


def _numbers(*texts: str) -> Callable[[], bytes]:
    """The pieces of the list written with these figures."""

    def make() -> bytes:
        rows = sheet_xml()
        for (_, _, _, pieces, _), text in zip(LIST, texts, strict=False):
            rows = rows.replace(f"<v>{pieces}</v>", f"<v>{text}</v>")
        return package(content() | {SHEET: rows})

    return make


CHART = f'{HEAD}<chartsheet xmlns="{MAIN}"><sheetViews><sheetView workbookViewId="0"/></sheetViews></chartsheet>'
NOTE = sheet_xml(xml_rows((("Read me first",),)))
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"

# fmt: off
odd("strict.xlsx", KIND, "OPEN", changed(_strict), sheets=1)
odd("strict_prefixed.xlsx", KIND, "OPEN", changed(lambda m: [edit(m) for edit in (_prefixed, _strict)]), sheets=1)
odd("prefixed_elements.xlsx", KIND, "OPEN", changed(_prefixed), sheets=1)
odd("pretty_printed.xlsx", KIND, "OPEN", changed(_pretty), sheets=1)
odd("shared_texts.xlsx", KIND, "OPEN", lambda: with_texts(texts_of(plain)), sheets=1)
odd("shared_texts_rich.xlsx", KIND, "OPEN", lambda: with_texts(texts_of(rich)), texts=("Ring magnet N42SH",))
odd("shared_texts_spoken.xlsx", KIND, "OPEN", lambda: with_texts(texts_of(spoken)), texts=("Ring magnet N42SH",))
odd("shared_texts_missing.xlsx", KIND, "E_MISSING_PART_OR_E_CORRUPT", lambda: with_texts([], table=False), None)
odd("shared_texts_too_few.xlsx", KIND, "E_CORRUPT_OR_E_MISSING_PART_OR_OPEN_WITH_WARNING", lambda: with_texts(texts_of(plain)[:9]), None)
odd("shared_texts_empty_items.xlsx", KIND, "OPEN", lambda: with_texts([*texts_of(plain), "", "<t/>", "<r><t/></r>"]), sheets=1)
odd("shared_texts_cdata.xlsx", KIND, "OPEN", lambda: with_texts(texts_of(lambda t: f"<t><![CDATA[{t}]]></t>")), sheets=1)
odd("shared_texts_comments.xlsx", KIND, "OPEN", lambda: with_texts(texts_of(lambda t: f"<t>{t[:2]}<!-- a --><?b c?>{t[2:]}</t>")), sheets=1)
odd("shared_texts_references.xlsx", KIND, "OPEN", lambda: with_texts(texts_of(lambda t: "<t>" + "".join(f"&#x{ord(c):x};" for c in t) + "</t>")), sheets=1)
odd("shared_texts_escaped.xlsx", KIND, "OPEN", lambda: with_texts(texts_of(lambda t: f"<t>{t.replace(' ', '_x0020_')}</t>")), sheets=1, texts=("Ring magnet N42SH",))
odd("texts_with_blanks_kept.xlsx", KIND, "OPEN", lambda: with_texts(texts_of(lambda t: f'<t xml:space="preserve">  {t} </t>')), sheets=1)
odd("texts_inline_rich.xlsx", KIND, "OPEN", changed(lambda m: m.update({SHEET: str(m[SHEET]).replace("<is><t>Ring magnet N42SH</t>", "<is>" + rich("Ring magnet N42SH"))})), texts=("Ring magnet N42SH",))
odd("dimension_too_small.xlsx", KIND, "OPEN", lambda: book(before='<dimension ref="A1:B2"/>'), sheets=1)
odd("dimension_of_one_cell.xlsx", KIND, "OPEN", lambda: book(before='<dimension ref="A1"/>'), sheets=1)
odd("dimension_elsewhere.xlsx", KIND, "OPEN", lambda: book(before='<dimension ref="J40:K41"/>'), sheets=1)
odd("dimension_nonsense.xlsx", KIND, "OPEN", lambda: book(before='<dimension ref="whole"/>'), sheets=1)
odd("dimension_huge.xlsx", KIND, "OPEN", lambda: book(before='<dimension ref="A1:XFD1048576"/>'), sheets=1)
odd("rows_without_numbers.xlsx", KIND, "OPEN", lambda: book(_nameless(True)), sheets=1)
odd("cells_without_addresses.xlsx", KIND, "OPEN", lambda: book(_nameless(False)), sheets=1)
odd("rows_backwards.xlsx", KIND, "OPEN_OR_E_CORRUPT", lambda: book(_turned(True)))
odd("cells_backwards.xlsx", KIND, "OPEN_OR_E_CORRUPT", lambda: book(_turned(False)))
odd("addresses_small.xlsx", KIND, "OPEN_OR_E_CORRUPT", lambda: book(xml_rows(TABLE).replace('r="A', 'r="a').replace('r="B', 'r="b')))
odd("addresses_of_another_row.xlsx", KIND, "OPEN_OR_E_CORRUPT", replaced('r="D3"', 'r="D9"'), None)
odd("spans_wrong.xlsx", KIND, "OPEN", changed(lambda m: m.update({SHEET: str(m[SHEET]).replace("<row ", '<row spans="1:2" ')})), sheets=1)
odd("style_beyond_all.xlsx", KIND, "OPEN", changed(lambda m: m.update({SHEET: str(m[SHEET]).replace("<c ", '<c s="4711" ')})), sheets=1)
odd("last_column_used.xlsx", KIND, "OPEN", replaced("<c r=\"E2\"><v>0.35</v></c>", '<c r="E2"><v>0.35</v></c><c r="XFD2"><v>1</v></c>'))
odd("last_row_used.xlsx", KIND, "OPEN", lambda: book(xml_rows(TABLE) + '<row r="1048576"><c r="A1048576" t="inlineStr"><is><t>end of list</t></is></c></row>'))
odd("date_system_1904.xlsx", KIND, "OPEN", replaced("<sheets>", '<workbookPr date1904="1"/><sheets>', BOOK), sheets=1)
odd("iso_dates.xlsx", KIND, "OPEN", lambda: book(xml_rows(TABLE).replace("</row>", '<c r="F1" t="inlineStr"><is><t>Valid from</t></is></c></row>', 1).replace("<v>0.35</v></c>", '<v>0.35</v></c><c r="F2" t="d"><v>2026-03-01T00:00:00</v></c>')), sheets=1)
odd("numbers_as_floats.xlsx", KIND, "OPEN", _numbers("1.2E3", "5.0e+01", "+3", " 17 "), sheets=1)
odd("numbers_with_noise.xlsx", KIND, "OPEN", _numbers("1199.9999999999998", "50.000000000000007", "3", "17"), sheets=1)
odd("numbers_with_comma.xlsx", KIND, "OPEN", _numbers("1.200,0", "5,5", "3", "17"), (*WHOLE[:1], ("K-22", "DE", 5.5, 0.02), *WHOLE[2:]))
odd("numbers_infinite.xlsx", KIND, "E_CORRUPT_OR_OPEN_WITH_WARNING", _numbers("1E999", "NaN", "INF", "17"), None)
odd("error_cells.xlsx", KIND, "OPEN_WITH_WARNING", replaced('<c r="D2"><v>1200</v></c>', '<c r="D2" t="e"><v>#N/A</v></c>'), (("00471-B", "CN", None, 0.35), *WHOLE[1:]), warnings=("W_ERROR_CELL",))
odd("error_cells_new.xlsx", KIND, "OPEN_WITH_WARNING", replaced('<c r="D2"><v>1200</v></c>', '<c r="D2" t="e"><v>#SPILL!</v></c>'), (("00471-B", "CN", None, 0.35), *WHOLE[1:]), warnings=("W_ERROR_CELL",))
odd("formulas_never_reckoned.xlsx", KIND, "OPEN_WITH_WARNING", replaced('<c r="D2"><v>1200</v></c>', '<c r="D2"><f>600*2</f></c>'), (("00471-B", "CN", None, 0.35), *WHOLE[1:]), warnings=("W_NO_CACHED_VALUE",))
odd("formulas_with_values.xlsx", KIND, "OPEN", replaced('<c r="D2"><v>1200</v></c>', '<c r="D2"><f t="shared" ref="D2:D3" si="0">600*2</f><v>1200</v></c>'), sheets=1)
odd("formula_text.xlsx", KIND, "OPEN", replaced('<c r="A2" t="inlineStr"><is><t>00471-B</t></is></c>', '<c r="A2" t="str"><f>TEXT(1,"0")</f><v>00471-B</v></c>'), sheets=1)
odd("formula_array.xlsx", KIND, "OPEN", replaced('<c r="D2"><v>1200</v></c>', '<c r="D2" cm="1"><f t="array" ref="D2">_xlfn.SORT(Z1:Z3)</f><v>1200</v></c>'), sheets=1)
odd("hidden_rows_and_columns.xlsx", KIND, "OPEN_WITH_WARNING", lambda: book(xml_rows(TABLE).replace('<row r="3">', '<row r="3" hidden="1">'), before='<cols><col min="5" max="5" hidden="1"/></cols>'), warnings=("W_HIDDEN",))
odd("rows_of_no_height.xlsx", KIND, "OPEN_WITH_WARNING", lambda: book(xml_rows(TABLE).replace('<row r="3">', '<row r="3" ht="0" customHeight="1">')), warnings=("W_HIDDEN",))
odd("rows_hidden_by_default.xlsx", KIND, "OPEN_WITH_WARNING", lambda: book(before='<sheetFormatPr defaultRowHeight="15" zeroHeight="1"/>'), warnings=("W_HIDDEN",))
odd("sheet_hidden.xlsx", KIND, "OPEN_WITH_WARNING", _two('state="hidden"', NOTE), sheets=2, warnings=("W_HIDDEN",))
odd("sheet_very_hidden.xlsx", KIND, "OPEN_WITH_WARNING", _state("veryHidden"), sheets=1, warnings=("W_HIDDEN",))
odd("sheet_of_unknown_state.xlsx", KIND, "OPEN_OR_E_CORRUPT", _state("secret"))
odd("chart_first.xlsx", KIND, "OPEN", _two("", CHART, "chartsheet", "chartsheets"))
odd("dialog_first.xlsx", KIND, "OPEN", _two("", CHART.replace("chartsheet", "dialogsheet"), "dialogsheet", "dialogsheets"))
odd("macro_sheet_first.xlsm", KIND, "OPEN_WITH_WARNING", _two("", sheet_xml(xml_rows((("=EXEC",),))).replace("worksheet", "xm:macrosheet").replace("xmlns=", 'xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main" xmlns='), "xlMacrosheet", "macrosheets"), warnings=("W_MACRO",))
odd("sheet_part_missing.xlsx", KIND, "E_MISSING_PART_OR_OPEN_WITH_WARNING", _two())
odd("sheet_without_relation.xlsx", KIND, "E_MISSING_PART_OR_OPEN_WITH_WARNING", replaced("</sheets>", '<sheet name="X" sheetId="7" r:id="rId77"/></sheets>', BOOK))
odd("other_sheet_broken.xlsx", KIND, "OPEN_WITH_WARNING_OR_E_CORRUPT", _two("", NOTE[:-40]))
odd("sheet_broken_at_the_end.xlsx", KIND, "E_CORRUPT_OR_OPEN_WITH_WARNING", lambda: package(content() | {SHEET: sheet_xml()[:-90]}), None)
odd("workbook_broken.xlsx", KIND, "E_CORRUPT", changed(lambda m: m.update({BOOK: str(m[BOOK])[:-30]})), None)
odd("workbook_without_sheets.xlsx", KIND, "E_EMPTY_OR_E_NO_TABLE_OR_E_CORRUPT_OR_E_MISSING_PART_OR_OPEN", changed(lambda m: m.update({BOOK: f'{HEAD}<workbook xmlns="{MAIN}"><sheets/></workbook>'})), None)
odd("sheet_name_quoted.xlsx", KIND, "OPEN", _named("O&apos;Neill &quot;list&quot; &amp; &lt;co&gt;"), sheets=1)
odd("sheet_name_emoji.xlsx", KIND, "OPEN", _named("🧲 Magnete 料号"), sheets=1)
odd("sheet_name_of_200_letters.xlsx", KIND, "OPEN_OR_E_CORRUPT", _named("n" * 200))
odd("sheet_name_empty.xlsx", KIND, "OPEN_OR_E_CORRUPT", _named(""))
odd("sheet_names_the_same.xlsx", KIND, "OPEN_OR_E_CORRUPT_OR_OPEN_WITH_WARNING", _named("List", "List"), None)
odd("mark_before_xml.xlsx", KIND, "OPEN", lambda: package({n: b"\xef\xbb\xbf" + str(p).encode() for n, p in content().items()}), sheets=1)
odd("part_in_latin1.xlsx", KIND, "OPEN", _encoded("ISO-8859-1"), AUMLAUT, sheets=1)
odd("part_in_cp1252.xlsx", KIND, "OPEN_OR_E_CORRUPT", _encoded("windows-1252"), AUMLAUT)
odd("part_in_utf16le.xlsx", KIND, "OPEN", _encoded("UTF-16LE", b"\xff\xfe"), AUMLAUT, sheets=1)
odd("part_without_declaration.xlsx", KIND, "OPEN", lambda: package({n: str(p).replace(HEAD, "") for n, p in content().items()}), sheets=1)
odd("part_bad_utf8.xlsx", KIND, "E_CORRUPT_OR_OPEN_WITH_WARNING", lambda: package(content() | {SHEET: sheet_xml().encode().replace(b"Ring", b"R\xfcng")}), None)
odd("alternate_content.xlsx", KIND, "OPEN", lambda: book(behind=f'<mc:AlternateContent xmlns:mc="{MC}"><mc:Choice Requires="x14"><controls/></mc:Choice><mc:Fallback/></mc:AlternateContent>'), sheets=1)
odd("extensions_unknown.xlsx", KIND, "OPEN", lambda: book(behind='<extLst><ext uri="{AA}"><v:row xmlns:v="urn:x"><v:c r="A9"><v:v>9</v:v></v:c></v:row></ext></extLst>'), sheets=1)
odd("table_with_totals.xlsx", KIND, "OPEN", lambda: book(xml_rows((*TABLE, ("Total", None, None, 1270, None)))), sheets=1)
odd("external_link.xlsx", KIND, "OPEN_WITH_WARNING", changed(lambda m: m.update({
    RELS: str(m[RELS]).replace("</Relationships>", f'<Relationship Id="e" Type="{OFFICE}/externalLink" Target="externalLinks/externalLink1.xml"/></Relationships>'),
    BOOK: str(m[BOOK]).replace("</sheets>", '</sheets><externalReferences><externalReference r:id="e"/></externalReferences>'),
    "xl/externalLinks/externalLink1.xml": f'{HEAD}<externalLink xmlns="{MAIN}"><externalBook xmlns:r="{OFFICE}" r:id="rId1"/></externalLink>',
    "xl/externalLinks/_rels/externalLink1.xml.rels": relations("file://///127.0.0.1/share/a.xlsx", ' TargetMode="External"'),
})), warnings=("W_EXTERNAL_LINK",))
odd("macros.xlsm", KIND, "OPEN_WITH_WARNING", lambda: package(content() | {"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0" + bytes(2000)}), warnings=("W_MACRO",))
odd("macros_named_xlsx.xlsx", KIND, "OPEN_WITH_WARNING", lambda: package(content() | {"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0" + bytes(2000)}), warnings=("W_MACRO",))
odd("pivot_cache.xlsx", KIND, "OPEN", lambda: book(xl__pivotCache__pivotCacheDefinition1_xml=f'<pivotCacheDefinition xmlns="{MAIN}"/>', xl__pivotCache__pivotCacheRecords1_xml="<broken"), sheets=1)
odd("template.xltx", KIND, "OPEN", lambda: book(), sheets=1)
odd("add_in.xlam", KIND, "OPEN", lambda: book(), sheets=1)
odd("comments_and_drawings_broken.xlsx", KIND, "OPEN", lambda: book(xl__comments1_xml="<comments><unclosed>", xl__drawings__drawing1_xml="&&&"), sheets=1)
odd("shared_texts_not_needed.xlsx", KIND, "OPEN", lambda: book(xl__sharedStrings_xml=f'<sst xmlns="{MAIN}" count="4000000000" uniqueCount="4000000000"/>'), sheets=1)
