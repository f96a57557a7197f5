"""Sections of a quotation or bill of quantities that count on as its lines do: "3 | Mechanik" above 3.1, 3.2."""

from collections.abc import Mapping, Sequence

import numpy as np

from desktop_app.intake.grid import Grid, Mask, Value, shown
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
    heads = none.copy()
    following = False
    for position in range(len(parts) - 1, -1, -1):
        heads[position] = titles[position] and following
        if grid.filled_per_row[start + position]:
            following = bool(heads[position] or lines[position])
    return heads if heads.sum() < lines.sum() else none
