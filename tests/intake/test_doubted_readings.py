"""Columns whose heading says one thing and the columns beside it another."""

from tests.intake.conftest import ReadRows
from tests.intake.looking import facts, fields

PARTS = [f"P-{n}17" for n in range(6)]


def test_what_an_offer_has_available_is_the_sellers(read_rows: ReadRows) -> None:
    head = ["MPN", "Description", "Qty", "Available Qty", "MOQ", "Unit Price"]
    data = [[p, "Ring magnet", 100, 5000 + n, 10, 1.5 + n] for n, p in enumerate(PARTS)]
    assert facts(read_rows([head, *data]), "stock_on_hand") == [None] * 6


def test_what_a_list_of_stock_has_available_is_there(read_rows: ReadRows) -> None:
    head = ["Part number", "Description", "Plant", "Available Qty", "MOQ", "Unit Price"]
    data = [[p, "Ring magnet", "1000", 5000, 10, 1.5 + n] for n, p in enumerate(PARTS)]
    assert facts(read_rows([head, *data]), "stock_on_hand") == [5000.0] * 6


def test_a_drawing_numbers_parts_only_where_nothing_else_does(read_rows: ReadRows) -> None:
    data = [[p, "Ringmagnet", f"Z-{n}040", 4] for n, p in enumerate(PARTS)]
    beside = read_rows([["Teil", "Bezeichnung", "Zeichnungsnummer", "Menge"], *data])
    assert facts(beside, "part_number") == PARTS
    alone = read_rows([["Bezeichnung", "Zeichnungsnummer", "Menge"], *(row[1:] for row in data)])
    assert facts(alone, "part_number") == [f"Z-{n}040" for n in range(6)]


def test_the_last_price_paid_goes_before_an_average(read_rows: ReadRows) -> None:
    head = ["Item number", "Description", "Average Cost", "Last Cost"]
    data = [[p, "Ring magnet", 9.0, 1.5 + n] for n, p in enumerate(PARTS)]
    assert facts(read_rows([head, *data]), "unit_price") == [1.5 + n for n in range(6)]
    head[-1] = "Remarks"
    assert facts(read_rows([head, *data]), "unit_price") == [9.0] * 6


def test_units_of_time_are_not_what_is_counted(read_rows: ReadRows) -> None:
    head = ["Item number", "Description", "Supply time", "Unit", "Qty"]
    data = [[p, "Ring magnet", 20 + n, "days", 4] for n, p in enumerate(PARTS)]
    assert facts(read_rows([head, *data]), "unit") == [None] * 6


def test_a_short_word_of_another_language_means_nothing(read_rows: ReadRows) -> None:
    head = ["Materialnummer", "Bezeichnung", "Dispo", "Lieferant", "Preis", "Währung", "Werk"]
    data = [[p, "Ringmagnet", 1, "Bürkle GmbH", 3.5, "EUR", "0100"] for p in PARTS]
    assert fields(read_rows([head, *data]))["Dispo"] is None


def test_what_is_ordered_beside_stock_is_still_to_come(read_rows: ReadRows) -> None:
    head = ["Identnummer", "Bezeichnung", "Bestellte Menge", "Lagerbestand"]
    data = [[p, "Ringmagnet", 40 + n, 100] for n, p in enumerate(PARTS)]
    assert facts(read_rows([head, *data]), "open_order_quantity") == [40.0 + n for n in range(6)]


def test_days_in_eight_figures_are_no_customs_numbers(read_rows: ReadRows) -> None:
    head = ["Item number", "Description", "Rgdt", "Qty"]
    data = [[p, "Ring magnet", 20260110 + n, 4] for n, p in enumerate(PARTS)]
    assert facts(read_rows([head, *data]), "hs_code") == [None] * 6


def test_a_word_that_begins_like_a_currency_is_none(read_rows: ReadRows) -> None:
    head = ["품번", "품명", "계정구분", "수량"]
    data = [[p, "링 자석", "원재료", 4] for p in PARTS]
    assert facts(read_rows([head, *data]), "currency") == [None] * 6


def test_times_and_countries_are_read_under_headings_nobody_knows(read_rows: ReadRows) -> None:
    head = ["Item number", "Description", "Xyzzy", "Plugh", "Qty"]
    data = [
        [p, "Ring magnet", f"{n + 4} weeks", ["CN", "DE"][n % 2], 4] for n, p in enumerate(PARTS)
    ]
    reading = read_rows([head, *data])
    assert facts(reading, "lead_time_days")[0] == 28.0
    assert facts(reading, "country_of_origin")[:2] == ["CN", "DE"]


def test_spelt_quantities_count(read_rows: ReadRows) -> None:
    head = ["品名", "数量", "品牌"]
    data = [
        ["磁环", "三百", "三菱"], ["磁瓦", "1万2千", "三星"], ["轴承", "两万個", "三一"], ["轴", 5, "TDK"],
        ["垫片", "三百五", "三菱"],
    ]  # fmt: skip
    assert facts(read_rows([head, *data]), "quantity") == [300.0, 12000.0, 20000.0, 5.0, None]


def test_several_transports_are_parts_and_one_is_a_charge(read_rows: ReadRows) -> None:
    head = ["Benennung", "Stk.", "Preis"]
    data = [
        ["Magnetring", 4, 2], ["Transport", 2, 300], ["Welle", 1, 5], ["Porto", 1, 8], ["MwSt", 19, 9]
    ]  # fmt: skip
    reading = read_rows([head, *data])
    assert facts(reading, "description") == ["Magnetring", "Transport", "Welle"]


def test_the_new_number_is_that_of_the_part(read_rows: ReadRows) -> None:
    head = ["Old Part Number", "New Part Number", "Description", "Qty"]
    data = [[f"A-{n}", p, "Ring magnet", 4] for n, p in enumerate(PARTS)]
    assert facts(read_rows([head, *data]), "part_number") == PARTS


def test_numbers_of_records_and_products_are_no_part_numbers(read_rows: ReadRows) -> None:
    head = ["bom_id", "product_id", "material_id", "quantity"]
    data = [[f"BOM-00{n + 1}", "EB-2024", p, 4] for n, p in enumerate(PARTS)]
    assert facts(read_rows([head, *data]), "part_number") == PARTS
    own = [["Part Number", "Drawing"], *([f"P-{n + 1}", f"Z-{n}x"] for n in range(6))]
    assert facts(read_rows(own), "part_number") == [f"P-{n + 1}" for n in range(6)]


def test_a_component_of_one_word_beside_a_description_is_its_number(read_rows: ReadRows) -> None:
    names = ["BOT-AZUL", "TAP-CORONA", "ETQ-350", "CAJ-12", "IMAN-N42", "EJE-D12"]
    head = ["producto", "componente", "descripcion", "cantidad"]
    data = [["P1-CC350", name, "pieza de prueba", 4] for name in names]
    assert facts(read_rows([head, *data]), "part_number") == names


def test_a_material_in_several_plants_names_the_part(read_rows: ReadRows) -> None:
    head = ["material", "plant", "stock_qty"]
    data = [[name, plant, 5] for name in ("Wood Chips", "Starch") for plant in "ABC"]
    assert facts(read_rows([head, *data]), "description")[::3] == ["Wood Chips", "Starch"]


def test_the_number_before_the_maker_is_his_beside_our_own(read_rows: ReadRows) -> None:
    head = ["Internal PN", "Part Number", "Manufacturer", "Description"]
    data = [[f"CAP-{n}", f"GRM18{n}R", "Murata", "MLCC 4.7 uF"] for n in range(6)]
    reading = read_rows([head, *data])
    assert facts(reading, "part_number") == [f"CAP-{n}" for n in range(6)]
    assert facts(reading, "mpn") == [f"GRM18{n}R" for n in range(6)]


def test_an_exchange_rate_of_one_is_no_price(read_rows: ReadRows) -> None:
    head = ["Item Code", "Item Name", "Exchange Rate", "Quantity", "Accepted", "Amount"]
    data = [[p, "Ring magnet", 1, 500 + n, 500 + n, 4.0] for n, p in enumerate(PARTS)]
    assert fields(read_rows([head, *data]))["Exchange Rate"] is None


def test_the_plant_and_the_day_of_need_go_before_what_is_like_them(read_rows: ReadRows) -> None:
    head = ["Part number", "Business unit", "Site", "Requested date", "Required date", "Qty"]
    data = [[p, "Space", "Concord", "2026-02-20", "2026-12-15", 4] for p in PARTS]
    reading = read_rows([head, *data])
    assert set(facts(reading, "plant")) == {"Concord"}
    assert fields(reading)["Required date"] == "requirement_date"


def test_a_buyer_states_a_least_order_beside_his_own_stock(read_rows: ReadRows) -> None:
    for heading in ("Stock", "Available"):
        head = ["Part number", "Description", heading, "Unit price", "MOQ"]
        data = [[p, "Ring magnet", 100 + n, 2.5, 10] for n, p in enumerate(PARTS)]
        assert facts(read_rows([head, *data]), "stock_on_hand")[0] == 100.0, heading


def test_a_part_of_several_suppliers_keeps_its_number(read_rows: ReadRows) -> None:
    for key in ("Key", "Item"):
        head = [key, "Part number", "Supplier", "Qty"]
        data = [[f"K-{n}X", PARTS[n // 2], ["Bürkle GmbH", "SKF"][n % 2], 2] for n in range(12)]
        assert facts(read_rows([head, *data]), "part_number") == [d[1] for d in data], key
