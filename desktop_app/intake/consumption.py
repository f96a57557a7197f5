"""Consumption over a period: how a heading says it, and how often a year it comes."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from desktop_app.intake import measures
from desktop_app.intake.kind_words import period_words

DAYS_PER_YEAR = 365
PERIODS_A_YEAR: Mapping[str, float] = {
    "consumption_monthly": 12.0, "consumption_quarterly": 4.0, "consumption_half_yearly": 2.0,
    "consumption_weekly": DAYS_PER_YEAR / 7, "consumption_daily": float(DAYS_PER_YEAR),
}  # fmt: skip
"""By field how often a year its period comes, the most usual field first."""


@cache
def per_period() -> tuple[tuple[re.Pattern[str], str], ...]:
    """What a heading holds beside the words for a quantity, and the field that it then is: "per week".

    A year may stand without the word before it.
    """
    words = period_words()
    per, per_year = _any(words["per"]), _any([*words["per"], *words["per_year"]])
    periods = {field: _any(words[field]) for field in LONGER_FIRST}
    return tuple(
        (re.compile(rf"\b(?:(?:{per_year}) )?(?:{said})\b"), field)
        if field == "annual_quantity"
        else (re.compile(rf"\b(?:{per}) (?:{said})\b"), field)
        for field, said in periods.items()
    )


LONGER_FIRST = (
    "consumption_half_yearly", "annual_quantity", "consumption_quarterly", "consumption_monthly",
    "consumption_weekly", "consumption_daily",
)  # fmt: skip
"""Longer periods before shorter ones, but "half year" before "year"."""


def _any(words: Sequence[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def times_a_year(field: str, heading: str) -> float:
    """How often a year the amounts of a column come; those of working days on five days of seven."""
    times = PERIODS_A_YEAR[field]
    if field == "consumption_daily" and measures.counts_working_days(heading):
        return times / measures.CALENDAR_DAYS_PER_WORKDAY
    return times
