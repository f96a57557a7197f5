"""Second names of every known thing in five European languages, and ordinary things that share a word.

A row says which families are right for a term, or ``ordinary``: what may neither be called to hold rare
earths nor to be one of the other controlled minerals. The tables were written and committed before they
were run, without a look at the words known. What their first runs said stands in
``test_second_names.py``.
"""

import csv
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from desktop_app.matching.match import match_parts
from desktop_app.model.match import Match
from tests.matching.parts import part_table, shipped_knowledge

ORDINARY = "ordinary"
HOLDING = ("yes", "likely")
Outcome: TypeAlias = Literal["right", "cleared", "asked", "not recognised", "other", "called"]


@dataclass(frozen=True, slots=True)
class SecondName:
    """A term as a buyer or supplier uses it. ``families``: any of them is right; none: it is ordinary."""

    families: tuple[str, ...]
    language: str
    term: str


def second_names(name: str) -> tuple[SecondName, ...]:
    """The rows of a table beside this file."""
    with Path(__file__).with_name(name).open(encoding="utf-8", newline="") as file:
        return tuple(
            SecondName(
                () if row["families"] == ORDINARY else tuple(row["families"].split()),
                row["language"],
                row["term"],
            )
            for row in csv.DictReader(file, delimiter=";")
        )


def read(names: Sequence[SecondName]) -> tuple[tuple[SecondName, Match, Outcome], ...]:
    """Each name with what it was read as and what that is worth."""
    table = part_table(description=[name.term for name in names])
    matches = match_parts(table, shipped_knowledge())
    return tuple((n, match, _outcome(n, match)) for n, match in zip(names, matches, strict=True))


def counts(found: Sequence[tuple[SecondName, Match, Outcome]]) -> Counter[tuple[str, Outcome]]:
    """How many of the names and of the ordinary things came out how."""
    return Counter(("name" if name.families else ORDINARY, outcome) for name, _, outcome in found)


def _outcome(name: SecondName, match: Match) -> Outcome:
    """``cleared``: nothing is said of it that the right family says, and nothing is asked."""
    speaks = match.verdict in HOLDING or bool(match.minerals)
    if not name.families:
        return "called" if speaks else "right"
    if match.family in name.families:
        return "right"
    if match.family is None:
        return "not recognised"
    if speaks:
        return "other"
    return "asked" if match.verdict == "unknown" else "cleared"
