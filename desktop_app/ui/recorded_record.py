"""A fact recorded once, and the trade-practice setting, checked field by field. Knows no Qt."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple, cast

from desktop_app.model.findings import Message, msg
from desktop_app.project.decisions import ANSWERS, FactName, RecordedFact, Subject
from desktop_app.project.own_law import TradePractice

SHORTEST_DOCUMENT = 3
"""Fewer letters name no document."""
ANSWERED: frozenset[FactName] = frozenset(("leaves_china", "lead_time_holds_licence"))
"""Facts that are yes, no or differ by part; the others are a day and a document."""


class Draft(NamedTuple):
    """The form as it stands. Fields as in :class:`RecordedFact`; ``name`` of a kind is its title."""

    subject: Subject
    name: str
    fact: FactName
    answer: str = ""
    until: date | None = None
    document: str = ""
    reason: str = ""
    by: str = ""


def faults_of(draft: Draft, kinds: Mapping[str, str]) -> Sequence[tuple[str, Message]]:
    """What is missing or cannot be, each with its field; empty where it can be recorded.

    ``kinds``: ids of part families by their titles as shown.
    """
    found: list[tuple[str, Message]] = []
    if not draft.name.strip():
        found.append(("name", msg("Say of whom or of what it holds.")))
    elif draft.subject == "kind" and draft.name.strip() not in kinds:
        found.append(("name", msg("Choose one of the kinds of parts that are offered.")))
    if draft.fact == "general_licence_until" and draft.until is None:
        found.append(("until", msg("Say on which day it ends.")))
    if draft.fact == "standard_declaration" and len(draft.document.strip()) < SHORTEST_DOCUMENT:
        found.append(("document", msg("Name the document and its day.")))
    if not draft.by.strip():
        found.append(("by", msg("Say who answers for it.")))
    return found


def fact_of(draft: Draft, kinds: Mapping[str, str], on: date) -> RecordedFact:
    """The record. Raises ValueError where ``faults_of`` names something."""
    if faults_of(draft, kinds):
        raise ValueError("the form is not complete")
    name = draft.name.strip()
    is_answered = draft.fact in ANSWERED
    return RecordedFact(
        draft.subject,
        kinds[name] if draft.subject == "kind" else name,
        draft.fact,
        answer=cast("None", draft.answer) if is_answered and draft.answer in ANSWERS else None,
        until=draft.until if draft.fact == "general_licence_until" else None,
        document=draft.document.strip() if draft.fact == "standard_declaration" else "",
        reason=draft.reason.strip(),
        by=draft.by.strip(),
        on=on,
    )


def practice_faults(by: str, reason: str) -> Sequence[tuple[str, Message]]:
    """What the trade-practice setting lacks."""
    found: list[tuple[str, Message]] = []
    if not reason.strip():
        found.append(("reason", msg("Say why magnets are judged by trade practice here.")))
    if not by.strip():
        found.append(("by", msg("Say who answers for it.")))
    return found


def practice_of(by: str, reason: str, since: date, *, ended: bool = False) -> TradePractice:
    """The setting, or its end. Raises ValueError where a statement is missing."""
    return TradePractice(by.strip(), reason.strip(), since, ended)
