"""Rows as a table for other programs: cells between tabs for a spreadsheet, HTML for a mail."""

from collections.abc import Iterator, Sequence
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData

if TYPE_CHECKING:
    from desktop_app.ui.table_model import TableModel

MOST_IN_HTML = 5_000
"""A mail of more rows would not be read; a spreadsheet takes the other form anyway."""


def cells_of(
    model: "TableModel", rows: Sequence[int], columns: Sequence[int]
) -> Iterator[tuple[str, ...]]:
    """Headings, then one tuple of words per row."""
    if model.data_shown is None:
        return
    yield tuple(model.data_shown.columns[at].title for at in columns)
    yield from zip(*(model.texts_of(rows, at, one_line) for at in columns), strict=True)


def as_text(cells: Iterator[tuple[str, ...]]) -> str:
    """One line per row, tabs between cells."""
    lines = ["\t".join(row) for row in cells]
    return "\n".join(lines) + "\n" if lines else ""


def as_mime(model: "TableModel", rows: Sequence[int], columns: Sequence[int]) -> QMimeData:
    """Both forms at once; whoever takes it picks its own."""
    copied = QMimeData()
    copied.setText(as_text(cells_of(model, rows, columns)))
    if len(rows) <= MOST_IN_HTML:
        copied.setHtml(_as_html(cells_of(model, rows, columns)))
    return copied


def _as_html(cells: Iterator[tuple[str, ...]]) -> str:
    """The apostrophe that keeps a spreadsheet from reckoning is not needed here."""
    lines = [
        "<tr>" + "".join(f"<{tag}>{escape(word.removeprefix(SHIELD))}</{tag}>" for word in row)
        + "</tr>"
        for tag, row in zip(_tags(), cells, strict=False)
    ]  # fmt: skip
    return f'<table border="1" cellspacing="0" cellpadding="3">{"".join(lines)}</table>'


def _tags() -> Iterator[str]:
    yield "th"
    while True:
        yield "td"


SHIELD = "'"


def one_line(words: str) -> str:
    """Tabs and line ends would start new cells in a spreadsheet; a leading sign would start a
    formula."""
    flat = " ".join(words.split())
    return f"{SHIELD}{flat}" if flat[:1] in ("=", "+", "-", "@") else flat
