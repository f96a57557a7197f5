"""What the next replenishment of every part starts from: stock, demand, delivery, licence state.

Every figure is an array of three rows, low, best and high, with one column per part.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypeVar

import numpy as np
from numpy.typing import NDArray

from desktop_app.assessment.kept import kept
from desktop_app.assessment.stock import (
    Ends,
    Numbers,
    daily_demand,
    drawn_on,
    hangs_on_the_day,
    stock_cover,
    without_end,
)
from desktop_app.assessment.waiting import Waiting, pert, waiting
from desktop_app.model.inquiry import Inquiry
from desktop_app.model.licence import Licence
from desktop_app.model.match import Match
from desktop_app.model.parts import PartTable
from desktop_app.model.spread import Codes, Spread
from desktop_app.model.verdict import Interval

if TYPE_CHECKING:
    from desktop_app.register.supply import Figures

T = TypeVar("T")

Marks = NDArray[np.bool_]

NOT_GIVEN = (np.nan, np.nan, np.nan)


@dataclass(frozen=True, slots=True, eq=False)
class ByKind:
    """Low, best and high of every part, held once per kind: a long list has few. Read like the array
    of them, ``[ends, rows]``, but only for the rows that are asked for.

    ``values``: shape (3, kinds); ``of``: the kind of each part.
    """

    values: Ends
    of: Codes

    def __getitem__(self, place: tuple[int | slice, NDArray[np.intp] | slice | int]) -> Ends:
        ends, rows = place
        found: Ends = np.take(self.values[ends], self.of[rows], axis=-1)
        return found


@dataclass(frozen=True, slots=True, eq=False)
class Replenishment:
    """``cover`` and ``lead`` are assumed where ``assumed_cover`` or ``assumed_lead`` says so;
    ``stated_cover`` is NaN there. So it is for ``carried_rows``, whose stock meets every requirement
    that is known: how long it lasts after the last of them, ``carried_cover``, is assumed as well.

    ``papers``: days until the exporter can file, none where it has; ``waited``: days since it did.
    ``scored``: recognised, so that a probability can be given at all. ``exposed``: a licence duty
    is possible and no licence is in hand that holds long enough; ``covered``: one is; ``ends_first``:
    one is, but it ends before goods ordered today can be here. ``general``: a general licence only
    has to be used for the part. ``included``: the delivery time is known to hold the licence.
    ``asks_lead_time``: nobody said. ``daily`` demand and ``quoted`` delivery days: NaN if not given.
    """

    applies: ByKind
    refusal: ByKind
    cover: Ends
    lead: Ends
    papers: Numbers
    waited: Numbers
    scored: Marks
    exposed: Marks
    covered: Marks
    ends_first: Marks
    general: Marks
    included: Marks
    asks_lead_time: Marks
    daily: Numbers
    quoted: Numbers
    assumed_cover: Marks
    assumed_lead: Marks
    stated_cover: Ends
    carried_rows: NDArray[np.intp]
    carried_cover: Ends

    def rest(self, rows: NDArray[np.intp]) -> Ends:
        """Days beside the licence itself: papers before it, delivery after it."""
        found: Ends = self.lead[:, rows] + self.papers[rows]
        return found

    @property
    def unfiled(self) -> Marks:
        """Exposed parts for which the whole licence time still lies ahead."""
        return self.exposed & ~self.general & ~self.included & (self.papers > 0)


def replenishment(
    parts: PartTable,
    matches: Spread[Match],
    licences: Spread[Licence],
    figures: "Figures",
    inquiry: Inquiry,
) -> Replenishment:
    """Facts where the rows state them, else the shipped assumptions, marked."""
    stated, carried_rows, carried_cover = _covers_of(parts, figures, inquiry.on)
    assumed_cover = np.isnan(stated[1])
    cover = with_carried(
        filled(stated, figures.interval("assumed_cover_days")), carried_rows, carried_cover
    )
    quoted = parts.number("lead_time_days")
    assumed_lead = ~(quoted >= 0)
    recognised = matches.array(lambda match: match.outcome != "none", np.bool_)
    scored = recognised & licences.array(lambda kind: kind.waits_on != "recognition", np.bool_)
    held = licences.array(lambda kind: kind.covered_by is not None, np.bool_)
    lasts = licences.array(_days_held(inquiry), np.float64)
    general = licences.array(lambda kind: kind.general_licence, np.bool_)
    waited = licences.array(_days_since_filing(inquiry), np.float64)
    holds, said = _said_to_hold_the_licence(parts)
    included = ~assumed_lead & holds
    applies = by_kind(licences, lambda kind: kind.applies)
    in_hand = general | included | (waited > 0)
    lead = _filled(
        np.where(included, quoted, quoted * _column(figures.interval("lead_time_left"))),
        assumed_lead,
        figures.interval("assumed_lead_days"),
    )
    ends_first = held & (lasts < lead[0])
    covered = held & ~ends_first
    return Replenishment(
        applies=applies,
        refusal=by_kind(licences, _refusal(inquiry, figures)),
        cover=cover,
        lead=lead,
        papers=np.where(in_hand, 0.0, figures.number("preparation_days")),
        waited=waited,
        scored=scored,
        exposed=scored & ~covered & (applies[2, :] > 0),
        covered=scored & covered,
        ends_first=scored & ends_first,
        general=general,
        included=included,
        asks_lead_time=~assumed_lead & ~said,
        daily=daily_demand(parts),
        quoted=quoted,
        assumed_cover=assumed_cover,
        assumed_lead=assumed_lead,
        stated_cover=stated,
        carried_rows=carried_rows,
        carried_cover=carried_cover,
    )


Covers = tuple[Ends, NDArray[np.intp], Ends]
"""What stock and demand state; rows where it is carried on after the last requirement, and how far."""


def with_carried(cover: Ends, rows: NDArray[np.intp], carried: Ends) -> Ends:
    """The cover with what is carried on in its rows; written into where there are any."""
    if len(rows):
        cover[:, rows] = carried
    return cover


def _covers_of(parts: PartTable, figures: "Figures", on: date) -> Covers:
    """As reckoned for the last question about these parts, unless the day bears on them."""
    by_day = on if kept(hangs_on_the_day, parts) else None
    return kept(_covers, parts, figures.number("demand_spread"), by_day, figures.stock_not_usable)


def _covers(parts: PartTable, spread: float, on: date | None, not_usable: frozenset[str]) -> Covers:
    found = stock_cover(parts, spread, on, not_usable)
    rows = np.empty(0, dtype=np.intp)
    if on is not None:
        rows = without_end(parts, kept(drawn_on, parts, not_usable).usable, on)
    carried = found[:, rows].copy()
    found[:, rows] = np.nan
    for array in (found, rows, carried):
        array.setflags(write=False)  # all questions about the same parts share them
    return found, rows, carried


def licence_times(
    start: Replenishment, figures: "Figures"
) -> Iterator[tuple[NDArray[np.intp], Waiting]]:
    """Exposed parts by how long their licence takes: rows and the distribution of its days."""
    usual = start.exposed & ~start.general & ~start.included
    yield (
        np.flatnonzero(usual),
        waiting(figures.interval("licence_days"), figures.number("longest_wait")),
    )
    general = start.exposed & start.general & ~start.included
    yield (
        np.flatnonzero(general),
        waiting(figures.interval("general_licence_days"), figures.number("longest_wait")),
    )
    yield np.flatnonzero(start.exposed & start.included), pert(0, 0, 0)


def _days_since_filing(inquiry: Inquiry) -> Callable[[Licence], float]:
    """At least one day where the exporter has filed, so that filed today is not unfiled."""

    def days(licence: Licence) -> float:
        if licence.applied_on is None or licence.applied_on > inquiry.on:
            return 0.0
        return float(max(1, (inquiry.on - licence.applied_on).days))

    return days


def _days_held(inquiry: Inquiry) -> Callable[[Licence], float]:
    """Days until the licence in hand ends; without end where nobody recorded it."""

    def days(licence: Licence) -> float:
        until = licence.covered_until
        return float("inf") if until is None else float((until - inquiry.on).days)

    return days


def _said_to_hold_the_licence(parts: PartTable) -> tuple[Marks, Marks]:
    """Whether a named user said that the delivery time holds the licence, and whether they said
    anything."""
    answers = parts.frame["lead_time_holds_licence"]
    said = answers.notna().to_numpy()
    if not said.any():
        return np.zeros(len(parts), dtype=np.bool_), said
    return np.array([answer is True for answer in answers.tolist()], dtype=np.bool_), said


def ends_of(kinds: Spread[T], read: Callable[[T], Interval | None]) -> Ends:
    """The interval of each part's kind; NaN where ``read`` gives None."""
    return by_kind(kinds, read)[:, :]


def by_kind(kinds: Spread[T], read: Callable[[T], Interval | None]) -> ByKind:
    """The same, not yet laid out over the parts."""
    found = [read(kind) or NOT_GIVEN for kind in kinds.kinds]
    return ByKind(np.array(found, dtype=np.float64).reshape(-1, 3).T, kinds.of)


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


def filled(stated: Ends, assumed: Interval) -> Ends:
    """The stated cover, else the assumed one."""
    return _filled(stated, np.isnan(stated[1]), assumed)


def _filled(ends: Ends, missing: Marks, assumed: Interval) -> Ends:
    return np.where(missing, _column(assumed), ends)


def _column(interval: Interval) -> Ends:
    return np.array(interval)[:, np.newaxis]
