"""How long stock lasts, when a licence could bring goods, and what stands at risk in between."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from desktop_app.assessment.kept import held_once, kept
from desktop_app.assessment.money import money_of, value_at_risk
from desktop_app.assessment.price import price_at_risk
from desktop_app.assessment.replenishment import (
    Replenishment,
    ends_of,
    filled,
    licence_times,
    replenishment,
    with_carried,
)
from desktop_app.assessment.risk import bands, licence_risk, shortage_risk
from desktop_app.assessment.run_out import run_out_dates
from desktop_app.assessment.single_source import single_source
from desktop_app.assessment.stock import Ends
from desktop_app.assessment.waiting import waiting
from desktop_app.model.assessment import NUMBER_COLUMNS, OTHER_COLUMNS, ShortageKind
from desktop_app.model.inquiry import Inquiry
from desktop_app.model.licence import Licence
from desktop_app.model.match import Match
from desktop_app.model.parts import PartTable
from desktop_app.model.spread import Spread
from desktop_app.model.verdict import Interval

if TYPE_CHECKING:
    from desktop_app.register.supply import Figures

ENDS = ("_low", "", "_high")
ONCE = (
    "licence_band", "money_basis", "annual_spend", "assumed_cover", "assumed_lead_time",
    "run_out_early", "run_out", "run_out_late", "run_out_working",
)  # fmt: skip
"""Single columns that another question often leaves as they are; the triples are held so too."""


def reckon(  # noqa: PLR0917 - one argument for every step before it
    parts: PartTable,
    matches: Spread[Match],
    licences: Spread[Licence],
    shortage: Spread[ShortageKind],
    figures: "Figures",
    inquiry: Inquiry,
    *,
    start: Replenishment | None = None,
) -> pd.DataFrame:
    """One row per part with NUMBER_COLUMNS and OTHER_COLUMNS.

    A part that was not recognised has no risk at all (NaN); one to which no control can apply has
    licence risk 0. Without real stock and demand there is no cover, no gap and no date; the risks
    then rest on the assumed cover, and the row says so. ``start``: where it was made already.
    """
    if start is None:
        start = replenishment(parts, matches, licences, figures, inquiry)
    columns = _risks(parts, start, shortage, figures)
    days = _days(parts, start, figures)
    columns["gap_days_p50"], columns["gap_days_p90"] = days.pop("gap_days_at")
    columns |= _by_end(days)
    columns["annual_spend"] = money_of(parts)[1]
    columns["price_at_risk"] = kept(price_at_risk, parts, matches, figures.clockless())
    columns["assumed_cover"] = (start.scored & start.assumed_cover).astype(object)
    columns["assumed_lead_time"] = (start.exposed & start.assumed_lead).astype(object)
    columns |= run_out_dates(parts, start.stated_cover, inquiry.on)
    for name in ONCE:
        columns[name] = held_once(parts, name, columns[name])
    columns["single_source"], columns["single_country"] = single_source(parts)
    return pd.DataFrame(
        {name: columns[name] for name in NUMBER_COLUMNS}
        | {name: pd.Series(columns[name], dtype=object, copy=False) for name in OTHER_COLUMNS},
        copy=False,  # they are new, or shared with other days: stacking them would cost as much again
    )


OF_SUMS = ("value_at_risk_low", "value_at_risk", "value_at_risk_high", "money_basis")


def reckon_sums(  # noqa: PLR0917 - as ``reckon``
    parts: PartTable,
    matches: Spread[Match],
    licences: Spread[Licence],
    shortage: Spread[ShortageKind],
    figures: "Figures",
    inquiry: Inquiry,
) -> pd.DataFrame:
    """The columns of ``reckon`` that sums and the outcome of a scenario are made of, and no others: a
    million parts under another scenario take 40 MB with them and 150 MB with all (measured)."""
    start = replenishment(parts, matches, licences, figures, inquiry)
    risks = _risks(parts, start, shortage, figures)
    columns = {name: risks[name] for name in OF_SUMS}
    del risks
    gap = licence_days(start, figures)[0][1] + _lead_shown(start, 1)
    columns["gap_days"] = gap - start.stated_cover[1]
    columns["cover_days"] = start.stated_cover[1]
    columns["annual_spend"] = held_once(parts, "annual_spend", money_of(parts)[1])
    for name, made in run_out_dates(parts, start.stated_cover, inquiry.on).items():
        columns[name] = held_once(parts, name, made)
    columns["money_basis"] = held_once(parts, "money_basis", columns["money_basis"])
    return pd.DataFrame(
        {name: pd.Series(made, dtype=made.dtype, copy=False) for name, made in columns.items()},
        copy=False,
    )


def _risks(
    parts: PartTable, start: Replenishment, shortage: Spread[ShortageKind], figures: "Figures"
) -> dict[str, NDArray[Any]]:
    """Both risks with their bands, and the money that the standstill they lead to would cost."""
    risk, standstill = _licence(start, figures)
    risk = held_once(parts, "licence_risk", risk)
    scarce = _scarcity_of(parts, start, shortage, figures)
    standstill[:, scarce.rows] += scarce.days
    money = value_at_risk(parts, start, standstill, figures.number("horizon_days"))
    triples = {
        "licence_risk": risk,
        "shortage_risk": scarce.risk,
        "value_at_risk": held_once(parts, "value_at_risk", money.at_risk),
    }
    return _by_end(triples) | {
        "licence_band": bands(risk[1], figures.interval("band_edges")),
        "shortage_band": scarce.band,
        "money_basis": money.basis,
    }


def _by_end(triples: Mapping[str, Ends]) -> dict[str, NDArray[Any]]:
    """A column for each of low, best and high."""
    return {
        name + suffix: ends[at] for name, ends in triples.items() for at, suffix in enumerate(ENDS)
    }


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
            start.rest(rows),
            alternative=figures.interval("alternative_days"),
            licence=licence,
            waited=start.waited[rows],
        )
    return risk, days


@dataclass(frozen=True, slots=True, eq=False)
class Scarcity:
    """``risk`` that the line stops for want of material, and its ``band``, of every part; expected
    ``days`` of it for the parts in ``rows``, the others have none."""

    risk: Ends
    band: NDArray[np.object_]
    rows: NDArray[np.intp]
    days: Ends


def _scarcity_of(
    parts: PartTable, start: Replenishment, shortage: Spread[ShortageKind], figures: "Figures"
) -> Scarcity:
    """As reckoned for the last question about these parts; no licence changes it."""
    relief, lasting = figures.interval("alternative_days"), figures.interval("disruption_days")
    edges, assumed = figures.interval("band_edges"), figures.interval("assumed_cover_days")
    carried = start.carried_rows, start.carried_cover
    return kept(
        _scarcity, parts, start.stated_cover, *carried, assumed, shortage, relief, lasting, edges
    )


def _scarcity(  # noqa: PLR0917 - facts by which it is kept are told apart by their place
    parts: PartTable,
    stated_cover: Ends,
    carried_rows: NDArray[np.intp],
    carried_cover: Ends,
    assumed_cover: Interval,
    shortage: Spread[ShortageKind],
    relief: Interval,
    lasting: Interval,
    edges: Interval,
) -> Scarcity:
    disruption = ends_of(shortage, lambda kind: kind.disruption)
    rows = np.flatnonzero(np.isfinite(disruption[1]))
    every = with_carried(filled(stated_cover, assumed_cover), carried_rows, carried_cover)
    cover = every[:, rows]
    found, days = shortage_risk(disruption[:, rows], cover, relief, waiting(lasting))
    risk = np.full((3, len(parts)), np.nan)
    risk[:, rows] = found
    scarce = Scarcity(risk, bands(risk[1], edges), rows, days)
    for array in (scarce.risk, scarce.band, scarce.rows, scarce.days):
        array.setflags(write=False)  # all questions about the same parts share them
    return scarce


def _days(parts: PartTable, start: Replenishment, figures: "Figures") -> dict[str, Ends]:
    """Cover, licence time, delivery and gap."""
    licence, later = licence_days(start, figures)
    licence = held_once(parts, "licence_days", licence)
    cover = start.stated_cover
    lead = held_once(parts, "lead_time_days", _lead_shown(start, slice(None)))
    gap = licence + lead
    gap -= cover[::-1]
    later += lead[1]
    later -= cover[1]
    return {
        "cover_days": cover,
        "licence_days": licence,
        "lead_time_days": lead,
        "gap_days": held_once(parts, "gap_days", gap),
        "gap_days_at": held_once(parts, "gap_days_at", later),
    }


def _lead_shown(start: Replenishment, ends: int | slice) -> NDArray[np.float64]:
    """Assumed delivery shows only beside a real cover."""
    reckoned = ~start.assumed_lead | (start.exposed & ~start.assumed_cover)
    return np.where(reckoned, start.lead[ends], np.nan)


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
