"""Lists whose parts stand side by side are read by column, and each fact keeps its cell."""

from pathlib import Path

import pytest

from desktop_app.intake.joining import connect
from desktop_app.intake.reading import read_files
from desktop_app.model.progress import silent
from desktop_app.model.reading import Reading
from tests.intake.looking import codes
from tests.intake.reading_here import read_here
from tests.workbooks.build import Rows, make_xlsx

SIDE_BY_SIDE: Rows = [
    ["Comparison of drives"],
    [None],
    ["Part number", "M-100", "M-200"],
    ["Description", "Servo motor", "Brake"],
    ["Country of origin", "Japan", "China"],
    ["Unit price (EUR)", 412, 95.5],
]


def _read(tmp_path: Path, rows: Rows) -> Reading:
    reading = read_here(make_xlsx(tmp_path / "list.xlsx", {"Parts": rows}))
    assert isinstance(reading, Reading)
    return reading


def test_each_column_is_a_part_and_each_fact_stands_where_it_stands(tmp_path: Path) -> None:
    reading = _read(tmp_path, SIDE_BY_SIDE)
    parts = reading.parts
    assert parts.frame["part_number"].tolist() == ["M-100", "M-200"]
    assert parts.frame["row"].tolist() == [2, 3]
    cell = parts.provenance[1]["unit_price"]
    assert (cell.row, cell.column) == (6, 3)
    assert SIDE_BY_SIDE[cell.row - 1][cell.column - 1] == parts.value(1, "unit_price")
    assert "W_TURNED" in codes(reading)


def test_every_cell_of_it_is_accounted_for(tmp_path: Path) -> None:
    (table,) = _read(tmp_path, SIDE_BY_SIDE).files[0].sheets[0].tables
    assert table.cells.filled == 8
    assert table.cells.used == 8


def test_what_is_shown_of_the_sheet_is_what_was_read(tmp_path: Path) -> None:
    (sheet,) = _read(tmp_path, SIDE_BY_SIDE).files[0].sheets
    header = sheet.preview[sheet.tables[0].header_row - 1]
    assert [header[c.index - 1] for c in sheet.tables[0].columns] == [
        c.header for c in sheet.tables[0].columns
    ]


@pytest.mark.parametrize(
    "rows",
    [
        [["Supplier", "ACME"], ["Street", "Main Rd 1"], ["City", "Ulm"], ["Country", "DE"],
         ["Phone", "+49 731"], ["Contact", "Kim"]],
        [["Part", "Description"], ["Motor", "Part number"], ["Price", "Currency"]],
        [["Project", "Rover"], ["Supplier", "ACME"], ["Currency", "EUR"], ["Date", "2026-11-25"]],
    ],
)  # fmt: skip
def test_an_address_or_a_title_block_is_no_list(tmp_path: Path, rows: Rows) -> None:
    assert "W_TURNED" not in codes(_read(tmp_path, rows))


def test_what_it_lends_to_another_list_keeps_its_cell(tmp_path: Path) -> None:
    rows: Rows = [["Part number", "Description", "Qty"], ["M-100", "Motor", 2], ["M-200", "x", 8]]
    paths = [
        make_xlsx(tmp_path / "list.xlsx", {"List": rows}),
        make_xlsx(tmp_path / "side.xlsx", {"Parts": SIDE_BY_SIDE}),
    ]
    reading = connect(read_files(paths, silent))
    cell = reading.parts.provenance[1]["unit_price"]
    assert (cell.file, cell.row, cell.column) == (1, 6, 3)


LIST: Rows = [["Part number", "Description", "Qty"], ["A-1", "Motor", 2], ["A-2", "Magnet", 8]]


@pytest.mark.parametrize(
    "sheet",
    [
        [[row[0], row[1]] for row in SIDE_BY_SIDE[2:]],
        [["Part number", "A-1", "A-1"], *SIDE_BY_SIDE[3:]],
        [["Description", "Rover 2", "Rover 2"], ["Quantity", 10, 12], ["Unit price", 4, 5], ["Currency", "EUR", "EUR"]],
    ],
    ids=["one product", "two states of one", "sums"],
)  # fmt: skip
def test_beside_a_list_what_names_one_thing_is_no_list(tmp_path: Path, sheet: Rows) -> None:
    reading = read_here(make_xlsx(tmp_path / "list.xlsx", {"Data": sheet, "List": LIST}))
    assert isinstance(reading, Reading)
    assert reading.parts.frame["part_number"].tolist() == ["A-1", "A-2"]


def test_beside_a_list_parts_side_by_side_are_read_too(tmp_path: Path) -> None:
    reading = read_here(make_xlsx(tmp_path / "list.xlsx", {"Data": SIDE_BY_SIDE, "List": LIST}))
    assert isinstance(reading, Reading)
    assert reading.parts.frame["part_number"].tolist() == ["M-100", "M-200", "A-1", "A-2"]
    assert reading.parts.provenance[1]["unit_price"].column == 3
