"""What a screen reader gets of every control and cell, and where the keyboard is, on every page."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop_app.model.findings import msg
from desktop_app.ui.closing import ClosingSheet
from desktop_app.ui.correct_sheet import CorrectSheet
from desktop_app.ui.dialogs import Sheet
from desktop_app.ui.family_sheet import FamilySheet
from desktop_app.ui.figures_sheet import FiguresSheet
from desktop_app.ui.frame import USUAL
from desktop_app.ui.rail import STAGES
from desktop_app.ui.two_panes import TwoPanes
from tests.one_library import shipped_library
from tests.ui.driving import Driver
from tests.ui.screenshots import PAGES
from tests.ui.test_correct import asked

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


def sheets(driver: Driver) -> Iterator[Sheet]:
    """Windows above that no entry of a menu opens without more."""
    window, session = driver.window, driver.session
    families = {"servo": "Servo motor", "ndfeb": "NdFeB magnet"}
    yield CorrectSheet(window, session, asked(), families)
    yield FamilySheet(window, window.catalogue, [("servo", "Servo motor"), ("fan", "Fan")])
    yield ClosingSheet(window, msg("What you decided and corrected is in no project yet."))
    yield FiguresSheet(window, window.catalogue, shipped_library().figures, None, lambda *_: None)


def test_the_windows_above_and_their_keyboard_are_heard_and_seen(filled: Driver) -> None:
    QApplication.setCursorFlashTime(0)
    found = {}
    for sheet in sheets(filled):
        sheet.end()
        sheet.activateWindow()
        filled.qtbot.waitUntil(sheet.isActiveWindow)
        found[type(sheet).__name__] = nameless(sheet) + unseen_stops(filled, sheet)
        sheet.close()
        filled.back()
    assert {name: lost for name, lost in found.items() if lost} == {}


def test_the_cards_of_a_list_and_their_keyboard_are_heard_and_seen(filled: Driver) -> None:
    QApplication.setCursorFlashTime(0)
    found, table = {}, filled.window.risks.table
    filled.window.go_to("risks")
    for opens in (table.choose_columns, table.choose_filter, table.choose_layout):
        opens()
        filled.quiet()
        card = table.popup
        assert card is not None
        inside = [field for field in card.findChildren(QWidget) if field.hasFocus()]
        assert inside, opens.__name__
        found[type(card).__name__] = nameless(card) + unseen_in(card)
        card.leave()
        filled.quiet()
    assert {name: lost for name, lost in found.items() if lost} == {}


def unseen_in(card: QWidget) -> list[str]:
    """Fields of a card that look the same with the keyboard; a card closes when Tab leaves it."""
    found, fields = [], [f for f in card.findChildren(QWidget) if can_be_reached(f)]
    for field, other in zip(fields, [*fields[1:], fields[0]], strict=True):
        field.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        with_it = field.grab().toImage()
        other.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        if other is not field and field.grab().toImage() == with_it:
            found.append(f"{type(field).__name__} {field.accessibleName()}")
    return found


def can_be_reached(field: QWidget) -> bool:
    tabs = bool(field.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return tabs and field.isVisible() and field.isEnabled()


def heard_in_order(root: QWidget) -> list[str]:
    """Names as a screen reader comes upon them that reads the window from its beginning."""
    of = QAccessible.queryAccessibleInterface(root)
    assert of is not None
    return [thing.text(QAccessible.Text.Name) for thing in heard(of)]


def test_the_page_is_read_from_top_to_bottom_and_from_left_to_right(filled: Driver) -> None:
    """Qt's splitters had the reasons read before the list, and the list before the picture above it."""
    risks = filled.window.risks
    filled.window.resize(*USUAL)
    risks.open_why()
    filled.quiet()
    names = heard_in_order(risks)
    order = [risks.answer.text(), risks.chips["needed"].accessibleName(),
             risks.picture.list.accessibleName(), risks.table.tools.columns.text(),
             risks.table.view.accessibleName(), "Why?"]  # fmt: skip
    places = [names.index(name) for name in order]
    assert places == sorted(places)


def test_what_lies_beside_a_list_is_read_after_it(filled: Driver) -> None:
    filled.window.menus.actions["law"].trigger()
    filled.quiet()
    page = filled.window.pages.currentWidget()
    assert isinstance(page, TwoPanes)
    names = heard_in_order(page)
    assert names.index(page.list.accessibleName()) < names.index(page.area.accessibleName())
