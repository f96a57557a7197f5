"""What to do first stands on top, and sums say what they are sums of."""

from datetime import date, timedelta
from typing import Any

import pytest

from desktop_app.assessment.currency import per_unit
from desktop_app.assessment.summary import rank, total
from desktop_app.model.assessment import Totals
from desktop_app.model.licence import Licence
from desktop_app.model.match import UNRECOGNISED, Match
from tests.assessment.by_hand import (
    NOT_COVERED,
    NOT_SCREENED,
    ON,
    SCREW,
    asking,
    each,
    figures,
    magnet,
    needed,
    parts,
    reckoned,
)

LAW = Licence("not_verified", "law", applies=(0.2, 0.5, 0.9))
SELDOM = Licence("not_verified", "law", applies=(0.0, 0.02, 0.1), seldom=True)
SUSPENDED = Licence("suspended", applies=(0.0, 0.3, 0.6))

Line = tuple[dict[str, Any], Match, Licence]


def stocked(days: float) -> dict[str, float]:
    return {"stock_on_hand": days, "annual_quantity": 365.0}


def ranked(*lines: Line) -> list[int]:
    rows, matches, licences = zip(*lines, strict=True)
    numbers = reckoned(parts(*rows), matches, licences)
    return [int(part) for part in rank(each(*matches), each(*licences), numbers)]


def totals(*lines: Line) -> Totals:
    rows, matches, licences = zip(*lines, strict=True) if lines else ((), (), ())
    table = parts(*rows)
    return total(table, each(*licences), reckoned(table, matches, licences))


def test_the_order_of_the_groups() -> None:
    lines: list[Line] = [
        ({}, SCREW, NOT_COVERED),
        ({}, UNRECOGNISED, NOT_SCREENED),
        ({}, magnet(), SELDOM),
        ({}, magnet(), SUSPENDED),
        ({}, magnet(), LAW),
        ({}, magnet(), asking("composition")),
        ({}, magnet(), needed()),
        (stocked(60), magnet(), needed()),
        (stocked(20), magnet(), needed()),
    ]
    assert ranked(*lines) == [8, 7, 6, 5, 4, 3, 2, 1, 0]


def test_stock_that_outlasts_the_licence_is_ranked_by_risk() -> None:
    lines: list[Line] = [
        (stocked(500), magnet(), needed()),
        ({}, magnet(), needed(applies=(0.1, 0.2, 0.3))),
        ({}, magnet(), needed()),
        (stocked(90), magnet(), needed()),
        (stocked(5), magnet(), needed(covered_by="2026-1")),
    ]
    assert ranked(*lines) == [3, 2, 1, 0, 4]


def test_questions_come_by_consequence_and_unknown_money_is_not_small() -> None:
    lines: list[Line] = [
        ({"annual_spend": 100.0}, magnet(), asking("origin")),
        ({"annual_spend": 90000.0}, magnet(), asking("origin")),
        ({}, magnet(), asking("origin")),
        ({"annual_spend": 500.0}, magnet(), asking("origin")),
    ]
    assert ranked(*lines) == [1, 2, 3, 0]


def test_a_smaller_unit_of_money_is_no_greater_sum() -> None:
    """3,400 yuan are some 440 euros, so 3,300 euros come first; without a rough rate a part counts
    as a middling one, as where no money is known."""
    table = parts(
        {"annual_spend": 3400.0, "currency": "CNY"},
        {"annual_spend": 3300.0, "currency": "EUR"},
        {"annual_spend": 3100.0, "currency": "ZZZ"},
        {"annual_spend": 90.0, "currency": "EUR"},
    )
    lines = [magnet()] * 4, [asking("origin")] * 4
    numbers = reckoned(table, *lines)
    found = each(*lines[0]), each(*lines[1])
    compared = per_unit(table, figures().rough_worth)
    assert rank(*found, numbers, compared).tolist() == [1, 0, 2, 3]
    assert rank(*found, numbers).tolist() == [0, 1, 2, 3]


def test_money_in_one_currency_needs_no_rate() -> None:
    one = parts({"annual_spend": 3.0, "currency": "CNY"}, {"currency": "EUR"}, {})
    assert per_unit(one, figures().rough_worth) is None
    several = parts({"annual_spend": 3.0, "currency": "EUR"}, {"unit_price": 3.0})
    assert str(per_unit(several, figures().rough_worth)) == "[ 1. nan]"


def test_of_equal_questions_what_runs_out_first_is_asked_first() -> None:
    """All stop before any licence could come: as likely, and worth the same."""
    lines: list[Line] = [(stocked(days), magnet(), asking("composition")) for days in (9, 3, 6)]
    risks = reckoned(parts(*(row for row, *_ in lines)), [magnet()] * 3, [lines[0][2]] * 3)
    assert risks["licence_risk"].nunique() == 1
    assert ranked(*lines) == [1, 2, 0]


def test_equal_parts_stay_in_the_order_of_the_files() -> None:
    magnets: list[Line] = [({}, magnet(), needed())] * 4
    screws: list[Line] = [({}, SCREW, NOT_COVERED)] * 3
    assert ranked(*magnets, *screws) == list(range(7))


def test_not_covered_parts_with_exposed_makers_come_before_screws() -> None:
    motor = Licence("not_needed", basis="outside", upstream_exposed=True)
    lines: list[Line] = [
        ({}, SCREW, NOT_COVERED), ({}, magnet(), NOT_COVERED), ({}, magnet(), motor),
    ]  # fmt: skip
    assert ranked(*lines) == [2, 1, 0]


def test_what_is_held_or_was_filed_leaves_the_first_count() -> None:
    found = totals(
        ({}, magnet(), needed()),
        ({}, magnet(), needed(covered_by="2026-1")),
        ({}, magnet(), needed(applied_on=date(2026, 11, 3))),
        ({}, magnet(), needed(general_licence=True)),
    )
    assert (found.needed, found.needed_uncovered) == (4, 1)


def test_counts_never_add_up_the_three_unknowns() -> None:
    found = totals(
        ({}, magnet(), needed()),
        ({}, magnet(), needed(covered_by="2026-1")),
        ({}, magnet(), asking("origin")),
        ({}, magnet(), LAW),
        ({}, UNRECOGNISED, NOT_SCREENED),
        ({}, magnet(), SUSPENDED),
        ({}, SCREW, Licence("not_needed", basis="guidance")),
    )
    assert (found.parts, found.needed, found.needed_uncovered) == (7, 2, 1)
    assert (found.waits_part, found.waits_law, found.not_screened) == (1, 1, 1)
    assert found.not_verified == 3
    assert (found.suspended, found.not_needed, found.guidance) == (1, 1, 1)


def test_no_parts_no_sums() -> None:
    found = totals()
    assert found.parts == 0
    assert found.annual_spend is None
    assert found.by_currency == {}
    assert found.first_run_out is None


def test_one_currency_is_added_up() -> None:
    found = totals(
        ({"annual_spend": 100.0, "currency": "EUR"}, magnet(), asking("origin")),
        ({"annual_spend": 50.0, "currency": "EUR"}, SCREW, NOT_COVERED),
        ({"currency": "USD"}, SCREW, NOT_COVERED),
    )
    assert (found.currency, found.annual_spend) == ("EUR", 150.0)
    assert found.value_at_risk == pytest.approx((10.0, 40.0, 70.0))
    assert list(found.by_currency) == ["EUR"]
    assert found.by_currency["EUR"]["basis"] == "spend"


@pytest.mark.parametrize("other", ["USD", None])
def test_amounts_of_several_or_unknown_currencies_are_never_added(other: str | None) -> None:
    found = totals(
        ({"annual_spend": 100.0, "currency": "EUR"}, magnet(), asking("origin")),
        ({"annual_spend": 50.0, "currency": other}, magnet(), asking("origin")),
    )
    assert (found.currency, found.annual_spend, found.value_at_risk) == (None, None, None)
    assert found.by_currency["EUR"]["annual_spend"] == 100.0
    assert found.by_currency[other or ""]["annual_spend"] == 50.0
    assert found.by_currency[other or ""]["parts"] == 1


def test_a_product_stops_once_and_margin_is_not_added_to_spend() -> None:
    product = {"margin_per_day": 1000.0, "plant": "1000", "currency": "EUR"}
    one = totals((product | stocked(10), magnet(), needed()))
    both = totals(
        (product | stocked(10), magnet(), needed()),
        (product | stocked(50), magnet(), needed()),
        ({"annual_spend": 9.0, "currency": "EUR"}, magnet(), needed()),
    )
    assert both.value_at_risk == one.value_at_risk
    assert both.annual_spend == 9.0
    assert both.by_currency["EUR"]["basis"] == "margin"
    elsewhere = totals(
        (product | stocked(10), magnet(), needed()),
        (product | stocked(10) | {"plant": "2000"}, magnet(), needed()),
    )
    assert one.value_at_risk is not None
    assert elsewhere.value_at_risk == pytest.approx([2 * value for value in one.value_at_risk])


def test_the_first_to_run_out_needs_a_licence_and_has_none() -> None:
    found = totals(
        (stocked(5), SCREW, NOT_COVERED),
        (stocked(7), magnet(), needed(covered_by="2026-1")),
        (stocked(9), magnet(), asking("origin")),
        (stocked(40), magnet(), needed()),
        (stocked(20), magnet(), needed()),
    )
    assert found.first_run_out_part == 4
    assert found.first_run_out == tuple(ON + timedelta(days=days) for days in (18, 20, 22))


def test_of_two_that_run_out_on_one_day_the_one_longer_without_goods_is_named() -> None:
    quick, slow = stocked(20) | {"lead_time_days": 5.0}, stocked(20) | {"lead_time_days": 90.0}
    assert totals((quick, magnet(), needed()), (slow, magnet(), needed())).first_run_out_part == 1
    assert totals((slow, magnet(), needed()), (quick, magnet(), needed())).first_run_out_part == 0


def test_else_the_first_that_may_need_one() -> None:
    found = totals((stocked(9), magnet(), asking("origin")), ({}, magnet(), needed()))
    assert found.first_run_out_part == 0
