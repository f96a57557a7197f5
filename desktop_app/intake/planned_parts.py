"""Lists of stock and requirements by day, read into rows that say what is there, needed and ordered."""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from desktop_app.intake.grid import Grid, shown
from desktop_app.intake.headings import HeadingBook
from desktop_app.intake.planned_lists import Planned, is_of, planned_lists
from desktop_app.intake.rows import BLANK, OTHER, PART, Sorted
from desktop_app.intake.table_parts import TableParts, cells_of
from desktop_app.intake.unsigned_lists import unsigned_list
from desktop_app.model.findings import Message, msg
from desktop_app.model.parts import NUMBER_FIELDS
from desktop_app.model.sources import ColumnFound, TableFound

SURE = 0.95
"""Belief in columns that the sums of the list prove. Own judgement."""
_PROVEN = msg("by the cells: what is left is what was there and what comes or goes")
_PLANNED = msg("only planned, or kept in reserve: not counted")
_EMPTY = msg("an empty row")
_NAMED = msg("by its heading")
_NOT_USED = msg("heading not known; not used")
FIELDS = {
    "number": "part_number", "description": "description", "plant": "plant", "unit": "unit",
    "day": "requirement_date", "amount": "requirement_quantity", "balance": "stock_on_hand",
    "comes": "open_order_quantity",
}  # fmt: skip
"""What the columns of such a list hold, as fields."""
BESIDE = (
    ("stock_on_hand", "requirement_quantity"),
    ("open_order_quantity", "requirement_quantity"),
    ("confirmed_date", "requirement_date"),
)
"""Facts that stand in the column of another where they have none of their own."""


def planned_parts(grid: Grid, book: HeadingBook) -> Iterator[TableParts]:
    """The lists of a sheet of that kind; nothing where it is of another."""
    lists = planned_lists(grid, book)
    if not lists and (unsigned := unsigned_list(grid, book)) is not None:
        lists = [unsigned]
    for planned in lists:
        yield _read(grid, planned)


def _read(grid: Grid, planned: Planned) -> TableParts:
    facts, used = _facts(planned)
    columns, rows = planned.columns, planned.lines[used]
    for name in ("plant", "unit"):
        if name in columns:
            facts[name] = [shown(grid.cell(row, columns[name])) or None for row in rows.tolist()]
    order = _sorted(grid, planned, used)
    places = {
        FIELDS[name]: at + grid.first_column for name, at in columns.items() if name in FIELDS
    }
    for fact, said in BESIDE:
        if said in places:
            places.setdefault(fact, places[said])
    positions = [at for name, at in columns.items() if name in FIELDS]
    found = TableFound(
        header_row=grid.first_row + planned.heading,
        first_row=grid.first_row + order.start,
        last_row=grid.first_row + order.start + len(order.kinds) - 1,
        columns=tuple(_columns(grid, planned)),
        rows=order.counts(),
        cells=cells_of(grid, order, positions, grid.filled_per_row, 0),
        not_parts=tuple(_not_parts(grid, order)),
    )
    return TableParts(
        found=found,
        sheet=grid.name,
        rows=(rows + grid.first_row).astype(np.int32),
        facts={name: _array(name, values) for name, values in facts.items()},
        marks={},
        unreadable={},
        places=places,
        suppliers=frozenset(),
        languages={},
    )


def _facts(planned: Planned) -> tuple[dict[str, list[Any]], list[int]]:
    """Fact to its values, and the lines that have them: stock, what is needed and what is ordered.

    Safety stock is there to be used. What is only planned, and what belongs to a customer, counts for
    nothing.
    """
    lines: list[dict[str, Any]] = []
    used: list[int] = []
    previous = None
    for at, number in enumerate(planned.number):
        is_first, previous = number != previous, number
        line = _line(planned, at, is_first=is_first)
        if line:
            lines.append(line | {"part_number": number, "description": planned.text[at]})
            used.append(at)
    names = ("part_number", "description", "stock_on_hand", "requirement_date",
             "requirement_quantity", "open_order_quantity", "confirmed_date")  # fmt: skip
    return {name: [line.get(name) for line in lines] for name in names}, used


def _line(planned: Planned, at: int, *, is_first: bool) -> dict[str, Any]:
    amount, left, day = planned.amount[at], planned.balance[at], planned.day[at]
    element = planned.element[at]
    if is_of(element, "taken"):
        return {}
    has_opening = is_first and bool(np.isfinite(left - amount))
    opening = {"stock_on_hand": left - amount} if has_opening else {}
    if is_of(element, "safety"):
        return opening
    is_stock = is_of(element, "stock") or (is_first and not amount)
    if is_stock or (is_first and np.isnan(amount)):
        return {"stock_on_hand": left}
    if day is None or not amount or np.isnan(amount):
        return opening
    if amount < 0:
        return opening | {"requirement_date": day, "requirement_quantity": -amount}
    if is_of(element, "order"):
        return opening | {"open_order_quantity": amount, "confirmed_date": day}
    return opening


def _sorted(grid: Grid, planned: Planned, used: Sequence[int]) -> Sorted:
    start = planned.heading + 1
    kinds = np.full(int(planned.lines[-1]) + 1 - start, OTHER, dtype=np.int8)
    kinds[grid.filled_per_row[start : start + len(kinds)] == 0] = BLANK
    kinds[planned.lines[list(used)] - start] = PART
    return Sorted(start, kinds, {}, np.full(len(kinds), -1, dtype=np.int32), [])


def _not_parts(grid: Grid, order: Sorted) -> Iterator[tuple[int, str, Message]]:
    """Rows that are neither stock nor needed nor ordered, and blank ones."""
    start = grid.first_row + order.start
    for at, kind in enumerate(order.kinds.tolist()):
        if kind != PART:
            yield start + at, *(("blank", _EMPTY) if kind == BLANK else ("other", _PLANNED))


def _columns(grid: Grid, planned: Planned) -> Iterator[ColumnFound]:
    fields = {at: FIELDS[name] for name, at in planned.columns.items() if name in FIELDS}
    proven = {planned.columns.get(name) for name in ("day", "amount", "balance", "comes")}
    for at, heading in enumerate(planned.headings):
        why: Message = _PROVEN if at in proven else _NAMED if at in fields else _NOT_USED
        if heading:
            yield ColumnFound(
                grid.first_column + at, heading, fields.get(at), SURE if at in fields else 0.0, why
            )


def _array(name: str, values: Sequence[Any]) -> Any:
    if name in NUMBER_FIELDS:
        return np.array([np.nan if v is None else v for v in values], dtype=np.float64)
    found = np.empty(len(values), dtype=object)
    found[:] = values
    return found
