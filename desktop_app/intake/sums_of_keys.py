"""Sub-totals without a word: below the lines of one material stand its number again and their sums.

The list viewer of SAP writes them so when it is told to add up by material.
"""

import math
from collections.abc import Mapping, Sequence

import numpy as np

from desktop_app.intake.grid import Column, Grid, Mask
from desktop_app.intake.numbers import number_of
from desktop_app.intake.sums_of_lots import says_sum

FEWER = 3
"""Cells that such a row has less than the line above it at least. Own judgement."""
MOST_LOOKED_AT, MOST_LINES = 20_000, 500
"""Rows that are looked at in a list, and lines of one material that are added up."""
EXACT = 0.005
"""How far a sum may be from what adds up: amounts are rounded before they are shown. Own judgement."""


def sums_of_keys(grid: Grid, start: int, end: int, keys: Sequence[int]) -> Mask:
    """Rows that repeat the part number of the line above and hold no word of their own, only numbers,
    each of which is the sum of those of the lines above with the same part number.

    ``keys``: positions of the columns of part numbers.
    """
    rows = np.zeros(max(0, end - start), dtype=np.bool_)
    if end - start < 2:
        return rows
    filled = grid.filled_per_row[start:end]
    fewer = np.zeros(len(rows), dtype=np.bool_)
    fewer[1:] = filled[1:] + FEWER <= filled[:-1]
    for key in keys:
        codes = grid.columns[key].codes[start:end]
        again = np.zeros(len(rows), dtype=np.bool_)
        again[1:] = (codes[1:] == codes[:-1]) & grid.columns[key].filled[start + 1 : end]
        for position in np.flatnonzero(again & fewer)[:MOST_LOOKED_AT].tolist():
            first = _first_line(codes, position, rows)
            rows[position] |= _adds_up(grid, start + first, start + position)
    return rows


def sums_of_plants(grid: Grid, start: int, end: int, fields: Mapping[str, int]) -> Mask:
    """Rows with a word for a sum in the place of the plant, where others say the plants of the part."""
    rows = np.zeros(max(0, end - start), dtype=np.bool_)
    key = fields.get("part_number", fields.get("mpn"))
    if key is None or "plant" not in fields:
        return rows
    plants = grid.columns[fields["plant"]]
    is_sum = plants.where(says_sum)[start:end] & grid.columns[key].filled[start:end]
    if not is_sum.any():
        return rows
    codes = grid.columns[key].codes[start:end]
    found: Mask = is_sum & np.isin(codes, codes[~is_sum & plants.filled[start:end]])
    return found


def which_say_alone(
    grid: Grid, start: int, sums: Mask, *, keys: Sequence[int], counted: Sequence[int]
) -> Mask:
    """Sums with the number of a part that say how many of it where none of its other rows does.

    ``counted``: columns of how many.
    """
    alone, end = np.zeros(len(sums), dtype=np.bool_), start + len(sums)
    for key in keys if sums.any() else ():
        codes = grid.columns[key].codes[start:end]
        is_key = grid.columns[key].filled[start:end]
        of_part = sums & is_key & np.isin(codes, codes[~sums & is_key])
        for column in (grid.columns[n] for n in counted if of_part.any()):
            filled = column.filled[start:end]
            alone |= of_part & filled & ~np.isin(codes, codes[~sums & filled])
    return alone


def _first_line(codes: "np.ndarray[tuple[int], np.dtype[np.intp]]", row: int, sums: Mask) -> int:
    first = row - 1
    while first > max(0, row - MOST_LINES) and codes[first - 1] == codes[row]:
        if sums[first - 1]:
            break
        first -= 1
    return first


def _adds_up(grid: Grid, first: int, row: int) -> bool:
    """At least one number of the row is a sum, and the rest of it says only what the row above says."""
    sums = 0
    for column in grid.columns:
        code = column.codes[row]
        if column.values[code] is None:
            continue
        if _is_sum(column, first, row):
            sums += 1
        elif code != column.codes[row - 1]:
            return False
    return sums > 0


def _is_sum(column: Column, first: int, row: int) -> bool:
    for comma in (True, False):
        total = number_of(column.values[column.codes[row]], comma)
        read = [number_of(column.values[code], comma) for code in column.codes[first:row]]
        added = [number for number in read if not math.isnan(number)]
        if not math.isnan(total) and added and abs(sum(added) - total) <= EXACT * abs(total):
            return True
    return False
