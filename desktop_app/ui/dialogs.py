"""The few windows above the window: settings, keyboard, offline. None of them blocks."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop_app.language.catalogue import MACHINE_TRANSLATED, Catalogue
from desktop_app.model.findings import Message, msg
from desktop_app.ui.chooser import Chooser
from desktop_app.ui.jobs import Jobs
from desktop_app.ui.keys import native_keys
from desktop_app.ui.language_list import fill_languages
from desktop_app.ui.letterhead_fields import LetterheadFields
from desktop_app.ui.settings import THEMES, SettingsFile
from desktop_app.ui.widgets import button, label, scrolling

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent

    from desktop_app.ui.drop_target import DropTarget

THEME_WORDS = {
    "system": msg("As the system"),
    "light": msg("Light"),
    "dark": msg("Dark"),
    "contrast": msg("High contrast"),
}
KEYS: Sequence[tuple[str, Message]] = (
    ("Ctrl+O", msg("Open files")),
    ("Ctrl+V", msg("Paste a table that was copied in a spreadsheet")),
    ("Ctrl+Shift+O, Ctrl+Shift+S", msg("Open and save a project")),
    ("Ctrl+1 ... Ctrl+5", msg("Files, Columns, Parts, Risks, Report")),
    ("Ctrl+K", msg("Ask about one part: type it and see the verdict")),
    ("Ctrl+F", msg("Find in the list, and in the pages of the report")),
    ("Ctrl++, Ctrl+-", msg("Larger and smaller pages of the report")),
    ("Ctrl+0", msg("Pages as wide as the window")),
    ("Enter", msg("Why? The reasons of the part under the cursor")),
    ("Enter", msg("In Columns: say what the column under the cursor holds")),
    ("Ctrl+Z, Ctrl+Y", msg("Undo and redo: everything you do")),
    ("Ctrl+H", msg("What was done, by whom and when; take it back")),
    ("Ctrl+R", msg("Correct the part under the cursor")),
    ("Ctrl+7", msg("Earlier runs, to be reopened and compared with")),
    ("Ctrl+Shift+P", msg("Find a command by its name")),
    ("Ctrl+C", msg("Copy the selected rows as a table")),
    ("Ctrl+M", msg("Copy the question about the part as a mail")),
    ("Ctrl+G", msg("Show or hide what runs out first")),
    ("Ctrl+I", msg("The list in pictures: suppliers, elements, law, products")),
    ("Ctrl+D", msg("Change the day the goods leave China")),
    ("Ctrl+B", msg("Compare with another day or another law")),
    ("Ctrl+S", msg("Save the report")),
    ("Ctrl+E", msg("Save the tables as an Excel workbook")),
    ("Ctrl+P", msg("Print the list on show, on the other pages the report")),
    ("F2", msg("The law: every control and its status")),
    ("Ctrl+6", msg("Decide by kind: one answer for many parts")),
    ("Ctrl+L", msg("Applications and licences")),
    ("Ctrl+8", msg("What was recorded once for a supplier, a maker or a kind")),
    ("Ctrl+9", msg("Who has not answered: remind them, open what came back")),
    ("Ctrl+Shift+L", msg("Listed names: look them up, add to them")),
    ("Ctrl+,", msg("Settings")),
    ("Esc", msg("Close what is open, cancel what runs")),
    ("F1", msg("This list")),
)

KEYS_HEIGHT = 480
"""Points: the whole list is longer than a small screen is high."""
FRAME = 32
"""Points of the title that the system puts above a window."""
LEAST_SEEN = 96
"""Points of what is scrolled that are seen in any window: three fields."""
AROUND = 200
"""Points of a screen that a title, what stands below, and the bars of the system take."""


def give_room(area: QScrollArea, width: int, height: int) -> None:
    """At least so much of what is scrolled is seen, on a low screen less, so that the buttons below
    stay on it: full HD at 200 % is 540 points high."""
    area.setMinimumSize(width, min(height, area.screen().availableGeometry().height() - AROUND))


class Sheet(QDialog):
    """A window above the window, with a title, a body and a button to close it; ``does`` is the button
    for what the window is there for: Enter in a field presses it."""

    does: QPushButton | None = None

    def __init__(self, parent: QWidget, catalogue: Catalogue, title: str) -> None:
        super().__init__(parent)
        self.catalogue = catalogue
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 20, 24, 16)
        self.column.setSpacing(8)
        self.column.addWidget(label("title", text=title))
        self.foot, self.closes = QHBoxLayout(), button(self.accept)

    def end(self) -> None:
        """Adds the button and shows the window; what is below stays usable by its own."""
        row, close = self.foot, self.closes
        row.setSpacing(8)
        row.addStretch()
        close.setText(self.catalogue.text("Close"))
        close.setAccessibleName(close.text())
        first = self.does or close
        first.setProperty("kind", "main")
        first.setDefault(True)
        if self.does is not None:
            row.addWidget(self.does)
        row.addWidget(close)
        self.column.addSpacing(8)
        self.column.addLayout(row)
        for field in (*self.findChildren(QLineEdit), *self.findChildren(QPlainTextEdit)):
            field.setAcceptDrops(False)
        self.setAcceptDrops(True)
        self.open()
        self._fit()
        first.setFocus()

    @property
    def below(self) -> "DropTarget | None":
        """The window that takes what is dropped here."""
        from desktop_app.ui.drop_target import DropTarget

        found: QWidget | None = self.parentWidget()
        while found is not None and not isinstance(found, DropTarget):
            found = found.parentWidget()
        return found

    def dragEnterEvent(self, event: "QDragEnterEvent") -> None:
        """A file may be dropped anywhere, also while this window is open."""
        if self.below is not None:
            self.below.dragEnterEvent(event)

    def dragLeaveEvent(self, event: "QDragLeaveEvent") -> None:
        """The drop zone below looks as before."""
        if self.below is not None:
            self.below.dragLeaveEvent(event)

    def dropEvent(self, event: "QDropEvent") -> None:
        """Read below, while this window stays as it is."""
        if self.below is not None:
            self.below.dropEvent(event)

    def _fit(self) -> None:
        """As high as its wrapped texts need, within the window below: Qt reckons these as one line.

        Where that is too low for all of it, what is scrolled gives way, so that nothing overlaps.
        """
        layout, below = self.layout(), self.parentWidget()
        if layout is None:
            return
        needed = layout.totalHeightForWidth(self.width())
        screen = self.screen().availableGeometry().height() - FRAME
        room = min(below.window().height() if below else needed, screen)
        self._shrink_scrolled(self._least() - room)
        layout.activate()  # or the window keeps the least height it had before
        self.resize(self.width(), max(self._least(), min(max(needed, self.height()), room)))

    def _least(self) -> int:
        """Points from top to bottom, below which something would be cut or overlap."""
        layout = self.layout()
        lines = 0 if layout is None else layout.totalMinimumHeightForWidth(self.width())
        return max(lines, self.minimumSizeHint().height())

    def _shrink_scrolled(self, excess: int) -> None:
        """Takes points from the heights of what is scrolled, as far as something is still seen."""
        for area in self.findChildren(QScrollArea):
            if excess > 0:
                height = max(LEAST_SEEN, area.minimumHeight() - excess)
                excess -= area.minimumHeight() - height
                area.setMinimumHeight(height)


def show_keys(parent: QWidget, catalogue: Catalogue) -> Sheet:
    """Everything that can be done with the keyboard."""
    sheet = Sheet(parent, catalogue, catalogue.text("Keyboard"))
    inside = QWidget()
    grid = QGridLayout(inside)
    grid.setContentsMargins(8, 6, 16, 6)
    grid.setHorizontalSpacing(28)
    grid.setVerticalSpacing(7)
    for row, (keys, words) in enumerate(KEYS):
        grid.addWidget(label("heading", text=native_keys(keys)), row, 0)
        grid.addWidget(label(text=catalogue.say(words)), row, 1)
    area = scrolling(inside)
    area.setAccessibleName(catalogue.text("Keyboard"))
    give_room(area, inside.sizeHint().width() + 8, KEYS_HEIGHT)
    sheet.column.addWidget(area, 1)
    sheet.end()
    area.setFocus()
    return sheet


def show_offline(parent: QWidget, catalogue: Catalogue) -> Sheet:
    """What "offline" means, in full."""
    text = catalogue.text
    sheet = Sheet(parent, catalogue, text("Nothing leaves this computer"))
    for words in (
        text("This program opens no connection: not to us, not to a cloud, not to look for updates. It "
             "works the same with the network cable pulled."),
        text("Your lists are read where they lie and never changed. What you save, you save where you "
             "choose."),
        text("The law, the kinds of parts and the figures came with the program; the badge above says "
             "of which day they are. A newer law comes as one file, which you drop on this window, or "
             "with a newer version of the program."),
    ):  # fmt: skip
        made = label(wraps=True, text=words)
        made.setMinimumWidth(460)
        sheet.column.addWidget(made)
    sheet.end()
    return sheet


class SettingsSheet(Sheet):
    """Language of the window, language of the report, and light or dark. Each choice acts at once."""

    def __init__(
        self, parent: QWidget, catalogue: Catalogue, settings: SettingsFile, jobs: Jobs
    ) -> None:
        super().__init__(parent, catalogue, catalogue.text("Settings"))
        text, now = catalogue.text, settings.now
        self.language, self.report_language, self.theme = Chooser(), Chooser(), Chooser()
        fill_languages(self.language, catalogue, now.language)
        fill_languages(self.report_language, catalogue, now.report_language)
        for theme in THEMES:
            self.theme.addItem(catalogue.say(THEME_WORDS[theme]), theme)
        self.theme.setCurrentIndex(self.theme.findData(now.theme))
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(10)
        for row, (words, box) in enumerate(
            (
                (text("Language of the window"), self.language),
                (text("Language of the report"), self.report_language),
                (text("Colours"), self.theme),
            )
        ):
            said = label(text=words)
            said.setBuddy(box)
            box.setAccessibleName(words)
            box.setMinimumWidth(max(230, box.width_of_all()))
            grid.addWidget(said, row, 0)
            grid.addWidget(box, row, 1)
        self.column.addSpacing(4)
        self.column.addLayout(grid)
        self.letterhead = LetterheadFields(self, catalogue, settings, jobs)
        self.letterhead.add_to(grid)
        note = text("Machine-translated: complete, but no person has proof-read it yet.")
        self.note = label("small", wraps=True, text=note)
        self.column.addWidget(self.note)
        for box in (self.language, self.report_language):
            box.currentIndexChanged.connect(lambda _at: self._say_note())
        self._say_note()

    def _say_note(self) -> None:
        """Only beside a language that is marked so."""
        chosen = {self.language.currentData(), self.report_language.currentData()}
        self.note.setVisible(not chosen.isdisjoint(MACHINE_TRANSLATED))
