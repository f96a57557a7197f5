"""What a dated report recorded on a row finds: elements measured, and elements found absent.

Absence needs a figure. "Dy-free" or "Dy + Tb < 0.1 %" is a claim; a report or analysis with a date,
about this part, with a result or limit at the bound or below, is absence; after its time it is a
claim again. The row's own report counts as naming its part, unless it names another.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from desktop_app.matching.identifiers import PERCENT_OF, element_names, element_of

if TYPE_CHECKING:
    from desktop_app.register.knowledge import Knowledge
    from desktop_app.register.word_lists import WordLists


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
_LOWER = (">", "≥", ">=")
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


class _Patterns(NamedTuple):
    """How reports say what they find and of which part, in the words of the lists."""

    heavy: re.Pattern[str]
    joins: str
    figure: re.Pattern[str]
    other_part: re.Pattern[str]
    unfound: re.Pattern[str]
    limit: re.Pattern[str]


@lru_cache(maxsize=4)
def _said(lists: "WordLists") -> _Patterns:
    heavy = lists.any_of("heavy-earths")
    one = rf"(?:{element_names(lists)}|{heavy})"
    and_or = lists.any_word_of("joins-names", "(?<![A-Za-z])", "(?![A-Za-z])")
    joins = rf"\s*(?:[,/+&、]|{and_or})\s*"
    unfound = rf"(?!(?-i:Nd))(?:{lists.any_of('not-detected')})"  # Dy Nd names two elements
    figure = (
        rf"(?<![A-Za-z])(?P<names>{one}(?:{joins}{one})*)(?![a-z])"
        rf"(?:\s*(?:{lists.any_of('content')}|{lists.any_of('each-of')}))?\s*[:=]?\s*"
        rf"(?P<unfound>{unfound})?\s*[(\[]?\s*(?:{lists.any_of('limit')})?\s*[:=]?\s*"
        rf"(?P<sign><=|>=|[<≤>≥]|{lists.any_of('at-most')})?\s*(?P<value>\d{{1,6}}(?:[.,]\d+)?)\s*"
        r"(?P<unit>(?:wt|mass|m|ma|gew)?\.?\s?-?%|ppm|mg/kg|[µμ]g/g|g/kg|mg/g)"
    )
    amount = (
        r"(?P<value>\d{1,6}(?:[.,]\d+)?)\s*"
        r"(?P<unit>(?:wt|mass|m|ma|gew)?\.?\s?-?%|ppm|mg/kg|[µμ]g/g|g/kg|mg/g)"
    )
    not_found = (
        rf"(?<![A-Za-z])(?P<names>{one}(?:{joins}{one})*)(?![a-z])\s*[:=]?\s*"
        rf"(?:{lists.any_of('each-of')})?\s*(?P<unfound>{unfound})"
    )
    limit = rf"(?:{lists.any_of('limit')})\s*[:=]?\s*[<≤]?\s*{amount}"
    label = lists.any_word_of("part-label", behind="")
    other_part = (
        rf"{label}\s*[:#]?\s*(?P<number>[A-Z0-9][A-Z0-9./_-]{{2,}})"
        rf"|\b(?:{lists.any_of('part-of')})\s+(?:the\s+)?(?:{lists.any_of('part-noun')})\s+"
        r"(?P<bare>(?=[A-Z0-9./_-]*\d)[A-Z0-9][A-Z0-9./_-]{2,})"
    )
    return _Patterns(
        re.compile(heavy, re.IGNORECASE),
        joins,
        re.compile(figure, re.IGNORECASE),
        re.compile(other_part, re.IGNORECASE),
        re.compile(not_found, re.IGNORECASE),
        re.compile(limit, re.IGNORECASE),
    )


def report_of(
    text: str | None, numbers: tuple[str | None, ...], on: date | None, knowledge: "Knowledge"
) -> Report | None:
    """The report a row's declaration speaks of, if it may be used on a day; None otherwise.

    ``numbers``: the row's part numbers; a report that names another one says nothing about it.
    """
    if not text or on is None or not _speaks_of_a_report(text, knowledge):
        return None
    if _names_another(text, numbers, knowledge.word_lists):
        return None
    past = [day for day in dates_in(text, knowledge.word_lists) if day <= on]
    if not past or _months_between(min(past), on) >= knowledge.judgements.report_valid_months:
        return None
    absent, measured = dict[str, None](), dict[str, float]()
    figures = list(_figures(text, knowledge.word_lists))
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


def limits_claimed(text: str | None, lists: "WordLists") -> tuple[str, ...]:
    """Elements for which a text states an upper limit, such as "Dy + Tb < 0.1 %". Without a usable
    report, or above the bound of absence, that is a claim: it leaves the composition unknown."""
    if not text:
        return ()
    found: dict[str, None] = {}
    for symbols, _percent, sign in _figures(text, lists):
        if sign and sign not in _LOWER:
            found.update(dict.fromkeys(symbols))
    return tuple(found)


def _speaks_of_a_report(text: str, knowledge: "Knowledge") -> bool:
    plain = text.casefold()
    return any(word.casefold() in plain for word in knowledge.report_words)


def _names_another(text: str, numbers: tuple[str | None, ...], lists: "WordLists") -> bool:
    own = {_bare(number) for number in numbers if number}
    named = [
        _bare(match["number"] or match["bare"]) for match in _said(lists).other_part.finditer(text)
    ]
    return bool(own and named) and not own.intersection(named)


def _bare(number: str) -> str:
    return re.sub(r"[^A-Z0-9]", "", number.upper())


def _figures(text: str, lists: "WordLists") -> Iterator[tuple[tuple[str, ...], float, str]]:
    """(elements, mass percent, sign) of every figure; elements that were not found, without a figure
    of their own, have the limit that the text states once for all."""
    text, said = text.replace("％", "%"), _said(lists)
    told: set[str] = set()
    for match in said.figure.finditer(text):
        symbols = _symbols_of(match["names"], lists)
        if symbols and not _may_be_neodymium(match):
            told.update(symbols)
            yield symbols, _percent(match), match["sign"] or ("<" if match["unfound"] else "")
    limits = {_percent(match) for match in said.limit.finditer(text)}
    if len(limits) != 1:
        return
    (limit,) = limits
    for match in said.unfound.finditer(text):
        unfound = tuple(s for s in _symbols_of(match["names"], lists) if s not in told)
        if unfound and not _may_be_neodymium(match):
            yield unfound, limit, "<"


def _may_be_neodymium(match: re.Match[str]) -> bool:
    """In a list of symbols in capitals, ND is as likely the metal as "not detected"."""
    return match["unfound"] == "ND" and match["names"].isupper()


def _percent(match: re.Match[str]) -> float:
    """The mass percent of a figure with its unit."""
    return float(match["value"].replace(",", ".")) * PERCENT_OF.get(match["unit"].lower(), 1)


def _symbols_of(names: str, lists: "WordLists") -> tuple[str, ...]:
    symbols: list[str] = []
    for name in re.split(_said(lists).joins, names):
        if _said(lists).heavy.fullmatch(name):
            symbols += HEAVY_GROUP
        elif symbol := element_of(name, lists):
            symbols.append(symbol)
    return tuple(symbols)


def dates_in(text: str, lists: "WordLists") -> tuple[date, ...]:
    """Every date of a text. A month without a day is its first day; of two readings of a date in
    figures, day first or month first, the older one."""
    found: set[date] = set()
    for pattern, read in _DATE_FORMS:
        for match in pattern.finditer(text):
            found.update(day for day in read(match, lists) if day)
        text = pattern.sub(" ; ", text)
    return tuple(sorted(found))


def _older(match: re.Match[str], _lists: "WordLists") -> list[date | None]:
    both = [
        d for d in (_day(match[3], match[2], match[1]), _day(match[3], match[1], match[2])) if d
    ]
    return [min(both)] if both else []


def _month(word: str, lists: "WordLists") -> str:
    plain = word.casefold()
    begun = (
        (len(name), place)
        for place, names in lists.family("month-").items()
        for name in names
        if plain.startswith(name)
    )
    return max(begun, default=(0, "0"))[1]


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _months_between(start: date, end: date) -> int:
    """Whole months from one day to a later one."""
    whole = (end.year - start.year) * 12 + end.month - start.month
    return whole - (end.day < start.day)


_ReadDate: TypeAlias = Callable[[re.Match[str], "WordLists"], list[date | None]]
_DATE_FORMS: tuple[tuple[re.Pattern[str], _ReadDate], ...] = (
    (_YEAR_FIRST, lambda m, _: [_day(m[1], m[2], m[3] or "1")]),
    (_DAY_FIRST, _older),
    (_DAY_MONTH, lambda m, lists: [_day(m[3], _month(m[2], lists), m[1])]),
    (_MONTH_DAY, lambda m, lists: [_day(m[3], _month(m[1], lists), m[2] or "1")]),
    (_MONTH_YEAR, lambda m, _: [_day(m[2], m[1], "1")]),
)
