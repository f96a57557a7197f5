"""The smallest window: nothing is cut without saying so, and every column has its place."""

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QDialog, QScrollArea

from desktop_app.ui.app import Application
from desktop_app.ui.chooser import Chooser
from desktop_app.ui.frame import LEAST, USUAL, Frame
from desktop_app.ui.settings import SettingsFile
from desktop_app.ui.table_view import TableView
from tests.ui.driving import Driver
from tests.ui.screenshots import PAGES
from tests.ui.test_accessibility import cut


@pytest.fixture
def narrow(filled: Driver) -> Driver:
    filled.window.resize(*LEAST)
    filled.quiet()
    return filled


def overhang(view: TableView) -> int:
    """How many points of the columns lie beyond the edge."""
    shown = [at for at in range(view.shown.columnCount()) if not view.isColumnHidden(at)]
    return sum(view.columnWidth(at) for at in shown) - view.viewport().width()


def test_lists_beside_one_another_keep_their_columns_inside(narrow: Driver) -> None:
    parts = narrow.window.parts
    narrow.window.go_to("parts")
    narrow.quiet()
    assert parts.beside.isVisible()
    assert overhang(parts.table.view) <= 0
    assert overhang(parts.groups.view) <= 0


def test_the_invitation_over_the_cards_is_whole(narrow: Driver) -> None:
    narrow.window.go_to("files")
    narrow.quiet()
    for said in ("Drop", "Drop more lists here, or a newer version of one, or whole folders too"):
        narrow.desk.zone.words.setText(said)
        narrow.quiet()
        words = narrow.desk.zone.words
        assert words.height() >= words.heightForWidth(words.width())


def hanging_over(driver: Driver) -> list[str]:
    """Areas that scroll up and down and hold more than their width."""
    return [
        area.accessibleName()
        for area in driver.window.findChildren(QScrollArea)
        if area.isVisible()
        and (inside := area.widget()) is not None
        and inside.width() > area.viewport().width()
    ]


def test_pages_and_the_start_fit_the_smallest_window(driver: Driver) -> None:
    driver.window.resize(*LEAST)
    for language in ("fr", "es", "it", "ja", "de"):
        driver.window.language_wanted.emit(language)
        driver.quiet()
        assert cut(driver.window) == [], language
    assert driver.window.files.zone.picture.isHidden()
    driver.window.resize(*USUAL)
    driver.quiet()
    assert driver.window.files.zone.picture.isVisible()
    driver.window.resize(*LEAST)
    driver.drop_small_files()
    found = {}
    for page in PAGES:
        driver.window.menus.actions[page].trigger()
        driver.quiet()
        found[page] = cut(driver.window) + hanging_over(driver)
    assert {page: words for page, words in found.items() if words} == {}


def test_the_first_window_lies_within_a_small_screen(
    qapp: Application, settings: SettingsFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    sizes = {}
    for width, height in ((1280, 720), (1366, 728), (1920, 1040)):
        monkeypatch.setattr(QScreen, "availableSize", lambda _self, w=width, h=height: QSize(w, h))
        frame = Frame(settings)
        sizes[width] = (frame.width(), frame.height())
        frame.deleteLater()
    assert sizes == {1280: (1264, 680), 1366: (1350, 688), 1920: USUAL}


def test_windows_above_keep_their_buttons_on_a_low_screen(
    filled: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    low = QRect(0, 0, 960, 500)
    monkeypatch.setattr(QScreen, "availableGeometry", lambda _self: low)
    filled.window.resize(*LEAST)
    heights = {}
    for entry in ("keys", "ask", "settings"):
        filled.window.menus.actions[entry].trigger()
        filled.quiet()
        shown = [d for d in filled.window.findChildren(QDialog) if d.isVisible()]
        heights[entry] = shown[-1].height()
        shown[-1].close()
        filled.quiet()
    assert {entry: height for entry, height in heights.items() if height > low.height()} == {}


def test_a_chosen_line_that_does_not_fit_ends_in_dots(driver: Driver) -> None:
    long, short = Chooser(driver.window), Chooser(driver.window)
    metrics = long.fontMetrics()
    long.addItem("If the suspensions have ended and nobody said so")
    pictures = []
    for box in (long, short):
        box.setFixedSize(150, 30)
        box.show()
    for room in range(60, 150):
        cut = metrics.elidedText(long.itemText(0), Qt.TextElideMode.ElideRight, room)
        short.clear()
        short.addItem(cut)
        pictures.append(short.grab().toImage() == long.grab().toImage())
        assert cut.endswith("…")
    assert any(pictures)
