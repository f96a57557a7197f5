"""Lists as they reach a purchasing desk, written down with what must be read from them.

``desk_lists.txt`` holds them. A list begins with ``# name, container``; then its rows, cells between
`` | ``; then what is expected: ``> heading ROW``, ``> column N FIELD`` (``-``: not used), ``> parts
ROWS`` and ``> row N FACT = VALUE`` (empty: unknown). Where parts stand side by side, ``> count N`` and
``> nth N FACT = VALUE`` speak of the parts in their order. An apostrophe before a cell keeps digits as text;
a lone apostrophe is a cell with an empty text. ``\\n`` is a line break in a cell.
"""

import csv
import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.workbooks.binary import make_xls, make_xlsb
from tests.workbooks.build import Rows, make_ods, make_xlsx

LISTS = Path(__file__).with_name("desk_lists.txt")
TRADE_LISTS = Path(__file__).with_name("trade_lists.txt")
"""A second set, written by another hand before it had read how tables are found."""
SYSTEM_LISTS = Path(__file__).with_name("system_lists.txt")
"""A third set, of kinds that were read wrongly in files nobody had looked at before."""
Cell = str | float | None


@dataclass
class DeskList:
    """One list. ``heading``: row of the last heading line, 0 without one, None where no list is.

    ``facts``: (row, fact) to its value; ``nth``: the same by the number of the part; ``parts``: the
    rows that are parts, None where not said.
    """

    name: str
    container: str
    rows: list[list[Cell]] = field(default_factory=list)
    heading: int | None = None
    columns: dict[int, str | None] = field(default_factory=dict)
    parts: list[int] | None = None
    facts: dict[tuple[int, str], Cell] = field(default_factory=dict)
    count: int | None = None
    nth: dict[tuple[int, str], Cell] = field(default_factory=dict)

    def write(self, folder: Path) -> Path:
        """The list as a file of its container."""
        kind, _, more = self.container.partition(":")
        if kind == "text":
            return self._write_text(folder / "list.csv", *more.split(":"))
        return WRITERS[kind](folder / f"list.{kind}", self.rows)

    def _write_text(self, target: Path, encoding: str, separator: str) -> Path:
        out = io.StringIO(newline="")
        sign = {"tab": "\t", "semicolon": ";", "comma": ",", "bar": "|"}[separator]
        told = [["" if cell is None else cell for cell in row] for row in self.rows]
        csv.writer(out, delimiter=sign).writerows(told)
        target.write_bytes(out.getvalue().encode(encoding))
        return target


def _as_xlsx(target: Path, rows: Rows) -> Path:
    return make_xlsx(target, {"Parts": rows})


WRITERS: Mapping[str, Callable[[Path, Rows], Path]] = {
    "xlsx": _as_xlsx, "xlsb": make_xlsb, "xls": make_xls, "ods": make_ods,
}  # fmt: skip


def desk_lists(source: Path = LISTS) -> list[DeskList]:
    """All lists of the file, in its order."""
    found: list[DeskList] = []
    for line in source.read_text(encoding="utf-8").split("\n"):
        if line.startswith("# "):
            name, _, container = line[2:].partition(", ")
            found.append(DeskList(name, container))
        elif line.startswith("> "):
            _expect(found[-1], line[2:])
        elif found and line != "":
            found[-1].rows.append([_cell(cell) for cell in line.split(" | ")])
    return found


def _expect(made: DeskList, said: str) -> None:
    what, _, rest = said.partition(" ")
    if what == "heading":
        made.heading = int(rest)
    elif what == "parts":
        made.parts = [int(row) for row in rest.split()]
    elif what == "count":
        made.count = int(rest)
    elif what == "column":
        number, _, name = rest.partition(" ")
        made.columns[int(number)] = None if name == "-" else name
    else:
        place, _, value = rest.partition(" = ")
        row, _, fact = place.partition(" ")
        facts = made.nth if what == "nth" else made.facts
        facts[int(row), fact.removesuffix(" =")] = _cell(value)


def _cell(text: str) -> Cell:
    plain = text.replace("\\n", "\n")
    if plain in ("", "~"):
        return None
    if plain.startswith("'"):
        return plain[1:]
    try:
        return float(plain)
    except ValueError:
        return plain
