"""OpenDocument sheets whose content is written anew for the reader: without shapes that lie upon cells, without line
breaks between them, with the usual prefixes. Runs in the reader child only."""

import io
import re
import zipfile
from xml.etree import ElementTree

from desktop_app.intake.ooxml import UNREADABLE
from desktop_app.intake.refusal import Refused
from desktop_app.intake.unpacked import Packed

LARGEST_CONTENT = 64_000_000
"""Bytes of a content that is rewritten; a longer one is refused as it is."""
_DRAWN = re.compile(rb"<(/?)draw:[\w-]+\b[^>]*?(/?)>")
_READING = re.compile(rb"<text:ruby-text\b[^>]*?(?:/>|>.*?</text:ruby-text>)", re.DOTALL)
_NOT_OF_THE_CELL = (b"<draw:", b"<text:ruby-text")
"""Shapes that lie upon a cell and readings beside its signs: the reader takes their texts for those of the cell."""


def without_shapes(path: Packed) -> bytes | None:
    """The package without texts that stand on a cell and not in it; None where it has none, or its content is too
    long to be written anew."""
    try:
        with zipfile.ZipFile(path) as package, package.open("content.xml") as stream:
            content = stream.read(LARGEST_CONTENT + 1)
            if len(content) > LARGEST_CONTENT or not any(
                sign in content for sign in _NOT_OF_THE_CELL
            ):
                return None
            plain = _READING.sub(b"", _undrawn(content))
            raw = io.BytesIO()
            with zipfile.ZipFile(raw, "w") as out:
                for name in ("mimetype", "META-INF/manifest.xml"):
                    if name in package.namelist():
                        out.writestr(name, package.read(name))
                out.writestr("content.xml", plain)
            return raw.getvalue()
    except UNREADABLE:
        return None


def _undrawn(content: bytes) -> bytes:
    """The content without its outermost drawn elements."""
    made, depth, begin = bytearray(), 0, 0
    for tag in _DRAWN.finditer(content):
        is_end, is_whole = bool(tag[1]), bool(tag[2])
        if depth == 0 and not is_end:
            made += content[begin : tag.start()]
        depth += 0 if is_whole else -1 if is_end else 1
        begin = tag.end() if depth <= 0 else begin
        depth = max(depth, 0)
    return bytes(made + content[begin:])


def content_of(path: Packed) -> bytes:
    """The content of a package whose other parts are missing. Raises Refused where it is too long."""
    try:
        with zipfile.ZipFile(path) as package, package.open("content.xml") as stream:
            content = stream.read(LARGEST_CONTENT + 1)
    except KeyError as missing:
        raise Refused("E_MISSING_PART", str(missing)) from missing
    if len(content) > LARGEST_CONTENT:
        raise Refused("E_MISSING_PART", "parts beside a long content")
    if b"<table:table" in content:
        return content
    return _named_as_usual(content)


_NAMES = "urn:oasis:names:tc:opendocument:xmlns:"
_USUAL = (
    *((prefix, f"{_NAMES}{prefix}:1.0") for prefix in ("office", "table", "text", "style")),
    ("calcext", "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"),
)


def _named_as_usual(content: bytes) -> bytes:
    """The same content in UTF-8 and with the usual prefixes, which are all that the reader knows."""
    for prefix, space in _USUAL:
        ElementTree.register_namespace(prefix, space)
    try:
        return bytes(ElementTree.tostring(ElementTree.fromstring(content), "utf-8"))  # noqa: S314 - no DTD: preflight
    except (ElementTree.ParseError, ValueError, LookupError) as broken:
        raise Refused("E_MISSING_PART", str(broken)) from broken


_GAP = re.compile(rb">\s*[\r\n]\s*<")


def without_line_breaks(path: Packed) -> bytes:
    """The package with a content whose tags follow one another: the reader takes a line break between
    two cells for a text out of place. Raises Refused where the content is too long for that."""
    raw = io.BytesIO()
    with zipfile.ZipFile(path) as package, zipfile.ZipFile(raw, "w") as out:
        names = set(package.namelist()) & {"mimetype", "content.xml", "META-INF/manifest.xml"}
        for name in sorted(names, reverse=True):
            with package.open(name) as stream:
                content = stream.read(LARGEST_CONTENT + 1)
            if len(content) > LARGEST_CONTENT:
                raise Refused("E_CORRUPT", "line breaks between cells")
            out.writestr(name, _GAP.sub(b"><", content))
    return raw.getvalue()
