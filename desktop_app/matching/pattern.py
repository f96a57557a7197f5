"""What of a text its meaning hangs on: texts that agree in it share one reading."""

import re
from typing import Any

from desktop_app.matching.edges import (
    NEXT,
    before_short_word,
    behind_unknown,
    belongs_to_unknown,
    ends_phrase,
    is_measure,
    runs_on,
    stem_length,
)
from desktop_app.matching.said import LOOSE_HINTS, stands_for_magnet

_DIGIT = re.compile(r"\d")


def pattern_of(
    text: str, found: list[Any], raw: str, shares: tuple[tuple[str, float], ...]
) -> tuple[tuple[Any, ...], bool]:
    """The words found, figures between them, and what of their edges counts; and whether an unknown
    word, perhaps the thing itself, stands before a series."""
    pattern: list[Any] = [shares]
    last = 0
    doubtful = False
    is_ascii = text.isascii()
    for place, (end, (length, word)) in enumerate(found):
        start = end - length + 1
        pattern.append(word.number)
        if start > last + NEXT and _DIGIT.search(text, last, start):
            pattern.append(True)
        last = end
        if word.kind == "tail":
            pattern.append("ends" if ends_phrase(text, found, place) else "goes on")
            pattern.append(before_short_word(text, end))
        elif word.value == "of":
            pattern.append(belongs_to_unknown(text, found, place))
        elif word.value == "to":
            pattern.append(behind_unknown(text, found, place))
        elif word.value in LOOSE_HINTS:
            pattern.append(stands_for_magnet(text, length))
        elif word.value == "packaging":
            pattern.append(is_measure(text, start, end))
        elif word.kind == "series":
            doubtful = doubtful or behind_unknown(text, found, place)
            pattern.append("unknown before" if doubtful else "known before")
        if not is_ascii:
            pattern.append(_joined(text, found, place, raw))
    return tuple(pattern), doubtful


def _joined(text: str, found: list[Any], place: int, raw: str) -> int:
    """What joined to a found word, without a blank, bears on it."""
    if found[place][1][1].kind == "link":
        return stem_length(found[place][1][1], raw)
    return runs_on(text, found, place, raw)
