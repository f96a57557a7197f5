"""Headings that mean different things in different company, and columns whose heading says nothing.

Each rule looks at all readings of a table and changes those it can judge. None is sure: what is
decided here stays below 0.8, so that a person is asked to look, unless the cells prove it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from desktop_app.intake import (
    amounts,
    doubted_readings,
    hand_kept_lists,
    headings_in_context,
    last_resorts,
    lists_of_stock,
    money_of_amounts,
    paid_prices,
    pieces_of_prices,
    planning_columns,
    promised_days,
    twin_columns,
    unknown_headings,
    whole_times,
    whose_number,
)
from desktop_app.intake.candidates import ACCEPTED, Candidate, weaker
from desktop_app.intake.headings import HeadingBook
from desktop_app.intake.looks import Look
from desktop_app.intake.planned_lists import bare, names_any, words_of
from desktop_app.intake.readings import Readings, TableView, change_all, has
from desktop_app.intake.vague_headings import (
    LINE_HEADINGS,
    VAGUE_COUNTRIES,
    VAGUE_NUMBERS,
    VAGUE_THINGS,
    words_of_kind,
)
from desktop_app.model.findings import msg


def judge(
    readings: Readings, headings: Sequence[str], looks: Mapping[int, Look], book: HeadingBook
) -> Readings:
    """All readings after all rules, in their order."""
    table = TableView(headings, looks, book)
    for rule in _RULES:
        readings = rule(readings, table)
    return readings


def _line_numbers(readings: Readings, table: TableView) -> Readings:
    """1, 2, 3 under "Item" or "Pos." number the lines."""

    def change(candidate: Candidate) -> Candidate:
        is_number = candidate.field in (
            "part_number", "reference_designator", "mpn", "description", "quantity",
        )  # fmt: skip
        look = table.looks[candidate.column]
        # Lists of many orders say the line of each again and again: 10, 10, 20, 10.
        repeats = look.whole > 0.95 and look.distinct <= REPEATED and look.filled > 1
        has_other = has(readings, "part_number", besides=candidate.column)
        has_other |= has(readings, "material", besides=candidate.column) and look.tens
        names = has(readings, "mpn") or has(readings, "description", besides=candidate.column)
        is_listed = (repeats or look.tens or look.mixed) and has_other
        counts = look.lines or is_listed or (look.rising and (has_other or names))
        is_line = table.bare[candidate.column] in LINE_HEADINGS
        # 1, 2, 3 are numbers of lines under any heading where another column numbers the parts.
        is_line |= look.lines and look.filled > 1 and candidate.field == "part_number" and has_other
        # So are they under "Ref", where another column says what the part is.
        is_referred = candidate.field == "part_number" and look.filled > REFERRED
        is_line |= look.lines and is_referred and (names or has(readings, "material"))
        if is_number and counts and is_line:
            return weaker(candidate, 0.3, msg("these are the numbers of the lines"))
        return candidate

    return change_all(readings, change)


def _tree_places(readings: Readings, table: TableView) -> Readings:
    """1, 1.1, 1.1.1 under "Item no." say where in the tree of the product a part stands."""

    def change(candidate: Candidate) -> Candidate:
        is_number = candidate.field in ("part_number", "reference_designator", "mpn")
        is_place = table.looks[candidate.column].tree
        if not is_number or not is_place or table.bare[candidate.column] not in LINE_HEADINGS:
            return candidate
        why = msg("places in the tree of the product, such as 1.2.1")
        if has(readings, "bom_level"):
            return weaker(candidate, 0.3, why)
        return replace(candidate, field="bom_level", confidence=0.78, why=why)

    return change_all(readings, change)


def _sap_material(readings: Readings, table: TableView) -> Readings:
    """SAP's "Material" beside a short text is the part number, not what the part is made of."""
    readings = list(readings)
    for position, candidate in enumerate(readings):
        bare = table.bare[candidate.column]
        if bare not in MATERIALS:
            continue
        look = table.looks[candidate.column]
        told = max((table.looks[c.column].filled for c in readings if c.field == "description"),
                   default=0)  # fmt: skip
        like_numbers = (look.words < 0.5 or look.code > 0.6) and look.filled >= NUMBERED * told
        like_numbers &= look.steel < STEELS
        has_other = has(readings, "part_number", besides=candidate.column)
        described = has(readings, "description", besides=candidate.column)
        if candidate.field == "part_number" and (has_other or not like_numbers) and look.filled:
            why = msg("words, or beside another part number: what the part is made of")
            readings[position] = replace(candidate, field="material", confidence=0.75, why=why)
        elif candidate.field == "material" and like_numbers and described and not has_other:
            why = msg("numbers beside a description: the part number of the ERP system")
            readings[position] = replace(candidate, field="part_number", confidence=0.9, why=why)
    return readings


PLACED = msg("places on a circuit board, such as C12")
MATERIALS = words_of_kind("material_or_number")
"""What SAP calls the number of a part, and others what it is made of."""
REFERRED = 4
"""Numbers from which 1, 2, 3 under a heading of numbers are those of lines. Own judgement."""
REPEATED = 0.5
"""Share of different cells among the numbers of lines, where another column numbers the parts; of part
numbers, nearly all differ. Own judgement."""
STEELS = 0.3
"""Share of numbers of materials such as 1.2312, from which a column says of what parts are made. Own
judgement."""
NUMBERED = 0.8
"""Share of the described parts that a system gives a number; what they are made of, a list may say of
fewer. Own judgement."""


def _asides(readings: Readings, table: TableView) -> Readings:
    """ "Comment" is the value of the part in some exports, and a mere remark beside a description; a "Title"
    of words beside codes under "Name" is the description."""
    looks = table.looks
    described = {
        c.column for c in readings if c.field == "description" and c.confidence >= ACCEPTED
    }
    asides = described & table.aside
    named = {n for n in described - asides if not (looks[n].filled and looks[n].words <= HARDLY)}
    # Of a value and a comment the fuller one describes, where nothing else does.
    fullest = max(sorted(asides), key=lambda n: looks[n].filled, default=-1)
    is_told = fullest >= 0 and (described == asides or looks[fullest].words > HARDLY)
    is_told = is_told and not named and not hand_kept_lists.sums_up(readings, table, fullest)
    told = {fullest} if is_told else set()

    def change(candidate: Candidate) -> Candidate:
        is_aside = candidate.field == "description" and candidate.column in table.aside
        if is_aside and candidate.column not in told:
            return weaker(candidate, 0.55, msg("another column describes the part"))
        if is_aside:
            return weaker(candidate, 0.75, msg("no other column describes the part"))
        return candidate

    return change_all(readings, change)


def _coded_names(readings: Readings, table: TableView) -> Readings:
    """A "name" that looks like a code beside a column of words is the maker's number."""
    wordy = [
        c.column for c in readings
        if c.field == "description" and c.confidence >= ACCEPTED
        and table.looks[c.column].words > 0.6 and table.looks[c.column].code < 0.5
    ]  # fmt: skip

    numbered = {c.column for c in readings if c.field == "part_number" and c.confidence >= ACCEPTED}

    def change(candidate: Candidate) -> Candidate:
        look = table.looks[candidate.column]
        others = [column for column in wordy if column != candidate.column]
        is_name = "description" in table.meanings(candidate.column)
        if not is_name or candidate.column in table.aside:
            return candidate
        counts = look.lines or look.tens  # two items of orders, "00010" and "00010", are no codes
        counts |= look.numeric > 0.8 and look.whole < 0.8 * look.numeric  # nor are amounts of money
        if candidate.field != "description" or look.code < 0.6 or counts or not others:
            return candidate
        # NetSuite calls the number of an item its name, and its name the display name.
        titled = words_of("display_name").intersection(map(bare, table.bare.values()))
        is_item = table.bare[candidate.column] in last_resorts.NAMES and bool(titled)
        is_thing = table.bare[candidate.column] in VAGUE_THINGS
        if has(readings, "mpn") or is_item or is_thing:
            if not has(readings, "part_number"):
                why = msg("codes beside a description and the maker's number: the part number")
                return replace(candidate, field="part_number", confidence=0.75, why=why)
            return weaker(candidate, 0.55, msg("codes; another column describes the part"))
        if candidate.column in numbered:
            return weaker(candidate, 0.55, msg("codes; another column describes the part"))
        why = msg("codes beside a description: the maker's part number")
        return replace(candidate, field="mpn", confidence=0.75, why=why)

    return change_all(readings, change)


def _vague_numbers(readings: Readings, table: TableView) -> Readings:
    """ "Code" and "Reference" do not say whose number; VC200 of a list of prices is of no board."""

    def change(candidate: Candidate) -> Candidate:
        look, bare = table.looks[candidate.column], table.bare[candidate.column]
        if candidate.field == "reference_designator" and look.filled:
            if look.designator < 0.1 and look.distinct > 0.5 and look.filled > REFERRED:
                candidate = weaker(
                    candidate, 0.5, msg("its heading names places on a board, but it holds none")
                )
            if look.designator >= 0.4 or look.code < 0.5:
                return candidate
            if names_any(table.headings[candidate.column], "papers"):
                return weaker(candidate, 0.3, msg("its heading fits, but its cells do not"))
            return replace(
                candidate, field="part_number", confidence=0.7, why=msg("numbers, no places")
            )
        if candidate.field != "part_number" or bare not in VAGUE_NUMBERS:
            return candidate
        only_priced = has(readings, "unit_price") and not has(readings, "quantity")
        if look.designator >= 0.6 and not only_priced and not has(readings, "bom_level"):
            return replace(candidate, field="reference_designator", confidence=0.75, why=PLACED)
        is_believed = candidate.confidence >= ACCEPTED  # or the lines of the list are only counted
        if table.is_hand_made and is_believed and not has(readings, "mpn"):
            why = msg("a number in a list with links to shops: the maker's")
            return replace(candidate, field="mpn", confidence=0.75, why=why)
        return weaker(candidate, 0.75, msg("its heading does not say whose number it is"))

    return change_all(readings, change)


def _types(readings: Readings, table: TableView) -> Readings:
    """ "规格型号" is a maker's type where codes stand in it, and a specification elsewhere."""

    def change(candidate: Candidate) -> Candidate:
        if candidate.field != "mpn" or "specification" not in table.meanings(candidate.column):
            return candidate
        look = table.looks[candidate.column]
        why = msg("codes: the maker's part number") if look.code >= 0.6 else msg("a specification")
        return weaker(candidate, 0.78 if look.code >= 0.6 else 0.5, why)

    return change_all(readings, change)


def _vague_things(readings: Readings, table: TableView) -> Readings:
    """Under "Part" and "Article" may stand the name or the number."""

    def change(candidate: Candidate) -> Candidate:
        look = table.looks[candidate.column]
        if table.bare[candidate.column] not in VAGUE_THINGS or not look.filled:
            return candidate
        if look.designator >= 0.8 and has(readings, "description", besides=candidate.column):
            return replace(candidate, field="reference_designator", confidence=0.75, why=PLACED)
        # "0.1uF" and "DRV8302" of places on a board are the values of its parts.
        others = has(readings, "description", besides=candidate.column)
        is_value = has(readings, "reference_designator") and not others
        is_name = (look.words > 0.6 and look.code < 0.6) or is_value
        why = msg("its heading names the part; the cells say whether by name or by number")
        fits = candidate.field == ("description" if is_name else "part_number")
        is_told = any(c.column == candidate.column and c.field == "description" for c in readings)
        if is_name and not (fits or is_told or others) and candidate.field == "part_number":
            return replace(candidate, field="description", confidence=0.78, why=why)
        return weaker(candidate, 0.78 if fits else 0.5, why)

    return change_all(readings, change)


HARDLY = 0.2
"""Share of cells with words, up to which a column describes nothing. Own judgement."""
SOME = 0.3
"""Share of the cells with a figure in them, from which they may number parts: product codes such as MTR
and MAG name kinds. Own judgement."""
PLAIN = 0.85
"""A heading believed this much says whose number it is. Own judgement."""


def _less_plain(readings: Readings, table: TableView) -> Readings:
    """ "Item" is no part number beside a column that is called so."""
    plain = {
        c.column
        for c in readings
        if c.field == "part_number"
        and c.confidence >= PLAIN
        and max(table.looks[c.column].code, table.looks[c.column].numeric) >= SOME
        and table.bare[c.column] not in VAGUE_THINGS | VAGUE_NUMBERS | LINE_HEADINGS
    }

    def change(candidate: Candidate) -> Candidate:
        is_vague = table.bare[candidate.column] in VAGUE_THINGS | LINE_HEADINGS
        if candidate.field != "part_number" or not is_vague or not plain - {candidate.column}:
            return candidate
        return weaker(candidate, 0.5, msg("another column was taken for this; not used"))

    return change_all(readings, change)


def _beside_maker(readings: Readings, table: TableView) -> Readings:
    """A plain "part number" right beside the manufacturer is the manufacturer's, if none else is."""
    makers = {c.column for c in readings if c.field == "manufacturer" and c.confidence >= ACCEPTED}
    columns = {c.column for c in readings if c.field == "part_number"}
    own = {
        n for n in columns
        if not words_of("ours").isdisjoint(table.bare[n].split()) or table.bare[n] in OF_STOCK_KEEPING
    }  # fmt: skip

    def change(candidate: Candidate) -> Candidate:
        is_beside = candidate.column - 1 in makers and candidate.column > 1
        # Left of the maker it is the maker's only where the buyer's own number stands beside it.
        is_beside |= candidate.column + 1 in makers and candidate.column - 1 in own
        is_beside &= candidate.column not in own
        if candidate.field != "part_number" or not is_beside or has(readings, "mpn"):
            return candidate
        why = msg("a part number beside the manufacturer: the manufacturer's")
        return replace(candidate, field="mpn", confidence=0.85 if len(columns) > 1 else 0.78,
                       why=why)  # fmt: skip

    return change_all(readings, change)


OF_STOCK_KEEPING = words_of_kind("number_of_stock_keeping")
"""Headings of the numbers under which a firm keeps its materials, whoever makes them."""


def _sites(readings: Readings, table: TableView) -> Readings:
    """ "Site" is a plant in an ERP system and a shop in a list with links."""

    def change(candidate: Candidate) -> Candidate:
        if table.bare[candidate.column] != "site":
            return candidate
        has_other = has(readings, "supplier", besides=candidate.column)
        is_shop = table.is_hand_made and not has_other
        if candidate.field == ("supplier" if is_shop else "plant"):
            return weaker(
                candidate, 0.75, msg("a site: the shop in a list with links, else a plant")
            )
        return weaker(candidate, 0.5, msg("a site: the shop in a list with links, else a plant"))

    return change_all(readings, change)


def _countries(readings: Readings, table: TableView) -> Readings:
    """ "Land" beside a supplier is the supplier's, in a list of parts it is the origin."""
    found = list(readings)
    for column, look in table.looks.items():
        if table.bare[column] not in VAGUE_COUNTRIES or look.country < 0.5:
            continue
        found = [c for c in found if c.column != column]
        left = column - 1  # of "Supplier, City, Country" all three are the supplier's
        while left > column - ADDRESS and bare(table.bare.get(left, "")) in words_of("address"):
            left -= 1
        if table.meanings(left) & {"supplier", "supplier_number", "supplier_country"}:
            why = msg("a country beside the supplier: the supplier's")
            found.append(Candidate(column, "supplier_country", 0.75, why))
        elif not has(found, "country_of_origin"):
            why = msg("a country in a list of parts; its heading does not say which")
            found.append(Candidate(column, "country_of_origin", 0.65, why))
    return found


ADDRESS = 6
"""Columns between the name of a firm and the country of its address, at most. Own judgement."""


_RULES: tuple[Callable[[Readings, TableView], Readings], ...] = (
    doubted_readings.words_of_another_language, headings_in_context.homebound,
    headings_in_context.depths_of_things, headings_in_context.postal_codes, pieces_of_prices.pieces_of_prices,
    doubted_readings.units_of_time, doubted_readings.stock_in_days, doubted_readings.months_together,
    whose_number.customs_or_goods, doubted_readings.drawings, headings_in_context.texts_of_columns,
    doubted_readings.numbers_of_records, doubted_readings.organisations,
    doubted_readings.asked_before_needed, last_resorts.names_of_vendors, whose_number.sellers, _line_numbers,
    _tree_places, _sap_material, headings_in_context.texts_with_keys, _types, hand_kept_lists.names_of_places,
    hand_kept_lists.kinds_on_boards, _vague_things, amounts.stored, amounts.gross, amounts.values_of_lines,
    _asides, _coded_names, _vague_numbers,
    hand_kept_lists.things_of_two_words, hand_kept_lists.values_of_boards,
    hand_kept_lists.stock_numbers_of_shops, hand_kept_lists.prices_with_a_stroke,
    hand_kept_lists.amounts_of_assemblies, hand_kept_lists.one_number_for_all,
    _less_plain, twin_columns.names_under_numbers, whose_number.designators, whose_number.models,
    whose_number.numbers_of_buyer, twin_columns.own_number_first, _beside_maker,
    twin_columns.described_on_the_left, twin_columns.amounts_of_products, _sites,
    planning_columns.provinces, planning_columns.sites_of_suppliers, planning_columns.numbers_of_papers,
    planning_columns.counted_before_booked, planning_columns.names_of_vendors, planning_columns.delivered,
    _countries, amounts.price_units, pieces_of_prices.bases_of_prices, pieces_of_prices.unnamed_price_units,
    pieces_of_prices.prices_at_so_many, pieces_of_prices.coded_pieces, amounts.prices, amounts.taxed, amounts.costs,
    paid_prices.planned_prices, amounts.priced_amounts,
    amounts.substance_masses, amounts.amounts, last_resorts.price_of_one,
    last_resorts.counts_of_units, last_resorts.shops, last_resorts.named_materials,
    last_resorts.goods_by_material, unknown_headings.by_cells,
    last_resorts.lettered_records, last_resorts.doubted_names, last_resorts.kinds, last_resorts.names,
    hand_kept_lists.kinds_as_names, last_resorts.amounts_without_headings, twin_columns.own_items,
    planning_columns.lines_of_records, planning_columns.usage_by_period, planning_columns.needed_on_days,
    planning_columns.parts_below_products, planning_columns.names_before_codes, planning_columns.numbers_of_suppliers,
    hand_kept_lists.orders_with_days, hand_kept_lists.counted_beside_use, doubted_readings.unknown_numbers,
    doubted_readings.kinds_of_goods, doubted_readings.codes_of_things, doubted_readings.same_in_all_rows,
    doubted_readings.other_levels, doubted_readings.places_that_come_again, lists_of_stock.other_stocks,
    lists_of_stock.stores, lists_of_stock.still_to_come, lists_of_stock.actual_stock, lists_of_stock.running_stock,
    money_of_amounts.money_of_amounts, headings_in_context.numbers_of_orders, headings_in_context.sold_beside_bought,
    headings_in_context.left_over, headings_in_context.not_there, promised_days.promised,
    doubted_readings.ordered_beside_stock, lists_of_stock.lot_sizes, lists_of_stock.values_of_stock,
    headings_in_context.money_of_one_or_all, headings_in_context.money_of_so_many, lists_of_stock.of_distributors,
    headings_in_context.own_numbers, headings_in_context.codes_of_catalogues, headings_in_context.planned_beside_stock,
    headings_in_context.groups_by_customs, headings_in_context.units_of_prices,
    headings_in_context.numbers_of_records, twin_columns.fuller_names, whole_times.stages_of_times,
)  # fmt: skip
