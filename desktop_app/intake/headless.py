"""Lists whose headings say nothing, or that have none: found by their cells, and always asked about.

Only a sheet in which no headings were found is looked at, and only what can hardly be anything but a
list of parts is taken for one: rows of one width, with a column of different codes, one of words, and
one more that lists of parts have, such as countries, units or customs numbers; names with sizes in them
beside codes and numbers; or names beside numbers of which two give the third, as a quantity and a price do.
"""

import math
import re
from collections.abc import Mapping
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from desktop_app.intake.answer_words import says_nothing
from desktop_app.intake.grid import Grid, shown
from desktop_app.intake.looks import Look, look_at
from desktop_app.intake.names_alone import are_measured, names_parts
from desktop_app.intake.numbers import number_of
from desktop_app.intake.products import sums_of
from desktop_app.intake.tables import Table
from desktop_app.intake.units_in_lines import repeats_unit

FEWEST_ROWS, FEWEST_COLUMNS, WIDEST = 3, 3, 60
ROWS_LIKE_IT = 0.9
"""Share of the rows from the first to the last of the list that are about as full. Own judgement."""
FULL = 0.6
"""A row with this share of the usual number of cells is about as full. Own judgement."""


def table_without_headings(grid: Grid, *, is_beside_list: bool = False) -> Table | None:
    """The list of a sheet without known headings; None where its cells do not prove one.

    ``is_beside_list``: another sheet of the file is a list of parts; then only sums prove one, for
    addresses and notes stand beside lists.
    """
    rows = _rows_alike(grid)
    if rows is None or (is_beside_list and len(rows) < FEWEST_BESIDE):
        return None
    first, last = int(rows[0]), int(rows[-1])
    below = rows[1:]
    looks = {n: look_at(column, below) for n, column in enumerate(grid.columns[:WIDEST])}
    is_found = (not is_beside_list and _is_list(grid, looks, below)) or _is_priced(
        grid, looks, below
    )
    if is_found and len(below) >= FEWEST_ROWS and _are_placeholders(grid, first):
        nameless = [""] * len(grid.columns)
        return Table(first, first, last + 1, nameless, has_heading=False)
    if is_found and len(below) >= FEWEST_ROWS and _is_line(grid, first, looks):
        first = _first_part(grid, first, looks)
        nameless = [""] * len(grid.columns)
        return Table(first - 1, first - 1, last + 1, nameless, has_heading=False)
    if is_found and len(below) >= FEWEST_ROWS and is_heading_of(grid, first, looks):
        headings = [_text(grid, first, column) for column in range(len(grid.columns))]
        return Table(first, first, last + 1, headings)
    looks = {n: look_at(column, rows) for n, column in enumerate(grid.columns[:WIDEST])}
    is_found = (not is_beside_list and _is_list(grid, looks, rows)) or _is_priced(grid, looks, rows)
    if not is_found:
        return None
    headings = [""] * len(grid.columns)
    first = _first_part(grid, first, looks)
    return Table(first - 1, first - 1, last + 1, headings, has_heading=False)


def _first_part(grid: Grid, first: int, looks: Mapping[int, Look]) -> int:
    """The first row of a list, where parts with few cells may stand above the full ones: a name where names
    stand, and a number where numbers do."""
    words = [n for n, look in looks.items() if _is_words(look)]
    numbers = [n for n, look in looks.items() if look.numeric > 0.9 and look.filling > 0.9]
    while first:
        cells = {n for n in looks if grid.cell(first - 1, n) is not None}
        is_named = any(isinstance(grid.cell(first - 1, n), str) for n in words)
        is_part = is_named and any(isinstance(grid.cell(first - 1, n), float) for n in numbers)
        if not is_part or len(cells) < int(grid.filled_per_row[first - 1]):
            break
        first -= 1
    return first


def _rows_alike(grid: Grid) -> NDArray[np.intp] | None:
    """Positions of the rows that are about as full as most; None where they are no block."""
    filled = grid.filled_per_row
    wide = filled[filled >= FEWEST_COLUMNS]
    if len(wide) < FEWEST_ROWS or len(grid.columns) > WIDEST:
        return None
    rows = np.flatnonzero(filled >= max(FEWEST_COLUMNS, FULL * float(np.median(wide))))
    if len(rows) < FEWEST_ROWS:
        return None
    told = np.count_nonzero(filled[rows[0] : rows[-1] + 1])
    if len(rows) < ROWS_LIKE_IT * told:
        return None
    return rows


def _is_list(grid: Grid, looks: Mapping[int, Look], rows: NDArray[np.intp]) -> bool:
    return _tells_parts(looks) or _names_parts(grid, looks, rows)


def _names_parts(grid: Grid, looks: Mapping[int, Look], rows: NDArray[np.intp]) -> bool:
    """Names with sizes and grades in them beside codes and numbers, beside numbers and links to shops, or
    beside two columns such as countries and customs numbers."""
    columns = {n: grid.columns[n].take(rows) for n, k in looks.items() if _is_words(k)}
    named = [n for n, c in columns.items() if names_parts(c, looks[n]) and are_measured(c)]
    others = {n: look for n, look in looks.items() if n not in named[:1]}
    telling = sum(map(_tells, others.values()))
    coded = [n for n, look in others.items() if _is_code(look)]
    counted = [n for n, k in others.items() if k.numeric > 0.8 and not k.lines and n not in coded]
    linked = [n for n, look in others.items() if look.link > LINKED]
    return bool(named) and (telling > 1 or bool((coded or linked) and counted))


def _tells_parts(looks: Mapping[int, Look]) -> bool:
    codes = [n for n, k in looks.items() if _is_code(k)]
    words = [n for n, k in looks.items() if _is_words(k) and n not in codes[:1]]
    others = set(looks) - set(codes[:1]) - set(words[:1])
    return bool(codes and words) and any(_tells(looks[n]) for n in others)


def _is_priced(grid: Grid, looks: Mapping[int, Look], rows: NDArray[np.intp]) -> bool:
    """Names, and numbers of which two give the third."""
    numbers = [n for n, k in looks.items() if k.numeric > 0.8 and not k.lines]
    named = any(_is_words(k) and k.link < 0.2 for k in looks.values())
    return named and len(numbers) > 2 and sums_of(grid, numbers, rows) is not None


LINKED = 0.5
"""Share of cells that are links, from which a column leads to shops. Own judgement."""
FEWEST_BESIDE = 5
"""Rows of a list without headings beside one with them. Own judgement."""


def _is_code(look: Look) -> bool:
    is_other = look.lines or look.day > 0.5 or look.numeric > 0.9
    return look.code > 0.9 and look.distinct > 0.8 and look.filling > 0.9 and not is_other


def _is_words(look: Look) -> bool:
    is_prose = look.country > 0.5 or look.numeric > 0.2 or look.unit > 0.5
    return look.words > 0.7 and look.distinct > 0.5 and look.filling > 0.6 and not is_prose


def _tells(look: Look) -> bool:
    """A column that lists of parts have, whatever else they are about."""
    shares = (look.country, look.tariff, look.cas, look.grade, look.unit, look.currency)
    return look.filling > 0.5 and max(shares) > 0.8


def is_heading_of(grid: Grid, row: int, looks: Mapping[int, Look]) -> bool:
    """Whether a row has words over columns of numbers or codes that are none of them themselves."""
    cells = [(n, grid.cell(row, n)) for n in looks if grid.cell(row, n) is not None]
    if not all(isinstance(value, str) for _, value in cells) or _is_line(grid, row, looks):
        return False
    # "FY26 volume" has digits, but over numbers in several columns stand words, all different.
    over = [_text(grid, row, n) for n, _ in cells if looks[n].numeric > 0.95]
    are_words = all(_is_worded(text) for text in over) and len(set(over)) == len(over)
    if len(over) >= FEWEST_COLUMNS and are_words:
        return True
    # Counted from the cells below: a heading has no digits where all that follows has.
    numbered = [
        _text(grid, row, n)
        for n, _ in cells
        if looks[n].numeric > 0.8 or looks[n].code > 0.8 or looks[n].tariff > 0.8
    ]
    return bool(numbered) and not any(c.isdigit() for text in numbered for c in text)


def _is_line(grid: Grid, row: int, looks: Mapping[int, Look]) -> bool:
    """Whether a row of words is of the list below: with its unit, or "TBD" where its numbers stand."""
    over = (_text(grid, row, n) for n, k in looks.items() if max(k.numeric, k.code) > 0.8)
    return repeats_unit(grid, row) or any(text and says_nothing(text) for text in over)


def _is_worded(text: str) -> bool:
    """Letters, and no number however it is read."""
    is_number = any(not math.isnan(number_of(text, comma)) for comma in (True, False))
    return any(map(str.isalpha, text)) and not is_number and not says_nothing(text)


_COUNTED = re.compile(r"(\D+?)(\d{1,3})")


def _are_placeholders(grid: Grid, row: int) -> bool:
    """Spalte1, Spalte2 or Column1, Column2: what a program writes where a list had no headings."""
    cells = [shown(value) for value in grid.row(row) if value is not None]
    found = [_COUNTED.fullmatch(text) for text in cells]
    if len(cells) < FEWEST_COLUMNS or not all(found):
        return False
    words = {match[1].strip().casefold() for match in found if match}
    numbers = [int(match[2]) for match in found if match]
    is_counting = all(after - before == 1 for before, after in pairwise(numbers))
    return len(words) == 1 and is_counting and numbers[0] <= 1


def _text(grid: Grid, row: int, column: int) -> str:
    value = grid.cell(row, column)
    return value if isinstance(value, str) else ""
