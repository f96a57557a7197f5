"""A plan of products a year beside the bills of material of these products: the demand of every part.

A bill names the product in a column of its own, which the description then ends with, or above the
block of its parts. The plan has nothing but products and how many a year are built; its rows are
bought by nobody.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from desktop_app.intake.consumption import PERIODS_A_YEAR
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
    """Lines of a bill, and for each the rows of the plan that say how many are built: a product may be
    planned in several plants or months."""

    lines: Rows
    plan: list[tuple[int, ...]]


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
        used = np.array(sorted({row for one in found for rows in one.plan for row in rows}))
        parts = _demanded(parts, found, parts.columns[table])
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
    named: dict[str, set[int]] = {}
    for field in ("description", "part_number"):
        for row, name in zip(rows, parts.frame[field].iloc[rows], strict=True):
            if isinstance(name, str) and name.strip():
                named.setdefault(name.strip().casefold(), set()).add(row)
    for table in np.unique(tables).tolist():
        fields = parts.columns[table].keys()
        if "quantity" not in fields or "annual_quantity" in fields:
            continue
        lines = np.flatnonzero((tables == table) & (parts.number("quantity") > 0))
        products = [_product(parts, line, named) for line in lines.tolist()]
        known = np.array([row is not None for row in products], dtype=np.bool_)
        if len(lines) and known.mean() >= MATCHED:
            yield _Built(lines[known], [tuple(sorted(found)) for found in products if found])


def _product(parts: PartTable, line: int, named: Mapping[str, set[int]]) -> set[int] | None:
    """The rows of the plan whose product a line belongs to."""
    for field in ("section", "description"):
        said = parts.value(line, field)
        if isinstance(said, str):
            whole, last = said.strip().casefold(), said.rpartition(",")[2].strip().casefold()
            found = named.get(whole if field == "section" else last)
            if found is not None:
                return found
    return None


def _demanded(parts: PartTable, found: list[_Built], fields: Mapping[str, int]) -> PartTable:
    frame = parts.frame.copy(deep=False)
    yearly, quantity = parts.number("annual_quantity").copy(), parts.number("quantity")
    provenance = dict(parts.provenance)
    column, is_by_period = fields["annual_quantity"], bool(fields.keys() & set(PERIODS_A_YEAR))
    known: dict[tuple[int, ...], tuple[float, FactCell]] = {}
    for one in found:
        for line, rows in zip(one.lines.tolist(), one.plan, strict=True):
            if rows not in known:
                place = parts.frame.iloc[rows[0]]
                cell = FactCell(int(place["file"]), str(place["sheet"]), int(place["row"]), column)
                known[rows] = _built(parts, rows, is_by_period=is_by_period), cell
            pieces, cell = known[rows]
            yearly[line] = quantity[line] * pieces
            provenance[line] = {**provenance.get(line, {}), "annual_quantity": cell}
    frame["annual_quantity"] = pd.Series(yearly, index=frame.index)
    return replace(parts, frame=frame, provenance=provenance)


def _built(parts: PartTable, rows: Sequence[int], *, is_by_period: bool) -> float:
    """Pieces a year that rows of one product plan, of all plants together; of rows that each say a
    period the mean one of a plant."""
    planned = parts.frame[["plant", "annual_quantity"]].iloc[list(rows)]
    if is_by_period:
        planned = planned.groupby(planned["plant"].fillna(""))[["annual_quantity"]].mean()
    return float(planned["annual_quantity"].sum())


def _told(count: int, sheet: str) -> Issue:
    said = nmsg(
        "{n} row lent its facts to the parts of another list.",
        "{n} rows lent their facts to the parts of other lists.",
        count,
    )
    return Issue("W_JOINED", "note", said, sheet)
