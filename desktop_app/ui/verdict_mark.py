"""The mark of a verdict as a small widget."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop_app.ui.marks import draw_verdict
from desktop_app.ui.theme import theme_now

if TYPE_CHECKING:
    from desktop_app.model.licence import Verdict


class VerdictMark(QWidget):
    """The mark of a verdict, 14 pixels wide."""

    def __init__(self, verdict: "Verdict") -> None:
        super().__init__()
        self.verdict = verdict
        self.setFixedSize(0 if verdict == "not_needed" else 16, 16)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws it in the colours of the theme."""
        colour = theme_now().verdict(self.verdict)
        painter = QPainter(self)
        draw_verdict(painter, self.verdict, QRectF(1, 1, 14, 14), colour)
        painter.end()
