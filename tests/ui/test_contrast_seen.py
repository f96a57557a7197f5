"""Words on every page and in every window above stand out from what they are drawn on, as drawn.

The tokens are checked in pairs elsewhere; here it is looked at what reached the screen, so that a word
on a ground nobody paired it with is found, whichever page it came with.
"""

from collections.abc import Iterator

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDateEdit,
    QLabel,
    QLineEdit,
    QTableView,
    QWidget,
)

from desktop_app.model.findings import msg
from desktop_app.ui.dialogs import Sheet
from desktop_app.ui.filter_popup import FilterPopup
from desktop_app.ui.rail import STAGES
from desktop_app.ui.theme import contrast
from tests.ui.driving import Driver
from tests.ui.screenshots import PAGES
from tests.ui.test_heard_and_seen import sheets

LEAST = 4.5
SHORT = 3
"""Letters; the thin lines of a lone "%" are nowhere as dark as their colour."""
WORDS = (QLabel, QAbstractButton, QComboBox, QDateEdit, QLineEdit)
Pixels = NDArray[np.uint32]


def pixels(image: QImage) -> Pixels:
    """Height x width: red, green and blue in one number."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    lines = np.frombuffer(plain.constBits(), np.uint32).reshape(plain.height(), -1)
    return lines & np.uint32(0xFFFFFF)  # a copy: the picture goes


def stands_out(drawn: Pixels) -> float:
    """The most that any pixel differs from the colour of the ground: the middle of a stem."""
    colours, counts = np.unique(drawn, return_counts=True)
    names = [f"#{colour:06x}" for colour in colours.tolist()]
    ground = names[int(counts.argmax())]
    return max(contrast(name, ground) for name in names)


def says_words(widget: QWidget) -> bool:
    """Words that somebody is to read; what is switched off is pale on purpose (WCAG 1.4.3)."""
    if isinstance(widget, QComboBox | QDateEdit):
        words = widget.lineEdit().text() if isinstance(widget, QDateEdit) else widget.currentText()
    else:
        words = widget.text() if isinstance(widget, QLabel | QAbstractButton | QLineEdit) else ""
    return len(words.strip()) >= SHORT and widget.isVisible() and widget.isEnabled()


def pale(top: QWidget) -> Iterator[str]:
    """Words that do not stand out in what is on show."""
    drawn = pixels(top.grab().toImage())
    for widget in top.findChildren(QWidget):
        if not isinstance(widget, WORDS) or not says_words(widget):
            continue
        seen = widget.visibleRegion().boundingRect()
        place = QRect(widget.mapTo(top, seen.topLeft()), seen.size()).adjusted(3, 3, -3, -3)
        if place.width() < 12 or place.height() < 10 or seen.height() < widget.height():
            continue  # scrolled half out of sight: another page shows it whole
        own = drawn[place.top() : place.bottom() + 1, place.left() : place.right() + 1]
        if own.size and stands_out(own) < LEAST:
            yield f"{type(widget).__name__} {widget.accessibleName() or widget.objectName()}"


@pytest.fixture(params=["light", "dark", "contrast"])
def dressed(filled: Driver, request: pytest.FixtureRequest) -> Driver:
    """The filled window in one theme, without a blinking cursor."""
    QApplication.setCursorFlashTime(0)
    filled.window.theme_wanted.emit(request.param)
    filled.quiet()
    return filled


def test_words_stand_out_as_drawn_on_every_page_and_above_it(dressed: Driver) -> None:
    found = pale_on_pages(dressed) | pale_above(dressed)
    assert {place: words for place, words in found.items() if words} == {}


def pale_on_pages(dressed: Driver) -> dict[str, list[str]]:
    window, found = dressed.window, {}
    for stage in STAGES:
        window.go_to(stage)
        dressed.quiet()
        found[stage] = list(pale(window))
    window.go_to("risks")
    window.risks.open_why()
    dressed.quiet()
    found["why"] = list(pale(window))
    for page in (*PAGES, "compare", "overview"):
        window.menus.actions[page].trigger()
        dressed.quiet()
        found[page] = list(pale(window))
    for kind in ("info", "attention", "error"):
        window.strip.hide()
        window.strip.say(msg("Cancelled"), kind=kind, action=msg("Close"))
        dressed.quiet()
        found[kind] = list(pale(window.strip))
    return found


def pale_above(dressed: Driver) -> dict[str, list[str]]:
    above, found = dressed.window.above, {}
    made: list[Sheet] = []
    for sheet in sheets(dressed):
        sheet.end()
        made.append(sheet)
    for opens in (above.settings, above.offline, above.keys, above.ask, above.commands):
        opens()
    made += [s for s in dressed.window.findChildren(Sheet) if s not in made]
    dressed.quiet()
    for sheet in made:
        found[type(sheet).__name__ + sheet.windowTitle()] = list(pale(sheet))
        sheet.close()
    assert len(made) == 9
    return found


def test_pale_words_are_found(filled: Driver) -> None:
    said = filled.window.risks.second
    filled.window.go_to("risks")
    ground = said.grab().toImage().pixelColor(QPoint(1, 1))
    near = ground.darker(140) if ground.lightness() > 128 else ground.lighter(220)
    said.setStyleSheet(f"color: {near.name()}")
    filled.quiet()
    assert len(list(pale(filled.window))) == 1


EDGE = 3.0
"""What WCAG asks of the edges of a control."""


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_every_day_of_a_calendar_can_be_read(filled: Driver, theme: str) -> None:
    """The chosen day was white on pale blue, weekends red on a dark ground, and the arrows black."""
    filled.window.theme_wanted.emit(theme)
    field = filled.window.question.on
    QTest.mouseClick(field, Qt.MouseButton.LeftButton, pos=QPoint(20, 15))
    calendar = field.calendarWidget()
    [days] = calendar.findChildren(QTableView)
    calendar.ensurePolished()
    calendar.resize(calendar.sizeHint())
    calendar.grab()  # lays it out
    this_month, others = (
        days.palette().color(group, QPalette.ColorRole.Text)
        for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Disabled)
    )
    assert others != this_month, "30 October looked like 30 November"
    drawn = pixels(days.grab().toImage())
    for row in range(1, days.model().rowCount()):
        for column in range(1, days.model().columnCount()):
            cell = days.visualRect(days.model().index(row, column))
            shown = drawn[cell.top() : cell.bottom(), cell.left() : cell.right()]
            assert stands_out(shown) >= LEAST, (row, column)
            assert cell.bottom() <= days.viewport().height()
    for name in ("qt_calendar_prevmonth", "qt_calendar_nextmonth"):
        arrow = calendar.findChild(QAbstractButton, name)
        assert arrow is not None
        assert stands_out(pixels(arrow.grab().toImage())) >= EDGE


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_boxes_to_tick_in_a_filter_are_seen(filled: Driver, theme: str) -> None:
    """They had no edge in dark and in high contrast."""
    filled.window.theme_wanted.emit(theme)
    table = filled.window.risks.table
    table.choose_filter("verdict")
    filled.quiet()
    card = table.popup
    assert isinstance(card, FilterPopup)
    lines = card.values
    first = lines.visualItemRect(lines.item(0))
    box = QRect(first.left(), first.top(), 26, first.height())
    edges = pixels(lines.viewport().grab(box).toImage())
    counted = [colour for colour, times in zip(*np.unique(edges, return_counts=True), strict=True)
               if times >= 20]  # fmt: skip
    names = [f"#{int(colour):06x}" for colour in counted]
    assert max(contrast(one, other) for one in names for other in names) >= 1.5
    card.close()
