"""Reads and appends the activity log."""

import hashlib
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import orjson
from sqlalchemy import Connection, Table, func, insert, select, update

from desktop_app.model.inquiry import Inquiry
from desktop_app.model.photo import Photo
from desktop_app.project.activity import DEEDS, Activity
from desktop_app.project.codec import Codec
from desktop_app.project.corrections import Correction
from desktop_app.project.keys import PartKey
from desktop_app.project.records import KINDS, Record
from desktop_app.project.storage.bulk import insert_rows
from desktop_app.project.storage.tables import about, activity, correction, record

RECORDS = Codec((*KINDS, PartKey, Inquiry, Photo))


def read_about(connection: Connection) -> dict[str, str]:
    """What a project says of itself."""
    return {row.name: row.value for row in connection.execute(select(about))}


def write_about(connection: Connection, **values: str) -> None:
    """Sets what a project says of itself."""
    known = read_about(connection)
    for name, value in values.items():
        if name in known:
            connection.execute(update(about).where(about.c.name == name).values(value=value))
        else:
            connection.execute(insert(about).values(name=name, value=value))


def last_number(connection: Connection) -> int:
    """The number of the newest entry, 0 for an empty log."""
    return int(
        connection.execute(select(func.coalesce(func.max(activity.c.number), 0))).scalar_one()
    )


def read_log(connection: Connection, after: int = 0) -> list[Activity]:
    """The entries behind a number, in order. Raises ValueError for what this program never wrote."""
    corrections = _by_activity(connection, correction, after)
    records = _by_activity(connection, record, after)
    seal = _seal_of(connection, after)
    found: list[Activity] = []
    for row in connection.execute(
        select(activity).where(activity.c.number > after).order_by(activity.c.number)
    ):
        *facts, stored = row
        fixes, others = corrections.pop(row.number, []), records.pop(row.number, [])
        seal = _sealed(seal, facts, fixes, others)
        if seal != stored:
            raise ValueError(f"activity {row.number} is not as it was written")
        found.append(_activity(facts, fixes, others))
    if corrections or records:
        raise ValueError("records without an activity")
    return found


def append(connection: Connection, entry: Activity) -> None:
    """Adds one entry with its records."""
    placed = list(enumerate(entry.records))
    fixes = [_correction_row(at, made) for at, made in placed if isinstance(made, Correction)]
    others = [
        (at, type(made).__name__, _text(RECORDS.plain(made)))
        for at, made in placed
        if not isinstance(made, Correction)
    ]
    facts = (entry.number, entry.at.isoformat(), entry.author, entry.deed, entry.target)
    seal = _sealed(_seal_of(connection, entry.number - 1), facts, fixes, others)
    connection.execute(
        insert(activity).values(dict(zip(activity.c.keys(), (*facts, seal), strict=True)))
    )
    of_entry = (entry.number,)
    insert_rows(connection, correction, correction.c.keys(), (of_entry + row for row in fixes))
    insert_rows(connection, record, record.c.keys(), (of_entry + row for row in others))


def _by_activity(
    connection: Connection, table: Table, after: int
) -> dict[int, list[tuple[Any, ...]]]:
    """The rows of each activity in their order, without its number."""
    rows: dict[int, list[tuple[Any, ...]]] = {}
    ordered = select(table).where(table.c.activity > after)
    for number, *row in connection.execute(ordered.order_by(table.c.activity, table.c.position)):
        rows.setdefault(number, []).append(tuple(row))
    return rows


def _seal_of(connection: Connection, number: int) -> str:
    """The seal of an entry; of none, the empty text."""
    found = connection.execute(select(activity.c.seal).where(activity.c.number == number))
    return str(found.scalar_one_or_none() or "")


def _sealed(
    before: str,
    facts: Sequence[Any],
    fixes: Sequence[Sequence[Any]],
    others: Sequence[Sequence[Any]],
) -> str:
    written = orjson.dumps([before, list(facts), fixes, others])
    return hashlib.sha256(written).hexdigest()


def _correction_row(at: int, made: Correction) -> tuple[Any, ...]:
    key = made.part
    values = (_text(RECORDS.plain(value)) for value in (made.imported, made.old, made.new))
    return (
        at, key.number, key.supplier, key.description, made.nth, made.label, made.field, *values,
        made.reason,
    )  # fmt: skip


def _correction(row: Sequence[Any]) -> Correction:
    _, number, supplier, description, nth, label, field, imported, old, new, reason = row
    key = PartKey(number, supplier, description)
    said, shown, given = (RECORDS.value(orjson.loads(text)) for text in (imported, old, new))
    return Correction(key, field, said, shown, given, reason, nth, label)


def _record(row: Sequence[Any]) -> Record:
    _, kind, content = row
    found: Record = RECORDS.value(orjson.loads(content))
    if type(found).__name__ != kind or not isinstance(found, KINDS):
        raise ValueError(f"no {kind}")
    return found


def _activity(
    facts: Sequence[Any], fixes: Sequence[Sequence[Any]], others: Sequence[Sequence[Any]]
) -> Activity:
    number, at, author, deed, target = facts
    if deed not in DEEDS:
        raise ValueError(f"no deed {deed!r}")
    placed: list[tuple[int, Record]] = [(row[0], _correction(row)) for row in fixes]
    placed += [(row[0], _record(row)) for row in others]
    records = tuple(made for _, made in sorted(placed, key=lambda entry: entry[0]))
    return Activity(number, datetime.fromisoformat(at), author, deed, records, target)


def _text(plain: Any) -> str:
    return orjson.dumps(plain).decode()
