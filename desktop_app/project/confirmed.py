"""How what users confirmed, rejected or corrected lies on the matches of a list."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from desktop_app.matching.chosen import match_as, match_confirmed, match_reviewed, with_reason
from desktop_app.model.findings import Message, msg
from desktop_app.model.match import UNRECOGNISED, Match
from desktop_app.model.parts import PartTable
from desktop_app.model.spread import Spread, combine
from desktop_app.project.decisions import REVIEWED_EMPTY, Confirmation, Scope
from desktop_app.project.keys import folded, index_of
from desktop_app.project.scopes import scoped

if TYPE_CHECKING:
    from desktop_app.register.knowledge import Knowledge

Places = NDArray[np.int32]
NOBODY = -1
SCOPES: tuple[Scope, ...] = ("pattern", "description", "number")
"""From the widest to the narrowest; the narrower goes before the wider."""


def lay_confirmations(
    parts: PartTable,
    matches: Spread[Match],
    confirmations: Sequence[Confirmation],
    knowledge: "Knowledge | None" = None,
) -> Spread[Match]:
    """Right is exact evidence, not so is not recognised, something else is the family named.

    A decision speaks of what a part was recognised as; where that has changed since, it is left
    out. Named parts go before numbers, these before descriptions, patterns, makers and kinds.
    """
    if not confirmations or not len(matches):
        return matches
    places = Spread(
        (*range(len(confirmations)), NOBODY), _said_of_parts(parts, matches, confirmations)
    )

    def decided(kind: tuple[Match, int]) -> Match:
        match, place = kind
        return match if place == NOBODY else _decided(match, confirmations[place], knowledge)

    return combine(matches, places).map(decided)


def _said_of_parts(
    parts: PartTable, matches: Spread[Match], confirmations: Sequence[Confirmation]
) -> Places:
    """The place among the confirmations of the one that holds for each part, the last if none."""
    said = np.full(len(parts), NOBODY, dtype=np.int32)
    families = matches.array(lambda match: match.family or "")
    _say_of_kinds(said, parts, families, confirmations)
    for scope in SCOPES:
        _say_of_scope(said, parts, families, confirmations, scope)
    index = index_of(parts)
    for place, decision in enumerate(confirmations):
        for key in decision.parts:
            for part_id in index.find(key):
                if families[part_id] == decision.family:
                    said[part_id] = place
    said[said == NOBODY] = len(confirmations)
    return said


def _say_of_kinds(
    said: Places,
    parts: PartTable,
    families: NDArray[np.object_],
    confirmations: Sequence[Confirmation],
) -> None:
    """Kinds of any maker first, then those of one maker."""
    whole = [(place, c) for place, c in enumerate(confirmations) if not c.parts and not c.scope]
    if not whole:
        return
    names = parts.text("manufacturer")
    makers = np.array([folded(name) for name in names.kinds], dtype=object)[names.of]
    for place, decision in sorted(whole, key=lambda pair: bool(pair[1].maker)):
        chosen = families == decision.family
        if decision.maker:
            chosen &= makers == folded(decision.maker)
        said[chosen] = place


def _say_of_scope(
    said: Places,
    parts: PartTable,
    families: NDArray[np.object_],
    confirmations: Sequence[Confirmation],
    scope: Scope,
) -> None:
    places = {
        (decision.family, name): place
        for place, decision in enumerate(confirmations)
        if decision.scope == scope
        for name in decision.names
        if name
    }
    if not places:
        return
    pairs = zip(families.tolist(), scoped(parts, scope).tolist(), strict=True)
    for part_id, pair in enumerate(pairs):
        place = places.get(pair)
        if place is not None:
            said[part_id] = place


def _decided(match: Match, decision: Confirmation, knowledge: "Knowledge | None") -> Match:
    if decision.is_right:
        made = match_confirmed(match, knowledge)
        return replace(made, reasons=(*match.reasons, _confirmed_words(match, decision)))
    if decision.instead == REVIEWED_EMPTY:
        made = match_reviewed(match)
        return match if made is match else with_reason(made, _empty_words(decision), match)
    family = None if knowledge is None else knowledge.families.get(decision.instead)
    if family is not None and knowledge is not None:
        made = match_as(family, match, knowledge)
        return with_reason(made, _corrected_words(made, decision), match)
    title = match.title or match.family or ""
    if decision.by:
        reason = msg("{name} said on {day} that it is not: {title}.", name=decision.by,
                     day=decision.on, title=title)  # fmt: skip
    else:
        reason = msg("A user said that it is not {title}.", title=title)
    return replace(UNRECOGNISED, reasons=(reason,), words=match.words)


def _confirmed_words(match: Match, decision: Confirmation) -> Message:
    title = match.title or decision.family
    if decision.by:
        return msg("Confirmed by {name} on {day}: {title}.", name=decision.by, day=decision.on,
                   title=title)  # fmt: skip
    return msg("A user confirmed that it is {title}.", title=title)


def _corrected_words(made: Match, decision: Confirmation) -> Message:
    return msg("Corrected by {name} on {day}: {title}.", name=decision.by or msg("a user"),
               day=decision.on, title=made.title)  # fmt: skip


def _empty_words(decision: Confirmation) -> Message:
    return msg("Reviewed by {name} on {day}: no rare earths and no other controlled material in it.",
               name=decision.by or msg("a user"), day=decision.on)  # fmt: skip
