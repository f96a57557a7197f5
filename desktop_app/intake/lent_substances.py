"""The substances that a declaration names in a part."""

from collections.abc import Callable, Iterator
from typing import Any

import pandas as pd

from desktop_app.intake.lent_rows import or_none
from desktop_app.model.parts import FactCell, SubstanceFact

MOST_PERCENT = 100.5
"""Masses of substances that come to more than the part weighs say nothing of its percent: rounding."""


def substance_facts(
    frame: pd.DataFrame, weights: Any, cell: Callable[[Any], FactCell]
) -> Iterator[tuple[int, SubstanceFact]]:
    """The part and what is in it, row by row. ``weights``: mass of one piece in g by part, NaN where it
    is not known; ``cell``: where a row says it.

    A percentage may be of one of the materials in the part; a mass is of the part.
    """
    for row in frame.itertuples():
        if row.substance is None and row.cas_number is None:
            continue
        named = row.substance if row.substance is not None else row.description
        part = int(str(row.base))
        grams, weighs = or_none(row.substance_mass_g), or_none(weights[part])
        by_mass = float(100 * grams / weighs) if grams is not None and weighs else None
        is_share = by_mass is not None and by_mass <= MOST_PERCENT
        percent = by_mass if is_share else or_none(row.substance_percent)
        yield (
            part,
            SubstanceFact(or_none(named), or_none(row.cas_number), percent, grams, cell(row)),
        )
