"""A sheet as a person looks at it: its first rows at once, of those below the ones that are no parts, which
a project keeps, and all of them where they are asked for."""

from collections.abc import Sequence

import numpy as np

from desktop_app.intake.grid import Grid, Value, shown
from desktop_app.intake.rows import reason_of
from desktop_app.intake.said_headings import (
    PREVIEW_COLUMNS,
    PREVIEW_ROWS,
    PREVIEW_TEXT,
    row_as_shown,
)
from desktop_app.intake.table_parts import TableParts
from desktop_app.model.sheet_rows import SheetRows
from desktop_app.model.sources import SheetFound, TableFound

MOST_LEFT_OUT = 60
"""Rows of a sheet below its first ones that a project keeps to be looked at. Own judgement."""


def sheet_found(grid: Grid, tables: Sequence[TableParts]) -> SheetFound:
    """What was found on a sheet. One that was turned is shown as it was, only with its first rows."""
    turned = next((t.turned for t in tables if t.turned is not None), None)
    found = tuple(t.found for t in tables)
    rows = _all_rows(grid) if found and turned is None else None
    preview = _preview(grid if turned is None else turned)
    further = () if turned is not None else _left_out(grid, found)
    return SheetFound(grid.name, grid.hidden, found, preview, further, rows)


def _left_out(grid: Grid, tables: Sequence[TableFound]) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """Texts of the rows below the first that are no parts, or only because the user said so: these first,
    then services."""
    service = reason_of("service")
    rows = [(0, row) for table in tables for row in table.told if row > PREVIEW_ROWS]
    rows += [
        (1 if why == service else 2, row)
        for table in tables
        for row, kind, why in table.not_parts
        if row > PREVIEW_ROWS and kind != "blank"
    ]
    blank = _blank(grid)
    kept = sorted(row for _, row in sorted(rows)[:MOST_LEFT_OUT])
    return tuple((row, (*blank, *row_as_shown(grid, row - grid.first_row))) for row in kept)


def _all_rows(grid: Grid) -> SheetRows:
    """The rows without what intake needs of them besides: a list of a million is looked at too."""
    columns = tuple(
        (column.values, column.codes.astype(np.min_scalar_type(len(column.values))))
        for column in grid.columns[:PREVIEW_COLUMNS]
    )
    return SheetRows(grid.first_row, len(_blank(grid)), columns, _as_shown)


def _as_shown(value: Value) -> str:
    return shown(value)[:PREVIEW_TEXT]


def _blank(grid: Grid) -> tuple[str, ...]:
    return ("",) * (grid.first_column - 1 if grid.first_column <= PREVIEW_COLUMNS else 0)


def _preview(grid: Grid) -> tuple[tuple[str, ...], ...]:
    """The first rows from sheet row 1 and column 1, as a person sees them."""
    blank = _blank(grid)
    rows: list[tuple[str, ...]] = (
        [()] * (grid.first_row - 1) if grid.first_row <= PREVIEW_ROWS else []
    )
    for row in range(min(grid.height, PREVIEW_ROWS - len(rows))):
        rows.append((*blank, *row_as_shown(grid, row)))
    return tuple(rows)
