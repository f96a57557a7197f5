"""A part of several suppliers in one list whose rows each repeat the whole demand: it is bought once, not from each.

Where a column says the share of each supplier, each row costs its share. Where none does nobody knows whose
price is paid for how many, and no spend is reckoned. Where the rows of any part say different amounts, they
are what each supplier delivers, and so are equal ones. Of rows for different products each has its own demand.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from desktop_app.intake.cells_read import Facts
from desktop_app.intake.grid import Grid
from desktop_app.intake.lent_rows import TOLERANCE
from desktop_app.intake.planned_lists import bare, words_of
from desktop_app.intake.products import read_numbers
from desktop_app.intake.tables import IDENTITY, Table
from desktop_app.model.findings import Issue, Message, nmsg

SHARED = "demand shared by several suppliers"
"""Mark of rows of which no spend is known for that reason."""
ROUNDED = 0.02
"""How far from the whole the shares of a part may be. Own judgement."""
Flags = NDArray[np.bool_]
Numbers = NDArray[np.float64]


def settle_shared_demand(
    grid: Grid, table: Table, fields: Mapping[str, int], parts: NDArray[np.intp], facts: Facts
) -> None:
    """Changes the reckoned spend of such rows in place. ``parts``: positions of the rows in the sheet."""
    if "supplier" not in fields or "annual_spend" in fields:
        return
    rows, frame = _told(grid, table, fields, parts, facts)
    if not len(rows):
        return
    of_part = frame.groupby("part")
    several = of_part["firm"].transform("nunique") > 1
    if not several.any():
        return
    most, least = of_part["demand"].transform("max"), of_part["demand"].transform("min")
    differ = several & (most - least > TOLERANCE * most)
    shares = _shares(grid, table, fields, parts[rows], frame["part"])
    again = several & ~differ
    if shares is None and differ.any():
        return  # what each of them delivers
    known = again & shares.notna() if shares is not None else again & False
    _split(facts, rows, known.to_numpy(), shares)
    _leave_open(facts, rows[(again & ~known).to_numpy()], len(parts))
    for which, say in ((known, _about_split), (again & ~known, _about_open)):
        if which.any():
            what = say(int(frame["part"][which].nunique()))
            row = grid.first_row + int(parts[rows[which.to_numpy()][0]])
            at = (row, grid.first_column + fields["supplier"])
            facts.issues.append(Issue("W_SHARED_DEMAND", "warning", what, grid.name, *at))


def _told(
    grid: Grid, table: Table, fields: Mapping[str, int], parts: NDArray[np.intp], facts: Facts
) -> tuple[NDArray[np.intp], pd.DataFrame]:
    """Rows with a number, a supplier and a demand, of parts that come again; of each the part in its plant and
    product, the firm and the demand."""
    numbers = grid.columns[fields.get("part_number", fields.get("mpn", fields["supplier"]))]
    firms = grid.columns[fields["supplier"]]
    demand: Any = facts.columns.get("annual_quantity", np.full(len(parts), np.nan))
    told = np.isfinite(demand) & (demand > 0) & numbers.filled[parts] & firms.filled[parts]
    rows = np.flatnonzero(told)
    part = numbers.codes[parts[rows]].astype(np.int64)
    plants = [fields["plant"]] if "plant" in fields else []
    for n in (*plants, *_of_products(grid, table, fields)):
        told_by = grid.columns[n].codes[parts[rows]].astype(np.int64)
        part = np.unique(part * (int(told_by.max(initial=0)) + 1) + told_by, return_inverse=True)[1]
    _, place, count = np.unique(part, return_inverse=True, return_counts=True)
    again = count[place] > 1
    rows, part = rows[again], part[again]
    own = {"part": part, "firm": firms.codes[parts[rows]], "demand": demand[rows]}
    return rows, pd.DataFrame(own)


def _of_products(grid: Grid, table: Table, fields: Mapping[str, int]) -> list[int]:
    """Positions of the columns of the products or uses that the parts go into, whatever else they seem to be."""
    named = {fields[name] for name in (*IDENTITY, "supplier") if name in fields}
    words = words_of("parents") | words_of("parent_numbers")
    headings = enumerate(table.headings[: len(grid.columns)])
    told = {n for n, text in headings if text and bare(text) in words}
    told |= {fields["end_use"]} if "end_use" in fields else set()
    return sorted(told - named)


def _shares(
    grid: Grid,
    table: Table,
    fields: Mapping[str, int],
    rows: NDArray[np.intp],
    of_part: "pd.Series[int]",
) -> "pd.Series[float] | None":
    """The part of one that each row has; missing where those of a part are no whole. None without a column."""
    used = set(fields.values())
    for n, heading in enumerate(table.headings[: len(grid.columns)]):
        if n in used or not heading or bare(heading) not in words_of("share_of_supplier"):
            continue
        said = pd.Series(read_numbers(grid.columns[n], rows), index=of_part.index)
        sums = said.groupby(of_part).transform(lambda own: own.sum(skipna=False))
        for whole in (1.0, 100.0):
            fits = (sums - whole).abs() <= ROUNDED * whole
            if fits.any():
                return (said / whole).where(fits)
    return None


def _split(
    facts: Facts, rows: NDArray[np.intp], known: Flags, shares: "pd.Series[float] | None"
) -> None:
    spend = facts.columns.get("annual_spend")
    if spend is not None and shares is not None and known.any():
        own = rows[known]
        spend[own] = spend[own] * shares.to_numpy()[known]


def _leave_open(facts: Facts, rows: NDArray[np.intp], count: int) -> None:
    if not len(rows):
        return
    spend = facts.columns.get("annual_spend")
    if spend is not None:
        spend[rows] = np.nan
    marked = np.zeros(count, dtype=np.bool_)
    marked[rows] = True
    facts.marked[SHARED] = marked


def _about_split(count: int) -> Message:
    return nmsg(
        "{n} part is bought from several suppliers: its demand counts once, its spend by their shares.",
        "{n} parts are bought from several suppliers: their demand counts once, their spend by their shares.",
        count,
    )


def _about_open(count: int) -> Message:
    return nmsg(
        "{n} part is bought from several suppliers whose rows each repeat its demand: it counts once, and "
        "no spend is known. Add a column “Share %” with what each supplier delivers.",
        "{n} parts are bought from several suppliers whose rows each repeat their demand: it counts once, "
        "and no spend is known. Add a column “Share %” with what each supplier delivers.",
        count,
    )
