"""What happens to a line on its way through an ERP system, each kind by its name."""

import re
from collections.abc import Callable, Mapping
from functools import cache

from tests.matching.parts import shipped_knowledge

CUT = 40
"""Length of the short text of the most used ERP system, in characters."""
_LONG_WORD = re.compile(r"[A-Za-zÀ-ÿ]{7,}")


def typo(text: str) -> str:
    """The longest Latin word has two neighbouring letters swapped; other scripts stay."""
    words = _LONG_WORD.findall(text)
    if not words:
        return text
    word = max(words, key=len)
    middle = len(word) // 2
    wrong = word[: middle - 1] + word[middle] + word[middle - 1] + word[middle + 1 :]
    return text.replace(word, wrong, 1)


def upper(text: str) -> str:
    """Capitals only."""
    return text.upper()


def cut(text: str) -> str:
    """The first 40 characters, capitals."""
    return text[:CUT].strip().upper()


def without_maker(text: str) -> str:
    """Names of known makers left out."""
    return re.sub(r"\s+", " ", _makers().sub("", text)).strip()


@cache
def _makers() -> re.Pattern[str]:
    names = {
        name
        for maker in shipped_knowledge().makers.values()
        for name in (maker.name, *maker.aliases)
        if len(name) > 3
    }
    longest = sorted(names, key=lambda name: (-len(name), name))
    return re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in longest), re.I)


def as_given(text: str) -> str:
    """The line itself."""
    return text


DEGRADATIONS: Mapping[str, Callable[[str], str]] = {
    "given": as_given,
    "typo": typo,
    "upper": upper,
    "no_maker": without_maker,
    "cut_40": cut,
}
