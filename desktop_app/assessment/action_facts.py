"""What of a part its moves depend on: the verdict, the thing itself, and figures that share a wording."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from desktop_app.assessment import moves
from desktop_app.assessment.effects import WEEK, Effects, said_days
from desktop_app.assessment.narrowing import Narrowing
from desktop_app.assessment.replenishment import Replenishment
from desktop_app.assessment.sourcing import class_of, cooler_classes, makers_outside
from desktop_app.model.licence import Licence, ListedFirm, MissingFact, Verdict, WaitsOn
from desktop_app.model.match import RARE_EARTHS, Match, Origin
from desktop_app.model.parts import PartTable
from desktop_app.model.spread import Spread, combine, spread_array
from desktop_app.model.verdict import Ternary

if TYPE_CHECKING:
    from desktop_app.register.substances import Maker
    from desktop_app.register.supply import Figures, GradeLimit

ASKED_OF_A_PART: tuple[MissingFact, ...] = (
    "identity", "form", "composition", "origin", "value_share", "technical_property", "end_use",
)  # fmt: skip
"""Missing facts in the order in which answering them helps most."""


class Case(NamedTuple):
    """What of a verdict decides the moves."""

    verdict: Verdict
    waits_on: WaitsOn | None
    missing: tuple[MissingFact, ...]
    covered_by: str | None
    covered_until: date | None
    applied_on: date | None
    general: bool
    refused: bool
    case_by_case: bool
    by_grade: bool
    seldom: bool
    upstream: bool
    listed: ListedFirm | None
    suspended_until: date | None
    effective_from: date | None


class Thing(NamedTuple):
    """What of a match decides the moves. ``heavy``: an NdFeB magnet that may hold Dy, Tb or Ho.

    ``grade``: its class, and the one that usually holds none of them. ``earthless``: it holds another
    controlled material and no rare earth, as gallium arsenide does.
    """

    heavy: bool
    kit: bool
    magnetic: bool
    grade: moves.Cooler | None
    makers: tuple[str, ...]
    earthless: bool = False


class Row(NamedTuple):
    """The figures of :class:`Effects` for parts that share them, and what asking would narrow.

    ``narrows``: percent points by question, for composition, origin and delivery time.
    ``included``: days of a delivery time that already holds the licence, else 0. ``saved``: days of
    standstill that applying, more stock and, later, a second source avoid. ``late``: cover in days as said, and days of
    delivery, where stock ends before an order of today could come; no days of delivery elsewhere.
    ``renew``: a licence is in hand that ends before goods ordered today can be here.
    """

    cover: int
    by_applying: int
    amount: moves.Amount
    by_stock: int
    narrows: tuple[int, int, int]
    included: int = 0
    saved: tuple[int, int, int] = (0, 0, 0)
    late: tuple[int, int] = (0, 0)
    renew: bool = False


NOTHING = Row(0, 0, moves.Amount(0, 0, "", None), 0, (0, 0, 0))


def case_of(licence: Licence) -> Case:
    """Its licence in the facts that moves depend on."""
    found = {fact for control in licence.controls for fact in control.missing}
    return Case(
        licence.verdict,
        licence.waits_on,
        tuple(fact for fact in ASKED_OF_A_PART if fact in found),
        licence.covered_by,
        licence.covered_until,
        licence.applied_on,
        licence.general_licence,
        licence.refused_in_principle,
        licence.case_by_case,
        licence.by_grade,
        licence.seldom,
        licence.upstream_exposed,
        licence.listed_firm,
        licence.suspended_until,
        licence.effective_from,
    )


def thing_of(
    match: Match, figures: "Figures", makers: Iterable["Maker"], destination: str
) -> Thing:
    """Its match likewise, with makers elsewhere and a cooler class of magnet."""
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
        bool(match.minerals) and not any(e.symbol in RARE_EARTHS for e in match.elements),
    )


def _cooler(own: "GradeLimit", figures: "Figures") -> moves.Cooler | None:
    _, free = cooler_classes(own, figures)
    return moves.Cooler(own.name, own.celsius, free.name, free.celsius) if free else None


def leaves_china_open(origin: Origin) -> bool:
    """Whether nobody said where the part comes from."""
    return origin.country is None and origin.leaves_china is None and not origin.already_inside


def rows_of(
    parts: PartTable,
    start: Replenishment,
    numbers: pd.DataFrame,
    *,
    found: Effects,
    asked: Narrowing,
    applied_for: NDArray[np.bool_],
    soonest: float,
) -> Spread[Row]:
    """Distinct combinations of the figures that a sentence can name; other parts share nothing.

    Where no licence is needed yet, more stock comes from the supplier: it is no move for a part
    that it would reach only after the stock has ended. Nor is it said by which day. ``soonest``: days
    in which nothing bought today is there, so that no day is named before.
    """
    rows = np.flatnonzero(start.exposed | (found.weeks > 0))
    in_time = applied_for | (start.lead[1] <= start.cover[1])
    weeks = np.where(in_time, found.weeks, 0)[rows]
    quantity = rounded_up(weeks * WEEK * start.daily[rows])
    known = weeks > 0
    by_then = known & applied_for[rows] & (start.cover[1, rows] >= soonest)
    currency = parts.frame["currency"].to_numpy(dtype=object)[rows]
    priced = known & pd.notna(currency)
    # Of what one orders the price is no estimate: who multiplies must find the same.
    cost = rounded_up(np.where(priced, quantity * _price(parts)[rows], np.nan), digits=3)
    columns: tuple[Spread[Any], ...] = (
        spread_array(np.where(applied_for, found.cover, np.minimum(found.cover, 0))[rows]),
        spread_array(np.where(applied_for, found.by_applying, 0)[rows]),
        spread_array(weeks),
        spread_array(found.by_stock[rows]),
        spread_array(np.where(known, quantity, 0)),
        _where(known, parts.frame["unit"].to_numpy(dtype=object)[rows]),
        _where(by_then, numbers["run_out_working"].to_numpy(dtype=object)[rows]),
        combine(*(spread_array(points[rows]) for points in asked)),
        spread_array(np.where(start.included, start.quoted, 0)[rows].round().astype(int)),
        spread_array(cost),
        _where(cost > 0, currency),
        combine(
            spread_array(np.where(applied_for, found.saved_by_applying, 0)[rows]),
            spread_array(found.saved_by_stock[rows]),
            spread_array(np.where(applied_for, found.saved_by_source, 0)[rows]),
        ),
        _late(start, rows, applied_for),
        spread_array(start.ends_first[rows]),
    )
    del in_time, weeks, quantity, known, by_then, currency, priced, cost  # they are in the columns
    combined = combine(*columns)
    del columns  # of a million parts 60 MB, while the sentences of each kind are made
    kinds = combined.map(_row)
    of = np.full(len(parts), len(kinds.kinds), dtype=np.int32)
    of[rows] = kinds.of
    return Spread((*kinds.kinds, NOTHING), of)


def _row(kind: tuple[Any, ...]) -> Row:
    """One combination, in the order of the columns above."""
    (cover, by_applying, weeks, by_stock, quantity, unit, by, narrows, included, cost, currency,
     saved, late, renew) = kind  # fmt: skip
    amount = moves.Amount(weeks, int(quantity), unit or "", by, cost, currency or "")
    return Row(cover, by_applying, amount, by_stock, narrows, included, saved, late, bool(renew))


def _late(
    start: Replenishment, rows: NDArray[np.intp], applied_for: NDArray[np.bool_]
) -> Spread[Any]:
    """Real stock that ends before the quoted delivery; parts to apply for have words of their own."""
    cover, quoted = start.cover[1, rows], start.quoted[rows]
    late = ~(start.assumed_cover | start.assumed_lead | applied_for)[rows] & (quoted > cover)
    return combine(
        spread_array(np.where(late, said_days(cover), 0)),
        spread_array(np.where(late, np.nan_to_num(quoted), 0.0).round().astype(np.int64)),
    )


def _price(parts: PartTable) -> NDArray[np.float64]:
    """What one unit costs; where no price is stated, the spend of a year over its quantity."""
    price = parts.number("unit_price")
    spend, yearly = parts.number("annual_spend"), parts.number("annual_quantity")
    with np.errstate(divide="ignore", invalid="ignore"):
        found: NDArray[np.float64] = np.where(np.isnan(price), spend / yearly, price)
    return np.where(np.isfinite(found) & (found > 0), found, np.nan)


def _where(known: NDArray[np.bool_], values: NDArray[Any]) -> Spread[Any]:
    kept = values.copy()
    kept[~known] = None
    return spread_array(kept)


def rounded_up(quantity: NDArray[np.float64], digits: int = 2) -> NDArray[np.int64]:
    """To two digits, as one orders; 0 where the daily demand is not known."""
    amount = np.nan_to_num(quantity, nan=0.0)
    step = 10.0 ** np.maximum(0, np.floor(np.log10(np.maximum(amount, 1.0))) - (digits - 1))
    rounded: NDArray[np.int64] = (np.ceil(amount / step - 1e-9) * step).astype(np.int64)
    return rounded
