"""Lists of goods movements, as SAP's MB51 prints them: what left the store in twelve months is the demand.

Each line is a posting and no part that is bought; read as a bill every posting would be a part of its own.
"""

import re
from collections.abc import Mapping
from datetime import date

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from desktop_app.intake.cells_read import Facts
from desktop_app.intake.grid import Grid, shown
from desktop_app.intake.planned_lists import bare, days_of, words_of
from desktop_app.intake.tables import Table
from desktop_app.model.inquiry import today_in_china

MONTHS_A_YEAR = 12
FEWEST_MONTHS = 3
"""Months of postings below which a year is not told from them. Own judgement."""
MOSTLY = 0.9
_CODE = re.compile(r"^\d{3}$")
_ISSUE = re.compile(r"^(?:2\d\d|60\d)$")
"""SAP's movement types for goods issued (201 to 291) and delivered (601); the even ones take them back."""


def settle_movements(
    grid: Grid,
    table: Table,
    fields: Mapping[str, int],
    parts: NDArray[np.intp],
    facts: Facts,
    *,
    on: date | None,
) -> bool:
    """Takes the quantities of postings for no quantities that are bought. Where they cover months enough,
    the first line of each material gets what was issued in a year. Whether the list is one of movements.

    ``parts``: positions of the rows in the sheet; ``on``: the day asked about, whose month is not over.
    """
    numbers, amount = facts.columns.get("part_number"), facts.columns.get("quantity")
    used = set(fields.values())
    headed = [
        n
        for n, heading in enumerate(table.headings[: len(grid.columns)])
        if n not in used and heading and bare(heading) in words_of("movement_type")
    ]
    if numbers is None or amount is None or len(headed) != 1 or not len(parts):
        return False
    column = grid.columns[headed[0]]
    codes = [shown(column.values[code]).strip() for code in column.codes[parts]]
    if np.mean([bool(_CODE.match(code)) for code in codes]) < MOSTLY:
        return False
    del facts.columns["quantity"]
    days = _days(grid, table, used, parts)
    if days is not None and not facts.columns.keys() & {"annual_quantity", "requirement_date"}:
        yearly = _issued(facts, codes, amount, days, on or today_in_china())
        if np.isfinite(yearly).any():
            facts.columns["annual_quantity"] = yearly
            facts.settled["annual_quantity"] = grid.first_column + fields["quantity"]
    return True


def _days(
    grid: Grid, table: Table, used: set[int], parts: NDArray[np.intp]
) -> list[date | None] | None:
    """The days of the postings: the first column of days."""
    for n, heading in enumerate(table.headings[: len(grid.columns)]):
        if heading and n not in used:
            days = days_of(grid, n, parts)
            if np.mean([day is not None for day in days]) >= MOSTLY:
                return days
    return None


def _issued(
    facts: Facts, codes: list[str], amount: NDArray[np.float64], days: list[date | None], on: date
) -> NDArray[np.float64]:
    """Per line, on the first of each material in a plant, what is issued in a year; else NaN."""
    running = on.year * MONTHS_A_YEAR + on.month
    month = np.array(
        [np.nan if day is None else day.year * MONTHS_A_YEAR + day.month for day in days]
    )
    is_over = month < running
    count = int(month[is_over].max() - month[is_over].min()) + 1 if is_over.any() else 0
    found = np.full(len(codes), np.nan)
    if count < FEWEST_MONTHS:
        return found
    sign = [(1 if int(code[-1]) % 2 else -1) if _ISSUE.match(code) else 0 for code in codes]
    issued = np.where(is_over, np.abs(np.nan_to_num(amount)) * np.array(sign), 0.0)
    plants = facts.columns.get("plant", np.full(len(codes), None, dtype=object))
    frame = pd.DataFrame({"number": facts.columns["part_number"], "plant": plants})
    groups = [frame["number"].fillna(""), frame["plant"].fillna("")]
    total = pd.Series(issued).groupby(groups).transform("sum").to_numpy()
    first = ~frame.fillna("").duplicated().to_numpy() & frame["number"].notna().to_numpy()
    return np.where(first & (total > 0), total * MONTHS_A_YEAR / count, found)
