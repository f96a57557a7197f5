"""Headings of amounts in company: prices and price units, money of a line, stock, masses."""

from dataclasses import replace

from desktop_app.intake.candidates import ACCEPTED, Candidate, weaker
from desktop_app.intake.composed_headings import kinds_in
from desktop_app.intake.headings import normalise, says_per_one, without_part_words
from desktop_app.intake.looks import Look
from desktop_app.intake.price_headings import tax_of
from desktop_app.intake.readings import (
    Readings,
    TableView,
    change_all,
    doubted,
    has,
    names_products,
)
from desktop_app.intake.vague_headings import words_of_kind
from desktop_app.intake.values import currency_of
from desktop_app.intake.word_patterns import pattern_of
from desktop_app.model.findings import msg

PRICE_UNIT_HEADINGS = words_of_kind("price_unit")
AMOUNT_OR_MONEY = words_of_kind("amount_or_money")
VALUES = words_of_kind("line_value_or_board_value")


def price_units(readings: Readings, table: TableView) -> Readings:
    """1, 10, 100 or 1000 under a unit heading beside a price: what the price is for."""

    def change(candidate: Candidate) -> Candidate:
        look = table.looks[candidate.column]
        is_unit = candidate.field == "unit" and table.bare[candidate.column] in PRICE_UNIT_HEADINGS
        if is_unit and look.price_units and look.filled > 1:
            if has(readings, "unit_price") and not has(readings, "price_unit"):
                why = msg("1, 10, 100 or 1000 beside a price: the number of pieces it is for")
                return replace(candidate, field="price_unit", confidence=0.75, why=why)
        elif _holds_currencies(candidate, look):
            why = msg("by its heading, and it holds currencies")
            return replace(candidate, field="currency", confidence=0.78, why=why)
        elif _is_price_of_one(candidate, table) and not has(readings, "unit_price"):
            why = msg("by its heading, and it holds numbers")
            return replace(candidate, field="unit_price", confidence=0.7, why=why)
        elif candidate.field == "price_unit" and look.filled and look.unit > 0.6 and not look.many:
            why = msg("units, not numbers: the unit of the price")
            return replace(candidate, field="unit", confidence=0.7, why=why)
        return candidate

    return change_all(readings, change)


def _is_price_of_one(candidate: Candidate, table: TableView) -> bool:
    """ "Preis je" over 16.50: no number of pieces, but the price of one."""
    look = table.looks[candidate.column]
    is_price = candidate.field == "price_unit" and "price" in kinds_in(
        table.headings[candidate.column]
    )
    return is_price and look.numeric > ALL_NUMBERS and not look.price_units


ALL_NUMBERS = 0.9
"""Share of numbers in a column of prices. Own judgement."""


def _holds_currencies(candidate: Candidate, look: Look) -> bool:
    """Currencies under the unit of a price, or of anything: 화폐단위 is the unit of the money."""
    is_unit = candidate.field == "unit" and look.unit < 0.5
    return (candidate.field == "price_unit" or is_unit) and look.filled > 0 and look.currency > 0.9


BARE_PRICES = words_of_kind("bare_price")


def prices(readings: Readings, table: TableView) -> Readings:
    """A bare "Price" beside a "Price per piece" is that of the whole line."""
    per_one = {
        c.column
        for c in readings
        if c.field == "unit_price" and says_per_one(table.headings[c.column])
    }
    if not per_one or not has(readings, "quantity") or has(readings, "line_value"):
        return readings

    def change(candidate: Candidate) -> Candidate:
        is_bare = table.bare[candidate.column] in BARE_PRICES and candidate.column not in per_one
        if candidate.field != "unit_price" or not is_bare:
            return candidate
        why = msg("a price beside the price of one: that of the whole line")
        return replace(candidate, field="line_value", confidence=0.75, why=why)

    return change_all(readings, change)


def two_currencies(readings: Readings, table: TableView) -> Readings:
    """Prices in two currencies: the better heading is taken, but a person should look which one is paid."""
    named = {
        currency_of(table.headings[c.column])
        for c in readings
        if c.field == "unit_price" and c.confidence >= ACCEPTED
    } - {None}
    if len(named) < 2:
        return readings

    def change(candidate: Candidate) -> Candidate:
        if candidate.field != "unit_price":
            return candidate
        why = msg("another column gives the price in another currency")
        return weaker(candidate, ACCEPTED + 0.18 * candidate.confidence, why)

    return change_all(readings, change)


def taxed(readings: Readings, table: TableView) -> Readings:
    """Of two prices the one without the tax is what the part costs a firm; beside one that is said to
    hold it, a bare price is one without."""
    readings = listed(dated(readings, table), table)
    said = {
        c.column: tax_of(normalise(table.headings[c.column]))  # also in brackets
        for c in readings
        if c.field == "unit_price" and c.confidence >= ACCEPTED
    }
    if True not in said.values() or all(said.values()):
        return readings
    without = [
        c.confidence for c in readings if c.field == "unit_price" and said.get(c.column) is False
    ]
    believed = min([TAXED, *(0.99 * one for one in without)])

    def change(candidate: Candidate) -> Candidate:
        if candidate.field != "unit_price" or not said.get(candidate.column):
            return candidate
        return weaker(candidate, believed, msg("with the tax, beside a price without it"))

    return change_all(readings, change)


def dated(readings: Readings, table: TableView) -> Readings:
    """Days under a delivery time are days of delivery, and times under a day of delivery are times."""
    is_dated, is_timed = has(readings, "confirmed_date"), has(readings, "lead_time_days")

    def change(candidate: Candidate) -> Candidate:
        look = table.looks[candidate.column]
        if candidate.field == "lead_time_days" and look.day > MOSTLY and not is_dated:
            return replace(candidate, field="confirmed_date", confidence=0.78, why=_BY_CELLS)
        if candidate.field == "confirmed_date" and look.span > MOSTLY and not is_timed:
            return replace(candidate, field="lead_time_days", confidence=0.78, why=_BY_CELLS)
        return candidate

    return change_all(readings, change)


MOSTLY = 0.8
"""Share of the cells that are days, or times, so that they say it and not their heading. Own judgement."""
_BY_CELLS = msg("by its cells and the columns beside it")


def listed(readings: Readings, table: TableView) -> Readings:
    """Beside a net price neither the price of the list is paid nor, where a discount stands between
    them, the bare price."""
    said = {
        c.column: table.all_meanings(c.column)
        for c in readings
        if c.field == "unit_price" and c.confidence >= ACCEPTED and table.looks[c.column].filled
    }
    paid = {column for column, meanings in said.items() if "net_price" in meanings}
    has_discount = any("discount" in table.meanings(column) for column in table.looks)
    is_only_listed = not paid and all("list_price" in meanings for meanings in said.values())
    if is_only_listed and not has_discount:
        return readings

    def change(candidate: Candidate) -> Candidate:
        is_listed = "list_price" in said.get(candidate.column, ())
        is_before = bool(paid) and has_discount and candidate.column not in paid
        if candidate.field != "unit_price" or not (is_listed or is_before):
            return candidate
        if is_only_listed:
            return weaker(candidate, BEFORE, msg("its heading fits, but its cells do not"))
        return weaker(candidate, LISTED, msg("another column was taken for this; not used"))

    return change_all(readings, change)


BEFORE = 0.75
"""Belief in a price before a discount, where no price after it is known: a person should look. Own
judgement."""
LISTED = 0.69
"""Belief in a price of a list beside the price that is paid; too little to stand in for it. Own
judgement."""


COSTS = words_of_kind("own_cost")
SALES = words_of_kind("price_of_sale")
"""Headings of what a part costs the firm, and of what it sells it for where both stand in one list, as in
the list of items of Business Central."""


def costs(readings: Readings, table: TableView) -> Readings:
    """Beside a "Unit cost" a bare "Unit price" is what the firm itself asks for the part. So is a price
    beside a bare "Cost" in a list that counts no parts of a line, where "Cost" may be that of the line."""
    is_of_lines = any(has(readings, name) for name in ("line_value", "quantity", "bom_level"))
    costly, sold = COSTS, SALES
    if not is_of_lines:
        costly, sold = COSTS | BARE_COSTS, SALES | TO_CUSTOMERS
    bought = {
        c.column
        for c in readings
        if c.field == "unit_price"
        and table.bare[c.column] in costly
        and table.looks[c.column].filled
    }
    if is_of_lines and not has(readings, "line_value"):
        readings = _cost_or_price(readings, table)
    if not bought or has(readings, "line_value"):
        return readings

    def change(candidate: Candidate) -> Candidate:
        is_sold = table.bare[candidate.column] in sold and candidate.column not in bought
        if candidate.field != "unit_price" or not is_sold:
            return candidate
        return weaker(candidate, SOLD, msg("another column was taken for this; not used"))

    return change_all(readings, change)


def _cost_or_price(readings: Readings, table: TableView) -> Readings:
    """ "Qty, Cost, Price": one may be that of the line or what is asked of customers, and a person is asked,
    unless the cells prove it."""
    priced = {c.column for c in readings if c.field == "unit_price" and c.confidence > EITHER}
    costs = {n for n in priced if table.bare[n] in BARE_COSTS}
    bare_prices = {n for n in priced if table.bare[n] in BARE_PRICES} - costs
    if not costs or not bare_prices:
        return readings
    why = msg("the list has a cost and a price; which one is paid for a piece it does not say")
    return doubted(readings, "unit_price", costs | bare_prices, EITHER, why)


EITHER = 0.75
"""Belief in each of two bare prices; a person is asked to look. Own judgement."""
BARE_COSTS = words_of_kind("cost_to_firm")
TO_CUSTOMERS = words_of_kind("price_to_customers")
SOLD = 0.5
"""Belief in a price of sale as the price of one; below what is used. Own judgement."""
TAXED = 0.7
"""Belief in a price with tax where another is without: below any that is. Own judgement."""


def priced_amounts(readings: Readings, table: TableView) -> Readings:
    """ "Amount" below "Price" is the price, not the money of the line: the two lines are one heading."""

    def change(candidate: Candidate) -> Candidate:
        words = table.bare[candidate.column].split()
        is_priced = len(words) == 2 and words[0] in BARE_PRICES and words[1] in AMOUNTS
        is_other = candidate.field not in ("line_value", "quantity", "description")
        if is_other or not is_priced or has(readings, "unit_price", besides=candidate.column):
            return candidate
        why = msg("by its cells and the columns beside it")
        return replace(candidate, field="unit_price", confidence=0.78, why=why)

    return change_all(readings, change)


AMOUNTS = words_of_kind("bare_amount")
BARE_QUANTITIES = words_of_kind("bare_quantity")


def stored(readings: Readings, table: TableView) -> Readings:
    """A bare "Quantity" beside a storage place, and no price, is what lies there."""
    places = any("storage_location" in table.meanings(column) for column in table.looks)
    told = [c for c in readings if table.looks[c.column].filled]
    if names_products(told, table.headings):
        return readings  # a bill names the place from which its parts are taken
    if not places or any(has(readings, name) for name in NOT_LYING):
        return readings

    def change(candidate: Candidate) -> Candidate:
        if candidate.field != "quantity" or table.bare[candidate.column] not in BARE_QUANTITIES:
            return candidate
        why = msg("a quantity beside a storage place: what lies there")
        return replace(candidate, field="stock_on_hand", confidence=0.75, why=why)

    return change_all(readings, change)


NOT_LYING = ("stock_on_hand", "unit_price", "requirement_date", "confirmed_date")
"""Beside these a quantity is what is sold, needed or ordered."""


def gross(readings: Readings, table: TableView) -> Readings:
    """The mass with its packing only where no other is given."""

    def change(candidate: Candidate) -> Candidate:
        if candidate.field == "unit_mass" and pattern_of("gross_mass").search(
            table.bare[candidate.column]
        ):
            return weaker(candidate, 0.65, msg("a gross mass: with the packing"))
        return candidate

    return change_all(readings, change)


def values_of_lines(readings: Readings, table: TableView) -> Readings:
    """ "Value" over numbers beside a quantity is money, if it is not the value of a board part."""
    has_places = any("reference_designator" in table.meanings(n) for n in table.looks)

    def change(candidate: Candidate) -> Candidate:
        look = table.looks[candidate.column]
        is_coded = min(look.lettered, look.code) > MOSTLY_CODED  # 1K and 5.1K are resistors
        is_value = without_part_words(table.bare[candidate.column]) in VALUES and not is_coded
        if not is_value or candidate.field != "description" or look.numeric < 0.9 or has_places:
            return candidate
        if has(readings, "line_value") or not (
            has(readings, "quantity") or has(readings, "annual_quantity")
        ):
            return candidate
        why = msg("numbers beside a quantity: the money of the line")
        return replace(candidate, field="line_value", confidence=0.7, why=why)

    return change_all(readings, change)


BARE_MASSES = words_of_kind("bare_mass")
MOSTLY_NUMBERS, MOSTLY_CODED = 0.8, 0.5
"""Share of the cells of a column of values that are numbers, and that have letters. Own judgement."""


def substance_masses(readings: Readings, table: TableView) -> Readings:
    """In a declaration of materials a bare "Weight" is that of the substance in its row, and a "Value" before
    its unit the share of it."""
    if not (has(readings, "substance") or has(readings, "cas_number")):
        return readings
    units = {c.column for c in readings if c.field == "unit" and c.confidence >= ACCEPTED}
    amounts_told = any(has(readings, name) for name in ("substance_mass", "substance_percent"))
    is_declared = has(readings, "substance") and has(readings, "cas_number") and not amounts_told

    def change(candidate: Candidate) -> Candidate:
        is_mass = candidate.field == "unit_mass" and table.bare[candidate.column] in BARE_MASSES
        if is_mass and not has(readings, "substance_mass"):
            why = msg("a weight beside a substance: that of the substance")
            return replace(candidate, field="substance_mass", confidence=0.75, why=why)
        is_value = candidate.column in table.aside and candidate.column + 1 in units
        if is_declared and is_value and table.looks[candidate.column].numeric > MOSTLY_NUMBERS:
            why = msg("by its cells and the columns beside it")
            return replace(candidate, field="substance_percent", confidence=0.75, why=why)
        return candidate

    return change_all(readings, change)


_NAMING = frozenset({"part_number", "mpn", "description"})


def materials_of_parts(readings: Readings, table: TableView) -> Readings:
    """ "Material / substance" with no amount of it beside each part is what the part is made of."""
    amounts_told = ("substance_mass", "substance_percent", "cas_number")
    if any(has(readings, name) for name in (*amounts_told, "material")):
        return readings
    parts = [c.column for c in readings if c.field in _NAMING and c.confidence >= ACCEPTED]
    if max((table.looks[n].distinct for n in parts), default=0.0) < MOSTLY_NUMBERS:
        return readings

    def change(candidate: Candidate) -> Candidate:
        says_both = "part" in kinds_in(table.bare[candidate.column])
        if candidate.field != "substance" or not says_both:
            return candidate
        why = msg("words, or beside another part number: what the part is made of")
        return replace(candidate, field="material", confidence=0.75, why=why)

    return change_all(readings, change)


def amounts(readings: Readings, table: TableView) -> Readings:
    """ "Amount" is money beside a quantity, and a quantity beside a price."""

    def change(candidate: Candidate) -> Candidate:
        if table.bare[candidate.column] not in AMOUNT_OR_MONEY:
            return candidate
        look = table.looks[candidate.column]
        has_quantity = has(readings, "quantity", besides=candidate.column)
        is_money = has_quantity or look.whole < 0.8
        if candidate.field == ("line_value" if is_money else "quantity"):
            return weaker(candidate, 0.75, msg("by its cells and the columns beside it"))
        return weaker(candidate, 0.5, msg("by its cells and the columns beside it"))

    return change_all(readings, change)
