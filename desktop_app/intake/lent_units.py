"""Rows of one list that count in another unit than the part they speak of.

A warehouse weighs what production counts. What a row says of the supplier or the delivery time holds in
any unit; its amounts and prices are turned into the unit of the part where the mass of a piece is known,
and are left out and told of otherwise.
"""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from desktop_app.intake.stock_units import factor_between, in_units, is_mass
from desktop_app.intake.values import same_unit

AMOUNTS = (
    "stock_on_hand", "stock_blocked", "in_transit", "open_order_quantity", "requirement_quantity",
    "annual_quantity", "quantity",
)  # fmt: skip
OF_ONE = ("unit_price", "unit_mass_g")
"""Facts of one unit: the more units an amount has, the less each costs."""
LOST = ("stock_on_hand", "requirement_quantity", "annual_quantity")
"""Amounts without which a part has no run-out date."""


def in_the_units_of(
    frame: pd.DataFrame, units: NDArray[np.object_], grams: NDArray[np.float64]
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The rows with their amounts in ``units`` (one a row, None where the part says none), and those
    of them whose amounts could not be turned. ``grams``: mass of one unit of the part; of a part that is
    counted by the kilogram that says nothing of a piece, whose mass only the rows themselves can tell."""
    pairs = list(zip(frame["unit"].tolist(), units.tolist(), strict=True))
    others = {pair for pair in set(pairs) if None not in pair and not same_unit(*pair)}
    if not others:
        return frame, frame.iloc[:0]
    own = frame["unit_mass_g"].to_numpy(np.float64)
    factor = np.array(
        [
            factor_between(*pair, float(own[at] if is_mass(pair[1]) else grams[at]))
            if pair in others
            else 1.0
            for at, pair in enumerate(pairs)
        ]
    )
    changed = {name: in_units(frame[name].to_numpy(np.float64), factor) for name in AMOUNTS}
    changed |= {name: frame[name].to_numpy(np.float64) / factor for name in OF_ONE}
    counted = frame[list(LOST)]
    before = (counted.notna() & (counted != 0)).any(axis=1).to_numpy()
    return frame.assign(**changed), frame[np.isnan(factor) & before].assign(
        wanted=units[np.isnan(factor) & before]
    )
