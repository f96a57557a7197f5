"""Headings that say a number, a thing or a country, but not which: ``resources/vague_headings.csv``."""

from collections.abc import Mapping
from functools import cache

from desktop_app.intake.kind_words import WordTableError, read_kind_words
from desktop_app.paths import shipped


@cache
def _words() -> Mapping[str, tuple[str, ...]]:
    return read_kind_words(shipped("resources", "vague_headings.csv"))


@cache
def words_of_kind(kind: str) -> frozenset[str]:
    """The comparable words of one kind, such as ``line``, ``number``, ``thing`` and ``country``. Raises
    WordTableError for one that the table does not have."""
    found = _words().get(kind)
    if found is None:
        raise WordTableError(f"vague_headings.csv has no words of the kind “{kind}”.")
    return frozenset(found)


LINE_HEADINGS = words_of_kind("line") | {""}
"""Headings of the numbers of the lines, which may have none."""

VAGUE_NUMBERS = words_of_kind("number")
"""Headings that name some number, but not whose."""

VAGUE_THINGS = words_of_kind("thing")
"""Headings that name the thing, by its name or its number."""

VAGUE_COUNTRIES = words_of_kind("country")
