"""Which rows of a list speak of a part in its plant, and amounts that name no plant.

A part that lies in several plants stands in a row for each. What a list without plants says of its supplier
holds for all of them; its stock or its demand is one amount, and given to each it would count several times.
"""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from desktop_app.intake.left_out import LeftOut
from desktop_app.intake.lent_rows import plain, same_text

AMOUNTS = (
    "stock_on_hand", "stock_blocked", "in_transit", "open_order_quantity", "annual_quantity",
    "requirement_quantity", "annual_spend",
)  # fmt: skip


def in_their_plants(
    frame: pd.DataFrame, plants: NDArray[np.object_], left_out: LeftOut
) -> pd.DataFrame:
    """The rows whose plant is that of their part or not known, without amounts that several plants would
    have to divide; ``plants``: that of the part of each row, None where it has none."""
    mine = frame["plant"].tolist()
    fits = np.array(
        [
            a is None or b is None or same_text(a, b)
            for a, b in zip(mine, plants.tolist(), strict=True)
        ],
        dtype=np.bool_,
    )
    rows = frame.index.to_numpy()
    left_out.elsewhere |= set(rows[~fits].tolist()) - set(rows[fits].tolist())
    in_several = _of_several(rows, mine, plants.tolist())
    stated = frame[list(AMOUNTS)].notna() & (frame[list(AMOUNTS)] != 0)
    lost = in_several & stated.any(axis=1).to_numpy()
    if lost.any():
        left_out.unplaced |= set(rows[lost].tolist())
        left_out.parts_unplaced |= set(frame["base"].to_numpy()[lost].tolist())
        frame = frame.copy()
        frame.loc[lost, list(AMOUNTS)] = np.nan
    return frame[fits]


def _of_several(
    rows: NDArray[np.intp], mine: list[str | None], plants: list[str | None]
) -> NDArray[np.bool_]:
    """Which rows name no plant and speak of a part in more than one."""
    named: dict[int, set[str]] = {}
    for row, own, plant in zip(rows.tolist(), mine, plants, strict=True):
        if own is None and plant is not None:
            named.setdefault(row, set()).add(plain(plant))
    return np.array([len(named.get(row, ())) > 1 for row in rows.tolist()], dtype=np.bool_)
