"""A plan of products a year beside the bills of material of these products: the demand of every part.

A bill names the product in columns of its own, above its list or the block of its parts, at the end of
its descriptions, or by the name of its file; by its number or its name. The plan has nothing but
products and how many are built a year, or on which days; its rows are bought by nobody.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from desktop_app.intake import measures
from desktop_app.intake.bill_levels import ONE_PRODUCT, amounts_in_product
from desktop_app.intake.bill_parents import InItselfError, Parents
from desktop_app.intake.consumption import PERIODS_A_YEAR
from desktop_app.intake.goes_into import key_of_product, named_in, said_of_bill
from desktop_app.intake.leaving import without_rows
from desktop_app.intake.planned_days import Products, builds_on_days, needed_by_lines
from desktop_app.intake.planned_lists import bare, names_any, words_of
from desktop_app.model.findings import Issue, msg, nmsg
from desktop_app.model.parts import FactCell, PartTable
from desktop_app.model.reading import Reading
from desktop_app.model.sources import SheetFound, SourceFile

Rows = NDArray[np.intp]

OF_A_PLAN = frozenset((
    "annual_quantity", "consumption_monthly", "consumption_quarterly", "consumption_half_yearly",
    "consumption_weekly", "consumption_daily", "description", "part_number", "plant", "unit", "requirement_date",
    "requirement_quantity",
))  # fmt: skip
OF_PARTS = 0.5
"""Share of common numbers from which a list of amounts speaks of the parts. Own judgement."""
MATCHED = 0.9
"""Share of the lines of a bill that must name a product of the plan. Own judgement."""
LARGEST = 5_000
"""Products of a plan; a longer list is one of parts."""


class _Built(NamedTuple):
    """Lines of a bill, and for each the products of the plan that it goes into."""

    lines: Rows
    plan: list[Products]


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
        found = list(_bills(reading, parts, tables, rows))
        if not found:
            continue
        used = np.array(
            sorted({n for one in found for own in one.plan for _, rows in own for n in rows})
        )
        parts = _demanded(parts, found, parts.columns[table], priced_by_mass(reading.files, parts))
        leaving[table] = [(used, msg("says more of a part of another list"))]
        if _names_products(_lists(reading)[table]):
            others = np.setdiff1d(rows, used)
            leaving[table].append((others, msg("of a material that no list of parts names")))
        first = parts.frame.iloc[rows[0]]
        issues.setdefault(int(first["file"]), []).append(_told(len(used), str(first["sheet"])))
    return without_rows(reading.files, parts, leaving, issues) if leaving else reading


def _may_be_plan(parts: PartTable, table: int, rows: Rows) -> bool:
    fields = parts.columns[table].keys()
    return (
        bool(fields & {"annual_quantity", "requirement_quantity"})
        and fields <= OF_A_PLAN
        and bool(fields & {"description", "part_number"})
        and len(rows) <= LARGEST
    )


def _names_products(place: tuple[SourceFile, SheetFound, int]) -> bool:
    """Whether a list says of itself that it is a plan or lists products. What another one needs beside a
    product may be a part that is bought, and stays."""
    _, sheet, header_row = place
    found = next(one for one in sheet.tables if one.header_row == header_row)
    words = words_of("parents") | words_of("parent_numbers") | words_of("builds")
    headed = any(bare(column.header) in words for column in found.columns if column.header)
    return headed or any(
        names_any(text, kind) for text in said_of_bill(*place) for kind in ("plan", "plan_alone")
    )


def _bills(
    reading: Reading, parts: PartTable, tables: NDArray[np.generic], plan: Rows
) -> Iterator[_Built]:
    """Of every bill whose lines, title or file name products of the plan."""
    amount, days = parts.number("annual_quantity"), builds_on_days(parts, plan)
    rows = [row for row in plan.tolist() if amount[row] >= 0 or row in days]
    named: dict[str, set[int]] = {}
    for field in ("description", "part_number"):
        for row, name in zip(rows, parts.frame[field].iloc[rows], strict=True):
            if isinstance(name, str) and (key := key_of_product(name)):
                named.setdefault(key, set()).add(row)
    numbers = {key_of_product(n) for n in parts.frame["part_number"].iloc[rows] if n is not None}
    of_tables = _lists(reading)
    for table in np.unique(tables).tolist():
        fields = parts.columns[table].keys()
        if "quantity" not in fields or "annual_quantity" in fields:
            continue
        lines = np.flatnonzero((tables == table) & (amounts_in_product(parts) > 0))
        head, built = _head(parts, np.flatnonzero(tables == table), named)
        lines = lines[(lines != head) & ~_are_products(parts, lines, named)]
        if not len(lines) or _speaks_of_parts(parts, lines, numbers):
            continue
        products = [built] * len(lines) if built else _products(parts, lines, named)
        if not any(products):
            of_all = _of_whole(of_tables[table], named)
            products = [of_all for _ in products]
        shares: list[Products] = [((1.0, tuple(sorted(own))),) if own else () for own in products]
        if not all(shares):
            shares = _followed_down(parts, lines, shares)
        known = np.array([bool(own) for own in shares], dtype=np.bool_)
        if known.mean() >= MATCHED:
            yield _Built(lines[known], [own for own in shares if own])


def _are_products(
    parts: PartTable, lines: Rows, named: Mapping[str, set[int]]
) -> NDArray[np.bool_]:
    """Lines that are a product of the plan, whose parts stand below it."""
    texts = parts.frame[["part_number", "description", "goes_into"]].iloc[lines]
    told = [
        goes_into is None
        and "assembly" in parts.marks.get(line, ())
        and any(isinstance(text, str) and key_of_product(text) in named for text in (number, name))
        for line, number, name, goes_into in zip(lines.tolist(), *texts.to_numpy().T, strict=True)
    ]
    return np.array(told, dtype=np.bool_)


def _followed_down(parts: PartTable, lines: Rows, plan: list[Products]) -> list[Products]:
    """The products that lines go into by way of assemblies, whose own lines name them in turn."""
    columns = parts.frame[["goes_into", "part_number"]].iloc[lines].to_numpy()
    numbers = [key_of_product(number or "") for number in columns[:, 1]]
    known = {number for number in numbers if number}
    above = [
        named_in(text, known) or key_of_product(text) if text else "" for text in columns[:, 0]
    ]
    of_products = {
        parent: own for parent, own in zip(above, plan, strict=True) if own and parent not in known
    }
    bill = Parents(above, numbers, amounts_in_product(parts)[lines].tolist())
    try:
        ways = [bill.of(parent) if parent else {} for parent in above]
    except InItselfError:
        return plan
    return [
        own
        or (
            tuple((times * n, rows) for top, times in way.items() for n, rows in of_products[top])
            if way and way.keys() <= of_products.keys()
            else ()
        )
        for own, way in zip(plan, ways, strict=True)
    ]


def _head(
    parts: PartTable, rows: Rows, named: Mapping[str, set[int]]
) -> tuple[int, set[int] | None]:
    """The first row of a bill where it is the product that all others go into, as PLM systems begin theirs,
    and the rows of the plan that say how many are built; -1 and None where it is none."""
    first = int(rows[0])
    texts = parts.frame[["part_number", "description"]].iloc[first]
    found = (named.get(key_of_product(text)) for text in texts if isinstance(text, str))
    built = next(filter(None, found), None)
    table = int(parts.frame["table"].iloc[first])
    if built is None or ONE_PRODUCT not in parts.columns[table]:
        return -1, None
    return first, built


def _speaks_of_parts(parts: PartTable, lines: Rows, numbers: Set[str]) -> bool:
    """Whether a list of amounts a year names the parts themselves, and is no plan of products."""
    if not numbers:
        return False
    texts = {n for n in parts.frame["part_number"].iloc[lines] if n is not None}
    own = {key_of_product(text) for text in texts}
    return bool(own) and len(own & numbers) >= OF_PARTS * min(len(own), len(numbers))


def _lists(reading: Reading) -> list[tuple[SourceFile, SheetFound, int]]:
    """File, sheet and row of the headings of every table, in the order of the reading."""
    return [
        (file, sheet, table.header_row)
        for file in reading.files
        for sheet in file.sheets
        for table in sheet.tables
    ]


def _of_whole(
    place: tuple[SourceFile, SheetFound, int], named: Mapping[str, set[int]]
) -> set[int] | None:
    """The rows of the plan whose product a whole list is the bill of."""
    for text in said_of_bill(*place):
        key = named_in(text, named.keys())
        if key is not None:
            return named[key]
    return None


def _products(
    parts: PartTable, lines: Rows, named: Mapping[str, set[int]]
) -> list[set[int] | None]:
    """The rows of the plan whose product each line belongs to; looked for once per different texts."""
    columns = (parts.frame[name].iloc[lines] for name in ("goes_into", "section", "description"))
    known: dict[tuple[Any, ...], set[int] | None] = {}
    found = []
    for goes_into, section, description in zip(*columns, strict=True):
        last = description.rpartition(",")[1:] if isinstance(description, str) else ("", "")
        key = goes_into, section, last[1] if last[0] else None
        if key not in known:
            known[key] = _product(*key, named)
        found.append(known[key])
    return found


def _product(
    goes_into: str | None, section: str | None, last: str | None, named: Mapping[str, set[int]]
) -> set[int] | None:
    """``last``: what a description ends with, behind its last comma."""
    if goes_into and (key := named_in(goes_into, named.keys()) or key_of_product(goes_into)):
        number, _, name = goes_into.partition(" ")
        keys = (key, key_of_product(number), key_of_product(name)) if name else (key,)
        return next((named[one] for one in keys if one in named), None)
    texts = (text for text in (section, last) if text)
    return next((found for text in texts if (found := named.get(key_of_product(text)))), None)


def priced_by_mass(files: Sequence[SourceFile], parts: PartTable) -> NDArray[np.bool_]:
    """Rows of lists whose heading says that the price is for a mass: times pieces it is no money."""
    tables = [one for file in files for sheet in file.sheets for one in sheet.tables]
    masses = [
        number
        for number, one in enumerate(tables)
        for column in one.columns
        if column.field == "unit_price" and measures.PER_MASS.search(column.header)
    ]
    return parts.frame["table"].isin(masses).to_numpy(dtype=np.bool_)


def _demanded(
    parts: PartTable, found: list[_Built], fields: Mapping[str, int], by_mass: NDArray[np.bool_]
) -> PartTable:
    """``by_mass``: rows whose price is for a mass, so that no money follows from their pieces."""
    frame = parts.frame.copy(deep=False)
    yearly, quantity = parts.number("annual_quantity").copy(), amounts_in_product(parts)
    parts = needed_by_lines(parts, [(one.lines, one.plan) for one in found])
    provenance = dict(parts.provenance)
    frame[["requirement_date", "requirement_quantity"]] = parts.frame[
        ["requirement_date", "requirement_quantity"]
    ]
    column, is_by_period = (
        fields.get("annual_quantity", 0),
        bool(fields.keys() & set(PERIODS_A_YEAR)),
    )
    known: dict[Products, tuple[float, FactCell]] = {}
    for one in found if column else ():
        for line, products in zip(one.lines.tolist(), one.plan, strict=True):
            if products not in known:
                place = parts.frame.iloc[products[0][1][0]]
                cell = FactCell(int(place["file"]), str(place["sheet"]), int(place["row"]), column)
                built = (n * _built(parts, rows, is_by_period=is_by_period) for n, rows in products)
                known[products] = sum(built), cell
            pieces, cell = known[products]
            yearly[line] = quantity[line] * pieces
            named = replace(cell, column=fields.get("part_number", fields.get("description", 0)))
            own = {"goes_into": named, **provenance.get(line, {})}
            provenance[line] = {**own, "annual_quantity": cell}
    frame["annual_quantity"] = pd.Series(yearly, index=frame.index)
    planned = np.concatenate([one.lines for one in found])
    spend, price = parts.number("annual_spend").copy(), parts.number("unit_price")
    open_lines = planned[np.isnan(spend[planned]) & ~by_mass[planned]]
    price = np.where(price > 0, price, np.nan)
    spend[open_lines] = yearly[open_lines] * price[open_lines]
    frame["annual_spend"] = pd.Series(spend, index=frame.index)
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
