"""An answered questionnaire loses no answer, whatever a supplier did to it."""

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from desktop_app.model.answers import AnsweredForm, Fate
from desktop_app.report.questionnaire import FIRST_ROW, KEY_ROW
from tests.intake.answered import (
    CHANGES,
    FILLED,
    MEANT,
    SAMPLE,
    SUPPLIER,
    answered,
    as_csv,
    changed,
    fill,
    form_of,
    merge_cells,
    questionnaire,
    saved_by_libreoffice,
)
from tests.intake.reading_here import read_here


@pytest.fixture(scope="module")
def back(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return answered(tmp_path_factory.mktemp("back"))


def said(form: AnsweredForm) -> Mapping[str, Mapping[str, tuple[str, Any]]]:
    """Number of the part to its answers: fate and value."""
    return {
        line.number: {r.field: (r.fate, r.value) for r in line.replies}
        for line in form.lines
        if line.replies
    }


def is_whole(form: AnsweredForm) -> bool:
    """Every filled cell has one fate, and none is counted twice."""
    fates: tuple[Fate, ...] = ("understood", "unknown", "not_understood", "note")
    return form.filled == sum(form.count(fate) for fate in fates)


def test_every_answer_comes_back_with_who_and_when(back: Path) -> None:
    form = form_of(back)
    assert said(form) == MEANT
    assert form.filled == FILLED
    assert is_whole(form)
    assert (form.supplier, form.asked_on) == (SUPPLIER, date(2026, 11, 25))
    assert (form.answered_on, form.answered_by) == (date(2026, 11, 20), "Li Wei")


@pytest.mark.parametrize("change", CHANGES)
def test_no_answer_is_lost(back: Path, change: str) -> None:
    form = form_of(changed(back, CHANGES[change]))
    assert said(form) == MEANT
    assert form.filled == FILLED
    assert is_whole(form)
    assert form.notes == ()
    assert form.answered_on == date(2026, 11, 20)


@pytest.mark.parametrize(
    ("separator", "encoding"), [(",", "utf-8"), (";", "utf-8-sig"), ("\t", "gb18030")]
)
def test_text_files_come_back_too(back: Path, separator: str, encoding: str) -> None:
    form = form_of(as_csv(back, separator, encoding))
    assert said(form) == MEANT
    assert (form.filled, form.supplier) == (FILLED, SUPPLIER)


@pytest.mark.parametrize("ending", ["ods", "xls"])
def test_what_libreoffice_saved_comes_back_too(back: Path, ending: str) -> None:
    form = form_of(saved_by_libreoffice(back, ending))
    assert said(form) == MEANT
    assert (form.filled, form.supplier) == (FILLED, SUPPLIER)


def test_a_merged_cell_speaks_for_every_column_and_counts_once(back: Path) -> None:
    form = form_of(changed(back, merge_cells))
    elements = {"dy_percent", "tb_percent", "ho_percent"}
    found = {k: v for k, v in said(form)["100-0104"].items() if k in elements}
    assert found == dict.fromkeys(elements, ("understood", 0.01))
    assert form.filled == FILLED - 2
    assert is_whole(form)


def test_a_cell_merged_over_two_lines_answers_for_both(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(questionnaire(tmp_path))
    sheet = book.worksheets[0]
    column = next(c.column for c in sheet[KEY_ROW] if c.value == "magnet_grade")
    sheet.cell(FIRST_ROW, column).value = "N42"
    sheet.merge_cells(
        start_row=FIRST_ROW, end_row=FIRST_ROW + 1, start_column=column, end_column=column
    )
    book.save(tmp_path / "merged.xlsx")
    form = form_of(tmp_path / "merged.xlsx")
    assert [r.value for line in form.lines[:3] for r in line.replies] == ["N42", "N42"]
    assert form.filled == 1


def test_a_number_shown_as_percent_is_read_as_it_is_shown(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(questionnaire(tmp_path))
    fill(book, {"100-0104": {"dy_percent": 0.042, "tb_percent": 0.35}})
    sheet = book.worksheets[0]
    column = next(c.column for c in sheet[KEY_ROW] if c.value == "dy_percent")
    for row in range(FIRST_ROW, sheet.max_row + 1):
        sheet.cell(row, column).number_format = "0.00%"
    book.save(tmp_path / "numbers.xlsx")
    found = {r.field: (r.typed, r.value) for r in form_of(tmp_path / "numbers.xlsx").replies}
    assert found == {"dy_percent": ("4.2 %", 4.2), "tb_percent": ("0.35", 0.35)}


def test_what_is_written_beside_below_and_above_is_kept_as_a_note(back: Path) -> None:
    def write(book: Any) -> None:
        sheet = book.worksheets[0]
        sheet.cell(FIRST_ROW, sheet.max_column + 1).value = "test report follows"
        sheet.cell(sheet.max_row + 3, 4 + 1).value = "0.5"
        sheet.cell(1, 14).value = "Filled in by Mr Li, tel. 123"
        book.create_sheet("Anlage").cell(1, 1).value = "as agreed on the phone"

    form = form_of(changed(back, write))
    notes = [reply.typed for reply in form.replies if reply.fate == "note"]
    assert {"see report", "test report follows", "Filled in by Mr Li, tel. 123"} <= set(notes)
    orphan = form.lines[-1]
    assert (orphan.number, [r.typed for r in orphan.replies]) == ("", ["0.5"])
    assert is_whole(form)
    assert form.filled == FILLED + 4


def test_answers_in_chinese_are_understood(tmp_path: Path) -> None:
    typed = {
        "100-0104": {"dy_percent": "未检出", "tb_percent": "约0.3%", "report_date": "2026年10月1日",
                     "alternative_grade": "无"},
        "000000000010004724": {"dy_percent": "不知道", "tb_percent": "0.01%以下"},
        "100-0101": {"lead_time_days": "6至8周", "stock_outside_china": "５００个"},
    }  # fmt: skip
    book = openpyxl.load_workbook(questionnaire(tmp_path))
    fill(book, typed)
    book.save(tmp_path / "zh.xlsx")
    found = said(form_of(tmp_path / "zh.xlsx"))
    assert found == {
        "100-0104": {"dy_percent": ("understood", None), "tb_percent": ("understood", 0.3),
                     "report_date": ("understood", date(2026, 10, 1)),
                     "alternative_grade": ("understood", None)},
        "000000000010004724": {"dy_percent": ("unknown", None), "tb_percent": ("understood", 0.01)},
        "100-0101": {"lead_time_days": ("understood", 56.0),
                     "stock_outside_china": ("understood", 500.0)},
    }  # fmt: skip


def test_a_cell_that_is_not_understood_says_where_and_why(back: Path) -> None:
    reading = read_here(back)
    assert not isinstance(reading, str)
    issues = [issue for issue in reading.files[0].issues if issue.code == "W_ANSWER"]
    assert [dict(issue.message.args)["typed"] for issue in issues] == ["about lots"]
    assert issues[0].row is not None
    assert issues[0].column is not None


def test_an_answer_of_a_turned_list_names_the_cell_it_stands_in(back: Path) -> None:
    path = changed(back, CHANGES["turn_on_its_side"])
    sheet = openpyxl.load_workbook(path).worksheets[0]
    replies = [reply for reply in form_of(path).replies if reply.typed]
    assert len(replies) == FILLED
    for reply in replies:
        value = sheet.cell(reply.row, reply.column).value
        typed = value.date().isoformat() if isinstance(value, datetime) else str(value)
        assert reply.typed == typed


def test_data_of_parts_side_by_side_is_a_list_and_no_turned_questionnaire(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (
        ("Part number", "A-1", "A-2"), ("Description", "Magnet 42SH", "Magnet N38"),
        ("Country of origin", "CN", "JP"), ("Dy (mass %)", 4.2, 0), ("Tb (mass %)", 0, 0),
        ("HS code", "85051110", "85051110"), ("Supplier", "Hanlin", "Kitayama"),
    ):  # fmt: skip
        sheet.append(row)
    book.save(tmp_path / "side.xlsx")
    reading = read_here(tmp_path / "side.xlsx")
    assert not isinstance(reading, str)
    assert reading.files[0].answered is None
    assert len(reading.parts) == 2


def test_a_blank_questionnaire_says_that_nobody_answered(tmp_path: Path) -> None:
    reading = read_here(questionnaire(tmp_path))
    assert not isinstance(reading, str)
    (file,) = reading.files
    assert file.answered is not None
    assert file.answered.is_blank
    assert [issue.severity for issue in file.issues if issue.code == "W_ANSWERS"] == ["warning"]


def test_a_parts_list_is_no_questionnaire(tmp_path: Path) -> None:
    sample = read_here(SAMPLE)
    assert not isinstance(sample, str)
    assert sample.files[0].answered is None
    book = openpyxl.Workbook()
    sheet: Any = book.active
    for row in (
        ["Part number", "Description", "Country of origin", "Material or magnet grade", "Remark",
         "Delivery time in days", "Chinese customs code"],
        ["A-1", "Magnet", "CN", "N42SH", "urgent", 30, "8505111000"],
    ):  # fmt: skip
        sheet.append(row)
    book.save(tmp_path / "bom.xlsx")
    bom = read_here(tmp_path / "bom.xlsx")
    assert not isinstance(bom, str)
    assert (bom.files[0].answered, len(bom.parts)) == (None, 1)


@pytest.mark.parametrize(
    "text",
    [
        "=cmd|'/C calc'!A0",
        "@SUM(1)",
        "<img src=x>",
        "{n}",
        "%s",
        "x" * 32_000,
        "'; DROP",
    ],
)
def test_hostile_answers_stay_text(tmp_path: Path, text: str) -> None:
    book = openpyxl.load_workbook(questionnaire(tmp_path))
    fill(book, {"100-0104": {"dy_percent": text, "magnet_grade": text, "remark": text}})
    book.save(tmp_path / "hostile.xlsx")
    form = form_of(tmp_path / "hostile.xlsx")
    assert {reply.typed for reply in form.replies} == {text}
    assert said(form)["100-0104"]["dy_percent"] == ("not_understood", None)
    assert said(form)["100-0104"]["magnet_grade"] == ("understood", text)


def test_a_mark_of_direction_does_not_turn_an_answer_round(tmp_path: Path) -> None:
    """U+202E shows "exe.png" of what ends in "exe"."""
    book = openpyxl.load_workbook(questionnaire(tmp_path))
    fill(book, {"100-0104": {"magnet_grade": "\u202egnp.exe"}})
    book.save(tmp_path / "turned.xlsx")
    assert said(form_of(tmp_path / "turned.xlsx"))["100-0104"]["magnet_grade"] == (
        "understood",
        "gnp.exe",
    )


def test_a_questionnaire_without_its_list_is_still_no_parts_list(back: Path) -> None:
    def empty(book: Any) -> None:
        sheet = book.worksheets[0]
        sheet.delete_rows(1, sheet.max_row)
        for row in (["Part number", "Description", "Qty"], ["A-1", "Magnet", 5], ["A-2", "Nut", 7]):
            sheet.append(row)

    form = form_of(changed(back, empty))
    assert (form.lines, form.filled) == ((), 9)


@pytest.mark.parametrize(
    "key", ["a:b!" + "9" * 5000, "!", ":", "a:b", "\u0661:x!\u0661", "a" * 32_000]
)
def test_a_forged_key_is_no_key(back: Path, key: str) -> None:
    def forge(book: Any) -> None:
        book.worksheets[0].cell(FIRST_ROW, 1).value = key

    form = form_of(changed(back, forge))
    assert form.lines[0].key == ""
    assert said(form) == MEANT
