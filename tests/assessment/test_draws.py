"""Drawn futures agree with the closed forms, repeat exactly, and let common causes strike together."""

from typing import Any

import numpy as np
import pytest

from desktop_app.assessment.clock import reckon
from desktop_app.assessment.draws import simulate
from desktop_app.assessment.replenishment import replenishment
from desktop_app.assessment.shortage import assess_shortage
from desktop_app.assessment.summary import rank
from desktop_app.model.assessment import Draws
from desktop_app.model.inquiry import Inquiry
from desktop_app.model.licence import ControlFinding, Licence
from desktop_app.model.match import Match
from tests.assessment.by_hand import (
    NOT_COVERED,
    NOWHERE,
    ON,
    SCREW,
    each,
    figures,
    holding,
    magnet,
    needed,
    parts,
)

CERTAIN = (1.0, 1.0, 1.0)
NOTHING_SHORT = magnet(None, holding("Pm"))
"""Promethium has no supply figures, so only the licence can stop such a part."""

Line = tuple[dict[str, Any], Match, Licence]


def under(control: str, applies: tuple[float, float, float] = CERTAIN, **more: Any) -> Licence:
    finding = ControlFinding(control, "1", "Title", "in_force", "needed")
    return needed(applies, controls=(finding,), **more)


def stocked(days: float, **more: Any) -> dict[str, Any]:
    return {
        "stock_on_hand": days, "annual_quantity": 365.0, "lead_time_days": 40.0, "currency": "EUR",
    } | more  # fmt: skip


def drawn(*lines: Line, seed: int | None = None, count: int | None = None) -> tuple[Draws, Any]:
    rows, matches, licences = zip(*lines, strict=True) if lines else ((), (), ())
    table, inquiry = parts(*rows), Inquiry(ON)
    shortage = assess_shortage(each(*matches), each(*[NOWHERE] * len(rows)), figures())
    found = each(*matches), each(*licences)
    numbers = reckon(table, *found, shortage, figures(), inquiry)
    start = replenishment(table, *found, figures(), inquiry)
    draws = simulate(
        table, start, found[1], shortage, numbers,
        order=rank(*found, numbers), figures=figures(), seed=seed, count=count,
    )  # fmt: skip
    return draws, numbers


@pytest.mark.parametrize("stock", [0.0, 50.0, 120.0])
def test_the_mean_of_a_single_part_is_its_value_at_risk(stock: float) -> None:
    line = (stocked(stock, margin_per_day=100.0), NOTHING_SHORT, under("A", (0.6, 0.8, 1.0)))
    draws, numbers = drawn(line, count=20_000)
    money = draws.money["EUR"]
    assert money["basis"] == "margin"
    assert money["mean"] == pytest.approx(numbers["value_at_risk"].iloc[0], rel=0.06)
    assert 0 <= money["p50"] <= money["p90"] <= 100.0 * 365  # type: ignore[operator]


def test_spend_is_lost_as_often_as_the_duty_applies() -> None:
    line = (stocked(10, annual_spend=1000.0), NOTHING_SHORT, under("A", (0.3, 0.3, 0.3)))
    draws, _ = drawn(line, count=20_000)
    assert draws.money["EUR"]["basis"] == "spend"
    assert draws.money["EUR"]["mean"] == pytest.approx(300, abs=15)
    assert draws.money["EUR"]["p50"] == 0.0
    assert draws.money["EUR"]["p90"] == 1000.0


def test_one_control_hits_all_its_parts_together() -> None:
    likely = (0.4, 0.4, 0.4)
    one, other = ((stocked(10, margin_per_day=m), NOTHING_SHORT) for m in (100.0, 200.0))
    together, _ = drawn((*one, under("A", likely)), (*other, under("A", likely)))
    apart, _ = drawn((*one, under("A", likely)), (*other, under("B", likely)))
    assert together.money["EUR"]["p50"] == 0.0
    assert apart.money["EUR"]["p50"] > 0.0  # type: ignore[operator]


def test_a_product_stops_once() -> None:
    one = (stocked(10, margin_per_day=100.0), NOTHING_SHORT, under("A"))
    again = (stocked(30, margin_per_day=100.0), NOTHING_SHORT, under("A"))
    alone, _ = drawn(one)
    both, _ = drawn(one, again)
    mean = both.money["EUR"]["mean"]
    assert mean == pytest.approx(alone.money["EUR"]["mean"], rel=0.03)


def test_currencies_stay_apart() -> None:
    euros = (stocked(10, margin_per_day=100.0), magnet(), under("A"))
    yuan = (stocked(10, margin_per_day=100.0, currency="CNY"), magnet(), under("A"))
    draws, _ = drawn(euros, yuan)
    assert set(draws.money) == {"EUR", "CNY"}


def test_the_same_seed_gives_the_same_and_screws_change_nothing() -> None:
    line = (stocked(40, margin_per_day=100.0), magnet(), under("A", (0.6, 0.8, 1.0)))
    screw = (stocked(5), SCREW, NOT_COVERED)
    first, _ = drawn(line)
    again, _ = drawn(line)
    among, _ = drawn(screw, line, screw)
    assert first.money == again.money == among.money
    assert among.part_ids.tolist() == [1]
    other, _ = drawn(line, seed=1)
    assert other.money != first.money


def test_the_first_ten_are_firm_where_nothing_comes_near_them() -> None:
    lines = [(stocked(2.0 + 3 * at), magnet(), under("A")) for at in range(9)]
    close = [(stocked(50.0 + at), magnet(), under("A")) for at in (0, 1)]
    far = [(stocked(150.0), magnet(), under("A"))]
    draws, _ = drawn(*lines, *close, *far)
    assert draws.first_ten[:9].tolist() == [1.0] * 9
    assert draws.first_ten[9] + draws.first_ten[10] == pytest.approx(1.0)
    assert 0.5 < draws.first_ten[9] < 0.95
    assert draws.first_ten[11] == 0.0


def test_a_general_licence_is_not_ranked_as_a_stop() -> None:
    lines = [(stocked(60.0), magnet(), under("A")) for _ in range(10)]
    general = (stocked(55.0), magnet(), under("A", general_licence=True))
    draws, _ = drawn(*lines, general)
    assert draws.first_ten[10] == 0.0


def test_nothing_to_draw() -> None:
    for draws, _ in (drawn(), drawn((stocked(5), SCREW, NOT_COVERED))):
        assert (len(draws.part_ids), draws.money) == (0, {})


def test_no_more_than_those_that_matter() -> None:
    lines = [(stocked(5.0), magnet(), under("A"))] * 2100
    draws, _ = drawn(*lines, count=50)
    assert len(draws.part_ids) == 2000
    assert np.all(np.diff(draws.part_ids) > 0)
