"""A second look at a text that would be cleared: was a word of it cut off, broken, misspelled or run together
with its figure, so that the word which says of what it is was not found?

"Tool holder neodymi", "Motor DC brus hless", "Barreau magntique", "Servomotor400W". What comes of it is in
doubt: it is asked rather than cleared. Only words that bear are looked for, so that nothing else changes.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.compiled import compiled
from desktop_app.matching.letters import apart
from desktop_app.matching.normal import normalise
from desktop_app.matching.said import MAGNET_HINTS, Reading, says_anything
from desktop_app.matching.spelling import Near, RightWords

if TYPE_CHECKING:
    from desktop_app.matching.lexicon import Lexicon, Word
    from desktop_app.register.knowledge import Knowledge

_TOKEN = re.compile(r"[a-z]{6,}")
_WORDS = re.compile(r"[a-z]+")
_LEAST = 7
"""Letters of a word that is looked for: shorter ones are one step from too many others."""
_LONG = 9
"""Letters from which on a wrong letter makes no other word; own judgement, as in spelling.py."""
_LEAST_BEGUN = 5
_CUT_FROM = 15
"""Letters that are left of a last word, and characters of a text, that a column may have cut."""
_AFTER_ALL = chr(0x10FFFF)
_MOST = 3
"""Words one step away, each of which is tried."""
_LAST = re.compile(r"([a-z]+) $")
_RUN = re.compile(r"(?<=[^\W\d_]{4})(?=\d(?![^\W\d_]{2}))|(?<=\d)(?<![^\W\d_]\d)(?=[^\W\d_]{4})")
"""Where a word and a figure were run together, but for a misread letter inside a word; "M8", "IP67" and
"10mm" are written so."""
_TELLING_KINDS = ("element", "substance")
_NAMING_KINDS = ("family", "stuff", "tail", "hint")


class Meant(NamedTuple):
    """How a text may be meant: in its normal form and, where it was only parted, as written; the word
    that was put right, where one was, and whether that is likely right."""

    text: str
    raw: str
    word: str
    is_likely: bool


class SecondLook:
    """Proposes how a text that would be cleared may be meant."""

    def __init__(self, lexicon: "Lexicon", knowledge: "Knowledge") -> None:
        self._lexicon = lexicon
        self._knowledge = knowledge
        self._right = RightWords(lexicon.lists)
        self._near_to: dict[str, tuple[str, ...]] = {}
        self._links = lexicon.lists.of("left-out")

    def is_due(self, reading: Reading) -> bool:
        """Whether a text that says this would be cleared or says nothing, or may be of a kind that is."""
        if reading.is_other:
            return not any(map(self._probably_bears, _beside(reading)))
        if says_anything(reading):
            return False
        told = reading.hints & self._leading
        return not told and (reading.head is None or reading.head in self._clearing)

    def bears(self, reading: Reading, before: Reading) -> bool:
        """Whether a reading names what may bear and ``before`` did not."""
        told = set(reading.elements) - set(before.elements)
        hints = reading.hints - before.hints
        if told or hints & (MAGNET_HINTS | self._leading):
            return True
        if reading.is_other or reading.head in (None, before.head):
            return any(map(self._may_bear, _beside(reading) - _beside(before) - {before.head}))
        return self._may_bear(reading.head)

    def rewritten(self, raw: str, text: str) -> Iterator[Meant]:
        """The text as it may be meant, the likeliest first: ``text`` in its normal form."""
        if " " not in raw.strip() and (parted := apart(raw)) is not None:
            yield Meant(normalise(parted), parted, "", True)
        if _RUN.search(raw):
            parted = _RUN.sub(" ", raw)
            yield Meant(normalise(parted), parted, "", True)
        words = _WORDS.findall(text)
        joined = raw.lower()
        for first, second in pairwise(words):
            if (
                len(first + second) >= _LEAST
                and first + second in self._bearing
                and second not in self._links  # "step per aerobica" is no stepper
                and f"{first}-{second}" not in joined
                and not self._is_known(f"{first}  {second}")
            ):
                whole = text.replace(f" {first}  {second} ", f" {first + second} ", 1)
                yield Meant(whole, "", first + second, True)
        for word in words:
            near = self._nearest(word) if len(word) >= _LEAST else ()
            for known in () if near and self._is_of_name(text, word) else near:
                whole = text.replace(f" {word} ", f" {known} ", 1)
                yield Meant(whole, "", known, len(known) >= _LONG)
        last = _LAST.search(text) if len(raw) >= _CUT_FROM else None
        if last is not None and not self._ends_known(text):
            for whole in self._begun(last.group(1)):
                yield Meant(f"{text[: last.start(1)]}{whole} ", "", whole, False)

    def _nearest(self, word: str) -> tuple[str, ...]:
        """The bearing words one step away from an unknown one; none where they are many."""
        if word not in self._near_to:
            found = (
                ()
                if word in self._right or self._is_known(word)
                else self._near.one_step_from(word)
            )
            fitting = tuple(known for known in found if _may_mean(word, known))
            self._near_to[word] = fitting if len(fitting) <= _MOST else ()
        return self._near_to[word]

    def _begun(self, begun: str) -> list[str]:
        """The shortest bearing words that begin so; none for a whole word."""
        if len(begun) < _LEAST_BEGUN or begun in self._right or self._is_known(begun):
            return []
        words = self._in_order
        found = words[bisect_left(words, begun) : bisect_left(words, f"{begun}{_AFTER_ALL}")]
        return sorted(found, key=lambda word: (len(word), word))[:_MOST]

    def _is_of_name(self, text: str, word: str) -> bool:
        """Whether a word belongs to a name that is found as it stands: the permanentes of imanes permanentes."""
        return any(
            word in text[end - length + 1 : end + 1].split()
            for end, (length, _) in self._lexicon.iter_long(text)
        )

    def _ends_known(self, text: str) -> bool:
        """Whether the end of a text belongs to a word of the lists, "moteur à courant continu"."""
        return any(end >= len(text) - 1 for end, _ in self._lexicon.iter_long(text))

    def _is_known(self, word: str) -> bool:
        """Whether a word is one of the lists, whole."""
        found = self._lexicon.iter_long(f" {word} ")
        return any(length >= len(word) for _, (length, _) in found)

    def _probably_bears(self, name: str | None) -> bool:
        family = self._knowledge.families[name or self._knowledge.roles.mechanical]
        return family.probability[1] >= self._knowledge.judgements.likely_from

    def _may_bear(self, name: str | None) -> bool:
        family = self._knowledge.families[name or self._knowledge.roles.mechanical]
        return bool(family.probability[1] >= self._knowledge.judgements.no_below or family.minerals)

    @cached_property
    def _clearing(self) -> frozenset[str]:
        """Families whose parts are cleared, unless more is said of them, and those of which some are."""
        families, figures = self._knowledge.families, self._knowledge.judgements
        cleared = {
            family.id
            for family in families.values()
            if family.probability[1] < figures.no_below and not family.minerals
        }
        general = {rule.of for name in cleared for rule in families[name].refines}
        open_ones = {n for n in general if families[n].probability[1] < figures.likely_from}
        return frozenset(cleared | open_ones)

    @cached_property
    def _leading(self) -> frozenset[str]:
        """Hints each of which alone makes a family one that probably bears, and it was not before: that
        an oxide is a powder tells of no part."""
        families, least = self._knowledge.families, self._knowledge.judgements.likely_from
        return frozenset(
            hint
            for family in families.values()
            if family.probability[1] >= least
            for rule in family.refines
            if len(rule.when) == 1 and families[rule.of].probability[1] < least
            for hint in rule.when
        )

    @cached_property
    def _near(self) -> Near:
        return Near(self._in_order)

    @cached_property
    def _in_order(self) -> list[str]:
        """The bearing words by the alphabet: those that begin alike lie together."""
        return sorted(self._bearing)

    @cached_property
    def _bearing(self) -> frozenset[str]:
        """Words that name what bears, kept between runs: they are few of all."""
        if not self._lexicon.mark:
            return self._found()
        return compiled("bearing-words", self._lexicon.mark, self._found)

    def _found(self) -> frozenset[str]:
        return frozenset(
            token
            for spelling, word in self._lexicon.words.items()
            if self._is_bearing(word)
            for token in _TOKEN.findall(spelling)
        )

    def _is_bearing(self, word: "Word") -> bool:
        if word.kind in _TELLING_KINDS:
            return True
        if word.kind not in _NAMING_KINDS:
            return False
        if word.kind == "hint":
            return word.value in MAGNET_HINTS or word.value in self._leading
        family = self._knowledge.families.get(word.value)
        least = self._knowledge.judgements.likely_from
        return bool(family and family.probability[1] >= least)


def _beside(reading: Reading) -> set[str | None]:
    """Families named beside the head."""
    return {reading.rival, *reading.later, *reading.also, *reading.inside} - {None}


def _may_mean(word: str, known: str) -> bool:
    """Whether a word is likely a misspelled bearing one rather than another word: a letter missing, too
    many or swapped, in a long word also a wrong one; not at its end, which another form of it has."""
    if len(known) <= _LEAST:
        return False
    if len(word) != len(known):
        return not (word.startswith(known) or known.startswith(word))
    if word[:-1] == known[:-1]:
        return False
    return len(known) >= _LONG or sorted(word) == sorted(known)
