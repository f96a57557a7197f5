"""The log, its records and corrections, imported files and their parts."""

from typing import TYPE_CHECKING

import sqlalchemy as sa

if TYPE_CHECKING:
    from alembic.operations import Operations

revision = "0001"
down_revision: str | None = None
needs = "0.1.0"

TEXTS = (
    "part_number", "mpn", "description", "supplier", "manufacturer", "country_of_origin",
    "ships_from", "supplier_country", "hs_code", "cas_number", "material", "magnet_grade",
    "unit", "currency", "declaration", "end_use", "plant", "owner", "material_group",
    "substance", "section", "special_stock",
)  # fmt: skip
NUMBERS = (
    "quantity", "annual_quantity", "unit_price", "annual_spend", "unit_mass_g",
    "stock_on_hand", "in_transit", "lead_time_days", "cn_value_share", "margin_per_day",
    "substance_percent", "substance_mass_g", "stock_blocked", "open_order_quantity",
    "requirement_quantity",
)  # fmt: skip
FLAGS = ("leaves_china", "lead_time_holds_licence")
DAYS = ("confirmed_date", "requirement_date")


def upgrade(op: "Operations") -> None:
    """Makes an empty project."""
    op.create_table(
        "about",
        sa.Column("name", sa.String(32), nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_about"),
    )
    _make_log(op)
    _make_imports(op)


def _make_log(op: "Operations") -> None:
    op.create_table(
        "activity",
        sa.Column("number", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("author", sa.Text, nullable=False),
        sa.Column("deed", sa.String(8), nullable=False),
        sa.Column("target", sa.Integer),
        sa.Column("seal", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_activity"),
    )
    op.create_table(
        "correction",
        *_of_activity(),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("part_number", "supplier")),
        sa.Column("description", sa.String(16), nullable=False),
        sa.Column("nth", sa.Integer),
        sa.Column("label", sa.Text, nullable=False),
        sa.Column("field", sa.String(64), nullable=False),
        *(
            sa.Column(name, sa.Text, nullable=False)
            for name in ("imported", "old", "new", "reason")
        ),
        *_keys_of("correction"),
    )
    op.create_table(
        "record",
        *_of_activity(),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        *_keys_of("record"),
    )


def _of_activity() -> list[sa.Column[int]]:
    return [sa.Column(name, sa.Integer, nullable=False) for name in ("activity", "position")]


def _keys_of(table: str) -> list[sa.Constraint]:
    return [
        sa.PrimaryKeyConstraint("activity", "position", name=f"pk_{table}"),
        sa.ForeignKeyConstraint(["activity"], ["activity.number"], name=f"fk_{table}_activity"),
    ]


def _make_imports(op: "Operations") -> None:
    op.create_table(
        "source",
        sa.Column("number", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("path", sa.Text, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("parts", sa.Integer, nullable=False),
        sa.Column("facts", sa.Text, nullable=False),
        sa.Column("found", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_source"),
    )
    op.create_table(
        "content",
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("piece", sa.Integer, nullable=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("sha256", "piece", name="pk_content"),
    )
    op.create_table(
        "part",
        sa.Column("source", sa.Integer, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("sheet", sa.Text, nullable=False),
        sa.Column("row", sa.Integer, nullable=False),
        sa.Column("table", sa.Integer, nullable=False),
        *(sa.Column(name, sa.Text) for name in TEXTS),
        *(sa.Column(name, sa.Double) for name in NUMBERS),
        *(sa.Column(name, sa.Boolean(create_constraint=False)) for name in FLAGS),
        *(sa.Column(name, sa.String(10)) for name in DAYS),
        sa.PrimaryKeyConstraint("source", "position", name="pk_part"),
        sa.ForeignKeyConstraint(["source"], ["source.number"], name="fk_part_source"),
    )
