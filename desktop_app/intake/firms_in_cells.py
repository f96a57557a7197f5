"""The column of suppliers where no heading names it and its cells do: firms with their legal forms."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from desktop_app.intake.candidates import ACCEPTED, Candidate, weaker
from desktop_app.intake.firms_above import firm_in
from desktop_app.intake.grid import Grid, shown
from desktop_app.intake.headings import normalise
from desktop_app.intake.last_resorts import NAMES
from desktop_app.intake.looks import Look
from desktop_app.intake.planned_lists import bare, words_of
from desktop_app.intake.readings import Readings, TableView, has
from desktop_app.intake.user_columns import user_headings
from desktop_app.model.findings import msg

FEWEST = 4
"""Cells that show whose names they are at least. Own judgement."""
FIRMS = 0.5
"""Share of the cells that are firms by their legal form; many lists leave it off some. Own judgement."""
TOLD = 0.7
"""Belief in a supplier that only the cells tell; a person is asked to look. Own judgement."""
_BY_CELLS = msg("its heading is not known, but its cells fit")
_UNFIT = msg("its heading fits, but its cells do not")
_OTHER = msg("another column was taken for this; not used")


def suppliers_by_cells(
    readings: Sequence[Candidate], view: TableView, grid: Grid, rows: NDArray[np.intp]
) -> Readings:
    """All readings, with the one column of firms as the supplier where there is none: under a heading
    that is not known, or "Name" beside another column that describes the part."""
    found = _without_names_of_parts(readings, view, grid, rows)
    found = _without_names_of_firms(found, grid, rows)
    if any(has(found, name) for name in ("supplier", "manufacturer")) or view.is_headless:
        return found
    coded = [n for n, look in view.looks.items() if _names_by_number(view, n, look)]
    if len(coded) == 1:
        return [*found, Candidate(coded[0], "supplier", TOLD, _BY_CELLS)]
    firms = [n for n in view.looks if _may_name_firm(found, view, n) and _are_firms(grid, n, rows)]
    if len(firms) != 1:
        return found
    kept = [
        weaker(c, ACCEPTED / 2, _OTHER) if c.column == firms[0] else c for c in found
    ]  # fmt: skip
    return [*kept, Candidate(firms[0], "supplier", TOLD, _BY_CELLS)]


def _names_by_number(view: TableView, column: int, look: Look) -> bool:
    """Words under a heading of the number of the supplier, such as "Buy-from Business Partner": its name."""
    is_of_number = "supplier_number" in view.meanings(column)
    return is_of_number and look.words >= ALL_WORDS and look.code < FIRMS and look.figured < FIRMS


ALL_WORDS = 0.9
"""Share of cells with words from which a column under the number of a firm names it. Own judgement."""


def _without_names_of_parts(
    readings: Sequence[Candidate], view: TableView, grid: Grid, rows: NDArray[np.intp]
) -> Readings:
    """All readings; a "Source" that says of many rows what the part is again names the goods that are bought
    for it, and no firm. Under "Supplier" stand firms, also such as are called as what they make."""
    named = [c.column for c in readings if c.field == "description" and c.confidence >= ACCEPTED]
    repeating = {
        c.column for c in readings
        if c.field == "supplier" and named and bare(view.headings[c.column]) in words_of("sources")
        and _repeats(grid, named[0], c.column, rows[:MOST_ROWS])
    }  # fmt: skip
    return [
        weaker(c, ACCEPTED / 2, _UNFIT) if c.field == "supplier" and c.column in repeating else c
        for c in readings
    ]


def _without_names_of_firms(readings: Readings, grid: Grid, rows: NDArray[np.intp]) -> Readings:
    """All readings; beside a column of firms one that holds nearly only firms with their legal forms says in full
    whose parts these are, where another says what they are: 全称 beside 供应商. "Motor SE" may be a motor."""
    if not any(has(readings, name) for name in ("supplier", "manufacturer")):
        return readings
    firms = {
        c.column for c in readings
        if c.field == "description" and has(readings, "description", besides=c.column)
        and _are_firms(grid, c.column, rows, NEARLY_ALL)
    }  # fmt: skip
    return [
        weaker(c, ACCEPTED / 2, _UNFIT) if c.field == "description" and c.column in firms else c
        for c in readings
    ]


NEARLY_ALL = 0.8
"""Share of firms from which a column names no parts, whatever its heading. Own judgement."""


def _repeats(grid: Grid, name: int, firm: int, rows: NDArray[np.intp]) -> bool:
    parts, firms = grid.columns[name], grid.columns[firm]
    pairs = [
        (shown(parts.values[part]).casefold(), shown(firms.values[said]).casefold())
        for part, said in zip(parts.codes[rows].tolist(), firms.codes[rows].tolist(), strict=True)
    ]
    told = [(part, said) for part, said in pairs if part and said]
    again = sum(
        (len(part) >= SHORTEST_NAME and part in said)
        or len({*part.split()} & {*said.split()}) >= WORDS_ALIKE
        for part, said in told
        if said not in part  # a name of a firm that the part is called by
    )
    return again >= FEWEST and again >= REPEATED * len(told)


MOST_ROWS, SHORTEST_NAME, WORDS_ALIKE, REPEATED = 400, 5, 2, 0.2
"""Rows that are looked at, signs of a name that is no chance, words of it that are none, and the share of rows
whose part is named once more under the firm. Own judgement."""


def _may_name_firm(readings: Readings, view: TableView, column: int) -> bool:
    look = view.looks[column]
    if look.filled < FEWEST or look.words < FIRMS or not view.headings[column]:
        return False
    if look.distinct * look.filled <= 1 or _names_others(view.headings[column]):
        return False  # the firm whose list it is, its customers, who carries the goods
    if view.bare[column] in NAMES:
        return has(readings, "description", besides=column)
    is_taken = any(c.column == column and c.confidence >= ACCEPTED for c in readings)
    return not is_taken and not view.all_meanings(column)


def _names_others(heading: str) -> bool:
    said = bare(heading)
    is_user = normalise(heading) in user_headings() or said in words_of("organisation")
    return is_user or any(word in said for word in words_of("other_firms"))


def _are_firms(grid: Grid, column: int, rows: NDArray[np.intp], share: float = FIRMS) -> bool:
    cells = grid.columns[column]
    codes, times = np.unique(cells.codes[rows], return_counts=True)
    texts = [shown(cells.values[code]) for code in codes.tolist()]
    filled = [(text, n) for text, n in zip(texts, times.tolist(), strict=True) if text]
    all_of_them: int = sum(n for _, n in filled)
    named: int = sum(n for text, n in filled if firm_in(text))
    return all_of_them >= FEWEST and named >= share * all_of_them
