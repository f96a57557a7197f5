"""Kept assessments in the database."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson
from sqlalchemy import Connection, func, insert, select

from desktop_app.model.assessment import Totals
from desktop_app.model.inquiry import Inquiry
from desktop_app.project.pieces import Pieces
from desktop_app.project.storage.part_rows import add_content, is_kept, read_content
from desktop_app.project.storage.tables import run
from desktop_app.project.stored_model import MODEL


@dataclass(frozen=True, slots=True)
class Run:
    """One kept assessment. ``activity``: length of the log it rests on; ``edition`` of the register
    and version of the ``program`` that made it; equal ``sha256`` means an equal result."""

    number: int
    at: datetime
    author: str
    title: str
    activity: int
    edition: str
    program: str
    inquiry: Inquiry
    totals: Totals
    sha256: str


def fingerprint(pieces: Pieces) -> str:
    """The SHA-256 of all pieces together."""
    return hashlib.sha256(orjson.dumps(pieces.hashes)).hexdigest()


def last_run(connection: Connection) -> Run | None:
    """The newest run."""
    newest = select(func.max(run.c.number)).scalar_subquery()
    row = connection.execute(select(run).where(run.c.number == newest)).one_or_none()
    return None if row is None else _run(row)


def list_runs(connection: Connection) -> list[Run]:
    """All runs, oldest first. Raises ValueError."""
    return [_run(row) for row in connection.execute(select(run).order_by(run.c.number))]


def add_run(connection: Connection, made: Run, pieces: Pieces) -> None:
    """Keeps a run; pieces that an earlier one has already are not kept twice."""
    for name, sha256 in pieces.hashes.items():
        if not is_kept(connection, sha256):
            add_content(connection, sha256, pieces[name])
    connection.execute(
        insert(run).values(
            number=made.number, at=made.at.isoformat(), author=made.author, title=made.title,
            activity=made.activity, edition=made.edition, program=made.program,
            inquiry=_text(made.inquiry), totals=_text(made.totals), sha256=made.sha256,
            pieces=orjson.dumps(pieces.hashes).decode(),
        )
    )  # fmt: skip


def read_pieces(connection: Connection, number: int) -> dict[str, bytes]:
    """The pieces of a run, each as its hash says. Raises ValueError."""
    stored = connection.execute(
        select(run.c.pieces).where(run.c.number == number)
    ).scalar_one_or_none()
    if stored is None:
        raise ValueError(f"no run {number}")
    found: dict[str, bytes] = {}
    for name, sha256 in orjson.loads(stored).items():
        text = read_content(connection, sha256)
        if text is None:
            raise ValueError(f"run {number} is not whole: {name}")
        found[name] = text
    return found


def _run(row: Any) -> Run:
    return Run(
        row.number, datetime.fromisoformat(row.at), row.author, row.title, row.activity,
        row.edition, row.program, MODEL.value(orjson.loads(row.inquiry)),
        MODEL.value(orjson.loads(row.totals)), row.sha256,
    )  # fmt: skip


def _text(value: Any) -> str:
    return orjson.dumps(MODEL.plain(value)).decode()
