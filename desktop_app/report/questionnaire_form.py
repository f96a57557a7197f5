"""Fills a form from its master: two languages in every heading, drop-downs, hints, hidden keys.

Only the answers can be written; nothing that is typed is refused.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from desktop_app.intake.questionnaire_master import (
    BEFORE,
    EVERY,
    FIRST_KEYS,
    FIRST_ROW,
    HEAD_ROW,
    KEY_ROW,
    KEYS_SHEET,
    LABELS,
    SAID,
    SIGNED_ROW,
    Master,
)
from desktop_app.language.catalogue import Catalogue
from desktop_app.model.answers import FORMS, SCHEMA, YES_NO, Answer
from desktop_app.model.findings import Message, msg
from desktop_app.report.house_style import house_style
from desktop_app.report.sheet_rows import is_like_formula, plain
from desktop_app.report.spreadsheet import LINE, height_of, sheet_name, to_print

FACTS = len(FIRST_KEYS)
"""Columns before the answers: hidden key, number, description, what is asked."""
SHADE, OPEN = "EEF0F3", "FFF9E5"
"""Fill of cells that are not asked, and of cells to write into."""
BLANK_LINES = 30
"""Lines of a blank questionnaire. Own judgement: a page or two."""
LINES_OF_ANSWER = 2
HEIGHTS = {1: 34.0, 2: 62.0, SIGNED_ROW: 34.0}
"""Points of the rows above the list."""
MOST_OF_A_LIST = 250
"""Characters of a drop-down list that a workbook can hold in a rule: 255 with its quotes."""
FONT = "Calibri"
LETTERS = 11
"""Points of its letters, as spreadsheets begin with."""
MARGIN, FOOT_MARGIN, FOOT = 0.4, 0.7, 0.3
"""Inches around the printed page; the foot stands within the last of them."""


@dataclass(frozen=True, slots=True)
class Line:
    """One part as it is asked. ``wanted``: keys of the answers that are asked; ``missing``: names of the
    facts they narrow, kept on the hidden sheet. Without a ``key`` its facts can be written too."""

    key: str = ""
    number: str = ""
    description: str = ""
    asked: str = ""
    wanted: Collection[str] = ()
    missing: str = ""


def blank_lines() -> list[Line]:
    """The lines of a questionnaire that nobody has begun."""
    return [Line(wanted=frozenset(EVERY)) for _ in range(BLANK_LINES)]


class Form:
    """One workbook being filled."""

    def __init__(
        self,
        master: Master,
        catalogues: Sequence[Catalogue],
        wanted: Collection[str],
        lines: Sequence[Line],
        *,
        supplier: str = "",
        asked_on: date | None = None,
    ) -> None:
        from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

        self.master, self.catalogues, self.lines = master, catalogues, lines
        self.supplier, self.asked_on = supplier, asked_on
        self.answers = [EVERY[key] for key in master.order if key in wanted]
        self.font, self.bold = (Font(name=FONT, size=LETTERS, bold=bold) for bold in (False, True))
        self.font = master.looks.get(f"B{FIRST_ROW}", (self.font,))[0]
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
        return "\n".join(dict.fromkeys(one.say(message) for one in self.catalogues))

    def book(self) -> Any:
        """The finished workbook."""
        from openpyxl import Workbook
        from openpyxl.workbook.protection import WorkbookProtection

        book = Workbook()
        sheet: Any = book.active
        sheet.title = sheet_name(self.catalogues[0].say(msg("Questions")))
        self._head(sheet)
        for row, line in enumerate(self.lines, start=FIRST_ROW):
            self._row(sheet, row, line)
        self._choices(sheet)
        self._protect(sheet)
        self._keys(book.create_sheet(KEYS_SHEET))
        book.security = WorkbookProtection(lockStructure=True)
        book.properties.creator = "Lodestone"
        book.properties.language = self.catalogues[0].locale.replace("_", "-")
        return book

    def _put(self, sheet: Any, row: int, column: int, text: str, look: str = "") -> Any:
        """A locked cell of text, whatever it begins with, in the look of a cell of the master."""
        cell = sheet.cell(row, column)
        cell.value = plain(text) or None
        if text:
            cell.data_type = "s"
        cell.quotePrefix = is_like_formula(text)
        cell.font, cell.alignment = self.font, self.wrapped
        if look in self.master.looks:
            cell.font, cell.fill, cell.alignment = self.master.looks[look]
        return cell

    def _head(self, sheet: Any) -> None:
        from openpyxl.utils import get_column_letter

        for row, text in enumerate(self.master.introduction, start=1):
            cell = self._put(sheet, row, SAID, text, self.master.said_in(row))
            if row == 1 and not self.master.looks:
                cell.font = self.bold
            sheet.merge_cells(start_row=row, start_column=SAID, end_row=row, end_column=FACTS)
            room = sum(self.master.widths[key] for key in FIRST_KEYS[SAID - 1 :])
            sheet.row_dimensions[row].height = max(HEIGHTS[row], height_of([(text, room)]))
        self._put(sheet, SIGNED_ROW, 2, self.supplier).font = self.bold
        sheet.merge_cells(
            start_row=SIGNED_ROW, start_column=2, end_row=SIGNED_ROW, end_column=FACTS
        )
        self._signature(sheet)
        sheet.row_dimensions[SIGNED_ROW].height = HEIGHTS[SIGNED_ROW]
        keys = [*FIRST_KEYS, *(answer.key for answer in self.answers)]
        titles = [self.master.titles.get(key, "") for key in keys]
        widths = [self.master.widths[key] for key in keys]
        sheet.row_dimensions[HEAD_ROW].height = height_of(zip(titles, widths, strict=True))
        for column, (title, key, width) in enumerate(
            zip(titles, keys, widths, strict=True), start=1
        ):
            self._put(sheet, KEY_ROW, column, key)
            cell = self._put(sheet, HEAD_ROW, column, title, key)
            cell.border = self.edge
            if not self.master.looks:
                cell.font = self.bold
            sheet.column_dimensions[get_column_letter(column)].width = width
        sheet.row_dimensions[KEY_ROW].hidden = True
        sheet.column_dimensions["A"].hidden = True
        sheet.freeze_panes = f"D{FIRST_ROW}"

    def _signature(self, sheet: Any) -> None:
        """Day and name of the answer, beside the supplier: what is not dated declares nothing."""
        row = SIGNED_ROW
        for (first, label), form in zip(LABELS, ("yyyy-mm-dd", "@"), strict=True):
            self._put(sheet, row, first, self.both(label)).border = self.edge
            self._to_fill(sheet.cell(row, first + 1), form)
        if not self.supplier:
            self._to_fill(sheet.cell(row, 2), "@")

    def _to_fill(self, cell: Any, form: str) -> None:
        cell.fill, cell.border, cell.protection = self.open, self.edge, self.unlocked
        cell.font, cell.alignment, cell.number_format = self.font, self.wrapped, form

    def _row(self, sheet: Any, row: int, line: Line) -> None:
        facts = (line.key, line.number, line.description, line.asked)
        for column, text in enumerate(facts, start=1):
            cell = self._put(sheet, row, column, text)
            cell.border = self.edge
            if not line.key and 1 < column < FACTS:
                self._to_fill(cell, "@")
        widths = (self.master.widths[key] for key in BEFORE)
        said = zip(facts[1:], widths, strict=True)
        sheet.row_dimensions[row].height = max(LINES_OF_ANSWER * LINE, height_of(said))
        for column, answer in enumerate(self.answers, start=FACTS + 1):
            cell = sheet.cell(row, column)
            if answer.key in line.wanted:
                self._to_fill(cell, "yyyy-mm-dd" if answer.form == "day" else "@")
            else:
                cell.fill, cell.border, cell.alignment = self.shade, self.edge, self.wrapped

    def _choices(self, sheet: Any) -> None:
        """Drop-downs where there is a list; a hint on every answer. Nothing typed is refused."""
        from openpyxl.utils import get_column_letter
        from openpyxl.worksheet.datavalidation import DataValidation

        last = FIRST_ROW + len(self.lines) - 1
        for column, answer in enumerate(self.answers, start=FACTS + 1):
            choices = self._words(answer)
            rule = DataValidation(type="list" if choices else None, allow_blank=True)
            if choices:
                rule.formula1 = f'"{",".join(choices)}"'
            rule.showErrorMessage, rule.showInputMessage = False, True
            rule.promptTitle = self.master.titles[answer.key].split("\n")[0][:32]
            rule.prompt = self.master.hints[answer.key]
            letter = get_column_letter(column)
            rule.add(f"{letter}{FIRST_ROW}:{letter}{last}")
            sheet.add_data_validation(rule)

    def _words(self, answer: Answer) -> list[str]:
        choices = {"yes_no": YES_NO, "form": FORMS}.get(answer.form, ())
        words = [" / ".join(self.both(word).split("\n")).replace(",", ";") for _, word in choices]
        if len(",".join(words)) > MOST_OF_A_LIST:
            return [self.catalogues[0].say(word) for _, word in choices]
        return words

    def _protect(self, sheet: Any) -> None:
        """Without a password: it keeps hands off the keys and is no secret."""
        from openpyxl.worksheet.page import PageMargins

        sheet.protection.sheet = True
        for name in ("sort", "autoFilter", "formatCells", "formatColumns", "formatRows"):
            setattr(sheet.protection, name, False)
        keys = (*BEFORE, *(answer.key for answer in self.answers))
        to_print(sheet, sum(self.master.widths[key] for key in keys))
        sheet.print_title_rows, sheet.print_title_cols = f"{HEAD_ROW}:{HEAD_ROW}", "A:B"
        sheet.page_margins = PageMargins(MARGIN, MARGIN, MARGIN, FOOT_MARGIN, FOOT, FOOT)
        sheet.oddFooter.center.text = "&P / &N"
        if self.master.page is not None:
            sheet.page_margins, sheet.HeaderFooter = self.master.page

    def _keys(self, sheet: Any) -> None:
        """What the workbook is and holds: enough to read it back however it was rearranged, and to see
        what was typed behind our own words."""
        sheet.sheet_state = "veryHidden"
        about = [
            ("schema", SCHEMA),
            ("supplier", self.supplier),
            ("asked_on", "" if self.asked_on is None else self.asked_on.isoformat()),
            ("languages", ",".join(one.language for one in self.catalogues)),
        ]
        lines: list[tuple[str, ...]] = [pair for pair in about if pair[1]]
        lines += [
            (one.key, one.missing, one.description, one.asked) for one in self.lines if one.key
        ]
        for row, line in enumerate(lines, start=1):
            for column, text in enumerate(line, start=1):
                self._put(sheet, row, column, text)
        sheet.protection.sheet = True
