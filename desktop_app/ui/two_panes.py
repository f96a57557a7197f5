"""A page of its own: what there is on the left, the one that is chosen on the right."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple, TypeAlias
from unicodedata import bidirectional

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.language.catalogue import Catalogue
from desktop_app.ui.flow import FlowRow
from desktop_app.ui.form_rows import FormRows
from desktop_app.ui.hands import hands_in, put_back
from desktop_app.ui.keys import with_keys
from desktop_app.ui.narrow import LOW
from desktop_app.ui.session import Session
from desktop_app.ui.stages.page import EDGES, EDGES_LOW
from desktop_app.ui.widgets import button, label, name, scrolling, selectable, splitter, tip

EDGE = 8
"""Pixels beside the words of an entry: the padding that the style sheet gives it."""
LIST_WIDTH, LIST_SHARE = 370, 0.36
"""Points of the list, and the most of the page that it takes."""
TALLER = 10
"""Points that a line with Arabic or Hebrew letters needs beyond what Qt reckons for it; with less it
drops the line below."""
Index: TypeAlias = QModelIndex | QPersistentModelIndex


class Entry(NamedTuple):
    """One line of the list: what it is, what stands below it, and what it is known by."""

    words: str
    beside: str
    key: str


def height_beyond(words: str, taller: int = TALLER) -> int:
    """Points that an entry needs beyond what was reckoned, ``taller`` for each of its lines that run from
    the right."""
    lines = words.split("\n")
    return taller * sum(any(bidirectional(c) in ("R", "AL") for c in line) for line in lines)


class WrappedLines(QStyledItemDelegate):
    """Gives an entry the height its words need between the edges that the style sheet leaves them:
    Qt reckons without these, and then cuts the last line."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Of an entry as wide as the list."""
        view = self.parent()
        if isinstance(view, QListWidget):
            width = view.viewport().width() - 2 * EDGE
            option.rect = QRect(option.rect.topLeft(), QSize(max(1, width), option.rect.height()))  # fmt: skip
        reckoned = super().sizeHint(option, index)
        return reckoned + QSize(0, height_beyond(str(index.data() or "")))


def _takes_keys(field: QWidget) -> bool:
    can_be_reached = bool(field.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return can_be_reached and field.isEnabled() and field.isVisible()


def _is_chosen_from(offered: QAbstractItemView | None) -> bool:
    return offered is not None and offered.isVisible() and offered.currentIndex().isValid()


class TwoPanes(QWidget):
    """``closed`` when the user is done. Who uses it fills the list and builds what stands beside."""

    closed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session, self.catalogue = session, session.catalogue
        self.entries: Sequence[Entry] = ()
        self.heading, self.lead = label("title"), label("soft", wraps=True)
        self.back = button(self.closed.emit)
        self.list = QListWidget()
        self.list.setObjectName("sheetList")
        self.list.setWordWrap(True)
        self.list.setItemDelegate(WrappedLines(self.list))
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMinimumWidth(220)
        self.area = scrolling(QWidget())
        self.area.setMinimumWidth(380)
        self.tools = QHBoxLayout()
        self.tools.setSpacing(8)
        self.body = QVBoxLayout()
        self._lay_out()
        self.list.currentRowChanged.connect(self._chosen)
        self.list.itemActivated.connect(self._enter)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.heading, 1)
        top.addLayout(self.tools)
        top.addWidget(self.back)
        self.split = split = splitter(Qt.Orientation.Horizontal, 12)
        split.addWidget(self.list)
        split.addWidget(self.area)
        split.setStretchFactor(1, 1)
        split.splitterMoved.connect(self._moved)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(*EDGES)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.lead)
        column.addWidget(split, 1)

    def _moved(self) -> None:
        """From now on the user says how wide the list is."""
        self._is_arranged = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the list gives way to what is read, on a low page the edges do."""
        super().resizeEvent(event)
        self._column.setContentsMargins(*(EDGES_LOW if self.height() < LOW else EDGES))
        if not self._is_arranged:
            room = self.split.width()
            listed = min(LIST_WIDTH, int(room * LIST_SHARE))
            self.split.setSizes([listed, room - self.split.handleWidth() - listed])

    def say_frame(self, title: str, listed: str, beside: str) -> None:
        """Title of the page and what a screen reader calls its two halves."""
        back = self.catalogue.text("Back")
        self.heading.setText(title)
        self.back.setText(back)
        name(self.back, back, with_keys(self.catalogue, back, "Esc"))
        self.list.setAccessibleName(listed)
        self.area.setAccessibleName(beside)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Another list; what was chosen stays chosen where it is still there, and what was typed beside it
        stays typed: lists come by themselves, too."""
        form, key = None if self.wanted else self._form(), self.key
        held = None if form is None else form.hold()
        hands = None if self.wanted else hands_in(self.area.widget())
        before, self.wanted = self.wanted or self.key, ""
        was_empty, self.entries, self.is_stale = not self.entries, entries, False
        self.list.blockSignals(True)
        self.list.clear()
        for entry in entries:
            words = "\n".join(w for w in (entry.words, entry.beside) if w)
            item = QListWidgetItem(words)
            item.setToolTip(tip(words))
            self.list.addItem(item)
        self.list.setVisible(bool(entries))  # an empty box would only ask what belongs in it
        if entries and self.back.hasFocus() and was_empty:
            self.list.setFocus()  # they arrived after the page was opened
        keys = [entry.key for entry in entries]
        row = keys.index(before) if before in keys else min(max(self._row, 0), len(keys) - 1)
        self.list.setCurrentRow(row)
        self.list.blockSignals(False)
        self._chosen(row)
        form, inside = self._form(), self.area.widget()
        if inside is None or self.key != key:
            return
        if form is not None and held is not None:
            form.put_back(held)
        if hands is not None and not (held and held.field):  # on a button, with or without a form
            put_back(hands, inside, self.list)

    def _form(self) -> FormRows | None:
        inside = self.area.widget()
        return None if inside is None else inside.findChild(FormRows)

    _row = -1
    _is_arranged = False
    wanted = ""
    """What is to be chosen once it is in the list."""
    is_stale = False
    """Whether the list must come anew although it would hold the same, such as in other words."""

    @property
    def key(self) -> str | None:
        """What is chosen; None where nothing is."""
        return self.entries[self._row].key if 0 <= self._row < len(self.entries) else None

    def choose(self, key: str) -> None:
        """Chooses an entry, where it is in the list."""
        for row, entry in enumerate(self.entries):
            if entry.key == key:
                self.list.setCurrentRow(row)

    def _chosen(self, row: int) -> None:
        self._row = row
        self.show_chosen()

    def _enter(self) -> None:
        """Enter on an entry: the keyboard goes to the first thing that can be done with it."""
        inside = self.area.widget()
        fields = [] if inside is None else inside.findChildren(QWidget)
        first = next((field for field in fields if _takes_keys(field)), self.area)
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def show_chosen(self) -> None:
        """Builds what stands beside the list anew, from the top."""
        inside = QWidget()
        inside.setObjectName("scrolled")
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(4 if self.entries else 0, 2, 12, 12)
        self.body.setSpacing(6)
        self.fill()
        self.body.addStretch()
        self.area.setWidget(inside)
        form = self._form()
        if form is not None:
            form.settle()
            for edit in form.texts.values():
                edit.returnPressed.connect(partial(self._confirm, edit))

    def _confirm(self, edit: QLineEdit) -> None:
        """Enter in a field presses what the form is there for, as in the windows above; on a word that
        is offered it takes that word, and the rest of the form is still to be filled in."""
        offers = edit.completer()
        if offers is not None and _is_chosen_from(offers.popup()):
            return
        inside = self.area.widget()
        buttons = [] if inside is None else inside.findChildren(QPushButton)
        main = next((made for made in buttons if made.property("kind") == "main"), None)
        if main is not None:
            main.click()

    def fill(self) -> None:
        """Puts what is chosen into the column; whoever uses the page says how."""

    def say(self, words: str, tone: str = "") -> QLabel:
        """A paragraph in that column."""
        made = selectable(label(tone, wraps=True, text=words))
        self.body.addWidget(made)
        return made

    def head(self, words: str) -> None:
        """A heading in that column."""
        self.body.addSpacing(8)
        self.body.addWidget(label("heading", wraps=True, text=words))

    def add_buttons(self, *buttons: QPushButton) -> None:
        """A row of buttons in that column; it goes on below where the column is narrow."""
        self.add_row(*buttons)

    def add_row(self, *made: QWidget) -> None:
        """Things beside one another in that column, below one another where it is narrow."""
        row = FlowRow()
        for each in made:
            row.addWidget(each)
        self.body.addLayout(row)

    def texts(self) -> list[str]:
        """Everything that stands beside the list, from top to bottom."""
        inside: QWidget | None = self.area.widget()
        return [] if inside is None else [made.text() for made in inside.findChildren(QLabel)]

    def speak(self, catalogue: Catalogue) -> None:
        """Words of the page in one language."""
        self.catalogue = catalogue

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back, once nothing runs that it would cancel."""
        if event.key() == Qt.Key.Key_Escape and not self.session.is_busy:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
