"""Every list that the sets of this folder hold, as sheets of cells and the kind of file each stands in."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from openpyxl import load_workbook

from tests.workbooks.build import make_xlsx
from tests.workbooks.desk_lists import (
    SYSTEM_LISTS,
    TRADE_LISTS,
    Cell,
    DeskList,
    desk_lists,
)
from tests.workbooks.fresh_lists import fresh_lists

Cells = list[list[Cell]]


@dataclass(frozen=True)
class Listed:
    """``sheets``: name to rows; ``judged``: the sheet that is changed; ``container`` as in ``DeskList``."""

    name: str
    container: str
    sheets: dict[str, Cells]
    judged: str

    @property
    def cells(self) -> Cells:
        return self.sheets[self.judged]

    @property
    def is_text(self) -> bool:
        return self.container.startswith("text")

    def having(self, cells: Cells) -> "Listed":
        return replace(self, sheets={**self.sheets, self.judged: cells})

    def write(self, folder: Path) -> Path:
        """The list as a file; several sheets can only be a workbook."""
        if self.container == "xlsx":
            return make_xlsx(folder / "list.xlsx", self.sheets)
        return DeskList(self.name, self.container, self.cells).write(folder)


def all_lists() -> Iterator[Listed]:
    """The lists of all sets, in their order."""
    for desk in (*desk_lists(), *desk_lists(TRADE_LISTS), *desk_lists(SYSTEM_LISTS)):
        yield Listed(desk.name, desk.container, {"Parts": desk.rows}, "Parts")
    for made in fresh_lists():
        container = made.container if len(made.sheets) == 1 else "xlsx"
        yield Listed(made.name, container, made.sheets, made.judged)


def from_workbook(path: Path, sheet: str | None = None) -> Listed:
    """The values of a workbook as they are cached, without its formats."""
    book = load_workbook(path, data_only=True)
    sheets = {
        one.title: [[_cell(value) for value in row] for row in one.iter_rows(values_only=True)]
        for one in book.worksheets
    }
    return Listed(path.name, "xlsx", sheets, sheet or next(iter(sheets)))


def _cell(value: object) -> Cell:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    if value is None or isinstance(value, str):
        return value
    return f"{value:%Y-%m-%d}" if isinstance(value, date) else str(value)
