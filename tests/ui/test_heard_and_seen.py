"""What a screen reader gets of every control and cell, and where the keyboard is, on every page."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop_app.ui.rail import STAGES
from tests.ui.driving import Driver
from tests.ui.screenshots import PAGES

R = QAccessible.Role
SPOKEN = (
    R.PushButton, R.CheckBox, R.RadioButton, R.ComboBox, R.EditableText, R.List, R.Table, R.Tree,
    R.SpinBox, R.PageTab, R.MenuItem, R.ButtonMenu, R.Link, R.ListItem, R.ColumnHeader, R.RowHeader,
)  # fmt: skip
LISTS = (R.Table, R.List, R.Tree)
CELLS = 60
"""Of a long list; the cells below are made by the same code."""
MOST_STOPS = 60
DIALOGS = ("settings", "keys", "ask", "commands")


def heard(of: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Everything in it that a screen reader goes through."""
    if not of.isValid() or of.state().invisible:
        return
    yield of
    count = of.childCount()
    for at in range(min(count, CELLS) if of.role() in LISTS else count):
        child = of.child(at)
        if child is not None:
            yield from heard(child)


def nameless(widget: QWidget) -> list[str]:
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return [
        f"{each.role().name} {type(each.object()).__name__}"
        for each in heard(found)
        if each.role() in SPOKEN or each.state().focusable
        if not each.text(QAccessible.Text.Name)
        # A cell says its words; an empty one, and the page round a list, says nothing.
        if each.role() not in (R.Cell, R.Client) or each.object() is not None
    ]


def unseen_stops(driver: Driver, top: QWidget) -> list[str]:
    """Where Tab leads without a change anybody could see."""
    found, first = [], None
    for _ in range(MOST_STOPS):
        QTest.keyClick(QApplication.focusWidget() or top, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        assert now is not None
        if now is first:
            break
        first = first or now
        QApplication.processEvents()
        with_it = top.grab().toImage()
        now.clearFocus()
        QApplication.processEvents()
        if top.grab().toImage() == with_it:
            found.append(f"{type(now).__name__} {now.accessibleName()}")
        now.setFocus()
    return found


def dialog(driver: Driver, entry: str) -> QDialog:
    driver.window.menus.actions[entry].trigger()
    driver.quiet()
    shown = [made for made in driver.window.findChildren(QDialog) if made.isVisible()]
    shown[-1].activateWindow()
    driver.qtbot.waitUntil(shown[-1].isActiveWindow)
    return shown[-1]


def test_everything_on_every_page_has_a_name(filled: Driver) -> None:
    window, found = filled.window, {}
    for stage in STAGES:
        window.go_to(stage)
        filled.quiet()
        found[stage] = nameless(window)
    window.go_to("risks")
    window.risks.open_why()
    filled.quiet()
    found["why"] = nameless(window)
    for page in (*PAGES, "compare", "overview"):
        window.menus.actions[page].trigger()
        filled.quiet()
        found[page] = nameless(window)
    for entry in DIALOGS:
        shown = dialog(filled, entry)
        found[entry] = nameless(shown)
        shown.close()
        filled.back()
    assert {page: lost for page, lost in found.items() if lost} == {}


def test_the_keyboard_is_seen_wherever_it_is(filled: Driver) -> None:
    QApplication.setCursorFlashTime(0)
    found = {}
    for page in ("files", "review", "overview"):
        filled.window.menus.actions[page].trigger()
        filled.quiet()
        found[page] = unseen_stops(filled, filled.window)
    for entry in ("keys", "commands"):
        shown = dialog(filled, entry)
        found[entry] = unseen_stops(filled, shown)
        shown.close()
        filled.back()
    assert {page: lost for page, lost in found.items() if lost} == {}
