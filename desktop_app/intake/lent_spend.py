"""What a part costs a year where one list says the price and another the demand."""

from collections import Counter
from dataclasses import replace

import numpy as np
import pandas as pd

from desktop_app.intake.priced_units import OTHER_PRICE
from desktop_app.intake.production_plans import priced_by_mass
from desktop_app.intake.stock_units import OTHER_UNIT
from desktop_app.model.reading import Reading

UNSURE = frozenset((OTHER_UNIT, OTHER_PRICE))
"""Marks of parts whose price and demand may be of two units."""


def with_spend(reading: Reading) -> Reading:
    """The reading with such spend; the same one where there is none. A price for a mass gives none of pieces,
    and of one demand that several rows share, as those of two suppliers do, nobody knows whose it is."""
    parts = reading.parts
    demands = Counter(cells.get("annual_quantity") for cells in parts.provenance.values())
    lent = [
        part
        for part, cells in parts.provenance.items()
        if ("annual_quantity" in cells) != ("unit_price" in cells)
        and ("unit_price" in cells or demands[cells.get("annual_quantity")] == 1)
        and not UNSURE & set(parts.marks.get(part, ()))
        and "annual_spend" not in parts.unreadable.get(part, ())
    ]
    if not lent:
        return reading
    by_mass = priced_by_mass(reading.files, parts)
    rows = np.array(lent, dtype=np.intp)
    is_lent = np.array(["unit_price" in parts.provenance[row] for row in lent], dtype=np.bool_)
    rows = rows[~np.where(is_lent, by_mass.any(), by_mass[rows])]
    spend, price = parts.number("annual_spend").copy(), parts.number("unit_price")
    yearly = parts.number("annual_quantity")
    rows = rows[np.isnan(spend[rows]) & (price[rows] > 0) & (yearly[rows] >= 0)]
    if not len(rows):
        return reading
    spend[rows] = price[rows] * yearly[rows]
    frame = parts.frame.copy(deep=False)
    frame["annual_spend"] = pd.Series(spend, index=frame.index)
    return replace(reading, parts=replace(parts, frame=frame))
