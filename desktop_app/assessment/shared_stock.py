"""Rows that draw on one stock: a part of several products, or beside the stock of a customer's order.

A list may name a part once for each product it goes into and repeat its stock on every row. What is
repeated is one stock, never a sum; the demands it has to meet are added up.
"""

from dataclasses import replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from desktop_app.assessment.kept import kept
from desktop_app.assessment.single_source import part_keys, part_numbers
from desktop_app.model.parts import FactCell, PartTable

Numbers = NDArray[np.float64]


class Shared(NamedTuple):
    """Per part what it may use and what is drawn a day, and how many rows share it (0 for its own)."""

    usable: Numbers
    daily: Numbers
    rows: NDArray[np.int32]


def shared_stock(
    parts: PartTable, usable: Numbers, daily: Numbers, taken: NDArray[np.bool_] | None
) -> Shared:
    """Rows of one part number and plant together.

    ``taken``: rows whose stock belongs to somebody else's order; they draw on what the part has
    beside it. Where all rows state the same stock and their demands differ, the demands are added
    up. Equal demands are taken for one that is repeated like its stock, unless a plan gave them: for
    two products, or for two places in one.
    """
    none = Shared(usable, daily, np.zeros(len(parts), dtype=np.int32))
    numbers = kept(part_numbers, parts)
    if np.bincount(numbers[numbers >= 0]).max(initial=0) < 2:
        return none
    keys = part_keys(parts, parts.text("plant").of.astype(np.int64))
    numbered = np.flatnonzero(keys >= 0)
    counts = np.bincount(keys[numbered])
    rows = numbered[counts[keys[numbered]] > 1]
    if not len(rows):
        return none
    _, group = np.unique(keys[rows], return_inverse=True)
    usable, daily, count = usable.copy(), daily.copy(), none.rows
    if taken is not None:
        free = np.where(taken[rows] | np.isnan(usable[rows]), -np.inf, usable[rows])
        beside = _most(free, group)[group]
        lends = taken[rows] & np.isfinite(beside)
        usable[rows[lends]] = beside[lends]
    apart = _drawn_apart(parts, rows, group, numbers)
    added = _are_added(usable[rows], daily[rows], group, apart)[group]
    sums = np.bincount(group, weights=np.nan_to_num(daily[rows]))
    daily[rows[added]] = sums[group][added]
    count[rows[added]] = np.bincount(group)[group][added]
    return Shared(usable, daily, count)


def _drawn_apart(
    parts: PartTable, rows: NDArray[np.intp], group: NDArray[np.intp], numbers: NDArray[np.int64]
) -> NDArray[np.bool_]:
    """Per group: the demands of its rows were lent by different cells of another list, or by the cell
    of a product that needs the part in two places. Rows of two suppliers are sources of one place."""
    found = np.zeros(int(group.max()) + 1, dtype=np.bool_)
    if not parts.provenance:
        return found
    products = _cells_of_products(parts, numbers)
    suppliers = parts.text("supplier").of
    first: dict[int, tuple[FactCell, int]] = {}
    for number, row in zip(group.tolist(), rows.tolist(), strict=True):
        cell = parts.provenance.get(row, {}).get("annual_quantity")
        if cell is None:
            continue
        supplier = int(suppliers[row])
        before = first.setdefault(number, (cell, -1))
        if before[0] != cell or (cell in products and before[1] == supplier):
            found[number] = True
        elif before[1] < 0:
            first[number] = cell, supplier
    return found


def _cells_of_products(parts: PartTable, numbers: NDArray[np.int64]) -> set[FactCell]:
    """Cells that lend a demand to several part numbers, or beside the name of a product: those of a
    product, not of a part."""
    lent: dict[FactCell, int] = {}
    found: set[FactCell] = set()
    for row, cells in parts.provenance.items():
        cell, named = cells.get("annual_quantity"), cells.get("goes_into")
        if cell is None:
            continue
        is_beside = named is not None and named == replace(cell, column=named.column)
        if is_beside or lent.setdefault(cell, int(numbers[row])) != numbers[row]:
            found.add(cell)
    return found


def _are_added(
    stock: Numbers, demand: Numbers, group: NDArray[np.intp], apart: NDArray[np.bool_]
) -> NDArray[np.bool_]:
    """Per group: all rows state the same stock, and not the same demand."""
    unknown = np.bincount(group, weights=np.isnan(stock)) > 0
    same = _most(np.nan_to_num(stock), group) == -_most(-np.nan_to_num(stock), group)
    most = _most(np.nan_to_num(demand, nan=-np.inf), group)
    least = -_most(-np.nan_to_num(demand, nan=np.inf), group)
    added: NDArray[np.bool_] = same & ~unknown & ((most > least) | apart)
    return added


def _most(values: Numbers, group: NDArray[np.intp]) -> Numbers:
    found = np.full(int(group.max()) + 1, -np.inf)
    np.maximum.at(found, group, values)
    return found
