"""Small pieces several stages are made of: texts, buttons, cards, chips."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.model.licence import Verdict
from desktop_app.ui.marks import draw_verdict, icon
from desktop_app.ui.theme import SMALL_PX, theme_now


def label(tone: str = "", wraps: bool = False, text: str = "") -> QLabel:
    """A text that is never read as markup; ``tone`` is one of the style sheet's."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wraps)
    if tone:
        made.setProperty("tone", tone)
    return made


class ElidingLabel(QLabel):
    """A line that gives way in a narrow window: it ends in dots and is whole under the mouse."""

    def __init__(self, tone: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("tone", tone)

    @property
    def is_cut(self) -> bool:
        """Whether the words do not fit."""
        return self.sizeHint().width() > self.width() + 1

    def minimumSizeHint(self) -> QSize:
        """A few letters."""
        return QSize(24, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is cut is said under the mouse."""
        super().resizeEvent(event)
        self.setToolTip(self.text() if self.is_cut else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Whole, or with dots at its end."""
        if not self.is_cut:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        cut = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        self.style().drawItemText(
            painter, self.rect(), Qt.AlignmentFlag.AlignVCenter, self.palette(), True, cut,
            self.foregroundRole(),
        )  # fmt: skip
        painter.end()


def selectable(made: QLabel) -> QLabel:
    """Lets the text be marked and copied with the mouse."""
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def button(clicked: Callable[[], object], kind: str = "") -> QPushButton:
    """A button; ``kind`` is ``main`` for the one thing to do, ``plain`` for a link, or nothing."""
    made = QPushButton()
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    if kind:
        made.setProperty("kind", kind)
    made.clicked.connect(lambda _checked=False: clicked())
    return made


class ToggleButton(QToolButton):
    """An icon that is on or off; it follows light and dark."""

    def __init__(self, icon_name: str) -> None:
        super().__init__()
        self._icon = icon_name
        self.setCheckable(True)
        self.setProperty("kind", "toggle")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(36, 36)
        self.setIconSize(QSize(18, 18))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._colour()

    def changeEvent(self, event: QEvent) -> None:
        """Another theme draws the icon in another colour."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._colour()

    def _colour(self) -> None:
        self.setIcon(icon(self._icon, theme_now().ink, 18))


def toggle(icon_name: str, clicked: Callable[[], object]) -> ToggleButton:
    """A button with an icon that is on or off."""
    made = ToggleButton(icon_name)
    made.clicked.connect(lambda _checked=False: clicked())
    return made


def name(widget: QWidget, words: str, hint: str = "") -> None:
    """What a screen reader says, and what the mouse hears."""
    widget.setAccessibleName(words)
    widget.setToolTip(hint)


def rule() -> QFrame:
    """A thin line."""
    made = QFrame()
    made.setObjectName("rule")
    made.setFixedHeight(1)
    return made


def card() -> tuple[QFrame, QVBoxLayout]:
    """A white box with an edge, and the column inside."""
    made = QFrame()
    made.setObjectName("card")
    made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    column = QVBoxLayout(made)
    column.setContentsMargins(16, 14, 16, 14)
    column.setSpacing(6)
    return made, column


def scrolling(inside: QWidget) -> QScrollArea:
    """A scroll area without a frame round a column of things."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    inside.setObjectName("scrolled")
    area.setWidget(inside)
    return area


def restyle(widget: QWidget) -> None:
    """Applies the style sheet again after a property it looks at was changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


class CountChip(QAbstractButton):
    """A count that filters: mark, number, words. ``quiet`` ones are small and grey."""

    def __init__(self, group: str, verdict: Verdict | None, quiet: bool) -> None:
        super().__init__()
        self.filters, self.verdict, self.quiet = group, verdict, quiet
        self.number, self.words = "", ""
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def say(self, number: str, words: str) -> None:
        """Shows a number and its words."""
        self.number, self.words = number, words
        self.setAccessibleName(f"{words}: {number}")
        self.updateGeometry()
        self.update()

    def _fonts(self) -> tuple[QFont, QFont]:
        number, words = QFont(self.font()), QFont(self.font())
        number.setPixelSize(SMALL_PX if self.quiet else 18)
        number.setWeight(QFont.Weight.Normal if self.quiet else QFont.Weight.DemiBold)
        words.setPixelSize(SMALL_PX if self.quiet else 13)
        return number, words

    def _has_mark(self) -> bool:
        return self.verdict is not None and self.verdict != "not_needed" and not self.quiet

    def sizeHint(self) -> QSize:
        """Room for mark, number and words."""
        number, words = self._fonts()
        width = QFontMetrics(number).horizontalAdvance(self.number)
        width += QFontMetrics(words).horizontalAdvance(self.words) + 7
        return QSize(width + 24 + (18 if self._has_mark() else 0), 36)

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
        x = 12.0
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
