"""A field for a day into which a whole day can be typed, as people write it."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, QPointF, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QApplication, QDateEdit, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QWheelEvent

BETWEEN = ".-/, 年月日년월일"
"""What people write between day, month and year."""
FIRST = QDate(1990, 1, 1)
"""No control of the register and no list is older; a year typed in halves is no answer."""
CENTURY = 2000
"""Two figures mean a year of this century."""
EDGES = 16
"""Points that the calendar needs beyond what Qt reckons: its edges, and a little round each week."""
ARROW = 22
"""Points of the button that opens the calendar, as in the style sheet."""
OPENS = (
    (Qt.Key.Key_F4, Qt.KeyboardModifier.NoModifier),
    (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier),
)
"""Keys that open the calendar."""
NAMED = ("d MMM yyyy", "d MMMM yyyy", "MMM d yyyy", "MMMM d yyyy")
YEAR_FIRST = "yMd"
_FIGURES, _FIELD = re.compile(r"\d+"), re.compile(r"[dMy]+")

WITH_OTHERS = frozenset(
    {
        Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta,
        Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock, Qt.Key.Key_Super_L, Qt.Key.Key_Super_R,
        Qt.Key.Key_Mode_switch,
    }
)  # fmt: skip
"""Keys that say nothing by themselves: who types March holds Shift for its M."""


class TypedDay(QDateEdit):
    """Qt jumps to the month after two figures, takes the point that follows for another jump, and
    makes 1752 of 15.03.2027. Here what is typed stands in the field as it is until Enter, Tab or a
    click elsewhere; what is no day then gives way to the day that was there, and ``refused`` carries
    what was typed."""

    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._typed = ""
        self._opened_at: QDate | None = None
        self.setMinimumDate(FIRST)

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Letters, figures and what stands between them are kept; every other key ends the typing, but
        for those that only change others."""
        beside = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        letter = "" if event.modifiers() & ~beside else event.text()
        if (event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier) in OPENS:
            self._end()
            self.open_calendar()
        elif letter and (letter.isalnum() or (letter in BETWEEN and self._typed)):
            self._show(self._typed + letter)
        elif self._typed and event.key() in WITH_OTHERS:
            event.ignore()
        elif self._typed and event.key() == Qt.Key.Key_Backspace:
            self._show(self._typed[:-1])
        elif self._typed and event.key() == Qt.Key.Key_Escape:
            self._show("")
        elif self._typed and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._end()  # Qt would say the same day once more
            event.ignore()
        else:
            self._end()
            super().keyPressEvent(event)

    def focusOutEvent(self, event: "QFocusEvent") -> None:
        """What was typed counts."""
        self._end()
        super().focusOutEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's name
        """Behind a day that was typed Tab goes on to the next field, not to its month."""
        if not self._typed:
            return super().focusNextPrevChild(next)
        self._end()
        return QWidget.focusNextPrevChild(self, next)

    def mousePressEvent(self, event: "QMouseEvent") -> None:
        """The calendar may open: Qt's weekends are of a red that is too dark on a dark ground."""
        from PySide6.QtGui import QColor, QTextCharFormat

        from desktop_app.ui.theme import theme_now

        calendar = self.calendarWidget()
        if calendar is not None:
            quiet = QTextCharFormat()
            quiet.setForeground(QColor(theme_now().soft))
            for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
                calendar.setWeekdayTextFormat(day, quiet)
            calendar.setMinimumHeight(calendar.sizeHint().height() + EDGES)
        super().mousePressEvent(event)
        popup = None if calendar is None else calendar.parentWidget()
        if popup is not None and popup.isVisible() and self._opened_at is None:
            self._opened_at = self.date()
            popup.installEventFilter(self)
            self.blockSignals(True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Who walks through the calendar by keys asks once, about the day that is taken, and Escape
        leaves the day that was; Qt would ask about each day on the way, and keep the last."""
        before = self._opened_at
        if before is not None and event.type() == QEvent.Type.KeyPress:
            from PySide6.QtGui import QKeyEvent, QKeySequence

            if isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Cancel):
                self.setDate(before)
        elif before is not None and event.type() == QEvent.Type.Hide:
            self._opened_at = None
            watched.removeEventFilter(self)
            self.blockSignals(False)
            if self.date() != before:
                self.dateChanged.emit(self.date())
        return super().eventFilter(watched, event)

    def open_calendar(self) -> None:
        """By the keys that open a list elsewhere, Alt+Down and F4; Qt knows the mouse only."""
        from PySide6.QtGui import QMouseEvent

        place = QPointF(self.width() - ARROW / 2, self.height() / 2)
        left = Qt.MouseButton.LeftButton
        self.mousePressEvent(
            QMouseEvent(
                QEvent.Type.MouseButtonPress, place, self.mapToGlobal(place), left, left,
                Qt.KeyboardModifier.NoModifier,
            )
        )  # fmt: skip

    def stepBy(self, steps: int) -> None:
        """The day after the 30th of November is the 1st of December; Qt would stay on the 30th."""
        section, before = self.currentSection(), self.date()
        if section == QDateEdit.Section.MonthSection:
            after = before.addMonths(steps)
        elif section == QDateEdit.Section.YearSection:
            after = before.addYears(steps)
        else:
            after = before.addDays(steps)
        self.setDate(max(after, self.minimumDate()))
        self.setSelectedSection(section)

    def stepEnabled(self) -> QDateEdit.StepEnabledFlag:
        """Both ways on every day but the first: no month has an end here."""
        up, down = (
            QDateEdit.StepEnabledFlag.StepUpEnabled,
            QDateEdit.StepEnabledFlag.StepDownEnabled,
        )
        return up | down if self.date() > self.minimumDate() else up

    def wheelEvent(self, event: "QWheelEvent") -> None:
        """The wheel moves the page that the field stands on; Qt would change the day."""
        event.ignore()

    def _show(self, typed: str) -> None:
        """What is typed; where nothing is left of it, the day as it stands."""
        self._typed = typed
        with QSignalBlocker(self.lineEdit()):
            self.lineEdit().setText(
                typed or self.locale().toString(self.date(), self.displayFormat())
            )

    def _end(self) -> None:
        if self._typed:
            typed = self._typed
            found = typed_day(typed, self.displayFormat(), self.locale(), self.date())
            self._show("")
            if found is not None and found >= self.minimumDate():
                self.setDate(found)
            else:
                self.refused.emit(typed)
                QApplication.beep()


def typed_day(typed: str, shown_as: str, locale: QLocale, before: QDate) -> QDate | None:
    """The day that was typed; None where it is none.

    Figures stand in the order of ``shown_as``, or year first where the first has four; what is left
    out, the year or also the month, is that of the day ``before``. Months may be named.
    """
    words = re.sub(r"[\s,]+", " ", typed).strip()
    named = next((day for how in NAMED if (day := locale.toDate(words, how)).isValid()), None)
    if named is not None:
        return named
    if any(letter.isalpha() and letter not in BETWEEN for letter in typed):
        return None
    order = "".join(field[0] for field in _FIELD.findall(shown_as))
    figures = _FIGURES.findall(typed)
    if len(figures) == 1 and len(figures[0]) in (6, 8):
        whole = figures[0]
        return _day(_parted(whole, order), order) or _day(_parted(whole, YEAR_FIRST), YEAR_FIRST)
    if len(figures) == len(YEAR_FIRST):
        return _day(figures, YEAR_FIRST if len(figures[0]) == len("yyyy") else order)
    known = (str(before.year()), str(before.month()))
    if len(figures) == len("dM"):
        return _day([*figures, known[0]], order.replace("y", "") + "y")
    return _day([*figures, known[1], known[0]], "dMy")


def _day(figures: Sequence[str], order: str) -> QDate | None:
    """A day from its figures; day and month change places where only that makes one."""
    if len(figures) != len(order) or any(len(one) > len("yyyy") for one in figures):
        return None
    parts = dict(zip(order, map(int, figures), strict=True))
    year = parts["y"] + (CENTURY if parts["y"] < 100 else 0)
    for month, day in ((parts["M"], parts["d"]), (parts["d"], parts["M"])):
        if (found := QDate(year, month, day)).isValid():
            return found
    return None


def _parted(figures: str, order: str) -> list[str]:
    """Figures without anything between them, such as 15032027 and 150327."""
    found, at = [], 0
    for field in order:
        width = len(figures) - 4 if field == "y" else 2
        found.append(figures[at : at + width])
        at += width
    return found
