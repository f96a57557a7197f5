"""A sixth set of ways in which a supplier sends a questionnaire back, frozen before it was run.

Surveys, converters, letterheads in the midst, headings in other hands: the answers come back as if
nothing had been done. Written by somebody who had read how lists turned on their side are found.
"""

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from desktop_app.report.questionnaire import FIRST_ROW, HEAD_ROW, KEY_ROW
from tests.intake.answered import MEANT, answered, changed, columns, form_of, unmerged
from tests.report.test_hapless_answers import every_text
from tests.report.test_round_trip import said_in, without_notes

FACTS = 4


@pytest.fixture(scope="module")
def back(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return answered(tmp_path_factory.mktemp("back"))


def put(sheet: Any, row: int, column: int, value: Any) -> None:
    cell = sheet.cell(row, column)
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"


def parts(sheet: Any) -> list[list[tuple[str, str, Any]]]:
    """By part: key, heading and value of every filled cell but the hidden key and what we asked."""
    keys = columns(sheet)
    heads = {name: sheet.cell(HEAD_ROW, at).value for name, at in keys.items()}
    return [
        [
            (name, heads[name], sheet.cell(row, at).value)
            for name, at in keys.items()
            if name not in ("key", "asked") and sheet.cell(row, at).value is not None
        ]
        for row in range(FIRST_ROW, sheet.max_row + 1)
        if sheet.cell(row, keys["part_number"]).value is not None
    ]


def emptied(book: Any) -> Any:
    """The visible sheet with nothing on it; the sheet of keys is gone."""
    book.security = None
    book.remove(book["lodestone"])
    sheet = book.worksheets[0]
    unmerged(sheet)
    sheet.delete_rows(1, sheet.max_row)
    sheet.row_dimensions[KEY_ROW].hidden = False
    sheet.column_dimensions["A"].hidden = False
    return sheet


def without_keys(book: Any) -> Any:
    """The visible sheet without hidden keys; the sheet of keys is gone."""
    book.security = None
    book.remove(book["lodestone"])
    sheet = book.worksheets[0]
    unmerged(sheet)
    sheet.delete_rows(KEY_ROW)
    sheet.delete_cols(1)
    return sheet


HEADS = HEAD_ROW - 1
"""Row of the headings where the row of keys is gone."""


def over_headings(write: Callable[[str], str]) -> Callable[[Any], None]:
    def change(book: Any) -> None:
        sheet = without_keys(book)
        for column in range(1, sheet.max_column + 1):
            value = sheet.cell(HEADS, column).value
            if isinstance(value, str) and value:
                put(sheet, HEADS, column, write(value))

    return change


def over_numbers(write: Callable[[str], str]) -> Callable[[Any], None]:
    def change(book: Any) -> None:
        sheet = without_keys(book)
        for row in range(HEADS + 1, sheet.max_row + 1):
            value = sheet.cell(row, 1).value
            if value:
                put(sheet, row, 1, write(str(value)))

    return change


def one_line_an_answer(book: Any) -> None:
    """As a survey hands it out: part, question, answer."""
    found = parts(book.worksheets[0])
    sheet, at = emptied(book), 2
    for column, title in enumerate(("Part number", "Question", "Answer"), start=1):
        put(sheet, 1, column, title)
    for told in found:
        number = next(value for name, _, value in told if name == "part_number")
        for name, head, value in told:
            if name not in ("part_number", "description"):
                for column, cell in enumerate((number, head, value), start=1):
                    put(sheet, at, column, cell)
                at += 1


def part_after_part_with_numbers_and_gaps(book: Any) -> None:
    """1., 2., ... then question and answer; an empty line between two parts."""
    found = parts(book.worksheets[0])
    sheet, at = emptied(book), 1
    for told in found:
        for number, (_, head, value) in enumerate(told, start=1):
            for column, cell in enumerate((f"{number}.", head, value), start=1):
                put(sheet, at, column, cell)
            at += 1
        at += 1


def part_after_part_with_a_remark_beside(book: Any) -> None:
    """Question, answer, who answered it."""
    found = parts(book.worksheets[0])
    sheet, at = emptied(book), 1
    for told in found:
        for _, head, value in told:
            for column, cell in enumerate((head, value, "QA dept."), start=1):
                put(sheet, at, column, cell)
            at += 1


def part_after_part_below_a_letter(book: Any) -> None:
    """A letter of four lines above, the question in one language, a colon behind it."""
    found = parts(book.worksheets[0])
    sheet = emptied(book)
    for at, line in enumerate(("Dear Sir,", "please find our answers.", "Hanlin", ""), start=1):
        put(sheet, at, 1, line)
    at = 5
    for told in found:
        for _, head, value in told:
            put(sheet, at, 1, head.splitlines()[-1] + ":")
            put(sheet, at, 2, value)
            at += 1


def parts_across_with_an_empty_corner(book: Any) -> None:
    """Numbers of the parts in the first row, questions down the first column, nothing in the corner."""
    sheet = book.worksheets[0]
    keys = columns(sheet)
    heads = {name: sheet.cell(HEAD_ROW, at).value for name, at in keys.items()}
    names = [name for name in keys if name not in ("key", "asked", "part_number", "description")]
    found = [{name: value for name, _, value in told} for told in parts(sheet)]
    sheet = emptied(book)
    for column, told in enumerate(found, start=2):
        put(sheet, 1, column, told["part_number"])
        for row, name in enumerate(names, start=2):
            put(sheet, row, 1, heads[name])
            if name in told:
                put(sheet, row, column, told[name])


def the_row_of_keys_shown_in_place_of_the_headings(book: Any) -> None:
    book.security = None
    book.remove(book["lodestone"])
    sheet = book.worksheets[0]
    unmerged(sheet)
    sheet.delete_rows(HEAD_ROW)
    sheet.delete_rows(1, KEY_ROW - 1)
    sheet.row_dimensions[1].hidden = False


def headings_at_the_foot_too(book: Any) -> None:
    sheet = without_keys(book)
    foot = sheet.max_row + 2
    for column in range(1, sheet.max_column + 1):
        put(sheet, foot, column, sheet.cell(HEADS, column).value)


def no_break_and_no_width_blanks(book: Any) -> None:
    """As text comes out of a web page."""
    sheet = without_keys(book)
    for row in sheet.iter_rows(min_row=HEADS + 1):
        for cell in row:
            if isinstance(cell.value, str):
                put(sheet, cell.row, cell.column, f"\u200b{cell.value}\u00a0\ufeff")


def every_answer_in_quotes(book: Any) -> None:
    sheet = without_keys(book)
    for row in sheet.iter_rows(min_row=HEADS + 1, min_col=FACTS):
        for cell in row:
            if isinstance(cell.value, str) and not cell.value.startswith("="):
                put(sheet, cell.row, cell.column, f'"{cell.value}"')


def a_letterhead_between_the_rows(book: Any) -> None:
    """Where the pages of a print end: address, telephone, page n of m."""
    sheet = without_keys(book)
    for row in range(HEADS + 3, HEADS + 9, 5):
        sheet.insert_rows(row, amount=3)
        put(sheet, row, 2, "Hanlin Magnetics Co., Ltd., 88 Xingguang Road, Ningbo")
        put(sheet, row + 1, 2, "Tel. +86 574 5550 0100")
        put(sheet, row + 2, 2, f"Page {row // 5} of 2")


def far_to_the_right_and_far_down(book: Any) -> None:
    sheet = without_keys(book)
    sheet.insert_cols(1, amount=40)
    sheet.insert_rows(1, amount=45)


def the_sheet_of_keys_shown_sorted_and_renamed(book: Any) -> None:
    keys = book["lodestone"]
    keys.sheet_state, keys.title = "visible", "Sheet2"
    rows = sorted(keys.iter_rows(values_only=True), key=lambda row: str(row[0]), reverse=True)
    keys.delete_rows(1, keys.max_row)
    for at, row in enumerate(rows, start=1):
        for column, value in enumerate(row, start=1):
            put(keys, at, column, value)
    book.move_sheet(keys, -1)


def a_title_above_each_group(book: Any) -> None:
    """Merged over the whole width: 'Sintered magnets', 'Others'."""
    sheet = without_keys(book)
    sheet.insert_rows(HEADS + 4)  # both before either is merged: areas do not move along
    sheet.insert_rows(HEADS + 1)
    for row, title in ((HEADS + 5, "其他"), (HEADS + 1, "烧结钕铁硼磁体")):
        put(sheet, row, 1, title)
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=12)


def only_the_answered_rows(book: Any) -> None:
    """What was not answered was thrown out, also the columns; no keys."""
    sheet = without_keys(book)
    answers = range(FACTS, sheet.max_column + 1)
    for row in range(sheet.max_row, HEADS, -1):
        if all(sheet.cell(row, at).value is None for at in answers):
            sheet.delete_rows(row)
    for at in reversed(answers):
        if all(sheet.cell(row, at).value is None for row in range(HEADS + 1, sheet.max_row + 1)):
            sheet.delete_cols(at)


CHANGES: dict[str, Callable[[Any], None]] = {
    change.__name__: change
    for change in (
        one_line_an_answer, part_after_part_with_numbers_and_gaps, part_after_part_with_a_remark_beside,
        part_after_part_below_a_letter, parts_across_with_an_empty_corner,
        the_row_of_keys_shown_in_place_of_the_headings, headings_at_the_foot_too, no_break_and_no_width_blanks,
        every_answer_in_quotes, a_letterhead_between_the_rows, far_to_the_right_and_far_down,
        the_sheet_of_keys_shown_sorted_and_renamed, a_title_above_each_group, only_the_answered_rows,
    )
} | {
    "headings_with_a_star": over_headings(lambda text: "* " + text),
    "headings_in_capitals": over_headings(str.upper),
    "headings_in_one_line": over_headings(lambda text: " / ".join(text.splitlines())),
    "numbers_behind_their_label": over_numbers(lambda text: f"P/N: {text}"),
    "numbers_broken_by_a_converter": over_numbers(lambda text: f"{text[:4]}\n{text[4:]}"),
}  # fmt: skip


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_no_answer_is_lost(back: Path, change: Callable[[Any], None]) -> None:
    found = said_in(form_of(changed(back, change)))
    told = {number: without_notes(answers) for number, answers in found.items()}
    assert {plainly(number): answers for number, answers in told.items() if answers} == MEANT


def plainly(number: str) -> str:
    """A number without what these suppliers put around it: whose part it is, is asked elsewhere."""
    return "".join(number.removeprefix("P/N:").split()).strip("\u200b\ufeff")


def test_a_copy_with_bars_between_holds_every_answer(back: Path, tmp_path: Path) -> None:
    """Everything between quotes, days with slashes, day first; decimal commas."""
    sheet = openpyxl.load_workbook(back).worksheets[0]
    target = tmp_path / "answers.csv"
    with target.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream, delimiter="|", quoting=csv.QUOTE_ALL)
        for row in sheet.iter_rows(min_row=HEAD_ROW, min_col=2, values_only=True):
            writer.writerow(
                ["" if v is None else f"{v:%d/%m/%Y}" if hasattr(v, "year") else v for v in row]
            )
    form = form_of(target)
    assert said_in(form) == MEANT
    assert "see report" in every_text(form)
