"""The quantity of a board list whose heading does not say so: it is how many places each line names."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from desktop_app.intake.candidates import ACCEPTED, Candidate
from desktop_app.intake.grid import Grid, shown
from desktop_app.intake.products import read_numbers
from desktop_app.model.designators import designators_in
from desktop_app.model.findings import msg

FEWEST, SHARE = 2, 0.8
"""Lines of several places that prove it, and share of the lines whose places are as many. Own judgement."""
MOST_ROWS = 400
PROVED = 0.9
_BY_CELLS = msg("by its cells and the columns beside it")


def counted_places(
    candidates: Sequence[Candidate], grid: Grid, rows: NDArray[np.intp]
) -> list[Candidate]:
    """All readings, with the one column of numbers as the quantity that counts the places in each row, where no
    heading says how many. ``rows``: positions of the full rows."""
    sure = {c.field: c.column for c in candidates if c.confidence >= ACCEPTED}
    places = sure.get("reference_designator")
    if places is None or "quantity" in sure:
        return list(candidates)
    column, some = grid.columns[places], rows[:MOST_ROWS]
    told = [designators_in(shown(column.values[code])) for code in column.codes[some].tolist()]
    counts = np.array([np.nan if one is None else one.amount or np.nan for one in told])
    if (counts > 1).sum() < FEWEST:
        return list(candidates)
    free = [n for n in range(len(grid.columns)) if n not in sure.values()]
    equal = [n for n in free if _are_equal(counts, read_numbers(grid.columns[n], some))]
    if len(equal) != 1:
        return list(candidates)
    kept = [c for c in candidates if c.column != equal[0]]
    return [*kept, Candidate(equal[0], "quantity", PROVED, _BY_CELLS)]


def _are_equal(counts: NDArray[np.float64], numbers: NDArray[np.float64]) -> bool:
    tells = np.isfinite(counts) & np.isfinite(numbers)
    several = tells & (counts > 1)
    if several.sum() < FEWEST:
        return False
    same = counts == numbers
    return bool(same[tells].mean() >= SHARE and same[several].mean() >= SHARE)
