"""A short form: labelled fields in two columns, what is wrong said below and marked at its field."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QWidget,
)

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import Message
from desktop_app.model.inquiry import today_in_china
from desktop_app.ui.chooser import Chooser
from desktop_app.ui.day_format import day_format
from desktop_app.ui.typed_day import TypedDay
from desktop_app.ui.widgets import button, label, restyle

LABEL_WIDTH = 140
MIDDLE = Qt.AlignmentFlag.AlignVCenter


class DayField(QWidget):
    """A day, or none: the box in front says whether there is one."""

    def __init__(
        self, catalogue: Catalogue, words: str, day: date | None, *, is_open: bool
    ) -> None:
        super().__init__()
        self.has = QCheckBox()
        self.edit = TypedDay()
        self.edit.setCalendarPopup(True)
        self.edit.setKeyboardTracking(False)
        self.edit.setLocale(QLocale(catalogue.locale))
        self.edit.setDisplayFormat(day_format(catalogue))
        self.edit.setMinimumWidth(128)
        self.edit.setAccessibleName(words)
        self.has.setAccessibleName(catalogue.text("{field}: there is such a day", field=words))
        if not is_open:
            self.has.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.has)
        row.addWidget(self.edit)
        row.addStretch()
        self.has.toggled.connect(self.edit.setEnabled)
        self.setFocusProxy(self.has if is_open else self.edit)
        shown = day or today_in_china()
        self.edit.setDate(QDate(shown.year, shown.month, shown.day))
        self.has.setChecked(day is not None or not is_open)
        self.edit.setEnabled(self.has.isChecked())

    @property
    def day(self) -> date | None:
        """The day, None where there is none."""
        if not self.has.isChecked():
            return None
        found = self.edit.date()
        return date(found.year(), found.month(), found.day())

    def set_day(self, day: date | None) -> None:
        """Another day, or none."""
        self.has.setChecked(day is not None)
        if day is not None:
            self.edit.setDate(QDate(day.year, day.month, day.day))


class Held(NamedTuple):
    """A form while it is built anew: what it started from and what stands in it now, by field; the
    field that has the keyboard, empty for none, and the place in its text."""

    start: Mapping[str, Any]
    now: Mapping[str, Any]
    field: str
    at: int


class FormRows(QWidget):
    """Fields by name. A field can be marked wrong; ``note`` below the first of them says why."""

    def __init__(self, catalogue: Catalogue) -> None:
        super().__init__()
        self.catalogue = catalogue
        self.fields: dict[str, QWidget] = {}
        self.labels: dict[str, QLabel] = {}
        self.hints: dict[str, QLabel] = {}
        self.texts: dict[str, QLineEdit] = {}
        self.choices: dict[str, QComboBox] = {}
        self.days: dict[str, DayField] = {}
        self._rows: dict[str, int] = {}
        self._start: dict[str, Any] = {}
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(6)
        self.grid.setColumnStretch(1, 1)
        self.note = label("error", wraps=True)
        self.note.setParent(self)
        self.note.hide()

    def add(self, name: str, words: str, field: QWidget, hint: str = "") -> QWidget:
        """One field with its label, and a hint below it."""
        row = self._rows[name] = 3 * len(self._rows)
        said = label(text=words, wraps=True)
        said.setBuddy(field)
        said.setFixedWidth(LABEL_WIDTH)
        if not field.accessibleName():
            field.setAccessibleName(words)
        self.grid.addWidget(said, row, 0, MIDDLE)
        self.grid.addWidget(field, row, 1)
        if hint:
            self.hints[name] = label("small", wraps=True, text=hint)
            self.grid.addWidget(self.hints[name], row + 1, 1)
        self.fields[name], self.labels[name] = field, said
        return field

    def add_text(self, name: str, words: str, value: str = "", hint: str = "") -> QLineEdit:
        """One line of text."""
        edit = QLineEdit(value)
        edit.setAcceptDrops(False)
        edit.setCursorPosition(0)
        edit.textChanged.connect(lambda _text: self._put_right(edit))
        self.add(name, words, edit, hint)
        self.texts[name] = edit
        return edit

    def add_file(
        self, name: str, words: str, value: str, choose: tuple[str, Callable[[], object]]
    ) -> None:
        """A line of text with a button behind it that looks for a file: (its words, what it does)."""
        edit = self.texts[name] = QLineEdit(value)
        edit.setAcceptDrops(False)
        edit.setAccessibleName(words)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        made = button(choose[1])
        made.setText(choose[0])
        made.setAccessibleName(f"{words}: {choose[0]}")
        row.addWidget(edit, 1)
        row.addWidget(made)
        holder.setFocusProxy(edit)
        self.add(name, words, holder)

    def add_choice(
        self, name: str, words: str, choices: Mapping[str, str], value: str = ""
    ) -> QComboBox:
        """One of several; ``choices`` are words by what they stand for."""
        box = Chooser()
        for key, said in choices.items():
            box.addItem(said, key)
        box.setCurrentIndex(max(0, box.findData(value)))
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(10)
        self.add(name, words, box)
        self.choices[name] = box
        return box

    def add_day(
        self, name: str, words: str, day: date | None, *, is_open: bool = False
    ) -> DayField:
        """A day; with ``is_open`` there may be none."""
        made = DayField(self.catalogue, words, day, is_open=is_open)
        self.add(name, words, made)
        self.days[name] = made
        return made

    def words(self, name: str) -> str:
        """What was typed, without blanks around it."""
        return self.texts[name].text().strip()

    def choice(self, name: str) -> str:
        """What the chosen words stand for."""
        return str(self.choices[name].currentData())

    def day(self, name: str) -> date | None:
        """The day, None where there is none."""
        return self.days[name].day

    def settle(self) -> None:
        """What stands in the form is what it starts from: it was just built, or just recorded."""
        self._start = self._values()

    def hold(self) -> Held:
        """What was typed since, and where the keyboard is."""
        now, focus = self._values(), QApplication.focusWidget()
        owners = [n for n, f in self.fields.items() if focus is not None and f.isAncestorOf(focus)]
        field = next((n for n, f in self.fields.items() if f is focus), "".join(owners[:1]))
        at = focus.cursorPosition() if isinstance(focus, QLineEdit) else 0
        return Held(self._start, now, field, at)

    def put_back(self, held: Held) -> None:
        """Goes on where one was, in a form that was built anew under the hands. A field in which nothing
        was typed shows what stands in the record now: recording must not bring back what was."""
        fresh = self._start
        wanted = {n: v if v != held.start.get(n) else fresh.get(n, v) for n, v in held.now.items()}
        if wanted != fresh:
            self._fill_in(wanted)
        if held.field in self.fields:
            self.fields[held.field].setFocus()
        if held.field in self.texts:
            self.texts[held.field].setCursorPosition(held.at)

    def _fill_in(self, wanted: Mapping[str, Any]) -> None:
        """Choices first: what is chosen may change what stands in other fields."""
        for name, value in wanted.items():
            if name in self.choices:
                self.choices[name].setCurrentIndex(max(0, self.choices[name].findData(value)))
        for name, value in wanted.items():
            if name in self.days:
                self.days[name].set_day(value)
            elif name in self.texts:
                self.texts[name].setText(value)

    def _values(self) -> dict[str, Any]:
        return {
            **{name: edit.text() for name, edit in self.texts.items()},
            **{name: box.currentData() for name, box in self.choices.items()},
            **{name: field.day for name, field in self.days.items()},
        }

    def show_faults(self, faults: Sequence[tuple[str, Message]]) -> bool:
        """Says what is wrong, marks where, and goes there; False where nothing is."""
        wrong = {name for name, _ in faults}
        for name, edit in self.texts.items():
            self._mark(edit, name in wrong)
        said = dict.fromkeys(self.catalogue.say(message) for _, message in faults)
        self.note.setText(self.catalogue.sentences(said))
        self.note.setVisible(bool(faults))
        if faults:
            first = faults[0][0]
            self.grid.addWidget(self.note, self._rows[first] + 2, 1)
            self.fields[first].setFocus()
        return bool(faults)

    def show_field(self, name: str, is_shown: bool) -> None:
        """A field that only some answers need."""
        self.fields[name].setVisible(is_shown)
        self.labels[name].setVisible(is_shown)
        if name in self.hints:
            self.hints[name].setVisible(is_shown)

    def _put_right(self, edit: QLineEdit) -> None:
        """What is being typed is not wrong until it is read; nothing is said once nothing is wrong."""
        self._mark(edit, False)
        if not any(each.property("wrong") for each in self.texts.values()):
            self.note.hide()

    def _mark(self, edit: QLineEdit, is_wrong: bool) -> None:
        if bool(edit.property("wrong")) is not is_wrong:
            edit.setProperty("wrong", is_wrong)
            restyle(edit)
