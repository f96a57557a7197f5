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
    sites_and_countries,
    spans_together,
    system_headings,
    twin_columns,
    unknown_headings,
    vague_columns,
    whole_times,
    whose_number,
)
from desktop_app.intake.candidates import ACCEPTED, Candidate, weaker
from desktop_app.intake.headings import HeadingBook
from desktop_app.intake.looks import Look
from desktop_app.intake.readings import Readings, TableView, change_all, has
from desktop_app.intake.vague_columns import REFERRED
from desktop_app.intake.vague_headings import (
    LINE_HEADINGS,
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
        # 1, 8, 3, 1 under "Number" are counts, where nothing else counts.
        repeats &= candidate.field != "quantity" or has(
            readings, "quantity", besides=candidate.column
        )
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


def _named_lines(readings: Readings, table: TableView) -> Readings:
    """The same once more, where only the cells said what names the parts, and it names each that has a number."""
    named = [c.column for c in readings if c.field == "description" and c.confidence >= ACCEPTED]
    told = max((table.looks[n].filled for n in named), default=0)
    numbers = [c.column for c in readings if c.field == "part_number" and c.confidence >= ACCEPTED]
    is_named = all(table.looks[n].filled <= told for n in numbers)
    return _line_numbers(readings, table) if is_named else readings


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


MATERIALS = words_of_kind("material_or_number")
"""What SAP calls the number of a part, and others what it is made of."""
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


HARDLY = 0.2
"""Share of cells with words, up to which a column describes nothing. Own judgement."""


_RULES: tuple[Callable[[Readings, TableView], Readings], ...] = (
    doubted_readings.words_of_another_language, headings_in_context.homebound,
    headings_in_context.depths_of_things, headings_in_context.postal_codes, pieces_of_prices.pieces_of_prices,
    doubted_readings.units_of_time, doubted_readings.stock_in_days, spans_together.months_together,
    spans_together.parts_of_a_year,
    whose_number.customs_or_goods, doubted_readings.drawings, headings_in_context.texts_of_columns,
    doubted_readings.numbers_of_records, doubted_readings.organisations,
    doubted_readings.asked_before_needed, last_resorts.names_of_vendors, whose_number.sellers, _line_numbers,
    _tree_places, _sap_material, headings_in_context.texts_with_keys, vague_columns.types,
    hand_kept_lists.names_of_places,
    hand_kept_lists.kinds_on_boards, vague_columns.vague_things, amounts.stored, amounts.gross, amounts.values_of_lines,
    _asides, vague_columns.coded_names, vague_columns.vague_numbers,
    hand_kept_lists.things_of_two_words, hand_kept_lists.values_of_boards,
    hand_kept_lists.stock_numbers_of_shops, hand_kept_lists.prices_with_a_stroke,
    hand_kept_lists.amounts_of_assemblies, hand_kept_lists.one_number_for_all,
    vague_columns.less_plain, twin_columns.names_under_numbers, whose_number.designators, whose_number.models,
    whose_number.types_of_makers,
    whose_number.numbers_of_buyer, twin_columns.own_number_first, vague_columns.beside_maker,
    twin_columns.described_on_the_left, twin_columns.amounts_of_products, sites_and_countries.sites,
    planning_columns.provinces, planning_columns.sites_of_suppliers, planning_columns.numbers_of_papers,
    planning_columns.counted_before_booked, planning_columns.names_of_vendors, planning_columns.delivered,
    sites_and_countries.countries, amounts.price_units, pieces_of_prices.bases_of_prices,
    pieces_of_prices.unnamed_price_units,
    pieces_of_prices.prices_at_so_many, pieces_of_prices.coded_pieces, amounts.prices, amounts.taxed, amounts.costs,
    paid_prices.planned_prices, amounts.priced_amounts,
    amounts.substance_masses, amounts.materials_of_parts, amounts.amounts, last_resorts.price_of_one,
    last_resorts.counts_of_units, last_resorts.shops, last_resorts.named_materials,
    last_resorts.goods_by_material, unknown_headings.by_cells,
    last_resorts.lettered_records, last_resorts.doubted_names, last_resorts.kinds, last_resorts.names,
    _named_lines,
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
    headings_in_context.numbers_of_records, system_headings.told_by_system, twin_columns.fuller_names,
    twin_columns.names_of_coded_firms,
    whole_times.stages_of_times,
)  # fmt: skip
