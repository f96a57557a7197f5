"""Recorded once: facts of a supplier, a maker or a kind, and the trade-practice setting."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QPushButton

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import Message, msg
from desktop_app.model.inquiry import today_in_china
from desktop_app.project.decisions import FactName, Subject
from desktop_app.project.records import FACT_WORDS
from desktop_app.ui.effect import ask_effect, effect_words
from desktop_app.ui.form_rows import FormRows
from desktop_app.ui.jobs import Job
from desktop_app.ui.recorded_lines import (
    COLUMN_OF,
    SUBJECT_TITLES,
    PracticeLine,
    RecordedLine,
    practice_line,
    recorded_lines,
)
from desktop_app.ui.recorded_record import (
    ANSWERED,
    Draft,
    fact_of,
    faults_of,
    practice_faults,
    practice_of,
)
from desktop_app.ui.recording import with_record, without_record
from desktop_app.ui.review_lines import by_title, family_titles
from desktop_app.ui.session import Session
from desktop_app.ui.two_panes import Entry, TwoPanes
from desktop_app.ui.widgets import button, name, rule

if TYPE_CHECKING:
    from desktop_app.model.progress import Report
    from desktop_app.ui.compared import Compared

NEW, PRACTICE = "new", "practice"
ASKED: FactName = "leaves_china"


class Found(NamedTuple):
    """What a worker brought: facts, the setting, and ids of part families by their titles."""

    lines: tuple[RecordedLine, ...] = ()
    practice: PracticeLine | None = None
    kinds: dict[str, str] = {}  # noqa: RUF012 - a tuple's default, never changed


class RecordedPage(TwoPanes):
    """First the form for another fact, then the setting, then every fact, the newest first."""

    def __init__(self, session: Session, author: str) -> None:
        super().__init__(session)
        self.author = author
        self.found = Found()
        self.form = FormRows(self.catalogue)
        self.buttons: dict[str, QPushButton] = {}
        self._fresh = Draft("supplier", "", ASKED)
        self._effects: dict[str, list[str]] = {}
        self._reckoned = ""
        self._job: Job | None = None
        session.result_arrived.connect(self._changed)
        session.history_changed.connect(self._changed)
        session.work_cancelled.connect(self._cancelled)
        self.speak(self.catalogue)

    def speak(self, catalogue: Catalogue) -> None:
        """Words of the page; the lines are written anew."""
        super().speak(catalogue)
        text = catalogue.text
        self.say_frame(text("Recorded once"), text("What was recorded once"),
                       text("The record that is chosen"))  # fmt: skip
        self.lead.setText(text(
            "What you know of a supplier, a maker or a kind of part holds for all its parts and is not "
            "asked again. What a row of a list says itself goes before it."
        ))  # fmt: skip
        self._forget()
        self.refresh()

    def _forget(self) -> None:
        """What was reckoned or written before is out of date."""
        self._effects.clear()
        self.is_stale = True

    def _changed(self, _what: object = None) -> None:
        if self.key != NEW:
            self._forget()
        if self.isVisible():
            self.refresh()

    def _cancelled(self, _what: str) -> None:
        if self._reckoned:
            self._reckoned = ""
            self.show_chosen()

    def begin_new(self, subject: Subject, named: str, fact: FactName = ASKED) -> None:
        """The form for a fact of somebody."""
        self._fresh = Draft(subject, named, fact)
        self.wanted = NEW
        self.choose(NEW)
        self.refresh()

    def refresh(self) -> None:
        """Counts the parts each fact speaks of, off the window's thread."""
        session, catalogue = self.session, self.catalogue
        recorded, inquiry = session.recorded, session.inquiry
        made = None if session.result is None else session.result.assessment
        if self._job is not None:
            self._job.cancel()

        def look(_report: "Report") -> Any:
            families = session.libraries.of(inquiry).knowledge.families
            titles = family_titles(families)
            return Found(
                recorded_lines(recorded, made, titles, catalogue),
                practice_line(recorded, made, inquiry.on, catalogue),
                {words: key for key, words in by_title(titles, catalogue)},
            )

        self._job = session.jobs.start(look, self.show_found, session.fail)

    def show_found(self, found: Found) -> None:
        """Every record; what was chosen stays. Where nothing differs, what is typed stays too."""
        if self.entries and not self.is_stale and found == self.found and not self.wanted:
            return
        self.found = found
        text = self.catalogue.text
        none = "" if found.lines else text("Nothing is recorded yet.")
        state = "" if found.practice is None else found.practice.state
        entries = [Entry(text("New: something you know..."), none, NEW),
                   Entry(text("Trade-practice setting"), state, PRACTICE)]  # fmt: skip
        self.show_entries([*entries, *(Entry(x.title, x.beside, x.key) for x in found.lines)])

    @property
    def line(self) -> RecordedLine | None:
        """The fact that is chosen; None for a new one and for the setting."""
        return next((line for line in self.found.lines if line.key == self.key), None)

    def fill(self) -> None:
        """What is recorded in full, and the form."""
        self.buttons, self.form = {}, FormRows(self.catalogue)
        if self.key == PRACTICE:
            self._fill_practice()
        elif self.line is not None:
            self._fill_fact(self.line)
        else:
            self._fill_new()

    # --- facts --------------------------------------------------------------------------------

    def _fill_new(self) -> None:
        text, say, draft = self.catalogue.text, self.catalogue.say, self._fresh
        self.say(text("What do you know?"), "title")
        form = self.form
        form.add_choice("subject", text("Holds for"),
                        {key: say(words) for key, words in SUBJECT_TITLES.items()}, draft.subject)  # fmt: skip
        form.add_text("name", text("Name"), draft.name)
        facts = {key: _upper(say(words)) for key, words in FACT_WORDS.items()}
        form.add_choice("fact", text("Fact"), facts, draft.fact)
        self._add_values(draft)
        form.choices["subject"].currentIndexChanged.connect(self._offer_names)
        form.choices["fact"].currentIndexChanged.connect(self._show_needed)
        self._offer_names()
        self._add_button("record", text("Record"), self._record, "main")
        self.add_buttons(*self.buttons.values())

    def _fill_fact(self, line: RecordedLine) -> None:
        text, say = self.catalogue.text, self.catalogue.say
        self.say(line.title, "title")
        self.say(say(SUBJECT_TITLES[line.record.subject]), "soft")
        self.say(line.said, "heading")
        if line.who:
            self.say(line.who)
        if line.reason:
            self.say(text("Reason: {words}", words=line.reason))
        if line.reach:
            self.say(line.reach)
        without = without_record(self.session.recorded, "facts", line.record.key)
        self._add_effect(line.key, without)
        self.body.addSpacing(4)
        self.body.addWidget(rule())
        self.head(text("Change it"))
        record = line.record
        self._add_values(Draft(record.subject, record.name, record.fact, record.answer or "",
                               record.until, record.document, record.reason, record.by))  # fmt: skip
        self._add_button("record", text("Save the change"), self._record, "main")
        self._add_button("withdraw", text("Withdraw this record"), partial(self._withdraw, line))
        self.add_buttons(self.buttons["record"], self.buttons["withdraw"])

    def _add_values(self, draft: Draft) -> None:
        """The fields of the value, the reason and who answers for it."""
        text, form = self.catalogue.text, self.form
        answers = {"yes": text("Yes"), "no": text("No"), "some": text("Differs by part")}
        form.add_choice("answer", text("Answer"), answers, draft.answer)
        form.add_day("until", text("Until"), draft.until, is_open=False)
        form.add_text("document", text("Document"), draft.document,
                      text("Name and day of the document"))  # fmt: skip
        form.add_text("reason", text("Reason"), draft.reason,
                      text("What it rests on: a mail, a contract, a call"))  # fmt: skip
        form.add_text("by", text("Recorded by"), draft.by or self.author)
        self.body.addWidget(form)
        self._show_needed()

    def _show_needed(self) -> None:
        """Each fact has its own kind of value."""
        line = self.line
        fact = self.form.choice("fact") if line is None else line.record.fact
        self.form.show_field("answer", fact in ANSWERED)
        self.form.show_field("until", fact == "general_licence_until")
        self.form.show_field("document", fact == "standard_declaration")

    def _offer_names(self) -> None:
        """Names of the list are offered while one types; of kinds, all there are."""
        subject, edit = self.form.choice("subject"), self.form.texts["name"]
        result = self.session.result
        names: list[str] = []
        if subject == "kind":
            names = list(self.found.kinds)
        elif result is not None:
            column = COLUMN_OF[cast(Subject, subject)]
            names = sorted({n for n in result.assessment.parts.text(column).kinds if n})
        offers = QCompleter(names, edit)
        offers.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        offers.setFilterMode(Qt.MatchFlag.MatchContains)
        edit.setCompleter(offers)

    def draft(self) -> Draft:
        """The form as it stands."""
        form, line = self.form, self.line
        if line is None:
            subject, named = cast(Subject, form.choice("subject")), form.words("name")
            fact = cast(FactName, form.choice("fact"))
        else:
            subject, fact = line.record.subject, line.record.fact
            named = line.title if line.record.is_kind else line.record.name
        return Draft(subject, named, fact, form.choice("answer"), form.day("until"),
                     form.words("document"), form.words("reason"), form.words("by"))  # fmt: skip

    def _record(self) -> None:
        draft, kinds = self.draft(), self.found.kinds
        if self.form.show_faults(faults_of(draft, kinds)):
            return
        self.author = draft.by
        made = fact_of(draft, kinds, today_in_china())
        what = msg("what was recorded of {supplier}", supplier=draft.name)
        self._put(what, with_record(self.session.recorded, "facts", made), f"fact/{made.key}")

    def _withdraw(self, line: RecordedLine) -> None:
        left = without_record(self.session.recorded, "facts", line.record.key)
        what = msg("withdrawing what was recorded of {supplier}", supplier=line.title)
        self._put(what, left, NEW)

    # --- the setting --------------------------------------------------------------------------

    def _fill_practice(self) -> None:
        text, found = self.catalogue.text, self.found.practice
        self.say(text("Trade-practice setting"), "title")
        self.say(text("No announcement states a minimum for Dy and Tb in a magnet. With this setting, "
                      "magnets whose dated report leaves no more than trade practice lets pass are "
                      "judged by it: for a time, in your name, and never in licence papers."))  # fmt: skip
        if found is None:
            return
        self.say(_upper(found.state), "heading")
        for words in found.says:
            self.say(words)
        recorded = self.session.recorded
        last = None if recorded is None or not recorded.practices else recorded.practices[-1]
        if found.is_on and last is not None:
            self._add_effect(PRACTICE, without_record(recorded, "practices", last.key))
        self.body.addSpacing(4)
        self.body.addWidget(rule())
        self.head(text("End it or begin it anew") if found.is_on else text("Begin it"))
        self.form.add_day("since", text("From"), self.session.inquiry.on)
        self.form.add_text("reason", text("Reason"), "", text("It is printed wherever it counts"))
        self.form.add_text("by", text("Recorded by"), self.author)
        self.body.addWidget(self.form)
        self._add_button("begin", text("Judge by trade practice"), self._begin_practice, "main")
        if found.is_on:
            self._add_button("end", text("End the setting"), self._end_practice)
        self.add_buttons(*(self.buttons[key] for key in ("begin", "end") if key in self.buttons))

    def _begin_practice(self) -> None:
        self._put_practice(msg("judging by trade practice"), ended=False)

    def _end_practice(self) -> None:
        self._put_practice(msg("ending the trade-practice setting"), ended=True)

    def _put_practice(self, what: Message, *, ended: bool) -> None:
        form = self.form
        by, reason = form.words("by"), form.words("reason")
        if form.show_faults(practice_faults(by, reason)):
            return
        self.author = by
        made = practice_of(by, reason, form.day("since") or self.session.inquiry.on, ended=ended)
        self._put(what, with_record(self.session.recorded, "practices", made), PRACTICE)

    # --- what it changes ----------------------------------------------------------------------

    def _add_effect(self, key: str, without: Any) -> None:
        """What the record changed in the answer; reckoned when it is asked for."""
        text = self.catalogue.text
        if key in self._effects:
            self.head(text("What it changes"))
            for words in self._effects[key]:
                self.say(words)
            return
        if self._reckoned == key:
            self.say(text("Answering without it, to see what it changes..."), "soft")
            return
        if self.session.imported is None:
            return
        self._add_button(
            "effect", text("What does it change?"), partial(self._reckon, key, without)
        )
        self.add_buttons(self.buttons["effect"])

    def _reckon(self, key: str, without: Any) -> None:
        def arrived(found: "Compared") -> None:
            self._reckoned = ""
            self._effects[key] = effect_words(found, self.catalogue)
            self.show_chosen()

        self._reckoned = key if ask_effect(self.session, without, arrived) else ""
        self.list.setFocus()
        self.show_chosen()

    # --- between both -------------------------------------------------------------------------

    def _add_button(self, key: str, words: str, act: Any, kind: str = "") -> None:
        made = button(act, kind)
        made.setText(words)
        name(made, words)
        self.buttons[key] = made

    def _put(self, what: Message, recorded: Any, key: str) -> None:
        self._fresh = Draft("supplier", "", ASKED)
        self.wanted = key
        self.list.setFocus()
        self.session.put(what, replace(self.session.desk, recorded=recorded))
        self.refresh()


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]
