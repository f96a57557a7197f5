"""How many of a part go into one product, where the list says how many go into several of them."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from desktop_app.intake.cells_read import Facts
from desktop_app.intake.grid import Grid
from desktop_app.intake.measures import price_unit_in
from desktop_app.intake.planned_lists import bare, words_of
from desktop_app.intake.products import read_numbers
from desktop_app.intake.tables import Table


def settle_quantities_for_many(
    grid: Grid, table: Table, fields: Mapping[str, int], parts: NDArray[np.intp], facts: Facts
) -> None:
    """Divides the quantities by the products they are for: 3 pallets for 200 motors are 0.015 for one.

    ``parts``: positions of the rows in the sheet. A row that does not say for how many is for one, or
    for as many as the heading of the quantities says.
    """
    quantity = facts.columns.get("quantity")
    used = set(fields.values())
    columns = [
        n for n, heading in enumerate(table.headings[: len(grid.columns)])
        if n not in used and heading and bare(heading) in words_of("products")
    ]  # fmt: skip
    if quantity is None or "quantity" not in fields:
        return
    named = price_unit_in(table.headings[fields["quantity"]])
    if len(columns) != 1:
        facts.columns["quantity"] = quantity / named
        return
    products = read_numbers(grid.columns[columns[0]], parts)
    many = np.isfinite(products) & (products > 0)
    facts.columns["quantity"] = quantity / np.where(many, products, named)
