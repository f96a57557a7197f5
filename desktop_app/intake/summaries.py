"""Summaries beside a list: what its groups come to, as a pivot table shows it, and no parts of their own."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

import numpy as np
from numpy.typing import NDArray

from desktop_app.intake.grid import Column, Grid, shown
from desktop_app.intake.heading_text import normalise, summed_in
from desktop_app.intake.kind_words import words_of_kind
from desktop_app.intake.numbers import number_of
from desktop_app.intake.rows import KINDS, OTHER, reason_of
from desktop_app.intake.table_parts import TableParts
from desktop_app.intake.tables import IDENTITY
from desktop_app.model.sources import TableFound

LONGEST, LONGEST_LIST = 300, 50_000
"""Groups of a summary and rows of the list that it sums up at most. Own judgement."""
FEWEST_GROUPS = 2
STRANGE_GROUPS = 0.1
"""Which share of the groups of a pivot table, beside its total, may be missing in the list that it is made of:
it is not always refreshed. Own judgement."""
EXACT = 0.005
"""How far a sum may be from what adds up: amounts are rounded before they are shown. Own judgement."""

Read = tuple[Grid, TableParts]


def without_summaries(
    grids: Sequence[Grid], found: Sequence[Sequence[TableParts]]
) -> list[list[TableParts]]:
    """The tables of each sheet, those without parts that only sum up the groups of another one: each row is
    named like the rows of a group there, by something that is no part, and a number is what they come to."""
    read = [(grid, table) for grid, own in zip(grids, found, strict=True) for table in own]
    if sum(len(table.rows) > 0 for _, table in read) < 2:
        return [list(own) for own in found]
    return [
        [
            _emptied(table)
            if _is_pivot((grid, table), read) or _is_summary((grid, table), read)
            else table
            for table in own
        ]
        for grid, own in zip(grids, found, strict=True)
    ]


def _is_pivot(one: Read, read: Sequence[Read]) -> bool:
    """Whether a table is headed as a spreadsheet heads its pivot tables and its groups stand in another list:
    then it repeats that list, and its amounts may be of a part of it only."""
    grid, table = one
    if table.turned is not None or not 0 < len(table.rows) <= LONGEST_LIST:
        return False
    columns = table.found.columns
    places = [c.index for c in columns if " ".join(c.header.casefold().split()) in _row_labels()]
    if not places:
        return False
    lists = [
        other for other in read
        if other[1] is not table and _may_be_list(other[1], 0) and _may_sum_up(table, other[1])
    ]  # fmt: skip
    groups = [_texts(_column(grid, table, place)) for place in places]
    return any(_names_all(other, names) for names in groups for other in lists)


def _may_sum_up(pivot: TableParts, table: TableParts) -> bool:
    """Whether a list has a column that the pivot table says to sum up: "Sum of Qty" is not of a list of stock
    without "Qty". One that does not say what it sums up may be of any list."""
    summed = {bare for column in pivot.found.columns if (bare := summed_in(column.header))}
    return not summed or not summed.isdisjoint(normalise(c.header) for c in table.found.columns)


def _names_all(other: Read, names: set[str]) -> bool:
    """Whether a column of a list has these groups: all but one, which is the total, or nearly all."""
    grid, table = other
    may_lack = max(1, round(len(names) * STRANGE_GROUPS))
    if any(column.header.casefold() in _row_labels() for column in table.found.columns):
        return False
    lacking = (len(names - _texts(_column(grid, table, at))) for at in _columns(grid))
    return any(lack <= may_lack and lack < len(names) for lack in lacking)


def _texts(column: Column) -> set[str]:
    """The texts of the rows of a column."""
    texts = {shown(column.values[code]).strip().casefold() for code in {*column.codes.tolist()}}
    return texts - {""}


@cache
def _row_labels() -> frozenset[str]:
    return frozenset(word.casefold() for word in words_of_kind("row_labels"))


def _is_summary(one: Read, read: Sequence[Read]) -> bool:
    grid, table = one
    naming = {table.places[name] for name in IDENTITY if name in table.places}
    count = len(table.rows)
    if table.turned is not None or len(naming) != 1 or not FEWEST_GROUPS <= count <= LONGEST:
        return False
    name = naming.pop()
    column = _column(grid, table, name)
    names = [shown(column.values[code]).casefold() for code in column.codes.tolist()]
    if "" in names or len({*names}) < count:
        return False
    lists = [other for other in read if other[1] is not table and _may_be_list(other[1], count)]
    return any(
        _adds_up(other, codes, amounts)
        for other in lists
        for codes in _groups(other, names, None if other[0] is not grid else table)
        if (amounts := _amounts(grid, table, name))
    )


def _may_be_list(table: TableParts, count: int) -> bool:
    return table.turned is None and count < len(table.rows) <= LONGEST_LIST


def _groups(
    other: Read, names: Sequence[str], beside: TableParts | None
) -> Iterator[NDArray[np.intp]]:
    """Which row of a list is of which of these groups, -1 for none, by each column that has them all, one of
    them in several rows, and does not name the parts. ``beside``: a table in the same sheet, whose columns are
    none of the list where their rows are the same."""
    grid, table = other
    taken = {table.places[name] for name in IDENTITY if name in table.places}
    if beside is not None and not {*beside.rows.tolist()}.isdisjoint(table.rows.tolist()):
        taken |= {column.index for column in beside.found.columns}
    at = {name: group for group, name in enumerate(names)}
    for place in _columns(grid):
        if place in taken:
            continue
        column = _column(grid, table, place)
        groups = [at.get(shown(value).casefold(), -1) for value in column.values]
        codes = np.array(groups, dtype=np.intp)[column.codes]
        rows = np.bincount(codes[codes >= 0], minlength=len(names))
        if rows.all() and rows.max() > 1:
            yield codes


def _adds_up(other: Read, codes: NDArray[np.intp], amounts: Sequence[NDArray[np.float64]]) -> bool:
    """Whether an amount of the summary is what a column of numbers of the list comes to in each group."""
    grid, table = other
    is_of_group = codes >= 0
    for place in _columns(grid):
        numbers = np.nan_to_num(_numbers(grid, table, place)[is_of_group])
        sums = np.bincount(codes[is_of_group], numbers, len(amounts[0]))
        if any(np.allclose(amount, sums, rtol=EXACT, atol=0) for amount in amounts):
            return bool(sums.any())
    return False


def _amounts(grid: Grid, table: TableParts, name: int) -> list[NDArray[np.float64]]:
    """The numbers of each column of a summary that has one in every row."""
    read = [_numbers(grid, table, place) for place in _columns(grid) if place != name]
    return [numbers for numbers in read if np.isfinite(numbers).all()]


def _columns(grid: Grid) -> range:
    """The 1-based sheet columns of a sheet."""
    return range(grid.first_column, grid.first_column + len(grid.columns))


def _column(grid: Grid, table: TableParts, place: int) -> Column:
    rows = table.rows.astype(np.intp) - grid.first_row
    return grid.columns[place - grid.first_column].take(rows)


def _numbers(grid: Grid, table: TableParts, place: int) -> NDArray[np.float64]:
    column = _column(grid, table, place)
    read = [number_of(value, None) for value in column.values]
    found: NDArray[np.float64] = np.array(read, dtype=np.float64)[column.codes]
    return found


def _emptied(table: TableParts) -> TableParts:
    """The same table with no parts; its rows are accounted for as others."""
    return replace(
        table,
        found=_as_others(table.found, table.rows.tolist()),
        rows=table.rows[:0],
        facts={name: values[:0] for name, values in table.facts.items()},
        marks={},
        unreadable={name: which[:0] for name, which in table.unreadable.items()},
        suppliers=frozenset(),
        elsewhere={},
        needs={},
        stock_ends={},
        vendors=None,
        offers={},
    )


def _as_others(found: TableFound, rows: Sequence[int]) -> TableFound:
    cells, reason = found.cells, reason_of("reference")
    told = [*found.not_parts, *((row, KINDS[OTHER], reason) for row in rows)]
    if cells.filled is not None:
        cells = replace(cells, used=0, kept=0, skipped=cells.filled)
    return replace(
        found,
        rows=replace(found.rows, parts=0, other=found.rows.other + len(rows)),
        not_parts=tuple(sorted(told, key=lambda one: one[0])),
        cells=cells,
    )
