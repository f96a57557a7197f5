"""Several columns of units in one list: "Demand | Unit | Stock | Stock unit".

Each speaks of one amount: the one its heading names, else the one it stands right behind. A list with one
column of units has it for the whole row.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

import numpy as np

from desktop_app.intake.answer_words import is_unspaced
from desktop_app.intake.candidates import ACCEPTED, Candidate
from desktop_app.intake.composed_headings import kinds_in
from desktop_app.intake.grid import Column, Grid, shown
from desktop_app.intake.planned_lists import bare, words_of
from desktop_app.intake.thousands_of_pieces import pieces_in
from desktop_app.intake.values import is_unit
from desktop_app.model.findings import msg

STOCKS = ("stock_on_hand", "in_transit", "stock_blocked", "open_order_quantity")
DEMANDS = ("annual_quantity", "requirement_quantity", "quantity", "consumption_monthly",
           "consumption_quarterly", "consumption_half_yearly", "consumption_weekly", "consumption_daily")  # fmt: skip
IN_COMMON = {True: 4, False: 2}
"""Signs that two headings must share to speak of one amount, of letters and of others. Own judgement."""
JOINED = 5
"""Letters of a known word within joined ones: "Best" begins an order and a stock. Own judgement."""
OF_ANY = frozenset(("quantity", "unit", "one"))
"""Classes of words that any amount has: "Menge" is in that of orders and in that of the stock."""
MOST_UNITS = 60
"""Different values of a column with its heading and titles, if it holds units. Own judgement."""
SHORT = 2
"""Letters in which two abbreviations of "unit" may differ, as in ME and EH. Own judgement."""
_WORD = re.compile(r"[^\W\d_]+")
_WHY = msg("its cells are the units of an amount of this list")


def by_unit_columns(
    candidates: Sequence[Candidate], headings: Sequence[str], grid: Grid, first: int
) -> list[Candidate]:
    """All readings; of several columns of units that of the demand is the unit of the row.

    ``first``: position of the first row below the headings.
    """
    best: dict[str, Candidate] = {}
    for candidate in candidates:
        known = best.get(candidate.field)
        if candidate.confidence >= ACCEPTED and (
            known is None or candidate.confidence > known.confidence
        ):
            best[candidate.field] = candidate
    fields = {name: one.column for name, one in best.items()}
    told = unit_columns(grid, headings, fields, first)
    demand = next((told[name] for name in DEMANDS if name in told), None)
    if len(told) == 1 and "unit" not in fields:
        (demand,) = told.values()
    if demand is None and not told and best.keys() & {*STOCKS, *DEMANDS}:
        # Beside the unit of orders the base unit counts what is there and what is used.
        units = [c.column for c in candidates if c.field == "unit"]
        of_base = [n for n in units if bare(headings[n]) in words_of("base_unit")]
        others = [n for n in units if n not in of_base]
        is_needed = others and all(_may_differ(grid, headings, n, of_base, first) for n in others)
        demand = of_base[0] if len(of_base) == 1 and is_needed else None
    if demand is None or fields.get("unit") == demand:
        return list(candidates)
    left = [c for c in candidates if c.column != demand and c.field != "unit"]
    found = Candidate(demand, "unit", 1.0, _WHY)
    return [*left, found, *(replace(c, confidence=0.0) for c in candidates if c.field == "unit")]


def _may_differ(
    grid: Grid, headings: Sequence[str], place: int, bases: Sequence[int], first: int
) -> bool:
    """Whether a column of units is that of something else: not called "Unit" alone, which is that of the
    row, nor with the same in every cell."""
    kinds = kinds_in(headings[place])
    if "unit" in kinds <= {"unit", "one"}:
        return False
    return any(_cells(grid.columns[place], first) != _cells(grid.columns[n], first) for n in bases)


def _cells(column: Column, first: int) -> list[str]:
    texts = [shown(value).strip().casefold() for value in column.values]
    return [texts[code] for code in column.codes[first:].tolist()]


def unit_columns(
    grid: Grid, headings: Sequence[str], fields: Mapping[str, int], first: int
) -> dict[str, int]:
    """Field of an amount to the position of the column that says its unit; empty where one column of
    units speaks for the whole row."""
    amounts = {name: fields[name] for name in (*STOCKS, *DEMANDS) if name in fields}
    taken = {place for name, place in fields.items() if name != "unit"}
    places = [
        place
        for place in range(min(len(grid.columns), len(headings)))
        if place not in taken and holds_units(grid.columns[place], first, headings[place])
    ]
    if len(places) == 1 and "unit" not in fields:
        name = named_amount(headings[places[0]], {n: headings[at] for n, at in amounts.items()})
        return {} if name is None else {name: places[0]}
    if len(places) < 2 or not amounts:
        return {}
    own = _without_the_common([headings[place] for place in places])
    # "Unit | Demand | Unit | Stock": each stands before its amount.
    is_before = set(places) <= {at - 1 for at in amounts.values()} and places[0] < min(
        amounts.values()
    )
    side = 1 if is_before else -1
    named = [named_amount(said, {n: headings[at] for n, at in amounts.items()}) for said in own]
    sure = {name: places[named.index(name)] for name in named if name is not None}
    found = dict(sure)
    for place, said, name in zip(places, own, named, strict=True):
        # A heading that names an amount goes before one that stands beside it: "Unit | Stock | Stock unit".
        if name is None and "unit" in fields and _is_bare(headings[place], said):
            beside = next((n for n, at in amounts.items() if at == place + side), None)
            if beside is not None and beside not in found:
                found[beside] = place
    # Of more columns some may be of orders or packings, and only a heading says which is the stock's.
    return found if len(found) == len(places) or len(places) == 2 else sure


def holds_units(column: Column, first: int, heading: str) -> bool:
    """Whether all its cells are units; of a column that is called so, one half. A column of many different
    values is none, nor is one without a heading."""
    if not heading or len(column.values) > MOST_UNITS:
        return False
    texts = [shown(value).strip() for value in column.values]
    cells = np.bincount(column.codes[first:], minlength=len(texts))
    known = [is_unit(text) or pieces_in(text) is not None for text in texts]
    filled = int(cells[np.array([text != "" for text in texts], np.bool_)].sum())
    units = int(cells[np.array(known, np.bool_)].sum())
    kinds = kinds_in(heading)
    is_called_so = "unit" in kinds and "price" not in kinds
    return units > 0 and (units == filled or (is_called_so and 2 * units >= filled))


def _without_the_common(headings: Sequence[str]) -> list[str]:
    """Headings without what all of them share, which is the word for a unit."""
    plain = [heading.casefold() for heading in headings]
    shared = plain[0]
    for other in plain[1:]:
        at = SequenceMatcher(None, shared, other, autojunk=False).find_longest_match()
        shared = shared[at.a : at.a + at.size]
    return [text.replace(shared, " ", 1).strip() if shared.strip() else text for text in plain]


def _is_bare(heading: str, said: str) -> bool:
    """Whether a column is called a unit and no more, so that it is that of its neighbour; a packing unit, or
    that of orders or prices, is of nothing in stock. ``said``: without what all such columns share."""
    kinds = kinds_in(heading)
    is_one_word = len(heading.split()) == 1 and "unit" in kinds <= {"unit", "one", "quantity"}
    return is_one_word or sum(map(str.isalnum, said)) <= SHORT


def named_amount(said: str, amounts: Mapping[str, str]) -> str | None:
    """The one amount whose heading shares the most with what a column of units says."""
    shared = {name: len(shared_word(said, heading)) for name, heading in amounts.items()}
    most = max(shared.values(), default=0)
    best = [name for name, length in shared.items() if length == most]
    return best[0] if most and len(best) == 1 else None


def shared_word(one: str, other: str) -> str:
    """What two headings have in common, if that is a word or a known part of joined ones: "bestand" of
    "Bestandseinheit" and "Bestand Werk 1". "Bestell" and "Bestand" share the beginning of two other words."""
    first, second = one.casefold(), other.casefold()
    at = SequenceMatcher(None, first, second, autojunk=False).find_longest_match()
    both = first[at.a : at.a + at.size].strip()
    if len(both) < IN_COMMON[not is_unspaced(both or " ")]:
        return ""
    is_word = both in {*_WORD.findall(first), *_WORD.findall(second)}
    is_part = len(both) >= JOINED and not kinds_in(both) <= OF_ANY
    return both if is_unspaced(both) or is_word or is_part else ""
