"""Small pieces several stages are made of: texts, buttons, cards."""

import re
from collections.abc import Callable
from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)


def label(tone: str = "", wraps: bool = False, text: str = "") -> QLabel:
    """A text that is never read as markup; ``tone`` is one of the style sheet's. A name in Arabic
    letters runs from right to left, but stands where the other names do."""
    made = WrappedLabel(text) if wraps else QLabel(text)
    dress(made, tone, wraps)
    return made


def dress(made: QLabel, tone: str = "", wraps: bool = False) -> None:
    """What every text has in common; for kinds of :class:`QLabel` of one's own."""
    made.setAlignment(made.alignment() | Qt.AlignmentFlag.AlignAbsolute)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wraps)
    if tone:
        made.setProperty("tone", tone)


JOINER = "\u2060"
"""Keeps two letters in one line, itself unseen."""
_LAST_WORDS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]{2}(?:[\u3040-\u30ff]{2})?[^\w\s]*$")
"""Two Chinese letters are most often a word; the ending of a Japanese verb has two kana more."""


class WrappedLabel(QLabel):
    """A paragraph. In Chinese and Japanese Qt would leave a single letter on its last line; what can
    be copied stays as it is, for the joiners would be copied too."""

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self._words = ""
        self.setText(text)

    def setText(self, text: str) -> None:
        """The words, the last of them held together."""
        self._words = text
        held = _LAST_WORDS.sub(lambda found: JOINER.join(found[0]), text)
        is_copied = self.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
        super().setText(text if is_copied else held)

    def text(self) -> str:
        """The words as they were set."""
        return self._words


class ElidingLabel(QLabel):
    """A line that gives way in a narrow window: ``briefly`` stands in its place, where there is such,
    else it ends in dots; it is whole under the mouse."""

    def __init__(self, tone: str = "") -> None:
        super().__init__()
        self.briefly = ""
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
        self._tell()

    def setText(self, text: str) -> None:
        """Other words may be cut where those before were not."""
        super().setText(text)
        self._tell()

    def _tell(self) -> None:
        self.setToolTip(tip(self.text()) if self.is_cut else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Whole, or with dots at its end."""
        if not self.is_cut:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        said = self.briefly or self.text()
        cut = self.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, self.width())
        self.style().drawItemText(
            painter, self.rect(), Qt.AlignmentFlag.AlignVCenter, self.palette(), True, cut,
            self.foregroundRole(),
        )  # fmt: skip
        painter.end()


def selectable(made: QLabel) -> QLabel:
    """Lets the text be marked and copied with the mouse."""
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    made.setText(made.text())
    return made


def button(clicked: Callable[[], object], kind: str = "") -> QPushButton:
    """A button; ``kind`` is ``main`` for the one thing to do, ``plain`` for a link, or nothing."""
    made = QPushButton()
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    if kind:
        made.setProperty("kind", kind)
    made.clicked.connect(lambda _checked=False: clicked())
    return made


def name(widget: QWidget, words: str, hint: str = "") -> None:
    """What a screen reader says, and what the mouse hears."""
    widget.setAccessibleName(words)
    widget.setToolTip(tip(hint))


def tip(words: str) -> str:
    """Words for the mouse, never read as markup: Qt would show <b> as bold, and what stands between
    <!-- and --> not at all."""
    if "<" not in words and "&lt;" not in words:
        return words
    return f"<span>{escape(words)}</span>".replace("\n", "<br>")


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


class ReadingSplitter(QSplitter):
    """Qt puts each thing that is added below the others, and a screen reader then reads the last one
    first; here they are read as they stand."""

    def addWidget(self, widget: QWidget) -> None:
        """Behind the others, on the screen and when read."""
        super().addWidget(widget)
        widget.raise_()


def splitter(orientation: Qt.Orientation, handle: int) -> QSplitter:
    """Two things whose edge can be dragged, ``handle`` points apart; none of them to nothing."""
    made = ReadingSplitter(orientation)
    made.setChildrenCollapsible(False)
    made.setHandleWidth(handle)
    return made


def restyle(widget: QWidget) -> None:
    """Applies the style sheet again after a property it looks at was changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
