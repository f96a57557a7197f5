"""What an amount is worth is no amount: "Wert Umlagerung", "Valor libre utilización", "Jahresverbrauch EUR"."""

from desktop_app.intake.candidates import Candidate
from desktop_app.intake.composed_headings import kinds_in
from desktop_app.intake.heading_units import is_in_many
from desktop_app.intake.headings import normalise
from desktop_app.intake.planned_lists import names_any
from desktop_app.intake.readings import Readings, TableView, doubted, has
from desktop_app.model.findings import msg

AMOUNTS = (
    "stock_on_hand", "stock_blocked", "safety_stock", "in_transit", "open_order_quantity",
    "annual_quantity", "consumption_half_yearly", "consumption_quarterly", "consumption_monthly", "consumption_weekly",
    "consumption_daily",
)  # fmt: skip
"""Fields that count pieces."""
TIMES = frozenset(("date", "day", "days", "time", "week", "month"))
"""Kinds of words beside which a heading counts no pieces on their way."""
SIGNS = "€$¥£₩₹"
REFUTED, SPENT = 0.55, 0.75
"""Belief in the amount then, and in what a year of it costs. Own judgement."""
_UNFIT = msg("its heading fits, but its cells do not")


def money_of_amounts(readings: Readings, table: TableView) -> Readings:
    """Takes columns of money, shares and times for no amounts; what a year's demand is worth is its spend."""
    amounts = {c.column for c in readings if c.field in AMOUNTS}
    worth = {n for n in amounts if _is_of_money(table, n)}
    for name in AMOUNTS:
        readings = doubted(readings, name, worth, REFUTED, _UNFIT)
    late = {
        n for n in amounts if kinds_in(table.headings[n]) & TIMES and _is_partly_known(table, n)
    }
    late |= {n for n in amounts if names_any(table.headings[n], "no_pieces")}
    readings = doubted(readings, "in_transit", late, REFUTED, _UNFIT)
    spent = {
        c.column for c in readings
        if c.field == "annual_quantity" and c.column in worth and not _is_no_sum(table.headings[c.column])
    }  # fmt: skip
    if len(spent) != 1 or has(readings, "annual_spend"):
        return readings
    why = msg("by its heading, and it holds numbers")
    return [*readings, Candidate(spent.pop(), "annual_spend", SPENT, why)]


def _is_of_money(table: TableView, column: int) -> bool:
    heading = table.headings[column]
    if normalise(heading) in table.book.entries:
        return False
    is_priced = any(sign in heading for sign in SIGNS) or names_any(heading, "money_unit")
    return is_priced or "%" in heading or names_any(heading, "money_word")


def _is_no_sum(heading: str) -> bool:
    """A share of the year's demand, or its worth in thousands: neither is what it costs."""
    return "%" in heading or any(
        is_in_many(word) for word in heading.replace("[", " ").replace("(", " ").split()
    )


def _is_partly_known(table: TableView, column: int) -> bool:
    return "in_transit" not in table.meanings(column)
