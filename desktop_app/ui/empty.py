"""A page that has nothing to show yet: a picture, what it needs, and the way there."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.ui.marks import draw_icon
from desktop_app.ui.theme import theme_now
from desktop_app.ui.widgets import button, label


class Picture(QWidget):
    """An icon, large and pale."""

    def __init__(self, icon: str, size: int = 56) -> None:
        super().__init__()
        self.icon = icon
        self.setFixedSize(size, size)

    def show_icon(self, icon: str) -> None:
        """Another icon in its place."""
        self.icon = icon
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws it in the colour of strong lines."""
        painter = QPainter(self)
        draw_icon(painter, self.icon, QRectF(self.rect()), theme_now().line_strong)
        painter.end()


class EmptyPage(QWidget):
    """Says what the page needs and offers the one step that leads there."""

    def __init__(self, icon: str, act: Callable[[], object]) -> None:
        super().__init__()
        self.title, self.words = label("title"), label("soft", wraps=True)
        self.action = button(act)
        self.words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.words.setFixedWidth(440)
        middle = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addStretch(2)
        column.addWidget(Picture(icon), alignment=middle)
        column.addWidget(self.title, alignment=middle)
        column.addLayout(_in_the_middle(self.words))
        column.addSpacing(6)
        column.addWidget(self.action, alignment=middle)
        column.addStretch(3)

    def say(self, title: str, words: str, action: str) -> None:
        """Sets its words; without an action there is no button."""
        self.title.setText(title)
        self.words.setText(words)
        self.action.setText(action)
        self.action.setAccessibleName(action)
        self.action.setVisible(bool(action))


def _in_the_middle(words: QWidget) -> QHBoxLayout:
    """Between two springs: a layout that aligns a wrapped text gives it the height of one line."""
    row = QHBoxLayout()
    row.addStretch()
    row.addWidget(words)
    row.addStretch()
    return row
