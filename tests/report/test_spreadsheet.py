"""The Excel twin: real tables with every row, figures as figures, and no formula ever born."""

import errno
import gc
import time
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.assessment import Assessment
from desktop_app.model.findings import CodedError
from desktop_app.report import spreadsheet
from desktop_app.report.sheet_rows import LONGEST_TEXT, Rows, plain
from desktop_app.report.sheets.table import Format, Sheet, SheetColumn, Value
from desktop_app.report.spreadsheet import distinct, sheet_name, write_sheets, write_workbook
from tests.report.excel_rules import repairs
from tests.report.variations import empty_assessment, repeated
from tests.small_assessment import LINES, small_assessment

HOSTILE = (
    "=1+1", "=HYPERLINK(\"http://127.0.0.1\",\"x\")", "+1", "-5", "@SUM(A1)", "\t=1", "\r=1", " =1",
    "'=1", "＝1+1", "=cmd|' /C calc'!A0", "nul\x00byte", "half \ud800 pair", "<b>&amp;</b>",
)  # fmt: skip


def written(folder: Path, assessment: Assessment, language: str = "en") -> Any:
    target = folder / "twin.xlsx"
    write_workbook(assessment, target, Catalogue(language))
    return openpyxl.load_workbook(target)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return written(tmp_path_factory.mktemp("twin"), small_assessment())


def rows(book: Any, name: str) -> Iterator[dict[str, Any]]:
    head, *body = book[name].iter_rows(values_only=True)
    return (dict(zip(head, row, strict=True)) for row in body)


def hostile(of: str) -> Assessment:
    found = small_assessment()
    frame = found.parts.frame.copy()
    values = frame[of].tolist()
    values[: len(HOSTILE)] = HOSTILE
    frame[of] = values
    return replace(found, parts=replace(found.parts, frame=frame))


def test_every_part_has_its_row_in_the_order_of_urgency(book: Any) -> None:
    found = list(rows(book, "Parts"))
    assert [row["Part number"] for row in found] == [line.number for line in LINES]
    assert found[0]["Place"] == "1:Parts!5"


def test_figures_are_figures_with_a_format(book: Any) -> None:
    first = next(rows(book, "Parts"))
    assert first["Duty exists, our estimate"] == 0.95
    assert first["Runs out on"].date() == date(2027, 1, 14)
    assert first["Stock lasts, days, lowest"] == 45.0
    assert first["Annual spend"] == 19500.0
    formats = {cell.value: book["Parts"].cell(2, cell.column).number_format
               for cell in book["Parts"][1]}  # fmt: skip
    assert formats["Risk of a stop"] == "0%"
    assert formats["Runs out on"] == "yyyy-mm-dd"
    assert formats["Annual spend"] == "#,##0.00"


def test_a_verdict_is_a_word_and_a_missing_figure_an_empty_cell(book: Any) -> None:
    by_number = {row["Part number"]: row for row in rows(book, "Parts")}
    assert by_number["NG-1042"]["Licence"] == "needed"
    asked = by_number["000000000010004720"]
    assert (asked["Licence"], asked["Waits for"]) == ("not verified", "ask about the part")
    assert asked["Runs out on"] is None
    assert asked["Stock assumed"] == "yes"


def test_every_sheet_but_the_first_is_a_table_with_filter_and_frozen_head(book: Any) -> None:
    assert book.sheetnames[0] == "Answer"
    for sheet in book.worksheets[1:]:
        (table,) = sheet.tables.values()
        assert table.ref == sheet.dimensions
        assert table.autoFilter.ref == table.ref
        assert [c.name for c in table.tableColumns] == [cell.value for cell in sheet[1]]
        assert sheet.freeze_panes.endswith("2")


def test_the_first_sheet_answers_and_the_last_says_the_limits(book: Any) -> None:
    lines = {row[0]: row[1] for row in book["Answer"].iter_rows(values_only=True)}
    assert lines["Answer"].startswith("3 parts need a licence")
    assert (lines["needed"], lines["not covered"]) == (3, 5)
    assert "4 announcements" in lines["Law"]
    said = [row[0] for row in book["Limits"].iter_rows(values_only=True)]
    assert any("do not pass them to suppliers" in text for text in said)


@pytest.mark.parametrize("of", ["description", "supplier", "part_number", "manufacturer", "owner"])
def test_no_text_of_a_file_becomes_a_formula(tmp_path: Path, of: str) -> None:
    found = written(tmp_path, hostile(of))
    cells = [cell for sheet in found.worksheets for row in sheet.iter_rows() for cell in row]
    assert [cell.value for cell in cells if cell.data_type == "f"] == []
    texts = {cell.value for cell in cells if isinstance(cell.value, str)}
    assert {plain(text) for text in HOSTILE} - {"\r=1"} <= {*texts}
    quoted = [c for c in cells if isinstance(c.value, str) and c.value.startswith(("=", "@", "+"))]
    assert quoted
    assert all(cell.quotePrefix for cell in quoted)
    with zipfile.ZipFile(tmp_path / "twin.xlsx") as package:
        assert not [name for name in package.namelist() if "external" in name or "vba" in name]
        for name in package.namelist():
            if "worksheets/sheet" in name:
                assert b"<f>" not in package.read(name)


def test_what_no_cell_can_hold_is_written_out_or_cut() -> None:
    assert plain("nul\x00byte \ud800") == "nul[U+0000]byte [U+D800]"
    assert plain("two\nlines") == "two\nlines"
    long = plain("x" * 40_000)
    assert len(long) == LONGEST_TEXT
    assert long.endswith("[...]")


def test_an_emoji_is_two_characters_and_is_not_halved() -> None:
    long = plain("x" + "😀" * 20_000)
    assert len(long.encode("utf-16-le")) // 2 in (LONGEST_TEXT, LONGEST_TEXT - 1)
    assert long.endswith("😀 [...]")
    assert plain("😀" * 16_000) == "😀" * 16_000


def test_more_rows_than_a_sheet_can_hold_go_on_in_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Three moves for each of 500,000 parts are more than Excel opens."""
    monkeypatch.setattr(spreadsheet, "MOST_ROWS", 7)
    book = written(tmp_path, small_assessment())
    parts = [name for name in book.sheetnames if name.startswith("Parts")]
    assert parts == ["Parts", "Parts 2", "Parts 3"]
    numbers = [row["Part number"] for name in parts for row in rows(book, name)]
    assert numbers == [line.number for line in LINES]
    for name in parts:
        assert book[name].max_row <= 8
        assert book[name].freeze_panes == "D2"
        assert len(book[name].tables) == 1
    assert repairs(tmp_path / "twin.xlsx") == []


@pytest.mark.parametrize("text", ["BOARD_x0031_", "_x005F_x0031_", "a_x000D__x0041_b", "_xyz_"])
def test_a_text_that_looks_like_an_escape_comes_back_as_it_was(tmp_path: Path, text: str) -> None:
    """Read by a reader that follows the format, as Excel does."""
    found = small_assessment()
    frame = found.parts.frame.assign(supplier=text)
    named = replace(found, parts=replace(found.parts, frame=frame))
    write_workbook(named, tmp_path / "t.xlsx", Catalogue("en"))
    book = CalamineWorkbook.from_path(str(tmp_path / "t.xlsx"))
    cells = {cell for sheet in book.sheet_names for row in book.get_sheet_by_name(sheet).to_python()
             for cell in row}  # fmt: skip
    assert text in cells


def test_names_that_excel_refuses_are_made_fit() -> None:
    assert sheet_name("What / why? [all] " * 3).strip() == "What   why   all  What   why"
    assert sheet_name("End-user and end-use certificate") == "End-user and end-use"
    assert sheet_name("x" * 40) == "x" * 31
    assert list(distinct(["a", "b", "a"])) == ["a", "b", "a 2"]
    assert list(distinct(["Teil", "TEIL", "Teil 2"])) == ["Teil", "TEIL 2", "Teil 2 2"]


@pytest.mark.parametrize("language", ["de", "zh", "fr"])
def test_other_languages_name_sheets_and_columns(tmp_path: Path, language: str) -> None:
    found = written(tmp_path, small_assessment(), language)
    assert len(found.sheetnames) == 8
    assert len(set(found.sheetnames)) == 8


def test_nothing_read_gives_a_workbook_without_rows(tmp_path: Path) -> None:
    found = written(tmp_path, empty_assessment())
    assert found["Parts"].max_row == 1
    assert not found["Parts"].tables


def test_rows_of_every_form_come_back_as_they_were(tmp_path: Path) -> None:
    """Made as text, and read by another library than the one that makes the workbook."""
    forms: list[Format] = ["text", "count", "number", "percent", "money", "day"]
    given: list[Sequence[Value]] = [
        ('a & b <c> ]]> "d"', 1, 0.1 + 0.2, 0.05, -12.5, date(2027, 1, 14)),
        (" edge\r\nof a line ", 10**9, 1e-9, 1.0, 1e15, date(1999, 12, 31)),
        ("", None, float("nan"), float("inf"), 0, None),
        ("=1+1", "text", "5 %", "", "unknown", "soon"),
        ("yes", True, False, 1e308, -1e-320, date(1900, 3, 1)),
    ]
    columns = tuple(SheetColumn(form, form) for form in forms)
    write_sheets(tmp_path / "t.xlsx", [], [Sheet("t", "T", columns, given)], Catalogue("en"))
    assert repairs(tmp_path / "t.xlsx") == []
    read = CalamineWorkbook.from_path(str(tmp_path / "t.xlsx")).get_sheet_by_name("T").to_python()
    assert read == [
        forms,
        ['a & b <c> ]]> "d"', 1.0, pytest.approx(0.3), 0.05, -12.5, date(2027, 1, 14)],
        [" edge\r\nof a line ", 1e9, 1e-9, 1.0, 1e15, date(1999, 12, 31)],
        ["", "", "", "", 0.0, ""],
        ["=1+1", "text", "5 %", "", "unknown", "soon"],
        ["yes", 1.0, 0.0, 1e308, pytest.approx(0), date(1900, 3, 1)],
    ]


def test_a_disk_that_fills_up_leaves_nothing_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """The library left its own files behind and complained of them where the program says its problem."""

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(Rows, "copy_to", full)
    with pytest.raises(CodedError) as failure:
        write_workbook(small_assessment(), tmp_path / "twin.xlsx", Catalogue("en"))
    assert failure.value.problem.code == "E_DISK_FULL"
    gc.collect()
    assert list(tmp_path.iterdir()) == []
    assert capfd.readouterr().err == ""


def test_a_missing_folder_is_said_in_words(tmp_path: Path) -> None:
    with pytest.raises(CodedError) as failure:
        write_workbook(small_assessment(), tmp_path / "no" / "twin.xlsx", Catalogue("en"))
    assert failure.value.problem.code == "E_TARGET"


def test_time_grows_no_faster_than_the_list(tmp_path: Path) -> None:
    def seconds(times: int) -> float:
        started = time.process_time()
        write_workbook(repeated(times), tmp_path / "twin.xlsx", Catalogue("en"))
        return time.process_time() - started

    seconds(2)
    assert seconds(48) < 6 * seconds(12)


def test_rows_that_wrap_are_high_enough_and_every_sheet_can_be_printed(book: Any) -> None:
    for sheet in book.worksheets:
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.fitToHeight == 0
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        if sheet.tables:
            assert sheet.print_title_rows == "$1:$1"
        for cell in sheet[1]:
            if not cell.value:
                continue
            lines = len(str(cell.value)) / sheet.column_dimensions[cell.column_letter].width
            assert sheet.row_dimensions[1].height >= 15 * lines


def test_figures_of_the_first_sheet_stand_beside_their_words(book: Any) -> None:
    first = book.worksheets[0]
    figures = [row[1] for row in first.iter_rows() if isinstance(row[1].value, int)]
    assert figures
    assert {cell.alignment.horizontal for cell in figures} == {"left"}


def test_what_is_needed_on_monday_stands_on_the_first_screen_and_every_page(book: Any) -> None:
    """Columns that stay take less than half of a small screen; beside them verdict, day and gap."""
    sheet = book["Parts"]
    titles = [cell.value for cell in sheet[1]]
    widths = [sheet.column_dimensions[cell.column_letter].width for cell in sheet[1]]
    assert sheet.freeze_panes == "D2"
    assert sum(widths[:3]) < 75
    assert titles[:8] == [
        "Place", "Part number", "Description", "Supplier", "Licence", "Waits for", "Runs out on",
        "Gap, days",
    ]  # fmt: skip
    assert sheet.print_title_cols == "$A:$C"
    assert sheet.page_setup.paperSize == 9


@pytest.mark.parametrize("language", ["de", "it", "zh"])
def test_no_word_of_a_heading_is_broken(tmp_path: Path, language: str) -> None:
    """ "Stillstandsrisiko" stood in two pieces in a column of fourteen characters."""
    book = written(tmp_path, small_assessment(), language)
    for sheet in book.worksheets[1:]:
        for cell in sheet[1]:
            room = sheet.column_dimensions[cell.column_letter].width
            for word in str(cell.value or "").split():
                assert not word.isascii() or len(word) < room - 2, (sheet.title, word)
