"""What the elements of a year's demand would cost more, bought at the asks outside China.

Asks move little volume: most is traded near the usual price, so this is the high end, not a forecast
(Adamas Intelligence 2025: less than 1 % of yttrium and dysprosium oxide at such prices).
"""

from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from desktop_app.assessment.stock import Numbers
from desktop_app.model.findings import Message, msg
from desktop_app.model.match import Match
from desktop_app.model.parts import PartTable
from desktop_app.model.spread import Spread
from desktop_app.model.verdict import Ternary

if TYPE_CHECKING:
    from desktop_app.register.supply import Figures, PriceStep

GRAMS_A_KILOGRAM = 1000.0


def price_at_risk(parts: PartTable, matches: Spread[Match], figures: "Figures") -> Numbers:
    """US dollars a year; NaN where demand, mass or composition is not known.

    Best values: mass of the bearing material in one piece, else its share of the stated mass of one
    unit, times the element's share, its presence and the step of its price.
    """
    found = np.full(len(parts), np.nan)
    of_gram = matches.array(lambda match: _dollars_a_gram(match, figures), np.float64)
    rows = np.flatnonzero(np.isfinite(of_gram))
    piece = matches.array(_bearing_grams, np.float64)[rows]
    share = matches.array(
        lambda match: match.bearing_share[1] if match.bearing_share else np.nan, np.float64
    )[rows]
    grams = parts.number("unit_mass_g")[rows] * share
    grams = np.where(np.isnan(grams), piece, grams)
    yearly = parts.number("annual_quantity")[rows]
    found[rows] = np.where(yearly > 0, yearly, np.nan) * grams * of_gram[rows]
    return found


def _bearing_grams(match: Match) -> float:
    return match.bearing_g_per_piece[1] if match.bearing_g_per_piece else np.nan


def _dollars_a_gram(match: Match, figures: "Figures") -> float:
    """Of bearing material; NaN where no element with known prices and content is in it."""
    steps = [
        element.probability[1]
        * element.mass_percent[1]
        / 100
        * (step.ask - step.usual)
        / step.element_share
        / GRAMS_A_KILOGRAM
        for element in match.elements
        if element.mass_percent
        and element.state is not Ternary.NO
        and (step := figures.price_steps.get(element.symbol))
    ]
    return sum(steps) if steps else np.nan


def price_notes(
    matches: Spread[Match], at_risk: Numbers, figures: "Figures"
) -> tuple[Message, ...]:
    """The prices behind ``at_risk``, one sentence for each element that was reckoned with: where no amount
    came of it, a price is a figure for nothing."""
    reckoned = np.unique(matches.of[np.flatnonzero(np.isfinite(at_risk))]).tolist()
    held = {
        element.symbol
        for kind in reckoned
        for element in matches.kinds[kind].elements
        if element.mass_percent and element.state is not Ternary.NO
    }
    return tuple(
        _by_volume(step) if step.by_volume else _in_china(step)
        for symbol, step in figures.price_steps.items()
        if symbol in held
    )


def _by_volume(step: "PriceStep") -> Message:
    return msg(
        "{product}: {usual} USD/kg for most of the world's volume ({usual_source}, {usual_day}), "
        "{ask} USD/kg asked outside China ({ask_source}, {ask_day}).",
        product=step.product, usual=step.usual, usual_source=step.usual_source.title,
        usual_day=said_day(step.usual_day), ask=step.ask, ask_source=step.ask_source.title,
        ask_day=said_day(step.ask_day),
    )  # fmt: skip


def _in_china(step: "PriceStep") -> Message:
    return msg(
        "{product}: {usual} USD/kg in China ({usual_source}, {usual_day}), {ask} USD/kg asked "
        "outside China ({ask_source}, {ask_day}).",
        product=step.product, usual=step.usual, usual_source=step.usual_source.title,
        usual_day=said_day(step.usual_day), ask=step.ask, ask_source=step.ask_source.title,
        ask_day=said_day(step.ask_day),
    )  # fmt: skip


def said_day(stated: str) -> date | str:
    """The day of a price, to be said as the reader's language says days; a year or a month that is all
    the source gives stays as it is."""
    return date.fromisoformat(stated) if len(stated) == len("2025-12-31") else stated
