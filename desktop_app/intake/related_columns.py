"""What columns of numbers say of one another, whatever their headings say: one is another less a third, or
one times another. It is looked at only where two columns may be the same fact, or where a price stands
beside a stock."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import permutations

import numpy as np
from numpy.typing import NDArray

from desktop_app.intake.candidates import ACCEPTED, Candidate, weaker
from desktop_app.intake.grid import Grid
from desktop_app.intake.looks import Look
from desktop_app.intake.products import FEWEST, MOST_COLUMNS, MOST_ROWS, Numbers, read_numbers
from desktop_app.model.findings import msg

COUNTED = ("stock_on_hand", "open_order_quantity", "in_transit")
"""What a price is multiplied with in lists of stock and orders."""
MONEY = frozenset(("unit_price", "line_value", "annual_spend"))
REFUTED, TOLD = 0.5, 0.75
"""Belief in a price that is a product, and in the price that it is a product of. Own judgement."""
SHARE = 0.95
"""Share of the rows in which a difference or a product must hold. Own judgement."""
_LEFT = msg("another column was taken for this; not used")
_BY_CELLS = msg("by its cells and the columns beside it")


def by_relations(
    candidates: Sequence[Candidate], looks: Mapping[int, Look], grid: Grid, rows: NDArray[np.intp]
) -> list[Candidate]:
    """All readings after the sums between columns were done. ``rows``: positions of the full rows."""
    found = list(candidates)
    sure = [c for c in found if c.confidence >= ACCEPTED]
    stocks = sorted({c.column for c in sure if c.field == "stock_on_hand"})
    numeric = [n for n, look in looks.items() if look.numeric > SHARE and not look.lines]
    if len(stocks) > 1:
        left = set(_what_is_left(stocks, numeric, grid, rows))
        if left and left < set(stocks):
            found = [
                weaker(c, REFUTED, _LEFT) if c.field == "stock_on_hand" and c.column in left else c
                for c in found
            ]
    if {c.field for c in sure} >= {"unit_price"} and any(c.field in COUNTED for c in sure):
        found = _of_one_and_all(found, numeric, grid, rows)
    return found


def _what_is_left(
    stocks: Sequence[int], numeric: Sequence[int], grid: Grid, rows: NDArray[np.intp]
) -> Iterator[int]:
    """Of several stocks those that are another one less a column that is no stock: what is free of it."""
    others = [n for n in numeric if n not in stocks][:MOST_COLUMNS]
    numbers = {n: read_numbers(grid.columns[n], rows[:MOST_ROWS]) for n in (*stocks, *others)}
    for whole, rest in permutations(stocks, 2):
        if any(_is_less(numbers[whole], numbers[n], numbers[rest]) for n in others):
            yield rest


def _is_less(whole: Numbers, taken: Numbers, rest: Numbers) -> bool:
    """Whether ``rest`` is ``whole`` less ``taken`` in rows in which something is taken."""
    tells = np.isfinite(whole) & np.isfinite(taken) & np.isfinite(rest)
    if (tells & (taken > 0)).sum() < FEWEST:
        return False
    return bool((np.abs(whole - taken - rest)[tells] < HARDLY).mean() >= SHARE)


HARDLY = 1e-6


def _of_one_and_all(
    candidates: Sequence[Candidate], numeric: Sequence[int], grid: Grid, rows: NDArray[np.intp]
) -> list[Candidate]:
    """A price that is a count times another column is what all of it is worth, and the other one is the
    price of one."""
    sure = [c for c in candidates if c.confidence >= ACCEPTED]
    counts = {c.column for c in sure if c.field in COUNTED}
    prices = {c.column for c in sure if c.field == "unit_price"}
    known = {c.column for c in sure if c.field not in MONEY}
    free = [n for n in numeric if n not in known and n not in counts][:MOST_COLUMNS]
    numbers = {
        n: read_numbers(grid.columns[n], rows[:MOST_ROWS]) for n in {*counts, *prices, *free}
    }
    pairs = {
        (one, whole)
        for whole in prices
        for one in free
        for many in counts
        if one != whole and _is_times(numbers[many], numbers[one], numbers[whole])
    }
    worth, ones = {whole for _, whole in pairs}, {one for one, _ in pairs}
    found = [
        weaker(c, REFUTED, _BY_CELLS)
        if c.column in worth and c.field == "unit_price"
        else replace(c, confidence=max(c.confidence, TOLD))
        if c.column in ones and c.field == "unit_price"
        else c
        for c in candidates
    ]
    told = {c.column for c in found if c.field == "unit_price"}
    return found + [Candidate(n, "unit_price", TOLD, _BY_CELLS) for n in sorted(ones - told)]


def _is_times(many: Numbers, one: Numbers, whole: Numbers) -> bool:
    """Whether ``whole`` is ``many`` times ``one``; rows of noughts and ones prove nothing."""
    tells = np.isfinite(many) & np.isfinite(one) & np.isfinite(whole)
    tells &= (many != 0) & (many != 1) & (one != 0) & (one != 1)
    if tells.sum() < FEWEST:
        return False
    expected = (many * one)[tells]
    near = np.abs(expected - whole[tells]) <= 0.011 + 0.002 * np.abs(expected)
    return bool(near.mean() >= SHARE)
