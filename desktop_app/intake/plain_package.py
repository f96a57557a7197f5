"""What plain sheets of a package share: its texts, and which cell formats show a number as one.

Both are read only as far as they are plain too (see ``plain_sheet``); ids of built-in formats and the
codes of others: ECMA-376 part 1, 18.8.30 and 18.8.31.
"""

import re
import zipfile
from functools import cached_property

from desktop_app.intake.plain_sheet import NotPlain, plain_text

LARGEST_STYLES = 2_000_000
"""Bytes of the formats; thousands of them are a flood or the work of a macro."""
_BUILT_IN = frozenset(str(n).encode() for n in (*range(14), *range(37, 45), 48, 49))
"""General, numbers, percent, scientific, fractions, money, and text; the others are days and times."""
_ATTRIBUTE = re.compile(rb"(\w+)=\"([^\"]*)\"")
_FORMAT = re.compile(rb"<numFmt\b[^>]*>")
_CELL_FORMATS = re.compile(rb"<cellXfs\b.*?</cellXfs>", re.DOTALL)
_CELL_FORMAT = re.compile(rb"<xf\b[^>]*>")
_SAID = re.compile(
    r'"[^"]*"|\\.|_.|\*.|[Ee][+-]|General'
    r"|\[(?:\$[^\]]*|[<>=][^\]]*|Black|Blue|Cyan|Green|Magenta|Red|White|Yellow|Colou?r ?\d+)\]",
    re.IGNORECASE,
)
"""Parts of a format that are shown as they are, conditions, colours and currencies."""
_FIGURES = re.compile(r"[#0?.,%/;()\s+$€£¥@-]*")
_ITEM = re.compile(rb"<si>(.*?)</si>", re.DOTALL)
_TEXT = re.compile(rb'<t( xml:space="preserve")?>([^<]+)</t>')
_SOUND = re.compile(rb"<rPh [^<>]*><t[^<>]*>[^<]*</t></rPh>|<phoneticPr [^<>]*/>")
"""How a text is spoken, behind it; that is no part of it."""
_RUN = re.compile(
    rb"<r>(?:<rPr>(?:<[^<>]*>)*?</rPr>|<rPr/>)?"
    rb'<t( xml:space="preserve")?>([^<]+)</t></r>'
)


class PlainPackage:
    """Texts and formats of a package, read when the first cell asks for them."""

    def __init__(self, package: zipfile.ZipFile) -> None:
        self._package = package
        self._texts: dict[int, str] = {}

    @cached_property
    def numbers(self) -> frozenset[bytes]:
        """The numbers of the cell formats, as cells write them, in which a number is no day."""
        styles = self._part("styles.xml")
        if not styles or len(styles) > LARGEST_STYLES:
            return frozenset()
        formats = _CELL_FORMATS.search(styles)
        if formats is None or b"<!" in styles:
            return frozenset()
        own = {
            tag.get(b"numFmtId", b""): tag.get(b"formatCode", b"")
            for tag in map(dict, map(_ATTRIBUTE.findall, _FORMAT.findall(styles)))
        }
        plain = {number for number, code in own.items() if shows_number(code)}
        plain |= _BUILT_IN - own.keys()
        return frozenset(
            str(number).encode()
            for number, tag in enumerate(_CELL_FORMAT.findall(formats[0]))
            if dict(_ATTRIBUTE.findall(tag)).get(b"numFmtId", b"0") in plain
        )

    def text_at(self, number: int) -> str:
        """A shared text. Raises NotPlain where there is none, or none that is plain."""
        text = self._texts.get(number)
        if text is None:
            if number >= len(self._items):
                raise NotPlain
            text = self._texts[number] = _text_of(self._items[number])
        return text

    @cached_property
    def _items(self) -> list[bytes]:
        shared = self._part("sharedstrings.xml")
        items = _ITEM.findall(shared)
        # One that is written in another way would move the numbers of all behind it.
        if b"<!" in shared or len(items) != shared.count(b"<si"):
            raise NotPlain
        return items

    def _part(self, name: str) -> bytes:
        """The one part of that name; empty where there is none or there are several."""
        found = [n for n in self._package.namelist() if n.casefold().endswith(name)]
        return self._package.read(found[0]) if len(found) == 1 else b""


def shows_number(code: bytes) -> bool:
    """Whether a format shows a number as a number, not as a day or a time."""
    text = code.decode("utf-8", "replace")
    for name, sign in (("&quot;", '"'), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")):
        text = text.replace(name, sign)
    return bool(text) and _FIGURES.fullmatch(_SAID.sub("", text)) is not None


def _text_of(item: bytes) -> str:
    """The text of a shared item: one, or several runs of different type. Raises NotPlain."""
    item = _SOUND.sub(b"", item)
    whole = _TEXT.fullmatch(item)
    if whole is not None:
        return plain_text(whole[2], is_kept=whole[1] is not None)
    runs = list(_RUN.finditer(item))
    if not runs or sum(len(run[0]) for run in runs) != len(item):
        raise NotPlain
    return "".join(plain_text(run[2], is_kept=run[1] is not None) for run in runs)
