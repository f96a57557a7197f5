"""What a column holds is the user's to say: by a click on its chip, by keyboard, and taken back."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.model.findings import CodedError, msg
from desktop_app.model.sources import CellCounts, ColumnFound, RowCounts, SourceFile, TableFound
from desktop_app.ui.column_choices import ColumnChoices, headings_of, in_place
from desktop_app.ui.field_menu import FieldMenu
from desktop_app.ui.field_words import COLUMN_FIELDS, FIELD_WORDS
from desktop_app.ui.search_list import SPOKEN
from tests.ui.driving import LEFT, NONE, Driver, files, verdicts
from tests.ui.handmade import small_reading

ZONE = 3
"""Place of the column with the strange heading."""


def listed(path: Path, *rows: list[object]) -> Path:
    """A list whose country of origin stands under a heading nobody knows."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Part number", "Description", "Supplier", "Zone", ""])
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


@pytest.fixture
def strange(real: Driver, tmp_path: Path) -> Driver:
    """A window on two such lists and one of another kind between them, showing the columns."""
    magnet = "Sintered magnet Sm2Co17 block 10x10x5"
    first = listed(tmp_path / "a.xlsx", ["M-1", magnet, "Erdwerk GmbH", "CN", "x"],
                   ["M-2", "Hexagon screw M6x20", "Erdwerk GmbH", "DE", "y"])  # fmt: skip
    other = tmp_path / "b.csv"
    other.write_text("Part number;Description\nB-1;Hexagon screw M6x20\n", encoding="utf-8")
    third = listed(tmp_path / "c.xlsx", ["M-3", magnet, "Nordstern GmbH", "CN", "z"])
    real.drop(files([first, other, third]))
    real.wait_for_result()
    real.window.go_to("columns")
    real.window.columns.preview.setFocus()
    return real


def field_at(driver: Driver, column: int) -> str | None:
    """What a column of the first list was taken for."""
    found: ColumnFound = driver.session.files[0].sheets[0].tables[0].columns[column]
    return found.field


def click_chip(driver: Driver, column: int) -> None:
    chips = driver.window.columns.chips
    at = QPoint(chips.sectionViewportPosition(column) + 30, 16)
    QTest.mouseClick(chips.viewport(), LEFT, NONE, at)


def menu_of(driver: Driver) -> FieldMenu:
    menus = [m for m in driver.window.findChildren(FieldMenu) if m.isVisible()]
    assert len(menus) == 1
    return menus[0]


def words_in(menu: FieldMenu) -> list[str]:
    return [menu.found.list.item(at).text() for at in range(menu.found.list.count())]


def test_a_click_on_the_chip_changes_the_meaning_and_the_verdicts(strange: Driver) -> None:
    before = verdicts(strange)
    assert field_at(strange, ZONE) is None
    assert not before["M-1"].startswith("needed")
    click_chip(strange, ZONE)
    menu = menu_of(strange)
    QTest.keyClicks(menu.found.field, "origin")
    assert words_in(menu) == ["Country of origin"]
    item = menu.found.list.visualItemRect(menu.found.list.item(0))
    QTest.mouseClick(menu.found.list.viewport(), LEFT, NONE, item.center())
    strange.quiet()
    assert field_at(strange, ZONE) == "country_of_origin"
    assert strange.window.stage == "columns"
    assert "confirmed by you" in strange.window.columns.chips.accessibleDescription()
    after = verdicts(strange)
    assert after["M-1"].startswith("needed")
    assert after["M-3"].startswith("needed")
    assert [Path(f.path).name for f in strange.session.files] == ["a.xlsx", "b.csv", "c.xlsx"]


def choose_by_keyboard(driver: Driver, column: int, letters: str) -> None:
    """Along the row to the column, the letters of the meaning, Enter."""
    preview = driver.window.columns.preview
    preview.setFocus()
    driver.key(Qt.Key.Key_Home)
    for _ in range(column):
        driver.key(Qt.Key.Key_Right)
    QTest.keyClicks(preview, letters[0])
    menu = menu_of(driver)
    assert menu.found.field.text() == letters[0]
    QTest.keyClicks(menu.found.field, letters[1:])
    QTest.keyClick(menu.found.field, Qt.Key.Key_Return)
    driver.quiet()


def test_by_keyboard_alone_there_and_back(strange: Driver) -> None:
    before = verdicts(strange)
    choose_by_keyboard(strange, ZONE, "country of")
    assert field_at(strange, ZONE) == "country_of_origin"
    assert strange.window.columns.preview.currentIndex().column() == ZONE
    undo = strange.window.menus.actions["undo"]
    assert undo.text() == "&Undo: column Zone is Country of origin"
    strange.ctrl(Qt.Key.Key_Z)
    strange.quiet()
    assert field_at(strange, ZONE) is None
    assert verdicts(strange) == before
    strange.ctrl(Qt.Key.Key_Y)
    strange.quiet()
    assert verdicts(strange)["M-1"].startswith("needed")


def test_two_suppliers_of_one_form_are_kept_apart(strange: Driver) -> None:
    """What is said of the second list does not change how the first was confirmed, nor what comes
    later from the first supplier."""
    choose_by_keyboard(strange, ZONE, "country of")
    third = strange.session.files[2].sheets[0].tables[0]
    assert third.columns[ZONE].field == "country_of_origin"
    strange.session.lists.choose_column(third, "Zone", "plant")
    strange.quiet()
    fields = [strange.session.files[n].sheets[0].tables[0].columns[ZONE].field for n in (0, 2)]
    assert fields == ["country_of_origin", "plant"]
    remembered = strange.session.columns.of
    assert sorted(owner for _, owner in remembered) == ["Erdwerk GmbH", "Nordstern GmbH"]


def test_a_column_can_be_left_out_and_given_back_to_the_program(strange: Driver) -> None:
    choose_by_keyboard(strange, 2, "not used")
    assert field_at(strange, 2) is None
    assert set(strange.column("supplier")) == {""}
    choose_by_keyboard(strange, 2, "let")
    assert field_at(strange, 2) == "supplier"


def test_a_list_with_the_same_headings_is_read_the_same_way(
    strange: Driver, tmp_path: Path
) -> None:
    choose_by_keyboard(strange, ZONE, "country of")
    later = listed(tmp_path / "d.xlsx", ["M-4", "Sintered magnet Sm2Co17", "Erdwerk GmbH", "CN", 1])
    strange.drop(files([later]))
    strange.qtbot.waitUntil(lambda: "M-4" in verdicts(strange), timeout=30_000)
    assert verdicts(strange)["M-4"].startswith("needed")


def test_the_menu_says_which_column_holds_a_fact_now(strange: Driver) -> None:
    click_chip(strange, ZONE)
    menu = menu_of(strange)
    items = [menu.found.list.item(at) for at in range(menu.found.list.count())]
    assert "Supplier ‹ Supplier" in [item.data(SPOKEN) for item in items]
    QTest.keyClick(menu.found.field, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert field_at(strange, ZONE) is None


def test_a_column_without_heading_can_be_said_too(strange: Driver) -> None:
    click_chip(strange, 4)
    (menu,) = strange.window.findChildren(FieldMenu)
    assert menu.isVisible()


def test_a_list_that_is_gone_leaves_everything_as_it_was(strange: Driver, tmp_path: Path) -> None:
    before = verdicts(strange)
    (tmp_path / "a.xlsx").unlink()
    choose_by_keyboard(strange, ZONE, "country of")
    assert strange.window.strip.isVisible()
    assert "a.xlsx" in strange.window.strip.words.text()
    assert verdicts(strange) == before
    assert field_at(strange, ZONE) is None


def table(*headings: str) -> TableFound:
    columns = tuple(ColumnFound(n, h, None, 0.0, msg("x")) for n, h in enumerate(headings, 1))
    return TableFound(1, 2, 3, columns, RowCounts(), CellCounts())


def test_a_choice_answers_for_its_headings_only() -> None:
    choices = ColumnChoices().with_choice(table("A", "", " B "), "A", "mpn")
    assert choices(["A", "B", ""]) == {"A": "mpn"}
    assert choices(["B", "A"]) is None
    assert headings_of(table("A", "", " B ")) == ("A", "B")


def test_a_choice_for_one_supplier_leaves_what_was_chosen_for_another() -> None:
    """The second follows the first until something else is said of it; nobody follows a
    contradiction."""
    lists = table("A", "B")
    choices = ColumnChoices().with_choice(lists, "A", "mpn", "Nord")
    assert choices(["A", "B"], "Süd") == {"A": "mpn"}
    choices = choices.with_choice(lists, "A", "part_number", "Süd")
    choices = choices.with_choice(lists, "B", "plant", "Süd")
    assert choices(["A", "B"], "Nord") == {"A": "mpn"}
    assert choices(["A", "B"], "Süd") == {"A": "part_number", "B": "plant"}
    assert choices(["A", "B"], "West") == {"B": "plant"}
    assert choices(["A", "B"]) == {"B": "plant"}


def test_who_the_supplier_is_is_said_of_all_lists() -> None:
    lists = table("A", "B")
    choices = ColumnChoices().with_choice(lists, "B", "mpn", "Nord")
    choices = choices.with_choice(lists, "A", "supplier", "Nord")
    assert choices(["A", "B"], "Nord") == choices(["A", "B"]) == {"A": "supplier", "B": "mpn"}


def test_one_fact_is_held_by_one_column() -> None:
    choices = ColumnChoices().with_choice(table("A", "B", "C"), "A", "mpn")
    choices = choices.with_choice(table("A", "B", "C"), "C", "")
    choices = choices.with_choice(table("A", "B", "C"), "B", "mpn")
    assert choices(["A", "B", "C"]) == {"B": "mpn", "C": ""}
    assert choices.with_choice(table("A", "B", "C"), "B", None)(["A", "B", "C"]) == {"C": ""}


def test_a_file_read_anew_keeps_its_place_and_one_refused_now_changes_nothing() -> None:
    known = small_reading()
    names = [file.path for file in known.files]
    refused = next(file for file in known.files if file.problem is not None)
    sound: list[SourceFile] = [file for file in known.files if file.problem is None]
    with pytest.raises(CodedError):
        in_place(known, known)
    from desktop_app.model.reading import without

    fresh = without(known, {refused.path, *(file.path for file in sound[1:])})
    assert [file.path for file in in_place(known, fresh).files] == names


def test_every_meaning_a_column_can_be_given_has_words_and_is_known_to_the_reading() -> None:
    from desktop_app.intake.headings import FIELDS

    assert set(COLUMN_FIELDS) == FIELDS
    assert set(COLUMN_FIELDS) <= set(FIELD_WORDS)
