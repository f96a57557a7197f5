"""The unit of an answer that stands elsewhere: in a heading typed anew, below it, or in a column of its own."""

import re

from desktop_app.intake.answer_shares import is_of_something_else
from desktop_app.intake.answer_words import folded, words_for
from desktop_app.intake.grid import Value, day_of, shown
from desktop_app.intake.measures import (
    CALENDAR_DAYS_PER_WORKDAY,
    DAYS_IN_MONTH,
    PER_MILLE,
    PERCENT,
    PPM,
    THOUSANDS,
    days_factor,
    percent_factor,
)
from desktop_app.intake.values import piece_units, units
from desktop_app.model.answers import Answer

_TIMES = {7.0: "weeks", DAYS_IN_MONTH: "months", CALENDAR_DAYS_PER_WORKDAY: "working days"}
_DIGITS = re.compile(r"\d+")
LONGEST_UNIT = 20
"""Characters of a cell that holds nothing but a unit. Own judgement."""


def in_unit_of(heading: str, answer: Answer, value: Value) -> Value:
    """A bare figure with the unit of its heading, where the supplier wrote another one there."""
    if isinstance(value, str) and any(sign.isalpha() or sign in "%‰" for sign in value):
        return value
    if isinstance(value, bool) or value is None or day_of(value):
        return value
    if answer.form == "percent" and is_of_something_else(heading, answer.element):
        return f"{shown(value)} {_DIGITS.sub(' ', heading)}"
    unit = {"days": _time_in, "percent": _share_in, "amount": _unit_in}.get(answer.form, _none_in)(
        heading
    )
    return f"{shown(value)} {unit}" if unit else value


def _none_in(_heading: str) -> str:
    return ""


def _time_in(heading: str) -> str:
    words = folded(heading).split()
    if any(word in words for word in words_for("year")):
        return "years"
    return _TIMES.get(days_factor(heading) or 1.0, "")


def _share_in(heading: str) -> str:
    return {PER_MILLE: "‰", PPM: "ppm"}.get(percent_factor(heading) or PERCENT, "")


def _unit_in(heading: str) -> str:
    words = re.findall(r"[^\W\d_]+", folded(heading))
    if any(word in THOUSANDS for word in words):
        return THOUSANDS[0]
    named = [word for word in words if word in units() and word not in piece_units()]
    return named[-1] if named else ""


def with_unit(unit: Value, value: Value) -> Value:
    """A bare figure with the unit that stands in a cell of its own."""
    is_bare = isinstance(value, float) or (
        isinstance(value, str) and not any(sign.isalpha() or sign in "%‰" for sign in value)
    )
    return f"{shown(value)} {shown(unit)}" if is_bare and not day_of(value) else value


def is_unit_alone(answer: Answer, value: Value) -> bool:
    """Whether a cell under a figure holds nothing but its unit: "ppm", "%", "weeks"."""
    if not isinstance(value, str) or len(value) > LONGEST_UNIT or re.search(r"\d", value):
        return False
    plain = folded(value)
    if answer.form == "percent":
        return percent_factor(plain) is not None
    if answer.form == "days":
        return days_factor(plain) is not None
    return answer.form == "amount" and plain in units()
