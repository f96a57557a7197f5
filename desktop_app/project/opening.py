"""Opens and makes projects: who may write, what a crash left, which version wrote it."""

import errno
import getpass
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import Engine

from desktop_app.model.findings import CodedError
from desktop_app.project import problems
from desktop_app.project.activity import Ledger
from desktop_app.project.backups import Reason, data_home, take_backup
from desktop_app.project.file import ProjectFile
from desktop_app.project.ownership import (
    HeldByAnotherError,
    Holder,
    Ownership,
    holder_now,
    take,
)
from desktop_app.project.placement import place_of
from desktop_app.project.storage.sqlite_file import (
    check,
    engine_for,
    examine,
    fold_in,
    guarded,
    logs_of,
    mark_as_project,
)
from desktop_app.project.storage.store import Store, UnknownSchemaError
from desktop_app.project.whole_files import partial_of
from desktop_app.project.working_copy import Prepared, prepare


def open_project(
    path: Path, *, author: str | None = None, read_only: bool = False, home: Path | None = None
) -> ProjectFile:
    """Opens a project for writing, or for reading where that is asked for or nothing else possible.

    Raises CodedError: E_NOT_FOUND, E_EMPTY, E_UNSUPPORTED (something else, or a newer program's),
    E_TRUNCATED, E_CORRUPT, E_LOCKED_BY (somebody else writes; it may be opened with ``read_only``),
    E_NO_PERMISSION (an older project where nobody may write). The file is untouched in each case.
    An older project is backed up and brought up to date. ``home``: see ``backups.data_home``.
    """
    with guarded(path):
        examine(path)
        right = None if read_only else _right(path)
        try:
            opening = _Opening(path, path, author or user_name(), home or data_home())
            if right is None:
                return opening.for_reading()
            if place_of(path) == "local":
                return opening.for_writing(right)
            return opening.through_a_copy(right)
        except BaseException:
            if right is not None:
                right.give_up()
            raise


def create_project(
    path: Path, *, author: str | None = None, home: Path | None = None
) -> ProjectFile:
    """Makes an empty project. Raises CodedError; E_TARGET where there is a file of that name."""
    with guarded(path):
        if path.exists():
            raise problems.exists(path)
        with making(path) as partial:
            engine = engine_for(partial)
            Store(engine).bring_up_to_date()
            fold_in(engine, closing=True)
            engine.dispose()
    return open_project(path, author=author, home=home)


@contextmanager
def making(path: Path) -> Iterator[Path]:
    """An empty project of another name, to be filled and closed; then it takes its own name.

    What a failure or an earlier, killed attempt left is taken away.
    """
    for beside in logs_of(path):
        beside.exists()  # raises where the system finds the names of the database's files too long
    partial = partial_of(path)
    made = (partial, *logs_of(partial), partial.with_name(partial.name + "-shm"))
    for left in made:
        left.unlink(missing_ok=True)
    try:
        mark_as_project(partial)
        yield partial
        partial.rename(path)
    finally:
        for left in made:
            with suppress(OSError):
                left.unlink(missing_ok=True)


def user_name() -> str:
    """The name the computer knows its user by."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "?"


def who_has_it_open(path: Path) -> Holder | None:
    """Who has a project open for writing now, for the window's sentence; None where nobody has."""
    return holder_now(path)


def _right(path: Path) -> Ownership | None:
    """The right to write; None where the place cannot be written to at all."""
    if not os.access(path, os.W_OK):
        return None
    try:
        return take(path)
    except HeldByAnotherError as held:
        who = held.holder or Holder("?", "?", "?", 0)
        raise problems.held(path, who.name, who.computer, who.since) from held
    except OSError as refused:
        if refused.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            return None
        raise


@dataclass(frozen=True, slots=True)
class _Opening:
    """``path``: the project by name; ``database``: the file to open, a copy where it is not local."""

    path: Path
    database: Path
    author: str
    home: Path

    def for_reading(self) -> ProjectFile:
        engine = engine_for(self.database, read_only=True)
        try:
            if self._steps_behind(Store(engine)):
                raise problems.older(self.path)
            check(self.path, engine, thorough=False)
            return ProjectFile(self.path, Store(engine), self.author, home=self.home)
        except BaseException:
            engine.dispose()
            raise

    def through_a_copy(self, right: Ownership) -> ProjectFile:
        """Where the file lies on a network drive or in a synchronised folder; see working_copy."""
        prepared = prepare(self.path, self.home)
        at_copy = replace(self, database=prepared.copy.path)
        try:
            return at_copy.for_writing(right, prepared)
        except BaseException:
            if not prepared.goes_on:
                prepared.copy.give_up()
            raise

    def for_writing(self, right: Ownership, prepared: Prepared | None = None) -> ProjectFile:
        for copy in {partial_of(self.path), partial_of(self.database)}:
            copy.unlink(missing_ok=True)  # a copy of the project that a kill interrupted
        goes_on = prepared is not None and prepared.goes_on
        is_left = right.left_behind is not None or any(p.exists() for p in logs_of(self.database))
        is_unclean = goes_on or is_left
        ledger = self._rehearsed() if is_unclean else self._looked_at()
        engine = engine_for(self.database)
        try:
            behind = self._steps_behind(Store(engine))
            if is_unclean or behind:
                check(self.path, engine, thorough=True)
                reason: Reason = "before-update" if behind else "recovered"
                take_backup(self.path, engine, reason, self.home)
            if behind:
                with guarded(self.path):
                    Store(engine).bring_up_to_date()
            return ProjectFile(
                self.path, Store(engine), self.author, ledger=ledger, ownership=right,
                recovered=right.left_behind if is_unclean else None, prepared=prepared,
                home=self.home,
            )  # fmt: skip
        except BaseException:
            with suppress(CodedError), guarded(self.path):
                fold_in(engine, closing=True)
            engine.dispose()
            raise

    def _steps_behind(self, store: Store) -> int:
        try:
            with guarded(self.path):
                return store.steps_behind()
        except UnknownSchemaError as unknown:
            raise problems.newer(self.path, unknown.needed) from unknown

    def _looked_at(self) -> Ledger | None:
        """The log of a project that was closed well, read without changing a byte of it."""
        engine = engine_for(self.database, read_only=True)
        try:
            return self._sound_log(engine, thorough=False)
        finally:
            engine.dispose()

    def _rehearsed(self) -> Ledger | None:
        """Tries the recovery after a crash on a copy first, so that a wrong log harms nothing."""
        home = self.home
        with problems.coded(self.path):
            home.mkdir(parents=True, exist_ok=True, mode=0o700)
            with tempfile.TemporaryDirectory(prefix="recovering-", dir=home) as folder:
                copy = Path(folder) / self.database.name
                for name in (self.database, *logs_of(self.database)):
                    if name.exists():
                        shutil.copyfile(name, copy.with_name(name.name))
                engine = engine_for(copy)
                try:
                    return self._sound_log(engine, thorough=True)
                finally:
                    engine.dispose()

    def _sound_log(self, engine: Engine, *, thorough: bool) -> Ledger | None:
        """The log of a project that can be opened, None where it is of an older schema."""
        behind = self._steps_behind(Store(engine))
        check(self.path, engine, thorough=thorough)
        if behind:
            return None
        try:
            with guarded(self.path):
                return Ledger(Store(engine).read_log())
        except (ValueError, KeyError, TypeError) as wrong:
            raise problems.damaged(self.path) from wrong
