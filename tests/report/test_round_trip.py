"""Further things that suppliers do to a questionnaire; the answers come back as if they had not."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from desktop_app.report.questionnaire import FIRST_ROW, KEY_ROW
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
    said: Mapping[str, Any] = {
        line.number: {reply.field: (reply.fate, reply.value) for reply in line.replies}
        for line in form.lines
        if line.replies
    }
    assert said == MEANT
    assert form.filled == FILLED
