"""What was dropped: the files in it, or the reason why there are none."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QMimeData

from desktop_app.model.findings import Message, msg
from desktop_app.paths import PROJECT_SUFFIX, REGISTER_SUFFIX, SCENARIO_SUFFIXES

LOCK_FILE = "~$"


def files_in(dropped: QMimeData) -> list[Path]:
    """Files and folders of a drop or a paste; Excel's own lock files are left out."""
    paths = [Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile()]
    return [path for path in paths if not path.name.startswith(LOCK_FILE)]


def is_pack(path: Path) -> bool:
    """Whether a file is a newer edition of the law, by its name; what is in it is checked later."""
    return path.name.casefold().endswith(REGISTER_SUFFIX)


def is_project(path: Path) -> bool:
    """Whether a file is a project, by its name."""
    return path.suffix.casefold() == PROJECT_SUFFIX and not path.is_dir()


class Dropped(NamedTuple):
    """Paths by what the window does with them, as their names tell."""

    packs: list[Path]
    projects: list[Path]
    scenarios: list[Path]
    lists: list[Path]


def by_kind(paths: Iterable[Path]) -> Dropped:
    """Newer editions of the law, projects, law scenarios of the user, and lists with all the rest."""
    found = Dropped([], [], [], [])
    for path in paths:
        if is_pack(path):
            found.packs.append(path)
        elif is_project(path):
            found.projects.append(path)
        elif path.suffix.casefold() in SCENARIO_SUFFIXES and not path.is_dir():
            found.scenarios.append(path)
        else:
            found.lists.append(path)
    return found


def why_nothing(dropped: QMimeData) -> Message:
    """What to say of a drop that brought no file."""
    if any(Path(url.toLocalFile()).name.startswith(LOCK_FILE) for url in dropped.urls()):
        return msg(
            "That is only a mark Excel leaves beside an open file. Drop the list itself: the file "
            "without ~$ in front of its name."
        )
    if dropped.hasUrls() and not dropped.urls():
        return msg("Nothing arrived with this drop. Drop the files once more, or open them.")
    if dropped.hasUrls():
        return msg(
            "That is an address on the internet. This program opens no connections: save the file "
            "on this computer, then drop it here."
        )
    return msg(
        "What you dropped is not a file yet. Attachments of a mail must be saved first: save it to a "
        "folder, then drop it here."
    )
