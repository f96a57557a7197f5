"""A package written anew where its own writer went astray. Runs in the reader child only.

The reader gives a whole workbook up for one path with a dot, a part in another encoding, an error it does
not know or a chart's missing part. Here only what holds cells is taken over, under the usual names; a sheet
whose part is missing or broken stays empty and is named, so that its loss is said.
"""

import html
import io
import posixpath
import re
import zipfile
from dataclasses import dataclass, field
from xml.parsers import expat

from desktop_app.intake.ooxml import UNREADABLE
from desktop_app.intake.package_parts import related_part, sheet_parts, workbook_part
from desktop_app.intake.unpacked import Packed

MOST = 120_000_000
"""Bytes of the parts taken over; a larger package is refused as it is."""
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_EMPTY = f'<worksheet xmlns="{_MAIN}"><sheetData/></worksheet>'.encode()
_SHEET = re.compile(rb"<(?:\w+:)?(?:worksheet|macrosheet)\b")
_NO_CELLS = re.compile(rb"<(?:\w+:)?(?:chartsheet|dialogsheet)\b")
_DECLARED = re.compile(
    rb"^\s*<\?xml[^>]*?encoding\s*=\s*[\"']([\w.-]+)[\"'][^>]*\?>", re.IGNORECASE
)
_DIMENSION = re.compile(rb"<(?:\w+:)?dimension\b[^>]*/>")
_COUNTS = re.compile(rb"(<(?:\w+:)?sst\b[^>]*?)\s(?:uniqueCount|count)\s*=\s*[\"'][^\"']*[\"']")
_UNKNOWN_ERROR = re.compile(
    rb"(<(?:\w+:)?c\b[^>]*?\st\s*=\s*[\"']e[\"'][^>]*>(?:(?!</(?:\w+:)?c>).)*?<(?:\w+:)?v[^>]*>)"
    rb"(?!#(?:DIV/0!|N/A|NAME\?|NULL!|NUM!|REF!|VALUE!)<)[^<]*(?=<)",
    re.DOTALL,
)
_NO_NUMBER = re.compile(
    rb"(<(?:\w+:)?c\b(?:(?!\st\s*=)[^>])*?)(?:\st\s*=\s*[\"']n[\"'])?((?:(?!\st\s*=)[^>])*>"
    rb"<(?:\w+:)?v>(?!\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*<)[^<]+<)"
)
"""A cell that says it holds a number, and holds none."""
_HALF_MERGED = re.compile(
    rb"<(?:\w+:)?mergeCell\b[^>]*?ref\s*=\s*[\"'](?![A-Z]{1,3}\d{1,7}(?::[A-Z]{1,3}\d{1,7})?[\"'])[^>]*/>"
)
"""Merged cells that are whole columns or rows, A:A and 1:1."""
_NO_ADDRESS = re.compile(
    rb"(<(?:\w+:)?c\b[^>]*?)\sr\s*=\s*[\"'](?!\$?[A-Za-z]{1,3}\$?\d{1,7}[\"'])[^\"']*[\"']"
)
"""A cell whose address is none, such as the number of its column: it stands behind the one before it."""
_WIDE_MARKS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
LARGEST_COUNT = 4
"""Bytes that a shared text takes at least; more texts than that allows are a lie, and room for them is
taken before they are looked for."""
_COUNT = re.compile(rb"<(?:\w+:)?sst\b[^>]*?\suniqueCount\s*=\s*[\"'](\d{1,20})[\"']")


@dataclass
class Mended:
    """``raw``: the new package. ``lost``: sheets whose part is missing or broken; whether one is broken."""

    raw: bytes
    lost: list[str] = field(default_factory=list)
    is_broken: bool = False


def lies_about_texts(path: Packed) -> bool:
    """Whether the shared texts claim to be more than can be there."""
    try:
        with zipfile.ZipFile(path) as package:
            for entry in package.infolist():
                if entry.filename.casefold().endswith("sharedstrings.xml"):
                    with package.open(entry) as part:
                        claimed = _COUNT.search(part.read(2_000))
                    return claimed is not None and int(claimed[1]) * LARGEST_COUNT > max(
                        entry.file_size, 1_000
                    )
    except UNREADABLE:
        return False
    return False


def mended(path: Packed) -> Mended | None:
    """The workbook in a new package; None where nothing of it can be followed."""
    try:
        with zipfile.ZipFile(path) as package:
            return _mended(package)
    except (*UNREADABLE, LookupError, UnicodeError, MemoryError):
        return None


def _mended(package: zipfile.ZipFile) -> Mended | None:
    if sum(entry.file_size for entry in package.infolist()) > MOST:
        return None
    sheets = sheet_parts(package)
    own = workbook_part(package)
    workbook = next(
        n for n in package.namelist() if n.replace("\\", "/").lstrip("/").casefold() == own
    )
    lost: list[str] = []
    is_broken = False
    parts: dict[str, bytes] = {}
    is_any_whole = False
    for number, (name, _, part) in enumerate(sheets, start=1):
        content = _part(package, part)
        if content is None:
            lost.append(name)
            continue
        if _NO_CELLS.search(content[:20_000]):
            continue
        if _SHEET.search(content) and _is_whole(content):
            is_any_whole = True
        else:
            lost.append(name)
            is_broken, content = True, _EMPTY
        parts[f"xl/worksheets/sheet{number}.xml"] = _plain_sheet(content)
    if not is_any_whole:
        return None
    for kind in ("sharedStrings", "styles"):
        content = _part(package, related_part(package, kind) or _beside(package, workbook, kind))
        if content is not None:
            parts[f"xl/{kind}.xml"] = _COUNTS.sub(rb"\1", _COUNTS.sub(rb"\1", content))
    return Mended(
        _package(sheets, parts, _is_1904(_part(package, workbook) or b"")), lost, is_broken
    )


def _is_1904(workbook: bytes) -> bool:
    return re.search(rb"date1904\s*=\s*[\"'](?:1|true)[\"']", workbook) is not None


def _beside(package: zipfile.ZipFile, workbook: str, kind: str) -> str | None:
    """The part of this kind by its usual name in the folder of the workbook. Not one of another folder:
    a cell names a text by its place only, and in a part of another day another text has that place."""
    folder = posixpath.dirname(workbook.replace("\\", "/"))
    wanted = posixpath.join(folder, f"{kind}.xml").casefold()
    return next((n for n in package.namelist() if n.replace("\\", "/").casefold() == wanted), None)


def _part(package: zipfile.ZipFile, name: str | None) -> bytes | None:
    """The part in UTF-8, without what it says of its encoding; None where it cannot be had."""
    if name is None:
        return None
    try:
        raw = package.read(name)
    except UNREADABLE:
        return None
    for mark, encoding in _WIDE_MARKS:
        if raw.startswith(mark):
            return _DECLARED.sub(b"", raw.decode(encoding).encode())
    raw = raw.removeprefix(b"\xef\xbb\xbf")
    declared = _DECLARED.match(raw)
    if declared and declared[1].lower() not in (b"utf-8", b"utf8"):
        raw = raw.decode(declared[1].decode("ascii")).encode()
    return _DECLARED.sub(b"", raw)


def _is_whole(content: bytes) -> bool:
    try:
        expat.ParserCreate().Parse(content, True)
    except expat.ExpatError:
        return False
    return True


def _plain_sheet(content: bytes) -> bytes:
    """Without what it says of its size, with an error in place of one that is not known, and with a text
    where a number is said to be and is none."""
    content = _HALF_MERGED.sub(b"", _DIMENSION.sub(b"", content, count=1))
    content = _NO_ADDRESS.sub(rb"\1", content)
    content = (
        content.replace(b"macrosheet", b"worksheet")
        if b"macrosheet" in content[:2_000]
        else content
    )
    return _NO_NUMBER.sub(rb'\1 t="str"\2', _UNKNOWN_ERROR.sub(rb"\1#N/A", content))


def _package(
    sheets: list[tuple[str, bool, str | None]], parts: dict[str, bytes], is_1904: bool
) -> bytes:
    kept = [n for n in range(1, len(sheets) + 1) if f"xl/worksheets/sheet{n}.xml" in parts]
    listed = "".join(
        f'<sheet name="{html.escape(sheets[n - 1][0])}" sheetId="{n}"'
        f'{" state=" + chr(34) + "hidden" + chr(34) if sheets[n - 1][1] else ""} r:id="s{n}"/>'
        for n in kept
    )
    relations = "".join(_relation(f"s{n}", "worksheet", f"worksheets/sheet{n}.xml") for n in kept)
    relations += "".join(
        _relation(kind, kind, f"{kind}.xml")
        for kind in ("sharedStrings", "styles")
        if f"xl/{kind}.xml" in parts
    )
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as out:
        out.writestr("_rels/.rels", _relations(_relation("w", "officeDocument", "xl/workbook.xml")))
        out.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><workbookPr date1904="{int(is_1904)}"/>'
            f"<sheets>{listed}</sheets></workbook>",
        )
        out.writestr("xl/_rels/workbook.xml.rels", _relations(relations))
        for name, content in parts.items():
            out.writestr(name, content)
    return raw.getvalue()


def _relation(number: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'


def _relations(inside: str) -> str:
    return f'<Relationships xmlns="{_RELATIONS}">{inside}</Relationships>'


_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
_MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    "</manifest:manifest>"
)


_INDENT = re.compile(rb"(?<=>)\s+(?=</?(?:table|office):|<text:p[\s/>])")


def as_ods(content: bytes) -> bytes:
    """A package round the content of an OpenDocument sheet: a flat one, or one whose list of parts is
    lost. Strict and flat OpenDocument differ in the name of the outermost element only; a flat one is
    indented, and the reader takes the blanks between two cells for a broken row."""
    content = re.sub(rb"(</?)office:document(?=[\s>])", rb"\1office:document-content", content)
    content = _INDENT.sub(b"", content)
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as out:
        out.writestr("mimetype", _TYPE)
        out.writestr("content.xml", content)
        out.writestr("META-INF/manifest.xml", _MANIFEST)
    return raw.getvalue()
