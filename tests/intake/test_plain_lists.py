"""Short lists without headings: lines that say how many, numbers beside names, and what is no list."""

from pathlib import Path

import pytest

from desktop_app.intake.counted_lines import count_in
from desktop_app.model.reading import Reading
from tests.intake.conftest import ReadRows
from tests.intake.looking import codes, facts, only_table, rows
from tests.intake.reading_here import read_here
from tests.workbooks.build import Rows


@pytest.mark.parametrize(
    ("text", "many", "unit", "what"),
    [
        ("4x ring magnet", 4, "", "ring magnet"),
        ("- 200 pcs of neodymium disc 10x3", 200, "pcs", "neodymium disc 10x3"),
        ("1. Servo motor 750 W - 4 pcs", 4, "pcs", "Servo motor 750 W"),
        ("1.200 Stück Ringmagnet", 1200, "Stück", "Ringmagnet"),
        ("Magnet 20x10, x4", 4, "", "Magnet 20x10"),
        ("Ringmagnet 30x20x5 (20 Stück)", 20, "Stück", "Ringmagnet 30x20x5"),
        ("磁铁100个", 100, "个", "磁铁"),
        ("步进电机 42 5台", 5, "台", "步进电机 42"),
        ("Aimant disque 8x3 : 12 pièces", 12, "pièces", "Aimant disque 8x3"),
    ],
)
def test_a_line_says_how_many_of_what(text: str, many: int, unit: str, what: str) -> None:
    assert count_in(text) == (many, unit, what)


@pytest.mark.parametrize(
    "text",
    ["10 x 20 x 5 magnet", "Screw M4 x 10", "Motor 24 V", "Cable 5 m", "180Pcs/set M2 standoff", "2 pcs",
     "Set of 5 magnets", "3D printer motor", "12 May", "N42", ""],
)  # fmt: skip
def test_sizes_and_packs_are_no_counts(text: str) -> None:
    assert count_in(text) is None


def test_counts_in_lines_are_quantities_and_the_names_stay_whole(read_rows: ReadRows) -> None:
    reading = read_rows([["4x ring magnet 20x10"], ["2x motor 24 V"], ["Cable 10 mm"]])
    assert facts(reading, "quantity")[:2] == [4, 2]
    assert facts(reading, "description") == ["4x ring magnet 20x10", "2x motor 24 V", "Cable 10 mm"]
    assert "W_NO_HEADING" in codes(reading)


def test_below_a_heading_a_number_in_a_name_is_none_of_the_list(read_rows: ReadRows) -> None:
    told: Rows = [
        ["Part number", "Description"],
        ["A-1", "4x M3 screw set"],
        ["A-2", "2x M5 screw set"],
    ]
    assert facts(read_rows(told), "quantity") == [None, None]


@pytest.mark.parametrize(
    "told",
    [
        [["Hans Meier", 30], ["Eva Kurz", 41], ["Jan Novak", 28]],
        [[4400, "Fremdleistungen"], [4711, "Frachten"], [4730, "Reisekosten"]],
        [["Monday", "8:00"], ["Tuesday", "9:30"], ["Friday", "8:00"]],
        [["Room 1", "Meeting"], ["Room 2", "Kitchen"], ["Room 3", "Office"]],
        [["a", 1], ["b", 2], ["c", 3]],
        [["Name"], ["Hans Meier"], ["Eva Kurz"], ["Jan Novak"]],
    ],
)
def test_what_is_no_list_of_parts_is_none(told: Rows, read_rows: ReadRows) -> None:
    assert len(read_rows(told).parts) == 0


@pytest.mark.parametrize(
    "told",
    [
        [["Student ID", "Student name", "Year", "Grade"], ["ST1000", "Anna Miller", 2, "A"],
         ["ST1007", "Ben Carter", 1, "C"], ["ST1014", "Cleo Diaz", 4, "B"], ["ST1021", "Dan Ford", 2, "B"]],
        [["Emp ID", "Sales rep", "Territory", "Deals"], ["EMP200", "Anna Miller", "North", 12],
         ["EMP203", "Ben Carter", "South", 31], ["EMP206", "Cleo Diaz", "East", 7], ["EMP209", "Dan Ford", "East", 9]],
        [["Roll No", "Name of the candidate", "Physics", "Result"], ["21CS1000", "ANNA MILLER", 71, "PASS"],
         ["21CS1003", "BEN CARTER", 55, "PASS"], ["21CS1006", "CLEO DIAZ", 31, "FAIL"],
         ["21CS1009", "DAN FORD", 80, "PASS"]],
        [["Runner", "Club", "Time", "Place"], ["Anna Miller", "Leeds Runners", "00:41:12", 1],
         ["Ben Carter", "York Striders", "00:42:31", 2], ["Cleo Diaz", "Hull Harriers", "00:43:05", 3],
         ["Dan Ford", "Ripon Harriers", "00:44:50", 5]],
        [["Student ID", "Marks"], ["ST1000", 44], ["ST1007", 81], ["ST1014", 60], ["ST1021", 73]],
        [["Vehicles"], ["KA10AB1007"], ["KA11AB1031"], ["KA12AB1040"], ["KA13AB1064"]],
    ],
)  # fmt: skip
def test_codes_below_unknown_headings_prove_no_part(told: Rows, read_rows: ReadRows) -> None:
    assert len(read_rows(told).parts) == 0


def test_a_size_in_the_names_makes_parts_below_any_headings(read_rows: ReadRows) -> None:
    told: Rows = [["MX-2201", "Ring magnet N42SH 20x10", 40], ["MX-2202", "Shaft 8 mm", 12],
                  ["MX-2207", "Housing", 5], ["MX-2211", "Motor 24 V", 4]]  # fmt: skip
    for headings in (["Student", "Name", "Points"], ["Candidate", "Criterion", "Score"]):
        assert rows(read_rows([headings, *told])) == [2, 3, 4, 5]
    bare: Rows = [
        ["MX-2201", "Magnet holder", 40],
        ["MX-2202", "Shaft", 12],
        ["MX-2207", "Housing", 5],
    ]
    assert rows(read_rows(bare)) == [1, 2, 3]


def test_the_first_row_is_a_part_unless_it_heads_the_others(read_rows: ReadRows) -> None:
    told: Rows = [["A-10", "Ring 20x10", 5], ["A-17", "Disc 8x3", 6], ["B-20", "Motor 24 V", 7],
                  ["B-24", "Fan 80 mm", 8]]  # fmt: skip
    assert rows(read_rows(told)) == [1, 2, 3, 4]
    headed = read_rows([["Tunnus", "Nimike", "Luku"], *told])
    assert (only_table(headed).header_row, rows(headed)) == (1, [2, 3, 4, 5])


def test_a_comma_in_a_letter_does_not_cut_its_lines(tmp_path: Path) -> None:
    path = tmp_path / "mail.txt"
    path.write_text(
        "Hello Ann,\nplease send\n2 pcs encoder, magnetic\n5 pcs ring 20x10\nThanks\n", "utf-8"
    )
    reading = read_here(path)
    assert isinstance(reading, Reading)
    assert facts(reading, "description") == ["2 pcs encoder, magnetic", "5 pcs ring 20x10"]
    listed = tmp_path / "list.csv"
    listed.write_text("Offer\n\nM-1 motor 24 V,2\nM-2 ring 20x10,5\nM-3 disc 8x3,7\n", "utf-8")
    reading = read_here(listed)
    assert isinstance(reading, Reading)
    assert facts(reading, "quantity") == [2, 5, 7]


SIZED: Rows = [["A-17", "Disc 8x3", 6, "pcs"], ["B-20", "Motor 24 V", 17, "pcs"], ["B-24", "Fan 80 mm", 8, "pcs"],
               ["B-25", "Cable 9 mm", 3, "m"]]  # fmt: skip


@pytest.mark.parametrize(
    "first",
    [
        [],
        ["A-01", "Magnet", "TBD", "pcs"],
        ["neu", "Magnet", "10", "pcs"],
        [None, "Motor", 4, "pcs"],
        ["unknown", "Coil", 5, "set"],
    ],
)
def test_units_beside_amounts_make_no_heading_of_the_first_parts(
    first: list[str | int | None], read_rows: ReadRows
) -> None:
    """ "pcs" heads amounts and "Disc" may be a discount: A-17 was the heading, and no amount was read."""
    told: Rows = [first, *SIZED] if first else SIZED
    found = read_rows(told)
    assert rows(found) == list(range(1, len(told) + 1))
    assert facts(found, "quantity")[-4:] == [6, 17, 8, 3]


def test_a_sign_for_times_behind_most_names_counts(read_rows: ReadRows) -> None:
    names = ["Stepper motor x2", "Belt x1", "Magnet 10x3 x4", "Bearings (x6)", "Pulleys x3"]
    reading = read_rows([["Part", "Notes"], *([name, None] for name in names)])
    assert facts(reading, "quantity") == [2.0, 1.0, 4.0, 6.0, 3.0]
    assert facts(reading, "description")[0] == "Stepper motor x2"


def test_sizes_behind_names_count_nothing(read_rows: ReadRows) -> None:
    names = ["Screw M3 x10", "Screw M3 x16", "Sheet 200 x 300", "Profile 20x20", "Ring Φ15*3"]
    assert facts(read_rows([["Part", "Notes"], *([n, None] for n in names)]), "quantity") == [
        None
    ] * len(names)


def test_signs_for_times_in_their_own_column_count(read_rows: ReadRows) -> None:
    reading = read_rows([["modulo wifi", "x2"], ["Motores", "x6"], ["Cargador", "x1"]])
    assert facts(reading, "quantity") == [2.0, 6.0, 1.0]
    reading = read_rows([["Part", "Qty"], ["Motor", "x2"], ["Belt", "2x"], ["Plate", "×4"]])
    assert facts(reading, "quantity") == [2.0, 2.0, 4.0]
