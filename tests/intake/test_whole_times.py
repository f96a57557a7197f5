"""Delivery times told in stages: the whole is the delivery time, the making alone is asked about."""

from typing import Any

import pytest

from tests.intake.conftest import ReadRows
from tests.intake.looking import facts, only_table

Rows = list[list[Any]]
PARTS: Rows = [["A-1", "Ring magnet", 4], ["A-2", "Motor", 5]]
TIMES: Rows = [[6, 2, 8], [5, 3, 8]]


def times(read_rows: ReadRows, heads: Rows, count: int) -> tuple[list[Any], list[float]]:
    """The delivery times in days, and how far the columns of them are believed."""
    rows = [[*part, *time[:count]] for part, time in zip(PARTS, TIMES, strict=True)]
    reading = read_rows([*heads, *rows])
    columns = only_table(reading).columns
    believed = [c.confidence for c in columns if c.field == "lead_time_days"]
    return facts(reading, "lead_time_days"), believed


HEADS = ["Part number", "Description", "Price"]


@pytest.mark.parametrize(
    "heads",
    [
        [[*HEADS, "Lead time (weeks)", None, None], [None, None, None, "Production", "Transit", "Total"]],
        [["Teilenr.", "Bezeichnung", "Preis", "Lieferzeit (Wochen)", None, None],
         [None, None, None, "Fertigung", "Transport", "Gesamt"]],
        [[*HEADS, "Production lead time (weeks)", "Transit time (weeks)", "Total lead time (weeks)"]],
        [["Teilenr.", "Bezeichnung", "Preis", "Lieferzeit ab Werk (Wo.)", "Transport (Wo.)",
          "Gesamtlieferzeit (Wo.)"]],
        [["品番", "品名", "単価", "製造リードタイム(週)", "輸送日数(週)", "合計リードタイム(週)"]],
    ],
)  # fmt: skip
def test_the_whole_time_goes_before_its_stages(read_rows: ReadRows, heads: Rows) -> None:
    """The weeks of making alone were the delivery time, and the others goods on their way and money."""
    found, believed = times(read_rows, heads, 3)
    assert found == [56.0, 56.0]
    assert believed == [0.95]


@pytest.mark.parametrize(
    "heads",
    [
        [[*HEADS, "Lead time (weeks)", None], [None, None, None, "Production", "Transit"]],
        [[*HEADS, "Production lead time (weeks)", "Transit time (weeks)"]],
    ],
)
def test_the_making_alone_is_asked_about(read_rows: ReadRows, heads: Rows) -> None:
    found, believed = times(read_rows, heads, 2)
    assert found == [42.0, 35.0]
    assert believed == [0.75]


def test_goods_on_their_way_are_no_time(read_rows: ReadRows) -> None:
    reading = read_rows([
        [*HEADS, "Production lead time (weeks)", "In transit"],
        ["A-1", "Ring magnet", 4, 6, 200], ["A-2", "Motor", 5, 5, 30],
    ])  # fmt: skip
    assert facts(reading, "in_transit") == [200.0, 30.0]
    assert [c.confidence for c in only_table(reading).columns if c.field == "lead_time_days"] == [
        0.97
    ]


def test_a_lone_total_right_of_weeks_is_money(read_rows: ReadRows) -> None:
    reading = read_rows([
        [*HEADS, "Lead time", None], [None, None, "EUR", "weeks", "Total"],
        ["A-1", "Ring magnet", 4, 6, 40], ["A-2", "Motor", 5, 5, 50],
    ])  # fmt: skip
    assert facts(reading, "lead_time_days") == [42.0, 35.0]
    assert facts(reading, "unit_price") == [4.0, 5.0]
