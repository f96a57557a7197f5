"""What is said of stock that a list gives in several rows of one part: what was added up, and what was not."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

import numpy as np

from desktop_app.assessment.kept import kept
from desktop_app.assessment.single_source import part_keys, part_numbers
from desktop_app.model.findings import Message, column_letters, msg
from desktop_app.model.parts import FactCell, PartTable, StockRow

MOST_CELLS = 12
"""Cells that a remark lists; of more lots than that the first."""


def about_rows(parts: PartTable, part: int, own: int, stock: float | None) -> Iterator[Message]:
    """Of which cells the ``stock`` of a part of file ``own`` is the sum, and what of them is not counted.
    Nothing of the sum where somebody put the stock right."""
    rows = parts.stock_rows.get(part)
    if not rows:
        return
    free = [row for row in rows if row.counts and row.quantity]
    total = sum(row.quantity for row in free)
    if len(free) > 1 and stock is not None and abs(total - stock) <= CLOSE * max(1.0, abs(total)):
        yield msg(
            "Stock of {quantity} is added up from {rows} rows: {cells}. What they repeat counts once.",
            quantity=float(stock),
            rows=len(free),
            cells=_listed(parts, own, free),
        )
    again = [row for row in rows if row.why == "again"]
    if again:
        yield msg(
            "{rows} rows give the same stock: {cells}. It counts once.",
            rows=len(again) + 1,
            cells=_listed(parts, own, [*free[:1], *again]),
        )
    for mark in dict.fromkeys(row.mark for row in rows if row.why == "reserved"):
        kept_back = [row for row in rows if row.why == "reserved" and row.mark == mark]
        yield msg(
            "{quantity} belong to a project or a customer (special stock {mark}) and are not "
            "counted.",
            quantity=float(sum(row.quantity for row in kept_back)),
            mark=mark,
        )


CLOSE = 1e-9


def _listed(parts: PartTable, file: int, rows: Sequence[StockRow]) -> str:
    said = [f"{_address(parts, file, row.place)}: {row.quantity:.10g}" for row in rows[:MOST_CELLS]]
    return ", ".join([*said, "…"] if len(rows) > MOST_CELLS else said)


def _address(parts: PartTable, file: int, cell: FactCell) -> str:
    """A cell, with the name of its file where that is not the one of the part."""
    at = f"{column_letters(cell.column)}{cell.row}"
    is_other = cell.file != file and cell.file < len(parts.file_names)
    return f"{parts.file_names[cell.file]} › {at}" if is_other else at


def rows_apart(
    parts: PartTable, usable: "np.ndarray[Any, np.dtype[np.float64]]"
) -> Mapping[int, int]:
    """Rows with a demand of parts that state different stock in one plant which nothing adds up, and how many
    rows of stock the part has there. ``usable``: what each row may use."""
    numbers = kept(part_numbers, parts)
    if np.bincount(numbers[numbers >= 0]).max(initial=0) < TWO:
        return {}
    keys = part_keys(parts, parts.text("plant").of.astype(np.int64))
    needed = (parts.number("annual_quantity") > 0) | parts.frame[
        "requirement_date"
    ].notna().to_numpy()
    rows = np.flatnonzero((keys >= 0) & np.isfinite(usable))
    if not len(rows):
        return {}
    count = np.bincount(keys[rows])
    most, least = np.full(len(count), -np.inf), np.full(len(count), np.inf)
    np.maximum.at(most, keys[rows], usable[rows])
    np.minimum.at(least, keys[rows], usable[rows])
    apart = rows[(most > least)[keys[rows]] & needed[rows]]
    return dict(zip(apart.tolist(), count[keys[apart]].tolist(), strict=True))


TWO = 2


@cache
def about_apart(rows: int) -> Message:
    """That the rows of a part were not added up, and what would tell."""
    return msg(
        "This part stands in {rows} rows with different stock, and nothing says whether it adds up: each "
        "row is reckoned by itself. Add a column with the lot, the place or the state of the stock.",
        rows=rows,
    )
