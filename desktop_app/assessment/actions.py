"""What to do about a part, at most four moves: the one it hangs on first, then by effect."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from desktop_app.assessment import moves
from desktop_app.assessment.effects import Effects, effects
from desktop_app.assessment.replenishment import replenishment
from desktop_app.model.assessment import Action
from desktop_app.model.inquiry import Inquiry
from desktop_app.model.licence import Licence, MissingFact, Verdict, WaitsOn
from desktop_app.model.match import Match, Origin
from desktop_app.model.parts import PartTable
from desktop_app.model.spread import Spread, combine, merged
from desktop_app.model.verdict import Ternary

if TYPE_CHECKING:
    from desktop_app.register.supply import Figures

MOST = 4
ASKED_OF_A_PART: tuple[MissingFact, ...] = (
    "identity", "form", "composition", "origin", "value_share", "technical_property", "end_use",
)  # fmt: skip
"""Missing facts in the order in which answering them helps most."""
OPEN: tuple[Verdict, ...] = ("needed", "not_verified")


class Case(NamedTuple):
    """What of a verdict decides the moves."""

    verdict: Verdict
    waits_on: WaitsOn | None
    missing: tuple[MissingFact, ...]
    covered_by: str | None
    refused: bool
    case_by_case: bool
    by_grade: bool
    seldom: bool
    upstream: bool
    listed: bool
    suspended_until: date | None
    effective_from: date | None


class Thing(NamedTuple):
    """What of a match decides the moves. ``heavy``: an NdFeB magnet that may hold Dy, Tb or Ho."""

    heavy: bool
    kit: bool


class Row(NamedTuple):
    """The figures of :class:`Effects` for parts that share them."""

    cover: int
    by_applying: int
    weeks: int
    by_stock: int


class Days(NamedTuple):
    """Days that sentences name: a licence with its papers, a second source."""

    licence: int
    alternative: int


def propose_actions(
    parts: PartTable,
    matches: Spread[Match],
    origins: Spread[Origin],
    licences: Spread[Licence],
    numbers: pd.DataFrame,
    *,
    figures: "Figures",
    inquiry: Inquiry,
) -> Spread[tuple[Action, ...]]:
    """At most four moves per part; parts that nobody has to look at share an empty one.

    ``removes`` is the licence risk reckoned again with the move: applying against never applying,
    more stock against today's. It is None where the effect hangs on an answer or comes too late for
    the next replenishment.
    """
    start = replenishment(parts, matches, licences, figures, inquiry)
    cases = combine(
        merged(licences, _case), merged(matches, _thing), merged(origins, _leaves_china_open)
    )
    applied_for = licences.array(lambda kind: kind.verdict == "needed", np.bool_)
    rows = _rows(effects(start, numbers, figures), applied_for)
    kinds = combine(cases, rows)
    days = Days(
        round(figures.interval("licence_days")[1] + figures.number("preparation_days")),
        round(figures.interval("alternative_days")[1]),
    )
    return kinds.map(lambda kind: _moves(kind[0], kind[1], days))


def _case(licence: Licence) -> Case:
    found = {fact for control in licence.controls for fact in control.missing}
    return Case(
        licence.verdict,
        licence.waits_on,
        tuple(fact for fact in ASKED_OF_A_PART if fact in found),
        licence.covered_by,
        licence.refused_in_principle,
        licence.case_by_case,
        licence.by_grade,
        licence.seldom,
        licence.upstream_exposed,
        licence.listed_supplier,
        licence.suspended_until,
        licence.effective_from,
    )


def _thing(match: Match) -> Thing:
    heavy = match.material == "NdFeB" and any(
        e.symbol in ("Dy", "Tb", "Ho") and e.state is not Ternary.NO for e in match.elements
    )
    return Thing(heavy, match.is_kit)


def _leaves_china_open(origin: Origin) -> bool:
    """Whether nobody said where the part comes from."""
    return origin.country is None and origin.leaves_china is None and not origin.already_inside


def _rows(found: Effects, applied_for: NDArray[np.bool_]) -> Spread[Row]:
    """Distinct combinations of the four figures; what no sentence will name is left out."""
    cover = np.where(applied_for, found.cover, np.minimum(found.cover, 0))
    by_applying = np.where(applied_for, found.by_applying, 0)
    columns = (cover + 1, by_applying, found.weeks, found.by_stock)
    codes = np.zeros(len(found.cover), dtype=np.int64)
    for column in columns:
        codes = codes * (int(column.max(initial=0)) + 1) + column
    _, first, inverse = np.unique(codes, return_index=True, return_inverse=True)
    figures = zip(
        *(c[first].tolist() for c in (cover, by_applying, found.weeks, found.by_stock)),
        strict=True,
    )
    return Spread(tuple(Row(*row) for row in figures), inverse.astype(np.int32))


def _moves(kind: tuple[Case, Thing, bool], row: Row, days: Days) -> tuple[Action, ...]:
    """The first move is what the verdict hangs on; the others follow by the risk they take away."""
    case, thing, origin_open = kind
    found = list(dict.fromkeys(_fitting(case, thing, origin_open, row, days)))
    rest = sorted(found[1:], key=lambda action: -(action.removes or 0.0))
    return tuple([*found[:1], *rest][:MOST])


def _fitting(case: Case, thing: Thing, origin_open: bool, row: Row, days: Days) -> Iterator[Action]:
    if case.verdict == "needed":
        yield from _needed(case, thing, row, days)
    elif case.verdict == "suspended":
        until = case.suspended_until
        yield moves.DELIVER_SUSPENDED if until is None else moves.deliver_until(until)
        yield from _ahead(row)
    elif case.waits_on == "recognition":
        yield moves.LIST_KIT if thing.kit else moves.IDENTIFY
    elif case.waits_on == "part":
        yield from _questions(case, thing, origin_open)
        yield from _ahead(row)
    elif case.waits_on == "law" and not case.seldom:
        yield moves.ASK_COUNSEL
        yield from _ahead(row)
    elif case.verdict == "not_needed" and case.effective_from is not None:
        yield moves.deliver_before(case.effective_from)
    if case.upstream:
        yield moves.ASK_UPSTREAM
    if case.listed:
        yield moves.CHECK_NAME


def _needed(case: Case, thing: Thing, row: Row, days: Days) -> Iterator[Action]:
    if case.covered_by is not None:
        yield moves.check_licence(case.covered_by)
        return
    if case.refused:
        yield moves.leave_source(days.alternative)
    elif case.case_by_case:
        yield moves.apply_despite(days.licence)
    else:
        yield moves.apply_now(days.licence, row.cover, row.by_applying)
    if row.weeks:
        yield moves.stock_outside(row.weeks, row.by_stock)
    if case.by_grade:
        yield moves.ASK_MAGNET
    if not case.refused:
        yield moves.second_source(days.alternative)
    if thing.heavy:
        yield moves.OTHER_GRADE
    if row.cover < 0:
        yield moves.RECORD_STOCK


def _questions(case: Case, thing: Thing, origin_open: bool) -> Iterator[Action]:
    """What to ask about the part; the origin too where nobody stated it."""
    for fact in case.missing:
        yield moves.ASK_MAGNET if fact == "composition" and thing.heavy else moves.ASK[fact]
    if not case.missing and origin_open:
        yield moves.ASK["origin"]


def _ahead(row: Row) -> Iterator[Action]:
    if row.weeks:
        yield moves.stock_ahead(row.weeks, row.by_stock)
    elif row.cover < 0:
        yield moves.RECORD_STOCK
