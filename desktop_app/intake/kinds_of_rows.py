"""Planning lists with several rows of one part: what is needed, what comes in, what is left.

A column beside them says which is which; only the rows of what is needed are demand.
"""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from desktop_app.intake.cells_read import Facts
from desktop_app.intake.grid import Grid, Mask, shown
from desktop_app.intake.planned_lists import names_any
from desktop_app.intake.tables import Table

MOST_KINDS = 12
"""Different words in such a column. Own judgement."""
SEVERAL = 2
"""Kinds of rows of a part, on the average, below which a column says something else. Own judgement."""
NUMBERED = ("part_number", "mpn")


def rows_of_needs(
    grid: Grid, table: Table, fields: Mapping[str, int], parts: NDArray[np.intp], facts: Facts
) -> Mask:
    """The rows of what is needed, all where no column tells them apart. ``parts``: positions of the
    rows in the sheet; one entry for each of them in the result."""
    every = np.ones(len(parts), dtype=np.bool_)
    numbers = next((facts.columns[name] for name in NUMBERED if name in facts.columns), None)
    if numbers is None:
        return every
    known = len(set(numbers.tolist()))
    if len(parts) < SEVERAL * known:
        return every
    numbered = {fields.get(name) for name in NUMBERED}
    for n, heading in enumerate(table.headings[: len(grid.columns)]):
        column = grid.columns[n].take(parts)
        if not heading or n in numbered or len(column.values) > MOST_KINDS:
            continue
        needed = np.array([names_any(shown(value), "needed") for value in column.values])
        if not needed.any() or needed.all():
            continue
        each = set(zip(numbers.tolist(), column.codes.tolist(), strict=True))
        if len(each) >= SEVERAL * known:
            told: Mask = needed[column.codes]
            return told
    return every
