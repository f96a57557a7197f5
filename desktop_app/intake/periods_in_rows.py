"""Needs with a row for each quarter or month of a part: "M-100 | Q1 2027 | 900" under "Quarter" and "Demand"."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from desktop_app.intake.cells_read import Facts
from desktop_app.intake.dates import date_of, day_first
from desktop_app.intake.grid import Grid, shown
from desktop_app.intake.period_columns import Needs, Period, needed_in, period_of
from desktop_app.intake.periods import is_quarter
from desktop_app.intake.planned_lists import bare, names_any, words_of
from desktop_app.intake.products import read_numbers
from desktop_app.intake.tables import Table
from desktop_app.intake.unclear_counts import read_counts
from desktop_app.model.findings import Issue, msg

_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
Spoken: TypeAlias = "tuple[date, int] | None"
"""The first day of a period and how many it has."""
MOST_PERIODS = 60
"""Different periods of a list. Own judgement: five years of months."""


def settle_periods_in_rows(
    grid: Grid,
    table: Table,
    fields: Mapping[str, int],
    parts: NDArray[np.intp],
    facts: Facts,
    *,
    on: date,
) -> Needs:
    """What each row needs from ``on``, spread over its period. Nothing where another column says what is
    needed, or more than one could. ``parts``: positions of the rows in the sheet."""
    if {"annual_quantity", "requirement_date"} & facts.columns.keys() or not len(parts):
        return {}
    numbers = fields.get("part_number", fields.get("mpn", -1))
    used = {n for name, n in fields.items() if name != "quantity"}
    free = [
        n for n, text in enumerate(table.headings[: len(grid.columns)]) if text and n not in used
    ]
    periods = {n: found for n in free if (found := _periods(grid, n, parts, on))}
    periods |= {} if periods else _between_days(grid, table, numbers, free, parts, on=on)
    amounts = [
        n
        for n in free
        if n not in periods
        and names_any(table.headings[n], "needed")
        and np.isfinite(read_numbers(grid.columns[n], parts)).any()
    ]
    if len(periods) != 1 or len(amounts) != 1:
        return {}
    ((column, of_row),) = periods.items()
    (count,) = amounts
    at = grid.first_row + max(0, table.heading), grid.first_column + count
    read = read_counts(grid, [count], parts, facts, at)[count]
    each: dict[Period, NDArray[np.float64]] = {}
    for part, said in enumerate(of_row):
        if said is not None:
            one = Period(count, *said)
            each.setdefault(one, np.full(len(parts), np.nan))[part] = read[part]
    ahead = {one: found for one, found in each.items() if one.end > on}
    needs = needed_in(grid, facts, ahead, on)
    if needs:
        if fields.get("quantity") == count:
            del facts.columns["quantity"]
        what = msg(
            "Its rows were read as what is needed in the periods of “{heading}”.",
            heading=table.headings[column],
        )
        at = at[0], grid.first_column + column
        facts.issues.append(Issue("W_YEAR", "note", what, grid.name, *at))
    return needs


def _periods(
    grid: Grid, column: int, parts: NDArray[np.intp], on: date
) -> list[tuple[date, int] | None] | None:
    """Per row the period of its cell; None where any cell says something else, or no year."""
    codes = grid.columns[column].codes[parts]
    kinds = np.unique(codes).tolist()
    if len(kinds) > MOST_PERIODS:
        return None
    known: dict[int, tuple[date, int] | None] = {}
    for code in kinds:
        text = shown(grid.columns[column].values[code]).strip()
        is_dated = _YEAR.search(text) is not None or is_quarter(text)
        found = period_of(text, on) if is_dated else None
        if text and (found is None or found[1] == 1):
            return None
        known[code] = found
    return [known[code] for code in codes.tolist()] if any(known.values()) else None


def _between_days(
    grid: Grid, table: Table, of: int, free: Sequence[int], parts: NDArray[np.intp], *, on: date
) -> dict[int, list[Spoken]]:
    """Per row the period from the day of one column to that of another: "Valid from | Valid until". Where
    the list says ends alone, a period begins where the one before it of the same part ends, the first on the
    day that is asked about. ``of``: the column that numbers the parts."""
    if of < 0:
        return {}
    ends = [n for n in free if bare(table.headings[n]) in words_of("period_end")]
    if len(ends) != 1 or (last := _days_in(grid, ends[0], parts)) is None:
        return {}
    begins = [n for n in free if bare(table.headings[n]) in words_of("period_start")]
    first = _days_in(grid, begins[0], parts) if len(begins) == 1 else None
    if begins and first is None:
        return {}
    if first is None:
        first = _after_one_another(grid, of, last, parts, on)
    spans: list[Spoken] = [
        None if a is None or b is None or b < a else (a, (b - a).days + 1)
        for a, b in zip(first, last, strict=True)
    ]
    return {ends[0]: spans} if any(spans) else {}


def _days_in(grid: Grid, column: int, parts: NDArray[np.intp]) -> list[date | None] | None:
    """The days of a column; None where a cell says something else."""
    values = [grid.columns[column].values[code] for code in grid.columns[column].codes[parts]]
    order = day_first(value for value in values if isinstance(value, str))
    days = [date_of(value, order) for value in values]
    wrong = any(day is None and value is not None for day, value in zip(days, values, strict=True))
    # SAP writes 9999-12-31 where there is no end.
    return None if wrong else [None if day and day.year > LAST_YEAR else day for day in days]


LAST_YEAR = 2150
"""The last year of which a list speaks. Own judgement."""


def _after_one_another(
    grid: Grid, of: int, ends: Sequence[date | None], parts: NDArray[np.intp], on: date
) -> list[date | None]:
    number = grid.columns[of].codes[parts].tolist()
    begins: list[date | None] = [None] * len(ends)
    before: dict[int, date] = {}
    for at in sorted(range(len(ends)), key=lambda n: ends[n] or date.max):
        end = ends[at]
        if end is not None:
            begins[at] = before.get(number[at], min(on, end))
            before[number[at]] = end + timedelta(days=1)
    return begins
