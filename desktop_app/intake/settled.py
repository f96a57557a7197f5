"""What the facts of a table mean together: a unit beside a stock, a plan beside a quantity, a title above.

The order matters: quantities are those of one product before demand is reckoned from them, and stock is
counted in the unit of demand before what may be used of it is told.
"""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

import numpy as np

from desktop_app.intake.bill_components import settle_components
from desktop_app.intake.bill_quantities import settle_bill_quantities
from desktop_app.intake.board_lists import settle_board
from desktop_app.intake.cancelled_lines import settle_cancelled_lines
from desktop_app.intake.cells_read import Facts
from desktop_app.intake.expired_stock import settle_expired_stock
from desktop_app.intake.goes_into import settle_products
from desktop_app.intake.grid import Grid
from desktop_app.intake.lead_times import settle_licence_held
from desktop_app.intake.line_masses import settle_line_masses
from desktop_app.intake.many_pieces import settle_many_pieces
from desktop_app.intake.packs import settle_packs
from desktop_app.intake.period_columns import Needs
from desktop_app.intake.planned_builds import settle_planned_builds
from desktop_app.intake.quantities_for_many import settle_quantities_for_many
from desktop_app.intake.reckoned_demand import settle_demand
from desktop_app.intake.reckoned_spend import reckoned_spend, settle_spend
from desktop_app.intake.repeated_lines import settle_repeated_lines
from desktop_app.intake.rows import TOTAL, Sorted
from desktop_app.intake.rows_of_stock import settle_rows_of_stock
from desktop_app.intake.shared_demand import settle_shared_demand
from desktop_app.intake.still_to_come import settle_still_to_come
from desktop_app.intake.stock_by_place import settle_stock_by_place
from desktop_app.intake.stock_in_transit import settle_transit
from desktop_app.intake.stock_journals import settle_journals
from desktop_app.intake.stock_movements import settle_movements
from desktop_app.intake.stock_states import settle_usable_stock
from desktop_app.intake.stock_units import settle_stock_units
from desktop_app.intake.tables import Table
from desktop_app.intake.used_periods import settle_used_periods
from desktop_app.intake.withdrawn import settle_withdrawn


class Settled(NamedTuple):
    """Where facts come from that no column of their own says: position of the column of ``builds``,
    whether stock was counted as blocked, needs by period, and columns of a ``board`` by fact.
    ``dropped``: facts that columns say and the list does not mean. ``stock_ends``: per part, the last day
    of its stock."""

    builds: int | None
    has_blocked: bool
    needs: Needs
    board: Mapping[str, int]
    dropped: frozenset[str] = frozenset()
    stock_ends: Mapping[int, date] = MappingProxyType({})


def settle(
    grid: Grid,
    table: Table,
    fields: Mapping[str, int],
    order: Sorted,
    facts: Facts,
    *,
    on: date | None,
) -> Settled:
    """Changes ``facts`` in place. ``order``: what each row is; ``on``: the day that is asked about."""
    parts = order.parts
    totals = np.flatnonzero(order.kinds == TOTAL) + order.start
    settle_line_masses(grid, fields, parts, totals, facts)
    is_spent = reckoned_spend(facts)
    moved = settle_movements(grid, table, fields, parts, facts, on=on)
    settle_stock_by_place(grid, table, fields, parts, facts)
    settle_transit(grid, table, fields, parts, facts)
    settle_journals(grid, table, fields, parts, facts)
    table = settle_packs(grid, table, fields, parts, facts)
    settle_many_pieces(grid, table, fields, parts, facts)
    settle_stock_units(grid, table, fields, parts, facts)
    settle_licence_held(table, fields, parts, facts)
    settle_quantities_for_many(grid, table, fields, parts, facts)
    settle_bill_quantities(grid, table, fields, parts, facts)
    settle_products(grid, table, fields, parts, facts)
    settle_components(grid, table, fields, parts, facts)
    settle_repeated_lines(grid, table, fields, order, facts)
    builds = settle_planned_builds(grid, table, fields, parts, facts)
    settle_used_periods(grid, table, fields, parts, facts, on=on)
    settle_withdrawn(grid, table, fields, parts, facts)
    settle_still_to_come(grid, table, fields, parts, facts)
    settle_cancelled_lines(grid, table, fields, parts, facts)
    has_blocked = settle_usable_stock(grid, table, fields, parts, facts)
    ends = settle_expired_stock(grid, table, fields, parts, facts, on=on)
    settle_spend(facts, is_spent)
    needs = settle_demand(grid, table, fields, parts, facts, on=on)
    settle_rows_of_stock(grid, table, fields, parts, facts, has_ends=bool(ends))
    settle_shared_demand(grid, table, fields, parts, facts)
    board = settle_board(grid, table, fields, parts, facts)
    is_need = bool(needs) and "quantity" in fields and "quantity" not in facts.columns
    dropped = frozenset(("quantity",)) if moved or is_need else frozenset[str]()
    return Settled(builds, has_blocked or bool(ends), needs, board, dropped, ends)
