"""Masses of whole lines, as packing lists give them, turned into those of one piece.

A heading such as "Net weight (kg)" is said of one piece and of a line alike. What a list sums up below is
of the lines: nobody adds the masses of single pieces.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from desktop_app.intake.grid import Grid
from desktop_app.intake.products import read_numbers
from desktop_app.model.findings import Issue, msg

if TYPE_CHECKING:
    from desktop_app.intake.cells_read import Facts

FEWEST = 1
"""Lines that a sum adds up at least: of one line, it is its mass and not that times its quantity."""
EXACT = 0.005
"""How far a sum may be from what adds up, for rounded masses. Own judgement."""


def settle_line_masses(
    grid: Grid,
    fields: Mapping[str, int],
    parts: NDArray[np.intp],
    totals: NDArray[np.intp],
    facts: "Facts",
) -> None:
    """Divides the masses of lines by the quantity of the line, and says so.

    ``parts`` and ``totals``: positions of the rows in the sheet. A line without a quantity keeps no mass.
    """
    quantity = facts.columns.get("quantity")
    position = fields.get("unit_mass")
    if quantity is None or position is None or not len(totals) or len(parts) < FEWEST:
        return
    column = grid.columns[position]
    numbers = read_numbers(column, np.concatenate([parts, totals]))
    masses, sums = numbers[: len(parts)], numbers[len(parts) :]
    if not _are_summed(masses, quantity, sums):
        return
    given = np.isfinite(masses)
    of_one = np.divide(
        facts.columns["unit_mass_g"],
        quantity,
        out=np.full(len(parts), np.nan),
        where=np.isfinite(quantity) & (quantity > 0),
    )
    facts.columns["unit_mass_g"] = np.where(given, of_one, facts.columns["unit_mass_g"])
    what = msg("The list adds up this column: its masses are of whole lines and were divided.")
    row = grid.first_row + int(totals[0])
    facts.issues.append(
        Issue("W_LINE_MASS", "note", what, grid.name, row, grid.first_column + position)
    )


def _are_summed(
    masses: NDArray[np.float64], quantity: NDArray[np.float64], sums: NDArray[np.float64]
) -> bool:
    """Whether a sum is that of the masses as they stand, and not of the masses times the quantities."""
    tells = np.isfinite(masses) & np.isfinite(quantity)
    if tells.sum() < FEWEST or not (quantity[tells] > 1).any():
        return False
    plain = float(masses[np.isfinite(masses)].sum())
    times = float((masses[tells] * quantity[tells]).sum())
    is_plain = np.abs(sums - plain) <= EXACT * plain
    is_times = np.abs(sums - times) <= EXACT * times
    return bool((is_plain & ~is_times).any())
