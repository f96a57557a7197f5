"""Words of Chinese, Japanese and Korean that lists spell in several ways, in one spelling.

``usual_spellings.csv`` and ``taiwan_words.csv`` in ``resources`` name them once, and so for all compounds:
with 马达 for 电机 a 步进马达 is a 步进电机. Where one begins another the longer counts, so a row that names
itself keeps a word as it is: a 전동기타 is an electric guitar and no motor.
"""

import csv
import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from desktop_app.language.han import mainland_words, tables_of_han
from desktop_app.paths import shipped

_SMALL_KANA = dict(
    zip(map(ord, "ァィゥェォッャュョヮヵヶ"), "アイウエオツヤユヨワカケ", strict=True)
)
_INITIALS = (12, 13, 14)
"""Of the Korean alphabet ㅈ, ㅉ and ㅊ, behind which no y is spoken."""
_WITHOUT_Y = ((2, 0), (3, 1), (6, 4), (7, 5), (12, 8), (17, 13))
"""ㅑ as ㅏ and so on, by their place in the alphabet."""
_SYLLABLES, _VOWELS, _FINALS = 0xAC00, 21, 28


def tables_of_spellings() -> list[Path]:
    """The files, for whoever keeps what was made with them."""
    return [shipped("resources", "usual_spellings.csv"), *tables_of_han()]


@cache
def loan_letters() -> dict[int, str]:
    """Signs that loan words are spelled with by some: small kana large, as old systems write them, and
    쥬 or 츄 as 주 and 추."""
    letters = dict(_SMALL_KANA)
    for initial in _INITIALS:
        for spelled, spoken in _WITHOUT_Y:
            for final in range(_FINALS):
                written = _SYLLABLES + (initial * _VOWELS + spelled) * _FINALS + final
                letters[written] = chr(written - (spelled - spoken) * _FINALS)
    return letters


@cache
def usual_spellings() -> dict[str, str]:
    """The usual spelling of each that is spelled otherwise, as the file gives them."""
    path = tables_of_spellings()[0]
    with path.open(encoding="utf-8", newline="") as stream:
        return {row["written"]: row["usual"] for row in csv.DictReader(stream)}


def in_usual_spelling(letters: Mapping[int, int | str] | None = None) -> Callable[[str], str]:
    """What puts a text whose letters are one already into the usual spelling. ``letters``: how those of
    the tables become one."""
    words = {
        _one(written, letters): _one(usual, letters)
        for written, usual in {**mainland_words(), **usual_spellings()}.items()
    }
    for _ in range(2):  # 含氧感知器 holds a 感知器
        words = {written: words.get(usual, usual) for written, usual in words.items()}
    found = re.compile("|".join(sorted(map(re.escape, words), key=len, reverse=True)))
    return lambda text: found.sub(lambda match: words[match[0]], text)


def _one(word: str, letters: Mapping[int, int | str] | None) -> str:
    plain = unicodedata.normalize("NFKC", word).casefold()
    return plain.translate(letters) if letters else plain
