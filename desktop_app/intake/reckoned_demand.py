"""Demand of a year that a list does not state but says: needs of the next months, days that stock lasts."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache

import numpy as np
from numpy.typing import NDArray

from desktop_app.intake.answer_words import is_unspaced
from desktop_app.intake.cells_read import Facts
from desktop_app.intake.consumption import DAYS_PER_YEAR
from desktop_app.intake.grid import Grid
from desktop_app.intake.kind_words import period_words
from desktop_app.intake.measures import days_factor
from desktop_app.intake.period_columns import Needs, settle_period_columns
from desktop_app.intake.periods_in_rows import settle_periods_in_rows
from desktop_app.intake.planned_lists import bare, names_any, words_of
from desktop_app.intake.products import read_numbers
from desktop_app.intake.tables import Table
from desktop_app.intake.unclear_counts import read_counts
from desktop_app.model.findings import Issue, msg
from desktop_app.model.inquiry import today_in_china

SPANS: Mapping[str, float] = {
    "span_day": 1.0, "span_week": 7.0, "span_month": DAYS_PER_YEAR / 12,
}  # fmt: skip
FEWEST_DAYS = 7
"""Days of need below which a year is not told from them. Own judgement."""


def settle_demand(
    grid: Grid,
    table: Table,
    fields: Mapping[str, int],
    parts: NDArray[np.intp],
    facts: Facts,
    *,
    on: date | None,
) -> Needs:
    """What is needed when, from columns of periods; else the demand of a year that others tell."""
    needs = settle_period_columns(grid, table, fields, parts, facts, on=on)
    needs = needs or settle_periods_in_rows(
        grid, table, fields, parts, facts, on=on or today_in_china()
    )
    if not needs:
        settle_reckoned_demand(grid, table, fields, parts, facts)
    return needs


def settle_reckoned_demand(
    grid: Grid, table: Table, fields: Mapping[str, int], parts: NDArray[np.intp], facts: Facts
) -> None:
    """Fills the demand of a year from one such column, and says from which.

    ``parts``: positions of the rows in the sheet. Nothing where another column says what is needed.
    Of several spans the longest tells most; days that stock lasts come after them.
    """
    if {"annual_quantity", "requirement_date"} & facts.columns.keys() or not len(parts):
        return
    used = set(fields.values())
    free = [
        (n, heading)
        for n, heading in enumerate(table.headings[: len(grid.columns)])
        if n not in used and heading
    ]
    spans = {n: days for n, heading in free if (days := span_of(heading)) is not None}
    stock = facts.columns.get("stock_on_hand")
    lasting = [(n, heading) for n, heading in free if bare(heading) in words_of("cover_days")]
    if spans:
        column = max(spans, key=lambda n: (spans[n], -n))
        place = grid.first_row + max(0, table.heading), grid.first_column + column
        needed = read_counts(grid, [column], parts, facts, place)[column]
        yearly = needed * DAYS_PER_YEAR / spans[column]
    elif stock is not None and len(lasting) == 1:
        column, heading = lasting[0]
        lasts = read_numbers(grid.columns[column], parts) * (days_factor(heading) or 1.0)
        with np.errstate(all="ignore"):
            yearly = np.where((lasts > 0) & (stock > 0), stock * DAYS_PER_YEAR / lasts, np.nan)
    else:
        return
    yearly = np.where(yearly >= 0, yearly, np.nan)
    if np.isnan(yearly).all():
        return
    facts.columns["annual_quantity"] = yearly
    facts.settled["annual_quantity"] = at = grid.first_column + column
    said = msg(
        "The demand of a year was reckoned from “{heading}”.", heading=table.headings[column]
    )
    row = grid.first_row + max(0, table.heading)
    facts.issues.append(Issue("W_YEAR", "note", said, grid.name, row, at))


def span_of(heading: str) -> float | None:
    """The days of need that a heading names, as in "Demand next 3 months"; None for other headings, and
    for an average of several months, which is not what they need together."""
    text = " ".join(unicodedata.normalize("NFKC", heading).casefold().replace("-", " ").split())
    found = _spans().search(text)
    if found is None or not names_any(heading, "needed") or names_any(heading, "averaged"):
        return None
    kind = next(name for name in SPANS if found[name] is not None)
    days = float(found["count"]) * SPANS[kind]
    return days if days >= FEWEST_DAYS else None


@cache
def _spans() -> re.Pattern[str]:
    kinds = "|".join(f"(?P<{kind}>{_any(period_words()[kind])})" for kind in SPANS)
    return re.compile(rf"(?<![a-z0-9.,])(?P<count>\d{{1,3}})\s?(?:{kinds})")


def _any(words: Sequence[str]) -> str:
    longest = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(w) if is_unspaced(w) else rf"{re.escape(w)}(?!\w)" for w in longest)
