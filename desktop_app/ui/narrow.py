"""Small windows: what gives way so that the list keeps its room."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop_app.ui.rail import Rail

NARROW = 1000
"""Points across: below, the rail shows its names below the icons. 1280 pixels at 150 % are 853."""
LOW = 440
"""Points from top to bottom: a lower page gives its edges to what it is there for."""
LOW_WINDOW = 520
"""Points below the menus: in a lower window the bars above and below the page are thin too."""


class Bar(Protocol):
    """A bar above or below the page."""

    def lie_close(self, is_low: bool) -> None:
        """Thin in a low window."""


class Middle(QWidget):
    """Everything below the menus."""

    def __init__(self, rail: "Rail", bars: Sequence[Bar]) -> None:
        super().__init__()
        self.setObjectName("page")
        self._rail, self._is_narrow = rail, False
        self._bars, self._is_low = bars, False
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """The rail gives way first: its names are known after a day, the answer is not."""
        super().resizeEvent(event)
        is_narrow = self.width() < NARROW
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._rail.narrow(is_narrow)
        is_low = self.height() < LOW_WINDOW
        if is_low != self._is_low:
            self._is_low = is_low
            for bar in self._bars:
                bar.lie_close(is_low)


class _Canvas(QWidget):
    """Holds the page at its size. Without a layout: one would have the area ask how high the page would
    like to be in its width, and give it that."""

    def __init__(self, middle: Middle, least: QSize) -> None:
        super().__init__()
        self.setMinimumSize(least)
        self._middle = middle
        middle.setParent(self)

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """The page fills it."""
        super().resizeEvent(event)
        self._middle.setGeometry(self.rect())


class Around(QScrollArea):
    """Where the screen is smaller than the least window the page scrolls in it to its edges, so that
    nothing lies beyond them; in any other window it is not seen. ``least``: points the page needs."""

    def __init__(self, middle: Middle, least: QSize) -> None:
        super().__init__()
        self.setObjectName("around")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setWidget(_Canvas(middle, least))


def bring_into_sight(opened: QWidget) -> None:
    """What opens beside or over a page is seen, also where the page is wider than its screen."""
    found = opened.parentWidget()
    while found is not None and not isinstance(found, Around):
        found = found.parentWidget()
    if found is not None:
        found.ensureWidgetVisible(opened, 0, 0)
