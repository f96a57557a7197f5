"""What an order still owes, reckoned: ordered less received, where no column says the rest.

Without it, all that was ordered would count as still to come.
"""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from desktop_app.intake.cells_read import Facts
from desktop_app.intake.composed_headings import kinds_in
from desktop_app.intake.grid import Grid
from desktop_app.intake.heading_text import normalise
from desktop_app.intake.planned_lists import names_any
from desktop_app.intake.products import Numbers, read_numbers
from desktop_app.intake.short_headings import apart
from desktop_app.intake.tables import Table
from desktop_app.intake.vague_headings import words_of_kind

OPEN, ORDERED = "open_order_quantity", "quantity"
SHARE, MORE = 0.9, 1.1
"""Share of the rows in which no more came than was ordered, and how much more a delivery may bring. Own
judgement."""
OTHER_KINDS = frozenset(
    ("price", "money", "value", "currency", "date", "time", "number", "unit", "stock")
)
"""Classes of words with which a heading tells something else of what came than how many."""
OF_STOCK = frozenset(("stock_on_hand", "bom_level", "reference_designator", "annual_quantity"))
"""Fields of lists that are none of orders."""


def settle_still_to_come(
    grid: Grid, table: Table, fields: Mapping[str, int], parts: NDArray[np.intp], facts: Facts
) -> None:
    """Adds what is open of each order. ``parts``: positions of the rows in the sheet."""
    ordered = facts.columns.get(ORDERED)
    is_order = ORDERED in fields and OPEN not in facts.columns and not OF_STOCK & fields.keys()
    if ordered is None or not is_order or not len(parts):
        return
    if any(names_any(apart(heading), "word_of_rest") for heading in table.headings if heading):
        return  # it says something else than the difference, or it would have been taken
    if any(
        is_sold(heading, beside_firm="supplier" in fields) for heading in table.headings if heading
    ):
        return  # a list of what customers ordered: nothing of it is still to come
    came = _received(grid, table, fields, parts, ordered)
    if came is None:
        return
    column, received = came
    gone = np.nan_to_num(received) + _cancelled(grid, table, fields, parts, ordered)
    facts.columns[OPEN] = np.maximum(ordered - gone, 0.0)
    facts.settled[OPEN] = grid.first_column + column
    if ORDERED in facts.units:
        facts.units[OPEN] = facts.units[ORDERED]


def is_sold(heading: str, *, beside_firm: bool = False) -> bool:
    """Whether a heading names a customer: "Customer", "ID cliente". "Buyer" beside the supplier is who buys there
    for the house."""
    named = words_of_kind("customer") & {*normalise(heading).split()}
    return bool(named - words_of_kind("buyer") if beside_firm else named)


def _received(
    grid: Grid, table: Table, fields: Mapping[str, int], parts: NDArray[np.intp], ordered: Numbers
) -> tuple[int, Numbers] | None:
    """The one column that says how many came of what was ordered; what was billed of it is another thing
    where both stand there."""
    used = set(fields.values())
    found = {
        n: read_numbers(grid.columns[n], parts)
        for n, heading in enumerate(table.headings[: len(grid.columns)])
        if n not in used and heading and names_any(apart(heading), "word_of_receipt")
        and kinds_in(apart(heading)).isdisjoint(OTHER_KINDS)
    }  # fmt: skip
    found = {n: own for n, own in found.items() if _fits(own, ordered)}
    billed = {n for n in found if names_any(apart(table.headings[n]), "word_of_bill")}
    left = [n for n in found if n not in billed] or sorted(billed)
    return (left[0], found[left[0]]) if len(left) == 1 else None


def _cancelled(
    grid: Grid, table: Table, fields: Mapping[str, int], parts: NDArray[np.intp], ordered: Numbers
) -> Numbers:
    """How many of what was ordered will not come: of one column that says so, else none. Nothing but 0 and 1
    beside more that was ordered says whether the line was cancelled, and then nothing of it will."""
    used = set(fields.values())
    found = [
        read_numbers(grid.columns[n], parts)
        for n, heading in enumerate(table.headings[: len(grid.columns)])
        if n not in used and heading and names_any(apart(heading), "word_of_cancelling")
        and kinds_in(apart(heading)).isdisjoint(OTHER_KINDS)
    ]  # fmt: skip
    if len(found) != 1 or not _fits(found[0], ordered):
        return np.zeros(len(ordered))
    told = np.nan_to_num(found[0])
    is_ticked = np.isin(told, (0, 1)).all() and (ordered[told == 1] > 1).any()
    return np.where(told == 1, np.nan_to_num(ordered), 0.0) if is_ticked else told


def _fits(received: Numbers, ordered: Numbers) -> bool:
    known = np.isfinite(received) & np.isfinite(ordered)
    if known.sum() < SHARE * np.isfinite(ordered).sum():
        return False
    within = (received >= 0) & (received <= MORE * ordered)
    return bool(within[known].mean() >= SHARE) if known.any() else False
