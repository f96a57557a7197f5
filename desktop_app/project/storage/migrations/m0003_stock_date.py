"""The day on which the stock of a part was counted, and the currency of its margin."""

from typing import TYPE_CHECKING

import sqlalchemy as sa

if TYPE_CHECKING:
    from alembic.operations import Operations

revision = "0003"
down_revision = "0002"
needs = "0.1.0"


def upgrade(op: "Operations") -> None:
    """Adds two facts to the parts, the day as ISO text like the others."""
    op.add_column("part", sa.Column("stock_date", sa.String(10)))
    op.add_column("part", sa.Column("margin_currency", sa.Text))
