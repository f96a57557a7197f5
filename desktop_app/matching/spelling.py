"""Misspelled words: one letter missing, too many, wrong or swapped with its neighbour.

Only texts in which nothing was recognised come here, or nothing but a thing of open kind (a motor,
a magnet), so a right word is never replaced. Words are found through what remains of them when one
letter is left out, which needs no search through all.
"""

import re
from collections.abc import Iterator
from functools import cached_property

from rapidfuzz.distance import OSA

from desktop_app.matching.lexicon import Lexicon, Word

_WORD = re.compile(r"[a-z]{6,}")
_LEAST_BEARING = 7
"""Shorter names of things that may hold rare earths are one letter away from too many words."""
_SHARPENING_KINDS = ("family", "stuff", "hint", "element", "tail")
_NAMING_KINDS = ("family", "stuff", "other", "tail", "element", "substance")


class Spelling:
    """Proposes known words for unknown ones."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._known: dict[str, list[str]] = {}
        self._found: dict[str, str | None] = {}
        for spelling, word in lexicon.words.items():
            plain = spelling.strip()
            if _may_stand_in(plain, word):
                for rest in _without_one(plain):
                    self._known.setdefault(rest, []).append(plain)

    def corrected(self, text: str) -> tuple[str, str] | None:
        """The normalised text with one word put right, and that word; None where nothing fits."""
        for match in _WORD.finditer(text):
            known = self._nearest(match.group())
            if known is not None:
                return text[: match.start()] + known + text[match.end() :], known
        return None

    def sharpened(self, text: str) -> Iterator[tuple[str, str]]:
        """The normalised text with one unknown word put right, and that word, for each word that
        could say of which kind an open thing is, also as a part of a phrase (the stepper of "stepper
        motor"). A wrong letter is not put right here: a stopper motor may be one."""
        for match in _WORD.finditer(text):
            word = match.group()
            if len(word) < _LEAST_BEARING or word in self._tokens:
                continue
            known = self._sharper(word)
            if known is not None:
                yield text[: match.start()] + known + text[match.end() :], known

    @cached_property
    def _tokens(self) -> frozenset[str]:
        """Every single word of the known spellings."""
        return frozenset(
            token for spelling in self._lexicon.words for token in _WORD.findall(spelling)
        )

    @cached_property
    def _sharp(self) -> dict[str, list[str]]:
        """Words that say a kind, by what remains of them without one letter."""
        found: dict[str, list[str]] = {}
        for token in {
            token
            for spelling, word in self._lexicon.words.items()
            if word.kind in _SHARPENING_KINDS
            for token in _WORD.findall(spelling)
            if len(token) >= _LEAST_BEARING
        }:
            for rest in _without_one(token):
                found.setdefault(rest, []).append(token)
        return found

    def _sharper(self, word: str) -> str | None:
        """A word of a kind that differs by one letter missing, too many or swapped."""
        found = {
            known
            for rest in _without_one(word)
            for known in self._sharp.get(rest, ())
            if known[0] == word[0]
            and (len(known) != len(word) or sorted(known) == sorted(word))
            and OSA.distance(known, word, score_cutoff=1) == 1
        }
        return found.pop() if len(found) == 1 else None

    def _nearest(self, word: str) -> str | None:
        """A known word one step away that begins alike; None where two different ones do."""
        if word not in self._found:
            found = {
                known
                for rest in _without_one(word)
                for known in self._known.get(rest, ())
                if known[0] == word[0] and OSA.distance(known, word, score_cutoff=1) == 1
            }
            self._found[word] = found.pop() if len(found) == 1 else None
        return self._found[word]


def _may_stand_in(plain: str, word: Word) -> bool:
    if word.kind not in _NAMING_KINDS or not _WORD.fullmatch(plain):
        return False
    return word.kind == "other" or len(plain) >= _LEAST_BEARING


def _without_one(word: str) -> set[str]:
    """The word, and the word without each one of its letters."""
    return {word, *(word[:place] + word[place + 1 :] for place in range(len(word)))}
