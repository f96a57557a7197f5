"""What applying and stocking up would change: the licence risk reckoned again with the move.

Everything is best values; a risk that a move takes away is never rounded up.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from desktop_app.assessment.replenishment import Replenishment
from desktop_app.assessment.risk import stop_without_licence
from desktop_app.assessment.waiting import Numbers, waiting

if TYPE_CHECKING:
    from desktop_app.register.supply import Figures

Counts = NDArray[np.int32]

WEEK = 7
DAYS_EXACT, MOST_DAYS = 98, 182
"""Cover is said in whole days, as tables beside it have them, and from fourteen weeks in fortnights."""


@dataclass(frozen=True, slots=True, eq=False)
class Effects:
    """Per part: cover in days for a sentence (-1 where assumed), percent points that applying takes away
    against never applying, weeks of stock to add (0 none) and the percent points these take away.

    ``saved_by_``: expected days of standstill that applying or that stock avoids; 0 where the cover is
    only assumed. ``saved_by_source``: that a second source avoids each time once it delivers, at the
    stock of today and in the delivery time of the first, without a licence.
    """

    cover: Counts
    by_applying: Counts
    weeks: Counts
    by_stock: Counts
    saved_by_applying: Counts
    saved_by_stock: Counts
    saved_by_source: Counts


def effects(start: Replenishment, numbers: pd.DataFrame, figures: "Figures") -> Effects:
    """Effects on the parts that wait for a licence of the usual kind; the others have none.

    What has been filed is waited for from its day, and applying takes nothing more away.
    """
    rows = np.flatnonzero(start.exposed & ~start.general & ~start.included)
    licence = waiting(figures.interval("licence_days"), figures.number("longest_wait"))
    alternative = figures.interval("alternative_days")[1]
    applies, refusal, waited = start.applies[1, rows], start.refusal[1, rows], start.waited[rows]
    cover, rest = start.cover[1, rows], start.rest(rows)[1]
    risk = numbers["licence_risk"].to_numpy(dtype=np.float64)[rows]

    def again(stock_days: Numbers) -> Numbers:
        stop = stop_without_licence(refusal, stock_days, rest, alternative, licence, waited=waited)
        risk_then: Numbers = applies * stop
        return risk_then

    with np.errstate(divide="ignore", invalid="ignore"):
        allowed = (_target(risk, figures) / applies - refusal) / (1 - refusal)
    wait = licence.quantiles(1 - np.clip(np.nan_to_num(allowed), 0.0, 1.0), waited)
    reach = np.where(allowed > 0, np.minimum(wait + rest, alternative), alternative)
    weeks = np.ceil((reach - cover) / WEEK).clip(0, figures.number("most_stock_weeks"))
    weeks[(risk <= figures.interval("band_edges")[0]) | start.assumed_cover[rows]] = 0
    saved = risk - again(cover + weeks * WEEK)
    weeks[saved < figures.number("least_effect")] = 0
    by_applying = np.where(waited > 0, 0.0, applies * (alternative > cover) - risk)

    def standstill(stock_days: Numbers, alternative: Numbers | float = alternative) -> Numbers:
        never = np.maximum(alternative - stock_days, 0.0)
        granted = np.minimum(licence.beyond(stock_days - rest, waited), never)
        expected: Numbers = refusal * never + (1 - refusal) * granted
        return expected

    known = applies * ~start.assumed_cover[rows]
    still = standstill(cover)
    by_filing = np.where(waited > 0, 0.0, np.maximum(alternative - cover, 0.0) - still)
    by_source = still - standstill(cover, np.minimum(start.lead[1, rows], alternative))
    by_more = np.where(weeks > 0, still - standstill(cover + weeks * WEEK), 0.0)
    return Effects(
        cover=_cover(start),
        by_applying=_laid(_points(by_applying), rows, start, 0),
        weeks=_laid(weeks, rows, start, 0),
        by_stock=_laid(np.where(weeks > 0, _points(saved), 0), rows, start, 0),
        saved_by_applying=_laid(_whole_days(known * by_filing), rows, start, 0),
        saved_by_stock=_laid(_whole_days(known * by_more), rows, start, 0),
        saved_by_source=_laid(_whole_days(known * by_source), rows, start, 0),
    )


def _cover(start: Replenishment) -> Counts:
    """Days to say of every part that waits for any licence; -1 where they are assumed."""
    rows = np.flatnonzero(start.exposed)
    said = np.where(start.assumed_cover[rows], -1, said_days(start.cover[1, rows]))
    return _laid(said, rows, start, 0)


def _target(risk: Numbers, figures: "Figures") -> Numbers:
    """The next band edge below: out of high, or out of watch."""
    watch, high, _ = figures.interval("band_edges")
    return np.where(risk > high, high, watch)


def said_days(days: Numbers) -> Counts:
    """Days as one says them, rounded down: exact while there are few, then by fortnights."""
    step = np.where(days < DAYS_EXACT, 1, 2 * WEEK)
    said: Counts = np.minimum(np.floor(days / step) * step, MOST_DAYS).astype(np.int32)
    return said


def _points(share: Numbers) -> Counts:
    points: Counts = np.floor(np.maximum(share, 0.0) * 100 + 1e-9).astype(np.int32)
    return points


def _whole_days(days: Numbers) -> Counts:
    found: Counts = np.floor(np.maximum(days, 0.0) + 1e-9).astype(np.int32)
    return found


def _laid(
    values: NDArray[np.generic], rows: NDArray[np.intp], start: Replenishment, empty: int
) -> Counts:
    whole = np.full(len(start.exposed), empty, dtype=np.int32)
    whole[rows] = values
    return whole
