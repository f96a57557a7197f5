"""Words of ``resources/unit_words.csv`` as patterns that find them in a cell or a heading.

A word stands for itself with no letter on either side. "*" in place of that side lets letters stand there:
"*week*" is in "Kalenderwochen"-like words as well. "#" before a word: only behind a figure, as the T of
"14T". A full stop may be missing, a blank may be a hyphen or missing. Writing without blanks between words
is found anywhere. What stands under the same kind with ``_not`` is no such word: 周期 is a cycle, no week.
"""

import re
from collections.abc import Mapping
from functools import cache

from desktop_app.intake.answer_words import is_unspaced
from desktop_app.intake.kind_words import read_kind_words
from desktop_app.paths import shipped


@cache
def unit_words() -> Mapping[str, tuple[str, ...]]:
    """The words of each kind, as the file notes them."""
    return read_kind_words(shipped("resources", "unit_words.csv"))


@cache
def pattern_of(kind: str) -> re.Pattern[str]:
    """Finds any word of a kind, in whatever case. Raises KeyError for a kind that the file does not have."""
    words = unit_words()
    unless = "|".join(map(re.escape, words.get(f"{kind}_not", ())))
    found = "|".join(map(_pattern, words[kind]))
    return re.compile(rf"(?!{unless})(?:{found})" if unless else found, re.IGNORECASE)


def any_of(kind: str) -> str:
    """The words of a kind as they stand, the longer before those they begin with, for a larger pattern."""
    return "|".join(map(re.escape, sorted(unit_words()[kind], key=len, reverse=True)))


def _pattern(noted: str) -> str:
    word = noted.strip("#*")
    letters = re.escape(word).replace(r"\.", r"\.?").replace(r"\ ", "[ -]?")
    is_joined = noted.startswith("*") or is_unspaced(word)
    before = r"\d\s*" if noted.startswith("#") else "" if is_joined else r"\b"
    is_open = noted.endswith("*") or is_unspaced(word)
    if word.endswith(".") and not is_open:
        return before + letters.removesuffix(r"\.?") + r"\b\.?"
    return before + letters + ("" if is_open else r"\b")
