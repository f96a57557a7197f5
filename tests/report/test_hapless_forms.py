"""What hapless suppliers do to a whole questionnaire: answers struck out, cut up, put into forms.

Written before its one run, as ``test_hapless_answers``; the first figures stand in the commit."""

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.styles import Font

from desktop_app.intake import opendocument
from desktop_app.report.questionnaire import FIRST_ROW, HEAD_ROW, KEY_ROW
from tests.intake.answered import (
    MEANT,
    answered,
    changed,
    delete_keys_of_both_kinds,
    fill,
    form_of,
    questionnaire,
    saved_by_libreoffice,
)
from tests.report.test_hapless_answers import every_text, said


def test_a_struck_out_figure_is_no_answer(tmp_path: Path) -> None:
    """Withdrawn, not stated: it is asked again, with what stood there."""
    book = openpyxl.load_workbook(questionnaire(tmp_path, "zh"))
    fill(book, {"100-0104": {"dy_percent": 0.005}})
    sheet = book.worksheets[0]
    keys = {cell.value: cell.column for cell in sheet[KEY_ROW] if cell.value}
    for row in range(FIRST_ROW, sheet.max_row + 1):
        sheet.cell(row, keys["dy_percent"]).font = Font(strike=True)
    book.save(tmp_path / "struck.xlsx")
    got = said(form_of(tmp_path / "struck.xlsx"))["100-0104"]["dy_percent"]
    assert got[0] != "understood"


@pytest.mark.parametrize("ending", ["ods", "xls"])
def test_comments_and_lines_through_answers_come_back_from_other_programs(
    back: Path, ending: str
) -> None:
    def change(book: Any) -> None:
        sheet = book.worksheets[0]
        keys = _keys(sheet)
        row = next(r for r in range(FIRST_ROW, 20) if sheet.cell(r, 2).value == "100-0104")
        sheet.cell(row, keys["tb_percent"]).font = Font(strike=True)
        sheet.cell(row, keys["magnet_grade"]).comment = Comment("no HRE since lot 2291", "Li")

    form = form_of(saved_by_libreoffice(changed(back, change), ending))
    assert "no HRE since lot 2291" in every_text(form)
    expected = {**MEANT["100-0104"], "tb_percent": ("not_understood", None)}
    assert said(form)["100-0104"] == expected


ANNOTATED = """<?xml version="1.0"?><office:document-content
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:automatic-styles>
<style:style style:name="ce1"><style:text-properties style:text-line-through-style="solid"/>
</style:style></office:automatic-styles><office:body><office:spreadsheet>
<table:table table:name="A"><table:table-row><table:table-cell table:number-columns-repeated="2"/>
<table:table-cell table:style-name="ce1"><office:annotation><text:p>one</text:p><text:p>two</text:p>
</office:annotation><text:p>0.3</text:p></table:table-cell><table:table-cell><office:annotation>
<text:p>beside nothing</text:p></office:annotation></table:table-cell></table:table-row>
</table:table></office:spreadsheet></office:body></office:document-content>"""


def test_an_open_document_tells_its_comments_and_counts_none_as_a_cell(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "told.ods", "w") as package:
        package.writestr("content.xml", ANNOTATED)
    notes = opendocument.look_into(tmp_path / "told.ods")["A"]
    assert notes.comments == [(1, 3, "one\ntwo"), (1, 4, "beside nothing")]
    assert (notes.struck, notes.filled) == ([(1, 3)], 1)


# --- ten mutilations --------------------------------------------------------------------------

Change = Callable[[Any], None]


def _keys(sheet: Any) -> dict[str, int]:
    return {cell.value: cell.column for cell in sheet[KEY_ROW] if cell.value}


def empty_columns_thrown_out(book: Any) -> None:
    sheet = book.worksheets[0]
    _unmerged(sheet)
    for column in range(sheet.max_column, 0, -1):
        cells = (sheet.cell(row, column).value for row in range(FIRST_ROW, sheet.max_row + 1))
        if all(value is None for value in cells):
            sheet.delete_cols(column)


def headings_in_two_rows(book: Any) -> None:
    """Chinese above, English below, the hidden keys gone."""
    sheet = book.worksheets[0]
    _unmerged(sheet)
    sheet.insert_rows(HEAD_ROW + 1)
    for cell in sheet[HEAD_ROW]:
        own, _, english = str(cell.value or "").partition("\n")
        below = sheet.cell(HEAD_ROW + 1, cell.column)
        cell.value, below.value = own or None, english or None
    sheet.delete_rows(KEY_ROW)
    book.remove(book["lodestone"])


def numbers_without_leading_zeros(book: Any) -> None:
    sheet = book.worksheets[0]
    for row in range(FIRST_ROW, sheet.max_row + 1):
        cell = sheet.cell(row, 2)
        if str(cell.value).isdigit():
            cell.value = int(cell.value)
    delete_keys_of_both_kinds(book)


def a_letterhead_and_a_column_before_it(book: Any) -> None:
    sheet = book.worksheets[0]
    _unmerged(sheet)
    sheet.insert_rows(1, amount=3)
    sheet.cell(1, 2).value = "Hanlin Magnetics Co., Ltd., No. 8 Magnet Road, Ningbo"
    sheet.cell(2, 2).value = "Tel 0574-0000 0000"
    sheet.insert_cols(1)


def sums_signature_and_stamp_below(book: Any) -> None:
    sheet = book.worksheets[0]
    below = sheet.max_row + 2
    sheet.cell(below, 2).value = "合计"
    sheet.cell(below, 3).value = "6 项"
    sheet.cell(below + 2, 2).value = "签名：李伟"
    sheet.cell(below + 3, 2).value = "(公司盖章)"


def every_row_twice_the_second_empty(book: Any) -> None:
    sheet = book.worksheets[0]
    asked = _keys(sheet)["asked"]
    for row in range(FIRST_ROW, sheet.max_row + 1):
        target = sheet.max_row + 1
        for column in range(1, asked + 1):
            sheet.cell(target, column).value = sheet.cell(row, column).value


def in_a_table_of_their_own_numbering(book: Any) -> None:
    """A column No. put before, 1 to n; the keys deleted."""
    sheet = book.worksheets[0]
    delete_keys_of_both_kinds(book)
    _unmerged(sheet)
    sheet.insert_cols(1)
    head = HEAD_ROW - 1
    sheet.cell(head, 1).value = "序号"
    for at, row in enumerate(range(head + 1, sheet.max_row + 1), start=1):
        sheet.cell(row, 1).value = at


def a_sheet_for_each_part(book: Any) -> None:
    """The list cut up, the headings above each row, sheets named by part."""
    sheet = book.worksheets[0]
    book.security = None
    for row in range(FIRST_ROW, sheet.max_row + 1):
        own = book.create_sheet(str(sheet.cell(row, 2).value)[-8:])
        for column in range(1, sheet.max_column + 1):
            own.cell(1, column).value = sheet.cell(HEAD_ROW, column).value
            cell = own.cell(2, column)
            cell.value = sheet.cell(row, column).value
            if isinstance(cell.value, str):
                cell.data_type = "s"
        for column in range(1, sheet.max_column + 1):
            if column > _keys(sheet)["asked"]:
                sheet.cell(row, column).value = None


def a_form_for_each_part(book: Any) -> None:
    """Headings on the left and the answer beside them, part below part; no keys."""
    sheet = book.worksheets[0]
    book.security = None
    own = book.create_sheet("Antworten", 0)
    at = 1
    for row in range(FIRST_ROW, sheet.max_row + 1):
        for column in range(2, sheet.max_column + 1):
            own.cell(at, 1).value = sheet.cell(HEAD_ROW, column).value
            cell = own.cell(at, 2)
            cell.value = sheet.cell(row, column).value
            if isinstance(cell.value, str):
                cell.data_type = "s"
            at += 1
        at += 1
    book.remove(sheet)
    book.remove(book["lodestone"])


def questions_answered_by_topic(book: Any) -> None:
    """Two sheets: composition for the laboratory, the rest for sales; both with all parts."""
    first = book.worksheets[0]
    book.security = None
    second = book.copy_worksheet(first)
    second.title = "Sales"
    last = _keys(first)["alternative_grade"]
    for row in range(FIRST_ROW, first.max_row + 1):
        for column in range(_keys(first)["asked"] + 1, first.max_column + 1):
            (second if column <= last else first).cell(row, column).value = None


def _unmerged(sheet: Any) -> None:
    for area in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(area))


@pytest.fixture(scope="module")
def back(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return answered(tmp_path_factory.mktemp("hapless"))


@pytest.mark.parametrize(
    "change",
    [
        empty_columns_thrown_out, headings_in_two_rows, numbers_without_leading_zeros,
        a_letterhead_and_a_column_before_it, sums_signature_and_stamp_below,
        every_row_twice_the_second_empty, in_a_table_of_their_own_numbering,
        a_sheet_for_each_part, a_form_for_each_part, questions_answered_by_topic,
    ],
    ids=lambda change: str(change.__name__),
)  # fmt: skip
def test_no_answer_is_lost(back: Path, change: Change) -> None:
    got = said(form_of(changed(back, change)))
    assert {number.lstrip("0"): answers for number, answers in got.items()} == {
        number.lstrip("0"): dict(answers) for number, answers in MEANT.items()
    }
