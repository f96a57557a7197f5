"""Plants and stores that headings and files name: "Werk 1000", "Stock site A", 上海仓."""

import re
import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

from desktop_app.intake.answer_words import is_unspaced
from desktop_app.intake.composed_headings import kinds_in
from desktop_app.intake.periods import is_part_of_year
from desktop_app.intake.planned_lists import phrases_of, words_of

LONGEST = 40
NO_NAMES = frozenset(
    (
        "value",
        "price",
        "mass",
        "number",
        "name",
        "date",
        "time",
        "unit",
        "customer",
        "safety",
        "else",
    )
)
"""Classes of words that tell something else of a place than what lies there."""
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_CODE = re.compile(r"[a-z]{0,3}[ _-]?\d{1,4}")


class Place(NamedTuple):
    """``word``: for a plant or store, "" where only a code stands; ``says_stock``: with a word for stock."""

    word: str
    name: str
    says_stock: bool


@cache
def _any() -> re.Pattern[str]:
    """A word for a place or for stock: most texts have none."""
    return re.compile("|".join(map(re.escape, (*phrases_of("place_word"), *phrases_of("stocked")))))


@lru_cache(maxsize=4096)
def place_in(text: str) -> Place | None:
    """The place that a heading or the name of a file is about; None for any other text, as a name alone may
    be anything."""
    if len(text) > LONGEST or not _any().search(text.casefold()):
        return None
    plain = unicodedata.normalize("NFKC", text).casefold().replace("_", " ")
    stock, rest = _taken_out(plain, "stocked")
    word, name = _taken_out(rest if stock else plain, "place_word")
    if not word and len(rest) == 1 and rest.isalnum():  # "Stock A", "库存1"
        return Place("", rest, True) if stock else None
    if not word and stock and is_town(rest):
        return Place("", rest, True)
    if not word and stock:
        word, name = _taken_out(plain, "place_word")
        stock = ""
    if (
        word and name and " " not in name
    ):  # "value 1000" may be money, "safety 1000" no stock to use, "Warehouse value" no place
        is_other = len(name) > 1 and not kinds_in(name).isdisjoint(NO_NAMES)
        return None if is_other else Place(word, name, bool(stock))
    if stock and _CODE.fullmatch(rest) and not is_part_of_year(rest) and not _YEAR.search(rest):
        return Place("", rest, True)
    return None


def is_town(name: str) -> bool:
    """Whether a name without capitals is a town that is known."""
    return name in words_of("town")


def calls_stock_by_a_name(text: str) -> bool:
    """ "Stock Vigo": a word for stock and a name of which nothing is known, or a town."""
    stock, rest = _taken_out(unicodedata.normalize("NFKC", text).casefold(), "stocked")
    is_name = rest.isalpha() and rest.isascii() and any(map(str.isupper, text.replace(stock, "")))
    return bool(stock) and (is_town(rest) or (is_name and not kinds_in(rest)))


@cache
def _patterns_of(kind: str) -> tuple[tuple[str, "re.Pattern[str]"], ...]:
    """The phrases of a kind, the longest first, each with how it is found as a word of its own."""
    found = []
    for phrase in sorted(phrases_of(kind), key=len, reverse=True):
        bound = "" if is_unspaced(phrase) else r"(?<![^\W_])"
        end = "" if is_unspaced(phrase) else r"(?![^\W\d_])"
        found.append((phrase, re.compile(f"{bound}{re.escape(phrase)}{end}")))
    return tuple(found)


def _taken_out(text: str, kind: str) -> tuple[str, str]:
    """The longest word of a kind in a text, and the text without it; ("", text) where none is."""
    for phrase, pattern in _patterns_of(kind):
        found = pattern.search(text) if phrase in text else None
        if found is not None:
            left = f"{text[: found.start()]} {text[found.end() :]}"
            return phrase, " ".join(left.split()).strip(" -–:./()[]#")
    return "", text.strip()
