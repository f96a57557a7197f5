"""Figures that cannot be meant: a demand, a price or a delivery time of zero or less."""

from collections.abc import Iterator

import numpy as np

from desktop_app.intake.cells_read import CellsRead, Numbers
from desktop_app.model.findings import Issue, Message, nmsg

NO_TIME = "delivery time of zero or less"
"""Mark of parts whose list states such a time."""


def about_senseless(read: CellsRead) -> Iterator[Issue]:
    """One issue per column of demands or prices that holds any; below zero is a warning, zero a note."""
    for name in ("annual_quantity", "unit_price"):
        values = read.facts.columns.get(name)
        if values is not None and name in read.fields:
            yield from _about(read, name, values)


def without_senseless_times(read: CellsRead, name: str, numbers: Numbers) -> Numbers:
    """Delivery times without those of zero or less, in whatever unit: SAP writes 0 where nobody entered
    one. They are named and marked; what another column or list says is used in their place."""
    with np.errstate(invalid="ignore"):
        is_one = numbers <= 0
    if is_one.any():
        read.facts.issues += _about(read, name, numbers)
        none = np.zeros(len(numbers), dtype=np.bool_)
        read.facts.marked[NO_TIME] = read.facts.marked.get(NO_TIME, none) | is_one
    return np.where(is_one, np.nan, numbers)


def _about(read: CellsRead, name: str, values: Numbers) -> Iterator[Issue]:
    with np.errstate(invalid="ignore"):
        rows = np.flatnonzero(values <= 0)
    if not len(rows):
        return
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
        "{n} delivery time is zero or less; it is not used. Enter the days from order to receipt.",
        "{n} delivery times are zero or less; they are not used. Enter the days from order to receipt.",
        count,
    )
