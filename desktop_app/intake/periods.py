"""Columns of years: which of "2026", "Bedarf 2027" and "FY28" is the one to go by.

The year of the day that is asked about is taken, else the nearest one ahead, else the last. The other
columns are kept and it is said which was taken. Columns of months, weeks and quarters say nothing of
a year and are left alone.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from desktop_app.intake.candidates import ACCEPTED, Candidate
from desktop_app.intake.counted_days import day_in
from desktop_app.intake.dates import MONTHS
from desktop_app.intake.grid import day_of
from desktop_app.intake.heading_text import without_note
from desktop_app.intake.headings import ALIASES, HeadingBook, normalise
from desktop_app.intake.looks import Look
from desktop_app.model.findings import Message, msg

FIRST_YEAR, LAST_YEAR = 2000, 2079
_YEAR = re.compile(
    r"(?<![\d./-])(?:(?:fy|cy|gj|jahr|year|anno|año|an|ejercicio|exercice)\s*)?'?(20[0-7]\d)(?:\s*[/-]\s*\d{2}(?!\d))?"
    r"\s*(?:年度?|年|년도?|e|f|est|plan|ist|act|actual|budget|bud|fc|forecast)?(?![a-z0-9_./-])",
    re.IGNORECASE,
)
_SHORT = re.compile(r"(?<!\w)(?:fy|cy|gj)\s*'?(\d{2})(?!\d)", re.IGNORECASE)
_PART_OF_YEAR = re.compile(
    r"(?<!\w)([qt][1-4]|[1-4][qt]|[1-4]\W{0,2}\w{0,3}\s*(?:quarta\w*|trim\w*|kwarta\w*|quarter)"
    r"|(?:quarta\w*|trim\w*|kwarta\w*|quarter|qtr)\W*[1-4]|h[12]"
    r"|20\d\d[- /]?(?:kw|cw|wk|w)\d{1,2}|kw ?\d{1,2}|wk? ?\d{1,2}|week ?\d{1,2}|s ?\d{1,2} ?[/-] ?(?:20)?\d\d)(?!\w)"
    r"|\d\s*[月월]|第?[一二三四1-4]季度?|[1-4]\s*분기"
    r"|(?<!\d)(0?[1-9]|1[0-2])\s*[/.-]\s*(20)?\d\d(?!\d)|20\d\d\s*[/.-]\s*(0?[1-9]|1[0-2])(?!\d)",
    re.IGNORECASE,
)
_OF_YEAR = r"(?:20)?(\d{2})"
_OF_QUARTER = r"(?:q|qtr|quarter|quartal|quartale|kwartał|kwartaal|kv|t|trim|trimestre)"
_ORDINAL = r"(?:\s*(?:er|e|º|°|\.|st|nd|rd|th|ème|eme|o))?"
_QUARTER = re.compile(
    rf"{_OF_QUARTER}\.?\s*([1-4])\s*[/\-. ']?\s*{_OF_YEAR}|(20\d{{2}})\s*[-/ ]?\s*{_OF_QUARTER}\.?\s*([1-4])"
    rf"|([1-4]){_ORDINAL}\s*{_OF_QUARTER}\.?\s*[/\-. ']?\s*{_OF_YEAR}"
    r"|(20\d{2})\s*年?\s*第?\s*([1-4一二三四])\s*(?:季度?|四半期|분기)"
    r"|第?\s*([1-4一二三四])\s*(?:季度?|四半期|분기)\s*[/\-. ]?\s*(20\d{2})年?"
)
_QUARTER_AND_YEAR = ((1, 2), (4, 3), (5, 6), (8, 7), (9, 10))
"""Groups of the pattern."""
_IN_CHINESE = "一二三四"
_WORD = re.compile(r"[^\W\d_]+")
NO_MONTHS = frozenset(("set", "mag", "out"))
"""Short names of months that are words of a parts list too."""
OF_A_YEAR = {
    "quantity": "annual_quantity", "annual_quantity": "annual_quantity",
    "requirement_quantity": "annual_quantity", "consumption_monthly": "annual_quantity",
    "open_order_quantity": "annual_quantity", "demand": "annual_quantity", "line_value": "annual_spend",
    "annual_spend": "annual_spend", "unit_price": "unit_price",
}  # fmt: skip
"""What a column of a year holds, by what its heading says without the year. Of a bare "Demand" or
"Forecast" nobody knows the period; the year is one."""
BARE = 0.7
"""Belief in a year without any word: whole numbers under it are taken for pieces, and asked about."""
WHOLE = 0.8


@dataclass(frozen=True, slots=True)
class _Yearly:
    column: int
    year: int
    stem: str
    field: str
    confidence: float


def year_in(heading: str) -> int | None:
    """The year a heading speaks of as a whole; None for a month, a quarter, or no year."""
    text = unicodedata.normalize("NFKC", heading)
    found = _YEAR.search(text)
    short = None if found else _SHORT.search(text)
    if (found is None and short is None) or is_part_of_year(text):
        return None
    return int(found[1]) if found else 2000 + int(short[1]) if short else None


@lru_cache(maxsize=8_192)  # a line is looked at once for each way in which a sheet may hold a list
def says_period(text: str) -> bool:
    """A text that is a year, a month, a quarter or a day, and nothing else but the mark of a note."""
    said = without_note(text).rstrip(" :：*＊") or text
    if len(said) > LONGEST_PERIOD:
        return len(said) <= LONGEST_QUARTER and is_quarter(said)
    is_part = is_part_of_year(said) or is_quarter(said)
    return is_part or day_of(said) is not None or year_in(said) is not None


LONGEST_PERIOD, LONGEST_QUARTER, LONGEST_NOTED = 12, 24, 1_000
"""Characters of a heading that is only a year or a month, only a quarter, and of one with its note and
whatever signs stand behind it."""


def is_part_of_year(heading: str) -> bool:
    """A heading of a month, a week or a quarter, such as "Jan 26" and "KW 12"."""
    text = unicodedata.normalize("NFKC", heading)
    words = {word.casefold() for word in _WORD.findall(text)} - NO_MONTHS
    return not words.isdisjoint(MONTHS) or _PART_OF_YEAR.search(text) is not None


def quarter_of(text: str) -> tuple[int, int] | None:
    """(year, quarter) of a text in lower case that names one and nothing else, as "1. quartal 2027"."""
    found = _QUARTER.fullmatch(text)
    if found is None:
        return None
    quarter, year = next((found[a], found[b]) for a, b in _QUARTER_AND_YEAR if found[a])
    number = _IN_CHINESE.find(quarter) + 1 or int(quarter)
    return (int(year) if len(year) == 4 else 2000 + int(year)), number


def is_quarter(heading: str) -> bool:
    """Whether a heading names a quarter of a year and nothing else."""
    text = unicodedata.normalize("NFKC", heading).casefold()
    return quarter_of(" ".join(text.split())) is not None


def by_years(
    candidates: Sequence[Candidate],
    headings: Sequence[str],
    looks: Mapping[int, Look],
    book: HeadingBook,
    on: date,
) -> tuple[list[Candidate], tuple[tuple[int, Message], ...]]:
    """Readings after the years were looked at, and what to tell of which column."""
    found = [one for n in looks if (one := _yearly(n, headings[n], looks[n], book)) is not None]
    parts = _parts_of_years(headings, looks)
    kept = [_doubted(c) if c.column in parts else c for c in candidates]
    told: list[tuple[int, Message]] = []
    for field in dict.fromkeys(one.field for one in found):
        group = [one for one in found if one.field == field]
        if field == "unit_price" and len(group) < 2:
            continue
        columns = {one.column for one in group}
        is_said = any(
            c.field == field and c.confidence >= SAID and c.column not in columns for c in kept
        )
        year = None if is_said else _year_to_take([one.year for one in group], on)
        kept = [c for c in kept if c.column not in columns]
        kept += [_reading(one, year) for one in group]
        taken = next((one.column for one in group if one.year == year), None)
        if taken is not None and len(group) > 1:
            what = msg(
                "Of several columns of years “{heading}” was used; the others were kept.",
                heading=headings[taken],
            )
            told.append((taken, what))
    kept, latest = _latest_stock(kept, headings, on)
    return kept, (*told, *latest)


def _latest_stock(
    candidates: Sequence[Candidate], headings: Sequence[str], on: date
) -> tuple[list[Candidate], list[tuple[int, Message]]]:
    """Of columns of stock that each say a day or a year the last one that is not ahead: what lay there
    before is used up or was added to."""
    days = {
        c.column: day
        for c in candidates
        if c.field == "stock_on_hand" and c.confidence >= ACCEPTED
        and (day := _counted(headings[c.column])) is not None
    }  # fmt: skip
    past = {
        column: day for column, day in days.items() if _is_past(headings[column], day, on)
    } or days
    if len(set(days.values())) < SEVERAL:
        return list(candidates), []
    last = max(past, key=lambda column: past[column])
    why = msg("another column was taken for this; not used")
    kept = [
        replace(c, confidence=NOT_TAKEN, why=why)
        if c.field == "stock_on_hand" and c.column in days and c.column != last
        else c
        for c in candidates
    ]
    what = msg(
        "Of several columns of stock the latest, “{heading}”, was used; the others were kept.",
        heading=headings[last],
    )
    return kept, [(last, what)]


SEVERAL = 2


def _is_past(heading: str, day: date, on: date) -> bool:
    """Whether what is said of a day is no forecast; the year that runs has been counted."""
    return day <= on if day_in(heading) is not None else day.year <= on.year


def _counted(heading: str) -> date | None:
    """The day that a heading of stock says, or the end of its year."""
    if (day := day_in(heading)) is not None:
        return day
    year = year_in(heading)
    is_year = year is not None and FIRST_YEAR <= year <= LAST_YEAR
    return date(year, 12, 31) if year is not None and is_year else None


SAID = 0.9
"""A column without a year that says the same as surely as this goes before those of years."""
NOT_TAKEN = 0.5


def _reading(one: _Yearly, year: int | None) -> Candidate:
    if year is None:
        why = msg("another column was taken for this; not used")
    elif one.year != year:
        why = msg("of another year than {year}; kept, not used", year=str(year))
    else:
        why = msg("the column of {year}, the year asked about or the nearest to it", year=str(year))
        return Candidate(one.column, one.field, one.confidence, why)
    return Candidate(one.column, one.field, NOT_TAKEN, why)


def _doubted(candidate: Candidate) -> Candidate:
    if candidate.field not in OF_A_YEAR:
        return candidate
    why = msg("one of several months, weeks or quarters; not used")
    return replace(candidate, confidence=min(candidate.confidence, NOT_TAKEN), why=why)


def _parts_of_years(headings: Sequence[str], looks: Mapping[int, Look]) -> frozenset[int]:
    """Columns of months and quarters, where there are several of them."""
    parts = [n for n in looks if is_part_of_year(headings[n]) and looks[n].numeric > 0.5]
    return frozenset(parts if len(parts) > 1 else ())


def _year_to_take(years: Sequence[int], on: date) -> int:
    ahead = [year for year in years if year >= on.year]
    return min(ahead) if ahead else max(years)


def _yearly(column: int, heading: str, look: Look, book: HeadingBook) -> _Yearly | None:
    year = year_in(heading) if heading else None
    if year is None or not FIRST_YEAR <= year <= LAST_YEAR or look.numeric < 0.5:
        return None
    text = unicodedata.normalize("NFKC", heading)
    bare = _SHORT.sub(" ", _YEAR.sub(" ", text))
    stem = normalise(bare)
    if not stem:
        if look.whole < WHOLE:
            return None
        return _Yearly(column, year, stem, "annual_quantity", BARE)
    for meaning in book.meanings(bare):
        field = OF_A_YEAR.get(ALIASES.get(meaning.field, meaning.field))
        if field is not None and meaning.confidence >= BARE:
            return _Yearly(column, year, stem, field, min(0.9, meaning.confidence))
    return None
