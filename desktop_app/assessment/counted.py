"""What the day that is asked about changes in a stock: use since it was counted, goods that come later.

A stock figure is of the day on which it was counted. What has been used since is gone; what came in
since nobody says, so the most favourable end counts the stock as it stands.
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from desktop_app.model.parts import PartTable

Numbers = NDArray[np.float64]
Ends = NDArray[np.float64]
Rows = NDArray[np.intp]


class Arrivals(NamedTuple):
    """Rows with goods in transit that come after the day asked about, in so many ``days``, and how many
    (``amount``)."""

    rows: Rows
    days: Numbers
    amount: Numbers


def hangs_on_the_day(parts: PartTable) -> bool:
    """Whether a stock has a day of counting, or goods in transit have one of arrival."""
    return bool(parts.frame["stock_date"].notna().any()) or bool(len(_with_arrival(parts)))


def arrivals(parts: PartTable, on: date) -> Arrivals:
    """A confirmed day beside goods in transit is theirs, unless there is an open order as well."""
    rows = _with_arrival(parts)
    days = _days_after(parts, "confirmed_date", rows, on)
    later = days > 0
    return Arrivals(rows[later], days[later], parts.number("in_transit")[rows[later]])


class Drawn(NamedTuple):
    """Per part what it may use, what of that is in stock on its own row, and what is drawn a day."""

    usable: Numbers
    own: Numbers
    daily: Numbers


def cover_by_day(parts: PartTable, on: date, drawn_on: Drawn, factors: Sequence[float]) -> Ends:
    """Days that stock lasts by even demand, its low, best and high end for the demand times each factor.

    Without a day of counting or of arrival nothing but stock over demand. Goods in transit count
    where they come before the stock has ended.
    """
    usable, own, daily = drawn_on
    with np.errstate(all="ignore"):
        ends = np.stack([usable / daily / factor for factor in factors])
    counted = np.flatnonzero(parts.frame["stock_date"].notna().to_numpy())
    used = np.zeros(len(usable))
    used[counted] = np.maximum(0.0, -_days_after(parts, "stock_date", counted, on))
    coming = arrivals(parts, on)
    rows = np.union1d(np.flatnonzero(used), coming.rows).astype(np.intp)
    if not len(rows):
        return ends
    late, wait = np.zeros(len(usable)), np.zeros(len(usable))
    late[coming.rows], wait[coming.rows] = coming.amount, coming.days
    with np.errstate(all="ignore"):
        for end, factor in enumerate(factors):
            drawn = daily[rows] * factor
            gone = used[rows] * (end < len(factors) - 1)
            here = np.maximum(_without(usable, own, late)[rows] / drawn - gone, 0.0)
            whole = np.maximum(usable[rows] / drawn - gone, 0.0)
            ends[end, rows] = np.where(wait[rows] <= here, whole, here)
    return ends


def _without(usable: Numbers, own: Numbers, late: Numbers) -> Numbers:
    """Usable stock but for what is late; the stock as stated where it is that and nothing else, for a
    difference of two large numbers rounds a small one away."""
    found: Numbers = np.where(own + late == usable, np.maximum(own, 0.0), usable - late)
    return found


def _with_arrival(parts: PartTable) -> Rows:
    days = parts.frame["confirmed_date"].notna().to_numpy()
    if not days.any():
        return np.empty(0, dtype=np.intp)
    ordered = parts.number("open_order_quantity") > 0
    return np.flatnonzero(days & (parts.number("in_transit") > 0) & ~ordered)


def _days_after(parts: PartTable, name: str, rows: Rows, on: date) -> Numbers:
    days = parts.frame[name].iloc[rows]
    return np.array([(day - on).days for day in days], dtype=np.float64)
