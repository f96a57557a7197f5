"""A project as one SQLite file: recognising it, opening it safely, checking and copying it.

While it is open for writing it has a write-ahead log: one sync an action instead of five (median
4 against 24 ms on the disk this was measured on), readers never wait for the writer nor it for
them, and a torn end of the log is recognised by its checksums (sqlite.org/wal.html). When it is
closed the log is folded in and the file goes back to a rollback journal, because a file in log mode
cannot be opened in a folder without write access, and whoever copies or mails a closed project must
have all of it in one file. Logs do not work on network drives, so those are not worked on in place.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool, QueuePool

from desktop_app.project import problems
from desktop_app.project.storage.tables import metadata

APPLICATION_ID = 0x4C4F4445
"""``LODE``: written into the header of every project, at byte 68."""

MAGIC = b"SQLite format 3\x00"
BUSY_SECONDS = 5.0
"""How long a write waits for another program that holds the file."""

CHECKPOINT_PAGES = 100
"""After so many pages of 4 kB the log is folded in, so that it stays short and recovery quick."""

_CODES = {
    sqlite3.SQLITE_FULL: "E_DISK_FULL",
    sqlite3.SQLITE_IOERR: "E_NETWORK_GONE",
    sqlite3.SQLITE_READONLY: "E_NO_PERMISSION",
    sqlite3.SQLITE_CANTOPEN: "E_NO_PERMISSION",
    sqlite3.SQLITE_PERM: "E_NO_PERMISSION",
    sqlite3.SQLITE_AUTH: "E_NO_PERMISSION",
    sqlite3.SQLITE_BUSY: "E_LOCKED_BY",
    sqlite3.SQLITE_LOCKED: "E_LOCKED_BY",
    sqlite3.SQLITE_CORRUPT: "E_CORRUPT",
    sqlite3.SQLITE_NOTADB: "E_CORRUPT",
}


@contextmanager
def guarded(path: Path) -> Iterator[None]:
    """Turns what the database or the system refuses into coded errors about the project."""
    try:
        with problems.coded(path):
            yield
    except (DBAPIError, sqlite3.Error) as failure:
        cause = failure.orig if isinstance(failure, DBAPIError) else failure
        code = getattr(cause, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
        raise problems.failed(path, _CODES.get(code & 0xFF, "E_CORRUPT")) from failure
    except UnicodeDecodeError as garbled:
        raise problems.damaged(path) from garbled


def examine(path: Path) -> None:
    """Raises CodedError unless the first bytes are those of a whole project. Changes nothing."""
    with problems.coded(path):
        if not path.exists():
            raise problems.not_found(path)
        if not path.is_file():
            raise problems.no_project(path)
        size = path.stat().st_size
        with path.open("rb") as stream:
            head = stream.read(100)
    if size == 0:
        raise problems.empty(path)
    if not head.startswith(MAGIC):
        raise problems.no_project(path) if head[:6] != MAGIC[:6] else problems.damaged(path)
    if len(head) < 100:
        raise problems.truncated(path)
    if int.from_bytes(head[68:72]) != APPLICATION_ID:
        raise problems.no_project(path)
    page = int.from_bytes(head[16:18])
    page = 65536 if page == 1 else page
    pages = int.from_bytes(head[28:32])
    says_itself = head[24:28] == head[92:96]  # only then is the number of pages kept up to date
    if says_itself and size < page * pages and not any(p.exists() for p in logs_of(path)):
        raise problems.truncated(path)


def logs_of(path: Path) -> tuple[Path, Path]:
    """The write-ahead log and the rollback journal SQLite keeps beside a file in use."""
    return path.with_name(path.name + "-wal"), path.with_name(path.name + "-journal")


def fold_in(engine: Engine, *, closing: bool = False) -> None:
    """Brings everything acknowledged into the file itself; when closing, leaves no log behind.

    A reader in the way is no error: the log then stays and the next opener folds it in.
    """
    raw = engine.raw_connection()
    try:
        own: Any = raw.driver_connection
        own.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        if closing:
            with suppress(sqlite3.OperationalError):
                own.execute("PRAGMA busy_timeout=0")
                own.execute("PRAGMA journal_mode=DELETE").fetchall()
    finally:
        raw.close()


def engine_for(path: Path, *, read_only: bool = False) -> Engine:
    """An engine on one file. Every transaction that is begun to write holds the file at once."""
    address = path.absolute().as_uri()
    if not address.startswith("file:///"):  # \\server\share; SQLite wants no host in the address
        address = "file:////" + address.removeprefix("file://")
    address += "?mode=ro" if read_only else "?mode=rw"

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(
            address, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )

    # A reader keeps nothing open between two looks, so that it is never in a writer's way.
    pool = NullPool if read_only else QueuePool
    engine = create_engine("sqlite+pysqlite://", creator=connect, poolclass=pool)
    event.listen(engine, "connect", _arm_to_read if read_only else _arm_to_write)
    event.listen(engine, "begin", _begin_read if read_only else _begin_write)
    return engine


def _arm_to_read(connection: Any, _record: object) -> None:
    for setting in (
        "trusted_schema=OFF",
        "cell_size_check=ON",
        "temp_store=MEMORY",  # nothing of a supplier in temporary files
        "mmap_size=0",
        "query_only=ON",
    ):
        connection.execute(f"PRAGMA {setting}")


def _arm_to_write(connection: Any, _record: object) -> None:
    for setting in (
        "trusted_schema=OFF",
        "cell_size_check=ON",
        "temp_store=MEMORY",
        "mmap_size=0",
        "foreign_keys=ON",
        "journal_mode=WAL",
        "synchronous=FULL",
        "fullfsync=ON",
        "checkpoint_fullfsync=ON",
        f"wal_autocheckpoint={CHECKPOINT_PAGES}",
    ):
        connection.execute(f"PRAGMA {setting}")


def _begin_write(connection: Any) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _begin_read(connection: Any) -> None:
    connection.exec_driver_sql("BEGIN")


def mark_as_project(path: Path) -> None:
    """Makes an empty database that says it is a project. Raises CodedError, FileExistsError."""
    with guarded(path), path.open("xb"):
        pass
    with guarded(path):
        connection = sqlite3.connect(path, isolation_level=None)
        try:
            connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        finally:
            connection.close()


def check(path: Path, engine: Engine, *, thorough: bool) -> None:
    """The database's own check, and that the file holds our tables and nothing that acts.

    Raises CodedError E_CORRUPT. ``thorough`` also compares indexes with their tables and looks for
    rows that point nowhere.
    """
    with guarded(path), engine.connect() as connection:
        found = connection.exec_driver_sql("SELECT type, tbl_name FROM sqlite_schema").all()
        foreign = {kind for kind, _ in found} - {"table", "index"}
        unknown = {table for _, table in found} - {*metadata.tables, "alembic_version"}
        if foreign or any(not name.startswith("sqlite_") for name in unknown):
            raise problems.damaged(path)
        pragma = "integrity_check(1)" if thorough else "quick_check(1)"
        answer = connection.exec_driver_sql(f"PRAGMA {pragma}").scalar()
        orphan = thorough and connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if answer != "ok" or orphan:
        raise problems.damaged(path)


def copy_database(engine: Engine, target: Path) -> None:
    """Copies a project as it stands into a new file and syncs it, also while it is open.

    Uses the database's own backup, which never sees half an action. Raises sqlite3.Error, OSError.
    """
    copy = sqlite3.connect(target, isolation_level=None)
    try:
        with engine.connect() as connection:
            own: Any = connection.connection.driver_connection
            own.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE").fetchall()  # one file, nothing beside it
    finally:
        copy.close()
