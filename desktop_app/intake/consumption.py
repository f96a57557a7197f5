"""Consumption over a period: how a heading says it, and how often a year it comes."""

import re
from collections.abc import Mapping

from desktop_app.intake import measures

DAYS_PER_YEAR = 365
PERIODS_A_YEAR: Mapping[str, float] = {
    "consumption_monthly": 12.0, "consumption_quarterly": 4.0,
    "consumption_weekly": DAYS_PER_YEAR / 7, "consumption_daily": float(DAYS_PER_YEAR),
}  # fmt: skip
"""By field how often a year its period comes, the most usual field first."""
_PER = r"\b(per|pro|par|por|je|al) "
PER_PERIOD = (
    (
        re.compile(r"\b((per|pro|par|por|je|al|all) )?(year|annum|p a|jahr|an|año|anno|ano)\b"),
        "annual_quantity",
    ),
    (re.compile(_PER + r"(quarter|quartal|trimestre)\b"), "consumption_quarterly"),
    (re.compile(_PER + r"(month|monat|mois|mes|mese|mês)\b"), "consumption_monthly"),
    (re.compile(_PER + r"(week|woche|semaine|semana|settimana)\b"), "consumption_weekly"),
    (
        re.compile(
            _PER + r"((working|work|business) )?"
            r"((work)?day|(arbeits|werk)?tag|jour( ouvré)?|día( hábil)?|giorno( lavorativo)?|dia)\b"
        ),
        "consumption_daily",
    ),
)
"""What a heading holds beside the words for a quantity, and the field that it then is."""


def times_a_year(field: str, heading: str) -> float:
    """How often a year the amounts of a column come; those of working days on five days of seven."""
    times = PERIODS_A_YEAR[field]
    if field == "consumption_daily" and measures.counts_working_days(heading):
        return times / measures.CALENDAR_DAYS_PER_WORKDAY
    return times
