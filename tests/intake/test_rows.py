"""Every row is one of: part, duplicate, total, blank, rejected, other. The counts add up."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.intake.grid import Column, Grid
from desktop_app.intake.rows import sort_rows
from desktop_app.intake.tables import Table
from desktop_app.intake.totals import is_total
from tests.intake.conftest import ReadRows
from tests.intake.looking import facts, only_table, rows

HEAD = ["Part Number", "Description", "Qty", "Unit Price"]


def test_every_kind_of_row_is_counted_once_and_explained(read_rows: ReadRows) -> None:
    reading = read_rows(
        [
            HEAD,
            ["Magnets"],
            ["A-1", "Ring magnet", 4, 1.5],
            ["A-2", "Disc magnet", 9, 0.1],
            ["A-1", "Ring magnet", 4, 1.5],
            [],
            [None, None, 3, None],
            [None, "Total", 16, 6.9],
            ["Prices are valid until June."],
        ]
    )
    counts = only_table(reading).rows
    assert (counts.read, counts.parts, counts.duplicates, counts.totals) == (8, 2, 1, 2)
    assert (counts.blank, counts.rejected, counts.other) == (1, 0, 2)
    kinds = {row: kind for row, kind, _ in only_table(reading).not_parts}
    assert kinds == {2: "other", 5: "duplicate", 6: "blank", 7: "total", 8: "total", 9: "other"}
    assert facts(reading, "section") == ["Magnets", "Magnets"]


@pytest.mark.parametrize(
    ("row", "parts"),
    [
        (["AB-18", "Ring magnet"], 5),
        (["X/7.3Q", "Ring magnet"], 5),
        (["2026-11-27", "Stuttgart"], 4),
        (["004713", "Ring magnet"], 5),
        (["1000", "Stuttgart"], 4),
        (["Second shop", "12 High Street"], 4),
    ],
)
def test_a_numbered_part_above_headings_that_come_again_is_no_title(
    row: list[str], parts: int, read_rows: ReadRows
) -> None:
    reading = read_rows(
        [
            HEAD,
            ["AB-12", "Disc magnet", 9, 0.1],
            ["004711", "Bolt", 4, 1.5],
            [],
            row,
            HEAD,
            ["AB-14", "Bar magnet", 9, 0.1],
            ["CD-15", "Nut", 4, 1.5],
        ]
    )
    assert only_table(reading).rows.parts == parts


def test_zero_quantity_and_unplaced_lines_stay_parts_and_are_marked(read_rows: ReadRows) -> None:
    reading = read_rows(
        [
            ["Designator", "Description", "Qty", "Comment"],
            ["R1, R2", "Resistor 10k", 2, ""],
            ["C7", "Capacitor 100 nF", 0, "DNP"],
        ]
    )
    assert reading.parts.marks == {1: ("zero quantity", "not populated")}


def test_a_year_without_demand_is_a_zero_quantity(read_rows: ReadRows) -> None:
    reading = read_rows(
        [
            ["Part number", "Description", "Annual quantity"],
            ["4711", "Magnet N42SH", 0],
            ["4712", "Magnet N52", None],
        ]
    )
    assert reading.parts.marks == {0: ("zero quantity",)}


@pytest.mark.parametrize("heading", ["DNP", "Remark"])
def test_a_column_says_that_a_line_of_any_list_is_not_placed(
    read_rows: ReadRows, heading: str
) -> None:
    reading = read_rows(
        [
            ["Part number", "Description", "Country of origin", heading],
            ["4711", "Magnet N42SH", "CN", ""],
            ["4712", "Magnet N52", "CN", "DNP"],
        ]
    )
    assert reading.parts.marks == {1: ("not populated",)}


@pytest.mark.parametrize(
    "levels", [[1, 2, 2, 1], [".1", "..2", "..2", ".1"], ["1", "1.1", "1.2", "2"]]
)
def test_rows_with_deeper_rows_below_are_assemblies(
    read_rows: ReadRows, levels: list[int | str]
) -> None:
    names = ["Motor unit", "Rotor", "Stator", "Cover"]
    body = [
        [level, f"P-{n}", name] for n, (level, name) in enumerate(zip(levels, names, strict=True))
    ]
    reading = read_rows([["Level", "Part Number", "Description"], *body])
    assert reading.parts.marks == {0: ("assembly",)}
    assert len(reading.parts) == 4


def test_a_difference_in_any_cell_is_no_duplicate(read_rows: ReadRows) -> None:
    reading = read_rows([HEAD, ["A-1", "Ring", 4, 1.5], ["A-1", "Ring", 4, 1.6]])
    assert only_table(reading).rows.duplicates == 0


def test_sections_follow_one_another(read_rows: ReadRows) -> None:
    body = [
        ["Drives"],
        ["A-1", "Motor", 1, 9],
        ["Screws"],
        ["A-2", "M4", 2, 1],
        ["A-3", "M5", 2, 1],
    ]
    assert facts(read_rows([HEAD, *body]), "section") == ["Drives", "Screws", "Screws"]


def test_a_list_of_names_alone_is_a_list_of_parts(read_rows: ReadRows) -> None:
    reading = read_rows([HEAD, *[[None, f"Part {n}"] for n in range(8)]])
    assert len(reading.parts) == 8


@pytest.mark.parametrize(
    "text",
    ["Total", "Grand total", "Summe", "Gesamtsumme:", "Zwischensumme", "Sous-total", "Totale",
     "合计", "小計", "합계", "Total EUR", "Subtotal (net)", "MwSt. 19 %", "Freight:", "**"],
)  # fmt: skip
def test_totals_are_known_in_many_languages(text: str) -> None:
    assert is_total(text)


@pytest.mark.parametrize(
    "text", ["Total station TS16", "Total station", "Summit bolt", "Sumitomo", "Transport roller"]
)
def test_names_that_begin_like_a_total_are_no_totals(text: str) -> None:
    assert not is_total(text)


def test_a_subtotal_of_something_is_no_part(read_rows: ReadRows) -> None:
    body = [
        ["A-1", "Magnet", 4, 1.5],
        ["A-2", "Shaft", 1, 9.0],
        [None, "Zwischensumme Rotor", None, 10.5],
        ["A-3", "Coil", 2, 3.0],
    ]
    assert facts(read_rows([HEAD, *body]), "part_number") == ["A-1", "A-2", "A-3"]


@pytest.mark.parametrize(("shown", "parts"), [(10.5, 2), (11.5, 3)])
def test_the_total_of_something_is_a_sum_where_it_adds_up(
    read_rows: ReadRows, shown: float, parts: int
) -> None:
    body = [["A-1", "Magnet", 4, 1.5], ["A-2", "Shaft", 1, 9.0], [None, "Total rotor", None, shown]]
    assert len(read_rows([HEAD, *body]).parts) == parts


def test_sums_written_as_texts_are_known_by_their_word(read_rows: ReadRows) -> None:
    wide = ["Material", "Description", "Plant", "Unit", "Unrestricted", "Blocked", "Value", "Crcy"]
    body = [
        ["M-1", "Magnet", "1000", "PC", "1,250", "0", "3,125.00", "EUR"],
        ["M-2", "Powder", "1000", "KG", "320.5", "0", "5,448.50", "EUR"],
        ["* Total", None, None, None, "1,570.5", None, "8,573.50", "EUR"],
    ]
    assert facts(read_rows([wide, *body]), "part_number") == ["M-1", "M-2"]


def test_labels_to_be_signed_below_the_sum_are_no_parts(read_rows: ReadRows) -> None:
    wide = ["#", "Part Number", "Description", "Maker", "Unit", "Qty", "Unit Price"]
    body = [
        [1, "A-1", "Magnet", "ACME", "pcs", 4, 1.5],
        [2, "A-2", "Shaft", "ACME", "pcs", 1, 9.0],
        [None, None, None, None, None, 5, None],
        ["Approved", None, "Notes"],
        [3, "A-3", "Coil", "ACME", "pcs", None, None],
    ]
    assert facts(read_rows([wide, *body]), "part_number") == ["A-1", "A-2", "A-3"]


def test_headings_once_more_below_a_gap_make_no_note_of_a_part_without_a_quantity(
    read_rows: ReadRows,
) -> None:
    """Found by the battery of random lists: the word "Qty" stood where all others have numbers."""
    wide = ["Part Number", "Description", "Qty", "Supplier"]
    body = [[f"A-{n}", f"Magnet {n}", n, "ACME"] for n in range(1, 9)]
    below = [[None] * 4, ["A-9", "Shaft", None, "ACME"], wide, ["A-10", "Coil", 3, "ACME"]]
    found = facts(read_rows([wide, *body, *below]), "part_number")
    assert found == [f"A-{n}" for n in range(1, 11)]


CELLS = st.sampled_from(["", "A-1", "Ring", "Total", "Note", 1.0, 2.0])


@given(st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=1, max_size=30))
@settings(max_examples=100, deadline=None)
def test_the_reckoning_always_adds_up(body: list[tuple[object, object, object]]) -> None:
    cells = [("Part Number", "Description", "Qty"), *body]
    columns = []
    for values in zip(*cells, strict=True):
        known = dict.fromkeys(values)
        order = list(known)
        columns.append(
            Column(
                [v or None for v in order],
                np.array([order.index(v) for v in values], dtype=np.intp),
            )
        )
    grid = Grid("x", False, 1, 1, columns, len(cells))
    table = Table(0, 0, len(cells), ["Part Number", "Description", "Qty"])
    found = sort_rows(grid, table, {"part_number": 0, "description": 1, "quantity": 2})
    counts = found.counts()
    assert counts.read == len(body)
    assert counts.read == sum(
        (
            counts.parts,
            counts.duplicates,
            counts.totals,
            counts.blank,
            counts.rejected,
            counts.other,
        )
    )
    assert len(found.not_parts(1)) == counts.read - counts.parts


def test_numbered_lines_that_nobody_filled_in_are_blank(read_rows: ReadRows) -> None:
    rows: list[list[Any]] = [["Pos", "Part number", "Quantity", "Total"]]
    rows += [[1, "A-1", 4, 8.0], [2, "A-2", 5, 9.5], [3, None, None, 0.0], [4, None, None, None]]
    counts = only_table(read_rows(rows)).rows
    assert (counts.parts, counts.blank, counts.totals) == (2, 2, 0)


def test_a_part_on_a_board_is_named_by_its_value(read_rows: ReadRows) -> None:
    rows: list[list[Any]] = [["Item", "Qty", "Reference(s)", "Value", "Description"]]
    rows += [[1, 2, "C1, C2", "100nF", None], [2, 1, "U3", "STM32F4", "Microcontroller"]]
    rows += [[3, 4, "R1-R4", "10k", None], [4, 1, "J1", None, "Plug, 2 pins"]]
    reading = read_rows(rows)
    assert facts(reading, "description") == [
        "100nF", "Microcontroller, STM32F4", "10k", "Plug, 2 pins",
    ]  # fmt: skip


@pytest.mark.parametrize(("number", "parts"), [("ZC", ["SC", "ZC", "XG"]), (None, ["SC", "XG"])])
def test_a_part_beside_merged_empty_cells_is_kept(
    read_rows: ReadRows, number: str | None, parts: list[str]
) -> None:
    """Its amount was merged with that above, and so was a weight that nobody had filled in."""
    rows: list[list[Any]] = [
        ["Part Number", "Qty", "Weight (kg)"], ["SC", 48, None], [number, None, None], ["XG", 40, 12],
    ]  # fmt: skip

    def merge(book: Any) -> None:
        for cells in ("B2:B3", "C2:C3"):
            book.worksheets[0].merge_cells(cells)

    assert facts(read_rows(rows, merge), "part_number") == parts


def test_the_title_of_a_second_list_says_nothing_of_its_columns(read_rows: ReadRows) -> None:
    """ "CCTV System" over the number, the name and the quantity made a stock of the quantity."""
    head = ["SR NO", "ITEM DESCRIPTION", "QTY", "PRICE", "AMOUNT"]
    rows: list[list[Any]] = [
        ["SR NO", "Brand", *head[1:]],
        [1, "BOSCH", "Speaker 6 W", 90, 3500, 315000],
        [2, "BOSCH", "Amplifier", 2, 79200, 158400],
        ["TOTAL", None, None, None, None, 473400],
        [],
        ["CCTV System"],
        head,
        [1, "IP camera", 29, 7250, 210250],
        [2, "Recorder", 1, 69900, 69900],
    ]
    reading = read_rows(rows, lambda book: book.worksheets[0].merge_cells("A6:C6"))
    assert facts(reading, "quantity") == [90, 2, 29, 1]
    assert "stock_on_hand" not in reading.parts.frame.dropna(axis=1, how="all").columns


@pytest.mark.parametrize(
    ("head", "below", "kept"),
    [
        ("Price", [["Amount payable", 5.5]], ["Bolt M3", "Disc magnet"]),
        ("Price", [["Servo motor", 5.5], ["Encoder", 7]], ["Bolt M3", "Disc magnet", "Servo motor", "Encoder"]),
        ("Qty", [["Servo motor", 5.5]], ["Bolt M3", "Disc magnet", "Servo motor"]),
    ],
    ids=["due at the end", "parts of a second half", "as many as all above"],
)  # fmt: skip
def test_what_is_due_of_a_total_is_no_part(
    read_rows: ReadRows, head: str, below: list[list[Any]], kept: list[str]
) -> None:
    told = [["Part", head], ["Bolt M3", 2.5], ["Disc magnet", 3], ["Total", 5.5], *below]
    assert facts(read_rows(told), "description") == kept


def test_a_total_beside_a_word_that_names_no_part_is_a_sum_where_it_adds_up(
    read_rows: ReadRows,
) -> None:
    """ "To | Total | 299.04": the word for a sum stood under "Details", and "To" was a part."""
    heads = ["Component", "Quantity", "Details", "Price", "Price subtotal"]
    body: list[list[object]] = [
        ["Motor", 3, "dual shaft", 40.25, 120.75], ["Encoder", 2, "12 cpr", 13.65, 27.3],
        ["Driver", 2, "carrier", 8.5, 17.0], ["Button", 1, "big red", 25.36, 25.36],
    ]  # fmt: skip
    reading = read_rows([heads, *body, ["To", None, "Total", None, 190.41]])
    assert rows(reading) == [2, 3, 4, 5]
    reading = read_rows([heads, *body, ["Station", None, "Total", None, 800.0]])
    assert rows(reading) == [2, 3, 4, 5, 6]
