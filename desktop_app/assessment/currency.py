"""Brings the money of all parts into one currency, by dated rates and never silently."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from desktop_app.model.findings import Message, msg, nmsg
from desktop_app.model.parts import PartTable

if TYPE_CHECKING:
    from desktop_app.register.rates import Rates

Worth = Mapping[str, tuple[float, date]]
"""What one unit of each currency is worth, and the day of that rate."""

MONEY_FIELDS = ("unit_price", "annual_spend", "margin_per_day")
NO_CURRENCY, OTHER_CURRENCY = "margin without currency", "margin in another currency"
"""Marks of parts whose margin is left out."""


def settle_money(
    parts: PartTable, rates: "Rates | None", on: date
) -> tuple[PartTable, tuple[Message, ...]]:
    """The parts with all their money in the currency of their row; with ``rates`` in that of the rates.

    A margin without a currency is left out, and so is one in another currency than its row for which
    there is no rate; both are said and marked. A row without prices is in the currency of its margin.
    """
    notes: tuple[Message, ...] = ()
    own, margin = parts.frame["margin_currency"], parts.number("margin_per_day")
    stated, named = np.isfinite(margin), own.notna().to_numpy()
    if not stated.any():
        return convert_money(parts, rates, on) if rates is not None else (parts, notes)
    parts = _in_that_of_its_margin(parts, stated & named)
    apart = stated & named & (own != parts.frame["currency"]).to_numpy()
    if rates is not None:
        parts, notes = convert_money(parts, rates, on)
    worth = np.full(len(parts), np.nan)
    if rates is not None:
        known = rates.on(on)
        at = np.flatnonzero(apart & (parts.frame["currency"] == rates.base).to_numpy())
        worth[at] = [known.get(str(own.iloc[row]), (np.nan, on))[0] for row in at.tolist()]
    bare, lost = stated & ~named, apart & np.isnan(worth)
    used = np.where(apart, margin * worth, parts.number("margin_per_day"))
    frame = parts.frame.copy(deep=False)
    frame["margin_per_day"] = np.where(bare, np.nan, used)
    frame["margin_currency"] = pd.Series(None, index=frame.index, dtype=object)
    marks = _marked(parts.marks, (NO_CURRENCY, bare), (OTHER_CURRENCY, lost))
    notes = (*notes, *_left_out(int(bare.sum()), int(lost.sum())))
    return replace(parts, frame=frame, marks=marks), notes


def _in_that_of_its_margin(parts: PartTable, which: NDArray[np.bool_]) -> PartTable:
    """A row that names no currency and has no other money takes that of its margin."""
    takes = which & parts.frame["currency"].isna().to_numpy()
    for name in ("unit_price", "annual_spend"):
        takes &= ~np.isfinite(parts.number(name))
    if not takes.any():
        return parts
    frame = parts.frame.copy(deep=False)
    frame["currency"] = frame["currency"].where(~takes, frame["margin_currency"])
    return replace(parts, frame=frame)


def _marked(
    marks: Mapping[int, tuple[str, ...]], *further: tuple[str, NDArray[np.bool_]]
) -> Mapping[int, tuple[str, ...]]:
    found = dict(marks)
    for word, which in further:
        for part in np.flatnonzero(which).tolist():
            found[part] = (*found.get(part, ()), word)
    return found


def _left_out(bare: int, lost: int) -> Iterator[Message]:
    if bare:
        yield nmsg(
            "{n} margin has no currency and is not used: name it in the heading of the margins or in "
            "a column “Currency”.",
            "{n} margins have no currency and are not used: name it in the heading of the margins or "
            "in a column “Currency”.",
            bare,
        )
    if lost:
        yield _lost(lost)


def _lost(count: int) -> Message:
    return nmsg(
        "{n} margin is in another currency than the price of its part; without an exchange rate it is "
        "not used.",
        "{n} margins are in another currency than the prices of their parts; without an exchange rate "
        "they are not used.",
        count,
    )


def convert_money(
    parts: PartTable, rates: "Rates", on: date
) -> tuple[PartTable, tuple[Message, ...]]:
    """The parts with their money in the currency of ``rates``, and what was done, in words.

    Amounts in a currency without a rate by that day, or in none, stay as they are.
    """
    known = rates.on(on)
    currencies = parts.text("currency")
    has_money = np.logical_or.reduce([np.isfinite(parts.number(name)) for name in MONEY_FIELDS])
    used = np.bincount(currencies.of[has_money], minlength=len(currencies.kinds)) > 0
    worth = [known.get(code or "", (np.nan, on))[0] for code in currencies.kinds]
    factors = np.array(worth, dtype=np.float64)
    factor = factors[currencies.of] if len(parts) else np.zeros(0)
    converted = np.isfinite(factor)
    frame = parts.frame.copy(deep=False)  # whole columns are replaced, none is written to
    for name in MONEY_FIELDS:
        amount = parts.number(name)
        frame[name] = np.where(converted, amount * factor, amount)
    names = np.empty(len(currencies.kinds), dtype=object)
    names[:] = [rates.base if c in known else c for c in currencies.kinds]
    frame["currency"] = pd.Series(names[currencies.of], index=frame.index, dtype=object)
    shown = [c for c, is_used in zip(currencies.kinds, used, strict=True) if is_used and c]
    return replace(parts, frame=frame), tuple(_notes(shown, rates, known))


def per_unit(parts: PartTable, worth: Mapping[str, float]) -> NDArray[np.float64] | None:
    """Per part what a unit of its currency is roughly worth, so that money can be put in an order.

    None where all money is in one currency; NaN for a part whose currency is not stated or not in
    ``worth``: its money cannot be compared. No amount is shown or added up by it.
    """
    currencies = parts.text("currency")
    has_money = np.logical_or.reduce([np.isfinite(parts.number(name)) for name in MONEY_FIELDS])
    used = np.bincount(currencies.of[has_money], minlength=len(currencies.kinds)) > 0
    if int(used.sum()) <= 1:
        return None
    each = np.array([worth.get(code or "", np.nan) for code in currencies.kinds], dtype=np.float64)
    found: NDArray[np.float64] = each[currencies.of]
    return found


def _notes(shown: list[str], rates: "Rates", known: "Worth") -> Iterator[Message]:
    """One sentence per currency in the lists."""
    for currency in sorted(shown):
        if currency == rates.base:
            continue
        if currency in known:
            worth, day = known[currency]
            yield msg(
                "Amounts in {currency} were converted: 1 {currency} = {worth} {base} on {day}.",
                currency=currency,
                worth=f"{worth:.6g}",
                base=rates.base,
                day=day,
            )
        else:
            yield msg(
                "Amounts in {currency} were not converted: the rate table has none by that day.",
                currency=currency,
            )
    if rates.turned and shown:
        yield msg(
            "The rate table states units for one {base}; it was read that way.", base=rates.base
        )
