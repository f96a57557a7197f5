"""Columns that name who uses the product: customers, end users, programmes.

They hold no fact of a part by themselves; what they say goes with the use of the part, as a hint.
Known by their whole heading only, so that a customer's part number is not taken for a customer.
"""

import csv
from collections.abc import Iterator, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from desktop_app.intake.grid import Grid, is_error, shown
from desktop_app.intake.headings import normalise
from desktop_app.model.uses import with_beside
from desktop_app.paths import shipped


@cache
def user_headings() -> frozenset[str]:
    """The comparable headings of ``resources/user_headings.csv``."""
    with shipped("resources", "user_headings.csv").open(encoding="utf-8", newline="") as stream:
        return frozenset(
            normalise(heading)
            for row in csv.DictReader(stream)
            for heading in row["headings"].split(";")
        )


def user_columns(headings: Sequence[str], taken: frozenset[int]) -> list[int]:
    """Positions of columns that name users; ``taken``: those that already hold a fact."""
    known = user_headings()
    return [
        place
        for place, heading in enumerate(headings)
        if place not in taken and heading and normalise(heading) in known
    ]


def uses_with_users(
    grid: Grid,
    headings: Sequence[str],
    places: Sequence[int],
    rows: NDArray[np.intp],
    own: Sequence[str | None],
) -> NDArray[np.object_]:
    """The text of the use of each part, joined once per distinct row."""
    columns = [list(_named(grid, headings[place], place, rows)) for place in places]
    known: dict[tuple[str | None, ...], str | None] = {}
    found = np.empty(len(rows), dtype=object)
    for at, row in enumerate(zip(own, *columns, strict=True)):
        if row not in known:
            known[row] = with_beside(row[0], [user for user in row[1:] if user])
        found[at] = known[row]
    return found


def _named(grid: Grid, heading: str, place: int, rows: NDArray[np.intp]) -> Iterator[str | None]:
    """``Heading: name`` for each row, None where the cell is empty or an error."""
    column = grid.columns[place]
    title = " ".join(heading.split()).rstrip(":：")
    said = [
        None if value is None or is_error(value) else f"{title}: {' '.join(shown(value).split())}"
        for value in column.values
    ]
    return (said[code] for code in column.codes[rows].tolist())
