"""Odd files, fourth collection: packages and sheets as libraries, servers and gateways write them.

Written before it was looked at how any of them is read; frozen on 2026-11-27, evening.
"""

# ruff: noqa: E501 - tables of files, one a line

import io
import struct
import zipfile
from collections.abc import Callable, Sequence

from tests.workbooks.hostile_parts import HEAD, MAIN, OFFICE, RELATIONS, package
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
)  # fmt: skip
from tests.workbooks.rough_sheets import _shared, _styled, _typed

KIND = "stray: package"
FORM = "stray: sheet"
BOOK = "xl/workbook.xml"
RELS = "xl/_rels/workbook.xml.rels"
SHEET = "xl/worksheets/sheet1.xml"
TYPES = "[Content_Types].xml"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
NOTICE = b"<br />\n<b>Notice</b>:  Undefined index: id in <b>/var/www/export.php</b> on line <b>12</b><br />\n"


def _edited(*edits: tuple[str, str, str]) -> Callable[[], bytes]:
    """The workbook after replacing words: (part, old, new); the old ones must be there."""

    def edit(made: dict[str, str | bytes]) -> None:
        for name, old, new in edits:
            text = made[name]
            assert isinstance(text, str)
            assert old in text, old
            made[name] = text.replace(old, new)

    return changed(edit)


def _without_addresses_behind() -> str:
    """The first cell of a row has an address, those behind it none."""
    return "".join(
        f'<row r="{n}">' + xml_cell(f"A{n}", row[0]) + "".join(xml_cell("", v) for v in row[1:]) + "</row>"
        for n, row in enumerate(TABLE, start=1)
    )  # fmt: skip


def _all_str() -> str:
    """Every text as the result of a formula that is not there."""
    return (
        xml_rows(TABLE)
        .replace(' t="inlineStr"><is><t>', ' t="str"><v>')
        .replace("</t></is>", "</v>")
    )


def _shared_texts(
    item: str = "<si><t>{}</t></si>", target: str = "sharedStrings.xml", at: str = "<v>{}</v>"
) -> Callable[[], bytes]:
    """All texts shared; ``item`` the text, ``at`` the number that names it, ``target`` the way to the part."""

    def make() -> bytes:
        items, rows = list[str](), list[str]()
        for r, row in enumerate(TABLE, start=1):
            cells = ""
            for c, value in enumerate(row):
                name = f"{chr(65 + c)}{r}"
                if isinstance(value, str):
                    cells += f'<c r="{name}" t="s">{at.format(len(items))}</c>'
                    items.append(item.format(value))
                else:
                    cells += f'<c r="{name}"><v>{value}</v></c>'
            rows.append(f'<row r="{r}">{cells}</row>')
        raw = _shared(items, "".join(rows))
        if target == "sharedStrings.xml":
            return raw
        with zipfile.ZipFile(io.BytesIO(raw)) as whole:
            made: dict[str, str | bytes] = {n: whole.read(n).decode() for n in whole.namelist()}
        made[RELS] = str(made[RELS]).replace("sharedStrings.xml", target)
        if not target.startswith("/"):
            made["xl/" + target] = made.pop("xl/sharedStrings.xml")
        return package(made)

    return make


def _formatted(code: str, columns: str = "DE") -> Callable[[], bytes]:
    """Columns of numbers shown by a format of one's own."""

    def make() -> bytes:
        rows = xml_rows(TABLE)
        for column in columns:
            for r in range(2, 6):
                rows = rows.replace(f'<c r="{column}{r}"', f'<c r="{column}{r}" s="1"')
        return _styled(rows, 171, code)

    return make


def _numbered(code: str) -> Callable[[], bytes]:
    """Part numbers stored as numbers and shown by a format."""

    def make() -> bytes:
        rows = xml_rows([HEADS, *((471 + n, *row[1:]) for n, row in enumerate(LIST))])
        for r in range(2, 6):
            rows = rows.replace(f'<c r="A{r}"', f'<c r="A{r}" s="1"')
        return _styled(rows, 171, code)

    return make


def _as(shown: str) -> tuple[tuple[str, str | None, float | None, float | None], ...]:
    return tuple((shown.format(471 + n), *part[1:]) for n, part in enumerate(WHOLE))


def _entries(write: Callable[[zipfile.ZipFile, str, bytes], object]) -> Callable[[], bytes]:
    def make() -> bytes:
        raw = io.BytesIO()
        with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as out:
            for name, part in content().items():
                write(out, name, part.encode() if isinstance(part, str) else part)
        return raw.getvalue()

    return make


def _own_info(name: str, extra: bytes = b"", **more: int) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    info.compress_type, info.extra = zipfile.ZIP_DEFLATED, extra
    for field, value in more.items():
        setattr(info, field, value)
    return info


def _directory_backwards() -> bytes:
    """The table of contents names the parts in another order than they stand in."""
    raw = package(content())
    start, end = raw.index(b"PK\x01\x02"), raw.rindex(b"PK\x05\x06")
    entries = [b"PK\x01\x02" + one for one in raw[start:end].split(b"PK\x01\x02")[1:]]
    return raw[:start] + b"".join(reversed(entries)) + raw[end:]


def _in_one_xml() -> bytes:
    space = 'xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"'
    parts = "".join(
        f'<pkg:part pkg:name="/{name}"><pkg:xmlData>{str(part).replace(HEAD, "")}</pkg:xmlData></pkg:part>'
        for name, part in content().items()
    )
    return f"{HEAD}<pkg:package {space}>{parts}</pkg:package>".encode()


def _no_days() -> bytes:
    """Days and times of all parts that no calendar knows."""
    raw = bytearray(package(content()))
    for mark, at in ((b"PK\x03\x04", 10), (b"PK\x01\x02", 12)):
        found = raw.find(mark)
        while found >= 0:
            raw[found + at : found + at + 4] = b"\xff" * 4
            found = raw.find(mark, found + 4)
    return bytes(raw)


def _two_lists(order: str, number: str = "2") -> Callable[[], bytes]:
    """Two sheets whose relations stand in this order."""
    links = {
        n: f'<Relationship Target="worksheets/s{n}.xml" Type="{OFFICE}/worksheet" Id="rId{n}"/>'
        for n in "12"
    }

    def make() -> bytes:
        made = content()
        made[BOOK] = str(made[BOOK]).replace(
            "</sheets>", f'<sheet name="More" sheetId="{number}" r:id="rId2"/></sheets>'
        )
        made[RELS] = (
            f'{HEAD}<Relationships xmlns="{RELATIONS}">{"".join(links[n] for n in order)}</Relationships>'
        )
        made.pop(SHEET)
        made["xl/worksheets/s1.xml"] = sheet_xml(xml_rows(TABLE[:3]))
        made["xl/worksheets/s2.xml"] = sheet_xml(xml_rows((HEADS, *TABLE[3:])))
        return package(made)

    return make


def _utf16(*names: str) -> Callable[[], bytes]:
    def edit(made: dict[str, str | bytes]) -> None:
        for name in names:
            made[name] = str(made[name]).replace("UTF-8", "UTF-16").encode("utf-16")

    return changed(edit)


def _renamed_part(name: str, target: str) -> Callable[[], bytes]:
    """The part of the sheet under another name; its relation leads to ``target``."""

    def edit(made: dict[str, str | bytes]) -> None:
        made[name] = made.pop(SHEET)
        made[RELS] = str(made[RELS]).replace("worksheets/sheet1.xml", target)

    return changed(edit)


def _rows_with(old: str, new: str) -> Callable[[], bytes]:
    def make() -> bytes:
        rows = xml_rows(TABLE)
        assert old in rows, old
        return book(rows.replace(old, new))

    return make


def _texts_with(number: str, text: str) -> Sequence[Sequence[float | str]]:
    return (HEADS, (number, text, *LIST[0][2:]), *LIST[1:])


PIECES = '<c r="D2"><v>1200</v></c>'
NO_PIECES = (("00471-B", "CN", None, 0.35), *WHOLE[1:])
# fmt: off
# packages
odd("php_notice_before.xlsx", KIND, "OPEN_OR_E_CORRUPT_OR_E_NOT_SPREADSHEET", lambda: NOTICE + package(content()))
odd("blank_line_before.xlsx", KIND, "OPEN", lambda: b"\r\n" + package(content()), sheets=1)
odd("mark_of_utf8_before.xlsx", KIND, "OPEN_OR_E_CORRUPT", lambda: b"\xef\xbb\xbf" + package(content()))
odd("php_notice_behind.xlsx", KIND, "OPEN", lambda: package(content()) + NOTICE, sheets=1)
odd("filled_up_with_noughts.xlsx", KIND, "OPEN", lambda: package(content()).ljust(65_536, b"\0"), sheets=1)
odd("mark_of_a_split_archive.xlsx", KIND, "OPEN", lambda: b"PK00" + package(content()), sheets=1)
odd("unpacks_itself.exe", KIND, "OPEN_OR_E_NOT_SPREADSHEET", lambda: b"MZ\x90\0" + bytes(2044) + package(content()))
odd("directory_backwards.xlsx", KIND, "OPEN", _directory_backwards, sheets=1)
odd("parts_aligned_by_fields.xlsx", KIND, "OPEN", _entries(lambda out, name, part: out.writestr(_own_info(name, struct.pack("<HH", 0xD935, 6) + bytes(6)), part)), sheets=1)
odd("fields_of_unicode_names.xlsx", KIND, "OPEN", _entries(lambda out, name, part: out.writestr(_own_info(name, struct.pack("<HHBI", 0x7075, 5 + len(name), 1, 0) + name.encode()), part)), sheets=1)
odd("fields_broken.xlsx", KIND, "OPEN_OR_E_CORRUPT", _entries(lambda out, name, part: out.writestr(_own_info(name, b"\x99\x99\xff\xffab"), part)))
odd("made_by_a_version_to_come.xlsx", KIND, "OPEN_OR_E_CORRUPT_OR_E_UNSUPPORTED", _entries(lambda out, name, part: out.writestr(_own_info(name, extract_version=90, create_version=90), part)))
odd("days_of_no_calendar.xlsx", KIND, "OPEN", _no_days, sheets=1)
odd("names_below_a_dot.xlsx", KIND, "OPEN_OR_E_MISSING_PART_OR_E_NOT_SPREADSHEET", _entries(lambda out, name, part: out.writestr("./" + name, part)))
odd("signed.xlsx", KIND, "OPEN", lambda: package(content() | {"_xmlsignatures/origin.sigs": b"", "_xmlsignatures/sig1.xml": '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><SignedInfo/></Signature>'}), sheets=1)
odd("label_of_sensitivity.xlsx", KIND, "OPEN", lambda: package(content() | {"docMetadata/LabelInfo.xml": '<clbl:labelList xmlns:clbl="http://schemas.microsoft.com/office/2020/mipLabelMetadata"><clbl:label id="{1}" enabled="1" method="Privileged" siteId="{2}"/></clbl:labelList>'}), sheets=1)
odd("types_say_template_with_macros.xlsx", KIND, "OPEN_OR_OPEN_WITH_WARNING", _edited((TYPES, "</Types>", '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.template.macroEnabled.main+xml"/></Types>')))
odd("types_in_utf16.xlsx", KIND, "OPEN", _utf16(TYPES), sheets=1)
odd("relations_in_utf16.xlsx", KIND, "OPEN", _utf16(RELS, "_rels/.rels"), sheets=1)
odd("all_in_utf16.xlsx", KIND, "OPEN", _utf16(TYPES, RELS, "_rels/.rels", BOOK, SHEET), sheets=1)
odd("relations_prefixed.xlsx", KIND, "OPEN", changed(lambda m: m.update({n: str(m[n]).replace("<Relationship", "<ns0:Relationship").replace("</Relationships", "</ns0:Relationships").replace("xmlns=", "xmlns:ns0=") for n in (RELS, "_rels/.rels")})), sheets=1)
odd("relations_in_single_quotes.xlsx", KIND, "OPEN", changed(lambda m: m.update({n: str(m[n]).replace('"', "'") for n in (RELS, "_rels/.rels", BOOK, SHEET)})), sheets=1)
odd("other_prefix_for_relations.xlsx", KIND, "OPEN", _edited((BOOK, "xmlns:r=", "xmlns:rel="), (BOOK, "r:id=", "rel:id=")), sheets=1)
odd("prefix_declared_at_the_sheet.xlsx", KIND, "OPEN", _edited((BOOK, f' xmlns:r="{OFFICE}"', ""), (BOOK, "<sheet ", f'<sheet xmlns:q="{OFFICE}" '), (BOOK, "r:id=", "q:id=")), sheets=1)
odd("target_in_other_case.xlsx", KIND, "OPEN", _renamed_part("xl/worksheets/Sheet1.XML", "Worksheets/sheet1.xml"), sheets=1)
odd("target_from_the_root_without_a_slash.xlsx", KIND, "OPEN_OR_E_MISSING_PART", _renamed_part(SHEET, "xl/worksheets/sheet1.xml"))
odd("target_with_a_fragment.xlsx", KIND, "OPEN_OR_E_MISSING_PART", _renamed_part(SHEET, "worksheets/sheet1.xml#A1"))
odd("target_is_a_macintosh_path.xlsx", KIND, "OPEN_OR_E_MISSING_PART", _renamed_part(SHEET, "/xl/worksheets//sheet1.xml"))
odd("relations_turned.xlsx", KIND, "OPEN", _two_lists("21"), sheets=2)
odd("two_books_in_the_relations.xlsx", KIND, "OPEN", _edited(("_rels/.rels", "<Relationship ", f'<Relationship Id="z" Type="{OFFICE}/extended-properties" Target="docProps/app.xml"/><Relationship ')), sheets=1)
odd("sheet_of_nothing.xlsx", KIND, "E_CORRUPT_OR_E_MISSING_PART_OR_E_EMPTY_OR_E_NO_TABLE", changed(lambda m: m.update({SHEET: b""})), None)
odd("workbook_of_nothing.xlsx", KIND, "E_CORRUPT_OR_E_MISSING_PART_OR_E_EMPTY", changed(lambda m: m.update({BOOK: b""})), None)
odd("types_of_nothing.xlsx", KIND, "OPEN_OR_E_CORRUPT_OR_E_MISSING_PART", changed(lambda m: m.update({TYPES: b""})))
odd("styles_of_nothing.xlsx", KIND, "OPEN_OR_OPEN_WITH_WARNING_OR_E_CORRUPT", lambda: package(content() | {"xl/styles.xml": b""}))
odd("path_of_the_author_for_newer_programs.xlsx", KIND, "OPEN", _edited((BOOK, "<sheets>", f'<mc:AlternateContent xmlns:mc="{MC}"><mc:Choice Requires="x15"><x15ac:absPath xmlns:x15ac="http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac" url="https://d.docs.live.net/1/"/></mc:Choice></mc:AlternateContent><sheets>')), sheets=1)
odd("marks_of_revisions_online.xlsx", KIND, "OPEN", _edited((SHEET, "<worksheet ", f'<worksheet xmlns:mc="{MC}" mc:Ignorable="xr x14ac" xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac" xr:uid="{{00-1}}" '), (SHEET, "<row ", '<row x14ac:dyDescent="0.25" ')), sheets=1)
odd("print_area_is_an_error.xlsx", KIND, "OPEN", _edited((BOOK, "</sheets>", '</sheets><definedNames><definedName name="_xlnm.Print_Area" localSheetId="7">#REF!</definedName><definedName name="">1</definedName></definedNames>')), sheets=1)
odd("sheet_numbers_the_same.xlsx", KIND, "OPEN_OR_E_CORRUPT", _two_lists("12", "1"))
odd("package_in_one_xml.xml", KIND, "E_UNSUPPORTED_OR_E_NOT_SPREADSHEET_OR_OPEN", _in_one_xml)
# sheets
odd("results_without_formulas.xlsx", FORM, "OPEN", lambda: book(_all_str()), sheets=1)
odd("addresses_at_the_first_cells_only.xlsx", FORM, "OPEN", lambda: book(_without_addresses_behind()), sheets=1)
odd("text_in_the_place_of_a_value.xlsx", FORM, "OPEN_OR_OPEN_WITH_WARNING", lambda: book(xml_rows(TABLE).replace("<is><t>", "<v>").replace("</t></is>", "</v>")))
odd("addresses_with_dollars.xlsx", FORM, "OPEN_OR_E_CORRUPT", lambda: book(xml_rows(TABLE).replace('<c r="A', '<c r="$A$')))
odd("value_as_cdata.xlsx", FORM, "OPEN", _typed("D2", "", "<v><![CDATA[1200]]></v>"), sheets=1)
odd("value_with_a_remark.xlsx", FORM, "OPEN", _typed("D2", "", "<v>12<!-- x -->00</v>"), sheets=1)
odd("value_of_forty_digits.xlsx", FORM, "OPEN", _typed("D2", "", "<v>1200.0000000000000000000000000000000000001</v>"), sheets=1)
odd("two_values_in_a_cell.xlsx", FORM, "OPEN_OR_E_CORRUPT_OR_OPEN_WITH_WARNING", _typed("D2", "", "<v>1200</v><v>7</v>"), None)
odd("formula_of_nothing.xlsx", FORM, "OPEN", _typed("D2", "", "<f/><v>1200</v>"), sheets=1)
odd("rows_with_remarks_between.xlsx", FORM, "OPEN", _rows_with("</row>", "</row><!-- next --><?pi x?>"), sheets=1)
odd("columns_behind_the_rows.xlsx", FORM, "OPEN", lambda: book(behind='<cols><col min="1" max="5" width="12"/></cols><dimension ref="A1:E5"/><sheetViews/>'), sheets=1)
odd("one_row_written_in_two.xlsx", FORM, "OPEN_OR_E_CORRUPT_OR_OPEN_WITH_WARNING", _rows_with('<c r="D3">', '</row><row r="3"><c r="D3">'))
odd("styles_without_any_format.xlsx", FORM, "OPEN", lambda: package(content(xml_rows(TABLE).replace("<c ", '<c s="3" ')) | {"xl/styles.xml": f'{HEAD}<styleSheet xmlns="{MAIN}"/>', RELS: str(content()[RELS]).replace("</Relationships>", f'<Relationship Id="y" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>')}), sheets=1)
odd("shared_texts_from_the_root.xlsx", FORM, "OPEN", _shared_texts(target="/xl/sharedStrings.xml"), sheets=1)
odd("shared_texts_under_another_name.xlsx", FORM, "OPEN", _shared_texts(target="strings/t.xml"), sheets=1)
odd("shared_text_numbers_in_lines.xlsx", FORM, "OPEN", _shared_texts(at="<v>\n  {}\n</v>"), sheets=1)
odd("shared_text_numbers_with_noughts.xlsx", FORM, "OPEN_OR_E_CORRUPT", _shared_texts(at="<v>00{}</v>"))
odd("shared_texts_with_blanks_outside.xlsx", FORM, "OPEN", _shared_texts("<si>\n  <t>{}</t>\n</si>"), sheets=1)
odd("shared_texts_in_two_pieces.xlsx", FORM, "OPEN_OR_OPEN_WITH_WARNING_OR_E_CORRUPT", _shared_texts("<si><t></t><r><t>{}</t></r></si>"))
odd("escaped_escape.xlsx", FORM, "OPEN", lambda: book(xml_rows(_texts_with("A_x005F_x0041_-1", "Ring _x000D__x000A_magnet"))), (("A_x0041_-1", *WHOLE[0][1:]), *WHOLE[1:]))
odd("underscores_that_escape_nothing.xlsx", FORM, "OPEN", lambda: book(xml_rows(_texts_with("B_x12_X0041_-1", "Ring magnet"))), (("B_x12_X0041_-1", *WHOLE[0][1:]), *WHOLE[1:]))
odd("pieces_shown_with_their_unit.xlsx", FORM, "OPEN", _formatted('0&quot; pcs&quot;', "D"), sheets=1)
odd("prices_shown_a_day.xlsx", FORM, "OPEN", _formatted("#,##0.00\\ &quot;EUR/d&quot;", "E"), sheets=1)
odd("prices_in_red_below_nought.xlsx", FORM, "OPEN", _formatted("[$€-2]\\ #,##0.00_);[Red]\\([$€-2]\\ #,##0.00\\)", "E"), sheets=1)
odd("numbers_with_conditions.xlsx", FORM, "OPEN", _formatted("[&gt;=1000]#,##0.0,&quot; k&quot;;[&lt;1]0.00;General", "DE"), sheets=1)
odd("pieces_shown_in_days.xlsx", FORM, "OPEN", _formatted("0 &quot;days&quot;;;&quot;h&quot;", "D"), sheets=1)
odd("format_of_another_calendar.xlsx", FORM, "OPEN", _formatted("[$-1000000]0.00;[$-F400]0", "E"), None)
odd("part_numbers_with_letters_by_format.xlsx", FORM, "OPEN", _numbered("&quot;K-&quot;0000"), _as("K-{:04d}"))
odd("part_numbers_with_dashes_by_format.xlsx", FORM, "OPEN", _numbered("00\\-0000"), _as("00-{:04d}"))
odd("part_numbers_general.xlsx", FORM, "OPEN", _numbered("General"), _as("{}"))
odd("error_in_letters.xlsx", FORM, "OPEN_WITH_WARNING", replaced(PIECES, '<c r="D2" t="str"><f>1/0</f><v>#DIV/0!</v></c>'), NO_PIECES)
odd("error_typed_as_text.xlsx", FORM, "OPEN_WITH_WARNING", replaced(PIECES, '<c r="D2" t="inlineStr"><is><t>#N/A</t></is></c>'), NO_PIECES)
odd("getting_data.xlsx", FORM, "OPEN_WITH_WARNING", replaced(PIECES, '<c r="D2" t="e"><f>CUBEVALUE("x")</f><v>#GETTING_DATA</v></c>'), NO_PIECES, warnings=("W_ERROR_CELL",))
odd("column_beyond_all.xlsx", FORM, "OPEN_OR_OPEN_WITH_WARNING_OR_E_CORRUPT_OR_E_TOO_LARGE", replaced(PIECES, PIECES + '<c r="XFE2"><v>1</v></c>'))
odd("row_of_no_number.xlsx", FORM, "OPEN_OR_E_CORRUPT", _rows_with('<row r="3">', '<row r="x">'))
odd("true_written_out.xlsx", FORM, "OPEN_OR_OPEN_WITH_WARNING", replaced(PIECES, '<c r="D2" t="b"><v>true</v></c>'), NO_PIECES)
