"""How words of the languages look in the plural and in other cases, as ``plurals.csv`` says.

All of it is spelled as normalised: small letters, no accents.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

ENGLISH = "any"
"""Stands for English and for languages without rules of their own."""


@dataclass(frozen=True, eq=False)
class Plurals:
    """The rules of one language. ``head_first``: the noun leads its phrase. ``links``: words behind
    which stands what it is of or for. ``words``: exceptions. ``endings``: what ends a word and what
    does instead, the longest that fits counts. ``adjectives``: endings before a noun in any
    number, ``adjectives_of_one``: of one only."""

    head_first: bool = False
    links: frozenset[str] = frozenset()
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    endings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    adjectives: tuple[str, ...] = ()
    adjectives_of_one: tuple[str, ...] = ()
    _told: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False)

    def of(self, word: str) -> tuple[str, ...]:
        """The other forms of one word; none where it is unchanged or no word."""
        told = self._told.get(word)  # of a hundred thousand words few are new
        if told is None:
            told = self._told[word] = self._of(word)
        return told

    def _of(self, word: str) -> tuple[str, ...]:
        if not (word.isascii() and word.isalpha()):
            return ()
        if (known := self.words.get(word)) is not None:
            return known
        for cut in range(max(0, len(word) - self._longest), len(word) + 1):
            if (many := self.endings.get(word[cut:])) is not None:
                return tuple(word[:cut] + ending for ending in many)
        return ()

    @cached_property
    def _longest(self) -> int:
        return max(map(len, self.endings), default=0)
