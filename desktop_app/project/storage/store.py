"""A project in a database, whichever it is: made, brought up to date, read and appended to."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from types import ModuleType
from uuid import uuid4

from sqlalchemy import Engine

from desktop_app.model.reading import Reading
from desktop_app.paths import program_version
from desktop_app.project.activity import Activity
from desktop_app.project.pieces import Pieces
from desktop_app.project.storage import log, part_rows, runs
from desktop_app.project.storage.migrating import STEPS, migrate, needs, revision_of, steps_from
from desktop_app.project.storage.runs import Run


class BehindError(Exception):
    """Somebody else appended to the log meanwhile; read on and try again."""


class UnknownSchemaError(Exception):
    """The project was written by a newer program. ``needed``: its oldest version that reads it."""

    def __init__(self, needed: str) -> None:
        super().__init__(needed)
        self.needed = needed


@dataclass(frozen=True, slots=True, eq=False)
class Import:
    """A reading of one file to be stored under a number, and its bytes where they are kept."""

    number: int
    reading: Reading
    data: bytes | None = None


class Store:
    """One project in one database. Every method is one transaction; all of it or nothing.

    Raises sqlalchemy.exc.DBAPIError where the database refuses, ValueError for what this program
    never wrote.
    """

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    def steps_behind(self, steps: tuple[ModuleType, ...] = STEPS) -> int:
        """How many migrations the project waits for. Raises UnknownSchemaError. Changes nothing."""
        with self.engine.connect() as connection:
            behind = steps_from(revision_of(connection), steps)
            if behind is None:
                raise UnknownSchemaError(log.read_about(connection).get("needs", "?"))
        return behind

    def bring_up_to_date(self, steps: tuple[ModuleType, ...] = STEPS) -> None:
        """Takes the migrations that are missing; makes the tables of a new project."""
        with self.engine.begin() as connection:
            is_new = revision_of(connection) is None
            migrate(connection, steps)
            if is_new:
                now = datetime.now(UTC).isoformat(timespec="seconds")
                made_by = program_version()
                log.write_about(connection, id=uuid4().hex, made_at=now, made_by=made_by)
            log.write_about(connection, needs=needs(steps))

    def about(self) -> dict[str, str]:
        """``id``, ``made_at``, ``made_by``, ``needs``."""
        with self.engine.connect() as connection:
            return log.read_about(connection)

    def read_log(self, after: int = 0) -> list[Activity]:
        """Entries behind a number."""
        with self.engine.connect() as connection:
            return log.read_log(connection, after)

    def last_number(self) -> int:
        """Number of the newest entry."""
        with self.engine.connect() as connection:
            return log.last_number(connection)

    def next_source(self) -> int:
        """Number for the next file."""
        with self.engine.connect() as connection:
            return part_rows.next_source(connection)

    def append(self, *entries: Activity, imports: Sequence[Import] = ()) -> None:
        """Adds entries, and what they bring in, in one transaction: all or nothing. Raises
        BehindError."""
        with self.engine.begin() as connection:
            if log.last_number(connection) != entries[0].number - 1:
                raise BehindError
            for brought in imports:
                part_rows.add_source(connection, brought.number, brought.reading)
                if brought.data is not None:
                    part_rows.add_content(connection, brought.reading.files[0].sha256, brought.data)
            for entry in entries:
                log.append(connection, entry)

    def read_source(self, number: int) -> Reading:
        """The reading of one imported file."""
        with self.engine.connect() as connection:
            return part_rows.read_source(connection, number)

    def read_content(self, sha256: str) -> bytes | None:
        """The bytes of an imported file; None where they were not kept."""
        with self.engine.connect() as connection:
            return part_rows.read_content(connection, sha256)

    def runs(self) -> list[Run]:
        """Kept assessments, oldest first."""
        with self.engine.connect() as connection:
            return runs.list_runs(connection)

    def keep_run(self, made: Run, pieces: Pieces) -> Run:
        """Keeps an assessment under the next number; the last run where it is the same result."""
        with self.engine.begin() as connection:
            last = runs.last_run(connection)
            if last is not None and last.sha256 == made.sha256:
                return last
            numbered = replace(made, number=1 if last is None else last.number + 1)
            runs.add_run(connection, numbered, pieces)
            return numbered

    def read_pieces(self, number: int) -> dict[str, bytes]:
        """The pieces of a kept assessment."""
        with self.engine.connect() as connection:
            return runs.read_pieces(connection, number)

    def close(self) -> None:
        """Gives up every connection."""
        self.engine.dispose()
