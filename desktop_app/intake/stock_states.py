"""Stock that a column beside it calls defective, blocked or in inspection, or that lies in such a place.

Lists of one row for each place and state count what may not be used in the same column as the rest.
"""

import unicodedata
from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from desktop_app.intake.answer_words import is_unspaced
from desktop_app.intake.cells_read import Facts
from desktop_app.intake.grid import Grid, Value, shown
from desktop_app.intake.planned_lists import bare, phrases_of, words_of
from desktop_app.intake.tables import Table


def settle_stock_states(
    grid: Grid,
    table: Table,
    fields: Mapping[str, int],
    parts: NDArray[np.intp],
    facts: Facts,
) -> bool:
    """Counts stock of such rows as blocked. ``parts``: positions of the rows in the sheet. Whether any
    row has some."""
    stock: Any = facts.columns.get("stock_on_hand")
    if stock is None:
        return False
    told = np.zeros(len(parts), dtype=np.bool_)
    headed = words_of("stock_state") | words_of("stock_place")
    used = set(fields.values())
    for n, heading in enumerate(table.headings[: len(grid.columns)]):
        if n not in used and heading and bare(heading) in headed:
            told |= grid.columns[n].take(parts).where(is_not_there)
    told &= np.nan_to_num(stock) > 0
    if not told.any():
        return False
    blocked = facts.columns.get("stock_blocked", np.full(len(parts), np.nan))
    facts.columns["stock_blocked"] = np.where(told, np.nan_to_num(blocked) + stock, blocked)
    facts.columns["stock_on_hand"] = np.where(told, 0.0, stock)
    return True


def is_not_there(value: Value) -> bool:
    """Whether a state or a place is of stock that may not be used: "Gesperrt", "WH/Scrap", 不良品仓."""
    text = " ".join(unicodedata.normalize("NFKC", shown(value)).casefold().split())
    words = f" {''.join(c if c.isalnum() else ' ' for c in text)} "
    words = f" {' '.join(words.split())} "
    return any(
        phrase in text if is_unspaced(phrase) else f" {phrase} " in words
        for phrase in phrases_of("not_there")
    )
