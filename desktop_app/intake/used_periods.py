"""Consumption by month or week: a material that stands in few of the list's periods used nothing in the
others, for a system writes no line where nothing moved.

A column headed "Period" may hold years or quarters as well; its cells say which, and a year that is still
running has so far used what its days did.
"""

from collections.abc import Mapping
from datetime import date

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from desktop_app.intake.cells_read import Facts
from desktop_app.intake.consumption import DAYS_PER_YEAR, PERIODS_A_YEAR
from desktop_app.intake.grid import Grid, shown
from desktop_app.intake.headings import heading_book
from desktop_app.intake.period_columns import MONTH, period_of
from desktop_app.intake.periods import year_in
from desktop_app.intake.planned_lists import bare, names_any, words_of
from desktop_app.intake.tables import Table
from desktop_app.model.inquiry import today_in_china

LONGER = 1.5
"""Times a month from which on a period is none. Own judgement."""


def settle_used_periods(
    grid: Grid,
    table: Table,
    fields: Mapping[str, int],
    parts: NDArray[np.intp],
    facts: Facts,
    *,
    on: date | None = None,
) -> None:
    """Spreads what a material used in a plant over all periods of the list, as the yearly quantity of
    each of its rows. ``parts``: positions of the rows in the sheet; ``on``: the day asked about."""
    yearly = facts.columns.get("annual_quantity")
    is_by_period = any(name in fields for name in PERIODS_A_YEAR)
    numbers = facts.columns.get("part_number", facts.columns.get("mpn"))
    if yearly is None or numbers is None or not is_by_period or "annual_quantity" in fields:
        return
    words = words_of("month") | words_of("week")
    columns = [
        n
        for n, heading in enumerate(table.headings[: len(grid.columns)])
        if n not in fields.values() and bare(heading) in words
    ]
    if len(columns) != 1:
        return
    column = grid.columns[columns[0]]
    cells = {int(code): shown(column.values[code]) for code in np.unique(column.codes[parts])}
    said = {text: _share_of_year(text, table, fields, on) for text in {*cells.values()} - {""}}
    name = next(name for name in PERIODS_A_YEAR if name in fields)
    # "Monthly consumption" beside the year 2025 is the mean of its months, not what the year used.
    is_named = any(m.field == name for m in heading_book().exact(table.headings[fields[name]]))
    shares = [share for share in said.values() if share is not None]
    years: float = len(said)
    if said and not is_named and len(shares) == len(said):
        # What all of them used together over all their days: a year of nine days tells little.
        years = sum(shares) or np.nan
        yearly = yearly / PERIODS_A_YEAR[name]
    if len(said) < 2:
        facts.columns["annual_quantity"] = yearly / (years or 1.0)
        return
    plants = facts.columns.get("plant", np.full(len(parts), "", dtype=object))
    frame = pd.DataFrame({"number": numbers, "plant": plants, "yearly": yearly})
    groups = [frame["number"].fillna(""), frame["plant"].fillna("")]
    total = frame.groupby(groups)["yearly"].transform(lambda rows: rows.sum(min_count=1))
    named = frame["number"].notna() & frame["yearly"].notna()
    facts.columns["annual_quantity"] = np.where(named, total / years, yearly)


def _share_of_year(
    text: str, table: Table, fields: Mapping[str, int], on: date | None
) -> float | None:
    """The part of a year that a cell names where it is longer than a month; None for months, weeks and
    bare numbers, which are what their heading says."""
    on = on or today_in_china()
    year = year_in(text)
    if year is not None:
        used = any(
            names_any(table.headings[fields[n]], "used") for n in PERIODS_A_YEAR if n in fields
        )
        is_running = year == on.year and used
        return (on - date(year, 1, 1)).days / DAYS_PER_YEAR if is_running else 1.0
    found = period_of(text, on)
    return found[1] / DAYS_PER_YEAR if found is not None and found[1] > LONGER * MONTH else None
