"""What was done: every activity of the project with who and when, filtered, and taken back."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QLineEdit

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import Message
from desktop_app.ui.activity_lines import (
    KIND_WORDS,
    ActivityLine,
    Kind,
    activity_lines,
    sessions_steps,
)
from desktop_app.ui.chooser import Chooser
from desktop_app.ui.projects import Projects
from desktop_app.ui.two_panes import Entry, TwoPanes
from desktop_app.ui.widgets import button, name

FIELD_WIDTH = 200


class ActivityPage(TwoPanes):
    """Before there is a project it shows the steps of this session, which undo takes back one by
    one; in a project any activity can be withdrawn by itself."""

    def __init__(self, projects: Projects) -> None:
        super().__init__(projects.session)
        self.projects = projects
        self.lines: Sequence[ActivityLine] = ()
        self.kind, self.find_field = Chooser(), QLineEdit()
        self.find_field.setClearButtonEnabled(True)
        self.find_field.setFixedWidth(FIELD_WIDTH)
        self.find_field.setAcceptDrops(False)
        self.tools.addWidget(self.find_field)
        self.tools.addWidget(self.kind)
        self.speak(self.catalogue)
        self.kind.activated.connect(lambda _at: self.refresh())
        self.find_field.textChanged.connect(lambda _words: self.refresh())
        projects.changed.connect(self._changed)
        projects.session.history_changed.connect(self._changed)

    def speak(self, catalogue: Catalogue) -> None:
        """Words of the page in one language."""
        super().speak(catalogue)
        text = catalogue.text
        self.say_frame(text("What was done"), text("Activities"), text("The chosen activity"))
        chosen = self.kind.currentData() or "all"
        self.kind.clear()
        for kind, words in KIND_WORDS.items():
            self.kind.addItem(catalogue.say(words), kind)
        self.kind.setCurrentIndex(self.kind.findData(chosen))
        name(self.kind, text("Which activities"))
        name(self.find_field, text("Find in the activities"))
        self.find_field.setPlaceholderText(text("Find"))
        self.refresh()

    def _changed(self) -> None:
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Reads the log anew; what was chosen stays chosen."""
        project, text = self.projects.file, self.catalogue.text
        kind: Kind = self.kind.currentData() or "all"
        self.kind.setEnabled(project is not None)
        if project is None:
            steps = self._all_steps()
            words = self.find_field.text().casefold().split()
            self.lines = [s for s in steps if all(w in s.words.casefold() for w in words)]
            self.lead.setText(text("These steps are kept until the window is closed. Save the project "
                                   "to keep them with who did them and when."))  # fmt: skip
        else:
            self.lines = activity_lines(
                project.ledger, self.catalogue, kind, self.find_field.text()
            )
            self.lead.setText(text("Nothing is ever taken out of this list: what is withdrawn stays in "
                                   "it, and can be brought back."))  # fmt: skip
        self.show_entries([Entry(li.words, _beside(li), str(li.number)) for li in self.lines])

    def _families(self) -> Mapping[str, str]:
        """Titles of part families, where they are read already."""
        from desktop_app.ui.review_lines import family_titles

        libraries = self.session.libraries
        if not libraries.is_loaded:
            return {}
        knowledge = getattr(libraries.of(self.session.inquiry), "knowledge", None)
        return {} if knowledge is None else family_titles(knowledge.families)

    @property
    def line(self) -> ActivityLine | None:
        """The activity that is chosen."""
        return next((line for line in self.lines if str(line.number) == self.key), None)

    def fill(self) -> None:
        """Everything the activity did, and the button that takes it back."""
        line, text = self.line, self.catalogue.text
        if line is None:
            self.say(text("There is nothing here."), "soft")
            return
        self.say(line.words, "title")
        if line.author:
            self.say(text("{name} on {time}", name=line.author, time=line.at), "soft")
        for words in line.details:
            self.say(words)
        for words in line.reasons:
            self.say(text("Reason: {words}", words=words))
        if line.state:
            self.say(line.state[:1].upper() + line.state[1:] + ".", "soft")
        self._add_button(line)

    def _add_button(self, line: ActivityLine) -> None:
        text = self.catalogue.text
        project = self.projects.file
        if project is None:
            newer = sum(other.number > line.number for other in self._all_steps())
            made = button(partial(self.session.undo_steps, newer + 1), "main")
            made.setText(text("Undo it") if not newer else text("Undo it and what came after"))
        elif line.may_revert and not project.is_read_only:
            made = button(partial(self.projects.revert, line.number, Message(line.words)), "main")
            made.setText(text("Withdraw it"))
        else:
            return
        name(made, f"{made.text()}: {line.words}")
        self.add_buttons(made)

    def _all_steps(self) -> Sequence[ActivityLine]:
        steps = sessions_steps(self.session.history.names, self.catalogue)
        return [replace(step, words=_begun(step.words)) for step in steps]


def _begun(words: str) -> str:
    """The name of a step where it stands alone; in a menu it follows "Undo:"."""
    return words[:1].upper() + words[1:]


def _beside(line: ActivityLine) -> str:
    who = " · ".join(words for words in (line.author, line.at) if words)
    return " · ".join(words for words in (who, line.state) if words)
