"""Amounts in cartons beside a column of how many pieces a carton holds: "Stock (cartons) | Pieces per carton".

They are pieces then, and what a carton costs is the price of so many. Of a carton of which nobody says what it
holds no amount is used.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from desktop_app.intake.cells_read import Facts
from desktop_app.intake.consumption import PERIODS_A_YEAR
from desktop_app.intake.grid import Grid
from desktop_app.intake.heading_text import says_per_one
from desktop_app.intake.planned_lists import bare, words_of
from desktop_app.intake.products import Numbers, read_numbers
from desktop_app.intake.stock_units import OTHER_UNIT, stated_units
from desktop_app.intake.tables import Table
from desktop_app.intake.unit_columns import DEMANDS, STOCKS, unit_columns
from desktop_app.intake.units_in_headings import unit_in, without_unit
from desktop_app.intake.values import alike
from desktop_app.model.findings import Issue, msg

Flags = NDArray[np.bool_]

PIECE = "pcs"
"""The unit of what was counted out."""


def settle_packs(
    grid: Grid, table: Table, fields: Mapping[str, int], rows: NDArray[np.intp], facts: Facts
) -> Table:
    """Turns amounts in cartons into pieces; the table as it reads from then on, its headings without the
    cartons. ``rows``: positions of the parts in the sheet."""
    packs = words_of("pack_size")
    sized = [
        n
        for n, heading in enumerate(table.headings[: len(grid.columns)])
        if heading and bare(heading) in packs
    ]
    if len(sized) != 1 or sized[0] in (fields.get("stock_on_hand"), fields.get("annual_quantity")):
        return table
    at = sized[0]
    if fields.get("quantity") == at:
        facts.columns.pop("quantity", None)  # how many a carton holds is none of the product
    size = read_numbers(grid.columns[at], rows)
    size = np.where(size > 0, size, np.nan)
    kind = _kind_in(table.headings[at])
    beside = unit_columns(grid, table.headings, fields, table.heading + 1)
    of_the_row: Any = facts.columns.get("unit") if "unit" in fields else None
    headings = list(table.headings)
    counted: list[int] = []
    for name in (*STOCKS, *DEMANDS):
        fact = "annual_quantity" if name in PERIODS_A_YEAR else name
        if name not in fields or fact not in facts.columns or fields[name] == at:
            continue
        own = stated_units(grid, table, fields[name], rows, beside.get(name))
        if own is None:
            own = of_the_row
        elif of_the_row is not None:
            own = np.where(pd.isna(own), of_the_row, own)
        told = _are_packs(own, kind, len(rows))
        if not np.isfinite(size[told]).any():
            continue
        lost = told & np.isnan(size) & (np.nan_to_num(facts.columns[fact]) > 0)
        if lost.any():
            none = np.zeros(len(rows), dtype=np.bool_)
            facts.marked[OTHER_UNIT] = facts.marked.get(OTHER_UNIT, none) | lost
        facts.columns[fact] = np.where(told, facts.columns[fact] * size, facts.columns[fact])
        counted.append(fields[name])
        if _is_pack(unit_in(table.headings[fields[name]]), kind):
            headings[fields[name]] = (
                without_unit(table.headings[fields[name]]) or headings[fields[name]]
            )
    if not counted:
        return table
    _settle_row_units(facts, fields, table, kind, size)
    what = msg(
        "Amounts in cartons or packs were counted out in pieces, as “{heading}” says.",
        heading=table.headings[at],
    )
    place = grid.first_row + max(0, table.heading), grid.first_column + at
    facts.issues.append(Issue("W_AMBIGUOUS_NUMBER", "note", what, grid.name, *place))
    return replace(table, headings=type(table.headings)(headings))


def _settle_row_units(
    facts: Facts, fields: Mapping[str, int], table: Table, kind: str | None, size: Numbers
) -> None:
    """Rows that count in cartons count in pieces from now on, and their prices are of a piece."""
    units: Any = facts.columns.get("unit")
    if units is None:
        return
    told = _are_packs(units, kind, len(units)) & np.isfinite(size)
    facts.columns["unit"] = np.where(told, PIECE, units)
    at = fields.get("unit_price")
    if at is not None and "unit_price" in facts.columns and not says_per_one(table.headings[at]):
        price = facts.columns["unit_price"]
        facts.columns["unit_price"] = np.where(told, price / size, price)


def _are_packs(units: Any, kind: str | None, count: int) -> Flags:
    if units is None:
        return np.zeros(count, dtype=np.bool_)
    known = {unit: _is_pack((1.0, unit), kind) for unit in set(units.tolist())}
    return np.array([known[unit] for unit in units.tolist()], dtype=np.bool_)


def _is_pack(said: tuple[float, str | None] | None, kind: str | None) -> bool:
    """Whether a unit is a carton; of the ``kind`` that the column of sizes speaks of, where it says one."""
    unit = None if said is None else said[1]
    if not isinstance(unit, str):
        return False
    of = alike().get(unit.casefold().strip(" ."))
    return of is not None and of[0] in words_of("pack_units") and kind in (None, of[0])


def _kind_in(heading: str) -> str | None:
    """The kind of pack that a heading of sizes names: box of "Pcs/box"."""
    words = "".join(c if c.isalnum() else " " for c in heading.casefold()).split()
    kinds = {of[0] for word in words if (of := alike().get(word)) is not None}
    kinds &= words_of("pack_units") - {"pack"}
    return kinds.pop() if len(kinds) == 1 else None
