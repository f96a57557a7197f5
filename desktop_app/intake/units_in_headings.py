"""The unit that a heading ends with or has in brackets: "Stock (kg)", "Bestand [Tsd. Stück]", 库存（千件）.

Whoever asks in what a column counts, and whoever multiplies what counts in thousands, asks here.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from desktop_app.intake.heading_patterns import BRACKETS
from desktop_app.intake.kind_words import period_words, words_of_kind
from desktop_app.intake.measures import pieces_per
from desktop_app.intake.thousands_of_pieces import counted_unit
from desktop_app.intake.values import piece_units, units

COUNTS = frozenset((
    "stock_on_hand", "in_transit", "stock_blocked", "open_order_quantity", "requirement_quantity",
    "annual_quantity", "consumption_monthly", "consumption_weekly", "consumption_daily",
    "consumption_quarterly", "consumption_half_yearly",
))  # fmt: skip
"""Fields of amounts whose headings may count in thousands."""
MOST_WORDS = 3
"""Words of a unit at the end of a heading: "milliers de pièces"."""
LONGEST = 24
SHORTEST = 2
"""Letters of a unit that stands at the end of a heading with nothing to set it apart, unless it is a mass
in lower case. Own judgement."""


_DENSE_END = re.compile(r"([\u2e80-\uffff])([A-Za-z]{1,4})$")
"""库存kg: a unit in letters behind words that are written without gaps."""


def times_of(field: str, heading: str) -> float:
    """How many of its unit one of a column is. "Qty (1000 pcs)" may be what goes into a thousand products,
    "Qty/k pcs" does, and "Qty (k pcs)" is thousands of them."""
    is_open = any(map(str.isdigit, heading)) or pieces_per(heading) != 1.0
    is_counted = field in COUNTS or (field == "quantity" and not is_open)
    found = unit_in(heading) if is_counted else None
    return 1.0 if found is None else found[0]


@lru_cache(maxsize=4096)
def unit_in(heading: str) -> tuple[float, str | None] | None:
    """(1000, "st") of "Bestand (Tsd. St)", (1, "kg") of "Stock in kg"; without its unit where it only says
    how many: "Bestand (Tsd.)". None where a heading names none."""
    text = unicodedata.normalize("NFKC", heading).strip()
    for hint in reversed(BRACKETS.findall(text)):
        if found := _unit(hint):
            return found
    said = BRACKETS.sub(" ", text).strip()
    for apart in _apart().finditer(said):
        if found := _unit(said[apart.end() :]):
            return found
    last = _at_the_end(_DENSE_END.sub(r"\1 \2", _per().split(said)[0]).split())
    return None if last is None else last[1]


def without_unit(heading: str) -> str:
    """A heading without its unit, such as "Stock" of "Stock in k pcs" and of "Stock (kg)"; empty where it
    names none or nothing else."""
    text = unicodedata.normalize("NFKC", heading).strip()
    if any(map(_unit, BRACKETS.findall(text))):
        return BRACKETS.sub(" ", text).strip()
    for apart in _apart().finditer(text):
        if _unit(text[apart.end() :]):
            return text[: apart.start()].strip()
    words = _DENSE_END.sub(r"\1 \2", text).split()
    found = _at_the_end(words)
    return " ".join(words[: -found[0]]) if found is not None else ""


def _unit(said: str) -> tuple[float, str | None] | None:
    """The unit in what a heading sets apart, without the time in which so many are needed."""
    text = _in().sub("", said.strip())
    if len(text) > LONGEST:
        return None
    return counted_unit(_per().split(text)[0])


def _at_the_end(words: Sequence[str]) -> tuple[int, tuple[float, str | None]] | None:
    """How many of the last words are a piece or a mass, and that: "Bestand kg", "Stock k pcs". No number,
    which may be that of a plant, and nothing that so many are for: "Qty per set"."""
    for count in range(min(MOST_WORDS, len(words) - 1), 0, -1):
        last = " ".join(words[-count:])
        found = None if any(map(str.isdigit, last)) else counted_unit(last)
        if found is None or found[1] is None or not is_mass_or_piece(found[1].casefold()):
            continue
        is_short = last.isascii() and len(last.strip(" .")) < SHORTEST
        if not is_short or (last.islower() and units().get(last) is not None):
            return count, found
    return None


def is_mass_or_piece(unit: str) -> bool:
    """Whether a unit is a mass or counts pieces."""
    return units().get(unit) is not None or unit in piece_units()


@lru_cache(maxsize=1)
def _apart() -> re.Pattern[str]:
    """What sets a unit at the end apart: "Stock, kg", "Bestand / kg", "Stock en kg"."""
    return re.compile(rf"[,/:]\s*|\b(?:{_any('in_a_unit')})\s+", re.IGNORECASE)


@lru_cache(maxsize=1)
def _in() -> re.Pattern[str]:
    return re.compile(rf"^(?:{_any('in_a_unit')})\s+", re.IGNORECASE)


@lru_cache(maxsize=1)
def _per() -> re.Pattern[str]:
    """Before the time in which so many are needed: k pcs/yr, 1000 pcs p.a."""
    per = "|".join(map(re.escape, period_words()["per"]))
    return re.compile(rf"/|\s+(?:(?:{per})\b|p\.?\s?a\b)", re.IGNORECASE)


def _any(kind: str) -> str:
    return "|".join(map(re.escape, words_of_kind(kind)))
