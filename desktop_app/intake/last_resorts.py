"""What names the parts where no heading says it, and other columns whose cells say more than it does."""

from dataclasses import replace

from desktop_app.intake.candidates import ACCEPTED, Candidate, weaker
from desktop_app.intake.composed_headings import kinds_in
from desktop_app.intake.looks import Look
from desktop_app.intake.planned_lists import names_any
from desktop_app.intake.readings import Readings, TableView, change_all, has
from desktop_app.intake.tables import IDENTITY
from desktop_app.intake.unknown_headings import FEWEST, says_little
from desktop_app.intake.vague_headings import words_of_kind
from desktop_app.model.findings import msg

UNITS = words_of_kind("units_in_plural")
"""Headings in the plural: a count, if numbers stand below."""
NOT_A_NAME = frozenset(
    ("link", "comment", "supplier", "manufacturer", "unit", "currency", "country_of_origin",
     "reference_designator", "storage_location", "supplier_part_number", "end_use", "plant", "mrp_element")
)  # fmt: skip
"""What a column holds that never names the part."""


def named_materials(readings: Readings, table: TableView) -> Readings:
    """ "Material" over words names the thing to buy, where no other column does, or only one with its
    specification. Beside a number of the part it does so where nothing else says what each part is and every
    cell says something else: what numbered parts are made of comes again."""
    described = {
        c.column for c in readings if c.field == "description" and c.confidence >= ACCEPTED
    }
    is_only_specified = all("specification" in table.meanings(column) for column in described)
    is_numbered = any(has(readings, name) for name in ("part_number", "mpn"))
    if has(readings, "substance") or not is_only_specified or (is_numbered and described):
        return readings
    if not any(has(readings, name) for name in COUNTED):
        return readings

    def change(candidate: Candidate) -> Candidate:
        look = table.looks[candidate.column]
        is_bare = table.bare[candidate.column] in words_of_kind("material")
        # What alone names anything names the parts, though each stands in several plants or orders.
        comes_again = look.distinct < 0.5 and bool(described)
        is_told_again = is_numbered and (look.distinct < 1 or look.filled < NUMBERED_GOODS)
        if candidate.field != "material" or not is_bare or look.words < 0.5:
            return candidate
        if comes_again or is_told_again:
            return candidate
        why = msg("its heading names the part; the cells say whether by name or by number")
        return replace(candidate, field="description", confidence=NAMED, why=why)

    return change_all(readings, change)


def goods_by_material(readings: Readings, table: TableView) -> Readings:
    """ "Material" names the goods, and the description beside it what they are for, where nearly every
    cell says something else: what parts are made of comes again and again."""
    described = [c for c in readings if c.field == "description" and c.confidence >= ACCEPTED]
    named = {
        c.column
        for c in readings
        if c.field == "material" and _names_goods(table, c.column, [d.column for d in described])
    }
    if not described or not named:
        return readings

    def change(candidate: Candidate) -> Candidate:
        if candidate.column in named and candidate.field == "material":
            why = msg("its heading names the part; the cells say whether by name or by number")
            return replace(candidate, field="description", confidence=0.95, why=why)
        if candidate in described:
            return weaker(candidate, 0.85, msg("another column describes the part"))
        return candidate

    return change_all(readings, change)


def _names_goods(table: TableView, column: int, described: list[int]) -> bool:
    """Whether the cells under a bare "Material" are names of goods beside these descriptions."""
    look = table.looks[column]
    if table.bare[column] not in words_of_kind("material") or look.words < 0.5:
        return False
    fullest = max((table.looks[c].filled for c in described), default=0)
    return look.filled >= max(GOODS, fullest) and look.distinct >= ALL_DIFFERENT


NUMBERED_GOODS = 4
"""Cells, all different, from which "Material" beside numbers of parts and no text names the parts. Own judgement."""
GOODS = 10
"""Cells from which on a list of materials would say one of them again."""
ALL_DIFFERENT = 0.9
"""Share of different cells among names of goods. Both own judgement."""
COUNTED = ("quantity", "unit_price", "annual_quantity", "stock_on_hand", "consumption_monthly")
"""What a list of things to buy or in store says of each."""
NAMED = 0.79
"""Belief in a "Material" that names the part: more than in its specification. Own judgement."""


def counts_of_units(readings: Readings, table: TableView) -> Readings:
    """ "Units" over whole numbers is how many, where no other column says it."""
    if has(readings, "quantity") or has(readings, "annual_quantity"):
        return readings

    def change(candidate: Candidate) -> Candidate:
        look = table.looks[candidate.column]
        is_count = look.whole > 0.8 and not look.lines and look.filled > 1
        if candidate.field != "unit" or table.bare[candidate.column] not in UNITS or not is_count:
            return candidate
        why = msg("by its cells and the columns beside it")
        return replace(candidate, field="quantity", confidence=0.75, why=why)

    return change_all(readings, change)


def price_of_one(readings: Readings, table: TableView) -> Readings:
    """ "Price/unit" over amounts is a price and not how many pieces a price is for."""

    def change(candidate: Candidate) -> Candidate:
        look = table.looks[candidate.column]
        has_fractions = look.numeric > 0.5 and look.whole < 0.8 * look.numeric
        is_amount = has_fractions or look.currency > 0.5
        if candidate.field != "price_unit" or not is_amount:
            return candidate
        return weaker(candidate, 0.5, msg("its heading fits, but its cells do not"))

    return change_all(readings, change)


def shops(readings: Readings, table: TableView) -> Readings:
    """ "Location" over names of shops is where the part is bought; "Magasin" over M1 and M2 is where it
    lies."""
    readings = [
        weaker(c, 0.5, msg("its heading fits, but its cells do not"))
        if c.field == "supplier"
        and "storage_location" in table.meanings(c.column)
        and table.looks[c.column].words < 0.5
        else c
        for c in readings
    ]
    if has(readings, "supplier"):
        return readings
    found = list(readings)
    for column, look in table.looks.items():
        is_place = table.meanings(column) == {"storage_location"} and look.words > 0.5
        if is_place and look.shop >= SHOPS:
            found.append(Candidate(column, "supplier", 0.7, msg("names of shops")))
    return found


NAMES = words_of_kind("bare_name")
"""Headings of the name of whatever stands to their left."""


def names_of_vendors(readings: Readings, table: TableView) -> Readings:
    """ "Name" right of the numbers of vendors names the vendor, where another column names the part, and
    right of a plant it names the plant."""

    def change(candidate: Candidate) -> Candidate:
        column = candidate.column
        look = table.looks.get(column - 1)
        is_beside = bool(table.meanings(column - 1) & {"supplier", "supplier_number"})
        is_number = look is not None and max(look.numeric, look.code) > 0.8
        is_of_plant = "plant" in table.meanings(column - 1) and table.bare[column] in NAMES
        if candidate.field == "supplier" and is_of_plant:
            return weaker(candidate, 0.5, msg("its heading fits, but its cells do not"))
        if candidate.field != "description" or table.bare[column] not in NAMES:
            return candidate
        if _names_partner(readings, table, column):
            why = msg("a name beside the numbers of vendors: the vendor's")
            return replace(candidate, field="supplier", confidence=0.78, why=why)
        if not is_beside or not is_number or not has(readings, "description", besides=column):
            return candidate
        why = msg("a name beside the numbers of vendors: the vendor's")
        return replace(candidate, field="supplier", confidence=0.78, why=why)

    return change_all(readings, change)


def _names_partner(readings: Readings, table: TableView, column: int) -> bool:
    """Whether "Name" right of the number of an order is that of the firm it went to, as NetSuite lists
    its orders: the parts have a number and a text of their own, and firms come again."""
    is_of_order = "order" in table.meanings(column - 1)
    is_numbered = has(readings, "part_number") and not has(readings, "supplier")
    comes_again = table.looks[column].distinct < ALL_DIFFERENT
    return is_of_order and is_numbered and comes_again


SHOPS = 0.3
"""Share of the cells that are well-known shops; the rest may be others. Own judgement."""


KINDS = words_of_kind("kind")
"""Headings of what kind of thing a part is."""
OF_KIND, OF_WIDER_KIND = 0.7, 0.55
"""Belief in the narrowest kind as a description, and in the wider ones that are added to it. Own judgement."""


def kinds(readings: Readings, table: TableView) -> Readings:
    """ "Resistor" and "NPN" under "Type" describe the parts where nothing but their numbers does; where no
    column says their kind, a remark that every line has, another each, does."""
    best = {c.column: c for c in sorted(readings, key=lambda c: c.confidence)}
    taken = {n for n, candidate in best.items() if candidate.confidence >= ACCEPTED}
    said = {best[n].field for n in taken}
    if "description" in said or said.isdisjoint(("mpn", "part_number")) or table.is_headless:
        return readings
    told = [
        n for n, look in table.looks.items()
        if table.bare[n] in KINDS and n not in taken and look.words > 0.5 and look.code < 0.5
    ] or [
        n for n, look in table.looks.items()
        if "comment" in table.meanings(n) and _tells_each(look)
    ]  # fmt: skip
    narrow = max(told, key=lambda n: table.looks[n].distinct, default=-1)
    why = msg("no heading names the part; its cells may")
    return [
        *readings,
        *(
            Candidate(n, "description", OF_KIND if n == narrow else OF_WIDER_KIND, why)
            for n in told
        ),
    ]


def _tells_each(look: Look) -> bool:
    """Whether a remark stands beside nearly every line of several, in words, and is another for each."""
    is_said = look.filled >= FEWEST and look.filling > NEARLY_ALL and look.distinct > NEARLY_ALL
    return is_said and look.words > 0.5 and look.code < 0.5


def doubted_names(readings: Readings, table: TableView) -> Readings:
    """What a heading says to name the parts of a counted list, though the cells are neither words nor usual
    numbers ("330Ω", "GL24"), where no other column names them; or a group that is another for each line of a
    priced list ("Commodity" over "Engines"). It is asked about, not lost."""
    is_counted = any(has(readings, name) for name in COUNTED_THINGS)
    if not is_counted or any(has(readings, name) for name in IDENTITY) or table.is_headless:
        return readings
    doubted = [
        c for c in readings
        if c.field in IDENTITY and c.confidence >= DOUBTED and _may_be_named(table.looks[c.column])
    ] or [
        replace(c, field="description") for c in readings
        if c.field == "material_group" and all(has(readings, name) for name in BOUGHT)
        and _may_be_named(table.looks[c.column]) and table.looks[c.column].distinct >= ALL_DIFFERENT
    ]  # fmt: skip
    if not doubted:
        return readings
    best = max(doubted, key=lambda c: (c.confidence, -c.column))
    why = msg("its heading names the part; the cells say whether by name or by number")
    others = [c for c in readings if c.column != best.column or c.confidence < ACCEPTED]
    return [*others, replace(best, confidence=ASKED_NAME, why=why)]


def lettered_records(readings: Readings, table: TableView) -> Readings:
    """ "ID interno" is a program's number of its record, but with letters in it, M-100, the firm's own number of
    the part where no other column numbers the parts. It is asked about."""
    if table.is_headless or any(has(readings, name) for name in ("part_number", "mpn")):
        return readings
    found = [
        n for n, k in table.looks.items()
        if k.filled > 1 and min(k.code, k.lettered, k.distinct) > NEARLY_ALL and not k.lines
        and "other" in table.meanings(n) and {"own", "number"} <= kinds_in(table.headings[n])
    ]  # fmt: skip
    if len(found) != 1:
        return readings
    why = msg("its heading names the part; the cells say whether by name or by number")
    kept = [c for c in readings if c.column != found[0]]
    return [*kept, Candidate(found[0], "part_number", ASKED_NAME, why)]


BOUGHT = ("unit_price", "lead_time_days")
"""What is said of things to buy, and of no group in a summary. Own judgement."""
COUNTED_THINGS = ("quantity", "annual_quantity", "stock_on_hand")
DOUBTED, ASKED_NAME = 0.25, 0.62
"""Belief in a heading that its cells have brought down, and in it where nothing else names the parts. Own
judgement."""


def _may_be_named(look: Look) -> bool:
    """Cells that tell the lines of a list apart and say what they are by more than a figure."""
    is_other = look.lines or look.nested or max(look.link, look.unit, look.currency, look.day) > 0.5
    return look.filled > 1 and look.distinct > 0.3 and look.lettered > 0.5 and not is_other


def names(readings: Readings, table: TableView) -> Readings:
    """The leftmost column of words, or else of codes, where no column names the parts; rather one that says
    of each part another thing, in several words: users and ways of packing come again. One row alone may say
    anything, unless it is counted and priced."""
    if any(has(readings, name) for name in IDENTITY) or table.is_headless:
        return readings
    is_bought = has(readings, "quantity") and has(readings, "unit_price")
    for field, fits in (("description", _is_text), ("part_number", _is_number)):
        for column, look in sorted(table.looks.items(), key=lambda item: says_little(item[1])):
            is_other = bool(table.meanings(column) & NOT_A_NAME)
            is_other |= not table.headings[column] and look.filling < 0.5  # names of sections
            is_other |= field == "part_number" and names_any(table.headings[column], "papers")
            taken = any(c.column == column and c.confidence >= ACCEPTED for c in readings)
            fewest = 1 if is_bought and field == "description" else 2
            if not is_other and not taken and look.filled >= fewest and fits(look):
                why = msg("no heading names the part; its cells may")
                return [*readings, Candidate(column, field, 0.65, why)]
    return readings


def amounts_without_headings(readings: Readings, table: TableView) -> Readings:
    """In a list without headings whole numbers beside units count the parts, rather those in front of the
    unit, as do the only numbers beside names. The only amounts with a currency, in the cell or beside it, are
    prices. Other bare numbers may be anything. All are asked about."""
    if not table.is_headless:
        return readings
    found = [*readings, *_numbers_of_lines(readings, table)]
    taken = {c.column for c in found if c.confidence >= ACCEPTED}
    by_field = {c.field: c.column for c in found if c.confidence >= ACCEPTED}
    unit, currency = by_field.get("unit"), by_field.get("currency")
    fewest = min(FEWEST, max((look.filled for look in table.looks.values()), default=0))
    free = {n: k for n, k in table.looks.items() if n not in taken and k.filled >= fewest}
    counts = [
        n
        for n, look in free.items()
        if _is_count(look) and unit in (n - 1, n + 1) and unit is not None
    ]
    if len(counts) > 1:
        counts = [n for n in counts if n + 1 == unit]
    if not counts and len(table.looks) == 2:
        counts = [n for n, look in free.items() if _is_count(look)]
    if not counts:
        counts = [n for n, k in free.items() if _is_count(k) and k.counted > NEARLY_ALL]
    prices = [n for n, look in free.items() if look.currency > 0.8 and look.numeric > 0.8]
    if not prices and currency is not None:
        beside = (currency - 1, currency + 1)
        prices = [n for n, k in free.items() if n in beside and n not in counts and k.numeric > 0.8]
    for field, columns in (("quantity", counts), ("unit_price", prices)):
        if len(columns) == 1 and not has(found, field):
            found.append(Candidate(columns[0], field, 0.62, _WITHOUT))
    return found


def _numbers_of_lines(readings: Readings, table: TableView) -> Readings:
    """PR-01, PR-02 and A100, A104: numbers of records and places on a board under a heading, but without one
    those of the parts where no other column numbers them."""
    if len(table.looks) == 1 and not any(has(readings, name) for name in IDENTITY):
        return [
            Candidate(n, "description", 0.65, _WITHOUT)
            for n, k in table.looks.items()
            if k.words > 0.5
        ]
    if any(has(readings, name) for name in ("part_number", "mpn")):
        return []
    keys = [
        n for n, k in table.looks.items()
        if k.code > NEARLY_ALL and k.distinct > NEARLY_ALL and not k.numeric
        and (k.keys or k.designator > NEARLY_ALL)
    ]  # fmt: skip
    return [Candidate(keys[0], "part_number", 0.6, _WITHOUT)] if len(keys) == 1 else []


NEARLY_ALL = 0.9
_WITHOUT = msg("its heading is not known, but its cells fit")


def _is_count(look: Look) -> bool:
    is_other = look.lines or max(look.tariff, look.cas, look.currency, look.day) > 0.5
    return look.whole > 0.95 and look.filling > 0.7 and not is_other


def _is_text(look: Look) -> bool:
    is_other = max(look.link, look.country, look.unit, look.designator) >= 0.5 or look.lines
    return look.words > 0.5 and look.distinct > 0.3 and look.numeric < 0.2 and not is_other


def _is_number(look: Look) -> bool:
    is_other = max(look.link, look.designator, look.day) >= 0.5 or look.lines
    return look.code > 0.7 and look.distinct > 0.7 and look.numeric < 0.9 and not is_other
