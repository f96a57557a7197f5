"""Writes an output file so that it is either whole or as it was before."""

import errno
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from desktop_app.model.findings import CodedError, Message, Problem, msg

IN_USE = (errno.EACCES, errno.EPERM, errno.EBUSY, errno.ETXTBSY)
"""What a system answers where another program holds a file that is there."""


def write_whole(target: Path, write: Callable[[Path], None]) -> None:
    """Calls ``write`` with a temporary path in the target's folder, then puts it in place.

    Raises CodedError (E_TARGET, E_NO_PERMISSION, E_DISK_FULL, E_LOCKED_BY) in plain words; an
    older file of that name is then untouched and no temporary file stays behind. A device or pipe
    is not replaced (E_TARGET): it would be gone for every other program.
    """
    if _is_there(target) and not target.is_file():
        raise CodedError(
            _failed("E_TARGET", target.name, msg("Choose another place or name, then save again."))
        )
    temporary: Path | None = None
    try:
        handle, name = tempfile.mkstemp(
            prefix=".lodestone-", suffix=target.suffix, dir=target.parent
        )
        os.close(handle)
        temporary = Path(name)
        write(temporary)
        with temporary.open("r+b") as stream:  # Windows syncs only what is open for writing
            os.fsync(stream.fileno())
        temporary.chmod(0o666 & ~_umask())
        temporary.replace(target)
    except OSError as failure:
        raise CodedError(_problem(target, failure)) from failure
    finally:
        if temporary is not None and temporary.exists():
            temporary.unlink()


def _is_there(target: Path) -> bool:
    """Whether there is something of that name; none where the name is too long or its folder closed."""
    try:
        return target.exists()
    except OSError:
        return False


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _problem(target: Path, failure: OSError) -> Problem:
    name = target.name
    if failure.errno != errno.EACCES and not target.parent.is_dir():
        return Problem(
            "E_TARGET",
            msg("{file} was not written: its folder does not exist.", file=name),
            msg("Choose a folder that exists."),
        )
    if failure.errno == errno.ENOSPC:
        return _failed("E_DISK_FULL", name, msg("Free some space on this disk, then save again."))
    if _is_there(target) and failure.errno in IN_USE:
        return _failed("E_LOCKED_BY", name, msg("Close it in the other program, then save again."))
    if failure.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return _failed("E_NO_PERMISSION", name, msg("Choose a folder in which you may save files."))
    return _failed("E_TARGET", name, msg("Choose another place or name, then save again."))


def _failed(code: str, name: str, remedy: Message) -> Problem:
    return Problem(
        code, msg("{file} was not written; nothing else was changed.", file=name), remedy
    )
