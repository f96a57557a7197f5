"""Exact statements in a text: mass percents of elements and CAS numbers."""

import re

_NAMES = {
    "dysprosium": "Dy", "terbium": "Tb", "holmium": "Ho", "samarium": "Sm", "neodymium": "Nd",
    "praseodymium": "Pr", "gadolinium": "Gd", "yttrium": "Y", "scandium": "Sc", "cerium": "Ce",
    "lanthanum": "La", "lutetium": "Lu", "erbium": "Er", "ytterbium": "Yb", "europium": "Eu",
    "镝": "Dy", "铽": "Tb", "钬": "Ho", "钐": "Sm", "钕": "Nd", "镨": "Pr", "钆": "Gd", "钇": "Y",
}  # fmt: skip
_SYMBOLS = ("Dy", "Tb", "Ho", "Sm", "Nd", "Pr", "Gd", "Lu", "Yb", "Eu", "Tm")
"""Symbols that are no words or units of their own; the others count only by their names."""
ELEMENT_NAMES = "|".join((*_SYMBOLS, *_NAMES))
"""Pattern of the symbols and names that a figure may belong to."""
_UNIT = r"(?:wt|mass|m|ma|gew|at|mol)?\.?\s?-?%|ppm|mg/kg|[µμ]g/g|g/kg|mg/g"
_SIGN = r"<|≤|<=|max\.?|bis|up to|>|≥"
_FIGURE = rf"(?P<sign>{_SIGN})?\s*(?P<value>\d{{1,6}}(?:[.,]\d+)?)\s*(?P<unit>{_UNIT})"
_SHARE = re.compile(
    rf"(?<![A-Za-z0-9])(?P<name>{ELEMENT_NAMES})"
    rf"(?:\s*(?:content|gehalt|含量|-))?\s*[:=]?\s*{_FIGURE}(?!\w)",
    re.IGNORECASE,
)
_SHARE_FIRST = re.compile(
    rf"{_FIGURE}\s*(?:of\s+)?(?P<name>{ELEMENT_NAMES})(?![A-Za-z0-9])",
    re.IGNORECASE,
)
_SHORT = re.compile(
    r"(?P<value>\d{1,2}(?:[.,]\d+)?)\s?(?:wt\.?|Gew\.?|mass)?[ -]?%\s?(?P<name>Y|Sc|Er)(?![A-Za-z0-9])"
    r"|(?<![A-Za-z0-9-])(?P<before>Y|Sc|Er)\s?[:=]?\s?(?P<figure>\d{1,2}(?:[.,]\d+)?)\s?%"
)
"""Symbols that are letters or words as well: they count in their own spelling beside a percent."""
_CAS = re.compile(r"(?<![\d-])\d{2,7}-\d\d-\d(?![\d-])")
PERCENT_OF = {"ppm": 1e-4, "mg/kg": 1e-4, "µg/g": 1e-4, "μg/g": 1e-4, "g/kg": 0.1, "mg/g": 0.1}
"""What one of a unit is in mass percent; others are percents."""
_LETTERS = re.compile("[a-z]+|[镝铽钬钐钕镨钆钇]")
_PLAIN_NAMES = frozenset(map(str.lower, (*_SYMBOLS, *_NAMES, "Y", "Sc", "Er")))


def stated_shares(raw: str) -> tuple[tuple[str, float], ...]:
    """Mass percents of elements a text states, such as ``Dy 4.1 %`` or ``镝 0.8%``.

    Limits ("Dy < 0.1 %") and percents of atoms or moles are no statement of a content.
    """
    raw = raw.replace("％", "%")
    if not _may_name(raw.lower()):
        return ()
    found: dict[str, float] = {}
    for match in (*_SHARE.finditer(raw), *_SHARE_FIRST.finditer(raw)):
        symbol = element_of(match["name"])
        if symbol is None or match["sign"] or match["unit"].lower().startswith(("at", "mol")):
            continue
        value = float(match["value"].replace(",", "."))
        value *= PERCENT_OF.get(match["unit"].lower(), 1)
        if value <= 100:
            found.setdefault(symbol, value)
    for match in _SHORT.finditer(raw):
        figure = match["value"] or match["figure"]
        found.setdefault(match["name"] or match["before"], float(figure.replace(",", ".")))
    return tuple(found.items())


def may_state_shares(raw: str) -> bool:
    """Whether ``stated_shares`` may find any in a text, or in one that differs in its figures."""
    return has_share_unit(raw) and _may_name(raw.lower())


def has_share_unit(raw: str) -> bool:
    """Whether a text holds a unit that shares are stated in."""
    return "%" in raw or "ppm" in raw or "％" in raw or "g/" in raw


def _may_name(text: str) -> bool:
    """Whether a name can stand in a text at all; far quicker than to look for it and a figure."""
    if "gehalt" in text or "content" in text:
        return True
    return not _PLAIN_NAMES.isdisjoint(_LETTERS.findall(text))


def element_of(name: str) -> str | None:
    """The element; a symbol counts only in its own spelling or in capitals, so ``la 5 %`` does not."""
    if name in _SYMBOLS:
        return name
    if name.isupper() and name.isascii() and len(name) > 1:
        return name.capitalize() if name.capitalize() in _SYMBOLS else None
    return _NAMES.get(name.lower())


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
