"""In which currency a margin is: the one that its heading, its cell, the row or the title names.

A margin is money of what we sell, the price beside it money of what we buy; a firm in Europe that buys
in yuan reckons its margins in euros. So a currency named with the price says nothing of the margin, and a
column of several currencies neither. A margin in no currency is told of and used in no figure.
"""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from desktop_app.intake.cells_read import CellsRead
from desktop_app.intake.values import currency_of
from desktop_app.model.findings import Issue, msg

Currencies = NDArray[np.object_]


def settle_margins(read: CellsRead, named: str | None) -> None:
    """Says of each margin in which currency it is, as far as the list does; ``named``: by the title.

    A row that names no currency and no price takes that of the margin.
    """
    columns, rows = read.facts.columns, len(read.rows)
    margin = columns.get("margin_per_day")
    if margin is None or "margin_per_day" not in read.fields:
        return
    own = _said(read)
    stated, is_bare = ~np.isnan(margin), pd.isna(own)
    own[is_bare] = _of_rows(read, stated & is_bare, named)[is_bare]
    own[~stated] = None
    columns["margin_currency"] = own
    currency = columns.setdefault("currency", np.full(rows, None, dtype=object))
    price = columns.get("unit_price", np.full(rows, np.nan))
    takes = pd.notna(own) & pd.isna(currency) & np.isnan(price)
    currency[takes] = own[takes]
    if (stated & pd.isna(own)).any():
        read.facts.issues.append(_without(read, stated))


def _said(read: CellsRead) -> Currencies:
    """By the cell or the heading of the margin itself."""
    above = currency_of(read.heading("margin_per_day"))
    column = read.columns["margin_per_day"]
    said = np.empty(len(column.values), dtype=object)
    said[:] = [currency_of(v) or above if isinstance(v, str) else above for v in column.values]
    found: Currencies = said[column.codes]
    return found


def _of_rows(read: CellsRead, bare: NDArray[np.bool_], named: str | None) -> Currencies:
    """By a column of currencies in which these rows name only one, else by the title."""
    if "currency" not in read.fields:
        return np.full(len(bare), named, dtype=object)
    found: Currencies = read.facts.columns["currency"].copy()
    found[~read.columns["currency"].filled] = None
    several = len({str(name) for name in found[bare] if not pd.isna(name)}) > 1
    return np.full(len(bare), None, dtype=object) if several else found


def _without(read: CellsRead, stated: NDArray[np.bool_]) -> Issue:
    prices = read.facts.columns["currency"][stated]
    names = sorted({str(name) for name in prices if not pd.isna(name)})
    what = (
        msg(
            "Margins without a currency stand beside prices in {currencies}; they are not used. Name "
            "their currency in the heading.",
            currencies=", ".join(names),
        )
        if len(names) > 1
        else msg(
            "Margins without a currency are not used. Name it in their heading, as in “Margin per day "
            "(EUR)”, or in a column “Currency”."
        )
    )
    row = read.grid.first_row + read.table.heading
    column = read.grid.first_column + read.fields["margin_per_day"]
    return Issue("W_NO_CURRENCY", "warning", what, read.grid.name, row, column)
