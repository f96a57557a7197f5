"""A virtual file system of SQLite that notes every write, and a driver that opens files on it.

apsw speaks to a SQLite of its own; ``Driver`` gives it as much of the face of Python's sqlite3 as
SQLAlchemy and the storage of projects ask for.
"""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import apsw

Op = tuple[Any, ...]
"""``("write", file, offset, bytes)``, ``("sync", file)``, ``("truncate", file, size)`` or
``("delete", file, whether the folder is synced)``."""


class _File(apsw.VFSFile):
    def __init__(self, name: Any, flags: Any, log: list[Op]) -> None:
        super().__init__("", name, flags)
        path = name.filename() if isinstance(name, apsw.URIFilename) else name
        self._name, self._log = Path(path or "temporary").name, log

    def xWrite(self, data: Any, offset: int) -> None:
        self._log.append(("write", self._name, offset, bytes(data)))
        super().xWrite(data, offset)

    def xSync(self, flags: int) -> None:
        super().xSync(flags)
        self._log.append(("sync", self._name))

    def xTruncate(self, size: int) -> None:
        self._log.append(("truncate", self._name, size))
        super().xTruncate(size)


class NotedDisk(apsw.VFS):
    def __init__(self, log: list[Op]) -> None:
        self._log = log
        super().__init__("lodestone-power", "")

    def xOpen(self, name: Any, flags: Any) -> _File:
        return _File(name, flags, self._log)

    def xDelete(self, path: str, is_synced: bool) -> None:
        self._log.append(("delete", Path(path).name, is_synced))
        super().xDelete(path, is_synced)


class Cursor:
    """As much of the database interface of Python as SQLAlchemy asks of SQLite's."""

    arraysize = 1

    def __init__(self, connection: apsw.Connection) -> None:
        self._cursor = connection.cursor()
        self._connection = connection
        self.description: Any = None
        self.rowcount = -1
        self._rows: list[Any] = []
        self._described: list[Any] = []
        self._cursor.exec_trace = self._describe

    def _describe(self, cursor: Any, _statement: str, _given: Any) -> bool:
        """Called before the first row; afterwards apsw no longer says what there would be."""
        self._described = [(name, *[None] * 6) for name, _ in cursor.get_description()]
        return True

    @property
    def lastrowid(self) -> int:
        return self._connection.last_insert_rowid()

    def execute(self, statement: str, given: Any = ()) -> "Cursor":
        self._rows = list(self._cursor.execute(statement, tuple(given)))
        self.description = self._described or None
        return self

    def executemany(self, statement: str, rows: Any) -> "Cursor":
        self._cursor.executemany(statement, rows)
        return self

    def __iter__(self) -> Iterator[Any]:
        rows, self._rows = self._rows, []
        return iter(rows)

    def fetchall(self) -> list[Any]:
        return list(self)

    def fetchone(self) -> Any:
        return self._rows.pop(0) if self._rows else None

    def fetchmany(self, size: int = 1) -> list[Any]:
        found, self._rows = self._rows[:size], self._rows[size:]
        return found

    def close(self) -> None:
        self._cursor.close()


class Connection:
    isolation_level: Any = None

    def __init__(self, address: str, **options: Any) -> None:
        flags = apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE | apsw.SQLITE_OPEN_URI
        self.inner = apsw.Connection(str(address), flags=flags, vfs="lodestone-power")
        self.inner.set_busy_timeout(int(1000 * options.get("timeout", 5)))

    def cursor(self, *_: Any) -> Cursor:
        return Cursor(self.inner)

    def execute(self, statement: str, given: Any = ()) -> Cursor:
        return self.cursor().execute(statement, given)

    def create_function(self, name: str, arguments: int, call: Any, **_: Any) -> None:
        self.inner.create_scalar_function(name, call, arguments)

    def commit(self) -> None:
        if self.inner.in_transaction:
            self.inner.execute("COMMIT")

    def rollback(self) -> None:
        if self.inner.in_transaction:
            self.inner.execute("ROLLBACK")

    def backup(self, target: "Connection") -> None:
        with target.inner.backup("main", self.inner, "main") as copy:
            copy.step(-1)

    def close(self) -> None:
        self.inner.close()


class Driver:
    """Stands in for the module sqlite3 where the storage opens a file."""

    def __getattr__(self, name: str) -> Any:
        return getattr(sqlite3, name)

    def connect(self, address: Any, **options: Any) -> Connection:
        return Connection(address, **options)
