"""A PERT distribution has the mean, the ends and the tail it should have."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.assessment.waiting import pert

three = st.tuples(*[st.floats(0, 400)] * 3).map(sorted).filter(lambda t: t[2] - t[0] > 1)


RAREST = 0.01


def at(*days: float) -> np.ndarray:
    return np.array(days)


@given(three)
def test_its_mean_is_the_weighted_one(found: list[float]) -> None:
    low, likely, high = found
    mean = low + pert(low, likely, high).beyond(at(low))[0]
    assert mean == pytest.approx((low + 4 * likely + high) / 6, abs=0.02)


@given(three, st.floats(-50, 500), st.floats(0, 100))
def test_waiting_longer_is_never_likelier(found: list[float], day: float, more: float) -> None:
    curve = pert(*found, rarest=RAREST)
    sooner, later = curve.longer_than(at(day, day + more))
    assert 0 <= later <= sooner <= 1
    beyond, less = curve.beyond(at(day, day + more))
    assert beyond >= less >= 0


def test_a_symmetric_one_against_the_closed_form() -> None:
    """PERT(0, 50, 100) is beta(3, 3), whose tail is a polynomial."""
    x = np.linspace(0, 1, 21)
    tail = 1 - x**3 * (10 - 15 * x + 6 * x**2)
    assert pert(0, 50, 100).longer_than(100 * x) == pytest.approx(tail, abs=1e-6)


def test_a_certain_time_is_certain() -> None:
    curve = pert(10, 10, 10)
    assert curve.longer_than(at(9, 11)).tolist() == [1.0, 0.0]
    assert curve.beyond(at(4, 12)).tolist() == [6.0, 0.0]


def test_numbers_that_do_not_rise_are_refused() -> None:
    with pytest.raises(ValueError, match="must rise"):
        pert(10, 5, 20)


@given(three, st.floats(0, 300), st.floats(0, 300))
def test_time_already_waited_is_conditioned_on(
    found: list[float], gone: float, more: float
) -> None:
    """P(T > gone + more | T > gone), by definition; never more than all that is left."""
    curve = pert(*found, rarest=RAREST)
    still = curve.longer_than(at(gone))[0]
    if still < 0.02:
        return
    expected = curve.longer_than(at(gone + more))[0] / still
    assert curve.longer_than(at(more), gone)[0] == pytest.approx(expected, abs=1e-6)
    assert curve.beyond(at(0.0), gone)[0] <= max(0.0, found[2] - gone) + 1e-6
    assert curve.quantile(0.5, gone) <= curve.quantile(0.9, gone)


def test_who_waits_beyond_all_experience_still_waits() -> None:
    curve = pert(2, 63, 180, rarest=RAREST)
    assert curve.longer_than(at(-1.0, 0.0), 900.0).tolist() == [1.0, 1.0]
    assert 0 < curve.quantile(0.5, 900.0) < 30


def test_the_median_of_a_symmetric_wait() -> None:
    assert pert(0, 50, 100).quantile(0.5) == pytest.approx(50, abs=1e-3)


@given(three, st.floats(0, 200), st.floats(0, 100), st.floats(0, 300))
def test_who_has_waited_longer_never_waits_longer_still(
    found: list[float], gone: float, more: float, ahead: float
) -> None:
    curve = pert(*found, rarest=RAREST)
    sooner = curve.longer_than(at(ahead), gone)[0]
    assert curve.longer_than(at(ahead), gone + more)[0] <= sooner + 1e-4
