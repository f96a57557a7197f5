"""The encoding of one byte a sign whose letters a text most likely shows: Greek, Thai, DOS, old Macs.

Each word beyond ASCII is weighed in every encoding: how usual its letters are in one language of it, whether
capitals stand as capitals do, whether an alphabet is mixed with a to z. The letters are
``resources/letters_by_frequency.csv``. What is found stays a guess.
"""

import csv
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from functools import cache
from typing import Literal, NamedTuple

from desktop_app.paths import shipped

MOST_WORDS = 300
"""Different words that are weighed. Own judgement."""
SHORTEST = 3
"""Signs of a word that is weighed: "N" with a small o, 90 with a ring and µF are of no language."""
CLEARLY = 3.0
"""Natural logarithm of how much more likely another encoding must be than the one taken so far."""
WINDOWS, APPLE, OTHER = 0.0, -4.0, -3.0
"""Of how likely an encoding is before a word was looked at: lists come from Windows. Own judgement."""
_WORD = re.compile(rb"[A-Za-z\x80-\xff']*[\x80-\xff][A-Za-z\x80-\xff']*")
_SIGNS = frozenset("°±µ×÷€£§«»“”„‘’‚–—…·•®©™²³½¼¾ªº№\xa0Ø¿¡´²")
"""What stands beside words in lists of any language."""
_LAST_ONLY = frozenset("ςםןךףץىة")
"""Letters that end a word."""
_NEVER_LAST = frozenset("σ")
_NEVER_FIRST = frozenset("ะาำิีึืฺุูั็่้๊๋์")
"""Thai vowels and tones that follow a consonant."""
Kind = Literal["alone", "latin", "marked"]
SIGN, SIGN_INSIDE, FOREIGN, ODD, BROKEN = 0.004, 1e-5, 2e-4, 1e-6, 1e-9
MIXED, ODD_CASE, ODD_PLACE, SIDE_BY_SIDE = 1e-3, 1e-3, 0.02, 0.08
CAPITAL = 0.4
"""Likelihoods. Own judgement."""


class _Language(NamedTuple):
    """``usual``: the logarithm of how often each small letter stands."""

    kind: Kind
    usual: Mapping[str, float]


def likely_encoding(sample: bytes, taken: str) -> str:
    """The encoding that the words of a text show clearly more than the one ``taken`` so far; else that."""
    words = Counter(word[:40] for word in _WORD.findall(sample) if len(word) >= SHORTEST)
    if not words:
        return taken
    weighed = words.most_common(MOST_WORDS)
    scores = {name: _score(weighed, name) for name in _languages()}
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] > scores.get(taken, -math.inf) + CLEARLY else taken


def _score(words: list[tuple[bytes, int]], encoding: str) -> float:
    """How likely the words are in the language of this encoding that fits them best."""
    texts = [(word.decode(encoding, "replace"), math.log1p(count)) for word, count in words]
    fits = (
        sum(many * _word(text, language) for text, many in texts)
        for language in _languages()[encoding]
    )
    return max(fits) + _before(encoding)


def _before(encoding: str) -> float:
    if encoding.startswith("mac"):
        return APPLE
    return WINDOWS if encoding.startswith("cp125") or encoding in ("cp874", "koi8-r") else OTHER


def _word(text: str, language: _Language) -> float:
    total = 0.0
    last = len(text) - 1
    is_upper = text.isupper()
    before = False
    for at, sign in enumerate(text):
        if sign < "\x80":
            before = False
            continue
        small = sign.lower() if sign != "İ" else "ı"
        usual = language.usual.get(small)
        if usual is not None:
            total += usual
            if small != sign and not is_upper:
                total += math.log(CAPITAL)
            if _is_misplaced(sign, at, last, language.kind):
                total += math.log(ODD_PLACE)
            if before and language.kind == "latin":
                total += math.log(SIDE_BY_SIDE)
            before = True
        else:
            total += math.log(_strange(sign, text, at))
            before = False
    return total + _as_written(text, language)


def _is_misplaced(sign: str, at: int, last: int, kind: Kind) -> bool:
    """Whether a letter stands where it cannot in a word."""
    if kind == "marked":
        return not at and unicodedata.combining(sign) > 0
    is_inside = at < last
    return (
        (sign in _LAST_ONLY and is_inside)
        or (sign in _NEVER_LAST and not is_inside and last > 0)
        or (sign in _NEVER_FIRST and not at)
    )


def _strange(sign: str, text: str, at: int) -> float:
    """How likely a sign is that is no letter of the language."""
    if sign == "\ufffd":
        return BROKEN
    if sign in _SIGNS:
        around = text[max(0, at - 1) : at] + text[at + 1 : at + 2]
        return SIGN_INSIDE if len(around) > 1 and around.isalpha() else SIGN
    return FOREIGN if sign.isalpha() else ODD


def _as_written(text: str, language: _Language) -> float:
    """Less likely where capitals stand inside a word, or a to z among letters of another alphabet."""
    letters = "".join(filter(str.isalpha, text))
    has_own = any(sign > "\x7f" for sign in letters)
    odd = 0.0
    if language.kind == "alone" and has_own and any(sign < "\x80" for sign in letters):
        odd += math.log(MIXED)
    if has_own and not (letters.isupper() or letters.islower() or letters[1:].islower()):
        is_cased = letters.lower() != letters.upper()
        odd += math.log(ODD_CASE) if is_cased else 0.0
    return odd


def guessed_encodings() -> frozenset[str]:
    """All encodings that are only known by the letters they give."""
    return frozenset(_languages())


@cache
def _languages() -> Mapping[str, tuple[_Language, ...]]:
    """The languages of each encoding."""
    found: dict[str, tuple[_Language, ...]] = {}
    with shipped("resources", "letters_by_frequency.csv").open(encoding="utf-8") as stream:
        for row in csv.DictReader(stream):
            weights = [1 / (place + 3) for place in range(len(row["letters"]))]
            total = sum(weights)
            usual = {
                letter: math.log(weight / total)
                for letter, weight in zip(row["letters"], weights, strict=True)
            }
            language = _Language(_kind(row["script"]), usual)
            for encoding in row["encodings"].split():
                found[encoding] = (*found.get(encoding, ()), language)
    return found


def _kind(written: str) -> Kind:
    if written == "latin":
        return "latin"
    return "marked" if written == "marked" else "alone"
