"""Applications on the way and licences held: what there is, a form for more, and what each covers."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCompleter, QLineEdit

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import Message, msg
from desktop_app.model.inquiry import today_in_china
from desktop_app.ui.applications_lines import (
    PAPER_WORDS,
    ApplicationLine,
    Counting,
    Paper,
    application_lines,
)
from desktop_app.ui.applications_record import Draft, draft_of, fact_of, faults_of, record_of
from desktop_app.ui.form_rows import FormRows
from desktop_app.ui.jobs import Job
from desktop_app.ui.recording import with_record, without_record
from desktop_app.ui.session import Session
from desktop_app.ui.two_panes import Entry, TwoPanes
from desktop_app.ui.widgets import button, rule

if TYPE_CHECKING:
    from desktop_app.model.parts import PartTable
    from desktop_app.model.progress import Report

NEW = "new"
OF_PAPER: dict[str, frozenset[Paper]] = {
    "parts": frozenset(("application", "licence")),
    "filed": frozenset(("application", "licence")),
    "accepted": frozenset(("application", "licence")),
    "number": frozenset(("licence",)),
    "valid_from": frozenset(("licence",)),
    "valid_until": frozenset(("licence", "general")),
    "quantity": frozenset(("licence",)),
    "quantity_left": frozenset(("licence",)),
    "unit": frozenset(("licence",)),
    "end_user": frozenset(("application", "licence")),
    "papers_missing": frozenset(("application",)),
    "note": frozenset(("application", "licence")),
}
"""Which fields belong to which paper; the others are hidden."""


class ApplicationsPage(TwoPanes):
    """The first line of the list is the form for another one. Each record is a step of its own."""

    def __init__(self, session: Session, author: str) -> None:
        super().__init__(session)
        self.author = author
        self.lines: tuple[ApplicationLine, ...] = ()
        self.form = FormRows(self.catalogue)
        self.record, self.withdraw = button(self._record, "main"), button(self._withdraw)
        self._fresh, self._begins = Draft("application", ""), False
        self._job: Job | None = None
        session.result_arrived.connect(self._changed)
        session.law_arrived.connect(self._changed)
        self.speak(self.catalogue)

    def speak(self, catalogue: Catalogue) -> None:
        """Words of the page; the lines are written anew."""
        super().speak(catalogue)
        text = catalogue.text
        self.say_frame(text("Applications and licences"), text("Applications and licences"),
                       text("The record that is chosen"))  # fmt: skip
        self.refresh()

    def _changed(self, _what: object) -> None:
        if self.isVisible():
            self.refresh()

    def begin_new(self, supplier: str = "", number: str = "") -> None:
        """The form for another one, of a part where there is one under the cursor."""
        self._fresh = Draft("application", supplier, number, filed=today_in_china())
        self.choose(NEW)
        self._begins = True
        if self.key == NEW:
            self.show_chosen()
            self._begin()
        else:
            self.wanted = NEW  # the page was just made: what is recorded is still being read

    def _begin(self) -> None:
        """The keyboard goes to what is to be typed first, unless it went elsewhere meanwhile."""
        now = QApplication.focusWidget()
        if self._begins and self.key == NEW and (now is None or self.isAncestorOf(now)):
            self._begins = False
            self.form.texts["parts" if self._fresh.supplier else "supplier"].setFocus()

    def refresh(self) -> None:
        """Counts the working days off the window's thread and shows every record."""
        session, catalogue = self.session, self.catalogue
        inquiry, recorded = session.inquiry, session.recorded
        made = None if session.result is None else session.result.assessment
        said = () if session.result is None else session.result.answer[:1]
        self.lead.setText(said[0] if said else catalogue.text(
            "What exporters filed and what they hold: a part that a valid licence covers leaves the "
            "first count."
        ))  # fmt: skip
        if self._job is not None:
            self._job.cancel()

        def look(_report: "Report") -> Any:
            figures = session.libraries.of(inquiry).figures
            allowed = round(figures.number("statutory_days"))
            counting = Counting(figures.china_days, allowed, inquiry.on, today_in_china())
            return application_lines(recorded, made, counting, catalogue)

        self._job = session.jobs.start(look, self.show_lines, session.fail)

    def show_lines(self, lines: tuple[ApplicationLine, ...]) -> None:
        """Every record; what was chosen stays."""
        self.lines = lines
        text = self.catalogue.text
        none = "" if lines else text("Nothing is recorded yet.")
        new = Entry(text("New: filed or held..."), none, NEW)
        self.show_entries([new, *(Entry(x.title, x.beside, x.key) for x in lines)])
        self._begin()

    @property
    def line(self) -> ApplicationLine | None:
        """The record that is chosen; None for a new one."""
        return next((line for line in self.lines if line.key == self.key), None)

    @property
    def parts(self) -> "PartTable | None":
        """The parts of the list, where there is one."""
        return None if self.session.result is None else self.session.result.assessment.parts

    def fill(self) -> None:
        """What is recorded in full, and the form."""
        line, text = self.line, self.catalogue.text
        if line is None:
            self.say(text("What was filed, or what is held?"), "title")
            self.say(text("The exporter in China applies and holds the licence. Record it once for "
                          "all its parts, or for the parts it names."), "soft")  # fmt: skip
            draft = self._fresh
        else:
            self.say(line.title, "title")
            for words in line.facts:
                self.say(words)
            self.body.addWidget(rule())
            draft = self._draft_of(line)
        self._add_form(draft, is_new=line is None)

    def _draft_of(self, line: ApplicationLine) -> Draft:
        if line.record is not None:
            return draft_of(line.record, self.parts)
        until = None if line.fact is None else line.fact.until
        return Draft("general", line.title, valid_until=until)

    def _add_form(self, draft: Draft, *, is_new: bool) -> None:
        text, say = self.catalogue.text, self.catalogue.say
        form = self.form = FormRows(self.catalogue)
        papers: dict[str, str] = {paper: say(words) for paper, words in PAPER_WORDS.items()}
        if not is_new:
            papers = {
                k: v for k, v in papers.items() if (k == "general") == (draft.paper == "general")
            }
        form.add_choice("paper", text("What it is"), papers, draft.paper)
        supplier = form.add_text("supplier", text("Supplier"), draft.supplier)
        supplier.setReadOnly(not is_new)
        self._complete(supplier)
        form.add_text("parts", text("Part numbers"), draft.parts,
                      text("With commas between; empty for all parts of the supplier"))  # fmt: skip
        for name, words in (
            ("filed", text("Filed on")),
            ("accepted", text("Accepted on")),
            ("valid_from", text("Valid from")),
            ("valid_until", text("Valid until")),
        ):
            form.add_day(name, words, getattr(draft, name), is_open=True)
        form.add_text("number", text("Number of the licence"), draft.number)
        form.add_text("quantity", text("Quantity"), draft.quantity)
        form.add_text("quantity_left", text("Quantity left"), draft.quantity_left)
        form.add_text("unit", text("Unit"), draft.unit)
        form.add_text("end_user", text("End user"), draft.end_user)
        form.add_text("papers_missing", text("Papers still missing"), draft.papers_missing,
                      text("With commas between"))  # fmt: skip
        form.add_text("note", text("Note"), draft.note)
        self.body.addWidget(form)
        form.choices["paper"].currentIndexChanged.connect(self._show_needed)
        self._show_needed()
        self._add_buttons(is_new)

    def _add_buttons(self, is_new: bool) -> None:
        text = self.catalogue.text
        self.record = button(self._record, "main")
        self.record.setText(text("Record") if is_new else text("Save the change"))
        self.record.setAccessibleName(self.record.text())
        if is_new:
            self.add_buttons(self.record)
            return
        self.withdraw = button(self._withdraw)
        self.withdraw.setText(text("Withdraw this record"))
        self.withdraw.setAccessibleName(self.withdraw.text())
        self.add_buttons(self.record, self.withdraw)

    def _complete(self, edit: QLineEdit) -> None:
        """Suppliers of the list are offered while one types."""
        parts = self.parts
        if parts is not None and not edit.isReadOnly():
            names = sorted({name for name in parts.text("supplier").kinds if name})
            offers = QCompleter(names, edit)
            offers.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            offers.setFilterMode(Qt.MatchFlag.MatchContains)
            edit.setCompleter(offers)

    def _show_needed(self) -> None:
        paper = cast(Paper, self.form.choice("paper"))
        if self.line is None and paper != "application":  # the day offered is for an application
            self.form.days["filed"].set_day(None)
        for name, papers in OF_PAPER.items():
            self.form.show_field(name, paper in papers)

    def draft(self) -> Draft:
        """The form as it stands."""
        form = self.form
        days: dict[str, date | None] = {name: field.day for name, field in form.days.items()}
        words = {name: edit.text() for name, edit in form.texts.items()}
        return Draft(paper=cast(Paper, form.choice("paper")), **words, **days)  # type: ignore[arg-type]

    def _record(self) -> None:
        draft, line = self.draft(), self.line
        faults: Sequence[tuple[str, Message]] = faults_of(draft, self.parts)
        if self.form.show_faults(faults):
            return
        recorded = self.session.recorded
        if draft.paper == "general":
            fact = fact_of(draft, self.author, today_in_china())
            self._put(msg("the general licence of {supplier}", supplier=fact.name),
                      with_record(recorded, "facts", fact), f"fact/{fact.key}")  # fmt: skip
            return
        made = record_of(draft, None if line is None else line.record)
        what = (
            msg("the licence {number}", number=made.number)
            if made.number
            else msg("the application of {supplier}", supplier=made.supplier)
        )
        self._put(what, with_record(recorded, "licences", made), f"licence/{made.key}")

    def _withdraw(self) -> None:
        line, recorded = self.line, self.session.recorded
        if line is None:
            return
        if line.record is not None:
            left = without_record(recorded, "licences", line.record.key)
        else:
            left = without_record(recorded, "facts", line.key.removeprefix("fact/"))
        self._put(
            msg("withdrawing what was recorded of {supplier}", supplier=line.title), left, NEW
        )

    def _put(self, what: Message, recorded: Any, key: str) -> None:
        self._fresh = Draft("application", "", filed=today_in_china())
        self.wanted = key
        self.list.setFocus()
        self.session.put(what, replace(self.session.desk, recorded=recorded))
        self.refresh()
