"""Line stops reckoned by hand from the method alone, before the code of the clock was read.

Each case is one that real lists bring: stock of somebody else's order, orders nobody confirmed,
dated requirements, one part in two products, no demand, offices closed, a licence about to end. At
the first run two were wrong: the row of a customer's stock stopped today, and two products used up
one stock as if each had its own.
"""

from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest

from desktop_app.assessment.stock_notes import stock_notes
from desktop_app.language.catalogue import Catalogue
from desktop_app.model.licence import Licence
from tests.assessment.by_hand import figures, magnet, needed, parts, reckoned
from tests.assessment.test_actions import proposed
from tests.assessment.test_clock import triple

ON = date(2026, 11, 24)  # a Tuesday


def stops(*rows: dict[str, Any], on: date = ON) -> list[Any]:
    """The day of the line stop of every row."""
    table = parts(*({"part_number": "P-1", "plant": "1000"} | row for row in rows))
    numbers = reckoned(table, [magnet()] * len(rows), [needed()] * len(rows), on=on)
    return list(numbers["run_out"])


def notes(*rows: dict[str, Any]) -> list[str]:
    table = parts(*({"part_number": "P-1"} | row for row in rows))
    said = stock_notes(table, figures().stock_not_usable)
    return [Catalogue("en").say(note) for found in said.values() for note in found]


def daily(per_day: float) -> dict[str, float]:
    return {"annual_quantity": per_day * 365}


def test_the_stock_of_a_customers_order_is_not_ours_and_its_row_stops_no_sooner() -> None:
    """500 / 10 = 50 days: 6 are left of November, 31 of December, 13 January."""
    own = {"stock_on_hand": 500.0} | daily(10)
    customers = {"stock_on_hand": 900.0, "special_stock": "E"} | daily(10)
    assert stops(own, customers) == [date(2027, 1, 13)] * 2
    assert stops(customers) == [ON]
    assert any("900 belong to a project or a customer" in note for note in notes(own, customers))


def test_orders_that_nobody_confirmed_do_not_count() -> None:
    """120 / 6 = 20 days, whatever is on order."""
    assert stops({"stock_on_hand": 120.0, "open_order_quantity": 1000.0} | daily(6)) == [
        date(2026, 12, 14)
    ]


def test_dated_requirements_stop_the_line_on_the_first_that_is_not_met() -> None:
    """400 meet 150 and 200, not another 100."""
    due = ((date(2026, 12, 1), 150), (date(2026, 12, 15), 200), (date(2027, 1, 4), 100))
    rows = [
        {"stock_on_hand": 300.0, "in_transit": 100.0, "requirement_date": day,
         "requirement_quantity": float(quantity)}
        for day, quantity in due
    ]  # fmt: skip
    assert stops(*rows) == [date(2027, 1, 4)] * 3


def test_two_products_that_need_one_part_use_up_one_stock() -> None:
    """100 / (2 + 3) = 20 days."""
    rows = [{"stock_on_hand": 100.0} | daily(use) for use in (2, 3)]
    assert stops(*rows) == [date(2026, 12, 14)] * 2
    assert (
        notes(*rows)
        == ["This part stands in 2 rows with the same stock: their demand is added up."] * 2
    )


def test_what_is_repeated_is_not_added() -> None:
    """The same demand on both rows is that of the part; other plants and stocks stand alone."""
    same = {"stock_on_hand": 100.0} | daily(2)
    assert stops(same, same) == [ON + timedelta(days=50)] * 2
    assert stops(same, {"stock_on_hand": 90.0} | daily(3)) == [
        ON + timedelta(days=50), ON + timedelta(days=30),
    ]  # fmt: skip
    assert stops(same, {"stock_on_hand": 100.0, "plant": "2000"} | daily(4)) == [
        ON + timedelta(days=50), ON + timedelta(days=25),
    ]  # fmt: skip
    assert notes(same, same) == []


@pytest.mark.parametrize("demand", [0.0, -5.0])
def test_without_demand_there_is_no_day(demand: float) -> None:
    row = {"stock_on_hand": 100.0, "annual_quantity": demand}
    assert stops(row) == [None]
    assert "there is no cover and no date" in notes(row)[0]


def test_a_saturday_is_said_as_the_friday_before_it() -> None:
    table = parts({"stock_on_hand": 11.0} | daily(1))
    numbers = reckoned(table, [magnet()], [needed()], on=date(2026, 12, 15))
    assert numbers["run_out"].iloc[0] == date(2026, 12, 26)
    assert numbers["run_out_working"].iloc[0] == date(2026, 12, 25)


def test_what_has_cleared_export_counts_although_nothing_is_in_stock() -> None:
    """45 / 1.5 = 30 days."""
    assert stops({"stock_on_hand": 0.0, "in_transit": 45.0} | daily(1.5)) == [date(2026, 12, 24)]


def test_the_ministrys_days_leave_out_holidays_and_count_worked_saturdays() -> None:
    """Accepted on Monday 21 September: 25 to 27 September and 1 to 7 October are off, Saturday 10
    October is worked; the 45th working day is Monday 30 November."""
    assert figures().china_days.after(date(2026, 9, 21), 45) == date(2026, 11, 30)


def test_both_readings_of_a_delivery_time_are_said() -> None:
    """50 days of stock. Apart: 14 + 63 + 0.75 x 90 - 50 = 94.5; held in it: 90 - 50 = 40."""
    row = {"stock_on_hand": 50.0, "lead_time_days": 90.0} | daily(1)
    apart = reckoned(parts(row), [magnet()], [needed()])
    held = reckoned(parts(row | {"lead_time_holds_licence": True}), [magnet()], [needed()])
    assert (apart["gap_days"].iloc[0], held["gap_days"].iloc[0]) == pytest.approx((94.5, 40))


def ending(days: int) -> Licence:
    return needed(covered_by="L-77", covered_until=ON + timedelta(days=days))


def test_a_licence_that_ends_before_delivery_is_none_for_what_is_ordered_today() -> None:
    """Ordered today, goods are here after 30 days at the earliest."""
    row = {"stock_on_hand": 50.0, "lead_time_days": 60.0} | daily(1)
    for days, covers in ((16, False), (29, False), (30, True), (200, True)):
        numbers = reckoned(parts(row), [magnet()], [ending(days)])
        assert (triple(numbers, "licence_risk") == [0, 0, 0]) is covers
        assert (triple(numbers, "licence_days") == [0, 0, 0]) is covers
    open_ended = reckoned(parts(row), [magnet()], [needed(covered_by="L-77")])
    assert triple(open_ended, "licence_risk") == [0, 0, 0]


def test_a_licence_about_to_end_is_renewed_first() -> None:
    moves = proposed(ending(16), row={"stock_on_hand": 50.0, "lead_time_days": 60.0} | daily(1))
    assert moves[0].id == "apply"
    assert (
        Catalogue("en")
        .say(moves[0].text)
        .startswith(
            "Have the supplier apply for the next licence now: L-77 ends or is used up on 10 Dec 2026"
        )
    )
    assert [move.id for move in proposed(ending(200))] == ["check_licence"]


def test_after_the_last_requirement_only_risks_go_on_and_are_marked() -> None:
    """No day, no cover, no gap; the risk falls with stock and reads as one that assumes it."""
    needs = {"requirement_date": date(2026, 12, 10), "requirement_quantity": 100.0}
    risks = []
    for stock in (150.0, 600.0, 6_000.0):
        numbers = reckoned(parts(needs | {"stock_on_hand": stock}), [magnet()], [needed()])
        assert numbers["run_out"].tolist() == [None]
        assert np.isnan(triple(numbers, "cover_days") + triple(numbers, "gap_days")).all()
        assert numbers["assumed_cover"].tolist() == [True]
        risks.append(triple(numbers, "licence_risk")[1])
    assert risks[0] > risks[1] > risks[2] >= 0
