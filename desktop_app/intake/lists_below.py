"""Lists of answers below one another in one sheet, as where the answers of several suppliers were put
together: each has headings of its own, and what stands under them answers these."""

from collections.abc import Mapping
from dataclasses import replace

from desktop_app.intake.answer_columns import BY_KEY, Columns, heading_of, is_own_text
from desktop_app.intake.answer_words import folded
from desktop_app.intake.grid import Grid

FEWEST_HEADINGS = 2
"""Headings of ours in one row that begin a list: what names a part, and a question. Own judgement."""
NAMES = frozenset(("part_number", "description"))
"""What a list names its parts by; words about the answers, such as a legend, name none."""
ABOVE_A_LIST = 12
"""Rows above its headings that may belong to a list: title, introduction, name, keys. Own judgement."""


def one_list_each(grid: Grid, first: Columns) -> list[Grid]:
    """The sheet, or a copy of it for each list that names parts and whose headings stand otherwise than
    those of the list above, with nothing in the rows of the others. Rows keep their places.

    ``first``: the columns of the list that was found in it.
    """
    above = _heading_row(grid, first.heading)
    starts, places = [0], _headings(grid, above) or dict(first.places)
    for row in range(first.heading + 1, grid.height):
        if grid.filled_per_row[row] < FEWEST_HEADINGS:
            continue
        named = _headings(grid, row)
        is_list = not (NAMES.isdisjoint(named) or BY_KEY.keys().isdisjoint(named))
        if is_list and _stand_otherwise(grid, row, above, places):
            starts.append(_begins(grid, row, starts[-1]))
            above, places = row, named
    if len(starts) == 1:
        return [grid]
    ends = [*starts[1:], grid.height]
    return [_rows_of(grid, range(a, b)) for a, b in zip(starts, ends, strict=True)]


def _heading_row(grid: Grid, heading: int) -> int:
    """The first list's own headings: in its last row of them, or the one above a row of units."""
    rows = (row for row in (heading, heading - 1) if row >= 0)
    return next((row for row in rows if len(_headings(grid, row)) >= FEWEST_HEADINGS), heading)


def _headings(grid: Grid, row: int) -> dict[str, int]:
    named = ((heading_of(value), at) for at, value in enumerate(grid.row(row)))
    found: dict[str, int] = {}
    for name, at in named:
        if name is not None:
            found.setdefault(name, at)
    return found


def _stand_otherwise(grid: Grid, row: int, above: int, places: Mapping[str, int]) -> bool:
    """Whether a column of the list above would hold the answers to another question, one of ours or not."""
    held = {at: name for name, at in places.items()}
    for at, value in enumerate(grid.row(row)):
        name, other = heading_of(value), grid.cell(above, at)
        if at in held and name is not None and name != held[at]:
            return True
        is_new = isinstance(value, str) and name is None and held.get(at) in BY_KEY
        if is_new and not (isinstance(other, str) and folded(other) == folded(str(value))):
            return True
    return False


def _begins(grid: Grid, heading: int, above: int) -> int:
    """The first row of a list: over its headings, empty rows and what we wrote there."""
    row = heading
    while row - 1 > max(above, heading - ABOVE_A_LIST) and _is_above_a_list(grid, row - 1):
        row -= 1
    return row


def _is_above_a_list(grid: Grid, row: int) -> bool:
    values = [value for value in grid.row(row) if value is not None]
    return not values or any(is_own_text(value, "") for value in values)


def _rows_of(grid: Grid, rows: range) -> Grid:
    """The sheet with these rows only, and with what is said of their cells."""
    kept = grid.only(rows)
    return replace(
        kept,
        merged=[area for area in grid.merged if area[0] in rows],
        comments={place: text for place, text in grid.comments.items() if place[0] in rows},
        struck=frozenset(place for place in grid.struck if place[0] in rows),
    )
