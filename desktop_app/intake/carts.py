"""Carts and orders of shops: what is "available" of the ordered amount, and what is on back order, are no stock.

The cells decide: in every row the two make up what is ordered. In a list of one's own stores they do not.
"""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from desktop_app.intake.candidates import ACCEPTED, Candidate, weaker
from desktop_app.intake.grid import Grid
from desktop_app.intake.looks import Look
from desktop_app.intake.products import MOST_ROWS, read_numbers
from desktop_app.model.findings import msg

STOCK, ORDERED = "stock_on_hand", "quantity"
OF_A_CART = ("unit_price", "line_value")
REFUTED, NUMERIC = 0.55, 0.8
"""Belief in a stock that is a share of what is ordered, and the share of numbers in its column. Own judgement."""
FEWEST = 2
HARDLY = 1e-6
_OF_SELLER = msg("what the seller has: the list is an offer")


def shares_of_orders(
    candidates: Sequence[Candidate],
    looks: Mapping[int, Look],
    grid: Grid,
    rows: NDArray[np.intp],
) -> list[Candidate]:
    """All readings; a stock that with another column makes up what is ordered in each row is doubted, in a list
    with the price of one and of the line."""
    sure = {c.field: c.column for c in candidates if c.confidence >= ACCEPTED}
    stock, ordered = sure.get(STOCK), sure.get(ORDERED)
    if stock is None or ordered is None or not all(name in sure for name in OF_A_CART):
        return list(candidates)
    used = set(sure.values())
    others = [n for n, look in looks.items() if n not in used and look.numeric >= NUMERIC]
    told = rows[:MOST_ROWS]
    there, wanted = (read_numbers(grid.columns[n], told) for n in (stock, ordered))
    if not any(_makes_up(there, read_numbers(grid.columns[n], told), wanted) for n in others):
        return list(candidates)
    return [
        weaker(c, REFUTED, _OF_SELLER) if c.column == stock and c.field == STOCK else c
        for c in candidates
    ]


def _makes_up(
    there: NDArray[np.float64], missing: NDArray[np.float64], wanted: NDArray[np.float64]
) -> bool:
    known = np.isfinite(there) & np.isfinite(missing) & np.isfinite(wanted)
    is_whole = known.sum() >= FEWEST and bool(known.all())
    return is_whole and bool((np.abs(there + missing - wanted) < HARDLY).all())
