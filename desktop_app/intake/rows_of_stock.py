"""Lists that give a part in a row for each lot, place or state of its stock.

What tells such rows apart is told here, where the cells are at hand; they are added up when it is known whose
stock counts (see ``stock_added``).
"""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from desktop_app.intake.cells_read import Facts
from desktop_app.intake.grid import Grid
from desktop_app.intake.lent_facts import SUMMED
from desktop_app.intake.planned_lists import bare, words_of
from desktop_app.intake.stock_states import is_of_items
from desktop_app.intake.sums_of_lots import sums_of_lots
from desktop_app.intake.tables import Table

Codes = NDArray[np.int64]

STOCK_ROWS = "stock_rows"
"""Under which a table keeps the place of the column that tells its rows of stock apart."""
MAY_REPEAT = "stock_rows_may_repeat"
"""The same where nothing but places, states or days of receipts tells them, beside which a list may repeat all of
the stock, and where the stock is headed as the total."""
OF_ORDERS = "stock_rows_of_orders"
"""The same of lists with a row for each order of a part, beside which all else is repeated."""
NOT_TOLD = "nothing tells its rows apart"
"""Mark of rows of a part that such a column does not tell apart."""
OF_A_ROW = frozenset(
    ("part_number", "mpn", "description", "supplier", "manufacturer", "plant", "quantity", "stock_on_hand",
     "stock_blocked", "in_transit", "annual_quantity", "annual_spend", "unit_price", "lead_time_days")
)  # fmt: skip
"""Fields whose columns say something else than which stock a row is about, whatever their heading."""


def settle_rows_of_stock(
    grid: Grid,
    table: Table,
    fields: Mapping[str, int],
    parts: NDArray[np.intp],
    facts: Facts,
    *,
    has_ends: bool = False,
) -> None:
    """Notes that the rows of a part differ in lot, place or state. ``parts``: positions of the rows in the
    sheet; ``has_ends``: its stock has last days, as only lots have, so that none repeats another."""
    at = fields.get("part_number", fields.get("mpn"))
    if at is None or "stock_on_hand" not in facts.columns or len(parts) < FEWEST:
        return
    _leave_sums_of_plants(grid, fields, parts, facts)
    lots = _headed(grid, table, fields, words_of("stock_lot"))
    telling = telling_columns(grid, table, fields)
    special = facts.columns.get("special_stock")
    orders = [] if telling or special is not None else _orders(grid, table, fields)
    telling += orders
    if not telling and special is None:
        return
    numbers = grid.columns[at].codes[parts]
    again = np.bincount(numbers)[numbers] > 1
    again &= grid.columns[at].filled[parts]
    if not again.any():
        return
    rows = np.flatnonzero(again)
    plants = facts.columns.get("plant")
    own = [numbers[rows]]
    own += [] if plants is None else [_where_several(numbers[rows], _codes(plants[rows]))]
    told = [grid.columns[n].codes[parts][rows] for n in telling]
    told += [] if special is None else [_codes(special[rows])]
    group = _together(own)
    each = np.unique(_together([group, *told]), return_index=True)[1]
    size, kinds = np.bincount(group), np.bincount(group[each], minlength=int(group.max()) + 1)
    is_told = size == kinds
    if not (is_told & (size > 1)).any():
        return
    if telling and not orders:
        _leave_sums(
            facts, rows, group, sums_of_lots(grid, telling, parts[rows], group, _held(facts, rows))
        )
    facts.settled[STOCK_ROWS] = (
        grid.first_column + (telling or [fields.get("stock_on_hand", at)])[0]
    )
    if not (lots or has_ends) or _is_of_all(table, fields):
        facts.settled[MAY_REPEAT] = facts.settled[STOCK_ROWS]
    if orders:
        facts.settled[OF_ORDERS] = facts.settled[STOCK_ROWS]
    doubted = rows[~is_told[group]]
    if len(doubted):
        marked = np.zeros(len(parts), dtype=np.bool_)
        marked[doubted] = True
        facts.marked[NOT_TOLD] = marked


def _held(facts: Facts, rows: NDArray[np.intp]) -> NDArray[np.float64]:
    """What lies there, blocked or not."""
    stock = np.asarray(facts.columns["stock_on_hand"][rows], dtype=np.float64)
    blocked = facts.columns.get("stock_blocked")
    return stock if blocked is None else stock + np.nan_to_num(blocked[rows])


def _leave_sums(
    facts: Facts, rows: NDArray[np.intp], group: Codes, sums: NDArray[np.bool_]
) -> None:
    """Takes from rows that sum up others what those others say."""
    if not sums.any():
        return
    for name in SUMMED:
        values = facts.columns.get(name)
        if values is None:
            continue
        own = np.isfinite(values[rows].astype(np.float64)) & ~sums
        is_said = np.bincount(group[own], minlength=int(group.max()) + 1) > 0
        values[rows[sums & is_said[group]]] = np.nan


def _leave_sums_of_plants(
    grid: Grid, fields: Mapping[str, int], parts: NDArray[np.intp], facts: Facts
) -> None:
    """In a list of nothing but stock a row without a plant may sum up those of the plants. Elsewhere it may
    alone say the demand of the part, and each row is one of its own."""
    if "plant" not in fields or facts.columns.keys() & NEEDED:
        return
    numbers = grid.columns[fields.get("part_number", fields.get("mpn", 0))]
    rows = np.flatnonzero(numbers.filled[parts])
    group = numbers.codes[parts[rows]].astype(np.int64)
    sums = sums_of_lots(grid, [fields["plant"]], parts[rows], group, _held(facts, rows))
    _leave_sums(facts, rows, group, sums)


NEEDED = frozenset(
    ("annual_quantity", "annual_spend", "quantity", "requirement_quantity", "requirement_date")
)
"""Facts that say how many of a part are needed."""
FEWEST = 2


def _is_of_all(table: Table, fields: Mapping[str, int]) -> bool:
    """Whether the list says that its stock is the total, which each lot may repeat."""
    at = fields.get("stock_on_hand")
    return at is not None and bare(table.headings[at]) in words_of("stock_total")


def telling_columns(grid: Grid, table: Table, fields: Mapping[str, int]) -> list[int]:
    """Positions of columns that tell rows of stock of one part apart, those of lots first."""
    lots = _headed(grid, table, fields, words_of("stock_lot"))
    words = words_of("stock_state") | words_of("stock_place") | words_of("stock_receipt")
    words -= words_of("stock_lot")
    if is_of_items(fields):
        words -= words_of("status_alone")
    return [*lots, *_headed(grid, table, fields, words)]


def _orders(grid: Grid, table: Table, fields: Mapping[str, int]) -> list[int]:
    """Columns of the numbers of orders, in a list that says what is open of each; a list of the lines of
    orders has their quantities instead."""
    if "quantity" in fields or "open_order_quantity" not in fields:
        return []
    return _headed(grid, table, fields, words_of("stock_order"))


def _headed(
    grid: Grid, table: Table, fields: Mapping[str, int], words: frozenset[str]
) -> list[int]:
    used = {place for name, place in fields.items() if name in OF_A_ROW}
    return [
        n
        for n, heading in enumerate(table.headings[: len(grid.columns)])
        if n not in used and heading and bare(heading) in words
    ]


def _codes(values: NDArray[Any]) -> Codes:
    return pd.factorize(np.asarray(values, dtype=object))[0].astype(np.int64) + 1


def _where_several(numbers: Codes, codes: Codes) -> Codes:
    """Codes from 1 of texts; 0 of what says none, and where all rows of a number say one or none."""
    most, least = (
        np.zeros(int(numbers.max()) + 1, np.int64),
        np.full(int(numbers.max()) + 1, codes.max() + 1),
    )
    np.maximum.at(most, numbers, codes)
    np.minimum.at(least, numbers, np.where(codes > 0, codes, codes.max() + 1))
    return np.where((most > least)[numbers], codes, 0)


def _together(codes: Sequence[NDArray[Any]]) -> Codes:
    """One number for each combination."""
    found = np.zeros(len(codes[0]), dtype=np.int64)
    for own in codes:
        _, plain = np.unique(own, return_inverse=True)
        joined = found * (int(plain.max(initial=0)) + 1) + plain
        _, found = np.unique(joined, return_inverse=True)
    return found.astype(np.int64)
