"""Headings that mean one thing in one kind of list and another in the next: what stands beside them tells.

The words are in ``resources/planning_words.csv``.
"""

from dataclasses import replace

from desktop_app.intake.candidates import ACCEPTED, Candidate
from desktop_app.intake.composed_headings import kinds_in
from desktop_app.intake.heading_words import PART_WORDS
from desktop_app.intake.heads_of_headings import words_about
from desktop_app.intake.planned_lists import bare, names_any, words_of
from desktop_app.intake.readings import Readings, TableView, doubted, has
from desktop_app.intake.stock_states import is_not_there
from desktop_app.model.findings import msg

REFUTED = 0.55
"""Belief in a reading that the rest of the list speaks against; below what is used. Own judgement."""
CODED, MOSTLY = 0.9, 0.5
"""Share of cells that are codes and all different, and of those that are bare numbers. Own judgement."""
TOLD, WHOSE = 0.79, 0.65
_OTHER = msg("another column was taken for this; not used")
_BY_CELLS = msg("by its cells and the columns beside it")
_UNFIT = msg("its heading fits, but its cells do not")


def depths_of_things(readings: Readings, table: TableView) -> Readings:
    """ "Depth" is a level of a bill where it goes down step by step, and beside no width or height."""
    deep = {
        c.column for c in readings
        if c.field == "bom_level" and bare(table.bare[c.column]) in words_of("depth")
    }  # fmt: skip
    is_measured = any(bare(table.bare[n]) in words_of("dimension") for n in table.looks)
    things = {
        n for n in deep
        if is_measured or (table.looks[n].filled and not table.looks[n].levels and not _is_flat(table, n))
    }  # fmt: skip
    return doubted(readings, "bom_level", things, REFUTED, _UNFIT)


def _is_flat(table: TableView, column: int) -> bool:
    """All on one level, as an export of a single level has it."""
    return table.looks[column].distinct * table.looks[column].filled <= 1


def homebound(readings: Readings, table: TableView) -> Readings:
    """ "Symbol" is the number of a part in Polish alone, and "US" a unit in French: elsewhere they are the
    sign of an element or of a diagram, and a country."""
    said = {
        n: frozenset(one for m in table.book.exact(table.headings[n]) for one in m.languages)
        for n in table.looks
    }
    words = words_of("only_at_home")
    strange = {
        n for n in table.looks
        if bare(table.bare[n]) in words
        and not any(said[n] & said[other] for other in table.looks if other != n)
    }  # fmt: skip
    for field in {candidate.field for candidate in readings if candidate.column in strange}:
        readings = doubted(readings, field, strange, REFUTED, msg("heading not known; not used"))
    return readings


def codes_of_catalogues(readings: Readings, table: TableView) -> Readings:
    """ "Référence de commande" over codes that all differ is the number under which a part is ordered,
    where nothing else numbers the parts and no line has a day, as those of orders have."""
    numbered = any(has(readings, name) for name in ("part_number", "mpn"))
    dated = any(has(readings, name) for name in ("confirmed_date", "requirement_date"))
    if numbered or dated or not has(readings, "description"):
        return readings
    codes = [
        n for n, look in table.looks.items()
        if bare(table.headings[n]) in words_of("order_or_code")
        and min(look.code, look.distinct, look.filling) > CODED
        and look.numeric < MOSTLY and not (look.lines or look.keys)
    ]  # fmt: skip
    if len(codes) != 1:
        return readings
    why = msg("its heading does not say whose number it is")
    return [*readings, Candidate(codes[0], "part_number", WHOSE, why)]


def sold_beside_bought(readings: Readings, table: TableView) -> Readings:
    """ "I order" beside "Beställt" is what customers ordered, and nothing that comes in."""
    sold = {n for n in table.looks if bare(table.headings[n]) in words_of("sold_or_bought")}
    others = [n for n in table.looks if n not in sold]
    bought = any(
        bare(table.headings[n]) in words_of("ordered")
        or any(c.field == "open_order_quantity" and c.column == n for c in readings)
        for n in others
    )
    return doubted(readings, "open_order_quantity", sold, REFUTED, _OTHER) if bought else readings


def left_over(readings: Readings, table: TableView) -> Readings:
    """ "残数量" in a list of stores is what is left there; what an order still owes stands beside it or a
    day."""
    about_orders = ("quantity", "confirmed_date", "requirement_date", "stock_on_hand", "unit_price")
    is_order = any("order" in table.meanings(n) for n in table.looks)
    if is_order or any(has(readings, name) for name in about_orders):
        return readings
    left = {n for n in table.looks if bare(table.headings[n]) in words_of("remaining")}
    return doubted(readings, "open_order_quantity", left, REFUTED, _UNFIT)


def not_there(readings: Readings, table: TableView) -> Readings:
    """ "Stock QC" and "Bestand Sperre" are no stock that may be used, unless the heading says that it is without
    them."""
    stocks = {c.column for c in readings if c.field == "stock_on_hand"}
    lying = {
        n for n in stocks
        if table.headings[n] and is_not_there(table.headings[n])
        and not names_any(table.headings[n], "without_some")
        and ("stock_on_hand" not in table.meanings(n) or not is_not_there(table.bare[n] or "-"))
    }  # fmt: skip
    return doubted(readings, "stock_on_hand", lying, REFUTED, _UNFIT)


def money_of_one_or_all(readings: Readings, table: TableView) -> Readings:
    """ "공급가" is the money of a line beside the price of one, and may be that price where none is."""
    if any(c.field == "unit_price" and c.confidence >= ACCEPTED for c in readings):
        return readings
    either = {n for n in table.looks if bare(table.headings[n]) in words_of("price_or_value")}
    return doubted(readings, "line_value", either, REFUTED, _UNFIT)


def money_of_so_many(readings: Readings, table: TableView) -> Readings:
    """Money beside for how many a price is, in a list that counts nothing and has no price, is the price:
    "Amount in currency" beside "Price unit"."""
    sure = [c for c in readings if c.confidence >= ACCEPTED]
    counts = {c.column for c in sure if c.field == "price_unit"}
    fields = {c.field for c in sure if c.column not in counts}
    money = [c for c in sure if c.field == "line_value"]
    is_other = len(money) != 1 or not counts
    if is_other or fields & {"unit_price", "quantity", "annual_quantity", "stock_on_hand"}:
        return readings
    why = msg("by its cells and the columns beside it")
    kept = [c for c in readings if c.column != money[0].column]
    return [*kept, Candidate(money[0].column, "unit_price", TOLD, why)]


def texts_of_columns(readings: Readings, table: TableView) -> Readings:
    """ "Desc_CA" beside "CA" says what that is, and nothing of the part."""
    others = set(table.bare.values())

    def is_of_other(column: int) -> bool:
        words = table.bare[column].split()
        rest = [word for word in words if word not in SAID_OF]
        is_text = len(rest) == 1 and len(words) == SAID_WITH_ONE
        return is_text and rest[0] in others and rest[0] not in PART_WORDS

    told = {c.column for c in readings if c.field == "description" and is_of_other(c.column)}
    told -= {n for n in told if _is_numbered(readings, table, n)}
    readings = doubted(readings, "description", told, REFUTED / 2, _OTHER)
    return _described_by_groups(_works(readings, table), table)


def _works(readings: Readings, table: TableView) -> Readings:
    """ "项目名称" names what is built or supplied where "工程量" says how much of it, and elsewhere a project."""
    if not any(bare(text) in words_of("amount_of_work") for text in table.headings):
        return readings
    named = [n for n in table.looks if bare(table.headings[n]) in words_of("name_of_work")]
    others = [
        c.column for c in readings
        if c.field == "description" and c.confidence >= ACCEPTED and c.column not in named
        and "specification" not in table.meanings(c.column)
    ]  # fmt: skip
    if len(named) != 1 or others:  # beside 物料名称 it is the project
        return readings
    kept = [c for c in readings if c.column != named[0]]
    return [*kept, Candidate(named[0], "description", WORK, _BY_CELLS)]


def _described_by_groups(readings: Readings, table: TableView) -> Readings:
    """ "Desc commodity" beside "Category" says what each line is where nothing else does."""
    groups = {c.column for c in readings if c.field == "material_group"}
    if any(c.field == "description" for c in readings) or len(groups) < 2:
        return readings
    told = {
        n for n in groups
        if not SAID_OF.isdisjoint(table.bare[n].split()) and table.looks[n].words > MOSTLY
    }  # fmt: skip
    if len(told) != 1:
        return readings
    kept = [c for c in readings if c.column not in told]
    return [*kept, Candidate(told.pop(), "description", TOLD, _BY_CELLS)]


WORK = 0.9


def _is_numbered(readings: Readings, table: TableView, column: int) -> bool:
    """Whether the column that a text is of may number or name the parts."""
    words = table.bare[column].split()
    return any(
        c.field in ("part_number", "mpn", "description", "material")
        and c.column != column
        and table.bare[c.column] in words
        for c in readings
    )


SAID_OF = frozenset(words_about("said_of"))
SAID_WITH_ONE = 2


def postal_codes(readings: Readings, table: TableView) -> Readings:
    """ "PLZ" over 35 and 84 is SAP's planned delivery time; over five digits, or beside an address, it is the
    postal code of a firm."""
    short = {n for n in table.looks if bare(table.headings[n]) in words_of("time_or_postal_code")}
    beside = any(bare(table.headings[n]) in words_of("address") for n in set(table.looks) - short)
    places = {n for n in short if beside or table.looks[n].below_1000 < CODED}
    return doubted(readings, "lead_time_days", places, REFUTED, _UNFIT)


def texts_with_keys(readings: Readings, table: TableView) -> Readings:
    """ "Torque motor (TG0012)" under "Material" is the part with its number, in an export whose suppliers or plants
    have theirs in brackets too; a steel would have its number come again."""
    keyed = {n for n, look in table.looks.items() if look.filled and look.keyed > CODED}
    parts = {
        n for n in keyed
        if bare(table.headings[n]) in words_of("text_and_key") and table.looks[n].distinct > MOSTLY
    }  # fmt: skip
    if len(parts) != 1 or len(keyed) < 2 or has(readings, "part_number", besides=min(parts)):
        return readings
    kept = [c for c in readings if c.column not in parts]
    return [*kept, Candidate(parts.pop(), "part_number", TOLD, _BY_CELLS)]


def own_numbers(readings: Readings, table: TableView) -> Readings:
    """ "我司型号" in a list of several suppliers is the buyer's own number, for only he has several."""
    firms = [c.column for c in readings if c.field == "supplier" and c.confidence >= ACCEPTED]
    if not any(table.looks[n].distinct * table.looks[n].filled > 1 for n in firms):
        return readings
    own = {
        n for n in table.looks
        if "supplier_part_number" in table.meanings(n) and names_any(table.headings[n], "of_the_writer")
    }  # fmt: skip
    readings = doubted(readings, "mpn", own, REFUTED, _OTHER)
    if len(own) != 1 or has(readings, "part_number"):
        return readings
    why = msg("the number by which the buyer knows the part")
    return [*readings, Candidate(own.pop(), "part_number", TOLD, why)]


def numbers_of_orders(readings: Readings, table: TableView) -> Readings:
    """ "Open PO" over 4500012345 is the number of the order, and not four billion pieces of it."""
    papers = {
        n
        for n, look in table.looks.items()
        if bare(table.headings[n]) in words_of("order_or_count") and look.order_number > CODED
    }
    return doubted(readings, "open_order_quantity", papers, REFUTED, _UNFIT)


def planned_beside_stock(readings: Readings, table: TableView) -> Readings:
    """ "Planned Qty" and "Quantité prévue" beside a stock or a store are what will be there once all that is
    planned has come, and no need of a part."""
    is_of_stock = has(readings, "stock_on_hand") or any(
        "storage_location" in table.meanings(n) for n in table.looks
    )
    if not is_of_stock or any(has(readings, name) for name in OF_ORDERS):
        return readings
    planned = {
        c.column for c in readings
        if c.field == "quantity" and "plan" in kinds_in(table.headings[c.column])
    }  # fmt: skip
    return doubted(readings, "quantity", planned, REFUTED, _UNFIT)


OF_ORDERS = (
    "line_value",
    "confirmed_date",
    "requirement_date",
    "bom_level",
    "reference_designator",
)
"""Facts of the lines of an order, a plan or a bill, of which a planned quantity is one."""


def groups_by_customs(readings: Readings, table: TableView) -> Readings:
    """Under "Commodity" and "Group" may stand customs numbers, where no other column has them."""
    if has(readings, "hs_code"):
        return readings
    return [
        replace(c, field="hs_code", confidence=TOLD, why=_BY_CELLS)
        if c.field == "material_group" and table.looks[c.column].tariff > CODED
        else c
        for c in readings
    ]


def units_of_prices(readings: Readings, table: TableView) -> Readings:
    """ "Order Price Unit" is what the price is for, where another column says in what parts are counted."""
    units = {c.column for c in readings if c.field == "unit" and c.confidence >= ACCEPTED}
    priced = {n for n in units if "price" in kinds_in(table.headings[n])}
    if not units - priced:
        return readings
    return doubted(readings, "unit", priced, REFUTED, _OTHER)


def numbers_of_records(readings: Readings, table: TableView) -> Readings:
    """ "Part ID" beside "Part IPN" and "Item number" is the key of a database, where it is a bare number."""
    numbers = {c.column for c in readings if c.field == "part_number" and c.confidence >= ACCEPTED}
    keys = {
        n for n in numbers
        if table.bare[n].split()[-1:] == ["id"] and table.looks[n].numeric > CODED
    }  # fmt: skip
    others = {n for n in numbers - keys if table.looks[n].code > CODED}
    return doubted(readings, "part_number", keys, REFUTED, _OTHER) if others else readings
