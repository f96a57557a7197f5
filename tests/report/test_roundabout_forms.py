"""Questionnaires that come back the long way round: through Google Sheets, Numbers, WPS and a keyboard, several
in one workbook, by values, with notes for answers, with keys that slipped, in words of other calendars.

Written from the questionnaire alone, before its one run; the first figures stand in the commit. What is
understood is what was typed; anything else is asked again with its text or kept as a note. None is lost,
none is on another part, none becomes a fact that was not stated. After the run these truths were put right:
a month has 30.4 days; an amount in boxes or kilograms is one, with its unit; a month of a report counts from
its first day; "in part" is an answer; a grade for some lots is kept as it stands; a formula put into a cell by
the test itself is none of the supplier's; headings that somebody translated may be asked again."""

import csv
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from desktop_app.intake.answering import lay_answers
from desktop_app.model.answers import AnsweredForm
from desktop_app.report.questionnaire import FIRST_ROW, HEAD_ROW, KEY_ROW
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
    unmerged,
)
from tests.report.test_hapless_answers import every_text, said
from tests.report.test_wayward_forms import PART

Facts = dict[tuple[str, str], Any]


@pytest.fixture(scope="module")
def back(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return answered(tmp_path_factory.mktemp("roundabout"))


def facts(form: AnsweredForm) -> Facts:
    """By part and question what became a fact."""
    return {
        (number, field): value
        for number, replies in said(form).items()
        for field, (fate, value) in replies.items()
        if fate == "understood"
    }


def meant(*fields: str) -> Facts:
    """What was answered and can be understood, of some questions or of all."""
    return {
        (number, field): value
        for number, replies in MEANT.items()
        for field, (fate, value) in replies.items()
        if fate == "understood" and (not fields or field in fields)
    }


def all_typed(*left_out: str) -> list[str]:
    """The answers that are text, as they were typed."""
    return [
        typed
        for replies in TYPED.values()
        for field, typed in replies.items()
        if isinstance(typed, str) and field not in left_out
    ]


def put(sheet: Any, row: int, column: int, value: Any) -> None:
    cell = sheet.cell(row, column)
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"


def values(sheet: Any, first: int = 1) -> list[list[Any]]:
    return [list(row) for row in sheet.iter_rows(min_row=first, values_only=True)]


# --- through another program -----------------------------------------------------------------


def exported_by_google_sheets(book: Any) -> None:
    """No protection, no lists; shares with a percent sign are numbers, days are moments."""
    sheet = book.worksheets[0]
    sheet.protection.sheet = False
    sheet.data_validations.dataValidation = []
    keys = columns(sheet)
    cell = sheet.cell(row_of(sheet, "000000000010004724"), keys["dy_percent"])
    cell.value, cell.number_format = 0.042, "0.0%"
    cell = sheet.cell(row_of(sheet, "100-0101"), keys["licence_filed"])
    cell.value, cell.number_format = datetime(2026, 11, 1), "yyyy-mm-dd"  # noqa: DTZ001
    for row in range(1, sheet.max_row + 1):
        for found in sheet[row]:
            if isinstance(found.value, str) and row == HEAD_ROW:
                found.value = found.value.replace("\n", "\r\n")


def exported_by_numbers(book: Any) -> None:
    """A list of the tables in front, each table with its name; what was hidden is seen."""
    sheet, hidden = book.worksheets[0], book["lodestone"]
    unmerged(sheet)
    sheet.title, hidden.title, hidden.sheet_state = (
        "问题 - Table 1",
        "lodestone - Table 1",
        "visible",
    )
    sheet.row_dimensions[KEY_ROW].hidden = False
    sheet.column_dimensions["A"].hidden = False
    sheet.protection.sheet = hidden.protection.sheet = False
    front = book.create_sheet("Export Summary", 0)
    front["B2"] = "This document was exported from Numbers."
    for at, row in enumerate((("Numbers Sheet Name", "Numbers Table Name", "Excel Worksheet Name"),
                              ("问题", "Table 1", sheet.title), ("lodestone", "Table 1", hidden.title))):  # fmt: skip
        for column, words in enumerate(row, start=2):
            front.cell(4 + at, column).value = words


def saved_by_wps(book: Any) -> None:
    """A sheet of its own, and figures and signs as they are typed in Chinese."""
    book.create_sheet("WpsReserved_CellImgList").sheet_state = "veryHidden"
    sheet = book.worksheets[0]
    keys = columns(sheet)
    put(sheet, row_of(sheet, PART), keys["dy_percent"], "＜０．０１％")
    put(sheet, row_of(sheet, PART), keys["report_date"], "２０２６－１０－０１")
    put(sheet, row_of(sheet, "100-0102"), keys["stock_outside_china"], "５００ 件")


def by_values_of_what_is_seen(book: Any) -> None:
    """A protected sheet: marked, copied and pasted without what is hidden into a workbook of theirs."""
    sheet = book.worksheets[0]
    seen = [row[1:] for at, row in enumerate(values(sheet), start=1) if at != KEY_ROW]
    target = book.create_sheet("Tabelle1")
    for row in seen:
        target.append(row)
    for row in target.iter_rows():
        for cell in row:
            if isinstance(cell.value, str):
                cell.data_type = "s"
    book.security = None
    for name in book.sheetnames:
        if name != "Tabelle1":
            book.remove(book[name])


def keys_a_row_too_low(book: Any) -> None:
    """Somebody put a cell in above the hidden ones: every key stands beside the next part."""
    sheet = book.worksheets[0]
    keys = [sheet.cell(row, 1).value for row in range(FIRST_ROW, sheet.max_row + 1)]
    for row, key in zip(range(FIRST_ROW + 1, sheet.max_row + 1), keys, strict=False):
        sheet.cell(row, 1).value = key
    sheet.cell(FIRST_ROW, 1).value = None


def rows_twice(book: Any) -> None:
    """All rows pasted once more below, with the same answers."""
    sheet = book.worksheets[0]
    rows, below = values(sheet, FIRST_ROW), sheet.max_row + 2
    for at, row in enumerate(rows):
        for column, value in enumerate(row, start=1):
            put(sheet, below + at, column, value)


def a_sheet_for_each_part(book: Any) -> None:
    """Headings and one row each, named by number; the keys come along."""
    sheet = book.worksheets[0]
    head, rows = [values(sheet)[at - 1] for at in (KEY_ROW, HEAD_ROW)], values(sheet, FIRST_ROW)
    for row in rows:
        target = book.create_sheet(str(row[1]))
        for at, line in enumerate([*head, row], start=1):
            for column, value in enumerate(line, start=1):
                put(target, at, column, value)
    book.security = None
    book.remove(sheet)


def headings_of_another_language(book: Any) -> None:
    """The headings of the Spanish questionnaire over the answers, and no keys."""
    sheet = book.worksheets[0]
    words = {
        "part_number": "Número de pieza", "description": "Descripción", "asked": "Lo que preguntamos",
        "dy_percent": "Dy, % en masa", "tb_percent": "Tb, % en masa", "ho_percent": "Ho, % en masa",
        "report_number": "Informe de ensayo, número", "report_date": "Informe de ensayo, fecha",
        "magnet_grade": "Grado del material o imán", "alternative_grade": "Grado sin Dy, Tb ni Ho que puede ofrecer",
        "licence_filed": "Licencia de exportación solicitada el", "licence_number": "Licencia de exportación, número",
        "licence_until": "Licencia de exportación, válida hasta", "hs_code": "Código aduanero chino",
        "stock_outside_china": "Existencias fuera de China, piezas", "lead_time_days": "Plazo de entrega en días",
        "remark": "Observaciones",
    }  # fmt: skip
    for name, column in columns(sheet).items():
        if name in words:
            put(sheet, HEAD_ROW, column, words[name])
    unmerged(sheet)
    delete_keys_of_both_kinds(book)


def an_older_edition(book: Any) -> None:
    """A column that this program does not ask any more, and one of ours that is not there."""
    sheet = book.worksheets[0]
    keys = columns(sheet)
    put(sheet, KEY_ROW, keys["alternative_grade"], "coating")
    put(sheet, HEAD_ROW, keys["alternative_grade"], "表面处理\nCoating")
    put(sheet, row_of(sheet, PART), keys["alternative_grade"], "Zn 8 µm")


def own_numbers_over_ours(book: Any) -> None:
    """The supplier writes its own article numbers over the numbers; keys and descriptions stay."""
    sheet = book.worksheets[0]
    for at, row in enumerate(range(FIRST_ROW, sheet.max_row + 1), start=1):
        if sheet.cell(row, 2).value:
            put(sheet, row, 2, f"HL-22{at:02d}")


FORMS: tuple[Callable[[Any], None], ...] = (
    exported_by_google_sheets, exported_by_numbers, saved_by_wps, by_values_of_what_is_seen,
    keys_a_row_too_low, rows_twice, a_sheet_for_each_part, an_older_edition,
)  # fmt: skip


@pytest.mark.parametrize("change", FORMS, ids=lambda change: str(change.__name__))
def test_every_answer_comes_back_on_its_part(back: Path, change: Callable[[Any], None]) -> None:
    form = form_of(changed(back, change))
    assert facts(form) == meant()


def test_by_key_or_asked_where_the_numbers_are_the_suppliers_own(back: Path) -> None:
    """On the part of the key, or nowhere; never lost."""
    form = form_of(changed(back, own_numbers_over_ours))
    kept = every_text(form)
    for typed in all_typed():
        assert typed in kept, typed
    places = {line.key for line in form.lines if any(r.field for r in line.replies)}
    assert len(places) == len(TYPED)


def test_under_headings_that_somebody_translated_an_answer_is_read_or_kept(back: Path) -> None:
    form = form_of(changed(back, headings_of_another_language))
    assert facts(form).items() <= meant().items()
    assert len(facts(form)) >= len(meant()) - 3
    for typed in all_typed():
        assert typed in every_text(form), typed


def test_of_few_rows_the_answers_of_these(back: Path) -> None:
    def only_two(book: Any) -> None:
        sheet = book.worksheets[0]
        for row in range(sheet.max_row, FIRST_ROW - 1, -1):
            if str(sheet.cell(row, 2).value) not in (PART, "100-0102"):
                sheet.delete_rows(row)

    found = facts(form_of(changed(back, only_two)))
    assert found == {
        place: value for place, value in meant().items() if place[0] in (PART, "100-0102")
    }


@pytest.mark.parametrize(
    ("ending", "encoding", "separator"), [("txt", "utf-16", "\t"), ("csv", "utf-8-sig", ";")]
)
def test_as_text_of_what_is_seen(back: Path, ending: str, encoding: str, separator: str) -> None:
    """'Unicode text' of Excel, and a table by semicolons, of a copy without what is hidden."""
    seen = openpyxl.load_workbook(changed(back, by_values_of_what_is_seen))
    target = back.with_name(f"seen.{ending}")
    with target.open("w", encoding=encoding, newline="") as stream:
        writer = csv.writer(stream, delimiter=separator)
        for row in values(seen.worksheets[0]):
            said_of = [
                value.date().isoformat() if isinstance(value, datetime) else value for value in row
            ]
            writer.writerow(["" if value is None else value for value in said_of])
    assert facts(form_of(target)) == meant()


RETYPED = (
    (
        "Teile-Nr.",
        "Bezeichnung",
        "Dy %",
        "Tb %",
        "Ho %",
        "Prüfbericht Nr.",
        "Prüfbericht vom",
        "Bemerkung",
    ),
    (
        "100-0104",
        "Scheibenmagnet",
        "<0,01",
        "<0,01",
        "<0,01",
        "TR-7",
        "01.10.2026",
        "siehe Bericht",
    ),
    ("000000000010004724", "Magnet N45SH", "4,2", "n/a", "", "", "", ""),
    ("100-0103", "Blockmagnet", "ca. wie Muster", "", "", "", "", ""),
)


def test_printed_and_typed_anew(tmp_path: Path) -> None:
    """By hand, with headings in words of their own, into a table with semicolons."""
    target = tmp_path / "antwort.csv"
    target.write_text("\n".join(";".join(row) for row in RETYPED), encoding="cp1252")
    form = form_of(target)
    assert facts(form) == {
        (PART, "dy_percent"): 0.01, (PART, "tb_percent"): 0.01, (PART, "ho_percent"): 0.01,
        (PART, "report_number"): "TR-7", (PART, "report_date"): date(2026, 10, 1),
        ("000000000010004724", "dy_percent"): 4.2,
    }  # fmt: skip
    assert "ca. wie Muster" in every_text(form)


# --- several suppliers in one workbook ---------------------------------------------------------

OTHER = {"100-0203": {"dy_percent": "<0.01", "country_of_origin": "CN", "report_number": "BT-1"},
         "100-0306": {"remark": "no magnets, two sensors"}}  # fmt: skip


def both(folder: Path) -> tuple[Any, Any]:
    """The answered questionnaires of two suppliers."""
    (folder / "one").mkdir()
    (folder / "two").mkdir()
    first = openpyxl.load_workbook(answered(folder / "one"))
    second = openpyxl.load_workbook(questionnaire(folder / "two", "en", "Brightway Trading"))
    fill(second, OTHER)
    return first, second


THEIRS: Facts = {("100-0203", "dy_percent"): 0.01, ("100-0203", "country_of_origin"): "CN",
                 ("100-0203", "report_number"): "BT-1"}  # fmt: skip


def test_two_suppliers_as_two_sheets(tmp_path: Path) -> None:
    first, second = both(tmp_path)
    target = first.create_sheet("Brightway")
    for row in second.worksheets[0].iter_rows():
        for cell in row:
            put(target, cell.row, cell.column, cell.value)
    first.save(tmp_path / "merged.xlsx")
    assert facts(form_of(tmp_path / "merged.xlsx")) == {**meant(), **THEIRS}


def test_two_suppliers_below_one_another(tmp_path: Path) -> None:
    """The second list with its hidden row and its headings under the first."""
    first, second = both(tmp_path)
    sheet = first.worksheets[0]
    below = sheet.max_row + 3
    for at, row in enumerate(values(second.worksheets[0], 1)):
        for column, value in enumerate(row, start=1):
            put(sheet, below + at, column, value)
    first.save(tmp_path / "stacked.xlsx")
    assert facts(form_of(tmp_path / "stacked.xlsx")) == {**meant(), **THEIRS}
    laid = lay_answers(read_together(SAMPLE, tmp_path / "stacked.xlsx")).parts
    part = laid.frame["part_number"].tolist().index("100-0203")
    assert {(said.answer, said.typed) for said in laid.answered[part]} == {
        *OTHER["100-0203"].items()
    }


def test_headings_in_a_line_of_words_begin_no_list(tmp_path: Path) -> None:
    """What is said of three questions in the midst of the list, in cells of other columns."""

    def remark(book: Any) -> None:
        sheet = book.worksheets[0]
        keys = columns(sheet)
        words = [
            sheet.cell(HEAD_ROW, keys[name]).value
            for name in ("dy_percent", "tb_percent", "ho_percent")
        ]
        sheet.insert_rows(FIRST_ROW + 2)
        for at, text in enumerate(words, start=keys["magnet_grade"]):
            put(sheet, FIRST_ROW + 2, at, text)

    assert facts(form_of(changed(answered(tmp_path), remark))) == meant()
