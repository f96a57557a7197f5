"""A plan of products a year beside the bills of material of these products: the demand of every part.

A bill names the product in a column of its own, which the description then ends with, or above the
block of its parts. The plan has nothing but products and how many a year are built; its rows are
bought by nobody.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from desktop_app.intake.leaving import without_rows
from desktop_app.model.findings import Issue, msg, nmsg
from desktop_app.model.parts import FactCell, PartTable
from desktop_app.model.reading import Reading

Rows = NDArray[np.intp]

OF_A_PLAN = frozenset((
    "annual_quantity", "consumption_monthly", "consumption_quarterly", "consumption_weekly",
    "consumption_daily", "description", "part_number", "plant", "unit",
))  # fmt: skip
MATCHED = 0.9
"""Share of the lines of a bill that must name a product of the plan. Own judgement."""
LARGEST = 5_000
"""Products of a plan; a longer list is one of parts."""


class _Built(NamedTuple):
    """Lines of a bill, and for each the row of the plan that says how many are built."""

    lines: Rows
    plan: Rows


def with_plans(reading: Reading) -> Reading:
    """The reading with the demand that plans give its parts, without the rows of these plans; the same
    one where there is no plan for any bill."""
    parts = reading.parts
    tables = parts.frame["table"].to_numpy() if len(parts.columns) > 1 else np.empty(0)
    leaving, issues = {}, dict[int, list[Issue]]()
    for table in np.unique(tables).tolist():
        rows = np.flatnonzero(tables == table)
        if not _may_be_plan(parts, table, rows):
            continue
        found = list(_bills(parts, tables, rows))
        if not found:
            continue
        used = np.unique(np.concatenate([one.plan for one in found]))
        parts = _demanded(parts, found, parts.columns[table]["annual_quantity"])
        leaving[table] = [
            (used, msg("says more of a part of another list")),
            (np.setdiff1d(rows, used), msg("of a material that no list of parts names")),
        ]
        first = parts.frame.iloc[rows[0]]
        issues.setdefault(int(first["file"]), []).append(_told(len(used), str(first["sheet"])))
    return without_rows(reading.files, parts, leaving, issues) if leaving else reading


def _may_be_plan(parts: PartTable, table: int, rows: Rows) -> bool:
    fields = parts.columns[table].keys()
    return (
        "annual_quantity" in fields
        and fields <= OF_A_PLAN
        and bool(fields & {"description", "part_number"})
        and len(rows) <= LARGEST
    )


def _bills(parts: PartTable, tables: NDArray[np.generic], plan: Rows) -> Iterator[_Built]:
    """Of every bill whose lines name products of the plan."""
    amount = parts.number("annual_quantity")
    rows = [row for row in plan.tolist() if amount[row] >= 0]
    named = {
        str(name).strip().casefold(): row
        for field in ("description", "part_number")
        for row, name in zip(rows, parts.frame[field].iloc[rows], strict=True)
        if isinstance(name, str) and name.strip()
    }
    for table in np.unique(tables).tolist():
        fields = parts.columns[table].keys()
        if "quantity" not in fields or "annual_quantity" in fields:
            continue
        lines = np.flatnonzero((tables == table) & (parts.number("quantity") > 0))
        products = [_product(parts, line, named) for line in lines.tolist()]
        known = np.array([row is not None for row in products], dtype=np.bool_)
        if len(lines) and known.mean() >= MATCHED:
            yield _Built(lines[known], np.array([r for r in products if r is not None]))


def _product(parts: PartTable, line: int, named: dict[str, int]) -> int | None:
    """The row of the plan whose product a line belongs to."""
    for field in ("section", "description"):
        said = parts.value(line, field)
        if isinstance(said, str):
            whole, last = said.strip().casefold(), said.rpartition(",")[2].strip().casefold()
            found = named.get(whole if field == "section" else last)
            if found is not None:
                return found
    return None


def _demanded(parts: PartTable, found: list[_Built], column: int) -> PartTable:
    frame = parts.frame.copy(deep=False)
    yearly, quantity = parts.number("annual_quantity").copy(), parts.number("quantity")
    provenance = dict(parts.provenance)
    for one in found:
        yearly[one.lines] = quantity[one.lines] * yearly[one.plan]
        for line, row in zip(one.lines.tolist(), one.plan.tolist(), strict=True):
            place = parts.frame.iloc[row]
            cell = FactCell(int(place["file"]), str(place["sheet"]), int(place["row"]), column)
            provenance[line] = {**provenance.get(line, {}), "annual_quantity": cell}
    frame["annual_quantity"] = pd.Series(yearly, index=frame.index)
    return replace(parts, frame=frame, provenance=provenance)


def _told(count: int, sheet: str) -> Issue:
    said = nmsg(
        "{n} row lent its facts to the parts of another list.",
        "{n} rows lent their facts to the parts of other lists.",
        count,
    )
    return Issue("W_JOINED", "note", said, sheet)
