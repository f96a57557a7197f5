"""What an order still owes: ordered less received. "Saldo" and "Balance" beside the two are no stock.

The cells decide where they can: in nearly all rows one column is another less a third.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from desktop_app.intake.candidates import ACCEPTED, Candidate, weaker
from desktop_app.intake.closing_stocks import closing_stocks
from desktop_app.intake.composed_headings import kinds_in
from desktop_app.intake.grid import Grid
from desktop_app.intake.looks import Look
from desktop_app.intake.planned_lists import names_any
from desktop_app.intake.products import MOST_ROWS, Numbers, read_numbers
from desktop_app.intake.short_headings import apart
from desktop_app.model.findings import msg

OPEN, ORDERED = "open_order_quantity", "quantity"
PROVEN, SAID, REFUTED = 0.95, 0.75, 0.55
"""Belief where the cells prove it, where they are too few to, and where they say otherwise. Own judgement."""
FEWEST, SHARE, NUMERIC = 2, 0.9, 0.8
"""Rows with something received from which a difference proves anything, the share of rows in which it must
hold, and of cells that are numbers. Own judgement."""
HARDLY = 1e-6
_BY_CELLS = msg("by its cells and the columns beside it")
_OTHER = msg("another column was taken for this; not used")


def balances_of_orders(
    candidates: Sequence[Candidate],
    headings: Sequence[str],
    looks: Mapping[int, Look],
    grid: Grid,
    rows: NDArray[np.intp],
) -> list[Candidate]:
    """All readings; of three columns of an order the rest is what is open, and the first what was ordered,
    which beside what has come is not all still to come."""
    found = closing_stocks(candidates, headings, looks, grid, rows)
    counts = [n for n, look in looks.items() if look.numeric >= NUMERIC and headings[n]]
    ordered, received, rest = (
        [n for n in counts if names_any(apart(headings[n]), kind)]
        for kind in ("word_of_order", "word_of_receipt", "word_of_rest")
    )
    # "Pedido" heads the numbers of orders as well as how many were ordered.
    ordered = [
        n for n in ordered
        if n not in received and n not in rest and looks[n].order_number < NUMERIC
    ]  # fmt: skip
    rest = [n for n in rest if n not in received and "stock" not in kinds_in(apart(headings[n]))]
    if len(ordered) != 1 or len(received) != 1:
        return found
    numbers = [
        read_numbers(grid.columns[n], rows[:MOST_ROWS]) for n in (*ordered, *received, *rest)
    ]
    if (numbers[1] > 0).any():
        found = [_as_ordered(c, ordered[0]) for c in found]
    if len(rest) != 1:
        return found if rest else _with_ordered(found, ordered[0], *numbers)
    holds = _is_less(*numbers)
    gone = [n for n in counts if names_any(apart(headings[n]), "word_of_cancelling")]
    if holds is False and len(gone) == 1:
        cancelled = np.nan_to_num(read_numbers(grid.columns[gone[0]], rows[:MOST_ROWS]))
        holds = _is_less(numbers[0], np.nan_to_num(numbers[1]) + cancelled, numbers[2])
    if holds is False:
        return [_weaker_stock(c, rest[0]) for c in found]
    believed = SAID if holds is None else PROVEN
    kept = [c for c in found if c.column not in (*ordered, *rest)]
    kept = [weaker(c, REFUTED, _OTHER) if c.field in (OPEN, ORDERED) else c for c in kept]
    spoken = {c.column: c.languages for c in found}
    return [
        *kept,
        Candidate(ordered[0], ORDERED, believed, _BY_CELLS, spoken.get(ordered[0], ())),
        Candidate(rest[0], OPEN, believed, _BY_CELLS, spoken.get(rest[0], ())),
    ]


def _with_ordered(
    candidates: list[Candidate], column: int, ordered: Numbers, received: Numbers
) -> list[Candidate]:
    """ "Ordered" beside "Received" is how many were ordered where in no row more has come, and no other column
    counts or is of a store."""
    taken = {c.field for c in candidates if c.confidence >= ACCEPTED}
    is_known = any(c.column == column and c.confidence >= ACCEPTED for c in candidates)
    both = np.isfinite(ordered) & np.isfinite(received)
    if is_known or taken & {ORDERED, OPEN, *OF_STORES} or both.sum() < FEWEST:
        return candidates
    if (received[both] > ordered[both] * MORE).any() or not (received[both] > 0).any():
        return candidates
    kept = [c for c in candidates if c.column != column]
    return [*kept, Candidate(column, ORDERED, SAID, _BY_CELLS)]


OF_STORES = ("stock_on_hand", "annual_quantity", "bom_level")
MORE = 1.1
"""How much more a delivery may bring than was ordered. Own judgement."""


def _as_ordered(candidate: Candidate, column: int) -> Candidate:
    """Beside what has come of it, what was ordered is not all still to come."""
    if candidate.column != column or candidate.field != OPEN:
        return candidate
    return replace(candidate, field=ORDERED, confidence=min(candidate.confidence, SAID), why=_OTHER)


def _weaker_stock(candidate: Candidate, column: int) -> Candidate:
    if candidate.column != column or candidate.field != "stock_on_hand":
        return candidate
    return replace(candidate, confidence=min(candidate.confidence, REFUTED), why=_OTHER)


def _is_less(ordered: Numbers, received: Numbers, rest: Numbers) -> bool | None:
    """Whether the rest is what was ordered less what has come; None where too few rows tell."""
    tells = np.isfinite(ordered) & np.isfinite(received) & np.isfinite(rest)
    if (tells & (received > 0)).sum() < FEWEST:
        return None
    return bool((np.abs(np.maximum(ordered - received, 0) - rest)[tells] < HARDLY).mean() >= SHARE)
