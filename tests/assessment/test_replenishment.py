"""Facts where the rows state them, else assumptions that are marked."""

from typing import Any

import numpy as np
import pytest

from desktop_app.assessment.replenishment import replenishment
from desktop_app.assessment.stock import stock_cover
from desktop_app.model.inquiry import Inquiry
from desktop_app.model.match import UNRECOGNISED
from tests.assessment.by_hand import (
    NOT_SCREENED,
    ON,
    each,
    figures,
    magnet,
    needed,
    parts,
)


def test_cover_is_stock_and_inbound_by_daily_demand() -> None:
    table = parts({"stock_on_hand": 1800.0, "in_transit": 1200.0, "annual_quantity": 60 * 365.0})
    assert stock_cover(table, 0.1, ON)[:, 0] == pytest.approx([45.5, 50.0, 55.6], abs=0.1)


@pytest.mark.parametrize(
    "row",
    [
        {"stock_on_hand": 10.0},
        {"annual_quantity": 10.0},
        {"in_transit": 10.0, "annual_quantity": 10.0},
        {"stock_on_hand": 10.0, "annual_quantity": 0.0},
        {"stock_on_hand": 10.0, "annual_quantity": -5.0},
        {"quantity": 10.0, "stock_on_hand": 10.0},
    ],
)
def test_no_cover_without_real_stock_and_demand(row: dict[str, float]) -> None:
    assert np.isnan(stock_cover(parts(row), 0.1, ON)).all()


def test_stock_below_zero_is_used_up() -> None:
    table = parts({"stock_on_hand": -4.0, "annual_quantity": 365.0})
    assert stock_cover(table, 0.1, ON)[:, 0].tolist() == [0.0, 0.0, 0.0]


def test_what_is_missing_is_assumed_and_marked() -> None:
    table = parts(
        {"stock_on_hand": 30.0, "annual_quantity": 365.0, "lead_time_days": 60.0}, {"mpn": "X"}
    )
    start = replenishment(
        table, each(magnet(), magnet()), each(needed(), needed()), figures(), Inquiry(ON)
    )
    assert start.assumed_cover.tolist() == start.assumed_lead.tolist() == [False, True]
    assert start.cover[1].tolist() == pytest.approx([30.0, 30.0])
    assert start.lead[:, 0].tolist() == [30.0, 45.0, 60.0]
    assert start.lead[:, 1].tolist() == list(figures().interval("assumed_lead_days"))


def test_who_is_exposed() -> None:
    start = replenishment(
        parts(*[{}] * 5),
        each(magnet(), magnet(), magnet(), magnet(), UNRECOGNISED),
        each(
            needed(), needed(covered_by="2026-1"), needed(applies=(0.0, 0.0, 0.0)), NOT_SCREENED,
            needed(),
        ),
        figures(),
        Inquiry(ON),
    )  # fmt: skip
    assert start.exposed.tolist() == [True, False, False, False, False]
    assert start.covered.tolist() == [False, True, False, False, False]
    assert start.scored.tolist() == [True, True, True, False, False]


@pytest.mark.parametrize(
    ("marks", "end_use", "rate"),
    [
        ({}, "civil", "refusal_civil"),
        ({"case_by_case": True}, "civil", "refusal_sensitive"),
        ({}, "advanced_semiconductor", "refusal_sensitive"),
        ({"refused_in_principle": True}, "civil", "refusal_military"),
        ({}, "military", "refusal_military"),
    ],
)
def test_refusal_depends_on_use_and_marks(marks: dict[str, Any], end_use: Any, rate: str) -> None:
    inquiry = Inquiry(ON, end_use=end_use)
    start = replenishment(parts({}), each(magnet()), each(needed(**marks)), figures(), inquiry)
    assert tuple(start.refusal[:, 0]) == figures().interval(rate)
