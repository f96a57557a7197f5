"""Headings of one meaning here and another there: each rule with the list for which it must not hold."""

from typing import Any

import pytest

from tests.intake.conftest import ReadRows
from tests.intake.looking import codes, facts, fields, rows
from tests.intake.test_columns import table

Column = tuple[str, list[Any]]
NUMBERS: Column = ("Part No", ["A-100", "A-101", "A-102", "A-103", "A-104"])
NAMES: Column = ("Description", ["Magnet N42SH", "Hex bolt", "Gasket", "Servo motor", "Cable"])
QUANTITY: Column = ("Qty", [10, 4, 8, 2, 7])
FIRMS: Column = ("Supplier", ["Acme Ltd", "Acme Ltd", "Beta Inc", "Beta Inc", "Beta Inc"])
DEPTH = ("Depth", [1, 2, 3, 2, 2])


def read(read_rows: ReadRows, *columns: Column) -> dict[str, str | None]:
    return fields(read_rows(table(*columns)))


def test_the_depth_of_a_thing_is_no_level_and_makes_no_assembly(read_rows: ReadRows) -> None:
    """Marked as assemblies the parts were not judged at all."""
    sizes = ("Width", [5, 10, 20, 5, 4]), ("Height", [5, 5, 30, 5, 4])
    reading = read_rows(table(NUMBERS, NAMES, QUANTITY, *sizes, DEPTH))
    assert fields(reading)["Depth"] is None
    assert not any("assembly" in reading.parts.marks.get(part, ()) for part in range(5))
    assert read(read_rows, NUMBERS, NAMES, QUANTITY, ("Tiefe", [5, 12, 3, 30, 5]))["Tiefe"] is None


def test_the_depth_of_a_bill_is_its_level(read_rows: ReadRows) -> None:
    assert read(read_rows, DEPTH, NUMBERS, NAMES, QUANTITY)["Depth"] == "bom_level"


def test_a_symbol_numbers_parts_in_polish_alone(read_rows: ReadRows) -> None:
    """In KiCad it names a picture, of which all resistors have the same."""
    symbols = ("Symbol", ["Device:R", "Device:R", "Device:C", "MCU:STM32F1", "Device:R"])
    places = ("Reference", ["R1", "R2", "C1", "U1", "R3"])
    value = ("Value", ["10k", "22k", "100n", "STM32F103", "1k"])
    assert read(read_rows, places, value, symbols, QUANTITY)["Symbol"] is None
    own = ("Symbol", NUMBERS[1])
    polish = own, ("Nazwa towaru", NAMES[1]), ("Ilość", QUANTITY[1]), ("Dostawca", FIRMS[1])
    assert read(read_rows, *polish)["Symbol"] == "part_number"


@pytest.mark.parametrize("heading", ["Référence de commande", "Beställningsnummer"])
def test_a_reference_to_order_by_numbers_a_part_of_a_catalogue(
    read_rows: ReadRows, heading: str
) -> None:
    ordered = (heading, ["6204-2RS", "7012-C", "ABC-12", "M8X20", "MOT-33"])
    assert read(read_rows, ordered, NAMES, QUANTITY, FIRMS)[heading] == "part_number"
    due = ("Due date", ["2027-01-11", "2027-01-12", "2027-02-01", "2027-02-02", "2027-03-01"])
    assert read(read_rows, ordered, NAMES, QUANTITY, FIRMS, due)[heading] is None


def test_what_customers_ordered_does_not_come_in(read_rows: ReadRows) -> None:
    stock, sold = ("Saldo", [500, 300, 80, 20, 5]), ("I order", [250, 100, 30, 10, 4])
    bought = ("Beställt", [100, 0, 20, 60, 0])
    own = ("Artikelnr", NUMBERS[1]), ("Benämning", NAMES[1]), ("Leverantör", FIRMS[1])
    found = read(read_rows, *own, stock, sold, bought)
    assert found["I order"] is None
    assert found["Beställt"] == "open_order_quantity"
    assert read(read_rows, *own, stock, sold)["I order"] == "open_order_quantity"


@pytest.mark.parametrize("heading", ["残数量", "Kalan Miktar", "Cantitate rămasă"])
def test_what_is_left_in_a_store_does_not_come_in(read_rows: ReadRows, heading: str) -> None:
    left = (heading, [500, 300, 80, 20, 5])
    assert read(read_rows, NUMBERS, NAMES, left, FIRMS)[heading] is None
    found = read(read_rows, NUMBERS, NAMES, ("Qty", [600, 400, 90, 30, 6]), left, FIRMS)
    assert found[heading] == "open_order_quantity"


def test_korean_money_is_that_of_a_line_only_beside_a_price(read_rows: ReadRows) -> None:
    """Divided by the quantity it made a tenth of the price."""
    money = ("공급가", [1200, 300, 500, 600, 60600])
    names = ("품번", NUMBERS[1]), ("품명", NAMES[1]), ("수량", QUANTITY[1])
    assert read(read_rows, *names, money)["공급가"] is None
    one = ("단가", [120, 75, 62.5, 300, 8657])
    assert read(read_rows, *names, one, money)["공급가"] == "line_value"


def test_whose_number_is_told_by_the_firms_beside_it(read_rows: ReadRows) -> None:
    own = ("我司型号", ["MZ-01", "MZ-02", "MZ-03", "MZ-04", "MZ-05"])
    names = ("品名", NAMES[1]), ("数量", QUANTITY[1]), ("供应商", FIRMS[1])
    assert read(read_rows, own, *names)["我司型号"] == "part_number"
    # In the offer of one supplier "we" are he.
    offer = ("贵司料号", NUMBERS[1]), own, *names[:2]
    assert read(read_rows, *offer)["我司型号"] == "mpn"


def test_a_colon_behind_a_part_below_a_gap_makes_it_no_label(read_rows: ReadRows) -> None:
    head = ["Part", "Description", "Supplier"]
    parts = [["A-100", "Magnet N42SH", "Acme"], ["A-101", "Ferrite", "Acme"], [None] * 3]
    reading = read_rows([head, *parts, ["MAG-X", "Ring magnet SmCo:", "Beta"]])
    assert rows(reading) == [2, 3, 5]
    signed = read_rows([head, *parts, ["Prepared by: J. Doe", None, "Approved by:"]])
    assert rows(signed) == [2, 3]


@pytest.mark.parametrize(
    ("heading", "field"),
    [("Debtor", None), ("Köpare", None), ("买方", None), ("Test lab", None), ("Belieferer", "supplier")],
)  # fmt: skip
def test_firms_under_a_word_for_others_are_no_suppliers(
    read_rows: ReadRows, heading: str, field: str | None
) -> None:
    """A questionnaire would go to a customer."""
    firms = (heading, ["Acme GmbH", "Beta AG", "Gamma Ltd", "Acme GmbH", "Delta S.r.l."])
    assert read(read_rows, NUMBERS, NAMES, QUANTITY, firms)[heading] == field


def test_a_second_list_in_other_words_and_of_the_same_length_is_a_list(read_rows: ReadRows) -> None:
    """Its parts were lost, or their numbers put on the parts of the first."""
    second = (
        ("Artikelnummer", "Bezeichnung", "Menge"),
        ("B-1", "SmCo-Magnet", 7),
        ("B-2", "Draht", 8),
    )
    first = ("Part", "Description", "Qty"), ("A-1", "Magnet N42SH", 5), ("A-2", "Wire", 4)
    reading = read_rows([[*a, None, *b] for a, b in zip(first, second, strict=True)])
    assert facts(reading, "part_number") == ["A-1", "A-2", "B-1", "B-2"]
    names = ("Part", "Description", "Qty"), ("Price", "Supplier", "MPN")
    cells = ("A-1", "Magnet N42SH", 5), (1.5, "Acme", "M1"), ("A-2", "Wire", 4), (0.5, "Beta", "W2")
    rows_of = [[*names[0], None, *names[1]], *([*cells[n], None, *cells[n + 1]] for n in (0, 2))]
    assert facts(read_rows(rows_of), "part_number") == ["A-1", "A-2"]


def test_numbers_of_orders_are_no_pieces_to_come(read_rows: ReadRows) -> None:
    """Four billion magnets on order hid every shortage."""
    papers = ("Open PO", ["4500012345", "4500012346", "4500012389", "4500012401", None])
    assert read(read_rows, NUMBERS, NAMES, QUANTITY, papers)["Open PO"] is None
    pieces = ("Open PO", [250, 0, 40, 1200, None])
    assert read(read_rows, NUMBERS, NAMES, QUANTITY, pieces)["Open PO"] == "open_order_quantity"


@pytest.mark.parametrize(
    "heading", ["Stock amount (EUR)", "Bestellobligo", "Lagerbestand gesamt (EUR)"]
)
def test_money_of_a_stock_or_an_order_is_no_count(read_rows: ReadRows, heading: str) -> None:
    money = (heading, [50000.5, 40000.25, 8012.1, 2065.0, 512.0])
    use = ("Annual usage", [2345, 346, 389, 401, 9])
    found = read(read_rows, NUMBERS, NAMES, use, money)[heading]
    assert found not in {"stock_on_hand", "open_order_quantity", "quantity"}


def test_days_that_cannot_be_read_are_named_and_not_dropped(read_rows: ReadRows) -> None:
    weeks = ("Confirmed date", ["KW 45", "KW 46", "Ende Januar", "KW 3/27", "KW 1"])
    reading = read_rows(table(NUMBERS, NAMES, QUANTITY, weeks))
    assert "W_UNREADABLE" in codes(reading)
    said = ("Confirmed date", ["yes", "no", "yes", "yes", "no"])
    assert read(read_rows, NUMBERS, NAMES, QUANTITY, said)["Confirmed date"] is None


def test_a_notice_of_change_is_no_customs_number(read_rows: ReadRows) -> None:
    """PCN is the customs number in Polish alone."""
    notices = ("PCN", ["85051100", "85051910", "85052000", "85059000", "84839000"])
    assert read(read_rows, NUMBERS, NAMES, QUANTITY, notices)["PCN"] is None
    polish = ("Indeks", NUMBERS[1]), ("Nazwa towaru", NAMES[1]), ("Ilość", QUANTITY[1])
    assert read(read_rows, *polish, notices)["PCN"] == "hs_code"


def test_plz_over_days_is_a_delivery_time_and_over_five_digits_a_postal_code(
    read_rows: ReadRows,
) -> None:
    days, codes_of_towns = [35, 84, 14, 42, 7], [70173, 89073, 10115, 20095, 80331]
    assert read(read_rows, NUMBERS, NAMES, ("PLZ", days))["PLZ"] == "lead_time_days"
    assert read(read_rows, NUMBERS, NAMES, FIRMS, ("PLZ", codes_of_towns))["PLZ"] is None
    beside = read(read_rows, NUMBERS, NAMES, FIRMS, ("Ort", ["Ulm"] * 5), ("PLZ", days))
    assert beside["PLZ"] is None


def test_dispo_is_stock_in_french_alone(read_rows: ReadRows) -> None:
    planners = ("DISPO", [101, 101, 102, 101, 102])
    german = read(read_rows, ("MATNR", NUMBERS[1]), ("MAKTX", NAMES[1]), planners)
    assert german["DISPO"] is None
    names = ("Référence", NUMBERS[1]), ("Désignation", NAMES[1])
    french = read(read_rows, *names, ("Dispo", [9, 8, 7, 6, 5]))
    assert french["Dispo"] == "stock_on_hand"


def test_pieces_of_a_price_under_a_longer_heading_are_no_price(read_rows: ReadRows) -> None:
    price = ("EK-Preis", [112.0, 38.9, 44.0, 7.5, 3.2])
    many = ("EK-Preis-Einh.", [100, 1, 100, 10, 1])
    found = read(read_rows, NUMBERS, NAMES, price, many)
    assert (found["EK-Preis"], found["EK-Preis-Einh."]) == ("unit_price", "price_unit")
    other = read(read_rows, NUMBERS, NAMES, price, ("EK-Preis alt", [99.0, 35.0, 40.0, 7.0, 3.0]))
    assert other["EK-Preis alt"] != "price_unit"


def test_texts_with_their_key_in_brackets_are_parts_where_firms_have_theirs_too(
    read_rows: ReadRows,
) -> None:
    parts = ("Material", [f"{name} (TG-{n})" for n, name in enumerate(NAMES[1], start=1)])
    apex, feng = "Apex Ltd. (1730)", "Lian Feng (1740)"
    firms = ("Supplier", [apex, apex, feng, apex, feng])
    found = read_rows(table(parts, firms, QUANTITY))
    assert facts(found, "part_number") == ["TG-1", "TG-2", "TG-3", "TG-4", "TG-5"]
    assert facts(found, "description")[:2] == NAMES[1][:2]
    assert facts(found, "supplier")[::2] == ["Apex Ltd.", "Lian Feng", "Lian Feng"]
    steels = ("Material", ["Stainless steel (1.4301)"] * 3 + ["NdFeB (N42)"] * 2)
    made_of = read_rows(table(NUMBERS, NAMES, steels, firms))
    assert facts(made_of, "part_number") == NUMBERS[1]
    assert facts(made_of, "material")[4] == "NdFeB (N42)"
