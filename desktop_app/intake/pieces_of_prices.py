"""For how many pieces a price is, where a column or the heading of the price itself says it."""

import re
from collections.abc import Set
from functools import cache

from desktop_app.intake.candidates import ACCEPTED, Candidate
from desktop_app.intake.composed_headings import behind_table, is_left_open, kinds_in
from desktop_app.intake.looks import Look
from desktop_app.intake.measures import price_unit_in
from desktop_app.intake.planned_lists import bare, words_of
from desktop_app.intake.readings import Readings, TableView, doubted, has
from desktop_app.intake.tiers import tier_of
from desktop_app.intake.values import piece_units
from desktop_app.model.findings import msg

NEAR_PRICE = 2
"""Columns right of a price, in which its currency may stand too."""
TOLD, REFUTED = 0.75, 0.55
"""Belief in what the cells say, and in a price of which nobody knows whether it is for so many. Own judgement."""
_MANY = msg("1, 10, 100 or 1000 beside a price: the number of pieces it is for")
_SO_MANY = msg("the price of one or of so many pieces; its heading does not say which")


def bases_of_prices(readings: Readings, table: TableView) -> Readings:
    """ "Base quantity" over 1, 100 and 1000 is what a price is for in a list of prices; in a bill it is how
    many of the product the amounts are for."""
    of_bill = any(has(readings, name) for name in ("quantity", "bom_level", "price_unit"))
    if of_bill or not has(readings, "unit_price"):
        return readings
    bases = [
        n for n, look in table.looks.items()
        if bare(table.headings[n]) in words_of("price_base") and look.price_units
    ]  # fmt: skip
    return _as_many(readings, bases[0]) if len(bases) == 1 else readings


def pieces_of_prices(readings: Readings, table: TableView) -> Readings:
    """1, 10 and 100 under "EK-Preis-Einh." beside "EK-Preis", or under "Prix par", are for how many pieces
    that price is, and no second price."""
    priced = {c.column for c in readings if c.field == "unit_price"}
    readings = _pieces_of_packs(readings, table, priced)
    if has(readings, "price_unit") or len(priced) < 2:
        return readings
    many = [
        n for n in priced
        if table.looks[n].price_units and (is_left_open(table.headings[n]) or (
            table.looks[n].distinct * table.looks[n].filled > 1
            and any(table.bare[n].startswith(f"{table.bare[other]} ") for other in priced - {n})
        ))
    ]  # fmt: skip
    return _as_many(readings, many[0]) if len(many) == 1 else readings


def _pieces_of_packs(readings: Readings, table: TableView, priced: Set[int]) -> Readings:
    """ "Parts per Unit" beside "Price per Unit" is for how many pieces that price is, where another column says
    how many are needed. "Qty per unit" is how many go into one of what is built."""
    of = {n: found[2] for n in table.looks if (found := _PER.fullmatch(table.bare[n]))}
    units = {of[n] for n in priced if n in of}
    counts = {c.column for c in readings if c.field == "quantity" and c.confidence >= ACCEPTED}
    packs = {
        n for n in counts if of.get(n) in units and "quantity" not in kinds_in(table.headings[n])
    }
    if len(packs) != 1 or not counts - packs or has(readings, "price_unit"):
        return readings
    return _as_many(readings, packs.pop())


_PER = re.compile(r"(.+) (?:per|pro|je|par|por|a) (\w+)")
"""What is said of one of a kind: "Price per unit", "Precio por unidad"."""


def unnamed_price_units(readings: Readings, table: TableView) -> Readings:
    """1, 10, 100 and 1000 under an unknown heading right of a price: what the price is for. Before a price
    they may as well be pieces in a pack; so may 100 in all rows, but not under PEH."""
    prices = [c.column for c in readings if c.field == "unit_price" and c.confidence >= ACCEPTED]
    if len(prices) != 1 or has(readings, "price_unit"):
        return readings
    for column in range(prices[0] + 1, prices[0] + 1 + NEAR_PRICE):
        look = table.looks.get(column)
        is_known = look is None or bool(table.meanings(column))
        taken = any(c.column == column and c.confidence >= ACCEPTED for c in readings)
        if is_known or taken or look is None or not look.price_units:
            continue
        if look.distinct * look.filled > 1 or _says_unit(table.headings[column]):
            return [*readings, Candidate(column, "price_unit", TOLD, _MANY)]
    return readings


def _as_many(readings: Readings, column: int) -> Readings:
    kept = [c for c in readings if c.column != column]
    return [*kept, Candidate(column, "price_unit", TOLD, _MANY)]


def _says_unit(heading: str) -> bool:
    """Whether a heading is that of the unit of a price, cut as systems cut it, or has a word for a price."""
    return bare(heading) in words_of("price_unit_cut") or "price" in kinds_in(heading)


def prices_at_so_many(readings: Readings, table: TableView) -> Readings:
    """ "単価(100個)" and "Price (100 pcs)" alone may be the price of a hundred or that of one where a hundred
    are ordered; with others beside it is one of several by quantity."""
    prices = {c.column for c in readings if c.field == "unit_price"}
    either = {n for n in prices if says_many_pieces(table.headings[n])}
    if len(either) != 1 or sum(tier_of(heading) is not None for heading in table.headings) > 1:
        return readings
    return doubted(readings, "unit_price", either, REFUTED, _SO_MANY)


def coded_pieces(readings: Readings, table: TableView) -> Readings:
    """E, C and M under "CostPerCode" say whether a price is for one, a hundred or a thousand; what other letters
    say nobody knows, so a person is asked."""
    coded = [
        n for n, look in table.looks.items()
        if look.filled and look.numeric + look.many + _as_units(table.headings[n], look) < MOSTLY
        and is_headed_by_code(table.headings[n])
    ]  # fmt: skip
    prices = {c.column for c in readings if c.field == "unit_price"}
    if len(coded) == 1 and table.looks[coded[0]].price_codes:
        return _as_many(readings, coded[0])
    return doubted(readings, "unit_price", prices if coded else set(), REFUTED, _SO_MANY)


def _as_units(heading: str, look: Look) -> float:
    """The share of units: M under "Per" is a metre, and under "CostPerCode" may be a thousand."""
    return 0.0 if bare(behind_table(heading)) in words_of("price_code_itself") else look.unit


def is_headed_by_code(heading: str) -> bool:
    """Whether letters below a heading say for how many a price is."""
    return bare(behind_table(heading)) in words_of("price_per_code")


MOSTLY = 0.9
"""Share of numbers and units below which codes tell for how many a price is. Own judgement."""


def says_many_pieces(heading: str) -> bool:
    """Whether a heading of a price ends with a number of pieces that it does not say to be for."""
    return price_unit_in(heading) == 1.0 and _pieces().search(heading) is not None


@cache
def _pieces() -> re.Pattern[str]:
    units = "|".join(sorted(map(re.escape, piece_units()), key=len, reverse=True))
    return re.compile(rf"(?<![\d.,])10{{1,4}}\s?(?:{units})\.?\s*[)）\]]?\s*$", re.IGNORECASE)
