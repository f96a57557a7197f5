"""What a dated report recorded on a row finds: elements measured, and elements found absent.

Absence needs a figure. "Dy-free" or "Dy + Tb < 0.1 %" is a claim; a report or analysis with a date,
about this part, with a result or limit at the bound or below, is absence; after its time it is a
claim again. The row's own report counts as naming its part, unless it names another.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.matching.identifiers import ELEMENT_NAMES, PERCENT_OF, element_of

if TYPE_CHECKING:
    from desktop_app.register.knowledge import Knowledge


class Report(NamedTuple):
    """A usable report: its date, the elements it finds absent, those it measures, and the most it
    leaves of each, in mass %. ``disputed``: found absent here and measured there."""

    day: date
    absent: tuple[str, ...] = ()
    measured: tuple[tuple[str, float], ...] = ()
    at_most: tuple[tuple[str, float], ...] = ()
    disputed: tuple[str, ...] = ()


SUMMED = ("Dy", "Tb")
"""Trade speaks of their sum, whether a report gives one figure for both or one for each."""


HEAVY_GROUP = ("Tb", "Dy", "Ho", "Er", "Tm", "Yb", "Lu")
"""What "heavy rare earths" means at least, whichever element one draws the line at."""
_GROUP_NAMES = (
    r"HREEs?|HREs?|heavy rare[ -]earths?(?: elements)?|schwere Seltene Erden|terres rares lourdes"
    r"|tierras raras pesadas|terre rare pesanti|重稀土|重希土類?|중희토류?"
)
_ONE = rf"(?:{ELEMENT_NAMES}|{_GROUP_NAMES})"
_JOIN = r"\s*(?:[,/+&、]|(?<![A-Za-z])(?:and|und|et|y|e)(?![A-Za-z])|及|和|と|및)\s*"
_FIGURE = re.compile(
    rf"(?<![A-Za-z])(?P<names>{_ONE}(?:{_JOIN}{_ONE})*)(?![a-z])"
    r"(?:\s*(?:content|total|sum|gesamt|Summe|gehalt|each|je|合计|含量|各|合計))?\s*[:=]?\s*"
    r"(?:n\.?\s?d\.?|not detected|nicht nachweisbar|nicht nachgewiesen|non détecté|no detectado"
    r"|non rilevato|未检出|不検出|불검출)?\s*[(\[]?\s*(?:LOD|LOQ|MDL|limit|NG|BG|检出限)?\s*[:=]?\s*"
    r"(?P<sign><|≤|<=|max\.?|>|≥|>=|小于)?\s*"
    r"(?P<value>\d{1,6}(?:[.,]\d+)?)\s*(?P<unit>(?:wt|mass|m|ma|gew)?\.?\s?-?%|ppm|mg/kg|[µμ]g/g|g/kg|mg/g)",
    re.IGNORECASE,
)
_LOWER = (">", "≥", ">=")
_OTHER_PART = re.compile(
    r"(?:\bP/?N|part (?:no\.?|number)|Teile?-?(?:nummer|nr\.?)|Artikel-?(?:nummer|nr\.?)|Mat\.?-?Nr\.?"
    r"|drawing(?: no\.?)?|Zeichnung(?:s-?nr\.?)?|料号|图号|品番|図番|품번|référence|referencia)"
    r"\s*[:#]?\s*(?P<number>[A-Z0-9][A-Z0-9./_-]{2,})"
    r"|\b(?:for|für|pour|para|per|of|on|zu)\s+(?:the\s+)?(?:part|item|article|Teil|Artikel|pièce|pieza|articolo"
    r"|artículo)\s+(?P<bare>(?=[A-Z0-9./_-]*\d)[A-Z0-9][A-Z0-9./_-]{2,})",
    re.IGNORECASE,
)
_MONTHS = (
    ("jan", "ene", "gen"), ("feb", "fév", "fev"), ("mar", "mär", "mrz"), ("apr", "avr", "abr"),
    ("may", "mai", "mag"), ("jun", "jui", "giu"), ("jul", "juil", "lug"), ("aug", "aoû", "aou", "ago"),
    ("sep", "set"), ("oct", "okt", "ott"), ("nov",), ("dec", "dez", "déc", "dic"),
)  # fmt: skip
_WORD = r"[A-Za-zéûäÄ]{3,10}\.?"
_YEAR_FIRST = re.compile(
    r"(?<!\d)(20\d\d)\s*[-/.年년]\s*(\d{1,2})(?:\s*[-/.月월]\s*(\d{1,2}))?(?!\d)"
)
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(20\d\d)(?!\d)")
_DAY_MONTH = re.compile(
    rf"(?<!\d)(\d{{1,2}})\.?\s*(?:de\s+)?({_WORD})\s*(?:de\s+)?,?\s*(20\d\d)(?!\d)"
)
_MONTH_DAY = re.compile(rf"({_WORD})\s+(?:(\d{{1,2}}),?\s+)?(20\d\d)(?!\d)")
_MONTH_YEAR = re.compile(r"(?<![\d./-])(\d{1,2})\s*/\s*(20\d\d)(?!\d)")


def report_of(
    text: str | None, numbers: tuple[str | None, ...], on: date | None, knowledge: "Knowledge"
) -> Report | None:
    """The report a row's declaration speaks of, if it may be used on a day; None otherwise.

    ``numbers``: the row's part numbers; a report that names another one says nothing about it.
    """
    if not text or on is None or not _speaks_of_a_report(text, knowledge):
        return None
    if _names_another(text, numbers):
        return None
    past = [day for day in dates_in(text) if day <= on]
    if not past or _months_between(min(past), on) >= knowledge.judgements.report_valid_months:
        return None
    absent, measured = dict[str, None](), dict[str, float]()
    figures = list(_figures(text))
    if not figures:
        return None
    for symbols, percent, sign in figures:
        if percent <= knowledge.judgements.absence_limit_percent and sign not in _LOWER:
            absent.update(dict.fromkeys(symbols))
        elif len(symbols) == 1 and (not sign or sign in _LOWER):
            measured.setdefault(symbols[0], percent)
    disputed = tuple(symbol for symbol in absent if symbol in measured)
    return Report(
        min(past),
        tuple(symbol for symbol in absent if symbol not in disputed),
        tuple((symbol, much) for symbol, much in measured.items() if symbol not in disputed),
        _at_most(figures),
        disputed,
    )


def _at_most(
    figures: Sequence[tuple[tuple[str, ...], float, str]],
) -> tuple[tuple[str, float], ...]:
    """The most that a report leaves of each element; of those that trade sums up, of the sum."""
    most: dict[str, float] = {}
    joint: list[float] = []
    for symbols, percent, sign in figures:
        if sign in _LOWER:
            continue
        for symbol in symbols:
            most[symbol] = max(percent, most.get(symbol, 0.0))
        if set(SUMMED) <= set(symbols):
            joint.append(percent)
    if all(symbol in most for symbol in SUMMED):
        total = max(joint) if joint else sum(most[symbol] for symbol in SUMMED)
        most.update(dict.fromkeys(SUMMED, total))
    return tuple(most.items())


def limits_claimed(text: str | None) -> tuple[str, ...]:
    """Elements for which a text states an upper limit, such as "Dy + Tb < 0.1 %". Without a usable
    report, or above the bound of absence, that is a claim: it leaves the composition unknown."""
    if not text:
        return ()
    found: dict[str, None] = {}
    for symbols, _percent, sign in _figures(text):
        if sign and sign not in _LOWER:
            found.update(dict.fromkeys(symbols))
    return tuple(found)


def _speaks_of_a_report(text: str, knowledge: "Knowledge") -> bool:
    plain = text.casefold()
    return any(word.casefold() in plain for word in knowledge.report_words)


def _names_another(text: str, numbers: tuple[str | None, ...]) -> bool:
    own = {_bare(number) for number in numbers if number}
    named = [_bare(match["number"] or match["bare"]) for match in _OTHER_PART.finditer(text)]
    return bool(own and named) and not own.intersection(named)


def _bare(number: str) -> str:
    return re.sub(r"[^A-Z0-9]", "", number.upper())


def _figures(text: str) -> Iterator[tuple[tuple[str, ...], float, str]]:
    """(elements, mass percent, sign) of every figure."""
    for match in _FIGURE.finditer(text.replace("％", "%")):
        symbols: list[str] = []
        for name in re.split(_JOIN, match["names"]):
            if re.fullmatch(_GROUP_NAMES, name, re.IGNORECASE):
                symbols += HEAVY_GROUP
            elif symbol := element_of(name):
                symbols.append(symbol)
        value = float(match["value"].replace(",", "."))
        percent = value * PERCENT_OF.get(match["unit"].lower(), 1)
        if symbols:
            yield tuple(symbols), percent, match["sign"] or ""


def dates_in(text: str) -> tuple[date, ...]:
    """Every date of a text. A month without a day is its first day; of two readings of a date in
    figures, day first or month first, the older one."""
    found: set[date] = set()
    for pattern, read in _DATE_FORMS:
        for match in pattern.finditer(text):
            found.update(day for day in read(match) if day)
        text = pattern.sub(" ; ", text)
    return tuple(sorted(found))


def _older(match: re.Match[str]) -> list[date | None]:
    both = [
        d for d in (_day(match[3], match[2], match[1]), _day(match[3], match[1], match[2])) if d
    ]
    return [min(both)] if both else []


def _month(word: str) -> str:
    plain = word.casefold()
    if plain.startswith(("juil", "jul")):
        return "7"
    place = next((i for i, names in enumerate(_MONTHS, 1) if plain.startswith(names)), 0)
    return str(place)


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _months_between(start: date, end: date) -> int:
    """Whole months from one day to a later one."""
    whole = (end.year - start.year) * 12 + end.month - start.month
    return whole - (end.day < start.day)


_DATE_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], list[date | None]]], ...] = (
    (_YEAR_FIRST, lambda m: [_day(m[1], m[2], m[3] or "1")]),
    (_DAY_FIRST, _older),
    (_DAY_MONTH, lambda m: [_day(m[3], _month(m[2]), m[1])]),
    (_MONTH_DAY, lambda m: [_day(m[3], _month(m[1]), m[2] or "1")]),
    (_MONTH_YEAR, lambda m: [_day(m[2], m[1], "1")]),
)
