"""Why a part was taken for what it is, in words."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from desktop_app.matching.board_places import because
from desktop_app.matching.clues import Clues, Finding
from desktop_app.matching.said import LOOSE_HINTS
from desktop_app.model.findings import Message, Quoted, msg

if TYPE_CHECKING:
    from desktop_app.register.families import PartFamily


_STATES = frozenset({"state"})
_SERIES = frozenset({"series"})


def deciding_words(
    clues: Clues,
    finding: Finding,
    hints: Mapping[str, frozenset[str]],
    families: Mapping[str, "PartFamily"],
) -> tuple[str, ...]:
    """The words that decided: the thing named, what is in it, and of the words that only describe
    those that tell the family from its neighbours. A screw that is "white" or "42H" is still a screw.

    ``hints``: by family the hints that lead to it. A second thing counts where its own do.
    """
    reading = clues.description if clues.description.words else clues.number
    telling = dict(reading.telling)
    leading = hints.get(finding.family.id, frozenset())
    counts = leading | finding.family.hints | {finding.family.id}
    counts |= {value for value in telling.values() if _leads(value, leading, families)}
    if finding.source in ("substance", "element"):
        counts |= _STATES
    if finding.source == "series":
        counts = _SERIES
    if "ndfeb" in counts:
        counts |= LOOSE_HINTS
    found = tuple(word for word in reading.words if telling.get(word, "") in {"", *counts})
    return found or reading.words or clues.grade.words


def _leads(value: str, leading: frozenset[str], families: Mapping[str, "PartFamily"]) -> bool:
    """Whether a second thing says what leads to the family: the neodymium magnet of a speaker."""
    family = families.get(value)
    if family is None:
        return False
    says = family.hints | ({"permanentmagnet"} if "magnet" in family.hints else set())
    return bool(says & leading)


def reasons_of(
    clues: Clues, finding: Finding, said_otherwise: "PartFamily | None", claims: frozenset[str],
    shares: tuple[tuple[str, float], ...], *, may_be: tuple["PartFamily", ...] = (),
    words: tuple[str, ...] = (),
) -> tuple[Message, ...]:  # fmt: skip
    """What decided, one message each. ``said_otherwise``: what the customs number says instead.
    ``may_be``: what a thing whose kind is open usually turns out to be. ``words`` that decided."""
    kind = Message(finding.family.title)
    named = words if clues.description.words or clues.number.words else ()
    reasons = [_because(finding.source, Quoted("\n".join(named)), kind, clues)]
    if finding.grade:
        reasons.append(msg("The row gives the magnet grade {grade}.", grade=finding.grade.grade))
    for symbol, percent in shares:
        reasons.append(
            msg("The row states {percent} % of {element}.", percent=percent, element=symbol)
        )
    reasons += _declared(clues)
    reasons += _claimed(clues, claims)
    if said_otherwise is not None:
        said = Message(said_otherwise.title)
        reasons.append(
            msg("The customs number says otherwise: {kind}. One of the two is wrong.", kind=said)
        )
    if finding.rival and not finding.clear:
        reasons.append(msg("It could also be: {kind}.", kind=Message(finding.rival.title)))
    reasons += _may_be([Message(family.title) for family in may_be])
    return tuple(reasons)


def _may_be(kinds: list[Message]) -> list[Message]:
    """What a thing whose kind is open usually turns out to be."""
    if len(kinds) == 3:
        return [
            msg("It may turn out to be one of: {first}; {second}; {third}.",
                first=kinds[0], second=kinds[1], third=kinds[2])
        ]  # fmt: skip
    if len(kinds) == 2:
        return [
            msg("It may turn out to be one of: {first}; {second}.", first=kinds[0], second=kinds[1])
        ]
    return []


def _declared(clues: Clues) -> list[Message]:
    """What a declaration of materials or a report says."""
    found = [
        msg("The declaration of materials names {element}.", element=symbol)
        for symbol, percent in clues.declared
        if percent is None or percent > 0
    ]
    found += [
        msg("The row names {element} as part of it.", element=symbol)
        for symbol in clues.composed
        if symbol not in dict(clues.declared)
    ]
    report = clues.report
    if report is None:
        return found
    found += [
        msg("A report of {date} finds {percent} % of {element}.",
            date=report.day, percent=percent, element=symbol)
        for symbol, percent in report.measured
    ]  # fmt: skip
    if report.absent:
        named = ", ".join(report.absent)
        found.append(
            msg("A report of {date} finds none of: {elements}.", date=report.day, elements=named)
        )
    return found


def _claimed(clues: Clues, claims: frozenset[str]) -> list[Message]:
    """Claims of absence that no report proves."""
    found = []
    if "heavy" in claims and not (clues.report and clues.report.absent):
        found.append(msg(
            "The row claims freedom from heavy rare earths; without a report that stays open."
        ))  # fmt: skip
    if "earth" in claims:
        found.append(
            msg("The row claims freedom from rare earths; without a report that stays open.")
        )
    return found


def _because(source: str, words: str, kind: Message, clues: Clues) -> Message:
    if source == "place" and clues.place:
        return because(clues.place, kind)
    if source == "cas":
        return msg(
            "CAS number {cas}: {kind}.", cas=clues.cas or clues.substance.substance, kind=kind
        )
    if source == "hs":
        return msg("Only the customs number speaks: {kind}.", kind=kind)
    if source == "series":
        return msg("A known model series begins with {words}: {kind}.", words=words, kind=kind)
    if source == "context":
        return msg("Only the section or material group speaks: {kind}.", kind=kind)
    if source == "inside":
        return msg(
            "The description ({words}) names it as part of the line: {kind}.",
            words=words,
            kind=kind,
        )
    if not words:
        return msg("The row's material or grade names it: {kind}.", kind=kind)
    if clues.description.read_as:
        return msg(
            "The description, with a word corrected, says {words}: {kind}.", words=words, kind=kind
        )
    return msg("The description says {words}: {kind}.", words=words, kind=kind)
