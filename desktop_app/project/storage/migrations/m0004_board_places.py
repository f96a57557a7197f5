"""Where a part stands on a circuit board, the footprint that its list names, and the products that a part
goes into."""

from typing import TYPE_CHECKING

import sqlalchemy as sa

if TYPE_CHECKING:
    from alembic.operations import Operations

revision = "0004"
down_revision = "0003"
needs = "0.1.0"


def upgrade(op: "Operations") -> None:
    """Adds three texts to the parts."""
    op.add_column("part", sa.Column("reference_designator", sa.Text))
    op.add_column("part", sa.Column("footprint", sa.Text))
    op.add_column("part", sa.Column("goes_into", sa.Text))
