"""How many of a part a bill of several levels says: what decides, what is asked, and what is no bill at all."""

from math import isnan
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.styles import Alignment

from desktop_app.intake.bill_levels import amounts_in_product
from desktop_app.intake.joining import connect
from tests.intake.conftest import ReadRows
from tests.intake.joined import counted
from tests.intake.looking import facts
from tests.intake.reading_here import read_all_here

HEAD = ["Level", "Part number", "Description", "Qty"]
UNCLEAR = [[1, "A-1", "Rotor", 2], [2, "A-2", "Ring magnet", 4], [1, "A-3", "Housing", 1]]


def in_product(reading: Any) -> list[float | None]:
    """How many of each part go into one product; None where nobody knows."""
    amounts = amounts_in_product(reading.parts).tolist()
    return [None if isnan(amount) else amount for amount in amounts]


def codes(reading: Any) -> list[tuple[str, str]]:
    return [(i.code, i.severity) for f in reading.files for i in f.issues if i.code == "W_LEVELS"]


def assemblies(reading: Any) -> list[int]:
    return [part for part, marks in reading.parts.marks.items() if "assembly" in marks]


def test_amounts_that_may_be_either_are_asked_for(read_rows: ReadRows) -> None:
    found = read_rows([HEAD, *UNCLEAR])
    assert in_product(found) == [2, None, 1]
    assert facts(found, "quantity") == [2, 4, 1], "what the cells say stays as it is"
    assert codes(found) == [("W_LEVELS", "warning")]


@pytest.mark.parametrize(
    ("heading", "magnets"),
    [("Qty per assembly", 8), ("Total qty", 4), ("Menge je Baugruppe", 8), ("Gesamtmenge", 4),
     ("Qté par ensemble", 8), ("单位用量", 8), ("累计用量", 4), ("Qty per machine", 4)],
)  # fmt: skip
def test_the_heading_says_which_they_are(read_rows: ReadRows, heading: str, magnets: int) -> None:
    found = read_rows([[*HEAD[:3], heading], *UNCLEAR])
    assert in_product(found) == [2, magnets, 1]


def test_one_part_below_two_assemblies_shows_amounts_for_one(read_rows: ReadRows) -> None:
    found = read_rows([HEAD, *UNCLEAR, [1, "A-1", "Rotor", 2], [2, "A-4", "Shaft", 1]])
    assert in_product(found) == [2, 8, 1, 2, 2]
    assert codes(found) == [("W_LEVELS", "note")]


def test_kilograms_below_two_assemblies_show_nothing(read_rows: ReadRows) -> None:
    rows = [
        [*HEAD, "Unit"],
        [1, "A-1", "Rotor", 2, "pcs"],
        [2, "A-2", "Glue", 3, "kg"],
        [1, "A-3", "Foot", 1, "pcs"],
    ]
    assert in_product(read_rows(rows)) == [2, None, 1]


def test_assemblies_that_are_there_once_change_nothing_and_ask_nothing(read_rows: ReadRows) -> None:
    found = read_rows([HEAD, [1, "A-1", "Rotor", 1], *UNCLEAR[1:]])
    assert in_product(found) == [1, 4, 1]
    assert codes(found) == []


def test_totals_for_ten_products_are_a_tenth_for_one(read_rows: ReadRows) -> None:
    rows = [[0, "P-1", "Pump", 10], [1, "A-1", "Rotor", 20], [2, "A-2", "Ring magnet", 80]]
    found = read_rows([[*HEAD[:3], "Total qty"], *rows])
    assert in_product(found) == [1, 2, 8]


def test_a_lone_blank_before_a_name_is_no_level(read_rows: ReadRows) -> None:
    rows = [
        ["A-1", "Rotor", 2],
        ["A-2", " Ring magnet", 4],
        ["A-3", "Housing", 1],
        ["A-4", "Shaft", 6],
    ]
    found = read_rows([HEAD[1:], *rows])
    assert in_product(found) == [2, 4, 1, 6]
    assert assemblies(found) == []


def test_one_name_set_in_is_no_bill(read_rows: ReadRows) -> None:
    rows = [
        ["A-1", "Rotor", 2],
        ["A-2", "    as spare", 4],
        ["A-3", "Housing", 1],
        ["A-4", "Shaft", 6],
    ]
    assert in_product(read_rows([HEAD[1:], *rows])) == [2, 4, 1, 6]


def test_numbers_with_decimals_are_no_places_in_a_tree(read_rows: ReadRows) -> None:
    rows = [["Part number", "Description", "Qty", "Factor"], ["A-1", "Rotor", 2, 1], ["A-2", "Ring magnet", 4, 1.5],
            ["A-3", "Housing", 6, 2], ["A-4", "Shaft", 8, 2.5]]  # fmt: skip
    found = read_rows(rows)
    assert in_product(found) == [2, 4, 6, 8]
    assert assemblies(found) == []


def test_chapters_without_amounts_leave_those_below_as_they_are(read_rows: ReadRows) -> None:
    rows = [["Pos.", "Part number", "Description", "Qty"], ["1", "CH-1", "Drive"], ["1.1", "A-2", "Ring magnet", 4],
            ["1.2", "A-3", "Bearing", 2], ["2", "CH-2", "Frame", None], ["2.1", "A-4", "Screw", 16]]  # fmt: skip
    assert in_product(read_rows(rows)) == [None, 4, 2, None, 16]


def test_a_bought_assembly_is_a_part_and_a_unit_of_one_letter_buys_none(
    read_rows: ReadRows,
) -> None:
    rows = [
        [1, "A-1", "Motor", 1],
        [2, "A-2", "Ring magnet", 4],
        [1, "A-3", "Drive", 1],
        [2, "A-4", "Shaft", 1],
    ]
    bought = [[*HEAD, "Procurement"], *([*r, way] for r, way in zip(rows, "FFEF", strict=True))]
    assert assemblies(read_rows(bought)) == [2]
    pieces = [[*HEAD, "Unit"], *([*row, "P"] for row in rows)]
    assert assemblies(read_rows(pieces)) == [0, 2]


PARENTS = [["P-1", "A-1", "Rotor", 2], ["A-1", "A-2", "Ring magnet", 4], ["P-1", "A-3", "Foot", 1]]


def test_parents_are_followed_up_to_the_product(read_rows: ReadRows) -> None:
    found = read_rows([["Parent item", "Component", "Component name", "Qty per"], *PARENTS])
    assert in_product(found) == [2, 8, 1]
    assert facts(found, "goes_into") == ["P-1"] * 3
    assert assemblies(found) == [0]


def test_a_part_that_another_replaces_is_no_component_of_it(read_rows: ReadRows) -> None:
    rows = [["Replaced by", "Part number", "Description", "Qty"], *PARENTS]
    found = read_rows(rows)
    assert in_product(found) == [2, 4, 1]
    assert assemblies(found) == []


def test_a_part_that_lies_in_itself_has_no_amount(read_rows: ReadRows) -> None:
    head = ["Parent item", "Component", "Component name", "Qty per"]
    found = read_rows([head, *PARENTS, ["A-2", "A-1", "Rotor", 1]])
    assert in_product(found) == [None] * 4
    assert codes(found) == [("W_LEVELS", "warning")]
    short = read_rows([head, ["P-1", "A-1", "Rotor", 2], ["A-1", "A-1", "Rotor", 8]])
    said = [i.message.args for f in short.files for i in f.issues if i.code == "W_LEVELS"]
    assert said == [(("part", "A-1"),)], "not the product above it"


def test_below_a_list_that_was_sorted_no_amount_is_known(read_rows: ReadRows) -> None:
    rows = [
        [2, "A-2", "Ring magnet", 4],
        [1, "A-1", "Rotor", 2],
        [3, "A-5", "Screw", 1],
        [1, "A-3", "Foot", 1],
    ]
    found = read_rows([[*HEAD[:3], "Qty per assembly"], *rows])
    assert in_product(found) == [None, 2, None, 1]
    assert codes(found) == [("W_LEVELS", "warning")]
    totals = read_rows([[*HEAD[:3], "Total qty"], *rows])
    assert in_product(totals) == [4, 2, 1, 1]


def test_a_list_of_nothing_but_bought_parts_is_a_filtered_one(read_rows: ReadRows) -> None:
    rows = [
        [1, "A-3", "Foot", 1, "F"],
        [2, "A-2", "Ring magnet", 4, "F"],
        [2, "A-5", "Screw", 1, "F"],
    ]
    found = read_rows([[*HEAD, "Beschaffungsart"], *rows])
    assert in_product(found) == [1, None, None]
    assert assemblies(found) == []


@pytest.mark.parametrize("levels", [[1, 1, 1, 1], [1, 2, 1, 2]])
def test_equal_lines_are_two_places_only_where_there_are_levels(
    read_rows: ReadRows, levels: list[int]
) -> None:
    rows = [["A-1", "Rotor", 1], ["A-2", "Ring magnet", 4]] * 2
    found = read_rows([HEAD, *([level, *row] for level, row in zip(levels, rows, strict=True))])
    assert len(found.parts) == (4 if 2 in levels else 2)


def test_names_set_in_by_the_program_are_levels(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(HEAD[1:])
    for row, (number, name, count, depth) in enumerate(
        [("P-1", "Pump", 1, 0), ("A-1", "Rotor", 2, 1), ("A-2", "Ring magnet", 7, 2), ("A-3", "Foot", 1, 1)], start=2
    ):  # fmt: skip
        sheet.append([number, name, count])
        sheet.cell(row, 2).alignment = Alignment(indent=depth)
    book.save(tmp_path / "bom.xlsx")
    found = read_all_here([tmp_path / "bom.xlsx"])
    assert in_product(found) == [1, 2, 14, 1]


@pytest.mark.parametrize("heads", [["Level 1", "Level 2", "Level 3"], ["L0", "L1", "L2"]])
def test_a_column_for_each_level_is_one_bill(read_rows: ReadRows, heads: list[str]) -> None:
    rows = [["P-10", None, None, "Pump", 1], [None, "P-11", None, "Rotor", 2],
            [None, None, "P-12", "Ring magnet", 7], [None, "P-13", None, "Foot", 1]]  # fmt: skip
    found = read_rows([[*heads, "Description", "Qty per"], *rows])
    assert facts(found, "part_number") == ["P-10", "P-11", "P-12", "P-13"]
    assert in_product(found) == [1, 2, 14, 1]


def test_a_tick_in_a_column_for_each_level_is_the_level(read_rows: ReadRows) -> None:
    rows = [["x", None, None, "P-10", "Pumpe", 1], [None, "x", None, "P-11", "Rotor", 2],
            [None, None, "x", "P-12", "Ringmagnet", 7], [None, "x", None, "P-13", "Fuß", 1]]  # fmt: skip
    head = ["Ebene 1", "Ebene 2", "Ebene 3", "Artikelnummer", "Bezeichnung", "Menge"]
    found = read_rows([head, *rows])
    assert facts(found, "part_number") == ["P-10", "P-11", "P-12", "P-13"]
    assert in_product(found) == [1, 2, 14, 1]


def test_columns_of_shelves_that_are_all_filled_are_no_levels(read_rows: ReadRows) -> None:
    rows = [["Part number", "Description", "Level 1", "Level 2"], ["P-10", "Pump", 4, 5], ["P-11", "Rotor", 1, 2],
            ["P-12", "Ring magnet", 7, 8]]  # fmt: skip
    found = read_rows(rows)
    assert facts(found, "part_number") == ["P-10", "P-11", "P-12"]
    assert assemblies(found) == []


def test_texts_in_a_column_for_each_level_name_no_part_twice(read_rows: ReadRows) -> None:
    head = ["Level 1", "Level 2", "Part number", "Description", "Qty per"]
    rows = [["Pump", None, "P-10", "Pump 4 kW", 1], [None, "Rotor", "P-11", "Rotor, turned", 2],
            [None, "Foot", "P-12", "Foot, cast", 4]]  # fmt: skip
    found = read_rows([head, *rows])
    assert facts(found, "part_number") == ["P-10", "P-11", "P-12"]
    assert facts(found, "description") == ["Pump 4 kW", "Rotor, turned", "Foot, cast"]
    named = read_rows([[*head[:3], "Qty per"], *([*row[:3], row[4]] for row in rows)])
    assert facts(named, "description") == ["Pump", "Rotor", "Foot"]
    assert in_product(named) == [1, 2, 4]


def test_prices_in_steps_are_no_numbers_of_parts(read_rows: ReadRows) -> None:
    rows = [
        ["A-1", "Magnet", 5.5, None, 10],
        ["A-2", "Motor", None, 44.0, 4],
        ["A-3", "Lager", 3.2, None, 3],
    ]
    found = read_rows([["Artikel", "Bezeichnung", "Stufe 1", "Stufe 2", "Menge"], *rows])
    assert facts(found, "part_number") == ["A-1", "A-2", "A-3"]
    assert in_product(found) == [10, 4, 3]


@pytest.mark.parametrize("heading", ["Profondeur", "层数"])
def test_depths_of_boxes_and_layers_of_boards_are_no_levels(
    read_rows: ReadRows, heading: str
) -> None:
    rows = [["A-1", "Aimant", 4, 4], ["A-2", "Moteur", 2, 2], ["A-3", "Carter", 6, 1]]
    found = read_rows([["Part number", "Description", heading, "Quantity"], *rows])
    assert (in_product(found), codes(found)) == ([4, 2, 1], [])


def test_a_point_that_a_spreadsheet_lost_makes_no_other_level(read_rows: ReadRows) -> None:
    rows = [[0.1, "A-1", "Rotor", 2], ["..2", "A-2", "Ring magnet", 7],
            ["...3", "A-5", "Glue", 1], [0.1, "A-3", "Foot", 1]]  # fmt: skip
    found = read_rows([["Explosion level", *HEAD[1:]], *rows])
    assert in_product(found) == [2, 14, 14, 1]


def test_what_a_part_goes_into_is_not_multiplied_downwards(read_rows: ReadRows) -> None:
    title = [["Where-used list for material A-9"], []]
    found = read_rows([*title, HEAD, *UNCLEAR])
    assert in_product(found) == [2, 4, 1]
    assert assemblies(found) == []


def test_a_column_of_builds_needs_what_is_in_the_product(read_rows: ReadRows) -> None:
    rows = [
        [1, "A-1", "Rotor", 2, 100],
        [2, "A-2", "Ring magnet", 7, 100],
        [1, "A-3", "Foot", 1, 100],
    ]
    found = read_rows([[*HEAD, "Planned annual production"], *rows])
    assert facts(found, "annual_quantity") == [200, 1400, 100]


def test_an_assembly_that_is_made_stays_a_part_with_its_mark(read_rows: ReadRows) -> None:
    """Every row that names a thing is a part; the mark says of which the parts stand below."""
    rows = [[1, "A-1", "Rotor with magnets", 2, "Make"], [2, "A-2", "Ring magnet", 7, "Buy"],
            [1, "A-3", "Milled foot", 1, "Make"], [1, "A-4", "Motor", 1, "Buy"],
            [2, "A-5", "Magnet", 2, "Buy"]]  # fmt: skip
    found = connect(read_rows([[*HEAD, "Make/Buy"], *rows]))
    assert facts(found, "part_number") == ["A-1", "A-2", "A-3", "A-4", "A-5"]
    assert in_product(found) == [2, 14, 1, 1, 2]
    assert assemblies(found) == [0], "the bought motor is none of ours"
    counted(found)


def test_a_component_without_a_number_is_not_the_one_above_it(read_rows: ReadRows) -> None:
    rows = [*PARENTS[:2], ["A-1", None, "Glue", 1], PARENTS[2]]
    found = read_rows([["Parent item", "Component", "Component name", "Qty per"], *rows])
    assert in_product(found) == [2, 8, 2, 1]
    assert assemblies(found) == [0]
