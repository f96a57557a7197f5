"""The rail on the left: the stages with their counts, all of them open at any time."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from desktop_app.language.catalogue import Catalogue
from desktop_app.ui.keys import with_keys
from desktop_app.ui.marks import draw_icon
from desktop_app.ui.theme import SMALL_PX, theme_now

if TYPE_CHECKING:
    from desktop_app.model.sources import SourceFile
    from desktop_app.ui.presentation import Presentation

WIDTH, NARROW = 156, 84
"""Points across: names beside their icons, or below them where the window is narrow."""
HIGH, HIGH_NARROW = 42, 50
TINY_PX = 11
"""Letters of the name below an icon."""
STAGES = ("files", "columns", "parts", "risks", "report")


class StageCount(NamedTuple):
    """What stands beside a stage. ``awaited``: the user is asked for something there."""

    text: str = ""
    awaited: bool = False


def stage_counts(
    files: "tuple[SourceFile, ...]", result: "Presentation | None", catalogue: Catalogue
) -> dict[str, StageCount]:
    """What stands beside each stage that has anything to count."""
    counts = {}
    if files:
        tables = sum(len(sheet.tables) for file in files for sheet in file.sheets)
        is_awaited = any(file.problem is not None for file in files)
        counts["files"] = StageCount(catalogue.number(len(files)), is_awaited)
        counts["columns"] = StageCount(catalogue.number(tables))
    if result is not None and len(result.assessment.parts):
        totals = result.assessment.totals
        counts["parts"] = StageCount(catalogue.number(totals.parts))
        counts["risks"] = StageCount(catalogue.number(totals.needed + totals.waits_part))
    return counts


class StageButton(QAbstractButton):
    """One line of the rail: icon, name, count."""

    def __init__(self, stage: str) -> None:
        super().__init__()
        self.stage = stage
        self.count = StageCount()
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.is_narrow = False
        self.setMinimumHeight(HIGH)

    def narrow(self, is_narrow: bool) -> None:
        """The name below the icon, or beside it."""
        self.is_narrow = is_narrow
        self.setMinimumHeight(HIGH_NARROW if is_narrow else HIGH)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the rail."""
        return QSize(NARROW, HIGH_NARROW) if self.is_narrow else QSize(WIDTH, HIGH)

    def say(self, name: str, count: StageCount, awaits: str) -> None:
        """Shows name and count; a screen reader hears that something is awaited."""
        self.setText(name)
        self.count = count
        said = ", ".join(
            part for part in (name, count.text, awaits if count.awaited else "") if part
        )
        self.setAccessibleName(said)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The chosen stage stands on the colour of the page, with a bar at its edge."""
        theme = theme_now()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(8, 2, -8, -2)
        chosen = self.isChecked()
        if chosen or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.surface if chosen else theme.hover))
            painter.drawRoundedRect(box, 6, 6)
        if self.hasFocus():
            painter.setPen(QColor(theme.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent))
            painter.drawRoundedRect(QRectF(8, self.height() / 2 - 9, 3, 18), 1.5, 1.5)
        colour = theme.accent if chosen else theme.soft
        if self.is_narrow:
            aside = 20 if self.count.text else 9  # in the middle where no count stands beside it
            draw_icon(painter, self.stage, QRectF(self.width() / 2 - aside, 7, 18, 18), colour)
            self._paint_below(painter)
        else:
            draw_icon(painter, self.stage, QRectF(20, self.height() / 2 - 9, 18, 18), colour)
            self._paint_words(painter)

    def _paint_below(self, painter: QPainter) -> None:
        """The count beside the icon, the name below both."""
        theme, middle = theme_now(), self.width() / 2
        font = QFont(self.font())
        font.setPixelSize(TINY_PX)
        painter.setFont(font)
        painter.setPen(QColor(theme.soft))
        left, beside = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(middle + 4, 7, middle - 12, 18), left | beside, self.count.text)
        if self.count.awaited:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.amber))
            painter.drawEllipse(QRectF(middle - 30, 12.5, 7, 7))
        font.setWeight(QFont.Weight.Bold if self.isChecked() else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(theme.ink))
        room = self.width() - 20
        text = QFontMetrics(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(10, 27, room, 18), Qt.AlignmentFlag.AlignCenter, text)

    def _paint_words(self, painter: QPainter) -> None:
        theme = theme_now()
        middle = Qt.AlignmentFlag.AlignVCenter
        font = QFont(self.font())
        font.setPixelSize(SMALL_PX)
        wide = QFontMetrics(font).horizontalAdvance(self.count.text)
        right = self.width() - 18
        if self.count.awaited:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.amber))
            painter.drawEllipse(QRectF(right - 7, self.height() / 2 - 3.5, 7, 7))
            right -= 12
        painter.setFont(font)
        painter.setPen(QColor(theme.soft))
        painter.drawText(
            QRectF(right - wide - 1, 0, wide + 2, self.height()), middle, self.count.text
        )
        name = QFont(self.font())
        name.setWeight(QFont.Weight.Bold if self.isChecked() else QFont.Weight.Normal)
        painter.setFont(name)
        painter.setPen(QColor(theme.ink))
        room = right - wide - 48
        text = QFontMetrics(name).elidedText(self.text(), Qt.TextElideMode.ElideRight, int(room))
        painter.drawText(QRectF(46, 0, room, self.height()), middle, text)


class Rail(QWidget):
    """The stages one below the other; ``stage_chosen`` carries the name of a stage."""

    stage_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 8)
        column.setSpacing(0)
        self._group = group = QButtonGroup(self)
        self.buttons: dict[str, StageButton] = {}
        for stage in STAGES:
            made = StageButton(stage)
            made.clicked.connect(lambda _checked=False, name=stage: self.stage_chosen.emit(name))
            group.addButton(made)
            column.addWidget(made)
            self.buttons[stage] = made
        column.addStretch()

    def choose(self, stage: str) -> None:
        """Shows a stage as the one that is looked at."""
        self.buttons[stage].setChecked(True)

    def narrow(self, is_narrow: bool) -> None:
        """Gives the pages more of a narrow window."""
        self.setFixedWidth(NARROW if is_narrow else WIDTH)
        for made in self.buttons.values():
            made.narrow(is_narrow)

    def leave(self) -> None:
        """A page that belongs to no stage is looked at: none is marked."""
        self._group.setExclusive(False)
        for made in self.buttons.values():
            made.setChecked(False)
        self._group.setExclusive(True)

    def speak(self, catalogue: Catalogue, counts: Mapping[str, StageCount]) -> None:
        """Names and counts in one language."""
        text = catalogue.text
        names = {
            "files": text("Files"),
            "columns": text("Columns"),
            "parts": text("Parts"),
            "risks": text("Risks"),
            "report": text("Report"),
        }
        for number, (stage, made) in enumerate(self.buttons.items(), start=1):
            made.say(names[stage], counts.get(stage, StageCount()), text("waits for you"))
            made.setToolTip(with_keys(catalogue, names[stage], f"Ctrl+{number}"))
