"""Consumption by month or week: a material that stands in few of the list's periods used nothing in the
others, for a system writes no line where nothing moved.
"""

from collections.abc import Mapping

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from desktop_app.intake.cells_read import Facts
from desktop_app.intake.consumption import PERIODS_A_YEAR
from desktop_app.intake.grid import Grid, shown
from desktop_app.intake.planned_lists import bare, words_of
from desktop_app.intake.tables import Table


def settle_used_periods(
    grid: Grid, table: Table, fields: Mapping[str, int], parts: NDArray[np.intp], facts: Facts
) -> None:
    """Spreads what a material used in a plant over all periods of the list, as the yearly quantity of
    each of its rows. ``parts``: positions of the rows in the sheet."""
    yearly = facts.columns.get("annual_quantity")
    is_by_period = any(name in fields for name in PERIODS_A_YEAR)
    numbers = facts.columns.get("part_number", facts.columns.get("mpn"))
    if yearly is None or numbers is None or not is_by_period or "annual_quantity" in fields:
        return
    words = words_of("month") | words_of("week")
    columns = [
        n
        for n, heading in enumerate(table.headings[: len(grid.columns)])
        if n not in fields.values() and bare(heading) in words
    ]
    if len(columns) != 1:
        return
    column = grid.columns[columns[0]]
    periods = len({shown(column.values[code]) for code in np.unique(column.codes[parts])} - {""})
    if periods < 2:
        return
    plants = facts.columns.get("plant", np.full(len(parts), "", dtype=object))
    frame = pd.DataFrame({"number": numbers, "plant": plants, "yearly": yearly})
    groups = [frame["number"].fillna(""), frame["plant"].fillna("")]
    total = frame.groupby(groups)["yearly"].transform(lambda rows: rows.sum(min_count=1))
    named = frame["number"].notna() & frame["yearly"].notna()
    facts.columns["annual_quantity"] = np.where(named, total / periods, yearly)
