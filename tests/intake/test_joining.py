"""Files dropped together: one list of parts, the others lend facts, each with its cell."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desktop_app.intake import same_part
from desktop_app.intake.joining import connect
from desktop_app.intake.reading import read_files
from desktop_app.intake.same_part import loose_number, normal_number
from desktop_app.model.findings import CellRef
from desktop_app.model.progress import silent
from tests.intake.joined import BOM, STOCK, Join, counted, joining
from tests.intake.looking import codes, facts
from tests.workbooks.build import Rows, make_xlsx


@pytest.fixture
def join(tmp_path: Path) -> Join:
    """Reads each list as a workbook of its own and connects them."""
    return joining(tmp_path)


def test_stock_is_lent_to_the_parts_of_a_bom(join: Join) -> None:
    reading = join(bom=BOM, stock=STOCK)
    assert facts(reading, "part_number") == ["10004711", "10004712", "10004713"]
    assert facts(reading, "stock_on_hand") == [400, 5000, None]
    assert facts(reading, "stock_blocked") == [20, 0, None]
    assert reading.parts.cell_of(0, "stock_on_hand") == CellRef("stock.xlsx", "stock", 2, 4)
    assert reading.parts.cell_of(0, "quantity") == CellRef("bom.xlsx", "bom", 2, 4)
    counted(reading)


def test_rows_of_what_nobody_buys_are_named_and_left_out(join: Join) -> None:
    reading = join(bom=BOM, stock=STOCK)
    rows = reading.files[1].sheets[0].tables[0]
    assert (rows.rows.parts, rows.rows.other) == (0, 5)
    assert (6, "other") in [(row, kind) for row, kind, _ in rows.not_parts]
    assert {"W_JOINED", "W_NOT_JOINED"} <= set(codes(reading))


def test_a_list_alone_stays_the_list_of_parts(join: Join) -> None:
    reading = join(stock=STOCK)
    assert len(reading.parts) == 5


def test_lists_that_have_nothing_in_common_stay_apart(join: Join) -> None:
    other = [STOCK[0], *([f"X-{n}", "Thing", "1000", n, 0, None, "PC"] for n in range(5))]
    reading = join(bom=BOM, stock=other)
    assert len(reading.parts) == 8
    counted(reading)


def test_stock_counts_in_the_plant_of_the_part_only(join: Join) -> None:
    bom = [["Plant", *BOM[0]], *(["1000", *row] for row in BOM[1:])]
    assert facts(join(bom=bom, stock=STOCK), "stock_on_hand") == [300, 5000, None]


def of_plant(plant: str, pieces: float) -> Rows:
    return [["Material", "Plant", "Unrestricted", "BUn"], ["10004711", plant, pieces, "PC"]]


def test_stock_lists_of_two_plants_are_added_and_two_of_one_plant_are_not(join: Join) -> None:
    two = join(bom=BOM, a=of_plant("1000", 500), b=of_plant("2000", 7))
    assert (facts(two, "stock_on_hand")[0], two.parts.conflicts) == (507, {})
    same = join(bom=BOM, a=of_plant("1000", 500), b=of_plant("1000", 7))
    assert facts(same, "stock_on_hand")[0] is None
    assert [one.field for one in same.parts.conflicts[0]] == ["stock_on_hand"]


def test_equal_needs_of_two_plants_are_two_and_of_one_plant_are_one(join: Join) -> None:
    def needs(plant: str) -> Rows:
        return [["Material", "Plant", "Requirement date", "Required quantity"],
                ["10004711", plant, "2027-01-11", 100], ["10004711", plant, "2027-02-15", 60]]  # fmt: skip

    def amounts(*plants: str) -> list[float]:
        lists = {f"needs{n}": needs(plant) for n, plant in enumerate(plants)}
        return [one.quantity for one in join(bom=BOM, **lists).parts.requirements[0]]

    assert amounts("1000", "2000") == [100, 100, 60, 60]
    assert amounts("1000", "1000") == [100, 60]


def test_stock_in_another_unit_is_not_added(join: Join) -> None:
    kilos = [STOCK[0], ["10004711", "Magnet", "1000", 12.5, 0, None, "KG"], *STOCK[4:5]]
    assert facts(join(bom=BOM, stock=kilos), "stock_on_hand") == [None, 5000, None]


INFO: Rows = [
    ["Vendor", "Material", "Net Price", "Currency", "Price Unit", "Pl. Deliv. Time", "Country of Origin"],
    ["Magnet GmbH", "10004711", 250.0, "EUR", 100, 30, "DE"],
    ["Ningbo Magnet", "10004711", 120.0, "EUR", 100, 60, "CN"],
    ["Schrauben AG", "10004712", 2.0, "EUR", 100, 10, "DE"],
]  # fmt: skip


def test_several_suppliers_of_a_material_are_sources_and_no_conflict(join: Join) -> None:
    reading = join(bom=BOM, info=INFO)
    sources = reading.parts.sources[0]
    assert [s.supplier for s in sources] == ["Magnet GmbH", "Ningbo Magnet"]
    assert [s.country_of_origin for s in sources] == ["DE", "CN"]
    assert [s.unit_price for s in sources] == [2.5, 1.2]
    assert not reading.parts.conflicts
    assert facts(reading, "country_of_origin") == [None, "DE", None]
    assert facts(reading, "unit_price") == [None, 0.02, None]
    counted(reading)


def test_a_material_list_fills_what_the_bom_does_not_say(join: Join) -> None:
    materials: Rows = [
        ["Material", "Material Description", "Commodity Code", "Country of Origin", "Net Weight (kg)"],
        ["10004711", "Magnet segment", "8505111000", "CN", 0.02],
        ["10009999", "Housing", "7616999000", "IT", 0.4],
    ]  # fmt: skip
    reading = join(bom=BOM, materials=materials)
    assert facts(reading, "hs_code")[:3] == ["8505111000", None, None]
    assert facts(reading, "unit_mass_g")[0] == 20
    assert facts(reading, "part_number")[3] == "10009999"
    counted(reading)


def test_two_files_that_disagree_show_both_cells_and_the_fact_is_unknown(join: Join) -> None:
    bom = [[*BOM[0], "Country of Origin", "Weight (g)"],
           *([*row, "JP", 20] for row in BOM[1:])]  # fmt: skip
    materials: Rows = [
        ["Material", "Material Description", "Country of Origin", "Weight (g)"],
        ["10004711", "Magnet", "China", 25],
        ["10004712", "Screw", "Japan", 20],
        ["10004713", "Bearing", "Japan", 20.1],
    ]
    reading = join(bom=bom, materials=materials)
    origin, mass = reading.parts.conflicts[0]
    assert [(said, cell.row) for said, cell in origin.said] == [("JP", 2), ("CN", 2)]
    assert [said for said, _ in mass.said] == ["20", "25"]
    assert facts(reading, "country_of_origin") == ["JP;CN", "JP", "JP"]
    assert facts(reading, "unit_mass_g") == [None, 20, 20]
    assert "unit_mass_g" in reading.parts.unreadable[0]
    assert reading.parts.marks[0] == ("conflict",)
    assert codes(reading).count("W_CONFLICT") == 2


def test_customs_numbers_of_different_length_agree(join: Join) -> None:
    bom = [[*BOM[0], "HS Code"], *([*row, "850511"] for row in BOM[1:])]
    materials: Rows = [
        ["Material", "Material Description", "HS Code"],
        ["10004711", "Magnet", "8505111000"],
    ]
    assert not join(bom=bom, materials=materials).parts.conflicts


def test_requirements_and_open_orders_come_with_their_day(join: Join) -> None:
    needs: Rows = [
        ["Material", "Requirements date", "Requirement quantity"],
        ["10004711", date(2026, 12, 20), 40],
        ["10004711", date(2026, 12, 4), 25],
    ]
    orders: Rows = [
        ["Material", "Vendor", "Order quantity", "Still to be delivered (qty)", "Delivery date"],
        ["10004711", "Magnet GmbH", 500, 200, date(2027, 1, 10)],
        ["10004711", "Magnet GmbH", 500, 500, date(2027, 2, 10)],
    ]
    reading = join(bom=BOM, needs=needs, orders=orders)
    assert facts(reading, "requirement_date")[0] == date(2026, 12, 4)
    assert facts(reading, "requirement_quantity")[0] == 25
    assert facts(reading, "open_order_quantity")[0] == 700
    assert facts(reading, "confirmed_date")[0] == date(2027, 1, 10)
    assert facts(reading, "quantity")[0] == 4
    counted(reading)


def test_what_no_list_says_stays_missing_beside_what_is_lent(join: Join) -> None:
    """Not a number where texts are expected: the next reader of the column would stumble over it."""
    declared: Rows = [
        ["MPN", "Substance", "CAS", "Weight %"],
        ["M-1", "Neodymium", "7440-00-8", "29.5 %"],
        ["M-1", "Iron", "7439-89-6", "67 %"],
    ]
    prices: Rows = [
        ["Material", "Supplier", "Country of Origin", "Net Price", "Currency"],
        ["10004711", "Magnet GmbH", "CN", 2.5, "EUR"],
    ]
    bom = [[*BOM[0], "MPN"], [*BOM[1], "M-1"], [*BOM[2], None], [*BOM[3], None]]
    parts = join(bom=bom, declared=declared, prices=prices).parts
    assert parts.frame["supplier"].tolist() == ["Magnet GmbH", None, None]
    assert parts.frame["country_of_origin"].tolist() == ["CN", None, None]


def test_consumption_is_yearly_and_added_over_plants(join: Join) -> None:
    usage: Rows = [
        ["Material", "Plant", "Annual consumption"],
        ["10004711", "1000", 1200],
        ["10004711", "2000", 300],
        ["10004712", "1000", 9000],
    ]
    assert facts(join(bom=BOM, usage=usage), "annual_quantity") == [1500, 9000, None]


def test_a_declaration_says_what_is_in_a_part(join: Join) -> None:
    declared: Rows = [
        ["Part/Item No.", "Substance", "CAS", "Weight %"],
        ["1000-4711", "Neodymium", "7440-00-8", "29.5 %"],
        [None, "Dysprosium", "7429-91-6", "2.1 %"],
        [None, "Iron", "7439-89-6", "67 %"],
    ]
    reading = join(bom=BOM, declared=declared)
    contents = reading.parts.substances[0]
    assert [(s.name, s.percent) for s in contents] == [
        ("Neodymium", 29.5), ("Dysprosium", 2.1), ("Iron", 67.0),
    ]  # fmt: skip
    assert contents[1].place.row == 3
    assert len(reading.parts) == 3
    counted(reading)


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("000000000010004711", "10004711"),
        (" ab-12 ", "AB-12"),
        ("Ａ－１", "A-1"),
        ("0000", "0"),
        ("007-A", "007-A"),
        (None, None),
        ("  ", None),
    ],
)
def test_numbers_are_compared_in_one_form(written: Any, normal: str | None) -> None:
    assert normal_number(written) == normal


def test_numbers_without_signs_are_only_compared_where_clear(join: Join) -> None:
    assert loose_number("A-1") is None
    bom = [BOM[0], [1, "AB-12-3", "Magnet", 1, "PC"], [1, "AB-1-23", "Screw", 1, "PC"],
           [1, "CD-4-56", "Nut", 1, "PC"]]  # fmt: skip
    stock = [STOCK[0], ["AB123", "Which?", "1000", 9, 0, None, "PC"],
             ["CD456", "Nut", "1000", 8, 0, None, "PC"]]  # fmt: skip
    assert facts(join(bom=bom, stock=stock), "stock_on_hand") == [None, None, 8]


def test_consumption_by_month_is_averaged_over_the_months(join: Join) -> None:
    """Plant 2000 used nothing in February, for which it has no line."""
    usage: Rows = [
        ["Material", "Plant", "Month", "Monthly consumption"],
        ["10004711", "1000", "2026-01", 100],
        ["10004711", "1000", "2026-02", 140],
        ["10004711", "2000", "2026-01", 30],
    ]
    reading = join(bom=BOM, usage=usage)
    assert facts(reading, "annual_quantity")[0] == 120 * 12 + 15 * 12
    assert not reading.parts.conflicts


def test_a_tree_of_materials_names_the_part_once(join: Join) -> None:
    tree: Rows = [
        ["Level", "Type", "Name", "Part/Item No.", "CAS", "Weight [g]", "Portion [%]"],
        [1, "C", "Magnet segment", "10004711", None, 20, None],
        [2, "M", "NdFeB sintered", None, None, 19.5, None],
        [3, "B", "Neodymium", None, "7440-00-8", None, "30 %"],
        [3, "B", "Dysprosium", None, "7429-91-6", None, "2 %"],
        [1, "C", "Hex screw", "10004712", None, 5, None],
        [2, "B", "Iron", None, "7439-89-6", None, "98 %"],
    ]
    reading = join(bom=BOM, tree=tree)
    said = {p: [(s.name, s.percent) for s in f] for p, f in reading.parts.substances.items()}
    assert said == {0: [("Neodymium", 30.0), ("Dysprosium", 2.0)], 1: [("Iron", 98.0)]}
    counted(reading)


def test_a_number_that_names_most_rows_of_both_lists_joins_nothing(
    join: Join, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each row would speak of each: both lists stay, no row is lost, and it is said."""
    monkeypatch.setattr(same_part, "MOST_ANYWAY", 0)
    numbers = range(1, 31)
    parts: Rows = [
        ["Part number", "Description", "Quantity"],
        *(["X-1", f"Magnet segment {n}", n] for n in numbers),
    ]
    prices: Rows = [
        ["Part number", "Description", "Supplier", "Unit price"],
        *(["X-1", f"Magnet segment {n}", f"Firm {n}", 2.5] for n in numbers),
    ]
    reading = join(parts=parts, prices=prices)
    assert facts(reading, "part_number") == ["X-1"] * 60
    assert codes(reading) == ["W_NOT_JOINED"]
    counted(reading)
    few = join(parts=parts[:4], prices=prices[:3])
    assert facts(few, "part_number") == ["X-1"] * 3


def test_stock_beside_each_need_is_there_once(join: Join) -> None:
    """500 beside each of three needs was 1,500, and the line stopped a year too late."""
    head = ["Part number", "Description", "Need date", "Qty required", "Stock"]
    needs = [(5, 200), (15, 400), (25, 100)]
    nuts = [["M2", "Nut", date(2026, 12, 9), 30, 70]] * 2
    rows: Rows = [head, *(["M1", "Magnet", date(2026, 12, d), q, 500] for d, q in needs), *nuts]
    reading = join(needs=rows)
    assert facts(reading, "stock_on_hand") == [500, 70]
    assert facts(reading, "requirement_quantity") == [200, 30]
    counted(reading)
    plants: Rows = [["Plant", *head], *([str(n % 2), *row] for n, row in enumerate(rows[1:4]))]
    assert sum(facts(join(needs=plants), "stock_on_hand")) == 1000


def test_stock_that_falls_from_need_to_need_is_no_sum(join: Join) -> None:
    """500 before the first need and 300 before the next are not 800: nobody knows which is there."""
    head = ["Part number", "Description", "Need date", "Qty required", "Available"]
    needs = [
        ["M1", "Magnet", date(2026, 12, 1), 200, 500],
        ["M1", "Magnet", date(2026, 12, 9), 9, 300],
    ]
    reading = join(needs=[head, *needs, ["M2", "Nut", date(2026, 12, 9), 30, 70]])
    assert facts(reading, "stock_on_hand") == [None, 70]
    assert codes(reading).count("W_CONFLICT") == 1
    counted(reading)


def test_a_few_open_orders_do_not_take_the_other_materials_away(tmp_path: Path) -> None:
    """Stock without names and three orders with: what lies there are the parts. Where the other list names
    them all, it is the list of parts, and stock of a foreign plant is none."""
    stock: Rows = [["Material", "Unrestricted stock"], *([f"M-{n}", 100] for n in range(10))]
    orders: Rows = [["Material", "Short text", "Still to be delivered"], ["M-1", "Magnet", 5]]
    demand: Rows = [["Material", "Material description", "Annual demand"],
                    *([f"M-{n}", "Magnet", 50] for n in range(9))]  # fmt: skip
    for other, count in ((orders, 10), (demand, 9)):
        paths = [
            make_xlsx(tmp_path / f"{name}.xlsx", {"S": rows})
            for name, rows in (("stock", stock), ("other", other))
        ]
        assert len(connect(read_files(paths, silent)).parts) == count
