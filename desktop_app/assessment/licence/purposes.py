"""The purpose a row itself names, where a line of an announcement asks for one: missile parts.

A purpose that the row names is a fact of the row, narrower than any declared use; a row that denies
it ("not for missiles") names none. Words are the register's.
"""

import re
from functools import lru_cache

import numpy as np

from desktop_app.assessment.licence.uses import described, names_text
from desktop_app.matching.kinds import combined, merged, texts
from desktop_app.model.match import Match
from desktop_app.model.parts import PartTable
from desktop_app.model.spread import Spread
from desktop_app.model.uses import own_use
from desktop_app.register.control import Edition
from desktop_app.register.word_lists import WordLists


@lru_cache(maxsize=4)
def _denied(lists: WordLists) -> re.Pattern[str]:
    """Beside one of these words a purpose is not claimed."""
    return re.compile(lists.any_word_of("denied"), re.I)


def purpose_words(edition: Edition) -> tuple[str, ...]:
    """The words of all purposes that lines of the register ask for."""
    limits = (limit for c in edition.controls for item in c.items for limit in item.limits)
    return tuple(dict.fromkeys(word for limit in limits for word in limit.words))


def purposes_told(parts: PartTable, matches: Spread[Match], edition: Edition) -> Spread[str]:
    """Per part the word of a listed purpose that its use or its description names; else empty."""
    words = purpose_words(edition)
    if not words:
        return Spread(("",), np.zeros(len(parts), dtype=np.int32))
    lists = edition.assumptions.word_lists
    used = merged(texts(parts, "end_use"), lambda text: purpose_in(own_use(text), words, lists))
    found = described(parts, matches, words)
    if found.kinds == ("",):
        return used
    described_ones = merged(
        combined(found, texts(parts, "description")),
        lambda pair: purpose_in(pair[1], words, lists) if pair[0] else "",
    )
    return merged(combined(used, described_ones), lambda pair: pair[0] or pair[1])


def purpose_in(text: str | None, words: tuple[str, ...], lists: WordLists) -> str:
    """The first of the words that a text names and does not deny."""
    if not text or _denied(lists).search(text):
        return ""
    return next((word for word in words if names_text(text, (word,))), "")
