"""Why a project could not be opened, saved or copied: stable codes in plain words.

Codes are those of the readers of files, so that whoever is asked for help knows one list.
"""

import errno
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from desktop_app.model.findings import CodedError, Message, Problem, msg

_BACKUP = msg("Open a backup of the project; the file itself was left as it is.")
_RETRY = msg("What was saved before is safe. Put the cause right, then do it again.")


def not_found(path: Path) -> CodedError:
    """There is no such project."""
    return _coded("E_NOT_FOUND", msg("{file} is not there.", file=path.name),
                  msg("Check the name, or whether the drive is connected."))  # fmt: skip


def empty(path: Path) -> CodedError:
    """The file has no bytes."""
    said = msg("{file} is empty: it holds no bytes, so no project.", file=path.name)
    return _coded("E_EMPTY", said, _BACKUP)


def no_project(path: Path) -> CodedError:
    """The file is something else."""
    return _coded(
        "E_UNSUPPORTED",
        msg("{file} is not a Lodestone project, so nothing was read from it.", file=path.name),
        msg("Open a file that ends in .lodestone; drop lists of parts into an open project."),
    )


def newer(path: Path, needed: str) -> CodedError:
    """A later version of the program wrote it."""
    said = msg("{file} was made by a newer Lodestone and was left untouched.", file=path.name)
    return _coded(
        "E_UNSUPPORTED", said, msg("Install Lodestone {version} or newer.", version=needed)
    )


def older(path: Path) -> CodedError:
    """It has to be brought up to date, and whoever opened it may only read."""
    said = msg("{file} was made by an older Lodestone and must be brought up to date before it is "
               "read.", file=path.name)  # fmt: skip
    return _coded("E_NO_PERMISSION", said, msg("Open it once where you may write."))


def truncated(path: Path) -> CodedError:
    """The file is shorter than it says itself."""
    said = msg("{file} ends too early: a part of the project is missing.", file=path.name)
    return _coded("E_TRUNCATED", said, _BACKUP)


def damaged(path: Path) -> CodedError:
    """The database's own check failed, or it holds what this program never writes."""
    return _coded("E_CORRUPT", msg("{file} is damaged.", file=path.name), _BACKUP)


def held(path: Path, who: str, where: str, since: str) -> CodedError:
    """Somebody else has it open for writing."""
    said = msg(
        "{file} is open on {computer} by {name} since {time}.",
        file=path.name, computer=where, name=who, time=since,
    )  # fmt: skip
    return _coded("E_LOCKED_BY", said, msg("Close it there, or open it here for reading."))


def read_only(path: Path) -> CodedError:
    """The project was opened for reading."""
    said = msg("{file} was opened for reading, so nothing was changed.", file=path.name)
    return _coded("E_NO_PERMISSION", said, msg("Close it where it is open, then open it again."))


def exists(path: Path) -> CodedError:
    """A new project or a copy would replace a file."""
    said = msg("{file} exists already and was left as it is.", file=path.name)
    return _coded("E_TARGET", said, msg("Choose another name."))


def no_space(path: Path, needed: int) -> CodedError:
    """Not enough room for a whole copy beside the old file."""
    said = msg("{file} was not copied: {n} MB must be free for a safe copy.",
               file=path.name, n=-(-needed // 1_000_000))  # fmt: skip
    return _coded("E_DISK_FULL", said, msg("Free some space on this disk, then try again."))


def bad_export(path: Path, code: str = "E_CORRUPT") -> CodedError:
    """A portable project whose counts or hashes do not hold."""
    said = msg("{file} is not whole: what it holds is not what it says. Nothing was taken over.",
               file=path.name)  # fmt: skip
    return _coded(code, said, msg("Export the project again, or copy the file again."))


def failed(path: Path, code: str) -> CodedError:
    """A write or read that the system or the database refused."""
    say, remedy = _FAILED.get(code, _FAILED["E_NETWORK_GONE"])
    return _coded(code, say(path.name), remedy)


def code_of(failure: OSError) -> str:
    """The code of a failure of the system."""
    if failure.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return "E_DISK_FULL"
    if getattr(failure, "winerror", None) in (32, 33) or failure.errno in (errno.EBUSY,
                                                                         errno.ETXTBSY):  # fmt: skip
        return "E_LOCKED_BY"
    if failure.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return "E_NO_PERMISSION"
    if failure.errno in (errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG, errno.EISDIR):
        return "E_TARGET"
    return "E_NETWORK_GONE"


@contextmanager
def coded(path: Path) -> Iterator[None]:
    """Turns failures of the system into coded errors about a file."""
    try:
        yield
    except OSError as failure:
        raise failed(path, code_of(failure)) from failure


_FAILED: Mapping[str, tuple[Callable[[str], Message], Message]] = {
    "E_DISK_FULL": (
        lambda f: msg("{file} could not be written: the disk is full.", file=f),
        _RETRY,
    ),
    "E_NETWORK_GONE": (
        lambda f: msg("{file} could no longer be reached on its drive.", file=f),
        _RETRY,
    ),
    "E_NO_PERMISSION": (
        lambda f: msg("{file} may not be written or read by you.", file=f),
        msg("Ask its owner for access, or copy it to your own folder."),
    ),
    "E_LOCKED_BY": (
        lambda f: msg("{file} is held open by another program.", file=f),
        msg("Close it there, then do it again."),
    ),
    "E_TARGET": (
        lambda f: msg("{file} cannot be written at this place.", file=f),
        msg("Choose another folder or name."),
    ),
    "E_CORRUPT": (lambda f: msg("{file} is damaged.", file=f), _BACKUP),
}


def _coded(code: str, said: Message, remedy: Message) -> CodedError:
    return CodedError(Problem(code, said, remedy))
