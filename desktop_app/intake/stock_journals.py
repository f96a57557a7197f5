"""Journals of a store: a row for each receipt and issue, with what was there after it. The last balance is the stock.

That a list is one is proven by its figures: what is left differs from the row before by what came in or went out.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from desktop_app.intake.cells_read import Facts
from desktop_app.intake.dates import date_of, day_first
from desktop_app.intake.grid import Grid
from desktop_app.intake.planned_lists import bare, words_of
from desktop_app.intake.products import read_numbers
from desktop_app.intake.tables import Table

FLOWS = 2
"""Columns of what came in and went out."""
DATED, PROVEN = 0.9, 0.8
"""Share of rows with a day, and of balances that follow from the one before. Own judgement."""


def settle_journals(
    grid: Grid, table: Table, fields: Mapping[str, int], parts: NDArray[np.intp], facts: Facts
) -> None:
    """Leaves of each part in its place the balance after its last movement, in place. ``parts``: positions of the
    rows in the sheet."""
    stock: Any = facts.columns.get("stock_on_hand")
    at = fields.get("part_number", fields.get("mpn"))
    if stock is None or at is None or len(parts) < FLOWS:
        return
    flows = [
        n
        for n, heading in enumerate(table.headings[: len(grid.columns)])
        if heading and bare(heading) in words_of("stock_flow")
    ]
    if len(flows) != FLOWS or (days := _days(grid, table, parts)) is None:
        return
    own = pd.DataFrame({
        "part": _kept_apart(grid, [at], parts), "day": days, "row": np.arange(len(parts)),
        "left": np.asarray(stock, dtype=np.float64),
        "moved": np.abs(np.subtract(*(np.nan_to_num(read_numbers(grid.columns[n], parts)) for n in flows))),
    })  # fmt: skip
    places = _kept_apart(grid, [at, *_places(grid, table, fields)], parts)
    last = _last_rows(own, places)
    if last is not None:
        facts.columns["stock_on_hand"] = np.where(np.isin(own["row"], last), stock, np.nan)


def _last_rows(own: pd.DataFrame, places: NDArray[np.int64]) -> NDArray[np.int64] | None:
    """The rows of the last balance of each part in each of its places, or of each part where one balance goes on
    through all places; None where neither proves a journal. A movement without a balance says nothing of what is
    left."""
    for told in (own.assign(part=places), own):
        order = _in_order(told[np.isfinite(told["left"])])
        if order is not None:
            found: NDArray[np.int64] = order.drop_duplicates("part", keep="last")["row"].to_numpy()
            return found
    return None


def _places(grid: Grid, table: Table, fields: Mapping[str, int]) -> list[int]:
    """Positions of the columns of what may have balances of its own: plants, stores and lots."""
    words = words_of("stock_place") | words_of("lot_number")
    headings = enumerate(table.headings[: len(grid.columns)])
    told = {n for n, text in headings if text and bare(text) in words}
    return sorted(told | {fields[name] for name in ("plant",) if name in fields})


def _kept_apart(grid: Grid, columns: Sequence[int], parts: NDArray[np.intp]) -> NDArray[np.int64]:
    """A number for each part in each place."""
    rows = np.column_stack([grid.columns[n].codes[parts] for n in columns])
    found: NDArray[np.int64] = np.unique(rows, axis=0, return_inverse=True)[1].reshape(-1)
    return found.astype(np.int64)


def _in_order(own: pd.DataFrame) -> pd.DataFrame | None:
    """The rows of each part from the first movement to the last, where the balances prove it; those of one
    day as they stand, or the other way round in a list whose last movement comes first."""
    for is_upwards in (True, False):
        order = own.sort_values("row", ascending=is_upwards).sort_values("day", kind="stable")
        order = order.sort_values("part", kind="stable")
        again = order["part"].eq(order["part"].shift()).to_numpy()
        if not again.any():
            return None
        change = order["left"].diff().abs().to_numpy()[again]
        if np.isclose(change, order["moved"].to_numpy()[again]).mean() >= PROVEN:
            return order
    return None


def _days(grid: Grid, table: Table, parts: NDArray[np.intp]) -> NDArray[np.int64] | None:
    """The days of the first column that has them, as numbers; None without one."""
    for n in range(min(len(grid.columns), len(table.headings))):
        cells = grid.columns[n].take(parts)
        texts = [value for value in cells.values if isinstance(value, str)]
        order = day_first(texts)
        days = [date_of(value, order) if isinstance(value, str) else None for value in cells.values]
        found = np.array([day.toordinal() if day else -1 for day in days])[cells.codes]
        if (found >= 0).mean() >= DATED:
            return found.astype(np.int64)
    return None
