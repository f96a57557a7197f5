"""Odd zip packages: the same honest workbook in envelopes that real writers, gateways and attackers make."""

# ruff: noqa: E501 - tables of files, one a line

import io
import struct
import zipfile
from collections.abc import Callable

from tests.workbooks.hostile_parts import OFFICE, RELATIONS, package
from tests.workbooks.odd_parts import WHOLE, changed, content, odd, sheet_xml, truth, xml_rows

KIND = "package"
SHEET = "xl/worksheets/sheet1.xml"


class _Pipe(io.BytesIO):
    """A stream that cannot go back: sizes follow behind each part."""

    def seekable(self) -> bool:
        return False

    def seek(self, *_: int) -> int:
        raise io.UnsupportedOperation

    def tell(self) -> int:
        raise io.UnsupportedOperation


def _written(raw: io.BytesIO, **how: object) -> bytes:
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as out:
        for name, part in content().items():
            with out.open(name, "w", force_zip64=bool(how.get("large"))) as stream:
                stream.write(part.encode() if isinstance(part, str) else part)
    return raw.getvalue()


def _with(edit: Callable[[zipfile.ZipFile], object]) -> Callable[[], bytes]:
    def make() -> bytes:
        raw = io.BytesIO()
        with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as out:
            edit(out)
        return raw.getvalue()

    return make


def _all(out: zipfile.ZipFile, name: Callable[[str], str] = str) -> None:
    for old, part in content().items():
        out.writestr(name(old), part)


def _renamed(name: Callable[[str], str]) -> Callable[[], bytes]:
    return _with(lambda out: _all(out, name))


def _wrong_sum(name: str) -> bytes:
    """The workbook, and a picture, with the wrong checksum of one part in both its places."""
    raw = bytearray(package(content() | {"xl/media/image1.png": b"\x89PNG" + bytes(range(200))}))
    with zipfile.ZipFile(io.BytesIO(bytes(raw))) as read:
        right = struct.pack("<I", read.getinfo(name).CRC)
    return bytes(raw).replace(right, bytes(b ^ 0x5A for b in right))


def _bad_name(out: zipfile.ZipFile) -> None:
    _all(out)
    entry = zipfile.ZipInfo("xl/link", (1980, 1, 1, 0, 0, 0))
    entry.external_attr = 0o120777 << 16
    out.writestr(entry, "/etc/hostname")


def _macintosh(out: zipfile.ZipFile) -> None:
    for folder in ("_rels/", "xl/", "xl/_rels/", "xl/worksheets/"):
        out.writestr(folder, "")
    _all(out)
    out.writestr("__MACOSX/xl/._workbook.xml", b"\0\5\x16\7\0\2\0\0Mac OS X")
    out.writestr(".DS_Store", bytes(64))


def _twice(out: zipfile.ZipFile) -> None:
    _all(out)
    out.writestr(SHEET, sheet_xml(xml_rows((("Part Number", "Quantity"), ("OTHER-1", 5)))))


def _flagged() -> bytes:
    """Every part says it is locked with a password, as zip programs do."""
    raw = bytearray(package(content()))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        found = raw.find(mark)
        while found >= 0:
            raw[found + at] |= 1
            found = raw.find(mark, found + 4)
    return bytes(raw)


def _method(number: int) -> bytes:
    raw = bytearray(package(content()))
    for mark, at in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        found = raw.find(mark)
        while found >= 0:
            raw[found + at : found + at + 2] = struct.pack("<H", number)
            found = raw.find(mark, found + 4)
    return bytes(raw)


def _no_directory() -> bytes:
    raw = package(content())
    return raw[: raw.index(b"PK\x01\x02")]


def _moved() -> bytes:
    """The workbook part at the root, its sheet in a folder of its own."""
    made = content()
    relation = f'<Relationships xmlns="{RELATIONS}"><Relationship Id="%s" Type="{OFFICE}/%s" Target="%s"/></Relationships>'
    return package(
        {
            "[Content_Types].xml": made["[Content_Types].xml"],
            "_rels/.rels": relation % ("r", "officeDocument", "/book.xml"),
            "book.xml": made["xl/workbook.xml"],
            "_rels/book.xml.rels": relation % ("rId1", "worksheet", "tables/one.xml"),
            "tables/one.xml": made[SHEET],
        }
    )


def _target(target: str, name: str) -> Callable[[], bytes]:
    def edit(made: dict[str, str | bytes]) -> None:
        made[name] = made.pop(SHEET)
        rels = made["xl/_rels/workbook.xml.rels"]
        assert isinstance(rels, str)
        made["xl/_rels/workbook.xml.rels"] = rels.replace("worksheets/sheet1.xml", target)

    return changed(edit)


# fmt: off
odd("zip64_headers.xlsx", KIND, "OPEN", lambda: _written(io.BytesIO(), large=True), sheets=1)
odd("sizes_behind_parts.xlsx", KIND, "OPEN", lambda: _written(_Pipe()), sheets=1)
odd("sizes_behind_parts_zip64.xlsx", KIND, "OPEN", lambda: _written(_Pipe(), large=True), sheets=1)
odd("all_stored.xlsx", KIND, "OPEN", lambda: package(content(), zipfile.ZIP_STORED), sheets=1)
odd("two_sheets_of_one_name.xlsx", KIND, "E_DUPLICATE_ENTRY_OR_OPEN_WITH_WARNING", _with(_twice), None)
odd("checksum_of_sheet.xlsx", KIND, "E_CORRUPT", lambda: _wrong_sum(SHEET), None)
odd("checksum_of_picture.xlsx", KIND, "OPEN", lambda: _wrong_sum("xl/media/image1.png"), sheets=1)
odd("names_with_leading_slash.xlsx", KIND, "OPEN_OR_E_MISSING_PART", _renamed(lambda n: "/" + n))
odd("names_with_backslash.xlsx", KIND, "OPEN", _renamed(lambda n: n.replace("/", "\\")), sheets=1)
odd("names_in_capitals.xlsx", KIND, "OPEN", _renamed(lambda n: n.upper()), sheets=1)
odd("names_below_a_folder.xlsx", KIND, "OPEN_OR_E_MISSING_PART_OR_E_NOT_SPREADSHEET", _renamed(lambda n: "list/" + n))
odd("with_folders_and_macintosh.xlsx", KIND, "OPEN", _with(_macintosh), sheets=1)
odd("with_symbolic_link.xlsx", KIND, "OPEN", _with(_bad_name), sheets=1)
odd("bytes_before.xlsx", KIND, "OPEN_OR_E_CORRUPT", lambda: b"--stub--\r\n" * 90 + package(content()))
odd("bytes_behind.xlsx", KIND, "OPEN", lambda: package(content()) + b"\r\n-- checked by gateway --\r\n")
odd("long_comment.xlsx", KIND, "OPEN", lambda: package(content())[:-2] + struct.pack("<H", 60000) + b"#" * 60000)
odd("locked_parts.xlsx", KIND, "E_ENCRYPTED_OR_E_UNSUPPORTED", _flagged, None)
odd("deflate64.xlsx", KIND, "E_UNSUPPORTED_OR_E_CORRUPT", lambda: _method(9), None)
odd("zstandard.xlsx", KIND, "E_UNSUPPORTED_OR_E_CORRUPT", lambda: _method(93), None)
odd("without_directory.xlsx", KIND, "E_TRUNCATED", _no_directory, None)
odd("cut_in_directory.xlsx", KIND, "E_TRUNCATED", lambda: package(content())[:-60], None)
odd("without_content_types.xlsx", KIND, "OPEN_OR_E_MISSING_PART", changed(lambda m: m.pop("[Content_Types].xml")))
odd("without_root_relations.xlsx", KIND, "OPEN_OR_E_MISSING_PART", changed(lambda m: m.pop("_rels/.rels")))
odd("workbook_at_the_root.xlsx", KIND, "OPEN", _moved, sheets=1)
odd("target_absolute.xlsx", KIND, "OPEN", _target("/xl/worksheets/sheet1.xml", SHEET), sheets=1)
odd("target_with_dots.xlsx", KIND, "OPEN", _target("./../xl/worksheets/./sheet1.xml", SHEET), sheets=1)
odd("target_percent_encoded.xlsx", KIND, "OPEN", _target("worksheets/my%20list.xml", "xl/worksheets/my%20list.xml"), sheets=1)
odd("target_with_blank.xlsx", KIND, "OPEN", _target("worksheets/my list.xml", "xl/worksheets/my list.xml"), sheets=1)
odd("target_in_chinese.xlsx", KIND, "OPEN", _target("worksheets/清单.xml", "xl/worksheets/清单.xml"), sheets=1)
odd("target_with_backslash.xlsx", KIND, "OPEN_OR_E_MISSING_PART", _target("worksheets\\sheet1.xml", SHEET))
odd("book_in_zip.zip", KIND, "E_NOT_SPREADSHEET_OR_E_UNSUPPORTED", lambda: package({"offer.xlsx": package(content())}), None)
odd("book_in_zip.xlsx", KIND, "E_NOT_SPREADSHEET_OR_E_UNSUPPORTED", lambda: package({"offer.xlsx": package(content())}), None)
odd("texts_in_zip.xlsx", KIND, "E_NOT_SPREADSHEET_OR_E_UNSUPPORTED", lambda: package({"a.csv": "a;b\n1;2\n", "b.csv": "c;d\n3;4\n"}), None)
odd("no_parts_at_all.xlsx", KIND, "E_NOT_SPREADSHEET_OR_E_EMPTY", lambda: package({}), None)
_more = (("K-25", "Sensor", "Japan", 8, 1.5),)
odd("same_part_for_two_sheets.xlsx", KIND, "OPEN", changed(lambda m: m.update({
    "xl/workbook.xml": str(m["xl/workbook.xml"]).replace("</sheets>", '<sheet name="S2" sheetId="2" r:id="rId2"/></sheets>'),
    "xl/_rels/workbook.xml.rels": str(m["xl/_rels/workbook.xml.rels"]).replace(
        "</Relationships>", f'<Relationship Id="rId2" Type="{OFFICE}/worksheet" Target="worksheets/sheet2.xml"/></Relationships>'),
    "xl/worksheets/sheet2.xml": sheet_xml(xml_rows((("Part Number", "Description", "Country of Origin", "Quantity", "Unit Price"), *_more))),
})), (*WHOLE, *truth(_more)), sheets=2)
