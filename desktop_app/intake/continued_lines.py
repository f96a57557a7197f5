"""Lines of text below a part that say more of it: its material, its drawing, how it is finished.

Offers and requests of German ERP systems print the text of an item so, one line below the other in the
column of the description.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from desktop_app.intake.grid import Grid, Mask, shown

NEARLY_ALL = 0.95
"""Share of the fuller rows that have a number and a quantity, so that a row without is none. Own
judgement."""
FEWEST_RUNS = 2
"""Parts with such lines from which nothing else need show that they are none of the headings between
the parts. Own judgement."""
FEWEST_CELLS = 3
COUNTED = ("quantity", "annual_quantity", "unit_price", "requirement_quantity")
NUMBERED = ("part_number", "mpn")


def continued_lines(
    grid: Grid, start: int, parts: Mask, leftmost: int, fields: Mapping[str, int]
) -> Mask:
    """Rows that hold one text below the description of the part right above, in a list where each part
    has a number and a quantity and that begins with a part: its groups have no headings then.

    ``parts``: the rows still taken for parts; ``leftmost``: position of the first column with a heading.
    """
    none = np.zeros(len(parts), dtype=np.bool_)
    at = fields.get("description")
    if at is None or at == leftmost or not _is_strict(grid, start, parts, fields):
        return none
    rows = slice(start, start + len(parts))
    filled = grid.filled_per_row[rows]
    single = parts & (filled == 1) & grid.columns[at].is_text[rows]
    listed = np.flatnonzero(filled > 0)
    if not single.any() or single[listed[0]]:
        return none
    below = none.copy()
    for position in np.flatnonzero(single).tolist():
        above = position - 1
        is_fuller = parts[above] and filled[above] >= FEWEST_CELLS
        below[position] = above >= 0 and (is_fuller or bool(below[above]))
    runs = int((below[1:] & ~below[:-1]).sum())
    if runs >= FEWEST_RUNS or all(
        _goes_on(shown(grid.cell(start + n, at))) for n in np.flatnonzero(below).tolist()
    ):
        return below
    return none


def _is_strict(grid: Grid, start: int, parts: Mask, fields: Mapping[str, int]) -> bool:
    rows = slice(start, start + len(parts))
    fuller = parts & (grid.filled_per_row[rows] >= FEWEST_CELLS)
    for number in (grid.columns[fields[name]] for name in NUMBERED if name in fields):
        # A row of a further supplier has the number of the part above it and need not count anything.
        cells, has = number.codes[rows], number.filled[rows]
        fuller[1:] &= ~(has[1:] & (cells[1:] == cells[:-1]))
    if not fuller.any():
        return False

    def nearly_all(names: tuple[str, ...]) -> bool:
        columns = [grid.columns[fields[name]] for name in names if name in fields]
        return any(column.filled[rows][fuller].mean() >= NEARLY_ALL for column in columns)

    return nearly_all(COUNTED) and nearly_all(NUMBERED)


def _goes_on(text: str) -> bool:
    """A text that begins like the middle of one, or names a property: "Werkstoff: NdFeB"."""
    return text[:1].islower() or text[:1].isdigit() or ":" in text or "：" in text


def describe_with_lines(
    grid: Grid,
    lines: NDArray[np.intp],
    parts: NDArray[np.intp],
    description: int | None,
    facts: dict[str, Any],
) -> None:
    """Adds such lines to the description of the part above each. ``lines`` and ``parts``: positions in
    the sheet, from top to bottom."""
    if description is None or not len(lines) or not len(parts):
        return
    told = facts["description"] = facts["description"].copy()
    for line in lines.tolist():
        part = int(np.searchsorted(parts, line)) - 1
        text = shown(grid.cell(line, description))
        told[part] = ", ".join(filter(None, (told[part], text)))
