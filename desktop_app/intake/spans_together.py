"""Use of spans that a month or one column alone does not tell: the last three months, one of two halves."""

from desktop_app.intake.candidates import ACCEPTED
from desktop_app.intake.readings import Readings, TableView, doubted
from desktop_app.intake.reckoned_demand import span_of
from desktop_app.model.findings import msg

REFUTED = 0.55
"""Belief in use of a span that is not the whole; below what is used. Own judgement."""
LONGEST_MONTH = 31.0
PARTS_OF_A_YEAR = ("consumption_half_yearly", "consumption_quarterly")
_HOW_LONG = msg("heading not known; not used")


def months_together(readings: Readings, table: TableView) -> Readings:
    """What the last three months used is not what a month uses: 近3个月用量 is no 月用量."""
    spans = {n for n in table.looks if (span_of(table.headings[n]) or 0.0) > LONGEST_MONTH}
    return doubted(readings, "consumption_monthly", spans, REFUTED, _HOW_LONG)


def parts_of_a_year(readings: Readings, table: TableView) -> Readings:
    """The first half beside the second, or three months beside six: a year is not four times or twice one of
    them. Of spans up to today the longest is reckoned from later."""
    told = {c.column for c in readings if c.field in PARTS_OF_A_YEAR and c.confidence >= ACCEPTED}
    if len(told) < 2:
        return readings
    for field in PARTS_OF_A_YEAR:
        readings = doubted(readings, field, told, REFUTED, _HOW_LONG)
    return readings
