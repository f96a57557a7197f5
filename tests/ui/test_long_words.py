"""Addresses and long names end their lines where they must, and are copied whole."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop_app.ui.long_words import BREAK, LONGEST, breakable, long_words
from desktop_app.ui.widgets import JOINER, label, selectable

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


@pytest.mark.parametrize(
    "words", ["可以粘贴从电子表格复制的行。", "一覧をここにドロップしてください"]
)
def test_no_single_letter_is_left_on_the_last_line(qtbot: QtBot, words: str) -> None:
    held, bare = label(wraps=True, text=words), QLabel(words)
    bare.setWordWrap(True)
    metrics = bare.fontMetrics()
    letter = metrics.horizontalAdvance(words[0])
    room = metrics.horizontalAdvance(words.rstrip("。")[:-1]) + letter // 2
    ends = []
    for made in (held, bare):
        qtbot.addWidget(made)
        made.resize(room, 100)
        ends.append(last_column_with_ink(made))
    assert ends[0] >= letter * 1.5
    assert ends[1] < ends[0] - letter / 2
    assert held.text() == words
    assert selectable(held).text() == words
    assert JOINER not in QLabel.text(held)


def last_column_with_ink(made: QLabel) -> int:
    """Of the second line of a text that stands at the top left."""
    made.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    image, height = made.grab().toImage(), made.fontMetrics().height()
    ground = image.pixel(0, 0)
    rows = range(round(1.5 * height), min(round(2.2 * height), image.height()))
    return max(
        x for x in range(image.width()) for y in rows if image.pixel(x, y) != ground
    )  # fmt: skip
