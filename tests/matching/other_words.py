"""Tables of things that hold something, named otherwise than lists name them, and of ordinary ones.

A row says whether a thing holds rare earths; other minerals count nowhere here. Each table was written and
committed before its one run; what that said stands in ``test_other_words.py``.
"""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from desktop_app.matching.match import match_parts
from tests.matching.parts import part_table, shipped_knowledge

HOLDING = ("yes", "likely")


@dataclass(frozen=True, slots=True)
class Found:
    """A row of a table with whether it is said to hold some."""

    text: str
    holds: bool
    is_called: bool


@cache
def found(table: str) -> tuple[Found, ...]:
    """The rows of a table beside this file as they are matched."""
    with Path(__file__).with_name(table).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    matches = match_parts(
        part_table(description=[row["text"] for row in rows]), shipped_knowledge()
    )
    return tuple(
        Found(row["text"], row["holds"] == "yes", match.verdict in HOLDING)
        for row, match in zip(rows, matches, strict=True)
    )


def missed(table: str) -> set[str]:
    """The texts of what holds something and is not called so."""
    return {row.text for row in found(table) if row.holds and not row.is_called}


def alarms(table: str) -> set[str]:
    """The texts of ordinary things that are called to hold something."""
    return {row.text for row in found(table) if not row.holds and row.is_called}
