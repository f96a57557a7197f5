"""Rare earths that a line names in an ordinary thing: "Keramik Scheibe CeO2", "Glas mit La2O3", a
tantalum foil with Dy.

An explicit composition counts before what the thing usually holds. What the line names "for" it, or
polishes it with, is not in it.
"""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop_app.model.match import RARE_EARTHS

if TYPE_CHECKING:
    from desktop_app.matching.said import Reading
    from desktop_app.register.families import PartFamily
    from desktop_app.register.knowledge import Knowledge
    from desktop_app.register.word_lists import WordLists

_MATERIALS = frozenset({"ceramic", "optics", "metal", "alloy", "crystal", "fibre"})
"""Forms of things that are hardly more than the material they are named after."""
_HOSTS = frozenset({"ceramic", "optics", "crystal", "fibre"})
"""Forms whose names stand before a dopant, also one that is named by its symbol alone: "window, Eu doped"."""
_NAMED_FORMS = (
    "sensor", "lamp", "generator", "rotor", "loudspeaker", "magnet", "magnet_assembly",
)  # fmt: skip
"""Forms of devices that are called after what is in them, as some families are: a gadolinium sensor. Beside
a valve, a router or a label the bare name of an element is mostly a brand, a subject or a place."""
_AT_LEAST_EVEN = 0.5
_DOUBTFUL = frozenset({"Y", "La"})
"""Symbols that are a shape or an article behind a mere "with"."""


def elements_within(raw: str, reading: "Reading", knowledge: "Knowledge") -> tuple[str, ...]:
    """Symbols of the rare earths that a text names in an ordinary thing, empty where it claims that
    they are not in it."""
    family = knowledge.families.get(reading.head or "")
    if family is None or not may_be_within(reading, knowledge):
        return ()
    named = _is_named(reading)
    lists = knowledge.word_lists
    if not named and not _dissolved(lists).search(raw):
        return ()
    beside = knowledge.families.get(reading.rival or "")
    is_material = _is_material(family, reading, knowledge) or (
        beside is not None and beside.form in _HOSTS
    )
    is_device = bool(reading.elements) and _is_named_after(family, knowledge)
    if not (is_material or reading.within or is_device):
        return ()
    is_glass = not lists.of("glass").isdisjoint(reading.words[:1])  # holmium glass
    is_doped = is_material and (is_glass or _dissolved(lists).search(raw) is not None)
    # Whatever a device is named after or a material is doped with is in it; else of a material the substance.
    own = {reading.substance} if is_material else set()
    found = {
        symbol
        for symbol, name in _names(reading, knowledge)
        if name in reading.within
        or (name not in reading.aimed and (is_device or is_doped or name in own))
    }
    if is_material and ("rareearth" in reading.hints or not named or is_doped):
        found |= _symbols(raw, lists)
    if not found or _treated(lists).search(raw):
        return ()
    return tuple(symbol for symbol in RARE_EARTHS if symbol in found)


def may_be_within(reading: "Reading", knowledge: "Knowledge") -> bool:
    """Whether ``elements_within`` may find any in a text that says this."""
    if not _is_named(reading) and reading.head not in _hosts(knowledge):
        return False
    family = knowledge.families.get(reading.head or "")
    if family is None or reading.claims or reading.freed:
        return False
    return _may_host(reading, family, knowledge)


def _is_named_after(family: "PartFamily", knowledge: "Knowledge") -> bool:
    return family.form in _NAMED_FORMS or family.id in knowledge.roles.named_devices


def _is_named(reading: "Reading") -> bool:
    return bool(reading.substance or reading.elements or "rareearth" in reading.hints)


@lru_cache(maxsize=4)
def _hosts(knowledge: "Knowledge") -> frozenset[str]:
    return frozenset(f.id for f in knowledge.families.values() if f.form in _HOSTS)


def _may_host(reading: "Reading", family: "PartFamily", knowledge: "Knowledge") -> bool:
    """Whether a rare earth named with a thing says more than its family does."""
    if family.id in knowledge.roles.no_thing or family.id in knowledge.roles.production:
        return False
    if reading.substance or reading.elements or "rareearth" in reading.hints:
        is_poor = family.probability[1] < _AT_LEAST_EVEN
        return reading.is_other or is_poor or family.form in ("crystal", "fibre")
    return family.form in _HOSTS


def _is_material(family: "PartFamily", reading: "Reading", knowledge: "Knowledge") -> bool:
    return family.form in _MATERIALS or family.id in knowledge.roles.stuffs or reading.plain


def _names(reading: "Reading", knowledge: "Knowledge") -> list[tuple[str, str]]:
    """(symbol, what names it) of the rare earths of a reading, an element or a CAS number."""
    named = [(symbol, symbol) for symbol in reading.elements]
    substance = knowledge.substances.get(reading.substance or "")
    if substance is not None:
        named += [(symbol, substance.cas) for symbol, _ in substance.mass_percent]
    return named


def _symbols(raw: str, lists: "WordLists") -> set[str]:
    """Symbols, written as such, right behind "with" or "doped with", or right before "doped"."""
    if raw.isupper() or raw.islower():
        raw = _in_one_case(lists).sub(_spelled, raw)
    behind = {symbol for symbol in _held(lists).findall(raw) if symbol not in _DOUBTFUL}
    return behind | {symbol for pair in _doped(lists).findall(raw) for symbol in pair if symbol}


_NOT_UN = r"(?<!un)(?<!un-)"
"""Before a word for doped: "undoped" and "unlegiert" say the opposite; "neodymdotiert" does not."""
_LEAST_SAYING = 4
"""Letters of a word for doped behind which any symbol counts; "au" is gold as well."""


@lru_cache(maxsize=4)
def _in_one_case(lists: "WordLists") -> re.Pattern[str]:
    """Symbols that a text all in capitals, or all in small letters, may mean: any beside "doped", else
    those that are no other abbreviation; an SC is a connector and CE a mark."""
    terms = (term.rstrip("*") for term in lists.terms["dissolved"])
    saying = [term for term in terms if len(term) >= _LEAST_SAYING or not term.isascii()]
    doped = "|".join(map(re.escape, sorted(saying, key=len, reverse=True)))
    every = "|".join(symbol for symbol in RARE_EARTHS if symbol not in _DOUBTFUL)
    own = lists.any_of("symbol-in-capitals")
    return re.compile(
        rf"(?P<behind>{_NOT_UN}(?:{doped})\s+)(?P<any>{every})(?![A-Z0-9/&-])"
        rf"|(?<![A-Z0-9/-])(?P<own>{own}|(?:{every})(?=[ -]*(?:{doped})))(?![A-Z0-9/&])",
        re.IGNORECASE,
    )


def _spelled(found: re.Match[str]) -> str:
    return f"{found['behind'] or ''}{(found['any'] or found['own']).capitalize()}"


_SYMBOL = rf"({'|'.join(RARE_EARTHS)})(?![A-Za-z0-9/&-])"


@lru_cache(maxsize=4)
def _held(lists: "WordLists") -> re.Pattern[str]:
    """Without an approval or certificate behind: "pipe with Er approval"."""
    paper = rf"(?!\s*-?(?i:{lists.any_word_of('paper', before='')}))"
    return re.compile(rf"(?i:{lists.any_word_of('contains', behind='')})\s*{_SYMBOL}{paper}")


@lru_cache(maxsize=4)
def _doped(lists: "WordLists") -> re.Pattern[str]:
    word = f"(?i:{_NOT_UN}{lists.any_word_of('dissolved', before='', behind='')})"
    symbol = rf"(?<![A-Za-z0-9/-])({'|'.join(RARE_EARTHS)})[ -]*"
    return re.compile(rf"{word}\s*{_SYMBOL}|{symbol}{word}")


@lru_cache(maxsize=4)
def _dissolved(lists: "WordLists") -> re.Pattern[str]:
    return re.compile(rf"(?i:{_NOT_UN}{lists.any_word_of('dissolved', before='')})")


@lru_cache(maxsize=4)
def _treated(lists: "WordLists") -> re.Pattern[str]:
    return re.compile(rf"(?i:{lists.any_word_of('treated-with')})")
