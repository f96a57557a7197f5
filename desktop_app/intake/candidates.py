"""One reading of one column: what it may mean, how sure that is, and why."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from desktop_app.model.findings import Message
from desktop_app.model.sources import ColumnFound

ACCEPTED = 0.6
"""Below this a column stays unused and is shown as a question. Own judgement."""


Tiers: TypeAlias = tuple[tuple[int, int], ...]
"""Columns of prices with the quantity from which each holds, the smallest first."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """``column`` is a position. ``languages`` are those of the heading, if it said it."""

    column: int
    field: str
    confidence: float
    why: Message
    languages: tuple[str, ...] = ()


def weaker(candidate: Candidate, confidence: float, why: Message) -> Candidate:
    """The same reading, believed no more than ``confidence``."""
    return replace(candidate, confidence=min(candidate.confidence, confidence), why=why)


@dataclass(frozen=True, slots=True)
class Proposal:
    """``columns`` as shown; ``places``: field to position of its column; ``languages``: headings
    known in each; ``added``: positions of columns whose text is added to the description, such as a
    specification; ``spare``: field to further columns, asked where the first one is empty; ``told``:
    positions of columns and what to say of the choice; ``tiers``: where the price depends on the
    quantity, its columns; ``rows``: what was said of rows, by their names."""

    columns: tuple[ColumnFound, ...]
    places: Mapping[str, int]
    languages: Mapping[str, int]
    added: tuple[int, ...] = ()
    spare: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    told: tuple[tuple[int, Message], ...] = ()
    tiers: Tiers = ()
    rows: Mapping[str, str] = field(default_factory=dict)
