"""Of which language a term is that is given for any: the language whose words it is made of."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from desktop_app.matching.normal import normalise
from desktop_app.register.plurals import ENGLISH, Plurals

if TYPE_CHECKING:
    from desktop_app.register.knowledge import Term

_WORD = re.compile(r"[a-z]+")
COMPOUNDING_LANGUAGES = ("de", "nl", "sv")
_FIRST = "en"
_LEAST_PART = 4
"""Letters of a word that a compound is made of; shorter ones end too many others. Own judgement."""
_JOINTS = ("", "s", "n", "en", "es")
"""What German puts between the two words of a compound."""


class Tongues:
    """Tells the language of each of the terms, and the rules of its plurals."""

    def __init__(
        self,
        terms: "Iterable[Term]",
        rules: Mapping[str, Plurals],
        is_romance: Callable[[str], bool],
    ) -> None:
        self.rules = rules
        self._is_romance = is_romance
        self._words: dict[str, set[str]] = {
            language: set() for language in (_FIRST, *rules) if language != ENGLISH
        }
        self._told: dict[str, tuple[str, ...]] = {}
        self._ones: dict[str, dict[str, str]] = {}
        self._parts: set[str] = set()
        for term in terms:
            if term.kind == "family" and term.text.isalpha():
                self._parts.add(normalise(term.text).strip())
            if term.language in self._words:
                self._words[term.language].update(_WORD.findall(normalise(term.text)))

    def of(self, term: "Term") -> tuple[str, ...]:
        """Its language; where it is given for any, all those whose terms have most of its words. What
        English has as well is English, unless a word or ending says that it is not."""
        if term.language != ENGLISH:
            return (term.language,)
        told = self._told.get(term.text)
        if told is None:
            told = self._told[term.text] = self._of(term)
        return told

    def _of(self, term: "Term") -> tuple[str, ...]:
        said = _WORD.findall(normalise(term.text))
        known = {name: sum(map(words.__contains__, said)) for name, words in self._words.items()}
        is_romance = self._is_romance(term.text)
        if is_romance:
            known = {name: n for name, n in known.items() if self._leads(name)}
        most = max(known.values())
        found = tuple(name for name, n in known.items() if n == most)
        if is_romance:
            return found
        return (ENGLISH,) if _FIRST in found or not said else (*found, ENGLISH)

    def one_of(self, language: str, word: str) -> str:
        """What a word in the plural is of one, where that is a word of the language; else the word itself."""
        if language not in self._ones:
            rules = self.rules[language]
            known = sorted(self._words[language])
            self._ones[language] = {many: word for word in known for many in rules.of(word)}
        return self._ones[language].get(word, word)

    def seam(self, inner: str, term: "Term") -> int:
        """Where the name of a family that is one word, made of two of its language, may be written apart
        in lists (Lambda Sonde); 0 where nowhere. Two that are English as well, or of which the first is
        a part itself (Magnet-Halter), say apart what they say."""
        if term.kind != "family" or not inner.isalpha():
            return 0
        joining = (name for name in self.of(term) if name in COMPOUNDING_LANGUAGES)
        words = self._words.get(next(joining, ""), set())
        english = self._words[_FIRST]
        for place in range(len(inner) - _LEAST_PART, _LEAST_PART - 1, -1):
            left, right = inner[:place], inner[place:]
            lefts = {left.removesuffix(joint) for joint in _JOINTS} & words
            if right in words and lefts:
                said = lefts & self._parts or (left in english and right in english)
                return 0 if said else place
        return 0

    def _leads(self, language: str) -> bool:
        return language in self.rules and self.rules[language].head_first
