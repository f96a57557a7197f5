"""Lists whose parts stand side by side: the fields are named down the first column, one part a column.

A data sheet of one part, "label: value" below one another, is such a list with one part. The sheet is
read with its rows and columns exchanged; each fact keeps the cell that it really stands in.
"""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from desktop_app.intake.grid import Column, Grid, Value
from desktop_app.intake.heading_lines import is_unit_text
from desktop_app.intake.headings import ALIASES, FIELDS, HeadingBook
from desktop_app.intake.tables import IDENTITY, heading_score
from desktop_app.intake.vague_headings import words_of_kind
from desktop_app.model.findings import Issue, msg
from desktop_app.model.parts import FactCell

LONGEST, WIDEST = 200, 300
"""Rows and columns of a sheet that is looked at: such lists are drawn up by hand."""
LAST_LABELS = 3
"""The labels stand in one of the first columns."""
FEWEST_FIELDS = 4
"""Different fields of a part that the labels name. Own judgement: an address has fewer."""
MOSTLY = 0.5
"""Share of the labels that are known, and of those that have a value beside them. Own judgement."""


def turned(grid: Grid, book: HeadingBook, *, is_beside_list: bool = False) -> Grid | None:
    """The sheet with rows and columns exchanged; None where its first columns hold no headings.

    ``is_beside_list``: another sheet of the file is a list of parts; then it must list several, of
    names of their own: beside a list, a title block or the data of one product is no part of it.
    """
    if not (FEWEST_FIELDS <= grid.height <= LONGEST and 2 <= len(grid.columns) <= WIDEST):
        return None
    for position in range(min(LAST_LABELS, len(grid.columns) - 1)):
        if _are_labels(grid, position, book):
            is_list = not is_beside_list or _lists_several(grid, position, book)
            return exchanged(_with_units(grid, position)) if is_list else None
        if grid.columns[position].filled.any():
            return None
    return None


def is_data_sheet(grid: Grid, book: HeadingBook) -> bool:
    """Labels with their units beside them and several parts right of both: it is turned, even where its
    first line, "Model, Unit, A, B, C", reads as headings."""
    if not (
        FEWEST_FIELDS <= grid.height <= LONGEST and FEWEST_COLUMNS <= len(grid.columns) <= WIDEST
    ):
        return False
    return any(
        _are_units(grid, position + 1) and _are_labels(grid, position, book)
        for position in range(min(LAST_LABELS, len(grid.columns) - 1))
    )


def _are_units(grid: Grid, position: int) -> bool:
    """Short words beside labels, of which several are units of mass, money or time that we know."""
    column = grid.columns[position]
    said = [column.values[code] for code in column.codes[column.filled].tolist()]
    texts = [text.strip("[]() ") for text in said if isinstance(text, str)]
    are_short = len(texts) == len(said) and all(
        len(text) <= LONGEST_UNIT and not any(map(str.isdigit, text)) for text in texts
    )
    return are_short and len({text for text in texts if is_unit_text(text)}) >= FEWEST_UNITS


def _with_units(grid: Grid, position: int) -> Grid:
    """The sheet with the units that stand beside its labels said in the labels: "Mass [g]"."""
    if not _are_units(grid, position + 1):
        return grid
    labels, units = grid.columns[position], grid.columns[position + 1]
    texts: list[Value] = []
    for row in range(grid.height):
        label, unit = labels.values[labels.codes[row]], units.values[units.codes[row]]
        named = unit.strip("[]() ") if isinstance(unit, str) else ""
        is_said = isinstance(label, str) and is_unit_text(named) and named.casefold() not in _HEADS
        texts.append(f"{label} [{named}]" if is_said else label)
    columns = list(grid.columns)
    columns[position] = Column([*texts, None], np.arange(grid.height))
    columns[position + 1] = Column([None], np.zeros(grid.height, dtype=np.intp))
    return replace(grid, columns=columns, counted=None)


FEWEST_COLUMNS = 4
"""Labels, units and two parts: beside the units of one part stands a list of properties."""
_HEADS = words_of_kind("unit_heading")
"""What stands above the units."""
LONGEST_UNIT, FEWEST_UNITS = 8, 2


def _are_labels(grid: Grid, position: int, book: HeadingBook) -> bool:
    column = grid.columns[position]
    cells = [column.values[code] for code in column.codes.tolist()]
    known = [n for n, cell in enumerate(cells) if isinstance(cell, str) and book.exact(cell)]
    meant = {n: book.exact(str(cells[n]))[0].field for n in known}
    fields = {ALIASES.get(field, field) for field in meant.values()} & FIELDS
    has_units = _are_units(grid, position + 1) and position + 2 < len(grid.columns)
    beside = grid.columns[position + (2 if has_units else 1)].filled
    labels = sum(cell is not None for cell in cells)
    is_heading = heading_score(cells, book) > 0 and not fields.isdisjoint(IDENTITY)
    has_values = int(beside[known].sum()) > MOSTLY * len(known)
    is_known = len(known) >= MOSTLY * labels
    is_enough = len(fields) >= FEWEST_FIELDS - has_units
    return is_enough and is_heading and has_values and is_known


def _lists_several(grid: Grid, position: int, book: HeadingBook) -> bool:
    """Two parts or more, each with most of the facts, and all with another name or number."""
    column = grid.columns[position]
    cells = [column.values[code] for code in column.codes.tolist()]
    known = [n for n, cell in enumerate(cells) if isinstance(cell, str) and book.exact(cell)]
    fuller = [
        n
        for n in range(position + 1, len(grid.columns))
        if int(grid.columns[n].filled[known].sum()) > MOSTLY * len(known)
    ]
    for names in NAMES:
        rows = [
            n for n in known if not names.isdisjoint(m.field for m in book.exact(str(cells[n])))
        ]
        if rows:
            said = [grid.cell(rows[0], n) for n in fuller]
            is_each_named = None not in said and len(set(said)) == len(said)
            return is_each_named and len(said) >= FEWEST_PARTS
    return False


NAMES = (frozenset(("part_number", "mpn")), frozenset(("description",)))
"""What tells the parts apart: their numbers, else their names."""
FEWEST_PARTS = 2


def exchanged(grid: Grid) -> Grid:
    """The sheet with its rows as columns; positions of cells, errors and merged areas likewise."""
    rows = [grid.row(position) for position in range(grid.height)]
    width = len(grid.columns)
    return Grid(
        name=grid.name,
        hidden=grid.hidden,
        first_row=grid.first_column,
        first_column=grid.first_row,
        columns=[Column([*row, None], np.arange(width)) for row in rows],
        height=width,
        errors={(column, row): text for (row, column), text in grid.errors.items()},
        uncalculated=[(column, row) for row, column in grid.uncalculated],
        hidden_rows=grid.hidden_columns,
        hidden_columns=grid.hidden_rows,
        merged=[(left, top, right, bottom) for top, left, bottom, right in grid.merged],
        percent=[
            (row, column, column)
            for column, first, last in grid.percent
            for row in range(max(0, first), min(last, grid.height - 1) + 1)
        ],
        comments={(column, row): text for (row, column), text in grid.comments.items()},
        struck=frozenset((column, row) for row, column in grid.struck),
        counted=grid.counted,
    )


def about_turned(grid: Grid) -> Issue:
    """What is said of such a sheet: its rows are columns. ``grid``: the exchanged one."""
    what = msg(
        "The parts of this sheet stand side by side, so it was read with its rows and columns "
        "exchanged: where a row is named, count the columns from the left."
    )
    return Issue("W_TURNED", "note", what, grid.name)


def cells_in_the_sheet(
    file: int, sheet: str, row: int, places: Mapping[str, int]
) -> dict[str, FactCell]:
    """The cells that the facts of one part really stand in. ``row`` and ``places``: of the exchanged
    sheet, 1-based."""
    return {name: FactCell(file, sheet, column, row) for name, column in places.items()}
