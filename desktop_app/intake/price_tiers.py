"""Prices by the quantity ordered, each in a column of its own: "1+ | 10+ | 100+", "Preis ab 500 Stk."

Where no other column gives the price, that of the smallest quantity is proposed: it is the highest, and a
person is asked. Rows that say how many they order take the price of that quantity (``ordered_prices``).
"""

import math
import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from desktop_app.intake.candidates import ACCEPTED, Candidate, Tiers
from desktop_app.intake.grid import Grid
from desktop_app.intake.looks import Look
from desktop_app.intake.numbers import number_of
from desktop_app.intake.tiers import PACKS, tier_of
from desktop_app.model.findings import msg

BELIEVED = 0.7
"""Of the price of the smallest quantity. Own judgement; below 0.8, so that a person is asked."""
FEWEST = 2


def by_tiers(
    candidates: Sequence[Candidate],
    headings: Sequence[str],
    looks: Mapping[int, Look],
    grid: Grid,
    rows: NDArray[np.intp],
) -> tuple[list[Candidate], Tiers]:
    """Readings with the price of the smallest quantity, where the headings of several columns of
    numbers name rising quantities, the numbers fall along them, and no other column is the price.

    Also the columns and the quantities they begin at, the smallest first; none where there are no such.
    """
    tiers = [
        (n, quantity)
        for n in looks
        if looks[n].numeric > 0.5 and (quantity := tier_of(headings[n])) is not None
    ]
    if len(tiers) < FEWEST or not _rise(tiers) or not _fall(grid, [n for n, _ in tiers], rows):
        return list(candidates), ()
    columns = {column for column, _ in tiers}
    kept = [c for c in candidates if c.column not in columns]
    if any(c.field == "unit_price" and c.confidence >= ACCEPTED for c in kept):
        return kept, ()
    is_ordered = any(c.field == "quantity" and c.confidence >= ACCEPTED for c in kept)
    # How many pieces a pack holds, the headings do not say.
    is_by_pack = any(
        word in PACKS for n, _ in tiers for word in re.findall(r"[^\W\d]+", headings[n].casefold())
    )
    why = _BY_QUANTITY if is_ordered and not is_by_pack else _SMALLEST
    first = Candidate(tiers[0][0], "unit_price", BELIEVED, why)
    return [*kept, first], () if is_by_pack else tuple(tiers)


_SMALLEST = msg("the price of the smallest quantity; larger orders have other columns")
_BY_QUANTITY = msg("prices by quantity: each row has that of the quantity it orders")


def _rise(tiers: Sequence[tuple[int, int]]) -> bool:
    """1, 10, 100; but not 1, 2, 3, which number suppliers."""
    steps = [later - earlier for (_, earlier), (_, later) in pairwise(tiers)]
    return all(step > 0 for step in steps) and any(step > 1 for step in steps)


def _fall(grid: Grid, columns: Sequence[int], rows: NDArray[np.intp]) -> bool:
    """A larger order pays no more for a piece, in most rows."""
    falling = seen = 0
    for row in rows[:LOOKED_AT].tolist():
        read = [number_of(grid.cell(row, column), None) for column in columns]
        prices = [price for price in read if not math.isnan(price)]
        if len(prices) > 1:
            seen += 1
            falling += all(earlier >= later for earlier, later in pairwise(prices))
    return seen > 0 and falling >= MOSTLY * seen


LOOKED_AT = 50
MOSTLY = 0.8
"""Share of the rows looked at in which prices fall. Own judgement."""
