"""Bills that have a column for each level, "L1, L2, L3", and write each part into that of its own.

The columns become one, in which a part of a deeper level is set in; of columns with nothing but marks the level
stays. Parts keep their row, and their cells are said to stand in the first of these columns.
"""

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from desktop_app.intake.grid import BLANKS_SET_IN, Column, Grid, Value, shown
from desktop_app.intake.headings import HeadingBook
from desktop_app.intake.planned_lists import bare, words_of

HIGHEST = 30
"""Rows from the top in which the headings of such columns may stand."""
MOST_LEVELS = 12
LONGEST = 30
"""Signs of such a heading."""
FEWEST_ROWS = 3
FILLED = 0.9
"""Share of the rows that must stand in exactly one of the columns. Own judgement."""
MOST_MARKS = 2
"""Different cells of columns that are only ticked, such as x and X."""
LEVEL, NUMBER, NAME = "Level", "Part number", "Description"
"""Headings of the one column that is left, by what stands in it."""
_NUMBERED = re.compile(r"(.*?)[\s._-]*(\d{1,2})\.?")


def join_level_columns(grid: Grid, book: HeadingBook) -> None:
    """Changes the sheet where it has such columns."""
    for row in range(min(HIGHEST, grid.height)):
        cells = grid.row(row)
        found = _numbered_run(cells)
        if found is not None:
            others = [cell for n, cell in enumerate(cells) if n not in found]
            _join(grid, row + 1, found, _identified_by(others, book))
            return


def _identified_by(cells: Sequence[Value], book: HeadingBook) -> set[str]:
    """Which of a number and a name other columns have; one that may be either is the number."""
    known = [{m.field for m in book.exact(cell)} for cell in cells if isinstance(cell, str)]
    numbers = [fields for fields in known if "part_number" in fields]
    names = [fields for fields in known if "description" in fields]
    is_both = names and (len(numbers) > 1 or any(fields not in numbers for fields in names))
    return ({NUMBER} if numbers else set()) | ({NAME} if is_both else set())


def _numbered_run(cells: Sequence[Value]) -> range | None:
    """Positions of columns beside one another that are headed by a word for levels and 1, 2, 3 or 0, 1, 2."""
    start, before = 0, ("", -1)
    for n, cell in enumerate([*cells, None]):
        is_short = isinstance(cell, str) and len(cell) <= LONGEST
        said = _NUMBERED.fullmatch(str(cell)) if is_short else None
        own = (bare(said[1]), int(said[2])) if said else ("", -1)
        if own[0] and own == (before[0], before[1] + 1):
            before = own
            continue
        if before[0] and 2 <= n - start <= MOST_LEVELS:
            return range(start, n)
        is_first = own[1] in (0, 1) and own[0] in words_of("level_columns")
        start, before = n, own if is_first else ("", -1)
    return None


def _join(grid: Grid, first: int, columns: range, others: set[str]) -> None:
    """``others``: whether other columns number and name the parts. Where one of them numbers the parts, prices
    of "Stufe 1" and "Stufe 2" are none of their numbers, and of texts only the level is left."""
    filled = np.array([grid.columns[n].filled[first:] for n in columns])
    several = filled.sum(axis=0)
    rows = np.flatnonzero(several)
    is_one = len(rows) >= FEWEST_ROWS and (several[rows] == 1).mean() >= FILLED
    if not is_one or (filled.sum(axis=1) > 0).sum() < 2 or (several > 1).any():
        return
    level = filled.argmax(axis=0)
    values = [
        grid.cell(first + row, columns.start + int(level[row])) if several[row] else None
        for row in range(len(several))
    ]
    said = {shown(value).casefold() for value in values if value is not None}
    are_marks = len(said) <= MOST_MARKS and all(len(text) == 1 for text in said)
    numbered = 2 * sum(any(map(str.isdigit, text)) for text in said) > len(said)
    if NUMBER in others and not are_marks:
        if not any(isinstance(value, str) for value in values):
            return
        are_marks = numbered or NAME in others
    if are_marks:
        values = [float(n + 1) if many else None for n, many in zip(level, several, strict=True)]
    head = [grid.cell(row, columns.start) for row in range(first)]
    is_number = numbered or NAME in others
    head[-1] = LEVEL if are_marks else NUMBER if is_number else NAME
    indents: NDArray[np.intp] = np.zeros(grid.height, dtype=np.intp)
    indents[first:] = level * BLANKS_SET_IN * (not are_marks)
    grid.columns[columns.start] = _column([*head, *values], indents)
    for n in columns[1:]:
        own = [grid.cell(row, n) for row in range(first)]
        grid.columns[n] = _column([*own, *[None] * (grid.height - first)], None)
    grid.forget()


def _column(values: Sequence[Value], indents: "NDArray[np.intp] | None") -> Column:
    places: dict[tuple[type, Value], int] = {}
    codes = [places.setdefault((type(value), value), len(places)) for value in values]
    return Column([value for _, value in places], np.array(codes, dtype=np.intp), indents)
