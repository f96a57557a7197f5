"""Blanks between Chinese words, which a normalised text is without: lists write 无刷 电机 and 无刷电机.

A word found across such a blank is one where it begins or ends as the words beside the blank do; one
out of the end of the first and the beginning of the second is none: a 磁铁 in 喇叭磁 铁氧体.
"""

import re
from collections.abc import Iterator
from typing import Any

_HAN = "\u4e00-\u9fff\uac00-\ud7af"
_GAP = re.compile(rf"(?<=[{_HAN}])[ \t\u3000]+(?=[{_HAN}])")
_PAIR = re.compile(rf"(?=([{_HAN}]+)[ \t\u3000]+([{_HAN}]+))")
_KEPT = " ‖ "
"""A mark that no word has, so that it stays in a normalised text and nothing is found across it."""


def kept_gaps(raw: str, text: str, found: list[Any]) -> str | None:
    """The text as written with its blanks marked, where a word was found across one that is none;
    else None. ``found``: (end, (length, word)) of the words in ``text``, the normalised one."""
    if raw.isascii() or not _GAP.search(raw):
        return None
    words = {text[end - length + 1 : end + 1].strip() for end, (length, _) in found}
    wrong = any(_is_across(word, *pair) for pair in _pairs(raw) for word in words)
    return _GAP.sub(_KEPT, raw) if wrong else None


def _pairs(raw: str) -> Iterator[tuple[str, str]]:
    """The two runs of Chinese beside each blank; a run between two blanks is in two pairs."""
    starts = set()
    for match in _PAIR.finditer(raw):
        if match.end(1) not in starts:
            starts.add(match.end(1))
            yield match.group(1), match.group(2)


def _is_across(word: str, left: str, right: str) -> bool:
    """Whether a word is made of the end of one run and the beginning of the next, of neither all."""
    if len(word) < 2 or word in left or word in right:
        return False
    return any(
        len(left) > cut and len(right) > len(word) - cut
        and left.endswith(word[:cut]) and right.startswith(word[cut:])
        for cut in range(1, len(word))
    )  # fmt: skip
