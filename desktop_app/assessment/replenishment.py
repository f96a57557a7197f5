"""What the next replenishment of every part starts from: stock, demand, delivery, licence state.

Every figure is an array of three rows, low, best and high, with one column per part.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import numpy as np
from numpy.typing import NDArray

from desktop_app.model.inquiry import Inquiry
from desktop_app.model.licence import Licence
from desktop_app.model.match import Match
from desktop_app.model.parts import PartTable
from desktop_app.model.spread import Spread
from desktop_app.model.verdict import Interval

if TYPE_CHECKING:
    from desktop_app.register.supply import Figures

T = TypeVar("T")

Ends = NDArray[np.float64]
"""Shape (3, parts): low, best, high."""
Marks = NDArray[np.bool_]

DAYS_A_YEAR = 365.0
NOT_GIVEN = (np.nan, np.nan, np.nan)


@dataclass(frozen=True, slots=True, eq=False)
class Replenishment:
    """``cover`` and ``lead`` are assumed where ``assumed_cover`` or ``assumed_lead`` says so.

    ``scored``: recognised, so that a probability can be given at all. ``exposed``: a licence duty
    is possible and no licence is in hand; ``covered``: one is.
    """

    applies: Ends
    refusal: Ends
    cover: Ends
    lead: Ends
    preparation: float
    scored: Marks
    exposed: Marks
    covered: Marks
    assumed_cover: Marks
    assumed_lead: Marks

    @property
    def rest(self) -> Ends:
        """Days beside the licence itself: papers before it, delivery after it."""
        return self.lead + self.preparation


def replenishment(
    parts: PartTable,
    matches: Spread[Match],
    licences: Spread[Licence],
    figures: "Figures",
    inquiry: Inquiry,
) -> Replenishment:
    """Facts where the rows state them, else the shipped assumptions, marked."""
    real_cover = stock_cover(parts, figures.number("demand_spread"))
    assumed_cover = np.isnan(real_cover[1])
    quoted = parts.number("lead_time_days")
    assumed_lead = ~(quoted >= 0)
    recognised = matches.array(lambda match: match.outcome != "none", np.bool_)
    scored = recognised & licences.array(lambda kind: kind.waits_on != "recognition", np.bool_)
    covered = licences.array(lambda kind: kind.covered_by is not None, np.bool_)
    applies = ends_of(licences, lambda kind: kind.applies)
    return Replenishment(
        applies=applies,
        refusal=ends_of(licences, _refusal(inquiry, figures)),
        cover=_filled(real_cover, assumed_cover, figures.interval("assumed_cover_days")),
        lead=_filled(
            quoted * _column(figures.interval("lead_time_left")),
            assumed_lead,
            figures.interval("assumed_lead_days"),
        ),
        preparation=figures.number("preparation_days"),
        scored=scored,
        exposed=scored & ~covered & (applies[2] > 0),
        covered=scored & covered,
        assumed_cover=assumed_cover,
        assumed_lead=assumed_lead,
    )


def stock_cover(parts: PartTable, demand_spread: float) -> Ends:
    """Days that stock and cleared inbound last; NaN without a real stock and a real demand.

    Inbound goods count where a column states them. No demand at all gives NaN, not forever.
    """
    stock = parts.number("stock_on_hand")
    inbound = np.nan_to_num(parts.number("in_transit"), nan=0.0)
    yearly = parts.number("annual_quantity")
    daily = np.where(yearly > 0, yearly, np.nan) / DAYS_A_YEAR
    with np.errstate(all="ignore"):
        best = np.maximum(stock + np.maximum(inbound, 0.0), 0.0) / daily
        ends = np.stack([best / (1 + demand_spread), best, best / (1 - demand_spread)])
    ends[:, ~np.isfinite(ends[2])] = np.nan
    return ends


def ends_of(kinds: Spread[T], read: Callable[[T], Interval | None]) -> Ends:
    """The interval of each part's kind; NaN where ``read`` gives None."""
    found = [read(kind) or NOT_GIVEN for kind in kinds.kinds]
    values = np.array(found, dtype=np.float64).reshape(-1, 3)
    return np.take(values.T, kinds.of, axis=1)


def _refusal(inquiry: Inquiry, figures: "Figures") -> Callable[[Licence], Interval]:
    civil, sensitive, military = (
        figures.interval(name)
        for name in ("refusal_civil", "refusal_sensitive", "refusal_military")
    )

    def rate(licence: Licence) -> Interval:
        if licence.refused_in_principle or inquiry.end_use == "military":
            return military
        if licence.case_by_case or inquiry.end_use == "advanced_semiconductor":
            return sensitive
        return civil

    return rate


def _filled(ends: Ends, missing: Marks, assumed: Interval) -> Ends:
    return np.where(missing, _column(assumed), ends)


def _column(interval: Interval) -> Ends:
    return np.array(interval)[:, np.newaxis]
