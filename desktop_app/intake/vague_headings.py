"""Headings that say a number, a thing or a country, but not which: ``resources/vague_headings.csv``."""

import csv

from desktop_app.paths import shipped


def _words(kind: str) -> frozenset[str]:
    with shipped("resources", "vague_headings.csv").open(encoding="utf-8", newline="") as stream:
        return frozenset(
            word.strip()
            for row in csv.DictReader(stream)
            for word in row["words"].split(";")
            if row["kind"] == kind
        )


LINE_HEADINGS = _words("line") | {""}
"""Headings of the numbers of the lines, which may have none."""

VAGUE_NUMBERS = _words("number")
"""Headings that name some number, but not whose."""

VAGUE_THINGS = _words("thing")
"""Headings that name the thing, by its name or its number."""

VAGUE_COUNTRIES = _words("country")
