"""The substances that a declaration names in a part."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Any

import pandas as pd

from desktop_app.intake.lent_rows import or_none
from desktop_app.intake.totals import is_total
from desktop_app.intake.values import cas_of
from desktop_app.model.parts import FactCell, SubstanceFact

MOST_PERCENT = 100.5
"""Masses of substances that come to more than the part weighs say nothing of its percent: rounding."""
NEEDED = (
    "base", "file", "sheet", "row", "description", "substance", "cas_number", "substance_mass_g",
    "substance_percent",
)  # fmt: skip
"""Columns of a declaration that are read row by row: a frame has many more."""
FEWEST_ALIKE = 3
"""Substances one below the other that can hardly weigh the same by chance. Own judgement."""


def substance_facts(
    frame: pd.DataFrame, weights: Any, cell: Callable[[Any], FactCell]
) -> Iterator[tuple[int, SubstanceFact]]:
    """The part and what is in it, row by row. ``weights``: mass of one piece in g by part, NaN where it
    is not known; ``cell``: where a row says it.

    A percentage may be of one of the materials in the part; a mass is of the part.
    """
    said = frame[[*NEEDED]].astype(object)
    rows: list[Any] = [
        row for row in said.where(said.notna(), None).itertuples() if _names_one(row)
    ]
    masses = _masses(rows)
    of_material = any(
        grams != row.substance_mass_g for row, grams in zip(rows, masses, strict=True)
    )
    for row, grams in zip(rows, masses, strict=True):
        named = row.substance if row.substance is not None else row.description
        part = int(str(row.base))
        weighs = or_none(weights[part])
        by_mass = float(100 * grams / weighs) if grams is not None and weighs else None
        is_share = by_mass is not None and by_mass <= MOST_PERCENT
        percent = by_mass if is_share else None if of_material else row.substance_percent
        number = row.cas_number or cas_of(row.substance)
        yield part, SubstanceFact(named, number, percent, grams, cell(row))


def _names_one(row: Any) -> bool:
    """Whether a row names a substance, and no sum of those above it."""
    if row.cas_number is not None:
        return True
    return row.substance is not None and not is_total(str(row.substance))


def _masses(rows: Sequence[Any]) -> list[float | None]:
    """What each substance weighs in g. Where several of a part are said to weigh the same and to be
    different shares of something, that weight is the something's: their material."""
    found: list[float | None] = []
    for (_, grams), same in groupby(rows, lambda row: (row.base, row.substance_mass_g)):
        shares = [row.substance_percent for row in same]
        if grams is None or len(shares) < FEWEST_ALIKE or len(set(shares)) == 1:
            found += [grams] * len(shares)
        else:
            found += [None if share is None else grams * share / 100 for share in shares]
    return found
