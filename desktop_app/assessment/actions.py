"""What to do about a part, at most six moves: the one it hangs on first, then by effect and cost."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import numpy as np
import pandas as pd

from desktop_app.assessment import firm_moves, moves
from desktop_app.assessment.action_facts import (
    Case,
    Row,
    Thing,
    case_of,
    leaves_china_open,
    rows_of,
    thing_of,
)
from desktop_app.assessment.effects import effects
from desktop_app.assessment.kept import kept
from desktop_app.assessment.move_costs import MoveCosts
from desktop_app.assessment.narrowing import narrowing
from desktop_app.assessment.replenishment import Replenishment, replenishment
from desktop_app.assessment.sourcing import others, own_makers
from desktop_app.model.assessment import Action
from desktop_app.model.findings import Message, msg
from desktop_app.model.inquiry import Inquiry
from desktop_app.model.licence import Licence
from desktop_app.model.match import Match, Origin
from desktop_app.model.parts import PartTable
from desktop_app.model.spread import Spread, combine, merged

if TYPE_CHECKING:
    from desktop_app.register.substances import Maker
    from desktop_app.register.supply import Figures
    from desktop_app.register.working_days import WorkCalendar

MOST = 6

Kind: TypeAlias = tuple[tuple[Case, Thing, bool, frozenset[str]], Row]
"""All that the moves of a part hang on, beside the figures."""


class Knowledge(NamedTuple):
    """What the sentences draw on beside the part: days and the calendar."""

    licence_days: int
    alternative_days: int
    calendar: "WorkCalendar"
    statutory_days: int
    costs: MoveCosts


SETTLED_WITH_THE_LAW = msg("Nothing now: settled when the law is known")


def next_step(actions: tuple[Action, ...], licence: Licence) -> Message | None:
    """The first thing to do about a part. None where nothing is open; a part beside which "not
    verified" stands always says what would settle it."""
    if actions:
        return actions[0].text
    return SETTLED_WITH_THE_LAW if licence.seldom else None


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
    start: Replenishment | None = None,
) -> Spread[tuple[Action, ...]]:
    """At most six moves per part; parts that nobody has to look at share an empty one.

    ``removes`` is the licence risk reckoned again with the move: applying against never applying,
    more stock against today's. It is None where the effect hangs on an answer or comes too late for
    the next replenishment. ``makers``: who could be a second source. Every move says what it costs.
    ``start``: where it was made already.
    """
    if start is None:
        start = replenishment(parts, matches, licences, figures, inquiry)
    known = list(makers)
    things = merged(matches, lambda match: thing_of(match, figures, known, inquiry.destination))
    found = effects(start, numbers, figures)
    asked = narrowing(start, matches, origins, numbers, figures)
    applied_for = licences.array(lambda kind: kind.verdict == "needed", np.bool_)
    rows = rows_of(
        parts, start, numbers, found=found, asked=asked, applied_for=applied_for,
        soonest=figures.number("soonest_days"),
    )  # fmt: skip
    del found, asked  # of a million parts 40 MB, and telling cases apart takes more than all before
    cases = combine(
        merged(licences, case_of),
        things,
        merged(origins, leaves_china_open),
        own_makers(parts, known, applied_for),
    )
    return kept(_Proposals, parts, figures).of(combine(cases, rows))


class _Proposals:
    """The moves of each kind of part, as far as the last question about the same parts had it.

    Another day leaves most kinds as they are, and their sentences take longest to make.
    """

    def __init__(self, _parts: PartTable, figures: "Figures") -> None:
        self._knowledge = Knowledge(
            round(figures.interval("licence_days")[1] + figures.number("preparation_days")),
            round(figures.interval("alternative_days")[1]),
            figures.china_days,
            round(figures.number("statutory_days")),
            MoveCosts(figures),
        )
        self._made: dict[Kind, tuple[Action, ...]] = {}

    def of(self, kinds: Spread[Kind]) -> Spread[tuple[Action, ...]]:
        """Only the newest kinds are kept."""
        before, knowledge = self._made, self._knowledge
        self._made = made = {}
        found = []
        for kind in kinds.kinds:
            moves_of_kind = before.get(kind)
            if moves_of_kind is None:
                moves_of_kind = _moves(*kind, knowledge)
            made[kind] = moves_of_kind
            found.append(moves_of_kind)
        return Spread(tuple(found), kinds.of)


def _moves(
    kind: tuple[Case, Thing, bool, frozenset[str]], row: Row, knowledge: Knowledge
) -> tuple[Action, ...]:
    """The first move is what the verdict hangs on; the others follow by what they avoid for the money."""
    case, thing, origin_open, own = kind
    if thing.makers:
        thing = thing._replace(makers=others(thing.makers, own))
    priced = knowledge.costs.priced
    found = [priced(action) for action in _fitting(case, thing, origin_open, row, knowledge)]
    if len({action.id for action in found}) < len(found):  # hashing whole sentences takes long
        found = list(dict.fromkeys(found))
    return tuple(knowledge.costs.in_order(found)[:MOST])


def _fitting(
    case: Case, thing: Thing, origin_open: bool, row: Row, knowledge: Knowledge
) -> Iterator[Action]:
    if case.verdict == "needed":
        yield from _needed(case, thing, row, knowledge)
    elif case.verdict == "suspended":
        until = case.suspended_until
        yield moves.DELIVER_SUSPENDED if until is None else moves.deliver_until(until)
        yield from _ahead(row, knowledge)
    elif case.waits_on == "recognition":
        yield moves.LIST_KIT if thing.kit else moves.IDENTIFY
    elif case.waits_on == "part":
        yield from _questions(case, thing, origin_open, row)
        yield from _ahead(row, knowledge)
    elif case.waits_on == "law" and not case.seldom:
        yield moves.ASK_COUNSEL
        yield from _ahead(row, knowledge)
    elif case.verdict == "not_needed" and case.effective_from is not None:
        yield moves.deliver_before(case.effective_from)
    if case.upstream:
        yield firm_moves.ask_upstream(magnetic=thing.magnetic, earthless=thing.earthless)
    if case.listed is not None:
        yield firm_moves.check_name(case.listed)


def _needed(case: Case, thing: Thing, row: Row, knowledge: Knowledge) -> Iterator[Action]:
    if case.covered_by is not None and not row.renew:
        yield moves.check_licence(case.covered_by)
        return
    yield _first(case, thing, row, knowledge)
    if row.amount.weeks:
        held = knowledge.costs.holding(row.amount)
        yield moves.stock_outside(row.amount, row.by_stock, row.saved[1], held)
    if case.by_grade:
        yield narrowed(moves.ASK_MAGNET, row.narrows[0])
    if thing.heavy:
        yield moves.other_grade(thing.grade) if thing.grade else moves.OTHER_GRADE
    if not case.refused:
        yield moves.second_source(knowledge.alternative_days, thing.makers, row.saved[2])
    if row.cover < 0:
        yield moves.RECORD_STOCK
    if row.narrows[2]:
        yield narrowed(moves.ASK_LEAD_TIME, row.narrows[2])


def _first(case: Case, thing: Thing, row: Row, knowledge: Knowledge) -> Action:
    """What a part without a licence in hand hangs on."""
    if case.refused:
        return moves.leave_source(knowledge.alternative_days, thing.makers, row.saved[2])
    if case.covered_by is not None and case.covered_until is not None and row.renew:
        return moves.renew(case.covered_by, case.covered_until)
    if row.included:
        return moves.order_in_time(row.included, row.cover)
    if case.general:
        return moves.USE_GENERAL_LICENCE
    if case.applied_on is not None:
        due = knowledge.calendar.after(case.applied_on, knowledge.statutory_days)
        return moves.follow_up(case.applied_on, due)
    if case.case_by_case:
        return moves.apply_despite(knowledge.licence_days)
    return moves.apply_now(knowledge.licence_days, row.cover, row.by_applying, row.saved[0])


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


@cache  # a few questions, in steps of points: thousands of parts share them
def narrowed(action: Action, points: int) -> Action:
    """The question with what its answer would narrow."""
    return replace(action, narrows=points / 100) if points else action


def _ahead(row: Row, knowledge: Knowledge) -> Iterator[Action]:
    if row.late[1]:
        yield moves.check_orders(*row.late)
    if row.amount.weeks:
        held = knowledge.costs.holding(row.amount)
        yield moves.stock_ahead(row.amount, row.by_stock, row.saved[1], held)
    elif row.cover < 0:
        yield moves.RECORD_STOCK
