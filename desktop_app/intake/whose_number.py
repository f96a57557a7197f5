"""Whose number a column gives: in what a supplier writes, "your number" is the buyer's own."""

from dataclasses import replace

from desktop_app.intake.candidates import ACCEPTED, Candidate, weaker
from desktop_app.intake.heading_words import PART_WORDS
from desktop_app.intake.planned_lists import bare, words_of
from desktop_app.intake.readings import Readings, TableView, change_all, doubted, has
from desktop_app.intake.vague_headings import words_of_kind
from desktop_app.intake.word_patterns import pattern_of
from desktop_app.model.findings import msg

HALF_KNOWN = 0.75
"""Belief up to which only a part of a heading is known. Own judgement."""
FILLED = 0.5
"""Share of the rows in which a number of the buyer must stand. Own judgement."""
TOLD = 0.79


def designators(readings: Readings, table: TableView) -> Readings:
    """C1, C2, R14 under "Part Number" are places on a board, where another column gives the numbers."""
    numbers = {c.column for c in readings if c.field == "part_number"}
    placed = {n for n in numbers if table.looks[n].designator >= PLACES}
    told = {c.column for c in readings if c.field in NUMBERS and c.confidence >= ACCEPTED}
    others = {n for n in told - placed if table.looks[n].distinct > PLACES}
    if has(readings, "reference_designator") or not others:
        return readings

    def change(candidate: Candidate) -> Candidate:
        if candidate.column not in placed or candidate.field != "part_number":
            return candidate
        why = msg("places on a circuit board, such as C12")
        return replace(candidate, field="reference_designator", confidence=TOLD, why=why)

    return change_all(readings, change)


NUMBERS = ("part_number", "mpn")
PLACES = 0.8
"""Share of the cells that look like places on a board. Own judgement."""


def models(readings: Readings, table: TableView) -> Readings:
    """ "Model" right behind the manufacturer is the number that this has for the part, where another column says
    what it is and some models are codes."""
    makers = {c.column for c in readings if c.field == "manufacturer" and c.confidence >= ACCEPTED}
    models = {
        n for n, look in table.looks.items()
        if n - 1 in makers and {"mpn", "specification"} <= table.meanings(n) and look.code >= SOME
        and has(readings, "description", besides=n)
    }  # fmt: skip
    if len(models) != 1 or any(has(readings, "mpn", besides=n) for n in models):
        return readings
    kept = [c for c in readings if c.column not in models]
    return [*kept, Candidate(models.pop(), "mpn", TOLD, msg("codes: the maker's part number"))]


def types_of_makers(readings: Readings, table: TableView) -> Readings:
    """ "Typ" and "Type" beside the maker are its number of the part where nearly all are codes and differ, and
    another column says what the part is; over kinds and packages they say nothing."""
    makers = {c.column for c in readings if c.field == "manufacturer" and c.confidence >= ACCEPTED}
    types = {
        n for n, look in table.looks.items()
        if {n - 1, n + 1} & makers and table.bare[n] in words_of("type_of_maker")
        and look.filled >= FEWEST and look.code >= CODED and look.distinct >= DIFFERENT
        and has(readings, "description", besides=n)
    }  # fmt: skip
    if len(types) != 1 or has(readings, "mpn"):
        return readings
    kept = [c for c in readings if c.column not in types]
    return [*kept, Candidate(types.pop(), "mpn", TOLD, msg("codes: the maker's part number"))]


FEWEST, CODED, DIFFERENT = 3, 0.6, 0.7
"""Types, share of codes among them, and share of different ones, from which they number parts: SOT-23 and SMD come
again. Own judgement."""
SOME = 0.3
"""Share of codes among models; many makers give theirs names. Own judgement."""


def sellers(readings: Readings, table: TableView) -> Readings:
    """ "Vendedor" in a list of orders of customers is who of the own house sold."""
    words = words_of("sales_order")
    if not any(bare(text) in words for text in table.headings):
        return readings
    own = {n for n in table.looks if not words_of("seller").isdisjoint(table.bare[n].split())}
    return doubted(
        readings, "supplier", own, REFUTED, msg("another column was taken for this; not used")
    )


REFUTED = 0.3


def numbers_of_buyer(readings: Readings, table: TableView) -> Readings:
    """ "Your material no." is the part number of whoever reads the list, and the supplier's own number
    beside it is that of the maker, if no other is. A customer's number that is not addressed to
    anybody numbers the parts only where nothing else does."""
    own = [n for n in table.looks if _is_number_of_buyer(table, n) and not _numbers_firms(table, n)]
    if len(own) != 1:
        return readings
    column = own[0]
    is_addressed = pattern_of("yours").search(table.bare[column]) is not None
    others = [c for c in readings if c.field == "part_number" and c.column != column]
    if not is_addressed and any(c.confidence > HALF_KNOWN for c in others):
        return readings
    firms = [c.column for c in readings if c.field == "supplier" and c.confidence >= ACCEPTED]
    if is_addressed and any(table.looks[n].distinct * table.looks[n].filled > 1 for n in firms):
        return readings  # who names several suppliers is the buyer, and speaks to them
    if is_addressed and any(map(_is_own_order, table.bare.values())):
        return readings  # so is who calls the purchase orders its own
    why = msg("the number by which the buyer knows the part")
    has_maker = has(readings, "mpn")

    def change(candidate: Candidate) -> Candidate:
        is_other = candidate.field == "part_number" and candidate.confidence >= ACCEPTED
        if not is_other:
            return candidate
        if has_maker:
            return weaker(candidate, 0.5, msg("another column was taken for this; not used"))
        return replace(candidate, field="mpn", confidence=0.75)

    kept = [c for c in readings if c.column != column]
    return [*change_all(kept, change), Candidate(column, "part_number", TOLD, why)]


def _numbers_firms(table: TableView, column: int) -> bool:
    """ "Customer code" beside "Customer" numbers the customers, where it has no more of them than there are
    names; of their numbers of parts there would be more."""
    if not PART_WORDS.isdisjoint(table.bare[column].split()):
        return False
    firms = [n for n in table.looks if bare(table.headings[n]) in CUSTOMERS and n != column]
    own = table.looks[column]
    return any(
        own.distinct * own.filled <= MORE * table.looks[n].distinct * table.looks[n].filled
        for n in firms
        if table.looks[n].filled
    )


CUSTOMERS = words_of_kind("customer")
MORE = 1.2
"""So many numbers may stand beside a name: a firm may be a customer twice. Own judgement."""


def _is_own_order(heading: str) -> bool:
    """ "Our PO", "Unsere Bestellung": orders to a supplier."""
    first, _, rest = heading.partition(" ")
    return first in words_of("ours") and bare(rest) in words_of("order")


def customs_or_goods(readings: Readings, table: TableView) -> Readings:
    """ "商品编码" is the customs number in a list of customs, and the number of the goods in one of stock."""
    both = {c.column for c in readings if c.field == "hs_code"} & {
        c.column for c in readings if c.field == "part_number"
    }
    customs = {
        n for n in both
        if table.looks[n].tariff >= CUSTOMS or has(readings, "part_number", besides=n)
    }  # fmt: skip
    why = msg("another column was taken for this; not used")
    readings = doubted(readings, "part_number", customs, 0.4, why)
    return doubted(readings, "hs_code", both - customs, 0.4, why)


CUSTOMS = 0.8
"""Share of the cells that are customs numbers and can be nothing else. Own judgement."""


def _is_number_of_buyer(table: TableView, column: int) -> bool:
    look = table.looks[column]
    meanings = table.meanings(column)
    is_addressed = pattern_of("yours").search(table.bare[column]) is not None
    is_number = max(look.code, look.numeric) >= 0.5 and not look.lines
    return (
        ("customer_part_number" in meanings or (is_addressed and "part_number" in meanings))
        and (look.filling >= FILLED or not is_addressed)
        and is_number
    )
