"""How a thing is made, said as its type right behind: "リニアモータ 可動コイル形" is a motor whose coil moves, and
"钕铁硼磁铁 螺丝式" a magnet to be screwed on. What holds nothing and is named so is not the thing itself.
"""

from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from desktop_app.register.word_lists import WordLists

_BEARING = ("family", "stuff", "tail")
_PLAIN = ("other", "shape", "weak", "matter")
_FIRST_SIGN = 0x2E80
"""From here scripts write words without gaps."""


@lru_cache(maxsize=4)
def _suffixes(lists: "WordLists") -> tuple[str, ...]:
    return tuple(sorted(lists.of("type-behind")))


def without_types(text: str, found: list[Any], lists: "WordLists") -> list[Any]:
    """The found words, (end, (length, word)) each, without those that only name the type of a bearing
    thing. What itself bears stays: a hook of magnet type has one."""
    if text.isascii() or not any(word.kind in _BEARING for _, (_, word) in found):
        return found
    suffixes, begins = _suffixes(lists), {end - length + 1 for end, (length, _) in found}
    return [
        one
        for one in found
        if one[1][1].kind not in _PLAIN or not _is_type(text, one[0] + 1, suffixes, begins)
    ]


def _is_type(text: str, at: int, suffixes: tuple[str, ...], begins: set[int]) -> bool:
    """Whether a word for a type stands at a place, and ends its compound or has another thing behind it."""
    suffix = next((s for s in suffixes if text.startswith(s, at)), None)
    if suffix is None or at in begins:
        return False
    behind = at + len(suffix)
    return behind >= len(text) or ord(text[behind]) < _FIRST_SIGN or behind in begins
