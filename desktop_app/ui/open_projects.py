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


def _on_disk(path: Path) -> Path:
    """Where a path leads, over links and two dots; asks the disk, so in a worker only."""
    return place_of(Path(os.path.realpath(path)))


class OpenProjects:
    """Opened in workers, of which there is more than one. A project opened twice at once would hold
    itself shut: the second would only be read, as if another program wrote it, and what its user
    does would be in no file. So it is held under each path it was asked for and under the one where
    all of these lead."""

    def __init__(self) -> None:
        self._files: dict[Path, ProjectFile] = {}
        self._locks: dict[Path, Lock] = {}

    def at(self, path: Path) -> "ProjectFile | None":
        """The project where it is open. Never waits for a worker."""
        return self._files.get(place_of(path))

    def opened(self, path: Path) -> "ProjectFile":
        """The project, opened where it is not yet; in a worker. Raises CodedError."""
        from desktop_app.ui.project_desk import open_for_window

        place, leads_to = place_of(path), _on_disk(path)
        with self._lock_of(leads_to):
            found = self._files.get(leads_to) or open_for_window(path)
            self._files[place] = self._files[leads_to] = found
            return found

    def made(self, path: Path, how: "Callable[[], ProjectFile]") -> "ProjectFile":
        """A project that was not there before; in a worker. Raises what ``how`` raises."""
        place, leads_to = place_of(path), _on_disk(path)
        with self._lock_of(leads_to):
            self._files[place] = self._files[leads_to] = made = how()
            return made

    def exchange(self, path: Path, opened: "ProjectFile") -> None:
        """One that was opened elsewhere takes the place of the one before, which is closed."""
        before = self.at(path)
        for place in (place_of(path), *self._places(before)):
            self._files[place] = opened
        if before is not None:
            with suppress(CodedError):
                before.close()

    def let_go(self, project: "ProjectFile") -> None:
        """Holds it no more; who asks for its path opens it anew."""
        for place in self._places(project):
            self._files.pop(place, None)

    def close(self) -> None:
        """Closes them all. What one cannot write any more is said nowhere: the window is gone."""
        for held in {id(held): held for held in self._files.values()}.values():
            with suppress(CodedError):
                held.close()
        self._files.clear()

    def _places(self, project: "ProjectFile | None") -> list[Path]:
        return [place for place, held in list(self._files.items()) if held is project]

    def _lock_of(self, place: Path) -> Lock:
        return self._locks.setdefault(place, Lock())
