"""How many pieces a unit such as "k pcs", "Tsd. St", 千个 or "dozen" stands for."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from desktop_app.intake.grid import Value
from desktop_app.intake.kind_words import words_of_kind
from desktop_app.intake.values import is_unit, piece_units, price_unit_of

COUNTS: Mapping[str, float] = {
    "million_pieces": 1e6, "ten_thousand_pieces": 10_000.0, "thousand_pieces": 1000.0,
    "hundred_pieces": 100.0, "dozen_pieces": 12.0,
}  # fmt: skip
ALONE: Mapping[str, float] = {
    "ten_thousand_alone": 10_000.0, "thousand_alone": 1000.0, "dozen_alone": 12.0,
}  # fmt: skip
"""Words that are such a unit without a piece behind them, as SAP's TS is."""
PIECES = "pcs"
"""What a thousand of nothing in particular is counted in."""
FIRST_DENSE = 0x2E80
"""From here scripts write words without gaps."""
_NUMBER = re.compile(r"(?P<times>x\s*)?(?P<many>10{2,4}|10?[.,' ]000)(?!\d)\s*(?P<rest>.*)")
"""A number of pieces that is one of a column: 1000 pcs, 100 St, x1000."""


@lru_cache(maxsize=4096)
def pieces_in(unit: str) -> tuple[float, str] | None:
    """How many pieces one of a unit is, and what they are called; None for any other unit."""
    plain = _plain(unit)
    if is_unit(plain):
        return None
    if plain in _alone():
        return _alone()[plain], PIECES
    found = _behind_a_count(plain)
    return None if found is None or found[1] not in piece_units() else found


def pieces_of_a_price(value: Value, *, by_code: bool) -> float | None:
    """100, "per 1000", and 千个 where it stands in the column of a number; E, C and M where its heading is one
    of such letters."""
    if by_code and (coded := pieces_by_code(value)) is not None:
        return coded
    many = pieces_in(value) if isinstance(value, str) else None
    return price_unit_of(value) if many is None else many[0]


def pieces_by_code(letter: object) -> float | None:
    """How many pieces a price is for by the letter of American systems: E for one, C for a hundred, M for a
    thousand; None for anything else."""
    return _codes().get(_plain(letter)) if isinstance(letter, str) else None


def are_codes_of_pieces(texts: Sequence[str]) -> bool:
    """Whether all texts are such letters, and not all of them M, which may be metres."""
    found = {pieces_by_code(text) for text in texts}
    return bool(found) and None not in found and found != {COUNTS["thousand_pieces"]}


@cache
def _codes() -> Mapping[str, float]:
    kinds = {"one_by_code": 1.0, "hundred_by_code": 100.0, "thousand_by_code": 1000.0}
    return {_plain(word): many for kind, many in kinds.items() for word in words_of_kind(kind)}


@lru_cache(maxsize=4096)
def counted_unit(text: str) -> tuple[float, str | None] | None:
    """How many of what unit a text names: (1, "kg"), (1000, "st") of "Tsd. St" and of "1000 St", (1000,
    None) of "Tsd." alone; None where it names none."""
    plain = _plain(text)
    if not plain:
        return None
    if is_unit(plain):
        return 1.0, " ".join(unicodedata.normalize("NFKC", text).split()).strip(" .")
    if found := pieces_in(plain):
        return found[0], None if plain in _alone() else found[1]
    if number := _NUMBER.fullmatch(plain):
        rest, many = number["rest"].strip(" .-"), float(re.sub(r"\D", "", number["many"]))
        # A bare number in brackets may be that of a plant.
        return (many, rest or None) if is_unit(rest) or (number["times"] and not rest) else None
    found = _behind_a_count(plain)
    if found is None or not (found[1] == "" or is_unit(found[1])):
        return None
    return found[0], found[1] or None


def _behind_a_count(plain: str) -> tuple[float, str] | None:
    """What stands behind a word for many, which may be joined to a piece: "kpcs" and 千个, but "k kg" and
    "Tsd. kg" with a gap."""
    if not plain.startswith(_beginnings()):
        return None
    for count, word in _words():
        if not plain.startswith(word):
            continue
        behind = plain[len(word) :]
        rest = _without_joint(behind.strip(" .-/"))
        is_apart = not behind[:1].isalnum() or ord(word[-1]) >= FIRST_DENSE
        if rest in piece_units() or (is_apart and (not rest or is_unit(rest))):
            return count, rest
    return None


def _without_joint(text: str) -> str:
    """ "milliers de pièces" are thousands of them."""
    first, _, rest = text.partition(" ")
    return rest if rest and first in {w.casefold() for w in words_of_kind("of_pieces")} else text


@cache
def _alone() -> Mapping[str, float]:
    """How many pieces each word is that is such a unit by itself."""
    pairs = ((word, count) for kind, count in ALONE.items() for word in words_of_kind(kind))
    found: dict[str, float] = {}
    for word, count in pairs:
        found.setdefault(word.casefold(), count)
    return found


@cache
def _beginnings() -> tuple[str, ...]:
    """All such words: nearly no text begins with one, and is looked at further."""
    return tuple(word for _, word in _words())


@cache
def _words() -> tuple[tuple[float, str], ...]:
    """The count and the word of all such words, the longest first."""
    found = {
        word.casefold(): count for kind, count in COUNTS.items() for word in words_of_kind(kind)
    }
    return tuple((found[word], word) for word in sorted(found, key=len, reverse=True))


def _plain(unit: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", unit).casefold().split()).strip(" .")
