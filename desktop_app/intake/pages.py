"""Tables of web pages and web archives, as ERP systems export them under the name of a workbook."""

import codecs
import email
import html
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from html.parser import HTMLParser

from desktop_app.intake.refusal import Refused
from desktop_app.intake.text_encodings import decode
from desktop_app.intake.text_tables import BLANK, MOST_MERGED, TAG, Merged, Rows

WIDEST_SPAN, LONGEST_SPAN = 200, 2_000
"""Columns and rows that one cell may cover; more is a slip or an attack."""
UNSHOWN = ("script", "style", "template")
MOST_COVERED = 5_000_000
"""Empty cells that all of them may cover; each is held."""


@dataclass(eq=False)
class Page:
    """``rows`` of all tables, one empty row between two; ``merged``: cells that cover several, as
    1-based (first row, first column, last row, last column)."""

    rows: Rows = field(default_factory=list)
    merged: Merged = field(default_factory=list)


@dataclass(eq=False)
class _Table:
    rows: Rows = field(default_factory=list)
    merged: Merged = field(default_factory=list)
    covered: dict[int, int] = field(default_factory=dict)
    """Column to the last row, from 0, that a cell further up covers there."""

    @property
    def is_a_list(self) -> bool:
        """At least two rows of two filled cells."""
        return sum(sum(bool(cell) for cell in row) > 1 for row in self.rows) > 1

    def put(self, text: str | float, across: int, down: int) -> int:
        """The next cell of the last row; what is covered from above stays empty. Returns how many
        empty cells that took."""
        row, number = self.rows[-1], len(self.rows) - 1
        before = len(row)
        while self.covered.get(len(row), -1) >= number:
            row.append("")
        column = len(row)
        row += [text, *[""] * (across - 1)]
        if down > 1:
            self.covered.update(dict.fromkeys(range(column, column + across), number + down - 1))
        if (down > 1 or across > 1) and len(self.merged) < MOST_MERGED:
            self.merged.append((number, column, number + down - 1, column + across - 1))
        return len(row) - before - 1


class _TableParser(HTMLParser):
    """Collects the tables. A table inside a cell is one of its own where it has rows and columns, as in
    pages that are laid out by tables; else it is the text of that cell."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[_Table] = []
        self.open: list[_Open] = []
        self.skipping = self.covered = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in UNSHOWN:
            self.skipping += 1
        elif self.skipping:
            return
        elif tag == "table":
            self.tables.append(_Table())
            self.open.append(_Open(self.tables[-1]))
        elif not self.open:
            return
        elif tag == "tr":
            self._end_cell()
            self.open[-1].table.rows.append([])
        elif tag in ("td", "th") and self.open[-1].table.rows:
            self._end_cell()
            self.open[-1].begin(dict(attrs))
        elif tag == "br":
            self.handle_data(" ")
        elif tag == "input":
            self._type(_typed(dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if tag in UNSHOWN:
            self.skipping = max(0, self.skipping - 1)
        elif self.skipping or not self.open:
            return
        elif tag == "table":
            self._end_table()
        elif tag in ("td", "th", "tr"):
            self._end_cell()

    def _type(self, words: str) -> None:
        self.handle_data(words)
        if self.open and self.open[-1].cell is not None and words.strip():
            self.open[-1].typed = words.strip()

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1].cell is not None and not self.skipping:
            self.open[-1].cell.append(data)

    def close(self) -> None:
        super().close()
        while self.open:
            self._end_table()

    def _end_table(self) -> None:
        self._end_cell()
        inner = self.open.pop().table
        if self.open and not inner.is_a_list:
            self.tables.remove(inner) if self.tables[-1] is not inner else self.tables.pop()
            self.handle_data(" ".join(str(cell) for row in inner.rows for cell in row))

    def _end_cell(self) -> None:
        here = self.open[-1]
        if here.cell is not None:
            words = " ".join("".join(here.cell).split())
            if here.typed and not any(map(str.isalnum, words.replace(here.typed, "", 1))):
                words = here.typed  # and no "- 4 +", of which the signs are buttons
            here.cell = None
            held = _number(words, here.number) if not here.text else " ".join(here.text.split())
            self.covered += here.table.put(held, here.across, here.down)
            if self.covered > MOST_COVERED:
                raise Refused("E_TOO_LARGE", "cells that cover others")


@dataclass(eq=False)
class _Open:
    """A table that is being read; ``number`` and ``text``: what a spreadsheet says its cell holds, Excel as x:num
    and x:str, LibreOffice as sdval."""

    table: _Table
    cell: list[str] | None = None
    number: str | None = None
    text: str | None = None
    typed: str = ""
    across: int = 1
    down: int = 1

    def begin(self, said: dict[str, str | None]) -> None:
        self.cell = []
        self.number = said.get("x:num") or said.get("sdval")
        self.text = said.get("x:str")
        self.typed = ""
        self.across = _span(said.get("colspan"), WIDEST_SPAN)
        is_to_the_end = _leading(said.get("rowspan")) == 0
        self.down = LONGEST_SPAN if is_to_the_end else _span(said.get("rowspan"), LONGEST_SPAN)


_SHOWN_NUMBER = re.compile(r"-?[\d.,\u00a0\u202f ']*\d")


def _number(words: str, held: str | None) -> str | float:
    """The number that a cell of a spreadsheet holds, where what it shows is that number rounded; days,
    shares and numbers with leading noughts are taken as they are shown."""
    if not held or not _SHOWN_NUMBER.fullmatch(words) or re.match(r"-?0\d", words):
        return words
    try:
        number = float(held)
    except ValueError:
        return words
    plain = re.sub(r"[\s']", "", words)
    for point, thousands in ((".", ","), (",", ".")):
        whole, _, decimals = plain.replace(thousands, "").partition(point)
        try:
            said = float(f"{whole or 0}.{decimals or 0}")
        except ValueError:
            continue
        if abs(said - number) <= 0.5 * 10.0 ** -len(decimals) + 1e-9:
            return number
    return words


def _span(said: str | None, most: int) -> int:
    return max(1, min(_leading(said) or 1, most))


def _leading(said: str | None) -> int | None:
    """The whole number that an attribute begins with, as browsers take it of "4 rows" and "4.5"."""
    found = _WHOLE.match(said or "")
    return int(found[1]) if found else None


_WHOLE = re.compile(r"\s*([0-9]{1,8})(?![0-9])")


_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "sjis": "cp932", "euc_kr": "cp949",
          "ks_c_5601-1987": "cp949", "iso8859-1": "cp1252", "ascii": "cp1252"}  # fmt: skip
"""What a page says to the encoding that programs write under that name."""


def text_of(raw: bytes) -> str:
    """The page as text: in UTF-8 where it is that, else as it says where that fits, else by its signs."""
    declared = _CHARSET.search(raw[:4000])
    text, encoding, _ = decode(raw)
    if declared is None or encoding in ("utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32"):
        return text
    with suppress(LookupError, UnicodeDecodeError):
        name = codecs.lookup(declared[1].decode("ascii")).name
        return raw.decode(_WIDER.get(name, name))
    return text


def read_page(raw: bytes) -> Page:
    """The tables of a page below one another. Refused E_NOT_SPREADSHEET where it has none."""
    parser = _TableParser()
    parser.feed(_finished(text_of(raw)))
    parser.close()
    page = Page()
    for table in parser.tables:
        if page.rows:
            page.rows.append([])
        above, last = len(page.rows), len(page.rows) + len(table.rows)
        page.rows += table.rows
        page.merged += (
            (above + top + 1, left + 1, min(above + bottom + 1, last), right + 1)
            for top, left, bottom, right in table.merged
        )
    if not any(page.rows):
        raise Refused("E_NOT_SPREADSHEET", "page without a table")
    return page


def _finished(text: str) -> str:
    """Without the beginnings of tags and remarks that never end, each of which would be looked for to the end
    of the page again: the sign of such a remark is left out, and the beginning of a last tag is no text."""
    ended = text.rfind("-->") + 1
    text = text[:ended] + text[ended:].replace("<!--", "")
    begun = _BEGUN.search(text, text.rfind(">") + 1)
    return text if begun is None else text[: begun.start()]


_BEGUN = re.compile(r"<[a-zA-Z/!?]")


def page_of(raw: bytes) -> bytes:
    """The first page of a web archive that holds a table. Refused where none does."""
    for part in email.message_from_bytes(raw).walk():
        payload = part.get_payload(decode=True)
        if part.get_content_type() == "text/html" and isinstance(payload, bytes):
            try:
                read_page(payload)
            except Refused:
                continue
            return payload
    raise Refused("E_NOT_SPREADSHEET", "archive without a table")


_CELL = re.compile(r"<t[dh]\b[^>]*>(.*?)(?=<t[dhr]\b|</t[dhr]\b|</table|</tbody|\Z)", re.I | re.S)


_UNSHOWN = re.compile(
    r"<(script|style|template)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)", re.I | re.S
)
"""To its end, or that of the page: many that have none would be looked through again and again."""


_INPUT = re.compile(r"<input\b[^>]*>", re.IGNORECASE)
SEEN = frozenset(("", "text", "number", "search", "tel", "email", "url", "date"))
"""Kinds of fields whose value stands in the page for whoever looks at it."""


def _typed(attrs: Mapping[str, str | None]) -> str:
    """What stands in a field that is typed into; nothing of buttons, ticks and what is hidden."""
    return (attrs.get("value") or "") if (attrs.get("type") or "").lower() in SEEN else ""


def _typed_in(tag: re.Match[str]) -> str:
    """The same of the text of the tag, for who counts."""
    found = _Attributes()
    found.feed(tag[0])
    return html.escape(_typed(found.own))


class _Attributes(HTMLParser):
    """The attributes of one tag."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.own: Mapping[str, str | None] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.own = dict(attrs)


def count_cells_of_page(raw: bytes) -> int:
    """Cells of a page with anything in them, by one search; tables inside cells are not told apart. What a
    program or a remark in the page holds is none."""
    text = _UNSHOWN.sub("", _finished(text_of(raw)))
    if "<input" in text.lower():
        text = _INPUT.sub(_typed_in, text)
    return sum(
        bool(html.unescape(TAG.sub("", found[1])).strip(BLANK)) for found in _CELL.finditer(text)
    )
