"""Which families are special cases of a general one."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

Rules: TypeAlias = Mapping[str, Sequence[tuple[frozenset[str], frozenset[str], str]]]
"""Per general family: the hints that must be there, those that must not, and the special family."""


def families_below(rules: Rules, general: str) -> frozenset[str]:
    """All families that refine a general one, at any depth."""
    found: set[str] = set()
    open_ones = [general]
    while open_ones:
        for _, _, better in rules.get(open_ones.pop(), ()):
            if better not in found:
                found.add(better)
                open_ones.append(better)
    return frozenset(found)


def refined(rules: Rules, general: str, hints: frozenset[str]) -> str:
    """The most special family below a general one that fits the hints."""
    for _ in range(DEPTH):
        for when, unless, better in rules.get(general, ()):
            if when <= hints and not unless & hints:
                general = better
                break
        else:
            break
    return general


DEPTH = 3
"""Steps from a general family to its most special one."""
