"""A project on its way to the desk."""

from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.model.inquiry import Inquiry
from desktop_app.ui.history import Desk
from desktop_app.ui.open_projects import OpenProjects
from desktop_app.ui.write_turns import Turns

if TYPE_CHECKING:
    from desktop_app.project.activity import Ledger
    from desktop_app.project.file import ProjectFile


class Opening:
    """Reads one project, in a worker. ``before`` is the desk that it is to replace, ``lies_in`` the
    project that has not got all of that desk yet; ``held`` the open projects.

    Somebody who opens what lies on the desk already goes on working meanwhile, and each step goes
    into the file: ``is_overtaken`` then, and what was read must not be shown.
    """

    def __init__(
        self, path: Path, held: OpenProjects, turns: Turns, before: Desk,
        lies_in: "ProjectFile | None",
    ) -> None:  # fmt: skip
        self.path, self.held, self.turns = path, held, turns
        self.before, self.lies_in, self.turn = before, lies_in, turns.take()
        self.ledger: Ledger | None = None
        self.length = 0

    def read(self, asked: Inquiry, document: int) -> Desk:
        """What lies in it, under a new number. Raises CodedError."""
        from desktop_app.ui.project_desk import desk_of

        project = self.held.opened(self.path)
        if project is self.lies_in and not project.is_read_only:
            self.turns.bring(project, self.before, self.turn)
        self.ledger, self.length = project.ledger, len(project.ledger)
        return desk_of(project, asked, document)

    @property
    def is_overtaken(self) -> bool:
        """Whether the project holds more by now than was read."""
        project = self.held.at(self.path)
        return (
            project is None
            or project.ledger is not self.ledger
            or len(project.ledger) != self.length
        )
