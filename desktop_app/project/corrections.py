"""A user's changes to facts: appended, never written over what was imported, and laid over it anew.

A correction remembers what the file said when it was made. Laid over a newer version of the file it
still fits where the file says the same, is settled where the file now says what the user said, and
no longer fits where the file says a third thing: then the file's newer word counts and the user is
told.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, TypeAlias

import numpy as np
import pandas as pd

from desktop_app.model.parts import (
    FLAG_FIELDS,
    NUMBER_FIELDS,
    PLANNING_FIELDS,
    TEXT_FIELDS,
    PartTable,
)
from desktop_app.project.keys import PartIndex, PartKey, index_of

Fact: TypeAlias = str | float | bool | date | None
Fit: TypeAlias = Literal["fits", "settled", "changed", "gone"]

CORRECTABLE = (*TEXT_FIELDS, *NUMBER_FIELDS, *FLAG_FIELDS, *PLANNING_FIELDS)
FLAGS = frozenset((*FLAG_FIELDS, "lead_time_holds_licence"))
DAYS = frozenset(("confirmed_date", "requirement_date", "stock_date"))


@dataclass(frozen=True, slots=True)
class Correction:
    """``imported``: what the file said; ``old``: what was shown before; ``new``: None makes the
    fact unknown. ``nth``: which of several rows with this key, None all of them. ``label``: what
    the part is called on the screen. Who made it and when stands in the activity it belongs to.
    """

    part: PartKey
    field: str
    imported: Fact
    old: Fact
    new: Fact
    reason: str = ""
    nth: int | None = None
    label: str = ""

    def __post_init__(self) -> None:
        """Raises ValueError where the field cannot hold the value."""
        if self.field not in CORRECTABLE:
            raise ValueError(f"no field {self.field!r} to correct")
        if not _can_hold(self.field, self.new):
            raise ValueError(f"{self.field!r} cannot be {self.new!r}")

    @property
    def place(self) -> tuple[PartKey, str, int | None]:
        """What it corrects; of several corrections of one place the last counts."""
        return self.part, self.field, self.nth


@dataclass(frozen=True, slots=True)
class Laid:
    """How a correction sits on a table: the parts it changed, and what the file says there now."""

    correction: Correction
    fit: Fit
    parts: tuple[int, ...] = ()
    file_says: Fact = None


def correct(
    index: PartIndex, shown: PartTable, part_id: int, field: str, new: Fact, *, reason: str = ""
) -> Correction:
    """A correction of one fact of one part. ``index``: of the parts as imported; ``shown``: with
    the corrections so far. Raises ValueError where the field cannot hold the value.
    """
    imported = index.parts
    return Correction(
        part=index.key_of(part_id),
        field=field,
        imported=imported.value(part_id, field),
        old=shown.value(part_id, field),
        new=new,
        reason=reason,
        nth=index.nth(part_id),
        label=_label(imported, part_id),
    )


def _label(parts: PartTable, part_id: int) -> str:
    named = (parts.value(part_id, name) for name in ("part_number", "mpn", "description"))
    return str(next((name for name in named if name), ""))


def lay_corrections(
    parts: PartTable, corrections: Sequence[Correction]
) -> tuple[PartTable, tuple[Laid, ...]]:
    """The table with the corrections on it, and how each of them fits. The input stays as it is.

    Later corrections of one place win. A corrected fact that could not be read is readable now.
    """
    if not corrections:
        return parts, ()
    index = index_of(parts)
    last = {correction.place: correction for correction in corrections}
    laid = [_fit(correction, parts, index) for correction in last.values()]
    fitting = [entry for entry in laid if entry.fit == "fits"]
    return _changed(parts, fitting), tuple(laid)


def _fit(correction: Correction, parts: PartTable, index: PartIndex) -> Laid:
    rows = index.find(correction.part)
    if correction.nth is not None:
        rows = rows[correction.nth : correction.nth + 1]
    if not rows:
        return Laid(correction, "gone")
    says = {row: parts.value(row, correction.field) for row in rows}
    same = tuple(row for row in rows if _equal(says[row], correction.imported))
    if same:
        return Laid(correction, "fits", same, correction.imported)
    if any(_equal(said, correction.new) for said in says.values()):
        return Laid(correction, "settled", (), correction.new)
    return Laid(correction, "changed", rows, says[rows[0]])


def _changed(parts: PartTable, laid: Iterable[Laid]) -> PartTable:
    columns: dict[str, list[Laid]] = {}
    for entry in laid:
        columns.setdefault(entry.correction.field, []).append(entry)
    frame = parts.frame.copy(deep=False)  # whole columns are replaced, none is written to
    for name, entries in columns.items():
        values = frame[name].to_numpy(copy=True)
        for entry in entries:
            new = entry.correction.new
            empty = np.nan if name in NUMBER_FIELDS else None
            values[list(entry.parts)] = empty if new is None else new
        # with its dtype: pandas makes text of an array of objects, and NaN of None
        frame[name] = pd.Series(values, dtype=values.dtype, index=frame.index)
    return replace(
        parts,
        frame=frame,
        unreadable=_readable(parts.unreadable, columns),
        conflicts={
            part: left
            for part, found in parts.conflicts.items()
            if (left := tuple(c for c in found if part not in _touched(columns.get(c.field, ()))))
        },
    )


def _readable(
    unreadable: Mapping[int, tuple[str, ...]], columns: Mapping[str, list[Laid]]
) -> dict[int, tuple[str, ...]]:
    touched = {name: _touched(entries) for name, entries in columns.items()}
    left = {
        part: tuple(name for name in names if part not in touched.get(name, ()))
        for part, names in unreadable.items()
    }
    return {part: names for part, names in left.items() if names}


def _touched(entries: Iterable[Laid]) -> set[int]:
    return {part for entry in entries for part in entry.parts}


def _equal(one: Fact, other: Fact) -> bool:
    return one == other and isinstance(one, bool) == isinstance(other, bool)


def _can_hold(field: str, value: Fact) -> bool:
    if value is None:
        return True
    if field in NUMBER_FIELDS:
        return isinstance(value, int | float) and not isinstance(value, bool)
    if field in FLAGS:
        return isinstance(value, bool)
    if field in DAYS:
        return isinstance(value, date)
    return isinstance(value, str)
