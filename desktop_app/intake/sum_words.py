"""Words that stand before sums, charges and costs, in the languages of ``resources/sum_words.csv``."""

import csv
import re
from functools import cache

from desktop_app.intake.answer_words import folded
from desktop_app.intake.heading_text import is_cjk
from desktop_app.paths import shipped


@cache
def sum_words(kind: str) -> tuple[str, ...]:
    """The words of one kind, longest first: ``sum``, ``subtotal``, ``charge`` (what is paid beside the
    parts, such as freight), ``cost`` (what a calculation adds to them, such as labour) or ``behind`` (a sum
    behind what is summed up)."""
    found: set[str] = set()
    with shipped("resources", "sum_words.csv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            if row["kind"] == kind:
                found |= {folded(word) for word in row["words"].split(";")}
    return tuple(sorted(found, key=lambda word: (-len(word), word)))


@cache
def _by_start(kinds: tuple[str, ...]) -> dict[str, str]:
    """Per first sign, or first two of a word in letters, a pattern for the words that begin so."""
    found: dict[str, list[str]] = {}
    for kind in kinds:
        for word in sum_words(kind):
            found.setdefault(_start(word), []).append(_pattern(word))
    return {start: "|".join(patterns) for start, patterns in found.items()}


def words_like(text: str, *kinds: str) -> str:
    """A pattern for the words of these kinds that begin as a text does, after signs in front of it; empty
    where none does. Quick, and no pattern of all words is ever made: there are hundreds.

    Blanks may be of any number, and stand between the signs of Chinese, Japanese and Korean.
    """
    plain = text if text[:1].isalnum() else _SIGNS.sub("", text[:LONGEST_SIGNS])
    return _by_start(kinds).get(_start(plain[:2].casefold()), "")


_SIGNS = re.compile(r"^\W+")
LONGEST_SIGNS = 12
"""Signs in front of a word for a sum that are looked through."""


def _start(word: str) -> str:
    return word[:1] if is_cjk(word[:1]) else word[:2]


def _pattern(word: str) -> str:
    if is_cjk(word[:1]):
        return r"\s*".join(re.escape(sign) for sign in word if not sign.isspace())
    return re.escape(word).replace(r"\ ", r"\s+") + r"\.?"
