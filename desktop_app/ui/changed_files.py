"""Lists that were changed on the disk since they were read: said when the user comes back."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QEvent, QObject

from desktop_app.model.findings import Message, msg, nmsg
from desktop_app.model.sources import name_in

if TYPE_CHECKING:
    from desktop_app.model.reading import Reading
    from desktop_app.ui.main_window import MainWindow


class Stamp(NamedTuple):
    """What tells an older file from a newer one without reading it: nanoseconds and bytes."""

    changed: int
    size: int


class ChangedFiles(QObject):
    """Looks in the background, for a drive in the network may answer late, and says each change once.

    A file that is gone is no change: what was read of it stays. A list that came with a project is
    compared with how it lay there when the project was opened.
    """

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self.window, self.session = window, window.session
        self._read: dict[str, tuple[str, Stamp | None]] = {}
        self._told: dict[str, Stamp] = {}
        self._is_looking = False
        self.session.files_read.connect(self._files_read)
        window.installEventFilter(self)
        self._files_read(self.session.reading)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """The window became the active one again: the user comes from another program."""
        if event.type() == QEvent.Type.WindowActivate:
            self.look()
        return False

    def _files_read(self, reading: "Reading | None") -> None:
        """Notes how the files lie there that were read now; what is not there has no stamp."""
        files = () if reading is None else reading.files
        known = {file.path: file.sha256 for file in files}
        fresh = [p for p, sha in known.items() if p not in self._read or self._read[p][0] != sha]
        self._read = {path: kept for path, kept in self._read.items() if path in known}
        if not fresh:
            return

        def noted(stamps: Mapping[str, Stamp | None]) -> None:
            self._read |= {path: (known[path], stamp) for path, stamp in stamps.items()}

        self.session.jobs.start(lambda _report: stamps_of(fresh), noted)

    def look(self) -> None:
        """Compares, unless work runs whose end will be looked at anyway."""
        paths = [path for path, (_sha, stamp) in self._read.items() if stamp is not None]
        if not paths or self._is_looking or self.session.is_busy:
            return
        self._is_looking = True

        def failed(_failure: Exception) -> None:
            self._is_looking = False

        self.session.jobs.start(lambda _report: stamps_of(paths), self._looked, failed)

    def _looked(self, stamps: Mapping[str, Stamp | None]) -> None:
        self._is_looking = False
        changed = {
            path: stamp
            for path, stamp in stamps.items()
            if stamp is not None
            and path in self._read
            and stamp not in (self._read[path][1], self._told.get(path))
        }
        if not changed or self.session.is_busy:
            return
        self._told |= changed
        self.window.strip.say(
            _words(list(changed)),
            kind="attention", action=msg("Read again"), act=lambda: self._read_again(list(changed)),
        )  # fmt: skip

    def _read_again(self, paths: Sequence[str]) -> None:
        for path in paths:
            self._read.pop(path, None)
        self.session.read([Path(path) for path in paths])


def _words(paths: Sequence[str]) -> Message:
    if len(paths) == 1:
        return msg(
            "{file} was changed since it was read; what you see is from before.",
            file=name_in(paths[0]),
        )
    return nmsg(
        "{n} file was changed since it was read; what you see is from before.",
        "{n} files were changed since they were read; what you see is from before.", len(paths),
    )  # fmt: skip


def stamps_of(paths: Sequence[str]) -> dict[str, Any]:
    """In a worker. None for a file that is not there or cannot be looked at."""
    found: dict[str, Stamp | None] = {}
    for path in paths:
        try:
            status = Path(path).stat()
        except (OSError, ValueError):
            found[path] = None
        else:
            found[path] = Stamp(status.st_mtime_ns, status.st_size)
    return found
