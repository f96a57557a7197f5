"""Of several prices of a part the one that is paid: beside it neither an average nor a target is the price."""

from desktop_app.intake.candidates import ACCEPTED
from desktop_app.intake.composed_headings import kinds_in
from desktop_app.intake.headings import normalise
from desktop_app.intake.planned_lists import bare, names_any, words_of
from desktop_app.intake.readings import Readings, TableView, doubted, has
from desktop_app.model.findings import msg

MOSTLY = 0.5
"""Share of the parts of which a paid price must be known. Own judgement."""
_OTHER = msg("another column was taken for this; not used")


def planned_prices(readings: Readings, table: TableView) -> Readings:
    """Beside the price that was paid last, is quoted or agreed, neither an average nor a standard cost nor a
    target is the price."""
    priced = [c for c in readings if c.field == "unit_price" and c.confidence >= ACCEPTED]
    said = {c.column: table.all_meanings(c.column) for c in priced}
    planned = {n for n, meanings in said.items() if "planned_price" in meanings}
    paid = {
        n for n, meanings in said.items()
        if ("paid_price" in meanings or _says_paid(table, n)) and _is_priced(table, n)
    }  # fmt: skip
    paid = {n for n in paid if n not in planned or "paid_price" in said[n]}
    # In the lines of an order the price that is not planned is the one that is paid.
    if has(readings, "line_value") and has(readings, "quantity"):
        paid |= {n for n in said if n not in planned and _is_priced(table, n)}
    planned -= paid
    # Beside "Suppliers/Price" a bare "Cost" is what the firm itself reckons with.
    of_firm = {n for n in said if {"supplier", "price"} <= kinds_in(table.headings[n])}
    if of_firm := {n for n in of_firm if _is_priced(table, n)}:
        paid |= of_firm
        planned |= {n for n in said if n not in paid}
    if not paid or not planned:
        return readings

    return doubted(readings, "unit_price", planned, BESIDE_PAID, _OTHER)


def _says_paid(table: TableView, column: int) -> bool:
    if names_any(table.headings[column], "paid_signs"):
        return True
    words = normalise(table.headings[column]).replace("(", " ").split()
    return not words_of("paid_words").isdisjoint(map(bare, words))


def _is_priced(table: TableView, column: int) -> bool:
    return table.looks[column].filling >= MOSTLY and table.looks[column].numeric >= MOSTLY


BESIDE_PAID = 0.69
"""Belief in a planned price beside one that was paid; too little to stand in for it. Own judgement."""
