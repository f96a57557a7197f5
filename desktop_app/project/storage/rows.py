"""All rows of all tables as lines of JSON and back, for a project that travels."""

import base64
import hashlib
from collections.abc import Iterable, Iterator
from typing import Any

import orjson
from sqlalchemy import Connection, LargeBinary, MetaData, Table, func, select

from desktop_app.project.storage.bulk import insert_rows


def tables_of(connection: Connection) -> list[Table]:
    """The tables of a project of any schema, those others point to first."""
    known = MetaData()
    known.reflect(connection)
    return [table for table in known.sorted_tables if table.name != "alembic_version"]


def lines_of(connection: Connection, table: Table) -> Iterator[bytes]:
    """One JSON list per row, in the order of its key; bytes as base64."""
    is_binary = _binary(table)
    found = connection.execution_options(yield_per=2000).execute(
        select(table).order_by(*table.primary_key.columns)
    )
    for row in found:
        values = [
            base64.b64encode(value).decode() if binary and value is not None else value
            for value, binary in zip(row, is_binary, strict=True)
        ]
        yield orjson.dumps(values) + b"\n"


def insert_lines(connection: Connection, table: Table, lines: Iterable[bytes]) -> None:
    """Inserts the rows of JSON lines. Raises ValueError where a line is no row of this table."""
    is_binary = _binary(table)

    def rows() -> Iterator[tuple[Any, ...]]:
        for line in lines:
            values = orjson.loads(line)
            if not isinstance(values, list) or len(values) != len(is_binary):
                raise ValueError(f"no row of {table.name}")
            yield tuple(
                base64.b64decode(value, validate=True) if binary and value is not None else value
                for value, binary in zip(values, is_binary, strict=True)
            )

    insert_rows(connection, table, table.c.keys(), rows())


def count(connection: Connection, table: Table) -> int:
    """Number of rows."""
    return int(connection.execute(select(func.count()).select_from(table)).scalar_one())


class Tally:
    """Counts and hashes lines as they pass."""

    def __init__(self) -> None:
        self.rows = 0
        self._hash = hashlib.sha256()

    def passing(self, lines: Iterable[bytes]) -> Iterator[bytes]:
        """The same lines, counted."""
        for line in lines:
            self.rows += 1
            self._hash.update(line)
            yield line

    def said(self) -> dict[str, Any]:
        """What a manifest says of them."""
        return {"rows": self.rows, "sha256": self._hash.hexdigest()}


def _binary(table: Table) -> list[bool]:
    return [isinstance(column.type, LargeBinary) for column in table.columns]
