"""A quantity beside columns of ages is a stock, where the list is called one; what it is worth is no spend."""

from typing import Any

import pytest

from tests.intake.conftest import ReadRows
from tests.intake.looking import facts

HEADS = [
    "Material", "Description", "Total Qty", "Total Value", "0-30 days", "31-90 days", ">90 days",
]  # fmt: skip
ROWS: list[list[Any]] = [
    ["M1", "Ring magnet", 30, 60, 10, 10, 10], ["M2", "Motor", 20, 60, 10, 5, 5],
]  # fmt: skip


@pytest.mark.parametrize(
    ("title", "heads"),
    [
        ("Stock aging report", HEADS),
        ("Bestandsalter", ["Material", "Bezeichnung", "Menge", "Wert", "bis 30 Tage", "31-90 Tage", "> 90 Tage"]),
        ("库龄表", ["物料编码", "物料名称", "数量", "金额", "0-30天", "31-90天", "90天以上"]),
    ],
)  # fmt: skip
def test_what_lies_there_by_age_is_stock(read_rows: ReadRows, title: str, heads: list[str]) -> None:
    reading = read_rows([[title], heads, *ROWS])
    assert facts(reading, "stock_on_hand") == [30.0, 20.0]
    assert facts(reading, "quantity") == [None, None]
    assert facts(reading, "annual_spend") == [None, None]


def test_orders_by_age_are_no_stock(read_rows: ReadRows) -> None:
    heads = [
        "Material",
        "Description",
        "Total Qty",
        "Total Value",
        "0-30 days",
        "31-90 days",
        ">90 days",
    ]
    reading = read_rows([["Open orders by age"], heads, *ROWS])
    assert facts(reading, "stock_on_hand") == [None, None]
