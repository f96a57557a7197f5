"""The first picture of the window: the start page as drawn lines and words, before any field is made.

Buttons, fields, menus and the style sheet take as long again to make as the toolkit takes to load;
the picture stands where they will stand and says what the page says. Nothing here asks for the
``Qt`` name space, whose enumerations alone take a tenth of the whole start.
"""

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QWidget

from desktop_app.ui.theme import BASE_PX, LEAD_PX, Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

RAIL, BAR, STATUS, SIDE, EDGE, GAP, TOP = 156, 68, 34, 330, 20, 16, 18
MENUS = 0 if sys.platform == "darwin" else 28
"""Where the parts of the window stand, in pixels: as wide and high as they come out by themselves."""
NARROW, LOW, LOW_PAGE = 1000, 520, 440
"""As in ``narrow``, which is not loaded yet: across the window, below its menus, and of the page."""
RAIL_NARROW, BAR_LOW, STATUS_LOW, EDGE_LOW = 84, 52, 28, 8
HEADING, ROUND = 66, 10
MIDDLE = 0x84
"""Qt.AlignCenter, by its number."""


class FirstPicture(QWidget):
    """Rail, bar, headline and drop zone in the colours of a theme; ``words`` are the headline, the
    promise below it, and what the drop zone says."""

    def __init__(self, theme: Theme, words: tuple[str, str, str]) -> None:
        super().__init__()
        self.theme, self.words = theme, words

    def paintEvent(self, _event: "QPaintEvent") -> None:
        """Surfaces first, then edges, then words."""
        theme, painter = self.theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide, high = float(self.width()), float(self.height())
        painter.fillRect(QRectF(0, 0, wide, high), QColor(theme.window))
        page = self.page()
        rail = page.left()
        painter.fillRect(QRectF(rail, 0, wide - rail, page.top()), QColor(theme.surface))
        painter.fillRect(QRectF(0, 0, wide, MENUS), QColor(theme.rail))
        painter.fillRect(QRectF(0, 0, rail, high), QColor(theme.rail))
        painter.fillRect(QRectF(0, page.bottom(), wide, high), QColor(theme.rail))
        painter.setPen(QColor(theme.line))
        for left, y in ((0.0, MENUS), (page.left(), page.top()), (0.0, page.bottom() + 1)):
            painter.drawLine(QPointF(left, y - 0.5), QPointF(wide, y - 0.5))
        painter.drawLine(QPointF(rail - 0.5, MENUS), QPointF(rail - 0.5, page.bottom()))
        self._paint_page(painter, page)
        painter.end()

    def page(self) -> QRectF:
        """Where the page stands: right of the rail, between bar and status line."""
        rail = RAIL_NARROW if self.width() < NARROW else RAIL
        bar, status = (BAR_LOW, STATUS_LOW) if self._is_low else (BAR, STATUS)
        top = MENUS + bar
        return QRectF(rail, top, self.width() - rail, self.height() - top - status)

    @property
    def _is_low(self) -> bool:
        return self.height() - MENUS < LOW

    @property
    def _edges(self) -> tuple[int, int]:
        """Points above the headline, and below the drop zone."""
        return (EDGE_LOW, EDGE_LOW) if self.page().height() < LOW_PAGE else (TOP, GAP)

    def zone(self, page: QRectF) -> QRectF:
        """Where files are dropped, beside the card that says what to bring."""
        above, below = self._edges
        return page.adjusted(EDGE, above + HEADING, -EDGE - SIDE - GAP, -below)

    def _paint_page(self, painter: QPainter, page: QRectF) -> None:
        theme, (headline, promise, invitation) = self.theme, self.words
        left, room = page.left() + EDGE, page.width() - 2 * EDGE
        above, _below = self._edges
        painter.setPen(QColor(theme.ink))
        painter.setFont(self._font(LEAD_PX, bold=True))
        painter.drawText(QRectF(left, page.top() + above, room, 28), 0, headline)
        painter.setPen(QColor(theme.soft))
        painter.setFont(self._font(BASE_PX))
        painter.drawText(QRectF(left, page.top() + above + 32, room, 20), 0, promise)
        zone = self.zone(page)
        bring = QRectF(zone.right() + GAP, zone.top(), SIDE, zone.height())
        painter.setPen(QColor(theme.line))
        painter.setBrush(QColor(theme.surface))
        painter.drawRoundedRect(bring, 8, 8)
        dashes = QPen(QColor(theme.line_strong), 1.5)
        dashes.setDashPattern([4.0, 2.0])
        painter.setPen(dashes)
        painter.drawRoundedRect(zone.adjusted(1, 1, -1, -1), ROUND, ROUND)
        painter.setPen(QColor(theme.ink))
        painter.setFont(self._font(16, bold=True))
        painter.drawText(zone, MIDDLE, invitation)

    def _font(self, pixels: int, bold: bool = False) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(pixels)
        if bold:
            font.setWeight(QFont.Weight.Bold)
        return font
