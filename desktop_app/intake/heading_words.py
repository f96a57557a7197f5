"""Words that headings are made of, in many languages: ``resources/heading_words.csv``."""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

from desktop_app.intake.heading_patterns import NEEDED
from desktop_app.intake.kind_words import WordTableError, read_kind_words
from desktop_app.paths import shipped


@cache
def _words() -> Mapping[str, tuple[str, ...]]:
    return read_kind_words(shipped("resources", "heading_words.csv"))


def _of_kind(kind: str) -> frozenset[str]:
    """The words of one kind of ``resources/heading_words.csv``. Raises WordTableError for one it lacks."""
    found = _words().get(kind)
    if found is None:
        raise WordTableError(f"heading_words.csv has no words of the kind “{kind}”.")
    return frozenset(found)


PART_WORDS = _of_kind("part")
KINDS_OF_PARTS = _of_kind("parts_of_a_kind")
"""Words that end a heading of what is listed below."""
JOINTS = _of_kind("joint")
NUMBER_WORDS = _of_kind("number")
"""Of the part itself: "Product ID", "Material code", "número del producto"."""

ONLY_WHOLE = _of_kind("only_whole")
"""Headings that mean something only as a whole: a "Phone number" counts nothing."""

_COUNTS = _of_kind("count")
_MANY = _of_kind("many")


def counts_of_parts(bare: str) -> Mapping[str, float]:
    """What a comparable heading that counts may mean, and how sure: "number parts", "número de piezas"; one part
    has a number. "Items ordered" counts them over numbers, and names them over words."""
    words = [word for word in bare.split() if word not in JOINTS]
    if len(words) != 2:
        return {}
    if words[0] in _MANY and words[1] != "total" and NEEDED.fullmatch(words[1]) is not None:
        return {"quantity": 0.87, "description": 0.7}
    return {"quantity": 0.87} if words[0] in _COUNTS and words[1] in _MANY else {}


def without_accents(bare: str) -> str:
    """A comparable heading as it is typed where the keyboard lacks them: "articulo", "quantite"."""
    if bare.isascii():
        return bare
    apart = unicodedata.normalize("NFD", bare)
    plain = "".join(character for character in apart if not unicodedata.combining(character))
    # In other scripts the marks make other letters.
    return plain if plain.isascii() else bare


_WRITTEN_OUT = str.maketrans({"\1": "a", "\2": "o", "\3": "u"})


def with_umlauts(bare: str) -> str:
    """A comparable heading with "ae", "oe" and "ue" as the letters that stand for ä, ö and ü without their
    dots: "bestatigt" of "bestaetigt", as old systems write it. Empty where none is in it."""
    if not bare.isascii():
        return ""
    told = bare.replace("ae", "\1").replace("oe", "\2").replace("ue", "\3")
    return "" if told == bare else told.translate(_WRITTEN_OUT)


FIRST = (
    "quantity",
    "line_value",
    "supplier",
    "manufacturer",
    "mpn",
    "unit_price",
    "lead_time_days",
)
"""What a list says of the first of several: "Lieferant 1"."""
VARIANTS = ("quantity", "line_value")
"""What a list says of each of several variants: "Qty 16", "Qty 12", for so many outputs."""


def without_number(bare: str) -> str:
    """A comparable heading without a number at its end; "MG-1" is a number itself."""
    rest = re.sub(r" \d{1,4}$", "", bare)
    return bare if len(rest) < SHORTEST and rest.isascii() else rest


SHORTEST = 3
"""Letters of a word that is a heading whatever number follows. Own judgement."""


def singular(bare: str) -> str:
    """A comparable heading with its words in the singular, as English and French write it."""
    return " ".join(word.removesuffix("s") for word in bare.split())


def without_part_words(bare: str) -> str:
    """A comparable heading without the words for "part", such as "description" of "item description";
    unchanged where no such word is in it."""
    words = bare.split()
    if not any(word in PART_WORDS for word in words):
        return bare
    return " ".join(word for word in words if word not in PART_WORDS and word not in JOINTS)
