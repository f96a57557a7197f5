"""Headings that nobody wrote down are read from their words, and only where every word is known."""

import csv

import pytest

from desktop_app.intake.composed_headings import composed
from desktop_app.intake.heading_units import may_be
from desktop_app.intake.headings import ALIASES, FIELDS, heading_book
from desktop_app.paths import shipped
from tests.intake.conftest import ReadRows
from tests.intake.looking import facts, fields
from tests.intake.test_columns import table

ALSO = {
    "net_price": "unit_price", "paid_price": "unit_price", "planned_price": "unit_price",
    "list_price": "unit_price",
}  # fmt: skip
"""What the table says of a price beside its field."""


def rows(name: str) -> list[dict[str, str]]:
    with shipped("resources", name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Avg use/wk (26 wks)", "consumption_weekly"), ("Verbr. 12M rollierend", "annual_quantity"),
        ("Best. frei", "stock_on_hand"), ("Gew. g", "unit_mass"), ("Pr. acq.", "unit_price"),
        ("P. neto (kg)", "unit_mass"), ("Cons. medio mese", "consumption_monthly"),
        ("采购未到数", "open_order_quantity"), ("PO Bal. 未交", "open_order_quantity"),
        ("Producer's item no.", "mpn"), ("월 평균 소요량", "consumption_monthly"),
        ("調達期間(日)", "lead_time_days"), ("Replenishment days", "lead_time_days"),
        ("Yet to arrive", "open_order_quantity"), ("País fabricación", "country_of_origin"),
    ],
)  # fmt: skip
def test_words_make_a_field(heading: str, field: str) -> None:
    assert composed(heading)[:1] == (field,)


@pytest.mark.parametrize(
    "heading",
    [
        "Maximum stock", "Sales price", "Reorder quantity", "Lot size", "Weight unit", "Price per",
        "Stock value", "Customer part number", "Gross weight", "G.W. (KGS)", "Delivered qty", "Order date",
        "Order number", "Cover (wks)", "Stock item", "库存金额", "最大库存", "発注点", "Verkaufspreis",
        "Bestellnummer", "Cust. no.", "Total weight", "Planned Qty", "Consumo medio",
        "Best. Menge", "Menge Best.", "Sell. price", "Verk. Preis", "Prod. cost", "订单余额",
    ],
)  # fmt: skip
def test_a_word_that_is_not_known_makes_none(heading: str) -> None:
    """Nor do words that may be two things, such as the unit of a weight and the weight of a unit."""
    assert composed(heading) == ()


def test_the_words_alone_say_what_the_table_of_headings_says() -> None:
    """Written without it: of nearly two thousand known headings whose words are all known, one in a
    hundred is called something else."""
    entries = heading_book().entries
    right, others = 0, []
    for heading, meant in entries.items():
        if made := composed(heading):
            known = {ALIASES.get(ALSO.get(f, f), ALSO.get(f, f)) for f, _ in meant}
            right += made[0] in known
            others += [heading] if made[0] not in known else []
    assert right > 1_700
    assert len(others) <= 0.01 * (right + len(others)), others


def test_rules_name_classes_that_words_have_and_fields_that_columns_have() -> None:
    classes = {row["class"] for row in rows("heading_parts.csv")} | {"money"}
    for rule in rows("heading_rules.csv"):
        assert {*rule["needs"].split(), *rule["may"].split()} <= classes, rule
        assert rule["field"] == "?" or {*rule["field"].split()} <= FIELDS | ALSO.keys(), rule
        assert rule["source"], rule
    assert all(row["source"] and row["words"] for row in rows("heading_parts.csv"))


def test_a_unit_in_brackets_refutes_what_cannot_have_it() -> None:
    assert not may_be("substance_percent", "Content (mg)")
    assert not may_be("quantity", "Usage (12 months)")
    assert not may_be("description", "Value per piece")
    assert may_be("part_number", "Part/Item No.")
    assert may_be("unit_price", "Price (EUR)")
    assert all(row["field"] in FIELDS for row in rows("heading_units.csv"))


@pytest.mark.parametrize(
    "heading",
    ["Stock ($)", "Bestand (EUR)", "Bestand (TEUR)", "Annual demand (USD)", "Jahresverbrauch (kEUR)",
     "Stock (%)", "Monthly usage (€)", "数量(月)"],
)  # fmt: skip
def test_what_its_unit_refutes_is_not_found_by_likeness_either(heading: str) -> None:
    """Money of stock would be pieces: 1,200 dollars are no 1,200 magnets."""
    assert heading_book().meanings(heading) == ()


def test_weeks_alone_are_no_use_of_a_week(read_rows: ReadRows) -> None:
    """ "Wochen" beside a stock says how long it lasts."""
    reading = read_rows(table(NUMBERS, NAMES, STOCK, ("Wochen", [10, 8, 6, 4, 12])))
    assert fields(reading)["Wochen"] is None
    assert heading_book().meanings("Wochenbed.")[0].field == "consumption_weekly"


def test_days_in_german_are_no_tonnes() -> None:
    assert [meaning.field for meaning in heading_book().meanings("Lieferzeit (T)")] == [
        "lead_time_days"
    ]


NUMBERS = ("Item", ["A-100", "A-101", "A-102", "A-103", "A-104"])
NAMES = ("Description", ["Magnet N42SH", "Hex bolt", "Gasket", "Servo motor", "Cable"])
STOCK = ("On hand", [500, 300, 800, 200, 20])


def test_a_price_that_is_the_stock_times_another_column_is_its_value(read_rows: ReadRows) -> None:
    reading = read_rows(
        table(NUMBERS, NAMES, STOCK,
              ("Cost", [1000, 900, 3200, 250, 30]), ("Kalk.", [2, 3, 4, 1.25, 1.5]))
    )  # fmt: skip
    assert facts(reading, "unit_price") == [2, 3, 4, 1.25, 1.5]


def test_of_two_stocks_the_one_that_is_left_is_not_used(read_rows: ReadRows) -> None:
    reading = read_rows(
        table(NUMBERS, NAMES, ("Stock A", [400, 250, 700, 100, 10]),
              ("Promised", [100, 50, 100, 100, 10]), ("Stock B", [500, 300, 800, 200, 20]))
    )  # fmt: skip
    assert facts(reading, "stock_on_hand") == [500, 300, 800, 200, 20]


def test_a_planned_quantity_beside_a_stock_is_no_need(read_rows: ReadRows) -> None:
    reading = read_rows(table(NUMBERS, NAMES, STOCK, ("Quantité prévue", [600, 350, 900, 250, 25])))
    assert "quantity" not in fields(reading).values()


def test_the_unit_of_a_price_is_not_that_of_the_part(read_rows: ReadRows) -> None:
    reading = read_rows(
        table(NUMBERS, NAMES, ("Net Price", [1, 2, 3, 4, 5]),
              ("Order Price Unit", ["KG"] * 5), ("Order Unit", ["PC"] * 5))
    )  # fmt: skip
    assert fields(reading)["Order Unit"] == "unit"


def test_a_line_of_words_over_numbers_needs_fewer_known_ones(read_rows: ReadRows) -> None:
    """A spend list of one line was no list, and of three lines one."""
    reading = read_rows(
        [
            ["Business line", "Cat L1", "Cat L2", "Vendor", "Vendor parent", "Mat. code", "Mat. description",
             "FY25 volume", "FY26 volume", "Price delta %", "PPV (EUR)", "Single source", "Payment days"],
            ["Drives", "Direct", "Magnets", "Tianhe", "Tianhe", "60009235", "Ring magnet N42SH",
             900, 1200, 3.1, 12.5, "Y", 60],
        ]
    )  # fmt: skip
    assert facts(reading, "part_number") == ["60009235"]


def test_two_items_of_orders_with_one_number_are_no_codes_of_a_maker(read_rows: ReadRows) -> None:
    reading = read_rows(
        table(("Purchasing Document", ["4500012345", "4500012346"]), ("Item", ["00010", "00010"]),
              ("Material", ["100234", "100236"]), ("Short Text", ["Sensor hall effect", "Torque motor"]),
              ("Order Quantity", [500, 2]))
    )  # fmt: skip
    assert fields(reading)["Item"] is None
