"""What calamine does not tell of an OpenDocument sheet: error cells, what is hidden, what is said
beside a cell or struck out.

The content is walked only where a quick search finds either.
"""

import html
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from xml.etree import ElementTree
from xml.parsers import expat

from desktop_app.intake.cell_comments import LONGEST, MOST
from desktop_app.intake.number_formats import pattern_of
from desktop_app.intake.ooxml import MOST_MERGED, MOST_NOTED, UNREADABLE, SheetNotes
from desktop_app.intake.refusal import Refused
from desktop_app.intake.unpacked import Packed

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_CALC = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_NUMBER = "{urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0}"
_SIGNS = (
    b'value-type="error"', b'value-type="percentage"', b'visibility="', b">#", b">Err:",
    b"<office:annotation ", b"<office:annotation>", b'line-through-style="solid"',
    b'line-through-type="single"', b'line-through-type="double"',
)  # fmt: skip
LONGEST_SPAN = 12
"""Digits of the rows and columns of a merged cell together, fewer than which can be."""
_SPANS = re.compile(rb"-spanned=\"(?:[2-9]|1\d)")
_NOUGHTS = re.compile(rb"min-integer-digits=\"(?:[2-9]|[12]\d)\"")
_OVERLAP = 64


def look_into(path: Packed) -> dict[str, SheetNotes]:
    """Notes per sheet name; empty where the package cannot be followed."""
    try:
        with zipfile.ZipFile(path) as package:
            _check_ends(package)
            counts = _count(package)
            if not _is_noteworthy(package):
                return {name: SheetNotes(filled=filled) for name, filled in counts.items()}
            with package.open("content.xml") as stream:
                found = dict(_sheets(ElementTree.iterparse(stream, ("start", "end"))))  # noqa: S314 - no DTD: preflight
            for name, notes in found.items():
                notes.filled = counts.get(name)
            return found
    except UNREADABLE:
        return {}


_PIECE = re.compile(
    rb"<table:table\b[^>]*?table:name=\"([^\"]*)\"|<table:table-row\b([^>]*)>"
    rb"|<table:(?:covered-)?table-cell\b([^>]*[^/>])>(.*?)</table:(?:covered-)?table-cell>",
    re.DOTALL,
)
_ROWS = re.compile(rb"number-rows-repeated=\"(\d{1,7})\"")
_COLUMNS = re.compile(rb"number-columns-repeated=\"(\d{1,5})\"")


def _count(package: zipfile.ZipFile) -> dict[str, int]:
    """Filled cells per sheet, by one search over the content, without the reader.

    Raises Refused for content that ends early: the reader would look for its end for ever.
    """
    counts: dict[str, int] = {}
    name, times, rest = "", 1, b""
    is_plain = False
    with package.open("content.xml") as stream:
        while block := stream.read(1 << 20):
            is_plain = is_plain or block.lstrip(b"\xef\xbb\xbf \r\n\t")[:2] in (b"<?", b"<o")
            block = rest + block
            cut = block.rfind(b"</table:table-row>")
            if cut < 0:
                rest = block
                continue
            whole, rest = block[:cut], block[cut:]
            for found in _PIECE.finditer(whole):
                if found[1] is not None:
                    name = html.unescape(found[1].decode("utf-8", "replace"))
                    counts[name] = 0
                elif found[2] is not None:
                    repeated = _ROWS.search(found[2])
                    times = int(repeated[1]) if repeated else 1
                elif name in counts and _holds_text(found[4]):
                    repeated = _COLUMNS.search(found[3])
                    counts[name] += times * (int(repeated[1]) if repeated else 1)
    if is_plain and b"document-content>" not in rest[-LONGEST_END:]:
        raise Refused("E_CORRUPT", "content.xml ends early")
    return counts


_ASTRAY = frozenset(
    expat.errors.codes[name]
    for name in (
        expat.errors.XML_ERROR_TAG_MISMATCH,
        expat.errors.XML_ERROR_UNCLOSED_TOKEN,
        expat.errors.XML_ERROR_NO_ELEMENTS,
    )
)


def _check_ends(package: zipfile.ZipFile) -> None:
    """Raises Refused for content in which an element is not closed, or by another name: the reader would look
    for its end for ever. Whatever else is wrong with it the reader tells."""
    parser, before, block = expat.ParserCreate(), 0, b""
    try:
        with package.open("content.xml") as stream:
            while more := stream.read(1 << 18):
                before, block = before + len(block), more
                parser.Parse(block, False)
        parser.Parse(b"", True)
    except expat.ExpatError as broken:
        place = parser.ErrorByteIndex - before
        is_in_end = place > 0 and block.rfind(b"</", 0, place) > block.rfind(b">", 0, place)
        if broken.code in _ASTRAY or is_in_end or not _is_balanced(package):
            raise Refused("E_CORRUPT", str(broken)) from broken


_ELEMENT = re.compile(rb"<(/?)((?:table|text|office):[a-z-]+)\b[^<>]*?(/?)>")


def _is_balanced(package: zipfile.ZipFile) -> bool:
    """Whether each element of a broken content is closed as often as it is opened: behind the first fault
    nothing else looks for what lacks its end."""
    open_now: Counter[bytes] = Counter()
    rest = b""
    with package.open("content.xml") as stream:
        while block := stream.read(1 << 20):
            whole, end, rest = (rest + block).rpartition(b">")
            for closes, name, is_whole in _ELEMENT.findall(whole + end):
                open_now[name] += 0 if is_whole and not closes else -1 if closes else 1
    return not any(open_now.values())


LONGEST_END = 4_000
"""Bytes at the end of the content in which its closing tag must stand."""


_ANNOTATION = re.compile(rb"<office:annotation\b.*?</office:annotation>", re.DOTALL)
_TAGS = re.compile(rb"<[^>]*>")


def _holds_text(content: bytes) -> bool:
    if b"<office:annotation" in content:
        content = _ANNOTATION.sub(b"", content)
    start = content.find(b"<text:p")
    return start >= 0 and bool(_TAGS.sub(b"", content[start:]).strip())


def _is_noteworthy(package: zipfile.ZipFile) -> bool:
    rest = b""
    with package.open("content.xml") as stream:
        while block := stream.read(1 << 18):
            block = rest + block
            if (
                any(sign in block for sign in _SIGNS)
                or _NOUGHTS.search(block)
                or _SPANS.search(block)
            ):
                return True
            rest = block[-_OVERLAP:]
    return False


class _Styles:
    """What the styles of cells change: those that strike out, those that show noughts before a number with their
    pattern (see ``number_formats``), and which style the columns of the table have as (first, last, style)."""

    def __init__(self) -> None:
        self.struck: set[str] = set()
        self.padded: dict[str, str] = {}
        self.columns: list[tuple[int, int, str]] = []
        self._patterns: dict[str, str] = {}

    def note(self, element: ElementTree.Element) -> None:
        """Takes in a style of numbers or of cells, when it has ended."""
        name = element.get(f"{_STYLE}name", "")
        if element.tag == f"{_NUMBER}number-style":
            self._patterns[name] = _pattern(element)
        elif element.tag == f"{_STYLE}style":
            if _is_struck(element):
                self.struck.add(name)
            if pattern := self._patterns.get(element.get(f"{_STYLE}data-style-name", "")):
                self.padded[name] = pattern

    def pattern(self, own: str | None, column: int) -> str:
        """How a cell of this style, or of none of its own, shows a number; empty for as it is."""
        if own is None:
            own = next((s for first, last, s in self.columns if first <= column <= last), "")
        return self.padded.get(own, "")


def _sheets(
    events: Iterator[tuple[str, ElementTree.Element]],
) -> Iterator[tuple[str, SheetNotes]]:
    name, notes, row, column, styles = "", SheetNotes(), 1, 1, _Styles()
    for event, element in events:
        tag = element.tag
        if event == "start":
            if tag == f"{_TABLE}table":
                name, notes, row, column = element.get(f"{_TABLE}name", ""), SheetNotes(), 1, 1
                styles.columns = []
            continue
        styles.note(element)
        if tag == f"{_TABLE}table-column":
            count = _repeated(element, "columns")
            if element.get(f"{_TABLE}visibility", "visible") != "visible":
                notes.hidden_columns += range(column, column + min(count, 200))
            if usual := element.get(f"{_TABLE}default-cell-style-name", ""):
                styles.columns.append((column, column + count - 1, usual))
            column += count
        elif tag == f"{_TABLE}table-row":
            count = _repeated(element, "rows")
            if element.get(f"{_TABLE}visibility", "visible") != "visible":
                notes.hidden_rows += range(row, row + min(count, MOST_NOTED))
            _find_errors(element, row, min(count, 1000), notes)
            _find_remarks(element, row, notes, styles.struck)
            _find_merged(element, row, notes)
            if styles.padded:
                _find_padded(element, row, min(count, 1000), notes, styles)
            row += count
            element.clear()
        elif tag == f"{_TABLE}table":
            yield name, notes
            element.clear()


def _find_errors(row: ElementTree.Element, number: int, times: int, notes: SheetNotes) -> None:
    column = 1
    for cell in row:
        if cell.tag not in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
            continue
        count = _repeated(cell, "columns")
        if cell.get(f"{_OFFICE}value-type") == "percentage":
            for right in range(min(count, 100)):
                notes.show_percent(number, column + right, times)
        text = "".join("".join(part.itertext()) for part in cell.findall(f"{_TEXT}p"))
        if _is_error(cell, text) and len(notes.errors) < MOST_NOTED:
            notes.errors += [
                (number + down, column + right, text or "#?")
                for down in range(times)
                for right in range(min(count, 1000))
            ]
        column += count


def _find_merged(row: ElementTree.Element, number: int, notes: SheetNotes) -> None:
    """Cells that are merged with those right of them or below them."""
    merged, column = notes.merged or [], 1
    for cell in row:
        if cell.tag not in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
            continue
        down, across = (
            cell.get(f"{_TABLE}number-{what}-spanned", "1") for what in ("rows", "columns")
        )
        is_span = (down, across) != ("1", "1") and len(down + across) < LONGEST_SPAN
        if is_span and (down + across).isdecimal() and len(merged) < MOST_MERGED:
            merged.append((number, column, number + int(down) - 1, column + int(across) - 1))
        column += _repeated(cell, "columns")
    notes.merged = merged


def _find_remarks(
    row: ElementTree.Element, number: int, notes: SheetNotes, struck: set[str]
) -> None:
    """Comments, and cells whose own style strikes them out. A comment belongs to one cell."""
    column = 1
    for cell in row:
        if cell.tag not in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
            continue
        for remark in cell.findall(f"{_OFFICE}annotation"):
            said = ("".join(part.itertext()) for part in remark.iter(f"{_TEXT}p"))
            text = "\n".join(said).strip()
            if text and len(notes.comments) < MOST:
                notes.comments.append((number, column, text[:LONGEST]))
        is_struck = cell.get(f"{_TABLE}style-name") in struck and cell.find(f"{_TEXT}p") is not None
        if is_struck and len(notes.struck) < MOST_NOTED:
            notes.struck.append((number, column))
        column += _repeated(cell, "columns")


def _pattern(style: ElementTree.Element) -> str:
    """How a style of numbers shows a whole one (see ``number_formats``); empty where it shows no more digits than
    the number has."""
    code = ""
    for part in style:
        if part.tag == f"{_NUMBER}text":
            code += f'"{part.text or ""}"'
        elif part.tag == f"{_NUMBER}number" and part.get(f"{_NUMBER}decimal-places", "0") == "0":
            digits = part.get(f"{_NUMBER}min-integer-digits", "0")
            code += "0" * min(int(digits), 30) if digits.isdecimal() else "?"
        else:
            return ""
    return pattern_of(code.replace('""', ""))


def _find_padded(
    row: ElementTree.Element, number: int, times: int, notes: SheetNotes, styles: _Styles
) -> None:
    """Numbers whose own style, or that of their column, shows noughts before them."""
    column = 1
    for cell in row:
        if cell.tag not in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
            continue
        count = _repeated(cell, "columns")
        if cell.get(f"{_OFFICE}value-type") == "float":
            for at in range(column, column + min(count, 100)):
                pattern = styles.pattern(cell.get(f"{_TABLE}style-name"), at)
                for down in range(times if pattern else 0):
                    notes.show_padded(number + down, at, pattern)
        column += count


def _is_struck(style: ElementTree.Element) -> bool:
    drawn = style.find(f"{_STYLE}text-properties")
    named = ("text-line-through-style", "text-line-through-type")
    return drawn is not None and any(
        drawn.get(f"{_STYLE}{name}", "none") != "none" for name in named
    )


def _is_error(cell: ElementTree.Element, text: str) -> bool:
    if cell.get(f"{_CALC}value-type") == "error":
        return True
    is_formula = cell.get(f"{_TABLE}formula") is not None
    return is_formula and text.startswith(("#", "Err:")) and len(text) < 12


def _repeated(element: ElementTree.Element, what: str) -> int:
    count = element.get(f"{_TABLE}number-{what}-repeated", "1")
    return int(count) if count.isdigit() and len(count) < 9 else 1
