"""How long stock lasts, when a licence could bring goods, and what stands at risk in between."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from desktop_app.assessment.money import value_at_risk
from desktop_app.assessment.price import price_at_risk
from desktop_app.assessment.replenishment import (
    Replenishment,
    ends_of,
    licence_times,
    replenishment,
)
from desktop_app.assessment.risk import bands, licence_risk, shortage_risk
from desktop_app.assessment.single_source import single_source
from desktop_app.assessment.stock import Ends
from desktop_app.assessment.waiting import waiting
from desktop_app.model.assessment import NUMBER_COLUMNS, OTHER_COLUMNS, ShortageKind
from desktop_app.model.inquiry import Inquiry
from desktop_app.model.licence import Licence
from desktop_app.model.match import Match
from desktop_app.model.parts import PartTable
from desktop_app.model.spread import Spread

if TYPE_CHECKING:
    from desktop_app.register.supply import Figures

ENDS = ("_low", "", "_high")
LAST_DAY = date.max.toordinal()


def reckon(  # noqa: PLR0917 - one argument for every step before it
    parts: PartTable,
    matches: Spread[Match],
    licences: Spread[Licence],
    shortage: Spread[ShortageKind],
    figures: "Figures",
    inquiry: Inquiry,
) -> pd.DataFrame:
    """One row per part with NUMBER_COLUMNS and OTHER_COLUMNS.

    A part that was not recognised has no risk at all (NaN); one to which no control can apply has
    licence risk 0. Without real stock and demand there is no cover, no gap and no date; the risks
    then rest on the assumed cover, and the row says so.
    """
    start = replenishment(parts, matches, licences, figures, inquiry)
    risk, standstill = _licence(start, figures)
    scarcity, scarce_days = _shortage(start, shortage, figures)
    edges = figures.interval("band_edges")
    money = value_at_risk(parts, start, standstill, scarce_days, figures.number("horizon_days"))
    days = _days(start, figures)
    gap_at = days.pop("gap_days_at")
    triples = days | {
        "licence_risk": risk,
        "shortage_risk": scarcity,
        "value_at_risk": money.at_risk,
    }
    columns: dict[str, NDArray[Any]] = {
        name + suffix: ends[at] for name, ends in triples.items() for at, suffix in enumerate(ENDS)
    }
    columns["gap_days_p50"], columns["gap_days_p90"] = gap_at
    columns["annual_spend"] = parts.number("annual_spend")
    columns["price_at_risk"] = price_at_risk(parts, matches, figures)
    columns["licence_band"] = bands(risk[1], edges)
    columns["shortage_band"] = bands(scarcity[1], edges)
    columns["assumed_cover"] = (start.scored & start.assumed_cover).astype(object)
    columns["assumed_lead_time"] = (start.exposed & start.assumed_lead).astype(object)
    columns["money_basis"] = money.basis
    columns |= run_out_dates(triples["cover_days"], inquiry.on)
    columns["single_source"], columns["single_country"] = single_source(parts)
    return pd.DataFrame(
        {name: columns[name] for name in NUMBER_COLUMNS}
        | {name: pd.Series(columns[name], dtype=object) for name in OTHER_COLUMNS},
        copy=False,  # the arrays are new: stacking them again would cost as much as reckoning
    )


def _licence(start: Replenishment, figures: "Figures") -> tuple[Ends, Ends]:
    """Risk and expected days of standstill; both 0 where no duty is open, NaN where not scored."""
    risk, days = (
        np.where(start.scored, 0.0, np.full((3, len(start.scored)), np.nan)) for _ in "rd"
    )
    for rows, licence in licence_times(start, figures):
        risk[:, rows], days[:, rows] = licence_risk(
            start.applies[:, rows],
            start.refusal[:, rows],
            start.cover[:, rows],
            start.rest[:, rows],
            alternative=figures.interval("alternative_days"),
            licence=licence,
            waited=start.waited[rows],
        )
    return risk, days


def _shortage(
    start: Replenishment, shortage: Spread[ShortageKind], figures: "Figures"
) -> tuple[Ends, Ends]:
    disruption = ends_of(shortage, lambda kind: kind.disruption)
    rows = np.flatnonzero(np.isfinite(disruption[1]))
    found = shortage_risk(
        disruption[:, rows],
        start.cover[:, rows],
        figures.interval("alternative_days"),
        waiting(figures.interval("disruption_days")),
    )
    risk, days = (_laid(ends, rows, np.zeros(len(shortage), dtype=np.bool_)) for ends in found)
    return risk, days


def _days(start: Replenishment, figures: "Figures") -> dict[str, Ends]:
    """Cover, licence time, delivery and gap; assumed delivery shows only beside a real cover."""
    licence, later = licence_days(start, figures)
    cover = np.where(start.assumed_cover, np.nan, start.cover)
    reckoned = ~start.assumed_lead | (start.exposed & ~start.assumed_cover)
    lead = np.where(reckoned, start.lead, np.nan)
    return {
        "cover_days": cover,
        "licence_days": licence,
        "lead_time_days": lead,
        "gap_days": licence + lead - cover[::-1],
        "gap_days_at": later + lead[1] - cover[1],
    }


def licence_days(start: Replenishment, figures: "Figures") -> tuple[Ends, Ends]:
    """Days until a licence, papers included: low, likely and high; and P50 and P90 (shape 2).

    After filing, what is left of the days; 0 with a licence in hand; NaN where no duty is open.
    """
    ends = np.where(start.covered, 0.0, np.full((3, len(start.covered)), np.nan))
    later = np.where(start.covered, 0.0, np.full((2, len(start.covered)), np.nan))
    for rows, licence in licence_times(start, figures):
        waited, papers = start.waited[rows], start.papers[rows]
        low, likely, high = licence.low_likely_high
        left = licence.quantile(0.5, waited)
        filed = waited > 0
        ends[:, rows] = papers + np.stack([
            np.maximum(low - waited, 0.0),
            np.where(filed, left, likely),
            np.where(filed, np.maximum(high - waited, left), high),
        ])  # fmt: skip
        later[:, rows] = papers + np.stack([left, licence.quantile(0.9, waited)])
    return ends, later


def run_out_dates(cover: Ends, on: date) -> dict[str, NDArray[Any]]:
    """The last day on which stock lasts, by the low, best and high cover; None where unknown.

    ``run_out_working`` is the last Monday to Friday on or before the best of them; holidays of the
    plant are not known.

    Days are counted from ``on``; what lasts beyond the calendar has no date. Each distinct day is
    made once: a long list runs out on few days.
    """
    first = on.toordinal()
    known = np.flatnonzero(cover[2] <= LAST_DAY - first)
    lasting = np.floor(cover[:, known]).astype(np.int64)
    seen = np.zeros(int(lasting.max(initial=0)) + 1, dtype=np.bool_)
    seen[lasting] = True
    days, where = np.flatnonzero(seen), np.cumsum(seen)[lasting] - 1
    calendar = np.full(len(days) + 1, None, dtype=object)
    calendar[:-1] = [date.fromordinal(first + day) for day in days.tolist()]
    working = np.full(len(days) + 1, None, dtype=object)
    working[:-1] = [_last_working_day(day) for day in calendar[:-1].tolist()]
    place = np.full(cover.shape, len(days), dtype=np.intp)
    place[:, known] = where
    dates = (*(calendar[end] for end in place), working[place[1]])
    names = ("run_out_early", "run_out", "run_out_late", "run_out_working")
    return dict(zip(names, dates, strict=True))


def _last_working_day(day: date) -> date:
    return day - timedelta(days=max(0, day.weekday() - 4))


def _laid(ends: Ends, rows: NDArray[np.intp], zero: NDArray[np.bool_]) -> Ends:
    """Results of some rows as columns for all parts: 0 where ``zero``, NaN elsewhere."""
    whole = np.where(zero, 0.0, np.full((3, len(zero)), np.nan))
    whole[:, rows] = ends
    return whole
