"""A price in another unit than the amounts of its row: "Order price unit | KG" beside "Unit | PC".

What a price is for is said by its cell or its heading ("EUR/kg"), else by a column of the unit of prices, else
by one of the unit of orders, in which SAP states a price where nothing else is said. It is turned into the price
of one unit of the row where masses tell; otherwise it is left out and told of.
"""

from collections.abc import Callable

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from desktop_app.intake.cells_read import CellsRead
from desktop_app.intake.composed_headings import kinds_in, kinds_joined
from desktop_app.intake.grid import Value
from desktop_app.intake.measures import unit_priced
from desktop_app.intake.planned_lists import bare, words_of
from desktop_app.intake.stock_units import Units, factors, is_mass, of_pieces, texts_in, units_of
from desktop_app.intake.thousands_of_pieces import pieces_in
from desktop_app.intake.unit_columns import DEMANDS, holds_units
from desktop_app.intake.vague_headings import words_of_kind as vague_words
from desktop_app.intake.values import piece_units
from desktop_app.model.findings import Issue, Message, msg

OF_ORDERS = frozenset(("order", "purchase"))
OTHER_PRICE = "price in another unit"
"""Mark of parts whose price is for another unit than their amounts."""


def settle_priced_units(read: CellsRead) -> None:
    """Turns prices into those of one unit of their rows, or leaves them out and says so."""
    price = read.facts.columns.get("unit_price")
    if price is None or "unit_price" not in read.fields:
        return
    own, wanted = _priced(read), _counted(read)
    if own is None or own is wanted:  # of which every price is
        return
    wanted = np.full(len(price), None, dtype=object) if wanted is None else wanted
    wanted = np.where(pd.isna(wanted) & _are_many(own), PIECE, wanted)
    factor = factors(wanted, own, of_pieces(read.facts, len(read.rows)))
    read.facts.columns["unit_price"] = price * factor
    # Of amounts without a unit kilograms are as likely as pieces.
    open_mass = pd.isna(wanted) & _are(own, is_mass)
    lost = (np.isnan(factor) | open_mass) & ~np.isnan(price)
    if lost.any():
        read.facts.marked[OTHER_PRICE] = lost
        first = int(np.flatnonzero(lost)[0])
        at = (
            read.grid.first_row + int(read.rows[first]),
            read.grid.first_column + read.fields["unit_price"],
        )
        what = no_money(own[first], wanted[first])
        read.facts.issues.append(Issue("W_AMBIGUOUS_NUMBER", "warning", what, read.grid.name, *at))


def no_money(unit: str, other: str | None) -> Message:
    """That a price of one unit was not multiplied with amounts in another, and what to do."""
    if other is None:
        return msg(
            "This column is the price of one {unit}, and nothing says in what amounts count: no money was "
            "reckoned from it. Add a column with their unit.",
            unit=unit,
        )
    return msg(
        "This column is the price of one {unit}, amounts count in {other}, and nothing says how many "
        "{other} one {unit} is: no money was reckoned from it. Give the price of one {other}, or add a "
        "column with the weight of a piece.",
        unit=unit,
        other=other,
    )


def _counted(read: CellsRead) -> Units | None:
    """In what the amounts of each row count: in what its demand says, else in its unit. Thousands of pieces
    stay what they are until they are turned into pieces, with their prices."""
    of_the_row = read.facts.columns.get("unit")
    demand = next((name for name in DEMANDS if name in read.fields and name != "quantity"), None)
    own = (
        None
        if demand is None
        else units_of(read.grid, read.table, read.fields[demand], read.rows, of_the_row)
    )
    if of_the_row is None or own is None:
        return own if of_the_row is None else of_the_row
    return np.where(pd.isna(own) | _are_many(of_the_row), of_the_row, own)


def _are_many(units: Units) -> NDArray[np.bool_]:
    """Which units are thousands of pieces and the like."""
    return _are(units, lambda unit: pieces_in(unit) is not None)


def _are(units: Units, test: Callable[[str], bool]) -> NDArray[np.bool_]:
    """Which units pass a test, asked once for each that is different."""
    known = {unit: test(unit) for unit in set(units.tolist()) if unit}
    if not any(known.values()):
        return np.zeros(len(units), dtype=np.bool_)
    return np.array([known.get(unit, False) for unit in units.tolist()], dtype=np.bool_)


def _priced(read: CellsRead) -> Units | None:
    """What each price is for; None of rows that do not say it."""
    column = read.columns["unit_price"]
    said = np.empty(len(column.values), dtype=object)
    above = unit_of_price(read.heading("unit_price"))
    said[:] = [unit_of_price(value) or above for value in column.values]
    own: Units = said[column.codes]
    of_the_row: Units | None = read.facts.columns.get("unit")
    if "price_unit" in read.fields:
        counted = read.columns["price_unit"]
        are = [isinstance(v, str) and pieces_in(v) is not None for v in counted.values]
        own = np.where(np.array(are, dtype=np.bool_)[counted.codes], PIECE, own)
    beside = _column_of_units(read)
    if beside is not None:
        own = np.where(pd.isna(own), texts_in(read.grid.columns[beside], read.rows), own)
    read.facts.units["unit_price"] = own
    if of_the_row is not None:
        are_many = _are_many(of_the_row)
        if (
            beside is None
            and "price_unit" not in read.fields
            and not (said.any() or are_many.any())
        ):
            return of_the_row
        own = np.where(pd.isna(own) & ~are_many, of_the_row, own)
    return None if pd.isna(own).all() else own


def unit_of_price(said: Value) -> str | None:
    """The unit that a price is for as its heading or cell says: "kg" of "Preis (EUR/kg)". None of "per
    unit", which is whatever is counted."""
    if not isinstance(said, str):
        return None
    any_unit = vague_words("price_unit") | vague_words("units_in_plural")
    found = unit_priced(said)
    if found is None or (found[1] or "").casefold() in any_unit:
        return None
    return found[1] if found[1] and found[1].casefold() not in piece_units() else PIECE


PIECE = "pcs"


def _column_of_units(read: CellsRead) -> int | None:
    """The column of the unit of prices, else that of the unit of orders."""
    headings, used = read.table.headings, {*read.fields.values()}
    places = [
        n
        for n, heading in enumerate(headings[: len(read.grid.columns)])
        if n not in used and holds_units(read.grid.columns[n], read.table.heading + 1, heading)
    ]
    for is_one in (_is_of_prices, _is_of_orders):
        if len(told := [n for n in places if is_one(headings[n])]) == 1:
            return told[0]
    return None


def _is_of_prices(heading: str) -> bool:
    return {"price", "unit"} <= _kinds(heading) or bare(heading) in words_of("unit_of_prices")


def _is_of_orders(heading: str) -> bool:
    said = _kinds(heading)
    return ("unit" in said and bool(said & OF_ORDERS)) or bare(heading) in words_of(
        "unit_of_orders"
    )


def _kinds(heading: str) -> frozenset[str]:
    return kinds_in(heading) | kinds_joined(heading)
