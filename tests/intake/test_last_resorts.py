"""Headings that say little or are misspelt, and lists in which none names the parts."""

from datetime import date
from typing import Any

import pytest

from desktop_app.intake.headings import heading_book
from tests.intake.conftest import ReadRows
from tests.intake.looking import codes, facts, fields, only_table


def first(heading: str) -> str | None:
    """The field that a heading means by itself."""
    found = heading_book().meanings(heading)
    return found[0].field if found else None


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Manuf. Part Number", "mpn"),
        ("MANF#", "mpn"),
        ("Part Number de Fabricante", "mpn"),
        ("Vendor Part Number", "supplier_part_number"),
        ("Item Vendor", "supplier"),
        ("FOB Shenzhen USD", "unit_price"),
        ("Price at reichelt.de", "unit_price"),
        ("€/ud", "unit_price"),
        ("Quanity", "quantity"),
        ("Discription", "description"),
        ("Suplier", "supplier"),
        ("Prices", "unit_price"),
        ("Qty/board", "quantity"),
        ("Electronic components", "description"),
        ("Number parts", "quantity"),
        ("Número de piezas", "quantity"),
        ("Número de pieza", "part_number"),
        ("ÜCRET (TL)", "unit_price"),
        ("Số lượng", "quantity"),
        ("Hãng sản xuất", "manufacturer"),
        ("Кол-во", "quantity"),
        ("شماره قطعه", "part_number"),
        ("品項", "description"),
        ("全称", "description"),
        ("渠道", "supplier"),
        ("费用", "unit_price"),
    ],
)
def test_a_heading_is_known_in_other_words(heading: str, field: str) -> None:
    assert first(heading) == field


@pytest.mark.parametrize(
    "heading",
    ["Height", "Customer code", "FOB amount USD", "Phone number", "Total parts"],
)
def test_what_only_sounds_alike_is_something_else(heading: str) -> None:
    assert first(heading) not in ("unit_mass", "hs_code", "unit_price", "description", "quantity")


def test_the_name_may_stand_under_type_where_no_column_names_the_part(read_rows: ReadRows) -> None:
    reading = read_rows([
        ["Type", "Voltage", "Weight", "Price", "Quantity", "Vendor"],
        ["Sealed lead acid", "6V", "1.7 lbs", 5.89, 4, "Battery Clerk"],
        ["Lithium ion pack", "11.1V", "0.3 lbs", 13.95, 3, "Battery Space"],
    ])  # fmt: skip
    assert facts(reading, "description") == ["Sealed lead acid", "Lithium ion pack"]
    assert all(c.confidence < 0.8 for c in only_table(reading).columns if c.header == "Type")


def test_material_names_what_to_buy_where_nothing_else_does(read_rows: ReadRows) -> None:
    reading = read_rows([["Material", "Quantity", "Price"], ["Wooden side plate", 4, 2.5],
                         ["Battery holder", 1, 3], ["Copper wire", 2, 9]])  # fmt: skip
    assert fields(reading)["Material"] == "description"


def test_units_over_numbers_count_and_over_words_do_not(read_rows: ReadRows) -> None:
    head = ["Component", "Units", "Cost"]
    counted = read_rows([head, ["Rail", 1, 17.16], ["Carriage", 2, 20.5], ["Screw", 16, 0.1]])
    assert facts(counted, "quantity") == [1, 2, 16]
    named = read_rows([head, ["Rail", "pcs", 17.16], ["Carriage", "pcs", 2], ["Wire", "m", 1]])
    assert fields(named)["Units"] == "unit"


def test_price_per_unit_over_amounts_is_a_price(read_rows: ReadRows) -> None:
    reading = read_rows([["Part", "Qty", "Price/unit"], ["Stepper motor", 3, "$12.99"],
                         ["Ball bearing", 8, "$0.50"], ["Magnet disc", 4, "$1.20"]])  # fmt: skip
    assert facts(reading, "unit_price") == [12.99, 0.5, 1.2]
    assert facts(reading, "currency") == ["USD"] * 3


def test_a_location_of_shops_is_the_supplier(read_rows: ReadRows) -> None:
    head, shelves = ["Item", "Location", "Quantity"], ["Rack A top", "Rack B top", "Rack C top"]
    names = ["Power jack", "Battery case", "Servo motor"]
    shops = ["Amazon", "Home Depot", "Adafruit"]
    for places, field in ((shops, "supplier"), (shelves, None)):
        told = [[name, place, 2] for name, place in zip(names, places, strict=True)]
        assert fields(read_rows([head, *told]))["Location"] == field


def test_a_vendor_column_of_order_numbers_names_no_vendor(read_rows: ReadRows) -> None:
    reading = read_rows([["Comment", "Designator", "Vendor"], ["100nF", "C1", "C14663"],
                         ["10uF", "C2", "C15850"], ["BC817", "Q1", "C182131"]])  # fmt: skip
    assert fields(reading)["Vendor"] is None


def test_headings_repeated_in_the_list_do_not_spoil_its_numbers(read_rows: ReadRows) -> None:
    head = ["Mechanical components", "Description", "Qty", "Unit Cost"]
    again = ["Electronic components", *head[1:]]
    reading = read_rows([head, ["Screw M3", "15 mm", 8, 0.1], again, ["Servo", "MG92B", 2, 9],
                         again, ["Cell", "18650", 4, 3]])  # fmt: skip
    assert facts(reading, "unit_price") == [0.1, 9, 3]


def test_a_list_with_all_its_headings_misspelt_is_read_and_asked_about(read_rows: ReadRows) -> None:
    reading = read_rows([["Discription", "Quanity", "Suplier", "Manufaturer"],
                         ["Disc magnet", 12, "K&J", "K&J"], ["Servo", 4, "Shop", "Tower"]])  # fmt: skip
    assert facts(reading, "quantity") == [12, 4]
    assert all(c.confidence < 0.8 for c in only_table(reading).columns)
    assert "W_NO_HEADING" not in codes(reading)


def test_the_kind_describes_parts_of_which_nothing_but_the_number_is_told(
    read_rows: ReadRows,
) -> None:
    reading = read_rows(
        [
            ["Type", "SubType", "Model", "UnitPrice"],
            ["Passive", "Resistor", None, 0.25],
            ["Transistor", "NPN silicon", "2N3904", 2.5],
            ["Transistor", "PNP silicon", "2N3906", 2.5],
            ["Magnet", "Neodymium disc", "N42-D10", 1.2],
        ]
    )
    assert facts(reading, "description")[0] == "Resistor, Passive"
    assert facts(reading, "mpn") == [None, "2N3904", "2N3906", "N42-D10"]


def test_beside_a_description_the_kind_is_none(read_rows: ReadRows) -> None:
    reading = read_rows(
        [
            ["Type", "Part number", "Description"],
            ["Buy", "M-1", "Neodymium disc"],
            ["Make", "M-2", "Steel shaft"],
        ]
    )
    assert facts(reading, "description") == ["Neodymium disc", "Steel shaft"]


@pytest.mark.parametrize("order", [("Unit Cost", "Unit Price"), ("Unit Price", "Unit Cost")])
def test_what_a_part_costs_goes_before_what_it_is_sold_for(
    order: tuple[str, str], read_rows: ReadRows
) -> None:
    money = {"Unit Cost": (58.3, None, 4.2), "Unit Price": (96.5, 1.95, 9.1)}
    rows = zip(("1896-S", "1900-S", "1928-W"), *(money[name] for name in order), strict=True)
    reading = read_rows([["No.", *order, "Description"], *([*row, "Motor"] for row in rows)])
    assert facts(reading, "unit_price") == [58.3, None, 4.2]


def test_info_describes_parts_where_nothing_else_does(read_rows: ReadRows) -> None:
    rows = [["C3216JB1E336M160AC", 1, "33 uF"], ["SRR1210-101M", 2, "Inductor"]]
    reading = read_rows([["Manufacturer Part Number", "Quantity", "Info"], *rows])
    assert facts(reading, "description") == ["33 uF", "Inductor"]


def test_a_log_with_infos_is_no_list_of_parts(read_rows: ReadRows) -> None:
    rows = [
        ["23.05.2022", "static", "001", "throttle 10 -> OK"],
        [None, "gyro", "002", "redo of 001"],
    ]
    reading = read_rows([["date", "type", "nr", "info"], *rows, *rows])
    assert len(reading.parts.frame) == 0


@pytest.mark.parametrize("heading", ["ID interno", "Interne ID", "Internal ID"])
def test_a_number_with_letters_under_the_number_of_a_record_is_the_parts(
    heading: str, read_rows: ReadRows
) -> None:
    head, names = [heading, "Description", "Qty"], ("Magnet", "Motor", "Nut")
    coded = read_rows([head, *([f"M-{n}05", name, 4] for n, name in enumerate(names, 1))])
    assert facts(coded, "part_number") == ["M-105", "M-205", "M-305"]
    counted = read_rows([head, *([f"{n}0511", name, 4] for n, name in enumerate(names, 1))])
    assert fields(counted)[heading] is None


def test_links_and_notes_beside_one_slip_of_the_pen_are_headings_too(read_rows: ReadRows) -> None:
    told = [
        ["Material", "Cantidda", "Notas"], ["Motor paso a paso", 2, "azul"], ["Tornillo M5 x 12", 4, None],
        ["Polea dentada", 1, None],
    ]  # fmt: skip
    reading = read_rows(told)
    assert facts(reading, "description") == [
        "Motor paso a paso",
        "Tornillo M5 x 12",
        "Polea dentada",
    ]
    assert facts(reading, "quantity") == [2, 4, 1]


def test_one_known_heading_beside_links_and_notes_heads_no_list(read_rows: ReadRows) -> None:
    told = [
        ["Material", "Abend", "Notas", "Link"],
        ["Holz", "Montag", "x", "y"],
        ["Leim", "Dienstag", "z", "w"],
    ]
    assert not facts(read_rows(told), "description")


def test_the_name_left_of_its_details_is_the_part(read_rows: ReadRows) -> None:
    told = [
        ["Thingy", "Details", "Quantity"], ["Stepper Driver", "A4988 carrier", 3], ["Bolt", "M3x15", 4],
        [None, "M3x25", 8], ["Ball bearing", "ID = 10, OD = 26", 2],
    ]  # fmt: skip
    named = facts(read_rows(told), "description")
    assert [text.partition(",")[0] for text in named] == [
        "Stepper Driver",
        "Bolt",
        "Bolt",
        "Ball bearing",
    ]
    assert "M3x25" in named[2]


def test_a_day_alone_is_no_part(read_rows: ReadRows) -> None:
    told = [
        ["Bauteil", "Menge"], ["Schraube M4", 4], [date(2026, 5, 11), None], ["Mutter M4", 4],
        ["Scheibe M4", 8],
    ]  # fmt: skip
    assert facts(read_rows(told), "description") == ["Schraube M4", "Mutter M4", "Scheibe M4"]


def test_words_under_designator_are_names_and_places_on_a_board_are_none(
    read_rows: ReadRows,
) -> None:
    told: list[list[Any]] = [
        ["Designator", "Component (Description)", "Number"], ["Load Amplifier", "(Item #: 3863)", 1],
        ["Focus Motor", "227:1 with gear (Item #: 3257)", 1], ["Cleaning Alcohol", "---", 1],
        ["Hex Nut", "Medium strength steel", 4],
    ]  # fmt: skip
    named = facts(read_rows(told), "description")
    assert ["Amplifier" in named[0], "Motor" in named[1], "Alcohol" in named[2]] == [True] * 3
    board = [[f"R{n}", *row[1:]] for n, row in enumerate(told[1:], 1)]
    assert not any(
        "R1" in text for text in facts(read_rows([told[0], *board]), "description") if text
    )


@pytest.mark.parametrize("heading", ["Notes", "Bemerkung", "Commentaires", "Observaciones"])
def test_a_remark_on_each_line_says_what_a_mere_number_is(
    heading: str, read_rows: ReadRows
) -> None:
    reading = read_rows(
        [
            ["Part", "Manufacturer", "Quantity", heading],
            ["L16-50", "Actuonix", 2, "Linear actuator"],
            ["CP30138", "CUI", 1, "Peltier module"],
            ["EXP1250", "ExpertPower", 4, "Battery"],
            ["GDM2004D", "Xiamen Ocular", 1, "LCD screen"],
        ]
    )
    assert facts(reading, "description")[:2] == ["Linear actuator", "Peltier module"]
    column = next(c for c in only_table(reading).columns if c.header == heading)
    assert column.confidence < 0.8  # it is asked about


@pytest.mark.parametrize(
    "remarks",
    [["on stock", "ordered", "on stock", "ordered"], ["Linear actuator", None, None, "LCD screen"]],
    ids=["the same again", "on some lines"],
)
def test_other_remarks_name_no_part(remarks: list[str | None], read_rows: ReadRows) -> None:
    numbers = ["L16-50", "CP30138", "EXP1250", "GDM2004D"]
    rows = [[number, "Maker", 2, note] for number, note in zip(numbers, remarks, strict=True)]
    reading = read_rows([["Part", "Manufacturer", "Quantity", "Notes"], *rows])
    assert "description" not in fields(reading)


NAMED_BY_MATERIAL: list[list[Any]] = [
    ["编号", "材料", "SKU", "价格", "数量"],
    [1, "Main controller", "276-4810", 349, 1],
    [2, "Smart servo 11W", "276-4840", 39, 8],
    [3, "Gyro sensor", "276-4855", 49, 1],
    [4, "Battery cable", "276-4861", 5, 2],
]


def test_material_names_the_parts_beside_their_numbers_where_nothing_else_does(
    read_rows: ReadRows,
) -> None:
    reading = read_rows(NAMED_BY_MATERIAL)
    assert facts(reading, "description")[1] == "Smart servo 11W"
    assert facts(reading, "part_number")[1] == "276-4840"


@pytest.mark.parametrize("column", [["钢", "钢", "铝", "钢"], ["steel", "brass", "steel", "PTFE"]])
def test_what_numbered_parts_are_made_of_names_none(read_rows: ReadRows, column: list[str]) -> None:
    rows = [NAMED_BY_MATERIAL[0]] + [
        [row[0], text, *row[2:]] for row, text in zip(NAMED_BY_MATERIAL[1:], column, strict=True)
    ]
    reading = read_rows(rows)
    assert facts(reading, "description") == [None] * 4
    assert facts(reading, "material") == column
