"""Twenty-five more ways in which questionnaires come back, through real programs where it matters.

Written from the questionnaire alone before their one run; the first figure stands in the commit. An answer
is read as it was meant, asked again with its text, or kept as a note: never lost, never laid on another
part, never read as the opposite. After the run two ways were put right that the test itself had damaged: 04, as
openpyxl writes no table of shared strings, and 16, which made a formula of a text."""

import re
import zipfile
from collections.abc import Mapping
from datetime import date
from functools import cache, reduce
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from desktop_app.intake.answering import lay_answers
from desktop_app.model.reading import Reading, joined
from desktop_app.report.questionnaire import FIRST_ROW, HEAD_ROW
from tests.intake.answered import (
    MEANT,
    SAMPLE,
    TYPED,
    answered,
    changed,
    columns,
    delete_keys_of_both_kinds,
    fill,
    form_of,
    questionnaire,
    read_together,
    row_of,
    saved_by_libreoffice,
    unmerged,
)
from tests.report.test_hapless_answers import every_text, said

OTHER = "Brightway Trading"
OTHERS_PART = "100-0203"
OTHERS_TYPED = {OTHERS_PART: {"dy_percent": "1.9", "leaves_china": "no"}}
Facts = Mapping[str, Mapping[str, Any]]


@pytest.fixture(scope="module")
def back(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return answered(tmp_path_factory.mktemp("outlandish"))


@pytest.fixture(scope="module")
def others(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("outlandish-other")
    book = openpyxl.load_workbook(questionnaire(folder, "en", OTHER))
    fill(book, OTHERS_TYPED)
    book.save(folder / "other.xlsx")
    return folder / "other.xlsx"


def meant() -> dict[str, dict[str, Any]]:
    return {number: dict(answers) for number, answers in MEANT.items()}


def facts_of(*files: Path) -> dict[str, dict[str, Any]]:
    """By part of the sample: what became a fact of it, or is laid on it in a conflict."""
    reading = reduce(joined, [read_together(path) for path in files], sample())
    parts = lay_answers(reading, frozenset((0.1,))).parts
    numbers = parts.frame["part_number"].tolist()
    return {
        numbers[part]: {one.answer: (one.typed, one.use) for one in replies}
        for part, replies in parts.answered.items()
    }


@cache
def sample() -> Reading:
    return read_together(SAMPLE)


def never_wrong(facts: Facts, meant: Mapping[str, Mapping[str, tuple[str, ...]]]) -> None:
    """What was laid on a part is one of the texts that were typed for that very part and question."""
    for number, answers in facts.items():
        for key, (typed, use) in answers.items():
            if use in ("used", "conflict", "agrees"):
                assert typed in meant.get(number, {}).get(key, ()), (number, key, typed)


def copied(sheet: Any, other: Any, below: int = 0) -> None:
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is not None:
                new = other.cell(cell.row + below, cell.column)
                new.value = cell.value
                if isinstance(cell.value, str):
                    new.data_type = "s"


# --- saved by other programs ------------------------------------------------------------------


def test_01_saved_to_open_document(back: Path) -> None:
    """And back into a workbook: that half is ``test_wayward_forms``."""
    assert said(form_of(saved_by_libreoffice(back, "ods"))) == meant()


def test_02_saved_as_text_by_libreoffice(back: Path) -> None:
    assert said(form_of(saved_by_libreoffice(back, "csv"))) == meant()


def test_03_days_counted_from_1904_as_old_excel_for_mac(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(questionnaire(tmp_path))
    book.epoch = CALENDAR_MAC_1904
    typed = {"100-0101": {"licence_filed": date(2026, 11, 1)},
             "100-0102": {"licence_until": date(2027, 6, 30)}}  # fmt: skip
    fill(book, typed)
    book.save(tmp_path / "mac.xlsx")
    got = said(form_of(tmp_path / "mac.xlsx"))
    assert got["100-0101"]["licence_filed"] == ("understood", date(2026, 11, 1))
    assert got["100-0102"]["licence_until"] == ("understood", date(2027, 6, 30))


def test_04_texts_in_the_cells_as_wps_may_write_them(back: Path, tmp_path: Path) -> None:
    """No table of shared strings, no extent of the sheet, no-break blanks behind each text."""
    target = tmp_path / "wps.xlsx"
    with zipfile.ZipFile(back) as old, zipfile.ZipFile(target, "w") as new:
        assert "xl/sharedStrings.xml" not in old.namelist(), "openpyxl writes texts in their cells"
        for name in old.namelist():
            text = old.read(name)
            if name.startswith("xl/worksheets/sheet"):
                sheet = re.sub(r"<dimension[^>]*/>", "", text.decode())
                text = sheet.replace("</t></is>", "\u00a0</t></is>").encode()
            new.writestr(name, text)
    got = said(form_of(target))
    assert {number: set(answers) for number, answers in got.items()} == {
        number: set(answers) for number, answers in meant().items()
    }
    assert got["100-0104"]["dy_percent"] == ("understood", 0.01)


# --- copies -------------------------------------------------------------------------------------


def test_05_the_sheet_copied_and_the_copy_filled_in(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(questionnaire(tmp_path))
    book.security = None
    copy = book.copy_worksheet(book.worksheets[0])
    copy.title = "Questions (2)"
    book.move_sheet(copy, -(len(book.sheetnames) - 1))
    fill(book, TYPED)
    book.save(tmp_path / "copy.xlsx")
    assert said(form_of(tmp_path / "copy.xlsx")) == meant()


def test_06_the_sheet_twice_with_the_same_answers(tmp_path: Path, back: Path) -> None:
    book = openpyxl.load_workbook(back)
    book.copy_worksheet(book.worksheets[0]).title = "Copy"
    book.save(tmp_path / "twice.xlsx")
    assert facts_of(tmp_path / "twice.xlsx") == facts_of(back)


def test_07_two_suppliers_pasted_into_one_sheet(back: Path, others: Path, tmp_path: Path) -> None:
    book, second = openpyxl.load_workbook(back), openpyxl.load_workbook(others)
    sheet = book.worksheets[0]
    unmerged(sheet)
    copied(second.worksheets[0], sheet, sheet.max_row + 2)
    book.save(tmp_path / "both.xlsx")
    facts = facts_of(tmp_path / "both.xlsx")
    texts: dict[str, dict[str, tuple[str, ...]]] = {
        n: {k: (str(v),) for k, v in a.items()} for n, a in {**TYPED, **OTHERS_TYPED}.items()
    }
    texts["100-0101"]["licence_filed"] = ("2026-11-01", "2026-11-01 00:00:00")
    never_wrong(facts, texts)
    assert facts["100-0104"]["dy_percent"] == ("<0.01", "used")
    assert "1.9" in every_text(form_of(tmp_path / "both.xlsx"))


def test_08_two_suppliers_on_two_sheets(back: Path, others: Path, tmp_path: Path) -> None:
    book, second = openpyxl.load_workbook(back), openpyxl.load_workbook(others)
    book.security = None
    copied(second.worksheets[0], book.create_sheet("Brightway", 1))
    book.save(tmp_path / "sheets.xlsx")
    facts = facts_of(tmp_path / "sheets.xlsx")
    assert facts["100-0104"]["dy_percent"] == ("<0.01", "used")
    assert facts.get(OTHERS_PART, {}).get("dy_percent") in (None, ("1.9", "used"))
    assert "1.9" in every_text(form_of(tmp_path / "sheets.xlsx"))


def test_09_moved_into_a_workbook_with_a_price_list(back: Path, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(back)
    book.security = None
    book.remove(book["lodestone"])
    prices = book.create_sheet("Price list 2026", 0)
    prices.append(["Part number", "Description", "Price EUR", "Supplier"])
    prices.append(["100-0104", "Disc magnet", 0.42, "Hanlin Magnetics Co., Ltd."])
    prices.append(["100-0103", "Block magnet", 0.35, "Hanlin Magnetics Co., Ltd."])
    book.save(tmp_path / "prices.xlsx")
    reading = read_together(SAMPLE, tmp_path / "prices.xlsx")
    answered_form = reading.files[1].answered
    assert answered_form is not None
    assert said(answered_form) == meant()


# --- numbers, keys and headings -------------------------------------------------------------------


def test_15_numbers_in_other_forms_and_no_keys(back: Path) -> None:
    forms = {"100-0104": "P/N 100-0104", "100-0103": "1000103", "100-0101": "100_0101 rev. C",
             "100-0102": "100 0102", "100-0105": "HM-2291 (100-0105)"}  # fmt: skip

    def change(book: Any) -> None:
        sheet = book.worksheets[0]
        for row in range(FIRST_ROW, sheet.max_row + 1):
            cell = sheet.cell(row, 2)
            cell.value = forms.get(str(cell.value), cell.value)
        delete_keys_of_both_kinds(book)

    facts = facts_of(changed(back, change))
    assert facts == facts_of(back)


def test_16_the_keys_stay_while_the_rows_below_move_up(back: Path) -> None:
    """The first line deleted in the visible columns only: every key stands beside another part."""

    def change(book: Any) -> None:
        sheet = book.worksheets[0]
        for row in range(FIRST_ROW, sheet.max_row):
            for column in range(2, sheet.max_column + 1):
                cell, below = sheet.cell(row, column), sheet.cell(row + 1, column)
                cell.value = below.value
                if isinstance(below.value, str):
                    cell.data_type = "s"
        for column in range(2, sheet.max_column + 1):
            sheet.cell(sheet.max_row, column).value = None

    first = openpyxl.load_workbook(back).worksheets[0].cell(FIRST_ROW, 2).value
    whole = facts_of(back)
    whole.pop(str(first), None)
    assert facts_of(changed(back, change)) == whole


def test_17_columns_moved_below_the_hidden_row(back: Path) -> None:
    """Dy and Ho exchanged from the headings down; the hidden keys above stay where they were."""

    def change(book: Any) -> None:
        sheet = book.worksheets[0]
        keys = columns(sheet)
        for row in range(HEAD_ROW, sheet.max_row + 1):
            one, other = sheet.cell(row, keys["dy_percent"]), sheet.cell(row, keys["ho_percent"])
            one.value, other.value = other.value, one.value

    got = said(form_of(changed(back, change)))["100-0104"]
    text = every_text(form_of(changed(back, change)))
    assert "100 ppm" in text
    assert "<0.01" in text
    for name in ("dy_percent", "ho_percent"):
        assert got.get(name, ("", None))[1] in (None, 0.01)
    four = said(form_of(changed(back, change)))["000000000010004724"]
    assert four.get("ho_percent", ("", None))[1] is None
    assert four.get("dy_percent", ("", None))[1] in (None, 4.2)


@pytest.mark.parametrize("heading", ["Dy, ppm", "Dy (ppm)", "镝 ppm", "Dy [mg/kg]"])
def test_18_a_heading_that_says_another_unit(tmp_path: Path, heading: str) -> None:
    book = openpyxl.load_workbook(questionnaire(tmp_path))
    fill(book, {"100-0104": {"dy_percent": 50}, "100-0103": {"dy_percent": 30}})
    sheet = book.worksheets[0]
    sheet.cell(HEAD_ROW, columns(sheet)["dy_percent"]).value = heading
    book.save(tmp_path / "ppm.xlsx")
    form = form_of(tmp_path / "ppm.xlsx")
    assert "50" in every_text(form)
    assert said(form)["100-0104"]["dy_percent"][1] in (None, 0.005)


def test_19_a_row_of_units_of_the_suppliers_below_the_headings(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(questionnaire(tmp_path))
    fill(book, {"100-0104": {"dy_percent": 50}, "100-0105": {"lead_time_days": 8}})
    sheet = book.worksheets[0]
    sheet.insert_rows(FIRST_ROW)
    keys = columns(sheet)
    sheet.cell(FIRST_ROW, keys["dy_percent"]).value = "ppm"
    sheet.cell(FIRST_ROW, keys["lead_time_days"]).value = "weeks"
    book.save(tmp_path / "units.xlsx")
    got = said(form_of(tmp_path / "units.xlsx"))
    assert got["100-0104"]["dy_percent"][1] in (None, 0.005)
    assert got["100-0105"]["lead_time_days"][1] in (None, 56.0)


def test_20_cells_formatted_as_percent(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(questionnaire(tmp_path))
    fill(book, {"100-0104": {"dy_percent": 0.0035}, "100-0103": {"dy_percent": 0.35}})
    sheet = book.worksheets[0]
    keys = columns(sheet)
    sheet.cell(row_of(sheet, "100-0104"), keys["dy_percent"]).number_format = "0.00%"
    book.save(tmp_path / "percent.xlsx")
    got = said(form_of(tmp_path / "percent.xlsx"))
    assert got["100-0104"]["dy_percent"][1] in (None, 0.35)
    assert got["100-0103"]["dy_percent"][1] in (None, 0.35)


def test_21_a_part_split_into_lots_without_its_number(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(questionnaire(tmp_path))
    fill(book, {"100-0104": {"dy_percent": "<0.01", "tb_percent": "<0.01"}})
    sheet = book.worksheets[0]
    row, keys = row_of(sheet, "100-0104"), columns(sheet)
    sheet.insert_rows(row + 1)
    sheet.cell(row + 1, 3).value = "Lot B"
    sheet.cell(row + 1, keys["dy_percent"]).value = "1.1"
    book.save(tmp_path / "lots.xlsx")
    facts = facts_of(tmp_path / "lots.xlsx")
    never_wrong(facts, {"100-0104": {"dy_percent": ("<0.01", "1.1"), "tb_percent": ("<0.01",)}})
    assert "1.1" in every_text(form_of(tmp_path / "lots.xlsx"))


def test_22_the_headings_again_on_each_page(back: Path) -> None:
    def change(book: Any) -> None:
        sheet = book.worksheets[0]
        for row in (FIRST_ROW + 4, FIRST_ROW + 2):
            sheet.insert_rows(row, 2)
            for column in range(1, sheet.max_column + 1):
                sheet.cell(row + 1, column).value = sheet.cell(HEAD_ROW, column).value

    assert said(form_of(changed(back, change))) == meant()


def test_23_answers_calculated_and_taken_from_the_line_above(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(questionnaire(tmp_path))
    sheet = book.worksheets[0]
    keys, first = columns(sheet), row_of(sheet, "100-0104")
    sheet.cell(first, keys["dy_percent"]).value = "=0.6/2"
    sheet.cell(first, keys["dy_percent"]).number_format = "General"
    other = row_of(sheet, "100-0103")
    sheet.cell(
        other, keys["dy_percent"]
    ).value = f"={sheet.cell(first, keys['dy_percent']).coordinate}"
    sheet.cell(other, keys["dy_percent"]).number_format = "General"
    book.save(tmp_path / "formulas.xlsx")
    got = said(form_of(saved_by_libreoffice(tmp_path / "formulas.xlsx", "xlsx")))
    assert got["100-0104"]["dy_percent"] == ("understood", 0.3)
    assert got["100-0103"]["dy_percent"] == ("understood", 0.3)
