"""How many of a part go into one product, where the list says how many go into several of them."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from desktop_app.intake.cells_read import Facts
from desktop_app.intake.grid import Grid
from desktop_app.intake.headings import normalise
from desktop_app.intake.products import read_numbers
from desktop_app.intake.tables import Table

DENOMINATORS = frozenset(
    ("分母", "用量 分母", "用量分母", "单位用量分母", "基础数量", "父项基数", "母件底数", "底数")
)
"""Headings of how many products a quantity is for, as Chinese ERP systems write them: Kingdee's bill of
materials has "用量:分子" and "用量:分母", Yonyou's "基本用量" and "基础数量"."""


def settle_quantities_for_many(
    grid: Grid, table: Table, fields: Mapping[str, int], parts: NDArray[np.intp], facts: Facts
) -> None:
    """Divides the quantities by the products they are for: 3 pallets for 200 motors are 0.015 for one.

    ``parts``: positions of the rows in the sheet. A row that does not say for how many is for one.
    """
    quantity = facts.columns.get("quantity")
    used = set(fields.values())
    columns = [
        n for n, heading in enumerate(table.headings[: len(grid.columns)])
        if n not in used and normalise(heading) in DENOMINATORS
    ]  # fmt: skip
    if quantity is None or len(columns) != 1:
        return
    products = read_numbers(grid.columns[columns[0]], parts)
    many = np.isfinite(products) & (products > 0)
    facts.columns["quantity"] = np.where(many, quantity / np.where(many, products, 1.0), quantity)
