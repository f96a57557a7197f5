"""Stock whose last day is past on the day that is asked about: it lies there and counts as blocked."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from desktop_app.model.parts import PartTable, StockRow


def without_expired(parts: PartTable, on: date) -> PartTable:
    """The parts with such stock among the blocked; the same table where there is none.

    On its last day a lot may still be used.
    """
    rows = {
        part: tuple(_on(row, on) for row in own)
        for part, own in parts.stock_rows.items()
        if any(_is_past(row, on) for row in own)
    }
    if not rows:
        return parts
    stock, blocked = (parts.number(name).copy() for name in ("stock_on_hand", "stock_blocked"))
    for part, own in rows.items():
        gone = min(_expired(own), stock[part]) if stock[part] > 0 else 0.0
        stock[part] -= gone
        blocked[part] = gone + (blocked[part] if blocked[part] > 0 else 0.0)
    frame = parts.frame.assign(stock_on_hand=stock, stock_blocked=blocked)
    return replace(parts, frame=frame, stock_rows={**parts.stock_rows, **rows})


def ends_between(parts: PartTable, one: date, other: date) -> bool:
    """Whether the stock of any part may be used on one of two days and not on the other."""
    first, last = sorted((one, other))
    return any(
        row.until is not None and first <= row.until < last
        for own in parts.stock_rows.values()
        for row in own
    )


def _is_past(row: StockRow, on: date) -> bool:
    return row.counts and row.until is not None and row.until < on


def _on(row: StockRow, on: date) -> StockRow:
    return replace(row, why="expired") if _is_past(row, on) else row


def _expired(rows: Sequence[StockRow]) -> float:
    return sum(row.quantity for row in rows if row.why == "expired")
