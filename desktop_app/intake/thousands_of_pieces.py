"""How many pieces a unit such as "k pcs", "Tsd. St" or 千个 stands for."""

import unicodedata
from collections.abc import Mapping
from functools import cache

from desktop_app.intake.kind_words import words_of_kind
from desktop_app.intake.values import is_unit, piece_units

COUNTS: Mapping[str, float] = {
    "ten_thousand_pieces": 10_000.0, "thousand_pieces": 1000.0, "hundred_pieces": 100.0,
}  # fmt: skip
ALONE: Mapping[str, float] = {"thousand_alone": 1000.0}
"""Words that are such a unit without a piece behind them, as SAP's TS is."""
PIECES = "pcs"
"""What a thousand of nothing in particular is counted in."""


@cache
def pieces_in(unit: str) -> tuple[float, str] | None:
    """How many pieces one of a unit is, and what they are called; None for any other unit."""
    plain = unicodedata.normalize("NFKC", unit).casefold().strip(" .")
    if is_unit(plain):
        return None
    for kind, count in ALONE.items():
        if plain in {word.casefold() for word in words_of_kind(kind)}:
            return count, PIECES
    for kind, count in COUNTS.items():
        for word in sorted((w.casefold() for w in words_of_kind(kind)), key=len, reverse=True):
            rest = plain.removeprefix(word).strip(" .-/")
            if plain.startswith(word) and rest in piece_units():
                return count, rest
    return None
