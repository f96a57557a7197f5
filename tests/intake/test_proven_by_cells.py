"""Headings that the cells of the list speak against: sums, what is still to come, kinds of records."""

from pathlib import Path

import openpyxl
import pytest

from desktop_app.model.reading import Reading
from tests.intake.looking import facts, fields, rows
from tests.intake.reading_here import read_here


def _read(folder: Path, text: str) -> Reading:
    path = folder / "list.csv"
    path.write_text(text, encoding="utf-8")
    reading = read_here(path)
    assert isinstance(reading, Reading)
    return reading


BOUGHT = (
    "Part;Qty;Price\nScrew M4;249;28.80\nBearing 608;8;12.40\nMotor 12 V;2;61.00\nHub;4;20.36\n"
)


def test_a_price_that_the_list_adds_up_as_it_stands_is_the_money_of_the_line(
    tmp_path: Path,
) -> None:
    reading = _read(tmp_path, BOUGHT + ";;122.56\n")
    assert fields(reading)["Price"] == "line_value"
    assert facts(reading, "unit_price") == [None] * 4


def test_it_is_asked_about(tmp_path: Path) -> None:
    reading = _read(tmp_path, BOUGHT + ";;122.56\n")
    (table,) = reading.files[0].sheets[0].tables
    assert next(c.confidence for c in table.columns if c.header == "Price") < 0.8


@pytest.mark.parametrize(
    "text",
    [
        BOUGHT,
        BOUGHT + ";;7473.84\n",
        BOUGHT.replace("Price", "Price per piece") + ";;122.56\n",
        BOUGHT.replace("249", "1").replace(";8;", ";1;").replace(";4;", ";1;") + ";;122.56\n",
    ],
    ids=["no sum", "sum of the lines", "its heading says of one", "one of nearly each"],
)
def test_another_price_stays_that_of_one(text: str, tmp_path: Path) -> None:
    reading = _read(tmp_path, text)
    assert facts(reading, "unit_price")[:2] == [28.8, 12.4]


WEIGHED = "Part;Qty;Mass;Price;Mass of all\nLink A;4;0.5;81.4;2\nLink B;4;0.6;80.9;2.4\nPin;8;0.1;2.5;0.8\n"


def test_a_list_that_multiplies_its_masses_is_asked_about_the_price_it_adds_up(
    tmp_path: Path,
) -> None:
    reading = _read(tmp_path, WEIGHED + ";;;164.8;5.2\n")
    (table,) = reading.files[0].sheets[0].tables
    (price,) = (c for c in table.columns if c.header == "Price")
    assert price.field == "unit_price"
    assert price.confidence < 0.8


SENT = (
    "Index,Quantity,Part Number,Description,{},Backorder,Unit Price\n"
    "1,10,277-8599-ND,TERM BLK 6POS,{},{},5.26\n"
    "2,6,296-43024-1-ND,MOTOR DRIVER,{},{},3.86\n"
    "3,25,469-1039-ND,MAGNET,{},{},1.22\n"
)


def test_what_was_sent_of_an_order_is_no_stock_of_the_buyer(tmp_path: Path) -> None:
    reading = _read(tmp_path, SENT.format("Available", 10, 0, 2, 4, 25, 0))
    assert fields(reading)["Available"] is None
    assert facts(reading, "stock_on_hand") == [None] * 3


def test_stock_that_has_nothing_to_do_with_the_order_stays_stock(tmp_path: Path) -> None:
    reading = _read(tmp_path, SENT.format("Available", 120, 0, 31, 4, 8, 0))
    assert facts(reading, "stock_on_hand") == [120, 31, 8]


KINDS = "Component;Description;Material type;Qty\nM-1;Rotor;{};1\nM-2;Magnet;{};8\nM-3;Shaft;{};1\n"


def test_types_of_material_of_an_erp_system_are_no_materials(tmp_path: Path) -> None:
    reading = _read(tmp_path, KINDS.format("HALB", "ROH", "ROH"))
    assert facts(reading, "material") == [None] * 3


def test_materials_under_the_same_heading_are(tmp_path: Path) -> None:
    reading = _read(tmp_path, KINDS.format("Steel", "NdFeB", "C45"))
    assert facts(reading, "material") == ["Steel", "NdFeB", "C45"]


LISTED = "".join(f"Part {n};K-{n};{n};2.50\n" for n in range(1, 7))


def test_a_list_of_costs_below_the_parts_has_no_parts(tmp_path: Path) -> None:
    listed = "".join(f"Part {n};K-{n};made to order;{n};2.50\n" for n in range(1, 7))
    below = ";;;;\nCosts of all;one set;two sets;;\n;72520;145040;;\n"
    reading = _read(tmp_path, "Name;Model;Remark;Quantity;Price\n" + listed + below)
    assert rows(reading) == [2, 3, 4, 5, 6, 7]


def test_parts_below_a_gap_whose_quantity_nobody_gave_stay_parts(tmp_path: Path) -> None:
    below = ";;;\nGrease;K-8;;\nLabel;K-9;;\n"
    reading = _read(tmp_path, "Name;Model;Quantity;Price\n" + LISTED + below)
    assert rows(reading) == [2, 3, 4, 5, 6, 7, 9, 10]


def test_a_list_goes_on_below_its_headings_once_more(tmp_path: Path) -> None:
    heading = "No.;Name;Qty;Price\n"
    first = "".join(f"{n};Bracket {n};{n};2.50\n" for n in range(1, 6))
    second = "".join(f"{n};Board {n};{n};7.25\n" for n in range(1, 4))
    text = f"{heading}{first}Electronics;;;\n;;;\n{heading}{second}"
    reading = _read(tmp_path, text)
    assert facts(reading, "unit_price") == [2.5] * 5 + [7.25] * 3


def test_lines_of_which_all_that_is_used_is_merged_go_on_with_the_part_above(
    tmp_path: Path,
) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(("Part Number", "Description", "Quantity", "Sent", "Unit Price", "Extended Price"))
    for n in range(1, 5):
        sheet.append((f"277-{n}-ND", f"Magnet {n}", 10 * n, 10 * n, 2.5, 25.0 * n))
        sheet.append((None, None, None, "Immediate", None, None))
        for letter in "ABCEF":
            sheet.merge_cells(f"{letter}{2 * n}:{letter}{2 * n + 1}")
    book.save(tmp_path / "order.xlsx")
    reading = read_here(tmp_path / "order.xlsx")
    assert isinstance(reading, Reading)
    assert rows(reading) == [2, 4, 6, 8]


DECLARED = (
    "Ebene;Bezeichnung;Sachnummer;Menge;Gewicht;Einheit;CAS-Nr.;Anteil (%)\n"
    "1;Magnet;M-1001;1;7,5;g;;\n2;NdFeB N42;;;7,4;g;;\n"
    "3;Neodymium;;;{};7440-00-8;29\n3;Iron;;;{};7439-89-6;66\n"
)


def test_a_weight_of_the_parts_beside_numbers_of_substances_is_theirs(tmp_path: Path) -> None:
    reading = _read(tmp_path, DECLARED.format(";", ";"))
    assert facts(reading, "unit_mass_g") == [7.5, 7.4, None, None]


def test_a_weight_of_each_substance_is_that_of_the_substance(tmp_path: Path) -> None:
    reading = _read(tmp_path, DECLARED.format("2,1;g", "4,9;g"))
    assert facts(reading, "unit_mass_g") == [None] * 4
    assert facts(reading, "substance_mass_g")[2:] == [2.1, 4.9]


@pytest.mark.parametrize(
    ("cells", "field"), [("9005 7035 9005", None), ("120 9005 0", "open_order_quantity")]
)
def test_colours_of_ral_are_no_open_orders(tmp_path: Path, cells: str, field: str | None) -> None:
    rest = cells.split()
    lines = [f"A{n};Carter {n};{said};10" for n, said in enumerate(rest)]
    reading = _read(tmp_path, "\n".join(["Référence;Désignation;RAL;Qté", *lines]) + "\n")
    assert fields(reading)["RAL"] == field


@pytest.mark.parametrize(
    ("heads", "field"),
    [
        ("final_order_qty;estimated_cost", "line_value"),
        ("final_order_qty;Unit cost", "unit_price"),
        ("On hand;Average cost", "unit_price"),
    ],
)
def test_nothing_for_none_is_the_money_of_the_line_unless_it_is_said_to_be_of_one(
    heads: str, field: str, tmp_path: Path
) -> None:
    counts = [0, 4, 0, 2, 9, 0, 1, 3]
    lines = [f"AB-10{n};Motor {n};{many};{many and 7.5 * n}\n" for n, many in enumerate(counts)]
    reading = _read(tmp_path, f"Part number;Description;{heads}\n" + "".join(lines))
    assert fields(reading)[heads.split(";")[1]] == field
