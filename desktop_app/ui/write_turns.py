"""Desks on their way into projects: one after the other, and never an older one over a newer.

Steps of the user are written in workers, of which there is more than one. Without turns the step
before the last could come to the disk after the last one.
"""

from collections.abc import Callable
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from desktop_app.ui.history import Desk

if TYPE_CHECKING:
    from desktop_app.project.file import ProjectFile


class Turns:
    """Hands out turns on the window's thread; ``bring`` is called in workers. ``late`` holds the
    last desk of each document that came while another was being written."""

    def __init__(self) -> None:
        self.late: dict[int, Desk] = {}
        self._last = 0
        self._lock = Lock()
        self._brought: dict[tuple[Path, int], int] = {}

    def take(self) -> int:
        """The next turn: what was given a later one is newer."""
        self._last += 1
        return self._last

    def bring(self, project: "ProjectFile", desk: Desk, turn: int) -> None:
        """Brings the project to the desk, unless a newer one of this document was there before.
        Raises CodedError."""
        from desktop_app.project.bringing import bring_to
        from desktop_app.ui.project_desk import to_hold

        place = (project.path, desk.document)
        with self._lock:
            if turn > self._brought.get(place, 0):
                bring_to(project, to_hold(desk))
                self._brought[place] = turn

    def alone(
        self, project: "ProjectFile", document: int, turn: int, deed: Callable[[], Desk]
    ) -> Desk:
        """Does to a project what is no desk brought to it (an undo, a backup put back), with no desk
        coming in between; older ones on their way stay away. Raises what ``deed`` raises."""
        place = (project.path, document)
        with self._lock:
            self._brought[place] = max(turn, self._brought.get(place, 0))
            return deed()

    def is_last(self, project: "ProjectFile", document: int, turn: int) -> bool:
        """Whether no newer desk of this document came into the project since that turn. Never waits
        for a worker."""
        return self._brought.get((project.path, document), 0) <= turn
