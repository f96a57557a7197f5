"""Headings of sections with what all below them costs, and sums of what is above that stand in another column.

Both name no count and hold one number: what shows them is that it adds up.
"""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from desktop_app.intake.grid import Grid, Mask, shown
from desktop_app.intake.products import Numbers, read_numbers
from desktop_app.intake.sums_above import EXACT
from desktop_app.intake.tables import IDENTITY
from desktop_app.intake.totals import may_sum

CELLS = 2
"""Of such a row: its name and its sum."""
FEWEST = 2
"""Amounts from which on their sum is none by chance, and sections that a list has. Own judgement."""
MOST = 10_000
"""Rows of two cells that are looked at; a list has few rows so short."""
PRICED = ("line_value", "unit_price")


def sections_with_sums(grid: Grid, start: int, parts: Mask, fields: Mapping[str, int]) -> Mask:
    """Rows such as "Mechanics | | | 48,400" above the parts that cost as much, in a list that begins with one and
    has several of them. ``parts``: rows still taken for parts."""
    rows, amounts = _sums(grid, start, parts, fields)
    counted = grid.columns[fields["quantity"]].filled if rows else ()
    rows = [
        row for row in rows
        if not counted[start + row] and not may_sum(_name(grid, start + row, fields))
    ]  # fmt: skip
    if len(rows) < FEWEST or rows[0] != np.flatnonzero(parts)[0]:
        return np.zeros(len(parts), dtype=np.bool_)
    lines = parts.copy()
    lines[rows] = False
    return _adding_up(
        rows, [*rows[1:], len(parts)], lines, amounts, _told(grid, start, rows, fields)
    )


def sums_elsewhere(
    grid: Grid, start: int, parts: Mask, totals: Mask, fields: Mapping[str, int]
) -> Mask:
    """Rows such as "Total mechanics | 46" below parts that cost as much, whatever column the sum stands in."""
    rows, amounts = _sums(grid, start, parts, fields)
    rows = [row for row in rows if may_sum(_name(grid, start + row, fields))]
    lines = parts.copy()
    lines[rows] = False
    known = np.flatnonzero(totals).tolist()
    ends = sorted({*rows, *known})
    before = {end: begin for begin, end in zip([-1, *ends], ends, strict=False)}
    return _adding_up(
        rows, [before[row] for row in rows], lines, amounts, _told(grid, start, rows, fields)
    )


def _sums(
    grid: Grid, start: int, parts: Mask, fields: Mapping[str, int]
) -> tuple[list[int], list[Numbers]]:
    """(rows of a name and a number and nothing else, what each row costs as its columns may say it)"""
    places = np.arange(start, start + len(parts))
    short = parts & (grid.filled_per_row[start : start + len(parts)] == CELLS)
    naming = [fields[name] for name in IDENTITY if name in fields]
    named = np.zeros(len(parts), dtype=np.bool_)
    for n in naming:
        named |= grid.columns[n].is_text[places]
    if "quantity" not in fields or not any(name in fields for name in PRICED):
        return [], []
    rows = np.flatnonzero(short & named)[:MOST].tolist()
    if not rows:
        return [], []
    many = read_numbers(grid.columns[fields["quantity"]], places)
    priced = [read_numbers(grid.columns[fields[name]], places) for name in PRICED if name in fields]
    times = [many * priced[-1]] if "unit_price" in fields else []
    return rows, [np.nan_to_num(amounts) for amounts in (*priced, *times)]


def _name(grid: Grid, row: int, fields: Mapping[str, int]) -> str:
    naming = {fields[name] for name in IDENTITY if name in fields}
    texts = (shown(v) for n, v in enumerate(grid.row(row)) if n in naming and v is not None)
    return next(texts, "")


def _adding_up(
    rows: Sequence[int],
    others: Sequence[int],
    lines: Mask,
    amounts: Sequence[Numbers],
    told: Mapping[int, float],
) -> Mask:
    """Marks the rows whose number is the sum of the lines between them and another row each. One line alone
    shows nothing, but where other sums of the list add up."""
    below = [_running(np.where(lines, own, 0.0)) for own in amounts]
    counts = [_running((lines & (own != 0)).astype(np.float64)) for own in amounts]
    found, alone = np.zeros((2, len(lines)), dtype=np.bool_)
    for row, other in zip(rows, others, strict=True):
        first, last = sorted((row, other))
        number = told[row]
        for sums, many in zip(below, counts, strict=True):
            added, of = sums[last] - sums[first + 1], many[last] - many[first + 1]
            if number > 0 and of and abs(added - number) <= EXACT * number:
                (found if of >= FEWEST else alone)[row] = True
    return found | alone if found.any() else found


def _running(amounts: Numbers) -> NDArray[np.float64]:
    return np.concatenate(([0.0], np.cumsum(amounts)))


def _told(
    grid: Grid, start: int, rows: Sequence[int], fields: Mapping[str, int]
) -> dict[int, float]:
    """The one number of each of the rows, 0 without one."""
    naming = {fields[name] for name in IDENTITY if name in fields}
    places = np.array(rows, dtype=np.intp) + start
    told = np.zeros(len(rows))
    for n, column in enumerate(grid.columns):
        if n not in naming and column.filled[places].any():
            told += np.nan_to_num(read_numbers(column, places))
    return dict(zip(rows, told.tolist(), strict=True))
