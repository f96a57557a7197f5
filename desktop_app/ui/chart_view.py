"""Shows a drawing: its places answer to the mouse and to the keys, and say themselves in words."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop_app.report.drawings import Drawing, Place
from desktop_app.ui.display_painter import ScreenMetrics, paint
from desktop_app.ui.theme import theme_now
from desktop_app.ui.widgets import tip

ROUND, AROUND = 4.0, 2.0
STEPS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
}


class ChartView(QWidget):
    """``draw`` makes the drawing for a width in pixels. ``chosen`` carries the key of a place that
    was clicked, or entered by keyboard; ``looked_at`` the words of the one under mouse or cursor."""

    chosen = Signal(str)
    looked_at = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.drawing: Drawing | None = None
        self.at = -1
        self._draw: Callable[[ScreenMetrics, float], Drawing] | None = None
        self._is_by_key = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_drawing(self, draw: Callable[[ScreenMetrics, float], Drawing]) -> None:
        """Shows another picture."""
        self._draw, self.at = draw, -1
        self.lay_out()

    def lay_out(self) -> None:
        """Draws anew for the room there is now."""
        if self._draw is None or self.width() < 100:
            return
        self.drawing = self._draw(ScreenMetrics(self.font()), float(self.width()) - 2)
        self.setFixedHeight(round(self.drawing.height) + 2)
        self.setAccessibleName(self.drawing.alt)
        self._look_at(min(self.at, len(self.drawing.places) - 1))

    @property
    def places(self) -> tuple[Place, ...]:
        """The places of the picture, in reading order."""
        return () if self.drawing is None else self.drawing.places

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(480, 200)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width is another drawing."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.lay_out()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The drawing, and a frame round the place under mouse or cursor."""
        theme, painter = theme_now(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(1, 1)
        if self.drawing is not None:
            paint(painter, self.drawing.ops, ScreenMetrics(self.font()), theme)
        if 0 <= self.at < len(self.places) and (self.hasFocus() or not self._is_by_key):
            x, y, wide, high = self.places[self.at].box
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.accent), 1.6))
            box = QRectF(x, y, wide, high).adjusted(-AROUND, -AROUND, AROUND, AROUND)
            painter.drawRoundedRect(box, ROUND, ROUND)
        elif self.hasFocus():
            painter.setPen(QPen(QColor(theme.accent), 1.0))
            around = QRectF(self.rect()).translated(-1, -1).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(around, ROUND, ROUND)
        painter.end()

    def place_at(self, point: QPoint) -> int:
        """Number of the place under a point, the last drawn on top; -1 where there is none."""
        found = (
            at
            for at, place in reversed(list(enumerate(self.places)))
            if QRectF(*place.box).adjusted(-2, -2, 2, 2).contains(point)
        )
        return next(found, -1)

    def _look_at(self, at: int, by_key: bool = False) -> None:
        if at == self.at and by_key == self._is_by_key:
            return
        self.at, self._is_by_key = at, by_key
        words = self.places[at].words if at >= 0 else ""
        self.setAccessibleDescription(words)
        event = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        QAccessible.updateAccessibility(event)
        self.looked_at.emit(words)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """What is under the mouse says itself."""
        at = self.place_at(event.position().toPoint())
        self.setCursor(Qt.CursorShape.PointingHandCursor if at >= 0 else Qt.CursorShape.ArrowCursor)
        self._look_at(at)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the mouse any more."""
        super().leaveEvent(event)
        if not self._is_by_key:
            self._look_at(-1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click chooses."""
        at = self.place_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and at >= 0:
            self.chosen.emit(self.places[at].key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from place to place, Enter chooses; the rest goes to the page."""
        key = Qt.Key(event.key())
        if key in STEPS and self.places:
            last = len(self.places) - 1
            self._look_at(max(0, min(last, self.at + STEPS[key])), by_key=True)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self.places:
            self._look_at(0 if key == Qt.Key.Key_Home else len(self.places) - 1, by_key=True)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.at >= 0:
            self.chosen.emit(self.places[self.at].key)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """By keyboard the first place is looked at."""
        super().focusInEvent(event)
        is_tab = event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
            Qt.FocusReason.ShortcutFocusReason,
        )
        if is_tab and self.at < 0 and self.places:
            self._look_at(0, by_key=True)
        self.update()

    def event(self, event: QEvent) -> bool:
        """The words of a place stand beside the mouse."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            at = self.place_at(event.pos())
            if at >= 0:
                QToolTip.showText(event.globalPos(), tip(self.places[at].words), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)
