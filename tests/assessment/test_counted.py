"""Stock is of the day on which it was counted; goods in transit count from the day on which they come."""

from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest

from desktop_app.assessment.stock import hangs_on_the_day, stock_cover
from desktop_app.assessment.stock_notes import stock_notes
from desktop_app.language.catalogue import Catalogue
from tests.assessment.by_hand import parts

ON = date(2026, 11, 26)
TEN_A_DAY = {"annual_quantity": 3650.0}
SPREAD = 0.1


def cover(*rows: dict[str, Any], on: date = ON) -> list[list[float]]:
    """Low, best and high of every row."""
    table = parts(*({"part_number": f"P-{at}"} | row for at, row in enumerate(rows)))
    found: list[list[float]] = np.round(stock_cover(table, SPREAD, on).T, 4).tolist()
    return found


def test_what_even_demand_used_since_the_count_is_gone() -> None:
    """56 days at 10 of 600 leave 40: 4 days. At 11 a day nothing is left; and if goods came in
    meanwhile the 600 may still be there: 600 / 9."""
    row = {"stock_on_hand": 600.0, "stock_date": date(2026, 10, 1)} | TEN_A_DAY
    assert cover(row) == [[0.0, 4.0, pytest.approx(66.6667)]]
    assert cover(row, on=date(2026, 10, 1)) == [
        [pytest.approx(54.5455), 60.0, pytest.approx(66.6667)]
    ]


def test_a_count_of_another_day_ahead_takes_nothing_off() -> None:
    row = {"stock_on_hand": 600.0, "stock_date": ON + timedelta(days=30)} | TEN_A_DAY
    assert cover(row)[0][1] == 60


@pytest.mark.parametrize(("days", "lasts"), [(-5, 60), (0, 60), (10, 60), (11, 10), (200, 10)])
def test_goods_in_transit_count_where_the_stock_lasts_until_they_come(
    days: int, lasts: float
) -> None:
    """100 / 10 are ten days; with the 500 on the way sixty."""
    row = {"stock_on_hand": 100.0, "in_transit": 500.0,
           "confirmed_date": ON + timedelta(days=days)} | TEN_A_DAY  # fmt: skip
    assert cover(row)[0][1] == lasts


def test_the_day_of_an_open_order_is_not_that_of_goods_in_transit() -> None:
    row = {"stock_on_hand": 100.0, "in_transit": 500.0, "open_order_quantity": 40.0,
           "confirmed_date": ON + timedelta(days=90)} | TEN_A_DAY  # fmt: skip
    assert cover(row)[0][1] == 60


def test_dated_requirements_wait_for_goods_on_the_way() -> None:
    """100 meet 80 on day 5, not 50 more on day 10; 60 that come on day 8, or that very day, do."""
    due = [{"requirement_date": ON + timedelta(days=days), "requirement_quantity": amount}
           for days, amount in ((5, 80.0), (10, 50.0))]  # fmt: skip
    for arrives, lasts in ((8, 10 * 160 / 130), (10, 10 * 160 / 130), (12, 10)):
        stock = {"part_number": "P", "stock_on_hand": 100.0, "in_transit": 60.0,
                 "confirmed_date": ON + timedelta(days=arrives)}  # fmt: skip
        table = parts(*(stock | one for one in due))
        assert stock_cover(table, 0.0, ON)[1].tolist() == pytest.approx([lasts, lasts])


def test_without_days_no_other_day_changes_the_cover() -> None:
    plain = {"stock_on_hand": 100.0, "in_transit": 500.0} | TEN_A_DAY
    assert not hangs_on_the_day(parts(plain))
    assert hangs_on_the_day(parts(plain | {"stock_date": ON}))
    assert hangs_on_the_day(parts(plain | {"confirmed_date": ON}))
    assert not hangs_on_the_day(parts({"stock_on_hand": 1.0, "confirmed_date": ON}))


def test_dated_requirements_since_the_count_are_the_use_since_then() -> None:
    """100 counted on 1 November meet 80 of 10 November and not 50 of 10 December."""
    due = [{"requirement_date": day, "requirement_quantity": amount}
           for day, amount in ((date(2026, 11, 10), 80.0), (date(2026, 12, 10), 50.0))]  # fmt: skip
    stock = {"part_number": "P", "stock_on_hand": 100.0, "stock_date": date(2026, 11, 1)}
    table = parts(*(stock | TEN_A_DAY | one for one in due))
    assert stock_cover(table, 0.0, ON)[1].tolist() == [14, 14]
    assert stock_notes(table, frozenset()) == {}


def test_both_are_said() -> None:
    row = {"stock_on_hand": 600.0, "stock_date": date(2026, 10, 1), "in_transit": 50.0,
           "confirmed_date": date(2027, 3, 1)} | TEN_A_DAY  # fmt: skip
    said = [Catalogue("en").say(note) for note in stock_notes(parts(row), frozenset())[0]]
    assert said == [
        "Stock is that of 1 Oct 2026: what the demand used since then is taken off. What came in "
        "since is not known; count again.",
        "50 in transit arrive on 1 Mar 2027; they count where the stock lasts until then.",
    ]


@pytest.mark.parametrize(
    "demand",
    [
        {"annual_quantity": 1e-300},
        {"requirement_date": date(2028, 7, 31), "requirement_quantity": 1e-300},
    ],
)
def test_stock_that_lasts_beyond_all_numbers_is_no_unknown_stock(demand: dict[str, Any]) -> None:
    """Known cover became an assumed one of thirty days where more stock made its division overflow."""
    (low, best, high), (_, none, _) = cover(
        {"stock_on_hand": 1e12} | demand, {"stock_on_hand": 0.0} | demand
    )
    assert low == best == high == 1e9
    assert none == 0
