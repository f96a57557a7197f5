"""Odd files, fifth collection: packages and XML that are valid in an unusual way, or made to tire a reader.

Written before it was looked at how any of them is read; frozen on 2026-11-27, morning.
"""

# ruff: noqa: E501, PLW0108 - tables of files, one a line

import io
import struct
import zipfile
from collections.abc import Callable

from tests.workbooks.hostile_parts import HEAD, MAIN, OFFICE, RELATIONS, package
from tests.workbooks.odd_parts import TABLE, book, changed, content, odd, replaced, xml_rows
from tests.workbooks.rough_sheets import _shared

KIND, FORM, FLOOD = "crooked: package", "crooked: xml", "crooked: flood"
SHEET, BOOK, RELS = "xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
ROWS = xml_rows(TABLE)


def _zipped(edit: Callable[[zipfile.ZipFile, dict[str, str | bytes]], None]) -> Callable[[], bytes]:
    """The workbook put into its envelope by ``edit``."""

    def make() -> bytes:
        raw = io.BytesIO()
        with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as out:
            edit(out, content())
        return raw.getvalue()

    return make


def _with_extra(out: zipfile.ZipFile, made: dict[str, str | bytes]) -> None:
    """60 kB of a field nobody knows before each part."""
    for name, part in made.items():
        info = zipfile.ZipInfo(name)
        info.compress_type = zipfile.ZIP_DEFLATED
        info.extra = struct.pack("<HH", 0xCAFE, 60_000) + bytes(60_000)
        out.writestr(info, part)


def _long_ago(out: zipfile.ZipFile, made: dict[str, str | bytes]) -> None:
    """The month nought of 1980, as libraries write that know no clock."""
    for name, part in made.items():
        out.writestr(zipfile.ZipInfo(name), part)


def _no_clock() -> bytes:
    raw = bytearray(_zipped(_long_ago)())
    for mark, at in ((b"PK\3\4", 10), (b"PK\1\2", 12)):
        place = raw.find(mark)
        while place >= 0:
            raw[place + at : place + at + 4] = b"\0\0\0\0"
            place = raw.find(mark, place + 4)
    return bytes(raw)


def _executable(out: zipfile.ZipFile, made: dict[str, str | bytes]) -> None:
    for name, part in made.items():
        info = zipfile.ZipInfo(name)
        info.create_system, info.external_attr = 3, 0o100777 << 16
        out.writestr(info, part)


def _local_name_differs() -> bytes:
    """The name before the sheet is not the one in the directory."""
    raw = package(content())
    first = raw.index(b"xl/worksheets/sheet1.xml")
    return raw[:first] + b"xl/worksheets/sheet9.xml" + raw[first + 24 :]


def _says_stored() -> bytes:
    """The directory says of the sheet that it is not compressed, though it is."""
    raw = bytearray(package(content()))
    name = raw.rindex(b"xl/worksheets/sheet1.xml")
    raw[name - 46 + 10 : name - 46 + 12] = b"\0\0"
    return bytes(raw)


def _overlapping() -> bytes:
    """A thousand more names in the directory for the bytes of one and the same sheet of a megabyte."""
    made = content(ROWS + '<row r="9"/>' * 90_000)
    raw = package(made)
    end = raw.rindex(b"PK\5\6")
    size, at = struct.unpack("<II", raw[end + 12 : end + 20])
    directory = raw[at : at + size]
    name = directory.index(b"xl/worksheets/sheet1.xml")
    entry = directory[name - 46 : name + 24]
    more = b"".join(entry.replace(b"sheet1.xml", b"s%05d.xml" % n) for n in range(1000))
    tail = struct.pack(
        "<IHHHHIIH", 0x06054B50, 0, 0, len(made) + 1000, len(made) + 1000, size + len(more), at, 0
    )
    return raw[:at] + directory + more + tail


def _at(text: str, new: str, part: str = SHEET) -> Callable[[], bytes]:
    return replaced(text, new, part)


def _sheet_of(text: str) -> Callable[[], bytes]:
    return changed(lambda made: made.update({SHEET: text}))


def _whole(rows: str = ROWS, root: str = f'<worksheet xmlns="{MAIN}">', head: str = HEAD) -> str:
    return f"{head}{root}<sheetData>{rows}</sheetData></worksheet>"


def _many_names(count: int) -> str:
    """Namespaces declared at the root that nothing uses."""
    return "".join(f' xmlns:n{n}="urn:n:{n}"' for n in range(count))


def _texts(times: int, one: str) -> bytes:
    return _shared([one] * times, ROWS)


def _default_type(kind: str) -> Callable[[], bytes]:
    return changed(lambda made: made.update({"[Content_Types].xml": f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="{kind}"/></Types>'}))  # fmt: skip


def _relations(more: str) -> Callable[[], bytes]:
    return changed(lambda made: made.update({RELS: f'{HEAD}<Relationships xmlns="{RELATIONS}">{more}<Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'}))  # fmt: skip


def _formats(times: int) -> bytes:
    made = content()
    rels = made[RELS]
    assert isinstance(rels, str)
    one = "".join(
        f'<numFmt numFmtId="{n + 200}" formatCode="0.{"0" * (n % 9)}"/>' for n in range(times)
    )
    link = f'<Relationship Id="y" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>'
    return package(made | {"xl/styles.xml": f'{HEAD}<styleSheet xmlns="{MAIN}"><numFmts count="{times}">{one}</numFmts><cellXfs count="1"><xf numFmtId="0"/></cellXfs></styleSheet>', RELS: rels.replace("</Relationships>", link)})  # fmt: skip


VALIDATION = "<dataValidation type='list' sqref='A1:XFD1048576'><formula1>Sheet9!$A$1:$A$9</formula1></dataValidation>"
PLACED = '<c r="A2" t="inlineStr"><is><t>00471-B</t></is></c>'
assert PLACED in ROWS
# fmt: off
odd("field_of_60_kilobytes_before_each_part.xlsx", KIND, "OPEN", _zipped(_with_extra), sheets=1)
odd("written_in_the_month_nought.xlsx", KIND, "OPEN", _no_clock, sheets=1)
odd("parts_may_be_run.xlsx", KIND, "OPEN", _zipped(_executable), sheets=1)
odd("local_name_differs.xlsx", KIND, "OPEN_OR_E_CORRUPT", _local_name_differs)
odd("says_stored_is_compressed.xlsx", KIND, "OPEN_OR_E_CORRUPT_OR_E_TRUNCATED", _says_stored)
odd("a_thousand_names_for_one_sheet.xlsx", KIND, "OPEN_OR_E_CORRUPT_OR_E_ZIP_BOMB_OR_E_DUPLICATE_ENTRY_OR_E_TOO_LARGE", _overlapping)
odd("types_say_text.xlsx", KIND, "OPEN", _default_type("text/xml"), sheets=1)
odd("relation_to_a_sheet_that_is_nowhere_behind.xlsx", KIND, "OPEN", _relations(f'<Relationship Id="rId7" Type="{OFFICE}/worksheet" Target="worksheets/sheet7.xml"/>'), sheets=1)
odd("relation_id_twice.xlsx", KIND, "OPEN_OR_OPEN_WITH_WARNING_OR_E_CORRUPT", _relations(f'<Relationship Id="rId1" Type="{OFFICE}/theme" Target="theme/theme1.xml"/>'))
odd("sheet_says_it_is_external.xlsx", KIND, "OPEN_OR_OPEN_WITH_WARNING_OR_E_MISSING_PART_OR_E_CORRUPT_OR_E_NO_TABLE", _at('Target="worksheets/sheet1.xml"', 'Target="worksheets/sheet1.xml" TargetMode="External"', RELS), None)
odd("two_hundred_thousand_relations.xlsx", FLOOD, "OPEN_OR_E_TOO_LARGE_OR_E_ZIP_BOMB", lambda: _relations("".join(f'<Relationship Id="x{n}" Type="{OFFICE}/hyperlink" Target="#a" TargetMode="External"/>' for n in range(200_000)))())

odd("xml_of_version_1_1.xlsx", FORM, "OPEN_OR_E_CORRUPT", _sheet_of(_whole(head='<?xml version="1.1" encoding="UTF-8"?>')))
odd("encoding_utf8_without_hyphen.xlsx", FORM, "OPEN", _sheet_of(_whole(head='<?xml version="1.0" encoding="UTF8"?>')), sheets=1)
odd("encoding_us_ascii.xlsx", FORM, "OPEN", _sheet_of(_whole(head='<?xml version="1.0" encoding="US-ASCII"?>')), sheets=1)
odd("no_xml_declaration.xlsx", FORM, "OPEN", _sheet_of(_whole(head="")), sheets=1)
odd("instructions_between_the_rows.xlsx", FORM, "OPEN", _sheet_of(_whole(ROWS.replace("</row>", "</row><?note this is a row?>"))), sheets=1)
odd("namespace_again_at_each_row.xlsx", FORM, "OPEN", _sheet_of(_whole(ROWS.replace("<row ", f'<row xmlns="{MAIN}" '))), sheets=1)
odd("prefix_that_nobody_declared.xlsx", FORM, "OPEN_OR_E_CORRUPT", _sheet_of(_whole(ROWS.replace("<row ", '<row x14ac:dyDescent="0.25" '))))
odd("ignorable_that_nobody_declared.xlsx", FORM, "OPEN_OR_E_CORRUPT", _sheet_of(_whole(root=f'<worksheet xmlns="{MAIN}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac xr2">')))
odd("strict_sheet_in_a_plain_book.xlsx", FORM, "OPEN", _sheet_of(_whole(root=f'<worksheet xmlns="{STRICT}">')), sheets=1)
odd("row_numbers_with_noughts.xlsx", FORM, "OPEN", _at('<row r="2">', '<row r="0002">'), sheets=1)
odd("address_with_noughts.xlsx", FORM, "OPEN_OR_E_CORRUPT", _at(PLACED, PLACED.replace('"A2"', '"A02"')))
odd("attributes_in_single_quotes.xlsx", FORM, "OPEN", _sheet_of(_whole(ROWS).replace('"', "'")), sheets=1)
odd("line_ends_within_tags.xlsx", FORM, "OPEN", _sheet_of(_whole(ROWS.replace("<c ", "<c\r\n\t").replace("<row ", "<row\n"))), sheets=1)
odd("text_of_a_cell_in_many_cdata.xlsx", FORM, "OPEN", _at("00471-B", "".join(f"<![CDATA[{sign}]]>" for sign in "00471-B")), sheets=1)
odd("sheet_name_of_controls.xlsx", FORM, "OPEN_OR_E_CORRUPT", _at('name="S1"', 'name="S&#9;1&#10;x"', BOOK))
odd("extension_list_of_the_future.xlsx", FORM, "OPEN", lambda: book(behind='<extLst><ext uri="{F}" xmlns:z="urn:z"><z:sheetData><z:row><z:c><z:v>4</z:v></z:c></z:row></z:sheetData></ext></extLst>'), sheets=1)
odd("rows_of_another_namespace_between.xlsx", FORM, "OPEN", _sheet_of(_whole(ROWS.replace("</row>", '</row><z:row xmlns:z="urn:z" r="99"><z:c r="A99"><z:v>5</z:v></z:c></z:row>', 1))), sheets=1)

odd("twenty_thousand_namespaces.xlsx", FLOOD, "OPEN_OR_E_CORRUPT_OR_E_TOO_LARGE", lambda: _sheet_of(_whole(root=f'<worksheet xmlns="{MAIN}"{_many_names(20_000)}>'))())
odd("hundred_thousand_cdata_in_a_cell.xlsx", FLOOD, "OPEN_OR_OPEN_WITH_WARNING", lambda: _at("Mounting plate", "Mounting plate " + "<![CDATA[x]]>" * 100_000)())
odd("comments_in_a_cell.xlsx", FLOOD, "OPEN", lambda: _at("Mounting plate", "<!--x-->" * 100_000 + "Mounting plate")(), texts=("Mounting plate",))
odd("half_a_million_columns_described.xlsx", FLOOD, "OPEN_OR_E_TOO_LARGE", lambda: book(before="<cols>" + '<col min="1" max="16384" width="9"/>' * 500_000 + "</cols>"))
odd("hundred_thousand_validations.xlsx", FLOOD, "OPEN", lambda: book(behind=f'<dataValidations count="100000">{VALIDATION * 100_000}</dataValidations>'), sheets=1)
odd("two_million_empty_texts.xlsx", FLOOD, "OPEN_OR_E_TOO_LARGE_OR_E_ZIP_BOMB", lambda: _texts(2_000_000, "<si/>"))
odd("text_of_half_a_million_runs.xlsx", FLOOD, "OPEN_OR_E_TOO_LARGE_OR_E_ZIP_BOMB_OR_OPEN_WITH_WARNING", lambda: _at("<t>Mounting plate</t>", "<r><t>M</t></r>" * 500_000)())
odd("hundred_thousand_formats.xlsx", FLOOD, "OPEN", lambda: _formats(100_000), sheets=1)
odd("rows_deep_in_alternate_content.xlsx", FLOOD, "OPEN_OR_E_CORRUPT_OR_E_NO_TABLE_OR_OPEN_WITH_WARNING", lambda: _sheet_of(_whole("<a>" * 2_000 + ROWS + "</a>" * 2_000))(), None)
# fmt: on
