"""Verdict marks and icons: shapes that are drawn, never characters of a font."""

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtSvg import QSvgRenderer

from desktop_app.paths import shipped

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

    from desktop_app.model.licence import Verdict


def draw_verdict(painter: QPainter, verdict: "Verdict", box: QRectF, colour: str) -> None:
    """Draws the mark of a verdict into a square box.

    Needed: filled diamond. Not verified: half filled. Suspended: diamond with two bars. Not
    covered: nothing. They differ in shape, so that colour is never needed to read them.
    """
    from PySide6.QtGui import QPolygonF

    if verdict == "not_needed":
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(QColor(colour), max(1.2, box.width() * 0.11))
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    inner = box.adjusted(pen.widthF(), pen.widthF(), -pen.widthF(), -pen.widthF())
    left, right = (
        QPointF(inner.left(), inner.center().y()),
        QPointF(inner.right(), inner.center().y()),
    )
    top, bottom = (
        QPointF(inner.center().x(), inner.top()),
        QPointF(inner.center().x(), inner.bottom()),
    )
    painter.setPen(pen)
    painter.setBrush(QColor(colour) if verdict == "needed" else Qt.BrushStyle.NoBrush)
    painter.drawPolygon(QPolygonF([left, top, right, bottom]))
    if verdict == "not_verified":
        painter.setBrush(QColor(colour))
        painter.drawPolygon(QPolygonF([left, top, bottom]))
    if verdict == "suspended":
        _draw_bars(painter, inner, colour)
    painter.restore()


def _draw_bars(painter: QPainter, inner: QRectF, colour: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    width, height, apart = inner.width() * 0.13, inner.height() * 0.42, inner.width() * 0.16
    middle = inner.center()
    for side in (-1, 1):
        x = middle.x() + side * apart - width / 2
        painter.drawRect(QRectF(x, middle.y() - height / 2, width, height))


@lru_cache(maxsize=64)
def verdict_icon(verdict: "Verdict", colour: str, size: int = 12) -> "QIcon":
    """The mark as an icon, sharp on screens of one to three times the usual density.

    It looks the same in a selected row: Qt would tint it otherwise.
    """
    from PySide6.QtGui import QIcon, QPixmap

    icon = QIcon()
    for scale in (1, 2, 3):
        pixmap = QPixmap(size * scale, size * scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        draw_verdict(painter, verdict, QRectF(0, 0, size * scale, size * scale), colour)
        painter.end()
        pixmap.setDevicePixelRatio(scale)
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected, QIcon.Mode.Active):
            icon.addPixmap(pixmap, mode)
    return icon


@lru_cache(maxsize=64)
def _drawing(name: str, colour: str) -> QSvgRenderer:
    source = shipped("resources", "icons", f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(source.replace("currentColor", colour).encode()))


def draw_icon(painter: QPainter, name: str, box: QRectF, colour: str) -> None:
    """Draws an icon of ``resources/icons`` in one colour."""
    _drawing(name, colour).render(painter, box)


@lru_cache(maxsize=128)
def icon(name: str, colour: str, size: int = 16) -> "QIcon":
    """An icon of ``resources/icons`` for buttons and actions."""
    from PySide6.QtGui import QIcon, QPixmap

    made = QIcon()
    for scale in (1, 2, 3):
        pixmap = QPixmap(QSize(size, size) * scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        draw_icon(painter, name, QRectF(0, 0, size * scale, size * scale), colour)
        painter.end()
        pixmap.setDevicePixelRatio(scale)
        made.addPixmap(pixmap)
    return made
