"""In which currency a margin is: its own, where its heading or its cell names one.

A margin is money of what we sell, the price beside it money of what we buy; a firm in Europe that buys
in yuan reckons its margins in euros. A margin that names no currency is in that of its row; beside
prices in several it is in none of them for certain.
"""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from desktop_app.intake.cells_read import CellsRead
from desktop_app.intake.values import currency_of
from desktop_app.model.findings import Issue, msg


def settle_margins(read: CellsRead) -> None:
    """Says of each margin that names its currency which it is; leaves out what cannot be known.

    A row that names no currency and no price takes that of the margin.
    """
    columns, rows = read.facts.columns, len(read.rows)
    margin = columns.get("margin_per_day")
    if margin is None or "margin_per_day" not in read.fields:
        return
    above = currency_of(read.heading("margin_per_day"))
    column = read.columns["margin_per_day"]
    said = np.empty(len(column.values), dtype=object)
    said[:] = [currency_of(v) or above if isinstance(v, str) else above for v in column.values]
    own = said[column.codes]
    own[np.isnan(margin)] = None
    if pd.notna(own).any():
        currency = columns.setdefault("currency", np.full(rows, None, dtype=object))
        price = columns.get("unit_price", np.full(rows, np.nan))
        takes = pd.notna(own) & pd.isna(currency) & np.isnan(price)
        currency[takes] = own[takes]
        columns["margin_currency"] = own
    elif "currency" in columns:
        _leave_out_bare(read, margin)


def _leave_out_bare(read: CellsRead, margin: NDArray[np.float64]) -> None:
    currency, stated = read.facts.columns["currency"], ~np.isnan(margin)
    names = sorted({str(name) for name in currency[stated] if not pd.isna(name)})
    if len(names) < 2:
        return
    read.facts.columns["margin_per_day"] = np.where(stated, np.nan, margin)
    what = msg(
        "Margins without a currency stand beside prices in {currencies}; they are not used. Name their "
        "currency in the heading.",
        currencies=", ".join(names),
    )
    row = read.grid.first_row + read.table.heading
    column = read.grid.first_column + read.fields["margin_per_day"]
    read.facts.issues.append(
        Issue("W_OTHER_CURRENCY", "warning", what, read.grid.name, row, column)
    )
