"""Headings written short: "Paese orig." for *paese di origine*, "StdPreis", "Prim Vendor", "LT gg".

A short word stands for each longer one that begins with it, and for those that the table in
``resources/heading_short_words.csv`` gives. A heading is known when all known headings that it may
stand for mean the same field; where they differ, nobody can tell and it stays unknown.
"""

import csv
import re
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import product

from desktop_app.intake.composed_headings import behind_table
from desktop_app.intake.heading_words import JOINTS, without_accents
from desktop_app.paths import shipped

SHORTEST = 3
"""Letters that a cut word keeps at least. Own judgement."""
MOST_WORDS = 4
MOST_READINGS = 64
"""Ways to write out one heading that are tried. Own judgement."""
_CAMEL = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])")
Entries = Mapping[str, Sequence[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class WrittenOut:
    """The field of a heading, with all entries of the known headings that it may stand for; ``cut``: how
    many of its words are cut."""

    field: str
    entries: tuple[tuple[str, str], ...]
    cut: int


class ShortHeadings:
    """The known headings by the first letters of their words. ``entries``: comparable heading to its
    fields with their languages."""

    def __init__(self, entries: Entries) -> None:
        self._entries = entries

    @cached_property
    def _keys(self) -> Mapping[tuple[str, ...], Set[str]]:
        """The words of known headings, to the headings that have no others; many a list asks for none."""
        found: dict[tuple[str, ...], set[str]] = {}
        for key in self._entries:
            words = content_words(key)
            if 0 < len(words) <= MOST_WORDS and all(map(_is_lettered, words)):
                found.setdefault(words, set()).add(key)
        return found

    @cached_property
    def _by_start(self) -> Mapping[tuple[int, str], Sequence[tuple[str, ...]]]:
        found: dict[tuple[int, str], list[tuple[str, ...]]] = {}
        for words in self._keys:
            found.setdefault((len(words), words[0][:2]), []).append(words)
        return found

    def written_out(self, bare: str, *, is_explained: bool = False) -> WrittenOut | None:
        """What a comparable heading stands for; None where it is not short, or may stand for more than
        one thing. ``is_explained``: the rest of the heading tells what it is about, so that one short
        word says enough."""
        words = content_words(bare)
        if not 0 < len(words) <= MOST_WORDS or not all(map(_is_lettered, words)):
            return None
        if len(words) == 1 and len(words[0]) <= SHORTEST and not is_explained:
            return None
        found: dict[tuple[str, ...], int] = {}
        for reading in _readings(words):
            if len(reading) > 1 and ("".join(reading),) in self._keys:
                found[("".join(reading),)] = sum(word not in reading for word in words)
            for key in self._by_start.get((len(reading), reading[0][:2]), ()):
                cut = _cut(reading, key)
                if cut is not None:
                    rank = cut + sum(a not in reading for a in words)
                    found[key] = min(found.get(key, rank), rank)
        return self._agreed(found)

    def _agreed(self, found: Mapping[tuple[str, ...], int]) -> WrittenOut | None:
        """The one field of all; a heading with fewer cut words goes before others."""
        if not found:
            return None
        fewest = min(found.values())
        meant = [
            entry
            for words, cut in found.items()
            if cut == fewest
            for key in self._keys[words]
            for entry in self._entries[key]
        ]
        fields = {field for field, _ in meant} - BESIDE
        if len(fields) != 1:
            return None
        return WrittenOut(fields.pop(), tuple(dict.fromkeys(meant)), fewest)


BESIDE = frozenset(("net_price", "list_price", "paid_price", "planned_price", "drawing_number"))
"""What the table says of a heading beside its field."""


def apart(heading: str) -> str:
    """A heading with its joined words apart, without the table it is a field of: "StdPreis" is "Std Preis",
    "PODetail_PartNum" is "Part Num"."""
    return _CAMEL.sub(" ", behind_table(heading))


def has_short_words(heading: str, bare: str) -> bool:
    """Whether a text shows that words of it are cut: by a point, or, in a few words without figures, as
    one of the table. Lines of data are asked as well as headings."""
    if "." in heading:
        return True
    words = bare.split()
    is_told = len(words) < MOST_WORDS and all(map(str.isalpha, words))
    return is_told and not long_words().keys().isdisjoint(words)


def content_words(bare: str) -> tuple[str, ...]:
    """The words of a comparable heading without those that only join them."""
    return tuple(word for word in without_accents(bare).split() if word not in JOINTS)


def _is_lettered(word: str) -> bool:
    return word.isalnum() and ord(word[0]) < FIRST_JOINED


FIRST_JOINED = 0x2E80
"""From here scripts write words without gaps."""


def _readings(words: tuple[str, ...]) -> Iterable[tuple[str, ...]]:
    """The heading with each short word as it is and as each longer one."""
    ways = [(word, *long_words().get(word, ())) for word in words]
    for n, way in enumerate(product(*ways)):
        if n >= MOST_READINGS:
            return
        yield tuple(part for word in way for part in word.split())


def _cut(reading: tuple[str, ...], key: tuple[str, ...]) -> int | None:
    """How many words of the reading are beginnings of those of the key; None where one is not."""
    cut = 0
    for word, whole in zip(reading, key, strict=True):
        if word != whole:
            if len(word) < SHORTEST or not whole.startswith(word):
                return None
            cut += 1
    return cut


@cache
def long_words() -> Mapping[str, tuple[str, ...]]:
    """Short words as they stand in comparable headings, to what they may stand for."""
    found: dict[str, list[str]] = {}
    path = shipped("resources", "heading_short_words.csv")
    with path.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            for short in row["short"].split(";"):
                long = without_accents(row["long"])
                found.setdefault(without_accents(short.strip()), []).append(long)
    return {short: tuple(dict.fromkeys(meant)) for short, meant in found.items()}
