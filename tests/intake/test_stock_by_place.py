"""Stock in a column for each plant or store is added up where nothing else can be meant."""

from typing import Any

import pytest

from tests.intake.conftest import ReadRows
from tests.intake.looking import codes, facts

Rows = list[list[Any]]

READ: dict[str, Rows] = {
    "German plants": [["Bestand"], ["Teilenummer", "Werk 1000", "Werk 2000"], ["A", 250, 350], ["B", 5, 0]],
    "English sites": [["Part number", "Stock site A", "Stock site B"], ["A", 250, 350], ["B", 5, None]],
    "Chinese stores": [["库存表"], ["料号", "上海仓", "深圳仓"], ["A", 250, 350], ["B", 5, 0]],
    "short": [["Inventory"], ["Part number", "Description", "WH1", "WH2"], ["A", "x", 250, 350],
              ["B", "y", 5, 0]],
    "with their sum": [["Lagerbestand"], ["Teilenummer", "Lager Nord", "Lager Süd", "Lager gesamt"],
                       ["A", 250, 350, 600], ["B", 5, 0, 5]],
}  # fmt: skip


@pytest.mark.parametrize("rows", READ.values(), ids=READ)
def test_columns_of_places_are_added_up(read_rows: ReadRows, rows: Rows) -> None:
    reading = read_rows(rows)
    assert facts(reading, "stock_on_hand") == [600, 5]
    assert codes(reading) == ["W_STOCK_BY_PLACE"]


@pytest.mark.parametrize(
    "heads", [("Stock A", "Stock B"), ("Werk 1000 Bestand", "Werk 2000 Bestand")]
)
def test_a_quantity_beside_stocks_by_place_is_none_of_them(
    read_rows: ReadRows, heads: tuple[str, str]
) -> None:
    head = ["Part number", "Description", *heads, "Qty"]
    lines: Rows = [
        ["A-1", "Glue", 10, 8, 2],
        ["A-3", "Grease", 20, 15, 6],
        ["A-4", "Coil", 30, 3, 5],
    ]
    found = read_rows([head, *lines])
    assert (facts(found, "stock_on_hand"), facts(found, "quantity")) == ([18, 35, 33], [2, 6, 5])
    summed = read_rows([head, *([*row[:4], row[2] + row[3]] for row in lines)])
    assert facts(summed, "stock_on_hand") == [18, 35, 33]


def test_what_lies_in_a_store_for_scrap_is_blocked(read_rows: ReadRows) -> None:
    rows = [["Part number", "Stock WH Main", "Stock WH Scrap"], ["A", 250, 350]]
    reading = read_rows(rows)
    assert facts(reading, "stock_on_hand") == [250]
    assert facts(reading, "stock_blocked") == [350]


ASKED: dict[str, Rows] = {
    "needs of plants": [["Bestand und Bedarf"], ["Teilenummer", "Bedarf Werk 1000", "Bedarf Werk 2000"],
                        ["A", 250, 350]],
    "plants of no list of stock": [["Part number", "Description", "Plant 1000", "Plant 2000"],
                                   ["A", "Magnet", 250, 350]],
    "value of the stock": [["Part number", "Stock value plant 1000", "Stock value plant 2000"],
                           ["A", 250, 350]],
    "Chinese value": [["库存"], ["料号", "金额上海仓", "金额深圳仓"], ["A", 250, 350]],
    "safety stock": [["Inventory"], ["Part number", "Safety stock site A", "Safety stock site B"],
                     ["A", 250, 350]],
    "one place": [["Inventory"], ["Part number", "Description", "Plant 1000"], ["A", "Magnet", 250]],
    "beside a demand": [["Inventory"], ["Part number", "Annual demand", "Plant 1000", "Plant 2000"],
                        ["A", 3650, 250, 350]],
    "texts": [["Inventory"], ["Part number", "Plant 1000", "Plant 2000"], ["A", "yes", "no"]],
}  # fmt: skip


@pytest.mark.parametrize("rows", ASKED.values(), ids=ASKED)
def test_what_may_be_something_else_is_no_stock(read_rows: ReadRows, rows: Rows) -> None:
    assert facts(read_rows(rows), "stock_on_hand") in ([None], [])


def test_a_stock_of_its_own_goes_before_the_places(read_rows: ReadRows) -> None:
    rows = [["Part number", "Stock on hand", "Plant 1000", "Plant 2000"], ["A", 600, 250, 350]]
    assert facts(read_rows(rows), "stock_on_hand") == [600]


@pytest.mark.parametrize(
    ("first", "second", "title"),
    [("Warehouse 1", "Warehouse value", "Stock"), ("Lager 1", "Lager Nr", "Bestand"),
     ("Plant 1", "Plant 2", "Prices of stock items"), ("Werk 1", "Werk 2", "Preise und Bestand")],
)  # fmt: skip
def test_what_is_no_stock_by_place_is_not_added_up(
    read_rows: ReadRows, first: str, second: str, title: str
) -> None:
    rows = [
        [title],
        ["Part number", "Description", first, second],
        ["A", "x", 250, 350],
        ["B", "y", 5, 2],
    ]
    assert facts(read_rows(rows), "stock_on_hand") == [None, None]


def test_no_one_plant_is_taken_for_all(read_rows: ReadRows) -> None:
    """ "Bestand Werk 1" is nearly a known heading, and no whole stock; a dash is nothing."""
    rows = [["Teilenummer", "Bestand Werk 1", "Bestand Werk 2"], ["A", 250, 350], ["B", 5, "-"]]
    assert facts(read_rows(rows), "stock_on_hand") == [600, 5]


def test_kilograms_by_place_are_no_pieces(read_rows: ReadRows) -> None:
    heads = ["Part number", "Stock WH1", "Stock WH2", "Monthly usage (pcs)"]
    rows = [heads, ["A", "5 kg", "2 kg", 100], ["B", "1 kg", "3 kg", 100]]
    assert facts(read_rows(rows), "stock_on_hand") == [None, None]


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        (("1.200", "2.300", "900", "50"), [3500, 950]),
        (("1.200", "2.345", "1.900", "2.000"), [None, None]),
        (("1.234", "2.345", "12,5", "50"), [3579, 62.5]),
    ],
)
def test_thousands_by_place_are_read_as_in_one_column(
    read_rows: ReadRows, cells: tuple[str, ...], found: list[float | None]
) -> None:
    rows = [["Stock"], ["Part number", "Site A", "Site B"], ["A", *cells[:2]], ["B", *cells[2:]]]
    reading = read_rows(rows)
    assert facts(reading, "stock_on_hand") == found
    assert ("W_AMBIGUOUS_NUMBER" in codes(reading)) == (None in found)


def test_needs_by_quarter_that_may_be_thousands_or_not_are_not_used(read_rows: ReadRows) -> None:
    rows = [["Demand"], ["Part number", "Q1 2027", "Q2 2027"], ["A", "1.234", "2.345"]]
    reading = read_rows(rows)
    assert not reading.parts.requirements
    assert "W_AMBIGUOUS_NUMBER" in codes(reading)


QUARTERS = ["Q1 2027", "2027 Q1", "1Q27", "T1 2027", "1er trimestre 2027", "1. Quartal 2027", "Quartal 1/2027",
            "2027年第一季度", "第1四半期 2027"]  # fmt: skip


@pytest.mark.parametrize("quarter", QUARTERS)
def test_needs_by_quarter_in_columns_and_rows(read_rows: ReadRows, quarter: str) -> None:
    """900 in the first quarter of 2027, one thirteenth a week."""
    after = quarter.replace("1er", "2e").replace("第一", "第二").replace("第1", "第2")
    after = after if after != quarter else quarter.replace("1", "2", 1)
    in_columns = [["Demand"], ["Part number", quarter, after], ["A", 900, 450]]
    in_rows = [["Part number", "Quarter", "Demand"], ["A", quarter, 900], ["B", after, 450]]
    for rows in (in_columns, in_rows):
        reading = read_rows(rows)
        (first, *_, last) = reading.parts.requirements[0][:13]
        assert (first.on.isoformat(), round(first.quantity)) == ("2027-01-01", 69)
        assert last.on.isoformat() == "2027-03-26"
        assert codes(reading) == ["W_YEAR"]


def test_a_quarter_without_its_year_is_asked_about(read_rows: ReadRows) -> None:
    reading = read_rows([["Part number", "Quarter", "Demand"], ["A", "Q1", 900], ["A", "Q2", 450]])
    assert not reading.parts.requirements


@pytest.mark.parametrize(
    ("places", "unit"),
    [
        (("Stock plant 1", "Stock plant 2"), "Stock unit"),
        (("Bestand Werk 1", "Bestand Werk 2"), "Bestandseinheit"),
    ],
)
def test_kilograms_of_a_column_of_the_stocks_unit_are_no_pieces(
    read_rows: ReadRows, places: tuple[str, str], unit: str
) -> None:
    heads = ["Part", *places, unit, "Annual demand (pcs)"]
    reading = read_rows([heads, ["M-1", 1, 2, "kg", 365], ["M-2", 100, 200, "pcs", 365]])
    assert facts(reading, "stock_on_hand") == [None, 300]


def test_kilograms_of_the_whole_row_are_added_up(read_rows: ReadRows) -> None:
    heads = ["Part", "Stock plant 1", "Stock plant 2", "UoM", "Annual demand"]
    reading = read_rows([heads, ["M-1", 1, 2, "kg", 365], ["M-2", 100, 200, "pcs", 365]])
    assert facts(reading, "stock_on_hand") == [3, 300]


BY_PLACE = [
    (["Stock plant 1", "Stock plant 2", "Stock unit", "Annual demand (pcs)"], [25, 15, "kg", 3650]),
    (["Stock plant 1", "Stock plant 2", "Stock unit", "Annual demand", "Demand unit"],
     [25, 15, "kg", 3650, "pcs"]),
    (["Bestand Werk 1 (kg)", "Bestand Werk 2 (kg)", "Jahresbedarf (Tsd. St)"], [25, 15, 3.65]),
    (["上海仓库存", "深圳仓库存", "库存单位", "年需求量（个）"], [25, 15, "kg", 3650]),
    (["Stock WH1", "Stock WH2", "Annual demand (pcs)"], ["5 kg", "2 kg", 3650]),
    (["Stock WH1", "Stock WH2", "Annual demand (pcs)"], ["5 kg", "200 pcs", 3650]),
]  # fmt: skip


@pytest.mark.parametrize(("heads", "cells"), BY_PLACE)
def test_stock_by_place_in_another_unit_is_told_of(
    read_rows: ReadRows, heads: list[str], cells: list[Any]
) -> None:
    reading = read_rows([["Part number", "Description", *heads], ["A", "Magnet", *cells]])
    assert (facts(reading, "stock_on_hand"), facts(reading, "annual_quantity")) == ([None], [3650])
    assert set(codes(reading)) == {"W_STOCK_BY_PLACE", "W_AMBIGUOUS_NUMBER"}
    issues = [issue for file in reading.files for issue in file.issues]
    (told,) = [issue for issue in issues if issue.code == "W_AMBIGUOUS_NUMBER"]
    assert (told.row, told.column) in {(2, 3), (2, 4)}


@pytest.mark.parametrize(("heads", "cells"), BY_PLACE)
def test_where_a_piece_has_a_mass_such_stock_counts(
    read_rows: ReadRows, heads: list[str], cells: list[Any]
) -> None:
    """100 g a piece: 25 kg and 15 kg are 400."""
    heads, cells = [*heads, "Weight (g)"], [*cells, 100]
    reading = read_rows([["Part number", "Description", *heads], ["A", "Magnet", *cells]])
    (stock,), (demand,) = facts(reading, "stock_on_hand"), facts(reading, "annual_quantity")
    assert stock / demand in {400 / 3650, 70 / 3650, 250 / 3650}


@pytest.mark.parametrize(
    ("heads", "cells"),
    [
        (["Bestand Werk 1", "Bestand Werk 2", "ME", "Jahresbedarf"], [0.25, 0.15, "Tsd. St", 3.65]),
        (["Bestand Werk 1 (Tsd. St)", "Bestand Werk 2 (Tsd. St)", "Jahresbedarf"], [0.25, 0.15, 3650]),
        (["Stock WH1", "Stock WH2", "Annual demand"], ["250 pcs", "150 pcs", 3650]),
    ],
)  # fmt: skip
def test_thousands_by_place_are_pieces(
    read_rows: ReadRows, heads: list[str], cells: list[Any]
) -> None:
    reading = read_rows([["Part number", "Description", *heads], ["A", "Magnet", *cells]])
    assert (facts(reading, "stock_on_hand"), facts(reading, "annual_quantity")) == ([400], [3650])


def test_nothing_is_nothing_in_any_unit(read_rows: ReadRows) -> None:
    rows = [["Part number", "Description", "Stock WH1", "Stock WH2", "Annual demand (pcs)"],
            ["A", "Magnet", "0 kg", "200 pcs", 3650], ["B", "Magnet", "0 kg", "0 kg", 3650]]  # fmt: skip
    assert facts(read_rows(rows), "stock_on_hand") == [200, 0]


@pytest.mark.parametrize(
    "heads", [("Stock Zaragoza", "Stock Vigo"), ("Bestand Ulm", "Bestand Aalen")]
)
def test_towns_are_places_where_all_are_known(read_rows: ReadRows, heads: tuple[str, str]) -> None:
    rows: Rows = [["A-1", "Coil", 120, 30], ["A-2", "Hub", 40, 15], ["A-3", "Nut", 9, 0]]
    found = read_rows([["Part number", "Description", *heads], *rows])
    assert facts(found, "stock_on_hand") == [150, 55, 9]


@pytest.mark.parametrize(
    "heads", [("Stock Vigo", "Stock Quadrant"), ("Stock Werkstatt", "Stock Reserve")]
)
def test_of_two_stocks_by_unknown_names_neither_is_the_stock(
    read_rows: ReadRows, heads: tuple[str, str]
) -> None:
    """The last of them was taken for all there is."""
    rows: Rows = [["A-1", "Coil", 120, 30], ["A-2", "Hub", 40, 15], ["A-3", "Nut", 9, 0]]
    found = read_rows([["Part number", "Description", *heads], *rows])
    assert facts(found, "stock_on_hand") == [None] * 3
