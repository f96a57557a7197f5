"""Towns and provinces that stand for a country where a list says where a part is from: 浙江宁波, "Baotou".

Only under a heading that asks for it: an address of a firm is no origin. What is not known to the last word
is not taken, as 宁波韵升 is a firm and "FOB Ningbo" a way.
"""

import csv
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from desktop_app.intake.answer_words import folded, is_unspaced
from desktop_app.intake.grid import Value
from desktop_app.intake.values import countries, country_of, is_endless, without_made_in
from desktop_app.language.han import simplified
from desktop_app.paths import shipped

LONGEST = 80
"""Characters of a cell that may name a place."""
_ASIAN = "\u3041-\u30fa\u30fc-\u9fff\uac00-\ud7a3"
_WORDS = re.compile(rf"[{_ASIAN}]+|[^\s/;,&+|、・()\[\]–—{_ASIAN}]+")
"""Words of letters, and runs of signs between which no blanks are set."""
MOST_WORDS = 3
"""Of the name of a place or country in letters."""
MOST_SIGNS = 5
"""Of a smaller place behind one that is known, with its ending: 横店镇."""


class Places(NamedTuple):
    """``towns`` to their countries, words ``beside`` them, and what names of smaller places end with."""

    towns: Mapping[str, str]
    beside: frozenset[str]
    endings: tuple[str, ...]


class Told(NamedTuple):
    """Countries of the towns, countries named as such, and whether nothing else is said."""

    of_towns: frozenset[str]
    named: frozenset[str]
    is_all: bool


@lru_cache(maxsize=4096)
def origin_of(value: Value) -> str | None:
    """The country where a part is from, named itself or by its towns; several joined by ";"."""
    found = country_of(value)
    if not isinstance(value, str) or is_endless(value) or len(value) > LONGEST:
        return found
    told = _told(value)
    if found is not None:
        # "Shanghai, Germany", 中国台北: two countries, of which one cannot be chosen here.
        return ";".join(dict.fromkeys((*found.split(";"), *sorted(told.of_towns))))
    if not told.of_towns or not told.is_all:
        return None
    return ";".join(sorted(told.of_towns | told.named))


def _told(text: str) -> Told:
    of_towns: set[str] = set()
    named: set[str] = set()
    is_all = True
    plain = without_made_in(unicodedata.normalize("NFKC", text))
    for kind, code in _read(_WORDS.findall(plain)):
        if kind == "town":
            of_towns.add(code)
        elif kind == "country":
            named.add(code)
        else:
            is_all = is_all and kind == "beside"
    return Told(frozenset(of_towns), frozenset(named), is_all)


def _read(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each name in a text with what it is and its country."""
    at = 0
    while at < len(words):
        if is_unspaced(words[at]):
            yield from _run_together(simplified(folded(words[at])), is_behind=at > 0)
            at += 1
            continue
        kind, code, size = "", "", 1
        for size in range(min(MOST_WORDS, len(words) - at), 0, -1):
            kind, code = _name(" ".join(words[at : at + size]))
            if kind:
                break
        yield kind, code
        at += size


def _name(name: str) -> tuple[str, str]:
    """What a name in letters is; ("", "") where it is none. Codes count in capitals only."""
    plain = folded(name)
    known = _places()
    if plain in known.towns:
        return "town", known.towns[plain]
    if plain in known.beside:
        return "beside", ""
    if plain in countries() and (len(plain) > len("CHN") or name.isupper()):
        return "country", countries()[plain]
    return "", ""


def _run_together(run: str, *, is_behind: bool) -> Iterator[tuple[str, str]]:
    """The same of a text without blanks, the longest name first. ``is_behind``: something stands before."""
    at = 0
    while at < len(run):
        found = _longest().match(run, at)
        if found is not None:
            yield _of_signs()[found[0]]
            at = found.end()
        else:
            size = _smaller(run[at:]) if is_behind or at else 0
            yield ("beside" if size else "", "")
            at += size or 1


def _smaller(text: str) -> int:
    """How many signs a smaller place takes with its ending; 0 where it is none."""
    ends = (
        size + len(ending)
        for size in range(1, MOST_SIGNS)
        for ending in _places().endings
        if text.startswith(ending, size)
    )
    return next(ends, 0)


@cache
def _places() -> Places:
    towns: dict[str, str] = {}
    words: dict[str, list[str]] = {"any": [], "ending": []}
    with shipped("resources", "places.csv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            names = (simplified(folded(name)) for name in row["names"].split(";"))
            if row["country"] in words:
                words[row["country"]] += names
            else:
                towns |= dict.fromkeys(names, row["country"])
    return Places(towns, frozenset(words["any"]), tuple(words["ending"]))


@cache
def _of_signs() -> Mapping[str, tuple[str, str]]:
    """Names without blanks, each with what it is and its country."""
    known = {
        simplified(name): ("country", code) for name, code in countries().items() if len(name) > 1
    }
    known |= {name: ("town", code) for name, code in _places().towns.items()}
    known |= dict.fromkeys(_places().beside, ("beside", ""))
    return {name: said for name, said in known.items() if is_unspaced(name)}


@cache
def _longest() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(_of_signs(), key=len, reverse=True))))
