"""The rows of a sheet as they stand in the package of a workbook: made as text, a row at a time.

The library makes an object of each cell and an element of it: a list of 100,000 parts, with its moves four
million cells, took it a minute. It still makes the workbook, its heads, styles and tables; the rows below
the heads are put into its sheets. Every text is text by its kind, whatever it begins with.
"""

import io
import re
import zipfile
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cache, lru_cache
from math import isfinite
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from desktop_app.report.sheets.table import Format, Value

if TYPE_CHECKING:
    from pathlib import Path

LONGEST_TEXT = 32_767
"""Characters Excel accepts in a cell, as UTF-16 counts them: an emoji is two."""
END = b"</sheetData>"
AT_ONCE = 1 << 20
_CUT = " [...]"
_FORMULA_LIKE = re.compile(r"\s*['=+\-@＝＋－＠\t\r]")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""Begins what the format itself reads as one character (ECMA-376, ST_Xstring): BOARD_x0031_ is no
BOARD1."""


def plain(text: str) -> str:
    """Text as a cell can hold it: what XML forbids is written out, what is too long is cut."""
    shown = _NOT_XML.sub(lambda found: f"[U+{ord(found[0]):04X}]", text)
    shown = _ESCAPE.sub("_x005F_", shown)
    if 2 * len(shown) > LONGEST_TEXT:
        units = shown.encode("utf-16-le")
        if len(units) > 2 * LONGEST_TEXT:
            kept = units[: 2 * (LONGEST_TEXT - len(_CUT))]
            return kept.decode("utf-16-le", "ignore") + _CUT  # half a pair is dropped
    return shown


def is_like_formula(text: str) -> bool:
    """Whether a spreadsheet would read the text as a formula if it were typed."""
    return _FORMULA_LIKE.match(text) is not None


class Rows:
    """The rows of one sheet below its head, kept on the disk until they are put into the package.

    ``style``: the number of the style for a form, quoted or not. :meth:`close` takes them away.
    """

    def __init__(self, forms: Sequence[Format], style: Callable[[Format, bool], int]) -> None:
        from openpyxl.utils import get_column_letter

        self.columns = [(get_column_letter(at), form) for at, form in enumerate(forms, start=1)]
        self.style = cache(style)
        self.stream = TemporaryFile(prefix="lodestone-")  # noqa: SIM115 - lives until it is copied
        self.written = 0

    def add(self, rows: Iterable[Sequence[Value]]) -> int:
        """Writes rows below those there are; how many there are now."""
        for row in rows:
            number = self.written + 2
            cells = [
                self._cell(f"{letter}{number}", value, form)
                for (letter, form), value in zip(self.columns, row, strict=True)
                if value is not None and value != ""
            ]
            self.stream.write(f'<row r="{number}">{"".join(cells)}</row>'.encode())
            self.written += 1
        return self.written

    def _cell(self, place: str, value: Value, form: Format) -> str:
        if isinstance(value, str):
            said, is_quoted = _said(value)
            style = f' s="{self.style(form, True)}"' if is_quoted else ""
            return f'<c r="{place}"{style} t="inlineStr">{said}</c>'
        figure = _figure(value)
        return f'<c r="{place}" s="{self.style(form, False)}"><v>{figure}</v></c>' if figure else ""

    def copy_to(self, entry: Any) -> None:
        """Writes them into a part of a package."""
        self.stream.seek(0)
        while block := self.stream.read(AT_ONCE):
            entry.write(block)

    def close(self) -> None:
        """Nothing of them stays on the disk."""
        self.stream.close()


@lru_cache(maxsize=16_384)
def _said(text: str) -> tuple[str, bool]:
    """A text as an element, and whether it must be marked as no formula. Words repeat from row to row."""
    shown = plain(text)
    space = ' xml:space="preserve"' if shown != shown.strip() else ""
    said = escape(shown, {"\r": "&#13;"})
    return f"<is><t{space}>{said}</t></is>", is_like_formula(text)


def _figure(value: float | date | None) -> str:
    """A number or a day as a sheet holds it; nothing where it is none."""
    if isinstance(value, date):
        return _day(value)
    if isinstance(value, float):
        return f"{value:.16g}" if isfinite(value) else ""  # as many digits as Excel tells apart
    return "" if value is None else str(int(value))  # yes is 1: a word is no number


@lru_cache(maxsize=4_096)
def _day(value: date) -> str:
    from openpyxl.utils import datetime

    counted: Any = datetime
    return str(counted.to_excel(value))


def put_together(book: Any, rows: Iterable[tuple[Any, Rows]], place: "Path") -> None:
    """Saves a workbook with rows below the heads of its sheets; pairs of (sheet, rows)."""
    small = io.BytesIO()
    book.save(small)
    by_part = {sheet.path.lstrip("/"): below for sheet, below in rows}
    with (
        zipfile.ZipFile(small) as made,
        zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as whole,
    ):
        for info in made.infolist():
            with whole.open(info.filename, "w", force_zip64=True) as entry:
                above, end, below = made.read(info).rpartition(END)
                if end and info.filename in by_part:
                    entry.write(above)
                    by_part[info.filename].copy_to(entry)
                    entry.write(end)
                else:
                    entry.write(above + end)
                entry.write(below)
