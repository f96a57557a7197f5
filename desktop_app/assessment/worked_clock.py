"""Stock against licence time plus lead time, and what stands at risk: examples by our own clock.

Cover is time-to-survive of Simchi-Levi (stock over use), the gap what is left of time-to-recover.

A figure that is not known, or an example that lacks an input, raises CannotRecomputeError.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from desktop_app.assessment.stock import DAYS_A_YEAR, stock_cover
from desktop_app.assessment.worked_names import CannotRecomputeError, spelt_in
from desktop_app.model.findings import msg
from desktop_app.model.parts import PartTable, part_frame
from desktop_app.register.worked_words import plain

if TYPE_CHECKING:
    from desktop_app.register.worked_examples import WorkedExample

Triple = tuple[float, float, float]

DEMAND: Mapping[str, float] = {
    "daily_demand": DAYS_A_YEAR, "weekly_demand": DAYS_A_YEAR / 7, "monthly_demand": 12.0,
    "annual_demand": 1.0,
}  # fmt: skip
"""How often a year the demand comes."""
ANY_DAY = date(2026, 1, 1)
"""Cover is a number of days; from which day it counts does not matter."""


def clock(example: "WorkedExample") -> Triple:
    """Days of cover, days of gap, or days lost, by the name of the published figure."""
    said = plain(example.result)
    _refuse_unread(example)
    if "gap" in said or "linestop" in said:
        return _gap(example)
    if "lost" in said or "loss" in said:
        low, best, high = _gap(example)
        return max(0.0, low), max(0.0, best), max(0.0, high)
    if any(word in said for word in ("cover", "tts", "survive", "daysofstock", "runout")):
        return _cover(example)
    raise CannotRecomputeError(msg("the figure {name} is not known", name=example.result))


OF_CLOCK = ("cover_days", "stock", "in_transit", *DEMAND, "ttr", "licence_days", "lead_time_days",
            "preparation_days", "margin_per_day", "days")  # fmt: skip
NO_INPUT = frozenset(("year", "date", "on"))


def _refuse_unread(example: "WorkedExample") -> None:
    """A figure whose name nobody knows would be left out of the days without a word."""
    read = {spelt_in(example.names, example.inputs, name) for name in OF_CLOCK}
    for name, ends in example.inputs.items():
        if ends is not None and name not in read and plain(name) not in NO_INPUT:
            raise CannotRecomputeError(msg("the figure {name} is not known", name=name))


def _cover(example: "WorkedExample") -> Triple:
    ends = _ends(example, "cover_days")
    if ends is not None:
        return ends
    stock = _ends(example, "stock")
    inbound = _ends(example, "in_transit") or (0.0, 0.0, 0.0)
    named = next((name for name in DEMAND if _ends(example, name) is not None), None)
    demand = _ends(example, named) if named else None
    if stock is None or named is None or demand is None or not demand[0] > 0:
        raise CannotRecomputeError(msg("stock or a demand above zero is missing"))
    low, best, high = (
        _days(stock[at], inbound[at], demand[2 - at] * DEMAND[named]) for at in range(3)
    )
    return low, best, high


def _days(stock: float, inbound: float, yearly: float) -> float:
    """By the clock of the assessment, of a part with this stock and demand."""
    row = {"stock_on_hand": [stock], "in_transit": [inbound], "annual_quantity": [yearly]}
    return float(stock_cover(PartTable(part_frame(row, 1)), 0.0, ANY_DAY)[1, 0])


def _gap(example: "WorkedExample") -> Triple:
    """Relief takes papers, licence and delivery, or the time to recover where that is given."""
    recover = _ends(example, "ttr")
    if recover is None:
        licence, lead = _ends(example, "licence_days"), _ends(example, "lead_time_days")
        if licence is None or lead is None:
            raise CannotRecomputeError(msg("licence time or lead time is missing"))
        papers = _ends(example, "preparation_days") or (0.0, 0.0, 0.0)
        recover = (
            licence[0] + lead[0] + papers[0],
            licence[1] + lead[1] + papers[1],
            licence[2] + lead[2] + papers[2],
        )
    cover = _cover(example)
    return recover[0] - cover[2], recover[1] - cover[1], recover[2] - cover[0]


def money(example: "WorkedExample", horizon: float) -> Triple:
    """Margin over days of standstill, a year's spend, a rise in price, or what holding stock costs.

    ``horizon``: no more days of standstill count. Exactly one of these must follow from the inputs.
    """
    ways: tuple[tuple[tuple[str, ...], Callable[..., float]], ...] = (
        (("margin_per_day", "days"), lambda margin, days: margin * min(days, horizon)),
        (
            ("margin_per_day", "ttr", "cover_days"),
            lambda margin, recover, cover: margin * min(max(0.0, recover - cover), horizon),
        ),
        (("quantity", "mass_share", "price_rise"), lambda amount, share, rise: amount * share * rise),
        (("quantity", "unit_price", "holding_rate"), lambda amount, price, rate: amount * price * rate),
        (("quantity", "unit_price"), lambda amount, price: amount * price),
    )  # fmt: skip
    given = {name for needs, _ in ways for name in needs if _ends(example, name) is not None}
    for needs, figure in ways:
        if given == set(needs):
            ends = [_ends(example, name) or (0.0, 0.0, 0.0) for name in needs]
            low, best, high = (figure(*(end[at] for end in ends)) for at in range(3))
            return low, best, high
    raise CannotRecomputeError(msg("the inputs give no amount of money that is known"))


def _ends(example: "WorkedExample", name: str) -> Triple | None:
    """Low, middle and high of an input."""
    spelt = spelt_in(example.names, example.inputs, name)
    ends = None if spelt is None else example.inputs[spelt]
    return None if ends is None else (ends[0], (ends[0] + ends[1]) / 2, ends[1])
