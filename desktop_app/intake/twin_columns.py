"""Two columns under one heading, or two that may number the parts: which of them says what."""

from collections import defaultdict
from dataclasses import replace
from functools import cache

from desktop_app.intake.candidates import ACCEPTED, Candidate, weaker
from desktop_app.intake.heading_text import is_of_others
from desktop_app.intake.heads_of_headings import names_of_others, words_about
from desktop_app.intake.looks import Look
from desktop_app.intake.planned_lists import bare, names_any, words_of
from desktop_app.intake.readings import Readings, TableView, change_all, doubted, has
from desktop_app.intake.tables import IDENTITY
from desktop_app.intake.vague_headings import LINE_HEADINGS, VAGUE_NUMBERS, VAGUE_THINGS
from desktop_app.model.findings import msg

OF_ANOTHER = 0.3
"""Belief in a text that describes what the column left of it names; too little to be read beside the
description of the part. Own judgement."""
TOLD, BESIDE = 0.79, 0.5
NEARLY_ALL = 0.9
"""Share of different, filled cells of a column that numbers the parts. Own judgement."""
MOST_WORDS, FEWEST_NAMES = 0.7, 3
"""Share of cells in words from which a lone column of numbers holds names, and cells at least. Own judgement."""
_OTHER = msg("another column was taken for this; not used")


def described_on_the_left(readings: Readings, table: TableView) -> Readings:
    """ "Group | Description | Part code | Description": of several columns under one heading the one right of
    the part number describes the part, the others the groups and firms on their left."""
    told = defaultdict(set)
    for candidate in readings:
        if candidate.field == "description" and candidate.confidence >= ACCEPTED:
            told[table.bare[candidate.column]].add(candidate.column)
    numbers = {
        c.column for c in readings
        if c.field in ("part_number", "mpn") and c.confidence >= ACCEPTED
    }  # fmt: skip
    for columns in told.values():
        own = {n for n in columns if n - 1 in numbers}
        if len(columns) > 1 and len(own) == 1:
            why = msg("another column describes the part")
            readings = doubted(readings, "description", columns - own, OF_ANOTHER, why)
    return readings


def amounts_of_products(readings: Readings, table: TableView) -> Readings:
    """ "Assembly | Qty | Unit | Component | Qty | Unit": what stands between a product and its part under a
    heading that stands again behind the part, is said of the product."""
    products = [n for n in table.bare if bare(table.bare[n]) in words_of("parents")]
    names = {c.column for c in readings if c.field in IDENTITY and c.confidence >= ACCEPTED}
    last = max(table.bare, default=0)
    own = {
        between
        for product in products
        for part in names - {*products}
        for between in range(product + 1, part)
        if table.bare.get(between)
        and table.bare[between] in [table.bare.get(n) for n in range(part + 1, last + 1)]
    }
    return [weaker(c, BESIDE / 2, _OTHER) if c.column in own else c for c in readings]


def names_under_numbers(readings: Readings, table: TableView) -> Readings:
    """ "PART NUMBER" over "CIM motor" and "Magnet 31" is the name of the part, as drawing programs call it,
    where nothing else describes it: beside numbers of the shop that not all parts have, or alone in a list of
    counts, with nothing below "DESCRIPTION"."""
    described = {
        c.column for c in readings
        if c.field in ("description", "material") and c.confidence >= ACCEPTED
    }  # fmt: skip
    empty = {n for n in described if not table.looks[n].filled}
    if described - empty:
        return readings
    numbers = {c.column for c in readings if c.field == "part_number" and c.confidence >= ACCEPTED}
    worded = [n for n in numbers if _are_names(table.looks[n], alone=len(numbers) == 1)]
    fullest = max((table.looks[n].filling for n in numbers), default=0.0)
    is_known = len(numbers) == 2 or (len(numbers) == 1 and has(readings, "quantity"))
    if not is_known or len(worded) != 1 or table.looks[worded[0]].filling < fullest:
        return readings
    why = msg("its heading names the part; the cells say whether by name or by number")
    return [
        replace(c, field="description", confidence=0.78, why=why)
        if c.column == worded[0] and c.field == "part_number"
        else weaker(c, BESIDE, _OTHER)
        if c.column in empty and c.field == "description"
        else c
        for c in readings
    ]


def _are_names(look: Look, *, alone: bool) -> bool:
    """Whether the cells of a column of part numbers are names; nearly all of several if it stands alone, and
    none with its number in brackets."""
    if alone:
        is_worded = look.words >= MOST_WORDS and look.code <= 1 - MOST_WORDS
        return is_worded and look.filled >= FEWEST_NAMES and not look.keyed
    return look.words >= SOME_WORDS and look.code < 0.7


def names_of_coded_firms(readings: Readings, table: TableView) -> Readings:
    """ "Bezeichnung Lieferant" right of "Lieferant" over LF-0031 names the firm, where another column says what
    the part is and no firm has two such texts."""
    looks, taken = table.looks, {c.column for c in readings if c.confidence >= ACCEPTED}
    if not has(readings, "description"):
        return readings
    for firm in [c for c in readings if c.field == "supplier" and c.confidence >= ACCEPTED]:
        beside, own = firm.column + 1, table.bare[firm.column]
        if looks[firm.column].code < NEARLY_ALL or beside not in looks or beside in taken:
            continue
        rest = set(table.bare[beside].split()) - set(own.split())
        is_text = looks[beside].code < SOME_WORDS and looks[beside].numeric < SOME_WORDS
        is_same = looks[beside].distinct <= looks[firm.column].distinct
        is_of_firm = bare(own) in bare(table.headings[beside]) and rest <= _words_for_names()
        if rest and is_text and is_same and is_of_firm:
            kept = doubted(readings, "supplier", {firm.column}, BESIDE, _OTHER)
            return [*kept, Candidate(beside, "supplier", TOLD, _OF_FIRM, firm.languages)]
    return readings


_OF_FIRM = msg("by its cells and the columns beside it")


def fuller_names(readings: Readings, table: TableView) -> Readings:
    """Beside a "Full Name" that most rows lack, words under another heading of names say what the part is:
    "Name in documentation"."""
    told = [c for c in readings if c.field == "description" and c.confidence >= ACCEPTED]
    if not told or max(table.looks[c.column].filling for c in told) >= MOSTLY_FILLED:
        return readings
    taken = {c.column for c in readings if c.confidence >= ACCEPTED}
    added = [
        Candidate(n, "description", ADDED, msg("its heading is not known, but its cells fit"))
        for n, look in table.looks.items()
        if n not in taken
        and look.filling > NEARLY_ALL and look.words > 0.7 and look.link < 0.2
        and look.distinct > 0.7
        and not _words_for_names().isdisjoint(table.bare[n].split())
        and names_of_others(table.bare[n]) is None and not is_of_others(table.bare[n])
    ]  # fmt: skip
    return [*readings, *added] if len(added) == 1 else readings


@cache
def _words_for_names() -> frozenset[str]:
    return frozenset(words_about("said_of"))


SOME_WORDS, MOSTLY_FILLED, ADDED = 0.3, 0.8, 0.6
"""Share of names of words that no number has, of rows that a description says something of, and belief in
words that are read beside it. Own judgement."""


def own_number_first(readings: Readings, table: TableView) -> Readings:
    """ "社内品番" beside "品番" is the number under which the buyer keeps the part, and so is a "Code" beside
    the number of a maker; the other one is the maker's where a column names him and no other number of
    his. So is the second right before his name, which is lost otherwise. Both must differ in nearly all
    rows."""
    numbers = sorted({
        c.column for c in readings if c.field == "part_number" and c.confidence >= ACCEPTED
    })  # fmt: skip
    if len(numbers) != 2 or not all(_numbers_parts(table, n) for n in numbers):
        return readings
    makers = has(readings, "manufacturer") and not has(readings, "mpn")
    own = [n for n in numbers if names_any(table.headings[n], "ours")]
    if not own and makers:
        own = [n for n in numbers if table.bare[n] in VAGUE_NUMBERS]
    if not own and makers and _is_second(readings, *numbers):
        own = numbers[:1]
    if len(own) != 1:
        return readings
    other = next(n for n in numbers if n not in own)

    def change(candidate: Candidate) -> Candidate:
        if candidate.column != other or candidate.field != "part_number":
            return candidate
        if not makers:
            return replace(candidate, confidence=BESIDE, why=_OTHER)
        why = msg("a part number beside the manufacturer: the manufacturer's")
        return replace(candidate, field="mpn", confidence=TOLD, why=why)

    return change_all(readings, change)


def _is_second(readings: Readings, first: int, second: int) -> bool:
    """Whether a number that is believed no more than the one before it stands right before the makers."""
    belief = {c.column: c.confidence for c in readings if c.field == "part_number"}
    makers = {c.column for c in readings if c.field == "manufacturer" and c.confidence >= ACCEPTED}
    return second + 1 in makers and belief[first] >= belief[second]


def own_items(readings: Readings, table: TableView) -> Readings:
    """ "Item No." over codes numbers the parts beside a number of the maker, where nothing else does: lines
    and places in a tree are no such codes."""
    if has(readings, "part_number") or not has(readings, "mpn"):
        return readings
    taken = {c.column for c in readings if c.confidence >= ACCEPTED}
    told = {c.column for c in readings if c.field == "part_number"} - taken
    own = [
        n for n in told
        if table.bare[n] in LINE_HEADINGS | VAGUE_THINGS and _numbers_parts(table, n)
        and table.looks[n].code > NEARLY_ALL and table.looks[n].numeric == 0
        and not (table.looks[n].nested or table.looks[n].tree or table.looks[n].mixed)
    ]  # fmt: skip
    why = msg("its heading does not say whose number it is")
    return [*readings, Candidate(own[0], "part_number", 0.75, why)] if len(own) == 1 else readings


def _numbers_parts(table: TableView, column: int) -> bool:
    look = table.looks[column]
    return min(look.filling, look.distinct) > NEARLY_ALL and not (look.lines or look.keys)
