"""Needs with a row for each quarter or month of a part: "M-100 | Q1 2027 | 900" under "Quarter" and "Demand"."""

import re
from collections.abc import Mapping
from datetime import date

import numpy as np
from numpy.typing import NDArray

from desktop_app.intake.cells_read import Facts
from desktop_app.intake.grid import Grid, shown
from desktop_app.intake.period_columns import Needs, Period, needed_in, period_of
from desktop_app.intake.periods import is_quarter
from desktop_app.intake.planned_lists import names_any
from desktop_app.intake.products import read_numbers
from desktop_app.intake.tables import Table
from desktop_app.intake.unclear_counts import read_counts
from desktop_app.model.findings import Issue, msg

_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
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
    used = {n for name, n in fields.items() if name != "quantity"}
    free = [
        n for n, text in enumerate(table.headings[: len(grid.columns)]) if text and n not in used
    ]
    periods = {n: found for n in free if (found := _periods(grid, n, parts, on))}
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
