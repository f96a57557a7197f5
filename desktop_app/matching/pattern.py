"""What of a text its meaning hangs on: texts that agree in it share one reading."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from desktop_app.matching.edges import (
    NEXT,
    UNKNOWN_NOUN,
    before_short_word,
    behind_unknown,
    belongs_to_unknown,
    ends_phrase,
    figure_follows,
    is_amount,
    is_length,
    is_measure,
    is_of_engine,
    joined_to,
    runs_on,
    size_follows,
    stem_length,
    touches,
    written_in_one,
)
from desktop_app.matching.said import LOOSE_HINTS, stands_for_magnet

if TYPE_CHECKING:
    from desktop_app.register.family_roles import FamilyRoles
    from desktop_app.register.word_lists import WordLists

_DIGIT = re.compile(r"\d")
_RIGHT_BEHIND = ("back", "back_element", "back_firm", "back_with", "back_without")
"""Particles that reach a word only where nothing unknown stands between."""
_ASKING = frozenset({"of", "to", "with", "for", "Nd", *_RIGHT_BEHIND, *LOOSE_HINTS})


@lru_cache(maxsize=4)
def _asking(roles: "FamilyRoles") -> frozenset[str]:
    """What words say of which the text around them counts as well."""
    return _ASKING | {roles.package, roles.wire} | roles.named_as_amounts


def pattern_of(
    text: str,
    found: list[Any],
    raw: str,
    shares: tuple[tuple[str, float], ...],
    lists: "WordLists",
) -> tuple[tuple[Any, ...], bool]:
    """The words found, figures between them, and what of their edges counts; and whether an unknown
    word, perhaps the thing itself, stands before a series."""
    is_ascii, roles = text.isascii(), lists.roles
    asking = _asking(roles)
    pattern: list[Any] = [shares, is_ascii]
    last = 0
    doubtful = False
    for place, (end, (length, word)) in enumerate(found):
        start = end - length + 1
        pattern.append(word.number)
        if start > last + NEXT and _DIGIT.search(text, last, start):
            pattern.append("figure")  # no True: that could be what stands at an edge as well
        last = end
        kind = word.kind
        if kind == "tail":
            pattern.append("ends" if ends_phrase(text, found, place, roles) else "goes on")
            pattern.append(before_short_word(text, end))
        elif word.value in asking:
            pattern.append(_edge(text, found, place, lists, raw))
        elif kind == "grade":
            pattern.append(is_length(word, raw))
        elif word.value == roles.any_magnet:
            pattern.append(size_follows(text, end))
        elif kind == "series":
            doubtful = doubtful or behind_unknown(text, found, place)
            pattern.append("unknown before" if doubtful else "known before")
        if not is_ascii:
            if kind == "link":
                pattern.append(stem_length(word, raw))
            else:
                pattern.append(text[end] != " " and runs_on(text, found, place, raw))
            if word.value in roles.magnets:
                pattern.append(joined_to(text, start, end, raw))
            elif kind == "family":
                pattern.append(written_in_one(text, found, place, raw))
                pattern.append(is_of_engine(text, found, place, lists))
    return tuple(pattern), doubtful


def _edge(text: str, found: list[Any], place: int, lists: "WordLists", raw: str) -> bool:
    """What the text around a found word says of it."""
    end, (length, word) = found[place]
    if word.value == "of":
        return belongs_to_unknown(text, found, place)
    if word.value == "to":
        return behind_unknown(text, found, place)
    if word.value in ("with", "for"):
        return behind_unknown(text, found, place, UNKNOWN_NOUN)
    if word.value in _RIGHT_BEHIND:
        before = found[place - 1][0] if place else 0
        if word.value == "back":
            return touches(text, before, end - length + 1)
        return bool(end - length + 1 <= before + NEXT)
    if word.value == lists.roles.package:
        return is_measure(text, end - length + 1, end, lists)
    if word.value == lists.roles.wire:
        before_it = found[place - 1][1][1].text if place else ""
        return before_it[-1:].isdigit() and figure_follows(text, end)
    if word.value in lists.roles.named_as_amounts:
        return is_amount(word, text, end - length + 1, raw, lists.roles)
    return stands_for_magnet(text, length)
