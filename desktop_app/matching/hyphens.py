"""Compounds that are written with a hyphen: "Lambda-Sonde" and "Hysterese-Bremse" are what the lists know as
one word. Two words that are known side by side stay two, as in "servo-motor", and so do two things of
which the first may hold rare earths: a "Magnet-Halter" may hold a magnet, and a Magnethalter is one. A
"Kurbelwellen-Sensor" is what its whole word says, and what a "Laptop-Kissen" is nobody knows. What stands
before stays with the next word where it says of what that is: "Samarium-Cobalt-Pulver" is no cobalt powder.

A hyphen at the end of a word stands for the last noun of the next compound: "Motor- und Geberkabel".
"""

import re
from collections.abc import Iterator, Sequence, Set
from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING

from desktop_app.matching.edges import THING_KINDS
from desktop_app.matching.normal import normalise

if TYPE_CHECKING:
    from desktop_app.matching.lexicon import Lexicon
    from desktop_app.register.word_lists import WordLists

_COMPOUND = re.compile(r"(?<![\w-])[^\W\d_]{3,}(?:-[^\W\d_]{3,}){1,3}(?![\w-])")
_LEAST = 7
"""Letters of a compound; two short words that make a known one may be anything else. Own judgement."""


_LEAST_NOUN = 3
"""Letters of each of the two nouns of a compound whose last one another word leaves out."""
_THINGS = {*THING_KINDS, "tail"}
_ORDINARY = {"other", "shape", "matter"}


def without_hyphens(raw: str, scan: "Lexicon") -> str | None:
    """The text with such compounds as one word; None where it has none."""
    whole = raw
    if "- " in raw:
        whole = _cut_short(scan.lists).sub(lambda found: _bought(found, scan), raw)
    joined = _COMPOUND.sub(lambda found: _joined(found[0], scan), whole)
    return None if joined == raw else joined


@lru_cache(maxsize=4)
def _cut_short(lists: "WordLists") -> re.Pattern[str]:
    """A word whose last noun a hyphen stands for, the link, and the compound that has it."""
    links = f"{lists.any_of('and')}|{lists.any_of('either')}"
    return re.compile(
        rf"(?<![\w-])(?P<first>[^\W\d_]{{{_LEAST_NOUN},}})- {{1,2}}(?:{links}) {{1,2}}"
        rf"(?P<second>[^\W\d_]{{{2 * _LEAST_NOUN},}})(?![\w-])",
        re.IGNORECASE,
    )


def _bought(found: re.Match[str], scan: "Lexicon") -> str:
    """The second of two compounds whose noun is an ordinary thing, as the first names but what that is for:
    a "Magnet- und Spulenhalter" is no magnet. Of two motors either may bear, and a metal is of what it is."""
    first, second = found["first"], found["second"]
    if not _is_thing(first, scan) or "stuff" in _names(first, scan):
        return found[0]
    nouns = (second[at:] for at in range(_LEAST_NOUN, len(second) - _LEAST_NOUN + 1))
    kinds = next((kinds for noun in nouns if (kinds := _names(noun, scan) & _THINGS)), None)
    return second if kinds and kinds <= _ORDINARY else found[0]


def is_of_product(raw: str, head: str | None, scan: "Lexicon") -> bool:
    """Whether a whole machine that names a line only stands before an unknown noun, which is the thing: a
    "Laptop-Kissen". What is written in capitals alone names a model, and small letters a language in which
    the thing stands first."""
    if head not in scan.lists.roles.products:
        return False
    return any(
        parts[-1].istitle()
        and parts[0][0].isupper()
        and head in {word.value for _, (_, word) in scan.iter_long(normalise(parts[0]))}
        and not any(True for _ in scan.iter_long(normalise(parts[-1])))
        for parts in (compound.split("-") for compound in _COMPOUND.findall(raw))
    )


def _joined(compound: str, scan: "Lexicon") -> str:
    parts = compound.split("-")
    for start, end in _spans(len(parts)):
        within = parts[start:end]
        whole = _whole(within)
        if (
            len(whole) >= _LEAST
            and _names(whole, scan)
            and not _names(" ".join(within), scan)
            and not (
                _bears(within[0], scan) and all(_names(part, scan) & _THINGS for part in within)
            )
            and all(_is_thing(part, scan) for part in parts[:start])
        ):
            return "-".join([*parts[:start], whole, *parts[end:]])
    return compound


def _whole(parts: Sequence[str]) -> str:
    """Without capitals inside, at which words would be told apart again: "ElektroMagnet"."""
    return parts[0] + "".join(part if part.isupper() else part.lower() for part in parts[1:])


def _bears(part: str, scan: "Lexicon") -> bool:
    return "family" in _names(part, scan)


def _is_thing(part: str, scan: "Lexicon") -> bool:
    """Whether a part is a thing by itself; "Cer" and "Samarium" say of what the next word is."""
    kinds = _names(part, scan)
    return bool(kinds) and kinds <= _THINGS


def _spans(count: int) -> Iterator[tuple[int, int]]:
    """Beginnings and ends of what may be one word, the longest first."""
    spans = (span for span in combinations(range(count + 1), 2) if span[1] - span[0] > 1)
    return iter(sorted(spans, key=lambda span: span[0] - span[1]))


def _names(name: str, scan: "Lexicon") -> Set[str]:
    """The kinds of the word of the lists that a text is as a whole; none where it is none."""
    text = normalise(name)
    return {word.kind for _, (length, word) in scan.iter_long(text) if length >= len(text) - 1}
