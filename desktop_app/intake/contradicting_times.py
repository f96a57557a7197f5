"""Delivery times of one part that contradict one another: 35 days beside 9 weeks, or 35 days in one row of
a part and 90 in the next. None of them is used, and it is said.
"""

from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from desktop_app.intake.cells_read import Facts
from desktop_app.intake.grid import Grid
from desktop_app.intake.heading_text import normalise, without_brackets
from desktop_app.intake.measures import without_time_units
from desktop_app.model.findings import Issue, nmsg

TIMES = "lead_time_days"
MARK = "delivery times contradict"
SAME = 4.0
"""Days that two delivery times may differ and still be the same: one counts in weeks. Own judgement."""
TELLS_APART = ("supplier", "plant", "unit_price")
"""What two rows of one part must have in common to be offers of the same."""


def says_the_same(one: str, other: str) -> bool:
    """Whether two headings differ in no more than the unit of the time: "Lead time (weeks)"."""
    return _core(one) == _core(other)


def _core(heading: str) -> str:
    bare, _ = without_brackets(heading)
    return normalise(without_time_units(bare))


def settle_beside(
    grid: Grid, rows: NDArray[np.intp], facts: Facts, second: Facts, position: int
) -> None:
    """Leaves out the times of rows in which a second column of the same says another one."""
    one, other = facts.columns[TIMES], second.columns[TIMES]
    differs = np.abs(one - other) > SAME
    _leave_out(facts, differs, (one, other), _cells(grid, rows, position))


def settle_of_rows(grid: Grid, rows: NDArray[np.intp], facts: Facts, position: int | None) -> None:
    """Leaves out the times of a part that several rows of one list state differently."""
    times, columns = facts.columns.get(TIMES), facts.columns
    if times is None or position is None:
        return
    numbers = columns.get("part_number", columns.get("mpn"))
    stated = np.flatnonzero(~np.isnan(times))
    if numbers is None or not len(stated):
        return
    known = pd.DataFrame({"number": numbers[stated], "least": times[stated]}, index=stated)
    known = known[known["number"].notna()]
    if not known["number"].duplicated().any():
        return
    known["most"] = known["least"]
    for name in TELLS_APART:
        known[name] = pd.factorize(_at(columns, name, known.index))[0]
    groups = known.groupby(["number", *TELLS_APART], sort=False)
    least, most = groups["least"].transform("min"), groups["most"].transform("max")
    differs = np.zeros(len(times), dtype=np.bool_)
    differs[known.index[most - least > SAME]] = True
    ends = np.full((2, len(times)), np.nan)
    ends[:, known.index] = least, most
    _leave_out(facts, differs, (ends[0], ends[1]), _cells(grid, rows, position))


def _at(columns: dict[str, Any], name: str, index: Any) -> Any:
    values = columns.get(name)
    return np.zeros(len(index)) if values is None else values[index]


class _Cells(NamedTuple):
    """Where the times of a column stand: its sheet, its 1-based column, the sheet row of each part."""

    sheet: str
    column: int
    rows: NDArray[np.intp]


def _cells(grid: Grid, rows: NDArray[np.intp], position: int) -> _Cells:
    return _Cells(grid.name, grid.first_column + position, rows + grid.first_row)


def _leave_out(
    facts: Facts,
    which: NDArray[np.bool_],
    ends: tuple[NDArray[np.float64], NDArray[np.float64]],
    cells: _Cells,
) -> None:
    if not which.any():
        return
    first = int(np.flatnonzero(which)[0])
    facts.columns[TIMES] = np.where(which, np.nan, facts.columns[TIMES])
    none = np.zeros(len(which), dtype=np.bool_)
    facts.unreadable[TIMES] = facts.unreadable.get(TIMES, none) | which
    facts.marked[MARK] = facts.marked.get(MARK, none) | which
    what = nmsg(
        "{n} row has a delivery time that contradicts another one of its part, such as {one} and "
        "{other} days; it is not used.",
        "{n} rows have delivery times that contradict others of their parts, such as {one} and "
        "{other} days; they are not used.",
        int(which.sum()),
        one=round(float(ends[0][first])),
        other=round(float(ends[1][first])),
    )
    at = int(cells.rows[first]), cells.column
    facts.issues.append(Issue("W_CONFLICT", "warning", what, cells.sheet, *at))
