"""Addresses and long names end their lines where they must, and are copied whole."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.ui.long_words import BREAK, LONGEST, breakable, long_words

ADDRESS = "https://www.mofcom.gov.cn/zcfb/art/2025/art_7902cbe4bcba4e9db47972b13e7d0dfa.html"


@pytest.mark.parametrize("words", [ADDRESS, "9" * 90, "a_b-c.d", "", "two words › cell D17"])
def test_nothing_is_lost_and_no_piece_is_long(words: str) -> None:
    broken = breakable(words)
    assert broken.replace(BREAK, "") == words
    assert max(len(piece) for piece in broken.replace(BREAK, " ").split(" ")) <= LONGEST + 1


def test_an_address_fits_a_narrow_column_and_is_copied_whole(qtbot: QtBot) -> None:
    made = long_words(ADDRESS)
    qtbot.addWidget(made)
    made.setFixedWidth(200)
    made.show()
    assert made.minimumSizeHint().width() <= 200
    made.setSelection(0, len(made.text()))
    QTest.keyClick(made, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == ADDRESS
