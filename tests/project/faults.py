"""Makes the N-th call to the system fail, once, as a full, broken or locked disk would."""

import builtins
import errno
import io
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

KINDS: dict[str, Callable[[], OSError]] = {
    "ENOSPC": lambda: OSError(errno.ENOSPC, "No space left on device"),
    "EIO": lambda: OSError(errno.EIO, "Input/output error"),
    "EACCES": lambda: PermissionError(errno.EACCES, "Permission denied"),
    "EMFILE": lambda: OSError(errno.EMFILE, "Too many open files"),
    "EROFS": lambda: OSError(errno.EROFS, "Read-only file system"),
    "EBUSY": lambda: OSError(errno.EBUSY, "Device or resource busy"),
}
CALLS = ("open", "write", "fsync", "replace", "rename", "mkdir", "ftruncate", "unlink", "stat")


class Saboteur:
    """Counts calls about files below a folder and fails the N-th."""

    def __init__(self, folder: Path, nth: int, failure: Callable[[], OSError]) -> None:
        self.folder, self.nth, self.failure = str(folder), nth, failure
        self.calls = 0
        self.fired: str | None = None

    def count(self, name: str, what: object) -> None:
        if isinstance(what, str | os.PathLike) and not os.fspath(what).startswith(self.folder):
            return
        self.calls += 1
        if self.calls == self.nth:
            self.fired = f"{name} {what}"
            raise self.failure()

    @contextmanager
    def at_work(self) -> Iterator["Saboteur"]:
        """Stands between the program and the system."""
        with pytest.MonkeyPatch.context() as patch:
            for name in CALLS:
                patch.setattr(os, name, self._watched(name, getattr(os, name)))
            opened = self._opened(io.open)
            patch.setattr(io, "open", opened)
            patch.setattr(builtins, "open", opened)
            patch.setattr(shutil, "disk_usage", self._watched("usage", shutil.disk_usage))
            yield self

    def _watched(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def watched(*given: Any, **options: Any) -> Any:
            self.count(name, given[0])
            return call(*given, **options)

        return watched

    def _opened(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def watched(file: Any, mode: str = "r", *given: Any, **options: Any) -> Any:
            if isinstance(file, int) or not os.fspath(file).startswith(self.folder):
                return call(file, mode, *given, **options)
            self.count("open", file)
            stream = call(file, mode, *given, **options)
            return _Stream(stream, self) if mode.strip("b") not in ("r", "") else stream

        return watched


class _Stream:
    """A file being written, whose writes may fail as well."""

    def __init__(self, stream: Any, saboteur: Saboteur) -> None:
        self._stream, self._saboteur = stream, saboteur

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def __enter__(self) -> "_Stream":
        return self

    def __exit__(self, *_: object) -> None:
        self._stream.close()

    def write(self, data: Any) -> Any:
        self._saboteur.count("file write", None)
        return self._stream.write(data)


@contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    """The system refuses to let any file grow beyond so many bytes: a full disk for a database,
    whose own calls cannot be stood between."""
    import resource  # Windows has none, and other tests take other things from here

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def quick_folder() -> Iterator[Path]:
    """A temporary folder in memory where the system has such a place, else an ordinary one."""
    memory = Path("/dev/shm")  # noqa: S108 - a folder of our own in it
    place = memory if memory.is_dir() and os.access(memory, os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="lodestone-", dir=place) as folder:
        yield Path(folder)
