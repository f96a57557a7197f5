"""Readings that the other columns of the list speak against: a drawing beside the number of the part, a
standard cost beside the price that was paid, a short word of another language.
"""

import re
from collections import Counter
from dataclasses import replace

from desktop_app.intake.candidates import ACCEPTED, Candidate, weaker
from desktop_app.intake.grid import Grid
from desktop_app.intake.heading_words import PART_WORDS
from desktop_app.intake.headings import normalise
from desktop_app.intake.looks import Look
from desktop_app.intake.measures import days_factor
from desktop_app.intake.planned_lists import bare, names_any, phrases_of, said_of_list, words_of
from desktop_app.intake.readings import Readings, TableView, change_all, doubted, has
from desktop_app.intake.tables import Table
from desktop_app.intake.vague_headings import LINE_HEADINGS, VAGUE_THINGS
from desktop_app.model.findings import msg

REFUTED = 0.55
"""Belief in a reading that another column says better; below what is used. Own judgement."""
_OTHER = msg("another column was taken for this; not used")
_HOW_LONG = msg("heading not known; not used")
_UNFIT = msg("its heading fits, but its cells do not")


def drawings(readings: Readings, table: TableView) -> Readings:
    """The number of a drawing is that of the part only where nothing else numbers the parts, nor is a code
    that names kinds of parts where "Item" over codes names each."""
    numbers = {c.column for c in readings if c.field == "part_number" and c.confidence >= ACCEPTED}
    drawn = {n for n in numbers if "drawing_number" in table.all_meanings(n)}
    vague = {n for n in table.looks if table.bare[n] in VAGUE_THINGS | LINE_HEADINGS}
    others = {n for n in (numbers | vague) - drawn if _numbers_parts(table.looks[n])}
    most = max((table.looks[n].distinct for n in others & vague), default=0.0)
    sold = words_of("parents") | words_of("sold")
    kinds = {
        n for n in numbers - others
        if table.looks[n].distinct <= KINDS * most and bare(table.headings[n]) in sold
    }  # fmt: skip
    if not others:
        return readings

    return doubted(readings, "part_number", drawn | kinds, REFUTED, _OTHER)


def numbers_of_records(readings: Readings, table: TableView) -> Readings:
    """ "bom_id" over BOM-001, BOM-002, BOM-003 numbers the lines, and a product that comes again and again
    is not what the line is about, where another column numbers the parts."""
    numbers = {c.column for c in readings if c.field == "part_number" and c.confidence >= ACCEPTED}
    ours = PART_WORDS | words_of("ours")
    counted = {
        n for n in numbers
        if table.looks[n].keys and ours.isdisjoint(table.bare[n].split())
    }  # fmt: skip
    others = {n for n in numbers - counted if not table.looks[n].lines}
    most = max((table.looks[n].distinct for n in others), default=0.0)
    sold = words_of("parents") | words_of("sold")
    again = {
        n for n in others
        if table.looks[n].distinct <= KINDS * most and most >= CODED
        and table.looks[n].filled >= FEWEST and bare(table.headings[n]) in sold
    }  # fmt: skip
    refuted = (counted if others else set()) | again | _of_bills(readings, table, numbers)
    if not refuted:
        return readings

    return doubted(readings, "part_number", refuted, REFUTED, _OTHER)


def _of_bills(readings: Readings, table: TableView, numbers: set[int]) -> set[int]:
    """ "bom_id" that comes again on lines which describe different parts numbers the bill."""
    if any(has(readings, name) for name in ("substance", "cas_number")):
        return set()
    told = [c.column for c in readings if c.field == "description" and c.confidence >= ACCEPTED]
    most = max((table.looks[n].distinct for n in told), default=0.0)
    return {
        n for n in numbers
        if names_any(table.headings[n], "bill")
        and table.looks[n].filled >= FEWEST
        and table.looks[n].distinct <= KINDS * most
    }  # fmt: skip


def codes_of_things(readings: Readings, table: TableView) -> Readings:
    """ "Component" over TAP-CORONA beside a description of several words is its number."""
    told = [c.column for c in readings if c.field == "description" and c.confidence >= ACCEPTED]
    described = [n for n in told if table.looks[n].single < HARDLY_SINGLE]
    if not described or has(readings, "mpn"):
        return readings
    named = [
        n
        for n in told
        if table.bare[n] in VAGUE_THINGS
        and table.looks[n].single > CODED
        and table.looks[n].filled >= FEWEST
        and not table.looks[n].lines
    ]
    if len(named) != 1:
        return readings
    numbers = {c.column for c in readings if c.field == "part_number" and c.confidence >= ACCEPTED}
    if any(table.looks[n].distinct > KINDS * table.looks[named[0]].distinct for n in numbers):
        return readings
    why = msg("its heading names the part; the cells say whether by name or by number")
    kept = [
        weaker(c, REFUTED, _OTHER) if c.field == "part_number" else c
        for c in readings
        if c.column != named[0]
    ]
    return [*kept, Candidate(named[0], "part_number", 0.78, why)]


HARDLY_SINGLE = 0.3
"""Share of cells of one word, below which a column describes. Own judgement."""


def organisations(readings: Readings, table: TableView) -> Readings:
    """A business unit or company is no plant where another column names the plants, and no supplier where
    another does."""
    words = words_of("organisation")
    readings = _own_firms(readings, table)
    named = {
        c.column for c in readings if c.field == "plant" and bare(table.headings[c.column]) in words
    }
    if not any(
        c.field == "plant" and c.confidence >= ACCEPTED and c.column not in named for c in readings
    ):
        return readings

    return doubted(readings, "plant", named, REFUTED, _OTHER)


def _own_firms(readings: Readings, table: TableView) -> Readings:
    """The company of whoever keeps the list, beside its suppliers."""
    firms = {c.column for c in readings if c.field == "supplier" and c.confidence >= ACCEPTED}
    own = {n for n in firms if bare(table.headings[n]) in words_of("organisation")}
    return doubted(readings, "supplier", own, REFUTED, _OTHER) if firms - own else readings


def asked_before_needed(readings: Readings, table: TableView) -> Readings:
    """Beside the day on which it is required, the requested date is the day of the request."""
    words = words_of("asked_on")
    asked = {
        c.column
        for c in readings
        if c.field == "requirement_date" and bare(table.headings[c.column]) in words
    }
    if not asked or not any(
        c.field == "requirement_date" and c.confidence >= ACCEPTED and c.column not in asked
        for c in readings
    ):
        return readings

    return doubted(readings, "requirement_date", asked, REFUTED, _OTHER)


def _numbers_parts(look: Look) -> bool:
    """Codes, nearly all different, and no numbers of lines or places in a tree."""
    is_line = look.lines or look.tens or look.rising or look.nested
    return (
        look.code >= MOSTLY
        and look.designator < MOSTLY
        and not is_line
        and look.distinct >= DIFFERENT
    )


KINDS = 0.5
"""Share of the different cells of the numbers of parts that the codes of their kinds have at most. Own
judgement."""
MOSTLY, DIFFERENT = 0.5, 0.7
"""Share of codes and of different cells among the numbers of parts. Own judgement."""


def units_of_time(readings: Readings, table: TableView) -> Readings:
    """Days and weeks under "Unit" are those of the delivery time beside it, not what is counted."""

    def change(candidate: Candidate) -> Candidate:
        is_timed = candidate.field == "unit" and table.looks[candidate.column].time_unit > MOSTLY
        return weaker(candidate, REFUTED, _UNFIT) if is_timed else candidate

    return change_all(readings, change)


IN_STORE = frozenset(
    ("stock_on_hand", "stock_blocked", "safety_stock", "in_transit", "open_order_quantity")
)
_UNIT_OF_TIME = re.compile(r"[(（\[]\s*(?:in\s+)?(\w+)\s*[)）\]]\s*$")


def stock_in_days(readings: Readings, table: TableView) -> Readings:
    """ "Stock (days)" and "Transit (days)" tell how long, not how many."""

    def change(candidate: Candidate) -> Candidate:
        if candidate.field not in IN_STORE:
            return candidate
        unit = _UNIT_OF_TIME.search(table.headings[candidate.column])
        is_timed = unit is not None and days_factor(unit[1]) is not None
        return weaker(candidate, REFUTED, _HOW_LONG) if is_timed else candidate

    return change_all(readings, change)


SHORT = 6
"""Letters of a word that may mean something else in another language. Own judgement."""
AT_HOME = 5
"""Headings that say of which language a list is. Own judgement."""


def words_of_another_language(readings: Readings, table: TableView) -> Readings:
    """ "Dispo" is what is available in French and who plans in German: a short heading known only in a
    language that no other heading of the list is of means nothing there."""
    spoken = {
        n: frozenset(said for m in table.book.exact(table.headings[n]) for said in m.languages)
        for n in table.looks
    }
    counted = Counter(one for said in spoken.values() for one in said if one not in ANYWHERE)
    if not counted:
        return readings
    home, times = counted.most_common(1)[0]
    if times < AT_HOME:
        return readings

    def change(candidate: Candidate) -> Candidate:
        said = spoken[candidate.column]
        is_foreign = bool(said) and home not in said and said.isdisjoint(ANYWHERE)
        is_alone = is_foreign and all(counted[one] == 1 for one in said)
        word = table.bare[candidate.column]
        if not is_alone or len(word) > SHORT or not word.isascii():
            return candidate
        if candidate.field == "lead_time_days" and days_factor(table.headings[candidate.column]):
            return candidate  # "L.T. (gg)": its unit says that it is a time
        return weaker(candidate, REFUTED, msg("heading not known; not used"))

    return change_all(readings, change)


ANYWHERE = frozenset(("en", "tech"))
"""Headings that stand in lists of any language."""


def same_in_all_rows(readings: Readings, table: TableView) -> Readings:
    """What all rows say alike tells no part from another; another column describes them."""

    def change(candidate: Candidate) -> Candidate:
        look = table.looks[candidate.column]
        is_alike = look.filled >= FEWEST and look.distinct * look.filled <= 1
        is_sure = candidate.confidence >= PARTLY or candidate.column in table.aside
        if candidate.field != "description" or not is_alike or is_sure:
            return candidate
        if not has(readings, "description", besides=candidate.column):
            return candidate
        return weaker(candidate, 0.3, _UNFIT)

    return change_all(readings, change)


def kinds_of_goods(readings: Readings, table: TableView) -> Readings:
    """ "Material type" over "Raw material" and "Purchased" is the kind of good, and not what it is made of."""
    made_of = {c.column for c in readings if c.field == "material"}
    kinds = {n for n in made_of if table.looks[n].filled and table.looks[n].goods > CODED}
    return doubted(readings, "material", kinds, REFUTED, _UNFIT)


FEWEST = 5
"""Rows that show that a column is the same everywhere. Own judgement."""


def unknown_numbers(readings: Readings, table: TableView) -> Readings:
    """ "Number" over codes that all differ numbers the parts, where nothing else does; over bare numbers it
    does beside another column that counts."""
    if has(readings, "part_number") or not has(readings, "description"):
        return readings
    for column, look in table.looks.items():
        is_named = bare(table.headings[column]) in words_of("some_number")
        is_number = look.code > CODED and look.distinct > CODED and look.filling > CODED
        taken = any(c.column == column and c.confidence >= ACCEPTED for c in readings)
        is_counted = has(readings, "quantity", besides=column) and not look.rising
        makers = [c for c in readings if c.field == "mpn" and c.confidence >= ACCEPTED]
        is_plain = look.numeric < MOSTLY and all(c.confidence >= PLAINLY for c in makers)
        if is_named and is_number and not taken and not look.lines and (is_plain or is_counted):
            why = msg("its heading does not say whose number it is")
            return [*readings, Candidate(column, "part_number", 0.75, why)]
    return readings


CODED = 0.9
PLAINLY = 0.9
"""Belief in a heading of the maker's number beside which "Number" is the buyer's. Own judgement."""
NOT_OFFERED = (
    "safety_stock", "plant", "annual_quantity", "open_order_quantity", "consumption_monthly",
    "consumption_weekly", "requirement_date", "stock_blocked",
)  # fmt: skip
"""Fields of lists in which a firm plans its own stock."""
OWN_PLANS = frozenset(("storage_location", "reorder_point"))
"""The same of headings that are no field of a part."""


def _is_available(heading: str) -> bool:
    """Whether a heading speaks of what is available, or is one of stock that an offer may have."""
    return bare(heading) in words_of("available") or _says_available(heading)


def _says_available(heading: str) -> bool:
    return any(word.startswith(phrases_of("availability")) for word in normalise(heading).split())


def stock_of_seller(readings: Readings, grid: Grid, table: Table, view: TableView) -> Readings:
    """What is "available" in an offer lies with the seller."""
    offered = {
        c.column
        for c in readings
        if c.field == "stock_on_hand" and _is_available(view.headings[c.column])
    }
    headed = {bare(view.headings[n]) for n in view.looks}
    said_by_seller = not headed.isdisjoint(words_of("of_seller_only"))
    is_own = any(has(readings, name) for name in NOT_OFFERED)
    is_own |= has(readings, "in_transit") and not said_by_seller
    is_own |= any(view.meanings(n) & OWN_PLANS for n in view.looks)
    if not offered or is_own or not has(readings, "unit_price"):
        return readings
    if not names_any(said_of_list(grid, table), "offered"):
        offered = {n for n in offered if _says_available(view.headings[n])}
        is_numbered = has(readings, "part_number")
        # A buyer lists what must be bought at least as well; of a date code only a seller speaks.
        if headed.isdisjoint(words_of("of_seller" if not is_numbered else "of_seller_only")):
            return readings
    why = msg("what the seller has: the list is an offer")
    return [
        replace(c, confidence=min(c.confidence, REFUTED), why=why)
        if (c.field == "stock_on_hand" and c.column in offered) or c.field == "in_transit"
        else c
        for c in readings
    ]


def other_levels(readings: Readings, table: TableView) -> Readings:
    """ "PPAP level" is no depth in a bill: of a heading that is only partly known, the cells say it."""

    def change(candidate: Candidate) -> Candidate:
        is_partly_known = candidate.field == "bom_level" and candidate.confidence < PARTLY
        if not is_partly_known or table.looks[candidate.column].levels:
            return candidate
        if table.looks[candidate.column].nested:
            return candidate
        return weaker(candidate, 0.3, _UNFIT)

    return change_all(readings, change)


PARTLY = 0.76
"""Belief below which only a part of a heading is known. Own judgement."""


def ordered_beside_stock(readings: Readings, table: TableView) -> Readings:
    """What is "ordered" beside the stock, in a list of no order, is still to come."""
    ordered = {
        c.column
        for c in readings
        if c.field == "quantity" and bare(table.headings[c.column]) in words_of("ordered")
    }
    is_order = any("order" in table.meanings(n) for n in table.looks)
    is_order |= any(has(readings, name) for name in ("line_value", "bom_level", "confirmed_date"))
    if not ordered or is_order or not has(readings, "stock_on_hand"):
        return readings
    is_known = has(readings, "open_order_quantity")
    why = msg("by its cells and the columns beside it")

    def change(candidate: Candidate) -> Candidate:
        if candidate.field != "quantity" or candidate.column not in ordered:
            return candidate
        if is_known:
            return weaker(candidate, REFUTED, _OTHER)
        return replace(candidate, field="open_order_quantity", confidence=0.79, why=why)

    return change_all(readings, change)


def places_that_come_again(readings: Readings, table: TableView) -> Readings:
    """Each place on a board is there once: A1 and B2 that come again and again are shelves."""

    is_board = any("footprint" in table.meanings(column) for column in table.looks)
    is_store = has(readings, "stock_on_hand") and not is_board

    def change(candidate: Candidate) -> Candidate:
        look = table.looks[candidate.column]
        comes_again = look.filled >= FEWEST and look.distinct <= KINDS
        comes_again |= is_store and look.filled < FEWEST
        if candidate.field != "reference_designator" or not comes_again:
            return candidate
        return weaker(candidate, 0.3, _UNFIT)

    return change_all(readings, change)
