"""Whose answer it is, where the supplier wrote its own numbers over ours or two forms in one file.

Written before the first run. An answer reaches the part it was given for or is told as laid on
none; it never reaches another."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from desktop_app.intake.answered_parts import PartFinder
from desktop_app.model.answers import AnsweredForm
from desktop_app.report.questionnaire import FIRST_ROW, HEAD_ROW, KEY_ROW
from tests.intake.answered import (
    FILLED,
    MEANT,
    SAMPLE,
    answered,
    changed,
    delete_keys_of_both_kinds,
    fill,
    form_of,
    questionnaire,
    read_together,
)

OWN = {number: f"HLM{at:04}" for at, number in enumerate(MEANT, start=7)}
"""What the supplier calls our parts."""


@pytest.fixture(scope="module")
def back(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return answered(tmp_path_factory.mktemp("whose"))


def placed(form: AnsweredForm) -> dict[str, list[str]]:
    """Our number of each part to what was typed for it; "" for what reaches none."""
    reading = read_together(SAMPLE)
    finder = PartFinder(reading)
    found: dict[str, list[str]] = {}
    for line in form.lines:
        parts = finder.find(line, form.supplier)[0]
        names = [str(reading.parts.value(part, "part_number")) for part in parts] or [""]
        for name in names if line.replies else ():
            found.setdefault(name, []).extend(sorted(reply.typed for reply in line.replies))
    return found


def as_sent(back: Path) -> dict[str, list[str]]:
    return placed(form_of(back))


def over_the_numbers(write: Callable[[str], str]) -> Callable[[Any], None]:
    def change(book: Any) -> None:
        sheet = book.worksheets[0]
        for row in range(FIRST_ROW, sheet.max_row + 1):
            sheet.cell(row, 2).value = write(str(sheet.cell(row, 2).value))
            sheet.cell(row, 2).data_type = "s"

    return change


@pytest.mark.parametrize("with_keys", [True, False])
@pytest.mark.parametrize(
    "write",
    [
        lambda number: OWN[number],
        lambda number: f"{number} / {OWN[number]}",
        lambda number: f"{OWN[number]} (your no. {number})",
        lambda number: f"P/N: {number}",
        lambda number: f"{number} Rev.B",
        lambda number: "",
    ],
    ids=["own", "both", "own with yours", "prefix", "revision", "none"],
)
def test_another_number_beside_the_same_description_is_the_same_part(
    back: Path, write: Callable[[str], str], with_keys: bool
) -> None:
    def change(book: Any) -> None:
        over_the_numbers(write)(book)
        if not with_keys:
            delete_keys_of_both_kinds(book)

    assert placed(form_of(changed(back, change))) == as_sent(back)


def test_numbers_and_descriptions_of_others_reach_nothing(back: Path) -> None:
    """Rows exchanged below the hidden keys: the key is not believed against both."""

    def change(book: Any) -> None:
        sheet = book.worksheets[0]
        for row in range(FIRST_ROW, sheet.max_row + 1):
            sheet.cell(row, 2).value, sheet.cell(row, 3).value = f"XX-{row}", f"Spring {row}"

    assert set(placed(form_of(changed(back, change)))) == {""}


def test_a_description_of_two_parts_names_neither(back: Path) -> None:
    def change(book: Any) -> None:
        over_the_numbers(lambda number: OWN[number])(book)
        sheet = book.worksheets[0]
        for row in range(FIRST_ROW, sheet.max_row + 1):
            sheet.cell(row, 3).value = "Magnet"
        delete_keys_of_both_kinds(book)

    assert set(placed(form_of(changed(back, change)))) == {""}


def test_answers_of_two_suppliers_in_one_workbook_reach_their_parts(
    back: Path, tmp_path: Path
) -> None:
    """An agent copies the sheet of one form into the other; the keys of both come along."""
    other = openpyxl.load_workbook(questionnaire(tmp_path, "en", "Rotalis Drives Ltd."))
    fill(other, {"000000000010004723": {"dy_percent": "1.5", "tb_percent": "0.1"}})

    def change(book: Any) -> None:
        book.security = None
        sheet = book.create_sheet("Rotalis")
        for row in other.worksheets[0].iter_rows():
            for cell in row:
                sheet.cell(cell.row, cell.column).value = cell.value

    form = form_of(changed(back, change))
    assert placed(form) == as_sent(back) | {"000000000010004723": ["0.1", "1.5"]}


def test_cells_that_were_not_asked_are_taken_where_they_are_filled(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(questionnaire(tmp_path, "en"))
    fill(book, {"100-0104": {"lead_time_days": "6 weeks", "hs_code": "8505111000"}})
    book.save(tmp_path / "grey.xlsx")
    (line,) = (line for line in form_of(tmp_path / "grey.xlsx").lines if line.replies)
    assert {reply.field: reply.value for reply in line.replies} == {
        "lead_time_days": 42.0, "hs_code": "8505111000",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ("Dy 0.3%, Tb 0.1%, Ho <0.01%", {0.1, 0.01}),
        ("Dy+Tb: 0.5 %", {0.5}),
        ("Tb 0.5 %", {0.5}),
        ("HRE 0.5 %", {0.5}),
        ("total REE 31.5", {31.5}),
        ("0.3 / 0.1 / 0.0", {0.1, 0.0}),
        ("Dy2O3: 0.4 %", {0.4}),
    ],
)
def test_a_figure_of_something_else_is_not_that_of_the_column(
    tmp_path: Path, typed: str, wrong: set[float]
) -> None:
    book = openpyxl.load_workbook(questionnaire(tmp_path, "en"))
    fill(book, {"100-0104": {"dy_percent": typed}})
    book.save(tmp_path / "sum.xlsx")
    ((reply,),) = (line.replies for line in form_of(tmp_path / "sum.xlsx").lines if line.replies)
    assert reply.typed == typed
    assert reply.fate != "understood" or reply.value not in wrong


def test_a_table_saved_as_a_web_page_holds_every_answer(back: Path, tmp_path: Path) -> None:
    sheet = openpyxl.load_workbook(back).worksheets[0]
    columns = [cell.column for cell in sheet[KEY_ROW] if cell.value not in ("key", "asked", None)]
    lines = []
    for row in (HEAD_ROW, *range(FIRST_ROW, sheet.max_row + 1)):
        values = (sheet.cell(row, column).value for column in columns)
        texts = ("" if value is None else str(value).replace("<", "&lt;") for value in values)
        lines.append("<tr>" + "".join(f"<td>{text}</td>" for text in texts) + "</tr>")
    target = tmp_path / "reply.xls"
    page = "<html><head><meta charset='utf-8'></head><body><p>Dear Sirs,</p><table>{}</table></body></html>"
    target.write_text(page.format("".join(lines)), encoding="utf-8")
    assert sum(len(line.replies) for line in form_of(target).lines) == FILLED
    assert set(placed(form_of(target))) == set(as_sent(back))


def test_a_sentence_in_a_row_of_its_own_is_kept(back: Path) -> None:
    def change(book: Any) -> None:
        sheet = book.worksheets[0]
        sheet.insert_rows(FIRST_ROW + 2)
        sheet.cell(FIRST_ROW + 2, 3).value = "all magnets above are free of HRE since lot 17"

    form = form_of(changed(back, change))
    said = [*form.notes, *(reply for line in form.lines for reply in line.replies)]
    told = " ".join([*(reply.typed for reply in said), *(line.description for line in form.lines)])
    assert "since lot 17" in told
    found = placed(form)
    assert {name: found[name] for name in as_sent(back)} == as_sent(back)
