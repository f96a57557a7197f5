"""What a workbook holds as it was found, before anything is made of it. Runs in the reader child only."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from desktop_app.intake import ooxml

MOST_SHEETS = 500
"""Sheets of a workbook that are read; how many more there are is said."""


class SheetRows:
    """The rows of a sheet that calamine read, all of one width, made as they are asked for: a million
    rows of cells as Python's objects take more memory than all that is kept of them."""

    def __init__(self, sheet: Any, above: int) -> None:
        self._sheet, self._above, self.width = sheet, above, int(sheet.width)

    def __len__(self) -> int:
        """Number of rows, the ``above`` empty ones at the top left out."""
        return int(self._sheet.height)

    def __iter__(self) -> Iterator[list[Any]]:
        """Each time anew."""
        return islice(self._sheet.iter_rows(), self._above, None)


@dataclass
class RawSheet:
    """Cells as found: cell j of row i stands at sheet row first_row + i, column first_column + j.

    Values are text, float, bool, date, datetime or ''. Places in ``errors`` and the rest are
    1-based sheet rows and columns. ``are_lines_cut``: each row was one cell, a line of text.
    """

    name: str
    rows: list[list[Any]] | SheetRows
    first_row: int = 1
    first_column: int = 1
    notes: ooxml.SheetNotes = field(default_factory=ooxml.SheetNotes)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    are_lines_cut: bool = False

    @property
    def width(self) -> int:
        """Cells of the longest row."""
        if isinstance(self.rows, SheetRows):
            return self.rows.width
        return max(map(len, self.rows), default=0)

    @property
    def cells(self) -> int:
        """Cells of all rows together."""
        if isinstance(self.rows, SheetRows):
            return self.rows.width * len(self.rows)
        return sum(map(len, self.rows))


@dataclass
class RawWorkbook:
    """``format`` is what the bytes are. ``encoding``, ``doubtful_lines`` and ``open_quote``, the line of
    a quotation mark that is never closed, only for text files. ``unread_sheets``: how many sheets are
    beyond the number that is read. ``lost_sheets``: those whose part of the file is missing or broken."""

    format: str
    sheets: list[RawSheet]
    encoding: str | None = None
    has_macros: bool = False
    second_reader: bool = False
    links: int = 0
    doubtful_lines: list[int] = field(default_factory=list)
    open_quote: int = 0
    unread_sheets: int = 0
    lost_sheets: list[str] = field(default_factory=list)
    is_broken: bool = False
