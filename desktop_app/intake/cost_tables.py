"""Calculations below or beside a list: labour, overhead, freight and profit are no bought parts."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

import numpy as np

from desktop_app.intake.grid import Grid, Mask, Value
from desktop_app.intake.sum_words import words_like
from desktop_app.intake.tables import Table
from desktop_app.intake.totals import may_sum

MOSTLY = 0.6
"""Share of the named rows that name a cost, so that the table is one of costs. Own judgement."""
FEWEST = 2
LONGEST = 60
"""Rows of such a table at most, and characters of what names a cost. Own judgement."""
COUNTED = ("quantity", "annual_quantity", "stock_on_hand")
_MORE = r"(\s*[:：(（=@\d].*|\s+(costs?|kosten|per|pro|je|par|por|/)\b.*|\s*)"


def is_of_costs(grid: Grid, table: Table, fields: Mapping[str, int]) -> bool:
    """Whether most rows of a short table are named by a cost, such as "Assembly labour"; sums and freight
    any list may have. A list with a part that has a quantity is none, however long the calculation
    below it is. ``fields``: field to position of its column."""
    rows = range(table.heading + 1, table.end)
    if not table.has_heading or table.is_said or len(rows) > LONGEST:
        return False
    named = [(row, name) for row in rows if (name := _name(grid.row(row)))]
    names = [name for _, name in named]
    counted = _filled(grid, rows.start, len(rows), fields, COUNTED)
    if any(counted[row - rows.start] and not _is_of_money(name) for row, name in named):
        return False
    costs = sum(map(_is_cost, names))
    others = sum(not _is_of_money(name) for name in names)
    return costs >= max(FEWEST, MOSTLY * (costs + others))


def costs_below(grid: Grid, start: int, parts: Mask, fields: Mapping[str, int]) -> Mask:
    """Rows below the last one with a quantity that are named by a cost, and what follows the first of
    them where most of it is too: before it a part may stand whose quantity is missing.

    ``start``: sheet position of the first row; ``parts``: the rows still taken for parts.
    """
    rows = np.zeros(len(parts), dtype=np.bool_)
    counted = _filled(grid, start, len(parts), fields, COUNTED)
    last = np.flatnonzero(counted & parts)
    if not len(last) or len(parts) - int(last[-1]) - 1 > LONGEST:
        return rows
    below = np.flatnonzero(parts[int(last[-1]) + 1 :]) + int(last[-1]) + 1
    named = [(row, _name(grid.row(start + row))) for row in below.tolist()]
    priced = _filled(grid, start, len(parts), fields, ("unit_price",))
    costs = [r for r, name in named if _is_cost(name) or (may_sum(name) and not priced[r])]
    block = below[below >= costs[0]] if costs else below
    if len(costs) >= MOSTLY * len(block):
        rows[block] = True
    rows[costs] = True
    return rows


def _filled(
    grid: Grid, start: int, count: int, fields: Mapping[str, int], names: Sequence[str]
) -> Mask:
    filled = np.zeros(count, dtype=np.bool_)
    for name in names:
        if name in fields:
            filled |= grid.columns[fields[name]].filled[start : start + count]
    return filled


def _name(row: list[Value]) -> str:
    return next((value for value in row if isinstance(value, str)), "")


def _is_of_money(text: str) -> bool:
    return _is_cost(text) or _is_named(text, "charge", "sum", "subtotal")


def _is_cost(text: str) -> bool:
    return 0 < len(text) < LONGEST and _is_named(text, "cost")


def _is_named(text: str, *kinds: str) -> bool:
    words = words_like(text, *kinds)
    return bool(words) and _compiled(words).fullmatch(text) is not None


@cache
def _compiled(words: str) -> "re.Pattern[str]":
    return re.compile(rf"\W*({words}){_MORE}", re.IGNORECASE)
