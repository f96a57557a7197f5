"""The tables of a project. Migrations make them; a test compares the two.

Times are ISO 8601 text in UTC and facts of unknown type JSON text, so that every database keeps
them to the letter. Nothing is updated in place but ``about``; the log and what hangs on it only
grow.
"""

from sqlalchemy import (
    Boolean,
    Column,
    Double,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

from desktop_app.model.parts import FLAG_FIELDS, NUMBER_FIELDS, PLANNING_FIELDS, TEXT_FIELDS
from desktop_app.project.corrections import DAYS, FLAGS

FACTS = (*TEXT_FIELDS, *NUMBER_FIELDS, *FLAG_FIELDS, *PLANNING_FIELDS)
"""Facts of a part, one column each."""

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)

about = Table(
    "about",
    metadata,
    Column("name", String(32), primary_key=True),
    Column("value", Text, nullable=False),
)
"""``id`` of the project, ``made_by`` and ``needs``: program versions, ``made_at``."""

activity = Table(
    "activity",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", String(32), nullable=False),
    Column("author", Text, nullable=False),
    Column("deed", String(8), nullable=False),
    Column("target", Integer),
    Column("seal", String(64), nullable=False),
)
"""``seal``: SHA-256 over the seal before and everything this entry recorded, so that a byte changed
on the disk or by hand is noticed."""

correction = Table(
    "correction",
    metadata,
    Column("activity", ForeignKey("activity.number"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("part_number", Text, nullable=False),
    Column("supplier", Text, nullable=False),
    Column("description", String(16), nullable=False),
    Column("nth", Integer),
    Column("label", Text, nullable=False),
    Column("field", String(64), nullable=False),
    Column("imported", Text, nullable=False),
    Column("old", Text, nullable=False),
    Column("new", Text, nullable=False),
    Column("reason", Text, nullable=False),
)

record = Table(
    "record",
    metadata,
    Column("activity", ForeignKey("activity.number"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("kind", String(32), nullable=False),
    Column("content", Text, nullable=False),
)
"""Everything recorded that is no correction, as JSON of its class."""

source = Table(
    "source",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("path", Text, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("parts", Integer, nullable=False),
    Column("facts", Text, nullable=False),
    Column("found", Text, nullable=False),
)
"""One imported file. ``facts``: JSON list of the columns of ``part`` that hold anything;
``found``: JSON of what was found in it, of its tables' columns and of remarks on single parts."""

content = Table(
    "content",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("piece", Integer, primary_key=True),
    Column("data", LargeBinary, nullable=False),
)
"""The bytes of imported files as they came, deflated, in pieces; the same file is kept once."""


def _fact(name: str) -> "Column[object]":
    if name in NUMBER_FIELDS:
        return Column(name, Double)
    if name in FLAGS:
        return Column(name, Boolean(create_constraint=False))
    return Column(name, String(10) if name in DAYS else Text)


part = Table(
    "part",
    metadata,
    Column("source", ForeignKey("source.number"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("sheet", Text, nullable=False),
    Column("row", Integer, nullable=False),
    Column("table", Integer, nullable=False),
    *(_fact(name) for name in FACTS),
)
"""Parts as imported; days as ISO text."""

run = Table(
    "run",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", String(32), nullable=False),
    Column("author", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("activity", Integer, nullable=False),
    Column("edition", String(64), nullable=False),
    Column("program", String(32), nullable=False),
    Column("inquiry", Text, nullable=False),
    Column("totals", Text, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("pieces", Text, nullable=False),
)
"""One kept assessment: ``activity`` is the length of the log it rests on, ``pieces`` JSON of the
name and SHA-256 of everything it consists of. The pieces lie in ``content``; what two runs have in
common is there once. ``sha256`` is that of ``pieces``."""
