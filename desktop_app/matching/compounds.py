"""Short words that name a thing only as the second half of an English compound: a motor key, a speaker
pad, but no key switch and no magnet of so many grams net.
"""

from typing import TYPE_CHECKING, Any

from desktop_app.matching.edges import NEXT, ends_phrase

if TYPE_CHECKING:
    from desktop_app.register.family_roles import FamilyRoles

_FIRST = ("family", "tail")


def with_seconds(text: str, found: list[Any], roles: "FamilyRoles") -> list[Any]:
    """The found words, (end, (length, word)) each, such words as things where they end a phrase right
    behind a part, and without them elsewhere."""
    if "second" not in [word.kind for _, (_, word) in found]:
        return found
    kept = []
    for place, (end, (length, word)) in enumerate(found):
        if word.kind != "second":
            kept.append((end, (length, word)))
        elif _is_behind_part(text, found, place, roles):
            kept.append((end, (length, word._replace(kind="other"))))
    return kept


def _is_behind_part(text: str, found: list[Any], place: int, roles: "FamilyRoles") -> bool:
    """Of magnets such words name articles with magnets in them: a magnet key."""
    if not place or not ends_phrase(text, found, place, roles):
        return False
    end, (length, _) = found[place]
    before, (_, part) = found[place - 1]
    is_next = end - length <= before + NEXT
    return is_next and part.kind in _FIRST and part.value not in roles.magnets
