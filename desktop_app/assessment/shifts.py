"""What changes between two answers although no verdict does: refusals, waiting, gaps and money."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from desktop_app.model.assessment import Assessment
from desktop_app.model.findings import Message, msg, nmsg


def shifts(before: Assessment, after: Assessment) -> tuple[Message, ...]:
    """One sentence for each figure that differs; none where all are the same.

    Raises ValueError where the two do not have the same parts.
    """
    if len(before.parts) != len(after.parts):
        raise ValueError("the two assessments are of different parts")
    return (*_refused(before, after), *_waiting(before, after), *_money(before, after))


def _refused(before: Assessment, after: Assessment) -> Iterator[Message]:
    old, new = (int(_marked(found).sum()) for found in (before, after))
    if old != new:
        yield nmsg(
            "Licences refused in principle: {n} part before, {after} after.",
            "Licences refused in principle: {n} parts before, {after} after.",
            old,
            after=new,
        )


def _marked(found: Assessment) -> NDArray[np.bool_]:
    return found.licences.array(lambda kind: kind.refused_in_principle, np.bool_)


def _waiting(before: Assessment, after: Assessment) -> Iterator[Message]:
    """Days to a licence and stock that runs out before it, where both answers know them."""
    old, new = (_column(found, "licence_days") for found in (before, after))
    both = np.isfinite(old) & np.isfinite(new)
    differ = both & (old != new)
    if differ.any():
        yield nmsg(
            "Likely days to a licence, middle of {n} part: {before} before, {after} after.",
            "Likely days to a licence, middle of {n} parts: {before} before, {after} after.",
            int(differ.sum()),
            before=round(float(np.median(old[differ]))),
            after=round(float(np.median(new[differ]))),
        )
    late, later = (int((_column(found, "gap_days") > 0).sum()) for found in (before, after))
    if late != later:
        yield nmsg(
            "Stock that ends before a licence could bring goods: {n} part before, {after} after.",
            "Stock that ends before a licence could bring goods: {n} parts before, {after} after.",
            late,
            after=later,
        )


def _money(before: Assessment, after: Assessment) -> Iterator[Message]:
    """Best value at risk by currency."""
    old, new = _at_risk(before), _at_risk(after)
    for currency in sorted(old.keys() | new.keys()):
        one, other = round(old.get(currency, 0.0)), round(new.get(currency, 0.0))
        if one != other:
            yield msg(
                "Value at risk: {before} {currency} before, {after} {currency} after.",
                before=one,
                after=other,
                currency=currency,
            )


def _at_risk(found: Assessment) -> dict[str, float]:
    totals: dict[str, float] = {}
    values = _column(found, "value_at_risk").tolist()
    currencies = found.parts.frame["currency"].tolist()
    for amount, currency in zip(values, currencies, strict=True):
        if currency and np.isfinite(amount):
            totals[currency] = totals.get(currency, 0.0) + amount
    return totals


def _column(found: Assessment, name: str) -> NDArray[np.float64]:
    return found.numbers[name].to_numpy(dtype=np.float64)
