"""Sets of files as buyers drop them: plans, orders, purchasing records and declarations on one list."""

from datetime import date
from pathlib import Path

import pytest

from desktop_app.assessment.stock import stock_cover
from tests.intake.joined import BOM, STOCK, Join, counted, joining, warnings
from tests.intake.looking import facts
from tests.workbooks.build import Rows


@pytest.fixture
def join(tmp_path: Path) -> Join:
    """Reads each list as a workbook of its own and connects them."""
    return joining(tmp_path)


NEEDS: Rows = [
    ["Material", "Requirements date", "Requirement quantity"],
    ["10004711", date(2027, 1, 20), 400],
    ["10004711", date(2026, 12, 4), 250],
    ["10004711", date(2026, 12, 20), 100],
]


def test_all_dated_requirements_come_along_not_only_the_first(join: Join) -> None:
    """400 in stock meet 250 and 100; the line stops for want of the third."""
    parts = join(bom=BOM, stock=STOCK, needs=NEEDS).parts
    needed = [(one.on, one.quantity, one.place.row) for one in parts.requirements[0]]
    assert needed == [
        (date(2026, 12, 4), 250, 3), (date(2026, 12, 20), 100, 4), (date(2027, 1, 20), 400, 2),
    ]  # fmt: skip
    best = stock_cover(parts, 0.0, date(2026, 11, 26))[1]
    assert best[0] == (date(2027, 1, 20) - date(2026, 11, 26)).days


def test_a_requirement_lent_to_two_rows_of_a_part_is_needed_once(join: Join) -> None:
    twice = [*BOM, [1, "10004711", "Magnet segment N42SH", 2, "PC"]]
    parts = join(bom=twice, stock=STOCK, needs=NEEDS).parts
    best = stock_cover(parts, 0.0, date(2026, 11, 26))[1]
    assert best[0] == best[3] == (date(2027, 1, 20) - date(2026, 11, 26)).days


def test_stock_of_plants_that_do_not_use_the_part_is_left_out_and_told(join: Join) -> None:
    usage: Rows = [
        ["Material", "Plant", "Annual consumption"],
        ["10004711", "1000", 1200],
        ["10004712", "1000", 9000],
    ]
    reading = join(bom=BOM, stock=STOCK, usage=usage)
    assert facts(reading, "stock_on_hand") == [300, 5000, None]
    said = warnings(reading)
    assert "1 row is of a plant that does not use the part; it is not counted." in said
    assert "1 row of stock belongs to a project or a customer; it is not counted." in said


WEIGHED: Rows = [
    ["Material", "Material Description", "Unrestricted", "Base Unit of Measure"],
    ["10004711", "Magnet segment N42SH", 12, "kg"],
    ["10004712", "Hex screw M6x20", 3, "kg"],
]


def test_stock_by_weight_counts_in_pieces_where_a_piece_is_weighed(join: Join) -> None:
    bom = [[*BOM[0], "Weight (g)"], [*BOM[1], 30], [*BOM[2], None], [*BOM[3], None]]
    reading = join(bom=bom, stock=WEIGHED)
    assert facts(reading, "stock_on_hand") == [400, None, None]
    assert any("counts in kg, demand in PC" in text for text in warnings(reading))


def test_a_supplier_who_sells_by_weight_is_still_the_supplier(join: Join) -> None:
    prices: Rows = [
        ["Material", "Supplier", "Country of Origin", "Net Price", "Currency", "Unit"],
        ["10004711", "Magnet GmbH", "CN", 90, "EUR", "kg"],
    ]
    parts = join(bom=BOM, prices=prices).parts
    assert parts.value(0, "supplier") == "Magnet GmbH"
    assert parts.value(0, "unit_price") is None


def test_yearly_demand_and_orders_say_more_of_the_lines_of_a_bill(join: Join) -> None:
    """Each is a list of what is bought; together they are one, not the same part three times."""
    demand: Rows = [
        ["Material", "Material Description", "Annual quantity", "Country of Origin"],
        ["10004711", "Magnet segment N42SH", 1200, "CN"],
        ["10004719", "Bought for spares", 10, "DE"],
    ]
    orders: Rows = [
        ["Purchasing document", "Vendor", "Material", "Quantity", "Net Price", "Currency", "Delivery date"],
        ["4500000001", "Magnet GmbH", "10004711", 500, 2.5, "EUR", date(2027, 1, 10)],
    ]  # fmt: skip
    reading = join(bom=BOM, demand=demand, orders=orders)
    assert facts(reading, "part_number") == ["10004711", "10004712", "10004713", "10004719"]
    assert facts(reading, "quantity")[:3] == [4, 12, 2]
    assert facts(reading, "annual_quantity") == [1200, None, None, 10]
    assert facts(reading, "open_order_quantity")[0] == 500
    assert facts(reading, "supplier")[0] == "Magnet GmbH"
    counted(reading)


def test_stock_says_more_of_a_part_that_only_the_material_list_names(join: Join) -> None:
    materials: Rows = [
        ["Material", "Material Description", "Country of Origin"],
        ["10004711", "Magnet segment", "CN"],
        ["99999999", "Something else", "DE"],
    ]
    reading = join(bom=BOM, materials=materials, stock=STOCK)
    assert facts(reading, "part_number")[3] == "99999999"
    assert facts(reading, "stock_on_hand")[3] == 7
    counted(reading)


def test_a_declaration_finds_its_part_by_the_makers_number_written_otherwise(join: Join) -> None:
    bom = [[*BOM[0], "MPN"], [*BOM[1], "BM-SC-32"], [*BOM[2], "BM-SC-33"], [*BOM[3], None]]
    declared: Rows = [
        ["Item number", "Substance", "CAS", "Weight %"],
        ["BM SC 32", "Samarium", "7440-19-9", "26 %"],
    ]
    assert list(join(bom=bom, declared=declared).parts.substances) == [0]


MATERIALS: Rows = [
    ["Material", "Material Description", "Planned Deliv. Time (days)"],
    ["10004711", "Magnet segment N42SH", 56],
    ["10004712", "Hex screw M6x20", 10],
]
RECORDS: Rows = [
    ["Material", "Vendor", "Net Price", "Currency", "Country of Origin"],
    ["10004711", "Magnet GmbH", 2.5, "EUR", "CN"],
    ["10004712", "Schrauben AG", 0.02, "EUR", "DE"],
]


def test_purchasing_records_say_more_of_the_parts_of_a_material_list(join: Join) -> None:
    """Each names every part once; together they are one list, not every part twice."""
    reading = join(records=RECORDS, materials=MATERIALS)
    assert facts(reading, "part_number") == ["10004711", "10004712"]
    assert facts(reading, "supplier") == ["Magnet GmbH", "Schrauben AG"]
    assert facts(reading, "description") == ["Magnet segment N42SH", "Hex screw M6x20"]
    assert facts(reading, "lead_time_days") == [56, 10]
    counted(reading)


def test_offers_of_two_firms_for_a_part_are_its_sources(join: Join) -> None:
    other = [RECORDS[0], ["10004711", "Ningbo Magnet", 1.2, "EUR", "CN"]]
    parts = join(records=RECORDS, offer=other).parts
    assert [source.supplier for source in parts.sources[0]] == ["Magnet GmbH", "Ningbo Magnet"]
    assert len(parts) == 2


def test_the_firm_above_an_offer_is_the_source_of_its_parts(join: Join) -> None:
    def offer(firm: str, price: float) -> Rows:
        return [[f"Supplier: {firm}"], [], ["Your part no.", "Description", "Price EUR"],
                ["Z-77", "NdFeB disc", price], ["Z-78", "SmCo disc", price]]  # fmt: skip

    parts = join(arnold=offer("Arnold Magnetic", 1.9), yuma=offer("Yuma Magnets", 0.8)).parts
    assert [source.supplier for source in parts.sources[0]] == ["Arnold Magnetic", "Yuma Magnets"]
    assert len(parts) == 2


def test_lists_of_two_firms_with_short_numbers_of_their_own_stay_two(join: Join) -> None:
    heading = ["Item no.", "Description", "Supplier", "Price EUR"]
    one = [heading, ["101", "Pot magnet", "Nord", 4], ["102", "Bar magnet", "Nord", 2]]
    other = [heading, ["101", "Coffee cup", "Süd", 3], ["102", "Tea cup", "Süd", 2]]
    assert len(join(one=one, other=other).parts) == 4


def test_a_short_number_of_a_supplier_is_not_that_of_the_buyer(join: Join) -> None:
    parts: Rows = [
        ["Part number", "Description", "Quantity", "Supplier part no."],
        ["10001", "Housing", 1, "VAC-677"],
        ["10002", "Magnet", 8, "10001"],
    ]
    declared: Rows = [
        ["MPN", "Substance", "CAS", "Weight %"],
        ["10001", "Neodymium", "7440-00-8", "29 %"],
    ]
    assert list(join(parts=parts, declared=declared).parts.substances) == [1]
    stock: Rows = [["Material", "Unrestricted"], ["10001", 50]]
    assert facts(join(parts=parts, stock=stock), "stock_on_hand") == [50, None]


def test_a_mass_in_a_part_of_known_weight_is_its_percent(join: Join) -> None:
    """The percent in the table may be of one of several materials; the mass is of the part."""
    declared: Rows = [
        ["Part number", "Part weight (g)", "Material", "Substance", "CAS", "Mass (mg)", "Mass %"],
        ["10004711", 12.0, "Magnet", "Neodymium", "7440-00-8", 3480, 30.0],
        ["10004711", 12.0, "Coating", "Nickel", "7440-02-0", 180, 100.0],
    ]
    parts = join(bom=BOM, declared=declared).parts
    assert [(s.percent, s.mass_g) for s in parts.substances[0]] == [(29, 3.48), (1.5, 0.18)]
    assert parts.value(0, "unit_mass_g") == 12


def test_stock_by_storage_place_is_one_part_where_stock_is_all_there_is(join: Join) -> None:
    usage: Rows = [["Material", "Annual consumption"], ["10004711", 1200]]
    places: Rows = [
        ["Material", "Material Description", "Plant", "Storage location", "Unrestricted", "Special stock"],
        ["10004711", "Magnet segment N42SH", "1000", "0001", 300, "E"],
        ["10004711", "Magnet segment N42SH", "1000", "0001", 200, None],
        ["10004711", "Magnet segment N42SH", "1000", "0002", 100, None],
    ]  # fmt: skip
    reading = join(stock=places, usage=usage)
    assert facts(reading, "part_number") == ["10004711"]
    assert facts(reading, "stock_on_hand") == [300]
    assert facts(reading, "annual_quantity") == [1200]
    assert facts(reading, "special_stock") == [None]
    counted(reading)


def test_offers_of_two_firms_for_a_line_of_a_bill_are_its_sources(join: Join) -> None:
    """The bill names no supplier; each offer is a list of its own."""
    head = ["Part number", "Description", "Supplier", "Unit price", "Currency"]
    one: Rows = [head, ["10004711", "Magnet segment", "Magnet Nord GmbH", 2.1, "EUR"]]
    other: Rows = [head, ["10004711", "Magnet segment", "Eclipse Ltd", 2.4, "EUR"]]
    found = join(bom=BOM, one=one, other=other)
    assert [s.supplier for s in found.parts.sources[0]] == ["Magnet Nord GmbH", "Eclipse Ltd"]
    assert not found.parts.conflicts
    same: Rows = [head, ["10004711", "Magnet segment", "Magnet Nord", 2.4, "EUR"]]
    found = join(bom=BOM, one=one, other=same)
    assert not found.parts.sources
    assert [c.field for c in found.parts.conflicts[0]] == ["unit_price"]


def test_what_was_bought_before_is_no_bill_of_a_product(join: Join) -> None:
    bought: Rows = [
        ["Item", "Vendor", "Qty", "Cost Price"],
        ["10004711", "Magnet Nord GmbH", 2000, 2.1],
        ["10004713", "Bearings Ltd", 500, 1.1],
    ]
    found = join(**{"bom": BOM, "Purchases by vendor": bought})
    assert facts(found, "quantity") == [4, 12, 2]
    assert facts(found, "supplier") == ["Magnet Nord GmbH", None, "Bearings Ltd"]
    assert facts(found, "open_order_quantity") == [None, None, None]


def test_lists_of_materials_join_however_their_numbers_are_spaced(join: Join) -> None:
    items: Rows = [
        ["Code article", "Libellé", "Fournisseur"],
        ["C10-045", "Bague SmCo5", "Jura SAS"],
    ]
    prices: Rows = [["Votre référence", "Désignation", "Prix HT (€)", "Origine"],
                    ["C10 045", "Bague", 11.4, "Chine"]]  # fmt: skip
    found = join(items=items, prices=prices)
    assert (facts(found, "supplier"), facts(found, "country_of_origin")) == (["Jura SAS"], ["CN"])


def test_an_analysis_of_one_part_names_it_above_its_substances(join: Join) -> None:
    bill: Rows = [["品番", "品名", "員数"], ["MG-3001", "磁石", 12], ["MG-3002", "鉄心", 1]]
    report: Rows = [
        ["検査報告書"], ["試料番号：MG-3001"], [], ["元素", "含有率(wt%)"], ["Nd", 24.1], ["Dy", 3.6],
    ]  # fmt: skip
    found = join(bill=bill, report=report)
    said = {fact.name: fact.percent for fact in found.parts.substances[0]}
    assert said == {"Nd": 24.1, "Dy": 3.6}
    assert 1 not in found.parts.substances
    labelled: Rows = [["Part number", "MG-3002"], [], ["Substance", "CAS", "Mass %"],
                      ["Iron", "7439-89-6", 97.0], ["Silicon", "7440-21-3", 3.0]]  # fmt: skip
    assert 1 in join(bill=bill, fmd=labelled).parts.substances


def test_a_sum_of_which_one_row_cannot_be_read_is_no_sum(join: Join) -> None:
    stock: Rows = [
        ["Material", "Lagerort", "Bestand", "ME"],
        ["10004711", "L1", "2.700", "PC"],
        ["10004711", "L2", "900", "PC"],
        ["10004712", "L1", "140", "kg"],
    ]
    found = join(bom=BOM, stock=stock)
    assert facts(found, "stock_on_hand")[0] is None
    assert "stock_on_hand" in found.parts.unreadable[0]


BOUGHT: Rows = [
    ["Material", "Supplier", "Net price", "Currency", "per", "Annual demand"],
    ["10004711", "Nordmagnet", 312.5, "EUR", 100, 24000],
]


def test_price_and_demand_of_one_row_give_the_spend(join: Join) -> None:
    assert facts(join(bom=BOM, bought=BOUGHT), "annual_spend") == [75000, None, None]


def test_one_demand_lent_to_two_rows_of_a_part_gives_no_spend_twice(join: Join) -> None:
    twice = [*BOM, [1, "10004711", "Magnet segment N42SH", 2, "PC"]]
    assert facts(join(bom=twice, bought=BOUGHT), "annual_spend") == [None] * 4
