"""Columns: the sheet as it is, and above each column what it was taken for, how sure, and why."""

from tests.ui.driving import Driver


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
