"""A row that was taken for a service can be made a part in the window, and a part can be left out."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.driving import LEFT, NONE, Driver, files
from tests.workbooks.build import Rows, make_xlsx

HEADINGS = ["Part no", "Description", "Qty"]
ROWS: Rows = [
    HEADINGS,
    ["S1", "Transport", 1],
    ["S2", "Ring magnet 30x20x5", 40],
    ["S3", "Our terms of 2027 apply", 2],
    *([f"B{n}", f"Hexagon bolt M{n}", n] for n in range(1, 45)),
    ["S4", "Freight", 1],
]
"""Transport is in row 2, freight in row 49, far below the first screen."""


@pytest.fixture
def listed(real: Driver, tmp_path: Path) -> Driver:
    """A window on the columns of one file with two services."""
    real.drop(files([make_xlsx(tmp_path / "list.xlsx", {"S": ROWS})]))
    real.wait_for_result()
    real.window.go_to("columns")
    real.quiet()
    return real


def press(driver: Driver, row: int) -> str:
    """Puts the cursor into a row of the sheet, presses the button, and says what stood on it."""
    page = driver.window.columns
    assert page.model is not None
    page.preview.put_cursor(page.model.numbers.index(row), 1)
    words = page.tell.text()
    QTest.mouseClick(page.tell, LEFT, NONE, page.tell.rect().center())
    driver.quiet()
    return words


def rows(driver: Driver) -> set[int]:
    reading = driver.session.reading
    return set() if reading is None else {int(row) for row in reading.parts.frame["row"]}


def test_a_service_becomes_a_part_and_one_step_back(listed: Driver) -> None:
    assert not {2, 49} & rows(listed)
    assert "2 rows left out (pale)" in listed.window.columns.words.text()
    assert press(listed, 2) == "Take row 2 as a part"
    assert 2 in rows(listed)
    assert listed.window.menus.actions["undo"].text() == "&Undo: row 2 is a part"
    assert listed.window.columns.tell.text() == "Let the program judge row 2"
    listed.ctrl(Qt.Key.Key_Z)
    listed.quiet()
    assert 2 not in rows(listed)
    assert listed.window.columns.tell.text() == "Take row 2 as a part"


def test_a_part_is_left_out_and_given_back(listed: Driver) -> None:
    assert press(listed, 4) == "Leave row 4 out"
    assert 4 not in rows(listed)
    assert press(listed, 4) == "Let the program judge row 4"
    assert 4 in rows(listed)


def test_a_service_far_below_is_shown_and_stays_shown(listed: Driver) -> None:
    page = listed.window.columns
    assert page.model is not None
    assert page.model.numbers[-1] == 49
    assert press(listed, 49) == "Take row 49 as a part"
    assert 49 in rows(listed)
    assert page.model.numbers[-1] == 49
    assert press(listed, 49) == "Let the program judge row 49"
    assert 49 not in rows(listed)


def test_the_next_list_follows_it(listed: Driver, tmp_path: Path) -> None:
    press(listed, 2)
    later: Rows = [HEADINGS, ["X1", "Coil", 4], ["S1", "Transport", 9], ["X2", "Freight", 1]]
    listed.drop(files([make_xlsx(tmp_path / "later.xlsx", {"S": later})]))
    listed.quiet()
    reading = listed.session.reading
    assert reading is not None
    told = [t.told for f in reading.files for s in f.sheets for t in s.tables]
    assert told == [(2,), (3,)]


def test_the_headings_and_empty_rows_cannot_be_told(listed: Driver) -> None:
    page = listed.window.columns
    page.preview.put_cursor(0, 0)
    assert not page.tell.isEnabled()
    assert page.tell.text() == "Leave this row out"


def test_pale_rows_say_why(listed: Driver) -> None:
    model = listed.window.columns.model
    assert model is not None
    index = model.index(1, 1)
    said = model.data(index, Qt.ItemDataRole.AccessibleDescriptionRole)
    assert said == "a service such as freight or work, not a part"
    assert model.data(index, Qt.ItemDataRole.ForegroundRole) == model.pale
    assert model.data(model.index(2, 1), Qt.ItemDataRole.ForegroundRole) is None


def test_a_button_pressed_by_key_keeps_the_keyboard(listed: Driver) -> None:
    page = listed.window.columns
    assert page.model is not None
    page.preview.put_cursor(page.model.numbers.index(4), 1)
    page.tell.setFocus()
    listed.key(Qt.Key.Key_Space)
    listed.quiet()
    assert 4 not in rows(listed)
    assert page.tell.hasFocus()
    listed.key(Qt.Key.Key_Space)
    listed.quiet()
    assert 4 in rows(listed)


def test_rows_named_alike_go_together_and_the_cursor_stays_in_its_row(
    real: Driver, tmp_path: Path
) -> None:
    """The other row of that name comes to be shown above the one that was told."""
    bolts: Rows = [[f"B{n}", f"Hexagon bolt M{n}", n] for n in range(1, 40)]
    alike: Rows = [HEADINGS, *bolts, ["", "Freight", 1], ["Z1", "Coil", 1], ["", "Freight", 2]]
    real.drop(files([make_xlsx(tmp_path / "list.xlsx", {"S": alike})]))
    real.wait_for_result()
    real.window.go_to("columns")
    real.quiet()
    page = real.window.columns
    assert press(real, 43) == "Take row 43 as a part"
    assert {41, 43} <= rows(real)
    assert page.model is not None
    assert page.model.numbers[page.preview.currentIndex().row()] == 43
    assert page.tell.text() == "Let the program judge row 43"
    assert "rows named alike" in page.tell.toolTip()


def find(driver: Driver, words: str) -> int:
    """Types what is looked for, presses Enter, and says in which row of the sheet the cursor is."""
    page = driver.window.columns
    driver.ctrl(Qt.Key.Key_F)
    assert page.finder.field.hasFocus()
    page.finder.field.setText(words)
    driver.key(Qt.Key.Key_Return)
    driver.quiet()
    assert page.model is not None
    return page.model.numbers[page.preview.currentIndex().row()]


def test_a_part_far_below_is_found_and_left_out(listed: Driver) -> None:
    """By its number, by a text in it, and once more from where the cursor is."""
    page = listed.window.columns
    assert find(listed, "47") == 47
    assert page.tell.text() == "Leave row 47 out"
    assert find(listed, "hexagon BOLT m4") == 48
    assert page.finder.count.text() == "6 of 6"
    assert find(listed, "hexagon BOLT m4") == 8
    assert page.finder.count.text() == "1 of 6"
    assert find(listed, "hexagon BOLT m4") == 44
    assert find(listed, "no such thing") == 44
    assert page.finder.count.text() == "Nothing here matches."
    QTest.mouseClick(page.tell, LEFT, NONE, page.tell.rect().center())
    listed.quiet()
    assert 44 not in rows(listed)
    assert page.tell.text() == "Let the program judge row 44"


def test_a_number_that_is_a_row_is_also_a_text(real: Driver, tmp_path: Path) -> None:
    many: Rows = [[str(100 + n), f"Bolt {n}", n] for n in range(1, 150)]
    real.drop(files([make_xlsx(tmp_path / "list.xlsx", {"S": [HEADINGS, *many]})]))
    real.wait_for_result()
    real.window.go_to("columns")
    real.quiet()
    assert find(real, "120") == 120
    assert find(real, "120") == 121
    assert find(real, "120") == 21


def test_only_the_rows_left_out_are_shown_on_demand(listed: Driver) -> None:
    page = listed.window.columns
    page.preview.put_cursor(10, 1)
    page.finder.only.click()
    assert page.model is not None
    assert list(page.model.numbers) == [1, 2, 49]
    assert page.model.rows[2] == ("S4", "Freight", "1")
    assert press(listed, 49) == "Take row 49 as a part"
    assert list(page.model.numbers) == [1, 2, 49]
    assert 49 in rows(listed)
    page.finder.only.click()
    assert len(page.model.numbers) == 49
    assert page.model.numbers[page.preview.currentIndex().row()] == 49
