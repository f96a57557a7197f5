"""The pages of the report: found in by a text, nearer and farther, by keys alone."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from desktop_app.language.catalogue import Catalogue
from desktop_app.ui.page_search import NEAREST, STEP, PageSearch
from tests.report.test_pdf import written
from tests.report.test_reading_order import sold_by
from tests.ui.driving import Driver

CTRL, SHIFT, NONE = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.NoModifier,
)


@pytest.fixture
def pages(filled: Driver) -> PageSearch:
    filled.ctrl(Qt.Key.Key_5)
    filled.quiet()
    shown = filled.window.report.view
    assert shown is not None
    assert shown.isVisible()
    return shown


def test_a_text_is_found_and_shown_page_by_page(filled: Driver, pages: PageSearch) -> None:
    filled.ctrl(Qt.Key.Key_F)
    assert filled.window.stage == "report"
    assert pages.field.hasFocus()
    QTest.keyClicks(pages.field, "China")
    filled.qtbot.waitUntil(lambda: pages.found.rowCount(QModelIndex()) > 2)
    filled.qtbot.waitUntil(lambda: pages.count.text().startswith("1 of "))
    bar = pages.view.verticalScrollBar()
    for press, expected in (
        (NONE, "2 of "), (NONE, "3 of "), (SHIFT, "2 of "), (SHIFT, "1 of "),
    ):  # fmt: skip
        QTest.keyClick(pages.field, Qt.Key.Key_Return, press)
        assert pages.count.text().startswith(expected)
    total = pages.found.rowCount(QModelIndex())
    QTest.keyClick(pages.field, Qt.Key.Key_Return, SHIFT)
    assert pages.count.text() == f"{total} of {total}"
    last = pages.found.resultAtIndex(total - 1)
    assert pages.view.currentSearchResultIndex() == total - 1
    assert (last.page() == 0) or bar.value() > 0, "what was found is in sight"
    QTest.keyClick(pages.field, Qt.Key.Key_Escape)
    assert not pages.bar.isVisible()
    assert pages.found.searchString() == ""


def test_what_is_not_there_is_said_and_other_pages_are_looked_through(
    filled: Driver, pages: PageSearch
) -> None:
    pages.start_find()
    QTest.keyClicks(pages.field, "zzzz")
    filled.qtbot.waitUntil(lambda: pages.count.text() == "Nothing here matches.")
    pages.field.setText("licence")
    filled.window.report.choose_kind("monday")
    filled.quiet()
    filled.qtbot.waitUntil(lambda: pages.count.text().startswith("1 of "))


def test_pages_come_nearer_and_fit_the_window_again(filled: Driver, pages: PageSearch) -> None:
    wide = pages.view.zoom
    assert pages.fits.text() == f"{wide:.0%}"
    pages.view.setFocus()
    for press, than in ((Qt.Key.Key_Plus, 1.2), (Qt.Key.Key_Minus, 0.99)):
        QTest.keyClick(pages.view, press, CTRL)
        assert pages.view.zoom >= wide * than
    filled.click(pages.nearer)
    assert pages.view.zoom == pytest.approx(wide * 1.25, rel=0.01)
    QTest.keyClick(pages.view, Qt.Key.Key_0, CTRL)
    assert pages.view.zoom == wide
    for _ in range(12):
        filled.click(pages.farther)
    assert pages.fits.text() == "25%"
    turned = QWheelEvent(
        QPointF(9, 9), QPointF(9, 9), QPoint(), QPoint(0, 240), Qt.MouseButton.NoButton, CTRL,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(pages.view.viewport(), turned)
    assert pages.view.zoom == pytest.approx(0.3125)
    assert pages.fits.text() == "31%"
    filled.window.rail.buttons["report"].setFocus()
    filled.ctrl(Qt.Key.Key_0)
    filled.window.resize(filled.window.width() - 120, filled.window.height())
    filled.qtbot.waitUntil(lambda: pages.fits.text() == f"{pages.view.zoom:.0%}")
    assert pages.view.zoom < wide


PAGES, SOUGHT = 60, 57


@pytest.fixture
def annex(qtbot: QtBot) -> Iterator[PageSearch]:
    """Many pages with a word on each, and one word on a late page alone."""
    content = BytesIO()
    canvas = Canvas(content)
    for page in range(PAGES):
        canvas.drawString(72, 700, "magnet")
        if page == SOUGHT:
            canvas.drawString(72, 600, "XK-4711")
        canvas.showPage()
    canvas.save()
    document, buffer = QPdfDocument(), QBuffer()
    buffer.setData(QByteArray(content.getvalue()))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    shown = PageSearch(document, Catalogue("en"))
    qtbot.addWidget(shown)
    shown.resize(700, 500)
    shown.show()
    shown.start_find()
    yield shown
    document.close()


def test_nothing_is_said_to_be_missing_before_all_pages_were_looked_through(
    qtbot: QtBot, annex: PageSearch
) -> None:
    said = set()
    annex.found.countChanged.connect(lambda: said.add(annex.count.text()))
    annex.field.setText("XK-4711")
    said.add(annex.count.text())
    qtbot.waitUntil(lambda: annex.count.text() == "1 of 1", timeout=2_000)
    assert "Nothing here matches." not in said
    annex.field.setText("XK-4712")
    assert annex.count.text() == ""
    qtbot.waitUntil(lambda: annex.count.text() == "Nothing here matches.", timeout=2_000)


def test_the_first_place_is_the_first_wherever_one_reads(qtbot: QtBot, annex: PageSearch) -> None:
    """The pages in sight are looked through first, for their marks."""
    bar = annex.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    annex.field.setText("magnet")
    annex.view.viewport().repaint()
    qtbot.waitUntil(lambda: annex.count.text() == f"1 of {PAGES}")
    assert bar.value() < bar.maximum() / PAGES
    QTest.keyClick(annex.field, Qt.Key.Key_Return)
    assert annex.count.text() == f"2 of {PAGES}"
    assert bar.maximum() / PAGES / 2 < bar.value() < 2 * bar.maximum() / PAGES


def test_a_name_from_right_to_left_is_found_alone_and_beside_other_words(
    qtbot: QtBot, tmp_path: Path
) -> None:
    """A line of such words only says them as they are, one with a number or brackets with marks."""
    hebrew, arabic = "מגנטים", "المغناطيس"
    suppliers = [f"חברת {hebrew}", f"{hebrew} (ישראל) 42", f"شركة {arabic}", f"{arabic} No. 12"]
    target, _ = written(tmp_path, sold_by(suppliers))
    document = QPdfDocument()
    document.load(str(target))
    shown = PageSearch(document, Catalogue("en"))
    qtbot.addWidget(shown)
    shown.show()
    shown.start_find()
    for name in (hebrew, arabic):
        shown.field.setText(name)
        qtbot.waitUntil(lambda: not shown._looking.isActive(), timeout=5_000)
        alone, marked = (way.rowCount(QModelIndex()) for way in shown.ways)
        assert alone
        assert marked
        assert shown.count.text() == f"1 of {alone + marked}"
        QTest.keyClick(shown.field, Qt.Key.Key_Return, SHIFT)
        assert shown.count.text() == f"{alone + marked} of {alone + marked}"
        assert shown.view.searchModel() is shown.found_marked
        QTest.keyClick(shown.field, Qt.Key.Key_Return)
        assert shown.count.text() == f"1 of {alone + marked}"
        assert shown.view.searchModel() is shown.found
    shown.field.setText("42SH")
    qtbot.waitUntil(lambda: not shown._looking.isActive(), timeout=5_000)
    assert shown.found.rowCount(QModelIndex())
    assert not shown.found_marked.searchString()
    document.close()


def test_larger_is_never_smaller_on_a_wide_screen(annex: PageSearch) -> None:
    """Pages as wide as a large screen have more than four times their size already."""
    annex.resize(4_000, 600)
    wide = annex.view.zoom
    assert wide > NEAREST
    annex.magnify(STEP)
    assert annex.view.zoom == wide
    annex.magnify(1 / STEP)
    assert annex.view.zoom < wide
