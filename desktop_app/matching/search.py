"""The search for all spellings at once, laid out so that a text is gone through quickly."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

import ahocorasick

_NEVER = "*"
"""A sign that no text in its normal form holds."""
_PLAIN_SIGNS = "".join(map(chr, range(ord(" "), 0x7F)))


def search_for(spellings: Iterable[str]) -> Any:
    """What finds the spellings, each with its number. It looks through the signs that may come next one
    by one, so the frequent ones stand first, and each of ASCII has a place at the start: one that
    begins nothing, such as a figure, would be looked for among all 1,300 that do."""
    numbers = {spelling: number for number, spelling in enumerate(spellings)}
    often = Counter(sign for spelling in numbers for sign in spelling)
    rank = {ord(sign): chr(place) for place, (sign, _) in enumerate(often.most_common())}
    automaton = ahocorasick.Automaton(ahocorasick.STORE_INTS)
    for sign in sorted(_PLAIN_SIGNS, key=lambda sign: -often[sign]):
        automaton.add_word(sign + _NEVER, 0)
    for spelling in sorted(numbers, key=lambda spelling: spelling.translate(rank)):
        automaton.add_word(spelling, numbers[spelling])
    automaton.make_automaton()
    return automaton
