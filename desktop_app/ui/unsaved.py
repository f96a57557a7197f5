"""Keeps a desk that lies in no project, and offers what a crash left of one at the next start.

A step is written once the work it started has come to its end, so that the answer does not wait for
it. Closing the window takes everything away again; saving the desk as a project does too.
"""

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from desktop_app.model.findings import Message, msg
from desktop_app.ui.history import Desk

if TYPE_CHECKING:
    from desktop_app.project.unsaved import LeftBehind, UnsavedDesk
    from desktop_app.ui.main_window import MainWindow

# The rooms of projects are loaded in workers only: the window stands on the screen before them.


class Unsaved(QObject):
    """Belongs to a window. ``kept`` is what lies on the disk, None before the first step."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self.session, self.projects, self.strip = window.session, window.projects, window.strip
        self.kept: UnsavedDesk | None = None
        self._brought: LeftBehind | None = None
        self._written: Desk | None = None
        self._is_writing = self._has_failed = False
        self.session.history_changed.connect(self._keep)
        self.session.work_changed.connect(self._keep)
        self.projects.saved.connect(self._saved)
        self.projects.closed.connect(self.discard)

    def offer(self) -> None:
        """Looks for what a crash left, and says so in the window."""

        def look(_report: Any) -> "tuple[LeftBehind | None, int]":
            from desktop_app.project.rules import project_rules
            from desktop_app.project.unsaved import left_behind

            return next(iter(left_behind()), None), project_rules().unsaved_days

        self.session.jobs.start(look, lambda found: self._found(*found), self.session.fail)

    def _found(self, newest: "LeftBehind | None", days: int) -> None:
        if newest is None:
            return
        self.strip.say(
            msg(
                "The program ended unexpectedly on {day}. What lay on the desk was in no project yet; "
                "it is still here and is kept for {n} days.",
                day=datetime.fromtimestamp(newest.changed, UTC).astimezone().date(), n=days,
            ),
            kind="attention", action=msg("Bring it back"), act=lambda: self.bring_back(newest),
        )  # fmt: skip

    def discard(self) -> None:
        """Takes away what is kept of this window."""
        if self.kept is not None:
            self.kept.discard()

    def bring_back(self, left: "LeftBehind") -> None:
        """Puts what a crash left on the desk, as one step; it goes once it is kept anew."""
        session = self.session
        asked, number = session.inquiry, session.document

        def work(_report: Any) -> Desk:
            from desktop_app.project.unsaved import open_left
            from desktop_app.ui.project_desk import desk_of

            with open_left(left) as project:
                return desk_of(project, asked, number)

        def done(desk: Desk) -> None:
            self._brought = left
            session.put(BRINGING, desk)

        session.begin("opening", work, done)

    def _keep(self, _progress: Any = None) -> None:
        """Also called whenever work begins or ends; what came meanwhile is written afterwards."""
        desk = self.session.desk
        if self.session.is_busy or self._is_writing or not self._has_changed(desk):
            return
        if self.projects.path is not None:
            return
        if desk.reading is None and desk.recorded is None:
            self._written = desk
            self.discard()
            return
        self._is_writing = True
        self.session.jobs.start(
            lambda _report: self._write(desk), lambda _nothing: self._is_kept(desk), self._not_kept
        )

    def _write(self, desk: Desk) -> None:
        """In a worker."""
        from desktop_app.project.unsaved import UnsavedDesk
        from desktop_app.ui.project_desk import to_hold

        if self.kept is None:
            self.kept = UnsavedDesk()
        self.kept.write(to_hold(desk))

    def _has_changed(self, desk: Desk) -> bool:
        before = self._written
        if before is None:
            return desk.reading is not None or desk.recorded is not None
        return (
            before.reading is not desk.reading
            or before.inquiry != desk.inquiry
            or (before.columns, before.recorded) != (desk.columns, desk.recorded)
        )

    def _is_kept(self, desk: Desk) -> None:
        self._is_writing, self._written = False, desk
        brought, self._brought = self._brought, None
        if brought is not None:
            from desktop_app.project.unsaved import forget

            forget(brought)
        self._keep()

    def _not_kept(self, failure: Exception) -> None:
        """Said once: a disk that is full is so at the next step too."""
        self._is_writing, self._written = False, self.session.desk
        if not self._has_failed:
            self._has_failed = True
            self.session.fail(failure)

    def _saved(self, _path: Any) -> None:
        self._written = None
        self.session.jobs.start(lambda _report: self.discard(), lambda _nothing: None)


BRINGING: Message = msg("bringing back what was not saved")


def keep_unsaved(window: "MainWindow") -> None:
    """From now on a desk in no project is kept; what a crash left is offered. Once a window."""
    if window.findChild(Unsaved) is None:
        Unsaved(window).offer()
