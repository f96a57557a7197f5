"""Stock that may be used, how long it lasts, and what was left out of it.

Usable is unrestricted stock and what has cleared export. Blocked stock, stock of a project or a
customer and open orders are not: they are named instead.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from desktop_app.assessment import counted
from desktop_app.assessment.kept import kept
from desktop_app.assessment.shared_stock import Shared, shared_stock
from desktop_app.assessment.single_source import part_keys
from desktop_app.model.parts import FactCell, PartTable

Numbers = NDArray[np.float64]
Ends = NDArray[np.float64]
"""Shape (3, parts): low, best, high."""

DAYS_A_YEAR = 365.0
FURTHEST = 1e9
"""Days beyond which it makes no difference how long stock lasts; more than any calendar has."""


def usable_stock(parts: PartTable, not_usable: frozenset[str]) -> Numbers:
    """Unrestricted stock plus cleared inbound; NaN where no stock is stated.

    ``not_usable``: marks, in lower case, of stock that belongs to a project or a customer; such a
    row has none to use. Booked below zero means used up.
    """
    inbound = np.maximum(np.nan_to_num(parts.number("in_transit"), nan=0.0), 0.0)
    usable: Numbers = np.maximum(_own_stock(parts, not_usable) + inbound, 0.0)
    return usable


def _own_stock(parts: PartTable, not_usable: frozenset[str]) -> Numbers:
    stock, taken = parts.number("stock_on_hand"), _taken(parts, not_usable)
    return stock if taken is None else np.where(taken, np.minimum(stock, 0.0), stock)


def daily_demand(parts: PartTable) -> Numbers:
    """Yearly demand spread evenly over the days; NaN where there is none."""
    yearly = parts.number("annual_quantity")
    daily: Numbers = np.where(yearly > 0, yearly, np.nan) / DAYS_A_YEAR
    return daily


def _taken(parts: PartTable, not_usable: frozenset[str]) -> NDArray[np.bool_] | None:
    """Rows whose stock belongs to a project or a customer; None where no row is marked at all."""
    marked = parts.frame["special_stock"]
    if not marked.notna().any():
        return None
    return np.array([is_taken(mark, not_usable) for mark in marked.tolist()], dtype=np.bool_)


def drawn_on(parts: PartTable, not_usable: frozenset[str]) -> Shared:
    """Usable stock and daily demand of every row, those of one part taken together."""
    usable, daily = usable_stock(parts, not_usable), daily_demand(parts)
    return shared_stock(parts, usable, daily, _taken(parts, not_usable))


def is_taken(mark: Any, not_usable: frozenset[str]) -> bool:
    """Whether a mark of special stock says that the stock belongs to somebody else's order."""
    return isinstance(mark, str) and mark.strip().casefold() in not_usable


def hangs_on_the_day(parts: PartTable) -> bool:
    """Whether the day that is asked about bears on how long the stock of any part lasts."""
    return bool(len(_dated(parts))) or counted.hangs_on_the_day(parts)


def stock_cover(
    parts: PartTable,
    demand_spread: float,
    on: date | None,
    not_usable: frozenset[str] = frozenset(),
) -> Ends:
    """Days that stock and cleared inbound last; NaN without a real stock and a real demand.

    Dated requirements decide where a part has any: cover ends with the first that stock does not
    meet. Otherwise yearly demand, spread evenly. No demand at all gives NaN, not forever. Without a
    day, ``on``, dated requirements are passed over, and so are the days of counting and arrival.
    """
    usable, daily, _ = kept(drawn_on, parts, not_usable)
    factors = (1 + demand_spread, 1.0, 1 - demand_spread)
    if on is None:
        with np.errstate(all="ignore"):
            ends = np.stack([usable / daily / factor for factor in factors])
    else:
        own = _own_stock(parts, not_usable)
        ends = counted.cover_by_day(parts, on, counted.Drawn(usable, own, daily), factors)
    ends = np.minimum(ends, FURTHEST)
    rows = _dated(parts)
    if on is not None and len(rows):
        even = _of_part(parts, ends, rows)
        dated = np.stack([
            first_uncovered(parts, rows, usable, on=on, factor=factor, even=even[end])
            for end, factor in enumerate(factors)
        ])  # fmt: skip
        dated = np.minimum(dated, FURTHEST)
        known = np.isfinite(dated).all(axis=0)
        ends[:, rows[known]] = np.sort(dated[:, known], axis=0)
    ends[:, ~np.isfinite(ends[2])] = np.nan
    return ends


def _dated(parts: PartTable) -> NDArray[np.intp]:
    """Rows that state a dated requirement, or that a planning list has some for."""
    dates = parts.frame["requirement_date"].notna().to_numpy()
    stated = dates & (parts.number("requirement_quantity") >= 0)
    stated[list(parts.requirements)] = True
    return np.flatnonzero(stated)


def first_uncovered(
    parts: PartTable,
    rows: NDArray[np.intp],
    usable: Numbers,
    *,
    on: date,
    factor: float,
    even: Numbers,
) -> Numbers:
    """Days until the first requirement that the stock of its part does not meet, per row.

    Rows of one part number and plant are one part; their stock is stated once or repeated, never
    summed; without any it is NaN. So is a requirement that a planning list says of several of its
    rows. Requirements of the past are due now. Where stock meets them all,
    it lasts until ``even``, the cover by yearly demand, but no shorter than they reach; without
    yearly demand it lasts on at their mean rate. Requirements that are all zero give NaN. Goods in
    transit with a day of arrival count from that day on.
    """
    group, first, beyond, last = _reach(parts, rows, usable, on=on, factor=factor)
    beyond = np.where(np.isfinite(even), np.fmax(even, last[group]), beyond[group])
    found: Numbers = np.where(np.isfinite(first)[group], first[group], beyond)
    return found


def without_end(parts: PartTable, usable: Numbers, on: date) -> NDArray[np.intp]:
    """Rows whose stock meets every dated requirement while nobody gave a yearly demand: how long it
    lasts after the last of them is carried on, so that there is no day on which it ends."""
    rows = _dated(parts)
    if not len(rows):
        return rows
    group, first, beyond, _ = _reach(parts, rows, usable, on=on, factor=1.0)
    yearly = _drawn_evenly(parts, usable)[rows]
    return rows[~np.isfinite(first)[group] & np.isfinite(beyond)[group] & ~yearly]


def _drawn_evenly(parts: PartTable, usable: Numbers) -> NDArray[np.bool_]:
    """Rows that have stock and a yearly demand, or stand beside a row of the same part that has."""
    has: Numbers = np.where(
        (parts.number("annual_quantity") > 0) & np.isfinite(usable), 1.0, np.nan
    )
    found: NDArray[np.bool_] = np.isfinite(_of_part(parts, has[None], np.arange(len(parts)))[0])
    return found


def _of_part(parts: PartTable, values: Ends, rows: NDArray[np.intp]) -> Ends:
    """What these rows say; where one says nothing, the least of the other rows of its part."""
    keys = part_keys(parts, parts.text("plant").of.astype(np.int64))
    known = keys >= 0
    least = np.full((len(values), int(keys.max(initial=0)) + 1), np.nan)
    for said, of_part in zip(values, least, strict=True):
        np.fmin.at(of_part, keys[known], said[known])
    own = values[:, rows]
    return np.where(np.isnan(own) & known[rows], least[:, keys[rows]], own)


def _reach(
    parts: PartTable, rows: NDArray[np.intp], usable: Numbers, *, on: date, factor: float
) -> tuple[NDArray[np.intp], Numbers, Numbers, Numbers]:
    """The part of each row; of each part the days until its first requirement that is not met, those
    that stock lasts at the mean rate of all, and those until the last of them."""
    group, stock = _grouped(parts, rows, usable)
    of, day, amount = _dues(parts, rows, group, on)
    amount = amount * factor
    coming = _coming(parts, rows, group, on)
    arriving = np.fmin(coming[2], stock[coming[0]])  # a stock booked below zero took its part
    late = np.bincount(coming[0], weights=np.nan_to_num(arriving), minlength=len(stock))
    here = stock - late
    due = np.concatenate([day, np.zeros(len(coming[1]))])
    of, day = np.concatenate([of, coming[0]]), np.concatenate([day, coming[1]])
    amount = np.concatenate([amount, -arriving])
    order = np.lexsort((amount, day, of))
    starts = np.flatnonzero(np.diff(of[order], prepend=-1))
    # one sum over all parts would round what the later ones need
    sums = pd.Series(amount[order]).groupby(of[order]).cumsum().to_numpy()
    short = sums > here[of[order]] + 1e-9
    first = np.minimum.reduceat(np.where(short, day[order], np.inf), starts)
    total = np.add.reduceat(np.maximum(amount[order], 0.0), starts)
    last = np.maximum.reduceat(due[order], starts)
    with np.errstate(all="ignore"):
        beyond = np.where(total > 0, np.maximum(last, 1.0) * stock / total, np.nan)
    return group, first, beyond, last


def _grouped(
    parts: PartTable, rows: NDArray[np.intp], usable: Numbers
) -> tuple[NDArray[np.intp], Numbers]:
    """The part of each of these rows, numbered from 0, and the usable stock of each part."""
    keys = part_keys(parts, parts.text("plant").of.astype(np.int64))[rows]
    keys = np.where(keys >= 0, keys, keys.max(initial=0) + 1 + np.arange(len(keys)))
    _, group = np.unique(keys, return_inverse=True)
    stock = np.full(int(group.max()) + 1, -np.inf)
    np.maximum.at(stock, group, np.nan_to_num(usable[rows], nan=-np.inf))
    stock[stock < 0] = np.nan
    return group.astype(np.intp), stock


def all_met(parts: PartTable, usable: Numbers) -> Mapping[int, date]:
    """The last dated requirement of each row whose stock meets them all and whose yearly demand
    nobody gave: what is said of the time after it is carried on from them."""
    rows = _dated(parts)
    if not len(rows):
        return {}
    group, stock = _grouped(parts, rows, usable)
    of, day, amount = _dues(parts, rows, group, date.min)
    total = np.bincount(of, weights=np.nan_to_num(amount), minlength=len(stock))
    last = np.zeros(len(stock))
    np.maximum.at(last, of, day)
    is_met = (total > 0) & (total <= stock) & (last > 0)
    has_demand = _drawn_evenly(parts, usable)[rows]
    return {
        row: date.min + timedelta(days=int(last[place]))
        for row, place, yearly in zip(rows.tolist(), group.tolist(), has_demand, strict=True)
        if is_met[place] and not yearly
    }


def _coming(
    parts: PartTable, rows: NDArray[np.intp], group: NDArray[np.intp], on: date
) -> tuple[NDArray[np.intp], Numbers, Numbers]:
    """Goods in transit that are still to come: the group, in how many days, how many. What several
    rows of a part repeat is one arrival."""
    late = counted.arrivals(parts, on)
    place = dict(zip(rows.tolist(), group.tolist(), strict=True))
    found: dict[int, tuple[float, float]] = {}
    for row, days, amount in zip(*(values.tolist() for values in late), strict=True):
        if row in place:
            found[place[row]] = max(found.get(place[row], (0.0, 0.0)), (amount, days))
    return (
        np.array(list(found), dtype=np.intp),
        np.array([days for _, days in found.values()], dtype=np.float64),
        np.array([amount for amount, _ in found.values()], dtype=np.float64),
    )


def _dues(
    parts: PartTable, rows: NDArray[np.intp], group: NDArray[np.intp], on: date
) -> tuple[NDArray[np.intp], Numbers, Numbers]:
    """Every requirement of these rows: the group it belongs to, in how many days, how much. One that
    was lent to several rows of a group is one."""
    lent = parts.requirements
    days, amounts = parts.frame["requirement_date"], parts.number("requirement_quantity")
    own = np.array([row not in lent for row in rows.tolist()], dtype=np.bool_)
    found = [
        (number, due, float(amount))
        for number, due, amount in zip(
            group[own].tolist(), days.iloc[rows[own]], amounts[rows[own]], strict=True
        )
    ]
    seen: set[tuple[int, FactCell, date]] = set()
    for number, row in zip(group[~own].tolist(), rows[~own].tolist(), strict=True):
        for one in lent[row]:
            if (number, one.place, one.on) not in seen:
                seen.add((number, one.place, one.on))
                found.append((number, one.on, one.quantity))
    return (
        np.array([number for number, _, _ in found], dtype=np.intp),
        np.array([max(0, (due - on).days) for _, due, _ in found], dtype=np.float64),
        np.array([amount for _, _, amount in found], dtype=np.float64),
    )
