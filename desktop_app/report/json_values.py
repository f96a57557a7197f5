"""Numbers as the JSON has them: whole ones without a point, absent ones as null."""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray


def triple(values: Sequence[float] | None, digits: int = 4) -> list[float] | None:
    """[low, best, high], rounded; None where any of them is missing."""
    if values is None or any(math.isnan(value) for value in values):
        return None
    return [round(float(value), digits) for value in values]


def numbers_or_none(values: NDArray[np.float64]) -> list[float | int | None]:
    """Whole numbers without a point, NaN as None."""
    out: list[float | int | None] = values.tolist()
    finite = np.isfinite(values)
    whole = finite & (values == np.floor(np.where(finite, values, 0.5)))
    for position in np.flatnonzero(~finite).tolist():
        out[position] = None
    for position in np.flatnonzero(whole & (np.abs(values) < 1e15)).tolist():
        out[position] = int(values[position])
    return out
