"""Tables of web pages and web archives, as ERP systems export them under the name of a workbook."""

import email
import html
import re
from contextlib import suppress
from dataclasses import dataclass, field
from html.parser import HTMLParser

from desktop_app.intake.refusal import Refused
from desktop_app.intake.text_tables import BLANK, MOST_MERGED, TAG, Merged, Rows, decode

WIDEST_SPAN, LONGEST_SPAN = 200, 2_000
"""Columns and rows that one cell may cover; more is a slip or an attack."""
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

    def put(self, text: str, across: int, down: int) -> int:
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
    """Collects the outermost tables; nested tables are text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[_Table] = []
        self.depth = 0
        self.cell: list[str] | None = None
        self.across = self.down = 1
        self.skipping = self.covered = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "style"):
            self.skipping += 1
        elif tag == "table":
            self.depth += 1
            if self.depth == 1:
                self.tables.append(_Table())
        elif self.depth == 1 and tag == "tr":
            self._end_cell()
            self.tables[-1].rows.append([])
        elif self.depth == 1 and tag in ("td", "th") and self.tables[-1].rows:
            self._end_cell()
            self.cell = []
            said = dict(attrs)
            self.across = _span(said.get("colspan"), WIDEST_SPAN)
            self.down = _span(said.get("rowspan"), LONGEST_SPAN)
        elif tag == "br" and self.cell is not None:
            self.cell.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style"):
            self.skipping = max(0, self.skipping - 1)
        elif tag == "table":
            if self.depth == 1:
                self._end_cell()
            self.depth = max(0, self.depth - 1)
        elif self.depth == 1 and tag in ("td", "th", "tr"):
            self._end_cell()

    def handle_data(self, data: str) -> None:
        if self.cell is not None and not self.skipping:
            self.cell.append(data)

    def _end_cell(self) -> None:
        if self.cell is not None:
            words = " ".join("".join(self.cell).split())
            self.cell = None
            self.covered += self.tables[-1].put(words, self.across, self.down)
            if self.covered > MOST_COVERED:
                raise Refused("E_TOO_LARGE", "cells that cover others")


def _span(said: str | None, most: int) -> int:
    return max(1, min(int(said), most)) if said and said.isdecimal() and len(said) < 9 else 1


def read_page(raw: bytes) -> Page:
    """The tables of a page below one another. Refused E_NOT_SPREADSHEET where it has none."""
    declared = re.search(rb"charset=[\"']?([\w-]+)", raw[:4000])
    text, encoding, _ = decode(raw)
    if declared and encoding == "cp1252":
        with suppress(LookupError):
            text = raw.decode(declared[1].decode("ascii"), "replace")
    parser = _TableParser()
    parser.feed(text)
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


def count_cells_of_page(raw: bytes) -> int:
    """Cells of a page with anything in them, by one search; tables inside cells are not told apart."""
    text = decode(raw)[0]
    return sum(
        bool(html.unescape(TAG.sub("", found[1])).strip(BLANK)) for found in _CELL.finditer(text)
    )
