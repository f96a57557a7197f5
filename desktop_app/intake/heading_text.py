"""The text of a heading in a form to compare."""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache

from desktop_app.intake.grid import Value
from desktop_app.intake.heading_patterns import (
    ARABIC,
    BRACKETS,
    NOTE,
    NOTE_ENDS,
    NUMBERED,
    OF_ONE,
    ONE,
    OTHERS,
    PER_ONE,
    SEPARATORS,
)
from desktop_app.intake.kind_words import words_of_kind
from desktop_app.language.han import simplified

LONGEST = 1_000
"""Characters of a heading that are looked at; some lists hold a text without end in every cell."""


def normalise(heading: str) -> str:
    """Comparable form: one width, one case, separators as one space, brackets kept as words. Of a text that
    is too long for a heading its beginning tells as much."""
    return _normalised(heading[:LONGEST])


@lru_cache(maxsize=8_192)  # each rule about a table asks for the same few headings
def _normalised(heading: str) -> str:
    plain = _without_angles(without_note(heading)).lstrip(ABOUT)
    text = unicodedata.normalize("NFKC", plain).casefold().translate(ARABIC)
    text = simplified(text).replace("#", " number ")
    return _without_sum(SEPARATORS.sub(" ", text).strip())


ABOUT = "~≈～ "
"""Signs before a heading of what is only about so: "~cost each"."""


def _without_angles(heading: str) -> str:
    """The heading within the angles of a field to be filled in: "<Quantity>"."""
    found = _ANGLED.fullmatch(heading) if heading[-1:] in _ANGLES_END and heading else None
    return heading if found is None else found[1]


_ANGLES_END = ">›»"
_ANGLED = re.compile(r"\s*[<‹«]([^<>‹›«»]+)[>›»]")


def summed_in(heading: str) -> str:
    """What a column of a pivot table sums up, in comparable form: "quantity" of "Sum of Quantity"; empty for any
    other heading."""
    key = SEPARATORS.sub(" ", unicodedata.normalize("NFKC", heading).casefold()).strip()
    rest = _without_sum(simplified(key))
    return "" if rest == simplified(key) else normalise(heading)


def _without_sum(key: str) -> str:
    """ "Sum of Quantity" of a pivot table is the quantity."""
    rest = next((key[len(word) :] for word in _sums_of() if key.startswith(word)), "")
    return rest if rest[:1].isalpha() else key


@cache
def _sums_of() -> tuple[str, ...]:
    return tuple(f"{word.casefold()} " for word in words_of_kind("sum_of"))


def without_note(heading: str) -> str:
    """The heading without the mark of a note behind it: "Price 1)", "Quantity¹", "Delivery *)"."""
    if heading[-1:] not in NOTE_ENDS:
        return heading
    opened, closed = (sum(map(heading.count, signs)) for signs in ("(（", ")）"))
    found = None if heading[-1] in ")）" and opened >= closed else NOTE.search(heading)
    return heading if found is None or found["power"] else heading[: found.start()]


def without_numbering(row: Sequence[Value]) -> Sequence[Value]:
    """A row without the numbers of its cells, where its texts are numbered from left to right: "1. Part no.",
    "2. Description"; as it is where they are not."""
    texts = [value for value in row if value is not None]
    if len(texts) < FEWEST_NUMBERED or str(texts[0])[:1] not in "1(（":
        return row
    found = [NUMBERED.fullmatch(value) if isinstance(value, str) else None for value in texts]
    told = [int(match["number"]) for match in found if match is not None]
    if len(told) < len(texts) or told != list(range(1, len(told) + 1)):
        return row
    rest = iter(match["text"] for match in found if match is not None)
    return [None if value is None else next(rest) for value in row]


FEWEST_NUMBERED = 3
"""Numbered headings that count from 1 by chance no more. Own judgement."""


def plain_heading(heading: str) -> str:
    """A heading as people say it: without stars of fields to be filled in and marks of notes, with
    blanks for low lines."""
    said = heading.replace("_", " ").strip("*＊ ")
    return without_note(_without_angles(said)) or heading


def without_brackets(heading: str) -> tuple[str, str]:
    """(heading, what stood in brackets), such as ("Unit weight", "kg")."""
    text = unicodedata.normalize("NFKC", without_note(heading))
    hints = " ".join(BRACKETS.findall(text))
    return BRACKETS.sub(" ", text), hints


def spaced(key: str) -> str:
    """A comparable heading as the tables have those with a unit: "plz (tage)" of "plz(tage)" and "plz[tage]"."""
    if not _OPENS.search(key):
        return key
    return _OPENS.sub(" (", key).replace("]", ")")


_OPENS = re.compile(r"\s*[(\[]\s*")


def is_of_others(bare: str) -> bool:
    """A comparable heading that names a shop, a supplier or a customer."""
    return OTHERS.search(bare) is not None


def says_per_one(heading: str) -> bool:
    """A heading of money that speaks of one piece, as "Price/pc" does."""
    said = (PER_ONE.search(heading), OF_ONE.search(heading), ONE.search(normalise(heading)))
    return any(match is not None for match in said)


CJK = 0x2E80
"""From here on stand the characters of Chinese, Japanese and Korean."""


def is_cjk(text: str) -> bool:
    """Text with Chinese, Japanese or Korean characters."""
    return any(ord(character) > CJK for character in text)
