"""The questionnaire of one supplier as an Excel workbook: its parts, only what narrows an answer.

Two languages in every heading, drop-downs, only the answers can be written; hidden keys say which
part and which answer a cell belongs to, so that it can be read back after sorting.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.answers import (
    ANSWERED_BY,
    ANSWERED_ON,
    ASKED,
    DESCRIPTION,
    FORMS,
    INTRODUCTION,
    PART_NUMBER,
    SCHEMA,
    YES_NO,
    Answer,
    sheet_mark,
)
from desktop_app.model.assessment import Assessment
from desktop_app.model.findings import Message, Question
from desktop_app.report.answers import answers_to
from desktop_app.report.asking import of_supplier, parts_asked
from desktop_app.report.house_style import house_style
from desktop_app.report.settings import load_settings
from desktop_app.report.spreadsheet import A4, LINE, Pen, height_of, plain, sheet_name
from desktop_app.report.target import write_whole
from desktop_app.report.view import Scope, View

KEYS_SHEET = "lodestone"
"""Name of the hidden sheet that says what the workbook is."""
SIGNED_ROW, KEY_ROW, HEAD_ROW, FIRST_ROW = 3, 4, 5, 6
FACT_WIDTHS = (4.0, 20.0, 34.0, 46.0)
"""Of the columns before the answers, in characters."""
TEXT_WIDTH, SHORT_WIDTH = 24.0, 15.0
"""Of an answer that is a text, and of a figure, a day or a choice."""
FACTS = 4
"""Columns before the answers: hidden key, number, description, what is asked."""
SHADE, OPEN = "EEF0F3", "FFF9E5"
"""Fill of cells that are not asked, and of cells to write into."""


def write_questionnaire(
    assessment: Assessment, supplier: str, target: Path, language: str = "en"
) -> int:
    """Writes the workbook and returns the number of parts in it.

    Raises CodedError: E_NOT_FOUND where no part comes from the supplier, E_TARGET and the like where
    the file cannot be written; an older file of that name then stays as it was.
    """
    names = tuple(dict.fromkeys((language, "en")))
    views = [
        View(assessment, Catalogue(name), load_settings(), Scope("supplier", supplier=supplier))
        for name in names
    ]
    parts = parts_asked(of_supplier(views[0], supplier))
    form = _Form(views, supplier, parts)
    write_whole(target, lambda place: form.book().save(place))
    return len(parts)


def part_key(view: View, part_id: int) -> str:
    """Names a part for good: start of its file's fingerprint, mark of its sheet, and row.

    The sheet is not named: what a buyer calls it is no matter of the supplier.
    """
    value = view.parts.value
    file = view.assessment.files[int(value(part_id, "file"))]
    return f"{file.sha256[:12]}:{sheet_mark(value(part_id, 'sheet'))}!{value(part_id, 'row')}"


class _Form:
    """One workbook being filled."""

    def __init__(
        self, views: Sequence[View], supplier: str, parts: Sequence[tuple[int, list[Question]]]
    ) -> None:
        from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

        self.views, self.view, self.supplier, self.parts = views, views[0], supplier, parts
        self.english = views[-1].catalogue
        every = [question for _, questions in parts for question in questions]
        self.answers = answers_to(every, self.english)
        self.bold = Font(bold=True)
        self.wrapped = Alignment(wrap_text=True, vertical="top")
        self.open, self.shade = (
            PatternFill(
                "solid", start_color=house_style().workbook.get(name, usual).lstrip("#").upper()
            )
            for name, usual in (("to_fill", OPEN), ("not_asked", SHADE))
        )
        line = Side(style="thin", color="B9BCC2")
        self.edge = Border(left=line, right=line, top=line, bottom=line)
        self.unlocked = Protection(locked=False)

    def both(self, message: Message) -> str:
        """A message in both languages, one below the other."""
        return "\n".join(dict.fromkeys(view.say(message) for view in self.views))

    def book(self) -> Any:
        """The finished workbook."""
        from openpyxl import Workbook
        from openpyxl.workbook.protection import WorkbookProtection

        book = Workbook()
        sheet: Any = book.active
        sheet.title = sheet_name(self.view.text("Questions"))
        self._head(sheet)
        for row, (part_id, questions) in enumerate(self.parts, start=FIRST_ROW):
            self._row(sheet, row, part_id, questions)
        self._choices(sheet)
        self._protect(sheet)
        self._keys(book.create_sheet(KEYS_SHEET))
        book.security = WorkbookProtection(lockStructure=True)
        book.properties.creator = "Lodestone"
        book.properties.language = self.view.catalogue.locale.replace("_", "-")
        return book

    def _put(self, sheet: Any, row: int, column: int, text: str) -> Any:
        """A locked cell of text, whatever it begins with."""
        cell = sheet.cell(row, column)
        cell.value = plain(text)
        cell.data_type = "s"
        cell.quotePrefix = Pen.is_like_formula(text)
        cell.alignment = self.wrapped
        return cell

    def _head(self, sheet: Any) -> None:
        from openpyxl.utils import get_column_letter

        last = FACTS + len(self.answers)
        for row, text in enumerate(self._introduction(), start=1):
            self._put(sheet, row, 2, text)
            end = FACTS if row == SIGNED_ROW else min(last, 10)
            sheet.merge_cells(start_row=row, start_column=2, end_row=row, end_column=end)
        sheet["B1"].font = self.bold
        self._signature(sheet)
        for row, height in ((1, 34), (2, 62), (3, 34)):
            sheet.row_dimensions[row].height = height
        titles = [
            "", *(self.both(title) for title in (PART_NUMBER, DESCRIPTION, ASKED)),
            *(self.both(answer.title) for answer in self.answers),
        ]  # fmt: skip
        keys = ["key", "part_number", "description", "asked", *(a.key for a in self.answers)]
        widths = [*FACT_WIDTHS, *(_width(answer) for answer in self.answers)]
        sheet.row_dimensions[HEAD_ROW].height = height_of(zip(titles, widths, strict=True))
        for column, (title, key, width) in enumerate(
            zip(titles, keys, widths, strict=True), start=1
        ):
            self._put(sheet, KEY_ROW, column, key)
            cell = self._put(sheet, HEAD_ROW, column, title)
            cell.font, cell.border = self.bold, self.edge
            sheet.column_dimensions[get_column_letter(column)].width = width
        sheet.row_dimensions[KEY_ROW].hidden = True
        sheet.column_dimensions["A"].hidden = True
        sheet.freeze_panes = f"D{FIRST_ROW}"

    def _introduction(self) -> tuple[str, ...]:
        return (*(self.both(line) for line in INTRODUCTION), self.supplier)

    def _signature(self, sheet: Any) -> None:
        """Day and name of the answer, beside the supplier: what is not dated declares nothing."""
        row, first = SIGNED_ROW, FACTS + 1
        for label, form in ((ANSWERED_ON, "yyyy-mm-dd"), (ANSWERED_BY, "@")):
            self._put(sheet, row, first, self.both(label)).border = self.edge
            cell = sheet.cell(row, first + 1)
            cell.fill, cell.border, cell.protection = self.open, self.edge, self.unlocked
            cell.number_format, first = form, first + 2

    def _row(self, sheet: Any, row: int, part_id: int, questions: list[Question]) -> None:
        part = self.view.part(part_id)
        asked = self._asked(questions)
        for column, text in enumerate(
            (part_key(self.view, part_id), part.below, part.text, asked), start=1
        ):
            self._put(sheet, row, column, text).border = self.edge
        said = zip((part.below, part.text, asked), FACT_WIDTHS[1:], strict=True)
        sheet.row_dimensions[row].height = max(2 * LINE, height_of(said))
        wanted = {answer.key for answer in answers_to(questions, self.english)}
        for column, answer in enumerate(self.answers, start=FACTS + 1):
            cell = sheet.cell(row, column)
            cell.border, cell.alignment = self.edge, self.wrapped
            is_asked = answer.key in wanted
            cell.fill = self.open if is_asked else self.shade
            if is_asked:
                cell.protection = self.unlocked
                cell.number_format = "yyyy-mm-dd" if answer.form == "day" else "@"

    def _asked(self, questions: list[Question]) -> str:
        return "\n".join(self.both(question.text) for question in questions)

    def _choices(self, sheet: Any) -> None:
        """Drop-downs where there is a list; a hint on every answer. Nothing typed is refused."""
        from openpyxl.utils import get_column_letter
        from openpyxl.worksheet.datavalidation import DataValidation

        last = FIRST_ROW + len(self.parts) - 1
        for column, answer in enumerate(self.answers, start=FACTS + 1):
            choices = self._words(answer)
            rule = DataValidation(type="list" if choices else None, allow_blank=True)
            if choices:
                rule.formula1 = f'"{",".join(choices)}"'
            rule.showErrorMessage, rule.showInputMessage = False, True
            rule.promptTitle = self.view.say(answer.title)[:32]
            rule.prompt = self.both(answer.hint)[:255]
            letter = get_column_letter(column)
            rule.add(f"{letter}{FIRST_ROW}:{letter}{last}")
            sheet.add_data_validation(rule)

    def _words(self, answer: Answer) -> list[str]:
        choices = {"yes_no": YES_NO, "form": FORMS}.get(answer.form, ())
        words = [" / ".join(self.both(word).split("\n")).replace(",", ";") for _, word in choices]
        return [self.view.say(w) for _, w in choices] if len(",".join(words)) > 250 else words

    def _protect(self, sheet: Any) -> None:
        """Without a password: it keeps hands off the keys and is no secret."""
        sheet.protection.sheet = True
        for name in ("sort", "autoFilter", "formatCells", "formatColumns", "formatRows"):
            setattr(sheet.protection, name, False)
        sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", A4
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        sheet.print_title_rows = f"{HEAD_ROW}:{HEAD_ROW}"

    def _keys(self, sheet: Any) -> None:
        """What the workbook is and holds: enough to read it back however it was rearranged, and to see
        what was typed behind our own words."""
        sheet.sheet_state = "veryHidden"
        lines: list[tuple[str, ...]] = [
            ("schema", SCHEMA),
            ("supplier", self.supplier),
            ("asked_on", self.view.inquiry.on.isoformat()),
            ("languages", ",".join(view.catalogue.language for view in self.views)),
        ]
        for part_id, questions in self.parts:
            missing = ",".join(dict.fromkeys(question.narrows for question in questions))
            wrote = self.view.part(part_id).text, self._asked(questions)
            lines.append((part_key(self.view, part_id), missing, *wrote))
        for row, line in enumerate(lines, start=1):
            for column, text in enumerate(line, start=1):
                self._put(sheet, row, column, text)
        sheet.protection.sheet = True


def _width(answer: Answer) -> float:
    return TEXT_WIDTH if answer.form == "text" else SHORT_WIDTH
