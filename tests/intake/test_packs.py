"""Amounts in cartons are counted out where a column says how many pieces one holds; stock of the latest day counts;
short codes of warehouse systems say that stock may not be used."""

from typing import Any

import pytest

from tests.intake.conftest import ReadRows
from tests.intake.looking import facts

NAMED = ["Part number", "Description"]


@pytest.mark.parametrize(
    ("stock", "size", "demand", "unit"),
    [
        ("Stock", "Pieces per carton", "Annual demand (pcs)", "carton"),
        ("Stock", "Pack size", "Annual demand (pcs)", "box"),
        ("Lagerbestand", "VPE", "Jahresbedarf (Stk)", "Karton"),
        ("库存", "装箱数", "年需求量（件）", "箱"),
    ],
)
def test_cartons_are_counted_out(
    read_rows: ReadRows, stock: str, size: str, demand: str, unit: str
) -> None:
    heads = [*NAMED, stock, "单位" if unit == "箱" else "Unit", size, demand]
    reading = read_rows([heads, ["M1", "Magnet N42", 10, unit, 100, 3650]])
    assert facts(reading, "stock_on_hand") == [1000]
    assert facts(reading, "quantity") == [None]


def test_the_unit_of_a_heading_is_that_of_its_column_alone(read_rows: ReadRows) -> None:
    rows: list[list[Any]] = [
        [*NAMED, "Stock (cartons)", "Qty per carton", "Annual demand"],
        ["M1", "Magnet N42", 10, 100, 3650], ["M2", "Magnet N35", 7, None, 7300],
    ]  # fmt: skip
    reading = read_rows(rows)
    assert facts(reading, "stock_on_hand") == [1000, None]
    assert facts(reading, "annual_quantity") == [3650, 7300]
    assert reading.parts.marks == {1: ("amount in another unit",)}


def test_a_price_of_a_carton_is_that_of_its_pieces(read_rows: ReadRows) -> None:
    heads = [*NAMED, "Stock", "Unit", "Pcs/box", "Annual demand", "Price (EUR)"]
    rows = [
        ["M1", "Magnet N42", 10, "box", 100, 36.5, 200],
        ["M2", "Magnet N35", 70, "pcs", 50, 7300, 1],
    ]
    reading = read_rows([heads, *rows])
    assert facts(reading, "unit_price") == [2, 1]
    assert facts(reading, "annual_spend") == [7300, 7300]


@pytest.mark.parametrize("unit", ["pcs", "pallet", None])
def test_what_is_no_such_carton_stays_as_it_is(read_rows: ReadRows, unit: str | None) -> None:
    heads = [*NAMED, "Stock", "Unit", "Pieces per carton", "Annual demand"]
    reading = read_rows([heads, ["M1", "Magnet N42", 10, unit, 100, 3650]])
    assert facts(reading, "stock_on_hand") == [10]


@pytest.mark.parametrize(
    "heads",
    [
        ("Stock 2024", "Stock 2025"),
        ("Stock 31.12.2025", "Stock 31.10.2026"),
        ("Bestand 2025", "Bestand 2026"),
        ("Bestand 31.12.2099", "Bestand 30.06.2026"),
    ],
)
def test_the_latest_stock_counts_in_either_order(
    read_rows: ReadRows, heads: tuple[str, str]
) -> None:
    for order in (1, -1):
        rows = [[*NAMED, *heads[::order]], ["M1", "Magnet N42", *(500, 100)[::order]],
                ["M2", "Magnet N35", *(50, 70)[::order]]]  # fmt: skip
        assert facts(read_rows(rows), "stock_on_hand") == [100, 70]


def test_short_codes_say_what_may_not_be_used(read_rows: ReadRows) -> None:
    codes = ("", "Q", "S", "R", "F2", "B6")
    rows = [[*NAMED, "Stock type", "Stock on hand"], *(["M1", "Magnet N42", c, 10] for c in codes)]
    assert facts(read_rows(rows), "stock_blocked") == [None, 10, 10, 10, None, 10]


@pytest.mark.parametrize("heading", ["Status", "Quality status", "Inventory status"])
def test_under_other_headings_a_letter_may_say_anything(read_rows: ReadRows, heading: str) -> None:
    rows = [[*NAMED, heading, "Stock on hand"], ["M1", "Magnet N42", "R", 10]]
    assert facts(read_rows(rows), "stock_on_hand") == [10]


@pytest.mark.parametrize("heading", ["Batch status", "Chargenstatus", "批次状态"])
def test_a_state_of_a_lot_says_what_may_not_be_used(read_rows: ReadRows, heading: str) -> None:
    states = ("released", "expired", "restricted", "in quarantine")
    rows: list[list[Any]] = [[*NAMED, "Lot", heading, "Stock"]]
    rows += [["M1", "Magnet N42", f"L{n}", state, 10] for n, state in enumerate(states)]
    assert facts(read_rows(rows), "stock_on_hand") == [10, 0, 0, 0]


@pytest.mark.parametrize(
    ("heading", "said", "stock"),
    [
        ("davon gesperrt", 40, 60), ("of which blocked", 40, 60), ("其中冻结", 40, 60), ("dont bloqué", 40, 60),
        ("davon in Prüfung", 40, 60), ("of which damaged", 120, 0), ("davon frei", 40, 40), ("其中可用", 40, 40),
        ("of which free", 0, 0), ("davon frei", 140, 100), ("davon reserviert", 40, 100), ("Blocked stock", 40, 100),
    ],
)  # fmt: skip
def test_what_is_within_the_stock_is_taken_off_it(
    read_rows: ReadRows, heading: str, said: int, stock: int
) -> None:
    rows = [[*NAMED, "Bestand", heading], ["M1", "Magnet N42", 100, said]]
    assert facts(read_rows(rows), "stock_on_hand") == [stock]


@pytest.mark.parametrize(
    ("heading", "mark"),
    [("Blocked", "X"), ("Gesperrt", "ja"), ("Blocked", "yes"), ("Gesperrt", "x")],
)
def test_a_mark_under_blocked_blocks_the_lot(read_rows: ReadRows, heading: str, mark: str) -> None:
    rows = [[*NAMED, "Lot", "Stock", heading], ["M1", "Magnet N42", "L1", 100, None],
            ["M1", "Magnet N42", "L2", 40, mark]]  # fmt: skip
    assert facts(read_rows(rows), "stock_on_hand") == [100, 0]


@pytest.mark.parametrize(
    ("price", "size", "is_of_one"),
    [
        ("Price per box", "Qty per carton", False), ("Price per box", "Pcs per box", True),
        ("Preis / Karton", "VPE", True), ("Preis pro Packung", "Stück pro Karton", False),
        ("Prix par boîte", "Qté par boîte", True), ("Price per reel", "Pack size", False),
    ],
)  # fmt: skip
def test_a_price_is_divided_by_what_its_own_pack_holds(
    read_rows: ReadRows, price: str, size: str, is_of_one: bool
) -> None:
    """A box may be one of many in a carton."""
    told = [["Part", "Description", price, size, "Qty"], ["B-1", "Disc magnet", 12, 10, 100],
            ["B-2", "Hex screw", 3, 100, 200], ["B-3", "Washer", 2.5, 50, 300]]  # fmt: skip
    found = facts(read_rows(told), "unit_price")
    assert (found == [pytest.approx(1.2), pytest.approx(0.03), pytest.approx(0.05)]) == is_of_one
    assert is_of_one or found == [None] * 3
