"""Sections that count on as the lines below them do, taxes with their rate in front, and graded sums."""

import pytest

from desktop_app.intake.totals import is_total
from tests.intake.conftest import ReadRows
from tests.intake.looking import facts

OFFER = ["Pos.", "Bezeichnung", "Artikel-Nr.", "Menge", "ME", "E-Preis", "G-Preis"]


@pytest.mark.parametrize(
    ("first", "second", "last"),
    [("1", "1.1", "1.2"), (1.0, 1.1, 1.2), ("2.", "2.01", "2.02"), ("1.3", "1.3.1", "1.3.2"), ("4.0", "4.1", "4.2")],
)  # fmt: skip
def test_a_numbered_name_above_its_lines_is_a_section(
    read_rows: ReadRows, first: object, second: object, last: object
) -> None:
    body = [
        [first, "Hebezeuge / Hoists", None, None, None, None, None],
        [second, "Kettenzug 500 kg", "K-500", 2, "Stk", 410.0, 820.0],
        [last, "Lastöse M16", "LO-16", 8, "Stk", 6.5, 52.0],
    ]
    reading = read_rows([OFFER, *body])
    assert facts(reading, "part_number") == ["K-500", "LO-16"]
    assert facts(reading, "section") == ["Hebezeuge / Hoists"] * 2


def test_a_numbered_name_above_another_number_is_a_part(read_rows: ReadRows) -> None:
    body = [
        ["1", "Kettenzug 500 kg", None, None, None, None, None],
        ["2", "Lastöse M16", "LO-16", 8, "Stk", 6.5, 52.0],
        ["3", "Schäkel", "SH-3", 8, "Stk", 2.5, 20.0],
    ]
    assert len(read_rows([OFFER, *body]).parts) == 3


@pytest.mark.parametrize(
    "text",
    ["7,7 % MWST", "zzgl. 19 % MwSt.", "20 % TVA", "21% IVA", "8％消費税", "13%增值税", "10% 부가세", "5 % discount"],
)  # fmt: skip
def test_a_tax_with_its_rate_in_front_is_no_part(text: str) -> None:
    assert is_total(text)


@pytest.mark.parametrize("text", ["5 % Kobalt", "99,9 % Ceroxid", "30% glass filled nylon"])
def test_a_share_of_a_material_is_no_tax(text: str) -> None:
    assert not is_total(text)


def test_one_asterisk_below_two_is_a_sum_whatever_it_adds_up_to(read_rows: ReadRows) -> None:
    body = [
        ["M-1", "Spule", "1000", "ST", 12, 310.0],
        ["M-2", "Welle", "1000", "ST", 4, 90.0],
        ["* Lager Nord", None, None, None, None, 471.3],
        ["M-3", "* Sonderteil mit Stern", "1200", "ST", 1, 20.0],
        ["** Summe", None, None, None, None, 491.3],
    ]
    wide = ["Material", "Kurztext", "Werk", "BME", "Frei verwendbar", "Wert frei verw."]
    assert facts(read_rows([wide, *body]), "part_number") == ["M-1", "M-2", "M-3"]


def test_numbers_of_a_list_of_prices_are_no_places_on_a_board(read_rows: ReadRows) -> None:
    rows = [[f"TR{110 + n}", f"Farbe {n}", 3.5 + n, "Italia"] for n in range(8)]
    reading = read_rows([["Codice", "Descrizione", "Prezzo EUR", "Origine"], *rows])
    assert facts(reading, "part_number") == [row[0] for row in rows]


def test_rows_of_a_bill_of_levels_and_names_are_parts_on_each_level(read_rows: ReadRows) -> None:
    names = ["Motor", "Magnet", "Wire", "Fan", "Bearing"]
    levels = ["1", "1.1", "1.2", "2", "2.1"]
    rows = [[level, name] for level, name in zip(levels, names, strict=True)]
    assert facts(read_rows([["Level", "Description"], *rows]), "description") == names


NUMBERED = [["P1", "Motor DC", 2], ["P2", "Screw M4", 4], ["P3", "Fan", 5], ["P4", "Relay", 1]]


@pytest.mark.parametrize(("text", "is_part"), [("Magnet N42", True), ("Magnets", False)])
def test_the_only_lone_text_with_a_grade_is_a_part(
    read_rows: ReadRows, text: str, is_part: bool
) -> None:
    body = [*NUMBERED[:2], [None, text, None], *NUMBERED[2:]]
    found = facts(read_rows([["Part No", "Description", "Qty"], *body]), "description")
    assert (text in found) is is_part


@pytest.mark.parametrize(
    "lone", [{0: "Magnets N42", 2: "Magnets N35"}, {2: "Magnets N42"}], ids=["several", "below a gap"]
)  # fmt: skip
def test_graded_headings_of_sections_are_no_parts(
    read_rows: ReadRows, lone: dict[int, str]
) -> None:
    body: list[list[object]] = []
    for place, row in enumerate(NUMBERED):
        if place in lone and len(lone) == 1:
            body.append([None, None, None])
        if place in lone:
            body.append([None, lone[place], None])
        body.append(row)
    found = read_rows([["Part No", "Description", "Qty"], *body])
    assert facts(found, "part_number") == ["P1", "P2", "P3", "P4"]


QUANTITIES = ["No.", "Item code", "Description", "Maker", "Unit", "Qty", "Remark"]
EARTHING = [
    ["1", "BT72N14001", "Earth bar", None, "m", 3200],
    ["2", "BT72N14002", "Down conductor", None, "m", 800],
    ["3", "BT72N14003", "Earth rod", None, "pcs", 100],
    ["4", "BT73N14004", "Flood light", None, "pcs", 10],
]


@pytest.mark.parametrize(
    ("row", "is_part"),
    [
        ([None, "BT73", "Lighting of the plant", None, None, None], False),
        ([None, None, "Lighting of the plant", None, None, None], False),
        ([None, "BT73N15002", "Flood light, alternative", None, None, None], True),
        ([None, "BT99", "Magnet, alternative", None, None, None], True),
        ([None, "BT73", "Ring magnet N42SH", None, None, None], True),
        ([None, "BT73", "Ring magnet", "Vacuum Hanau", None, None], True),
        ([None, "BT73", "Ring magnet", None, None, None, "TBD"], True),
    ],
)
def test_a_line_that_lacks_its_amount_is_no_title(
    read_rows: ReadRows, row: list[object], is_part: bool
) -> None:
    found = read_rows([QUANTITIES, *EARTHING[:3], row, EARTHING[3]])
    assert len(found.parts) == 4 + is_part


def test_a_line_whose_number_is_left_out_is_no_title(read_rows: ReadRows) -> None:
    row = [None, "BT73", "Control gear", None, None, None]
    found = read_rows([QUANTITIES, *EARTHING[:3], row, ["5", *EARTHING[3][1:]]])
    assert "Control gear" in facts(found, "description")
