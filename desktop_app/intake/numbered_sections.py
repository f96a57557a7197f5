"""Sections of a quotation or bill of quantities that count on as its lines do: "3 | Mechanik" above 3.1, 3.2."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

import numpy as np

from desktop_app.intake.grid import Grid, Mask, Value, shown
from desktop_app.intake.looks import says_grade
from desktop_app.intake.names_alone import has_measure
from desktop_app.intake.planned_lists import bare
from desktop_app.intake.tables import Table
from desktop_app.intake.vague_headings import LINE_HEADINGS

CELLS = 2
"""Of such a row: its number and its name."""
MOST = 10_000
"""Rows of two cells that are looked at; a list has few rows so short."""


def numbered_sections(grid: Grid, start: int, parts: Mask) -> Mask:
    """Rows of a number and a name, and nothing else, below which the numbers go on one step deeper, down to lines
    that say more: in a bill of nothing but levels and names, the rows above others are parts as these are.
    ``parts``: rows that are still taken for parts."""
    rows = np.zeros(len(parts), dtype=np.bool_)
    filled = grid.filled_per_row[start : start + len(parts)]
    fuller = np.flatnonzero(filled > 0)
    for position in np.flatnonzero(parts & (filled == CELLS))[:MOST][::-1].tolist():
        after = np.searchsorted(fuller, position + 1)
        following = int(fuller[after]) if after < len(fuller) else None
        if following is not None and (filled[following] > CELLS or rows[following]):
            row, below = grid.row(start + position), grid.row(start + following)
            rows[position] = _is_section_of(row, below)
    return rows


def _is_section_of(row: Sequence[Value], below: Sequence[Value]) -> bool:
    """Whether a row counts "3" or "3.0" where the next one counts 3.1, 3.01 or 3.1.1, and then has a name."""
    at = next(n for n, value in enumerate(row) if value is not None)
    number = shown(row[at]).strip().rstrip(".").removesuffix(".0")
    if not number.replace(".", "").isdigit() or at >= len(below) or below[at] is None:
        return False
    name = next(value for value in row[at + 1 :] if value is not None)
    is_name = isinstance(name, str) and any(map(str.isalpha, name))
    return is_name and shown(below[at]).strip().startswith(f"{number}.")


FEWEST_LINES = 3
"""Numbered lines with amount and unit that show how the list counts. Own judgement."""
AMOUNTS = ("quantity", "unit", "unit_price", "line_value")


def unnumbered_titles(
    grid: Grid, start: int, parts: Mask, table: Table, fields: Mapping[str, int]
) -> Mask:
    """Rows without number, amount and unit above lines of a bill of quantities that each have all three: the
    titles of its sections, some with a code of their own. ``parts``: rows still taken for parts."""
    none = np.zeros(len(parts), dtype=np.bool_)
    if "quantity" not in fields or "unit" not in fields:
        return none
    numbers = [
        n for n, heading in enumerate(table.headings[: len(grid.columns)])
        if heading and bare(heading) in LINE_HEADINGS and n not in fields.values()
    ]  # fmt: skip
    if not numbers:
        return none
    rows = slice(start, start + len(parts))
    told = {name: grid.columns[fields[name]].filled[rows] for name in AMOUNTS if name in fields}
    numbered = grid.columns[numbers[0]].filled[rows]
    lines = parts & told["quantity"] & told["unit"]
    if lines.sum() < FEWEST_LINES or not numbered[lines].all():
        return none
    titles = parts & ~numbered & ~np.any([*told.values()], axis=0)
    titles &= ~_told_by_more(grid, rows, fields)
    heads = none.copy()
    line = -1
    for position in range(len(parts) - 1, -1, -1):
        if titles[position] and line >= 0:
            heads[position] = _is_title(grid, start + position, start + line, fields)
        if lines[position]:
            line = position
        elif grid.filled_per_row[start + position] and not heads[position]:
            line = -1
    heads &= ~_left_out_numbers(grid, start, numbers[0], lines, heads)
    return heads if heads.sum() < lines.sum() else none


def _told_by_more(grid: Grid, rows: slice, fields: Mapping[str, int]) -> Mask:
    """Rows with a cell that a title has not, such as the maker, or a remark on the right of the name."""
    own = {fields[name] for name in OF_TITLES if name in fields}
    named = max(own, default=0)
    told = {n for name, n in fields.items() if name not in OF_TITLES}
    others = [
        column.filled[rows] for n, column in enumerate(grid.columns)
        if n in told or (n > named and n not in own)
    ]  # fmt: skip
    found: Mask = np.any([np.zeros(rows.stop - rows.start, dtype=np.bool_), *others], axis=0)
    return found


OF_TITLES = ("description", "part_number")


def _is_title(grid: Grid, row: int, line: int, fields: Mapping[str, int]) -> bool:
    """Whether a row without amounts is the title of a line below it and no part that still lacks them: it has no
    size and no grade, and its code is what those of its lines begin with."""
    texts = [shown(value).strip() for value in grid.row(row) if value is not None]
    if any(has_measure(text) or says_grade(text) for text in texts):
        return False
    if "part_number" not in fields:
        return True
    own, below = (shown(grid.cell(n, fields["part_number"])).strip() for n in (row, line))
    return below.startswith(own) and own != below if own else True


def _left_out_numbers(grid: Grid, start: int, column: int, lines: Mask, heads: Mask) -> Mask:
    """Titles between two lines whose numbers leave room for them: 2, then 4. They are lines whose number was
    forgotten."""
    found = np.zeros(len(heads), dtype=np.bool_)
    counted = [
        (position, int(text))
        for position in np.flatnonzero(lines).tolist()
        if (text := shown(grid.cell(start + position, column)).strip()).isdecimal()
    ]
    pairs = list(pairwise(counted))
    step = min((after - before for (_, before), (_, after) in pairs if after > before), default=0)
    for (first, before), (last, after) in pairs:
        if step and after - before >= 2 * step:
            found[first:last] = heads[first:last]
    return found
