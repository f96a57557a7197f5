"""What could be lost over all parts at once, and how firm the ranking is: by drawing, seeded.

The closed forms of ``risk`` give each part its interval; sums over products and ranks have none.
Every draw uses evenly distributed numbers only, turned by tables, so that a seed gives the same
result on every machine. Parts of one control share its fate, parts of one material its shortage.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from desktop_app.assessment.clock import licence_days
from desktop_app.assessment.drawn_parts import (
    Codes,
    DrawnParts,
    parts_that_matter,
    places,
)
from desktop_app.assessment.lost_money import Money
from desktop_app.assessment.replenishment import Replenishment
from desktop_app.assessment.stock import Ends, Numbers
from desktop_app.assessment.waiting import Waiting, waiting
from desktop_app.model.assessment import Draws, ShortageKind
from desktop_app.model.licence import Licence
from desktop_app.model.parts import PartTable
from desktop_app.model.spread import Spread

if TYPE_CHECKING:
    from desktop_app.register.supply import Figures

AT_A_TIME = 100
FIRST = 10
"""Sentences say "the first ten"."""
INTERVALS = ("licence_days", "general_licence_days", "disruption_days", "alternative_days")
BEYOND_NEEDED = 1e9


class Times(NamedTuple):
    """Distributions of days, and the most days that count."""

    licence: Waiting
    general: Waiting
    disruption: Waiting
    second_source: Waiting
    horizon: float


def simulate(
    parts: PartTable,
    start: Replenishment,
    licences: Spread[Licence],
    shortage: Spread[ShortageKind],
    numbers: pd.DataFrame,
    *,
    order: NDArray[np.int64],
    figures: "Figures",
    count: int | None = None,
    seed: int | None = None,
) -> Draws:
    """Draws the fate of as many parts as the figures say, those first in ``order`` that have a risk.

    Returns per currency P50 and P90 of the money lost within a year, and per part the share of
    draws in which it ranks among the first ten. Money is margin where a part has one, else spend
    of parts whose deliveries a licence stops; the two are drawn apart, as they are never added.
    """
    count = round(figures.number("drawn_futures")) if count is None else count
    seed = round(figures.number("draw_seed")) if seed is None else seed
    at = parts_that_matter(start, numbers, order, round(figures.number("drawn_parts")))
    likely = licence_days(start, figures)[0][1]
    chosen = DrawnParts(
        at, parts, start, licences, shortage,
        place=places(order, at), likely=(likely - start.papers)[at],
    )  # fmt: skip
    money = Money(parts, at)
    rarest = figures.number("longest_wait")
    licence, general, disruption, second = (
        waiting(figures.interval(name), rarest) for name in INTERVALS
    )
    times = Times(licence, general, disruption, second, figures.number("horizon_days"))
    lost: list[Numbers] = []
    firsts = np.zeros(len(at), dtype=np.int64)
    rng = np.random.Generator(np.random.PCG64(seed))
    for size in _sizes(count if len(at) else 0):
        duty, days, key = _draw(chosen, times, rng, size)
        lost.append(money.lost(duty, days))
        firsts += _first(key)
    return Draws(
        count=count,
        seed=seed,
        part_ids=at,
        first_ten=firsts / max(1, count),
        money=money.quantiles(np.concatenate(lost, axis=1)) if lost else {},
    )


def _sizes(count: int) -> Iterator[int]:
    while count > 0:
        yield min(count, AT_A_TIME)
        count -= AT_A_TIME


def _draw(
    chosen: DrawnParts, times: Times, rng: np.random.Generator, size: int
) -> tuple[NDArray[np.bool_], Numbers, Numbers]:
    """One batch: whether the duty applies, days of standstill, and the key of the ranking.

    Arrays of draws by parts. What is common to a control, a supplier or a material is drawn once.
    """
    doubt, fate, refusal = (
        _shared(rng, size, groups) for groups in (chosen.control, chosen.control, chosen.supplier)
    )
    cover = _between(chosen.cover, rng.random((size, len(chosen.at))))
    rest = _between(chosen.lead, rng.random((size, len(chosen.at)))) + chosen.papers
    applies = _between(chosen.applies, doubt)
    alternative = times.second_source.quantiles(_evenly(rng, size, chosen.material))
    alternative = alternative[:, chosen.material]
    late = np.maximum(0.0, _licence_time(chosen, times, rng, size) + rest - cover)
    refused = refusal < _between(chosen.refusal, doubt)
    stop = np.where(refused, np.maximum(0.0, alternative - cover), late)
    duty = (fate < applies) & chosen.exposed
    days = np.where(duty, stop, 0.0) + _shortage(chosen, times, rng, cover, alternative)
    return duty, np.minimum(days, times.horizon), _key(chosen, times, applies, cover, rest)


def _licence_time(chosen: DrawnParts, times: Times, rng: np.random.Generator, size: int) -> Numbers:
    """Days until the licence: the ministry is as fast or slow for all parts of a control."""
    evenly = _evenly(rng, size, chosen.control)
    days = times.licence.quantiles(evenly)[:, chosen.control]
    if chosen.waited.any():
        filed = np.flatnonzero(chosen.waited)
        days[:, filed] = times.licence.quantiles(
            evenly[:, chosen.control[filed]], chosen.waited[filed]
        )
    if chosen.general.any():
        days = np.where(chosen.general, times.general.quantiles(evenly)[:, chosen.control], days)
    return np.where(chosen.included, 0.0, days) if chosen.included.any() else days


def _shortage(
    chosen: DrawnParts, times: Times, rng: np.random.Generator, cover: Numbers, alternative: Numbers
) -> Numbers:
    """Days of standstill because the material of a part runs short."""
    doubt, strikes, lasts = (_evenly(rng, len(cover), chosen.material) for _ in range(3))
    probable = _between(chosen.disruption, doubt[:, chosen.material])
    struck = strikes[:, chosen.material] < probable
    lasting = times.disruption.quantiles(lasts)[:, chosen.material]
    short: Numbers = np.where(
        struck, np.maximum(0.0, np.minimum(lasting, alternative) - cover), 0.0
    )
    return short


def _key(
    chosen: DrawnParts, times: Times, applies: Numbers, cover: Numbers, rest: Numbers
) -> Numbers:
    """The ranking of ``summary.rank`` under what was drawn: needed parts whose stock ends before
    relief by their cover, other needed ones by risk, the rest as they stand."""
    key = np.broadcast_to(BEYOND_NEEDED + chosen.place, cover.shape).copy()
    at = np.flatnonzero(chosen.needed)
    covered, later = cover[:, at], rest[:, at]
    stops = chosen.likely[at] + later > covered
    found = np.where(stops, covered, BEYOND_NEEDED / 2)
    if (stops.sum(axis=1) < FIRST).any():
        lasting = ~stops
        waited = np.broadcast_to(chosen.waited[at], stops.shape)[lasting]
        longer = times.licence.longer_than(covered[lasting] - later[lasting], waited)
        found[lasting] -= applies[:, at][lasting] * longer
    key[:, at] = found
    return key


def _evenly(rng: np.random.Generator, size: int, groups: Codes) -> Numbers:
    """Evenly distributed numbers, one per draw and group."""
    return rng.random((size, int(groups.max(initial=-1)) + 1))


def _shared(rng: np.random.Generator, size: int, groups: Codes) -> Numbers:
    """As above, laid out for the parts."""
    drawn: Numbers = _evenly(rng, size, groups)[:, groups]
    return drawn


def _between(ends: Ends, evenly: Numbers) -> Numbers:
    """A value of an interval: half of the draws below its best value, half above."""
    low, best, high = ends
    side: Numbers = 2 * evenly - 1
    side *= np.where(side < 0, best - low, high - best)
    side += best
    return side


def _first(key: Numbers) -> NDArray[np.int64]:
    """How often each part has one of the ten smallest keys."""
    if key.shape[1] <= FIRST:
        return np.full(key.shape[1], key.shape[0], dtype=np.int64)
    first = np.argpartition(key, FIRST, axis=1)[:, :FIRST]
    return np.bincount(first.ravel(), minlength=key.shape[1])
