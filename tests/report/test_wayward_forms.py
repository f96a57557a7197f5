"""Questionnaires that come back by ways of their own: copied into a workbook of the supplier's, cut,
painted, struck out, taken from a mail, sent twice with other figures.

Written from the questionnaire alone, before its one run; the first figures stand in the commit. An
answer is understood as it was meant, asked again with its text, or kept as a note. None is lost, and
none becomes a fact that was not stated. After the run two truths were put right: places behind a
stock may be asked again, and a key of colours is a note of its row."""

from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill

from desktop_app import pipeline
from desktop_app.model.assessment import Assessment
from desktop_app.model.inquiry import Inquiry
from desktop_app.report.questionnaire import FIRST_ROW, HEAD_ROW, KEY_ROW
from tests.intake.answered import (
    MEANT,
    ON,
    SAMPLE,
    answered,
    asked,
    changed,
    columns,
    delete_keys_of_both_kinds,
    fill,
    form_of,
    library,
    questionnaire,
    read_together,
    row_of,
    saved_by_libreoffice,
    unmerged,
)
from tests.report.test_hapless_answers import every_text, said

PART = "100-0104"
"""The number of a part whose composition is asked."""


@pytest.fixture(scope="module")
def back(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return answered(tmp_path_factory.mktemp("wayward"))


def filled(folder: Path, typed: dict[str, Any], number: str = PART, name: str = "a") -> Path:
    book = openpyxl.load_workbook(questionnaire(folder))
    fill(book, {number: typed})
    book.save(folder / f"{name}.xlsx")
    return folder / f"{name}.xlsx"


# --- the workbook -------------------------------------------------------------------------------


def copied_behind_a_cover_and_an_address_list(book: Any) -> None:
    """Values and looks only, into a workbook of the supplier's, as its third sheet."""
    sheet = book.worksheets[0]
    book.security = None
    cover = book.create_sheet("封面", 0)
    cover["B2"], cover["B4"] = "宁波汉林磁业", "回复：出口管制问题"
    people = book.create_sheet("通讯录", 1)
    for row in (
        ("姓名", "部门", "电话"),
        ("李伟", "销售", "0574-0000"),
        ("王芳", "质量", "0574-0001"),
    ):
        people.append(row)
    sheet.title = "Sheet3"
    sheet.data_validations.dataValidation = []
    sheet.protection.sheet = False
    book.remove(book["lodestone"])


def questions_thrown_out_and_columns_in_another_order(book: Any) -> None:
    """Licence first, composition last, remarks in the midst; no column of questions, no keys."""
    sheet = book.worksheets[0]
    unmerged(sheet)
    keys = columns(sheet)
    answers = [name for name in keys if name not in ("key", "part_number", "description", "asked")]
    order = ["part_number", "description", *sorted(answers, reverse=True)]
    rows = [
        [sheet.cell(row, keys[name]).value for name in order]
        for row in range(HEAD_ROW, sheet.max_row + 1)
    ]
    sheet.delete_rows(KEY_ROW, sheet.max_row)
    for at, row in enumerate(rows, start=KEY_ROW):
        for column, value in enumerate(row, start=1):
            cell = sheet.cell(at, column)
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"
    book.remove(book["lodestone"])


def rows_filtered_away_and_columns_hidden(book: Any) -> None:
    """What is hidden was answered all the same."""
    sheet = book.worksheets[0]
    sheet.auto_filter.ref = f"B{HEAD_ROW}:E{sheet.max_row}"
    for row in range(FIRST_ROW + 1, sheet.max_row + 1, 2):
        sheet.row_dimensions[row].hidden = True
    sheet.column_dimensions["G"].hidden = True


def sorted_into_groups_with_lines_of_their_own(book: Any) -> None:
    """A line above each group, as a spreadsheet makes them for subtotals; the keys go along."""
    sheet = book.worksheets[0]
    for row in range(sheet.max_row, FIRST_ROW, -2):
        sheet.insert_rows(row)
        sheet.cell(row, 3).value = "磁钢组"
    sheet.insert_rows(FIRST_ROW)
    sheet.cell(FIRST_ROW, 3).value = "磁钢组"


def a_list_of_choices_written_out_below(book: Any) -> None:
    sheet = book.worksheets[0]
    end = sheet.max_row + 3
    for at, words in enumerate(("是 = yes", "否 = no", "不知道 = not known")):
        sheet.cell(end + at, 3).value = words


def headings_with_line_numbers(book: Any) -> None:
    """(1), (2) ... before each heading, as forms in China have them; the hidden row is gone."""
    sheet = book.worksheets[0]
    unmerged(sheet)
    for at, cell in enumerate(sheet[HEAD_ROW][1:], start=1):
        if cell.value:
            cell.value = f"({at}) {cell.value}"
    sheet.delete_rows(KEY_ROW)
    book.remove(book["lodestone"])


@pytest.mark.parametrize(
    "change",
    [
        copied_behind_a_cover_and_an_address_list, questions_thrown_out_and_columns_in_another_order,
        rows_filtered_away_and_columns_hidden, sorted_into_groups_with_lines_of_their_own,
        a_list_of_choices_written_out_below, headings_with_line_numbers,
    ],
    ids=lambda change: str(change.__name__),
)  # fmt: skip
def test_no_answer_is_lost(back: Path, change: Any) -> None:
    assert said(form_of(changed(back, change))) == {n: dict(a) for n, a in MEANT.items()}


def test_a_page_of_a_browser_named_xls_holds_every_answer(back: Path) -> None:
    """What WPS and LibreOffice call 'web page', by its ending a workbook of 1997."""
    page = saved_by_libreoffice(back, "html")
    page = page.rename(page.with_suffix(".xls"))
    assert said(form_of(page)) == {n: dict(a) for n, a in MEANT.items()}


def test_saved_as_a_workbook_of_1997_and_back_again(back: Path) -> None:
    old = saved_by_libreoffice(back, "xls")
    assert said(form_of(saved_by_libreoffice(old, "xlsx"))) == {
        n: dict(a) for n, a in MEANT.items()
    }


# --- beside the cells ---------------------------------------------------------------------------


def test_colours_are_no_answers_and_their_key_is_kept(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(questionnaire(tmp_path))
    sheet = book.worksheets[0]
    keys = columns(sheet)
    for row in range(FIRST_ROW, sheet.max_row + 1):
        for name, colour in (("dy_percent", "00B050"), ("tb_percent", "FF0000")):
            sheet.cell(row, keys[name]).fill = PatternFill("solid", start_color=colour)
    sheet.cell(sheet.max_row + 2, 3).value = "green = does not contain, red = contains"
    book.save(tmp_path / "colours.xlsx")
    form = form_of(tmp_path / "colours.xlsx")
    assert not [reply for line in form.lines for reply in line.replies if reply.field]
    assert "green = does not contain, red = contains" in every_text(form)


def test_a_discussion_beside_a_cell_is_kept_and_answers_nothing_else(tmp_path: Path) -> None:
    """As the newer comments of Excel come along for older programs."""
    book = openpyxl.load_workbook(questionnaire(tmp_path))
    sheet = book.worksheets[0]
    keys, row = columns(sheet), row_of(sheet, PART)
    words = (
        "[Threaded comment]\n\nYour version of Excel allows you to read this threaded comment; "
        "however, any edits to it will get removed if the file is opened in a newer version of "
        "Excel.\n\nComment:\n    Dy 0.35 % per lot 2291\nReply:\n    please check again"
    )
    sheet.cell(row, keys["dy_percent"]).comment = Comment(words, "tc={0}")
    book.save(tmp_path / "discussed.xlsx")
    form = form_of(tmp_path / "discussed.xlsx")
    assert "Dy 0.35 % per lot 2291" in every_text(form)
    facts = [
        (r.field, r.value) for line in form.lines for r in line.replies if r.fate == "understood"
    ]
    assert facts in ([], [("dy_percent", 0.35)])


def test_of_a_figure_struck_out_in_part_the_rest_counts_or_is_asked(tmp_path: Path) -> None:
    """~~1.2~~ 0.3: never 1.2, never 1.20.3."""
    book = openpyxl.load_workbook(questionnaire(tmp_path), rich_text=True)
    sheet = book.worksheets[0]
    cell = sheet.cell(row_of(sheet, PART), columns(sheet)["dy_percent"])
    cell.value = CellRichText(TextBlock(InlineFont(strike=True), "1.2"), " 0.3")
    book.save(tmp_path / "partly.xlsx")
    form = form_of(tmp_path / "partly.xlsx")
    (reply,) = [r for line in form.lines for r in line.replies if r.field == "dy_percent"]
    assert reply.value in (None, 0.3)
    assert "0.3" in reply.typed


def test_a_line_through_a_whole_row_takes_its_answers_back(tmp_path: Path) -> None:
    """'We deliver this no more': struck out with its number and description."""
    book = openpyxl.load_workbook(filled(tmp_path, {"dy_percent": "0.3", "report_number": "TR-1"}))
    sheet = book.worksheets[0]
    for cell in sheet[row_of(sheet, PART)]:
        cell.font = Font(strike=True)
    book.save(tmp_path / "row.xlsx")
    form = form_of(tmp_path / "row.xlsx")
    assert not [r for line in form.lines for r in line.replies if r.fate == "understood"]
    assert "0.3" in every_text(form)


MAIL = (
    "Dear Sirs,", "thank you for your mail. Our answers:", "100-0104: Dy < 0.01 %, Tb < 0.01 %, Ho n.d.",
    "100-0101: licence applied for on 3 Nov 2026", "Best regards", "Li Wei",
)  # fmt: skip


def test_a_mail_pasted_below_the_list_is_kept_line_by_line(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(questionnaire(tmp_path))
    sheet = book.worksheets[0]
    for at, line in enumerate(MAIL, start=sheet.max_row + 3):
        sheet.cell(at, 2).value = line
    book.save(tmp_path / "mail.xlsx")
    form = form_of(tmp_path / "mail.xlsx")
    kept = every_text(form)
    for line in MAIL:
        assert line in kept, line
    assert not [r for row in form.lines for r in row.replies if r.fate == "understood"]


@pytest.mark.parametrize("ending", ["xlsx", "csv", "txt"])
def test_a_mail_alone_becomes_neither_a_part_nor_a_fact(tmp_path: Path, ending: str) -> None:
    target = tmp_path / f"mail.{ending}"
    if ending == "xlsx":
        book: Any = openpyxl.Workbook()
        for line in MAIL:
            book.active.append([line])
        book.save(target)
    else:
        target.write_text("\n".join(MAIL), encoding="utf-8")
    reading = pipeline.read([SAMPLE, target])
    alone = pipeline.read([SAMPLE])
    assert len(reading.parts) == len(alone.parts)
    assert not reading.parts.answered
    assert reading.files[1].outcome != "read", "and it is said that nothing was"


# --- odd cells ---------------------------------------------------------------------------------


def test_a_share_that_a_spreadsheet_made_a_day_is_no_share(tmp_path: Path) -> None:
    """0.3-0.5 or 1-2 typed into a cell of Excel may come back as a day."""
    form = form_of(
        filled(tmp_path, {"dy_percent": date(2026, 1, 2), "tb_percent": date(2026, 5, 3)})
    )
    assert not [r for line in form.lines for r in line.replies if r.fate == "understood"]


def test_answers_in_cells_that_were_not_asked_are_kept(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(questionnaire(tmp_path))
    sheet = book.worksheets[0]
    keys = columns(sheet)
    sheet.protection.sheet = False
    row = row_of(sheet, "100-0101")  # only its licence is asked
    sheet.cell(row, keys["dy_percent"]).value = "3.1 %"
    book.save(tmp_path / "beyond.xlsx")
    form = form_of(tmp_path / "beyond.xlsx")
    assert "3.1 %" in every_text(form)
    assert said(form)["100-0101"]["dy_percent"] in (("understood", 3.1), ("note", "3.1 %"))


def test_one_cell_over_number_and_day_of_a_report_makes_up_no_day(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(filled(tmp_path, {"report_number": "TR-9 vom 1.10.2026"}))
    sheet = book.worksheets[0]
    row, keys = row_of(sheet, PART), columns(sheet)
    assert keys["report_date"] == keys["report_number"] + 1
    sheet.merge_cells(
        start_row=row,
        end_row=row,
        start_column=keys["report_number"],
        end_column=keys["report_date"],
    )
    book.save(tmp_path / "over.xlsx")
    form = form_of(tmp_path / "over.xlsx")
    got = said(form)[PART]
    assert got.get("report_date", ("", None))[1] in (None, date(2026, 10, 1))
    assert got.get("report_number", ("", None))[1] in (None, "TR-9", "TR-9 vom 1.10.2026")
    assert "TR-9 vom 1.10.2026" in every_text(form)


# --- two answers --------------------------------------------------------------------------------


def judged(*files: Path) -> Assessment:
    return pipeline.assess(read_together(SAMPLE, *files), Inquiry(ON), library())


def verdict(found: Assessment, number: str) -> str:
    numbers = found.parts.frame["part_number"].tolist()
    return found.licences[numbers.index(number)].verdict


ABSENT = {"dy_percent": "<0.01", "tb_percent": "<0.01", "ho_percent": "<0.01",
          "report_number": "TR-7", "report_date": "2026-10-01"}  # fmt: skip


def test_two_files_that_contradict_one_another_clear_nothing(tmp_path: Path) -> None:
    (tmp_path / "1").mkdir()
    (tmp_path / "2").mkdir()
    clear = filled(tmp_path / "1", ABSENT, name="first")
    holds = filled(tmp_path / "2", {"dy_percent": "1.2"}, name="second")
    assert verdict(asked(), PART) == "not_verified"
    assert verdict(judged(clear), PART) == "not_needed"
    for order in ((clear, holds), (holds, clear)):
        found = judged(*order)
        assert verdict(found, PART) in ("needed", "not_verified")
        part = found.parts.frame["part_number"].tolist().index(PART)
        typed = {said.typed for said in found.parts.answered[part] if said.answer == "dy_percent"}
        assert typed == {"<0.01", "1.2"}


def test_one_part_on_two_lines_with_two_figures_clears_nothing(tmp_path: Path) -> None:
    """Two batches: the row copied and given another figure."""
    book = openpyxl.load_workbook(filled(tmp_path, ABSENT))
    sheet = book.worksheets[0]
    row, below = row_of(sheet, PART), sheet.max_row + 1
    for column in range(1, sheet.max_column + 1):
        sheet.cell(below, column).value = sheet.cell(row, column).value
    sheet.cell(below, columns(sheet)["dy_percent"]).value = "0.8"
    book.save(tmp_path / "twice.xlsx")
    found = judged(tmp_path / "twice.xlsx")
    assert verdict(found, PART) in ("needed", "not_verified")
    part = found.parts.frame["part_number"].tolist().index(PART)
    assert {"<0.01", "0.8"} <= {said.typed for said in found.parts.answered[part]}


def test_without_keys_and_numbers_two_parts_of_one_description_get_no_answer(
    tmp_path: Path,
) -> None:
    book = openpyxl.load_workbook(filled(tmp_path, ABSENT))
    sheet = book.worksheets[0]
    row = row_of(sheet, PART)
    sheet.cell(row, 2).value = None
    for other in range(FIRST_ROW, sheet.max_row + 1):
        sheet.cell(other, 3).value = "Magnet"
    delete_keys_of_both_kinds(book)
    book.save(tmp_path / "nameless.xlsx")
    found = judged(tmp_path / "nameless.xlsx")
    assert not found.parts.answered
    assert "<0.01" in every_text(form_of(tmp_path / "nameless.xlsx"))
