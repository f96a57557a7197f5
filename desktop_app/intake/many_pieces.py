"""Units that count pieces by the thousand: "k pcs", "Tsd. St", 千个 in a column of units.

0.6 of them are 600 pieces. Left as they are they would be held against a demand in pieces.
"""

import unicodedata
from collections.abc import Mapping
from functools import cache

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from desktop_app.intake.cells_read import Facts
from desktop_app.intake.grid import Grid
from desktop_app.intake.kind_words import words_of_kind
from desktop_app.intake.lent_units import AMOUNTS
from desktop_app.intake.measures import price_unit_in
from desktop_app.intake.stock_units import units_of
from desktop_app.intake.tables import Table
from desktop_app.intake.values import is_unit, piece_units

COUNTS: Mapping[str, float] = {
    "ten_thousand_pieces": 10_000.0, "thousand_pieces": 1000.0, "hundred_pieces": 100.0,
}  # fmt: skip
ALONE: Mapping[str, float] = {"thousand_alone": 1000.0}
"""Words that are such a unit without a piece behind them, as SAP's TS is."""
PIECES = "pcs"
"""What a thousand of nothing in particular is counted in."""


@cache
def pieces_in(unit: str) -> tuple[float, str] | None:
    """How many pieces one of a unit is, and what they are called; None for any other unit."""
    plain = unicodedata.normalize("NFKC", unit).casefold().strip(" .")
    if is_unit(plain):
        return None
    for kind, count in ALONE.items():
        if plain in {word.casefold() for word in words_of_kind(kind)}:
            return count, PIECES
    for kind, count in COUNTS.items():
        for word in sorted((w.casefold() for w in words_of_kind(kind)), key=len, reverse=True):
            rest = plain.removeprefix(word).strip(" .-/")
            if plain.startswith(word) and rest in piece_units():
                return count, rest
    return None


def settle_many_pieces(
    grid: Grid, table: Table, fields: Mapping[str, int], rows: NDArray[np.intp], facts: Facts
) -> None:
    """Turns amounts in such units into pieces, and what one of them costs into the price of a piece.

    ``rows``: positions of the parts in the sheet. An amount that says its own unit, in its heading or
    behind the number, keeps it, and so does a price that says for how many it is.
    """
    units = facts.columns.get("unit")
    if units is None or "unit" not in fields:
        return
    known = {unit: pieces_in(unit) for unit in set(units.tolist()) - {None}}
    if not any(known.values()):
        return
    counted = [known.get(unit) for unit in units.tolist()]
    times = np.array([1.0 if many is None else many[0] for many in counted], dtype=np.float64)
    for name in AMOUNTS:
        if name in facts.columns:
            own = units_of(grid, table, fields[name], rows) if name in fields else None
            takes = np.ones(len(times), np.bool_) if own is None else pd.isna(own)
            facts.columns[name] = facts.columns[name] * np.where(takes, times, 1.0)
    is_for_many = "price_unit" in fields or (
        "unit_price" in fields and price_unit_in(table.headings[fields["unit_price"]]) != 1.0
    )
    if "unit_price" in facts.columns and not is_for_many:
        facts.columns["unit_price"] = facts.columns["unit_price"] / times
    named = [unit if many is None else many[1] for unit, many in zip(units, counted, strict=True)]
    facts.columns["unit"] = np.array([*named, None], dtype=object)[:-1]
