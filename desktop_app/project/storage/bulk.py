"""Many rows at once, through the driver; SQLAlchemy only writes the statement."""

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Table, insert
from sqlalchemy.engine import Dialect

BATCH = 20_000
"""Rows handed over at a time; all in the caller's transaction."""


def insert_rows(
    connection: Connection, table: Table, names: Sequence[str], rows: Iterable[tuple[Any, ...]]
) -> None:
    """Inserts rows of plain values in the order of ``names``; nothing happens without rows."""
    statement, positional = _statement(connection.dialect, table, tuple(names))
    waiting = iter(rows)
    while batch := list(islice(waiting, BATCH)):
        given: Any = batch
        if not positional:
            given = [dict(zip(names, row, strict=True)) for row in batch]
        connection.exec_driver_sql(statement, given)


@cache
def _statement(dialect: Dialect, table: Table, names: tuple[str, ...]) -> tuple[str, bool]:
    """The text of an insert in the words of a database, and whether its values go by position."""
    compiled = insert(table).compile(dialect=dialect, column_keys=list(names))
    if compiled.positional and list(compiled.positiontup or ()) != list(names):
        named = [table.c[name] for name in names]
        raise ValueError(f"columns of {table.name} must be given in the order {named}")
    return str(compiled), bool(compiled.positional)
