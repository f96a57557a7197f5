"""Headings that do not say whether a name or a number stands below them, and whose number it is."""

from dataclasses import replace

from desktop_app.intake import last_resorts
from desktop_app.intake.candidates import ACCEPTED, Candidate, weaker
from desktop_app.intake.planned_lists import bare, names_any, words_of
from desktop_app.intake.readings import Readings, TableView, change_all, has
from desktop_app.intake.vague_headings import (
    LINE_HEADINGS,
    VAGUE_NUMBERS,
    VAGUE_THINGS,
    words_of_kind,
)
from desktop_app.model.findings import msg

PLACED = msg("places on a circuit board, such as C12")
REFERRED = 4
"""Numbers from which 1, 2, 3 under a heading of numbers are those of lines. Own judgement."""


def coded_names(readings: Readings, table: TableView) -> Readings:
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


def vague_numbers(readings: Readings, table: TableView) -> Readings:
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


def types(readings: Readings, table: TableView) -> Readings:
    """ "规格型号" is a maker's type where codes stand in it, and a specification elsewhere."""

    def change(candidate: Candidate) -> Candidate:
        if candidate.field != "mpn" or "specification" not in table.meanings(candidate.column):
            return candidate
        look = table.looks[candidate.column]
        why = msg("codes: the maker's part number") if look.code >= 0.6 else msg("a specification")
        return weaker(candidate, 0.78 if look.code >= 0.6 else 0.5, why)

    return change_all(readings, change)


def vague_things(readings: Readings, table: TableView) -> Readings:
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


SOME = 0.3
"""Share of the cells with a figure in them, from which they may number parts: product codes such as MTR
and MAG name kinds. Own judgement."""
PLAIN = 0.85
"""A heading believed this much says whose number it is. Own judgement."""


def less_plain(readings: Readings, table: TableView) -> Readings:
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


def beside_maker(readings: Readings, table: TableView) -> Readings:
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
