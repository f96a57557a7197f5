"""Legal status: each provision with its timeline, and a form to record what a user learned of it."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import Message, msg, nmsg
from desktop_app.model.inquiry import today_in_china
from desktop_app.model.words import STATUS_WORDS
from desktop_app.ui.form_rows import FormRows
from desktop_app.ui.jobs import Job
from desktop_app.ui.last_folder import dialog_at
from desktop_app.ui.legal_lines import SOURCE_WORDS, LegalLine, StepLine, legal_lines
from desktop_app.ui.legal_record import STATES, Draft, faults_of, latest_look, status_of
from desktop_app.ui.long_words import long_words
from desktop_app.ui.recording import with_record, without_record
from desktop_app.ui.session import Session
from desktop_app.ui.two_panes import Entry, TwoPanes
from desktop_app.ui.widgets import button, label, rule, selectable

if TYPE_CHECKING:
    from desktop_app.model.assessment import EditionInfo
    from desktop_app.model.licence import StatusName
    from desktop_app.model.progress import Report
    from desktop_app.project.legal_status import SourceKind

DAYS_WIDTH = 200


class LegalPage(TwoPanes):
    """Reads the register in the background; each record is one step that undo takes back."""

    def __init__(self, session: Session, author: str) -> None:
        super().__init__(session)
        self.author = author
        self.lines: tuple[LegalLine, ...] = ()
        self.form: FormRows | None = None
        self.record = button(self._record, "main")
        self.withdraw = button(self._withdraw)
        self._job: Job | None = None
        session.law_arrived.connect(self._law_arrived)
        self.speak(self.catalogue)

    def speak(self, catalogue: Catalogue) -> None:
        """Words of the page; the lines are written anew."""
        super().speak(catalogue)
        text = catalogue.text
        self.say_frame(text("The law this program checks against"), text("Controls and their status"),
                       text("The control that is chosen"))  # fmt: skip
        self._say_edition()
        self.refresh()

    @property
    def today(self) -> date:
        """The day on which something is recorded."""
        return today_in_china()

    def _law_arrived(self, _info: "EditionInfo") -> None:
        self._say_edition()
        if self.isVisible():
            self.refresh()

    def _say_edition(self) -> None:
        edition = self.session.edition
        if edition is None:
            self.lead.setText(self.catalogue.text("Reading the law..."))
            return
        announcements = nmsg(
            "{n} announcement", "{n} announcements", len({c.id for c in edition.controls})
        )
        said = self.catalogue.text(
            "{announcements}, edition {edition}, last read {day}. A status later than that day is "
            "as last read.",
            announcements=announcements, edition=edition.edition, day=edition.reviewed_through,
        )  # fmt: skip
        notes = (self.catalogue.say(note) for note in self.session.law_notes)
        self.lead.setText(self.catalogue.sentences((said, *notes)))

    def refresh(self) -> None:
        """Reads the timelines off the window's thread and shows them."""
        session, catalogue = self.session, self.catalogue
        info, inquiry, recorded = session.edition, session.inquiry, session.recorded
        if info is None:
            return
        licences = None if session.result is None else session.result.assessment.licences
        if self._job is not None:
            self._job.cancel()

        def look(_report: "Report") -> Any:
            edition = session.libraries.of(inquiry).edition
            shown = info
            if recorded is not None and recorded.statuses:
                from desktop_app.assessment.licence import edition_info

                edition = recorded.on_edition(edition)
                shown = edition_info(edition, inquiry)
            statuses = () if recorded is None else recorded.statuses
            return legal_lines(
                shown, edition, statuses, licences, catalogue, on=inquiry.on, today=self.today
            )

        self._job = session.jobs.start(look, self.show_lines, session.fail)

    def show_lines(self, lines: tuple[LegalLine, ...]) -> None:
        """Another reading of the law; the control that was chosen stays."""
        self.lines = lines
        self.show_entries([Entry(line.name, self._beside(line), line.key) for line in lines])

    def _beside(self, line: LegalLine) -> str:
        words = [line.state_words]
        if line.is_overdue:
            words.append(self.catalogue.text("look again"))
        elif line.record is not None:
            words.append(self.catalogue.text("recorded by {name}", name=line.record.recorded_by))
        if line.parts:
            words.append(self.catalogue.say(nmsg("{n} part", "{n} parts", line.parts)))
        return " · ".join(words)

    @property
    def line(self) -> LegalLine | None:
        """The control that is chosen."""
        return next((line for line in self.lines if line.key == self.key), None)

    def fill(self) -> None:
        """Title, timeline, what is assumed, what was recorded, and the form."""
        line, text = self.line, self.catalogue.text
        self.form = None
        if line is None:
            return
        self.say(line.name, "title")
        self.say(line.title)
        self.head(text("Its timeline"))
        for step in line.steps:
            self._add_step(step)
        self.head(text("What the program assumes on this day"))
        state = f"{line.state_words[:1].upper()}{line.state_words[1:]}"
        self.say(text("{state}. {assumes}", state=state, assumes=line.assumes))
        if line.parts:
            self.say(self.catalogue.say(nmsg(
                "It may concern {n} part of this list.", "It may concern {n} parts of this list.",
                line.parts,
            )), "soft")  # fmt: skip
        self._add_record(line)
        self._add_form(line)

    def _add_step(self, step: StepLine) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        days = label("heading" if step.is_now else "small", wraps=True, text=step.days)
        days.setFixedWidth(DAYS_WIDTH)
        row.addWidget(days)
        words = step.state
        if step.is_now:
            words = self.catalogue.text("{state} (on the day asked about)", state=step.state)
        row.addWidget(
            selectable(label("heading" if step.is_now else "", wraps=True, text=words)), 1
        )
        self.body.addLayout(row)
        source = f"{step.source} · {step.read}" if step.read else step.source
        self.body.addWidget(long_words(source))

    def _add_record(self, line: LegalLine) -> None:
        if line.record is None:
            return
        self.body.addSpacing(4)
        self.body.addWidget(rule())
        self.head(self.catalogue.text("What was recorded"))
        for at, words in enumerate(line.record_words):
            self.say(words, "" if at == 0 else "soft")
        self.withdraw = button(self._withdraw)
        self.withdraw.setText(self.catalogue.text("Withdraw this record"))
        self.withdraw.setAccessibleName(self.withdraw.text())
        self.add_buttons(self.withdraw)

    def _add_form(self, line: LegalLine) -> None:
        text, say, old = self.catalogue.text, self.catalogue.say, line.record
        self.body.addSpacing(4)
        self.body.addWidget(rule())
        self.head(text("Record another status") if old else text("Record what you learned"))
        self.say(text("An official text or written advice by named counsel changes verdicts until the "
                      "day to look again; a press report is kept as a note."), "soft")  # fmt: skip
        form = self.form = FormRows(self.catalogue)
        states: dict[str, str] = {state: say(STATUS_WORDS[state]) for state in STATES}
        form.add_choice("state", text("Status"), states, old.state if old else "in_force")
        form.add_day(
            "since", text("In this status from"), old.since if old else self.session.inquiry.on
        )
        form.add_day("until", text("Last day, where one is named"), old.until if old else None,
                     is_open=True)  # fmt: skip
        form.add_text("said", text("What it says"), old.said if old else "")
        form.add_text("document_number", text("Document"), old.document_number if old else "",
                      text("Number or title, as one would look it up"))  # fmt: skip
        form.add_day(
            "document_date", text("Day of the document"), old.document_date if old else self.today
        )
        kinds = {kind: say(words) for kind, words in SOURCE_WORDS.items()}
        form.add_choice(
            "source_kind", text("Kind of source"), kinds, old.source_kind if old else ""
        )
        form.add_text("counsel", text("Name of counsel"), old.counsel if old else "")
        choose = text("Choose..."), self._choose_file
        form.add_file("file", text("File or address"), old.file if old else "", choose)
        form.add_text("recorded_by", text("Recorded by"), old.recorded_by if old else self.author)
        form.add_day("look_again", text("Look again by"), latest_look(self.today))
        self.body.addWidget(form)
        for box in form.choices.values():
            box.currentIndexChanged.connect(self._show_needed)
        self._show_needed()
        self.record = button(self._record, "main")
        self.record.setText(text("Record"))
        self.record.setAccessibleName(text("Record the status of {control}", control=line.name))
        self.add_buttons(self.record)

    def _choose_file(self) -> None:
        dialog = dialog_at(self, self.catalogue.text("The document"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._file_chosen)
        dialog.open()

    def _file_chosen(self, path: str) -> None:
        if self.form is not None:
            self.form.texts["file"].setText(Path(path).name)

    def _show_needed(self) -> None:
        """An end belongs to a suspension, a name to advice."""
        form = self.form
        if form is not None:
            form.show_field("until", form.choice("state") == "suspended")
            form.show_field("counsel", form.choice("source_kind") == "counsel")

    def draft(self) -> Draft | None:
        """The form as it stands; None where nothing is chosen."""
        line, form = self.line, self.form
        if line is None or form is None:
            return None
        is_suspended = form.choice("state") == "suspended"
        return Draft(
            line.control,
            line.provision,
            cast("StatusName", form.choice("state")),
            form.day("since") or self.today,
            form.day("until") if is_suspended else None,
            form.words("said"),
            form.words("document_number"),
            form.day("document_date") or self.today,
            cast("SourceKind", form.choice("source_kind")),
            form.words("counsel"),
            form.words("file"),
            form.words("recorded_by"),
            form.day("look_again") or self.today,
        )

    def _record(self) -> None:
        draft, line = self.draft(), self.line
        if draft is None or line is None or self.form is None:
            return
        if self.form.show_faults(faults_of(draft, self.today)):
            return
        self.author = draft.recorded_by.strip()
        recorded = with_record(self.session.recorded, "statuses", status_of(draft, self.today))
        self._put(msg("the recorded status of {control}", control=line.name), recorded)

    def _withdraw(self) -> None:
        line = self.line
        if line is not None:
            recorded = without_record(self.session.recorded, "statuses", line.key)
            self._put(msg("withdrawing the status of {control}", control=line.name), recorded)

    def _put(self, what: Message, recorded: Any) -> None:
        if self.form is not None:
            self.form.settle()  # recorded: nothing of it waits to be typed on
        self.list.setFocus()
        self.session.put(what, replace(self.session.desk, recorded=recorded))
