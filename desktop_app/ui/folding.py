"""A sentence that gives its lines away where the page is low, and takes them back when asked."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent

from desktop_app.ui.theme import theme_now
from desktop_app.ui.widgets import WrappedLabel, dress, tip

ROOM = 22
"""Points at the end of the line for the arrow that says there is more."""
OPENS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FoldingLabel(WrappedLabel):
    """All its lines; on a low page the first of them, whole under the mouse, and unfolded by a click or
    by Enter. A screen reader always hears all of it."""

    _may_fold = is_unfolded = False

    def __init__(self, tone: str = "") -> None:
        super().__init__()
        dress(self, tone, wraps=True)

    @property
    def is_cut(self) -> bool:
        """Whether there is more than the line that is seen."""
        return not self.wordWrap() and super().sizeHint().width() > self.width() + 1

    def lie_close(self, is_low: bool) -> None:
        """Folds on a low page."""
        self._may_fold, self.is_unfolded = is_low, False
        self._lay_out()

    def setText(self, text: str) -> None:
        """Other words are folded again, and may fit."""
        self.is_unfolded = False
        super().setText(text)
        self._lay_out()

    def minimumSizeHint(self) -> QSize:
        """Folded, a few letters: the line takes what room there is."""
        least = super().minimumSizeHint()
        return least if self.wordWrap() else QSize(ROOM * 2, least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In another width another part of it is seen."""
        super().resizeEvent(event)
        self._say_more()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click unfolds and folds."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._turn()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """So do Enter and Space."""
        if event.key() in OPENS and (self.is_cut or self.is_unfolded):
            self._turn()
        else:
            super().keyPressEvent(event)

    def _turn(self) -> None:
        if self.is_cut or self.is_unfolded:
            self.is_unfolded = not self.is_unfolded
            self._lay_out()

    def _lay_out(self) -> None:
        self.setWordWrap(not self._may_fold or self.is_unfolded)
        self.updateGeometry()
        self._say_more()
        self.update()

    def _say_more(self) -> None:
        turns = self.is_cut or self.is_unfolded
        self.setToolTip(tip(self.text()) if self.is_cut else "")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if turns else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if turns else Qt.CursorShape.ArrowCursor)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Its first line with an arrow where there is more, else all of it."""
        if not self.is_cut:
            super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.is_cut:
            self._paint_line(painter)
        if self.hasFocus():
            painter.setPen(QColor(theme_now().accent))
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 3, 3)
        painter.end()

    def _paint_line(self, painter: QPainter) -> None:
        line = self.rect().adjusted(0, 0, -ROOM, 0)
        said = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, line.width())
        self.style().drawItemText(
            painter, line, Qt.AlignmentFlag.AlignVCenter, self.palette(), True, said,
            self.foregroundRole(),
        )  # fmt: skip
        painter.setPen(QPen(QColor(theme_now().accent), 1.6))
        x, y = self.width() - ROOM / 2, self.height() / 2
        painter.drawPolyline([QPointF(x - 4, y - 2), QPointF(x, y + 2), QPointF(x + 4, y - 2)])
