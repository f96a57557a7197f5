"""Rows that say once more what a row above says."""

from collections.abc import Mapping

import numpy as np

from desktop_app.intake.bill_levels import levels_of
from desktop_app.intake.grid import Grid, Mask
from desktop_app.intake.needs_apart import Heads, needs_apart
from desktop_app.intake.tables import Table

FEWEST_SUMS = 2
"""Sums in a list from which on they are of its groups and not of the whole. Own judgement."""


def repeats_of(
    grid: Grid,
    table: Table,
    parts: Mask,
    totals: Mask,
    fields: Mapping[str, int],
    *,
    heads: Heads,
) -> Mask:
    """Rows equal to an earlier part of the same list in every cell, and needed for the same. A hash finds them,
    comparing decides. A bill of several levels has equal parts below each of its assemblies."""
    start = table.heading + 1
    rows = np.flatnonzero(parts)
    repeats = np.zeros(len(parts), dtype=np.bool_)
    places = rows + start
    if len(rows) < 2 or levels_of(grid, table, fields, places) is not None:
        return repeats
    chance = np.random.default_rng(20_250_404)
    total = np.zeros(len(rows), dtype=np.uint64)
    for column in grid.columns:
        factor = np.uint64(int(chance.integers(1, 2**62)) * 2 + 1)
        total += column.codes[places].astype(np.uint64) * factor
    # Below headings that come again another list begins, and below each sum of a group.
    sums = np.flatnonzero(totals) + start
    breaks = [*table.repeated, *(sums.tolist() if len(sums) >= FEWEST_SUMS else ())]
    lists = np.searchsorted(np.sort(np.array(breaks, dtype=np.int64)), places)
    total += lists.astype(np.uint64) * np.uint64(int(chance.integers(1, 2**62)) * 2 + 1)
    apart = needs_apart(grid, table, rows, heads, fields)
    total += apart.astype(np.uint64) * np.uint64(int(chance.integers(1, 2**62)) * 2 + 1)
    _, first, inverse = np.unique(total, return_index=True, return_inverse=True)
    for position in np.flatnonzero(first[inverse] != np.arange(len(rows))).tolist():
        earlier, later = places[first[inverse[position]]], places[position]
        if all(column.codes[earlier] == column.codes[later] for column in grid.columns):
            repeats[rows[position]] = True
    return repeats
