"""Rows as a table for other programs: cells between tabs for a spreadsheet, HTML for a mail."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QMimeData, QStringListModel

if TYPE_CHECKING:
    from desktop_app.ui.table_data import Rows, TableData

MOST_IN_HTML = 5_000
"""A mail of more rows would not be read; a spreadsheet takes the other form anyway."""


def cells_of(
    data: "TableData", numbers: "Rows", columns: Sequence[int], head: Callable[[int], str] = str
) -> Iterator[tuple[str, ...]]:
    """Titles, then one tuple of words per row; each distinct word is written once.

    ``numbers``: row numbers, those of headings among them, which ``head`` says in words.
    """
    yield tuple(data.columns[at].title for at in columns)
    parts = numbers >= 0
    said = []
    for place, at in enumerate(columns):
        shown = data.columns[at]
        codes = shown.of[np.where(parts, numbers, 0)]
        written = {code: one_line(shown.words[code]) for code in np.unique(codes).tolist()}
        words = [written[code] for code in codes.tolist()]
        for row in np.flatnonzero(~parts).tolist():
            words[row] = "" if place else one_line(head(int(numbers[row])))
        said.append(words)
    for cells in zip(*said, strict=True):  # noqa: UP028 - that lets no other thread run until its end
        yield cells


def as_text(cells: Iterable[tuple[str, ...]]) -> str:
    """One line per row, tabs between cells."""
    lines = ["\t".join(row) for row in cells]
    return "\n".join(lines) + "\n" if lines else ""


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


def as_html(cells: Iterable[tuple[str, ...]]) -> str:
    """The apostrophe that keeps a spreadsheet from reckoning is not needed here: every cell says that
    it is text, or 000000000010004711 would become 10004711 and 3-4 a day in April."""
    lines = [
        "<tr>"
        + "".join(f"<{tag}>{escape(word.removeprefix(SHIELD))}</{tag[:2]}>" for word in row)
        + "</tr>"
        for tag, row in zip(_tags(), cells, strict=False)
    ]
    return f'<table border="1" cellspacing="0" cellpadding="3">{"".join(lines)}</table>'


def _tags() -> Iterator[str]:
    yield "th"
    while True:
        yield f"td {TEXT}"


SHIELD = "'"
TEXT = 'sdnum="1033;0;@" style=\'mso-number-format:"\\@"\''
"""What LibreOffice, and Excel, read as: a text, whatever it looks like."""


def one_line(words: str) -> str:
    """Tabs and line ends would start new cells in a spreadsheet; a leading sign would start a
    formula."""
    flat = " ".join(words.split())
    return f"{SHIELD}{flat}" if flat[:1] in ("=", "+", "-", "@") else flat
