"""Units that count by the thousand in a column of units."""

from pathlib import Path

import pytest

from desktop_app.intake.joining import connect
from desktop_app.intake.reading import read_files
from desktop_app.intake.thousands_of_pieces import pieces_in
from desktop_app.model.progress import silent
from tests.intake.looking import facts
from tests.workbooks.build import Rows, make_xlsx

HEAD: list[object] = ["Part number", "Description", "Unit", "Stock on hand", "Annual demand"]


@pytest.mark.parametrize(
    ("unit", "count", "of"),
    [
        ("k pcs", 1000, "pcs"), ("KPCS", 1000, "pcs"), ("Tsd. St", 1000, "st"), ("TS", 1000, "pcs"),
        ("1000 ST", 1000, "st"), ("千个", 1000, "个"), ("万只", 10_000, "只"), ("100 pcs", 100, None),
    ],
)  # fmt: skip
def test_a_thousand_pieces(unit: str, count: float, of: str | None) -> None:
    assert pieces_in(unit) == (None if of is None else (count, of))


@pytest.mark.parametrize("unit", ["pcs", "kg", "km", "千克", "t", "M", "box", "kit", "St", "K", ""])
def test_another_unit_is_none_of_these(unit: str) -> None:
    assert pieces_in(unit) is None


def test_amounts_become_pieces_and_the_price_that_of_one(tmp_path: Path) -> None:
    rows: Rows = [
        [*HEAD, "Unit price", "Currency"],
        ["M-1", "Magnet N42SH", "k pcs", 0.6, 3.65, 1500, "EUR"],
        ["M-2", "Magnet N52", "pcs", 480, 4380, 2, "EUR"],
    ]
    found = read_files([make_xlsx(tmp_path / "l.xlsx", {"S": rows})], silent)
    assert facts(found, "stock_on_hand") == [600, 480]
    assert facts(found, "annual_quantity") == [3650, 4380]
    assert facts(found, "unit_price") == [1.5, 2]
    assert facts(found, "annual_spend") == [5475, 8760]
    assert facts(found, "unit") == ["pcs", "pcs"]


@pytest.mark.parametrize(
    ("price", "more"),
    [
        (["Price per piece"], [1.5]), (["Price EUR/pc"], [1.5]), (["Unit price (EUR each)"], [1.5]),
        (["Unit price"], [1500]), (["Price per unit"], [1500]), (["Price per 1000"], [1500]),
        (["Net price", "Price unit"], [1500, 1]), (["Net price", "Price unit"], [1500, 1000]),
    ],
)  # fmt: skip
def test_a_price_per_piece_stays_one(
    tmp_path: Path, price: list[object], more: list[object]
) -> None:
    """3,650 magnets of 1.50 EUR cost 5.48 EUR a year, once divided by a thousand."""
    rows: Rows = [
        [*HEAD, "Currency", *price],
        ["M-1", "Magnet N42SH", "k pcs", 0.6, 3.65, "EUR", *more],
    ]
    found = read_files([make_xlsx(tmp_path / "l.xlsx", {"S": rows})], silent)
    assert facts(found, "unit_price") == [1.5]
    assert facts(found, "annual_spend") == pytest.approx([5475])


def test_a_spend_that_is_stated_stays(tmp_path: Path) -> None:
    rows: Rows = [[*HEAD, "Unit price", "Annual spend", "Currency"],
            ["M-1", "Magnet N42SH", "k pcs", 0.6, 3.65, 1500, 6000, "EUR"]]  # fmt: skip
    found = read_files([make_xlsx(tmp_path / "l.xlsx", {"S": rows})], silent)
    assert facts(found, "annual_spend") == [6000]


def test_an_amount_with_a_unit_of_its_own_keeps_it(tmp_path: Path) -> None:
    rows: Rows = [
        ["Part number", "Description", "Unit", "Stock on hand (pcs)", "Annual demand"],
        ["M-1", "Magnet N42SH", "k pcs", 600, 3.65],
    ]
    found = read_files([make_xlsx(tmp_path / "l.xlsx", {"S": rows})], silent)
    assert facts(found, "stock_on_hand") == [600]
    assert facts(found, "annual_quantity") == [3650]


def test_a_part_without_a_unit_is_counted_in_pieces(tmp_path: Path) -> None:
    """Taken over as "k pcs" the 0.6 would be used up today by the 3,650 of the other list."""
    parts: Rows = [["Part number", "Description", "Annual demand"], ["M-1", "Magnet N42SH", 3650]]
    stock: Rows = [["Part number", "Stock on hand", "Unit"], ["M-1", 0.6, "Tsd. St"]]
    paths = [make_xlsx(tmp_path / f"{n}.xlsx", {"S": r}) for n, r in (("p", parts), ("s", stock))]
    found = connect(read_files(paths, silent))
    assert facts(found, "stock_on_hand") == [600]
    assert facts(found, "annual_quantity") == [3650]


def test_two_columns_of_units_may_hold_a_word_nobody_knows(tmp_path: Path) -> None:
    """One drum in it, and the column spoke for the whole row: 2 t were 2 kg, 400 pieces 400,000."""
    rows: Rows = [
        ["Part number", "Description", "Annual demand", "Demand unit", "Stock on hand", "Stock unit"],
        ["M-1", "Dysprosium oxide", 3650, "kg", 2, "t"],
        ["M-2", "Magnet N42SH", 3.65, "k pcs", 400, "pcs"],
        ["M-3", "Magnet N45SH", 3650, "pcs", 0.4, "k pcs"],
        ["M-4", "Magnet N48SH", 3650, "pcs", 4, "drum"],
    ]  # fmt: skip
    found = read_files([make_xlsx(tmp_path / "l.xlsx", {"S": rows})], silent)
    assert facts(found, "annual_quantity") == [3650] * 4
    assert facts(found, "stock_on_hand") == [2000, 400, pytest.approx(400), None]
    assert facts(found, "unit") == ["kg", "pcs", "pcs", "pcs"]


@pytest.mark.parametrize(
    ("headings", "cells"),
    [
        (["年需求量", "单位", "单价(元)", "库存"], [3.65, "千个", 900, 0.5]),
        (["年需求量", "单位", "单价(元/千个)", "库存"], [3.65, "千个", 900, 0.5]),
        (["年需求量", "单位", "单价(元)", "库存"], [36.5, "百个", 90, 5]),
        (["年需求量", "单价(元)", "价格单位", "库存"], [3650, 900, "千个", 500]),
        (["Annual demand", "Price CNY", "Pricing unit", "Stock"], [3650, 900, "k pcs", 500]),
        (["Annual demand", "Unit", "Price CNY", "Stock"], [3.65, "k pcs", 900, 0.5]),
    ],
)
def test_a_column_of_thousands_is_the_unit_of_what_stands_beside_it(
    tmp_path: Path, headings: list[object], cells: list[object]
) -> None:
    """3,650 pieces at 0.90, whichever of the two the column speaks of."""
    rows: Rows = [
        ["物料编码", "名称", *headings],
        ["A1", "钕铁硼磁钢 N42SH 20x10x5", *cells],
        ["A2", "钕铁硼磁钢 N42SH 30x10x5", *cells],
    ]
    found = read_files([make_xlsx(tmp_path / "l.xlsx", {"S": rows})], silent)
    assert facts(found, "annual_quantity") == [3650, 3650]
    assert facts(found, "stock_on_hand") == [500, 500]
    assert facts(found, "unit_price") == pytest.approx([0.9, 0.9])
