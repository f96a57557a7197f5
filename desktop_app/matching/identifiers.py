"""Exact statements in a text: mass percents of elements and CAS numbers."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from desktop_app.register.word_lists import WordLists

_SYMBOLS = ("Dy", "Tb", "Ho", "Sm", "Nd", "Pr", "Gd", "Lu", "Yb", "Eu", "Tm")
"""Symbols that are no words or units of their own; the others count only by their names."""
_UNIT = r"(?:wt|mass|m|ma|gew|at|mol)?\.?\s?-?%|ppm|mg/kg|[µμ]g/g|g/kg|mg/g"
_SHORT = re.compile(
    r"(?P<value>\d{1,2}(?:[.,]\d+)?)\s?(?:wt\.?|Gew\.?|mass)?[ -]?%\s?(?P<name>Y|Sc|SC|Er)(?![A-Za-z0-9])"
    r"|(?<![A-Za-z0-9-])(?P<before>Y|Sc|Er)\s?[:=]?\s?(?P<figure>\d{1,2}(?:[.,]\d+)?)\s?%"
)
"""Symbols that are letters or words as well: they count in their own spelling beside a percent, scandium
behind one in capitals too: AL-BLECH MIT 0,4 % SC."""
_CAS = re.compile(r"(?<![\d-])\d{2,7}-\d\d-\d(?![\d-])")
PERCENT_OF = {"ppm": 1e-4, "mg/kg": 1e-4, "µg/g": 1e-4, "μg/g": 1e-4, "g/kg": 0.1, "mg/g": 0.1}
"""What one of a unit is in mass percent; others are percents."""


class _Patterns(NamedTuple):
    """How shares are stated, in the words of the lists. ``letters``: words in which ``plain``, the
    symbols and names in lower case, may stand."""

    share: re.Pattern[str]
    share_first: re.Pattern[str]
    letters: re.Pattern[str]
    plain: frozenset[str]
    content: tuple[str, ...]


@lru_cache(maxsize=4)
def _names(lists: "WordLists") -> Mapping[str, str]:
    return {name: symbol for symbol, names in lists.family("element-").items() for name in names}


@lru_cache(maxsize=4)
def element_names(lists: "WordLists") -> str:
    """Pattern of the symbols and names that a figure may belong to."""
    return "|".join((*_SYMBOLS, *_names(lists)))


@lru_cache(maxsize=4)
def _said(lists: "WordLists") -> _Patterns:
    sign = rf"<|≤|<=|>|≥|{lists.any_of('at-most')}"
    figure = rf"(?P<sign>{sign})?\s*(?P<value>\d{{1,6}}(?:[.,]\d+)?)\s*(?P<unit>{_UNIT})"
    name = rf"(?P<name>{element_names(lists)})"
    limit = rf"(?:{lists.any_of('or-less')})(?!\w)"
    between = rf"(?:\s*(?:{lists.any_of('content')}|-))?\s*[:=]?\s*"
    other = "|".join(name for name in _names(lists) if not name.isascii())
    return _Patterns(
        re.compile(
            rf"(?<![A-Za-z0-9]){name}{between}{figure}(?!\w)(?P<limit>\s?{limit})?", re.IGNORECASE
        ),
        re.compile(rf"(?P<limit>){figure}\s*(?:of\s+)?{name}(?![A-Za-z0-9])", re.IGNORECASE),
        re.compile(f"[a-z]+|{other}"),
        frozenset(map(str.lower, (*_SYMBOLS, *_names(lists), "Y", "Sc", "Er"))),
        tuple(word for word in lists.of("content") if word.isascii()),
    )


def stated_shares(raw: str, lists: "WordLists") -> tuple[tuple[str, float], ...]:
    """Mass percents of elements a text states, such as ``Dy 4.1 %`` or ``镝 0.8%``.

    Limits ("Dy < 0.1 %", "Dy 0.1 % or less") and percents of atoms or moles are no statement of a content.
    """
    raw = raw.replace("％", "%")
    if not _may_name(raw.lower(), lists):
        return ()
    found: dict[str, float] = {}
    said = _said(lists)
    for match in (*said.share.finditer(raw), *said.share_first.finditer(raw)):
        symbol = element_of(match["name"], lists)
        is_limit = match["sign"] or match["limit"]
        if symbol is None or is_limit or match["unit"].lower().startswith(("at", "mol")):
            continue
        value = float(match["value"].replace(",", "."))
        value *= PERCENT_OF.get(match["unit"].lower(), 1)
        if value <= 100:
            found.setdefault(symbol, value)
    for match in _SHORT.finditer(raw):
        figure = match["value"] or match["figure"]
        symbol = (match["name"] or match["before"]).capitalize()
        found.setdefault(symbol, float(figure.replace(",", ".")))
    return tuple(found.items())


def may_state_shares(raw: str, lists: "WordLists") -> bool:
    """Whether ``stated_shares`` may find any in a text, or in one that differs in its figures."""
    return has_share_unit(raw) and _may_name(raw.lower(), lists)


def has_share_unit(raw: str) -> bool:
    """Whether a text holds a unit that shares are stated in."""
    return "%" in raw or "ppm" in raw or "％" in raw or "g/" in raw


def _may_name(text: str, lists: "WordLists") -> bool:
    """Whether a name can stand in a text at all; far quicker than to look for it and a figure."""
    said = _said(lists)
    if any(word in text for word in said.content):
        return True
    return not said.plain.isdisjoint(said.letters.findall(text))


def element_of(name: str, lists: "WordLists") -> str | None:
    """The element; a symbol counts only in its own spelling or in capitals, so ``la 5 %`` does not."""
    if name in _SYMBOLS:
        return name
    if name.isupper() and name.isascii() and len(name) > 1:
        return name.capitalize() if name.capitalize() in _SYMBOLS else None
    return _names(lists).get(name.lower())


def cas_in(raw: str) -> str | None:
    """The first CAS number of a text with a right check digit."""
    for match in _CAS.finditer(raw):
        if _checks(match.group()):
            return match.group()
    return None


def _checks(cas: str) -> bool:
    digits = cas.replace("-", "")
    total = sum(place * int(digit) for place, digit in enumerate(reversed(digits[:-1]), 1))
    return total % 10 == int(digits[-1])
