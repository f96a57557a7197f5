"""What a file really is, from its first bytes and its table of contents, never from its name.

Runs in the reader child, before any spreadsheet library sees the file. The limits are those of a
list of parts with a wide margin (the largest of 167 honest workbooks unpacks to 60 MB).
"""

import io
import re
import zipfile
import zlib
from contextlib import nullcontext
from pathlib import Path

from desktop_app.intake.refusal import ARCHIVE, Refused
from desktop_app.intake.unpacked import Packed

CFB_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LARGEST_FILE = 500_000_000
LARGEST_SIDE_PART = 256_000_000
LARGEST_SHEET_PART = 3_000_000_000
MOST_ENTRIES = 2_000
LARGEST_MANIFEST = 4_000_000

_NOT_TABLES = (
    (b"%PDF-", "pdf"), (b"\x89PNG", "png"), (b"\xff\xd8\xff", "jpeg"), (b"GIF8", "gif"),
    (b"Rar!", ARCHIVE), (b"7z\xbc\xaf", ARCHIVE),
    (b"\x7fELF", "program"), (b"{\\rtf", "rtf"), (b"SQLite format", "database"),
    (b"BZh", ARCHIVE), (b"MSCF", ARCHIVE), (b"PAR1", "parquet"),
    (b"UEsDB", "package as base64"), (b"0M8R4KGx", "OLE file as base64"),
)  # fmt: skip
_BIFF_BARE = (b"\x09\x08\x10\x00\x00\x06", b"\x09\x08\x08\x00\x00\x05")
"""A book of Excel 97 or 5 that lost its envelope, as some programs write it."""
_BIFF_OF_SCRIPTS = b"\x09\x08\x08\0\0\0\x10\0"
"""The first record that a few lines of PHP write, copied from site to site: a sheet of no version."""
_BIFF_OLD = {b"\x09\x00", b"\x09\x02", b"\x09\x04"}
_DOCTYPE = re.compile(rb"<!DOCTYPE", re.IGNORECASE)
_COMMENT = re.compile(rb"<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)", re.DOTALL)
_ELEMENT = re.compile(rb"<[A-Za-z_:]")
HEAD = 65_536
"""Bytes of a part that are searched for a document type; where its first element does not begin in
them, so many more."""
LARGEST_PROLOG = 1_000_000
_SHEET_PART = re.compile(r"worksheets/[^/]*\.xml$", re.IGNORECASE)


def identify(path: Path) -> str:
    """The format: xlsx, xlsm, xlsb, ods, cfb, html, mhtml, xml2003, or text.

    Raises Refused for what is no table, damaged, too large or dangerous.
    """
    size = path.stat().st_size
    if size > LARGEST_FILE:
        raise Refused("E_TOO_LARGE")
    with path.open("rb") as stream:
        head = stream.read(65_536)
    if not head:
        raise Refused("E_EMPTY")
    if head.startswith(CFB_MAGIC):
        if size < 1536:
            raise Refused("E_CORRUPT", "an OLE file of less than three sectors")
        return "cfb"
    if head[:2] == b"PK" and not _is_heading(head):
        return identify_package(path)
    if head[:2] in _BIFF_OLD and head[2:4] in (b"\x04\x00", b"\x06\x00", b"\x08\x00"):
        raise Refused("E_OLD_FORMAT")
    if head.startswith(_BIFF_OF_SCRIPTS):
        raise Refused("E_OLD_FORMAT", "without a version")
    if head.startswith(b"\x1f\x8b"):
        raise Refused("E_UNSUPPORTED", ARCHIVE)  # Gnumeric packs its sheets so too
    if head.startswith(_BIFF_BARE):
        return "biff"
    _check_kind(head)
    if zipfile.is_zipfile(path):
        return identify_package(path)  # something stands before it, as a gateway's stamp
    return _identify_text(head)


def _is_heading(head: bytes) -> bool:
    """Whether two letters that begin a program or a package begin a line of text: PK heads a column of keys."""
    return len(head) > len("PK;") and not any(byte < 9 or 13 < byte < 32 for byte in head[2:1_000])


def _check_kind(head: bytes) -> None:
    """Refuses what its first bytes show to be something else."""
    if head[257:262] == b"ustar":
        raise Refused("E_NOT_SPREADSHEET", ARCHIVE)
    if head.startswith(b"MZ") and not _is_heading(head):
        raise Refused("E_NOT_SPREADSHEET", "program")
    begin = head.lstrip(b" \t\r\n")
    for magic, what in _NOT_TABLES:
        if head.startswith(magic) or begin.startswith(b"%PDF-"):
            raise Refused("E_NOT_SPREADSHEET", what)


def _identify_text(head: bytes) -> str:
    sample = head[:16_384]
    if sample[:4] in (b"\xff\xfe\0\0", b"\0\0\xfe\xff"):
        sample = sample.decode("utf-32", "ignore").encode()
    elif sample[:2] in (b"\xff\xfe", b"\xfe\xff"):
        sample = sample.decode("utf-16", "ignore").encode()
    start = sample.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<?xml", b"<workbook", b"<ss:workbook")) and (
        kind := _kind_of_xml(sample)
    ):
        return kind
    if b"mime-version:" in start[:2000] and b"content-type:" in start[:4000]:
        return "mhtml"
    if start.startswith(b"<") and (b"<table" in start or b"<html" in start):
        return "html"
    if b"<table" in start and _SOME_WORDS_BEFORE.match(start):
        return "html"
    if start.startswith((b"{", b"[{", b"<")) and not _is_separated(start):
        raise Refused("E_NOT_SPREADSHEET", "json or xml")
    if start.startswith(b"id;p") and b"\nc;" in start.replace(b"\r", b"\n"):
        raise Refused("E_UNSUPPORTED", "sylk")
    if start.startswith(b"table") and re.match(rb"table\s+0,1\s", start):
        raise Refused("E_UNSUPPORTED", "dif")
    _check_signs(head, sample)
    return "text"


def _kind_of_xml(sample: bytes) -> str:
    """Empty for a web page that begins so."""
    if b"urn:schemas-microsoft-com:office:spreadsheet" in sample:
        return "xml2003"
    if b"opendocument.spreadsheet" in sample and b"<office:document" in sample:
        return "fods"
    if b"<html" not in sample.lower():
        raise Refused("E_NOT_SPREADSHEET", "other xml")
    return ""


_SOME_WORDS_BEFORE = re.compile(rb"[^<;\t|]{1,300}<html\b")
"""A title that a script printed before its page."""
_CUTS = (b";", b"\t", b"|", b",")
MOST_MARKED, FEWEST_LINES, FEWEST_CUTS = 5, 3, 2
"""Lines of markup that a script may print above a list (its warnings), the lines the list must have in the sample
and how often each of its first lines must be cut. Own judgement."""


def _is_separated(start: bytes) -> bool:
    """Whether a text that begins like markup is lines of cells: its first heading is <No> or {No}, or warnings
    of the script that wrote it stand above."""
    lines = [line.strip() for line in start.splitlines() if line.strip()]
    marked = next((n for n, line in enumerate(lines) if line[:1] != b"<"), len(lines))
    if marked > MOST_MARKED:
        return False
    for rows in (lines[:10], lines[marked : marked + 10]):
        is_plain = len(rows) >= FEWEST_LINES and all(row[:1] not in b"<{[}" for row in rows[1:])
        for cut in _CUTS:
            counts = {row.count(cut) for row in rows}
            if is_plain and len(counts) == 1 and counts.pop() >= FEWEST_CUTS:
                return True
    return False


def _check_signs(head: bytes, sample: bytes) -> None:
    """Refuses what no text is made of, and a text whose end was never written."""
    body = head.rstrip(b"\0")
    is_padded = body and b"\0" not in body and len(head) - len(body) > len(head) // 20
    if is_padded and len(head) < HEAD:
        raise Refused("E_TRUNCATED", "its end was never written")
    if not looks_utf16(sample) and not wide_from(sample) and _is_binary(sample):
        raise Refused("E_NOT_SPREADSHEET", "binary")


_CONTROLS = bytes(n for n in range(1, 32) if n not in b"\t\n\v\f\r\x0e\x0f\x1a\x1b\x1c\x1d\x1e\x1f")
MOST_CONTROLS = 50
FEWEST_CONTROLS = 4
"""One in so many signs, and so many at least, that no text has make a file none. Own judgement."""


def _is_binary(sample: bytes) -> bool:
    """Too many noughts or control signs for text, or the letters of a mainframe."""
    if sample.count(b"\0") > max(FEWEST_CONTROLS, len(sample) // 20):
        return True
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls >= FEWEST_CONTROLS and controls > len(sample) // MOST_CONTROLS:
        return True
    # EBCDIC: its blank is our @, its letters and digits lie beyond 127, and it has no blank of ours.
    high = sum(byte > 127 for byte in sample)
    return b" " not in sample and b"\n" not in sample and high > len(sample) // 2 and b"@" in sample


def looks_utf16(sample: bytes) -> bool:
    """Text of two-byte units without a mark: zeros stand in every second place."""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    return max(even, odd) > len(sample) // 6 and min(even, odd) < max(even, odd) // 8 + 1


def wide_from(raw: bytes) -> int:
    """Where a text goes on in units of two bytes, low byte first, as a line of its own; 0 where it does not.
    PowerShell appends so to a file that another program began."""
    first = raw.find(b"\0")
    begin = raw.rfind(b"\n", 0, first) + 1 if first > 0 else 0
    tail = raw[begin : begin + 4_000]
    # The other way round it is wide from its beginning, whose signs have no noughts.
    is_low_first = tail[1::2].count(0) > tail[0::2].count(0)
    return begin if begin and is_low_first and looks_utf16(tail) else 0


def identify_package(path: Packed) -> str:
    """What kind of workbook a zip package is; looks at every part that will be parsed."""
    try:
        with zipfile.ZipFile(path) as package:
            return _check_package(package)
    except zipfile.BadZipFile as damaged:
        code = "E_CORRUPT" if b"PK\x05\x06" in _tail(path) else "E_TRUNCATED"
        raise Refused(code, str(damaged)) from damaged
    except (
        zlib.error,
        EOFError,
        NotImplementedError,
        RuntimeError,
        ValueError,
        OSError,
    ) as damaged:
        raise Refused("E_CORRUPT", str(damaged)) from damaged


def _tail(path: Packed) -> bytes:
    """The end of a package, in which the end of its table of contents stands."""
    with path.open("rb") if isinstance(path, Path) else nullcontext(path) as stream:
        stream.seek(max(0, stream.seek(0, io.SEEK_END) - 65_557))
        return stream.read()


def _check_package(package: zipfile.ZipFile) -> str:
    entries = package.infolist()
    names = [entry.filename.replace("\\", "/").lstrip("/").casefold() for entry in entries]
    if not names:
        # The mark of an end may stand in a remark behind the real one.
        is_lost = package.fp is not None and package.start_dir > 0
        raise Refused("E_CORRUPT" if is_lost else "E_NOT_SPREADSHEET", "no parts")
    if len(names) > MOST_ENTRIES:
        raise Refused("E_TOO_LARGE", "entries")
    kind = _package_kind(package, names)
    files = [name for name in names if not name.endswith("/")]
    if len(set(files)) != len(files):
        raise Refused("E_DUPLICATE_ENTRY")
    if any(entry.flag_bits & 1 for entry in entries):
        raise Refused("E_ENCRYPTED")
    for entry in entries:
        _check_part(package, entry)
    return kind


def _package_kind(package: zipfile.ZipFile, names: list[str]) -> str:
    if "mimetype" in names:
        mime = package.read(package.infolist()[names.index("mimetype")])[:200]
        if b"opendocument.spreadsheet" in mime:
            if "meta-inf/manifest.xml" in names:
                manifest = package.infolist()[names.index("meta-inf/manifest.xml")]
                if b"encryption-data" in package.open(manifest).read(LARGEST_MANIFEST):
                    raise Refused("E_ENCRYPTED")
            return "ods"
        raise Refused("E_NOT_SPREADSHEET" if b"opendocument" in mime else "E_UNSUPPORTED")
    if "content.xml" in names and (
        "meta-inf/manifest.xml" in names
        or b"office:spreadsheet" in _head(package, names, "content.xml")
    ):
        return "ods"
    if any(name.endswith("workbook.bin") for name in names):
        return "xlsb"
    if any(
        name.endswith("vbaproject.bin") or "/macrosheets/" in name for name in names
    ) and _has_workbook(names):
        return "xlsm"
    if _has_workbook(names) or _names_a_workbook(package, names):
        return "xlsx"
    if any(name.startswith("index/") and name.endswith(".iwa") for name in names):
        raise Refused("E_UNSUPPORTED", "numbers")
    if "[content_types].xml" in names and not any(n.startswith(("word/", "ppt/")) for n in names):
        raise Refused("E_MISSING_PART", "workbook")
    is_office = any(name.startswith(("word/", "ppt/")) for name in names)
    raise Refused("E_NOT_SPREADSHEET", "letter or slides" if is_office else ARCHIVE)


def _head(package: zipfile.ZipFile, names: list[str], name: str) -> bytes:
    with package.open(package.infolist()[names.index(name)]) as part:
        return part.read(HEAD)


_MAIN_PART = re.compile(rb"<[^>]*officeDocument\"[^>]*>")
_BOOK = re.compile(rb"<(?:\w+:)?workbook\b")
_TARGET = re.compile(rb"\sTarget=\"/?([^\"]+)\"")


def main_part(package: zipfile.ZipFile, names: list[str]) -> str:
    """The part that the package says is its document, by its name in small letters; "" without one.
    ``names``: of all parts, in small letters and with slashes."""
    if "_rels/.rels" not in names:
        return ""
    main = _MAIN_PART.search(_head(package, names, "_rels/.rels"))
    found = _TARGET.search(main[0]) if main else None
    return found[1].decode("utf-8", "replace").casefold() if found else ""


def _names_a_workbook(package: zipfile.ZipFile, names: list[str]) -> bool:
    """A workbook part under a name of its own: told by its first element."""
    main = main_part(package, names)
    return main in names and _BOOK.search(_head(package, names, main)) is not None


def _has_workbook(names: list[str]) -> bool:
    return any(re.search(r"(^|/)workbook\d*\.xml$", name) for name in names)


def _begins(head: bytes) -> bool:
    """Whether the first element begins here: a document type can only stand before it."""
    return _ELEMENT.search(_COMMENT.sub(b"", head.replace(b"\0", b""))) is not None


def _check_part(package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> None:
    """Counts what really inflates, and refuses document type definitions.

    Sheets are only opened here: who looks into them counts them too, and they are large.
    """
    name = entry.filename.casefold()
    if not name.endswith((".xml", ".rels", ".vml", ".bin")):
        return
    is_sheet = _SHEET_PART.search(name) is not None
    with package.open(entry) as part:
        head = part.read(HEAD)
        while len(head) % HEAD == 0 and not name.endswith(".bin") and not _begins(head):
            if len(head) > LARGEST_PROLOG:
                raise Refused("E_ZIP_BOMB", "no element at the beginning")
            more = part.read(HEAD)
            if not more:
                break
            head += more
        if _DOCTYPE.search(head) or _DOCTYPE.search(head.replace(b"\0", b"")):
            raise Refused("E_XML_DTD")
        if is_sheet:
            return
        limit = LARGEST_SHEET_PART if name.endswith("content.xml") else LARGEST_SIDE_PART
        inflated = len(head)
        while block := part.read(1 << 18):
            inflated += len(block)
            if inflated > limit:
                raise Refused("E_ZIP_BOMB", str(inflated))
