"""The smallest window: nothing is cut without saying so, and every column has its place."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QFont, QFontMetrics, QScreen
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from desktop_app.ui.app import Application
from desktop_app.ui.chooser import Chooser
from desktop_app.ui.correct_sheet import CorrectSheet
from desktop_app.ui.folding import FoldingLabel
from desktop_app.ui.frame import LEAST, USUAL, Frame
from desktop_app.ui.rail import TINY_PX, Rail, StageButton
from desktop_app.ui.search_list import EDGE, TwoEnds
from desktop_app.ui.settings import SettingsFile
from desktop_app.ui.table_filters import TextFilter
from desktop_app.ui.table_view import ROW_HEIGHT, TableView
from desktop_app.ui.widgets import ElidingLabel
from tests.ui.driving import Driver
from tests.ui.screenshots import PAGES
from tests.ui.test_accessibility import cut
from tests.ui.test_correct import asked


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
        for lines in shown[-1].findChildren(QPlainTextEdit):
            assert lines.height() >= 3 * lines.fontMetrics().lineSpacing()
        shown[-1].close()
        filled.quiet()
    assert {entry: height for entry, height in heights.items() if height > low.height()} == {}


LANGUAGES_LONG = ("de", "fr", "es", "it", "ja", "ko")


def rows_seen(view: TableView) -> float:
    return view.viewport().height() / view.rowHeight(0)


def test_the_list_keeps_its_room_on_a_small_screen(narrow: Driver) -> None:
    """Rows are what the page is there for: five are seen below everything that may stand above them."""
    risks, view = narrow.window.risks, narrow.risks
    for size, rows in ((LEAST, 5), ((853, 480), 6.5)):
        narrow.window.resize(*size)
        for language in LANGUAGES_LONG:
            narrow.window.language_wanted.emit(language)
            narrow.quiet()
            assert narrow.window.strip.isVisible()
            assert rows_seen(view) >= rows, (size, language)
            assert cut(risks) == []
    risks.chips["suspended"].say(0, "0", "ausgesetzt")
    assert risks.chips["suspended"].isHidden()
    narrow.window.resize(*USUAL)
    narrow.quiet()
    assert risks.chips["suspended"].isVisible()
    assert risks.picture.isVisible()
    assert view.rowHeight(0) == ROW_HEIGHT
    assert risks.table.tools.parentWidget() is risks.table


def test_all_parts_keep_their_room_on_a_small_screen(narrow: Driver) -> None:
    narrow.window.go_to("parts")
    for language in LANGUAGES_LONG:
        narrow.window.language_wanted.emit(language)
        narrow.quiet()
        assert rows_seen(narrow.window.parts.table.view) >= 5, language


def test_the_row_under_the_cursor_stays_when_the_window_becomes_low(filled: Driver) -> None:
    view = filled.risks
    last = view.shown.rowCount() - 1
    view.selectRow(last)
    view.scrollToBottom()
    chosen = view.chosen_part()
    filled.window.resize(*LEAST)
    filled.quiet()
    assert view.chosen_part() == chosen
    assert view.visualRect(view.currentIndex()).intersects(view.viewport().rect())


def is_cut(label: FoldingLabel) -> bool:
    return label.is_cut


def unfolds(label: FoldingLabel) -> bool:
    return label.is_unfolded


def test_a_sentence_unfolds_by_mouse_and_by_key(driver: Driver) -> None:
    label = FoldingLabel("second")
    driver.qtbot.addWidget(label)
    label.setText(
        "The first of these runs out long before goods with a licence could be here. " * 3
    )
    label.resize(300, 20)
    label.show()
    assert not is_cut(label)
    assert label.focusPolicy() == Qt.FocusPolicy.NoFocus
    label.lie_close(True)
    assert is_cut(label)
    assert label.toolTip() == label.text()
    assert (heard := QAccessible.queryAccessibleInterface(label)) is not None
    assert heard.text(QAccessible.Text.Name) == label.text()
    driver.click(label)
    assert unfolds(label)
    assert label.heightForWidth(300) > 40
    for key, unfolded in ((Qt.Key.Key_Space, False), (Qt.Key.Key_Return, True)):
        QTest.keyClick(label, key)
        assert label.is_unfolded == unfolded
    label.setText("Short.")
    assert not is_cut(label)
    assert not unfolds(label)
    assert label.toolTip() == ""
    driver.click(label)
    assert not unfolds(label)
    label.lie_close(False)
    assert label.wordWrap()


def test_filters_beside_the_counts_go_on_in_the_next_line(narrow: Driver) -> None:
    """Five filters are wider than the row that lends its end to the tools of a low page."""
    risks = narrow.window.risks
    data = risks.table.data
    assert data is not None
    for column in data.columns[:6]:
        risks.table.filter_column(column.id, (TextFilter(column.id, "e"),))
    narrow.quiet()
    tools = risks.table.tools
    assert tools.width() <= risks.full.width()
    assert all(made.geometry().right() <= tools.width() for made in tools.active)


def test_the_rail_gives_way_and_still_names_its_stages(narrow: Driver) -> None:
    rail = narrow.window.rail
    wide = rail.width()
    for language in LANGUAGES_LONG:
        narrow.window.language_wanted.emit(language)
        narrow.quiet()
        small = QFont(rail.font())
        small.setPixelSize(TINY_PX)
        small.setWeight(QFont.Weight.Bold)
        needed = {b.text(): QFontMetrics(small).horizontalAdvance(b.text()) for b in stages(rail)}
        assert {words for words, room in needed.items() if room > rail.width() - 20} == set()
    narrow.window.resize(*USUAL)
    narrow.quiet()
    assert rail.width() > wide
    narrow.click(rail.buttons["parts"])
    assert narrow.window.stage == "parts"


def stages(rail: Rail) -> list[StageButton]:
    return list(rail.buttons.values())


def test_a_window_larger_than_its_screen_scrolls_to_its_edges(filled: Driver) -> None:
    """1280 x 720 at 200 % is 640 x 360."""
    window = filled.window
    window.setMinimumSize(0, 0)
    window.resize(640, 330)
    filled.quiet()
    around = window.centralWidget()
    assert isinstance(around, QScrollArea)
    offline = window.status.offline
    assert around.horizontalScrollBar().maximum() > 0
    offline.setFocus()
    around.ensureWidgetVisible(offline)
    assert offline.visibleRegion().boundingRect().width() == offline.width()
    around.horizontalScrollBar().setValue(0)
    window.go_to("risks")
    window.risks.open_why()
    filled.quiet()
    why = window.risks.why
    assert why.visibleRegion().boundingRect().width() == why.width(), "what opens is seen"
    window.resize(*LEAST)
    filled.quiet()
    assert around.horizontalScrollBar().maximum() == around.verticalScrollBar().maximum() == 0


def test_the_row_under_the_cursor_is_in_sight_when_the_window_is_high_again(filled: Driver) -> None:
    """It stood below the edge: the list was scrolled before the picture above it came back."""
    view = filled.risks
    for row in (5, 15):
        view.setCurrentIndex(view.shown.index(row, 0))
        for size in (LEAST, (1280, 720)):
            filled.window.resize(*size)
            filled.quiet()
            place = view.visualRect(view.currentIndex())
            assert place.top() >= 0
            assert place.bottom() < view.viewport().height()


def test_no_field_lies_over_another_in_a_low_window(filled: Driver) -> None:
    filled.window.resize(*LEAST)
    filled.window.language_wanted.emit("fr")
    filled.quiet()
    sheet = CorrectSheet(filled.window, filled.session, asked(), {})
    sheet.end()
    filled.quiet()
    [area] = sheet.findChildren(QScrollArea)
    lower = [field for field in sheet.findChildren(QLineEdit) if not area.isAncestorOf(field)]
    edge = area.mapTo(sheet, QPoint(0, area.height())).y()
    assert lower
    assert all(field.mapTo(sheet, QPoint()).y() >= edge for field in lower)
    assert area.viewport().height() >= lower[0].height()
    sheet.close()


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


def test_a_label_without_room_leaves_out_that_it_is_assumed(driver: Driver) -> None:
    driver.window.show()
    label = driver.window.question.labels["destination"]
    assert label.text().startswith("Going to (")
    shown = []
    for words in (label.text(), "Going to *"):
        made = ElidingLabel("small")
        made.briefly = "Going to *" if words == label.text() else ""
        made.setText(words)
        made.setFixedSize(label.fontMetrics().horizontalAdvance("Going to *") + 2, 20)
        made.show()
        shown.append(made.grab().toImage())
        assert made.toolTip() == (words if made.is_cut else "")
    assert label.briefly == "Going to *"
    assert shown[0] == shown[1]


def test_a_verdict_without_room_is_cut_behind_its_word(filled: Driver) -> None:
    """What stands beside it may go, half a word says nothing; what is not settled stays whole."""
    view = filled.risks
    data = view.shown.data_shown
    assert data is not None
    verdict = data.column("verdict")
    words = {"needed, by grade": "needed, …", "not verified: part": "not verified: part"}
    made = replace(verdict, words=[*words], cut_to=[*words.values()], of=np.arange(2, dtype=np.int32),
                   marks=["needed", "not_verified"], keys=None)  # fmt: skip
    other = replace(data, columns=(made, *data.columns[1:]), order=np.arange(2))
    view.show_data(other, other.order)
    delegate = view.itemDelegateForColumn(0)
    assert isinstance(delegate, QStyledItemDelegate)
    for row, (whole, brief) in enumerate(words.items()):
        for room, expected in ((400, whole), (40, brief)):
            option = QStyleOptionViewItem()
            option.rect = QRect(0, 0, room, 30)
            delegate.initStyleOption(option, view.shown.index(row, 0))
            assert option.text == expected
    assert verdict.cut_to is not None
    assert all(
        brief.split(",")[0] in word
        for word, brief in zip(verdict.words, verdict.cut_to, strict=True)
    )


def test_a_name_stays_whole_where_what_stands_beside_it_can_give_way(driver: Driver) -> None:
    option = QStyleOptionViewItem()
    option.initFrom(driver.window)
    wide = option.fontMetrics.horizontalAdvance
    words, beside, keys = "Maker's part number", "‹ Manufacturer part number", "Ctrl+Q"
    for line, expected in (
        (wide(words) + wide(beside), (True, True)),
        (wide(words) + wide(beside) // 2, (True, False)),
        (wide(words), (False, False)),
    ):
        option.rect = QRect(0, 0, line + 4 * EDGE, 30)
        said = TwoEnds.fitted(option, words, beside)
        assert (said[0] == words, said[1] == beside) == expected
        assert wide(said[0]) + wide(said[1]) <= line + 2
    option.rect = QRect(0, 0, wide(words) + 4 * EDGE, 30)
    assert TwoEnds.fitted(option, words, keys)[1] == keys
