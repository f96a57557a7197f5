"""Stock that is counted in another unit than the demand it is to meet.

Kilograms over pieces a year give no days. A stock in another unit is turned into that of the demand
where the mass of a piece is known, and is left out and told of otherwise.
"""

import unicodedata
from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from desktop_app.intake import measures
from desktop_app.intake.consumption import PERIODS_A_YEAR
from desktop_app.intake.grid import Column, Grid, shown
from desktop_app.intake.thousands_of_pieces import pieces_in
from desktop_app.intake.unit_columns import DEMANDS, STOCKS, unit_columns
from desktop_app.intake.units_in_headings import unit_in
from desktop_app.intake.values import alike, piece_units, same_unit, units
from desktop_app.model.findings import Issue, Message, msg

if TYPE_CHECKING:
    from desktop_app.intake.cells_read import Facts
    from desktop_app.intake.tables import Table

Units = NDArray[np.object_]
Factors = NDArray[np.float64]

OTHER_UNIT = "amount in another unit"
"""Mark of parts of which such an amount was left out."""


def settle_stock_units(
    grid: Grid, table: "Table", fields: Mapping[str, int], rows: NDArray[np.intp], facts: "Facts"
) -> None:
    """Turns stock into the unit of the demand of its row, or leaves it out and says so.

    A unit stands behind the number, at the end of the heading, in a column of its own, else in the row's
    column of units. Where one of the two says none, both are taken for the same. A demand whose own unit
    is another than that of the row is turned into it.
    """
    demand = next((name for name in DEMANDS if _is_used(name, fields, facts)), None)
    beside = unit_columns(grid, table.headings, fields, table.heading + 1)
    counted = facts.columns.get("unit")
    stated = {
        name: units
        for name in STOCKS
        if name in facts.columns
        and (units := facts.units.get(name) if name not in fields
             else stated_units(grid, table, fields[name], rows, beside.get(name), of_the_row=counted)) is not None
    }  # fmt: skip
    if demand is None:
        return
    none = np.full(len(rows), None, dtype=object)
    of_the_row = none if counted is None else counted
    wanted = units_of(grid, table, fields[demand], rows, of_the_row)
    if wanted is None and not stated:
        return
    grams = of_pieces(facts, len(rows))
    if wanted is not None and "unit" in fields and demand != "quantity":
        wanted = _in_that_of_the_row(facts, demand, wanted, of_the_row, grams)
        said = {
            name: stated.get(name, none)
            for name in STOCKS
            if name in facts.columns and (name in fields or name in facts.settled)
        }
        stated = {n: np.where(pd.isna(own), of_the_row, own) for n, own in said.items()}
    if not stated:
        return
    wanted = none if wanted is None else wanted
    wanted = np.where(pd.isna(wanted), of_the_row, wanted)
    for name, own in stated.items():
        factor = factors(own, wanted, grams)
        stock = np.asarray(facts.columns[name], dtype=np.float64)
        lost = np.isnan(factor) & ~np.isnan(stock) & (stock != 0)
        facts.columns[name] = in_units(stock, factor)
        if lost.any():
            none = np.zeros(len(rows), dtype=np.bool_)
            facts.marked[OTHER_UNIT] = facts.marked.get(OTHER_UNIT, none) | lost
            what = not_in_the_unit(own[lost][0], wanted[lost][0])
            column = grid.first_column + fields[name] if name in fields else facts.settled[name]
            at = grid.first_row + int(rows[np.flatnonzero(lost)[0]]), column
            facts.issues.append(Issue("W_AMBIGUOUS_NUMBER", "warning", what, grid.name, *at))


def not_in_the_unit(unit: str, other: str) -> Message:
    """That amounts in one unit were not held against demand in another, and what to do."""
    return msg(
        "This column counts in {unit}, demand in {other}, and nothing says how many {other} one {unit} is: "
        "the figures were not used. Count both in one unit, or add a column with the weight of a piece.",
        unit=unit,
        other=other,
    )


def _in_that_of_the_row(
    facts: "Facts", demand: str, own: Units, of_the_row: Units, grams: Factors
) -> Units:
    """Turns a demand with a unit of its own, and the price of one, into that of its row, where it can be;
    its units from then on."""
    fact = "annual_quantity" if demand in PERIODS_A_YEAR else demand
    factor = factors(own, of_the_row, grams)
    turned = np.isfinite(factor)
    amounts = np.asarray(facts.columns[fact], dtype=np.float64)
    facts.columns[fact] = np.where(turned, amounts * factor, amounts)
    if "unit_price" in facts.columns:  # it was that of one unit of the demand
        price = np.asarray(facts.columns["unit_price"], dtype=np.float64)
        facts.columns["unit_price"] = np.where(turned, price / factor, price)
    return np.where(turned & ~pd.isna(of_the_row), of_the_row, own)


def _is_used(name: str, fields: Mapping[str, int], facts: "Facts") -> bool:
    """Whether a column of demand gave one; what is used in a month is by now that of a year."""
    fact = "annual_quantity" if name in PERIODS_A_YEAR else name
    return name in fields and fact in facts.columns


def stated_units(
    grid: Grid,
    table: "Table",
    position: int,
    rows: NDArray[np.intp],
    beside: int | None,
    *,
    of_the_row: Units | None = None,
) -> Units | None:
    """By the cells of an amount and its heading, else by its own column of units."""
    own = units_of(grid, table, position, rows, of_the_row)
    if beside is None:
        return own
    found = texts_in(grid.columns[beside], rows)
    return found if own is None else np.where(pd.isna(own), found, own)


def texts_in(column: Column, rows: NDArray[np.intp]) -> Units:
    """The text of each row in a column; None of an empty cell."""
    said = np.empty(len(column.values), dtype=object)
    said[:] = [shown(value).strip() or None for value in column.values]
    found: Units = said[column.codes[rows]]
    return found


def of_pieces(facts: "Facts", count: int) -> Factors:
    """Mass of a piece per row. What is bought by the kilogram weighs one per unit; that is no piece."""
    grams: Factors = facts.columns.get("unit_mass_g", np.full(count, np.nan))
    own = facts.columns.get("unit")
    if own is None:
        return grams
    # A long list has a unit in every row, and few different ones.
    masses = {unit: measures.mass_of_unit(unit) for unit in set(own.tolist())}
    of_units = np.array([masses[unit] for unit in own.tolist()], np.float64)
    return np.where(grams == of_units, np.nan, grams)


def units_of(
    grid: Grid,
    table: "Table",
    position: int,
    rows: NDArray[np.intp],
    of_the_row: Units | None = None,
) -> Units | None:
    """Per part the unit behind its number, else the one the heading ends with; None if none has one.

    ``of_the_row``: the row's own. Where it is a set, the pieces that a heading speaks of for all rows are
    sets in that one.
    """
    column: Column = grid.columns[position]
    said = unit_in(table.headings[position])
    named = said[1] if said is not None else None
    behind = {
        at: unit
        for at, value in enumerate(column.values)
        if isinstance(value, str) and (unit := measures.unit_behind(value)) is not None
    }
    if named is None and not behind:
        return None
    by_value = np.full(len(column.values), named, dtype=object)
    for at, unit in behind.items():
        by_value[at] = unit
    found: Units = by_value[column.codes[rows]]
    if of_the_row is not None and named is not None and named.casefold() in piece_units():
        sets = {one for one in set(of_the_row.tolist()) if one and _is_set(one)}
        if sets:
            above = ~np.isin(column.codes[rows], list(behind))
            found[above & np.array([one in sets for one in of_the_row.tolist()])] = SET
    return found


SET = "set"
"""What counts in whole sets, as ``units.csv`` names it."""


def _is_set(unit: str) -> bool:
    return alike().get(_plain(unit), ("", 1.0))[0] == SET


UNWEIGHED = -1.0
"""In place of the mass of a piece that is not known."""


def factors(own: Units, wanted: Units, grams: Factors) -> Factors:
    """What each figure is multiplied with to be in the unit that is wanted: 1 where one of the two is not
    known, NaN where neither masses nor the mass of a piece (``grams``) tell."""
    found = np.ones(len(own))
    differ = np.flatnonzero((own != wanted) & ~pd.isna(own) & ~pd.isna(wanted))
    # No two masses that are not known would be the same key.
    weighed = np.where(np.isnan(grams[differ]), UNWEIGHED, grams[differ]).tolist()
    told = list(zip(own[differ].tolist(), wanted[differ].tolist(), weighed, strict=True))
    known = {
        (one, other, mass): factor_between(one, other, np.nan if mass == UNWEIGHED else mass)
        for one, other, mass in set(told)
    }
    found[differ] = [known[key] for key in told]
    return found


def in_units(amounts: Factors, factor: Factors) -> Factors:
    """Amounts in other units: NaN where the factor is not known. Nothing is nothing in any unit."""
    return np.where(amounts == 0, 0.0, amounts * factor)


def factor_between(own: str, wanted: str, grams: float) -> float:
    """What an amount in one unit is multiplied with to be one in another; ``grams``: mass of a piece.
    NaN where neither tells."""
    (many, own), (wanted_many, wanted) = _counted(own), _counted(wanted)
    if same_unit(own, wanted):
        return many / wanted_many
    one, other = alike().get(_plain(own)), alike().get(_plain(wanted))
    if one is not None and other is not None:
        return many * one[1] / (wanted_many * other[1]) if one[0] == other[0] else np.nan
    return many * _grams(own, grams) / (wanted_many * _grams(wanted, grams))


def _counted(unit: str) -> tuple[float, str]:
    """How many pieces a unit such as "k pcs" stands for; one of any other."""
    return pieces_in(unit) or (1.0, unit)


def is_mass(unit: str) -> bool:
    """Whether a unit is one of mass."""
    return units().get(_plain(unit)) is not None


def _plain(unit: str) -> str:
    return unicodedata.normalize("NFKC", unit).casefold().strip(" .")


def _grams(unit: str, of_a_piece: float) -> float:
    plain = _plain(unit)
    mass = units().get(plain)
    return mass if mass is not None else of_a_piece if plain in piece_units() else np.nan
