"""Earlier runs of the project: each can be reopened as it was, and compared with the answer now."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import Message, msg, nmsg
from desktop_app.model.words import END_USE_WORDS, SCENARIO_WORDS
from desktop_app.ui.project_offer import project_offer
from desktop_app.ui.projects import Projects
from desktop_app.ui.two_panes import Entry, TwoPanes
from desktop_app.ui.widgets import button, name

if TYPE_CHECKING:
    from desktop_app.project.storage.runs import Run


class RunsPage(TwoPanes):
    """``compare_wanted`` carries the number of a run; ``reopened`` a run that is to be shown;
    ``project_wanted`` when there should be a project, which keeps runs."""

    compare_wanted = Signal(int)
    reopened = Signal(object)
    project_wanted = Signal()

    def __init__(self, projects: Projects) -> None:
        super().__init__(projects.session)
        self.projects = projects
        self.runs: Sequence[Run] = ()
        self.speak(self.catalogue)
        projects.changed.connect(self._changed)

    def speak(self, catalogue: Catalogue) -> None:
        """Words of the page in one language."""
        super().speak(catalogue)
        text = catalogue.text
        self.say_frame(text("Earlier runs"), text("Runs"), text("The chosen run"))
        self._show()

    def _changed(self) -> None:
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Reads which runs were kept, off the window's thread."""
        project = self.projects.file
        if project is None:
            self.runs = ()
            self._show()
            return

        def look(_report: Any) -> "Sequence[Run]":
            return tuple(reversed(project.runs()))

        self.session.jobs.start(look, self._arrived, self.session.fail)

    def _arrived(self, runs: "Sequence[Run]") -> None:
        self.runs = runs
        self._show()

    def _show(self) -> None:
        text = self.catalogue.text
        self.lead.setText(text("A run is kept whenever the project or a report is saved. It reads later "
                               "as it did then, whatever law, files and program have become."))  # fmt: skip
        self.show_entries(
            [Entry(run_time(run, self.catalogue), self._beside(run), str(run.number)) for run in self.runs]
        )  # fmt: skip

    def _beside(self, run: "Run") -> str:
        counted = self.catalogue.say(run_counts(run))
        return " · ".join(words for words in (run.title, counted) if words)

    def fill(self) -> None:
        """What was asked and found, and what can be done with the run."""
        text = self.catalogue.text
        run = next((run for run in self.runs if str(run.number) == self.key), None)
        if run is None:
            self.say(text("No run was kept yet."), "soft")
            if self.projects.path is None:
                self.add_buttons(project_offer(self.catalogue, self.project_wanted.emit))
            return
        self.say(run_time(run, self.catalogue), "title")
        self.say(text("Kept by {name}", name=run.author), "soft")
        if run.title:
            self.say(run.title)
        asked = run.inquiry
        self.head(text("What was asked"))
        self.say(text("Leaves China on {day}", day=asked.on))
        self.say(text("Going to {country}", country=self.catalogue.country(asked.destination)))
        self.say(text("Used for: {use}", use=END_USE_WORDS[asked.end_use]))
        self.say(text("Law: {scenario}",
                      scenario=SCENARIO_WORDS.get(asked.scenario, Message(asked.scenario))))  # fmt: skip
        self.head(text("What was found"))
        for words in _found(run):
            self.say(self.catalogue.say(words))
        self.say(text("Edition {edition} of the law, version {version} of the program",
                      edition=run.edition, version=run.program), "small")  # fmt: skip
        opens = button(partial(self.reopened.emit, run), "main")
        opens.setText(text("Open as it was"))
        name(opens, text("Open the run of {time} as it was", time=run_time(run, self.catalogue)))
        compares = button(partial(self.compare_wanted.emit, run.number))
        compares.setText(text("Compare with now"))
        name(compares, text("Compare the run of {time} with now", time=run_time(run, self.catalogue)))  # fmt: skip
        self.add_buttons(opens, compares)


def run_time(run: "Run", catalogue: Catalogue) -> str:
    """When a run was kept, by this computer's clock."""
    local = run.at.astimezone()
    return f"{catalogue.date(local.date())} {local:%H:%M}"


def run_counts(run: "Run") -> Message:
    """The two counts that tell one run from another."""
    return msg(
        "{parts}, {needed}",
        parts=nmsg("{n} part", "{n} parts", run.totals.parts),
        needed=nmsg("{n} needs a licence", "{n} need a licence", run.totals.needed),
    )


def _found(run: "Run") -> tuple[Message, ...]:
    totals = run.totals
    return (
        nmsg("{n} part was looked at", "{n} parts were looked at", totals.parts),
        nmsg("{n} needs a licence", "{n} need a licence", totals.needed),
        nmsg("{n} is to be asked about", "{n} are to be asked about", totals.waits_part),
        nmsg("{n} waits for the law", "{n} wait for the law", totals.waits_law),
        nmsg("{n} is suspended", "{n} are suspended", totals.suspended),
    )
