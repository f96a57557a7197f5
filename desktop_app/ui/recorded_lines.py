"""What was recorded once for many parts, as lines to be read and changed. Knows no Qt."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import Message, msg, nmsg
from desktop_app.project.decisions import RecordedFact, Subject
from desktop_app.project.keys import folded
from desktop_app.project.records import ANSWER_WORDS, FACT_WORDS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from desktop_app.model.assessment import Assessment
    from desktop_app.model.parts import PartTable
    from desktop_app.project.own_law import TradePractice
    from desktop_app.project.recorded import Recorded

SUBJECT_TITLES: Mapping[Subject, Message] = {
    "supplier": msg("Supplier"),
    "maker": msg("Maker"),
    "kind": msg("Kind of part"),
}
COLUMN_OF: Mapping[Subject, str] = {"supplier": "supplier", "maker": "manufacturer"}
STATED: Mapping[str, str] = {
    "leaves_china": "leaves_china",
    "lead_time_holds_licence": "lead_time_holds_licence",
}
"""Facts that a row can state itself, and then goes before."""


@dataclass(frozen=True, slots=True)
class RecordedLine:
    """One fact in words. ``who``: by whom and when, "" where that is not known; ``reach``: of which
    parts it speaks, "" without a list."""

    key: str
    title: str
    beside: str
    said: str
    who: str
    reason: str
    reach: str
    record: RecordedFact


@dataclass(frozen=True, slots=True)
class PracticeLine:
    """The trade-practice setting in words: ``state`` in short, ``says`` in full."""

    state: str
    says: tuple[str, ...]
    is_on: bool


def fact_words(fact: RecordedFact, titles: Mapping[str, str]) -> Message:
    """What was recorded of whom. ``titles``: English titles of part families by id."""
    named: Message | str = fact.name
    if fact.is_kind:
        named = Message(titles.get(fact.name, fact.name))
    return msg("{name}: {fact}: {said}", name=named, fact=FACT_WORDS[fact.fact], said=_said(fact))


def _said(fact: RecordedFact) -> Message | str | date:
    if fact.until is not None:
        return fact.until
    return ANSWER_WORDS[fact.answer] if fact.answer else fact.document


def recorded_lines(
    recorded: "Recorded | None",
    made: "Assessment | None",
    titles: Mapping[str, str],
    catalogue: Catalogue,
) -> tuple[RecordedLine, ...]:
    """Every fact, the newest first."""
    facts = () if recorded is None else recorded.facts
    return tuple(_line(fact, made, titles, catalogue) for fact in reversed(facts))


def begun(words: str, name: str = "") -> str:
    """A phrase as the beginning of a line; a name that begins it stays as its owner writes it."""
    return words if name and words.startswith(name) else words[:1].upper() + words[1:]


def _line(
    fact: RecordedFact,
    made: "Assessment | None",
    titles: Mapping[str, str],
    catalogue: Catalogue,
) -> RecordedLine:
    named: Message | str = Message(titles.get(fact.name, fact.name)) if fact.is_kind else fact.name
    title = catalogue.say(named) if isinstance(named, Message) else named
    said = catalogue.text("{fact}: {said}", fact=FACT_WORDS[fact.fact], said=_said(fact))
    who = ""
    if fact.by and fact.on is not None:
        who = catalogue.text("by {name} on {day}", name=fact.by, day=fact.on)
    reached = () if made is None else tuple(_reach(fact, made))
    return RecordedLine(
        f"fact/{fact.key}",
        title,
        " · ".join(
            words for words in (catalogue.say(SUBJECT_TITLES[fact.subject]), said, who) if words
        ),
        begun(said),
        begun(who, fact.by),
        fact.reason,
        catalogue.sentences(catalogue.say(words) for words in reached),
        fact,
    )


def _reach(fact: RecordedFact, made: "Assessment") -> Iterator[Message]:
    """Of how many parts of the list it speaks, and how many of these state it themselves."""
    spoken = parts_of(fact, made)
    n = int(spoken.sum())
    if not n:
        yield msg("It speaks of no part of the list on the desk.")
        return
    yield nmsg("It speaks of {n} part of the list.", "It speaks of {n} parts of the list.", n)
    if fact.fact not in STATED or fact.flag is None:
        return
    # Laid over the parts, the fact stands in their column; where they say otherwise, they stated it.
    column = made.parts.frame[STATED[fact.fact]].to_numpy()[spoken]
    other = sum(value is not None and bool(value) is not fact.flag for value in column.tolist())
    if other:
        yield nmsg(
            "{n} of them states the contrary itself, and that counts.",
            "{n} of them state the contrary themselves, and that counts.",
            other,
        )


def parts_of(fact: RecordedFact, made: "Assessment") -> "NDArray[np.bool_]":
    """Which parts a fact speaks of: those of its supplier, maker or kind."""
    if fact.is_kind:
        return made.matches.array(lambda match: match.family == fact.name, bool)
    parts = made.parts
    found = parts.text(COLUMN_OF[fact.subject])
    name = folded(fact.name)
    known = np.array([folded(kind) == name for kind in found.kinds], dtype=np.bool_)
    spoken = known[found.of] if len(known) else np.zeros(len(parts), dtype=np.bool_)
    if fact.subject == "supplier":
        spoken[_shared(parts, name)] = True
    return spoken


def _shared(parts: "PartTable", name: str) -> list[int]:
    """Parts of several suppliers, one of which is named so."""
    return [
        part
        for part, sources in parts.sources.items()
        if any(folded(source.supplier) == name for source in sources)
    ]


def practice_line(
    recorded: "Recorded | None", made: "Assessment | None", on: date, catalogue: Catalogue
) -> PracticeLine:
    """The setting as it stands on the day asked about."""
    practice = None if recorded is None or not recorded.practices else recorded.practices[-1]
    if practice is None:
        return PracticeLine(catalogue.text("off"), (), is_on=False)
    if practice.ended:
        said = catalogue.text("Ended by {name}. Reason: {words}", name=practice.by,
                              words=practice.reason)  # fmt: skip
        return PracticeLine(catalogue.text("off"), (said,), is_on=False)
    says = [catalogue.text("Made by {name}. Reason: {words}", name=practice.by,
                           words=practice.reason)]  # fmt: skip
    says.append(catalogue.text("It holds from {first} to {last} and then ends by itself.",
                               first=practice.since, last=practice.until))  # fmt: skip
    if made is not None:
        says.append(catalogue.say(_resting(made)))
    return PracticeLine(_state(practice, on, catalogue), tuple(says), is_on=True)


def _state(practice: "TradePractice", on: date, catalogue: Catalogue) -> str:
    if on < practice.since or on > practice.until:
        return catalogue.text("not on the day asked about")
    return catalogue.text("on until {day}, by {name}", day=practice.until, name=practice.by)


def _resting(made: "Assessment") -> Message:
    n = int(made.licences.array(lambda kind: kind.without_practice is not None, bool).sum())
    if not n:
        return msg("No verdict rests on it now.")
    return nmsg("{n} verdict rests on it now.", "{n} verdicts rest on it now.", n)
