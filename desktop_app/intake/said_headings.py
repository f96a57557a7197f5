"""Heading rows that a user pointed at: known again by their texts when the next list comes."""

from desktop_app.intake.confirmed import Ask, nothing_confirmed
from desktop_app.intake.grid import Grid, shown
from desktop_app.model.sources import HEADING_ROW

PREVIEW_ROWS, PREVIEW_COLUMNS, PREVIEW_TEXT = 40, 40, 200
"""What a person sees of a sheet; only among this can a row be pointed at."""
LOOKED_AT = 400
"""Rows in which headings that were pointed at are looked for: titles above them grow and shrink."""
NEAR = 3
"""So many rows above and below headings that were pointed at, no others begin a table: they were
what the program had taken for the headings, or are a second line of them."""


def row_as_shown(grid: Grid, row: int) -> tuple[str, ...]:
    """The texts of one row of the grid as a person sees them, as far as they are shown."""
    width = min(len(grid.columns), PREVIEW_COLUMNS)
    return tuple(shown(grid.cell(row, column))[:PREVIEW_TEXT] for column in range(width))


def said_rows(grid: Grid, confirmed: Ask) -> list[int]:
    """Positions of the rows that were said to be headings, from top to bottom."""
    if confirmed is nothing_confirmed:
        return []
    found: list[int] = []
    for row in range(min(grid.height, LOOKED_AT)):
        texts = [text for text in map(str.strip, row_as_shown(grid, row)) if text]
        if len(texts) > 1 and HEADING_ROW in (confirmed(texts) or {}):
            found.append(row)
    return found
