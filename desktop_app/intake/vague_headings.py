"""Headings that say a number, a thing or a country, but not which: ``resources/vague_headings.csv``."""

import csv
from functools import cache

from desktop_app.paths import shipped


@cache
def words_of_kind(kind: str) -> frozenset[str]:
    """The comparable words of one kind: ``line``, ``number``, ``thing``, ``country``, or ``material`` (what
    names the part in a list of things to buy, where nothing else does)."""
    with shipped("resources", "vague_headings.csv").open(encoding="utf-8", newline="") as stream:
        return frozenset(
            word.strip()
            for row in csv.DictReader(stream)
            for word in row["words"].split(";")
            if row["kind"] == kind
        )


LINE_HEADINGS = words_of_kind("line") | {""}
"""Headings of the numbers of the lines, which may have none."""

VAGUE_NUMBERS = words_of_kind("number")
"""Headings that name some number, but not whose."""

VAGUE_THINGS = words_of_kind("thing")
"""Headings that name the thing, by its name or its number."""

VAGUE_COUNTRIES = words_of_kind("country")
