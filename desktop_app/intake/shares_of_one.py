"""Shares of the substances in a part that are parts of one and not percent: they add up to one."""

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from numpy.typing import NDArray

if TYPE_CHECKING:
    from desktop_app.intake.cells_read import Facts

FEWEST = 3
"""Substances of a part whose shares tell anything by their sum."""
ROUNDED = 0.02
"""How far from one the sum may be. Own judgement."""


def add_up_to_one(shares: NDArray[np.float64], facts: "Facts") -> bool:
    """Whether the shares of each part come to one; its number may stand once above its substances."""
    numbers = facts.columns.get("part_number", facts.columns.get("mpn"))
    named = [None] * len(shares) if numbers is None else list(numbers)
    frame = pd.DataFrame({"part": pd.Series(named, dtype=object).ffill(), "share": shares})
    sums = frame.groupby("part", dropna=False)["share"].agg(["sum", "count"])
    is_whole = (sums["sum"] - 1).abs() <= ROUNDED
    return bool(len(sums)) and bool((is_whole & (sums["count"] >= FEWEST)).all())
