"""How published examples spell methods, inputs, sums and the rest of the world.

``resources/register/figures/worked_names.csv`` holds the names, each with where it is met.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

_AS_ONE = re.compile(r"\b(?:counted |taken |treated )?as (?:one|a single)\b", re.IGNORECASE)
"""A rest that a study takes for one country."""
_SIGNS = re.compile(r"[\W_]+")
Spellings = Mapping[str, tuple[str, ...]]
"""Our name to the spellings of others, letters and digits alone, in the order of the table."""


def plain(name: str) -> str:
    """Letters and digits alone, in small letters."""
    return _SIGNS.sub("", name).casefold()


@dataclass(frozen=True, eq=False)
class WorkedNames:
    """``methods`` begin so, ``abbreviations`` are whole names; ``sides``: of one sourcing whatever
    stands before and after; ``figures`` hold the spelling anywhere. ``rest``, ``total`` and
    ``whole_total`` are words of a table of countries with the blanks between them; ``counts``: numbers
    in words to their digits; behind ``part`` a share is of less than the whole."""

    methods: Spellings
    abbreviations: Mapping[str, str]
    publishers: tuple[str, ...]
    inputs: Spellings
    sides: Spellings
    figures: Spellings
    not_countries: frozenset[str]
    rest: tuple[str, ...]
    total: tuple[str, ...]
    whole_total: tuple[str, ...]
    counts: Mapping[str, str]
    part: tuple[str, ...]

    def in_digits(self, name: str) -> str:
        """*The largest three* as *the largest 3*."""
        return self._counted.sub(lambda found: self.counts[found[0].casefold()], name)

    def is_of_a_part(self, name: str) -> bool:
        """Whether a share is one of less than the whole: *the largest outside China*."""
        return self._parted.search(name) is not None

    def is_total(self, name: str) -> bool:
        """Whether a table calls its sum so: *World total (rounded)*, *Total*."""
        return bool(self._total.search(_words(name))) and not self.is_rest(name)

    def is_rest(self, name: str) -> bool:
        """Whether a table calls so what it does not name: *Other countries*, *Rest of world*."""
        return bool(self._rest.match(_words(name))) and not _AS_ONE.search(name)

    def is_country(self, name: str) -> bool:
        """Whether an input beside amounts can be a country: not *year*, *unit* or *importer*."""
        return plain(name) not in self.not_countries

    @cached_property
    def publisher(self) -> re.Pattern[str]:
        """Who published a method, before its name."""
        return re.compile(
            rf"^(?:{any_word(self.publishers)})[\W_]+(?:\d{{4}}[\W_]+)?", re.IGNORECASE
        )

    @cached_property
    def _counted(self) -> re.Pattern[str]:
        return re.compile(rf"\b(?:{any_word(tuple(self.counts))})\b", re.IGNORECASE)

    @cached_property
    def _parted(self) -> re.Pattern[str]:
        return re.compile(rf"\b(?:{any_word(self.part)})\b", re.IGNORECASE)

    @cached_property
    def _total(self) -> re.Pattern[str]:
        whole, within = any_word(self.whole_total), any_word(self.total)
        return re.compile(rf"^(?:{whole})$|\b(?:{within})\b", re.IGNORECASE)

    @cached_property
    def _rest(self) -> re.Pattern[str]:
        return re.compile(rf"(?:{any_word(self.rest)})\b", re.IGNORECASE)


def any_word(words: tuple[str, ...]) -> str:
    """A pattern for any of these words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _words(name: str) -> str:
    return _SIGNS.sub(" ", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)).strip()
