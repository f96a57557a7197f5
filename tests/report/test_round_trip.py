"""Further things that suppliers do to a questionnaire; the answers come back as if they had not."""

import csv
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from desktop_app.model.answers import AnsweredForm
from desktop_app.report.questionnaire import FIRST_ROW, HEAD_ROW, KEY_ROW
from tests.intake.answered import (
    FILLED,
    MEANT,
    Change,
    answered,
    changed,
    delete_keys_of_both_kinds,
    form_of,
)

FACTS = 4
WIDE = str.maketrans("0123456789%<.", "０１２３４５６７８９％＜．")
"""As they are typed in Chinese and Japanese."""


def only_their_own_language_in_the_headings(book: Any) -> None:
    delete_keys_of_both_kinds(book)
    for row in book.worksheets[0].iter_rows(max_row=KEY_ROW + 1):
        for cell in row:
            if isinstance(cell.value, str):
                cell.value = cell.value.split("\n")[0]


def answers_on_copies_of_the_rows(book: Any) -> None:
    """Every row twice: as it was sent, then with the answers."""
    sheet = book.worksheets[0]
    rows = [
        [sheet.cell(row, column).value for column in range(1, sheet.max_column + 1)]
        for row in range(FIRST_ROW, sheet.max_row + 1)
    ]
    twice = [line for row in rows for line in ([*row[:FACTS], *[None] * (len(row) - FACTS)], row)]
    for at, line in enumerate(twice):
        for column, value in enumerate(line, start=1):
            cell = sheet.cell(FIRST_ROW + at, column)
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"


def two_sheets_for_two_departments(book: Any) -> None:
    book.security = None
    first = book.worksheets[0]
    other = book.copy_worksheet(first)
    there_are = first.max_row - FIRST_ROW + 1
    half = there_are // 2
    other.delete_rows(FIRST_ROW, half)
    first.delete_rows(FIRST_ROW + half, there_are - half)


def figures_as_wide_as_ideographs(book: Any) -> None:
    for row in book.worksheets[0].iter_rows(min_row=FIRST_ROW, min_col=FACTS + 1):
        for cell in row:
            if isinstance(cell.value, str) and not cell.value.startswith(("TR", "L-", "=")):
                cell.value = cell.value.translate(WIDE)
                cell.data_type = "s"


def days_as_words(book: Any) -> None:
    for row in book.worksheets[0].iter_rows(min_row=FIRST_ROW, min_col=FACTS + 1):
        for cell in row:
            if hasattr(cell.value, "year"):
                day = cell.value
                cell.value, cell.number_format = f"{day.year}年{day.month}月{day.day}日", "@"


@pytest.fixture(scope="module")
def back(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return answered(tmp_path_factory.mktemp("back"))


@pytest.mark.parametrize(
    "change",
    [
        only_their_own_language_in_the_headings, answers_on_copies_of_the_rows,
        two_sheets_for_two_departments, figures_as_wide_as_ideographs, days_as_words,
    ],
    ids=lambda change: str(change.__name__),
)  # fmt: skip
def test_no_answer_is_lost(back: Path, change: Change) -> None:
    form = form_of(changed(back, change))
    said = said_in(form)
    assert said == MEANT
    assert form.filled == FILLED


def test_a_table_pasted_from_a_mail_holds_every_answer(back: Path, tmp_path: Path) -> None:
    """Numbers, descriptions and the answers with their headings in one line each: no keys, no day."""
    sheet = openpyxl.load_workbook(back).worksheets[0]
    keys = {cell.column: cell.value for cell in sheet[KEY_ROW] if cell.value}
    columns = [at for at, key in keys.items() if key not in ("key", "asked")]
    target = tmp_path / "mail.csv"
    with target.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, delimiter=";")
        for row in (HEAD_ROW, *range(FIRST_ROW, sheet.max_row + 1)):
            cells = (sheet.cell(row, column).value for column in columns)
            writer.writerow(["" if v is None else " ".join(str(v).split()) for v in cells])
    assert said_in(form_of(target)) == MEANT


def test_one_number_merged_over_several_rows_answers_for_each(back: Path) -> None:
    def change(book: Any) -> None:
        sheet = book.worksheets[0]
        at = next(cell.column for cell in sheet[KEY_ROW] if cell.value == "report_number")
        for row in range(FIRST_ROW, FIRST_ROW + 3):
            sheet.cell(row, at).value = "TR-9" if row == FIRST_ROW else None
        sheet.merge_cells(
            start_row=FIRST_ROW, end_row=FIRST_ROW + 2, start_column=at, end_column=at
        )

    said = said_in(form_of(changed(back, change)))
    assert [answers.get("report_number") for answers in said.values()][:3] == [
        ("understood", "TR-9")
    ] * 3


def test_columns_of_their_own_in_between_are_notes_and_displace_nothing(back: Path) -> None:
    def change(book: Any) -> None:
        sheet = book.worksheets[0]
        for area in list(sheet.merged_cells.ranges):
            sheet.unmerge_cells(str(area))
        for at in (6, 9):
            sheet.insert_cols(at)
            sheet.cell(HEAD_ROW, at).value = "Our part no."
            for row in range(FIRST_ROW, sheet.max_row + 1):
                sheet.cell(row, at).value = f"HL-{row}"

    said = said_in(form_of(changed(back, change)))
    assert {number: without_notes(answers) for number, answers in said.items()} == MEANT
    assert all(answers[""][0] == "note" for answers in said.values())


def without_notes(answers: Mapping[str, Any]) -> dict[str, Any]:
    return {field: value for field, value in answers.items() if field}


def said_in(form: AnsweredForm) -> dict[str, dict[str, Any]]:
    return {
        line.number: {reply.field: (reply.fate, reply.value) for reply in line.replies}
        for line in form.lines
        if line.replies
    }
