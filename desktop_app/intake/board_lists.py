"""Lists of circuit boards: where each part stands on the board, and the footprint it has there.

A column counts only where its cells look like places (C1, C2) and something else of the list says that
it is one of a board: its heading, a column of footprints, or cells that name several places. Machines
number their parts M1, R2 as well.
"""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from desktop_app.intake.cells_read import Facts
from desktop_app.intake.grid import Column, Grid, shown
from desktop_app.intake.headings import normalise
from desktop_app.intake.planned_lists import bare, words_of
from desktop_app.intake.tables import Table
from desktop_app.intake.vague_headings import LINE_HEADINGS, VAGUE_NUMBERS, VAGUE_THINGS
from desktop_app.model.designators import designators_in
from desktop_app.model.findings import Issue, nmsg

MOSTLY = 0.6
"""Share of the filled cells that must name places on a board: real lists have a few such as "MOTOR" and
"+5V" between them. Own judgement."""
FEW = 0.34
"""Share of the lines up to which other numbers of pieces than places look like slips. Own judgement."""
_VAGUE = LINE_HEADINGS | VAGUE_NUMBERS | VAGUE_THINGS


def settle_board(
    grid: Grid, table: Table, fields: Mapping[str, int], parts: NDArray[np.intp], facts: Facts
) -> dict[str, int]:
    """Adds the facts of a board's list and says where quantities do not fit. ``parts``: positions of
    the rows in the sheet. Returns by fact the position of its column."""
    position = fields.get("reference_designator")
    if position is None or not len(parts):
        return {}
    places = grid.columns[position].take(parts)
    found = [designators_in(shown(value)) if value is not None else None for value in places.values]
    is_place = np.array([place is not None for place in found], np.bool_)[places.codes]
    if is_place.sum() < MOSTLY * places.filled.sum() or not is_place.any():
        return {}
    footprint = _footprints(grid, table, fields)
    is_vague = normalise(table.headings[position]) in _VAGUE
    if is_vague and footprint is None and not any(p and (p.amount or 0) > 1 for p in found):
        return {}
    facts.columns["reference_designator"] = _texts(places)
    columns = {"reference_designator": position}
    if footprint is not None:
        facts.columns["footprint"] = _texts(grid.columns[footprint].take(parts))
        columns["footprint"] = footprint
    counts = np.array([p.amount if p and p.amount else np.nan for p in found])[places.codes]
    _compare(grid, fields, parts, facts, counts)
    return columns


def _footprints(grid: Grid, table: Table, fields: Mapping[str, int]) -> int | None:
    """The column whose heading says footprint, where nothing else was made of it."""
    used = set(fields.values())
    headings = enumerate(table.headings[: len(grid.columns)])
    said = (n for n, heading in headings if n not in used and heading)
    return next((n for n in said if bare(table.headings[n]) in words_of("footprint")), None)


def _texts(column: Column) -> NDArray[np.object_]:
    values = np.empty(len(column.values), dtype=object)
    values[:] = [None if value is None else shown(value) for value in column.values]
    found: NDArray[np.object_] = values[column.codes]
    return found


def _compare(
    grid: Grid,
    fields: Mapping[str, int],
    parts: NDArray[np.intp],
    facts: Facts,
    counts: NDArray[np.float64],
) -> None:
    """Says where a line names another number of places than pieces, unless many do: then the quantities
    are for several boards, or what is bought with some to spare."""
    quantity = facts.columns.get("quantity")
    if quantity is None or "quantity" not in fields:
        return
    compared = np.isfinite(counts) & np.isfinite(quantity) & (quantity > 0)
    differ = np.flatnonzero(compared & (quantity != counts))
    if not len(differ) or len(differ) > FEW * compared.sum():
        return
    what = nmsg(
        "{n} line names another number of places on the board than pieces; the pieces were used. "
        "Ask whoever made the list which of the two is right.",
        "{n} lines name another number of places on the board than pieces; the pieces were used. "
        "Ask whoever made the list which of the two is right.",
        len(differ),
    )
    row = grid.first_row + int(parts[differ[0]])
    column = grid.first_column + fields["quantity"]
    facts.issues.append(Issue("W_PLACES", "note", what, grid.name, row, column))
