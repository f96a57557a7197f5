"""What a part costs a year where one list says the price and another the demand."""

from collections import Counter
from dataclasses import replace

import numpy as np
import pandas as pd

from desktop_app.intake.priced_units import OTHER_PRICE
from desktop_app.intake.production_plans import priced_by_mass
from desktop_app.intake.shared_demand import SHARED
from desktop_app.intake.stock_units import OTHER_UNIT
from desktop_app.model.parts import FactCell, PartTable
from desktop_app.model.reading import Reading

UNSURE = frozenset((OTHER_UNIT, OTHER_PRICE, SHARED))
"""Marks of parts whose price and demand may be of two units, or the demand of several suppliers."""


def with_spend(reading: Reading) -> Reading:
    """The reading with such spend; the same one where there is none. A price for a mass gives none of pieces,
    and of one demand that several rows share, as those of two suppliers do, nobody knows whose it is."""
    parts = reading.parts
    spend, price = parts.number("annual_spend"), parts.number("unit_price")
    yearly = parts.number("annual_quantity")
    can_be = np.isnan(spend) & (price > 0) & (yearly >= 0)
    rows = [row for row in parts.provenance if can_be[row]] if can_be.any() else []
    if not rows:
        return reading
    demands = Counter(cells.get("annual_quantity") for cells in parts.provenance.values())
    by_mass = priced_by_mass(reading.files, parts)
    any_by_mass = bool(by_mass.any())
    counting = _files_with_units(reading)
    rows = [row for row in rows if _is_clear(parts, row, demands, counting)]
    rows = [
        row
        for row in rows
        if not (any_by_mass if "unit_price" in parts.provenance[row] else by_mass[row])
    ]
    if not rows:
        return reading
    spend = spend.copy()
    spend[rows] = price[rows] * yearly[rows]
    frame = parts.frame.copy(deep=False)
    frame["annual_spend"] = pd.Series(spend, index=frame.index)
    return replace(reading, parts=replace(parts, frame=frame))


def _is_clear(
    parts: PartTable, row: int, demands: Counter[FactCell | None], counting: frozenset[int]
) -> bool:
    """Whether price and demand are in one unit, and the demand was lent to no other row. Where two lists lent
    them, the part must say its unit itself, into which both were turned, or neither may count in any.
    ``counting``: positions of the files with units."""
    cells, marks = parts.provenance[row], parts.marks.get(row)
    demand, price = cells.get("annual_quantity"), cells.get("unit_price")
    if demand is None and price is None:
        return False
    if demand is not None and price is not None and not _are_of_one_row(demand, price):
        counts = demand.file in counting or price.file in counting
        if counts and ("unit" in cells or parts.value(row, "unit") is None):
            return False
    if marks and not UNSURE.isdisjoint(marks):
        return False
    is_alone = demand is None or demands[demand] == 1
    return is_alone and "annual_spend" not in parts.unreadable.get(row, ())


def _files_with_units(reading: Reading) -> frozenset[int]:
    return frozenset(
        n
        for n, file in enumerate(reading.files)
        if any(c.field == "unit" for s in file.sheets for t in s.tables for c in t.columns)
    )


def _are_of_one_row(one: FactCell, other: FactCell) -> bool:
    return (one.file, one.sheet, one.row) == (other.file, other.sheet, other.row)
