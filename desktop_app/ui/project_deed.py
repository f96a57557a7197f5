"""Something done to a project itself and not by a desk: an activity withdrawn, a backup put back."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop_app.model.findings import Message
from desktop_app.model.progress import Report, silent
from desktop_app.ui.history import Desk
from desktop_app.ui.write_turns import Turns

if TYPE_CHECKING:
    from desktop_app.project.file import ProjectFile


class Deed:
    """One such change and what the project holds after it.

    Given up before it began it never happens. Once begun it is done whole, and what it left is
    ``found`` whether or not anybody still waits for it: the window must not go on showing, and later
    write back, what stood there before. ``what`` names it; ``act`` does it, in a worker. ``is_new``:
    whether something on the desk may not be in the project yet. A desk that is there already is not
    brought again: another deed may be on its way whose outcome is newer than this desk.
    """

    def __init__(
        self, project: "ProjectFile", desk: Desk, turns: Turns, what: Message,
        act: Callable[["ProjectFile"], object], *, is_new: bool = True,
    ) -> None:  # fmt: skip
        self.project, self.desk, self.turns, self.what, self.act = project, desk, turns, what, act
        self.is_new = is_new
        self.turn = turns.take()
        self.found: Desk | None = None

    @property
    def is_last(self) -> bool:
        """Whether no newer desk came into the project since."""
        return self.turns.is_last(self.project, self.desk.document, self.turn)

    def after_the_desk(self, report: Report) -> Desk:
        """Does it with what is on the desk written before. Raises CodedError, Cancelled."""
        if self.is_new:
            self.turns.bring(self.project, self.desk, self.turn)
        return self.alone(report)

    def alone(self, report: Report = silent) -> Desk:
        """Does it with no desk coming in between. Raises CodedError, Cancelled."""
        from desktop_app.ui.project_desk import desk_of

        def do() -> Desk:
            report(self.what, 0, 0)
            self.act(self.project)
            self.found = desk_of(self.project, self.desk.inquiry, self.desk.document, self.desk)
            return self.found

        return self.turns.alone(self.project, self.desk.document, self.turn, do)
