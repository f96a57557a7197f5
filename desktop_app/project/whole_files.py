"""Files that are either whole or as they were before."""

import hashlib
import os
import shutil
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from desktop_app.project import problems
from desktop_app.project.rules import project_rules

TRIES, PAUSE = 10, 0.1
"""A virus scanner or indexer holds a new file for a moment; seconds between tries."""


def partial_of(target: Path) -> Path:
    """Where a file is written before it takes its name; the same each time, so that what a killed
    run left is taken away by the next. Short, because the system limits names."""
    mark = hashlib.sha256(target.name.encode(errors="surrogatepass")).hexdigest()[:12]
    return target.with_name(f".{mark}.partial")


def write_whole(target: Path, write: Callable[[Path], None]) -> None:
    """Calls ``write`` with a new path in the target's folder, syncs the result and puts it in place.

    Raises what ``write`` raises, and CodedError where the system refuses; an older file of that
    name is then untouched and nothing is left beside it.
    """
    partial = partial_of(target)
    with problems.coded(target):
        try:
            partial.unlink(missing_ok=True)  # of a run that was killed
            write(partial)
            _sync(partial)
            _replace(partial, target)
            _sync_folder(target.parent)
        finally:
            with suppress(OSError):
                partial.unlink(missing_ok=True)


def copy_whole(origin: Path, target: Path) -> None:
    """Copies a file; see write_whole."""
    require_space(target, origin.stat().st_size)
    write_whole(target, lambda place: _copy(origin, place))


def require_space(target: Path, size: int) -> None:
    """Raises CodedError E_DISK_FULL unless there is room for a safe copy of ``size`` bytes."""
    rules = project_rules()
    needed = rules.free_factor * size + rules.free_reserve
    with problems.coded(target):
        free = shutil.disk_usage(target.parent).free
    if free < needed:
        raise problems.no_space(target, needed)


def _copy(origin: Path, place: Path) -> None:
    with origin.open("rb") as source, place.open("xb") as copy:
        shutil.copyfileobj(source, copy, 1 << 20)


def _replace(partial: Path, target: Path) -> None:
    for attempt in range(TRIES):
        try:
            partial.replace(target)
        except PermissionError:
            if os.name != "nt" or attempt == TRIES - 1:
                raise
            time.sleep(PAUSE)
        else:
            return


def _sync(path: Path) -> None:
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())


def _sync_folder(folder: Path) -> None:
    """Makes the new name itself last; Windows knows no such call."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
