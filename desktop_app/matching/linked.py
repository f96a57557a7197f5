"""Names of Chinese, Japanese and Korean that are written with a link: サーボ用モータ and 永磁式吸盘 are what the
lists know without it, ネオジムの磁石 is one word more than ネオジム磁石.

A link counts for nothing only where what stands on its two sides is together one known name.
"""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop_app.matching.edges import NEXT
from desktop_app.matching.head_noun import BEARING_KINDS, OTHER_KINDS
from desktop_app.matching.normal import normalise

if TYPE_CHECKING:
    from desktop_app.matching.lexicon import Lexicon
    from desktop_app.register.word_lists import WordLists

_SIGN = "[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]"
_LEAST_BEFORE = 2
"""Signs of a name before the link; one may be the end of any other word."""


@lru_cache(maxsize=4)
def _links(lists: "WordLists") -> re.Pattern[str]:
    """A link or two right behind a sign, be it before a blank: 永磁式 吸盘, 步进型的电机."""
    return re.compile(rf"(?<={_SIGN})(?:{lists.any_of('links-a-name')}){{1,2}}(?=\s?{_SIGN})")


def without_links(raw: str, text: str, scan: "Lexicon") -> str | None:
    """The text without such links; None where it has none. ``text``: in its normal form."""
    if raw.isascii():
        return None
    whole, found = raw, _links(scan.lists).search(raw)
    while found is not None:
        shorter = whole[: found.start()] + whole[found.end() :]
        seam = len(normalise(whole[: found.start()]).rstrip())
        at = found.start() + 1
        if _is_link(text, seam, scan) and _is_named(plain := normalise(shorter), seam, scan):
            whole, text, at = shorter, plain, found.start()
        found = _links(scan.lists).search(whole, at)
    return None if whole == raw else whole


def _is_link(text: str, seam: int, scan: "Lexicon") -> bool:
    """Whether what stands at a place of a normalised text lies in no name of a thing, and before no magnet: one for a
    door catch is none. Nor between a part and an ordinary thing for it: 磁石用プレート."""
    magnets = scan.lists.roles.magnets
    is_behind_part = False
    for end, (length, word) in scan.iter_long(text):
        start = end - length + 1
        if end == seam - 1:
            is_behind_part = word.kind in BEARING_KINDS
        if is_behind_part and seam < start <= seam + NEXT and word.kind in OTHER_KINDS:
            return False
        if start <= seam <= end and word.kind not in ("link", "hint"):
            return False
        if seam < start <= seam + NEXT and word.value in magnets:
            return False
    return True


def _is_named(text: str, seam: int, scan: "Lexicon") -> bool:
    """Whether one name of what may bear lies on both sides of a place of a normalised text."""
    return any(
        word.kind in BEARING_KINDS and end - length + 1 <= seam - _LEAST_BEFORE and end >= seam
        for end, (length, word) in scan.iter_long(text)
    )
