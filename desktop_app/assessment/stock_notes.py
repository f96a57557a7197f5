"""What a reader should know of the stock behind a date: what was left out of it, what was added up, which
figures make no sense.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from desktop_app.assessment.kept import kept
from desktop_app.assessment.stock import all_met, drawn_on, is_taken
from desktop_app.assessment.stock_rows import about_apart, about_rows, rows_apart
from desktop_app.model.findings import Message, msg
from desktop_app.model.parts import PartTable

NOTED = (
    "stock_blocked", "stock_on_hand", "special_stock", "open_order_quantity", "confirmed_date",
    "annual_quantity", "lead_time_days", "in_transit", "stock_date", "requirement_date",
)  # fmt: skip
Facts = Mapping[str, Any]


def stock_notes(parts: PartTable, not_usable: frozenset[str]) -> Mapping[int, tuple[Message, ...]]:
    """Per part id what was not counted and which figures make no sense; parts without are absent."""
    number, drawn = parts.number, kept(drawn_on, parts, not_usable)
    sharing, met = drawn.rows, all_met(parts, drawn.usable)
    noted = (
        (number("stock_blocked") > 0)
        | (number("open_order_quantity") > 0)
        | parts.frame["special_stock"].notna().to_numpy()
        | (number("annual_quantity") <= 0)
        | (number("stock_on_hand") < 0)
        | (number("lead_time_days") < 0)
        | (sharing > 0)
        | parts.frame["stock_date"].notna().to_numpy()
        | (parts.frame["confirmed_date"].notna().to_numpy() & (number("in_transit") > 0))
    )
    apart = rows_apart(parts, drawn.usable)
    noted[[*met, *parts.stock_rows]] = True
    rows = np.flatnonzero(noted)
    columns = [_values(parts, name, rows) for name in NOTED]
    files = parts.frame["file"].to_numpy()
    found = {}
    for row, values in zip(rows.tolist(), zip(*columns, strict=True), strict=True):
        facts = dict(zip(NOTED, values, strict=True))
        by_day = (*_by_day(facts), *_carried_on(met.get(row)))
        shared = (
            *_shared(int(sharing[row])),
            *about_rows(parts, row, int(files[row]), facts["stock_on_hand"]),
        )
        if notes := (*_left_out(facts, not_usable), *by_day, *shared, *_senseless(facts)):
            found[row] = notes
    for row, count in apart.items():
        found[row] = (*found.get(row, ()), about_apart(count))
    return found


def _shared(rows: int) -> Iterator[Message]:
    if rows:
        yield msg(
            "This part stands in {rows} rows with the same stock: their demand is added up.",
            rows=rows,
        )


def _values(parts: PartTable, name: str, rows: NDArray[np.intp]) -> list[Any]:
    values = parts.frame[name].iloc[rows]
    return [
        None if missing else value for value, missing in zip(values, values.isna(), strict=True)
    ]


def _left_out(facts: Facts, not_usable: frozenset[str]) -> Iterator[Message]:
    blocked, stock = facts["stock_blocked"] or 0.0, facts["stock_on_hand"] or 0.0
    if blocked > 0:
        yield msg("{quantity} in blocked stock are not counted.", quantity=float(blocked))
    if stock > 0 and is_taken(facts["special_stock"], not_usable):
        yield msg(
            "{quantity} belong to a project or a customer (special stock {mark}) and are not "
            "counted.",
            quantity=float(stock),
            mark=facts["special_stock"],
        )
    ordered, due = facts["open_order_quantity"] or 0.0, facts["confirmed_date"]
    if ordered > 0 and isinstance(due, date):
        yield msg(
            "An open order of {quantity}, confirmed for {day}, is not counted: it has not "
            "cleared export.",
            quantity=float(ordered),
            day=due,
        )
    elif ordered > 0:
        yield msg(
            "Open orders of {quantity} are not counted: they have not cleared export.",
            quantity=float(ordered),
        )


def _by_day(facts: Facts) -> Iterator[Message]:
    """Dated requirements of the past are due themselves, so that even use is not taken off as well."""
    counted_on, stock = facts["stock_date"], facts["stock_on_hand"]
    is_even = (facts["annual_quantity"] or 0.0) > 0 and facts["requirement_date"] is None
    if isinstance(counted_on, date) and stock is not None and is_even:
        yield msg(
            "Stock is that of {day}: what the demand used since then is taken off. What came in since "
            "is not known; count again.",
            day=counted_on,
        )
    coming, due = facts["in_transit"] or 0.0, facts["confirmed_date"]
    if coming > 0 and isinstance(due, date) and not (facts["open_order_quantity"] or 0.0) > 0:
        yield msg(
            "{quantity} in transit arrive on {day}; they count where the stock lasts until then.",
            quantity=float(coming),
            day=due,
        )


def _carried_on(last: date | None) -> Iterator[Message]:
    if last is not None:
        yield msg(
            "Stock meets every dated requirement; the last one is of {day}. What is needed after it "
            "is not known, so there is no run-out date; the risks assume use at their mean rate.",
            day=last,
        )


MEETS_ALL = next(_carried_on(date.min)).template
"""By which the remark is told from the others."""


def _senseless(facts: Facts) -> Iterator[Message]:
    demand, stock, lead = (facts[n] for n in ("annual_quantity", "stock_on_hand", "lead_time_days"))
    if demand is not None and demand < 0:
        yield msg("Demand is below zero; there is no cover and no date.")
    elif demand == 0:
        yield msg("Demand is zero; there is no cover and no date.")
    if stock is not None and stock < 0:
        yield msg("Stock is booked below zero; it counts as used up.")
    if lead is not None and lead < 0:
        yield msg("The delivery time is below zero; an assumed one is used.")


NO_DAY = frozenset((
    MEETS_ALL,
    *(
        remark.template
        for demand in (-1.0, 0.0)
        for remark in _senseless(
            {"annual_quantity": demand, "stock_on_hand": None, "lead_time_days": None}
        )
    ),
))  # fmt: skip
"""Remarks that say why stock has no last day although the list gives it and what is needed."""
