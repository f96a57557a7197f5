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
    "consumption_half_yearly": "names_half",
    "consumption_monthly": "names_month", "consumption_weekly": "names_week",
    "consumption_daily": "names_day",
}  # fmt: skip
"""By field the period whose amounts it holds."""
FIRST_JOINED = 0x2E80
"""From here scripts write words without gaps."""
OF_ANY_PERIOD = ("quantity", "demand")
"""Fields of amounts of which the heading says no period."""
_DIGITS = re.compile(r"\d+")
_COUNTED = re.compile(
    r"(?<!\d)(?:\d{1,3}|[一二三四五六七八九十]{1,2}) ?(?:个月|個月|[ヶかカヵケ]月|개월|周|週|주|天)"
    r"|\b(?:\d{1,2} ?(?:m|w)|[qh][1-4])\b"
)
"""Several months or weeks, or a quarter or half by its number: 近3个月, "6M", "H1"."""


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


def counts_periods(bare: str) -> bool:
    """Whether a comparable heading says how many months or weeks it looks at, or which part of a year."""
    return _COUNTED.search(without_accents(bare)) is not None


def of_its_period(bare: str, key: str, entries: Entries) -> Entries:
    """The meanings of a known heading that hold for a longer one around it: of a period that only the
    field tells, none where the longer one names another."""
    if not {*PERIOD_OF, *OF_ANY_PERIOD}.intersection(field for field, _ in entries):
        return entries
    own, named = periods_in(key), periods_in(bare)
    if counts_periods(bare) and not counts_periods(key):
        return [entry for entry in entries if entry[0] not in (*PERIOD_OF, *OF_ANY_PERIOD)]

    def holds(field: str) -> bool:
        period = PERIOD_OF.get(field)
        return period is None or period in own or named <= {period}

    return [entry for entry in entries if holds(entry[0])]


def may_be_slip(bare: str, key: str) -> bool:
    """Whether one heading may be a slip of the pen for another: with the same figures and periods."""
    is_counted = _DIGITS.findall(bare) == _DIGITS.findall(key)
    return is_counted and periods_in(bare) == periods_in(key)
