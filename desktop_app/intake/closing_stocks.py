"""What is left of a stock after what came in and went out, told by the sums: "前月繰越 | 入庫 | 出庫 | 残数".

A heading says which column is the stock before; the cells, which others add up to the stock after it.
"""

from collections.abc import Mapping, Sequence
from itertools import permutations

import numpy as np
from numpy.typing import NDArray

from desktop_app.intake.candidates import ACCEPTED, Candidate
from desktop_app.intake.composed_headings import kinds_in
from desktop_app.intake.grid import Grid
from desktop_app.intake.looks import Look
from desktop_app.intake.planned_lists import names_any
from desktop_app.intake.products import MOST_ROWS, Numbers, read_numbers
from desktop_app.model.findings import msg

NEAR = 5
"""Columns right of the stock before, among which the others stand. Own judgement."""
FEWEST, SHARE = 2, 0.95
"""Rows in which something moved, and the share of all rows in which the sum must hold. Own judgement."""
TOLD, NUMERIC, HARDLY = 0.75, 0.8, 1e-6
_BY_CELLS = msg("by its cells and the columns beside it")


def closing_stocks(
    candidates: Sequence[Candidate],
    headings: Sequence[str],
    looks: Mapping[int, Look],
    grid: Grid,
    rows: NDArray[np.intp],
) -> list[Candidate]:
    """All readings; where nothing else is the stock, what is left is. What moved is no need."""
    found = list(candidates)
    if any(c.field == "stock_on_hand" and c.confidence >= ACCEPTED for c in found):
        return found
    before = [
        n for n, look in looks.items()
        if look.numeric >= NUMERIC and names_any(headings[n], "stock_before")
    ]  # fmt: skip
    if len(before) != 1:
        return found
    first = before[0]
    beside = [
        n for n in range(first + 1, first + 1 + NEAR) if n in looks and looks[n].numeric >= NUMERIC
    ]
    numbers = {n: read_numbers(grid.columns[n], rows[:MOST_ROWS]) for n in (first, *beside)}
    held = [
        (come, gone, left)
        for come, gone, left in permutations(beside, 3)
        if come < left
        and gone < left
        and _adds_up(*(numbers[n] for n in (first, come, gone, left)))
    ]
    if len({left for *_, left in held}) != 1:
        return found
    come, gone, left = held[0]
    if any(_is_to_come(headings[n]) for n in (come, gone, left)):
        return found
    kept = [c for c in found if c.column not in (first, come, gone, left)]
    return [*kept, Candidate(left, "stock_on_hand", TOLD, _BY_CELLS)]


def _is_to_come(heading: str) -> bool:
    """Whether a heading speaks of a plan or a need: what is left then is no stock of today."""
    return names_any(heading, "other_stock") or not kinds_in(heading).isdisjoint(TO_COME)


TO_COME = ("plan", "ahead", "confirmed")


def _adds_up(before: Numbers, come: Numbers, gone: Numbers, left: Numbers) -> bool:
    """Whether what was there, what came and what went make what is left; what went may be negative."""
    known = np.isfinite(before) & np.isfinite(left)
    come, gone = np.nan_to_num(come), np.abs(np.nan_to_num(gone))
    moved = known & ((come != 0) | (gone != 0))
    if moved.sum() < FEWEST or not (come > 0).any() or not (gone > 0).any():
        return False
    return bool((np.abs(before + come - gone - left)[known] < HARDLY).mean() >= SHARE)
