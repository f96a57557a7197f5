"""Answers of suppliers in a hurry: outside the yellow cells, under other headings, half a sentence.

Written before looking at how the reader treats them. Of every answer one of three things may come
out: it is understood as it was meant, it is asked again with its text, or it is kept as a note.
It is never lost, and never a fact that the supplier did not state."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.comments import Comment

from desktop_app.intake.answered_parts import PartFinder
from desktop_app.model.answers import AnsweredForm
from desktop_app.report.questionnaire import FIRST_ROW, HEAD_ROW
from tests.intake.answered import (
    MEANT,
    SAMPLE,
    answered,
    changed,
    columns,
    delete_keys_of_both_kinds,
    fill,
    form_of,
    questionnaire,
    read_together,
    row_of,
)

GRADE = "100-0104"
"""The number of a part whose composition is asked."""


@pytest.fixture(scope="module")
def back(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return answered(tmp_path_factory.mktemp("careless"))


def said(form: AnsweredForm) -> dict[str, dict[str, tuple[str, Any]]]:
    return {
        line.number: {reply.field: (reply.fate, reply.value) for reply in line.replies}
        for line in form.lines
        if line.replies
    }


def every_text(form: AnsweredForm) -> str:
    """All that the form gives back as it was typed."""
    replies = [got for line in form.lines for got in line.replies]
    return "\n".join(got.typed for got in (*replies, *form.notes))


def one_cell(folder: Path, number: str, field: str, typed: Any) -> AnsweredForm:
    """A form on which one cell is filled."""
    book = openpyxl.load_workbook(questionnaire(folder, "en"))
    fill(book, {number: {field: typed}})
    book.save(folder / "one.xlsx")
    return form_of(folder / "one.xlsx")


def reply(folder: Path, field: str, typed: Any) -> tuple[str, Any]:
    number = GRADE if field in ("dy_percent", "magnet_grade", "alternative_grade") else "100-0101"
    form = one_cell(folder, number, field, typed)
    assert str(typed) in every_text(form)
    return said(form)[number][field]


# --- where it was written --------------------------------------------------------------------


def test_an_answer_in_a_comment_of_a_cell_is_kept(back: Path) -> None:
    def change(book: Any) -> None:
        sheet = book.worksheets[0]
        at = sheet.cell(row_of(sheet, GRADE), columns(sheet)["magnet_grade"])
        at.comment = Comment("N48H-E, free of HRE since lot 2291", "Li Wei")

    form = form_of(changed(back, change))
    assert "lot 2291" in every_text(form)
    assert said(form)[GRADE]["dy_percent"] == MEANT[GRADE]["dy_percent"]


def test_an_answer_written_behind_the_question_is_kept(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(questionnaire(tmp_path, "en"))
    sheet = book.worksheets[0]
    at = sheet.cell(row_of(sheet, GRADE), columns(sheet)["asked"])
    at.value = f"{at.value}\nDy 0.5 %, Tb none, Ho none, see report TR-7"
    sheet.cell(3, 6).value = date(2026, 11, 20)
    book.save(tmp_path / "behind.xlsx")
    assert "see report TR-7" in every_text(form_of(tmp_path / "behind.xlsx"))


def test_day_and_name_written_behind_their_labels_are_read(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(questionnaire(tmp_path, "en"))
    fill(book, {GRADE: {"dy_percent": 0.5}})
    sheet = book.worksheets[0]
    sheet.cell(3, 6).value = sheet.cell(3, 8).value = None
    sheet.cell(3, 5).value = "Answered on: 2026-11-20"
    sheet.cell(3, 7).value = "Answered by: Li Wei"
    book.save(tmp_path / "labels.xlsx")
    form = form_of(tmp_path / "labels.xlsx")
    assert (form.answered_on, form.answered_by) == (date(2026, 11, 20), "Li Wei")


@pytest.mark.parametrize("with_keys", [True, False])
def test_answers_in_a_row_of_their_own_below_each_part_belong_to_it(
    back: Path, with_keys: bool
) -> None:
    """A row is put in below each question and filled; its number stays empty."""

    def change(book: Any) -> None:
        sheet = book.worksheets[0]
        rows = [
            [sheet.cell(row, column).value for column in range(1, sheet.max_column + 1)]
            for row in range(FIRST_ROW, sheet.max_row + 1)
        ]
        for at, row in enumerate(rows):
            for column, value in enumerate(row, start=1):
                asked = column <= columns(sheet)["asked"]
                for low, keep in ((0, asked), (1, not asked)):
                    cell = sheet.cell(FIRST_ROW + 2 * at + low, column)
                    cell.value = value if keep else None
                    if isinstance(cell.value, str):
                        cell.data_type = "s"
        if not with_keys:
            delete_keys_of_both_kinds(book)

    assert said(form_of(changed(back, change))) == MEANT


def test_a_filled_copy_of_the_sheet_counts_and_the_empty_one_says_nothing(back: Path) -> None:
    def change(book: Any) -> None:
        book.security = None
        first = book.worksheets[0]
        book.copy_worksheet(first).title = "Questions (2)"
        for row in range(FIRST_ROW, first.max_row + 1):
            for column in range(columns(first)["asked"] + 1, first.max_column + 1):
                first.cell(row, column).value = None

    assert said(form_of(changed(back, change))) == MEANT


# --- other headings and numbers --------------------------------------------------------------


@pytest.mark.parametrize("with_keys", [True, False])
@pytest.mark.parametrize(
    "answer",
    [
        ("lead_time_days", "Delivery time in weeks", 12, 84.0),
        ("lead_time_days", "Lead time (wks)", "12", 84.0),
        ("dy_percent", "Dy, ppm", 150, 0.015),
        ("dy_percent", "Dy (mg/kg)", "150", 0.015),
        ("dy_percent", "Dy, g/kg", 3, 0.3),
        ("stock_outside_china", "Stock outside China, thousand pcs", 2, 2000.0),
        ("stock_outside_china", "Stock outside China, kg", 2, None),
    ],
)
def test_a_heading_with_another_unit_is_believed_or_asked(
    tmp_path: Path, with_keys: bool, answer: tuple[str, str, Any, float | None]
) -> None:
    """Never the figure in the unit we had asked for."""
    field, heading, typed, meant = answer
    number = GRADE if field == "dy_percent" else "100-0101"
    book = openpyxl.load_workbook(questionnaire(tmp_path, "en"))
    fill(book, {number: {field: typed}})
    sheet = book.worksheets[0]
    sheet.cell(HEAD_ROW, columns(sheet)[field]).value = heading
    if not with_keys:
        delete_keys_of_both_kinds(book)
    book.save(tmp_path / "units.xlsx")
    form = form_of(tmp_path / "units.xlsx")
    replies = [got for line in form.lines for got in line.replies]
    values = [got.value for got in replies if got.fate == "understood" and got.unit != "kg"]
    assert values in ([], [pytest.approx(meant)] if meant else [])
    assert str(typed) in every_text(form)


def through_word(text: str) -> str:
    """Hyphens that do not break, spaces that do not break, and a soft line end."""
    return text.replace("-", "\u2011").replace(" ", "\u00a0", 1) + "\u200b"


def as_wide_letters(text: str) -> str:
    return text.translate({sign: sign + 0xFEE0 for sign in range(0x21, 0x7F)})


@pytest.mark.parametrize("spell", [through_word, as_wide_letters])
def test_numbers_that_went_through_another_program_find_their_parts(
    back: Path, spell: Callable[[str], str]
) -> None:
    def change(book: Any) -> None:
        sheet = book.worksheets[0]
        for row in range(FIRST_ROW, sheet.max_row + 1):
            sheet.cell(row, 2).value = spell(str(sheet.cell(row, 2).value))
        delete_keys_of_both_kinds(book)

    reading = read_together(SAMPLE)
    finder = PartFinder(reading)
    form = form_of(changed(back, change))
    placed = {
        str(reading.parts.value(part, "part_number"))
        for line in form.lines
        for part in finder.find(line, form.supplier)[0]
    }
    assert placed == set(MEANT)


# --- half a sentence -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "typed",
    ["pending", "applied", "in process", "not yet", "will be provided later", "TBD", "see e-mail",
     "申请中", "办理中", "已申请", "不需要", "not required", "no licence needed", "in Bearbeitung",
     "beantragt", "en cours", "en trámite", "in corso", "申請中", "신청 중"],
)  # fmt: skip
def test_a_word_about_the_licence_is_no_licence_number(tmp_path: Path, typed: str) -> None:
    fate, value = reply(tmp_path, "licence_number", typed)
    assert (fate, value) != ("understood", typed)


@pytest.mark.parametrize("typed", ["同上", "〃", "ditto", "same as above", '"', "dito", "idem"])
def test_a_ditto_is_no_grade(tmp_path: Path, typed: str) -> None:
    fate, value = reply(tmp_path, "magnet_grade", typed)
    assert (fate, value) != ("understood", typed)


@pytest.mark.parametrize(
    "typed", ["yes", "no", "是", "有", "√", "×", "ok", "x", "可以", "無", "无"]
)
def test_yes_or_no_is_no_alternative_grade(tmp_path: Path, typed: str) -> None:
    fate, value = reply(tmp_path, "alternative_grade", typed)
    assert (fate, value) != ("understood", typed)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("/", None), ("-", None), ("√", None), ("ND", None), ("N.D.", None), ("未检出", None),
        ("ND (MDL 5 ppm)", 0.0005), ("<LOD", None), ("trace", None), ("微量", None),
        ("4.2±0.2", 4.0), ("4.0~4.5", 4.0), ("max 4.5", 4.5), ("≤4.5%", 4.5),
        ("4.2 (typ.)", 4.2), ("Dy2O3 4.2", None), ("Pr+Nd 29-31", None), ("balance", None),
        ("42SH", None), ("0", None), (0, None), ("0.00%", None),
    ],
)  # fmt: skip
def test_of_a_share_nothing_is_made_up(tmp_path: Path, typed: Any, meant: float | None) -> None:
    """Where a figure is understood it is the one stated; zero and 'not found' prove no absence."""
    form = one_cell(tmp_path, GRADE, "dy_percent", typed)
    (line,) = (line for line in form.lines if line.replies)
    (got,) = line.replies
    assert str(typed) in every_text(form)
    if got.fate == "understood" and got.value is not None:
        assert (meant is not None and got.value == pytest.approx(meant)) or (
            got.value == 0.0 and str(typed) in ("0", "0.00%")
        )


@pytest.mark.parametrize(
    ("field", "typed", "allowed"),
    [
        ("licence_until", "6 months after issue", {None}),
        ("licence_until", "长期有效", {None}),
        ("licence_until", "2027-06", {None, date(2027, 6, 30), date(2027, 6, 1)}),
        ("licence_until", "end of June 2027", {None, date(2027, 6, 30)}),
        ("licence_until", "2026.11.01-2027.04.30", {None, date(2027, 4, 30)}),
        ("licence_filed", "not yet", {None}),
        ("licence_filed", "next week", {None}),
        ("licence_filed", "2026年11月1日", {date(2026, 11, 1)}),
        ("lead_time_days", "60 days by sea + 30 days production", {None, 90.0}),
        ("lead_time_days", "45 days after licence", {None, 45.0}),
        ("lead_time_days", "2026-12-20", {None}),
        ("lead_time_days", date(2026, 12, 20), {None}),
        ("lead_time_days", "ARO 12 wks", {None, 84.0}),
        ("lead_time_days", "in stock", {None, 0.0}),
        ("stock_outside_china", "2k", {None, 2000.0}),
        ("stock_outside_china", "5 pallets", {None, 5.0}),
        ("stock_outside_china", "500 in Rotterdam, 300 in Genoa", {None, 800.0}),
        ("stock_outside_china", "500 pcs (reserved for others)", {None}),
        ("stock_outside_china", "none", {None, 0.0}),
        ("hs_code", "8505111000 or 8505190090", {None}),
        ("hs_code", "8505 11 10 00", {"8505111000"}),
        ("hs_code", 8505111000.0, {"8505111000"}),
        ("hs_code", "magnets", {None}),
    ],
)  # fmt: skip
def test_of_half_an_answer_nothing_is_made_up(
    tmp_path: Path, field: str, typed: Any, allowed: set[Any]
) -> None:
    fate, value = said(one_cell(tmp_path, "100-0101", field, typed))["100-0101"][field]
    assert (value if fate == "understood" else None) in allowed


def test_report_number_and_day_in_each_others_columns_make_no_report(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(questionnaire(tmp_path, "en"))
    typed = {"dy_percent": "<0.01", "report_number": "2026-10-01", "report_date": "TR-7"}
    fill(book, {GRADE: typed})
    book.save(tmp_path / "swapped.xlsx")
    form = form_of(tmp_path / "swapped.xlsx")
    got = said(form)[GRADE]
    assert got["report_number"] != ("understood", "2026-10-01")
    assert "TR-7" in every_text(form)
    assert got["dy_percent"] == ("understood", 0.01)


# --- seen when the whole trip was made by hand, with LibreOffice between ---------------------


@pytest.mark.parametrize(
    ("field", "typed", "meant"),
    [
        ("licence_filed", "beantragt am 10.11.2026", date(2026, 11, 10)),
        ("licence_filed", "applied on Nov 3, 2026", date(2026, 11, 3)),
        ("licence_filed", "已于2026年11月5日申请", date(2026, 11, 5)),
        ("licence_filed", "will be applied for on 2026-12-10", None),
        ("licence_filed", "not before 10.12.2026", None),
        ("licence_filed", "2026-11-10, again 2026-11-20", None),
        ("licence_filed", "valid until 2027-05-31", None),
        ("licence_until", "gültig bis 31.05.2027", date(2027, 5, 31)),
        ("licence_until", "有效期至2027年5月31日", date(2027, 5, 31)),
        ("licence_until", "expired 2026-05-31, new one applied for", None),
    ],
)
def test_a_day_among_words_counts_where_the_words_say_nothing_else(
    tmp_path: Path, field: str, typed: str, meant: date | None
) -> None:
    fate, value = reply(tmp_path, field, typed)
    assert (fate, value) == (("understood", meant) if meant else ("not_understood", None))


@pytest.mark.parametrize(
    ("typed", "limit"),
    [("n.d. (<10 mg/kg)", 0.001), ("未检出（检出限 0.005%）", 0.005), ("not detected <0.01%", 0.01),
     ("ND (MDL 5 ppm)", 0.0005), ("not detected (lab 4)", None), ("42SH (<0.01 %)", None)],
)  # fmt: skip
def test_not_found_with_a_limit_is_no_more_than_the_limit(
    tmp_path: Path, typed: str, limit: float | None
) -> None:
    form = one_cell(tmp_path, GRADE, "dy_percent", typed)
    ((got,),) = (line.replies for line in form.lines if line.replies)
    if limit is None:
        assert got.fate == "not_understood"
    else:
        assert (got.fate, got.bound) == ("understood", "<")
        assert got.value == pytest.approx(limit)


def test_what_stands_beside_the_answers_is_told_with_its_part_and_cell(back: Path) -> None:
    def change(book: Any) -> None:
        sheet = book.worksheets[0]
        sheet.cell(row_of(sheet, GRADE), columns(sheet)["remark"]).value = "stock is in Hamburg"

    reading = read_together(changed(back, change))
    told = [issue for issue in reading.files[0].issues if issue.code == "W_ANSWER_NOTE"]
    (one,) = (issue for issue in told if "stock is in Hamburg" in str(issue.message.args))
    assert dict(one.message.args)["part"] == GRADE
    assert one.row is not None
    assert one.column is not None
