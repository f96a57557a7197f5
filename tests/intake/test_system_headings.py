"""What headings mean in the exports of one system, known by three of its own headings; the same heading elsewhere
means what it always did."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from desktop_app.intake.kind_words import WordTableError
from desktop_app.intake.system_headings import FEWEST_SIGNS, said_by_systems, systems
from tests.intake.conftest import ReadRows
from tests.intake.joined import counted, joining
from tests.intake.looking import facts, fields
from tests.workbooks.build import Rows

PARTS = [["P-1", "Ring magnet"], ["P-2", "Hex screw"], ["P-3", "Bearing"]]


def rows_of(
    heads: Sequence[str],
    *columns: Sequence[Any],
    named: Sequence[str] = ("Part number", "Description"),
) -> list[list[Any]]:
    return [
        [*named, *heads],
        *([*part, *cells] for part, cells in zip(PARTS, zip(*columns, strict=True), strict=True)),
    ]


def test_every_system_is_known_by_enough_headings() -> None:
    for name, system in systems().items():
        assert len(system.signs) >= FEWEST_SIGNS, name
        assert system.says, name


def test_a_system_is_known_by_three_headings_and_not_by_two() -> None:
    three = ["StockCode", "Description", "QtyOnHand", "StockUom", "LeadTime"]
    assert said_by_systems(three) == {4: "days"}
    assert said_by_systems([*three[:3], "Unit", "LeadTime"]) == {}


def test_two_systems_with_as_many_signs_are_not_believed() -> None:
    mixed = ["StockCode", "QtyOnHand", "StockUom", "LeadTime", "ITNO", "ITDS", "STQT"]
    assert said_by_systems(mixed) == {}


@pytest.mark.parametrize(("system", "days"), [(True, [30, 45, 10]), (False, [None, None, None])])
def test_delivery_times_of_a_system_are_in_its_unit(
    read_rows: ReadRows, system: bool, days: list[int | None]
) -> None:
    named = ("StockCode", "Description") if system else ("Part number", "Description")
    heads = ["QtyOnHand", "StockUom", "LeadTime"] if system else ["On hand", "Unit", "LeadTime"]
    table = rows_of(heads, [5, 6, 7], ["EA"] * 3, [30, 45, 10], named=named)
    assert facts(read_rows(table), "lead_time_days") == days


def test_ordered_is_on_order_in_its_system_alone(read_rows: ReadRows) -> None:
    heads = ["U/M", "Reorder Pt", "Allocated to Ord", "On Hand", "Ordered"]
    cells: list[list[Any]] = [["EA"] * 3, [1, 2, 3], [4, 5, 6], [70, 80, 90], [100, 0, 50]]
    found = read_rows(rows_of(heads, *cells, named=("Item", "Description")))
    assert facts(found, "open_order_quantity") == [100, 0, 50]
    other = ["Unit", "Bin", "Picker", "On Hand", "Ordered"]
    cells[1], cells[2] = ["A1", "A2", "A3"], ["jk", "ls", "jk"]
    assert "open_order_quantity" not in fields(read_rows(rows_of(other, *cells))).values()


@pytest.mark.parametrize(
    "heads",
    [
        ["Product Code", "U/M", "Material Type", "Lead Time"],
        ["Std Cost", "UM", "Item Number", "Purchase LT"],
        ["Preferred Vendor", "Vendor Code", "Country of Manufacture", "Lead Time"],
        ["Supplier Part ID", "Manufacturer Part ID", "Supplier URL", "Lead Time"],
    ],
)
def test_headings_that_any_list_may_have_tell_no_system(heads: list[str]) -> None:
    """6 and 8 under their delivery times may be weeks."""
    assert said_by_systems(["Part number", "Description", *heads]) == {}


def test_numbers_of_purchase_orders_are_not_on_order(read_rows: ReadRows) -> None:
    heads = ["Inventory ID", "Base UOM", "SO Allocated", "Item Class", "Purchase Orders"]
    orders = [[4, 0, 12], [4500017712, 4500017713, 4500017900]]
    found = {}
    for cells in orders:
        cells_of: list[list[Any]] = [
            ["P-1", "P-2", "P-3"],
            ["EA"] * 3,
            [1, 2, 3],
            ["A", "B", "A"],
            cells,
        ]
        named = ("Line", "Description")
        found[cells[0]] = fields(read_rows(rows_of(heads, *cells_of, named=named)))
    assert found[4]["Purchase Orders"] == "open_order_quantity"
    assert found[4500017712]["Purchase Orders"] != "open_order_quantity"


def test_what_customers_ordered_is_not_on_order_in_ax(read_rows: ReadRows) -> None:
    heads = [
        "Physical inventory",
        "Physical reserved",
        "Available physical",
        "Ordered in total",
        "On order",
    ]
    cells: list[list[Any]] = [[310, 20, 9], [40, 0, 0], [270, 20, 9], [200, 0, 0], [55, 12, 7]]
    found = fields(read_rows(rows_of(heads, *cells, named=("Item number", "Product name"))))
    assert (found["Ordered in total"], found["On order"]) == ("open_order_quantity", None)


def test_a_column_of_words_is_no_amount(read_rows: ReadRows) -> None:
    heads = ["U/M", "Reorder Pt", "Allocated to Ord", "On Hand", "Ordered"]
    cells: list[list[Any]] = [["EA"] * 3, [1, 2, 3], [4, 5, 6], [70, 80, 90], ["yes", "no", "yes"]]
    found = fields(read_rows(rows_of(heads, *cells, named=("Item", "Description"))))
    assert found["Ordered"] is None


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("syspro,StockCode", "missing or too many"), ("syspro,A; ;B,,own", "empty or said twice"),
        ("syspro,A,colour,own", "no field"), ("syspro,A; A,days,own", "empty or said twice"),
    ],
)  # fmt: skip
def test_the_table_is_read_strictly(
    line: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = tmp_path / "systems.csv"
    table.write_text(f"system,headings,says,source\n{line}\n", "utf-8")
    monkeypatch.setattr("desktop_app.intake.system_headings.shipped", lambda *_: table)
    systems.cache_clear()
    try:
        with pytest.raises(WordTableError, match=said):
            systems()
    finally:
        systems.cache_clear()


@pytest.mark.parametrize(
    ("codes", "prices"),
    [("ECM", [18, 0.031, 0.002]), ("MMM", [None] * 3), ("EXC", [None] * 3)],
)
def test_letters_say_for_how_many_a_price_is(
    read_rows: ReadRows, codes: str, prices: list[float | None]
) -> None:
    """M alone may be metres, and X is no such letter."""
    found = read_rows(rows_of(["Unit cost", "CostPerCode"], [18, 3.1, 2], list(codes)))
    assert facts(found, "unit_price") == [None if p is None else pytest.approx(p) for p in prices]


@pytest.mark.parametrize(("missing", "is_share"), [([0, 5, 0], True), ([9, 5, 2], False)])
def test_what_a_shop_has_of_an_order_is_no_stock(
    read_rows: ReadRows, missing: list[int], is_share: bool
) -> None:
    """On back order is what a shop owes; "Missing" is what the house lacks beside its own stock."""
    heads = ["Menge", "Verfügbar", "Lieferrückstand", "Stückpreis", "Gesamtpreis EUR"]
    table = rows_of(heads, [25, 105, 40], [25, 100, 40], missing, [2, 1, 3], [50, 105, 120])
    assert ("stock_on_hand" in fields(read_rows(table)).values()) != is_share


@pytest.mark.parametrize(
    ("stock", "lacking"), [("In stock", "Missing"), ("Bestand", "Fehlmenge"), ("在庫数", "欠品数")]
)
def test_a_list_of_what_is_lacking_keeps_its_stock(
    read_rows: ReadRows, stock: str, lacking: str
) -> None:
    heads = ["Required", stock, lacking, "Unit price", "Total"]
    table = rows_of(heads, [10, 20, 8], [4, 5, 2], [6, 15, 6], [2, 1, 3], [20, 20, 24])
    assert facts(read_rows(table), "stock_on_hand") == [4, 5, 2]


@pytest.mark.parametrize(("came", "left"), [([20, 0, 5], [40, 300, 5]), ([80, 0, 5], [None] * 3)])
def test_ordered_beside_received_is_what_was_ordered(
    read_rows: ReadRows, came: list[int], left: list[int | None]
) -> None:
    """Where more came than was ordered the two are of something else. The buyer is who orders here."""
    heads = ["PO", "Ordered", "Received", "Unit price", "Vendor", "Buyer"]
    firms = ["Ametek Blowers", "Rogers Foam", "Nord GmbH"]
    papers, who = ["A1", "A2", "A3"], ["js", "js", "mk"]
    table = rows_of(heads, papers, [60, 300, 10], came, [8.5, 1.2, 3], firms, who)
    assert facts(read_rows(table), "open_order_quantity") == left


def test_a_list_of_customers_owes_nothing(read_rows: ReadRows) -> None:
    heads = ["SO", "Ordered", "Received", "Unit price", "Buyer"]
    table = rows_of(
        heads, ["A1", "A2", "A3"], [60, 300, 10], [20, 0, 5], [8.5, 1.2, 3], ["Nord"] * 3
    )
    assert facts(read_rows(table), "open_order_quantity") == [None] * 3


def test_the_text_beside_the_code_of_a_firm_names_it(read_rows: ReadRows) -> None:
    heads = ["Lieferant", "Bezeichnung Lieferant", "Preis"]
    firms = ["Sura Magnets AB", "Fabory", "Sura Magnets AB"]
    named = ("Artikel", "Artikelbezeichnung")
    codes = ["LF-0031", "LF-0040", "LF-0031"]
    assert (
        facts(read_rows(rows_of(heads, codes, firms, [1, 2, 3], named=named)), "supplier") == firms
    )
    own = ["Ringmagnet 20", "Schraube M6", "Lager 6204"]  # what the firm calls the part
    assert facts(read_rows(rows_of(heads, codes, own, [1, 2, 3], named=named)), "supplier") == codes


ITEMS = [
    ["Item", "Description", "Stock"],
    ["AB-70", "Linear motor", 3],
    ["AB-71", "Drag chain", 25],
]
OFFERS: Rows = [["Item", "Supplier", "Price", "Currency", "Lead time (weeks)"],
          ["AB-70", "Rexroth", 1480, "EUR", 16], ["AB-70", "Hiwin", 1310, "EUR", 12],
          ["AB-71", "Igus", 31, "EUR", 2]]  # fmt: skip
NEEDS: Rows = [["Item", "Annual demand"], ["AB-70", 24], ["AB-71", 200]]


def test_offers_beside_a_stock_that_describes_are_sources(tmp_path: Path) -> None:
    """Two rows of AB-70 would have needed 24 each, and counted its stock twice."""
    read = joining(tmp_path)(items=ITEMS, offers=OFFERS, needs=NEEDS)
    counted(read)
    assert facts(read, "part_number") == ["AB-70", "AB-71"]
    assert facts(read, "annual_quantity") == [24, 200]
    assert [one.supplier for one in read.parts.sources[0]] == ["Rexroth", "Hiwin"]
    assert facts(read, "unit_price") == [None, 31]


def test_offers_that_describe_the_parts_are_one_part_each(tmp_path: Path) -> None:
    said = {"AB-70": "Linear motor", "AB-71": "Drag chain"}
    offers: Rows = [["Description", *OFFERS[0]], *([said[str(row[0])], *row] for row in OFFERS[1:])]
    stock: Rows = [["Item", "Stock"], ["AB-70", 3], ["AB-71", 25]]
    read = joining(tmp_path)(offers=offers, stock=stock, needs=NEEDS)
    counted(read)
    assert facts(read, "part_number") == ["AB-70", "AB-71"]
    assert facts(read, "stock_on_hand") == [3, 25]
    assert facts(read, "supplier") == [None, "Igus"]
    assert [one.lead_time_days for one in read.parts.sources[0]] == [112, 84]


def test_offers_alone_stay_rows(tmp_path: Path) -> None:
    read = joining(tmp_path)(offers=OFFERS)
    assert facts(read, "supplier") == ["Rexroth", "Hiwin", "Igus"]
    assert facts(read, "unit_price") == [1480, 1310, 31]
