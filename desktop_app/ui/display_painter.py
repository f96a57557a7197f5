"""Paints a display list on the screen, in the colours of the theme and the letters of the window."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from desktop_app.report import display
from desktop_app.report.display import Line, Op, Polygon, Rect, Text
from desktop_app.ui.theme import Theme

WHITE, MIDDLE_GREYS = "#ffffff", ("#3d4654", "#8c9097")


@lru_cache(maxsize=8)
def colours(theme: Theme) -> Mapping[str, str]:
    """What each colour of paper is on the screen; others stay as they are."""
    return {
        display.INK: theme.ink, display.GREY: theme.soft, display.RULE: theme.line_strong,
        display.PALE: theme.line, "#9b1c1c": theme.needed, "#1f4e79": theme.not_verified,
        "#5b5b6b": theme.suspended, "#0f5c6e": theme.accent, "#3d4654": theme.stock,
        "#8c9097": theme.line_strong, WHITE: theme.surface,
    }  # fmt: skip


class ScreenMetrics:
    """How wide text is on the screen; sizes are pixels."""

    def __init__(self, font: QFont) -> None:
        self._font = font
        self._known: dict[tuple[float, bool], QFontMetricsF] = {}

    def font(self, size: float, bold: bool = False) -> QFont:
        """The window's font in a size."""
        made = QFont(self._font)
        made.setPixelSize(round(size))
        if bold:
            made.setWeight(QFont.Weight.Bold)
        return made

    def width(self, text: str, size: float, bold: bool = False) -> float:
        """Width of one line in pixels."""
        key = (size, bold)
        if key not in self._known:
            self._known[key] = QFontMetricsF(self.font(size, bold))
        return self._known[key].horizontalAdvance(text)

    def lines(self, text: str, width: float, size: float, bold: bool = False) -> list[str]:
        """The text in lines of at most ``width`` pixels, broken at blanks, else inside a word."""
        made: list[str] = []
        line = ""
        for word in text.split():
            longer = f"{line} {word}".strip()
            if self.width(longer, size, bold) <= width:
                line = longer
                continue
            if line:
                made.append(line)
            line = word
            while self.width(line, size, bold) > width and len(line) > 1:
                fits = self._fitting(line, width, size, bold)
                made.append(line[:fits])
                line = line[fits:]
        return [*made, line] if line or not made else made

    def _fitting(self, word: str, width: float, size: float, bold: bool) -> int:
        """How many letters of a word fit, one at least."""
        fits = len(word) - 1
        while fits > 1 and self.width(word[:fits], size, bold) > width:
            fits -= 1
        return max(1, fits)


def paint(painter: QPainter, ops: Iterable[Op], metrics: ScreenMetrics, theme: Theme) -> None:
    """Draws the list in its order; places and pages of paper are nothing on the screen."""
    own = colours(theme)
    for op in ops:
        if isinstance(op, Text):
            _text(painter, op, metrics, own)
        elif isinstance(op, Line):
            painter.setPen(QPen(QColor(own.get(op.colour, op.colour)), max(1.0, op.width)))
            painter.drawLine(QLineF(op.x1, op.y1, op.x2, op.y2))
        elif isinstance(op, Rect | Polygon):
            _area(painter, op, own)


def _text(painter: QPainter, op: Text, metrics: ScreenMetrics, own: Mapping[str, str]) -> None:
    painter.setFont(metrics.font(op.size, op.bold))
    painter.setPen(QColor(own.get(op.colour, op.colour)))
    wide = metrics.width(op.text, op.size, op.bold)
    left = {"start": op.x, "middle": op.x - wide / 2, "end": op.x - wide}[op.anchor]
    painter.drawText(QPointF(left, op.y), op.text)


def _area(painter: QPainter, op: Rect | Polygon, own: Mapping[str, str]) -> None:
    painter.setBrush(QColor(own.get(op.fill, op.fill)) if op.fill else Qt.BrushStyle.NoBrush)
    if op.edge:
        painter.setPen(QPen(QColor(own.get(op.edge, op.edge)), max(1.0, op.edge_width)))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
    if isinstance(op, Rect):
        painter.drawRect(QRectF(op.x, op.y, op.width, op.height))
        return
    outline = QPolygonF([QPointF(x, y) for x, y in op.points])
    if op.closed:
        painter.drawPolygon(outline)
    else:
        painter.drawPolyline(outline)
