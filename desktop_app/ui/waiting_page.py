"""Who has not answered: everybody who was asked or should be, and how to chase them."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QSizePolicy

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import Message, msg
from desktop_app.model.inquiry import today_in_china
from desktop_app.ui.form_rows import DayField
from desktop_app.ui.jobs import Job
from desktop_app.ui.questions_sent import forget_sent, remember_chased, remember_sent
from desktop_app.ui.saving import choose_target
from desktop_app.ui.session import Session
from desktop_app.ui.settings import Settings
from desktop_app.ui.suppliers_named import asked_of_nobody, nobody_to_ask
from desktop_app.ui.two_panes import Entry, TwoPanes
from desktop_app.ui.waiting_lines import WaitingLine, lead_words, waiting_lines
from desktop_app.ui.widgets import button, label, name, rule

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.model.progress import Report
    from desktop_app.report.mails import Mail


class Found(NamedTuple):
    """What a worker brought."""

    lead: str = ""
    lines: tuple[WaitingLine, ...] = ()
    is_unnamed: bool = False
    """Parts are to be asked about, and no list says whom."""


class WaitingPage(TwoPanes):
    """``said`` carries what was done; ``answers_wanted`` asks for a file that came back,
    ``files_wanted`` for the page of the files, ``questions_wanted`` for mails to everybody."""

    said = Signal(object)
    answers_wanted = Signal()
    files_wanted = Signal()
    questions_wanted = Signal()

    def __init__(self, session: Session, settings: Callable[[], Settings]) -> None:
        super().__init__(session)
        self.settings = settings
        self.found = Found()
        self.buttons: dict[str, QPushButton] = {}
        self.day: DayField | None = None
        self._job: Job | None = None
        session.result_arrived.connect(self._changed)
        session.history_changed.connect(self._changed)
        self.speak(self.catalogue)

    @property
    def today(self) -> Any:
        """The day until which one has waited."""
        return today_in_china()

    def speak(self, catalogue: Catalogue) -> None:
        """Words of the page; the lines are written anew."""
        super().speak(catalogue)
        text = catalogue.text
        self.say_frame(text("Who has not answered"), text("Suppliers, the longest asked first"),
                       text("The supplier that is chosen"))  # fmt: skip
        self.refresh()

    def _changed(self, _what: object = None) -> None:
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Reckons where everybody stands off the window's thread."""
        session, catalogue, today = self.session, self.catalogue, self.today
        if self._job is not None:
            self._job.cancel()
        if session.result is None:
            self._job = None
            words = catalogue.text("Once a list is read, the suppliers to be asked stand here.")
            self.show_found(Found(words, ()))
            return
        if not self.found.lines:
            self.lead.setText(catalogue.text("Looking who owes an answer..."))
        made, recorded, inquiry = session.result.assessment, session.recorded, session.inquiry

        def look(_report: "Report") -> Any:
            china = session.libraries.of(inquiry).figures.china_days
            lines = waiting_lines(made, recorded, china, today, catalogue)
            is_unnamed, nobody = bool(asked_of_nobody(made)), catalogue.say(nobody_to_ask(made))
            if not lines:
                return Found(nobody, (), is_unnamed)
            said = lead_words(lines, catalogue)
            return Found(catalogue.sentences((said, nobody)) if is_unnamed else said, lines)

        self._job = session.jobs.start(look, self.show_found, session.fail)

    def show_found(self, found: Found) -> None:
        """Other suppliers; the one that was chosen stays."""
        self.found = found
        self.lead.setText(found.lead)
        self.show_entries([Entry(x.supplier, x.beside, x.supplier) for x in found.lines])

    @property
    def line(self) -> WaitingLine | None:
        """The supplier that is chosen."""
        return next((line for line in self.found.lines if line.supplier == self.key), None)

    def fill(self) -> None:
        """Where the supplier stands, what its answer would change, and what can be done."""
        line, text = self.line, self.catalogue.text
        self.buttons, self.day = {}, None
        if line is None and self.found.is_unnamed:
            self.say(text("Name the supplier on the card of its file, or say in Columns which column "
                          "holds it. Then the mails and questionnaires can be written."))  # fmt: skip
            self._add("files", text("Go to Files"), self.files_wanted.emit, "main")
            self.add_buttons(*self.buttons.values())
        if line is None:
            return
        self.say(line.supplier, "title")
        for words in line.says:
            self.say(words)
        if line.files:
            self.say(text("Its answer: {file}", file=", ".join(line.files)))
        if line.changes:
            self.head(text("What its answer would change"))
            for words in line.changes:
                self.say(words)
        self._add_actions(line)
        if line.questions:
            self.body.addSpacing(4)
            self.body.addWidget(rule())
            self.head(text("What is still open"))
            for question, parts in line.questions:
                self.say(question)
                self.say(parts, "small")

    def _add_actions(self, line: WaitingLine) -> None:
        text = self.catalogue.text
        if line.state == "answered":
            self._add("files", text("Show its file"), self.files_wanted.emit)
            self.add_buttons(*self.buttons.values())
        if not line.questions:
            return
        self.head(text("What to do"))
        if line.state == "owing":
            self._add("mail", text("Copy the reminder"), partial(self._copy, line), "main")
            self._add(
                "letter", text("Reminder as a letter (PDF)..."), partial(self._ask_letter, line)
            )
            self.add_buttons(self.buttons["mail"], self.buttons["letter"])
            self._add("chased", text("It was reminded today"), partial(self._chased, line))
            self._add("answers", text("Its answer came: open it..."), self.answers_wanted.emit)
            self.add_buttons(self.buttons["chased"], self.buttons["answers"])
        else:
            self._add("mail", text("Copy the mail"), partial(self._copy, line), "main")
            self._add("all", text("Save the questions to all..."), self.questions_wanted.emit)
            self.add_buttons(self.buttons["mail"], self.buttons["all"])
        self._add_day(line)

    def _add_day(self, line: WaitingLine) -> None:
        """The program sends nothing: on which day it was asked only the user knows."""
        text = self.catalogue.text
        asked = text("Asked on")
        self.day = DayField(self.catalogue, asked, line.sent_on or self.today, is_open=False)
        self.day.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        said = label("small", text=asked)
        said.setBuddy(self.day)
        self._add("sent", text("Note this day"), partial(self._sent, line))
        said.setMinimumHeight(self.buttons["sent"].sizeHint().height())
        shown = [said, self.day, self.buttons["sent"]]
        if line.sent_on is not None and self._is_noted(line.supplier):
            self._add("forget", text("It was not asked"), partial(self._forget, line))
            shown.append(self.buttons["forget"])
        self.add_row(*shown)

    def _is_noted(self, supplier: str) -> bool:
        from desktop_app.project.sent import asked_days

        recorded = self.session.recorded
        return recorded is not None and supplier in asked_days(recorded.sent)

    def _add(self, key: str, words: str, act: Any, kind: str = "") -> None:
        made = button(act, kind)
        made.setText(words)
        line = self.line
        name(made, words if line is None else f"{words}: {line.supplier}")
        self.buttons[key] = made

    # --- what can be done -----------------------------------------------------------------------

    def _copy(self, line: WaitingLine) -> None:
        """Mail or reminder onto the clipboard, in the supplier's language and English."""
        result = self.session.result
        if result is None:
            return
        made, supplier, sent_on = result.assessment, line.supplier, line.sent_on

        def write(_report: "Report") -> Any:
            from desktop_app.report.mails import mail_to, reminder_to

            if line.state == "owing" and sent_on is not None:
                return reminder_to(made, supplier, sent_on)
            return mail_to(made, supplier)

        self.session.jobs.start(write, partial(self._copied, line), self.session.fail)

    def _copied(self, line: WaitingLine, mail: "Mail | None") -> None:
        if mail is None:
            self.said.emit(msg("There is nothing to ask {supplier}.", supplier=line.supplier))
            return
        QGuiApplication.clipboard().setText(f"{mail.subject}\n\n{mail.body}\n")
        said: Message = msg("The mail to {supplier} is on the clipboard.", supplier=line.supplier)
        if line.state == "owing":
            said = msg("The reminder to {supplier} is on the clipboard.", supplier=line.supplier)
        self.said.emit(said)

    def _ask_letter(self, line: WaitingLine) -> None:
        from desktop_app.report.outbox import file_stem

        text = self.catalogue.text
        choose_target(
            self, text("Save the reminder"), f"{file_stem(line.supplier) or text('Reminder')}.pdf",
            text("PDF document (*.pdf)"), partial(self.save_letter, line),
        )  # fmt: skip

    def save_letter(self, line: WaitingLine, target: str) -> None:
        """Writes the letter that reminds; an older file stays as it was when that fails."""
        from pathlib import Path

        result, sent_on, now = self.session.result, line.sent_on, self.settings()
        if result is None or sent_on is None:
            return
        made = result.assessment

        def write(_report: "Report") -> Any:
            from desktop_app.report.letterhead import read_letterhead
            from desktop_app.report.outbox import write_reminder_letter

            head = read_letterhead(Path(now.logo) if now.logo else None, now.sender)
            return write_reminder_letter(
                made, line.supplier, sent_on, Path(target), now.paper, letterhead=head
            )

        self.session.begin(f"report {target}", write, self._saved)

    def _saved(self, target: "Path") -> None:
        self.said.emit(msg("The reminder was saved as {file}.", file=target.name))

    def _chased(self, line: WaitingLine) -> None:
        self.list.setFocus()
        remember_chased(self.session, line.supplier)

    def _sent(self, line: WaitingLine) -> None:
        day = None if self.day is None else self.day.day
        self.list.setFocus()
        remember_sent(self.session, (line.supplier,), day)

    def _forget(self, line: WaitingLine) -> None:
        self.list.setFocus()
        forget_sent(self.session, line.supplier)
