"""The licence papers as a workbook to fill in: the same entries as on paper, nothing invented."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.assessment import LicenceOnFile
from desktop_app.model.findings import CodedError
from desktop_app.report.licence_form import write_licence_form
from tests.small_assessment import small_assessment


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Any:
    target = tmp_path_factory.mktemp("form") / "form.xlsx"
    write_licence_form(small_assessment(), target, Catalogue("en"), 0)
    return openpyxl.load_workbook(target)


def entries(book: Any, name: str) -> dict[str, tuple[Any, ...]]:
    """By the English words of the field: Chinese words, then what is entered."""
    return {row[0]: row[1:] for row in book[name].iter_rows(min_row=2, values_only=True)}


def test_it_has_the_parts_that_are_filled_in(book: Any) -> None:
    assert book.sheetnames == [
        "End-user and end-use", "Introduction of importer and",
        "Technical description", "Checklist", "How long it takes",
    ]  # fmt: skip


def test_fields_are_in_english_and_chinese_and_what_is_to_be_written_is_empty(book: Any) -> None:
    certificate = entries(book, book.sheetnames[0])
    assert certificate["Exporter in China"][0] != "Exporter in China"
    assert certificate["Exporter in China"][1] is None
    assert certificate["Goods"][1]
    for sheet in book:
        for row in sheet.iter_rows(values_only=True):
            assert not any("___" in str(value) for value in row)


def test_composition_that_nobody_declared_is_left_to_the_maker(book: Any) -> None:
    technical = entries(book, "Technical description")
    stated = {field: said for field, said in technical.items() if field.startswith("Content of")}
    assert stated
    for _, entry in stated.values():
        assert str(entry).startswith("to be completed by the manufacturer")


def test_text_of_a_file_stays_text(tmp_path: Path) -> None:
    found = small_assessment()
    frame = found.parts.frame.copy()
    frame["description"] = '=HYPERLINK("http://127.0.0.1","x")'
    hostile = replace(found, parts=replace(found.parts, frame=frame))
    target = tmp_path / "form.xlsx"
    write_licence_form(hostile, target, Catalogue("de"), 0)
    for sheet in openpyxl.load_workbook(target):
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f"
                assert cell.hyperlink is None


def test_the_plan_has_a_place_for_the_day_on_which_a_step_was_done(book: Any) -> None:
    _, head, *rows = book["How long it takes"].iter_rows(values_only=True)
    assert head == ("Step", "Takes", "Begins", "Ends", "Rests on", "Done on")
    ministry = next(row for row in rows if row[0] == "MOFCOM decides")
    assert ministry[1] == "45 working days\n2 to 45"
    assert all(row[-1] is None for row in rows)
    assert not any("stock" in str(cell).lower() for row in rows for cell in row)


def test_the_plan_alone_is_marked_as_for_the_house(book: Any) -> None:
    """It holds our judgement and whose figures were set; the workbook is handed to the exporter."""
    marked = {sheet.title: sheet["A1"].value == "Confidential" for sheet in book}
    assert [title for title, is_marked in marked.items() if is_marked] == ["How long it takes"]
    assert book["How long it takes"].freeze_panes == "A3"


@pytest.mark.parametrize("part", [None, -1, 10_000])
def test_a_part_that_is_not_there_is_named(tmp_path: Path, part: int | None) -> None:
    target = tmp_path / "form.xlsx"
    with pytest.raises(CodedError) as found:
        write_licence_form(small_assessment(), target, Catalogue("en"), part)
    assert found.value.problem.code == "E_NOT_FOUND"
    assert not target.exists()


def test_every_sheet_is_printed_on_pages_one_can_write_on(tmp_path: Path) -> None:
    """One page across, no line cut below, and an edge around each field that is to be filled in."""
    write_licence_form(small_assessment(), tmp_path / "form.xlsx", Catalogue("de"), 1)
    for sheet in openpyxl.load_workbook(tmp_path / "form.xlsx").worksheets:
        assert sheet.page_setup.fitToWidth == 1
        assert sheet.page_setup.orientation == "landscape"
        for number, row in enumerate(sheet.iter_rows(), start=1):
            lines = max(str(cell.value or "").count("\n") + 1 for cell in row)
            assert sheet.row_dimensions[number].height >= 15 * max(2, lines)
            assert all(cell.border.bottom.style for cell in row)


def test_what_is_recorded_of_an_application_is_no_field_to_fill_in(tmp_path: Path) -> None:
    found = small_assessment()
    filed = LicenceOnFile(
        "a1", "Ningbo Huaning Magnetics", (1,), "late", papers_missing=("photos",)
    )
    write_licence_form(
        replace(found, licences_on_file=(filed,)), tmp_path / "form.xlsx", Catalogue("en"), 1
    )
    book = openpyxl.load_workbook(tmp_path / "form.xlsx")
    said = {str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row}
    assert not {"photos", "overdue: ask the exporter"} & said
