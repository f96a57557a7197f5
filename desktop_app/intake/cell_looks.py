"""How cells of a xlsx workbook are shown where that changes what they say: as percent, with noughts before them,
or struck out.

A format is a number on the opening tag of a cell; which numbers these are stands in the styles.
"""

import html
import re
import zipfile
from collections.abc import Collection, Sequence
from typing import NamedTuple

from desktop_app.intake.number_formats import pattern_of

_ATTRIBUTE = re.compile(rb"(\w+)\s*=\s*[\"']([^\"']*)[\"']")
_FORMAT = re.compile(rb"<(?:\w+:)?numFmt\b[^>]*>")
_FONTS = re.compile(rb"<(?:\w+:)?fonts\b.*?</(?:\w+:)?fonts>", re.DOTALL)
_FONT = re.compile(
    rb"<(?:\w+:)?font(?:\s[^>]*)?/>|<(?:\w+:)?font(?:\s[^>]*)?>(.*?)</(?:\w+:)?font>", re.DOTALL
)
_STRUCK = re.compile(rb"<(?:\w+:)?strike(?:\s+val=[\"'](?:1|true)[\"'])?\s*/>")
_CELL_FORMATS = re.compile(rb"<(?:\w+:)?cellXfs\b.*?</(?:\w+:)?cellXfs>", re.DOTALL)
_CELL_FORMAT = re.compile(rb"<(?:\w+:)?xf\b[^>]*>")
_ALIGNED = re.compile(
    rb"<(?:\w+:)?xf\b[^>]*(?:/>|(?<!/)>\s*(?:<(?:\w+:)?alignment\b([^>]*)>)?)", re.DOTALL
)
_INDENT = re.compile(rb"\bindent\s*=\s*[\"'](\d{1,3})[\"']")
_BUILT_IN_PERCENT = (b"9", b"10")
"""Number formats 0 % and 0.00 % of ECMA-376 part 1, 18.8.30."""
LARGEST_STYLES = 16_000_000
MOST_FORMATS = 500
MOST_PATTERNS = 10
"""Different patterns of padded numbers in a workbook, and depths to which it sets cells in; each costs a search
of its sheets."""
_OF_NUMBERS = rb"(?: t=\"n\")?>"


class CellLooks(NamedTuple):
    """Patterns that find the address in the opening tags of such cells; None where no format is one.

    ``percent``: only of numbers; ``struck``: whatever they hold; ``padded``: of numbers, each with the pattern
    that they are shown by; ``set_in``: each with how far from the edge of the cell the text is shown.
    """

    percent: re.Pattern[bytes] | None = None
    struck: re.Pattern[bytes] | None = None
    padded: tuple[tuple[re.Pattern[bytes], str], ...] = ()
    set_in: tuple[tuple[re.Pattern[bytes], int], ...] = ()

    @classmethod
    def of(cls, package: zipfile.ZipFile) -> "CellLooks":
        """Raises what a damaged package makes zipfile raise."""
        name = next((n for n in package.namelist() if n.casefold().endswith("styles.xml")), None)
        if name is None or package.getinfo(name).file_size > LARGEST_STYLES:
            return cls()
        styles = package.read(name)
        formats = _CELL_FORMATS.search(styles)
        uses = [
            dict(_ATTRIBUTE.findall(tag))
            for tag in (_CELL_FORMAT.findall(formats[0]) if formats else ())
        ]
        percent = _of_these(uses, b"numFmtId", _percents(styles))
        struck = _of_these(uses, b"fontId", _struck_fonts(styles))
        return cls(
            _tags(percent, _OF_NUMBERS) if percent else None,
            _tags(struck, rb"(?: t=\"\w+\")?>") if struck else None,
            tuple(
                (_tags(_of_these(uses, b"numFmtId", names), _OF_NUMBERS), pattern)
                for pattern, names in _padded(styles).items()
                if _of_these(uses, b"numFmtId", names)
            ),
            tuple(
                (_tags(numbers, rb"(?: t=\"\w+\")?>"), depth)
                for depth, numbers in sorted(_set_in(formats[0] if formats else b"").items())
            ),
        )


def _set_in(formats: bytes) -> dict[int, list[int]]:
    """How far cells are set in, to the numbers of their formats; nothing where there are too many."""
    found: dict[int, list[int]] = {}
    for number, aligned in enumerate(_ALIGNED.findall(formats) if b"indent" in formats else ()):
        indent = _INDENT.search(aligned)
        if indent is not None and int(indent[1]):
            found.setdefault(int(indent[1]), []).append(number)
    return found if len(found) <= MOST_PATTERNS else {}


def _percents(styles: bytes) -> set[bytes]:
    own = (dict(_ATTRIBUTE.findall(tag)) for tag in _FORMAT.findall(styles))
    named = {f.get(b"numFmtId", b"") for f in own if b"%" in f.get(b"formatCode", b"")}
    return {*_BUILT_IN_PERCENT, *named}


def _padded(styles: bytes) -> dict[str, set[bytes]]:
    """Patterns of numbers, to the numbers of the formats that show them so."""
    found: dict[str, set[bytes]] = {}
    for tag in _FORMAT.findall(styles):
        form = dict(_ATTRIBUTE.findall(tag))
        code = html.unescape(form.get(b"formatCode", b"").decode("utf-8", "replace"))
        pattern = pattern_of(code)
        if pattern and len(found) < MOST_PATTERNS:
            found.setdefault(pattern, set()).add(form.get(b"numFmtId", b""))
    return found


def _struck_fonts(styles: bytes) -> set[bytes]:
    if b"strike" not in styles:
        return set()
    fonts = _FONTS.search(styles)
    drawn = _FONT.findall(fonts[0]) if fonts else []
    return {str(n).encode() for n, content in enumerate(drawn) if _STRUCK.search(content)}


def _of_these(
    uses: Sequence[dict[bytes, bytes]], name: bytes, known: Collection[bytes]
) -> list[int]:
    return [number for number, use in enumerate(uses) if use.get(name) in known]


def _tags(numbers: Sequence[int], end: bytes) -> re.Pattern[bytes]:
    either = b"|".join(str(n).encode() for n in numbers[:MOST_FORMATS])
    return re.compile(rb"<(?:\w+:)?c r=\"([A-Z]{1,3}\d{1,7})\" s=\"(?:" + either + rb")\"" + end)
