"""Prices by the quantity ordered, each in a column of its own: "1+ | 10+ | 100+", "Preis ab 500 Stk."

Where no other column gives the price, that of the smallest quantity is proposed: it is the highest, and a
person is asked. Rows that say how many they order take the price of that quantity (``ordered_prices``).
"""

import math
import re
import unicodedata
from collections.abc import Mapping, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from desktop_app.intake.candidates import ACCEPTED, Candidate, Tiers
from desktop_app.intake.grid import Grid
from desktop_app.intake.looks import Look
from desktop_app.intake.numbers import number_of
from desktop_app.intake.values import piece_units
from desktop_app.model.findings import msg

_PRICE = (
    r"(?:unit|list|net|netto|stück|stueck|einzel|staffel|break)?\s*-?\s*(?:prices?|preise?|prix|precio|prezzo"
    r"|preço|cost|cena|价格?|单价|價格?|単価|価格|단가|가격)\s*"
)
_TIER = re.compile(
    rf"(?P<price>{_PRICE})?(?P<at>ab|from|bei|at|for|à partir de|dès|da|desde|@|≥"
    rf"|>=|>)?\s*(?P<from>\d{{1,7}}|\d{{1,3}}(?:[., ]\d{{3}})+)(?P<kilo>k)?\s*"
    rf"(?:(?P<more>\+|以上|이상)|(?:-|–|~|to|bis|à|a)\s*(?P<to>\d[\d., ]*k?))?\s*(?P<unit>[^\W\d]{{0,8}}?\.?)"
    rf"\s*(?:以上|이상|\+)?\s*(?:{_PRICE})?",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r"[\[(（][^\[\]()（）]{0,12}[\])）]|[€$£¥￥₩]|\b(?:eur|usd|cny|rmb|gbp|jpy|krw|chf)\b", re.I
)
BELIEVED = 0.7
"""Of the price of the smallest quantity. Own judgement; below 0.8, so that a person is asked."""
FIRST_YEAR, LAST_YEAR = 1990, 2079
FEWEST = 2
PACKS = frozenset(("vpe", "pack", "packs", "pkg", "pkgs", "box", "boxes", "karton", "kartons", "conf", "cajas",
                   "reel", "reels", "箱", "盒", "包"))  # fmt: skip
"""Units of packing: an order of so many packs."""


def tier_of(heading: str) -> int | None:
    """From which quantity on the price of a column holds; None where its heading says none."""
    text = unicodedata.normalize("NFKC", heading).strip()
    bare = " ".join(_MONEY.sub(" ", text).split()).strip(" :/")
    found = _TIER.fullmatch(bare)
    if found is None:
        return None
    unit = found["unit"].strip(".").casefold()
    if unit and unit not in piece_units() and unit not in PACKS:
        return None
    says_more = any(found[name] for name in ("more", "to", "kilo", "at")) or bool(unit)
    number = int(re.sub(r"[., ]", "", found["from"])) * (1000 if found["kilo"] else 1)
    is_year = not says_more and FIRST_YEAR <= number <= LAST_YEAR
    is_bare = not says_more and not found["price"]
    return None if is_year or is_bare or number == 0 else number


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
