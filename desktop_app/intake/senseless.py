"""Figures that cannot be meant: a demand or a price of zero or less, a delivery time below zero."""

from collections.abc import Iterator

import numpy as np

from desktop_app.intake.cells_read import CellsRead
from desktop_app.model.findings import Issue, Message, nmsg


def about_senseless(read: CellsRead) -> Iterator[Issue]:
    """One issue per column that holds any; below zero is a warning, zero only a note."""
    for name, lowest in (("annual_quantity", 0.0), ("unit_price", 0.0), ("lead_time_days", -1e-9)):
        values = read.facts.columns.get(name)
        if values is None or name not in read.fields:
            continue
        with np.errstate(invalid="ignore"):
            rows = np.flatnonzero(values <= lowest)
        if not len(rows):
            continue
        below = bool((values[rows] < 0).any())
        at = (
            read.grid.first_row + int(read.rows[rows[0]]),
            read.grid.first_column + read.fields[name],
        )
        said = _said(name, len(rows))
        yield Issue("W_SENSELESS", "warning" if below else "note", said, read.grid.name, *at)


def _said(name: str, count: int) -> Message:
    if name == "annual_quantity":
        return nmsg(
            "{n} yearly demand is zero or less: there is no cover, no run-out date and no money for it.",
            "{n} yearly demands are zero or less: there is no cover, no run-out date and no money for "
            "them.",
            count,
        )
    if name == "unit_price":
        return nmsg(
            "{n} price is zero or less: what is spent is not known.",
            "{n} prices are zero or less: what is spent is not known.",
            count,
        )
    return nmsg(
        "{n} delivery time is below zero; it is not used.",
        "{n} delivery times are below zero; they are not used.",
        count,
    )
