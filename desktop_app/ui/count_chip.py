"""A count that filters the list below it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from desktop_app.ui.marks import draw_verdict
from desktop_app.ui.theme import BASE_PX, SMALL_PX, theme_now

if TYPE_CHECKING:
    from desktop_app.model.licence import Verdict

NUMBER_PX, HIGH, HIGH_CLOSE = 18, 36, 26


class CountChip(QAbstractButton):
    """A count that filters: mark, number, words. ``quiet`` ones are small and grey."""

    def __init__(self, group: str, verdict: "Verdict | None", quiet: bool) -> None:
        super().__init__()
        self.filters, self.verdict, self.quiet = group, verdict, quiet
        self.number, self.words = "", ""
        self._is_close, self._is_nothing = False, False
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def say(self, count: int, number: str, words: str) -> None:
        """Shows a count, as the number it is written as, and its words."""
        self.number, self.words, self._is_nothing = number, words, not count
        self.setAccessibleName(f"{words}: {number}")
        self._lay_out()

    def lie_close(self, is_close: bool) -> None:
        """Smaller where the page is low; a count of nothing goes, for it filters nothing."""
        self._is_close = is_close
        self._lay_out()

    def _lay_out(self) -> None:
        self.setVisible(not (self._is_close and self._is_nothing and not self.isChecked()))
        self.updateGeometry()
        self.update()

    def _fonts(self) -> tuple[QFont, QFont]:
        number, words = QFont(self.font()), QFont(self.font())
        large = BASE_PX if self._is_close else NUMBER_PX
        number.setPixelSize(SMALL_PX if self.quiet else large)
        number.setWeight(QFont.Weight.Normal if self.quiet else QFont.Weight.Bold)
        words.setPixelSize(SMALL_PX if self.quiet or self._is_close else BASE_PX)
        return number, words

    def _has_mark(self) -> bool:
        return self.verdict is not None and self.verdict != "not_needed" and not self.quiet

    def sizeHint(self) -> QSize:
        """Room for mark, number and words."""
        number, words = self._fonts()
        width = QFontMetrics(number).horizontalAdvance(self.number)
        width += QFontMetrics(words).horizontalAdvance(self.words) + 7
        width += 2 * self._edge() + (18 if self._has_mark() else 0)
        return QSize(width, HIGH_CLOSE if self._is_close else HIGH)

    def _edge(self) -> int:
        return 8 if self._is_close else 12

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A rounded box that fills when it filters."""
        theme = theme_now()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        back = theme.selected if self.isChecked() else theme.surface
        if not self.isChecked() and self.underMouse():
            back = theme.hover
        edge = theme.accent if self.isChecked() or self.hasFocus() else theme.line_strong
        if self.quiet and not (self.isChecked() or self.hasFocus()):
            edge = theme.line
        painter.setPen(QPen(QColor(edge), 1.6 if self.hasFocus() else 1.0))
        painter.setBrush(QColor(back))
        painter.drawRoundedRect(box, 7, 7)
        self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        theme = theme_now()
        number, words = self._fonts()
        colour = theme.verdict(self.verdict) if self.verdict else theme.ink
        x = float(self._edge())
        if self._has_mark() and self.verdict is not None:
            draw_verdict(painter, self.verdict, QRectF(x, self.height() / 2 - 6, 12, 12), colour)
            x += 18
        line = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        for text, font, ink in (
            (self.number, number, theme.soft if self.quiet else colour),
            (self.words, words, theme.soft if self.quiet else theme.ink),
        ):
            painter.setFont(font)
            painter.setPen(QColor(ink))
            wide = QFontMetrics(font).horizontalAdvance(text)
            painter.drawText(QRectF(x, 0, wide + 2, self.height()), line, text)
            x += wide + 7
