"""A price in another unit than the amounts of its row: "Order price unit | KG" beside "Unit | PC"."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from desktop_app.intake.composed_headings import kinds_in
from desktop_app.intake.grid import Column, Grid, shown
from desktop_app.intake.measures import mass_of_unit
from desktop_app.intake.values import is_unit, same_unit

OF_ORDERS = frozenset(("order", "purchase"))


def priced_in_another_unit(
    grid: Grid,
    headings: Sequence[str],
    fields: Mapping[str, int],
    rows: NDArray[np.intp],
    units: NDArray[np.object_] | None,
) -> NDArray[np.bool_]:
    """Rows whose price times their amount is no money. A column of the unit of prices tells; else that of
    orders, where one of the two is a mass and the other none. ``units``: those of the rows."""
    found = np.zeros(len(rows), dtype=np.bool_)
    kinds = {
        n: kinds_in(heading)
        for n, heading in enumerate(headings[: len(grid.columns)])
        if heading and n != fields.get("unit")
    }
    told = [
        n
        for n, said in kinds.items()
        if {"price", "unit"} <= said and n != fields.get("unit_price")
    ]
    ordered = [n for n, said in kinds.items() if "unit" in said and said & OF_ORDERS]
    if units is None or not (told or ordered):
        return found
    for n in told or ordered:
        own = _texts(grid.columns[n], rows)
        pairs = {(a, b) for a, b in zip(own, units.tolist(), strict=True) if a and b}
        differ = {pair for pair in pairs if _differ(*pair, only_mass=not told)}
        found |= np.array(
            [pair in differ for pair in zip(own, units.tolist(), strict=True)], np.bool_
        )
    return found


def _texts(column: Column, rows: NDArray[np.intp]) -> list[str]:
    texts = [shown(value).strip() for value in column.values]
    return [texts[code] for code in column.codes[rows].tolist()]


def _differ(one: str, other: str, *, only_mass: bool) -> bool:
    if not (is_unit(one) and is_unit(other)):
        return False
    if only_mass:
        return (mass_of_unit(one) is None) != (mass_of_unit(other) is None)
    return not same_unit(one, other)
