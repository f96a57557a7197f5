"""Imported files in the database: what was found in them, their parts, their bytes."""

import hashlib
import zlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain
from typing import Any

import numpy as np
import orjson
import pandas as pd
from numpy.typing import NDArray
from sqlalchemy import Connection, func, select

from desktop_app.model.collecting import without_collecting
from desktop_app.model.parts import NUMBER_FIELDS, PartTable, empty_columns
from desktop_app.model.reading import Reading
from desktop_app.model.sources import name_in
from desktop_app.project.corrections import DAYS, FLAGS
from desktop_app.project.storage.bulk import insert_rows
from desktop_app.project.storage.tables import FACTS, content, part, source
from desktop_app.project.stored_model import MODEL

PIECE = 1_000_000
"""Bytes of one stored piece of a file."""
ROWS_AT_ONCE = 20_000

_PLACES = ("sheet", "row", "table")
_REMARKS = (
    "marks", "unreadable", "provenance", "sources", "substances", "conflicts", "requirements",
    "stock_ends",
)  # fmt: skip
_SOURCE = ("number", "path", "sha256", "parts", "facts", "found")


def next_source(connection: Connection) -> int:
    """The number of the next file."""
    last = connection.execute(select(func.coalesce(func.max(source.c.number), 0)))
    return int(last.scalar_one()) + 1


def add_source(connection: Connection, number: int, reading: Reading) -> None:
    """Stores a reading of one file under a number."""
    (file,), parts = reading.files, reading.parts
    facts = [name for name in FACTS if _holds_anything(parts.frame[name])]
    found = {
        "file": file,
        "columns": tuple(dict(columns) for columns in parts.columns),
        **{name: dict(getattr(parts, name)) for name in _REMARKS},
    }
    row = (
        number, file.path, file.sha256, len(parts), orjson.dumps(facts).decode(),
        orjson.dumps(MODEL.pack(found)).decode(),
    )  # fmt: skip
    insert_rows(connection, source, _SOURCE, [row])
    names = ("source", "position", *_PLACES, *facts)
    with without_collecting():
        insert_rows(connection, part, names, _rows(number, parts.frame, facts))


def read_source(connection: Connection, number: int) -> Reading:
    """The reading of one file as it was stored. Raises ValueError where it is not whole."""
    row = connection.execute(select(source).where(source.c.number == number)).one_or_none()
    if row is None:
        raise ValueError(f"no file {number}")
    facts = [name for name in orjson.loads(row.facts) if name in part.c]
    found = MODEL.unpack(orjson.loads(row.found))
    parts = PartTable(
        _frame(connection, number, facts, row.parts),
        columns=found["columns"],
        file_names=(name_in(row.path),),
        **{name: found.get(name, {}) for name in _REMARKS},  # the last two came later
    )
    return Reading((found["file"],), parts)


def _holds_anything(column: "pd.Series[Any]") -> bool:
    values: Any = column.to_numpy()
    if values.dtype == object and len(values) and values[0] is not None:
        return True
    if values.dtype == object:
        nothing: Any = None  # compared value by value, which ``is`` cannot do
        return bool((values != nothing).any())
    return bool((~np.isnan(values)).any())


def _rows(number: int, frame: pd.DataFrame, facts: Sequence[str]) -> Iterator[tuple[Any, ...]]:
    """Some rows at a time: as lists, the figures of a million take 32 MB a column."""
    for start in range(0, len(frame), ROWS_AT_ONCE):
        some = frame.iloc[start : start + ROWS_AT_ONCE]
        columns: list[Iterable[Any]] = [[number] * len(some), range(start, start + len(some))]
        columns += [some[name].tolist() for name in _PLACES]
        columns += [_plain_column(some[name], name) for name in facts]
        yield from zip(*columns, strict=True)


def _plain_column(column: "pd.Series[Any]", name: str) -> list[Any]:
    """Values the driver takes: NaN as None, days as text, numpy's own types as Python's."""
    if name in NUMBER_FIELDS:
        values = column.to_numpy(dtype=np.float64)
        plain: list[Any] = values.tolist()
        for at in np.flatnonzero(np.isnan(values)).tolist():
            plain[at] = None
        return plain
    if name in DAYS:
        return [None if value is None else value.isoformat() for value in column.tolist()]
    return column.tolist()


def _frame(connection: Connection, number: int, facts: Sequence[str], rows: int) -> pd.DataFrame:
    """The parts of a file. Values go straight from the driver into columns, none through rows."""
    names = (*_PLACES, *facts)
    statement = (
        select(*(part.c[name] for name in names))
        .where(part.c.source == number)
        .order_by(part.c.position)
    )
    text = str(
        statement.compile(dialect=connection.dialect, compile_kwargs={"literal_binds": True})
    )
    cursor: Any = connection.exec_driver_sql(text).cursor
    with without_collecting():
        cells = np.fromiter(chain.from_iterable(cursor), dtype=object).reshape(-1, len(names))
    if len(cells) != rows:
        raise ValueError(f"file {number} has {len(cells)} of {rows} parts")
    columns = empty_columns(rows, ()) | {
        name: _typed(name, cells[:, at]) for at, name in enumerate(names)
    }
    return pd.DataFrame(
        {
            name: pd.Series(values, dtype=object if values.dtype == object else None, copy=False)
            for name, values in columns.items()
        },
        copy=False,
    )


def _typed(name: str, values: "NDArray[np.object_]") -> "NDArray[Any]":
    if name in NUMBER_FIELDS:
        return values.astype(np.float64)  # None becomes NaN
    if name in ("row", "table"):
        return values.astype(np.int32)
    column = values.copy()
    if name in FLAGS:
        column[:] = [None if value is None else bool(value) for value in values]
    elif name in DAYS:
        column[:] = [None if value is None else date.fromisoformat(value) for value in values]
    return column


def add_content(connection: Connection, sha256: str, data: bytes) -> None:
    """Keeps bytes under their SHA-256, once however often they come."""
    if is_kept(connection, sha256):
        return
    for at, piece in enumerate(_deflated(data)):
        insert_rows(connection, content, ("sha256", "piece", "data"), [(sha256, at, piece)])


def _deflated(data: bytes) -> Iterator[bytes]:
    """Pieces one by one: a large file need not stand in memory three times."""
    maker, waiting, whole = zlib.compressobj(1), bytearray(), memoryview(data)
    for start in range(0, len(data), PIECE):
        waiting += maker.compress(whole[start : start + PIECE])
        while len(waiting) >= PIECE:
            yield bytes(waiting[:PIECE])
            del waiting[:PIECE]
    waiting += maker.flush()
    for start in range(0, len(waiting), PIECE):
        yield bytes(waiting[start : start + PIECE])


def is_kept(connection: Connection, sha256: str) -> bool:
    """Whether bytes are kept under a SHA-256."""
    known = select(content.c.piece).where(content.c.sha256 == sha256).limit(1)
    return connection.execute(known).first() is not None


def read_content(connection: Connection, sha256: str) -> bytes | None:
    """What was kept under its SHA-256; None where nothing was. Raises ValueError where damaged."""
    pieces = connection.execute(
        select(content.c.data).where(content.c.sha256 == sha256).order_by(content.c.piece)
    ).scalars()
    whole = b"".join(pieces)
    if not whole:
        return None
    try:
        data = zlib.decompress(whole)
    except zlib.error as wrong:
        raise ValueError(f"{sha256} is damaged") from wrong
    if hashlib.sha256(data).hexdigest() != sha256:
        raise ValueError(f"{sha256} is not what was kept")
    return data
