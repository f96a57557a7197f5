"""Misspelled words: one letter missing, too many, wrong or swapped with its neighbour.

Only texts in which nothing was recognised come here, or nothing but a thing of open kind (a motor,
a magnet), so a right word is never replaced.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from desktop_app.matching.lexicon import Lexicon, Word

_WORD = re.compile(r"[a-z]{6,}")
_LEAST_BEARING = 7
"""Shorter names of things that may hold rare earths are one letter away from too many words."""
_LONG = 9
"""Letters of a word that one wrong letter does not turn into another one."""
_SHARPENING_KINDS = ("family", "stuff", "hint", "element", "tail")
_NAMING_KINDS = ("family", "stuff", "other", "tail", "element", "substance")


class _Near:
    """Known words by first letter and length: one misread letter leaves both nearly as they were.

    Kept so, tens of thousands of words cost nothing before the first unknown one is looked up.
    Where the first letter is the misread one, the rest of the word is a known one's.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._alike: dict[tuple[str, int], list[str]] = {}
        self._rests: dict[str, list[str]] = {}
        self._words = dict.fromkeys(words)
        for word in self._words:
            self._alike.setdefault((word[0], len(word)), []).append(word)
            self._rests.setdefault(word[1:], []).append(word)

    def one_step_from(self, word: str) -> list[str]:
        """The known words that differ from a word by one step; those that begin as it does first."""
        return self._begin_alike(word) or self._begin_otherwise(word)

    def _begin_otherwise(self, word: str) -> list[str]:
        """The known words of which a word misses the first letter, has one too many before it, has it
        swapped with the second or, being long, has it wrong."""
        rest, swapped = word[1:], word[1] + word[0] + word[2:]
        is_long = len(word) > _LEAST_BEARING
        wrong = (known for known in self._rests.get(rest, ()) if is_long and known != word)
        whole = (known for known in (rest, swapped) if known in self._words)
        return list(dict.fromkeys([*self._rests.get(word, ()), *wrong, *whole]))

    def _begin_alike(self, word: str) -> list[str]:
        return [
            known
            for length in (len(word) - 1, len(word), len(word) + 1)
            for known, distance, _ in extract(
                word, self._alike.get((word[0], length), ()),
                scorer=OSA.distance, score_cutoff=1, limit=None,
            )
            if distance == 1
        ]  # fmt: skip


class Spelling:
    """Proposes known words for unknown ones."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._found: dict[str, str | None] = {}

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
        motor"). A wrong letter is put right in long words only: a stopper motor may be one."""
        for match in _WORD.finditer(text):
            word = match.group()
            if len(word) < _LEAST_BEARING or word in self._tokens:
                continue
            known = self._sharper(word)
            if known is not None:
                yield text[: match.start()] + known + text[match.end() :], known

    @cached_property
    def _known(self) -> _Near:
        """Spellings that may stand in for a misspelled word."""
        return _Near(
            plain
            for spelling, word in self._lexicon.words.items()
            if _may_stand_in(plain := spelling.strip(), word)
        )

    @cached_property
    def _tokens(self) -> frozenset[str]:
        """Every single word of the known spellings."""
        return frozenset(_WORD.findall("\n".join(self._lexicon.words)))

    @cached_property
    def _sharp(self) -> _Near:
        """Words that say a kind."""
        return _Near(
            token
            for spelling, word in self._lexicon.words.items()
            if word.kind in _SHARPENING_KINDS
            for token in _WORD.findall(spelling)
            if len(token) >= _LEAST_BEARING
        )

    def _sharper(self, word: str) -> str | None:
        """A word of a kind that differs by one letter missing, too many, swapped or, in a long word,
        wrong."""
        found = [
            known
            for known in self._sharp.one_step_from(word)
            if len(known) != len(word) or len(word) >= _LONG or sorted(known) == sorted(word)
        ]
        return found[0] if len(found) == 1 else None

    def _nearest(self, word: str) -> str | None:
        """A known word one step away; None where two different ones are."""
        if word not in self._found:
            found = self._known.one_step_from(word)
            self._found[word] = found[0] if len(found) == 1 else None
        return self._found[word]


def _may_stand_in(plain: str, word: Word) -> bool:
    if word.kind not in _NAMING_KINDS or not _WORD.fullmatch(plain):
        return False
    return word.kind == "other" or len(plain) >= _LEAST_BEARING
