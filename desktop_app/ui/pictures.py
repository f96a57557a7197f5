"""Two small pictures of the Why? panel: the clock of one part, and a share as a range."""

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.model.verdict import Interval
from desktop_app.ui.theme import Theme, theme_now

BAR = 12


class ClockPicture(QWidget):
    """Stock as a solid bar with its whisker; below it licence time hatched and delivery outlined;
    what is missing in between as a red box."""

    def __init__(
        self, cover: Interval, licence: Interval | None, delivery: Interval | None, words: str
    ) -> None:
        super().__init__()
        self.cover, self.licence, self.delivery = cover, licence, delivery
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(words)

    def sizeHint(self) -> QSize:
        """Two bars and the space around them."""
        return QSize(280, 2 * BAR + 18)

    def _relief(self) -> float:
        return (self.licence[1] if self.licence else 0.0) + (
            self.delivery[1] if self.delivery else 0.0
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the bars on one scale of days."""
        theme = theme_now()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        span = max(self.cover[1], self._relief(), 1.0) * 1.06
        scale = (self.width() - 2) / span
        top = 4.0
        stock = self.cover[1] * scale
        painter.fillRect(QRectF(0, top, stock, BAR), QColor(theme.stock))
        self._paint_whisker(painter, theme, scale, top)
        if self.licence is None:
            return
        below = top + BAR + 6
        waiting, arrival = self.licence[1] * scale, self._relief() * scale
        painter.setPen(QPen(QColor(theme.not_verified), 1))
        painter.setBrush(QBrush(QColor(theme.not_verified), Qt.BrushStyle.BDiagPattern))
        painter.drawRect(QRectF(0.5, below, max(0.0, waiting - 0.5), BAR))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(waiting, below, max(0.0, arrival - waiting), BAR))
        if arrival > stock:
            painter.setPen(QPen(QColor(theme.needed), 1.6))
            painter.drawRect(QRectF(stock + 1, top + 0.8, arrival - stock - 2, BAR - 1.6))

    def _paint_whisker(self, painter: QPainter, theme: Theme, scale: float, top: float) -> None:
        painter.setPen(QPen(QColor(theme.soft), 1.2))
        low, high, y = self.cover[0] * scale, self.cover[2] * scale, top + BAR + 2.5
        painter.drawLine(QLineF(low, y, min(high, self.width() - 1), y))
        for x in (low, min(high, self.width() - 1)):
            painter.drawLine(QLineF(x, y - 2, x, y + 2))


class RangeBar(QWidget):
    """A share from low to high on a scale that ends at ``most``; a dot stands at the best value."""

    def __init__(self, share: Interval, most: float, words: str) -> None:
        super().__init__()
        self.share, self.most = share, max(most, 1e-9)
        self.setFixedHeight(16)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A pale rail, the range on it, the dot."""
        theme = theme_now()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, scale = self.height() / 2, (self.width() - 10) / self.most
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.line))
        painter.drawRoundedRect(QRectF(0, middle - 2, self.width(), 4), 2, 2)
        low, best, high = (5 + value * scale for value in self.share)
        painter.setBrush(QColor(theme.accent))
        painter.drawRoundedRect(QRectF(low, middle - 2, max(2.0, high - low), 4), 2, 2)
        painter.drawEllipse(QPointF(best, middle), 4, 4)
