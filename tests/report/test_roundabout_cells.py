"""Answers that do not stand in their cells, or stand there in words of other units, calendars and languages:
the second half of the frozen set of ``test_roundabout_forms``, whose words hold for it too."""

import copy
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.comments import Comment

from desktop_app.intake.answer_columns import BY_KEY
from desktop_app.intake.answer_values import habits_of, meaning_of
from desktop_app.report.questionnaire import FIRST_ROW, HEAD_ROW
from tests.intake.answered import (
    answered,
    columns,
    fill,
    form_of,
    questionnaire,
    row_of,
)
from tests.report.test_hapless_answers import every_text, fact_of
from tests.report.test_roundabout_forms import facts, meant, put
from tests.report.test_wayward_forms import PART

# --- not in the cells ---------------------------------------------------------------------------


def test_answers_in_notes_of_empty_cells_are_kept(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(questionnaire(tmp_path))
    sheet = book.worksheets[0]
    keys, row = columns(sheet), row_of(sheet, PART)
    notes = {"dy_percent": "Li Wei:\n<0.01 %", "report_number": "Li Wei:\nTR-7"}
    for field, words in notes.items():
        sheet.cell(row, keys[field]).comment = Comment(words, "Li Wei")
    book.save(tmp_path / "notes.xlsx")
    form = form_of(tmp_path / "notes.xlsx")
    assert "<0.01 %" in every_text(form)
    assert "TR-7" in every_text(form)
    stated = {(PART, "dy_percent"): 0.01, (PART, "report_number"): "TR-7"}
    assert facts(form).items() <= stated.items()


def test_answers_in_a_column_of_their_own_at_the_right_are_kept(tmp_path: Path) -> None:
    """'Answer', with all of it in one cell."""
    book = openpyxl.load_workbook(questionnaire(tmp_path))
    sheet = book.worksheets[0]
    answers = {
        PART: "Dy<0.01%, Tb<0.01%, Ho<0.01%, report TR-7 of 2026-10-01",
        "100-0102": "许可证号 26AA000123，有效期至2027年6月30日",
        "100-0103": "see attached",
    }
    column = sheet.max_column + 1
    put(sheet, HEAD_ROW, column, "答复 Answer")
    for number, words in answers.items():
        put(sheet, row_of(sheet, number), column, words)
    book.save(tmp_path / "beside.xlsx")
    form = form_of(tmp_path / "beside.xlsx")
    stated = {
        (PART, "dy_percent"): 0.01, (PART, "tb_percent"): 0.01, (PART, "ho_percent"): 0.01,
        (PART, "report_number"): "TR-7", (PART, "report_date"): date(2026, 10, 1),
        ("100-0102", "licence_number"): "26AA000123", ("100-0102", "licence_until"): date(2027, 6, 30),
    }  # fmt: skip
    assert facts(form).items() <= stated.items()
    for words in answers.values():
        assert words in every_text(form), words


def test_formulas_that_nobody_reckoned_are_no_answers(tmp_path: Path) -> None:
    """A cell that refers to the one above, in a workbook no spreadsheet program has saved."""
    book = openpyxl.load_workbook(answered(tmp_path))
    sheet = book.worksheets[0]
    keys = columns(sheet)
    cell = sheet.cell(row_of(sheet, "100-0103"), keys["tb_percent"])
    cell.value = f"={sheet.cell(row_of(sheet, PART), keys['tb_percent']).coordinate}"
    book.save(tmp_path / "formula.xlsx")
    assert facts(form_of(tmp_path / "formula.xlsx")) == meant()


DITTO = ("同上", "dito", "ditto", "same as above", "〃", '"', "wie oben", "s.o.", "同上行", "idem", "↑", "- do -",
         "as above", "see above", "siehe oben", "與上相同")  # fmt: skip


@pytest.mark.parametrize("word", DITTO)
@pytest.mark.parametrize("field", ["dy_percent", "report_number", "magnet_grade", "lead_time_days"])
def test_same_as_above_is_none_of_its_own(field: str, word: str) -> None:
    assert fact_of(field, word) is None


@pytest.mark.parametrize("word", DITTO[::8])
def test_same_as_above_is_what_stands_above_or_is_asked(tmp_path: Path, word: str) -> None:
    book = openpyxl.load_workbook(questionnaire(tmp_path))
    sheet = book.worksheets[0]
    first, second = (str(sheet.cell(FIRST_ROW + at, 2).value) for at in (0, 1))
    above = {"dy_percent": "1.2", "report_number": "TR-7", "magnet_grade": "N48H",
             "lead_time_days": "45"}  # fmt: skip
    fill(book, {first: above, second: dict.fromkeys(above, word)})
    book.save(tmp_path / "ditto.xlsx")
    form = form_of(tmp_path / "ditto.xlsx")
    known = {
        "dy_percent": 1.2,
        "report_number": "TR-7",
        "magnet_grade": "N48H",
        "lead_time_days": 45.0,
    }
    found = facts(form)
    assert {field: found[first, field] for field in known} == known
    for field, value in known.items():
        assert found.get((second, field), value) == value, field
    assert word in every_text(form)


# --- in words of other units, calendars and languages ------------------------------------------

NONE = (None,)
CELLS: tuple[tuple[str, str, tuple[Any, ...]], ...] = (
    # ranges
    ("dy_percent", "0.3～0.5", (None, (0.3, ""), (0.3, ">"), (0.5, "<"))),
    ("lead_time_days", "6-8 weeks", (None, 42.0, 49.0, 56.0)),
    ("lead_time_days", "30 to 45", (None, 30.0, 45.0, 37.5)),
    ("stock_outside_china", "200-300 pcs", (None, 200.0)),
    # units of other kinds
    ("lead_time_days", "3 months", (None, 90.0, 91.3125)),
    ("lead_time_days", "2.5个月", (None, 75.0, 76.09375)),
    ("lead_time_days", "Q1 2027", NONE),
    ("lead_time_days", "KW 48", NONE),
    ("lead_time_days", "ex stock", (None, 0.0)),
    ("stock_outside_china", "1.5 Mio", (None, 1_500_000.0)),
    ("stock_outside_china", "2千件", (None, 2_000.0)),
    ("stock_outside_china", "1'500", (None, 1_500.0)),
    ("stock_outside_china", "1 500 шт", (None, 1_500.0)),
    ("stock_outside_china", "none at the moment", (None, 0.0)),
    ("dy_percent", "0.3 g", NONE),
    ("dy_percent", "12 mg/kg", (None, (0.0012, ""))),
    ("dy_percent", "0,02 kg je Stück", NONE),
    # days of other calendars and ways
    ("report_date", "2026年10月1日", (date(2026, 10, 1),)),
    ("report_date", "Oct. 1st, 2026", (None, date(2026, 10, 1))),
    ("report_date", "1er octobre 2026", (None, date(2026, 10, 1))),
    ("report_date", "R8.10.1", (None, date(2026, 10, 1))),
    ("report_date", "令和8年10月1日", (None, date(2026, 10, 1))),
    ("report_date", "民國115年10月1日", (None, date(2026, 10, 1))),
    ("report_date", "20261001", (None, date(2026, 10, 1))),
    ("report_date", "26.10.01", (None, date(2026, 10, 1), date(2001, 10, 26))),
    ("report_date", "10/2026", (None, date(2026, 10, 1))),
    ("report_date", "2026. 10. 1.", (None, date(2026, 10, 1))),
    ("licence_until", "end of June 2027", (None, date(2027, 6, 30))),
    ("licence_until", "2027-06-31", NONE),
    ("licence_until", "valid 12 months", NONE),
    ("licence_filed", "last week", NONE),
    ("licence_filed", "not before 2026-12-01", NONE),
    # licence numbers with words around them
    ("licence_number", "see attached", NONE),
    ("licence_number", "见附件", NONE),
    ("licence_number", "waiting for MOFCOM", NONE),
    ("licence_number", "审批中", NONE),
    ("licence_number", "一般许可", NONE),
    ("licence_number", "26AA000123", ("26AA000123",)),
    ("licence_number", "expired 25AA000001", NONE),
    ("licence_number", "same licence as last year", NONE),
    # half a yes
    ("leaves_china", "yes, but via Vietnam", NONE),
    ("leaves_china", "部分", (None, "some")),
    ("leaves_china", "teils/teils", (None, "some")),
    ("leaves_china", "yes/no", NONE),
    ("leaves_china", "sí, siempre", (None, "yes")),
    ("country_of_origin", "China or Vietnam", NONE),
    ("country_of_origin", "Asia", NONE),
    ("country_of_origin", "EU", NONE),
    ("country_of_origin", "越南（原料来自中国）", (None, "VN")),
    ("country_of_origin", "see certificate of origin", NONE),
    # a whole cell of something else
    ("magnet_grade", "see drawing", NONE),
    ("magnet_grade", "N42SH (until lot 2290), then N45H", (None, "N42SH (until lot 2290), then N45H")),
    ("magnet_grade", "按图纸", NONE),
    ("maker", "同供应商", NONE),
    ("form", "see photo", NONE),
    ("hs_code", "8505.11 or 8505.19", NONE),
    ("hs_code", "ask customs", NONE),
)  # fmt: skip


@pytest.mark.parametrize(("field", "typed", "allowed"), CELLS)
def test_a_cell_means_what_it_says_or_is_asked(
    field: str, typed: str, allowed: tuple[Any, ...]
) -> None:
    assert fact_of(field, typed) in allowed


@pytest.mark.parametrize(
    ("typed", "count", "unit"),
    [
        ("12 boxes", 12.0, "boxes"),
        ("2 Paletten", 2.0, "Paletten"),
        ("5 kg", 5.0, "kg"),
        ("3 箱", 3.0, "箱"),
        ("500 pcs", 500.0, ""),
    ],
)
def test_an_amount_that_is_not_in_pieces_keeps_its_unit(
    typed: str, count: float, unit: str
) -> None:
    found = meaning_of(BY_KEY["stock_outside_china"], typed, habits_of([typed], []))
    assert (found.value, found.unit) == (count, unit)


@pytest.mark.parametrize(
    ("beside", "allowed"),
    [
        ("25/11/2026", (date(2026, 4, 3),)),
        ("11/25/2026", (date(2026, 3, 4),)),
        (None, (None,)),
    ],
)
def test_a_day_that_may_be_two_is_settled_by_the_others_or_asked(
    tmp_path: Path, beside: str | None, allowed: tuple[Any, ...]
) -> None:
    """03/04/2026: what another cell of the form says about the order of day and month counts."""
    book = openpyxl.load_workbook(questionnaire(tmp_path))
    others: Mapping[str, Any] = {"100-0101": {"licence_filed": beside}} if beside else {}
    fill(
        book,
        copy.deepcopy({PART: {"report_number": "TR-7", "report_date": "03/04/2026"}, **others}),
    )
    book.save(tmp_path / "days.xlsx")
    assert facts(form_of(tmp_path / "days.xlsx")).get((PART, "report_date")) in allowed
