"""Cells of facts that do not stand where the row of their part and the column of the fact meet, and cells that could
not be read."""

from collections.abc import Iterator

import numpy as np

from desktop_app.intake.table_parts import TableParts
from desktop_app.intake.turned import cells_in_the_sheet
from desktop_app.model.parts import FactCell


def cells_elsewhere(
    table: TableParts, file: int, start: int
) -> Iterator[tuple[int, dict[str, FactCell]]]:
    """Per part, the cells that do not stand where the row of the part and the places of the table
    say."""
    rows = table.rows.tolist()
    if table.turned is not None:
        for part, row in enumerate(rows):
            places = table.places | table.elsewhere.get(part, {})
            yield start + part, cells_in_the_sheet(file, table.sheet, row, places)
        return
    for part, cells in table.elsewhere.items():
        yield (
            start + part,
            {name: FactCell(file, table.sheet, rows[part], at) for name, at in cells.items()},
        )


def collect_unreadable(
    unreadable: dict[int, tuple[str, ...]], table: TableParts, start: int
) -> None:
    """Adds to ``unreadable`` the facts of each part of a table whose cells could not be read."""
    for name, failed in table.unreadable.items():
        for part in np.flatnonzero(failed).tolist():
            unreadable[start + part] = (*unreadable.get(start + part, ()), name)
