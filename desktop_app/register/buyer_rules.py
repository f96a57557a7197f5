"""Rules that bind the buyer, not the exporter: dated duties and what makes a part fall under them.

Pure values. A rule says something of a part only where a user asks for it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeAlias

from desktop_app.register.control import Source

ConditionKind: TypeAlias = Literal[
    "materials", "minerals", "forms", "customs", "origins", "destinations", "end_uses",
    "produced_in", "answer", "any_of",
]  # fmt: skip
CONDITION_KINDS: tuple[ConditionKind, ...] = (
    "materials", "minerals", "forms", "customs", "origins", "destinations", "end_uses",
    "produced_in", "answer", "any_of",
)  # fmt: skip
MADE_STAGES = ("mining", "refining", "melting", "magnet")
"""Stages of making that a rule may ask the country of, upstream first."""


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing a rule asks of part, question or company.

    ``values``: materials of magnets, minerals, forms, beginnings of customs numbers, countries
    (ISO2), end uses, or the one id of a question to the user. ``stages``: of ``produced_in``.
    ``only_forms``: of ``customs``, forms that alone bear these numbers. ``or_answer``: of
    ``end_uses``, a question whose yes tells the use where no row does. ``ways``: of ``any_of``, each
    a list of conditions that all must hold.
    """

    kind: ConditionKind
    values: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    only_forms: tuple[str, ...] = ()
    or_answer: str = ""
    ways: "tuple[tuple[Condition, ...], ...]" = ()
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Phase:
    """A duty from its first day to its last. ``since``: None where the day is not known;
    ``earliest``: it may be later. ``why``: of a day that is not sure. All conditions must hold."""

    since: date | None
    until: date | None
    earliest: bool
    duty: str
    source: Source
    conditions: tuple[Condition, ...]
    why: str = ""


@dataclass(frozen=True, slots=True)
class BuyerRule:
    """One rule. ``questions``: what only the user can tell, by id. ``exceptions`` are read by a
    person, never applied. ``read_through``: the day up to which the law was read."""

    id: str
    title: str
    law: str
    read_through: date
    phases: tuple[Phase, ...]
    questions: Mapping[str, str] = field(default_factory=dict, hash=False)
    exceptions: tuple[str, ...] = ()
    note: str = ""
