"""The worked example, and what more stock, more risk and more delay may do to a risk."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.assessment.risk import bands, licence_risk, shortage_risk
from desktop_app.assessment.shortage import disruption
from desktop_app.assessment.stock import Ends
from desktop_app.assessment.waiting import pert
from tests.assessment.by_hand import figures

LICENCE = pert(2, 63, 180)
LASTING = pert(30, 120, 365)
ALTERNATIVE = (120.0, 165.0, 210.0)
CIVIL = (0.01, 0.05, 0.10)


def ends(*interval: float) -> Ends:
    return np.array(interval, dtype=np.float64)[:, np.newaxis]


def licence_of(
    applies: Ends, cover: Ends, lead: Ends, refusal: Ends | None = None, preparation: float = 14
) -> tuple[Ends, Ends]:
    refusal = ends(*CIVIL) if refusal is None else refusal
    return licence_risk(
        applies, refusal, cover, lead + preparation, alternative=ALTERNATIVE, licence=LICENCE
    )


def column(found: Ends) -> list[float]:
    return [float(value) for value in found[:, 0]]


class TestExample:
    """Sintered 42SH: 60 a day, 1,800 in stock, 1,200 cleared, no licence filed, origin unknown.

    Presence of Dy or Tb 0.90 [0.80, 0.97], made in China 0.94 [0.90, 1.00], delivery 35 d [30, 45].
    """

    applies = ends(0.80 * 0.90, 0.90 * 0.94, 0.97 * 1.00)
    cover = ends(3000 / 66, 3000 / 60, 3000 / 54)
    lead = ends(30, 35, 45)

    def test_licence_risk(self) -> None:
        risk, days = licence_of(self.applies, self.cover, self.lead)
        assert column(risk) == pytest.approx([0.71, 0.85, 0.97], abs=0.02)
        assert column(days)[:2] == pytest.approx([44, 62], abs=3)
        assert column(days)[2] == pytest.approx(0.97 * (0.1 * 164.5 + 0.9 * 85.9), abs=1)

    def test_shortage_risk(self) -> None:
        """At the index of the example: 2.8, 3.6, 5.4 weighted by the presence."""
        chance = disruption((2.8, 3.6, 5.4), figures())
        assert chance == pytest.approx((0.04, 0.16, 0.56), abs=0.01)
        risk, days = shortage_risk(
            ends(*chance) * ends(0.80, 0.90, 0.97), self.cover, ALTERNATIVE, LASTING
        )
        assert column(risk) == pytest.approx([0.03, 0.14, 0.53], abs=0.02)
        assert column(days)[1] == pytest.approx(11.5, abs=3)

    @pytest.mark.parametrize(("stock", "risk"), [(90, 0.69), (120, 0.44), (140, 0.28)])
    def test_more_stock(self, stock: float, risk: float) -> None:
        found, _ = licence_of(self.applies, ends(stock, stock, stock), self.lead)
        assert found[1, 0] == pytest.approx(risk, abs=0.02)


def draws(low: float, likely: float, high: float, count: int) -> np.ndarray:
    a, b = 1 + 4 * (likely - low) / (high - low), 1 + 4 * (high - likely) / (high - low)
    return low + (high - low) * np.random.default_rng(7).beta(a, b, count)


@pytest.mark.parametrize("stock", [0.0, 50.0, 100.0, 150.0, 200.0])
def test_simulated_replenishments_agree(stock: float) -> None:
    """Draws of licence time, refusal and disruption, without the tables the equations use."""
    count = 200_000
    chance = np.random.default_rng(11).random(count)
    relief = np.where(chance < 0.05, 165.0, draws(2, 63, 180, count) + 14 + 35)
    missing = np.maximum(0.0, relief - stock)
    exact = ends(stock, stock, stock)
    risk, days = licence_of(ends(1, 1, 1), exact, ends(35, 35, 35))
    assert risk[1, 0] == pytest.approx(np.mean(missing > 0), abs=0.005)
    assert days[1, 0] == pytest.approx(np.mean(missing), abs=0.5)
    short = np.maximum(0.0, np.minimum(draws(30, 120, 365, count), 165.0) - stock)
    risk, days = shortage_risk(ends(1, 1, 1), exact, ALTERNATIVE, LASTING)
    assert risk[1, 0] == pytest.approx(np.mean(short > 0), abs=0.005)
    assert days[1, 0] == pytest.approx(np.mean(short), abs=0.5)


share = st.floats(0, 1)
days = st.floats(0, 500)
rising = st.tuples(share, share, share).map(sorted)
rising_days = st.tuples(days, days, days).map(sorted)


@given(rising, rising, rising_days, rising_days)
def test_the_interval_contains_the_best(
    applies: list[float], refusal: list[float], cover: list[float], lead: list[float]
) -> None:
    for found in licence_of(ends(*applies), ends(*cover), ends(*lead), ends(*refusal)):
        low, best, high = column(found)
        assert 0 <= low <= best + 1e-9
        assert best <= high + 1e-9
    risk, _ = shortage_risk(ends(*applies), ends(*cover), ALTERNATIVE, LASTING)
    low, best, high = column(risk)
    assert 0 <= low <= best <= high <= 1


@given(share, share, days, days, days)
def test_more_stock_never_raises_a_risk(
    applies: float, refusal: float, cover: float, more: float, lead: float
) -> None:
    def both(stock: float) -> list[float]:
        exact = ends(stock, stock, stock)
        found = licence_of(ends(*[applies] * 3), exact, ends(*[lead] * 3), ends(*[refusal] * 3))
        scarce = shortage_risk(ends(*[applies] * 3), exact, ALTERNATIVE, LASTING)
        return [value for part in (*found, *scarce) for value in column(part)]

    for before, after in zip(both(cover), both(cover + more), strict=True):
        assert after <= before + 1e-9


@given(share, share, days, days, st.floats(0, 200))
def test_a_longer_delivery_never_lowers_a_risk(
    applies: float, more: float, cover: float, lead: float, later: float
) -> None:
    likelier = min(1.0, applies + more)
    exact = ends(cover, cover, cover)
    sooner, _ = licence_of(ends(*[applies] * 3), exact, ends(*[lead] * 3))
    worse, _ = licence_of(ends(*[likelier] * 3), exact, ends(*[lead + later] * 3))
    assert np.all(worse >= sooner - 1e-9)


def test_endless_stock_and_no_duty_are_no_risk() -> None:
    full, never = ends(1, 1, 1), ends(0, 0, 0)
    lead = ends(35, 35, 35)
    assert column(licence_of(full, ends(1e6, 1e6, 1e6), lead)[0]) == [0, 0, 0]
    assert column(licence_of(never, ends(0, 0, 0), lead)[0]) == [0, 0, 0]
    assert column(shortage_risk(full, ends(1e6, 1e6, 1e6), ALTERNATIVE, LASTING)[0]) == [0, 0, 0]


def test_refusal_may_cost_fewer_days_than_a_long_wait() -> None:
    """So both ends of the refusal rate are tried for either end of the days."""
    found = licence_of(ends(1, 1, 1), ends(110, 110, 110), ends(300, 300, 300), ends(0, 0.5, 1))[1]
    refused = [10, 55, 100]
    assert found[0, 0] == pytest.approx(refused[0], abs=0.5)
    assert found[2, 0] > refused[2]


def test_a_value_on_an_edge_takes_the_worse_band() -> None:
    risks = np.array([0.0, 0.049, 0.05, 0.2, 0.5, 1.0, np.nan])
    found = bands(risks, (0.05, 0.2, 0.5)).tolist()
    assert found == ["low", "low", "watch", "high", "act", "act", None]
