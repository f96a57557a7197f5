"""A project that somebody else had open becomes writable here once they have closed it."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from desktop_app.model.findings import CodedError, msg

if TYPE_CHECKING:
    from desktop_app.project.ownership import Holder
    from desktop_app.ui.projects import Projects
    from desktop_app.ui.strip import Strip


class TakingOver(QObject):
    """Looks now and then whether the project on the desk is free. Without changes of one's own it is
    taken over at once; with some a button says that they are written now."""

    def __init__(self, projects: "Projects", strip: "Strip") -> None:
        super().__init__(projects)
        self.projects, self.session, self.strip = projects, projects.session, strip
        self._held: set[Path] = set()
        self._offered: set[Path] = set()
        self._is_looking = False

    def look(self) -> None:
        """Asks in the background who has the project open."""
        project, path = self.projects.file, self.projects.path
        if project is None or path is None or not project.is_read_only or self._is_looking:
            return
        self._is_looking = True

        def ask(_report: Any) -> Any:
            from desktop_app.project.opening import who_has_it_open

            return who_has_it_open(path)

        self.session.jobs.start(ask, lambda holder: self._looked(path, holder), self._failed)

    def _looked(self, path: Path, holder: "Holder | None") -> None:
        self._is_looking = False
        if holder is not None:
            self._held.add(path)
            self._offered.discard(path)
        elif path in self._held and path == self.projects.path and not self.projects.is_writing:
            # Where nobody ever held it, it lies where nobody may write.
            if not self.projects.has_changed(self.session.desk):
                self.take(path)
            elif path not in self._offered:
                self._offered.add(path)
                self.strip.say(
                    msg("The project is free again. What you changed while it could only be read is "
                        "not in it yet."),
                    kind="attention", action=msg("Write it into the project"),
                    act=lambda: self.take(path),
                )  # fmt: skip

    def take(self, path: Path) -> None:
        """Opens the project for writing in place of the view of it."""
        view, desk = self.projects.file, self.session.desk
        if view is None or not view.is_read_only or self._is_looking:
            return
        self._is_looking = True
        seen = list(view.ledger)

        def open_it(_report: Any) -> Any:
            from desktop_app.project.opening import open_project
            from desktop_app.ui.project_desk import desk_of

            opened = open_project(path)
            if opened.is_read_only:
                opened.close()
                return None
            is_same = list(opened.ledger) == seen
            found = None if is_same else desk_of(opened, desk.inquiry, desk.document, desk)
            return opened, found

        def done(taken: Any) -> None:
            self._is_looking = False
            if taken is not None:
                self._held.discard(path)
                self.projects.exchange(path, *taken)
                self.strip.say(
                    msg("The project is free again: from now on what you do is written into it."),
                    kind="attention",
                )

        self.session.jobs.start(open_it, done, self._failed)

    def _failed(self, failure: Exception) -> None:
        """Somebody else may have been faster; then the view stays, and is looked after again."""
        self._is_looking = False
        self._offered.clear()
        if not (isinstance(failure, CodedError) and failure.problem.code == "E_LOCKED_BY"):
            self._held.clear()
            self.session.fail(failure)
