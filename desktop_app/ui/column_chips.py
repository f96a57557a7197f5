"""The header of a sheet preview: a chip above each column with field, confidence and reason."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QToolTip, QWidget

from desktop_app.language.catalogue import Catalogue
from desktop_app.ui.theme import SMALL_PX, theme_now
from desktop_app.ui.widgets import tip

HEIGHT = 66


class ChipHeader(QHeaderView):
    """Draws (field, how sure, why) above each column; why is cut and whole under the mouse."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._chips: Sequence[tuple[str, str, str]] = ()
        self._not_used = ""
        self._marked: int | None = None
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(60)

    def show_columns(self, chips: Sequence[tuple[str, str, str]], catalogue: Catalogue) -> None:
        """One chip per column."""
        self._chips = chips
        self._not_used = catalogue.text("not used")
        said = catalogue.grouped(" ".join(part for part in chip if part) for chip in chips)
        self.setAccessibleName(catalogue.text("What each column was taken for"))
        self.setAccessibleDescription(said)
        self.viewport().update()

    def mark(self, column: int | None) -> None:
        """Draws a ring round the chip of a column: what a key would change. None: round none."""
        self._marked = column
        self.viewport().update()

    def place_below(self, column: int) -> QPoint:
        """Where the menu of a chip opens, on the screen."""
        left = self.sectionViewportPosition(column) + 4
        return self.viewport().mapToGlobal(QPoint(max(0, left), 34))

    def sizeHint(self) -> QSize:
        """Room for the letter, the chip and its reason."""
        return QSize(super().sizeHint().width(), HEIGHT)

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        """Column letter, chip, reason."""
        theme = theme_now()
        field, sure, why = self._chips[logical] if logical < len(self._chips) else ("", "", "")
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, QColor(theme.sunken))
        painter.setPen(QColor(theme.line_strong))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        small = QFont(self.font())
        small.setPixelSize(SMALL_PX)
        painter.setFont(small)
        if field:
            self._paint_chip(painter, QRectF(rect).adjusted(4, 6, -4, -32), field, sure)
            if logical == self._marked:
                self._paint_ring(painter, QRectF(rect).adjusted(2, 4, -2, -30))
            painter.setPen(QColor(theme.soft))
            room = rect.adjusted(8, 36, -6, -6)
            cut = QFontMetrics(small).elidedText(why, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, cut)
        painter.restore()

    def _paint_chip(self, painter: QPainter, box: QRectF, field: str, sure: str) -> None:
        theme = theme_now()
        is_used = field != self._not_used
        painter.setPen(QColor(theme.accent if is_used else theme.line_strong))
        painter.setBrush(QColor(theme.selected if is_used else theme.surface))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        metrics = QFontMetrics(painter.font())
        wide = metrics.horizontalAdvance(sure) + (8 if sure else 0)
        painter.setPen(QColor(theme.ink if is_used else theme.soft))
        room = box.adjusted(8, 0, -8 - wide, 0)
        cut = metrics.elidedText(field, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, cut)
        painter.setPen(QColor(theme.soft))
        painter.drawText(
            box.adjusted(0, 0, -8, 0),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
            sure,
        )

    def _paint_ring(self, painter: QPainter, box: QRectF) -> None:
        painter.setPen(QPen(QColor(theme_now().accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 8, 8)

    def viewportEvent(self, event: QEvent) -> bool:
        """The whole reason under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            at = self.logicalIndexAt(event.pos())
            if 0 <= at < len(self._chips):
                QToolTip.showText(
                    event.globalPos(), tip("\n".join(p for p in self._chips[at] if p))
                )
                return True
        return super().viewportEvent(event)
