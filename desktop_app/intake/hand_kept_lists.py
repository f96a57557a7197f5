"""Columns of lists that people keep by hand, of boards, shops and stores, which the cells tell apart."""

from dataclasses import replace

from desktop_app.intake.candidates import ACCEPTED, Candidate, weaker
from desktop_app.intake.heading_patterns import WHOLE
from desktop_app.intake.heading_text import normalise
from desktop_app.intake.headings import without_brackets
from desktop_app.intake.last_resorts import KINDS
from desktop_app.intake.planned_lists import bare, words_of
from desktop_app.intake.readings import (
    Readings,
    TableView,
    change_all,
    doubted,
    has,
    names_products,
)
from desktop_app.intake.tables import IDENTITY
from desktop_app.intake.vague_headings import LINE_HEADINGS, VAGUE_THINGS, words_of_kind
from desktop_app.model.findings import msg

FEWEST = 4
"""Rows that show that a column says the same of all parts. Own judgement."""
TOLD, REFUTED = 0.78, 0.3
_UNFIT = msg("its heading fits, but its cells do not")
_OTHER = msg("another column was taken for this; not used")


def one_number_for_all(readings: Readings, table: TableView) -> Readings:
    """ "Model ID" over one number in all rows is that of the product they go into: parts that are called
    otherwise have other numbers. A heading that is plain, such as MPN, is believed all the same."""
    names = [
        c.column for c in readings
        if c.field == "description" and c.confidence >= ACCEPTED
        and table.looks[c.column].distinct > 0.9 and table.looks[c.column].filled >= FEWEST
    ]  # fmt: skip
    alike = {
        n for n, look in table.looks.items()
        if look.filled >= FEWEST and look.distinct * look.filled <= 1 and any(n != m for m in names)
    }  # fmt: skip
    # "Items" over 1, 1, 2 may be how many there are, or say nothing.
    counts = {
        n for n, look in table.looks.items()
        if _is_thing(table.bare[n]) and look.whole > 0.95 and look.brief > 0.9 and look.distinct < 1
        and has(readings, "description", besides=n)
    }  # fmt: skip
    readings = doubted(readings, "part_number", counts, REFUTED, _UNFIT)
    alike -= {c.column for c in readings if c.confidence >= PLAIN}
    for field in ("mpn", "part_number"):
        readings = doubted(readings, field, alike, REFUTED, _UNFIT)
    return readings


PLAIN = 0.9
"""Belief in a heading from which it says plainly whose number stands below. Own judgement."""


def _is_thing(heading: str) -> bool:
    """Things in the plural, as English, French, Spanish and Portuguese write it."""
    return heading.endswith("s") and heading[:-1] in VAGUE_THINGS | LINE_HEADINGS


def things_of_two_words(readings: Readings, table: TableView) -> Readings:
    """ "Component/Item" and "Part / Article" name the thing twice and say as little as one of the words."""
    vague = {
        n for n in table.looks
        if "/" in table.headings[n] and _halves(table.headings[n]) <= VAGUE_THINGS | LINE_HEADINGS
    }  # fmt: skip

    def change(candidate: Candidate) -> Candidate:
        look = table.looks[candidate.column]
        is_number = candidate.column in vague and candidate.field == "part_number"
        if not is_number or look.words <= 0.6 or look.code >= 0.6:
            return candidate
        if has(readings, "description", besides=candidate.column):
            return weaker(candidate, 0.5, _UNFIT)
        why = msg("its heading names the part; the cells say whether by name or by number")
        return replace(candidate, field="description", confidence=TOLD, why=why)

    return change_all(readings, change)


def _halves(heading: str) -> set[str]:
    return {normalise(half) for half in without_brackets(heading)[0].split("/")}


def names_of_places(readings: Readings, table: TableView) -> Readings:
    """ "Names" over C1, C2 and U1-3 are places on a board, where another column names the parts."""
    things = {
        n for n in table.looks
        if table.bare[n] in VAGUE_THINGS or any(m == "mpn" for m in table.meanings(n))
    }  # fmt: skip
    named = words_of_kind("bare_name")
    placed = {
        n for n, look in table.looks.items()
        if (table.bare[n] in named or table.bare[n].removesuffix("s") in named)
        and look.designator >= PLACES and look.filled >= FEWEST and things - {n}
    }  # fmt: skip
    if has(readings, "reference_designator"):
        return readings
    why = msg("places on a circuit board, such as C12")
    return [
        replace(c, field="reference_designator", confidence=0.75, why=why)
        if c.column in placed and c.field == "description"
        else c
        for c in readings
    ]


PLACES = 0.8
"""Share of the cells that look like places on a board. Own judgement."""


def kinds_on_boards(readings: Readings, table: TableView) -> Readings:
    """ "Component" over R, R, R and LED beside places on a board is the kind of the part: one number in many
    rows of a bill would be one row."""
    if not has(readings, "reference_designator"):
        return readings

    def change(candidate: Candidate) -> Candidate:
        look = table.looks[candidate.column]
        is_kind = look.filled >= FEWEST and look.distinct < REPEATED and look.words > SOME_WORDS
        is_thing = table.bare[candidate.column] in VAGUE_THINGS
        if candidate.field != "part_number" or not (is_thing and is_kind):
            return candidate
        why = msg("its heading names the part; the cells say whether by name or by number")
        return replace(candidate, field="description", confidence=TOLD, why=why)

    return change_all(readings, change)


REPEATED, SOME_WORDS = 0.75, 0.2
"""Shares of different cells and of cells with words among names of kinds. Own judgement."""


def values_of_boards(readings: Readings, table: TableView) -> Readings:
    """ "Value" beside "Watt", "Tolerance" or "Package" is that of the resistors and capacitors of a store,
    and no money; beside a package alone, where some cells are no bare numbers: "4k7" between 100 and 104."""
    headings = {bare(table.headings[n]) for n in table.looks}
    is_board = not headings.isdisjoint(words_of("board_property"))
    if not is_board and headings.isdisjoint(words_of("footprint")):
        return readings
    values = {
        n for n, look in table.looks.items()
        if table.bare[n] in words_of_kind("line_value_or_board_value")
        and (is_board or look.numeric < 1)
    }  # fmt: skip

    def change(candidate: Candidate) -> Candidate:
        if candidate.column not in values or candidate.field != "line_value":
            return candidate
        why = msg("no other column describes the part")
        if has(readings, "description", besides=candidate.column):
            return weaker(candidate, REFUTED, _UNFIT)
        return replace(candidate, field="description", confidence=0.75, why=why)

    return change_all(readings, change)


def stock_numbers_of_shops(readings: Readings, table: TableView) -> Readings:
    """ "Stock no." right of the distributor is the number under which he keeps the part, where another column
    gives that of the maker."""
    # A firm that says what it uses and keeps writes its own number: Syspro calls it the stock code.
    is_own = any(has(readings, name) for name in OF_A_FIRM)
    if is_own or not has(readings, "mpn"):
        return readings
    shops = {c.column for c in readings if c.field == "supplier" and c.confidence >= ACCEPTED}
    own = {
        n for n in table.looks
        if n - 1 in shops
        and words_of("number_in_store").intersection((bare(table.headings[n]), table.bare[n]))
    }  # fmt: skip
    return doubted(readings, "part_number", own, REFUTED, _OTHER)


OF_A_FIRM = (
    "plant", "annual_quantity", "safety_stock", "stock_blocked", "consumption_weekly",
    "consumption_monthly", "consumption_quarterly", "consumption_half_yearly", "requirement_date",
)  # fmt: skip
"""What lists of planners say, and no list that a shop's numbers were written into by hand."""


def prices_with_a_stroke(readings: Readings, table: TableView) -> Readings:
    """ "Price/Unit" is the price of one unit, whatever stands below, unless that is 1, 10, 100 or 1000 in
    every row beside a price."""

    def change(candidate: Candidate) -> Candidate:
        n = candidate.column
        is_stroke = candidate.field == "price_unit" and "/" in table.headings[n]
        is_either = is_stroke and "unit_price" in table.meanings(n)
        if not is_either or (table.looks[n].price_units and has(readings, "unit_price", besides=n)):
            return candidate
        return weaker(candidate, 0.5, _UNFIT)

    return change_all(readings, change)


def amounts_of_assemblies(readings: Readings, table: TableView) -> Readings:
    """Of two columns under one heading of how many, the one that most rows fill counts the parts, and the one
    that few fill the assemblies above them."""
    counts: dict[str, set[int]] = {}
    for c in readings:
        if c.field == "quantity" and c.confidence >= ACCEPTED:
            counts.setdefault(table.bare[c.column], set()).add(c.column)
    sparse = {
        n
        for columns in counts.values() if len(columns) > 1
        for n in columns
        if table.looks[n].filling < SPARSE
        and max(table.looks[m].filling for m in columns) > MOSTLY_FILLED
    }  # fmt: skip
    return doubted(readings, "quantity", sparse, 0.5, _OTHER)


SPARSE, MOSTLY_FILLED = 0.4, 0.8
"""Shares of the rows in which assemblies and parts are counted. Own judgement."""


def kinds_as_names(readings: Readings, table: TableView) -> Readings:
    """ "Type" over "fuse", "coil" and "NchFET" in nearly all rows names the parts where nothing else does."""
    if table.is_headless or any(has(readings, name) for name in IDENTITY):
        return readings
    # A summary by kinds has its count and cost, and little else.
    is_wide = sum(1 for heading in table.headings if heading) >= WIDE
    if not (is_wide and has(readings, "quantity") and has(readings, "unit_price")):
        return readings
    kinds = [
        n for n, look in table.looks.items()
        if table.bare[n] in KINDS and look.filling > MOSTLY_FILLED and look.words > SOME_WORDS
        and look.numeric < SOME_WORDS
    ]  # fmt: skip
    if len(kinds) != 1:
        return readings
    kept = [c for c in readings if c.column != kinds[0]]
    why = msg("no heading names the part; its cells may")
    return [*kept, Candidate(kinds[0], "description", 0.65, why)]


WIDE = 6
"""Columns from which a list by kinds is one of parts and no summary. Own judgement."""


def counted_beside_use(readings: Readings, table: TableView) -> Readings:
    """ "Total pcs" beside what is used a week and what is on the way is what lies there, where no other column
    says it: a list that tells its needs by the week counts no need of its own."""
    used = any(has(readings, name) for name in USED)
    is_bill = any(has(readings, name) for name in OF_BILLS) or names_products(
        readings, table.headings
    )
    if not (used and has(readings, "in_transit")) or has(readings, "stock_on_hand") or is_bill:
        return readings
    why = msg("by its cells and the columns beside it")
    return [
        replace(c, field="stock_on_hand", confidence=0.75, why=why)
        if c.field == "quantity" and c.confidence >= ACCEPTED and WHOLE.search(table.bare[c.column])
        else c
        for c in readings
    ]


USED = ("consumption_daily", "consumption_weekly", "consumption_monthly")
OF_BILLS = ("bom_level", "reference_designator", "requirement_date", "confirmed_date")


def orders_with_days(readings: Readings, table: TableView) -> Readings:
    """ "Bestell-Nr" beside the day of the order is its number, and not that of the goods."""
    if not any(bare(table.headings[n]) in words_of("order_day") for n in table.looks):
        return readings
    numbers = {
        c.column for c in readings
        if c.field == "mpn" and "supplier_part_number" in table.meanings(c.column)
        and "mpn" not in table.meanings(c.column) and bare(table.headings[c.column]) in words_of("order_or_code")
    }  # fmt: skip
    return doubted(readings, "mpn", numbers, REFUTED, _UNFIT)


def sums_up(readings: Readings, table: TableView, column: int) -> bool:
    """Whether a "Value" of nothing but numbers beside firms is what is bought from each: a summary that counts
    and numbers no part."""
    counts = ("part_number", "mpn", "reference_designator", "quantity", "unit_price")
    is_of_firms = has(readings, "supplier") and not any(has(readings, name) for name in counts)
    return is_of_firms and table.looks[column].numeric == 1
