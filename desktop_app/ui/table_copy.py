"""Rows as a table for other programs: cells between tabs for a text, HTML for a spreadsheet or a mail.

A spreadsheet takes the HTML. There every cell says what it is: an amount or a day is a number that can
be summed and sorted and looks as it did here; all else is a text, or 000000000010004711 would become
10004711 and 3-4 a day in April.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QMimeData, QStringListModel

if TYPE_CHECKING:
    from desktop_app.ui.table_data import Column, Rows, TableData

MOST_IN_HTML = 20_000
"""More would take a spreadsheet a minute to read; it gets the text then, and guesses."""
NEW_TABLE = '<table border="1" cellspacing="0" cellpadding="3">'
EXCEL = "urn:schemas-microsoft-com:office:excel"
"""The namespace in which Excel looks for the number behind the words of a cell."""
FIRST_OF_EXCEL = 693_594
"""Excel and LibreOffice count days from 30 December 1899; Python from the first of year 1."""
SHIELD = "'"
"""Keeps a text from being reckoned where cells are only words between tabs."""
TEXT = 'sdnum="1033;0;@" style=\'mso-number-format:"\\@"\''
"""What LibreOffice, and Excel, read as: a text, whatever it looks like."""
_NUMBER = re.compile(r"\d(?:[\d.,'’\s]*\d)?")

Written = Callable[["Column", int], str]


def texts_of(
    data: "TableData", numbers: "Rows", columns: Sequence[int], head: Callable[[int], str] = str
) -> Iterator[tuple[str, ...]]:
    """Titles, then one tuple of words per row.

    ``numbers``: row numbers, those of headings among them, which ``head`` says in words.
    """
    yield tuple(data.columns[at].title for at in columns)
    headings = (lambda row: one_line(head(row))), ""
    yield from _rows(data, numbers, columns, _words, headings)


def as_text(cells: Iterable[tuple[str, ...]]) -> str:
    """One line per row, tabs between cells."""
    lines = ["\t".join(row) for row in cells]
    return "\n".join(lines) + "\n" if lines else ""


def as_html(
    data: "TableData", numbers: "Rows", columns: Sequence[int], head: Callable[[int], str] = str
) -> str:
    """The same rows as a table whose cells say whether they are a text, an amount or a day."""
    titles = "".join(f"<th>{escape(data.columns[at].title)}</th>" for at in columns)
    lines = [f"<tr>{titles}</tr>"]
    headings = (lambda row: _text_cell(head(row))), _text_cell("")
    rows = _rows(data, numbers, columns, _cell, headings)
    lines += [f"<tr>{''.join(cells)}</tr>" for cells in rows]
    return f'<html xmlns:x="{EXCEL}">{NEW_TABLE}{"".join(lines)}</table></html>'


def as_mime(text: str, html: str) -> QMimeData:
    """Both forms at once; whoever takes it picks its own.

    Made by a model of Qt's: the clipboard may outlive Python, and an object that Python made would
    then end the program with a crash.
    """
    model = QStringListModel([""])
    copied = model.mimeData([model.index(0)])
    for form in copied.formats():
        copied.removeFormat(form)
    copied.setText(text)
    if html:
        copied.setHtml(html)
    return copied


def one_line(words: str) -> str:
    """Tabs and line ends would start new cells in a spreadsheet; a leading sign would start a
    formula."""
    flat = " ".join(words.split())
    return f"{SHIELD}{flat}" if flat[:1] in ("=", "+", "-", "@") else flat


def _rows(
    data: "TableData",
    numbers: "Rows",
    columns: Sequence[int],
    written: Written,
    headings: tuple[Callable[[int], str], str],
) -> Iterator[tuple[str, ...]]:
    """One tuple per row, each distinct word written once; ``headings``: the first cell of one, and the
    others."""
    parts, (head, beside) = numbers >= 0, headings
    said = []
    for place, at in enumerate(columns):
        shown = data.columns[at]
        codes = shown.of[np.where(parts, numbers, 0)]
        made = {code: written(shown, code) for code in np.unique(codes[parts]).tolist()}
        words = [made.get(code, beside) for code in codes.tolist()]
        for row in np.flatnonzero(~parts).tolist():
            words[row] = beside if place else head(int(numbers[row]))
        said.append(words)
    for cells in zip(*said, strict=True):  # noqa: UP028 - that lets no other thread run until its end
        yield cells


def _words(column: "Column", code: int) -> str:
    return one_line(column.words[code])


def _text_cell(words: str) -> str:
    return f"<td {TEXT}>{escape(' '.join(words.split()))}</td>"


def _cell(column: "Column", code: int) -> str:
    """One cell: its number and how that is to look, where there is one behind its words."""
    amount = None if column.amounts is None else column.amounts[code]
    words = column.words[code]
    if amount is None or not words:
        return _text_cell(words)
    if column.is_day:
        _day, sign, width = words.partition("±")
        width = f" {sign}{width}" if sign else ""
        return _number_cell(words, str(int(amount) - FIRST_OF_EXCEL), "yyyy-mm-dd", "", width)
    found = _NUMBER.search(words)
    form = None if found is None else _form(found[0], amount)
    if found is None or form is None or any(sign.isdigit() for sign in words[found.end() :]):
        return _text_cell(words)
    around = words[: found.start()], words[found.end() :]
    return _number_cell(words, f"{amount:.15g}", form, *around)


def _form(said: str, amount: float) -> str | None:
    """How a number is to look so that it reads as it is said; None where another number is said, as in
    "1.2 million"."""
    digits = "".join(sign for sign in said if sign.isdecimal())
    for places, form in ((0, "#,##0"), (2, "#,##0.00")):
        if digits == f"{amount:.{places}f}".replace(".", ""):
            return form
    return None


def _number_cell(words: str, number: str, form: str, before: str, behind: str) -> str:
    """A number for Excel, with the words round it as part of its form. LibreOffice forgets such forms
    and would show a bare number: it is told of a number only where there are no words."""
    excel = f"{_literal(before)}{form}{_literal(behind)}"
    is_bare = form[0] == "#" and not (before or behind)
    libre = f'sdval="{number}" sdnum="1033;0;{form}"' if is_bare else 'sdnum="1033;0;@"'
    style = f"style='mso-number-format:\"{escape(excel)}\"'"
    return f'<td align="right" {libre} x:num="{number}" {style}>{escape(words)}</td>'


def _literal(words: str) -> str:
    """Words inside a number format: a backslash before each letter, itself after one, because the
    format is a string of a style sheet."""
    return "".join(f"\\\\{sign}" for sign in words if sign not in "\"'\\")
