"""Who has a project open for writing: told to the second opener, given up with the process.

A small file ``~$NAME`` beside the project, as office programs leave one, holds name, computer and
time; a lock of the operating system on it says whether they are still there. The lock dies with the
process, so a file without a lock is the trace of an unclean end, not of a user.
"""

import getpass
import os
import platform
import sys
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

import orjson

LOCKED_BYTE = 1 << 30
"""Far behind the text, because Windows keeps others from reading what is locked."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who opened a project, where, and since when (ISO 8601, UTC)."""

    name: str
    computer: str
    since: str
    process: int


class HeldByAnotherError(Exception):
    """Somebody has it open. ``holder`` is None where their note cannot be read."""

    def __init__(self, holder: Holder | None) -> None:
        super().__init__("held")
        self.holder = holder


class Ownership:
    """The right to write to a project until it is given up."""

    def __init__(self, note: Path, descriptor: int, left_behind: Holder | None) -> None:
        self._note, self._descriptor = note, descriptor
        self.left_behind = left_behind
        """Who had it open and did not close it; None after a clean end."""

    def give_up(self) -> None:
        """Lets others write; a second call does nothing."""
        if self._descriptor < 0:
            return
        descriptor, self._descriptor = self._descriptor, -1
        if sys.platform == "win32":
            os.close(descriptor)
            with suppress(OSError):  # the next opener is faster and holds it already
                self._note.unlink()
        else:
            # While the lock is still held: whoever waits for it then sees that the file is gone.
            with suppress(OSError):
                self._note.unlink()
            os.close(descriptor)


def take(project: Path) -> Ownership:
    """Takes the right to write. Raises HeldByAnotherError, or OSError where no note can be left."""
    note = note_of(project)
    for _attempt in range(10):
        descriptor = os.open(note, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
        try:
            if not _lock(descriptor):
                raise HeldByAnotherError(holder_of(project))
            if _is_still(note, descriptor):
                left = _read(descriptor)
                _write(descriptor, _myself())
                return Ownership(note, descriptor, left)
        except BaseException:
            os.close(descriptor)
            raise
        os.close(descriptor)  # its owner gave it up between our opening and our locking
    raise HeldByAnotherError(None)


def holder_now(project: Path) -> Holder | None:
    """Who has a project open at this moment; None where nobody has. Leaves everything as it is."""
    try:
        descriptor = os.open(note_of(project), os.O_RDWR | getattr(os, "O_CLOEXEC", 0))
    except OSError:
        return None
    try:
        return None if _lock(descriptor) else holder_of(project) or Holder("?", "?", "?", 0)
    finally:
        os.close(descriptor)


def note_of(project: Path) -> Path:
    """The file that says who has a project open."""
    return project.with_name(f"~${project.name}")


def holder_of(project: Path) -> Holder | None:
    """Who left the note beside a project, whether they are still there or not."""
    try:
        return _parsed(note_of(project).read_bytes())
    except OSError:
        return None


def _myself() -> Holder:
    try:
        name = getpass.getuser()
    except (OSError, KeyError):  # no such user on this computer, as in some containers
        name = "?"
    since = datetime.now(UTC).isoformat(timespec="seconds")
    return Holder(name, platform.node(), since, os.getpid())


def _read(descriptor: int) -> Holder | None:
    os.lseek(descriptor, 0, os.SEEK_SET)
    return _parsed(os.read(descriptor, 4096))


def _write(descriptor: int, holder: Holder) -> None:
    os.ftruncate(descriptor, 0)
    os.lseek(descriptor, 0, os.SEEK_SET)
    os.write(descriptor, orjson.dumps(asdict(holder)))


def _parsed(text: bytes) -> Holder | None:
    try:
        found = orjson.loads(text)
        return Holder(
            str(found["name"]), str(found["computer"]), str(found["since"]), int(found["process"])
        )
    except (ValueError, KeyError, TypeError):
        return None


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> bool:
        os.lseek(descriptor, LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True

    def _is_still(note: Path, descriptor: int) -> bool:
        return note.exists() and descriptor >= 0

else:
    import fcntl

    def _lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _is_still(note: Path, descriptor: int) -> bool:
        try:
            there = note.stat()
        except FileNotFoundError:
            return False
        return os.path.samestat(there, os.fstat(descriptor))
