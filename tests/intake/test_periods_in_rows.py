"""Needs with a row for each period, from the day of one column to that of another."""

from datetime import date
from typing import Any

import pytest

from tests.intake.conftest import ReadRows
from tests.intake.looking import facts

FROM = [date(2100, 12, 1), date(2101, 1, 1)]
UNTIL = [date(2100, 12, 31), date(2101, 1, 31)]


@pytest.mark.parametrize(
    ("first", "last", "amount"),
    [
        ("Valid from", "Valid until", "Forecast quantity"),
        ("Gültig ab", "Gültig bis", "Bedarf"),
        ("From", "To", "Demand"),
        ("开始日期", "结束日期", "需求数量"),
    ],
)
def test_what_a_period_needs_is_spread_over_it(
    read_rows: ReadRows, first: str, last: str, amount: str
) -> None:
    rows: list[list[Any]] = [["P-1", *days, 62] for days in zip(FROM, UNTIL, strict=True)]
    reading = read_rows([["Part number", first, last, amount], *rows])
    assert facts(reading, "requirement_date") == FROM
    needs = reading.parts.requirements
    assert [sum(one.quantity for one in needs[part]) for part in (0, 1)] == [62, 62]
    assert all(FROM[part] <= one.on <= UNTIL[part] for part in (0, 1) for one in needs[part])


def test_a_period_without_a_beginning_follows_the_one_before_it(read_rows: ReadRows) -> None:
    rows: list[list[Any]] = [["P-1", day, 62] for day in reversed(UNTIL)]
    reading = read_rows([["Part number", "Valid until", "Forecast quantity"], *rows])
    assert facts(reading, "requirement_date")[0] == FROM[1]


def test_a_price_holds_for_its_days_and_is_no_need(read_rows: ReadRows) -> None:
    heads = ["Part number", "Valid from", "Valid until", "Price (EUR)", "Stock"]
    reading = read_rows([heads, ["P-1", FROM[0], UNTIL[0], 2, 100]])
    assert facts(reading, "requirement_date") == [None]
    assert facts(reading, "stock_on_hand") == [100]
