"""Heavy rare earths that a line says are in its magnet or in the magnets of the thing it names, without a
figure: "containing terbium", 含镝, "motor with NdFeB magnets, Dy-haltig"."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.matching.said import Reading
    from desktop_app.register.family_roles import FamilyRoles
    from desktop_app.register.word_lists import WordLists

_ASKED = ("Dy", "Tb", "Ho")
"""Those by which a magnet of neodymium, iron and boron is listed; other magnets hold theirs by name."""
_FIGURES = re.compile(r"[%‰<≤>≥]|ppm")


def elements_contained(raw: str | None, reading: "Reading", lists: "WordLists") -> tuple[str, ...]:
    """Symbols of Dy, Tb and Ho that a line on a magnet, or on a thing with magnets of NdFeB, says are in
    it. One that states figures, or claims that some are not in it, is read elsewhere."""
    if not raw or not may_contain(reading, lists.roles) or _FIGURES.search(raw):
        return ()
    if (
        _name(lists).search(raw) is None
    ):  # most magnets name none: far quicker than all ways to say it
        return ()
    found = [
        name for match in _said(lists).finditer(raw) for name in _name(lists).findall(match[0])
    ]
    return tuple(dict.fromkeys(_symbol(name, lists) for name in found))


def may_contain(reading: "Reading", roles: "FamilyRoles") -> bool:
    """Whether ``elements_contained`` may find any in a text that says this."""
    if reading.claims or reading.freed:
        return False
    magnetic = (reading.head, *reading.inside, *reading.also)
    return any(family in roles.magnets for family in magnetic)


def _names(lists: "WordLists") -> dict[str, str]:
    return {name: symbol for symbol in _ASKED for name in lists.terms.get(f"element-{symbol}", ())}


def _symbol(name: str, lists: "WordLists") -> str:
    return name if name in _ASKED else _names(lists)[name.casefold()]


@lru_cache(maxsize=4)
def _name(lists: "WordLists") -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, _names(lists)), key=len, reverse=True))
    return re.compile(rf"(?<![A-Za-z])(?:{'|'.join(_ASKED)})(?![a-z])|(?i:{words})")


@lru_cache(maxsize=4)
def _said(lists: "WordLists") -> re.Pattern[str]:
    name = f"(?:{_name(lists).pattern})"
    joined = rf"{name}(?:\s*(?:[,/+&]|(?i:{lists.any_word_of('and')}))\s*{name})*"
    before = rf"(?i:{lists.any_word_of('contains', behind='')})\s*(?:(?i:du|de|di|d')\s*)?{joined}"
    behind = rf"{joined}[\s-]*(?i:{lists.any_word_of('contained', before='')})"
    return re.compile(rf"{before}(?![\s-]*(?:\d|(?i:{lists.any_of('denied-behind')})))|{behind}")
