"""A move takes away what the equations say, and a sentence never promises more."""

from datetime import timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.assessment.effects import Effects, effects, said_days
from desktop_app.assessment.replenishment import replenishment
from desktop_app.model.inquiry import Inquiry
from tests.assessment.by_hand import ON, each, figures, magnet, needed, parts, reckoned

DEMAND = {"annual_quantity": 365.0, "lead_time_days": 40.0}


def of(stock: float | None, **marks: object) -> tuple[Effects, float]:
    row = DEMAND if stock is None else DEMAND | {"stock_on_hand": stock}
    table, verdict = parts(row), needed(**marks)  # type: ignore[arg-type]
    start = replenishment(table, each(magnet()), each(verdict), figures(), Inquiry(ON))
    numbers = reckoned(table, [magnet()], [verdict])
    return effects(start, numbers, figures()), float(numbers["licence_risk"].iloc[0])


@given(st.floats(0, 400))
def test_the_stock_proposed_takes_away_what_is_said(stock: float) -> None:
    found, risk = of(stock)
    weeks, points = int(found.weeks[0]), int(found.by_stock[0])
    then = of(stock + 7 * weeks)[1]
    assert points / 100 == pytest.approx(risk - then, abs=0.011)
    assert points / 100 <= risk - then + 1e-6
    if weeks:
        assert then <= 0.2 + 1e-9


@given(st.floats(0, 400))
def test_applying_takes_away_what_never_applying_would_cost(stock: float) -> None:
    found, risk = of(stock)
    never = 0.846 if stock < 165 else 0.0
    assert found.by_applying[0] / 100 == pytest.approx(max(0.0, never - risk), abs=0.011)


def test_no_stock_is_proposed_where_the_risk_is_low_or_stock_unknown() -> None:
    assert of(300.0)[0].weeks[0] == 0
    unknown = of(None)[0]
    assert unknown.weeks[0] == 0
    assert unknown.cover[0] == -1


def test_a_licence_in_hand_leaves_nothing_to_do() -> None:
    found, _ = of(10.0, covered_by="2026-NB-1")
    assert [column[0] for column in (found.cover, found.by_applying, found.weeks)] == [0, 0, 0]


def test_days_are_said_rounded_down() -> None:
    said = said_days(np.array([0.9, 13.9, 14.0, 50.0, 97.9, 99.0, 400.0]))
    assert said.tolist() == [0, 13, 14, 49, 91, 98, 182]


@given(st.floats(0, 200), st.integers(1, 120))
def test_stock_beside_a_filed_application_takes_away_what_is_said(stock: float, gone: int) -> None:
    filed = {"applied_on": ON - timedelta(days=gone)}
    found, risk = of(stock, **filed)
    then = of(stock + 7 * int(found.weeks[0]), **filed)[1]
    assert found.by_stock[0] / 100 <= risk - then + 1e-6
    assert found.by_applying[0] == 0
