"""The lists of ``boards.csv`` as the design programs that write such lists would write them.

Each board is one list; its rows were labelled by what a buyer of electronics knows of the parts before
the program was asked. Headings are those of the exports named; the lines are invented or typical.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

LINES = Path(__file__).parent / "boards.csv"
HEADINGS: dict[str, tuple[tuple[str, str], ...]] = {
    "kicad": (
        ("Reference", "designator"),
        ("Qty", "quantity"),
        ("Value", "value"),
        ("DNP", ""),
        ("Exclude from BOM", ""),
        ("Footprint", "footprint"),
        ("Datasheet", ""),
    ),
    "altium": (
        ("Comment", "value"),
        ("Description", "description"),
        ("Designator", "designator"),
        ("Footprint", "footprint"),
        ("Quantity", "quantity"),
        ("Manufacturer", "manufacturer"),
        ("Manufacturer Part Number", "mpn"),
    ),
    "eagle": (
        ("Qty", "quantity"),
        ("Value", "value"),
        ("Package", "footprint"),
        ("Parts", "designator"),
        ("Description", "description"),
    ),
    "orcad": (
        ("Item", "number"),
        ("Quantity", "quantity"),
        ("Reference", "designator"),
        ("Part", "value"),
    ),
    "easyeda": (
        ("No.", "number"),
        ("Quantity", "quantity"),
        ("Comment", "value"),
        ("Designator", "designator"),
        ("Footprint", "footprint"),
        ("Manufacturer Part", "mpn"),
        ("Manufacturer", "manufacturer"),
    ),
    "cabinet": (
        ("BMK", "designator"),
        ("Menge", "quantity"),
        ("Bezeichnung", "value"),
        ("Hersteller", "manufacturer"),
    ),
    "machine": (("Pos.", "designator"), ("Qty", "quantity"), ("Description", "value")),
}


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One line of a board: its cells by column of ``boards.csv``, and the verdicts that are right."""

    board: str
    cells: dict[str, str]
    verdicts: frozenset[str]


def boards(of: Path = LINES) -> dict[str, list[BoardRow]]:
    """The boards of a file of labelled lines by name, rows in its order."""
    found: dict[str, list[BoardRow]] = {}
    with of.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            line = BoardRow(row["board"], row, frozenset(row["verdicts"].split("|")))
            found.setdefault(line.board, []).append(line)
    return found


def as_csv(name: str, rows: list[BoardRow]) -> str:
    """The list as its program writes it."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(heading for heading, _ in HEADINGS[name])
    for number, row in enumerate(rows, start=1):
        writer.writerow(_cells(name, row, number))
    return out.getvalue()


def _cells(name: str, row: BoardRow, number: int) -> Iterator[str]:
    for _, column in HEADINGS[name]:
        yield str(number) if column == "number" else row.cells.get(column, "")
