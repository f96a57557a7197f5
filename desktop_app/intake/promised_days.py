"""Of several days of delivery the one that the supplier promised, and days that no declaration has."""

from dataclasses import replace

from desktop_app.intake.candidates import ACCEPTED, Candidate
from desktop_app.intake.planned_lists import bare, names_any, words_of
from desktop_app.intake.readings import Readings, TableView, change_all, doubted, has
from desktop_app.model.findings import msg

REFUTED = 0.55
"""Belief in a reading that another column says better; below what is used. Own judgement."""
WANTED = 0.75
_OTHER = msg("another column was taken for this; not used")
_UNFIT = msg("its heading fits, but its cells do not")
DECLARED = (
    "declaration", "substance", "cas_number", "substance_percent", "substance_mass", "magnet_grade",
)  # fmt: skip
"""Facts of a declaration, of which a day may be."""


def promised(readings: Readings, table: TableView) -> Readings:
    """承诺交货日 beside 要求交货日: what was promised is the day of delivery, and what was wanted is when the
    part is needed. "Effective date" is of a declaration where the list declares something."""
    if not any(has(readings, name) for name in DECLARED):
        # A bare "Datum" is a day of anything, such as of the delivery note.
        valid = {
            n for n in table.looks
            if bare(table.headings[n]) in words_of("valid_from") or "other" in table.meanings(n)
        }  # fmt: skip
        readings = doubted(readings, "declaration_date", valid, REFUTED, _UNFIT)
    days = {c.column for c in readings if c.field == "confirmed_date" and c.confidence >= ACCEPTED}
    sure = {n for n in days if names_any(table.headings[n], "promised")}
    if not sure or sure == days:
        return readings
    is_needed = has(readings, "requirement_date")

    def change(candidate: Candidate) -> Candidate:
        if candidate.field != "confirmed_date" or candidate.column not in days - sure:
            return candidate
        is_wanted = names_any(table.headings[candidate.column], "wanted")
        if is_wanted and not is_needed and len(days - sure) == 1:
            return replace(candidate, field="requirement_date", confidence=WANTED, why=_OTHER)
        return replace(candidate, confidence=REFUTED, why=_OTHER)

    return change_all(readings, change)
