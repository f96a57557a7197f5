"""Amounts in lists of what a firm keeps of each material: how many are ordered at a time is no need."""

from dataclasses import replace

from desktop_app.intake.candidates import ACCEPTED, Candidate
from desktop_app.intake.headings import normalise, without_brackets
from desktop_app.intake.heads_of_headings import words_about
from desktop_app.intake.planned_lists import bare, names_any, words_of
from desktop_app.intake.planning_columns import says_free
from desktop_app.intake.readings import Readings, TableView, doubted, has, names_products
from desktop_app.intake.vague_headings import words_of_kind
from desktop_app.model.findings import msg

REFUTED = 0.55
"""Belief in a reading that the rest of the list speaks against; below what is used. Own judgement."""
OF_ONE_LINE = (  # the first may be what a stock is worth
    "line_value", "confirmed_date", "requirement_date", "bom_level", "reference_designator"
)  # fmt: skip
"""Facts of the lines of an order or of a bill, of which a quantity is one."""
_OTHER_DAY = msg("by its heading the stock of another day, a mean or a plan")
_UNFIT = msg("its heading fits, but its cells do not")


def lot_sizes(readings: Readings, table: TableView) -> Readings:
    """ "Order qty" beside the stock and the safety stock is how many are ordered at a time, in a list
    without orders and days."""
    if not _is_of_stock(readings, table):
        return readings
    lots = {
        c.column for c in readings
        if c.field == "quantity" and c.confidence >= ACCEPTED and _says_lot(table.headings[c.column])
    }  # fmt: skip
    return doubted(readings, "quantity", lots, REFUTED, _UNFIT)


def actual_stock(readings: Readings, table: TableView) -> Readings:
    """ "Actual qty", or a bare quantity, beside what is reserved and projected is what is there."""
    stocks = {c.column for c in readings if c.field == "stock_on_hand" and c.confidence >= ACCEPTED}
    free = {n for n in stocks if says_free(table.bare[n])}
    if stocks - free or any(has(readings, name) for name in OF_ONE_LINE[1:]):
        return readings
    beside = {bare(table.headings[n]) for n in table.looks} & words_of("beside_stock")
    is_placed = any(
        "storage_location" in table.meanings(n)
        or bare(table.headings[n]) in words_of("store_or_stock")
        for n in table.looks
    )
    is_planned = has(readings, "safety_stock") or any(
        "reorder_point" in table.meanings(n) for n in table.looks
    )
    is_kept = is_planned and _is_kept_between(table) and not has(readings, "line_value")
    if len(beside) < BESIDE and not (is_placed and is_planned) and not is_kept:
        return readings
    # A bill says as well what is free and promised of each part that goes into the product.
    may_be_bill = not (is_placed or is_planned) or names_products(readings, table.headings)
    words = words_of("actual_stock") | (frozenset[str]() if may_be_bill else words_of("bare_count"))
    actual = {
        c.column for c in readings
        if c.field == "quantity" and c.confidence >= ACCEPTED
        and bare(table.headings[c.column]) in words
    }  # fmt: skip
    readings = doubted(readings, "stock_on_hand", free, REFUTED, _UNFIT) if actual else readings
    return _taken_for(readings, actual, "stock_on_hand")


def _is_kept_between(table: TableView) -> bool:
    """A list of stores keeps a least and a most of each part, as no bill does."""
    return any(table.bare[n] in MOST_IN_STORE for n in table.looks)


MOST_IN_STORE = words_of_kind("most_in_store")
"""Headings of how much of a part a store keeps at most."""


def other_stocks(readings: Readings, table: TableView) -> Readings:
    """ "Mittl. Bestand", 上年库存 and "Stock prévisionnel" are no stock that is there today, though a known word
    for stock is in them."""
    other = {
        c.column for c in readings
        if c.field == "stock_on_hand" and c.confidence < WHOLLY_KNOWN
        and names_any(table.headings[c.column], "other_stock")
    }  # fmt: skip
    return doubted(readings, "stock_on_hand", other, REFUTED, _OTHER_DAY)


WHOLLY_KNOWN = 0.87
"""Belief in a heading that is known as it stands, but for a joint or an ending. Own judgement."""


def running_stock(readings: Readings, table: TableView) -> Readings:
    """ "Balance qty" beside what was there, came in and went out is what is there; what moved is no need. In a
    journal, where a part comes again with other days, it is what was there after each of them."""
    flows = {n for n in table.looks if bare(table.headings[n]) in words_of("stock_flow")}
    left = {n for n in table.looks if bare(table.headings[n]) in words_of("running_stock")}
    if len(flows) < BESIDE or len(left) != 1:
        return readings
    for name in ("quantity", "open_order_quantity"):  # nor is what went out still to come
        readings = doubted(readings, name, flows, REFUTED, _UNFIT)
    column = left.pop()
    look = table.looks[column]
    # Where what moved is counted in pieces, a balance with decimals is what they are worth.
    is_money = look.whole < WHOLE <= min(table.looks[n].whole for n in flows)
    if has(readings, "stock_on_hand", besides=column) or look.numeric < MOSTLY or is_money:
        return readings
    numbers = [c.column for c in readings if c.field in NUMBERED and c.confidence >= ACCEPTED]
    comes_again = all(table.looks[n].distinct < 1 for n in numbers)
    if comes_again and any(look.day > MOSTLY for look in table.looks.values()):
        return readings
    kept = [c for c in readings if c.column != column]
    why = msg("by its cells and the columns beside it")
    return [*kept, Candidate(column, "stock_on_hand", TOLD, why)]


def still_to_come(readings: Readings, table: TableView) -> Readings:
    """ "Bestellmenge offen" and "Qty open" are what is still to come, whatever half of them is known."""
    if has(readings, "open_order_quantity"):
        return readings
    opened = {
        c.column for c in readings
        if c.field == "quantity" and c.confidence >= ACCEPTED
        and not words_of("still_open").isdisjoint(map(bare, table.bare[c.column].split()))
    }  # fmt: skip
    return _taken_for(readings, opened, "open_order_quantity") if len(opened) == 1 else readings


def _taken_for(readings: Readings, columns: set[int], field: str) -> Readings:
    """Quantities of these columns as another amount."""
    why = msg("by its cells and the columns beside it")
    return [
        replace(c, field=field, confidence=TOLD, why=why)
        if c.field == "quantity" and c.column in columns
        else c
        for c in readings
    ]


def stores(readings: Readings, table: TableView) -> Readings:
    """ "Lager" and "Sklad" over the same number in all rows is where the parts lie, and not how many."""
    words = words_of("store_or_stock")
    alike = {
        n for n, look in table.looks.items()
        if bare(table.headings[n]) in words
        and look.filled >= FEWEST
        and look.distinct * look.filled <= 1
        and not look.zero
    }  # fmt: skip
    return doubted(readings, "stock_on_hand", alike, REFUTED, _UNFIT)


FEWEST = 5
"""Rows that show that a column is the same everywhere. Own judgement."""
BESIDE = 2
"""Headings of what is promised of the stock that make "Actual" a stock. Own judgement."""
TOLD = 0.79
MOSTLY = 0.5
"""Share of numbers in a column of stock, and of days in one of days. Own judgement."""
WHOLE = 0.9
"""Share of whole numbers in a column of pieces. Own judgement."""
NUMBERED = ("part_number", "mpn")


def values_of_stock(readings: Readings, table: TableView) -> Readings:
    """ "Value" beside a stock and no other count is what lies there is worth, and no money of a line."""
    is_counted = any(has(readings, name) for name in COUNTS)
    if is_counted or not has(readings, "stock_on_hand"):
        return readings
    worth = {c.column for c in readings if c.field == "line_value"}
    return doubted(readings, "line_value", worth, REFUTED, _UNFIT)


COUNTS = ("quantity", "annual_quantity", "requirement_quantity")


def _is_of_stock(readings: Readings, table: TableView) -> bool:
    is_kept = has(readings, "safety_stock") or any(
        "reorder_point" in table.meanings(n) for n in table.looks
    )
    is_kept |= has(readings, "stock_on_hand") and has(readings, "open_order_quantity")
    is_ordered = any("order" in table.meanings(n) and table.looks[n].filled for n in table.looks)
    is_line = any(has(readings, name) for name in OF_ONE_LINE)
    return is_kept and not (is_ordered or is_line or names_products(readings, table.headings))


def _says_lot(heading: str) -> bool:
    """Whether a heading is of a lot, or of a count with nothing but words of a lot beside it."""
    if bare(heading) in words_of("lot_headings"):
        return True
    words = normalise(without_brackets(heading)[0]).split()
    others = [word for word in words if word not in words_about("count")]
    return bool(others) and len(others) < len(words) and words_of("lot_words").issuperset(others)


def of_distributors(readings: Readings, table: TableView) -> Readings:
    """ "Stock" beside "Distributor" and a price, in a list that knows parts by their maker's number alone, is what
    the distributor has."""
    headed = {bare(table.headings[n]) for n in table.looks}
    is_priced = has(readings, "unit_price") or has(readings, "currency")  # or in steps
    is_offer = is_priced and has(readings, "mpn")
    if not is_offer or has(readings, "part_number") or not headed & words_of("distributor"):
        return readings
    stocks = {c.column for c in readings if c.field == "stock_on_hand"}
    return doubted(readings, "stock_on_hand", stocks, REFUTED, _OF_SELLER)


_OF_SELLER = msg("what the seller has: the list is an offer")
