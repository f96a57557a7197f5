"""Two thousand drawn parts with impossible figures: zero, below zero, beyond all numbers, days of any year.

Every part is alone in its list, so that one table holds as many examples as it has rows.
"""

import random
from datetime import date, timedelta
from typing import Any

import numpy as np
import pandas as pd
import pytest

from desktop_app.assessment.clock import reckon
from desktop_app.assessment.shortage import assess_shortage
from desktop_app.model.inquiry import Inquiry
from desktop_app.model.licence import Licence
from desktop_app.model.match import Match
from desktop_app.model.parts import PartTable, part_frame
from desktop_app.model.spread import Spread
from tests.assessment.by_hand import (
    NOT_COVERED,
    NOT_SCREENED,
    NOWHERE,
    SCREW,
    asking,
    figures,
    magnet,
    needed,
)  # fmt: skip

ROWS = 2_000
ON = date(2026, 11, 26)
ODD = (0.0, -0.0, 1.0, -1.0, 1e-12, 1e-300, 1e12, 1e300, -1e12, 0.5, 365.0, float("nan"))
DAYS = (date.min, date.max, date(1900, 1, 1), ON, ON + timedelta(days=1))
NUMBERS = ("stock_on_hand", "in_transit", "annual_quantity", "lead_time_days", "stock_blocked",
           "open_order_quantity", "requirement_quantity", "unit_price", "annual_spend",
           "margin_per_day")  # fmt: skip
TRIPLES = ("licence_risk", "shortage_risk", "cover_days", "licence_days", "lead_time_days",
           "gap_days", "value_at_risk")  # fmt: skip


class Drawn:
    """A list of parts, what they were recognised as and their licences, the same for a seed."""

    def __init__(self, seed: int) -> None:
        rng = random.Random(seed)  # noqa: S311 - made figures, no secrets
        self.columns: dict[str, list[Any]] = {
            name: [self._number(rng) for _ in range(ROWS)] for name in NUMBERS
        }
        for name in ("stock_date", "confirmed_date", "requirement_date"):
            self.columns[name] = [self._day(rng) for _ in range(ROWS)]
        self.columns["part_number"] = [f"P{row}" for row in range(ROWS)]
        self.columns["special_stock"] = rng.choices((None, None, "E", "W", ""), k=ROWS)
        self.columns["lead_time_holds_licence"] = rng.choices((None, True, False), k=ROWS)
        kinds = tuple(kind for _ in range(40) for kind in self._licences(rng))
        self.licences: Spread[Licence] = Spread(kinds, self._of(rng, len(kinds)))
        goods = (magnet(), magnet("SmCo"), SCREW)
        self.matches: Spread[Match] = Spread(goods, self._of(rng, len(goods)))

    @staticmethod
    def _number(rng: random.Random) -> float:
        return rng.choice(ODD) if rng.random() < 0.4 else rng.uniform(-10, 10 ** rng.uniform(0, 9))

    @staticmethod
    def _day(rng: random.Random) -> date | None:
        if rng.random() < 0.5:
            return None
        return rng.choice(DAYS) if rng.random() < 0.3 else ON + timedelta(rng.randrange(-600, 900))

    @staticmethod
    def _of(rng: random.Random, kinds: int) -> "np.ndarray[Any, np.dtype[np.int32]]":
        return np.array([rng.randrange(kinds) for _ in range(ROWS)], dtype=np.int32)

    @staticmethod
    def _licences(rng: random.Random) -> tuple[Licence, ...]:
        low, best, high = sorted(rng.random() for _ in range(3))
        held = rng.choice((None, ON + timedelta(rng.randrange(-300, 400))))
        return (
            needed((low, best, high)), asking("composition", applies=(low, best, high)),
            needed(covered_by="L", covered_until=held), needed(general_licence=True),
            needed((low, best, high), applied_on=ON - timedelta(rng.randrange(320))),
            needed((low, best, high), case_by_case=True), NOT_SCREENED, NOT_COVERED,
        )  # fmt: skip

    def reckoned(self, **changed: list[Any]) -> pd.DataFrame:
        parts = PartTable(part_frame(self.columns | changed, ROWS))
        origins = Spread((NOWHERE,), np.zeros(ROWS, dtype=np.int32))
        shortage = assess_shortage(self.matches, origins, figures())
        return reckon(parts, self.matches, self.licences, shortage, figures(), Inquiry(ON))


def triple(numbers: pd.DataFrame, name: str) -> Any:
    return np.stack([numbers[name + end].to_numpy(np.float64) for end in ("_low", "", "_high")])


@pytest.fixture(scope="module", params=[1, 20])
def drawn(request: pytest.FixtureRequest) -> tuple[Drawn, pd.DataFrame]:
    found = Drawn(request.param)
    return found, found.reckoned()


def test_every_figure_is_whole_in_order_and_within_its_scale(
    drawn: tuple[Drawn, pd.DataFrame],
) -> None:
    for name in TRIPLES:
        low, best, high = ends = triple(drawn[1], name)
        missing = np.isnan(ends)
        assert (missing.any(axis=0) == missing.all(axis=0)).all(), name
        ends = ends[:, ~missing.any(axis=0)]
        low, best, high = ends
        assert np.isfinite(ends).all(), name
        room = 1e-9 * np.maximum(1.0, np.abs(ends)).max(axis=0)
        assert ((low <= best + room) & (best <= high + room)).all(), name
        if name.endswith("_risk") and name != "value_at_risk":
            assert ((ends >= 0) & (ends <= 1)).all(), name
        elif name != "gap_days":
            assert (ends >= 0).all(), name


def test_what_is_not_known_is_never_without_risk(drawn: tuple[Drawn, pd.DataFrame]) -> None:
    found, numbers = drawn
    is_open = found.licences.array(
        lambda kind: kind.verdict == "needed" and kind.covered_by is None
        and not kind.general_licence and kind.applies[1] > 0.01, np.bool_,
    )  # fmt: skip
    unknown = np.isnan(found.columns["stock_on_hand"]) | np.isnan(found.columns["annual_quantity"])
    undated = np.array([day is None for day in found.columns["requirement_date"]])
    risk = numbers["licence_risk"].to_numpy(np.float64)[is_open & unknown & undated]
    assert len(risk) > 20
    assert (risk > 0).all()


@pytest.mark.parametrize("field", ["stock_on_hand", "in_transit"])
def test_more_stock_never_hurts(drawn: tuple[Drawn, pd.DataFrame], field: str) -> None:
    found, before = drawn
    rng = random.Random(field)  # noqa: S311 - made figures, no secrets
    more = np.array(rng.choices((0, 1e-6, 1, 100, 1e5, 1e9), k=ROWS))
    after = found.reckoned(**{field: (np.array(found.columns[field]) + more).tolist()})
    same = (before["assumed_cover"] == after["assumed_cover"]).to_numpy()
    for name in ("licence_risk", "shortage_risk"):
        rises = triple(after, name)[:, same] > triple(before, name)[:, same] + 1e-9
        assert not rises.any(), name
    cover, longer = triple(before, "cover_days"), triple(after, "cover_days")
    known = ~np.isnan(cover).any(axis=0) & ~np.isnan(found.columns[field])
    ends = ~np.isnan(longer).any(axis=0)  # stock that now meets all that is needed has no end
    dated = np.array([day is not None for day in found.columns["requirement_date"]])
    assert (ends | dated)[known].all()
    known &= ends
    cover, longer = cover[:, known], longer[:, known]
    assert (longer >= cover - 1e-6 * np.maximum(1.0, cover)).all()
