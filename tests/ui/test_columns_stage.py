"""Columns: the sheet as it is, and above each column what it was taken for, how sure, and why."""

from pathlib import Path

from openpyxl import Workbook

from tests.ui.driving import Driver, files


def test_without_files_it_says_what_it_needs(driver: Driver) -> None:
    driver.window.go_to("columns")
    assert driver.window.columns.empty.isVisible()
    driver.click(driver.window.columns.empty.action)
    assert driver.window.stage == "files"


def test_every_sheet_of_every_file_can_be_looked_at(filled: Driver) -> None:
    stage = filled.window.columns
    filled.window.go_to("columns")
    assert stage.sheets.count() == 3
    stage.sheets.setCurrentRow(1)
    assert stage.heading.text() == "Stückliste Förderanlage.xlsx › Material"


def test_it_says_what_was_recognised_and_where_the_table_stands(filled: Driver) -> None:
    filled.window.go_to("columns")
    said = filled.window.columns.words.text()
    assert "4 of 5 columns used" in said
    assert "headings in row 4" in said
    assert "data in rows 5 to 15" in said


def test_each_column_has_its_chip(filled: Driver) -> None:
    filled.window.go_to("columns")
    spoken = filled.window.columns.chips.accessibleDescription()
    assert spoken.startswith("Part number 95% The heading says so.; Description 95%")
    assert spoken.endswith("not used The heading says so.")


def test_the_rail_counts_tables(filled: Driver) -> None:
    assert filled.window.rail.buttons["columns"].count.text == "3"


def test_a_sheet_with_a_name_in_arabic_letters_still_says_how_many_columns(
    real: Driver, tmp_path: Path
) -> None:
    """Its letters are taller: the line below was left out."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "موجودي7.5.04"
    sheet.append(["Part number", "Description"])
    sheet.append(["M-1", "Sintered magnet Sm2Co17"])
    book.save(tmp_path / "a.xlsx")
    real.drop(files([tmp_path / "a.xlsx"]))
    real.wait_for_result()
    real.window.go_to("columns")
    real.quiet()
    shown = real.window.columns.sheets
    with_it = shown.grab().toImage()
    item = shown.item(0)
    above, _, below = item.text().rpartition("\n")
    assert below == "2 of 2 columns used"
    item.setText(f"{above}\n{'x' * len(below)}")
    assert shown.grab().toImage() != with_it
