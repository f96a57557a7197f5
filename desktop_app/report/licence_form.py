"""The parts of the licence papers that are filled in, as a workbook: English, Chinese, the entry.

The same entries as on paper: only what was declared stands there, what is to be written is left empty.
"""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.assessment import Assessment
from desktop_app.report.blocks import Cell, Section, Table
from desktop_app.report.sections.licence_papers import (
    certificate,
    checklist,
    introduction,
    technical,
)
from desktop_app.report.sections.licence_schedule import schedule
from desktop_app.report.settings import load_settings
from desktop_app.report.spreadsheet import Pen, height_of, sheet_name, to_print
from desktop_app.report.target import write_whole
from desktop_app.report.view import Scope, View

OURS = "on_file"
"""The table of what is recorded: to be read at home, and nothing to fill in."""
INSIDE = frozenset({"schedule"})
"""Sheets of our own judgement and days, which are taken out before the workbook is handed on."""
LOWEST, EDGE = 30.0, "B9BCC2"
"""Points of the lowest row, to write in by hand, and the colour of its edges."""
SECTIONS = (certificate, introduction, technical, checklist, schedule)
WIDTHS = (44, 34, 46, 46)
"""Characters across: the field in English, the same in Chinese or a remark, what is entered."""
PLAN_WIDTHS = (44, 22, 26, 26, 46, 22)
"""The same of the plan, whose steps have no second line: days, begin, end, what they rest on, entry."""


def write_licence_form(
    assessment: Assessment,
    target: Path,
    catalogue: Catalogue,
    part: int | None,
    supplier: str | None = None,
) -> None:
    """Writes the fields of the papers for one part, or for all of a supplier that need a licence, as
    xlsx.

    Raises CodedError: E_NOT_FOUND where the part is not there, E_TARGET and the like where the file
    cannot be written; an older one then stays as it was.
    """
    view = View(assessment, catalogue, load_settings(), Scope("licence", part, supplier))
    sections = [make(view) for make in SECTIONS]
    write_whole(target, lambda place: _write(place, sections, catalogue))


def _write(place: Path, sections: list[Section], catalogue: Catalogue) -> None:
    from openpyxl import Workbook
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    book.properties.creator = "Lodestone"
    book.properties.language = catalogue.locale.replace("_", "-")
    for section in sections:
        found = (block for block in section.blocks if isinstance(block, Table))
        tables = [table for table in found if table.id != OURS]
        if not tables:
            continue
        has_second = any(row.cells[0].below for table in tables for row in table.rows)
        widths = WIDTHS if has_second else PLAN_WIDTHS
        pen = Pen(book.create_sheet(sheet_name(section.title)))
        for at, width in enumerate(widths, start=1):
            pen.sheet.column_dimensions[get_column_letter(at)].width = width
        mark = _mark(section, catalogue, len(widths))
        pen.sheet.freeze_panes = f"A{len(mark) + 2}"
        to_print(pen.sheet, sum(widths))
        lines = chain(mark, (line for table in tables for line in _lines(table, has_second)))
        for at, line in enumerate(lines, start=1):
            words = [text for text, _ in line]
            room = zip(words, widths, strict=False)
            pen.sheet.row_dimensions[at].height = max(LOWEST, height_of(room))
            pen.sheet.append([_cell(pen, text, is_head) for text, is_head in line])
    book.save(place)


def _mark(section: Section, catalogue: Catalogue, across: int) -> list[list[tuple[str, bool]]]:
    """A line above what is for the house only, as papers for the house bear it."""
    is_marked = section.id in INSIDE and load_settings().confidential
    words = [catalogue.text("Confidential"), *[""] * (across - 1)]
    return [[(one, True) for one in words]] if is_marked else []


def _cell(pen: Pen, text: str, is_head: bool) -> Any:
    """A cell with an edge, so that one sees on paper where to write."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Border, Side

    cell: Any = pen.cell(text, "text", bold=is_head, wrap=True) or WriteOnlyCell(pen.sheet)
    side = Side(style="thin", color=EDGE)
    cell.border = Border(left=side, right=side, top=side, bottom=side)
    return cell


def _lines(table: Table, has_second: bool) -> Iterator[list[tuple[str, bool]]]:
    """Text and whether it is a heading, cell by cell; the second line of a field in a cell of its own."""
    second = [""] if has_second else []
    head = [table.columns[0].title, *second, *(column.title for column in table.columns[1:])]
    yield [(words, True) for words in head]
    for row in table.rows:
        field, *entries = row.cells
        second = [field.below] if has_second else []
        said = [field.text, *second, *(_entry(cell) for cell in entries)]
        yield [(words, False) for words in said]


def _entry(cell: Cell) -> str:
    """Both lines of a cell; one to write into stays empty."""
    return "\n".join(words for words in (cell.text, cell.below) if words)
