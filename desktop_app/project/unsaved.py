"""Work that lies in no project yet, written at each step so that a crash does not take it.

Each window has a folder of its own below the user's data folder, readable by nobody else. In it lies
a small project with everything that belongs to it. An end in good order takes the folder away, so
what is found there is what a crash left; it is offered at the next start and forgotten after some
days.
"""

import shutil
import tempfile
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from desktop_app.model.findings import CodedError
from desktop_app.project import problems
from desktop_app.project.backups import data_home
from desktop_app.project.bringing import Desk, bring_to
from desktop_app.project.file import ProjectFile
from desktop_app.project.opening import create_project, open_project
from desktop_app.project.ownership import HeldByAnotherError, holder_now, take
from desktop_app.project.rules import project_rules

FOLDER, NAME = "unsaved", "desk.lodestone"
DAY_SECONDS = 86_400


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """What a crash left. ``changed``: when it was written last, in seconds since 1970."""

    folder: Path
    changed: float

    @property
    def path(self) -> Path:
        """The project in it."""
        return self.folder / NAME


class UnsavedDesk:
    """The desk of one window, while it lies in no project. ``home``: see ``backups.data_home``.

    Safe to call from several threads: what is under way ends first.
    """

    def __init__(self, home: Path | None = None) -> None:
        self._root = (home or data_home()) / FOLDER
        self._folder: Path | None = None
        self._project: ProjectFile | None = None
        self._lock = threading.Lock()

    @property
    def is_kept(self) -> bool:
        """Whether anything of this window is on the disk."""
        return self._folder is not None

    def write(self, desk: Desk) -> None:
        """Keeps the desk as it is now. Raises CodedError; what was kept before then still is."""
        with self._lock:
            project = self._project or self._begin()
            bring_to(project, desk, keep_bytes=False)

    def discard(self) -> None:
        """Takes everything away; the next ``write`` begins anew."""
        with self._lock:
            project, self._project = self._project, None
            folder, self._folder = self._folder, None
            if project is not None:
                with suppress(CodedError):
                    project.close(backs_up=False)
            if folder is not None:
                shutil.rmtree(folder, ignore_errors=True)

    def _begin(self) -> ProjectFile:
        with problems.coded(self._root):
            self._root.mkdir(parents=True, exist_ok=True, mode=0o700)
            folder = Path(tempfile.mkdtemp(prefix="desk-", dir=self._root))
        try:
            made = create_project(folder / NAME, home=folder)
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        self._folder, self._project = folder, made
        return made


def left_behind(home: Path | None = None, now: float | None = None) -> tuple[LeftBehind, ...]:
    """What crashes left and nobody has open, the newest first. What is too old is taken away.

    ``now``: seconds since 1970. A folder without a project in it belongs to a window that just
    starts, or is the trace of one that was killed while starting. Raises CodedError where the
    folders cannot be looked at.
    """
    root = (home or data_home()) / FOLDER
    moment = time.time() if now is None else now
    found: list[LeftBehind] = []
    with problems.coded(root):
        for folder in sorted(root.glob("desk-*")) if root.is_dir() else ():
            left = LeftBehind(folder, _changed(folder))
            days = (moment - left.changed) / DAY_SECONDS
            if days > project_rules().unsaved_days or (not left.path.exists() and days > 1):
                forget(left)
            elif left.path.exists() and holder_now(left.path) is None:
                found.append(left)
    return tuple(sorted(found, key=lambda left: -left.changed))


def open_left(left: LeftBehind) -> ProjectFile:
    """Opens what a crash left; everything acknowledged is in it. Raises CodedError."""
    return open_project(left.path, home=left.folder)


def forget(left: LeftBehind) -> None:
    """Takes away what a crash left, unless somebody has it open or that cannot be told."""
    try:
        take(left.path).give_up()
    except (HeldByAnotherError, OSError):
        return
    shutil.rmtree(left.folder, ignore_errors=True)


def _changed(folder: Path) -> float:
    """When anything in it was written last: the log of a database is newer than the database."""
    times = [0.0]
    with suppress(OSError):  # somebody may be taking it away at this moment
        times += [path.stat().st_mtime for path in (folder, *folder.iterdir())]
    return max(times)
