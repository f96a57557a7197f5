"""Draws the headings of groups over the whole width of their rows."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPolygonF
from PySide6.QtWidgets import QTableView

from desktop_app.ui.theme import theme_now

if TYPE_CHECKING:
    from desktop_app.ui.table_model import TableModel

LEFT, ARROW = 10, 4
LINE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


def paint_bands(view: QTableView, model: "TableModel", wide: int) -> None:
    """After the rows were drawn: each heading in sight as one band with an arrow and its words.

    ``wide``: of the whole table in pixels, also where a view shows only its first columns.
    """
    if model.arranged is None or model.arranged.group_by is None:
        return
    first = max(0, view.rowAt(0))
    last = view.rowAt(view.viewport().height() - 1)
    last = model.rowCount() - 1 if last < 0 else last
    rows = [row for row in range(first, last + 1) if model.is_heading(row)]
    if not rows:
        return
    painter = QPainter(view.viewport())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for row in rows:
        _paint_band(painter, view, model, row, wide)
    painter.end()


def _paint_band(
    painter: QPainter, view: QTableView, model: "TableModel", row: int, wide: int
) -> None:
    theme = theme_now()
    box = QRectF(0, view.rowViewportPosition(row), wide, view.rowHeight(row))
    is_marked = view.selectionModel().isRowSelected(row)
    painter.fillRect(box, QColor(theme.selected if is_marked else theme.sunken))
    painter.setPen(QColor(theme.line))
    painter.drawLine(QLineF(0, box.bottom() - 0.5, wide, box.bottom() - 0.5))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.soft))
    painter.drawPolygon(_arrow(QPointF(LEFT + ARROW, box.center().y()), model.is_folded(row)))
    font = QFont(view.font())
    font.setWeight(QFont.Weight.Bold)
    painter.setFont(font)
    painter.setPen(QColor(theme.ink))
    room = box.adjusted(LEFT + 4 * ARROW, 0, -LEFT, 0)
    words = model.text_at(row, 0)
    cut = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideMiddle, int(room.width()))
    painter.drawText(room, LINE, cut)


def _arrow(middle: QPointF, is_folded: bool) -> QPolygonF:
    """To the right where the rows are put away, downwards where they follow."""
    offsets: tuple[tuple[float, float], ...]
    if is_folded:
        offsets = ((-ARROW / 2, -ARROW), (ARROW / 2, 0), (-ARROW / 2, ARROW))
    else:
        offsets = ((-ARROW, -ARROW / 2), (ARROW, -ARROW / 2), (0, ARROW / 2))
    return QPolygonF([middle + QPointF(x, y) for x, y in offsets])
