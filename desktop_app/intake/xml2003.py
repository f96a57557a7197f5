"""Workbooks of Excel 2003 XML, one file of XML. Runs in the reader child only."""

import html
import html.entities
import re
from contextlib import suppress
from datetime import datetime
from typing import Any
from xml.etree import ElementTree

from desktop_app.intake.ooxml import MOST_NOTED, SheetNotes
from desktop_app.intake.raw_sheets import RawSheet
from desktop_app.intake.refusal import Refused
from desktop_app.intake.text_tables import BLANK, MOST_COLUMNS, MOST_MERGED, TAG, holds_doctype

SS = "{urn:schemas-microsoft-com:office:spreadsheet}"
OPTIONS = "{urn:schemas-microsoft-com:office:excel}"
MOST_ROWS = 1_048_576
WIDEST_SPAN = 200
_DECLARED = re.compile(rb"^\s*<\?xml[^>]*?encoding\s*=\s*[\"']([\w.-]+)[\"'][^>]*\?>")


def read(raw: bytes) -> list[RawSheet]:
    """Each sheet with what is hidden or an error in it. Refused E_XML_DTD, E_CORRUPT."""
    raw = raw if b"\0" in raw[:4] else raw.lstrip(b" \t\r\n")  # a script printed a blank line first
    if holds_doctype(raw):
        raise Refused("E_XML_DTD")
    counts = iter(count_cells(raw))
    return [_sheet(sheet, next(counts, None)) for sheet in _root(raw).iter(f"{SS}Worksheet")]


def _root(raw: bytes) -> ElementTree.Element:
    try:
        try:
            return ElementTree.fromstring(raw)  # noqa: S314 - no DTD: looked for before
        except ElementTree.ParseError:
            plain = _with_signs(raw)
            if plain == raw:
                raise
            return ElementTree.fromstring(plain)  # noqa: S314
        except (
            ValueError,
            LookupError,
        ):  # an encoding of several bytes that the parser does not know
            declared = _DECLARED.match(raw)
            if declared is None:
                raise
            text = raw[declared.end() :].decode(declared[1].decode("ascii"))
            return ElementTree.fromstring(text.encode())  # noqa: S314
    except (ElementTree.ParseError, ValueError, LookupError) as broken:
        raise Refused("E_CORRUPT", str(broken)) from broken


_BARE_SIGN = re.compile(
    rb"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9A-Fa-f]{1,6});)(?:([A-Za-z]{2,31}\d{0,2});)?"
)
"""An & that begins no reference that XML knows: R&D, and the names of HTML such as &nbsp;."""


def _with_signs(raw: bytes) -> bytes:
    """The XML of a script that wrote its texts as they were: bare & and names of HTML as XML has them."""

    def sign(found: re.Match[bytes]) -> bytes:
        named = html.entities.html5.get(f"{found[1].decode('ascii')};") if found[1] else None
        if named is None:
            return b"&amp;" + found[0][1:]
        return "".join(f"&#{ord(letter)};" for letter in named).encode("ascii")

    return _BARE_SIGN.sub(sign, raw)


def count_cells(raw: bytes) -> list[int]:
    """Filled cells of each sheet, by one search; those that hold an error are told by themselves."""
    sheets = re.split(rb"<(?:\w+:)?Worksheet\b", raw)[1:]
    data = re.compile(rb"<(?:\w+:)?Data\b([^>]*[^/>])>(.*?)</(?:\w+:)?Data>", re.DOTALL)
    return [
        sum(
            bool(html.unescape(TAG.sub("", found[2].decode("utf-8", "replace"))).strip(BLANK))
            for found in data.finditer(sheet)
            if b'"Error"' not in found[1]
        )
        for sheet in sheets
    ]


def _sheet(sheet: ElementTree.Element, filled: int | None) -> RawSheet:
    visible = sheet.find(f"{OPTIONS}WorksheetOptions/{OPTIONS}Visible")
    notes = SheetNotes(visible is not None and visible.text != "SheetVisible", filled=filled)
    rows: list[list[Any]] = []
    merged: list[tuple[int, int, int, int]] = []
    _note_columns(sheet, notes)
    for row in sheet.iter(f"{SS}Row"):
        _skip_to(rows, row.get(f"{SS}Index"), MOST_ROWS)
        if row.get(f"{SS}Hidden") == "1" and len(notes.hidden_rows) < MOST_NOTED:
            notes.hidden_rows.append(len(rows) + 1)
        rows.append(_cells(row, len(rows) + 1, notes, merged))
    _end_at_the_last_filled(rows)
    last = len(rows)
    merged = [(top, left, min(bottom, last), right) for top, left, bottom, right in merged]
    return RawSheet(sheet.get(f"{SS}Name", ""), rows, notes=notes, merged=merged)


def _note_columns(sheet: ElementTree.Element, notes: SheetNotes) -> None:
    at = 0
    for column in sheet.iter(f"{SS}Column"):
        index, span = column.get(f"{SS}Index", ""), column.get(f"{SS}Span", "0")
        at = min(int(index[:6]), MOST_COLUMNS) if index.isdecimal() else at + 1
        width = min(int(span[:6]), WIDEST_SPAN) if span.isdecimal() else 0
        if column.get(f"{SS}Hidden") == "1":
            notes.hidden_columns += range(at, at + width + 1)
        at += width


def _cells(
    row: ElementTree.Element,
    number: int,
    notes: SheetNotes,
    merged: list[tuple[int, int, int, int]],
) -> list[Any]:
    cells: list[Any] = []
    for cell in row.iter(f"{SS}Cell"):
        _skip_to(cells, cell.get(f"{SS}Index"), MOST_COLUMNS)
        data = cell.find(f"{SS}Data")
        if data is not None and data.get(f"{SS}Type") == "Error":
            text = "".join(data.itertext())
            notes.errors.append((number, len(cells) + 1, text or "#?"))
            cells.append("")
        else:
            is_empty = data is None or not "".join(data.itertext()).strip()
            if (
                is_empty
                and cell.get(f"{SS}Formula")
                and not (data is not None and data.get(f"{SS}Type") == "String")
            ):
                notes.uncalculated.append((number, len(cells) + 1))
            cells.append("" if data is None else _value(data))
        down, at = cell.get(f"{SS}MergeDown", "0"), len(cells)
        if down.isdecimal() and int(down[:8]) > 0 and len(merged) < MOST_MERGED:
            merged.append((number, at, number + int(down[:8]), at))
        across = cell.get(f"{SS}MergeAcross", "0")
        cells += [""] * (min(int(across), WIDEST_SPAN) if across.isdecimal() else 0)
    _end_at_the_last_filled(cells)
    return cells


def _end_at_the_last_filled(line: list[Any]) -> None:
    """Programs write the far end of a sheet too where it has nothing but a format."""
    while line and not line[-1] and line[-1] != 0:
        line.pop()


def _skip_to(line: list[Any], index: str | None, limit: int) -> None:
    if index is not None and index.isdigit():
        missing = min(int(index), limit) - 1 - len(line)
        line += [[] if limit > MOST_COLUMNS else ""] * max(0, missing)


def _value(data: ElementTree.Element) -> Any:
    text = "".join(data.itertext())
    kind = data.get(f"{SS}Type")
    with suppress(ValueError):
        if kind == "Number":
            return float(text)
        if kind == "DateTime":
            return datetime.fromisoformat(text)
        if kind == "Boolean":
            return bool(int(text))
    return text
