"""Macros in workbooks that are no xlsx, and their links to other files: neither is run or followed, both are
told. Runs in the reader child only."""

import re
import zipfile
from typing import Any

from desktop_app.intake.ooxml import UNREADABLE
from desktop_app.intake.unpacked import Packed

_MACROS = re.compile(r"(^|/)vbaproject\.bin$|^basic/[^/]+/(?!script-l)[^/]+\.xml$|^scripts/[^/]+/.")
_LINK = re.compile(r"(^|/)externallinks/externallink\d*\.bin$")
_SOURCE = re.compile(
    rb"<table:table-source\b[^>]*?xlink:href=\"([^\"]{1,2000})\"|'(file:///[^'#]{1,2000})'#"
)
"""A table that is taken over from another file, or a formula that looks into one (OpenDocument 1.3 part 3,
9.2.6, and part 4, 5.8)."""
_MARKS = (b"<table:table-source", b"'file:///")
"""What is looked for first: it takes a tenth of the time."""
_OLD_MACROS = "_VBA_PROJECT_CUR".encode("utf-16-le")
"""The storage of macros in an Excel 97 workbook ([MS-OVBA] 2.2.1)."""
_OTHER_BOOK = 2
"""How xlrd numbers a SUPBOOK record that names another workbook."""
_BLOCK, _OVERLAP = 1 << 20, 4_000


def of_package(path: Packed) -> tuple[bool, int]:
    """Whether a binary or OpenDocument workbook holds macros, and how many other files it links to."""
    try:
        with zipfile.ZipFile(path) as package:
            names = [n.replace("\\", "/").lstrip("/").casefold() for n in package.namelist()]
            links = sum(_LINK.search(name) is not None for name in names)
            if "content.xml" in names:
                links += len(_sources(package))
            return any(map(_MACROS.search, names)), links
    except UNREADABLE:
        return False, 0


def _sources(package: zipfile.ZipFile) -> set[bytes]:
    found, rest = set[bytes](), b""
    with package.open("content.xml") as stream:
        while block := stream.read(_BLOCK):
            block = rest + block
            if any(mark in block for mark in _MARKS):
                found |= {one[1] or one[2] for one in _SOURCE.finditer(block)}
            rest = block[-_OVERLAP:]
    return found


def of_old_book(raw: bytes, book: Any) -> tuple[bool, int]:
    """The same of an Excel 97 workbook: its bytes, and the book that xlrd made of them."""
    books = getattr(book, "_supbook_types", ())
    return _OLD_MACROS in raw, sum(kind == _OTHER_BOOK for kind in books)
