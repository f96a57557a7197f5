"""Which product stops first through which part, and what the ten best moves would change."""

from datetime import timedelta

import numpy as np
import pandas as pd
import pytest

from desktop_app.assessment.portfolio import potential, products, segments
from desktop_app.model.assessment import Action
from desktop_app.model.findings import msg
from desktop_app.model.spread import Spread
from tests.assessment.by_hand import (
    NOT_COVERED,
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

EDGES = figures().interval("band_edges")


def test_a_product_stops_through_its_first_part() -> None:
    rows = [
        {"stock_on_hand": days, "annual_quantity": 365.0, "margin_per_day": margin, "plant": plant}
        for days, margin, plant in [
            (40, 100.0, "1000"), (30, 100.0, "1000"), (20, 100.0, "2000"), (5, 100.0, "1000"),
            (3, 900.0, "1000"), (2, np.nan, "1000"),
        ]
    ]  # fmt: skip
    matches = [magnet()] * 3 + [SCREW] + [magnet()] * 2
    licences = [needed(), asking("origin"), needed(), NOT_COVERED, needed(covered_by="L"), needed()]
    table = parts(*rows)
    found = products(table, each(*licences), reckoned(table, matches, licences))
    assert [(p.plant, p.margin_per_day, p.part_id) for p in found] == [
        ("2000", 100.0, 2),
        ("1000", 100.0, 1),
    ]
    assert found[0].run_out == ON + timedelta(days=20)


def removing(share: float | None) -> tuple[Action, ...]:
    return (Action("ask", msg("Ask")), Action("raise_stock", msg("Order"), share))


def test_the_potential_counts_bands_before_and_after() -> None:
    numbers = pd.DataFrame({"licence_risk": [0.9, 0.3, 0.01, np.nan]})
    actions = Spread((removing(0.87), removing(None), ()), np.array([0, 1, 2, 2], dtype=np.int32))
    found = potential(numbers, actions, EDGES)
    assert found.now == {"low": 1, "watch": 0, "high": 1, "act": 1}
    assert found.then == {"low": 2, "watch": 0, "high": 1, "act": 0}
    assert found.part_ids == (0,)


@pytest.mark.parametrize("count", [0, 3, 25])
def test_no_more_than_ten_moves_count_and_the_best_ones_do(count: int) -> None:
    risk = np.linspace(0.5, 0.9, count)
    kinds = tuple(removing(value) for value in risk.tolist())
    numbers = pd.DataFrame({"licence_risk": risk})
    found = potential(numbers, Spread(kinds, np.arange(count, dtype=np.int32)), EDGES)
    assert len(found.part_ids) == min(10, count)
    assert sorted(found.part_ids) == list(range(max(0, count - 10), count))
    assert sum(found.now.values()) == sum(found.then.values()) == count


def test_the_fields_of_the_purchasing_portfolio() -> None:
    """Of 1,000 the first holds 800, so the second lies beyond the line and the first does not."""
    numbers = pd.DataFrame({
        "licence_risk": [0.5, 0.0, 0.1, 0.0, np.nan, 0.5],
        "shortage_risk": [np.nan, 0.1, 0.15, np.nan, 0.9, np.nan],
        "value_at_risk": [800.0, 0.0, 150.0, np.nan, np.nan, np.nan],
        "annual_spend": [np.nan, 50.0, np.nan, np.nan, 1.0, np.nan],
    })  # fmt: skip
    assert segments(numbers, figures()).tolist() == [
        "strategic", "non_critical", "bottleneck", "non_critical", None, "bottleneck",
    ]  # fmt: skip
    cheap = pd.DataFrame({name: [] for name in numbers})
    assert segments(cheap.astype(float), figures()).tolist() == []


def test_weighty_is_what_is_worth_most_not_what_is_counted_in_a_small_unit() -> None:
    numbers = pd.DataFrame({
        "licence_risk": [0.9, 0.9], "shortage_risk": [0.0, 0.0], "value_at_risk": [900.0, 500.0],
        "annual_spend": [np.nan, np.nan],
    })  # fmt: skip
    assert segments(numbers, figures()).tolist() == ["strategic", "strategic"]
    yuan_and_euro = np.array([0.13, 1.0])
    assert segments(numbers, figures(), yuan_and_euro).tolist() == ["bottleneck", "strategic"]


def test_a_safe_part_with_much_money_is_leverage() -> None:
    numbers = pd.DataFrame({
        "licence_risk": [0.0, 0.9], "shortage_risk": [0.0, 0.0], "value_at_risk": [np.nan, 1.0],
        "annual_spend": [9.0, 1.0],
    })  # fmt: skip
    assert segments(numbers, figures()).tolist() == ["leverage", "bottleneck"]
