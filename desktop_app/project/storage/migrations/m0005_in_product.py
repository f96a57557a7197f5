"""How many of a part go into one product, by a bill of several levels."""

from typing import TYPE_CHECKING

import sqlalchemy as sa

if TYPE_CHECKING:
    from alembic.operations import Operations

revision = "0005"
down_revision = "0004"
needs = "0.1.0"


def upgrade(op: "Operations") -> None:
    """Adds a number to the parts."""
    op.add_column("part", sa.Column("quantity_in_product", sa.Double))
