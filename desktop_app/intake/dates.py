"""Days as people write them; the order of day and month is decided once for a column."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date, timedelta

from desktop_app.intake.grid import Value, day_of
from desktop_app.intake.word_patterns import unit_words
from desktop_app.intake.written_numbers import in_western_years

_YEAR_FIRST = re.compile(r"(\d{4})[-/. 年](\d{1,2})[-/. 月](\d{1,2})日?(?:[T ].*)?")
_COMPACT = re.compile(r"(20\d{2})(\d{2})(\d{2})")
_YEAR_LAST = re.compile(r"(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})(?:[T ].*)?")
_NAMED = re.compile(r"(\d{1,2})[-. ]+([^\W\d_]{3,10})\.?[-. ]+(\d{4}|\d{2})")
_NAMED_FIRST = re.compile(r"([^\W\d_]{3,10})\.?[-. ]+(\d{1,2})(?:st|nd|rd|th)?[-., ]+(\d{4})")
MONTHS = {name: number for number in range(1, 13) for name in unit_words()[f"month_{number:02}"]}
"""Names of months in the languages that write them, to their number."""
_EPOCH = date(1899, 12, 30)
FIRST_SERIAL, LAST_SERIAL = 36_526.0, 73_050.0
"""Day numbers of a spreadsheet from 2000 to 2099; other numbers are no days of an order."""


def day_first(texts: Iterable[str]) -> bool | None:
    """Whether a column writes 31.12. (True) or 12/31 (False); None where nothing tells.

    Points are written with the day first everywhere.
    """
    day = month = 0
    for text in texts:
        found = _YEAR_LAST.fullmatch(_plain(text))
        if found is None:
            continue
        if found[2] == "." or int(found[1]) > 12:
            day += 1
        elif int(found[3]) > 12:
            month += 1
    return None if day == month else day > month


def is_day(value: Value) -> bool:
    """Whether a text is a day: 8505.11.10 is a customs number. The years of Thailand have none of their own
    (2569 is 2026), as chapter 25 ends with heading 2530."""
    day = date_of(value, True) if isinstance(value, str) else None
    if day is None or not any(day.year in headings for headings in _CUSTOMS_HEADINGS):
        return day is not None
    return _POINTED.fullmatch(str(value).strip()) is None


_POINTED = re.compile(r"\d{4}\.\d{2}\.\d{2}")
_CUSTOMS_HEADINGS = (range(2501, 2531), range(2601, 9800))
"""Headings of the Harmonized System for what is no food, read as years."""


def date_of(value: Value, is_day_first: bool | None) -> date | None:
    """The day in a cell; None where there is none, or day and month could be exchanged."""
    day = day_of(value)
    if day is not None:
        return date.fromisoformat(day)
    if isinstance(value, float):
        if FIRST_SERIAL <= value <= LAST_SERIAL:
            return _EPOCH + timedelta(days=int(value))
        return _compact(str(int(value))) if value.is_integer() else None
    return _in_text(_plain(value), is_day_first) if isinstance(value, str) else None


_WEEK = re.compile(
    r"(?:kw|cw|wk|week|woche|w|sem|semaine|semana|settimana)\s*\.?\s*(?P<week>\d{1,2})"
    r"\s*[/\-. ']\s*(?P<year>20\d{2}|\d{2})"
    r"|(?P<year_first>20\d{2})\s*[-/ ]?\s*(?:kw|cw|wk|w)\s*(?P<week_last>\d{1,2})"
    r"|(?P<year_zh>20\d{2})\s*年?\s*第?(?P<week_zh>\d{1,2})\s*[周週]"
)
LATEST_OF_WEEK = frozenset(("confirmed_date",))
"""Fields whose week is reckoned to its end: what comes in a week may come on its last day."""


def day_or_week(value: Value, is_day_first: bool | None, field: str) -> date | None:
    """The day in a cell; of a calendar week with its year the Monday, of one in which something comes
    the Sunday."""
    found = date_of(value, is_day_first)
    if found is not None or not isinstance(value, str):
        return found
    said = _WEEK.fullmatch(_plain(value).casefold())
    if said is None:
        return None
    year = said["year"] or said["year_first"] or said["year_zh"]
    week = said["week"] or said["week_last"] or said["week_zh"]
    full = int(year) + 2000 if len(year) == 2 else int(year)
    try:
        return date.fromisocalendar(full, int(week), 7 if field in LATEST_OF_WEEK else 1)
    except ValueError:
        return None


def is_ambiguous_date(value: Value) -> bool:
    """03/04/2026: the third of April or the fourth of March."""
    if not isinstance(value, str) or day_of(value):
        return False
    found = _YEAR_LAST.fullmatch(_plain(value))
    return (
        found is not None
        and found[2] != "."
        and max(int(found[1]), int(found[3])) <= 12
        and found[1] != found[3]
    )


def _plain(text: str) -> str:
    return in_western_years(unicodedata.normalize("NFKC", text).strip())


def _in_text(text: str, is_day_first: bool | None) -> date | None:
    if found := _YEAR_FIRST.fullmatch(text):
        return _day(found[1], found[2], found[3])
    if found := _NAMED.fullmatch(text):
        return _day(found[3], MONTHS.get(found[2].casefold(), 0), found[1])
    if found := _NAMED_FIRST.fullmatch(text):
        return _day(found[3], MONTHS.get(found[1].casefold(), 0), found[2])
    if found := _YEAR_LAST.fullmatch(text):
        if is_day_first is None and is_ambiguous_date(text):
            return None
        first, second = found[1], found[3]
        is_day = is_day_first if is_day_first is not None else int(first) > 12 or found[2] == "."
        return _day(found[4], second, first) if is_day else _day(found[4], first, second)
    return _compact(text)


def _compact(text: str) -> date | None:
    found = _COMPACT.fullmatch(text)
    return None if found is None else _day(found[1], found[2], found[3])


def _day(year: str, month: str | int, day: str) -> date | None:
    full = int(year) + 2000 if len(year) == 2 else int(year)
    try:
        return date(full, int(month), int(day))
    except ValueError:
        return None
