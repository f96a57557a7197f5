"""Which row has the headings is the user's to say where the program finds none or the wrong one."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from desktop_app.ui.column_choices import ColumnChoices
from tests.ui.driving import LEFT, NONE, Driver, files
from tests.ui.test_column_choice import choose_by_keyboard
from tests.workbooks.build import Rows, make_xlsx

HEADINGS = ["Kü", "Sa", "Wo"]
ROWS: Rows = [
    ["Werk Nord, Blatt 4"],
    HEADINGS,
    ["3.5", "ja", "Sintered magnet N42SH block 10x10x5"],
    ["4.5", "ja", "Hexagon screw M6x20"],
]


@pytest.fixture
def lost(real: Driver, tmp_path: Path) -> Driver:
    """A window on one file in which no list was found."""
    real.drop(files([make_xlsx(tmp_path / "lost.xlsx", {"S": ROWS})]))
    real.quiet()
    assert real.session.files[0].outcome == "no_table"
    return real


def click(button: QPushButton) -> None:
    QTest.mouseClick(button, LEFT, NONE, button.rect().center())


def facts(driver: Driver, field: str) -> list[object]:
    reading = driver.session.reading
    return [] if reading is None else list(reading.parts.frame[field])


def headings_at(driver: Driver) -> list[int]:
    return [table.header_row for table in driver.session.files[0].sheets[0].tables]


def test_from_a_file_without_a_list_to_its_parts(lost: Driver) -> None:
    lost.window.go_to("files")
    desk = lost.window.files.desk
    assert desk is not None
    (card,) = desk.cards
    found = [b for b in card.findChildren(QPushButton) if b.text() == "Point at its headings"]
    click(found[0])
    page = lost.window.columns
    assert lost.window.stage == "columns"
    assert not page.point.isEnabled()
    page.preview.put_cursor(1, 0)
    assert (page.point.text(), page.point.isEnabled()) == ("Use row 2 as headings", True)
    click(page.point)
    lost.quiet()
    assert headings_at(lost) == [2]
    assert facts(lost, "description") == [row[2] for row in ROWS[2:]]
    choose_by_keyboard(lost, 0, "part n")
    assert facts(lost, "part_number") == [row[0] for row in ROWS[2:]]


def test_it_is_one_step_back_and_the_same_button_gives_it_back(lost: Driver) -> None:
    lost.window.go_to("columns")
    page = lost.window.columns
    header = page.preview.verticalHeader()
    at = QPoint(6, header.sectionViewportPosition(1) + 8)
    QTest.mouseClick(header.viewport(), LEFT, NONE, at)
    QTest.mouseDClick(header.viewport(), LEFT, NONE, at)
    lost.quiet()
    assert headings_at(lost) == [2]
    assert lost.window.menus.actions["undo"].text() == "&Undo: the headings stand in row 2"
    page.preview.setFocus()
    page.preview.put_cursor(1, 0)
    assert page.point.text() == "Let the program find the headings"
    click(page.point)
    lost.quiet()
    assert headings_at(lost) == []
    lost.ctrl(Qt.Key.Key_Z)
    lost.quiet()
    assert headings_at(lost) == [2]


def test_pointing_at_headings_leaves_what_was_said_of_their_columns() -> None:
    choices = ColumnChoices().with_heading_row(HEADINGS, is_heading=True)
    assert choices.points_at([" Kü", "Sa", "", "Wo"])
    assert not choices.points_at(["Kü", "Sa"])
    assert not choices.with_heading_row(HEADINGS, is_heading=False).points_at(HEADINGS)
