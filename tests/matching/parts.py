"""Part tables for tests: columns as keywords, everything else missing."""

from functools import cache
from typing import Any

from desktop_app.matching.match import match_parts
from desktop_app.model.match import Match
from desktop_app.model.parts import PartTable, part_frame
from desktop_app.register.knowledge import Knowledge, load_knowledge


@cache
def shipped_knowledge() -> Knowledge:
    """The shipped part knowledge, loaded once for all tests."""
    return load_knowledge()


def part_table(**columns: Any) -> PartTable:
    """A table of the given columns, each a list of the same length."""
    rows = len(next(iter(columns.values())))
    return PartTable(part_frame(columns, rows))


def match_one(description: str | None = None, **facts: Any) -> Match:
    """The match of one part with these facts."""
    columns = {"description": [description]} | {name: [value] for name, value in facts.items()}
    return match_parts(part_table(**columns), shipped_knowledge())[0]
