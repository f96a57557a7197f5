"""The smallest window: nothing is cut without saying so, and every column has its place."""

import pytest
from PySide6.QtCore import Qt

from desktop_app.ui.chooser import Chooser
from desktop_app.ui.frame import LEAST
from desktop_app.ui.table_view import TableView
from tests.ui.driving import Driver


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
