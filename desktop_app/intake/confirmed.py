"""What a user has confirmed of the columns of a list, asked for by its headings."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from desktop_app.intake.headings import normalise

Columns: TypeAlias = Mapping[str, str]
"""Heading as found to the field its column holds, "" for a column that is not used."""
Ask: TypeAlias = Callable[[Sequence[str]], Columns | None]
"""Told the headings of a table, says what was confirmed of lists with the same ones; None if nothing
was. A project remembers it by supplier and headings."""


def nothing_confirmed(_headings: Sequence[str]) -> Columns | None:
    """Nobody has said anything yet."""
    return None


def said_of(headings: Sequence[str], confirmed: Columns) -> dict[int, str]:
    """Position of a column to what was said of it. Of two columns with the same heading the first
    holds the field and the other is not used."""
    known = {normalise(heading): field for heading, field in confirmed.items()}
    said: dict[int, str] = {}
    for position, heading in enumerate(headings):
        field = known.get(normalise(heading)) if heading else None
        if field is not None:
            said[position] = "" if field in said.values() else field
    return said
