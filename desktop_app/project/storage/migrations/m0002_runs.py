"""Kept assessments, so that a past one can be opened as it was."""

from typing import TYPE_CHECKING

import sqlalchemy as sa

if TYPE_CHECKING:
    from alembic.operations import Operations

revision = "0002"
down_revision = "0001"
needs = "0.1.0"


def upgrade(op: "Operations") -> None:
    """Adds the table of runs."""
    op.create_table(
        "run",
        sa.Column("number", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("author", "title")),
        sa.Column("activity", sa.Integer, nullable=False),
        sa.Column("edition", sa.String(64), nullable=False),
        sa.Column("program", sa.String(32), nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("inquiry", "totals")),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("pieces", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_run"),
    )
