"""The Excel twin of the reports: every table in full, with the same row ids, ready to be filtered.

Text of a file is written as text and stays it: nothing that begins like a formula becomes one.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, count, islice
from math import ceil, isfinite
from pathlib import Path
from typing import Any
from unicodedata import east_asian_width

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.assessment import Assessment
from desktop_app.report.settings import load_settings
from desktop_app.report.sheet_rows import Rows, is_like_formula, plain, put_together
from desktop_app.report.sheets.answer import answer_lines
from desktop_app.report.sheets.law import law_sheet
from desktop_app.report.sheets.notes import files_sheet, issues_sheet, notes_sheet
from desktop_app.report.sheets.parts import parts_sheet
from desktop_app.report.sheets.table import Format, Sheet, Value
from desktop_app.report.sheets.work import measures_sheet, questions_sheet
from desktop_app.report.target import write_whole
from desktop_app.report.view import Scope, View

NUMBER_FORMATS: dict[Format, str] = {
    "count": "#,##0",
    "number": "#,##0.0",
    "percent": "0%",
    "money": "#,##0.00",
    "day": "yyyy-mm-dd",
}
ANSWER_TITLES, ANSWER_WORDS = 34.0, 110.0
"""Widths of the two columns of the first sheet, in characters."""
LINE, MOST_LINES = 15.0, 27
"""Points of a line, and lines of the highest row Excel accepts."""
BOLD, FILTER = 1.15, 3.0
"""Bold letters are so much wider; characters that the arrow of a filter takes."""
A4 = "9"
"""Paper by its number in ECMA-376, pageSetup."""
PAGE = 200.0
"""Characters that can be read side by side on a page that lies across. Own judgement."""
MOST_ROWS = 1_048_575
"""Rows of a sheet below its heading (Microsoft, Excel specifications and limits)."""
LONGEST_NAME = 31
"""Characters Excel accepts in the name of a sheet."""
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")


MAKERS = (
    parts_sheet, measures_sheet, questions_sheet, law_sheet, files_sheet, issues_sheet, notes_sheet,
)  # fmt: skip
"""The tables in the order in which a reader wants them."""


def write_workbook(assessment: Assessment, target: Path, catalogue: Catalogue) -> None:
    """Writes all results as xlsx.

    Raises CodedError (E_TARGET, E_NO_PERMISSION, E_DISK_FULL, E_LOCKED_BY); an older file of that
    name then stays as it was.
    """
    view = View(assessment, catalogue, load_settings(), Scope("audit"))
    made = [make(view) for make in MAKERS]
    write_whole(target, lambda place: write_sheets(place, answer_lines(view), made, catalogue))


def write_sheets(
    place: Path, lines: Sequence[tuple[str, Value]], made: Iterable[Sheet], catalogue: Catalogue
) -> None:
    """A workbook with a first sheet of lines and one table per further sheet."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    book.properties.creator = "Lodestone"
    book.properties.language = catalogue.locale.replace("_", "-")
    pen = Pen(book.create_sheet(sheet_name(catalogue.text("Answer"))))
    pen.sheet.column_dimensions["A"].width = ANSWER_TITLES
    pen.sheet.column_dimensions["B"].width = ANSWER_WORDS
    to_print(pen.sheet, ANSWER_TITLES + ANSWER_WORDS)
    for at, (title, value) in enumerate(lines, start=1):
        pen.sheet.row_dimensions[at].height = height_of([(str(value), ANSWER_WORDS)])
        pen.sheet.append(
            [pen.cell(title, "text", bold=True, wrap=True), pen.cell(value, "text", wrap=True)]
        )
    below: list[tuple[Any, Rows]] = []
    try:
        for sheet in (part for whole in made for part in _in_parts(whole)):
            pen = Pen(book.create_sheet(sheet_name(sheet.title)))
            rows = Rows([column.form for column in sheet.columns], pen.style_id)
            below.append((pen.sheet, rows))
            write_table(pen, sheet, rows)
        put_together(book, below, place)
    finally:
        for _, rows in below:
            rows.close()


def _in_parts(sheet: Sheet) -> Iterator[Sheet]:
    """The sheet; what has more rows than a sheet can hold goes on in another one of the same columns.

    The rows of one are taken when it is written, before the next is asked for.
    """
    rows, number = iter(sheet.rows), 1
    yield replace(sheet, rows=islice(rows, MOST_ROWS))
    for first in rows:
        number += 1
        begun = sheet_name(sheet.title)[: LONGEST_NAME - len(f" {number}")]
        yield replace(
            sheet, id=f"{sheet.id}_{number}", title=f"{begun} {number}",
            rows=chain([first], islice(rows, MOST_ROWS - 1)),
        )  # fmt: skip


def write_table(pen: "Pen", sheet: Sheet, rows: Rows) -> None:
    """Head, rows, filter, frozen panes and the table around them."""
    from openpyxl.utils import get_column_letter

    titles = list(distinct(column.title for column in sheet.columns))
    widths = [
        max(column.width, _longest_word(title))
        for column, title in zip(sheet.columns, titles, strict=True)
    ]
    for at, width in enumerate(widths, start=1):
        pen.sheet.column_dimensions[get_column_letter(at)].width = width
    pen.sheet.freeze_panes = f"{get_column_letter(sheet.frozen + 1)}2"
    pen.sheet.print_title_rows = "1:1"
    if to_print(pen.sheet, sum(widths)) > 1:
        pen.sheet.print_title_cols = f"A:{get_column_letter(sheet.frozen)}"
    pen.sheet.row_dimensions[1].height = height_of(zip(titles, widths, strict=True))
    pen.sheet.append([pen.cell(title, "text", bold=True, wrap=True) for title in titles])
    if rows.add(sheet.rows):
        pen.sheet.tables.add(_table(sheet.id, titles, rows.written))


def height_of(cells: Iterable[tuple[str, float]]) -> float:
    """Points of a row whose cells wrap, from (text, width in characters): not every program reckons
    it when it opens a file. A full-width character counts twice."""
    lines = 1
    for text, width in cells:
        room = max(1.0, width - FILTER)
        lines = max(
            lines, sum(max(1, ceil(_wide(line) * BOLD / room)) for line in text.split("\n"))
        )
    return min(MOST_LINES, lines) * LINE


def _longest_word(title: str) -> float:
    """Width in characters at which no word of a heading is broken; where no blanks are written any may."""
    spaced = (len(word) for word in title.split() if _wide(word) == len(word))
    return ceil(max(spaced, default=0) * BOLD + FILTER)


def _wide(text: str) -> int:
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)


def to_print(sheet: Any, width: float) -> int:
    """Across, on A4, as many pages beside one another as can be read: how many. ``width`` in
    characters."""
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", A4
    sheet.page_setup.fitToWidth = max(1, ceil(width / PAGE))
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    return int(sheet.page_setup.fitToWidth)


def distinct(titles: Iterable[str]) -> Iterator[str]:
    """Titles of a table must differ in more than their case: a second one of the same words gets a
    number, the first that is free."""
    seen: set[str] = set()
    for title in titles:
        numbered = (f"{title} {number}" for number in count(2))
        free = next(one for one in chain([title], numbered) if one.casefold() not in seen)
        seen.add(free.casefold())
        yield free


def _table(name: str, titles: Sequence[str], rows: int) -> Any:
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.filters import AutoFilter
    from openpyxl.worksheet.table import Table, TableColumn, TableStyleInfo

    ref = f"A1:{get_column_letter(len(titles))}{rows + 1}"
    columns = [TableColumn(id=at, name=title) for at, title in enumerate(titles, start=1)]
    return Table(
        displayName=f"lodestone_{name}",
        ref=ref,
        tableColumns=columns,
        autoFilter=AutoFilter(ref=ref),
        tableStyleInfo=TableStyleInfo(name="TableStyleLight1", showRowStripes=True),
    )


def sheet_name(title: str) -> str:
    """A title as Excel accepts it for a sheet: 31 characters, none of ``[]:*?/\\``; whole words where
    that leaves half of them."""
    name = _NOT_IN_NAMES.sub(" ", title)
    if len(name) <= LONGEST_NAME:
        return name
    cut = name[: LONGEST_NAME + 1].rpartition(" ")[0].rstrip()
    return cut if 2 * len(cut) > LONGEST_NAME else name[:LONGEST_NAME]


class Pen:
    """Makes the cells of one sheet. A style is made once, on a cell that is never written."""

    def __init__(self, sheet: Any) -> None:
        self.sheet = sheet
        self._styles: dict[tuple[Format, bool, bool, bool], Any] = {}

    def cell(self, value: Value, form: Format, *, bold: bool = False, wrap: bool = False) -> Any:
        """A cell for one value; text is text whatever it begins with. None for nothing."""
        from openpyxl.cell import WriteOnlyCell

        if value is None or value == "" or (isinstance(value, float) and not isfinite(value)):
            return None
        is_text = isinstance(value, str)
        content: Any = plain(value) if isinstance(value, str) else value
        cell: Any = WriteOnlyCell(self.sheet, content)
        if is_text:
            cell.data_type = "s"
        like_formula = isinstance(value, str) and is_like_formula(value)
        if bold or wrap or like_formula or (form in NUMBER_FORMATS and not is_text):
            cell._style = self._style((form, bold, wrap, like_formula))
        return cell

    def style_id(self, form: Format, quoted: bool) -> int:
        """The number of the style of a figure, or of a text that is marked as no formula."""
        from openpyxl.cell import WriteOnlyCell

        if form not in NUMBER_FORMATS and not quoted:
            return 0
        pattern: Any = WriteOnlyCell(self.sheet)
        pattern._style = self._style((form, False, False, quoted))
        return int(pattern.style_id)

    def _style(self, key: tuple[Format, bool, bool, bool]) -> Any:
        from openpyxl.cell import WriteOnlyCell
        from openpyxl.styles import Alignment, Font

        if key not in self._styles:
            form, bold, wrap, quoted = key
            pattern: Any = WriteOnlyCell(self.sheet)
            if form in NUMBER_FORMATS:
                pattern.number_format = NUMBER_FORMATS[form]
            if bold:
                pattern.font = Font(bold=True)
            if wrap:
                pattern.alignment = Alignment(wrap_text=True, vertical="top", horizontal="left")
            if quoted:
                pattern.quotePrefix = True
            self._styles[key] = pattern._style
        return self._styles[key]
