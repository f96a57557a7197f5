"""What a line stop would cost: margin where it is known, else the spend that hangs on the part."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from desktop_app.assessment.currency import NO_CURRENCY, OTHER_CURRENCY
from desktop_app.assessment.replenishment import Replenishment
from desktop_app.assessment.stock import Ends
from desktop_app.model.findings import Message, msg, nmsg
from desktop_app.model.parts import PartTable


@dataclass(frozen=True, slots=True, eq=False)
class ValueAtRisk:
    """``at_risk``: low, best, high in the row's currency; ``basis``: margin, spend or None."""

    at_risk: Ends
    basis: NDArray[Any]


def value_at_risk(
    parts: PartTable, start: Replenishment, standstill: Ends, horizon: float
) -> ValueAtRisk:
    """Margin a day times the expected days of standstill, by licence and by material together, at
    most ``horizon`` days.

    Without a margin, spend a year times the probability that a licence duty applies: it understates
    and is never called margin. Nothing where the part was not recognised, or by the list is not used.
    """
    margin, spend = money_of(parts)
    by_margin = start.scored & (margin >= 0)
    by_spend = start.scored & ~by_margin & (spend >= 0)
    at_risk = np.full((3, len(parts)), np.nan)
    rows = np.flatnonzero(by_margin)
    at_risk[:, rows] = margin[rows] * np.minimum(horizon, standstill[:, rows])
    rows = np.flatnonzero(by_spend)
    at_risk[:, rows] = spend[rows] * start.applies[:, rows]
    basis = np.full(len(parts), None, dtype=object)
    basis[by_margin], basis[by_spend] = "margin", "spend"
    return ValueAtRisk(at_risk, basis)


def money_of(parts: PartTable) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Margin a day and spend a year; NaN of parts whose yearly demand is stated as zero or less: nobody
    loses anything by them, and what was meant is asked. A part of which nothing was used last year and
    that is needed on a day is a new one. A spend below zero is none: it would lower the sums."""
    senseless = parts.number("annual_quantity") <= 0
    if senseless.any():
        senseless &= ~_needed_on_a_day(parts)
    margin, spend = parts.number("margin_per_day"), parts.number("annual_spend")
    spend = np.where(spend < 0, np.nan, spend)
    if not senseless.any():
        return margin, spend
    return np.where(senseless, np.nan, margin), np.where(senseless, np.nan, spend)


def _needed_on_a_day(parts: PartTable) -> NDArray[np.bool_]:
    dated = parts.frame["requirement_date"].notna().to_numpy()
    needed: NDArray[np.bool_] = dated & (parts.number("requirement_quantity") > 0)
    needed[[n for n, own in parts.requirements.items() if any(one.quantity > 0 for one in own)]] = (
        True
    )
    return needed


def money_remarks(parts: PartTable) -> Mapping[int, tuple[Message, ...]]:
    """Per part id why its money is absent, where what the lists say of it makes no sense. A price of
    zero takes nothing from a spend that the list states itself."""
    found = {
        part: tuple(_MARGINS[mark] for mark in marks if mark in _MARGINS)
        for part, marks in parts.marks.items()
        if any(mark in _MARGINS for mark in marks)
    }
    is_free = (parts.number("unit_price") <= 0) & ~(parts.number("annual_spend") >= 0)
    for part in np.flatnonzero(is_free).tolist():
        found[part] = (*found.get(part, ()), _NO_PRICE)
    return found


_MARGINS = {
    NO_CURRENCY: msg("The margin a day names no currency; it is not used."),
    OTHER_CURRENCY: msg(
        "The margin a day is in another currency than the price, and there is no exchange rate; it is "
        "not used."
    ),
}
"""By the marks that settling the currencies puts on a part."""
_NO_PRICE = msg("The price is zero or less; what is spent is not known.")


def money_notes(parts: PartTable) -> tuple[Message, ...]:
    """Which money is absent or in no sum, and why: one sentence per reason that occurs."""
    return (*_without_spend(parts), *_without_currency(parts), *_in_several(parts))


def _without_spend(parts: PartTable) -> Iterator[Message]:
    has_none = ~np.isfinite(parts.number("annual_spend"))
    count = int(has_none.sum())
    if len(parts) and count == len(parts):
        yield msg("No spend a year is known: these files lack prices or yearly quantities.")
    elif count:
        yield nmsg(
            "{n} part has no spend a year: its price or yearly quantity is missing.",
            "{n} parts have no spend a year: a price or a yearly quantity is missing.",
            count,
        )


def _has_money(parts: PartTable) -> NDArray[np.bool_]:
    stated: NDArray[np.bool_] = np.isfinite(parts.number("margin_per_day")) | np.isfinite(
        parts.number("annual_spend")
    )
    return stated


def _in_several(parts: PartTable) -> Iterator[Message]:
    currencies = parts.text("currency")
    used = np.bincount(currencies.of[_has_money(parts)], minlength=len(currencies.kinds)) > 0
    named = sorted(c for c, is_used in zip(currencies.kinds, used, strict=True) if is_used and c)
    if len(named) > 1:
        yield msg(
            "Amounts are in {currencies}; sums are kept apart until a table of exchange rates is "
            "given. Only the order of parts compares them, at rough rates.",
            currencies=", ".join(named),
        )


def _without_currency(parts: PartTable) -> Iterator[Message]:
    count = int((_has_money(parts) & parts.frame["currency"].isna().to_numpy()).sum())
    if count:
        yield nmsg(
            "{n} part has an amount without a currency; it is in no sum with others.",
            "{n} parts have an amount without a currency; they are in no sum with others.",
            count,
        )
