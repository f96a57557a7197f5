"""The few windows above the window: law, settings, keyboard, offline. None of them blocks."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import Message, msg, nmsg
from desktop_app.model.words import STATUS_WORDS
from desktop_app.ui.jobs import Jobs
from desktop_app.ui.letterhead_fields import LetterheadFields
from desktop_app.ui.settings import THEMES, SettingsFile
from desktop_app.ui.stages.report import fill_languages
from desktop_app.ui.widgets import button, label, rule, scrolling, selectable

if TYPE_CHECKING:
    from desktop_app.model.assessment import ControlStatus, EditionInfo

THEME_WORDS = {
    "system": msg("As the system"),
    "light": msg("Light"),
    "dark": msg("Dark"),
    "contrast": msg("High contrast"),
}
KEYS: Sequence[tuple[str, Message]] = (
    ("Ctrl+O", msg("Open files")),
    ("Ctrl+Shift+O, Ctrl+Shift+S", msg("Open and save a project")),
    ("Ctrl+1 ... Ctrl+5", msg("Files, Columns, Parts, Risks, Report")),
    ("Ctrl+K", msg("Ask about one part: type it and see the verdict")),
    ("Ctrl+F", msg("Find in the list")),
    ("Enter", msg("Why? The reasons of the part under the cursor")),
    ("Enter", msg("In Columns: say what the column under the cursor holds")),
    ("Ctrl+Z, Ctrl+Y", msg("Undo and redo: files, columns and question")),
    ("Ctrl+Shift+P", msg("Find a command by its name")),
    ("Ctrl+C", msg("Copy the selected rows as a table")),
    ("Ctrl+M", msg("Copy the question about the part as a mail")),
    ("Ctrl+G", msg("Show or hide what runs out first")),
    ("Ctrl+D", msg("Change the day the goods leave China")),
    ("Ctrl+B", msg("Compare with another day or another law")),
    ("Ctrl+S", msg("Save the report")),
    ("Ctrl+E", msg("Save the tables as an Excel workbook")),
    ("Ctrl+P", msg("Print the report")),
    ("F2", msg("The law: every control and its status")),
    ("Ctrl+,", msg("Settings")),
    ("Esc", msg("Close what is open, cancel what runs")),
    ("F1", msg("This list")),
)


class Sheet(QDialog):
    """A window above the window, with a title, a body and one button to close it."""

    def __init__(self, parent: QWidget, catalogue: Catalogue, title: str) -> None:
        super().__init__(parent)
        self.catalogue = catalogue
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 20, 24, 16)
        self.column.setSpacing(8)
        self.column.addWidget(label("title", text=title))

    def end(self) -> None:
        """Adds the button and shows the window; what is below stays usable by its own."""
        row = QHBoxLayout()
        row.addStretch()
        close = button(self.accept, "main")
        close.setText(self.catalogue.text("Close"))
        close.setAccessibleName(close.text())
        close.setDefault(True)
        row.addWidget(close)
        self.column.addSpacing(8)
        self.column.addLayout(row)
        self.open()
        close.setFocus()


def show_keys(parent: QWidget, catalogue: Catalogue) -> Sheet:
    """Everything that can be done with the keyboard."""
    sheet = Sheet(parent, catalogue, catalogue.text("Keyboard"))
    grid = QGridLayout()
    grid.setHorizontalSpacing(28)
    grid.setVerticalSpacing(7)
    for row, (keys, words) in enumerate(KEYS):
        grid.addWidget(label("heading", text=keys), row, 0)
        grid.addWidget(label(text=catalogue.say(words)), row, 1)
    sheet.column.addSpacing(6)
    sheet.column.addLayout(grid)
    sheet.end()
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
             "of which day they are. A newer law comes with a newer version of the program."),
    ):  # fmt: skip
        made = label(wraps=True, text=words)
        made.setMinimumWidth(460)
        sheet.column.addWidget(made)
    sheet.end()
    return sheet


def show_law(
    parent: QWidget, catalogue: Catalogue, edition: "EditionInfo", notes: Sequence[Message] = ()
) -> Sheet:
    """Every provision with its status on the day asked about, and where it was read.

    ``notes``: what is to be known of this edition, such as a newer one that cannot be read.
    """
    text = catalogue.text
    sheet = Sheet(parent, catalogue, text("The law this program checks against"))
    announcements = nmsg(
        "{n} announcement", "{n} announcements", len({c.id for c in edition.controls})
    )
    said = text(
        "{announcements}, edition {edition}, last read {day}. A status later than that day is as last "
        "read.",
        announcements=announcements, edition=edition.edition, day=edition.reviewed_through,
    )  # fmt: skip
    sheet.column.addWidget(label("soft", wraps=True, text=said))
    for note in notes:
        sheet.column.addWidget(label(wraps=True, text=catalogue.say(note)))
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 4, 10, 4)
    column.setSpacing(10)
    for control in sorted(edition.controls, key=_open_first):
        _add_control(column, control, catalogue)
    column.addStretch()
    area = scrolling(inside)
    area.setMinimumSize(760, 420)
    area.setAccessibleName(text("Controls and their status"))
    sheet.column.addWidget(area, 1)
    sheet.end()
    return sheet


def _open_first(control: "ControlStatus") -> tuple[int, str, str]:
    """What is open stands first, then what is in force."""
    order = ("unconfirmed", "in_force", "suspended", "announced", "repealed")
    return order.index(control.status), control.number, control.provision


def _add_control(column: QVBoxLayout, control: "ControlStatus", catalogue: Catalogue) -> None:
    text = catalogue.text
    row = QHBoxLayout()
    row.setSpacing(16)
    named = f"{catalogue.say(Message(control.number))} {control.provision}".strip()
    number = label("heading", wraps=True, text=named)
    number.setFixedWidth(150)
    row.addWidget(number, alignment=Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(1)
    words.addWidget(label(wraps=True, text=catalogue.say(Message(control.title))))
    source = selectable(label("small", wraps=True, text=control.source.replace("/", "/\u200b")))
    words.addWidget(source)
    if control.retrieved is not None:
        words.addWidget(label("small", text=text("read on {day}", day=control.retrieved)))
    words.addStretch()
    row.addLayout(words, 1)
    status = QVBoxLayout()
    status.setSpacing(1)
    status.setContentsMargins(0, 0, 0, 0)
    status.addWidget(label("heading", text=catalogue.say(STATUS_WORDS[control.status])))
    until = (
        text("since {day}", day=control.since)
        if control.until is None
        else text("{first} to {last}", first=control.since, last=control.until)
    )
    status.addWidget(label("small", wraps=True, text=until))
    status.addStretch()
    holder = QWidget()
    holder.setLayout(status)
    holder.setFixedWidth(160)
    row.addWidget(holder, alignment=Qt.AlignmentFlag.AlignTop)
    column.addLayout(row)
    column.addWidget(rule())


class SettingsSheet(Sheet):
    """Language of the window, language of the report, and light or dark. Each choice acts at once."""

    def __init__(
        self, parent: QWidget, catalogue: Catalogue, settings: SettingsFile, jobs: Jobs
    ) -> None:
        super().__init__(parent, catalogue, catalogue.text("Settings"))
        text, now = catalogue.text, settings.now
        self.language, self.report_language, self.theme = QComboBox(), QComboBox(), QComboBox()
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
            box.setMinimumWidth(230)
            grid.addWidget(said, row, 0)
            grid.addWidget(box, row, 1)
        self.column.addSpacing(4)
        self.column.addLayout(grid)
        self.letterhead = LetterheadFields(self, catalogue, settings, jobs)
        self.letterhead.add_to(grid)
        note = text("Machine-translated: complete, but no person has proof-read it yet.")
        self.column.addWidget(label("small", wraps=True, text=note))
