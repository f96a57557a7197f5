"""Lists of supply and demand whose amounts have no signs: a column says which lines are needed, which
come in and which are there.

Business Central, Oracle and Chinese systems print them so. Read as a list of parts every line would be
bought, and as one of needs the orders too.
"""

from collections.abc import Iterator, Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from desktop_app.intake.grid import Grid, shown
from desktop_app.intake.headings import HeadingBook
from desktop_app.intake.planned_lists import (
    FEWEST,
    FEWEST_HEADINGS,
    Planned,
    amounts_of,
    bare,
    columns_of,
    days_of,
    is_of,
    materials_of,
    names_any,
    words_of,
)
from desktop_app.intake.title_lines import HIGHEST_TITLE

MOST_KINDS = 20
"""Different words for the lines of a list. Own judgement."""
KNOWN = 0.9
"""Share of the lines whose word must be known, and that must have an amount. Own judgement."""
BUILT = "built"
ORDERED = "purchase order"
"""What a line that comes in is called from here on, a word of the table."""


def unsigned_list(grid: Grid, book: HeadingBook) -> Planned | None:
    """The list of a sheet, if it is of that kind."""
    for heading in range(min(grid.height, HIGHEST_TITLE)):
        row = grid.row(heading)
        if sum(isinstance(value, str) for value in row) < FEWEST_HEADINGS:
            continue
        headings = [shown(value) for value in row]
        kinds = words_of("element") | words_of("kind_of_line")
        for element, text in enumerate(headings):
            if text and bare(text) in kinds:
                found = _told(grid, book, headings, heading, element)
                if found is not None:
                    return found
    return None


def _told(
    grid: Grid, book: HeadingBook, headings: list[str], heading: int, element: int
) -> Planned | None:
    rows = np.arange(heading + 1, grid.height, dtype=np.intp)
    rows = rows[grid.columns[element].filled[rows]]
    cells = grid.columns[element].take(rows)
    if len(rows) < FEWEST or len(cells.values) > MOST_KINDS:
        return None
    of_cell = np.array([_kind(shown(value)) for value in cells.values])
    kinds = of_cell[cells.codes]
    present = set(kinds.tolist())
    if (kinds == "").mean() > 1 - KNOWN or not present & {"need", BUILT} or len(present - {""}) < 2:
        return None
    columns = columns_of(grid, book, headings, rows) | {"element": element}
    numbers, texts = materials_of(grid, book, columns, range(0), rows)
    if not {"number", "day"} <= columns.keys() or not all(numbers):
        return None
    kinds, is_built = _built_or_used(kinds, numbers), kinds == BUILT
    if "need" not in kinds.tolist():
        return None
    amount = _amount(grid, book, headings, columns, rows)
    if amount is None:
        return None
    at, counted = amount
    is_stock, is_needed = kinds == "stock", kinds == "need"
    planned = _planned(grid, headings, columns, rows)
    # What is kept in reserve is part of the stock, and nobody has ordered it.
    is_kept = np.array([is_of(shown(value), "safety") for value in cells.values], dtype=np.bool_)
    comes = (kinds == "supply") & ~planned & ~is_kept[cells.codes] & ~is_built
    elements = [
        "stock" if stock else ORDERED if order else ""
        for stock, order in zip(is_stock, comes, strict=True)
    ]
    return Planned(
        heading=heading,
        headings=headings,
        columns=columns | {"amount": at},
        lines=rows,
        number=numbers,
        text=texts,
        element=elements,
        day=days_of(grid, columns["day"], rows),
        amount=np.where(is_stock, np.nan, np.where(is_needed, -counted, counted)),
        balance=np.where(is_stock, counted, np.nan),
    )


def _kind(text: str) -> str:
    """What a line is called: stock, needed, supplied or built; empty where nobody knows."""
    if is_of(text, "built"):
        return BUILT
    if is_of(text, "stock") or is_of(text, "safety"):
        return "stock" if is_of(text, "stock") else "supply"
    if names_any(text, "needed") or names_any(text, "issued"):
        return "need"
    is_supply = (
        is_of(text, "order") or names_any(text, "supplied") or names_any(text, "only_planned")
    )
    return "supply" if is_supply else BUILT if names_any(text, "built") else ""


def _built_or_used(kinds: NDArray[np.str_], numbers: Sequence[str]) -> NDArray[np.str_]:
    """Lines that are called work orders: they make a material, or use it up. What is bought is used by
    them, and so is what nothing else of the list needs."""
    frame = pd.DataFrame({"number": numbers, "kind": kinds})
    of_material = {
        kind: (frame["kind"] == kind).groupby(frame["number"]).transform("any").to_numpy()
        for kind in ("need", "supply")
    }
    is_used = of_material["supply"] | ~of_material["need"]
    resolved: NDArray[np.str_] = np.where(
        kinds == BUILT, np.where(is_used, "need", "supply"), kinds
    )
    return resolved


def _planned(
    grid: Grid, headings: Sequence[str], columns: dict[str, int], rows: NDArray[np.intp]
) -> NDArray[np.bool_]:
    """Lines that anything beside calls only planned: nobody has ordered what comes then."""
    found = np.zeros(len(rows), dtype=np.bool_)
    for n in range(len(headings)):
        if n in (columns["number"], columns.get("description")):
            continue
        cells = grid.columns[n].take(rows)
        if len(cells.values) <= MOST_KINDS:
            said = [isinstance(v, str) and names_any(v, "only_planned") for v in cells.values]
            found |= np.array(said, dtype=np.bool_)[cells.codes]
    return found


def _amount(
    grid: Grid,
    book: HeadingBook,
    headings: Sequence[str],
    columns: dict[str, int],
    rows: NDArray[np.intp],
) -> tuple[int, NDArray[np.float64]] | None:
    """The one column of amounts, none below zero, and the amounts."""
    found = list(_amounts(grid, headings, columns, rows))
    if len(found) > 1:
        called = [one for one in found if _is_quantity(book, headings[one[0]])]
        found = called if len(called) == 1 else []
    return found[0] if found else None


def _amounts(
    grid: Grid, headings: Sequence[str], columns: dict[str, int], rows: NDArray[np.intp]
) -> Iterator[tuple[int, NDArray[np.float64]]]:
    for n, heading in enumerate(headings):
        if not heading or n in columns.values():
            continue
        amount = amounts_of(grid, n, rows)
        if np.isfinite(amount).mean() >= KNOWN and not (amount < 0).any():
            yield n, amount


def _is_quantity(book: HeadingBook, heading: str) -> bool:
    return any(m.field in ("quantity", "requirement_quantity") for m in book.meanings(heading))
