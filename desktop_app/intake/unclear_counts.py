"""Counts in columns by place and by period, as carefully read as those of a field: in a list that does not
tell how it writes decimals "1.200" is 1,200 or 1.2, and neither is used.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from desktop_app.intake.cells_read import Facts
from desktop_app.intake.grid import Grid
from desktop_app.intake.number_columns import counts_in
from desktop_app.intake.products import Numbers
from desktop_app.model.findings import Issue, msg


def read_counts(
    grid: Grid, positions: Sequence[int], parts: NDArray[np.intp], facts: Facts, at: tuple[int, int]
) -> dict[int, Numbers]:
    """Position to one number a part. Where one of a part can be read in two ways all of that part are
    missing, as the rest is not the whole; it is said ``at`` a sheet row and column."""
    read, doubtful = counts_in(grid, positions, parts, facts.language)
    if doubtful.any():
        what = msg("Numbers such as 1.234 can be a thousand or one point two; they were not used.")
        facts.issues.append(Issue("W_AMBIGUOUS_NUMBER", "warning", what, grid.name, *at))
    return {n: np.where(doubtful, np.nan, found) for n, found in read.items()}
