"""Lists without headings, and columns without one: guessed from the cells, and always asked about."""

from pathlib import Path

import pytest

from desktop_app.model.reading import Reading
from tests.intake.conftest import ReadRows
from tests.intake.looking import codes, facts, only_table, rows
from tests.intake.reading_here import read_here
from tests.workbooks.build import Rows, make_xlsx

PARTS: Rows = [
    ["A-100", "Neodymium magnet disc", 100, "China", "8505111000"],
    ["A-101", "Shaft of steel", 20, "Germany", "8483109500"],
    ["A-102", "Ball bearing", 40, "Japan", "8482101000"],
]


def test_a_list_without_headings_is_guessed_and_said_to_be(read_rows: ReadRows) -> None:
    reading = read_rows(PARTS)
    table = only_table(reading)
    assert (table.header_row, table.first_row, rows(reading)) == (0, 1, [1, 2, 3])
    assert facts(reading, "part_number") == ["A-100", "A-101", "A-102"]
    assert facts(reading, "country_of_origin") == ["CN", "DE", "JP"]
    assert facts(reading, "hs_code") == ["8505111000", "8483109500", "8482101000"]
    assert all(column.confidence < 0.8 for column in table.columns)
    assert "W_NO_HEADING" in codes(reading)


def test_numbers_without_a_heading_are_no_quantity(read_rows: ReadRows) -> None:
    assert facts(read_rows(PARTS), "quantity") == [None] * 3


def test_numbers_beside_units_count_the_parts(read_rows: ReadRows) -> None:
    units, prices = ["pcs", "pcs", "pcs"], ["3,50 €", "12,00 €", "0,99 €"]
    told = [[*row[:3], unit, price] for row, unit, price in zip(PARTS, units, prices, strict=True)]
    reading = read_rows(told)
    assert facts(reading, "quantity") == [100, 20, 40]
    assert facts(reading, "unit_price") == [3.5, 12.0, 0.99]
    assert all(column.confidence < 0.8 for column in only_table(reading).columns)


def test_a_column_without_heading_is_called_by_its_letter(read_rows: ReadRows) -> None:
    reading = read_rows([["Part No", None, "Qty"], ["A-1", "Magnet ring", 5], ["A-2", "Nut", 6],
                         ["A-3", "Shaft hardened", 7]])  # fmt: skip
    assert [c.header for c in only_table(reading).columns] == ["Part No", "(B)", "Qty"]
    assert facts(reading, "description") == ["Magnet ring", "Nut", "Shaft hardened"]


def test_headings_in_unknown_words_are_still_the_headings(read_rows: ReadRows) -> None:
    reading = read_rows([["Tunnus", "Nimike", "Lkm", "Maa", "Tulli"], *PARTS])
    assert only_table(reading).header_row == 1
    assert facts(reading, "description")[0] == "Neodymium magnet disc"


def test_addresses_and_prices_of_days_are_no_parts(read_rows: ReadRows) -> None:
    people: Rows = [["Hans Meier", "Einkauf", "+49 711 1234", "DE"]] * 4
    days: Rows = [[f"2026-0{n}-01", f"Oxide {'abc'[n % 3]}x", 400 + n, "CNY"] for n in range(1, 6)]
    for told in (people, days):
        assert len(read_rows(told).parts) == 0


def test_notes_beside_a_list_with_headings_are_not_asked(read_rows: ReadRows) -> None:
    def add_notes(book: object) -> None:
        sheet = book.create_sheet("Revisions")  # type: ignore[attr-defined]
        for row in PARTS:
            sheet.append(list(row))

    reading = read_rows([["Part No", "Description"], ["B-1", "Nut"], ["B-2", "Pin"]], add_notes)
    assert facts(reading, "part_number") == ["B-1", "B-2"]


BARE: Rows = [
    ["Extrusion 2040", 10, 15.5, 155],
    ["Corner bracket", 24, 1.5, 36],
    ["Ball screw 1605", 2, 42.25, 84.5],
    ["Linear rail MGN12", 4, 31.5, 126],
    ["Motor NEMA17", 3, 12.5, 37.5],
]


@pytest.mark.parametrize(("wrong", "parts"), [(0, 7), (1, 2)])
def test_beside_a_list_only_sums_prove_another_without_headings(
    tmp_path: Path, wrong: int, parts: int
) -> None:
    listed: Rows = [["Part number", "Description", "Qty"], ["A-1", "Fan", 2], ["A-2", "Belt", 8]]
    bare = [[name, many, price, whole + wrong] for name, many, price, whole in BARE]
    reading = read_here(make_xlsx(tmp_path / "list.xlsx", {"Bare": bare, "List": listed}))
    assert isinstance(reading, Reading)
    assert len(reading.parts) == parts


@pytest.mark.parametrize("said", ["Spalte{}", "Column{}", "Unnamed: {}"])
def test_what_a_program_writes_for_missing_headings_is_no_part(
    said: str, read_rows: ReadRows
) -> None:
    reading = read_rows([[said.format(n) for n in range(1, 6)], *PARTS])
    assert (only_table(reading).header_row, rows(reading)) == (0, [2, 3, 4])
    assert facts(reading, "country_of_origin") == ["CN", "DE", "JP"]
    assert "W_NO_HEADING" in codes(reading)


def test_types_without_headings_are_told_by_the_words_in_front(read_rows: ReadRows) -> None:
    plates = ["elbow_plate", "hand_plate", "link_plate", "wrist_plate", "finger", "shoulder_plate"]
    told: Rows = [
        ["モータ", "XYZ", "GX8108-9", 17505, 3, 52515],
        *(["板金", "XYZ", name, 4000 + n, n, (4000 + n) * n] for n, name in enumerate(plates, 1)),
        ["モータ", "XYZ", "GX3505-9", 18572, 4, 74288],
    ]
    reading = read_rows(told)
    assert "モータ" in facts(reading, "description")[0]
    assert facts(reading, "quantity") == [3, 1, 2, 3, 4, 5, 6, 4]
    assert facts(reading, "unit_price")[0] == 17505


def test_firms_in_front_of_names_are_not_read_as_their_kind(read_rows: ReadRows) -> None:
    told = [
        ["Magnet Motors", "Steel plate drilled", 10, 2.5, 25], ["Magnet Motors", "Round head screw", 20, 1.5, 30],
        ["Rubber House", "Seal of the lid", 5, 4.0, 20], ["Rubber House", "Spacer ring", 8, 2.0, 16],
    ]  # fmt: skip
    assert facts(read_rows(told), "description")[0] == "Steel plate drilled"


@pytest.mark.parametrize("one", [1, 4])
def test_of_whole_numbers_that_may_be_counts_or_yen_none_is_taken(
    read_rows: ReadRows, one: int
) -> None:
    """1000 screws at 5 yen, or 5 at 1000: a count is one now and then, a price in yen never."""
    counts = [5, 3, one, 20]
    names = ["Hex screw M3", "Flat washer M3", "Lock nut M3", "Disc spring"]
    many = [1000, 2000, 500, 800]
    told = [[name, n, c, n * c] for name, n, c in zip(names, many, counts, strict=True)]
    reading = read_rows(told)
    is_told = one == 1
    assert facts(reading, "quantity") == (counts if is_told else [None] * 4)
    assert facts(reading, "unit_price") == (many if is_told else [None] * 4)
