"""What newly needs the user since the last run that the project kept: below the answer and on paper."""

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from desktop_app.model.findings import Message, msg, nmsg

if TYPE_CHECKING:
    from desktop_app.model.assessment import Assessment, Since
    from desktop_app.ui.jobs import Job
    from desktop_app.ui.presentation import Presentation
    from desktop_app.ui.projects import Projects


def today() -> date:
    """By this computer's clock: runs of the same day are the user's own of just now."""
    return datetime.now().astimezone().date()


class SinceLast(QObject):
    """Compares every answer with the run before, off the window's thread; ``say`` gets the sentence,
    empty where there is no project, no earlier run, or the answer is about another case."""

    def __init__(self, projects: "Projects", say: Callable[[str], object]) -> None:
        super().__init__(projects)
        self.projects, self.session, self.say = projects, projects.session, say
        self._job: Job | None = None
        self.session.since_last = self.find
        self.session.result_arrived.connect(self._look)
        projects.saved.connect(lambda _path: self._look(self.session.result))

    def find(self, made: "Assessment") -> "Since | None":
        """For a worker. Raises CodedError where the project or its run cannot be read."""
        project = self.projects.file
        is_past = self.projects.past is not None and self.projects.past[1] is made
        if project is None or is_past or made.inquiry.scenario != "today":
            return None
        from desktop_app.project.since import since_last_run

        return since_last_run(project, made, today())

    def _look(self, result: "Presentation | None") -> None:
        if self._job is not None:
            self._job.cancel()
        self.say("")
        if result is None or self.projects.file is None:
            return
        made = result.assessment

        def done(found: "Since | None") -> None:
            if found is not None:
                self.say(self.session.catalogue.say(since_words(found)))

        def look(_report: Any) -> "Since | None":
            return self.find(made)

        # A run that cannot be read any more is told of where runs are listed.
        self._job = self.session.jobs.start(look, done, lambda _failure: None)


def since_words(found: "Since") -> Message:
    """How many parts ask for something that did not before."""
    if not found.new:
        return msg("Nothing new needs you since {day}.", day=found.on)
    return nmsg(
        "{n} part newly needs a licence or an answer since {day}.",
        "{n} parts newly need a licence or an answer since {day}.",
        len(found.new),
        day=found.on,
    )
