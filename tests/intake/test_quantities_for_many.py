"""Quantities that a bill of materials gives for several products at once."""

import pytest

from tests.intake.conftest import ReadRows
from tests.intake.looking import facts, fields


def test_a_quantity_for_many_products_is_divided_by_their_number(read_rows: ReadRows) -> None:
    reading = read_rows(
        [
            ["父项物料编码", "子项物料编码", "子项物料名称", "子项单位", "用量:分子", "用量:分母"],
            ["CP-001", "YL-101", "钕铁硼磁瓦", "个", 8, 1],
            ["CP-001", "YL-102", "包装托盘", "个", 3, 200],
            ["CP-001", "YL-103", "漆包线", "千克", 0.06, None],
        ]
    )
    assert fields(reading)["子项物料编码"] == "part_number"
    assert fields(reading)["父项物料编码"] is None
    assert facts(reading, "quantity") == [8, pytest.approx(0.015), 0.06]


def test_a_loss_in_percent_is_no_such_number(read_rows: ReadRows) -> None:
    reading = read_rows(
        [
            ["子件编码", "子件名称", "基本用量", "损耗率"],
            ["YL-101", "钕铁硼磁瓦", 8, 2],
            ["YL-102", "转轴", 1, 5],
        ]
    )
    assert facts(reading, "quantity") == [8, 1]


def test_a_heading_may_say_for_how_many(read_rows: ReadRows) -> None:
    reading = read_rows(
        [
            ["Assembly", "Component", "Description", "Quantity per 1000", "Unit"],
            ["X-1", "AB-1002", "NdFeB magnet", 4000, "pcs"],
            ["X-1", "AB-1004", "Dysprosium oxide", 1.5, "kg"],
        ]
    )
    assert facts(reading, "quantity") == [4, pytest.approx(0.0015)]


def test_the_base_quantity_of_a_bill_is_such_a_number(read_rows: ReadRows) -> None:
    reading = read_rows(
        [
            ["Component number", "Object description", "Comp. Qty (CUn)", "Base quantity"],
            ["10001", "Magnet segment", 800, 100],
            ["10002", "Wire", 2.5, 100],
        ]
    )
    assert facts(reading, "quantity") == [8, pytest.approx(0.025)]
