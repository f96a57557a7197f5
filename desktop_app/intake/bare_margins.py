"""Margins that name no currency, in a list whose prices are in several.

A margin is money of what we sell, not of what the row buys: beside prices in yuan and in euros it is
in neither of them for certain.
"""

import numpy as np
import pandas as pd

from desktop_app.intake.cells_read import CellsRead
from desktop_app.intake.values import currency_of
from desktop_app.model.findings import Issue, msg


def leave_out_bare_margins(read: CellsRead) -> None:
    """Takes them out and says so."""
    grid, table, fields, facts = read.grid, read.table, read.fields, read.facts
    margin, currency = (facts.columns.get(name) for name in ("margin_per_day", "currency"))
    if margin is None or currency is None or "margin_per_day" not in fields:
        return
    stated = ~np.isnan(margin)
    names = sorted({str(name) for name in currency[stated] if not pd.isna(name)})
    if len(names) < 2 or currency_of(table.headings[fields["margin_per_day"]]):
        return
    column = grid.columns[fields["margin_per_day"]]
    cells = (column.values[code] for code in np.unique(column.codes[read.rows]))
    if any(isinstance(cell, str) and currency_of(cell) for cell in cells):
        return
    facts.columns["margin_per_day"] = np.where(stated, np.nan, margin)
    what = msg(
        "Margins without a currency stand beside prices in {currencies}; they are not used. Name their "
        "currency in the heading.",
        currencies=", ".join(names),
    )
    row = grid.first_row + table.heading
    facts.issues.append(
        Issue(
            "W_OTHER_CURRENCY", "warning", what, grid.name, row,
            grid.first_column + fields["margin_per_day"],
        )
    )  # fmt: skip
