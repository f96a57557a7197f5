"""A project on a network drive or in a synchronised folder, worked on in a copy on this computer.

The copy is written back whole when the project is closed or ``publish`` is called. What is in the
way is never overwritten: where somebody changed the file meanwhile, the own work is put beside it.
"""

import hashlib
import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine

from desktop_app.project import problems
from desktop_app.project.storage.sqlite_file import (
    check,
    copy_database,
    engine_for,
    guarded,
    logs_of,
)
from desktop_app.project.whole_files import copy_whole, require_space, write_whole


@dataclass(frozen=True, slots=True)
class WorkingCopy:
    """``shared``: the file on the drive; ``path``: the copy here; ``based_on``: a file that holds
    the SHA-256 of the shared file the copy comes from."""

    shared: Path
    path: Path

    @property
    def based_on(self) -> Path:
        """Where it is noted which state of the shared file the copy comes from."""
        return self.path.with_name(self.path.name + ".base")

    def publish(self, engine: Engine) -> Path:
        """Writes the copy back and says where to: the shared file, or one beside it where somebody
        else changed that meanwhile. Raises CodedError; both files are then as they were."""
        with guarded(self.shared):
            before = _sha256(self.shared) if self.shared.exists() else None
            target = self.shared
            if before != self._base():
                now = datetime.now(UTC)
                target = _beside(self.shared, now)
            require_space(target, self.path.stat().st_size)

            def write(place: Path) -> None:
                with guarded(self.path):
                    copy_database(engine, place)
                copy = engine_for(place, read_only=True)
                try:
                    check(place, copy, thorough=False)
                finally:
                    copy.dispose()

            write_whole(target, write)
            if target == self.shared:
                self._note_base()
        return target

    def give_up(self) -> None:
        """Takes the copy away once everything in it is where it belongs."""
        for left in (self.path, *logs_of(self.path), self.based_on):
            with suppress(OSError):
                left.unlink(missing_ok=True)

    def _base(self) -> str:
        return self.based_on.read_text(encoding="ascii").strip()

    def _note_base(self) -> None:
        state = _sha256(self.shared)
        write_whole(self.based_on, lambda place: _put(place, state))


@dataclass(frozen=True, slots=True)
class Prepared:
    """A copy to work on. ``goes_on``: it holds work of a session that crashed; ``set_aside``: where
    such work was put because somebody had changed the shared file since."""

    copy: WorkingCopy
    goes_on: bool = False
    set_aside: Path | None = None


def prepare(shared: Path, home: Path) -> Prepared:
    """The copy to work on.

    One left by a crash goes on where the shared file is still what it came from; else it is put
    beside the shared file. Raises CodedError.
    """
    mark = hashlib.sha256(os.path.normcase(shared.absolute()).encode(errors="surrogatepass"))
    folder = home / "working" / mark.hexdigest()[:12]
    copy = WorkingCopy(shared, folder / shared.name)
    set_aside: Path | None = None
    with guarded(shared):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        if copy.path.exists() and copy.based_on.exists():
            if copy._base() == _sha256(shared):
                return Prepared(copy, goes_on=True)
            engine = engine_for(copy.path)
            try:
                check(copy.path, engine, thorough=True)
                set_aside = copy.publish(engine)
            finally:
                engine.dispose()
        copy.give_up()
        copy._note_base()
        copy_whole(shared, copy.path)
    return Prepared(copy, set_aside=set_aside)


def _beside(shared: Path, now: datetime) -> Path:
    target = shared.with_name(f"{shared.stem} ({now:%Y-%m-%d %H%M%S}){shared.suffix}")
    if target.exists():
        raise problems.exists(target)
    return target


def _put(place: Path, text: str) -> None:
    with place.open("x", encoding="ascii") as stream:
        stream.write(text)


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
