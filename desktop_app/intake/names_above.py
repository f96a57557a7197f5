"""Lines that leave out what they are because the line above says it: "Resistors | 1K", below it " | 5.1K"; and
groups whose name stands once beside their lines, in a cell merged over all of them.

What is left out is carried down only where the line says the same kind of thing as the one above: a type that is
written otherwise is another part, of which nobody said what it is.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from desktop_app.intake.amounts import VALUES
from desktop_app.intake.grid import Grid, Mask, shown
from desktop_app.intake.headings import normalise, without_part_words
from desktop_app.intake.looks import says_grade
from desktop_app.intake.tables import Table
from desktop_app.intake.totals import is_total
from desktop_app.model.findings import Issue, nmsg

COUNTED = ("quantity", "annual_quantity", "stock_on_hand", "unit_price", "line_value")
NUMBERED = ("part_number", "cas_number", "reference_designator", "bom_level")
"""Lines with one of these are told by it."""
MADE_OF = ("material", "magnet_grade", "manufacturer")
"""Things of one name have these in common."""
ALIKE = 0.5
"""Share of the letters that two sizes or values have in common. Own judgement."""
MOST_LINES = 5_000
"""Lines that are looked at; a list of more comes from a system, which leaves nothing out. Own judgement."""


def fill_names_above(
    grid: Grid, table: Table, fields: Mapping[str, int], added: Sequence[int]
) -> list[Issue]:
    """Gives such lines the name of the line above, in place. ``added``: columns that describe the part too."""
    named = fields.get("description")
    start, end = table.heading + 1, min(table.end, grid.height)
    if named is None or not 1 < end - start <= MOST_LINES or not table.has_heading:
        return []
    telling = [n for n in added if n != named]
    coded = [fields["mpn"]] if "mpn" in fields else []
    values = [n for n in _values(table, fields, grid) if n not in (*telling, *coded)]
    kept = [grid.columns[fields[name]] for name in NUMBERED if name in fields]
    counts = [grid.columns[fields[name]] for name in COUNTED if name in fields]
    is_free = ~np.any([np.zeros(end - start, np.bool_), *(c.filled[start:end] for c in kept)], 0)
    is_counted = np.any(
        [np.zeros(end - start, np.bool_), *(c.filled[start:end] for c in counts)], 0
    )
    open_lines = is_free & is_counted & ~grid.columns[named].filled[start:end]
    carried: dict[int, str] = {}
    for row in (np.flatnonzero(open_lines) + start).tolist():
        name = carried.get(row - 1) or shown(grid.cell(row - 1, named)).strip()
        if row == start or not name or is_total(name) or not is_counted[row - 1 - start]:
            continue
        if any(not _is_same(grid, row, fields[name]) for name in MADE_OF if name in fields):
            continue
        if any(_is_alike(grid, row, n) for n in (*telling, *values)) or any(
            _is_alike(grid, row, n) and _is_sized(grid, row, n) for n in coded
        ):
            carried[row] = name
    # Who writes a name again and again leaves none out for being the same.
    told = np.where(is_counted, grid.columns[named].codes[start:end], -1)
    again = (told[1:] == told[:-1]) & (told[1:] >= 0) & grid.columns[named].filled[start + 1 : end]
    return _put(grid, named, carried, values) if again.sum() < len(carried) else []


def _values(table: Table, fields: Mapping[str, int], grid: Grid) -> list[int]:
    """Columns of values that are no fact of the part."""
    return [
        n for n, heading in enumerate(table.headings[: len(grid.columns)])
        if heading and n not in fields.values()
        and without_part_words(normalise(heading)) in VALUES
    ]  # fmt: skip


def _is_alike(grid: Grid, row: int, column: int) -> bool:
    """Whether a line gives a size or value as the one above does, in the same letters."""
    own, above = (shown(grid.cell(n, column)).casefold() for n in (row, row - 1))
    if not own or not above or is_total(own) or says_grade(own) != says_grade(above):
        return False  # a disc of 10x5 is no magnet N42 10x5
    is_figured = all(any(map(str.isdigit, text)) for text in (own, above))
    letters = [{sign for sign in text if sign.isalpha()} for text in (own, above)]
    either = letters[0] | letters[1]
    return is_figured and (not either or len(letters[0] & letters[1]) >= ALIKE * len(either))


def _is_same(grid: Grid, row: int, column: int) -> bool:
    """Whether a line says nothing else there than the one above: of another material it is another thing."""
    own, above = (shown(grid.cell(n, column)).casefold() for n in (row, row - 1))
    return not own or own == above


def _is_sized(grid: Grid, row: int, column: int) -> bool:
    """Whether two codes differ in their figures only, as D10x3 and D8x2 do: types of makers are other things."""
    own, above = (shown(grid.cell(n, column)).casefold() for n in (row, row - 1))
    return _FIGURES.sub("0", own) == _FIGURES.sub("0", above)


_FIGURES = re.compile(r"\d+(?:[.,]\d+)?")


def _put(grid: Grid, named: int, carried: Mapping[int, str], values: Sequence[int]) -> list[Issue]:
    if not carried:
        return []
    column = grid.columns[named]
    for row, name in carried.items():
        told = [shown(grid.cell(row, n)).strip() for n in values]
        column.put([row], ", ".join(filter(None, (name, *told))))
    column.forget()
    grid.forget()
    what = nmsg(
        "{n} line without a name was given that of the line above it.",
        "{n} lines without names were given those of the lines above them.",
        len(carried),
    )
    return [Issue("W_MERGED_FILL", "note", what, grid.name, grid.first_row + min(carried))]


def name_merged_groups(
    grid: Grid, used: Collection[int], parts: NDArray[np.intp], sections: "NDArray[np.object_]"
) -> None:
    """Names the group of the parts beside which a cell is merged over several of them, in a column that says
    nothing else, where no line above them names it."""
    for top, left, bottom, right in grid.merged:
        is_aside = 0 <= left < len(grid.columns) and left == right and left not in used
        text = grid.cell(top, left) if is_aside and bottom > top else None
        if not isinstance(text, str) or not any(map(str.isalpha, text)):
            continue
        rows: Mask = (
            (parts >= top)
            & (parts <= bottom)
            & np.array([one is None for one in sections.tolist()], dtype=np.bool_)
        )
        sections[rows] = _one_line(text)


def _one_line(text: str) -> Any:
    return " ".join(text.split())
