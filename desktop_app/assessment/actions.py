"""What to do about a part, at most five moves: the one it hangs on first, then by effect."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from desktop_app.assessment import moves
from desktop_app.assessment.effects import WEEK, Effects, effects
from desktop_app.assessment.narrowing import Narrowing, narrowing
from desktop_app.assessment.replenishment import Replenishment, replenishment
from desktop_app.assessment.sourcing import class_of, cooler_classes, makers_outside
from desktop_app.model.assessment import Action
from desktop_app.model.inquiry import Inquiry
from desktop_app.model.licence import Licence, MissingFact, Verdict, WaitsOn
from desktop_app.model.match import Match, Origin
from desktop_app.model.parts import PartTable
from desktop_app.model.spread import Spread, combine, merged, spread
from desktop_app.model.verdict import Ternary

if TYPE_CHECKING:
    from desktop_app.register.substances import Maker
    from desktop_app.register.supply import Figures, GradeLimit
    from desktop_app.register.working_days import WorkCalendar

MOST = 5
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
    applied_on: date | None
    general: bool
    refused: bool
    case_by_case: bool
    by_grade: bool
    seldom: bool
    upstream: bool
    listed: bool
    suspended_until: date | None
    effective_from: date | None


class Thing(NamedTuple):
    """What of a match decides the moves. ``heavy``: an NdFeB magnet that may hold Dy, Tb or Ho.

    ``grade``: its class, and the one that usually holds none of them.
    """

    heavy: bool
    kit: bool
    magnetic: bool
    grade: moves.Cooler | None
    makers: tuple[str, ...]


class Row(NamedTuple):
    """The figures of :class:`Effects` for parts that share them, and what asking would narrow.

    ``narrows``: percent points by question, for composition, origin and delivery time.
    ``included``: days of a delivery time that already holds the licence, else 0.
    """

    cover: int
    by_applying: int
    amount: moves.Amount
    by_stock: int
    narrows: tuple[int, int, int]
    included: int = 0


NOTHING = Row(0, 0, moves.Amount(0, 0, "", None), 0, (0, 0, 0))


class Knowledge(NamedTuple):
    """What the sentences draw on beside the part: days and the calendar."""

    licence_days: int
    alternative_days: int
    calendar: "WorkCalendar"
    statutory_days: int


def propose_actions(
    parts: PartTable,
    matches: Spread[Match],
    origins: Spread[Origin],
    licences: Spread[Licence],
    numbers: pd.DataFrame,
    *,
    figures: "Figures",
    inquiry: Inquiry,
    makers: Iterable["Maker"] = (),
) -> Spread[tuple[Action, ...]]:
    """At most five moves per part; parts that nobody has to look at share an empty one.

    ``removes`` is the licence risk reckoned again with the move: applying against never applying,
    more stock against today's. It is None where the effect hangs on an answer or comes too late for
    the next replenishment. ``makers``: who could be a second source.
    """
    start = replenishment(parts, matches, licences, figures, inquiry)
    known = list(makers)
    things = merged(matches, lambda match: _thing(match, figures, known, inquiry.destination))
    cases = combine(merged(licences, _case), things, merged(origins, _leaves_china_open))
    found = effects(start, numbers, figures)
    asked = narrowing(start, matches, origins, figures)
    applied_for = licences.array(lambda kind: kind.verdict == "needed", np.bool_)
    rows = _rows(parts, start, numbers, found=found, asked=asked, applied_for=applied_for)
    kinds = combine(cases, rows)
    knowledge = Knowledge(
        round(figures.interval("licence_days")[1] + figures.number("preparation_days")),
        round(figures.interval("alternative_days")[1]),
        figures.china_days,
        round(figures.number("statutory_days")),
    )
    return kinds.map(lambda kind: _moves(kind[0], kind[1], knowledge))


def _case(licence: Licence) -> Case:
    found = {fact for control in licence.controls for fact in control.missing}
    return Case(
        licence.verdict,
        licence.waits_on,
        tuple(fact for fact in ASKED_OF_A_PART if fact in found),
        licence.covered_by,
        licence.applied_on,
        licence.general_licence,
        licence.refused_in_principle,
        licence.case_by_case,
        licence.by_grade,
        licence.seldom,
        licence.upstream_exposed,
        licence.listed_supplier,
        licence.suspended_until,
        licence.effective_from,
    )


def _thing(match: Match, figures: "Figures", makers: Iterable["Maker"], destination: str) -> Thing:
    heavy = match.material == "NdFeB" and any(
        e.symbol in ("Dy", "Tb", "Ho") and e.state is not Ternary.NO for e in match.elements
    )
    own = class_of(match.grade, figures) if heavy else None
    return Thing(
        heavy,
        match.is_kit,
        match.material in ("NdFeB", "SmCo") or match.form in figures.magnet_forms,
        _cooler(own, figures) if own else None,
        makers_outside(match, figures, makers, destination),
    )


def _cooler(own: "GradeLimit", figures: "Figures") -> moves.Cooler | None:
    _, free = cooler_classes(own, figures)
    return moves.Cooler(own.name, own.celsius, free.name, free.celsius) if free else None


def _leaves_china_open(origin: Origin) -> bool:
    """Whether nobody said where the part comes from."""
    return origin.country is None and origin.leaves_china is None and not origin.already_inside


def _rows(
    parts: PartTable,
    start: Replenishment,
    numbers: pd.DataFrame,
    *,
    found: Effects,
    asked: Narrowing,
    applied_for: NDArray[np.bool_],
) -> Spread[Row]:
    """Distinct combinations of the figures that a sentence can name; other parts share nothing."""
    rows = np.flatnonzero(start.exposed | (found.weeks > 0))
    quantity = rounded_up(found.weeks[rows] * WEEK * start.daily[rows])
    known = found.weeks[rows] > 0
    columns: tuple[Spread[Any], ...] = (
        spread(np.where(applied_for, found.cover, np.minimum(found.cover, 0))[rows].tolist()),
        spread(np.where(applied_for, found.by_applying, 0)[rows].tolist()),
        spread(found.weeks[rows].tolist()),
        spread(found.by_stock[rows].tolist()),
        spread(np.where(known, quantity, 0).tolist()),
        spread(_where(known, parts.frame["unit"].to_numpy(dtype=object)[rows])),
        spread(_where(known, numbers["run_out_working"].to_numpy(dtype=object)[rows])),
        spread(list(zip(*(points[rows].tolist() for points in asked), strict=True))),
        spread(np.where(start.included, start.quoted, 0)[rows].round().astype(int).tolist()),
    )
    kinds = combine(*columns).map(
        lambda kind: Row(
            kind[0],
            kind[1],
            moves.Amount(kind[2], int(kind[4]), kind[5] or "", kind[6]),
            kind[3],
            kind[7],
            kind[8],
        )
    )
    of = np.full(len(parts), len(kinds.kinds), dtype=np.int32)
    of[rows] = kinds.of
    return Spread((*kinds.kinds, NOTHING), of)


def _where(known: NDArray[np.bool_], values: NDArray[Any]) -> list[Any]:
    kept = values.copy()
    kept[~known] = None
    found: list[Any] = kept.tolist()
    return found


def rounded_up(quantity: NDArray[np.float64]) -> NDArray[np.int64]:
    """To two digits, as one orders; 0 where the daily demand is not known."""
    amount = np.nan_to_num(quantity, nan=0.0)
    step = 10.0 ** np.maximum(0, np.floor(np.log10(np.maximum(amount, 1.0))) - 1)
    rounded: NDArray[np.int64] = (np.ceil(amount / step - 1e-9) * step).astype(np.int64)
    return rounded


def _moves(kind: tuple[Case, Thing, bool], row: Row, knowledge: Knowledge) -> tuple[Action, ...]:
    """The first move is what the verdict hangs on; the others follow by the risk they take away."""
    case, thing, origin_open = kind
    found = list(dict.fromkeys(_fitting(case, thing, origin_open, row, knowledge)))
    rest = sorted(found[1:], key=lambda action: -(action.removes or 0.0))
    return tuple([*found[:1], *rest][:MOST])


def _fitting(
    case: Case, thing: Thing, origin_open: bool, row: Row, knowledge: Knowledge
) -> Iterator[Action]:
    if case.verdict == "needed":
        yield from _needed(case, thing, row, knowledge)
    elif case.verdict == "suspended":
        until = case.suspended_until
        yield moves.DELIVER_SUSPENDED if until is None else moves.deliver_until(until)
        yield from _ahead(row)
    elif case.waits_on == "recognition":
        yield moves.LIST_KIT if thing.kit else moves.IDENTIFY
    elif case.waits_on == "part":
        yield from _questions(case, thing, origin_open, row)
        yield from _ahead(row)
    elif case.waits_on == "law" and not case.seldom:
        yield moves.ASK_COUNSEL
        yield from _ahead(row)
    elif case.verdict == "not_needed" and case.effective_from is not None:
        yield moves.deliver_before(case.effective_from)
    if case.upstream:
        yield moves.ASK_UPSTREAM if thing.magnetic else moves.ASK_UPSTREAM_MATERIAL
    if case.listed:
        yield moves.CHECK_NAME


def _needed(case: Case, thing: Thing, row: Row, knowledge: Knowledge) -> Iterator[Action]:
    if case.covered_by is not None:
        yield moves.check_licence(case.covered_by)
        return
    yield _first(case, thing, row, knowledge)
    if row.amount.weeks:
        yield moves.stock_outside(row.amount, row.by_stock)
    if case.by_grade:
        yield narrowed(moves.ASK_MAGNET, row.narrows[0])
    if thing.heavy:
        yield moves.other_grade(thing.grade) if thing.grade else moves.OTHER_GRADE
    if not case.refused:
        yield moves.second_source(knowledge.alternative_days, thing.makers)
    if row.cover < 0:
        yield moves.RECORD_STOCK
    if row.narrows[2]:
        yield narrowed(moves.ASK_LEAD_TIME, row.narrows[2])


def _first(case: Case, thing: Thing, row: Row, knowledge: Knowledge) -> Action:
    """What a part without a licence in hand hangs on."""
    if case.refused:
        return moves.leave_source(knowledge.alternative_days, thing.makers)
    if row.included:
        return moves.order_in_time(row.included, row.cover)
    if case.general:
        return moves.USE_GENERAL_LICENCE
    if case.applied_on is not None:
        due = knowledge.calendar.after(case.applied_on, knowledge.statutory_days)
        return moves.follow_up(case.applied_on, due)
    if case.case_by_case:
        return moves.apply_despite(knowledge.licence_days)
    return moves.apply_now(knowledge.licence_days, row.cover, row.by_applying)


def _questions(case: Case, thing: Thing, origin_open: bool, row: Row) -> Iterator[Action]:
    """What to ask about the part, the answer that narrows most first; the origin too where nobody
    stated it."""
    points = {"composition": row.narrows[0], "origin": row.narrows[1]}
    missing = sorted(case.missing, key=lambda fact: -points.get(fact, 0))
    for fact in missing:
        ask = moves.ASK_MAGNET if fact == "composition" and thing.heavy else moves.ASK[fact]
        yield narrowed(ask, points.get(fact, 0))
    if not missing and origin_open:
        yield narrowed(moves.ASK["origin"], row.narrows[1])


def narrowed(action: Action, points: int) -> Action:
    """The question with what its answer would narrow."""
    return replace(action, narrows=points / 100) if points else action


def _ahead(row: Row) -> Iterator[Action]:
    if row.amount.weeks:
        yield moves.stock_ahead(row.amount, row.by_stock)
    elif row.cover < 0:
        yield moves.RECORD_STOCK
