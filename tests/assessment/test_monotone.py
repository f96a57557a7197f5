"""Every figure of the clock and of the risks moves one way with each fact that it rests on.

Forty parts that differ in one fact alone are reckoned at once, with some other facts missing.
"""

from datetime import timedelta
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.assessment.by_hand import ON, magnet, needed, parts, reckoned

PARTS = 40
ENDS = ("_low", "", "_high")
LESS_RISK = {"cover_days": 1, "licence_risk": -1, "shortage_risk": -1, "gap_days": -1,
             "value_at_risk": -1}  # fmt: skip
MOVES: dict[str, dict[str, int]] = {
    "stock_on_hand": LESS_RISK,
    "in_transit": LESS_RISK,
    "annual_quantity": {figure: -sign for figure, sign in LESS_RISK.items()},
    "lead_time_days": {"licence_risk": 1, "gap_days": 1, "value_at_risk": 1, "lead_time_days": 1},
    "margin_per_day": {"value_at_risk": 1},
    "counted": LESS_RISK,
    "arrives": {figure: -sign for figure, sign in LESS_RISK.items()},
    "applies": {"licence_risk": 1, "value_at_risk": 1},
    "filed": {"licence_risk": -1, "gap_days": -1, "licence_days": -1},
    "until": {"licence_risk": -1, "gap_days": -1, "licence_days": -1},
}
"""By what rises, from part to part: which figures rise with it (1) or fall (-1)."""

OF_THE_LICENCE = ("applies", "filed", "until")
BY_DAY: dict[str, Any] = {
    "counted": lambda value: {"stock_date": ON - timedelta(days=1000 - int(value))},
    "arrives": lambda value: {"confirmed_date": ON + timedelta(days=int(value))},
}
"""The day of counting and of arrival, from days that rise."""

stated = st.fixed_dictionaries(
    {},
    optional={
        "stock_on_hand": st.floats(0, 5000),
        "in_transit": st.floats(0, 500),
        "annual_quantity": st.floats(1, 20_000),
        "lead_time_days": st.floats(0, 300),
        "margin_per_day": st.floats(0, 90_000),
        "stock_date": st.dates(ON - timedelta(days=200), ON + timedelta(days=20)),
        "confirmed_date": st.dates(ON - timedelta(days=20), ON + timedelta(days=300)),
    },
)


def licence(rising: str, value: float, applies: tuple[float, float, float]) -> Any:
    if rising == "applies":
        low, best, high = (end * value / 1000 for end in applies)
        return needed((low, best, high))
    day = timedelta(days=int(value))
    if rising == "filed":
        return needed(applies, applied_on=ON - day)
    if rising == "until":
        return needed(applies, covered_by="L-77", covered_until=ON + day)
    return needed(applies)


def risen(rising: str, value: float) -> dict[str, Any]:
    """The fact of a row that rises."""
    if rising in OF_THE_LICENCE:
        return {}
    return BY_DAY[rising](value) if rising in BY_DAY else {rising: value}


@pytest.mark.parametrize("rising", MOVES)
@settings(max_examples=3)
@given(
    facts=stated,
    applies=st.tuples(*[st.floats(0.01, 1)] * 3).map(lambda ends: tuple(sorted(ends))),
    values=st.lists(st.floats(0, 1000), min_size=PARTS, max_size=PARTS).map(sorted),
)
def test_a_figure_never_turns_back(
    rising: str, facts: dict[str, Any], applies: tuple[float, float, float], values: list[float]
) -> None:
    if rising == "annual_quantity":  # a demand of nothing is none at all, and its cover assumed
        values = [1 + value for value in values]
    rows = [facts | risen(rising, value) for value in values]
    verdicts = [licence(rising, value, applies) for value in values]
    numbers = reckoned(parts(*rows), [magnet()] * PARTS, verdicts)
    for figure, sign in MOVES[rising].items():
        for end in ENDS:
            column = numbers[figure + end].to_numpy(dtype=np.float64)
            steps = np.diff(column) * sign
            steps = steps[np.isfinite(steps)]
            assert (steps >= -1e-6 * max(1.0, float(np.nanmax(np.abs(column), initial=0)))).all()
