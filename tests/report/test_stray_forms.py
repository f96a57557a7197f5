"""A fifth set of what suppliers do to a questionnaire, frozen before it was run.

Exports of other programs, two suppliers in one workbook, answers where the question stands, a list
printed page by page: the answers come back as if nothing had been done, and no fact is made up.
"""

import csv
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.utils import get_column_letter

from desktop_app.report.questionnaire import FIRST_ROW, HEAD_ROW, KEY_ROW
from tests.intake.answered import (
    FILLED,
    MEANT,
    answered,
    changed,
    columns,
    fill,
    form_of,
    questionnaire,
    unmerged,
)
from tests.report.test_hapless_answers import every_text, said
from tests.report.test_round_trip import said_in, without_notes

PART = "100-0104"


@pytest.fixture(scope="module")
def back(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return answered(tmp_path_factory.mktemp("back"))


def text_of(value: Any) -> str:
    return "" if value is None else str(value)


# --- the workbook -------------------------------------------------------------------------------


def headings_again_on_every_page(book: Any) -> None:
    """As a list looks that was made from a printed one: the headings stand above every third row."""
    sheet = book.worksheets[0]
    heads = [sheet.cell(HEAD_ROW, column).value for column in range(1, sheet.max_column + 1)]
    for row in range(FIRST_ROW + 3, sheet.max_row + 1, 4):
        sheet.insert_rows(row)
        for column, value in enumerate(heads, start=1):
            sheet.cell(row, column).value = value


def another_suppliers_form_on_a_second_sheet(book: Any) -> None:
    """A trading house that answers for two: an empty form of somebody else stands before ours."""
    book.security = None
    first = book.worksheets[0]
    other = book.copy_worksheet(first)
    for row in range(FIRST_ROW, other.max_row + 1):
        for column in range(1, other.max_column + 1):
            other.cell(row, column).value = None
    other.title = "Other"
    book.move_sheet(other, -1)


def numbers_with_what_the_supplier_calls_them(book: Any) -> None:
    """A column of the supplier's own numbers put in before ours; the hidden row moves along."""
    sheet = book.worksheets[0]
    unmerged(sheet)
    sheet.insert_cols(2)
    sheet.cell(HEAD_ROW, 2).value = "我司料号"
    for row in range(FIRST_ROW, sheet.max_row + 1):
        if sheet.cell(row, 3).value:
            sheet.cell(row, 2).value = f"HL-{row:04d}"


def days_and_figures_as_text_of_another_country(book: Any) -> None:
    """Every cell a text, as a program for the web hands them out: days with points, commas in figures."""
    sheet = book.worksheets[0]
    for row in sheet.iter_rows(min_row=FIRST_ROW, min_col=5):
        for cell in row:
            if hasattr(cell.value, "year"):
                cell.value, cell.number_format = f"{cell.value:%d.%m.%Y}", "@"
            elif isinstance(cell.value, float):
                cell.value = str(cell.value).replace(".", ",")


def the_list_alone_with_a_blank_between_all_rows(book: Any) -> None:
    sheet = book.worksheets[0]
    unmerged(sheet)
    for row in range(sheet.max_row, FIRST_ROW, -1):
        sheet.insert_rows(row)
    sheet.delete_rows(1, KEY_ROW - 1)


def questions_and_answers_one_below_the_other(book: Any) -> None:
    """Two columns, part by part: what is asked at the left, what was answered at the right."""
    sheet = book.worksheets[0]
    unmerged(sheet)
    keys = columns(sheet)
    heads = {name: sheet.cell(HEAD_ROW, at).value for name, at in keys.items()}
    lines: list[tuple[Any, Any]] = []
    for row in range(FIRST_ROW, sheet.max_row + 1):
        if sheet.cell(row, keys["part_number"]).value is None:
            continue
        for name, at in keys.items():
            value = sheet.cell(row, at).value
            if name not in ("key", "asked") and value is not None:
                lines.append((heads[name], value))
    sheet.delete_rows(1, sheet.max_row)
    for at, (head, value) in enumerate(lines, start=1):
        sheet.cell(at, 1).value = head
        cell = sheet.cell(at, 2)
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"
    book.remove(book["lodestone"])


@pytest.mark.parametrize(
    "change",
    [
        headings_again_on_every_page, another_suppliers_form_on_a_second_sheet,
        numbers_with_what_the_supplier_calls_them, days_and_figures_as_text_of_another_country,
        the_list_alone_with_a_blank_between_all_rows,
        questions_and_answers_one_below_the_other,
    ],
    ids=lambda change: str(change.__name__),
)  # fmt: skip
def test_no_answer_is_lost(back: Path, change: Any) -> None:
    said_there = said_in(form_of(changed(back, change)))
    assert {number: without_notes(told) for number, told in said_there.items()} == MEANT


# --- other programs -----------------------------------------------------------------------------


def test_what_an_office_on_the_web_exports_holds_every_answer(back: Path, tmp_path: Path) -> None:
    """Visible rows and columns only, comma-separated, days as that office writes them, no mark of order."""
    sheet = openpyxl.load_workbook(back).worksheets[0]
    hidden = {at for at, found in sheet.column_dimensions.items() if found.hidden}
    target = tmp_path / "Questions - Sheet1.csv"
    with target.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\r\n")
        for row in range(1, sheet.max_row + 1):
            if sheet.row_dimensions[row].hidden:
                continue
            cells = [
                sheet.cell(row, column).value
                for column in range(1, sheet.max_column + 1)
                if get_column_letter(column) not in hidden
            ]
            writer.writerow([f"{v:%Y-%m-%d}" if hasattr(v, "year") else text_of(v) for v in cells])
    assert said_in(form_of(target)) == MEANT


def test_a_copy_with_tabs_in_sixteen_bits_holds_every_answer(back: Path, tmp_path: Path) -> None:
    """ "Unicode text" of a spreadsheet, all rows."""
    sheet = openpyxl.load_workbook(back).worksheets[0]
    target = tmp_path / "answer.txt"
    with target.open("w", encoding="utf-16", newline="") as stream:
        writer = csv.writer(stream, delimiter="\t")
        for row in sheet.iter_rows(values_only=True):
            writer.writerow([text_of(value) for value in row])
    form = form_of(target)
    assert said_in(form) == MEANT
    assert form.filled == FILLED


# --- what must not become a fact ----------------------------------------------------------------


def test_an_answer_in_the_cell_of_the_question_is_kept_and_makes_up_nothing(tmp_path: Path) -> None:
    """The heading of a column overwritten with one answer for all: a note, or that answer of every part."""
    book = openpyxl.load_workbook(questionnaire(tmp_path))
    sheet = book.worksheets[0]
    at = columns(sheet)["dy_percent"]
    sheet.cell(HEAD_ROW, at).value = "全部 < 0.01 %"
    book.save(tmp_path / "question.xlsx")
    form = form_of(tmp_path / "question.xlsx")
    assert "全部 < 0.01 %" in every_text(form)
    for answers in said(form).values():
        assert answers.get("dy_percent", ("not_understood", None))[1] in (None, 0.01)


def test_two_answers_in_one_cell_are_kept_and_not_taken_for_one(tmp_path: Path) -> None:
    """Two lines in the cell of dysprosium: one for it, one for terbium."""
    book = openpyxl.load_workbook(questionnaire(tmp_path))
    fill(book, {PART: {"dy_percent": "Tb 0.8 %\nDy 0.35 %"}})
    book.save(tmp_path / "two.xlsx")
    form = form_of(tmp_path / "two.xlsx")
    assert "Tb 0.8 %" in every_text(form)
    got = said(form)[PART]["dy_percent"]
    assert got[1] in (None, 0.35)
