"""How deep each row of a bill lies: by a level (1, .1, ..2), by places such as 1.2.3, or by names set in."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from desktop_app.intake.cells_read import Facts
from desktop_app.intake.grid import Grid, shown
from desktop_app.intake.planned_lists import bare, words_of
from desktop_app.intake.tables import Table
from desktop_app.intake.tree_places import is_tree
from desktop_app.model.parts import PartTable

ONE_PRODUCT = "one_product"
"""Under which a table keeps the place of its levels where all its rows lie below the first."""
IN_PRODUCT = "quantity_in_product"
SET_IN = ("description", "part_number", "mpn")
"""Fields whose texts may be set in by blanks."""
LOOKED_AT, BEGINNING = 3, 50
"""Cells of a column that must be levels before all are looked at, and that must go down to a second one."""
JUMPING = 0.1
"""Share of the steps down that may leave a level out. Own judgement."""
MOST_LEVELS = 20
"""Levels of a bill; more different beginnings of blanks are no levels. Own judgement."""
SET_IN_SHARE = 0.4
"""Share of the rows that lie below others at least where names are set in. Own judgement."""
_PLACE_IN_TREE = re.compile(r"\d+(\.\d+)+\.?")
_PLACE = re.compile(r"\d{1,4}(\.\d{1,4})*\.?")
_DOTTED = re.compile(r"\.+\d{1,2}")
_LOST = re.compile(r"0\.\d")
_ABOVE_NOUGHT = re.compile(r"0*[1-9]\d*")

Depths = NDArray[np.float64]


def levels_of(
    grid: Grid, table: Table, fields: Mapping[str, int], parts: NDArray[np.intp]
) -> tuple[int, Depths] | None:
    """Position of the column that says how deep the rows lie, and the depth of each part; None where they all
    lie on one level or nothing says it. ``parts``: positions of the rows in the sheet."""
    found = _levels(grid, table, fields, parts)
    if found is None:
        return None
    known = found[1][np.isfinite(found[1])]
    return found if len(known) and known.min() < known.max() else None


def follow_one_another(depths: Depths) -> bool:
    """Whether levels are in the order of a bill, each thing right below what it lies in. They are not where the
    list was sorted or filtered, or where they are levels of something else."""
    known = depths[np.isfinite(depths)]
    steps = np.diff(known)
    jumps = int((steps > 1).sum())
    return bool(known[0] == known.min()) and jumps <= max(1, JUMPING * int((steps > 0).sum()))


def _levels(
    grid: Grid, table: Table, fields: Mapping[str, int], parts: NDArray[np.intp]
) -> tuple[int, Depths] | None:
    if "bom_level" in fields:
        return fields["bom_level"], depths_of(grid, parts, fields["bom_level"])
    used = set(fields.values())
    for n, heading in enumerate(table.headings[: len(grid.columns)]):
        is_free = heading and n not in used
        if is_free and (_are_places(grid, n, heading, parts) or _are_dotted(grid, n, parts)):
            return n, depths_of(grid, parts, n)
    for n in [fields[name] for name in SET_IN if name in fields]:
        depths = _set_in(grid, n, parts)
        if depths is not None:
            return n, depths
    return None


def depths_of(grid: Grid, parts: NDArray[np.intp], position: int) -> Depths:
    """The depth that the level of each row says; NaN where it says none. ``parts``: positions of the rows in
    the sheet; ``position``: of the column of levels."""
    column = grid.columns[position].take(parts)
    said = _with_lost_points([shown(value) for value in column.values])
    if not any(map(_ABOVE_NOUGHT.fullmatch, said)):
        said = [text.removeprefix("-") for text in said]  # 0, -1, -2: counted downwards
    is_places = any(map(_PLACE_IN_TREE.fullmatch, said))
    found: Depths = np.array([_depth(text, is_tree=is_places) for text in said])
    return found[column.codes]


def _with_lost_points(said: Sequence[str]) -> list[str]:
    """Levels as they were written: beside ..2 a spreadsheet made 0.1 of .1."""
    is_dotted = any(map(_DOTTED.fullmatch, said))
    return [text[1:] if is_dotted and _LOST.fullmatch(text) else text for text in said]


def _are_places(grid: Grid, position: int, heading: str, parts: NDArray[np.intp]) -> bool:
    """Whether a column says 1, 1.1, 1.1.1 of the parts. Numbers such as 1, 1.5, 2 under another heading are
    amounts."""
    column = grid.columns[position]
    first = [shown(column.values[code]) for code in column.codes[parts[:BEGINNING]].tolist()]
    if not all(map(_PLACE.fullmatch, first)) or not any("." in text.strip(".") for text in first):
        return False
    said = [shown(value) for value in column.values]
    texts = [said[code] for code in column.codes[parts].tolist()]
    is_deep = any(text.strip(".").count(".") > 1 for text in texts)
    return (is_deep or bare(heading) in words_of("bill_place")) and is_tree(texts)


def _are_dotted(grid: Grid, position: int, parts: NDArray[np.intp]) -> bool:
    """Whether a column says .1, ..2, ...3 of the parts, whatever its heading."""
    column = grid.columns[position]
    first = [shown(column.values[code]) for code in column.codes[parts[:LOOKED_AT]].tolist()]
    if not all(map(_DOTTED.fullmatch, _with_lost_points(first))):
        return False
    used = _with_lost_points(
        [shown(column.values[code]) for code in np.unique(column.codes[parts]).tolist()]
    )
    return all(_DOTTED.fullmatch(text) and text.count(".") == int(text.strip(".")) for text in used)


def _set_in(grid: Grid, position: int, parts: NDArray[np.intp]) -> Depths | None:
    """Depths by the blanks before the texts of a column, where they go in step by step; None otherwise. A
    lone blank is a slip, and few rows that are set in say something else of the one above them."""
    indents = grid.columns[position].indents
    if indents is None or len(parts) < LOOKED_AT:
        return None
    own = indents[parts]
    if (own == 1).any() or (own > 0).mean() < SET_IN_SHARE:
        return None
    steps, depths = np.unique(own, return_inverse=True)
    goes_in = all(later <= earlier + 1 for earlier, later in pairwise(depths.tolist()))
    is_bill = goes_in and depths[0] == 0 and 1 < len(steps) <= MOST_LEVELS
    return depths.astype(np.float64) + 1.0 if is_bill else None


def settle_one_product(grid: Grid, position: int, depths: Depths, facts: Facts) -> None:
    """Notes that all rows of a bill lie below its first, the product that they go into. ``position``: of the
    column that says how deep they lie."""
    if len(depths) > 1 and bool((depths[1:] > depths[0]).all()):
        facts.settled[ONE_PRODUCT] = position + grid.first_column


def _depth(text: str, *, is_tree: bool) -> float:
    """NaN never compares as deeper. Where some say places such as 1.2, a lone 2 is the second branch and no
    second level."""
    digits = text.strip(". ")
    if not digits.replace(".", "").isdigit():
        return float("nan")
    return digits.count(".") + 1.0 if is_tree else float(digits)


def amounts_in_product(parts: PartTable) -> NDArray[np.float64]:
    """How many of each part go into what is built; NaN where nobody knows. That is the quantity of its row,
    unless its list is a bill of several levels, which says it of an assembly."""
    told = [number for number, fields in enumerate(parts.columns) if IN_PRODUCT in fields]
    is_told = parts.frame["table"].isin(told).to_numpy(dtype=np.bool_)
    return np.where(is_told, parts.number(IN_PRODUCT), parts.number("quantity"))
