"""Where the headings stand and where the data ends, in sheets as people make them."""

from typing import Any

import numpy as np
import pytest

from desktop_app.intake.grid import Column, Grid
from tests.intake.conftest import ReadRows
from tests.intake.looking import facts, fields, only_table, rows
from tests.workbooks.build import sheet_of

HEAD = ["Part Number", "Description", "Qty", "Unit Price"]
DATA = [["A-1", "Magnet", 4, 1.5], ["A-2", "Screw", 9, 0.1]]


def test_titles_and_notes_above_are_no_data(read_rows: ReadRows) -> None:
    title = [["Quotation 4711", None, "Date", "2026-11-02"], [], ["Prices in EUR, ex works"], []]
    reading = read_rows([*title, HEAD, *DATA])
    table = only_table(reading)
    assert (table.header_row, table.first_row, table.last_row) == (5, 6, 7)
    assert facts(reading, "part_number") == ["A-1", "A-2"]


def test_two_heading_lines_are_one_heading(read_rows: ReadRows) -> None:
    def merge(book: Any) -> None:
        sheet = sheet_of(book, "Parts")
        sheet.merge_cells("A1:A2")
        sheet.merge_cells("B1:B2")
        sheet.merge_cells("C1:D1")

    upper = ["Part Number", "Description", "Supplier", None]
    lower = [None, None, "Name", "Country"]
    data = [["A-1", "Magnet", "ACME Ltd", "China"], ["A-2", "Screw", "Bolt AG", "Germany"]]
    reading = read_rows([upper, lower, *data], merge)
    assert only_table(reading).header_row == 2
    found = fields(reading)
    assert found["Part Number"] == "part_number"
    assert found["Description"] == "description"
    assert facts(reading, "supplier") == ["ACME Ltd", "Bolt AG"]
    assert facts(reading, "country_of_origin") == [None, None]


def test_a_line_of_units_below_the_headings_belongs_to_them(read_rows: ReadRows) -> None:
    reading = read_rows([HEAD, [None, None, "[pcs]", "[EUR]"], *DATA])
    assert only_table(reading).header_row == 2
    assert facts(reading, "quantity") == [4, 9]


def test_tables_below_one_another_keep_their_own_columns(read_rows: ReadRows) -> None:
    second = [["Description", "Qty", "Manufacturer"], ["Relay 24 V", 3, "Tyco"]]
    reading = read_rows([HEAD, *DATA, [], ["Electronics"], *second])
    tables = reading.files[0].sheets[0].tables
    assert [table.header_row for table in tables] == [1, 6]
    assert facts(reading, "description") == ["Magnet", "Screw", "Relay 24 V"]
    assert facts(reading, "manufacturer") == [None, None, "Tyco"]


def test_headings_repeated_on_every_page_are_no_parts(read_rows: ReadRows) -> None:
    reading = read_rows([HEAD, *DATA, HEAD, ["A-3", "Nut", 7, 0.2]])
    table = only_table(reading)
    assert facts(reading, "part_number") == ["A-1", "A-2", "A-3"]
    assert table.rows.other == 1
    assert table.not_parts[0][0] == 4


def test_a_list_far_to_the_right_and_down_has_sheet_addresses(read_rows: ReadRows) -> None:
    pad = [None] * 3
    reading = read_rows([[], [], [*pad, *HEAD], *([*pad, *row] for row in DATA)])
    assert only_table(reading).header_row == 3
    assert [column.index for column in only_table(reading).columns] == [4, 5, 6, 7]
    assert rows(reading) == [4, 5]


def test_a_second_table_far_down_a_long_list_is_found(read_rows: ReadRows) -> None:
    many = [[f"A-{n}", f"Part {n}", n + 1, 1.0] for n in range(600)]
    reading = read_rows([HEAD, *many, [], HEAD[:3], ["B-1", "Last one", 2]])
    tables = reading.files[0].sheets[0].tables
    assert [(t.header_row, t.rows.parts) for t in tables] in ([(1, 600), (603, 1)], [(1, 601)])
    assert len(reading.parts) == 601


@pytest.mark.parametrize(
    "heading",
    [
        ["Teilenummer", "Bezeichnung", "Menge"],
        ["Référence", "Désignation", "Quantité"],
        ["Código", "Descripción", "Cantidad"],
        ["Codice", "Descrizione", "Quantità"],
        ["品番", "品名", "数量"],
        ["物料编码", "物料名称", "数量"],
        ["품번", "품명", "수량"],
    ],
)
def test_headings_of_eight_languages_are_known(read_rows: ReadRows, heading: list[str]) -> None:
    reading = read_rows([heading, ["X-1", "Magnet ring", 4], ["X-2", "Gear wheel", 2]])
    assert list(fields(reading).values()) == ["part_number", "description", "quantity"]


def test_lists_beside_one_another_are_read_each_by_itself(read_rows: ReadRows) -> None:
    rows: list[list[Any]] = [
        ["BOM ID", "Name", "Quantity", None, "BOM ID", "Printed parts", None],
        ["1", "Stepper motor", 1, None, "Part number", "Name", "Quantity"],
        ["2", "Driver board", 6, None, "P-201", "Bracket left", 2],
        ["3", "Fan 40 mm", 2, None, "P-202", "Bracket right", 3],
    ]
    reading = read_rows(rows)
    first, second = reading.files[0].sheets[0].tables
    assert (first.header_row, second.header_row) == (1, 2)
    assert facts(reading, "description") == [
        "Stepper motor", "Driver board", "Fan 40 mm", "Bracket left", "Bracket right",
    ]  # fmt: skip
    assert facts(reading, "quantity") == [1, 6, 2, 2, 3]


def test_lists_that_repeat_their_headings_without_a_gap_are_cut_apart(read_rows: ReadRows) -> None:
    head = ["Description", "Qty", "Unit price"]
    rows: list[list[Any]] = [["Version 1", None, None, "Version 2"], head * 2]
    rows += [["Rail 300", 4, 20.5, "Rail 350", 6, 22], ["Belt", 2, 5, "Motor", 3, 31]]
    reading = read_rows(rows)
    assert len(reading.files[0].sheets[0].tables) == 2
    assert facts(reading, "description") == ["Rail 300", "Belt", "Rail 350", "Motor"]
    assert facts(reading, "quantity") == [4, 2, 6, 3]


def test_prices_for_several_amounts_are_one_list(read_rows: ReadRows) -> None:
    rows: list[list[Any]] = [["Part number", "Description", *["Qty", "Price"] * 2]]
    rows += [["A-1", "Magnet", 1, 2.5, 100, 2.0], ["A-2", "Screw", 1, 0.1, 100, 0.05]]
    assert len(read_rows(rows).parts) == 2


def test_an_empty_column_does_not_cut_a_list(read_rows: ReadRows) -> None:
    rows: list[list[Any]] = [["Part number", "Description", None, "Quantity", "Price"]]
    rows += [["A-1", "Magnet", None, 4, 2.5], ["A-2", "Screw", None, 5, 0.1]]
    (table,) = read_rows(rows).files[0].sheets[0].tables
    assert len([c for c in table.columns if c.field]) == 4


def test_headings_that_only_contain_known_words_still_head_a_list(read_rows: ReadRows) -> None:
    rows: list[list[Any]] = [["Actuator BOM"], ["Part Name", "Part Link", "Part Count", "Cost Per"]]
    rows += [["6805 bearing", "https://shop.example/1", 2, 1.29], ["Magnet N52", None, 42, 0.119]]
    assert only_table(read_rows(rows)).header_row == 2


def test_a_word_of_another_language_does_not_hide_a_heading(read_rows: ReadRows) -> None:
    rows: list[list[Any]] = [["Codice", "Beschreibung", "Menge"], ["A-1", "Magnet", 4]]
    assert only_table(read_rows([*rows, ["A-2", "Schraube", 5]])).header_row == 1


@pytest.mark.parametrize("lists", [3, 30])
def test_many_lists_below_one_another_are_read_like_few(read_rows: ReadRows, lists: int) -> None:
    body: list[list[Any]] = [["Currency: EUR"], []]
    for number in range(lists):
        head = ["Part Number", f"Description of set {number}", "Qty", "Unit Price"]
        body += [
            head,
            [f"A-{number}", "Ring", "1.250", "0,5"],
            [f"B-{number}", "Disc", "2", "1,25"],
            [],
        ]
    reading = read_rows(body)
    assert facts(reading, "part_number") == [f"{s}-{n}" for n in range(lists) for s in "AB"]
    assert facts(reading, "quantity") == [1250, 2] * lists
    assert facts(reading, "unit_price") == [0.5, 1.25] * lists
    assert set(facts(reading, "currency")) == {"EUR"}


def test_a_sheet_with_some_rows_alone_keeps_their_places() -> None:
    column = Column(["a", "b", None, 3.0], np.array([0, 1, 2, 3, 0]))
    grid = Grid("S", False, 1, 1, [column], 5).only(range(1), range(3, 5))
    assert [grid.cell(row, 0) for row in range(5)] == ["a", None, None, 3.0, "a"]
    assert grid.filled_per_row.tolist() == [1, 0, 0, 1, 1]
    assert "b" not in grid.columns[0].values
