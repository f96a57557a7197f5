"""Two columns under one heading, or two that may number the parts: which of them says what."""

from collections import defaultdict
from dataclasses import replace

from desktop_app.intake.candidates import ACCEPTED, Candidate
from desktop_app.intake.planned_lists import names_any
from desktop_app.intake.readings import Readings, TableView, change_all, doubted, has
from desktop_app.intake.vague_headings import VAGUE_NUMBERS
from desktop_app.model.findings import msg

OF_ANOTHER = 0.3
"""Belief in a text that describes what the column left of it names; too little to be read beside the
description of the part. Own judgement."""
TOLD, BESIDE = 0.79, 0.5
NEARLY_ALL = 0.9
"""Share of different, filled cells of a column that numbers the parts. Own judgement."""
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


def own_number_first(readings: Readings, table: TableView) -> Readings:
    """ "社内品番" beside "品番" is the number under which the buyer keeps the part, and so is a "Code" beside
    the number of a maker; the other one is the maker's where a column names him and no other number of
    his. Both must differ in nearly all rows."""
    numbers = sorted({
        c.column for c in readings if c.field == "part_number" and c.confidence >= ACCEPTED
    })  # fmt: skip
    if len(numbers) != 2 or not all(_numbers_parts(table, n) for n in numbers):
        return readings
    makers = has(readings, "manufacturer") and not has(readings, "mpn")
    own = [n for n in numbers if names_any(table.headings[n], "ours")]
    if not own and makers:
        own = [n for n in numbers if table.bare[n] in VAGUE_NUMBERS]
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


def _numbers_parts(table: TableView, column: int) -> bool:
    look = table.looks[column]
    return min(look.filling, look.distinct) > NEARLY_ALL and not (look.lines or look.keys)
