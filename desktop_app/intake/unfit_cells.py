"""Headings that promise what the cells below them cannot be: keys of other tables, ticks, volts, customers.

Nothing is added here but what the heading itself says; a reading that the cells refute is believed no more.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from desktop_app.intake.candidates import ACCEPTED, Candidate, weaker
from desktop_app.intake.planned_lists import bare
from desktop_app.intake.readings import Readings, TableView, change_all, doubted, has
from desktop_app.intake.vague_headings import VAGUE_NUMBERS, words_of_kind
from desktop_app.model.findings import msg

REFUTED = 0.3
DESCRIBES = 0.5
"""Belief with which a column is read beside the description, never in its place."""
SURE_ENOUGH = 0.8
"""Below this a heading is only partly known, and one word of it may mean anything."""
NEARLY_ALL, MANY = 0.95, 0.5
"""Shares of the cells. Own judgement."""
FEW_KEYS = 0.6
"""Share of different cells below which whole numbers are the keys of makers, not of what they make."""
_UNFIT = msg("its heading fits, but its cells do not")


def keys_of_firms(readings: Readings, table: TableView) -> Readings:
    """ "ID MARCA" over 5, 0, 0, 12 is the key of the maker in another table, and numbers no part."""

    def change(candidate: Candidate) -> Candidate:
        look = table.looks[candidate.column]
        is_key = candidate.field == "mpn" and "id" in table.bare[candidate.column].split()
        is_short = look.distinct < FEW_KEYS or look.brief > NEARLY_ALL
        if is_key and look.whole > NEARLY_ALL and is_short:
            return weaker(candidate, REFUTED, _UNFIT)
        return candidate

    return change_all(readings, change)


def ticks(readings: Readings, table: TableView) -> Readings:
    """ "Open" or "CAD" over nothing but 0 and 1 says whether something is; how many are ordered, and prices,
    would differ."""
    ticked = {n for n, look in table.looks.items() if look.flags}

    def change(candidate: Candidate) -> Candidate:
        is_amount = candidate.field in ("open_order_quantity", "unit_price")
        if is_amount and candidate.confidence < SURE_ENOUGH and candidate.column in ticked:
            return weaker(candidate, REFUTED, _UNFIT)
        return candidate

    return change_all(readings, change)


def volts(readings: Readings, table: TableView) -> Readings:
    """ "Wert" over "230V" and "1A" is the value of a part on a board, and no money."""

    def change(candidate: Candidate) -> Candidate:
        name, look = table.bare[candidate.column], table.looks[candidate.column]
        is_value = candidate.field == "line_value" and name in words_of_kind(
            "line_value_or_board_value"
        )
        if is_value and look.electric > MANY:
            return replace(candidate, field="description", confidence=DESCRIBES, why=_UNFIT)
        return candidate

    return change_all(readings, change)


def padded_codes(readings: Readings, table: TableView) -> Readings:
    """SP001, SP002, SP003 under "code" number parts: places on a board are of more kinds than one, and are
    counted without noughts."""

    def change(candidate: Candidate) -> Candidate:
        column = candidate.column
        is_told = "reference_designator" in table.meanings(column)
        is_place = candidate.field == "reference_designator" and not is_told
        is_numbered = table.bare[column] in VAGUE_NUMBERS and table.looks[column].padded
        if not is_place or not is_numbered or has(readings, "part_number"):
            return candidate
        why = msg("its heading does not say whose number it is")
        return replace(candidate, field="part_number", confidence=0.75, why=why)

    return change_all(readings, change)


def names_of_customers(readings: Readings, table: TableView) -> Readings:
    """ "NOMBRE" right of "ID CLIENTE" is the customer's, where another column describes the part."""
    customers, named = words_of_kind("customer"), words_of_kind("bare_name")

    def change(candidate: Candidate) -> Candidate:
        column = candidate.column
        if candidate.field != "description" or bare(table.headings[column]) not in named:
            return candidate
        left = table.bare.get(column - 1, "")
        is_theirs = not customers.isdisjoint(left.split()) and has(
            readings, "description", besides=column
        )
        return weaker(candidate, REFUTED, _UNFIT) if is_theirs else candidate

    return change_all(readings, change)


def costs_of_all(readings: Readings, table: TableView) -> Readings:
    """ "COSTO" beside "COSTO_PROMEDIO_UND" is what all of them cost. Beside SAP's "Price unit", over 1, 100 and
    1000, "Price" is the price."""
    ones = words_of_kind("of_one")
    counts = {c.column for c in readings if c.field in ("price_unit", "unit")}
    counts |= {n for n in table.looks if {"price_unit", "unit"} & table.all_meanings(n)}
    priced = {
        c.column: set(table.bare[c.column].split())
        for c in readings
        if c.field == "unit_price"
        and c.column not in counts
        and not table.looks[c.column].price_units
        and table.looks[c.column].numeric > MANY
    }
    of_all = {
        n for n, words in priced.items()
        if len(words) == 1 and any(words < more and more & ones for more in priced.values())
    }  # fmt: skip
    return doubted(readings, "unit_price", of_all, REFUTED, _UNFIT)


def values_of_one(readings: Readings, table: TableView) -> Readings:
    """ "Valor (Unidade)" is the price of one, and not the money of the line."""
    if has(readings, "unit_price"):
        return readings
    ones = words_of_kind("of_one")

    def change(candidate: Candidate) -> Candidate:
        words = re.split(r"\W+", table.headings[candidate.column].casefold())
        is_line = candidate.field == "line_value" and candidate.confidence < SURE_ENOUGH
        if is_line and candidate.confidence >= ACCEPTED and not ones.isdisjoint(words):
            why = msg("by its heading, and it holds numbers")
            return replace(candidate, field="unit_price", confidence=0.79, why=why)
        return candidate

    return change_all(readings, change)


def prices_of_one(readings: Readings, table: TableView) -> Readings:
    """ "Pr. unit." over 12.50 is the price of one in Italian, French and Spanish; over 1, 100 and 1000 it is what
    an English price is for."""
    if has(readings, "unit_price"):
        return readings
    either = words_of_kind("price_of_one_or_price_unit")

    def change(candidate: Candidate) -> Candidate:
        look, name = table.looks[candidate.column], table.bare[candidate.column]
        is_either = candidate.field == "price_unit" and name in either
        if is_either and look.numeric > NEARLY_ALL and not look.price_units:
            why = msg("by its heading, and it holds numbers")
            return replace(candidate, field="unit_price", confidence=0.79, why=why)
        return candidate

    return change_all(readings, change)


def without_unfit(readings: Readings, table: TableView) -> Readings:
    """All readings after all rules, in their order."""
    for rule in _RULES:
        readings = rule(readings, table)
    return readings


_RULES: tuple[Callable[[Readings, TableView], Readings], ...] = (
    keys_of_firms, ticks, volts, padded_codes, names_of_customers, costs_of_all,
    values_of_one, prices_of_one,
)  # fmt: skip
