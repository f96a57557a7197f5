"""Units that count pieces by the thousand: "k pcs", "Tsd. St", 千个 in a column of units.

0.6 of them are 600 pieces. Left as they are they would be held against a demand in pieces.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from desktop_app.intake.cells_read import Facts
from desktop_app.intake.consumption import PERIODS_A_YEAR
from desktop_app.intake.grid import Grid
from desktop_app.intake.heading_patterns import PER_ONE
from desktop_app.intake.lent_units import AMOUNTS
from desktop_app.intake.measures import price_unit_in
from desktop_app.intake.priced_units import OTHER_PRICE, no_money
from desktop_app.intake.products import read_numbers
from desktop_app.intake.stock_units import OTHER_UNIT, factors, of_pieces, stated_units, units_of
from desktop_app.intake.tables import Table
from desktop_app.intake.thousands_of_pieces import PIECES, pieces_in
from desktop_app.intake.unit_columns import DEMANDS, STOCKS, named_amount, unit_columns
from desktop_app.intake.vague_headings import words_of_kind as vague_words
from desktop_app.intake.values import piece_units
from desktop_app.model.findings import Issue, msg


def settle_many_pieces(
    grid: Grid, table: Table, fields: Mapping[str, int], rows: NDArray[np.intp], facts: Facts
) -> None:
    """Turns amounts in such units into pieces, and what one of them costs into the price of a piece.

    ``rows``: positions of the parts in the sheet. An amount that says its own unit, in its heading, behind
    the number or in a column for it alone, keeps it, and so does a price that says for how many it is.
    """
    units = facts.columns.get("unit")
    if units is None or "unit" not in fields:
        return
    known = {unit: pieces_in(unit) for unit in set(units.tolist()) - {None}}
    if not any(known.values()):
        return
    counted = [known.get(unit) for unit in units.tolist()]
    times = np.array([1.0 if many is None else many[0] for many in counted], dtype=np.float64)
    beside = unit_columns(grid, table.headings, fields, table.heading + 1)
    of_the_row = fields["unit"]
    heads = {name: table.headings[fields[name]] for name in (*STOCKS, *DEMANDS) if name in fields}
    named = named_amount(table.headings[of_the_row], heads)
    for name in AMOUNTS:
        if name in facts.columns:
            said = _field_of(name, fields)
            apart = None if beside.get(said) == of_the_row else beside.get(said)
            own = (
                stated_units(grid, table, fields[said], rows, apart)
                if said in fields
                else facts.units.get(name)
            )
            takes = np.ones(len(times), np.bool_) if own is None else pd.isna(own)
            if named not in (None, said) and said in fields:
                _leave_out(
                    grid,
                    table,
                    facts,
                    name,
                    _Open(fields[said], rows, takes & (times != 1.0), units),
                )
            facts.columns[name] = facts.columns[name] * np.where(takes, times, 1.0)
    if "unit_price" in facts.columns:
        are_of_pieces = _priced_by_pieces(grid, table, fields, rows)
        if (own := facts.units.get("unit_price")) is not None:
            are_of_pieces &= pd.isna(own)  # what says its own unit was turned into that of the row
        facts.columns["unit_price"] = facts.columns["unit_price"] / np.where(
            are_of_pieces, 1.0, times
        )
        demand = _field_of("annual_quantity", fields)
        told = units_of(grid, table, fields[demand], rows) if demand in fields else None
        if told is not None:
            none = np.full(len(rows), None, dtype=object)
            _price_of_the_demand(grid, fields, rows, facts, np.where(times != 1.0, told, none))
    pieces = [unit if many is None else many[1] for unit, many in zip(units, counted, strict=True)]
    facts.columns["unit"] = np.array([*pieces, None], dtype=object)[:-1]


class _Open(NamedTuple):
    """An amount of which nothing says its unit: its column and rows, which of them, the unit beside."""

    column: int
    rows: NDArray[np.intp]
    which: NDArray[np.bool_]
    units: NDArray[np.object_]


def _leave_out(grid: Grid, table: Table, facts: Facts, name: str, amount: _Open) -> None:
    """Leaves out an amount beside the unit of another one: "Stock unit | dozen" says nothing of the demand,
    which may count dozens or pieces."""
    known = np.asarray(facts.columns[name], dtype=np.float64)
    lost = amount.which & ~np.isnan(known) & (known != 0)
    if not lost.any():
        return
    facts.columns[name] = np.where(lost, np.nan, known)
    none = np.zeros(len(lost), dtype=np.bool_)
    facts.marked[OTHER_UNIT] = facts.marked.get(OTHER_UNIT, none) | lost
    first = int(np.flatnonzero(lost)[0])
    what = msg(
        "“{unit}” is the unit of another column, and this one may count the same or single pieces: its "
        "figures were not used. Name its unit in its heading.",
        unit=amount.units[first],
    )
    at = grid.first_row + int(amount.rows[first]), grid.first_column + amount.column
    facts.issues.append(Issue("W_AMBIGUOUS_NUMBER", "warning", what, grid.name, *at))


def _price_of_the_demand(
    grid: Grid,
    fields: Mapping[str, int],
    rows: NDArray[np.intp],
    facts: Facts,
    said: NDArray[np.object_],
) -> None:
    """Turns prices of a piece into those of one unit of a demand that says its own (``said``), such as
    kilograms; they are left out and told of where that cannot be."""
    price = np.asarray(facts.columns["unit_price"], dtype=np.float64)
    pieces = np.full(len(rows), PIECES, dtype=object)
    factor = factors(said, pieces, of_pieces(facts, len(rows)))
    facts.columns["unit_price"] = price * factor
    lost = np.isnan(factor) & ~np.isnan(price)
    if lost.any():
        none = np.zeros(len(rows), dtype=np.bool_)
        facts.marked[OTHER_PRICE] = facts.marked.get(OTHER_PRICE, none) | lost
        first = int(np.flatnonzero(lost)[0])
        at = grid.first_row + int(rows[first]), grid.first_column + fields["unit_price"]
        what = no_money(PIECES, said[first])
        facts.issues.append(Issue("W_AMBIGUOUS_NUMBER", "warning", what, grid.name, *at))


def _field_of(amount: str, fields: Mapping[str, int]) -> str:
    """The field whose column an amount comes from: what a year needs may be that of its months."""
    if amount != "annual_quantity" or amount in fields:
        return amount
    return next((name for name in PERIODS_A_YEAR if name in fields), amount)


def _priced_by_pieces(
    grid: Grid, table: Table, fields: Mapping[str, int], rows: NDArray[np.intp]
) -> NDArray[np.bool_]:
    """Which prices were for pieces before: those "per piece", and those for a thousand and the like. A
    price for one is that of one such unit."""
    count = np.zeros(len(rows))
    if "price_unit" in fields:
        count = np.nan_to_num(read_numbers(grid.columns[fields["price_unit"]], rows))
    elif "unit_price" in fields:
        heading = table.headings[fields["unit_price"]]
        count += price_unit_in(heading)
        if _says_per_piece(heading):
            return np.ones(len(rows), np.bool_)
    return count > 1.0


def _says_per_piece(heading: str) -> bool:
    """ "Price per piece" and "Price (EUR each)"; a "Unit price" is that of whatever is counted."""
    any_unit = vague_words("price_unit") | vague_words("units_in_plural")
    found = PER_ONE.search(heading)
    said = {found[2].casefold()} if found else {*re.split(r"[^\w]+", heading.casefold())}
    return not piece_units().isdisjoint(said - any_unit)
