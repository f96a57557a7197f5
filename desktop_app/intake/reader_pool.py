"""Reader children beside this process, so that dropped files keep all cores busy.

The answers come in the order of the files. Only a few are held at a time: each may be large.
"""

import errno
import hashlib
import os
import stat
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotYet
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import Any

from desktop_app.intake.preflight import LARGEST_FILE
from desktop_app.intake.refusal import Refused
from desktop_app.intake.sandbox import LOOK_EVERY, Reader
from desktop_app.model.findings import Cancelled, Message, msg
from desktop_app.model.progress import Report

MOST_READERS = 4
AHEAD = 2
"""Files a reader may be ahead of the one that is being understood."""


@dataclass(frozen=True)
class Answered:
    """What became of one file: its fingerprint and content, or the code of the refusal, and ``why``."""

    path: Path
    sha256: str = ""
    content: dict[str, Any] = field(default_factory=dict)
    refused: str | None = None
    why: str = ""


@contextmanager
def answers(
    files: Sequence[Path], report: Report, passwords: Sequence[str] = ()
) -> Iterator[Iterator[Answered]]:
    """The answers about files, in their order; the readers begin and end with the context.

    ``report`` is only called in this thread; what it raises passes through ``next``.
    """
    pool = _Pool(min(os.cpu_count() or 1, MOST_READERS, len(files)) or 1, passwords)
    try:
        yield pool.answers(files, report)
    finally:
        pool.end()


class _Pool:
    """A thread for each child: it only waits for the child, so that the children run at once."""

    def __init__(self, count: int, passwords: Sequence[str]) -> None:
        self.count, self.passwords = count, passwords
        self.threads = ThreadPoolExecutor(count, thread_name_prefix="reader")
        self.own = threading.local()
        self.readers: list[Reader] = []
        self.is_over = threading.Event()

    def answers(self, files: Sequence[Path], report: Report) -> Iterator[Answered]:
        """Keeps a few files under way beyond the one that is asked for, the first ones at once."""
        ahead = iter(files)
        waiting = [self._submitted(path) for path in islice(ahead, AHEAD * self.count)]
        return self._in_order(files, waiting, ahead, report)

    def _in_order(
        self,
        files: Sequence[Path],
        waiting: "list[Future[Answered]]",
        ahead: Iterator[Path],
        report: Report,
    ) -> Iterator[Answered]:
        for number, path in enumerate(files):
            yield self._wait(waiting.pop(0), path, report, (number, len(files)))
            waiting += [self._submitted(more) for more in islice(ahead, 1)]

    def _submitted(self, path: Path) -> "Future[Answered]":
        return self.threads.submit(self._read, path)

    def end(self) -> None:
        """Ends all children. A thread that waits for its child looks up ten times a second."""
        self.is_over.set()
        self.threads.shutdown(wait=True, cancel_futures=True)
        for reader in self.readers:
            reader.end()

    def _wait(
        self, future: "Future[Answered]", path: Path, report: Report, place: tuple[int, int]
    ) -> Answered:
        while True:
            try:
                return future.result(timeout=LOOK_EVERY)
            except NotYet:
                report(msg("Reading {file}", file=path.name), *place)

    def _read(self, path: Path) -> Answered:
        reader = getattr(self.own, "reader", None)
        if reader is None:
            reader = self.own.reader = Reader(passwords=self.passwords)
            self.readers.append(reader)
        answered = _read(path, reader, self._go_on, self.is_over)
        return replace(answered, path=_writable(path))

    def _go_on(self, _what: Message, _done: int, _total: int) -> None:
        if self.is_over.is_set():
            raise Cancelled


LOCK_FILES = ("~$", ".~lock.")
"""How the notes begin that Excel and LibreOffice lay beside a list while it is open."""


def _writable(path: Path) -> Path:
    """The path as text that can be written anywhere: a name may be of bytes that are no text, as of a stick
    from an old computer, and no report or project could hold it."""
    try:
        str(path).encode()
    except UnicodeEncodeError:
        return Path(os.fsencode(path).decode("utf-8", "replace"))
    return path


TRIES = 3
PAUSE = 0.3
"""Seconds between two tries on a file that another program is just writing. Own judgement."""


def _read(path: Path, reader: Reader, report: Report, is_over: threading.Event) -> Answered:
    """Reads a file that stays as it is meanwhile: one that is saved by somebody else just then would be
    read in parts of two states, and its texts told from places of the other."""
    for _ in range(TRIES):
        before = _state(path)
        answered = _read_once(path, reader, report)
        if _state(path) == before:
            return answered
        is_over.wait(PAUSE)
    return replace(answered, content={}, refused="E_LOCKED_BY", why="written while it was read")


def _state(path: Path) -> tuple[int, int] | None:
    """When a file was last written and its size; None where it is not there, or no file can be called so."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size


def _read_once(path: Path, reader: Reader, report: Report) -> Answered:
    sha256 = ""
    try:
        sha256 = _fingerprint(path)
        content = reader.read(path, msg("Reading {file}", file=path.name), report)
    except Refused as refused:
        return Answered(path, sha256, refused=refused.code, why=refused.detail)
    return Answered(path, sha256, content)


def _fingerprint(path: Path) -> str:
    """SHA-256 of the bytes. Raises Refused where the file cannot be opened, and for a pipe, a device
    or a file without end, which would never be read to its end."""
    if path.name.startswith(LOCK_FILES):
        raise Refused("E_LOCK_FILE")
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise Refused("E_NO_PERMISSION")
        if not stat.S_ISREG(found.st_mode):
            raise Refused("E_NOT_SPREADSHEET", "no regular file")
        if found.st_size > LARGEST_FILE:
            raise Refused("E_TOO_LARGE")
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except (FileNotFoundError, ValueError) as missing:
        raise Refused("E_NOT_FOUND", str(missing)) from missing
    except PermissionError as locked:
        is_sharing_violation = getattr(locked, "winerror", None) == 32
        code = "E_LOCKED_BY" if is_sharing_violation else "E_NO_PERMISSION"
        raise Refused(code, str(locked)) from locked
    except OSError as gone:
        is_no_name = gone.errno in (errno.ELOOP, errno.ENAMETOOLONG)
        raise Refused("E_NOT_FOUND" if is_no_name else "E_NETWORK_GONE", str(gone)) from gone
