"""The last day of stock: a lot of glue, grease or powder whose shelf life is over is not used on a line.

Whether it is past is decided by the day that is asked about (see ``assessment.expired``). Prices, offers,
certificates and licences have such days too: beside them "Expiry date" is the day of a lot only where the
list numbers its lots, and "Valid until" nowhere.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

import numpy as np
from numpy.typing import NDArray

from desktop_app.intake.cells_read import Facts
from desktop_app.intake.dates import date_of, day_first, is_ambiguous_date
from desktop_app.intake.grid import Grid, Value
from desktop_app.intake.period_columns import period_of
from desktop_app.intake.planned_lists import bare, names_any, words_of
from desktop_app.intake.tables import Table
from desktop_app.model.findings import Issue, msg, nmsg
from desktop_app.model.inquiry import today_in_china

OF_OFFERS = frozenset(("unit_price", "currency", "line_value"))
"""Facts of lists whose days say how long a price holds."""


def settle_expired_stock(
    grid: Grid,
    table: Table,
    fields: Mapping[str, int],
    parts: NDArray[np.intp],
    facts: Facts,
    *,
    on: date | None,
) -> Mapping[int, date]:
    """The last day of the stock of each part that has one, the earliest where several are given; says which
    are past. ``parts``: positions of the rows in the sheet; ``on``: the day that is asked about, today where
    it is not known."""
    stock: Any = facts.columns.get("stock_on_hand")
    columns = _dated(grid, table, fields) if stock is not None else []
    if not columns:
        return {}
    near = on or today_in_china()
    there = np.nan_to_num(np.asarray(stock, dtype=np.float64)) > 0
    ends: dict[int, date] = {}
    for n in columns:
        for part, day in _ends(grid, n, parts, facts, near):
            if there[part]:
                ends[part] = min(day, ends.get(part, day))
    past = sorted(part for part, day in ends.items() if day < near)
    if past:
        what = nmsg(
            "{n} row of stock is past its date on {day}; it is not counted.",
            "{n} rows of stock are past their date on {day}; they are not counted.",
            len(past),
            day=near,
        )
        at = _cell(grid, columns[0], parts[past])
        facts.issues.append(Issue("W_EXPIRED", "warning", what, grid.name, *at))
    return ends


def _dated(grid: Grid, table: Table, fields: Mapping[str, int]) -> list[int]:
    """Positions of columns of the last day of a stock."""
    said = {
        n: bare(heading)
        for n, heading in enumerate(table.headings[: len(grid.columns)])
        if heading and n not in set(fields.values())
    }
    surely = [n for n, heading in said.items() if heading in words_of("shelf_life")]
    is_of_offers = bool(OF_OFFERS & fields.keys())
    is_numbered = not words_of("lot_number").isdisjoint(said.values())
    is_of_papers = any(names_any(heading, "other_validity") for heading in table.headings)
    if surely or not (is_numbered or not (is_of_offers or is_of_papers)):
        return surely
    is_any = is_numbered and not (is_of_offers or is_of_papers)
    maybe = words_of("expiry_alone") | (words_of("valid_until") if is_any else frozenset())
    return [n for n, heading in said.items() if heading in maybe]


def _ends(
    grid: Grid, column: int, parts: NDArray[np.intp], facts: Facts, on: date
) -> Iterator[tuple[int, date]]:
    """Each part with its last day; of a month its last day counts. Where day and month can be exchanged the
    later one counts, and it is said where only one of them is past."""
    cells = grid.columns[column].take(parts)
    order = day_first(value for value in cells.values if isinstance(value, str))
    ends = [_last_days(value, order, on) for value in cells.values]
    open_ = np.array([bool(days) and min(days) < on <= max(days) for days in ends])[cells.codes]
    if open_.any():
        what = msg("Dates such as 03/04/2026 can be in March or in April; they were not used.")
        at = _cell(grid, column, parts[open_])
        facts.issues.append(Issue("W_AMBIGUOUS_DATE", "warning", what, grid.name, *at))
    for part, code in enumerate(cells.codes.tolist()):
        if ends[code]:
            yield part, max(ends[code])


def _last_days(value: Value, is_day_first: bool | None, near: date) -> Sequence[date]:
    """The last day of a cell, or the two that it may be; none where it names none."""
    if is_day_first is None and is_ambiguous_date(value):
        return [day for order in (True, False) if (day := date_of(value, order))]
    day = date_of(value, is_day_first)
    if day is not None:
        return [day]
    # "05.2027" and "Mai 2027", but no month without its year.
    named = isinstance(value, str) and sum(map(str.isdigit, value)) >= DIGITS_OF_YEAR
    month = period_of(str(value), near) if named else None
    return [month[0] + timedelta(days=month[1] - 1)] if month else []


DIGITS_OF_YEAR = 4


def _cell(grid: Grid, column: int, rows: NDArray[np.intp]) -> tuple[int, int]:
    """The first of these rows of a column, as the sheet numbers them."""
    return grid.first_row + int(rows[0]), grid.first_column + column
