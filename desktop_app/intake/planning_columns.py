"""Columns that planning lists of ERP systems name by halves: used in which month, needed on which day,
numbered by whom.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from desktop_app.intake.candidates import ACCEPTED, Candidate, weaker
from desktop_app.intake.composed_headings import kinds_in
from desktop_app.intake.grid import Grid
from desktop_app.intake.headings import ALIASES, FIELDS
from desktop_app.intake.measures import without_time_units
from desktop_app.intake.named_places import NO_NAMES
from desktop_app.intake.planned_lists import bare, names_any, phrases_of, said_of_list, words_of
from desktop_app.intake.products import read_numbers
from desktop_app.intake.readings import Readings, TableView, change_all, has, names_products
from desktop_app.intake.tables import IDENTITY, Table
from desktop_app.model.findings import msg

PERIOD_OF = {"month": "consumption_monthly", "week": "consumption_weekly"}
"""What an amount used in each row's period is."""
COUNTS = frozenset(("quantity", "annual_quantity", "requirement_quantity"))
USED = frozenset(("demand", *COUNTS))
MOSTLY = 0.5
TOLD = 0.79
"""Belief in what only the columns beside it tell; a person is asked to look. Own judgement."""


def usage_by_period(readings: Readings, table: TableView) -> Readings:
    """ "Total usage" beside a column of months is what each month used, not what one product holds."""
    months = {n for name in PERIOD_OF for n in _headed(table, name)}
    # "Month" itself is no amount, whatever longer headings begin so.
    readings = [c for c in readings if c.column not in months or c.field not in PERIOD_OF.values()]
    is_priced = has(readings, "unit_price") or has(readings, "supplier")
    if is_priced or any(has(readings, name) for name in PERIOD_OF.values()):
        return readings
    found = next(((n, name) for name in PERIOD_OF for n in _headed(table, name)), None)
    if found is None or not any(has(readings, name) for name in ("part_number", "mpn")):
        return readings
    column, period = found
    used = [n for n in table.looks if n != column and _is_used(readings, table, n)]
    if len(used) != 1:
        return readings
    why = msg("an amount beside a column of periods: what each of them used")
    kept = [c for c in readings if c.column != used[0]]
    return [*kept, Candidate(used[0], PERIOD_OF[period], TOLD, why)]


def _headed(table: TableView, kind: str) -> Iterable[int]:
    words = words_of(kind)
    for n, heading in table.bare.items():
        if heading and bare(heading) in words and table.looks[n].filled:
            yield n


def _is_used(readings: Readings, table: TableView, column: int) -> bool:
    is_read = any(
        c.column == column and c.field in COUNTS and c.confidence >= ACCEPTED for c in readings
    )
    is_said = "demand" in table.meanings(column) or names_any(table.headings[column], "used")
    return (is_read or is_said) and table.looks[column].numeric >= MOSTLY


def needed_on_days(readings: Readings, table: TableView) -> Readings:
    """A quantity beside the day on which it is needed, in a list that buys nothing."""
    is_bought = any(has(readings, name) for name in ("unit_price", "supplier", "bom_level"))
    if is_bought or not has(readings, "requirement_date"):
        return readings
    why = msg("a quantity beside the day on which it is needed")
    needed = {c.column for c in readings if c.field == "requirement_quantity"
              and c.confidence >= ACCEPTED}  # fmt: skip

    def change(candidate: Candidate) -> Candidate:
        if candidate.field != "quantity" or candidate.confidence < ACCEPTED:
            return candidate
        if candidate.column in needed:
            return weaker(candidate, 0.5, why)
        if needed:
            return candidate
        return replace(candidate, field="requirement_quantity", confidence=TOLD, why=why)

    return change_all(readings, change)


def stock_by_title(readings: Readings, grid: Grid, table: Table) -> Readings:
    """A bare quantity under the title "Stock", or on a sheet of that name, is what is there; beside columns of
    ages such as "31-90 days" also where the list has prices."""
    others = ("stock_on_hand", "bom_level") if _is_by_age(table) else NOT_IN_STOCK
    if not has(readings, "quantity") or any(has(readings, name) for name in others):
        return readings
    said = said_of_list(grid, table)
    if names_products(readings, table.headings):
        return readings  # what goes into a product, wherever it is taken from
    if not names_any(said, "stocked") or names_any(said, "needed") or names_any(said, "bill"):
        return readings
    counted = {c.column for c in readings if c.field == "quantity" and c.confidence >= ACCEPTED}
    if _stands_beside_stocks(grid, table, counted):
        return readings
    why = msg("a quantity in a list that is called one of stock")

    def change(candidate: Candidate) -> Candidate:
        if candidate.field == "line_value":
            return weaker(candidate, ACCEPTED / 2, _NOT_USED)  # what the stock is worth
        if candidate.field != "quantity" or candidate.confidence < ACCEPTED:
            return candidate
        return replace(candidate, field="stock_on_hand", confidence=TOLD, why=why)

    return change_all(readings, change)


def _stands_beside_stocks(grid: Grid, table: Table, counted: set[int]) -> bool:
    """Whether columns such as "Stock Hamburg" and "Stock Berlin" say what is there, and the counted one is not
    their sum."""
    rows = np.arange(table.heading + 1, table.end)
    stocks = [
        read_numbers(grid.columns[n], rows)
        for n, heading in enumerate(table.headings[: len(grid.columns)])
        if n not in counted and names_any(heading, "stocked")
        and kinds_in(heading).isdisjoint(NO_NAMES)
    ]  # fmt: skip
    stocks = [own for own in stocks if np.isfinite(own).mean() >= MOSTLY]
    total = np.nansum(stocks, axis=0)
    sums = (read_numbers(grid.columns[n], rows) for n in counted)
    return len(stocks) > 1 and not any(np.array_equal(own, total) for own in sums)


def _is_by_age(table: Table) -> bool:
    ages = [h for h in table.headings if _AGES.search(h) and without_time_units(h) != h]
    return len(ages) >= FEWEST_AGES


_AGES = re.compile(r"\d\s*[-–~]\s*\d|[>≥+<]\s*\d|\d\s*\+")
FEWEST_AGES = 2
"""Columns of how long a stock has lain there. Own judgement."""
NOT_IN_STOCK = (
    "stock_on_hand", "unit_price", "line_value", "supplier", "bom_level", "reference_designator",
    "requirement_date", "confirmed_date", "annual_quantity", "consumption_monthly", "lead_time_days",
)  # fmt: skip
"""Fields of lists that count something else, or their stock in another column."""


def lines_of_records(readings: Readings, table: TableView) -> Readings:
    """ "BoM Lines/Component" beside "Product": records with lines below them. Where the lines name the
    parts, what heads a record names the product that they go into."""
    groups: dict[str, list[int]] = {}
    for n in table.looks:
        record, slash, _ = table.headings[n].rpartition("/")
        if slash:
            groups.setdefault(record.strip(), []).append(n)
    for columns in groups.values():
        own = [candidate for n in columns for candidate in _of_line(table, n)]
        if len(columns) < LINES or not any(c.field in IDENTITY for c in own):
            continue
        full = max(table.looks[c.column].filling for c in own if c.field in IDENTITY)
        why = msg("of the product that the lines below it go into")
        kept = [
            weaker(c, 0.3, why) if table.looks[c.column].filling < full else c
            for c in readings
            if c.column not in columns
        ]
        taken = {c.field for c in own}
        return [*(weaker(c, 0.3, why) if c.field in taken else c for c in kept), *own]
    return readings


def _of_line(table: TableView, column: int) -> Iterable[Candidate]:
    said = table.headings[column].rpartition("/")[2]
    for meaning in table.book.meanings(said):
        field = ALIASES.get(meaning.field, meaning.field)
        # "Producto/Nombre" over words counts nothing, though "nombre" does in French.
        is_counted = field in COUNTS and table.looks[column].numeric < MOSTLY
        if field in FIELDS and not is_counted:
            yield Candidate(column, field, min(meaning.confidence, TOLD), _OF_LINE)


LINES = 2
_OF_LINE = msg("by its heading")


def parts_below_products(readings: Readings, table: TableView) -> Readings:
    """ "Product | Material": where the same product stands on many lines, the material numbers the part."""
    numbered = {c.column for c in readings if c.field == "part_number" and c.confidence >= ACCEPTED}
    words = words_of("parents")
    parents = {n for n in numbered if bare(table.headings[n]) in words}
    if len(parents) != 1:
        return readings
    parent = parents.pop()
    look = table.looks[parent]
    if look.distinct > REPEATED or look.filled < 2:
        return readings
    below = {n for n in numbered - {parent} if table.looks[n].distinct >= look.distinct} or {
        c.column
        for c in readings
        if c.field == "material" and table.looks[c.column].code >= MOSTLY
        and table.looks[c.column].distinct > look.distinct
    }  # fmt: skip
    if len(below) != 1:
        return readings
    why = msg("of the product that the lines below it go into")
    kept = [
        weaker(c, 0.3, why) if c.column == parent else c for c in readings if c.column not in below
    ]
    return [*kept, Candidate(below.pop(), "part_number", TOLD, _NUMBERS_PART)]


REPEATED = 0.5
"""Share of different cells up to which a column repeats products. Own judgement."""
_NUMBERS_PART = msg("numbers beside a description: the part number of the ERP system")


def names_before_codes(readings: Readings, table: TableView) -> Readings:
    """ "Fournisseur" over F0012 beside "Nom fournisseur": the supplier is the one with a name."""
    best: dict[int, float] = {}
    for c in readings:
        best[c.column] = max(best.get(c.column, 0.0), c.confidence)
    # "Site" is a plant sooner than a shop, whatever is in it.
    firms = {
        c.column for c in readings
        if c.field == "supplier" and c.confidence >= max(DOUBTED, best[c.column])
    }  # fmt: skip
    named = {n for n in firms if table.looks[n].words >= MOSTLY}
    coded = {
        n
        for n in firms - named
        if table.looks[n].code >= MOSTLY or table.looks[n].numeric >= MOSTLY
    }
    if len(named) != 1 or not coded:
        return readings
    why = msg("another column was taken for this; not used")

    def change(candidate: Candidate) -> Candidate:
        is_code = candidate.field == "supplier" and candidate.column in coded
        return weaker(candidate, 0.4, why) if is_code else candidate

    return change_all(readings, change)


DOUBTED = 0.5


def delivered(readings: Readings, table: TableView) -> Readings:
    """Beside what was ordered, what has come of it is not how many are bought."""
    words = words_of("delivered")
    counts = [c for c in readings if c.field == "quantity" and c.confidence >= ACCEPTED]
    came = {c.column for c in counts if bare(table.headings[c.column]) in words}
    if not came or all(c.column in came for c in counts):
        return readings

    def change(candidate: Candidate) -> Candidate:
        if candidate.field != "quantity" or candidate.column not in came:
            return candidate
        return weaker(candidate, 0.5, msg("another column was taken for this; not used"))

    return change_all(readings, change)


def sites_of_suppliers(readings: Readings, table: TableView) -> Readings:
    """ "Site" right of a supplier is where that firm is, no plant of the buyer."""
    firms = {c.column for c in readings if c.field == "supplier" and c.confidence >= ACCEPTED}
    if not has(readings, "supplier") or any(has(readings, name) for name in COUNTED_IN_PLANTS):
        return readings
    words = words_of("supplier_site")

    def change(candidate: Candidate) -> Candidate:
        is_beside = candidate.field == "plant" and candidate.column - 1 in firms
        is_site = is_beside and bare(table.headings[candidate.column]) in words
        return weaker(candidate, 0.4, _NOT_USED) if is_site else candidate

    return change_all(readings, change)


COUNTED_IN_PLANTS = ("stock_on_hand", "requirement_quantity", "annual_quantity")
_NOT_USED = msg("another column was taken for this; not used")


def says_free(heading: str) -> bool:
    """What is available of the stock is what is there less what is promised."""
    return any(word in heading for word in phrases_of("availability"))


ALL_COUNTED = 0.9
"""Share of the parts in stock that must have been counted. Own judgement."""


def counted_before_booked(readings: Readings, table: TableView) -> Readings:
    """What was counted is there, and not what the books say; what lies there goes before what is left of
    it or will be."""
    stocks = {c.column for c in readings if c.field == "stock_on_hand" and c.confidence >= ACCEPTED}
    free = {n for n in stocks if says_free(table.bare[n])}
    for better in ("counted_stock", "plain_stock", ""):
        words = words_of(better) if better else frozenset()
        named = {n for n in stocks if bare(table.headings[n]) in words} if better else stocks - free
        # Where some parts only were counted, the books are what is known of the others.
        most = max((table.looks[n].filling for n in stocks), default=0.0)
        if (
            named
            and named != stocks
            and all(table.looks[n].filling >= ALL_COUNTED * most for n in named)
        ):
            break
    else:
        return readings

    def change(candidate: Candidate) -> Candidate:
        is_other = candidate.field == "stock_on_hand" and candidate.column not in named
        return weaker(candidate, 0.5, _NOT_USED) if is_other else candidate

    return change_all(readings, change)


def names_of_vendors(readings: Readings, table: TableView) -> Readings:
    """ "VendorName" is the vendor's number of the part in NetSuite, and over names of firms the vendor."""
    if has(readings, "supplier"):
        return readings
    named = [
        n
        for n, look in table.looks.items()
        if "supplier_part_number" in table.meanings(n)
        and "name" in table.bare[n]
        and look.words >= MOSTLY
        and look.code < 1 - MOSTLY
    ]
    if len(named) != 1:
        return readings
    why = msg("by its cells and the columns beside it")
    return [*readings, Candidate(named[0], "supplier", TOLD, why)]


def numbers_of_papers(readings: Readings, table: TableView) -> Readings:
    """ "Num" beside a day and "Qty" is the number of a bill or an order, not how many."""
    words = words_of("paper_number")
    counts = {c.column for c in readings if c.field == "quantity" and c.confidence >= ACCEPTED}
    papers = {n for n in counts if bare(table.headings[n]) in words}
    if not papers or papers == counts:
        return readings

    def change(candidate: Candidate) -> Candidate:
        is_paper = candidate.field == "quantity" and candidate.column in papers
        return weaker(candidate, 0.4, _NOT_USED) if is_paper else candidate

    return change_all(readings, change)


def provinces(readings: Readings, table: TableView) -> Readings:
    """ "Prov." beside a supplier is its province (provincia), else the supplier (proveedor)."""

    def change(candidate: Candidate) -> Candidate:
        is_short = table.bare[candidate.column].strip(".") == "prov"
        if candidate.field != "supplier" or not is_short:
            return candidate
        if not has(readings, "supplier", besides=candidate.column):
            return candidate
        return weaker(candidate, 0.5, msg("another column was taken for this; not used"))

    return change_all(readings, change)


def _is_offer(readings: Readings, table: TableView) -> bool:
    """Names with prices and no amounts, as a supplier's list of prices has them: its numbers are his."""
    is_of_lines = any(has(readings, name) for name in ("quantity", "line_value", "bom_level"))
    is_priced = has(readings, "description") and has(readings, "unit_price")
    return is_priced and not is_of_lines and not table.is_hand_made


FIGURED = 0.3
"""Share of the cells with a figure, from which they may be numbers. Own judgement."""


def numbers_of_suppliers(readings: Readings, table: TableView) -> Readings:
    """The supplier's own number stands for that of the maker where a list has no other: declarations
    and price lists of suppliers know the part by it alone. In a list of orders "Bestellnummer" is theirs."""
    # Of a shop's number alone nobody knows whose it is; a declaration is the supplier's own.
    is_known = any(has(readings, name) for name in ("part_number", "substance", "cas_number"))
    if has(readings, "mpn") or not (is_known or _is_offer(readings, table)):
        return readings
    is_order = has(readings, "confirmed_date") or has(readings, "requirement_date")
    own = [
        n
        for n, look in table.looks.items()
        if "supplier_part_number" in table.meanings(n)
        and look.filled
        and max(look.code, look.numeric, look.figured) >= FIGURED  # no "need to source"
        and not (is_order and bare(table.headings[n]) in words_of("order_or_code"))
        and look.order_number < 0.5  # numbers of shops such as C1525 are nobody else's
        and not any(c.column == n and c.confidence >= ACCEPTED for c in readings)
    ]
    if len(own) != 1:
        return readings
    why = msg("the number by which the supplier knows the part")
    return [*readings, Candidate(own[0], "mpn", TOLD, why)]
