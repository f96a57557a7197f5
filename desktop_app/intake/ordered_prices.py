"""The price of the quantity that a row orders, where each quantity has a column of its own."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from desktop_app.intake.candidates import Proposal
from desktop_app.intake.cells_read import Facts
from desktop_app.intake.facts import Cleaning
from desktop_app.intake.grid import Grid
from desktop_app.intake.spare import FOLLOWS
from desktop_app.intake.tables import Table


def price_by_quantity(
    grid: Grid, table: Table, rows: NDArray[np.intp], facts: Facts, proposal: Proposal
) -> dict[int, dict[str, int]]:
    """Takes the price of each part from the column of the largest quantity that it orders at least.

    A quantity below the first column's keeps its price, a blank cell that of the next smaller quantity; a
    yearly quantity is no order. Returns, per part, field to 1-based column of what was taken elsewhere
    than from the first column.
    """
    ordered = facts.columns.get("quantity")
    elsewhere: dict[int, dict[str, int]] = {}
    if ordered is None:
        return elsewhere
    for position, least in proposal.tiers[1:]:
        reached = ordered >= least
        if not reached.any():
            continue
        fields = {**proposal.places, "unit_price": position}
        further = Cleaning(grid, table, fields, rows).run().columns
        taken = reached & ~np.isnan(further["unit_price"])
        for name in ("unit_price", *FOLLOWS["unit_price"]):
            if name in further and name in facts.columns:
                known = taken & ~pd.isna(further[name])
                facts.columns[name] = np.where(known, further[name], facts.columns[name])
        for part in np.flatnonzero(taken).tolist():
            elsewhere.setdefault(part, {})["unit_price"] = position + grid.first_column
    return elsewhere
