"""Which stock counts, how long it lasts, and that what is left out is said."""

from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.assessment.stock import stock_cover, usable_stock
from desktop_app.assessment.stock_notes import stock_notes
from desktop_app.language.catalogue import Catalogue
from tests.assessment.by_hand import ON, figures, parts

NOT_USABLE = figures().stock_not_usable
DAILY_ONE = {"annual_quantity": 365.0}


def cover(*rows: dict[str, Any]) -> list[float]:
    return [float(days) for days in stock_cover(parts(*rows), 0.1, ON, NOT_USABLE)[1]]


def due(days: int, quantity: float, **more: Any) -> dict[str, Any]:
    return {
        "part_number": "P1", "requirement_date": ON + timedelta(days=days),
        "requirement_quantity": quantity, **more,
    }  # fmt: skip


def said(row: dict[str, Any]) -> list[str]:
    notes = stock_notes(parts({}, row), NOT_USABLE)
    assert 0 not in notes
    return [Catalogue("en").say(note) for note in notes.get(1, ())]


def test_blocked_stock_and_open_orders_are_never_counted() -> None:
    row = {"stock_on_hand": 20.0, "stock_blocked": 500.0, "open_order_quantity": 900.0}
    assert cover(row | DAILY_ONE) == [20.0]
    assert said(row) == [
        "500 in blocked stock are not counted.",
        "Open orders of 900 are not counted: they have not cleared export.",
    ]


def test_a_confirmed_order_is_named_with_its_day() -> None:
    row = {"open_order_quantity": 40.0, "confirmed_date": date(2026, 12, 9)}
    assert said(row) == [
        "An open order of 40, confirmed for 9 Dec 2026, is not counted: it has not cleared export."
    ]


@pytest.mark.parametrize(
    ("mark", "days"), [("Q", 0.0), ("e", 0.0), (" Projekt ", 0.0), ("K", 30.0), (None, 30.0)]
)
def test_stock_of_a_project_or_customer_is_not_usable(mark: str | None, days: float) -> None:
    row = {"stock_on_hand": 30.0, "special_stock": mark}
    assert cover(row | DAILY_ONE) == [days]
    assert any("project or a customer" in note for note in said(row)) is (days == 0)


def test_what_makes_no_sense_is_named() -> None:
    assert said({"annual_quantity": -3.0}) == [
        "Demand is below zero; there is no cover and no date."
    ]
    assert said({"annual_quantity": 0.0}) == ["Demand is zero; there is no cover and no date."]
    assert said({"stock_on_hand": -1.0}) == ["Stock is booked below zero; it counts as used up."]
    assert said({"lead_time_days": -7.0}) == [
        "The delivery time is below zero; an assumed one is used."
    ]
    assert said({"currency": "EUR", "stock_on_hand": 3.0}) == []


def test_cover_ends_with_the_first_requirement_that_stock_does_not_meet() -> None:
    """100 in stock meet 60 on day 10, but not another 50 on day 25."""
    rows = [due(25, 50, stock_on_hand=100.0), due(10, 60, stock_on_hand=100.0), due(60, 50)]
    assert cover(*rows) == [25.0, 25.0, 25.0]


def test_dated_requirements_decide_over_yearly_demand() -> None:
    assert cover(due(7, 5, stock_on_hand=4.0, annual_quantity=1.0)) == [7.0]


def test_a_requirement_of_the_past_is_due_now() -> None:
    assert cover(due(-30, 5, stock_on_hand=4.0)) == [0.0]


def test_stock_that_meets_every_requirement_lasts_on_at_their_rate() -> None:
    """50 over 100 days is one in two days; 80 last 160 days."""
    assert cover(due(50, 25, stock_on_hand=80.0), due(100, 25)) == [160.0, 160.0]


def test_stock_beyond_the_last_requirement_has_no_day_and_says_so() -> None:
    met, short = due(10, 20, stock_on_hand=30.0), due(10, 40, stock_on_hand=30.0)
    assert said(met) == [
        "Stock meets every dated requirement; the last one is of 4 Dec 2026. What is needed after it is "
        "not known, so there is no run-out date; the risks assume use at their mean rate."
    ]
    assert said(short) == []
    assert said(met | DAILY_ONE) == []  # yearly demand is stated, not carried on


def test_beyond_the_dated_requirements_yearly_demand_goes_on() -> None:
    """100 at one a day last 100 days; 20 that meet 15 in 30 days last no shorter than those."""
    assert cover(due(10, 60, stock_on_hand=100.0, **DAILY_ONE)) == [100.0]
    assert cover(due(30, 15, stock_on_hand=20.0, **DAILY_ONE)) == [30.0]


def test_other_plants_and_numbers_are_other_parts() -> None:
    rows = [
        due(10, 60, stock_on_hand=50.0, plant="1000"),
        due(20, 60, stock_on_hand=70.0, plant="2000"),
        due(30, 60, stock_on_hand=10.0) | {"part_number": "P2"},
        due(40, 60, stock_on_hand=10.0) | {"part_number": None},
    ]
    assert cover(*rows) == [10.0, pytest.approx(20 * 70 / 60), 30.0, 40.0]


def test_stock_that_meets_a_requirement_exactly_meets_it_in_a_long_list_too() -> None:
    """A thousand parts that need tonnes come before one that needs 0.1 today and again on day 9."""
    many = [
        due(1, 12_345_678.9, stock_on_hand=1e8) | {"part_number": f"A{at}"} for at in range(1000)
    ]
    last = [due(day, 0.1, stock_on_hand=0.1) | {"part_number": "Z"} for day in (1, 9)]
    assert cover(*many, *last)[-2:] == cover(*last) == [9.0, 9.0]


def test_rows_of_one_part_have_one_end_whichever_of_them_states_the_yearly_demand() -> None:
    stock: dict[str, Any] = {"stock_on_hand": 100.0}
    yearly = {"part_number": "P1"} | stock | {"annual_quantity": 3650.0}
    for first in (yearly, due(2, 20) | yearly):
        rows = first, due(5, 20, **stock)
        assert cover(*rows) == [10.0, 10.0]
        assert not stock_notes(parts(*rows), NOT_USABLE)


def test_requirements_without_stock_give_no_cover() -> None:
    assert np.isnan(cover(due(10, 5))).all()
    assert np.isnan(cover(due(10, 0, stock_on_hand=5.0))).all()


requirements = st.lists(st.tuples(st.integers(-5, 300), st.floats(0, 50)), min_size=1, max_size=8)


@settings(max_examples=20)
@given(requirements, st.lists(st.floats(0, 400), min_size=2, max_size=20).map(sorted))
def test_more_stock_never_ends_sooner_and_the_best_lies_between(
    table: list[tuple[int, float]], stocks: list[float]
) -> None:
    """One part for each stock, with the same requirements."""
    rows = [
        due(day, quantity, stock_on_hand=held) | {"part_number": f"P{at}"}
        for at, held in enumerate(stocks)
        for day, quantity in table
    ]
    ends = stock_cover(parts(*rows), 0.1, ON, NOT_USABLE).reshape(3, len(stocks), len(table))
    if np.isfinite(ends).all():
        assert np.all(np.diff(ends, axis=1) >= -1e-6)
        assert np.all(np.diff(ends, axis=0) >= -1e-6)


@given(st.floats(0, 1e6), st.floats(0, 1e6))
def test_usable_is_stock_plus_what_has_cleared(stock: float, inbound: float) -> None:
    table = parts({"stock_on_hand": stock, "in_transit": inbound})
    assert usable_stock(table, NOT_USABLE)[0] == stock + inbound
