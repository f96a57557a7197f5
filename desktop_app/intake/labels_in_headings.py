"""Texts in the line of headings that head no column: "Total" with the sum of the list right of it or below."""

import math

from desktop_app.intake.grid import Grid
from desktop_app.intake.heading_lines import is_period
from desktop_app.intake.looks import Look
from desktop_app.intake.numbers import number_of
from desktop_app.intake.tables import Table
from desktop_app.intake.totals import is_total

FEWEST = 4
"""Rows of a list in which the only value of a column says something of all of them. Own judgement."""


def is_label(grid: Grid, table: Table, column: int, look: Look) -> bool:
    """A text in the line of headings over nothing, with a number right of it, or a word for a sum with that
    sum in the first row and nothing below."""
    if not table.has_heading or look.filled > 1:
        return False
    if look.filled:
        return _has_sum_below(grid, table, column)
    if column + 1 >= len(grid.columns):
        return False
    beside = grid.cell(table.heading, column + 1)
    return not is_period(beside) and not math.isnan(number_of(beside, False))


def _has_sum_below(grid: Grid, table: Table, column: int) -> bool:
    start, end = table.heading + 1, table.end
    heading = grid.cell(table.heading, column)
    filled = grid.columns[column].filled[start:end]
    is_first = end - start >= FEWEST and bool(filled[0]) and int(filled.sum()) == 1
    if (
        not is_first
        or not isinstance(heading, str)
        or math.isnan(number_of(grid.cell(start, column), False))
    ):
        return False
    return heading.rstrip().endswith((":", "：")) or is_total(heading)
