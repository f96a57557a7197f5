"""Prices of packs beside a column of how many pieces a pack holds: "Price per pack | Qty per pack", "価格 | 入数".

A heading that says so is believed. Where none does, the sums may: what is paid is the price times the packs,
and so many packs cover what is needed, but one less would not.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import permutations

import numpy as np
from numpy.typing import NDArray

from desktop_app.intake.candidates import ACCEPTED, Candidate
from desktop_app.intake.grid import Grid
from desktop_app.intake.kind_words import words_of_kind
from desktop_app.intake.planned_lists import bare, words_of
from desktop_app.intake.products import Numbers, read_numbers
from desktop_app.intake.readings import TableView, has
from desktop_app.model.findings import msg

MOST_ROWS = 400
FEWEST = 3
"""Rows with packs of several pieces that prove what is paid for a pack. Own judgement."""
SHARE = 0.8
"""Share of the rows in which the packs are just enough: some buy spares. Own judgement."""
SAID, PROVEN = 0.87, 0.79
"""Belief in a price of a pack by the headings, and by the sums, at which a person is asked to look."""
KINDS = ("pack", "box", "carton", "bag", "reel")
"""Packs that a heading may name, of which one may lie in another; ``any_pack`` may be each of them."""
_BY_HEADING = msg("by its heading")
_BY_CELLS = msg("by its cells and the columns beside it")


def of_packs(
    candidates: Sequence[Candidate], view: TableView, grid: Grid, rows: NDArray[np.intp]
) -> list[Candidate]:
    """All readings, with how many pieces a price is for where it is the price of a pack."""
    found = list(candidates)
    if has(found, "price_unit") or view.is_headless:
        return found
    sized = [n for n in view.looks if view.headings[n] and _is_size(view.headings[n])]
    sized = [n for n in sized if view.looks[n].filled and view.looks[n].numeric > SHARE]
    if len(sized) != 1:
        return found
    (size,) = sized
    priced = [n for n in view.looks if view.looks[n].numeric > 0 and _is_of_pack(view, n)]
    told = {c.column for c in found if c.field == "unit_price" and c.confidence >= ACCEPTED}
    if told <= {*priced}:
        if len(priced) != 1 or not _are_of_one_kind(view.headings[priced[0]], view.headings[size]):
            return found
        kept = [c for c in found if c.column not in (priced[0], size)]
        return [
            *kept, Candidate(priced[0], "unit_price", SAID, _BY_HEADING),
            Candidate(size, "price_unit", SAID, _BY_HEADING),
        ]  # fmt: skip
    by_field = {c.field: c.column for c in found if c.confidence >= ACCEPTED}
    if not _are_paid_by_pack(grid, view, by_field, size, rows[:MOST_ROWS]):
        return found
    kept = [
        replace(c, confidence=min(c.confidence, PROVEN), why=_BY_CELLS)
        if c.field == "unit_price" and c.column == by_field["unit_price"]
        else c
        for c in found
        if c.column != size
    ]
    return [*kept, Candidate(size, "price_unit", PROVEN, _BY_CELLS)]


def _is_size(heading: str) -> bool:
    """How many pieces a pack holds: of the words, or "Items per package"."""
    said = bare(heading)
    if said in words_of("pack_size"):
        return True
    begun = _per_pack().search(heading.casefold())
    return begun is not None and bare(heading[: begun.start()]) in words_of("counted_in_packs")


def _is_of_pack(view: TableView, column: int) -> bool:
    heading = view.headings[column]
    begun = _per_pack().search(heading.casefold())
    if begun is None:
        return False
    said = {m.field for m in view.book.exact(heading[: begun.start()].strip())}
    return "unit_price" in said


def _are_of_one_kind(price: str, size: str) -> bool:
    """Whether a price and a size speak of the same pack: a box may be one of many in a carton."""
    of_price, of_size = _kinds_of_packs(price), _kinds_of_packs(size)
    return not of_price or not of_size or bool(of_price & of_size)


def _kinds_of_packs(heading: str) -> set[str]:
    said = heading.casefold()
    return {kind for kind, words in _packs().items() if words.search(said)}


@cache
def _packs() -> Mapping[str, "re.Pattern[str]"]:
    return {kind: re.compile(rf"(?<!\w)(?:{_any(words_of(kind))})") for kind in KINDS}


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


@cache
def _per_pack() -> "re.Pattern[str]":
    links = _any(words_of_kind("per"))
    words = _any(word for kind in ("any_pack", *KINDS) for word in words_of(kind))
    return re.compile(rf"(?:\s(?:{links})\s|\s?/\s?)(?:{words})(?!\w)")


def _are_paid_by_pack(
    grid: Grid,
    view: TableView,
    by_field: Mapping[str, int],
    size: int,
    rows: NDArray[np.intp],
) -> bool:
    """Whether another column counts the packs: times the price it makes the money of the line, and times the
    size no more than is needed."""
    if not {"unit_price", "line_value"} <= by_field.keys():
        return False
    price, paid = (
        read_numbers(grid.columns[by_field[name]], rows) for name in ("unit_price", "line_value")
    )
    pieces = read_numbers(grid.columns[size], rows)
    taken = {n for name, n in by_field.items() if name not in COUNTS} | {size}
    counts = [n for n, look in view.looks.items() if look.whole > SHARE and n not in taken]
    read = [read_numbers(grid.columns[n], rows) for n in counts[:MOST_COUNTS]]
    return any(
        _is_proven(need, price, paid, pieces, packs) for need, packs in permutations(read, 2)
    )


COUNTS = ("quantity", "annual_quantity")
MOST_COUNTS = 8
"""Columns of whole numbers of which one may count what is needed and one the packs: those of a lot of several
boards say both."""


def _is_proven(
    need: Numbers, price: Numbers, paid: Numbers, pieces: Numbers, packs: Numbers
) -> bool:
    tells = (
        np.isfinite(need) & np.isfinite(price) & np.isfinite(paid) & (pieces >= 1) & (packs >= 1)
    )
    tells &= (price != 0) & (need > 0)
    if (tells & (pieces > 1)).sum() < FEWEST:
        return False
    near = np.abs(packs * price - paid)[tells] <= 0.011 + 0.005 * np.abs(paid[tells])
    enough = (packs * pieces >= need)[tells]
    just = ((packs - 1) * pieces < need)[tells]
    return bool(near.mean() >= SHARE and enough.mean() >= SHARE and just.mean() > 0.5)
