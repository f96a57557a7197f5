"""Where the reasons of a part stand: beside the list, as wide as somebody drew them, or over it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app.ui.widgets import splitter

if TYPE_CHECKING:
    from desktop_app.ui.settings import SettingsFile

WIDE_ENOUGH = 1080
"""From this width of the page on, in points, the reasons stand beside the list."""
USUAL = 400
"""Points of the reasons beside the list, until somebody draws their edge."""
LEAST_LIST = 480
"""Points that the list keeps where the edge was drawn in a wider window."""
MOST_OVER, LEFT_FREE, EDGE = 420, 40, 12
"""Over the list: how wide at most, what they leave of a narrow page, how far from its edge."""


class WhyPlace:
    """``split`` holds the list and, where there is room, the reasons; both lie on ``page``."""

    def __init__(
        self, page: QWidget, below: QWidget, why: QWidget, settings: "SettingsFile"
    ) -> None:
        self.page, self.why, self.settings = page, why, settings
        self._drawn, self._is_short = 0, False
        self.split = splitter(Qt.Orientation.Horizontal, 12)
        self.split.addWidget(below)
        self.split.addWidget(why)
        self.split.setStretchFactor(0, 1)
        self.split.setSizes([700, self._width])
        self.split.splitterMoved.connect(self._dragged)

    @property
    def _width(self) -> int:
        return self._drawn or self.settings.now.why_width or USUAL

    def lay(self) -> None:
        """Beside the list where there is room for both, else over it."""
        page, why = self.page, self.why
        is_beside = page.width() >= WIDE_ENOUGH
        if is_beside:
            if why.parent() is not self.split:
                self.split.addWidget(why)
                self._share_width()
            elif why.isHidden() or self._is_short or self.split.sizes()[0] < LEAST_LIST:
                self._share_width()
        else:
            if why.parent() is not page:
                was_open = why.isVisible()
                why.setParent(page)
                why.setVisible(was_open)
            width = min(MOST_OVER, page.width() - LEFT_FREE)
            why.setGeometry(page.width() - width - EDGE, 8, width, page.height() - 16)
            why.raise_()

    def _share_width(self) -> None:
        whole = self.split.width() - self.split.handleWidth()
        width = min(self._width, max(USUAL, whole - LEAST_LIST))
        self._is_short = width < self._width
        self.split.setSizes([whole - width, width])

    def keep(self) -> None:
        """Remembers how wide they were drawn: once, not with every point of the way."""
        if self._drawn and self._drawn != self.settings.now.why_width:
            self.settings.change(why_width=self._drawn)

    def _dragged(self) -> None:
        self._drawn, self._is_short = self.why.width(), False
