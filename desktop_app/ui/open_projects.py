"""The projects that the window holds open, each once, however often and from where it is asked for."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from desktop_app.model.findings import CodedError

if TYPE_CHECKING:
    from desktop_app.project.file import ProjectFile


def place_of(path: Path) -> Path:
    """One project under one name, however its path was written. Asks no disk."""
    return Path(os.path.normcase(path.absolute()))


class OpenProjects:
    """Opened in workers, of which there is more than one. A project opened twice at once would hold
    itself shut: the second would only be read, as if another program wrote it, and what its user
    does would be in no file."""

    def __init__(self) -> None:
        self._files: dict[Path, ProjectFile] = {}
        self._locks: dict[Path, Lock] = {}

    def at(self, path: Path) -> "ProjectFile | None":
        """The project where it is open. Never waits for a worker."""
        return self._files.get(place_of(path))

    def opened(self, path: Path) -> "ProjectFile":
        """The project, opened where it is not yet; in a worker. Raises CodedError."""
        from desktop_app.ui.project_desk import open_for_window

        place = place_of(path)
        with self._lock_of(place):
            if place not in self._files:
                self._files[place] = open_for_window(path)
            return self._files[place]

    def made(self, path: Path, how: "Callable[[], ProjectFile]") -> "ProjectFile":
        """A project that was not there before; in a worker. Raises what ``how`` raises."""
        place = place_of(path)
        with self._lock_of(place):
            self._files[place] = how()
            return self._files[place]

    def exchange(self, path: Path, opened: "ProjectFile") -> None:
        """One that was opened elsewhere takes the place of the one before, which is closed."""
        place = place_of(path)
        before, self._files[place] = self._files.get(place), opened
        if before is not None:
            with suppress(CodedError):
                before.close()

    def let_go(self, project: "ProjectFile") -> None:
        """Holds it no more; who asks for its path opens it anew."""
        for place, held in list(self._files.items()):
            if held is project:
                self._files.pop(place, None)

    def close(self) -> None:
        """Closes them all. What one cannot write any more is said nowhere: the window is gone."""
        for held in list(self._files.values()):
            with suppress(CodedError):
                held.close()
        self._files.clear()

    def _lock_of(self, place: Path) -> Lock:
        return self._locks.setdefault(place, Lock())
