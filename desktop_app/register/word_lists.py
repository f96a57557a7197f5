"""Short lists of words that the reading of texts stands on and that name no part: vessels, months,
"not", "at most", "part number"; and chemical symbols that stand alone in a line.

``resources/register/word_lists.csv`` and ``symbols.csv`` hold them. A term that ends in an asterisk
stands for every word that begins so.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

_UNSPACED = re.compile("[\u3040-\u9fff\uac00-\ud7a3]")
"""Signs of languages that leave no blank between words."""


class LoneSymbol(NamedTuple):
    """``family``: of the metal that the symbol alone may name, empty for rare earths. ``is_word``: it
    is a word or unit as well, so that it counts beside a stated purity only."""

    family: str
    is_word: bool


@dataclass(frozen=True, eq=False)
class WordLists:
    """The lists by name, each in the order of its file, and the symbols."""

    terms: Mapping[str, tuple[str, ...]]
    symbols: Mapping[str, LoneSymbol]

    @cached_property
    def sets(self) -> Mapping[str, frozenset[str]]:
        """The lists for looking words up."""
        return {name: frozenset(terms) for name, terms in self.terms.items()}

    def of(self, name: str) -> frozenset[str]:
        """The terms of a list as they are spelled there."""
        return self.sets[name]

    def family(self, prefix: str) -> Mapping[str, tuple[str, ...]]:
        """The lists whose name begins so ("month-") by the rest of their names."""
        terms = self.terms.items()
        return {name.removeprefix(prefix): of for name, of in terms if name.startswith(prefix)}

    def any_of(self, name: str) -> str:
        """A pattern for any term of a list, the longest first."""
        return _either(self.terms[name])

    def any_word_of(self, name: str, before: str = r"\b", behind: str = r"\b") -> str:
        """A pattern for any term of a list that stands as a word of its own, within these edges;
        Chinese, Japanese and Korean terms count anywhere."""
        spaced = [term for term in self.terms[name] if not _UNSPACED.search(term)]
        unspaced = [term for term in self.terms[name] if _UNSPACED.search(term)]
        either = rf"{before}(?:{_either(spaced)}){behind}"
        return f"(?:{either}|{_either(unspaced)})" if unspaced else either


def _either(terms: Sequence[str]) -> str:
    return "|".join(
        re.escape(term.rstrip("*")) + (r"\w*" if term.endswith("*") else "")
        for term in sorted(terms, key=len, reverse=True)
    )
