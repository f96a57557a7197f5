"""What a sheet is made of: columns with a form, rows of plain values, no cell of any library."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

Format: TypeAlias = Literal["text", "count", "number", "percent", "money", "day"]
Value: TypeAlias = str | int | float | date | None
"""What a cell may hold; None is an empty cell."""


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """``width`` in characters."""

    title: str
    form: Format = "text"
    width: float = 14.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table: a stable id, its sheet name, its columns and rows. ``frozen``: columns that stay."""

    id: str
    title: str
    columns: tuple[SheetColumn, ...]
    rows: Iterable[Sequence[Value]]
    frozen: int = 1
