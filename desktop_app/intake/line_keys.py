"""Cells that number the lines of a list, and such as are one word."""

import re
from collections.abc import Sequence

from desktop_app.intake.grid import Value
from desktop_app.intake.numbers import number_of

_KEY = re.compile(r"(\D{1,12}?)0*(\d{1,6})")

_NAME_BEFORE = re.compile(r"\S.*?[^\W\d_]{2}")
_KEY_IN_BRACKETS = re.compile(r"(?=\D*\d)[\w./+#:\-]+")


def key_behind(text: str) -> tuple[str, str] | None:
    """What stands before the brackets that end a text, and the key in them: SAP's apps export what they show,
    "Torque motor 140 mm (TG0012)". Split by hand, since a pattern tries each letter of a long text."""
    if not text.endswith(")"):
        return None
    before, bracket, key = text[:-1].rpartition("(")
    if not bracket or not _KEY_IN_BRACKETS.fullmatch(key) or not _NAME_BEFORE.match(before):
        return None
    return before.rstrip(), key


def are_keys(texts: Sequence[str]) -> bool:
    """INV-001, INV-002, INV-003: the same front in every cell, and numbers that count from 1."""
    begins = _KEY.fullmatch(texts[0]) if len(texts) >= FEWEST_KEYS else None
    if begins is None or int(begins[2]) != 1:
        return False
    found = [_KEY.fullmatch(text) for text in texts]
    if not all(found):
        return False
    fronts = {match[1] for match in found if match is not None}
    numbers = [int(match[2]) for match in found if match is not None]
    return len(fronts) == 1 and numbers == list(range(1, len(numbers) + 1))


FEWEST_KEYS = 5
"""Records from which their numbers show that they are counted. Own judgement."""


def are_mixed_lines(cells: Sequence[Value]) -> bool:
    """16, 17, 18, 8, 63: whole numbers that are all different, from a list with hardly more lines, which is
    sorted by something else than them."""
    numbers = [number_of(cell, False) for cell in cells]
    if len(numbers) < FEWEST_MIXED or not all(number.is_integer() for number in numbers):
        return False
    is_dense = min(numbers) >= 1 and max(numbers) <= MOST_LEFT_OUT * len(numbers)
    return is_dense and len(set(numbers)) == len(numbers)


FEWEST_MIXED, MOST_LEFT_OUT = 8, 2
"""Lines that show it, and how many times as many the list they come from may have had. Own judgement."""


def is_single(text: str) -> bool:
    """Whether a text is one word. Scripts without blanks show it by their length."""
    return " " not in text.strip() and _LONG_JOINED.search(text) is None


_LONG_JOINED = re.compile(r"[\u3040-\u9fff]{4,}")
"""Four characters make more than one word."""


ELECTRIC = re.compile(
    r"(?<![\w.])\d+([.,]\d+)?\s?[kKMmµunp]?(V(A?[CD]C?)?|A|W|Ω|[Oo]hms?|F|Hz|H)(?!\w)(?!\s*/)"
)
"""An amount of electricity; "12 V/div" and "60 W/m" are none of a part."""
_PADDED = re.compile(r"([A-Z]{2,4})(0\d{2,3})")


def are_padded(texts: Sequence[str]) -> bool:
    """SP001, SP014: the same letters before numbers that noughts fill up, in every cell."""
    found = [_PADDED.fullmatch(text) for text in texts]
    return bool(found) and all(found) and len({match[1] for match in found if match}) == 1
