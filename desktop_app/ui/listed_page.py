"""Listed names: firms on control and watch lists, to be looked up and added to."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QPushButton

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import Message, msg
from desktop_app.model.inquiry import today_in_china
from desktop_app.project.keys import folded
from desktop_app.project.own_law import ListKind
from desktop_app.ui.form_rows import FormRows
from desktop_app.ui.jobs import Job
from desktop_app.ui.listed_lines import (
    LIST_WORDS,
    Draft,
    ListedLine,
    draft_of,
    faults_of,
    lead_words,
    listed_lines,
    name_of,
    side_words,
)
from desktop_app.ui.recording import with_record, without_record
from desktop_app.ui.session import Session
from desktop_app.ui.two_panes import Entry, TwoPanes
from desktop_app.ui.widgets import button, name, rule

if TYPE_CHECKING:
    from desktop_app.model.progress import Report

NEW, SIDE = "new", "side"
NAMED = 8
"""Parts named of a firm; the others are counted."""
FIELD_WIDTH, PART_WIDTH = 200, 420


class Found(NamedTuple):
    """What a worker brought. ``side``: what the lists say of buyer, consignee and end user."""

    lead: str = ""
    lines: tuple[ListedLine, ...] = ()
    side: tuple[str, ...] = ()


class ListedPage(TwoPanes):
    """``part_opened`` carries a part whose supplier or maker resembles a listed firm."""

    part_opened = Signal(int)

    def __init__(self, session: Session, author: str) -> None:
        super().__init__(session)
        self.author = author
        self.found = Found()
        self.form = FormRows(self.catalogue)
        self.buttons: dict[str, QPushButton] = {}
        self._fresh = Draft("")
        self._job: Job | None = None
        self._of_part: int | None = None
        self.find_field = QLineEdit()
        self.find_field.setClearButtonEnabled(True)
        self.find_field.setFixedWidth(FIELD_WIDTH)
        self.find_field.setAcceptDrops(False)
        self.tools.addWidget(self.find_field)
        self.find_field.textChanged.connect(lambda _words: self.refresh())
        session.result_arrived.connect(self._changed)
        session.law_arrived.connect(self._changed)
        self.speak(self.catalogue)

    def speak(self, catalogue: Catalogue) -> None:
        """Words of the page; the names are written anew."""
        super().speak(catalogue)
        text = catalogue.text
        self.say_frame(text("Listed names"), text("Listed names"), text("The name that is chosen"))
        name(self.find_field, text("Find a name"))
        self.find_field.setPlaceholderText(text("Find"))
        self.is_stale = True
        self.refresh()

    def _changed(self, _what: object) -> None:
        if self.isVisible():
            self.refresh()

    def begin_new(self, named: str = "") -> None:
        """The form for another name."""
        self._fresh, self.wanted = Draft(named), NEW
        self.find_field.clear()
        self.refresh()

    def look_up(self, part_id: int) -> None:
        """Goes to the firm that a name of a part resembles."""
        self._of_part = part_id
        self.find_field.clear()
        self.refresh()

    def refresh(self) -> None:
        """Looks for the names in the answer off the window's thread."""
        session, catalogue, words = self.session, self.catalogue, self.find_field.text()
        recorded, inquiry = session.recorded, session.inquiry
        made = None if session.result is None else session.result.assessment
        if self._job is not None:
            self._job.cancel()

        def look(_report: "Report") -> Any:
            edition = session.libraries.of(inquiry).edition
            lines = listed_lines(edition, recorded, made, catalogue, words)
            side = side_words(edition, session.with_users(recorded), inquiry, catalogue)
            return Found(lead_words(edition, catalogue), lines, side)

        self._job = session.jobs.start(look, self.show_found, session.fail)

    def show_found(self, found: Found) -> None:
        """Other names; what was chosen stays. Where nothing differs, what is typed stays too."""
        wanted, self._of_part = self._of_part, None
        if wanted is not None:
            keys = (x.key for x in found.lines if any(part == wanted for part, _ in x.parts))
            self.wanted = next(keys, self.wanted)
        if self.entries and not self.is_stale and found == self.found and not self.wanted:
            return
        self.found = found
        self.lead.setText(found.lead)
        new = Entry(self.catalogue.text("New: a firm that is listed..."), "", NEW)
        side = Entry(self.catalogue.text("Your side: buyer, end user..."), "", SIDE)
        first = [new] if self.find_field.text() else [new, side]
        self.show_entries([*first, *(Entry(x.title, x.beside, x.key) for x in found.lines)])

    @property
    def line(self) -> ListedLine | None:
        """The firm that is chosen; None for a new one."""
        return next((line for line in self.found.lines if line.key == self.key), None)

    def fill(self) -> None:
        """What is known of the firm, the parts that resemble it, and the form of an added one."""
        line, text = self.line, self.catalogue.text
        self.buttons, self.form = {}, FormRows(self.catalogue)
        if self.key == SIDE:
            self._fill_side()
            return
        if line is None:
            self.say(text("Which firm is listed?"), "title")
            self._add_form(self._fresh)
            self._add_button("record", text("Record"), self._record, "main")
            self.add_buttons(self.buttons["record"])
            return
        self.say(line.title, "title")
        for words in line.says:
            self.say(words)
        self._show_parts(line)
        if line.record is None:
            return
        self.body.addSpacing(4)
        self.body.addWidget(rule())
        self.head(text("Change it"))
        self._add_form(draft_of(line.record, self.catalogue))
        self._add_button("record", text("Save the change"), self._record, "main")
        self._add_button("withdraw", text("Withdraw this record"), partial(self._withdraw, line))
        self.add_buttons(self.buttons["record"], self.buttons["withdraw"])

    def _fill_side(self) -> None:
        """Who buys, receives and uses the goods, what the lists say of them, and the form."""
        from desktop_app.project.decisions import ROLES
        from desktop_app.project.users import names_said

        text = self.catalogue.text
        self.say(text("Who buys, receives and uses the goods?"), "title")
        self.say(text("The names are compared with the lists. No match does not mean cleared."))
        for words in self.found.side:
            self.say(words)
        said = names_said(self.session.recorded)
        for role, called in ROLES.items():
            self.form.add_text(role, self.catalogue.say(called), said.get(role, ""))
        self.body.addWidget(self.form)
        self._add_button("record", text("Record"), self._record_side, "main")
        self.add_buttons(self.buttons["record"])

    def _record_side(self) -> None:
        from desktop_app.project.decisions import ROLES
        from desktop_app.project.users import with_names

        said = {role: self.form.words(role) for role in ROLES}
        recorded = with_names(self.session.recorded, said)
        self._put(msg("who buys and uses the goods"), recorded, SIDE)

    def _show_parts(self, line: ListedLine) -> None:
        text = self.catalogue.text
        if not line.parts:
            self.say(text("No name of the list on the desk resembles it. Not matched is not cleared."),
                     "soft")  # fmt: skip
            return
        self.head(text("Parts whose supplier, maker or buyer resembles it"))
        for part_id, words in line.parts[:NAMED]:
            made = button(partial(self.part_opened.emit, part_id), "link")
            cut = made.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, PART_WIDTH)
            made.setText(cut.replace("&", "&&"))
            name(made, words, words if cut != words else "")
            self.body.addWidget(made, alignment=Qt.AlignmentFlag.AlignLeft)
        if len(line.parts) > NAMED:
            self.say(text("{n} more", n=len(line.parts) - NAMED), "small")

    def _add_form(self, draft: Draft) -> None:
        text, say, form = self.catalogue.text, self.catalogue.say, self.form
        form.add_text("name", text("Name"), draft.name, text("As the list writes it"))
        form.add_text("aliases", text("Other names"), draft.aliases, text("With commas between"))
        lists: dict[str, str] = {key: say(words) for key, words in LIST_WORDS.items()}
        form.add_choice("listed", text("List"), lists, draft.listed)
        form.add_text("announcement", text("Announcement"), draft.announcement,
                      text("Its number or title"))  # fmt: skip
        form.add_day("since", text("Listed since"), draft.since or self.session.inquiry.on)
        form.add_text("country", text("Country"), draft.country)
        form.add_text("source", text("Source"), draft.source, text("Where you read it"))
        form.add_text("by", text("Recorded by"), draft.by or self.author)
        self.body.addWidget(form)

    def draft(self) -> Draft:
        """The form as it stands."""
        form = self.form
        return Draft(
            form.words("name"), cast(ListKind, form.choice("listed")), form.day("since"),
            form.words("announcement"), form.words("source"), form.words("country"),
            form.words("aliases"), form.words("by"),
        )  # fmt: skip

    def _record(self) -> None:
        draft, line = self.draft(), self.line
        if self.form.show_faults(faults_of(draft)):
            return
        self.author = draft.by
        made = name_of(draft, today_in_china())
        recorded = self.session.recorded
        if line is not None and line.record is not None and line.record.key != made.key:
            recorded = without_record(recorded, "listed", line.record.key)
        what = msg("the listed name {name}", name=made.name)
        self._put(what, with_record(recorded, "listed", made), f"own/{folded(made.name)}")

    def _withdraw(self, line: ListedLine) -> None:
        if line.record is not None:
            left = without_record(self.session.recorded, "listed", line.record.key)
            self._put(msg("withdrawing the listed name {name}", name=line.title), left, NEW)

    def _add_button(self, key: str, words: str, act: Any, kind: str = "") -> None:
        made = button(act, kind)
        made.setText(words)
        name(made, words)
        self.buttons[key] = made

    def _put(self, what: Message, recorded: Any, key: str) -> None:
        self._fresh, self.wanted = Draft(""), key
        self.find_field.clear()
        self.list.setFocus()
        self.session.put(what, replace(self.session.desk, recorded=recorded))
        self.refresh()
