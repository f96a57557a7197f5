"""Whether two names are of one firm, as lists and questionnaires write them."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from desktop_app.intake.kind_words import words_of_kind


def resembles(name: object, others: Iterable[object]) -> bool:
    """Whether a firm may be one of others: all words of the shorter name are in the longer one.

    Where nobody is named on either side, nothing speaks against it.
    """
    known = [words for other in others if (words := _words(other))]
    mine = _words(name)
    return not mine or not known or any(mine <= words or words <= mine for words in known)


def key_of_firm(name: str) -> str:
    """A firm to compare, without its legal form: "NSB Bearings Ltd" is NSB Bearings. Its plain name where
    it has no other words."""
    return " ".join(sorted(_words(name))) or "".join(name.casefold().split())


def _words(name: object) -> frozenset[str]:
    if not isinstance(name, str):
        return frozenset()
    forms, joined = _forms()
    plain = joined.sub(" ", unicodedata.normalize("NFKC", name).casefold())
    return frozenset(re.findall(r"\w+", plain)) - forms


@cache
def _forms() -> tuple[frozenset[str], re.Pattern[str]]:
    """Words that say what kind of firm it is, or nothing; and those that are joined to the name."""
    words = [unicodedata.normalize("NFKC", word).casefold() for word in words_of_kind("firm_word")]
    joined = sorted((word for word in words if not word.isascii()), key=len, reverse=True)
    return frozenset(words), re.compile("|".join(map(re.escape, joined)))
