"""What stands at the edges of the words found in a text: unknown words, figures, joined words.

``found`` holds (end, (length, Word)) of each found word, as the lexicon gives them.
"""

import re
from typing import Any

THING_KINDS = ("family", "stuff", "other", "weak", "matter", "shape")
NEXT = 3
"""Blanks and edges between the ends of two neighbouring words; no figure fits in."""
_UNKNOWN = re.compile(r" [^\W\d_]{5,} ")
_UNKNOWN_NOUN = re.compile(r" [^\W\d_]{4,} ")
_SHORT = re.compile(r" {1,2}[^\W\d_]{1,3} ")
_KATAKANA = re.compile("[ァ-ヺ]{2,}(?![ァ-ヺ\u4e00-\u9fff])")
_KATAKANA_APART = re.compile(r"(?<=\s)[ァ-ヺー・]{2,}")
_UNWRITTEN = str.maketrans("", "", "ー・")
"""Marks that a normalised text is without."""


def ends_phrase(text: str, found: list[Any], place: int) -> bool:
    """Whether no further noun can follow a found word: a figure, a mark, "for" or nothing does."""
    end = found[place][0]
    if not text[end + 1 : end + 3].strip().isalpha():
        return True
    if place + 1 == len(found):
        return False
    following, (length, word) = found[place + 1]
    return word.kind in ("link", "mark") and following - length <= end + 1


def behind_unknown(
    text: str, found: list[Any], place: int, unknown: re.Pattern[str] = _UNKNOWN
) -> bool:
    """Whether an unknown word, perhaps the thing itself, stands before a found one."""
    last = 0
    for end, (length, _) in found[: place + 1]:
        if unknown.search(text, last, end - length + 2):
            return True
        last = end
    return False


def belongs_to_unknown(text: str, found: list[Any], place: int) -> bool:
    """Whether a found "of" stands between an unknown word and a known one: "cage de disque dur"."""
    if place + 1 == len(found) or not behind_unknown(text, found, place, _UNKNOWN_NOUN):
        return False
    end, (length, word) = found[place + 1]
    return word.kind in THING_KINDS and end - length <= found[place][0] + NEXT


def _katakana_apart(raw: str) -> frozenset[str]:
    """The words in katakana behind a blank; a normalised text no longer tells that they stand alone."""
    return frozenset(word.translate(_UNWRITTEN) for word in _KATAKANA_APART.findall(raw))


def runs_on(text: str, found: list[Any], place: int, raw: str = "") -> bool:
    """Whether an unknown word in katakana is joined to a found one; in Japanese it is the thing.

    ``raw``: the text as written, where a blank may stand before the word.
    """
    end = found[place][0]
    if text[end] == " ":
        return False
    joined = _KATAKANA.match(text, end + 1)
    if joined is None or joined.group() in _katakana_apart(raw):
        return False
    return place + 1 == len(found) or found[place + 1][0] - found[place + 1][1][0] > end


def before_short_word(text: str, end: int) -> bool:
    """Whether an unknown word of up to three letters follows, as in "servo RC"."""
    return _SHORT.match(text, end) is not None
