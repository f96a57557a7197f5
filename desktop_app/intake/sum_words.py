"""Words that stand before sums, charges and costs, in the languages of ``resources/sum_words.csv``."""

import csv
import re
from functools import cache

from desktop_app.intake.answer_words import folded
from desktop_app.intake.headings import is_cjk
from desktop_app.paths import shipped


@cache
def sum_words(kind: str) -> tuple[str, ...]:
    """The words of one kind, longest first: ``sum``, ``subtotal``, ``charge`` (what is paid beside the
    parts, such as freight) or ``cost`` (what a calculation adds to them, such as labour)."""
    found: set[str] = set()
    with shipped("resources", "sum_words.csv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            if row["kind"] == kind:
                found |= {folded(word) for word in row["words"].split(";")}
    return tuple(sorted(found, key=lambda word: (-len(word), word)))


def one_of(*kinds: str) -> str:
    """A pattern for any word of these kinds. Blanks may be of any number, and stand between the signs
    of Chinese, Japanese and Korean, as in "合  计"."""
    return "|".join(map(_pattern, _words(kinds)))


def starts_of(*kinds: str) -> frozenset[str]:
    """The first sign of each word, or the first two of a word in letters: few texts begin with one, so
    that the others need not be compared with all words."""
    return frozenset(word[: start_length(word)] for word in _words(kinds))


def start_length(word: str) -> int:
    """How many signs of a word its start has."""
    return 1 if is_cjk(word[:1]) else 2


def _words(kinds: tuple[str, ...]) -> list[str]:
    return [word for kind in kinds for word in sum_words(kind)]


def _pattern(word: str) -> str:
    if is_cjk(word[:1]):
        return r"\s*".join(re.escape(sign) for sign in word if not sign.isspace())
    return re.escape(word).replace(r"\ ", r"\s+") + r"\.?"
