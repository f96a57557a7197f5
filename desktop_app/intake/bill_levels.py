"""How deep each row of a bill lies: 1, .1, ..2 or 1.2.3."""

import re
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from desktop_app.intake.cells_read import Facts
from desktop_app.intake.grid import Grid, shown

ONE_PRODUCT = "one_product"
"""Under which a table keeps the place of its levels where all its rows lie below the first."""
_PLACE_IN_TREE = re.compile(r"\d+(\.\d+)+\.?")


def depths_of(grid: Grid, parts: NDArray[np.intp], position: int) -> NDArray[np.float64]:
    """The depth that the level of each row says; NaN where it says none. ``parts``: positions of the rows in
    the sheet; ``position``: of the column of levels."""
    column = grid.columns[position].take(parts)
    said = [shown(value) for value in column.values]
    is_tree = any(map(_PLACE_IN_TREE.fullmatch, said))
    found: NDArray[np.float64] = np.array([_depth(text, is_tree=is_tree) for text in said])
    return found[column.codes]


def have_deeper_below(depths: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Rows followed by a row of a deeper level."""
    deeper = np.zeros(len(depths), dtype=np.bool_)
    deeper[:-1] = depths[1:] > depths[:-1]
    return deeper


def settle_one_product(
    grid: Grid, fields: Mapping[str, int], parts: NDArray[np.intp], facts: Facts
) -> None:
    """Notes that all rows of a bill lie below its first, the product that they go into."""
    if "bom_level" not in fields:
        return
    depths = depths_of(grid, parts, fields["bom_level"])
    if len(depths) > 1 and bool((depths[1:] > depths[0]).all()):
        facts.settled[ONE_PRODUCT] = fields["bom_level"] + grid.first_column


def _depth(text: str, *, is_tree: bool) -> float:
    """NaN never compares as deeper. Where some say places such as 1.2, a lone 2 is the second branch and no
    second level."""
    digits = text.strip(". ")
    if not digits.replace(".", "").isdigit():
        return float("nan")
    return digits.count(".") + 1.0 if is_tree else float(digits)
