"""A move takes away what the equations say, and a sentence never promises more."""

from datetime import timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.assessment.clock import reckon
from desktop_app.assessment.effects import Effects, effects, said_days
from desktop_app.assessment.replenishment import replenishment
from desktop_app.assessment.shortage import assess_shortage
from desktop_app.assessment.waiting import Numbers
from desktop_app.model.inquiry import Inquiry
from desktop_app.model.spread import Spread
from tests.assessment.by_hand import NOWHERE, ON, each, figures, magnet, needed, parts

DEMAND = {"annual_quantity": 365.0, "lead_time_days": 40.0}


def many(stocks: list[float | None], **marks: object) -> tuple[Effects, Numbers]:
    """Parts that differ in their stock alone, and their licence risk."""
    table = parts(*(DEMAND if s is None else DEMAND | {"stock_on_hand": s} for s in stocks))
    same = np.zeros(len(stocks), dtype=np.int32)
    matches, verdicts = Spread((magnet(),), same), Spread((needed(**marks),), same)  # type: ignore[arg-type]
    start = replenishment(table, matches, verdicts, figures(), Inquiry(ON))
    shortage = Spread(assess_shortage(each(magnet()), each(NOWHERE), figures()).kinds, same)
    numbers = reckon(table, matches, verdicts, shortage, figures(), Inquiry(ON))
    return effects(start, numbers, figures()), numbers["licence_risk"].to_numpy(dtype=np.float64)


def of(stock: float | None, **marks: object) -> tuple[Effects, float]:
    found, risk = many([stock], **marks)
    return found, float(risk[0])


def stocks(most: float) -> st.SearchStrategy[list[float | None]]:
    """Many at once: reckoning two dozen parts takes as long as reckoning one."""
    return st.lists(st.floats(0, most), min_size=1, max_size=25)


FEW = settings(max_examples=12)


@FEW
@given(stocks(400))
def test_the_stock_proposed_takes_away_what_is_said(owned: list[float | None]) -> None:
    found, risk = many(owned)
    then = many([(s or 0.0) + 7 * w for s, w in zip(owned, found.weeks.tolist(), strict=True)])[1]
    assert found.by_stock / 100 == pytest.approx(risk - then, abs=0.011)
    assert (found.by_stock / 100 <= risk - then + 1e-6).all()
    assert (then[found.weeks > 0] <= 0.2 + 1e-9).all()


@FEW
@given(stocks(400))
def test_applying_takes_away_what_never_applying_would_cost(owned: list[float | None]) -> None:
    found, risk = many(owned)
    never = np.where(np.array(owned, dtype=np.float64) < 165, 0.846, 0.0)
    assert found.by_applying / 100 == pytest.approx(np.maximum(0.0, never - risk), abs=0.011)


@FEW
@given(stocks(400))
def test_days_saved_never_exceed_the_standstill_there_would_be(owned: list[float | None]) -> None:
    """Without applying the line stands from the end of stock to the second source, if a duty applies."""
    found, _ = many(owned)
    never = 0.846 * np.maximum(0.0, 165 - np.array(owned, dtype=np.float64))
    assert (found.saved_by_applying + found.saved_by_stock <= never + 1e-6).all()
    assert (found.saved_by_stock[found.weeks == 0] == 0).all()


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
    assert said.tolist() == [0, 13, 14, 50, 97, 98, 182]


@FEW
@given(stocks(200), st.integers(1, 120))
def test_stock_beside_a_filed_application_takes_away_what_is_said(
    owned: list[float | None], gone: int
) -> None:
    filed = {"applied_on": ON - timedelta(days=gone)}
    found, risk = many(owned, **filed)
    then = many(
        [(s or 0.0) + 7 * w for s, w in zip(owned, found.weeks.tolist(), strict=True)], **filed
    )[1]
    assert (found.by_stock / 100 <= risk - then + 1e-6).all()
    assert (found.by_applying == 0).all()
    assert (found.saved_by_applying == 0).all()


def expected_wait(stock: float) -> float:
    """Days that the line is expected to stand, the duty given: PERT days of 2, 63, 180 after 14 for
    papers and before 30 of delivery; five in a hundred are refused and stand for 165."""
    shares = (np.arange(20_000) + 0.5) / 20_000
    days = 2 + 178 * shares
    weights = shares ** (4 * 61 / 178) * (1 - shares) ** (4 * 117 / 178)
    late = float(np.average(np.maximum(days + 14 + 30 - stock, 0.0), weights=weights))
    return 0.05 * (165 - stock) + 0.95 * min(late, 165 - stock)


def test_a_second_source_spares_what_the_wait_for_a_licence_costs() -> None:
    """Stock of 50 days, delivery 30: whoever needs no licence is in time, so all that is expected to
    be lost is spared. With 20 days of stock 10 days are lost all the same."""
    found, _ = of(50.0)
    assert found.saved_by_source[0] == int(0.846 * expected_wait(50.0))
    found, _ = of(20.0)
    assert found.saved_by_source[0] == int(0.846 * (expected_wait(20.0) - 10))
    assert of(None)[0].saved_by_source[0] == 0
    assert of(10.0, covered_by="2026-NB-1")[0].saved_by_source[0] == 0


@FEW
@given(stocks(200))
def test_a_second_source_never_spares_more_than_is_lost(owned: list[float | None]) -> None:
    found, _ = many(owned)
    never = 0.846 * np.maximum(0.0, 165 - np.array(owned, dtype=np.float64))
    assert (found.saved_by_source >= 0).all()
    assert (found.saved_by_source <= never + 1e-6).all()
