"""Names that a list turns round, the general word first: COUPLING,MAGNETIC is a magnetic coupling.

A comma ends a phrase elsewhere. Here it counts for nothing only where the words on its two sides are
together one known name.
"""

import re
from collections.abc import Container, Iterator
from functools import lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING

from desktop_app.matching.edges import THING_KINDS
from desktop_app.matching.head_noun import BEARING_KINDS
from desktop_app.matching.normal import normalise

if TYPE_CHECKING:
    from desktop_app.matching.lexicon import Lexicon
    from desktop_app.register.word_lists import WordLists

_TURNED = re.compile(
    r"\s*([^\W\d_](?:[^,;()\d]|(?<=[a-zO])\d(?![\w.])){1,24}?)\s*,"
    r"\s*([^\W\d_](?:[^,;()\d]|(?<=[a-zO])\d(?![\w.])){1,24}?)\s*(?=[,;]|$)"
    r"|\s*([^\W\d_][^\s,;()\d]{1,24})\s*,\s*([^\W\d_][^\s,;()\d]{1,24})(?=\s\S{0,8}\d)"
)
"""Two short phrases at the beginning without figures but those of a formula, "ferrule, ZrO2", or two words before
a size: "RING, MAGNET 20x10"."""
_TURNED_LATER = re.compile(
    r"(?<![^\s:])([^\W\d_][^\s,;()\d]{1,24})\s*,\s*([^\W\d_][^,;()\d]{1,24}?)\s*(?=[,;]|$)"
)
"""The same behind a number, a firm or the like."""
_LONGEST_BEFORE = 24
"""Signs of a number or a firm; what is longer says more than that."""
_THIRD = re.compile(r"\s*,\s*([^\W\d_][^,;()\d]{1,24}?)\s*(?=[,;]|$)")
_TURNED_WORDS = re.compile(r"\s*([^\W\d_]{3,})\s+([^\W\d_][^\s,;()\d]{2,})(?![^\s,;])")
"""Two words at the beginning."""
_IN_BRACKETS = re.compile(
    r"\s*([^\W\d_][^\s,;()\d]{1,24})\s*\(\s*([^\W\d_][^,;()\d]{1,24}?)([-‐–.]?)\s*\)"
)
"""A word at the beginning and its kind in brackets: Bremse (Hysterese), Motor (Schritt-)."""
_ASSEMBLY = re.compile(
    r"\s*([^\W\d_]{3,})\s+(assy|assembly|asm)\s+([^\W\d_][^\s,;()\d]{2,})(?![^\s,;])", re.IGNORECASE
)
_CODE = 3
"""Letters of what a list says where a thing goes: VL, front left."""
_PARTS = frozenset({*THING_KINDS, "tail"}) - {"stuff", "matter"}
_PLAIN = ("other",)
_NEXT_WORD = re.compile(r" [^\s,;()]+")


def turned_round(raw: str, scan: "Lexicon") -> str | None:
    """The text with such a name in its usual order; None where it begins with none, be it behind a
    number."""
    if (found := _linked_round(raw, scan) or _bracketed(raw, scan)) is not None:
        return found
    if (found := _assembled(raw, scan)) is not None:
        return found
    if "," not in raw:
        return _turned_words(raw, scan)
    begins = _TURNED.match(raw)
    turned = _turned_at(raw, begins, scan) if begins else None
    if turned is None:
        later = _TURNED_LATER.search(raw, 1)
        if later and _names_nothing(raw[: later.start()], scan):
            turned = _turned_at(raw, later, scan)
    return turned or (None if begins else _turned_words(raw, scan))


def _bracketed(raw: str, scan: "Lexicon") -> str | None:
    """The text with a kind in brackets before its noun, or behind it in a language that puts it there."""
    begins = _IN_BRACKETS.match(raw) if "(" in raw else None
    if begins is None:
        return None
    general, special, cut = begins.groups()
    if not cut and _is_other(general, special, scan):
        return None  # Kupplung (Magnet-) is one word, Halter (Magnet) a thing and what it is for
    for name in (f"{special} {general}", f"{special}{general.lower()}", f"{general} {special}"):
        if _is_bearing(normalise(name), scan):
            return name + raw[begins.end() :]
    return None


def _assembled(raw: str, scan: "Lexicon") -> str | None:
    """The text with the word for an assembly behind both words of a name: PUMP ASSY COOLANT."""
    begins = _ASSEMBLY.match(raw)
    if begins is None:
        return None
    general, assembly, special = begins.groups()
    if not _is_bearing(normalise(f"{special} {general}"), scan):
        return None
    return f"{special} {general} {assembly}{raw[begins.end() :]}"


_LINKED = r"\s*([^\W\d_][^\s,;()\d]{2,24})\s+(%s)\s*(?=[^\W\d_])"
_OF_IT = re.compile(r"[^\W\d_][^\s,;()\d]*(?:\s[^\W\d_][^\s,;()\d]*){0,2}")


@lru_cache(maxsize=4)
def _links(lists: "WordLists") -> re.Pattern[str]:
    """A word and a link behind it of a language whose nouns come last."""
    return re.compile(_LINKED % lists.any_of("turning-link"), re.IGNORECASE)


def _linked_round(raw: str, scan: "Lexicon") -> str | None:
    """The text with what stands behind a link before its noun, where both are one known name: a sensor for
    wheel speed is a wheel speed sensor."""
    begins = _links(scan.lists).match(raw)
    behind = _OF_IT.match(raw, begins.end()) if begins else None
    if begins is None or behind is None:
        return None
    with_it = scan.lists.of("linking-with")
    general, link = begins.group(1), normalise(begins.group(2)).strip()
    ends = scan.lists.of("linking") | with_it
    said = " ".join(takewhile(lambda word: word.strip("./") not in ends, behind.group().split()))
    kept = scan.lists.roles.motors if link in with_it else frozenset[str]()
    if _is_for(link, scan) and _is_other(general, said, scan, (*_PLAIN, "shape")):
        return None  # a holder for magnets is no magnetic holder, a box for loudspeakers no loudspeaker
    while said:
        for name in _compounds(said, general):
            if _is_bearing(normalise(name), scan, kept):
                return name + raw[begins.end() + len(said) :]
        said, _, last = said.rpartition(" ")
        if len(last) > _CODE:
            return None  # the lid of a magnetic separator is no magnetic lid
    return None


def _compounds(said: str, general: str) -> Iterator[str]:
    """The names that a word and what stands behind its link may make, also in one word as German has it."""
    yield f"{said} {general}"
    if said.endswith("s"):
        yield f"{said[:-1]} {general}"
    yield from (f"{said}{joint}{general.lower()}" for joint in ("", "n", "s"))


def _is_bearing(plain: str, scan: "Lexicon", unless: Container[str] = ()) -> bool:
    """Whether a normalised text is one known name of a part that may hold something, and not one of the
    families ``unless``: what comes with a brake is no brake motor."""
    found = next(iter(scan.iter_long(plain)), None)
    if found is None:
        return False
    end, (length, word) = found
    is_one = word.kind in BEARING_KINDS and word.value not in unless
    return is_one and end - length < 1 and end + 2 >= len(plain)


def _is_for(link: str, scan: "Lexicon") -> bool:
    """Whether a link says what a thing is for, not what it is of or comes with."""
    return any(word.value == "for" for _, (_, word) in scan.iter_long(normalise(link)))


def _is_other(general: str, said: str, scan: "Lexicon", kinds: tuple[str, ...] = _PLAIN) -> bool:
    """Whether a word names an ordinary thing by itself, beside one that names what bears: Box (Lautsprecher)."""
    plain = normalise(general)
    found = next(iter(scan.iter_long(plain)), None)
    if found is None or found[1][1].kind not in kinds or found[1][0] + 2 < len(plain):
        return False
    return _is_bearing(normalise(said), scan)


def _turned_at(raw: str, begins: re.Match[str], scan: "Lexicon") -> str | None:
    """The text with two phrases in their usual order, with a third before them where all three are one
    name: VALVE, SOLENOID, LATCHING."""
    general, special = (said for said in begins.groups() if said is not None)
    before = raw[: begins.start(1 if begins.group(1) else 3)]
    third = _THIRD.match(raw, begins.end())
    whole = f"{third.group(1)} {special} {general}" if third else ""
    if third and _is_known(normalise(whole), scan):
        return before + whole + raw[third.end() :]
    for name in (f"{special} {general}", f"{general} {special}"):
        if _is_known(normalise(name), scan):
            return before + name + raw[begins.end() :]
    return None


def _names_nothing(before: str, scan: "Lexicon") -> bool:
    """Whether what stands before such a name names no part itself and links to none."""
    if len(before) > _LONGEST_BEFORE or "," in before or ";" in before:
        return False
    found = (word.kind for _, (_, word) in scan.iter_long(normalise(before)))
    return not any(kind in THING_KINDS or kind == "link" for kind in found)


def _turned_words(raw: str, scan: "Lexicon") -> str | None:
    """The same of two words without a comma, of which the second alone names no part: RELAY LATCHING,
    but no motor gear. Words that are a name as they stand are not turned, nor is one of a language whose
    noun comes first: "motor freno de estacionamiento"."""
    begins = _TURNED_WORDS.match(raw) if raw.isascii() else None
    if begins is None:
        return None
    general, special = begins.groups()
    name = f"{special} {general}"
    if not _is_known(normalise(name), scan, turned=True) or _is_part(normalise(special), scan):
        return None
    whole = normalise(raw)
    if _known_from_start(whole, scan) > len(normalise(general)):
        return None
    follows = _NEXT_WORD.match(raw, begins.end())
    if follows and (
        _is_known(normalise(special + follows.group()), scan)
        or _is_part(normalise(follows.group()), scan)
    ):
        return (
            None  # POWDER TUNGSTEN CARBIDE is one of tungsten carbide, CAPACITOR RUN MOTOR a motor
        )
    return name + raw[begins.end() :]


def _known_from_start(plain: str, scan: "Lexicon") -> int:
    """How many signs of a normalised text its first name takes, 0 where it begins with none."""
    end, (length, word) = next(iter(scan.iter_long(plain)), (0, (0, None)))
    return end + 1 if word and word.kind in THING_KINDS and end - length < 1 else 0


def _is_part(plain: str, scan: "Lexicon") -> bool:
    """Whether a normalised text names a part, other than by a material: also by a word that does so
    where none follows, as in "gripper servo"."""
    found = (word.kind for _, (_, word) in scan.iter_long(plain))
    return any(kind in _PARTS for kind in found)


def _is_known(plain: str, scan: "Lexicon", *, turned: bool = False) -> bool:
    """Whether a normalised text is one known name of a thing, which may be ``turned`` where its noun comes last."""
    found = next(iter(scan.iter_long(plain)), None)
    if found is None:
        return False
    end, (length, word) = found
    if turned and word.noun_first:
        return False
    return word.kind in THING_KINDS and end - length < 1 and end + 2 >= len(plain)
