"""Second columns of a fact: the price in another currency, a second supplier."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from desktop_app.intake.candidates import Proposal
from desktop_app.intake.cells_read import Facts
from desktop_app.intake.contradicting_times import TIMES, says_the_same, settle_beside
from desktop_app.intake.facts import Cleaning
from desktop_app.intake.grid import Grid
from desktop_app.intake.tables import Table
from desktop_app.intake.times_read import WITHOUT_UNIT

FOLLOWS = {"unit_price": ("currency", "annual_spend")}
"""Facts that belong to another one and come from the same column."""
NOT_BESIDE = {"unit_price": "currency"}
"""A column that speaks of the first column of a fact only."""


def fill_from_spare(
    grid: Grid, table: Table, rows: NDArray[np.intp], facts: Facts, proposal: Proposal
) -> dict[int, dict[str, int]]:
    """Fills facts that are missing from further columns. Returns, per part, field to 1-based column
    of what was filled. A cell of the first column that could not be read stays unreadable."""
    elsewhere: dict[int, dict[str, int]] = {}
    for field, positions in proposal.spare.items():
        for position in positions:
            own = {**proposal.places, field: position}
            own.pop(NOT_BESIDE.get(field, ""), None)
            second = Cleaning(grid, table, own, rows).run()
            filled = _fill(facts, second, field)
            if field == TIMES:
                _settle_times(facts, second, filled)
            if field == TIMES and says_the_same(
                *(table.headings[n] for n in (proposal.places[field], position))
            ):
                settle_beside(grid, rows, facts, second, position)
            for part in np.flatnonzero(filled).tolist():
                elsewhere.setdefault(part, {})[field] = position + grid.first_column
    return elsewhere


def _settle_times(facts: Facts, second: Facts, filled: NDArray[np.bool_]) -> None:
    """Keeps what a further column of delivery times has that cannot be; and says nothing more of times
    without a unit where it told all of them."""
    facts.issues += [issue for issue in second.issues if issue.code == "W_SENSELESS"]
    for mark, which in second.marked.items():
        facts.marked[mark] = facts.marked.get(mark, np.zeros_like(which)) | which
    if not (facts.untold_times & ~filled).any():
        facts.issues[:] = [issue for issue in facts.issues if issue.message != WITHOUT_UNIT]
    if TIMES in facts.unreadable:
        facts.unreadable[TIMES] = facts.unreadable[TIMES] & ~filled


def _fill(facts: Facts, second: Facts, field: str) -> NDArray[np.bool_]:
    first, further = facts.columns[field], second.columns[field]
    missing = pd.isna(first) & ~pd.isna(further)
    if field in facts.unreadable:
        lost = facts.unreadable[field]
        missing &= ~(lost & ~facts.untold_times if field == TIMES else lost)
    for name in (field, *FOLLOWS.get(field, ())):
        if name in second.columns:
            known = facts.columns.get(name)
            facts.columns[name] = (
                np.where(missing, second.columns[name], _empty_like(second.columns[name]))
                if known is None
                else np.where(missing, second.columns[name], known)
            )
    found: NDArray[np.bool_] = missing
    return found


def _empty_like(values: NDArray[np.object_]) -> NDArray[np.object_]:
    return np.full(len(values), np.nan if values.dtype == np.float64 else None, dtype=values.dtype)
