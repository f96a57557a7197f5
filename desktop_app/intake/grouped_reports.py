"""Reports that print each item or each vendor once, above its lines, and "Total X" below them, as
QuickBooks does: every line gets the name of its group, in the column that the report leaves empty.
"""

import numpy as np

from desktop_app.intake.candidates import Candidate, weaker
from desktop_app.intake.grid import Column, Grid, shown
from desktop_app.intake.planned_lists import bare, names_any, words_of
from desktop_app.intake.sum_words import words_like
from desktop_app.intake.tables import Table
from desktop_app.intake.title_lines import HIGHEST_TITLE
from desktop_app.intake.totals import is_total
from desktop_app.model.findings import msg

WIDEST = 3
"""Columns from the left in which the groups may stand. Own judgement."""
MOST_ROWS = 50_000
FEWEST_HEADINGS = 3
VENDOR, ITEM = "Vendor", "Item"
"""What the column is headed then."""


def name_groups(grid: Grid) -> None:
    """Fills the column of groups, in place; a sheet without such groups stays as it is."""
    if grid.height > MOST_ROWS:
        return
    for at, column in enumerate(grid.columns[:WIDEST]):
        if not _has_totals(column):
            continue
        heading = _heading(grid, at)
        if heading is None:
            continue
        groups = _groups(grid, column, heading)
        if groups:
            _fill(grid, at, heading, groups)
            return


def without_firms(candidates: list[Candidate], grid: Grid, table: Table) -> list[Candidate]:
    """ "Name" beside the number of a bill, in a report grouped by items, is who sold it and not what it
    is."""
    bared = [bare(heading) for heading in table.headings]
    is_of_items = bool(grid.sums_of_groups) and ITEM in table.headings[:WIDEST]
    if not is_of_items or not words_of("paper_number").intersection(bared):
        return candidates
    firms = words_of("name_of_firm")
    why = msg("another column was taken for this; not used")
    return [
        weaker(c, 0.4, why) if c.field == "description" and bared[c.column] in firms else c
        for c in candidates
    ]


def _has_totals(column: Column) -> bool:
    texts = {v.casefold() for v in column.values if isinstance(v, str) and len(v) <= LONGEST}
    words = words_like("total", "sum")
    return bool(words) and any(
        text.endswith(other) and is_total(text[: len(text) - len(other)])
        for text in texts
        if is_total(text.partition(" ")[0])
        for other in (text.partition(" ")[2],)
        if other in texts
    )


LONGEST = 120


def _heading(grid: Grid, at: int) -> int | None:
    """The line of headings that leaves the column of groups empty."""
    for row in range(min(grid.height, HIGHEST_TITLE)):
        texts = sum(isinstance(value, str) for value in grid.row(row))
        if texts >= FEWEST_HEADINGS and texts == grid.filled_per_row[row]:
            return row if grid.cell(row, at) is None else None
    return None


def _groups(grid: Grid, column: Column, heading: int) -> list[tuple[int, int, str]]:
    """First row below each name, its total, and the name; inner groups before those around them."""
    opened: list[tuple[int, str]] = []
    found: list[tuple[int, int, str]] = []
    for row in np.flatnonzero(column.filled).tolist():
        if row <= heading:
            continue
        text = shown(column.values[int(column.codes[row])]).strip()
        closed = next(
            (n for n in range(len(opened) - 1, -1, -1) if _is_total_of(text, opened[n][1])), None
        )
        if closed is not None:
            found.append((opened[closed][0] + 1, row, opened[closed][1]))
            del opened[closed:]
        elif int(grid.filled_per_row[row]) == 1:
            opened.append((row, text))
    return found


def _is_total_of(text: str, name: str) -> bool:
    return text.endswith(name) and is_total(text[: len(text) - len(name)].strip() or "-")


def _fill(grid: Grid, at: int, heading: int, groups: list[tuple[int, int, str]]) -> None:
    column, lent = grid.columns[at], np.zeros(grid.height, dtype=np.int32)
    free = ~column.filled
    for start, end, name in groups:
        rows = np.arange(start, end)
        rows = rows[free[rows] & (grid.filled_per_row[rows] > 0)]
        column.put(rows.tolist(), name)
        free[rows], lent[rows] = False, 1
    title = " ".join(
        shown(value) for row in range(heading) for value in grid.row(row) if value is not None
    )
    is_of_firms = names_any(f"{grid.file_name} {title}", "firms")
    column.put([heading], VENDOR if is_of_firms else ITEM)
    lent[heading] = 1
    column.forget()
    grid.forget()
    grid.lent = lent
    grid.sums_of_groups = tuple(end for _, end, _ in groups)
