"""Whose list a file is can be named on its card, and taken back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from desktop_app.ui.supplier_row import SupplierRow
from tests.ui.driving import LEFT, NONE, Driver, files
from tests.workbooks.build import make_xlsx

HEADINGS = ["Part number", "Description", "Price EUR"]
ROWS = [["M-1", "Sintered magnet N42SH block 10x10x5", 2.5], ["M-2", "Hexagon screw M6x20", 0.1]]


@pytest.fixture
def nameless(real: Driver, tmp_path: Path) -> Driver:
    """A window on a price list that does not say whose it is."""
    real.drop(files([make_xlsx(tmp_path / "prices.xlsx", {"S": [HEADINGS, *ROWS]})]))
    real.quiet()
    real.window.go_to("files")
    assert real.session.files[0].supplier is None
    return real


def row_of(driver: Driver) -> SupplierRow:
    desk = driver.window.files.desk
    assert desk is not None
    (found,) = desk.findChildren(SupplierRow)
    return found


def click(button: QPushButton) -> None:
    QTest.mouseClick(button, LEFT, NONE, button.rect().center())


def name_it(driver: Driver, supplier: str) -> None:
    click(row_of(driver).change)
    field = row_of(driver).field
    field.clear()
    QTest.keyClicks(field, supplier)
    QTest.keyClick(field, Qt.Key.Key_Return)
    driver.quiet()


def suppliers(driver: Driver) -> list[object]:
    reading = driver.session.reading
    return [] if reading is None else list(reading.parts.frame["supplier"])


def test_a_named_supplier_is_that_of_every_part_and_of_the_question(nameless: Driver) -> None:
    name_it(nameless, "Nordmagnet AB")
    assert suppliers(nameless) == ["Nordmagnet AB"] * 2
    assert nameless.session.files[0].supplier == "Nordmagnet AB"
    result = nameless.session.result
    assert result is not None
    assert set(result.assessment.parts.frame["supplier"]) == {"Nordmagnet AB"}
    undo = nameless.window.menus.actions["undo"]
    assert undo.text() == "&Undo: the supplier of prices.xlsx is Nordmagnet AB"
    nameless.ctrl(Qt.Key.Key_Z)
    nameless.quiet()
    assert suppliers(nameless) == [None, None]


def test_it_is_named_anew_left_to_the_list_and_not_changed_by_escape(nameless: Driver) -> None:
    name_it(nameless, "Nordmagnet AB")
    name_it(nameless, "Erdwerk GmbH")
    assert suppliers(nameless) == ["Erdwerk GmbH"] * 2
    row = row_of(nameless)
    click(row.change)
    QTest.keyClicks(row.field, "xx")
    QTest.keyClick(row.field, Qt.Key.Key_Escape)
    nameless.quiet()
    assert (row.currentIndex(), suppliers(nameless)) == (0, ["Erdwerk GmbH"] * 2)
    click(row.change)
    click(row.back)
    nameless.quiet()
    assert suppliers(nameless) == [None, None]


def test_it_stays_when_a_column_is_chosen_and_when_the_file_is_read_again(
    nameless: Driver,
) -> None:
    name_it(nameless, "Nordmagnet AB")
    table = nameless.session.files[0].sheets[0].tables[0]
    nameless.session.lists.choose_column(table, "Price EUR", "")
    nameless.quiet()
    assert suppliers(nameless) == ["Nordmagnet AB"] * 2
    nameless.drop(files([Path(nameless.session.files[0].path)]))
    nameless.quiet()
    assert suppliers(nameless) == ["Nordmagnet AB"] * 2
