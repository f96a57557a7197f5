"""Demand of a part from how many go into a product and how many products a year are built."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from desktop_app.intake.bill_levels import IN_PRODUCT
from desktop_app.intake.cells_read import Facts
from desktop_app.intake.grid import Grid
from desktop_app.intake.planned_lists import bare, words_of
from desktop_app.intake.products import read_numbers
from desktop_app.intake.tables import Table


def settle_planned_builds(
    grid: Grid, table: Table, fields: Mapping[str, int], parts: NDArray[np.intp], facts: Facts
) -> int | None:
    """Quantity in one product times products a year, where no column says the demand itself.

    ``parts``: positions of the rows in the sheet. The position of the column of products, None where
    there is none that says a year, or several.
    """
    quantity = facts.columns.get(IN_PRODUCT, facts.columns.get("quantity"))
    if quantity is None or "annual_quantity" in facts.columns:
        return None
    used = set(fields.values())
    columns = [
        n for n, heading in enumerate(table.headings[: len(grid.columns)])
        if n not in used and heading and bare(heading) in words_of("builds")
    ]  # fmt: skip
    if len(columns) != 1:
        return None
    builds = read_numbers(grid.columns[columns[0]], parts)
    demand = quantity * np.where(builds >= 0, builds, np.nan)
    if np.isnan(demand).all():
        return None
    facts.columns["annual_quantity"] = demand
    return columns[0]
