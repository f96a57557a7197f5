"""For how many pieces the prices of a list are, where only a line above it says so."""

import re
from collections.abc import Mapping
from typing import Any

from desktop_app.intake import measures
from desktop_app.intake.grid import Grid
from desktop_app.intake.tables import Table
from desktop_app.intake.titles import lines_about_prices
from desktop_app.intake.values import currency_of
from desktop_app.model.findings import Issue, msg

_BEHIND = re.compile(r"\s*([^\W\d]+|[€$£¥₩])")


def price_for_many_above(
    grid: Grid, table: Table, fields: Mapping[str, int], facts: dict[str, Any]
) -> list[Issue]:
    """Divides prices by the number of pieces that a line above the list names, and says so.

    A column, a heading or a cell that says it goes before. ``facts`` is changed.
    """
    position = fields.get("unit_price")
    if position is None or "price_unit" in fields or "unit_price" not in facts:
        return []
    if measures.price_unit_in(table.headings[position]) != 1.0:
        return []
    for row, text in lines_about_prices(grid, table.first_heading):
        many = _pieces_in(text)
        if many == 1.0:
            continue
        if any(map(measures.price_unit_behind, grid.columns[position].values)):
            return []
        facts["unit_price"] = facts["unit_price"] / many
        if "annual_spend" in facts and "annual_spend" not in fields:
            facts["annual_spend"] = facts["annual_spend"] / many
        what = msg("A line above the list says that its prices are for {n} pieces.", n=int(many))
        return [Issue("W_PRICE_UNIT", "note", what, grid.name, grid.first_row + row, None)]
    return []


def _pieces_in(text: str) -> float:
    """1000 of "prices per 1000 pcs", but 1 of "delivery free per 1000 EUR"."""
    many = measures.price_unit_in(text)
    said = measures.words_after_price_unit(text)
    behind = _BEHIND.match(said)
    is_money = behind is not None and currency_of(behind[1]) is not None
    return 1.0 if is_money else many
