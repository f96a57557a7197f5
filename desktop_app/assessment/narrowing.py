"""What an answer is worth: how much of the width of the licence risk it would take away.

The width is that of the interval. An answer can turn out either way, so what stays open is weighed
by how likely each way is: a magnet known to hold no heavy rare earths has no licence risk left.
"""

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from desktop_app.assessment.replenishment import Replenishment, by_kind
from desktop_app.assessment.risk import stop_without_licence
from desktop_app.assessment.stock import Numbers
from desktop_app.assessment.waiting import pert
from desktop_app.model.match import Match, Origin
from desktop_app.model.spread import Spread

if TYPE_CHECKING:
    from desktop_app.register.supply import Figures

ENDS = ("_low", "", "_high")
Points = NDArray[np.int32]
STEP = 5
"""Points are told in steps of five: more would claim a precision that the interval has not."""


class Narrowing(NamedTuple):
    """Percent points of width that the answer takes away, one entry a part; 0 where it is known."""

    composition: Points
    origin: Points
    lead_time: Points


def narrowing(
    start: Replenishment,
    matches: Spread[Match],
    origins: Spread[Origin],
    numbers: pd.DataFrame,
    figures: "Figures",
) -> Narrowing:
    """The worth of each question for the parts whose whole licence time lies ahead.

    ``numbers``: the licence risk of each part, as the clock reckoned it.
    """
    rows = np.flatnonzero(start.unfiled)
    applies = start.applies[:, rows]
    china = by_kind(origins, lambda origin: origin.china_probability)[:, rows]
    open_content = matches.array(_is_open, np.bool_)[rows]
    risk = np.stack([numbers[f"licence_risk{end}"].to_numpy(np.float64)[rows] for end in ENDS])
    with np.errstate(divide="ignore", invalid="ignore"):
        stop = np.nan_to_num(risk / applies)
        held = np.nan_to_num(np.minimum(applies / china, 1.0))
    width = risk[2] - risk[0]
    content_known = held[1] * np.maximum(china[2] * stop[2] - china[0] * stop[0], 0.0)
    origin_known = china[1] * np.maximum(held[2] * stop[2] - held[0] * stop[0], 0.0)
    refusal, cover = start.refusal[1, rows], start.cover[1, rows]
    included = applies[1] * stop_without_licence(
        refusal, cover, start.quoted[rows], figures.interval("alternative_days")[1], pert(0, 0, 0)
    )
    at_stake = np.where(start.asks_lead_time[rows], risk[1] - included, 0.0)
    return Narrowing(
        _laid(np.where(open_content, width - content_known, 0.0), rows, start),
        _laid(np.where(china[2] > china[0], width - origin_known, 0.0), rows, start),
        _laid(at_stake, rows, start),
    )


def _is_open(match: Match) -> bool:
    """Whether a report could still change which elements count."""
    return any(
        element.by_grade or 0.0 < element.probability[0] < element.probability[2] < 1.0
        for element in match.elements
    )


def _laid(share: Numbers, rows: NDArray[np.intp], start: Replenishment) -> Points:
    whole = np.zeros(len(start.exposed), dtype=np.int32)
    whole[rows] = np.floor(np.nan_to_num(np.maximum(share, 0.0)) * 100 / STEP + 1e-9) * STEP
    return whole
