"""Short lists of words that the reading of texts stands on and that name no part: vessels, months,
"not", "at most", "part number"; chemical symbols that stand alone in a line; and which thing behind
another only describes it.

``word_lists.csv``, ``symbols.csv`` and ``describing.csv`` in ``resources/register`` hold them. A term
that ends in an asterisk stands for everything that begins so.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from desktop_app.register.family_roles import FamilyRoles
from desktop_app.register.plain_materials import PlainMaterials

UNSPACED = re.compile("[\u3040-\u9fff\uac00-\ud7a3]")
"""Signs of languages that leave no blank between words."""


class LoneSymbol(NamedTuple):
    """``family``: of the metal that the symbol alone may name, empty for rare earths. ``is_word``: it
    is a word or unit as well, so that it counts beside a stated purity only."""

    family: str
    is_word: bool


@dataclass(frozen=True, eq=False)
class WordLists:
    """The lists by name, each in the order of its file, the symbols, and pairs of families of which
    the second, behind the first, only describes it ("model": the number of a model). ``materials``:
    designations of ordinary materials. ``roles``: which families the rules of matching mean."""

    terms: Mapping[str, tuple[str, ...]]
    symbols: Mapping[str, LoneSymbol]
    pairs: tuple[tuple[str, str], ...]
    materials: PlainMaterials
    roles: FamilyRoles

    @cached_property
    def sets(self) -> Mapping[str, frozenset[str]]:
        """The lists for looking words up."""
        return {name: frozenset(terms) for name, terms in self.terms.items()}

    def of(self, name: str) -> frozenset[str]:
        """The terms of a list as they are spelled there."""
        return self.sets[name]

    def describes(self, first: str, behind: str) -> bool:
        """Whether a thing of the family ``behind`` only describes one of the family ``first`` before it."""
        known = self._described.get((first, behind))
        if known is None:
            known = any(_fits(a, first) and _fits(b, behind) for a, b in self.pairs)
            self._described[first, behind] = known
        return known

    @cached_property
    def _described(self) -> dict[tuple[str, str], bool]:
        return {}

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
        spaced = [term for term in self.terms[name] if not UNSPACED.search(term)]
        unspaced = [term for term in self.terms[name] if UNSPACED.search(term)]
        either = rf"{before}(?:{_either(spaced)}){behind}"
        return f"(?:{either}|{_either(unspaced)})" if unspaced else either


def _fits(pattern: str, family: str) -> bool:
    begins = pattern.removesuffix("*")
    return family.startswith(begins) if begins != pattern else family == pattern


def _either(terms: Sequence[str]) -> str:
    return "|".join(
        re.escape(term.rstrip("*")) + (r"\w*" if term.endswith("*") else "")
        for term in sorted(terms, key=len, reverse=True)
    )
