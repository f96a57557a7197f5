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
        ["磁环", "三百", "三菱"], ["磁瓦", "1万2千", "三星"], ["轴承", "两万個", "一汽"], ["轴", 5, "TDK"],
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
