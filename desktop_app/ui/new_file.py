"""A project file that the window is making, and what becomes of it when that comes to nothing."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.model.findings import CodedError, Message, msg
from desktop_app.model.progress import Report
from desktop_app.ui.open_projects import OpenProjects

if TYPE_CHECKING:
    from desktop_app.project.file import ProjectFile
    from desktop_app.ui.session import Session


class NewFile:
    """No file stays that the window does not know of, and none stays held open.

    The work cannot be stopped half-way: what is given up is taken away when it has ended, what
    failed at once. ``held``: the open projects.
    """

    def __init__(
        self,
        path: Path,
        session: "Session",
        held: OpenProjects,
        tell: Callable[[Message], object],
    ) -> None:
        self.path, self.session, self.held, self.tell = path, session, held, tell
        self.made: ProjectFile | None = None

    def make(self, how: "Callable[[], ProjectFile]") -> "ProjectFile":
        """Makes the file, in a worker. Raises CodedError; what was there before is none of ours."""
        self.made = self.held.made(self.path, how)
        return self.made

    def whole(self, work: Callable[[Report], Any]) -> Callable[[Report], Any]:
        """The same work; where it fails after the file was made, there is none."""

        def guarded(report: Report) -> Any:
            try:
                return work(report)
            except Exception:
                self._take_away()
                raise

        return guarded

    def give_up(self) -> None:
        """The work was cancelled and has ended, or was before it began."""
        said = msg("Cancelled. No project was made as {file}.", file=self.path.name)
        if self.made is None:
            self.tell(said)
            return

        def gone(is_gone: bool) -> None:
            if is_gone:
                self.tell(said)

        self.session.jobs.start(lambda _report: self._take_away(), gone, self.session.fail)

    def _take_away(self) -> bool:
        """In a worker; whether nothing of it is left."""
        made, self.made = self.made, None
        if made is None:
            return True
        self.held.let_go(made)
        with suppress(CodedError):
            made.close(backs_up=False)
        with suppress(OSError):  # what cannot be taken away is a whole project, and closed
            self.path.unlink(missing_ok=True)
        return not self.path.exists()
