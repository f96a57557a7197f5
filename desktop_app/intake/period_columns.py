"""Lists with a column for each month, week or day: how many of a part are needed when.

The heading of a group, the title of the list or its sheet must say that the columns are about what is
needed; orders and deliveries come in such lists too. Periods that are over tell how many a year were used.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from desktop_app.intake.answer_words import is_unspaced
from desktop_app.intake.cells_read import Facts
from desktop_app.intake.dates import MONTHS
from desktop_app.intake.grid import Grid
from desktop_app.intake.kinds_of_rows import rows_of_needs
from desktop_app.intake.periods import quarter_of
from desktop_app.intake.planned_lists import names_any, phrases_of, said_of_list
from desktop_app.intake.tables import Table
from desktop_app.intake.unclear_counts import read_counts
from desktop_app.model.findings import Issue, Message, msg
from desktop_app.model.inquiry import today_in_china

FEWEST = 2
"""Periods side by side below which a column is no calendar. Own judgement."""
WEEK, MONTH = 7, 30
YEAR = 365
WHOLE_YEAR = 330
"""Days of forecast that stand for a year. Own judgement."""
TELLING = 80
"""Days of use below which a year is not known from them. Own judgement: three months."""
Needs = Mapping[int, Sequence[tuple[date, float, int]]]
"""Per part the days on which it is needed, how many, and the 1-based column that says so."""


@dataclass(frozen=True, slots=True)
class Period:
    """``days`` from ``start`` on; ``column``: its position."""

    column: int
    start: date
    days: int

    @property
    def end(self) -> date:
        """The first day after it."""
        return self.start + timedelta(days=self.days)


def settle_period_columns(
    grid: Grid,
    table: Table,
    fields: Mapping[str, int],
    parts: NDArray[np.intp],
    facts: Facts,
    *,
    on: date | None,
) -> Needs:
    """What the parts are needed for, from ``on``; what they needed before as the yearly quantity. A
    history that ends with the running month leaves that month out: it is not over.

    ``parts``: positions of the rows in the sheet. Nothing where another column says what is needed.
    """
    on = on or today_in_china()
    said_otherwise = {"annual_quantity", "requirement_date"} & facts.columns.keys()
    if said_otherwise or not len(parts):
        return {}
    title = said_of_list(grid, table)
    periods = list(_periods(table, set(fields.values()), _near(title, on)))
    said = " ".join((title, *(table.headings[one.column] for one in periods)))
    if len(periods) < FEWEST or not _follow(periods):
        return {}
    if not names_any(said, "needed"):
        if "stock_on_hand" in facts.columns:
            _wonder(grid, table, facts, periods)
        return {}
    needing = rows_of_needs(grid, table, fields, parts, facts)
    at = grid.first_row + max(0, table.heading), grid.first_column + periods[0].column
    read = read_counts(grid, [one.column for one in periods], parts, facts, at)
    amounts = {one: np.where(needing, read[one.column], np.nan) for one in periods}
    amounts = {one: found for one, found in amounts.items() if np.isfinite(found).any()}
    amounts = _without_sums(amounts)
    ahead = [one for one in amounts if one.end > on]
    days = sum(one.days for one in amounts if one.end <= on)
    is_history = days >= TELLING and names_any(said, "used")
    if ahead and not (is_history and all(one.start <= on for one in ahead)):
        return _needed(grid, table, facts, {one: amounts[one] for one in ahead}, on)
    amounts = {one: found for one, found in amounts.items() if one.end <= on}
    if is_history:
        known = np.stack([amounts[one] for one in amounts])
        total = np.where(np.isfinite(known).any(axis=0), np.nansum(known, axis=0), np.nan)
        facts.columns["annual_quantity"] = total * YEAR / days
        first = min(amounts, key=lambda one: one.start)
        facts.settled["annual_quantity"] = grid.first_column + first.column
        _tell(grid, table, facts, list(amounts), is_over=True)
    return {}


def _without_sums(
    amounts: Mapping[Period, NDArray[np.float64]],
) -> dict[Period, NDArray[np.float64]]:
    """The periods but for those that add up shorter ones beside them, such as a quarter its months."""
    kept = dict(amounts)
    for one in sorted(amounts, key=lambda period: period.days):
        within = [
            np.nan_to_num(found)
            for other, found in kept.items()
            if other.days < one.days and one.start <= other.start < one.end
        ]
        if within and np.allclose(np.sum(within, axis=0), np.nan_to_num(amounts[one])):
            del kept[one]
    return kept


def _follow(periods: Sequence[Period]) -> bool:
    """Whether no year lies between one period and the next: 12/07 and 12/14 are days of December, no
    months of 2007 and 2014."""
    starts = sorted(one.start for one in periods)
    return all((after - start).days < YEAR for start, after in pairwise(starts))


def _needed(
    grid: Grid, table: Table, facts: Facts, amounts: Mapping[Period, NDArray[np.float64]], on: date
) -> Needs:
    """The days on which parts are needed, and the demand of a year where that much is known."""
    found = needed_in(grid, facts, amounts, on)
    days_known = sum(one.days for one in amounts)
    if days_known >= WHOLE_YEAR:
        total = np.nansum(np.stack(list(amounts.values())), axis=0)
        facts.columns["annual_quantity"] = np.where(total > 0, total * YEAR / days_known, np.nan)
    if found:
        _tell(grid, table, facts, list(amounts), is_over=False)
    return found


def needed_in(
    grid: Grid, facts: Facts, amounts: Mapping[Period, NDArray[np.float64]], on: date
) -> Needs:
    """The days on which parts are needed: a period in weeks, what is left of the present one. The first
    of a part is the fact of its row."""
    found: dict[int, list[tuple[date, float, int]]] = {}
    for period, column in sorted(amounts.items(), key=lambda item: item[0].start):
        days = [day for day in _days(period) if day >= on] or [on]
        at = grid.first_column + period.column
        left = (period.end - max(period.start, on)).days / period.days
        for part in np.flatnonzero(column > 0).tolist():
            share = float(column[part]) * left / len(days)
            found.setdefault(part, []).extend((day, share, at) for day in days)
    if found:
        rows = len(facts.columns.get("part_number", next(iter(amounts.values()))))
        facts.columns["requirement_date"] = np.full(rows, None, dtype=object)
        facts.columns["requirement_quantity"] = np.full(rows, np.nan)
        for part, needs in found.items():
            facts.columns["requirement_date"][part] = needs[0][0]
            facts.columns["requirement_quantity"][part] = needs[0][1]
    return found


def _tell(
    grid: Grid, table: Table, facts: Facts, periods: Sequence[Period], *, is_over: bool
) -> None:
    """Says which columns were read; with another day they may be read otherwise."""
    ends = _ends(table, periods)
    needed = msg("Its columns from {first} to {last} were read as what is needed when.", **ends)
    used = msg("Its columns from {first} to {last} were read as what was used when.", **ends)
    _note(grid, table, facts, periods, used if is_over else needed)


def _wonder(grid: Grid, table: Table, facts: Facts, periods: Sequence[Period]) -> None:
    """Says that stock has no day on which it ends for want of one word."""
    said = msg(
        "Its columns from {first} to {last} are not used: nothing says whether they count needs, orders "
        "or deliveries. With “Demand” in their headings or in the title, stock gets a run-out date.",
        **_ends(table, periods),
    )
    _note(grid, table, facts, periods, said)


def _ends(table: Table, periods: Sequence[Period]) -> dict[str, str]:
    order = sorted(periods, key=lambda one: one.start)
    return {"first": table.headings[order[0].column], "last": table.headings[order[-1].column]}


def _note(grid: Grid, table: Table, facts: Facts, periods: Sequence[Period], said: Message) -> None:
    column = min(periods, key=lambda one: one.start).column
    place = grid.first_row + max(0, table.heading), grid.first_column + column
    facts.issues.append(Issue("W_YEAR", "note", said, grid.name, *place))


def _days(period: Period) -> Iterator[date]:
    """The day of a week or a day; of a longer period the first of each week in it."""
    for week in range(max(1, round(period.days / WEEK))):
        yield period.start + timedelta(days=WEEK * week)


_TITLE_YEAR = re.compile(
    r"(?:([^\W\d_]+)\.? )?(?<![\w./-])(?<!\d )(20\d\d)(?![\d./-]*\d)(?![^\W年])"
)
"""A year that stands alone, and the word before it; no part of a date or of a number."""


def _near(title: str, on: date) -> date:
    """The middle of the one year that a list names, as in "Forecast 2026"; else the day asked about.
    A year behind a month is of the day on which the list was made."""
    years = {
        int(year) for word, year in _TITLE_YEAR.findall(title) if word.casefold() not in MONTHS
    }
    return date(years.pop(), 6, 30) if len(years) == 1 else on


def _periods(table: Table, used: set[int], near: date) -> Iterator[Period]:
    """Columns headed by a month, a week, a quarter or a day; those without a year follow the others,
    the first of them lies ``near`` a day."""
    before: Period | None = None
    for column, heading in enumerate(table.headings):
        if column in used or not heading:
            continue
        found = period_of(heading, near if before is None else before.start)
        if found is None:
            continue
        start, days = found
        if before is not None and days == 1:
            days = max(1, min(MONTH, (start - before.start).days)) if before.days != 1 else 1
        before = Period(column, start, days)
        yield before


_YEAR = r"(?:20)?(\d{2})"
_OF_YEAR = rf"(?:\s*[/\-. ']\s*{_YEAR})?"
_WEEK = re.compile(
    r"(?:kw|cw|wk|week|w|woche|sem|semaine|semana|settimana|第)\s*\.?\s*(\d{1,2})\s*(?:周|週|주차?)?"
    rf"{_OF_YEAR}|(20\d{{2}})\s*[-/ ]?\s*(?:kw|cw|wk|w)\s*(\d{{1,2}})|(\d{{1,2}})\s*(?:周|週|주차?)"
    rf"|s\s?(\d{{1,2}})\s*[/-]\s*{_YEAR}"
)
_MONTH = re.compile(
    r"(0?[1-9]|1[0-2])\s*[/.\-]\s*(20\d{2}|\d{2})|(20\d{2})\s*[/.\-年]\s*(0?[1-9]|1[0-2])\s*月?"
    r"|(1[0-2]|[1-9])\s*[月월]"
)
_NAMED = re.compile(rf"([^\W\d_]{{3,10}})\.?\s*[/\-. ']*\s*{_YEAR}?")
_DAY = re.compile(r"(20\d{2})-(\d{2})-(\d{2})|(\d{1,2})\.(\d{1,2})\.(20\d{2}|\d{2})?")


def period_of(heading: str, near: date) -> tuple[date, int] | None:
    """The first day and the length in days of the period that a heading names; None for any other text.

    Words of what is needed may stand beside it. ``near``: without a year, the period that lies closest
    to this day and not long before it.
    """
    text = " ".join(unicodedata.normalize("NFKC", heading).casefold().split())
    if not any(sign.isdigit() for sign in text) and not _NAMED.search(text):
        return None
    text = _about_needs().sub(" ", text).strip(" -–:|/()[]")
    for read in (_day, _week, _quarter, _month, _named):
        found = read(text, near)
        if found is not None:
            return found
    return None


@cache
def _about_needs() -> re.Pattern[str]:
    """The words that say that a column is about what is needed, the longest first."""
    phrases = sorted(phrases_of("needed"), key=len, reverse=True)
    return re.compile(
        "|".join(
            re.escape(phrase) if is_unspaced(phrase) else rf"(?<!\w){re.escape(phrase)}(?!\w)"
            for phrase in phrases
        )
    )


def _day(text: str, near: date) -> tuple[date, int] | None:
    found = _DAY.fullmatch(text)
    if found is None:
        return None
    try:
        if found[1]:
            return date(int(found[1]), int(found[2]), int(found[3])), 1
        year = _full(found[6]) if found[6] else _year_near(int(found[5]), near)
        return date(year, int(found[5]), int(found[4])), 1
    except ValueError:
        return None


def _week(text: str, near: date) -> tuple[date, int] | None:
    found = _WEEK.fullmatch(text)
    if found is None:
        return None
    week = int(found[1] or found[4] or found[5] or found[6])
    said = found[2] or found[3] or found[7]
    try:
        if said:
            return date.fromisocalendar(_full(said), week, 1), WEEK
        return next(
            start for start in _weeks(week, near) if (start - near).days >= -YEAR // 2
        ), WEEK
    except (ValueError, StopIteration):
        return None


def _weeks(week: int, near: date) -> Iterator[date]:
    """The Mondays of a week of that number, of the years around a day; few years have a 53rd."""
    for year in (near.year - 1, near.year, near.year + 1):
        try:
            yield date.fromisocalendar(year, week, 1)
        except ValueError:
            continue


def _quarter(text: str, near: date) -> tuple[date, int] | None:
    found = quarter_of(text)
    if found is None:
        return None
    start = date(found[0], 3 * found[1] - 2, 1)
    last, days = _whole(start.year, start.month + 2)
    return start, (last - start).days + days


def _month(text: str, near: date) -> tuple[date, int] | None:
    found = _MONTH.fullmatch(text)
    if found is None:
        return None
    month = int(found[1] or found[4] or found[5])
    said = found[2] or found[3]
    return _whole(_full(said) if said else _year_near(month, near), month)


def _named(text: str, near: date) -> tuple[date, int] | None:
    found = _NAMED.fullmatch(text)
    month = MONTHS.get(found[1]) if found else None
    if found is None or month is None:
        return None
    return _whole(_full(found[2]) if found[2] else _year_near(month, near), month)


def _whole(year: int, month: int) -> tuple[date, int]:
    start = date(year, month, 1)
    after = date(year + month // 12, month % 12 + 1, 1)
    return start, (after - start).days


def _full(year: str) -> int:
    return int(year) if len(year) == 4 else 2000 + int(year)


def _year_near(month: int, near: date) -> int:
    """The year of a month without one: the next such month, or one of the last half year."""
    later = month - near.month
    return near.year + (1 if later < -6 else 0) - (1 if later > 6 else 0)
