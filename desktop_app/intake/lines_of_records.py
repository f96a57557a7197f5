"""Exports of records with lines below them: what heads a record stands in the first of its lines alone.

Odoo writes "Vendor | Order Lines/Product | Order Lines/Quantity" so. Read as it stands, only the first part of
an order would be its vendor's.
"""

from collections.abc import Sequence

import numpy as np

from desktop_app.intake.grid import Grid
from desktop_app.intake.headings import HeadingBook
from desktop_app.intake.tables import Table

OF_A_RECORD = frozenset(("supplier", "currency", "confirmed_date", "supplier_country"))
"""Facts of an order that hold for each of its lines; the number of what heads a record does not."""
LINES = 2
"""Columns of lines, whose headings begin alike up to a stroke. Own judgement."""


def fill_records(grid: Grid, table: Table, book: HeadingBook) -> None:
    """Gives each line what its record says of all of them, in place."""
    heads = table.headings[: len(grid.columns)]
    lines = _of_lines(heads)
    records = [n for n, heading in enumerate(heads) if heading and n not in lines]
    told = [n for n in records if OF_A_RECORD & {m.field for m in book.exact(heads[n])}]
    if not lines or not told or grid.lent is not None:
        return
    rows = np.arange(table.heading + 1, min(table.end, grid.height), dtype=np.intp)
    has_line = np.any([grid.columns[n].filled[rows] for n in lines], axis=0)
    begins = np.any([grid.columns[n].filled[rows] for n in records], axis=0)
    first = np.maximum.accumulate(np.where(begins, rows, -1))
    follows = has_line & ~begins & (first >= 0)
    if not follows.any():
        return
    lent = np.zeros(grid.height, dtype=np.int32)
    for column in (grid.columns[n] for n in told):
        column.codes[rows[follows]] = column.codes[first[follows]]
        column.forget()
        lent[rows[follows]] += column.filled[rows[follows]]
    grid.forget()
    grid.lent = lent


def _of_lines(heads: Sequence[str]) -> list[int]:
    """The columns whose headings begin with the same words before a stroke; none where others do so too."""
    groups: dict[str, list[int]] = {}
    for n, heading in enumerate(heads):
        record, stroke, _ = heading.rpartition("/")
        if stroke and record.strip():
            groups.setdefault(record.strip(), []).append(n)
    found = [columns for columns in groups.values() if len(columns) >= LINES]
    return found[0] if len(found) == 1 else []
