"""Sheets with two tables beside one another, and sheets that only look so.

``beside_lists.txt``: written down and frozen in a commit before its one run. A sheet begins with
``# NAME``; ``> all A = 1 | B = 2 | C`` names every part on it by its number or name, with how many
of it there are where that is said.
"""

from dataclasses import dataclass, field
from pathlib import Path

from tests.workbooks.build import make_xlsx
from tests.workbooks.desk_lists import Cell, _cell

LISTS = Path(__file__).with_suffix(".txt")


@dataclass
class Beside:
    """``parts``: number or name to its quantity, None where none is said."""

    name: str
    rows: list[list[Cell]] = field(default_factory=list)
    parts: dict[str, float | None] = field(default_factory=dict)

    def write(self, folder: Path) -> Path:
        """The sheet as a workbook."""
        return make_xlsx(folder / "list.xlsx", {"Parts": self.rows})


def beside_lists() -> list[Beside]:
    """All sheets of the file, in its order."""
    found: list[Beside] = []
    for line in LISTS.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            found.append(Beside(line[2:]))
        elif line.startswith("> all "):
            for said in line.removeprefix("> all ").split(" | "):
                name, _, count = said.partition(" = ")
                found[-1].parts[name] = float(count) if count else None
        elif line:
            found[-1].rows.append([_cell(cell) for cell in line.split(" | ")])
    return found
