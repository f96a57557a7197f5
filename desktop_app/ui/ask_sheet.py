"""Ask about one part: type or paste up to twenty lines, the answers stand below; nothing is kept."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import Message, msg
from desktop_app.ui.chooser import Chooser
from desktop_app.ui.dialogs import Sheet, give_room
from desktop_app.ui.jobs import Job
from desktop_app.ui.session import Session
from desktop_app.ui.verdict_mark import VerdictMark
from desktop_app.ui.widgets import button, label, name, rule, scrolling, selectable

if TYPE_CHECKING:
    from desktop_app.ui.asked_parts import AskedPart

PAUSE_MS = 350
"""After the last key; before it a word is likely to go on."""
MOST_LINES = 20


class AskSheet(Sheet):
    """The answers are written anew a moment after the last key. ``add_wanted`` carries the lines and
    where they are made, as a tuple."""

    add_wanted = Signal(object)

    def __init__(
        self, parent: QWidget, session: Session, catalogue: Catalogue, countries: Mapping[str, str]
    ) -> None:
        super().__init__(parent, catalogue, catalogue.text("Ask about one part"))
        self.session = session
        self._job: Job | None = None
        text = catalogue.text
        self.lines = QPlainTextEdit()
        self.lines.setTabChangesFocus(True)
        self.lines.setFixedHeight(92)
        self.lines.setPlaceholderText(
            text("Number, name, grade, whatever you have: one part in each line, up to twenty")
        )
        self.lines.setAccessibleName(text("Parts to ask about, one in each line"))
        self.origin = Chooser()
        self.origin.addItem(text("not known"), "")
        for code, country in countries.items():
            self.origin.addItem(country, code)
        self.origin.setMaxVisibleItems(18)
        self.origin.setMinimumWidth(200)
        self.origin.setAccessibleName(text("Made in"))
        self.note = label("small", wraps=True)
        self.answers = scrolling(QWidget())
        give_room(self.answers, 640, 260)
        self.answers.setAccessibleName(text("Answers"))
        self.adds = button(self._add_to_list)
        self.adds.setText(text("Add to the list"))
        name(self.adds, self.adds.text(), text("The lines become a list like any other file"))
        self._lay_out()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.ask)
        self.lines.textChanged.connect(self._pause.start)
        self.origin.currentIndexChanged.connect(self.ask)
        self._say(msg("Nothing you type here is stored."))
        self.show_answers(())

    def _lay_out(self) -> None:
        made_in = label("small", text=self.catalogue.text("Made in"))
        made_in.setBuddy(self.origin)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.note, 1)
        row.addWidget(made_in)
        row.addWidget(self.origin)
        self.column.addWidget(self.lines)
        self.column.addLayout(row)
        self.column.addWidget(rule())
        self.column.addWidget(self.answers, 1)
        self.foot.addWidget(self.adds)

    def ask(self) -> None:
        """Judges what is typed now; an older answer under way is given up."""
        if self._job is not None:
            self._job.cancel()
        told = self._told()
        if len(told) > MOST_LINES:
            self._say(msg("Only the first {n} lines are answered.", n=MOST_LINES))
        else:
            self._say(msg("Nothing you type here is stored."))
        self._job = self.session.ask_about(
            told[:MOST_LINES], self.origin.currentData(), self.show_answers
        )

    def _told(self) -> list[str]:
        return [line for line in self.lines.toPlainText().splitlines() if line.strip()]

    def _add_to_list(self) -> None:
        """The window closes: what it showed stands in the list of the window below."""
        lines, origin = self._told(), self.origin.currentData()
        self.accept()
        self.add_wanted.emit((lines, origin))

    def show_answers(self, answers: "tuple[AskedPart, ...]") -> None:
        """One block per line."""
        self.adds.setEnabled(bool(answers))
        inside = QWidget()
        inside.setObjectName("scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 4, 10, 4)
        column.setSpacing(3)
        for answer in answers:
            self._add(column, answer)
        if not answers:
            column.addWidget(label("soft", wraps=True, text=self.catalogue.text(
                "A moment after you stop typing the answer stands here: whether it needs a licence, "
                "the words that decided, and the one question to ask."
            )))  # fmt: skip
        column.addStretch()
        self.answers.setWidget(inside)

    def _add(self, column: QVBoxLayout, answer: "AskedPart") -> None:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(VerdictMark(answer.verdict), alignment=Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(label("heading", text=answer.verdict_words))
        row.addStretch()
        column.addWidget(selectable(label(wraps=True, text=answer.words)))
        column.addLayout(row)
        for tone, words in (("soft", answer.because), ("", answer.question)):
            if words:
                column.addWidget(selectable(label(tone, wraps=True, text=words)))
        column.addSpacing(6)
        column.addWidget(rule())
        column.addSpacing(4)

    def done(self, result: int) -> None:
        """What is still being answered is given up with the window."""
        self._pause.stop()
        if self._job is not None:
            self._job.cancel()
        super().done(result)

    def _say(self, message: Message) -> None:
        self.note.setText(self.catalogue.say(message))
