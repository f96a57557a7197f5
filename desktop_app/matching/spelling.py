"""Misspelled words: one letter missing, too many, wrong or swapped with its neighbour.

Only texts in which nothing was recognised come here, so a right word is never replaced. Words are
found through what remains of them when one letter is left out, which needs no search through all.
"""

import re

from rapidfuzz.distance import OSA

from desktop_app.matching.lexicon import Lexicon, Word

_WORD = re.compile(r"[a-z]{6,}")
_LEAST_BEARING = 7
"""Shorter names of things that may hold rare earths are one letter away from too many words."""
_NAMING_KINDS = ("family", "stuff", "other", "tail", "element", "substance")


class Spelling:
    """Proposes known words for unknown ones."""

    def __init__(self, lexicon: Lexicon) -> None:
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
