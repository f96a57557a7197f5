"""The questionnaire: only what narrows an answer, two languages, keys that survive sorting."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.answers import ANSWERS, SCHEMA, sheet_mark
from desktop_app.model.findings import CodedError, Message, Question, msg
from desktop_app.report.answers import answers_to
from desktop_app.report.questionnaire import (
    FIRST_ROW,
    HEAD_ROW,
    KEY_ROW,
    KEYS_SHEET,
    part_key,
    write_questionnaire,
)
from tests.report.test_mails import with_column
from tests.report.variations import view_of
from tests.small_assessment import small_assessment

SUPPLIER = "Brandt Antriebe GmbH"


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Any:
    target = tmp_path_factory.mktemp("asked") / "brandt.xlsx"
    assert write_questionnaire(small_assessment(), SUPPLIER, target, "de") == 1
    return openpyxl.load_workbook(target)


def column_of(sheet: Any, key: str) -> int:
    return int(next(cell.column for cell in sheet[KEY_ROW] if cell.value == key))


def test_only_the_parts_of_the_supplier_with_a_question_are_in_it(book: Any) -> None:
    sheet = book.worksheets[0]
    numbers = [sheet.cell(row, 2).value for row in range(FIRST_ROW, sheet.max_row + 1)]
    assert numbers == ["000000000010004720"]
    said = [str(c.value) for row in sheet.iter_rows() for c in row if c.value]
    assert not any("Northgate" in text or "%" in text for text in said if "mass %" not in text)


def test_headings_and_questions_stand_in_both_languages(book: Any) -> None:
    sheet = book.worksheets[0]
    asked = sheet.cell(FIRST_ROW, 4).value
    assert "Where was it made?" in asked
    assert sheet.cell(HEAD_ROW, 2).value.split("\n") == ["Teilenummer", "Part number"]


def test_only_columns_that_narrow_an_answer_are_asked() -> None:
    english = Catalogue("en")

    def keys(narrows: str, text: str) -> list[str]:
        found = answers_to([Question(narrows, "supplier", msg(text), narrows)], english)
        return [answer.key for answer in found]

    magnet = keys("composition", "What mass percentage of Dy, Tb and Ho does this magnet contain?")
    assert magnet[:3] == ["dy_percent", "tb_percent", "ho_percent"]
    assert "sm_percent" not in magnet
    assert "country_of_origin" not in magnet
    assert "gd_percent" in keys("composition", "What is its composition?")
    assert keys("origin", "Where was it made?") == [
        "country_of_origin", "leaves_china", "lead_time_days", "remark",
    ]  # fmt: skip
    assert len({answer.key for answer in ANSWERS}) == len(ANSWERS)


def test_a_question_of_another_material_asks_for_no_magnets() -> None:
    """An organic compound of bismuth was asked for Dy, Tb, Ho and for another magnet grade."""
    english = Catalogue("en")

    def keys(text: Message) -> list[str]:
        found = answers_to([Question("composition", "supplier", text, "composition")], english)
        return [answer.key for answer in found]

    kinds = keys(msg("Does one of these describe it: {kinds}?", kinds="Bismuth germanate"))
    assert kinds == ["magnet_grade", "property", "remark"]
    gallium = keys(msg("What mass percentage of {elements} does it contain?", elements="Ga"))
    assert gallium == ["report_number", "report_date", "magnet_grade", "property", "remark"]
    both = keys(msg("What mass percentage of {elements} does it contain?", elements="Lu, Y"))
    assert "y_percent" in both
    assert "property" in both, "lutetium has no column of its own"
    assert not {"dy_percent", "alternative_grade"} & {*both}
    magnet = keys(msg("What mass percentage of {elements} does it contain?", elements="Tb, Dy"))
    assert "alternative_grade" in magnet
    assert "property" not in magnet


def test_only_asked_answers_can_be_written(book: Any) -> None:
    sheet = book.worksheets[0]
    assert sheet.protection.sheet
    assert not sheet.protection.password
    assert book.security.lockStructure
    assert not sheet.cell(FIRST_ROW, column_of(sheet, "dy_percent")).protection.locked
    for column in range(1, 5):
        assert sheet.cell(FIRST_ROW, column).protection.locked


def test_the_keys_are_hidden_and_say_which_part_and_answer(book: Any) -> None:
    sheet = book.worksheets[0]
    view = view_of(small_assessment())
    part_id = view.parts_of(SUPPLIER)[0]
    assert sheet.column_dimensions["A"].hidden
    assert sheet.row_dimensions[KEY_ROW].hidden
    key = part_key(view, part_id)
    assert sheet.cell(FIRST_ROW, 1).value == key == f"b2b2b2b2b2b2:{sheet_mark('Material')}!5"
    assert "Material" not in key
    hidden = book[KEYS_SHEET]
    assert hidden.sheet_state == "veryHidden"
    lines = dict(hidden.iter_rows(values_only=True, max_col=2))
    assert lines["schema"] == SCHEMA
    assert lines["supplier"] == SUPPLIER
    assert lines[part_key(view, part_id)] == "composition,origin"
    wrote = next(r for r in hidden.iter_rows(values_only=True) if r[0] == part_key(view, part_id))
    shown = [sheet.cell(FIRST_ROW, column).value for column in (3, 4)]
    assert list(wrote[2:]) == shown, "what is typed behind our words can be told from them"


def test_choices_drop_down_and_no_answer_is_refused(book: Any) -> None:
    sheet = book.worksheets[0]
    rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
    leaves = sheet.cell(FIRST_ROW, column_of(sheet, "leaves_china")).coordinate
    rule = next(rule for cells, rule in rules.items() if leaves in cells)
    assert rule.type == "list"
    assert "yes" in rule.formula1
    assert not any(rule.showErrorMessage for rule in rules.values())
    assert all(len(rule.prompt) <= 255 for rule in rules.values())


@pytest.mark.parametrize("text", ["=1+1", "@SUM(1)", "\t=cmd|' /C calc'!A0", "-5", "nul\x00"])
def test_no_text_of_a_file_becomes_a_formula(tmp_path: Path, text: str) -> None:
    found = with_column("supplier", [None, None, None, text])
    found = with_column("description", [None, None, None, text], found)
    write_questionnaire(found, text, tmp_path / "asked.xlsx")
    again = openpyxl.load_workbook(tmp_path / "asked.xlsx")
    cells = [cell for sheet in again.worksheets for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert [cell for cell in cells if cell.value and text.strip("\t\x00") in str(cell.value)]


def test_an_unknown_supplier_is_said_in_words(tmp_path: Path) -> None:
    with pytest.raises(CodedError) as failure:
        write_questionnaire(small_assessment(), "Nobody Inc", tmp_path / "asked.xlsx")
    assert failure.value.problem.code == "E_NOT_FOUND"
    assert not list(tmp_path.iterdir())


def test_no_question_is_cut_below_in_a_language_of_wide_signs(tmp_path: Path) -> None:
    """A row shows every line of its question; LibreOffice does not fit the height of given rows."""
    write_questionnaire(small_assessment(), SUPPLIER, tmp_path / "zh.xlsx", "zh")
    sheet: Any = openpyxl.load_workbook(tmp_path / "zh.xlsx").worksheets[0]
    for row in (HEAD_ROW, *range(FIRST_ROW, sheet.max_row + 1)):
        for cell in sheet[row][1:4]:
            room = sheet.column_dimensions[cell.column_letter].width
            lines = str(cell.value or "").split("\n")
            wide = [sum(1 + (sign > "\u2e80") for sign in line) for line in lines]
            needed = sum(max(1, -(-width // int(room))) for width in wide)
            assert sheet.row_dimensions[row].height >= 15 * needed, cell.coordinate
