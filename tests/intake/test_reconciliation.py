"""Rows and filled cells of a list are accounted for exactly, whatever container it comes in, and alike in all.

6 lists a run, each in eleven containers; more by LODESTONE_RECONCILED=300.
"""

import os
import tempfile
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from desktop_app.model.reading import Reading
from desktop_app.model.sources import CellCounts, RowCounts, TableFound
from tests.intake.looking import codes
from tests.intake.reading_here import read_here
from tests.workbooks.binary import make_xls, make_xlsb
from tests.workbooks.odd_documents import archive, flat, ods_rows
from tests.workbooks.random_list import CONTAINERS, Made

AMOUNT = int(os.environ.get("LODESTONE_RECONCILED", "6"))
HEADS = ["Part number", "Description", "Quantity", "Unit price", "Zzyx"]
NAMES = ("Ring magnet", "Hex screw", "Servo motor", "Mounting plate", "Cable 2 m")
UNCOUNTED = ("xls",)
"""Containers of which there is no count but the reader's own: the figures are null."""
KNOWN = 4
"""Columns that are facts; the last is kept unread."""
Row = list[str | None]
Rows = list[list[Any]]


def _xlsm(made: Made, folder: Path) -> Path:
    path = replace(made, container="xlsx").write(folder)
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0" + bytes(600))
    return path


def _mhtml(made: Made, folder: Path) -> Path:
    path = replace(made, container="html", encoding="utf-8").write(folder)
    path.write_bytes(archive(path.read_bytes(), "8bit"))
    return path


def _fods(made: Made, folder: Path) -> Path:
    path = folder / "list.fods"
    rows = ods_rows([[cell or "" for cell in row] for row in made.cells])
    empty = '<table:table-cell office:value-type="string"><text:p></text:p></table:table-cell>'
    path.write_bytes(flat(body=rows.replace(empty, "<table:table-cell/>")))
    return path


MORE: Mapping[str, Callable[[Made, Path], Path]] = {
    "xlsm": _xlsm,
    "mhtml": _mhtml,
    "fods": _fods,
    "xlsb": lambda made, folder: make_xlsb(folder / "list.xlsb", made.cells),
    "xls": lambda made, folder: make_xls(folder / "list.xls", made.cells),
}


@st.composite
def listed(draw: Callable[..., Any]) -> tuple[Rows, RowCounts, CellCounts]:
    """Rows below the headings, how many there are of each kind, and of their cells."""
    rows: list[Row] = []
    parts = draw(st.integers(2, 9))
    duplicates = blank = used = kept = skipped = 0
    for number in range(parts):
        pieces = draw(st.sampled_from((None, "4", "120", "9")))
        price = draw(st.sampled_from((None, "1.5", "0.25")))
        unread = draw(st.sampled_from((None, "ok", "x")))
        row: Row = [f"A-{number:03d}", NAMES[number % len(NAMES)], pieces, price, unread]
        rows.append(row)
        used += _filled(row[:KNOWN])
        kept += _filled(row[KNOWN:])
        if draw(st.integers(0, 4)) == 0:
            rows.append(list(row))
            duplicates += 1
            skipped += _filled(row)
        if number + 1 < parts and draw(st.integers(0, 4)) == 0:
            rows.append([None] * len(HEADS))
            blank += 1
    totals = draw(st.integers(0, 1))
    if totals:
        rows.append(["Total", None, "13", None, None])
        skipped += 2
    counts = RowCounts(len(rows), parts, duplicates, totals, blank)
    return rows, counts, CellCounts(used + kept + skipped, used, kept, skipped)


def _filled(cells: Row) -> int:
    return sum(cell is not None for cell in cells)


def table_of(container: str, rows: Rows, titles: int) -> tuple[TableFound, list[str]]:
    above: Rows = [["ACME Magnet Works"], ["Edition 7"], []][:titles]
    separator = "\t" if container == "tsv" else ";"
    named = container if container in CONTAINERS else "xlsx"
    made = Made("en", named, "utf-8", separator, [*above, list(HEADS), *rows], {}, titles + 1)
    with tempfile.TemporaryDirectory() as folder:
        write = MORE.get(container, Made.write)
        reading = read_here(write(made, Path(folder)))
    assert isinstance(reading, Reading), (container, reading)
    (table,) = [t for f in reading.files for s in f.sheets for t in s.tables]
    return table, codes(reading)


@settings(
    max_examples=AMOUNT, deadline=None, phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)  # fmt: skip
@given(listed(), st.integers(0, 3))
def test_rows_and_cells_are_accounted_for_exactly(
    made: tuple[Rows, RowCounts, CellCounts], titles: int
) -> None:
    rows, counts, cells = made
    for container in (*CONTAINERS, *MORE):
        table, said = table_of(container, rows, titles)
        assert (container, table.rows) == (container, counts), rows
        wanted = CellCounts() if container in UNCOUNTED else cells
        assert (container, table.cells) == (container, wanted), rows
        assert "W_READERS_DISAGREE" not in said, container


@pytest.mark.parametrize("container", ["xlsx", "xlsm", "ods", "fods", "html", "xml2003", "csv"])
def test_a_cell_that_no_reader_tells_is_missed(
    container: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The count of the container is its own: where the reader loses a cell, they disagree."""
    from desktop_app.intake import reader_child

    whole = reader_child._columns

    def losing(sheet: Any, sent: list[bytes]) -> list[list[Any]]:
        kept = [["" if cell == "Hex screw" else cell for cell in row] for row in sheet.rows]
        sheet.rows = kept
        return whole(sheet, sent)

    monkeypatch.setattr(reader_child, "_columns", losing)
    rows: Rows = [["A-1", "Ring magnet", "4", "1.5", None], ["A-2", "Hex screw", "9", "0.1", "ok"]]
    table, said = table_of(container, rows, 0)
    assert "W_READERS_DISAGREE" in said
    assert table.rows.read == len(rows)
