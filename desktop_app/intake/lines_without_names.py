"""Lines between and below the parts of a counted list that name none: where one is sold, remarks, what to
do with the list, and lists of nothing but hours."""

import re
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from desktop_app.intake.grid import Column, Grid, Mask, Value, shown
from desktop_app.intake.numbers import number_of
from desktop_app.intake.planned_lists import bare
from desktop_app.intake.service_signs import time_words
from desktop_app.intake.tables import Table

AMOUNTS = ("quantity", "annual_quantity", "stock_on_hand", "unit_price", "line_value")
PART = 0
GAPS = (1, 5)
"""Kinds of rows, as ``rows`` counts them: a part; a blank row and one that names nothing."""
MOSTLY = 0.8
"""Share of the other lines that have an amount, from which a line without one says no part. Own judgement."""
FEWEST = 2
"""Lines with an amount that show it. Own judgement."""
SENTENCE = 6
"""Words from which a line below the list is a sentence. Own judgement."""
NUMBERED = frozenset(
    ("part_number", "mpn", "quantity", "annual_quantity", "stock_on_hand", "material", "hs_code")
)
_LINK = re.compile(r"(https?://|www\.)\S*", re.IGNORECASE)
_LABEL = re.compile(r"[^:：]{2,40}[:：]")
_BRACKETED = re.compile(r"[(（].*")


def lines_without_names(
    grid: Grid, start: int, kinds: NDArray[np.int8], fields: Mapping[str, int]
) -> Mask:
    """Lines without any amount in a list whose other lines have one: a link, a label ("Available at:") or a
    bracketed remark between them, and sentences below its last gap."""
    parts = kinds == PART
    none = np.zeros(len(parts), dtype=np.bool_)
    column = grid.columns[fields["description"]] if "description" in fields else None
    counted = _counted(grid, start, len(parts), fields)
    if column is None or (parts & counted).sum() < FEWEST:
        return none
    names = column.part(start, start + len(parts))
    odd = parts & ~counted & ~_numbered(grid, start, len(parts), fields)
    remarks = odd & names.where(_is_remark)
    gaps = np.flatnonzero(np.isin(kinds, GAPS))
    last = int(np.flatnonzero(parts & counted)[-1])
    below = np.arange(len(parts)) > max(last, int(gaps[-1]) if len(gaps) else len(parts))
    foot = odd & below & names.where(_is_sentence)
    if (parts & counted).sum() < MOSTLY * (parts & names.filled & ~remarks & ~foot).sum():
        return none
    found: Mask = remarks | foot
    return found


def work_by_time(grid: Grid, table: Table, fields: Mapping[str, int]) -> Mask:
    """Rows of work: of a list that counts hours and nothing else ("Horas | Nombre | Costo"), and below a line
    between the parts that says so over their amounts ("Jours | TJM")."""
    start, end = table.heading + 1, table.end
    found = np.full(max(0, end - start), _are_hours(grid, table, fields))
    if "quantity" not in fields or "unit_price" not in fields:
        return found
    amounts, prices = (
        grid.columns[fields[name]].part(start, end) for name in ("quantity", "unit_price")
    )
    gaps = np.flatnonzero(grid.filled_per_row[start:end] == 0)
    for row in np.flatnonzero(amounts.where(_is_time) & prices.is_text)[:MOST_LISTS].tolist():
        gap = np.searchsorted(gaps, row)
        found[row : int(gaps[gap]) if gap < len(gaps) else len(found)] = True
    return found


MOST_LISTS = 20
"""Lines of that kind that are looked at. Own judgement."""


def _is_time(value: Value) -> bool:
    return isinstance(value, str) and bare(value) in time_words()


def _are_hours(grid: Grid, table: Table, fields: Mapping[str, int]) -> bool:
    if not ({"unit_price", "line_value"} & fields.keys()) or not NUMBERED.isdisjoint(fields):
        return False
    return any(
        not time_words().isdisjoint(_words(heading)) and _are_numbers(column, table)
        for n, (heading, column) in enumerate(zip(table.headings, grid.columns, strict=False))
        if heading and n not in fields.values()
    )


def _words(heading: str) -> Sequence[str]:
    return [bare(word) for word in heading.split()]


def _are_numbers(column: Column, table: Table) -> bool:
    rows = column.part(table.heading + 1, table.end)
    numbers = rows.where(lambda v: not np.isnan(number_of(v, False)))
    return bool(numbers.any()) and bool((numbers | ~rows.filled | rows.is_text).all())


def _counted(grid: Grid, start: int, count: int, fields: Mapping[str, int]) -> Mask:
    counted = np.zeros(count, dtype=np.bool_)
    for name in AMOUNTS:
        if name in fields:
            counted |= grid.columns[fields[name]].filled[start : start + count]
    return counted


def _numbered(grid: Grid, start: int, count: int, fields: Mapping[str, int]) -> Mask:
    numbered = np.zeros(count, dtype=np.bool_)
    for name in ("part_number", "mpn", "manufacturer", "reference_designator"):
        if name in fields:
            numbered |= grid.columns[fields[name]].filled[start : start + count]
    return numbered


def _is_remark(value: Value) -> bool:
    text = shown(value).strip() if isinstance(value, str) else ""
    return any(pattern.fullmatch(text) for pattern in (_LINK, _LABEL, _BRACKETED))


def _is_sentence(value: Value) -> bool:
    return isinstance(value, str) and len(value.split()) >= SENTENCE


def placed_rows(grid: Grid, start: int, end: int, fields: Mapping[str, int]) -> NDArray[np.int32]:
    """Rows that count what stands at places on a board are parts, also where they say no value or a bare 0."""
    if "reference_designator" not in fields or "quantity" not in fields:
        return np.zeros(max(0, end - start), dtype=np.int32)
    both = [
        grid.columns[fields[name]].filled[start:end]
        for name in ("reference_designator", "quantity")
    ]
    return (both[0] & both[1]).astype(np.int32)
