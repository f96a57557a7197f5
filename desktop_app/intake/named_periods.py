"""The periods that headings name: "Durchschnittsverbrauch Woche" is no use of a month, although it holds
"Durchschnittsverbrauch", and "Next 3 months demand" no slip of the pen for "Next 12 months demand".

The words are in ``resources/period_words.csv``, kinds ``names_year`` to ``names_day``.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from desktop_app.intake.heading_words import without_accents
from desktop_app.intake.kind_words import period_words

Entries = Sequence[tuple[str, str]]
PERIOD_OF = {
    "annual_quantity": "names_year", "consumption_quarterly": "names_quarter",
    "consumption_monthly": "names_month", "consumption_weekly": "names_week",
    "consumption_daily": "names_day",
}  # fmt: skip
"""By field the period whose amounts it holds."""
FIRST_JOINED = 0x2E80
"""From here scripts write words without gaps."""
_DIGITS = re.compile(r"\d+")


@cache
def _words() -> Mapping[str, frozenset[str]]:
    """Kind of period to its words, as they stand in comparable headings without accents."""
    return {
        kind: frozenset(map(without_accents, words))
        for kind, words in period_words().items()
        if kind.startswith("names_")
    }


def periods_in(bare: str) -> frozenset[str]:
    """The kinds of periods that a comparable heading names."""
    said = without_accents(bare)
    words = frozenset(said.split())
    return frozenset(
        kind
        for kind, known in _words().items()
        if not words.isdisjoint(known)
        or any(word in said for word in known if " " in word or ord(word[0]) >= FIRST_JOINED)
    )


def of_its_period(bare: str, key: str, entries: Entries) -> Entries:
    """The meanings of a known heading that hold for a longer one around it: of a period that only the
    field tells, none where the longer one names another."""
    if PERIOD_OF.keys().isdisjoint(field for field, _ in entries):
        return entries
    own, named = periods_in(key), periods_in(bare)

    def holds(field: str) -> bool:
        period = PERIOD_OF.get(field)
        return period is None or period in own or named <= {period}

    return [entry for entry in entries if holds(entry[0])]


def may_be_slip(bare: str, key: str) -> bool:
    """Whether one heading may be a slip of the pen for another: with the same figures and periods."""
    is_counted = _DIGITS.findall(bare) == _DIGITS.findall(key)
    return is_counted and periods_in(bare) == periods_in(key)
