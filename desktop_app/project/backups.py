"""Rolling backups of a project: the three newest and one of each of the last seven days.

They lie in the user's own data folder, not beside the project, so that a careless clean-up of a
shared folder does not take both. Their order is a running number; a clock set back changes nothing.
"""

import hashlib
import os
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, TypeAlias

import platformdirs
from sqlalchemy import Engine

from desktop_app.project import problems
from desktop_app.project.rules import Rules, project_rules
from desktop_app.project.storage.sqlite_file import check, copy_database, engine_for, guarded
from desktop_app.project.storage.store import Store
from desktop_app.project.whole_files import copy_whole, require_space, write_whole

Reason: TypeAlias = Literal[
    "closing", "recovered", "before-update", "before-removal", "before-restore", "wish"
]

_NAME = re.compile(r"(\d{6,})_(\d{8})T(\d{6})_(\d+)_([a-z-]+)\.lodestone")


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup. ``order`` runs up by one; ``at`` by the computer's clock, UTC; ``number`` of the
    newest activity it holds."""

    path: Path
    order: int
    at: datetime
    number: int
    reason: str


def data_home() -> Path:
    """Where backups and working copies lie: ``LODESTONE_HOME``, else the user's data folder."""
    chosen = os.environ.get("LODESTONE_HOME")
    return Path(chosen) if chosen else platformdirs.user_data_path("Lodestone", appauthor=False)


def backup_folder(project: Path, home: Path | None = None) -> Path:
    """The folder of the backups of a project; it need not exist. Told apart by the whole path."""
    place = os.path.normcase(project.absolute())
    mark = hashlib.sha256(place.encode(errors="surrogatepass")).hexdigest()[:12]
    return (home or data_home()) / "backups" / f"{project.stem[:40]}-{mark}"


def backups_of(project: Path, home: Path | None = None) -> tuple[Backup, ...]:
    """The backups of a project, newest first, also when the project itself is gone."""
    folder = backup_folder(project, home)
    found = [_backup(path) for path in folder.glob("*.lodestone")] if folder.is_dir() else []
    return tuple(sorted((b for b in found if b), key=lambda b: b.order, reverse=True))


def take_backup(
    project: Path, engine: Engine, reason: Reason, home: Path | None = None,
    wanted: Collection[Path] = (),
) -> Backup:  # fmt: skip
    """Copies an open project as it stands, checks the copy, and drops backups that are too old.

    Raises CodedError; no earlier backup is then lost. ``wanted``: backups that stay, however old:
    somebody is about to go back to one.
    """
    with guarded(project):
        folder = backup_folder(project, home)
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        require_space(folder / project.name, project.stat().st_size)
        number = Store(engine).last_number()
        known = backups_of(project, home)
        order = 1 + max((backup.order for backup in known), default=0)
        now = datetime.now(UTC).replace(microsecond=0)
        name = f"{order:06d}_{now:%Y%m%dT%H%M%S}_{number}_{reason}.lodestone"

        def write(place: Path) -> None:
            with guarded(project):
                copy_database(engine, place)
            _verify(place, number)

        write_whole(folder / name, write)
        made = Backup(folder / name, order, now, number, reason)
        for old in superfluous((made, *known), project_rules()):
            if old.path not in wanted:
                old.path.unlink(missing_ok=True)
    return made


def restore(project: Path, backup: Backup) -> None:
    """Puts a backup in a project's place. Raises CodedError; the project is then as it was.

    The caller has the project to itself and has kept its present state where that can be read.
    """
    with guarded(project):
        _verify(backup.path, backup.number)
        copy_whole(backup.path, project)
        for log in ("-wal", "-shm", "-journal"):
            project.with_name(project.name + log).unlink(missing_ok=True)


def superfluous(backups: Iterable[Backup], rules: Rules) -> tuple[Backup, ...]:
    """What is neither among the newest nor the newest of one of the last days that have any."""
    newest_first = sorted(backups, key=lambda b: b.order, reverse=True)
    kept = {b.order for b in newest_first[: rules.recent]}
    days: dict[object, int] = {}
    for backup in newest_first:
        days.setdefault(backup.at.date(), backup.order)
    kept |= set(list(days.values())[: rules.daily])
    return tuple(b for b in newest_first if b.order not in kept)


def _verify(path: Path, number: int) -> None:
    """Raises CodedError unless a copy is there, sound, and holds the log up to that number."""
    if not path.exists():
        raise problems.not_found(path)
    engine = engine_for(path, read_only=True)
    try:
        check(path, engine, thorough=False)
        with guarded(path):
            whole = Store(engine).last_number() == number
    finally:
        engine.dispose()
    if not whole:
        raise problems.damaged(path)


def _backup(path: Path) -> Backup | None:
    named = _NAME.fullmatch(path.name)
    if named is None:
        return None
    order, day, time, number, reason = named.groups()
    try:
        at = datetime.strptime(day + time, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None
    return Backup(path, int(order), at, int(number), reason)
