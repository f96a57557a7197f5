"""Which rows of a list of stock are of one part: the same number in the same plant, and the same thing."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from desktop_app.intake.lent_rows import plain
from desktop_app.intake.values import same_unit
from desktop_app.model.parts import PartTable

Rows = NDArray[np.intp]
Codes = NDArray[np.int64]
Flags = NDArray[np.bool_]
Numbers = NDArray[np.float64]

OF_A_THING = (
    "plant", "description", "goes_into", "substance", "cas_number", "magnet_grade", "material",
    "reference_designator",
)  # fmt: skip
"""Where rows differ in one of these they are about two things, or two uses of one."""
OF_A_SOURCE = (
    "mpn", "supplier", "manufacturer", "country_of_origin", "ships_from", "leaves_china", "supplier_country",
    "hs_code", "declaration", "end_use", "currency",
)  # fmt: skip
"""Where they differ in one of these they are one part that stays several rows."""


@dataclass(frozen=True, eq=False)
class Group:
    """Rows that share a number and a plant, parallel arrays: ``group`` of those, ``part`` of those that stay
    one row. First in each come those whose stock is free, then in the order of the list."""

    row: Rows
    group: Codes
    part: Codes
    taken: Flags
    mixed: Flags
    """Per group: its rows count in units of several kinds."""

    def chosen(self, which: Flags) -> "Group":
        """The rows of some groups. ``which``: per row."""
        return Group(
            self.row[which], self.group[which], self.part[which], self.taken[which], self.mixed
        )


def grouped(parts: PartTable, rows: Rows, not_usable: frozenset[str]) -> Group | None:
    """The rows of the table that share a number and a plant with another; None where none do."""
    frame = parts.frame
    number = frame["part_number"].to_numpy()[rows]
    number = np.where(pd.isna(number), frame["mpn"].to_numpy()[rows], number)
    numbers, _ = pd.factorize(number)
    again = np.zeros(len(rows), dtype=np.bool_)
    again[numbers >= 0] = np.bincount(numbers[numbers >= 0])[numbers[numbers >= 0]] > 1
    if not again.any():
        return None
    rows, numbers = rows[again], numbers[again]
    group = _joined(numbers, _apart(frame, rows, numbers, OF_A_THING))
    several = np.bincount(group)[group] > 1
    rows, group = rows[several], _joined(group[several], np.zeros(1, np.int64))
    if not len(rows):
        return None
    part = _joined(group, _apart(frame, rows, group, OF_A_SOURCE))
    marks = frame["special_stock"].to_numpy()[rows].tolist()
    taken = np.array(
        [isinstance(m, str) and m.strip().casefold() in not_usable for m in marks], np.bool_
    )
    most, least = ends(group, _kinds_of_units(frame["unit"].to_numpy()[rows]))
    order = np.lexsort((rows, taken, group))
    return Group(rows[order], group[order], part[order], taken[order], most > least)


def first_of(keys: Codes, rows: Rows, size: int = 0) -> Rows:
    """Per key its first row in the order given, -1 where it has none."""
    found = np.full(max(size, int(keys.max(initial=-1)) + 1), -1, dtype=np.intp)
    found[keys[::-1]] = rows[::-1]
    return found


def ends(keys: Codes, values: Numbers) -> tuple[Numbers, Numbers]:
    """Per key its greatest and its least value; NaN where it has none."""
    most, least = (np.full(int(keys.max(initial=-1)) + 1, np.nan) for _ in range(2))
    np.fmax.at(most, keys, values)
    np.fmin.at(least, keys, values)
    return most, least


def pairs(one: NDArray[Any], other: NDArray[Any]) -> list[tuple[int, int]]:
    """Two arrays side by side, as plain numbers."""
    return list(zip(one.tolist(), other.tolist(), strict=True))


def _kinds_of_units(units: NDArray[Any]) -> NDArray[np.float64]:
    """A number per unit that counts something else, NaN where none is said."""
    codes, texts = pd.factorize(np.asarray(units, dtype=object))
    first = [next(n for n, one in enumerate(texts) if same_unit(one, text)) for text in texts]
    return np.array([*map(float, first), np.nan])[codes]


def _apart(frame: pd.DataFrame, rows: Rows, group: Codes, names: tuple[str, ...]) -> Codes:
    """A number per row by which it differs from others of its group. What is said by some of them alone
    holds for all."""
    found = np.zeros(len(rows), dtype=np.int64)
    for name in names:
        if name not in frame:
            continue
        codes = _compared(frame[name].to_numpy()[rows])
        if not codes.any():
            continue
        most = np.zeros(int(group.max()) + 1, dtype=np.int64)
        least = np.full(len(most), np.iinfo(np.int64).max)
        np.maximum.at(most, group, codes)
        np.minimum.at(least, group, np.where(codes > 0, codes, np.iinfo(np.int64).max))
        differs = (most > 0) & (most != least)
        found = _joined(found, np.where(differs[group], codes, 0))
    return found


def _compared(values: NDArray[Any]) -> Codes:
    """A number per text without its blanks and capitals, 0 where there is none."""
    codes, texts = pd.factorize(np.asarray(values, dtype=object))
    same, _ = pd.factorize(np.array([plain(str(text)) for text in texts], dtype=object))
    return np.append(same + 1, 0)[codes].astype(np.int64)


def _joined(one: NDArray[Any], other: NDArray[Any]) -> Codes:
    _, found = np.unique(one * (int(other.max(initial=0)) + 1) + other, return_inverse=True)
    return found.astype(np.int64)


def is_repeated(group: Codes, stock: Numbers, *, is_likely: bool) -> bool:
    """Whether the list repeats the stock of the part in each row: in no part of several do they differ,
    and two parts have different stock, or other columns make it ``is_likely``. Boxes of one size are alike
    everywhere."""
    most, least = ends(group, stock)
    several = most[np.bincount(group, minlength=len(most)) > 1]
    is_alike = bool((most[np.isfinite(most)] == least[np.isfinite(most)]).all())
    return is_alike and (is_likely or len(np.unique(several)) > 1)
