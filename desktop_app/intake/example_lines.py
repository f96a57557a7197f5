"""Lines by which a form shows how it is filled in: "e.g." where the number of the line stands."""

from collections.abc import Collection

import numpy as np

from desktop_app.intake.grid import Grid, Mask, Value
from desktop_app.intake.planned_lists import bare, words_of

FIRST_LINES, FIRST_COLUMNS = 5, 3
"""Lines and columns of a form in which it gives examples. Own judgement."""


def lines_of_example(grid: Grid, start: int, end: int, naming: Collection[int]) -> Mask:
    """Rows at the beginning of a list that one of its first cells calls examples, beside what names a part."""
    rows = np.zeros(max(0, end - start), dtype=np.bool_)
    columns = range(min(FIRST_COLUMNS, len(grid.columns)))
    for row in range(start, min(end, start + FIRST_LINES)):
        said = {n for n in columns if _says_example(grid.cell(row, n))}
        rows[row - start] = bool(said) and any(
            n not in said and grid.cell(row, n) is not None for n in naming
        )
    return rows


def _says_example(value: Value) -> bool:
    return isinstance(value, str) and bare(value) in words_of("example")
