"""Decide by kind: one answer for many parts, what changes most first, each one undoable."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QSizePolicy

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import Message, msg
from desktop_app.model.inquiry import today_in_china
from desktop_app.ui.chooser import Chooser
from desktop_app.ui.family_sheet import FamilySheet
from desktop_app.ui.form_rows import DayField
from desktop_app.ui.jobs import Job
from desktop_app.ui.keys import with_keys
from desktop_app.ui.recording import Shelf, with_record, without_record
from desktop_app.ui.review_lines import (
    QUESTIONS,
    DoneLine,
    ReviewLine,
    by_title,
    done_lines,
    family_titles,
    lead_words,
    review_lines,
    settled_in,
)
from desktop_app.ui.review_record import (
    Reach,
    confirmation_of,
    fact_of,
    reaches_of,
    subjects_of,
)
from desktop_app.ui.session import Session
from desktop_app.ui.two_panes import Entry, TwoPanes
from desktop_app.ui.widgets import button, label, name, rule

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.model.progress import Report
    from desktop_app.project.decisions import FactName

REACH_WORDS: Mapping[Reach, Message] = {
    "kind": msg("every part recognised as this kind"),
    "maker": msg("parts of this kind from this maker"),
    "pattern": msg("all texts alike but for their figures"),
    "description": msg("these descriptions"),
    "number": msg("these part numbers"),
}
SUBJECT_WORDS: Mapping[str, Message] = {
    "supplier": msg("all parts of the supplier {name}"),
    "maker": msg("all parts of the maker {name}"),
    "kind": msg("all parts of the kind: {name}"),
}


class Found(NamedTuple):
    """What a worker brought: sentences, open decisions, taken ones, families by id."""

    lead: str
    lines: tuple[ReviewLine, ...]
    done: tuple[DoneLine, ...]
    titles: Mapping[str, str]


class ReviewPage(TwoPanes):
    """``law_wanted`` carries control and provision; ``part_opened`` a part to be explained."""

    law_wanted = Signal(str)
    part_opened = Signal(int)
    recorded_wanted = Signal()

    def __init__(self, session: Session, author: str) -> None:
        super().__init__(session)
        self.found = Found("", (), (), {})
        self.author = QLineEdit(author)
        self.author.setAcceptDrops(False)
        self.author.setMaximumWidth(160)
        self.author_label = label("small")
        self.author_label.setBuddy(self.author)
        self.all_recorded = button(self.recorded_wanted.emit, "plain")
        self.tools.addWidget(self.all_recorded)
        self.tools.addWidget(self.author_label)
        self.tools.addWidget(self.author)
        self.reach, self.subject = Chooser(), Chooser()
        self.answers: dict[str, QPushButton] = {}
        self.until: DayField | None = None
        self._job: Job | None = None
        session.result_arrived.connect(self._changed)
        session.law_arrived.connect(self._law_arrived)
        self.speak(self.catalogue)

    def speak(self, catalogue: Catalogue) -> None:
        """Words of the page; the decisions are written anew."""
        super().speak(catalogue)
        text = catalogue.text
        self.say_frame(text("Decide by kind"), text("Decisions, what changes most first"),
                       text("The decision that is chosen"))  # fmt: skip
        self.all_recorded.setText(text("Recorded once"))
        name(self.all_recorded, text("Everything that was recorded once"),
             with_keys(catalogue, text("See it, add to it, change it"), "Ctrl+8"))  # fmt: skip
        self.author_label.setText(text("Decided by"))
        self.author.setAccessibleName(text("Decided by"))
        self.refresh()

    def _law_arrived(self, _law: object) -> None:
        """Without a list there is no result that says so."""
        if self.session.reading is None:
            self._changed(None)

    def _changed(self, _what: object) -> None:
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Reckons the queue off the window's thread."""
        session, catalogue = self.session, self.catalogue
        if self._job is not None:
            self._job.cancel()
        if session.result is None:
            self._job = None
            self.show_found(Found(
                catalogue.text("Once a list is read, the questions that settle most of its parts stand "
                               "here."), (), (), {}))  # fmt: skip
            return
        made, recorded = session.result.assessment, session.recorded

        def look(_report: "Report") -> Any:
            from desktop_app.assessment.review import review_queue
            from desktop_app.project.rules import project_rules

            library = session.libraries.of(made.inquiry)
            edition = library.edition if recorded is None else recorded.on_edition(library.edition)
            queue = review_queue(
                made, edition, library.knowledge, project_rules().review_first,
                settled_in(recorded),
            )  # fmt: skip
            titles = family_titles(library.knowledge.families)
            return Found(
                lead_words(queue, catalogue), review_lines(queue, made, catalogue),
                done_lines(recorded, titles, catalogue), titles,
            )  # fmt: skip

        self._job = session.jobs.start(look, self.show_found, session.fail)

    def show_found(self, found: Found) -> None:
        """Another queue; whoever has just decided stands at the next one."""
        self.found = found
        self.lead.setText(found.lead)
        text = self.catalogue.text
        entries = [Entry(line.title, line.beside, line.key) for line in found.lines]
        entries += [
            Entry(text("Decided: {what}", what=line.title), line.beside, line.key)
            for line in found.done
        ]
        self.show_entries(entries)

    @property
    def line(self) -> ReviewLine | None:
        """The decision that is chosen."""
        return next((line for line in self.found.lines if line.key == self.key), None)

    def fill(self) -> None:
        """The group, the words that decided, what else it could be, and the answers."""
        self.answers, self.until = {}, None
        line = self.line
        done = next((each for each in self.found.done if each.key == self.key), None)
        if line is not None:
            self._show_decision(line)
        elif done is not None:
            self._show_done(done)
        elif not self.found.lines:
            self.say(self.found.lead, "soft")

    def _show_decision(self, line: ReviewLine) -> None:
        self.say(line.title, "title")
        self.say(line.beside, "soft")
        for words in line.says:
            self.say(words)
        if line.decision.kind == "law":
            self._show_law(line)
        elif line.decision.kind in ("supplier", "maker"):
            self._show_firm(line)
        else:
            self._show_kind(line)
        self._show_parts(line)

    def _show_parts(self, line: ReviewLine) -> None:
        self.head(self.catalogue.text("Its parts, the dearest first"))
        for part_id, words in line.examples:
            made = button(partial(self.part_opened.emit, part_id), "link")
            cut = made.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, 420)
            made.setText(cut.replace("&", "&&"))
            name(made, words, words if cut != words else "")
            self.body.addWidget(made, alignment=Qt.AlignmentFlag.AlignLeft)
        if line.more:
            self.say(line.more, "small")

    def _show_means(self, line: ReviewLine) -> None:
        """What follows from each answer, where it is no button of its own."""
        for answer in line.answers:
            self.say(self.catalogue.text("{answer}: {outcome}", answer=answer.words,
                                         outcome=answer.means), "soft")  # fmt: skip

    def _show_law(self, line: ReviewLine) -> None:
        self._show_means(line)
        made = button(partial(self.law_wanted.emit, "/".join(line.decision.name)), "main")
        made.setText(self.catalogue.text("Open its legal status"))
        made.setAccessibleName(made.text())
        self.answers["law"] = made
        self.add_buttons(made)

    # --- what it is ---------------------------------------------------------------------------

    def _show_kind(self, line: ReviewLine) -> None:
        text, made = self.catalogue.text, self._assessment()
        if made is None:
            return
        reaches = reaches_of(line.decision, made.parts)
        self.reach = self._choice(
            text("Holds for"),
            [(reach, self.catalogue.say(REACH_WORDS[reach])) for reach in reaches],
        )
        if not reaches:
            return
        for answer in line.answers:
            self._add_answer(answer.name, answer.words, answer.means)
        self._add_answer("other", text("Something else..."), "")

    def _add_answer(self, key: str, words: str, means: str) -> None:
        act = self._choose_family if key == "other" else partial(self._decide, key)
        made = button(act)
        made.setText(words.replace("&", "&&"))
        name(made, f"{words}: {means}" if means else words)
        self.answers[key] = made
        self.add_buttons(made)
        if means:
            self.say(means, "small")

    def _choose_family(self) -> None:
        sheet = FamilySheet(self, self.catalogue, by_title(self.found.titles, self.catalogue))
        sheet.chosen.connect(self._decide)
        sheet.end()
        sheet.field.setFocus()

    def _decide(self, answer: str) -> None:
        line, made = self.line, self._assessment()
        if line is None or made is None:
            return
        reach = cast(Reach, self.reach.currentData())
        decision = confirmation_of(
            line.decision, answer, reach, made.parts, by=self.author.text().strip(), on=self.today
        )
        self._put(msg("the decision: {what}", what=line.title), "confirmations", decision)

    # --- what is known of a supplier or maker -------------------------------------------------

    def _show_firm(self, line: ReviewLine) -> None:
        made, text = self._assessment(), self.catalogue.text
        if made is None:
            return
        subjects = subjects_of(line.decision, made)
        self.subject = self._choice(text("Holds for"), [
            (at, self.catalogue.say(Message(
                SUBJECT_WORDS[kind].template,
                (("name", Message(self.found.titles.get(value, value)) if kind == "kind" else value),),
            )))
            for at, (kind, value) in enumerate(subjects)
        ])  # fmt: skip
        self._subjects = subjects
        for fact in line.decision.asks:
            self._ask(cast("FactName", fact), line)
        self._ask("standard_declaration", line)

    _subjects: tuple[Any, ...] = ()

    def _ask(self, fact: "FactName", line: ReviewLine) -> None:
        asked = self.catalogue.say(QUESTIONS[fact])
        self.head(asked)
        if fact == "leaves_china":
            self._show_means(line)
        if fact == "general_licence_until":
            self._ask_day(fact, asked)
        elif fact == "standard_declaration":
            self._ask_document(fact, asked)
        else:
            self._ask_yes(fact, asked)

    def _ask_yes(self, fact: "FactName", asked: str) -> None:
        text = self.catalogue.text
        made = []
        for answer, words in (
            ("yes", text("Yes")), ("no", text("No")), ("some", text("Differs by part")),
        ):  # fmt: skip
            each = button(partial(self._record, fact, answer))
            each.setText(words)
            name(each, f"{asked} {words}")
            self.answers[f"{fact}/{answer}"] = each
            made.append(each)
        self.add_buttons(*made)

    def _ask_day(self, fact: "FactName", asked: str) -> None:
        self.until = until = DayField(self.catalogue, asked, None, is_open=False)
        until.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._with_record(until, fact, lambda: until.day)

    def _ask_document(self, fact: "FactName", asked: str) -> None:
        edit = QLineEdit()
        edit.setAcceptDrops(False)
        edit.setAccessibleName(asked)
        edit.setPlaceholderText(self.catalogue.text("Name and day of the document"))
        self._with_record(edit, fact, lambda: edit.text().strip())
        edit.returnPressed.connect(self.answers[fact].click)

    def _with_record(self, field: Any, fact: "FactName", read: Any) -> None:
        made = button(lambda: self._record(fact, read()))
        made.setText(self.catalogue.text("Record"))
        name(made, f"{self.catalogue.say(QUESTIONS[fact])} {made.text()}")
        self.answers[fact] = made
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(field)
        row.addWidget(made)
        row.addStretch()
        self.body.addLayout(row)

    def _record(self, fact: "FactName", value: "str | date | None") -> None:
        at = self.subject.currentData()
        if not value or at is None:
            return
        subject = self._subjects[0 if fact == "general_licence_until" else at]
        record = fact_of(subject, fact, value, by=self.author.text().strip(), on=self.today)
        self._put(msg("what was recorded of {supplier}", supplier=subject[1]), "facts", record)

    # --- what was decided ---------------------------------------------------------------------

    def _show_done(self, line: DoneLine) -> None:
        text = self.catalogue.text
        self.say(line.title, "title")
        if line.beside:
            self.say(line.beside, "soft")
        self.body.addWidget(rule())
        made = button(partial(self._withdraw, line))
        made.setText(text("Withdraw this decision"))
        made.setAccessibleName(made.text())
        self.answers["withdraw"] = made
        self.add_buttons(made)

    def _withdraw(self, line: DoneLine) -> None:
        left = without_record(self.session.recorded, cast(Shelf, line.shelf), line.record_key)
        self._lay(msg("withdrawing the decision: {what}", what=line.title), left)

    # --- between both -------------------------------------------------------------------------

    @property
    def today(self) -> "date":
        """The day on which something is decided."""
        return today_in_china()

    def _assessment(self) -> Any:
        return None if self.session.result is None else self.session.result.assessment

    def _choice(self, words: str, choices: Sequence[tuple[Any, str]]) -> Chooser:
        box = Chooser()
        box.setAccessibleName(words)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(26)
        for value, shown in choices:
            box.addItem(shown, value)
        said = label("small", text=words)
        said.setBuddy(box)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(said)
        row.addWidget(box, 1)
        self.body.addSpacing(4)
        self.body.addLayout(row)
        return box

    def _put(self, what: Message, shelf: Shelf, record: Any) -> None:
        self._lay(what, with_record(self.session.recorded, shelf, record))

    def _lay(self, what: Message, recorded: Any) -> None:
        self.list.setFocus()
        self.session.put(what, replace(self.session.desk, recorded=recorded))
