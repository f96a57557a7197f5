"""Days, dates and risks of whole tables: what is known, what is assumed, and what stays empty."""

from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.assessment.run_out import run_out_dates
from desktop_app.model.assessment import NUMBER_COLUMNS, OTHER_COLUMNS
from desktop_app.model.match import UNRECOGNISED
from tests.assessment.by_hand import (
    NOT_COVERED,
    NOT_SCREENED,
    ON,
    SCREW,
    asking,
    magnet,
    needed,
    parts,
    reckoned,
)

STOCKED = {
    "stock_on_hand": 1800.0, "in_transit": 1200.0, "annual_quantity": 60 * 365.0,
    "lead_time_days": 40.0,
}  # fmt: skip


def triple(numbers: pd.DataFrame, name: str, part_id: int = 0) -> list[float]:
    return [
        float(numbers[column].iloc[part_id]) for column in (f"{name}_low", name, f"{name}_high")
    ]


def test_the_columns_are_those_of_the_model() -> None:
    numbers = reckoned(parts(STOCKED, {}), [magnet(), UNRECOGNISED], [needed(), NOT_SCREENED])
    assert tuple(numbers.columns) == NUMBER_COLUMNS + OTHER_COLUMNS
    assert all(numbers[name].dtype == np.float64 for name in NUMBER_COLUMNS)
    assert all(numbers[name].dtype == object for name in OTHER_COLUMNS)


def test_what_no_day_changes_stands_once_in_memory_for_all_days() -> None:
    table = parts(STOCKED, {})
    day, next_day = (
        reckoned(table, [magnet(), UNRECOGNISED], [needed(), NOT_SCREENED], on=ON + timedelta(n))
        for n in range(2)
    )
    for column in ("single_source", "single_country"):
        assert np.shares_memory(day[column].to_numpy(), next_day[column].to_numpy()), column
    assert day["run_out"].tolist() != next_day["run_out"].tolist()


def test_an_empty_table_has_no_rows() -> None:
    assert len(reckoned(parts(), [], [])) == 0


def test_the_clock_of_a_needed_part() -> None:
    numbers = reckoned(parts(STOCKED), [magnet()], [needed()])
    assert triple(numbers, "cover_days") == pytest.approx([45.45, 50, 55.56], abs=0.01)
    assert triple(numbers, "licence_days") == [16, 77, 194]
    assert triple(numbers, "lead_time_days") == [20, 30, 40]
    gap = [16 + 20 - 55.56, 77 + 30 - 50, 194 + 40 - 45.45]
    assert triple(numbers, "gap_days") == pytest.approx(gap, abs=0.01)
    dates = [numbers[name].iloc[0] for name in ("run_out_early", "run_out", "run_out_late")]
    assert dates == [ON + timedelta(days=days) for days in (45, 50, 55)]
    assert numbers["licence_band"].iloc[0] == "act"
    assert numbers["assumed_cover"].iloc[0] is False


def test_the_example_of_the_method() -> None:
    """42SH, 60 a day, 1,800 in stock, 1,200 cleared, delivery 35 d, nothing filed, origin unknown:
    cover 50 d, applies 85 %, stock ends 62 d before relief, licence risk 85 %."""
    row = STOCKED | {"lead_time_days": 35 / 0.75}
    applies = (0.80 * 0.90, 0.90 * 0.94, 0.97)
    numbers = reckoned(parts(row), [magnet()], [needed(applies)])
    assert triple(numbers, "cover_days") == pytest.approx([45, 50, 56], abs=1)
    assert triple(numbers, "gap_days")[1] == pytest.approx(62, abs=3)
    assert triple(numbers, "licence_risk") == pytest.approx([0.71, 0.85, 0.97], abs=0.02)


@pytest.mark.parametrize(
    ("stock", "yearly", "on", "last", "working"),
    [
        # stock / (yearly / 365) days, rounded down, counted on by hand.
        (60, 365, date(2026, 11, 24), date(2027, 1, 23), date(2027, 1, 22)),
        (100, 365, date(2026, 11, 24), date(2027, 3, 4), date(2027, 3, 4)),
        (0, 365, date(2026, 11, 24), date(2026, 11, 24), date(2026, 11, 24)),
        (0.9, 365, date(2026, 11, 24), date(2026, 11, 24), date(2026, 11, 24)),
        (1, 365, date(2026, 11, 27), date(2026, 11, 28), date(2026, 11, 27)),
        (2, 365, date(2026, 11, 27), date(2026, 11, 29), date(2026, 11, 27)),
        (3, 365, date(2026, 11, 27), date(2026, 11, 30), date(2026, 11, 30)),
        (29, 365, date(2027, 1, 31), date(2027, 3, 1), date(2027, 3, 1)),
        (29, 365, date(2028, 1, 31), date(2028, 2, 29), date(2028, 2, 29)),
        (365, 365, date(2027, 3, 1), date(2028, 2, 29), date(2028, 2, 29)),
        (3000, 21900, date(2026, 12, 31), date(2027, 2, 19), date(2027, 2, 19)),
        (1000, 5000, date(2026, 6, 15), date(2026, 8, 27), date(2026, 8, 27)),
    ],
)
def test_line_stops_to_the_day(
    stock: float, yearly: float, on: date, last: date, working: date
) -> None:
    row = {"stock_on_hand": stock, "annual_quantity": float(yearly)}
    numbers = reckoned(parts(row), [magnet()], [needed()], on=on)
    assert numbers["run_out"].iloc[0] == last
    assert numbers["run_out_working"].iloc[0] == working


def test_a_filed_application_is_waited_for_from_its_day() -> None:
    filed = needed(applied_on=ON - timedelta(days=40))
    numbers = reckoned(parts(STOCKED), [magnet()], [filed])
    low, likely, high = triple(numbers, "licence_days")
    assert (low, high) == (0, 140)
    assert 25 < likely < 45
    unfiled = reckoned(parts(STOCKED), [magnet()], [needed()])
    assert numbers["licence_risk"].iloc[0] < unfiled["licence_risk"].iloc[0]
    assert numbers["gap_days_p50"].iloc[0] == pytest.approx(likely + 30 - 50)


def test_a_general_licence_takes_days_not_months() -> None:
    numbers = reckoned(parts(STOCKED), [magnet()], [needed(general_licence=True)])
    assert triple(numbers, "licence_days") == [0, 5, 10]
    assert numbers["licence_risk"].iloc[0] < 0.06


def test_a_delivery_time_that_holds_the_licence_is_taken_as_it_is() -> None:
    apart = reckoned(parts(STOCKED), [magnet()], [needed()])
    held = reckoned(parts(STOCKED | {"lead_time_holds_licence": True}), [magnet()], [needed()])
    assert triple(held, "licence_days") == [0, 0, 0]
    assert triple(held, "lead_time_days") == [40, 40, 40]
    assert held["gap_days"].iloc[0] == pytest.approx(40 - 50)
    assert held["licence_risk"].iloc[0] < apart["licence_risk"].iloc[0]
    said_no = reckoned(parts(STOCKED | {"lead_time_holds_licence": False}), [magnet()], [needed()])
    assert said_no.equals(apart)


def test_the_gap_is_no_longer_than_its_p90_in_nine_cases_of_ten() -> None:
    numbers = reckoned(parts(STOCKED), [magnet()], [needed()])
    middle, late = numbers["gap_days_p50"].iloc[0], numbers["gap_days_p90"].iloc[0]
    drawn = 2 + 178 * np.random.default_rng(3).beta(1 + 4 * 61 / 178, 1 + 4 * 117 / 178, 200_000)
    gaps = drawn + 14 + 30 - 50
    assert np.mean(gaps <= middle) == pytest.approx(0.5, abs=0.005)
    assert np.mean(gaps <= late) == pytest.approx(0.9, abs=0.005)


def test_without_stock_a_risk_but_never_a_date() -> None:
    numbers = reckoned(parts({"lead_time_days": 40.0}), [magnet()], [needed()])
    assert numbers["assumed_cover"].iloc[0] is True
    assert numbers["licence_risk"].iloc[0] > 0.5
    for name in ("cover_days", "gap_days"):
        assert np.isnan(triple(numbers, name)).all()
    assert numbers["run_out"].iloc[0] is None
    assert triple(numbers, "licence_days") == [16, 77, 194]


def test_a_delivery_time_nobody_quoted_is_assumed_and_marked() -> None:
    row = {name: value for name, value in STOCKED.items() if name != "lead_time_days"}
    numbers = reckoned(parts(row, {}), [magnet(), magnet()], [needed(), needed()])
    assert numbers["assumed_lead_time"].tolist() == [True, True]
    low, best, high = (
        triple(numbers, name)[1] for name in ("licence_days", "lead_time_days", "cover_days")
    )
    assert numbers["gap_days"].iloc[0] == pytest.approx(low + best - high)
    assert np.isnan(numbers["lead_time_days"].iloc[1])


def test_what_was_not_recognised_is_not_scored() -> None:
    numbers = reckoned(parts(STOCKED), [UNRECOGNISED], [NOT_SCREENED])
    assert np.isnan(triple(numbers, "licence_risk")).all()
    assert np.isnan(triple(numbers, "shortage_risk")).all()
    assert np.isnan(triple(numbers, "value_at_risk")).all()
    assert numbers["licence_band"].iloc[0] is None
    assert numbers["cover_days"].iloc[0] == pytest.approx(50)


def test_a_screw_has_no_licence_risk_and_no_shortage_figure() -> None:
    numbers = reckoned(parts(STOCKED), [SCREW], [NOT_COVERED])
    assert triple(numbers, "licence_risk") == [0, 0, 0]
    assert numbers["licence_band"].iloc[0] == "low"
    assert np.isnan(triple(numbers, "shortage_risk")).all()
    assert np.isnan(triple(numbers, "licence_days")).all()
    assert numbers["assumed_cover"].iloc[0] is False


def test_every_risk_without_stock_says_so() -> None:
    numbers = reckoned(
        parts({}, {}, {}), [magnet(), SCREW, UNRECOGNISED], [needed(), NOT_COVERED, NOT_SCREENED]
    )
    assert numbers["assumed_cover"].tolist() == [True, True, False]


def test_a_licence_in_hand_costs_no_time() -> None:
    numbers = reckoned(parts(STOCKED), [magnet()], [needed(covered_by="2026-NB-1")])
    assert triple(numbers, "licence_days") == [0, 0, 0]
    assert triple(numbers, "licence_risk") == [0, 0, 0]
    assert numbers["gap_days"].iloc[0] == pytest.approx(30 - 50)


def test_military_use_and_questions_change_the_risk() -> None:
    long_cover = STOCKED | {"stock_on_hand": 7000.0}
    civil = reckoned(parts(long_cover), [magnet()], [needed()])
    military = reckoned(parts(long_cover), [magnet()], [needed()], end_use="military")
    open_question = reckoned(parts(long_cover), [magnet()], [asking("composition")])
    risks = [n["licence_risk"].iloc[0] for n in (open_question, civil, military)]
    assert risks == sorted(risks)
    assert len(set(risks)) == 3


def test_stock_that_outlasts_the_calendar_has_no_date() -> None:
    dates = run_out_dates(parts({}), np.array([[1e7], [2e7], [3e7]]), ON)
    assert [column[0] for column in dates.values()] == [None] * 4


rows = st.fixed_dictionaries(
    {},
    optional={
        "stock_on_hand": st.floats(0, 1e5),
        "in_transit": st.floats(0, 1e5),
        "annual_quantity": st.floats(0, 1e6),
        "lead_time_days": st.floats(0, 300),
        "margin_per_day": st.floats(0, 1e5),
        "annual_spend": st.floats(0, 1e6),
    },
)


@settings(max_examples=12)  # many at once: two dozen parts take as long as one
@given(st.lists(rows, min_size=1, max_size=25))
def test_every_interval_contains_its_best(table: list[dict[str, float]]) -> None:
    count = len(table)
    numbers = reckoned(parts(*table), [magnet()] * count, [needed()] * count)
    for name in ("licence_risk", "shortage_risk", "cover_days", "licence_days", "lead_time_days",
                 "gap_days", "value_at_risk"):  # fmt: skip
        low, best, high = (numbers[c].to_numpy() for c in (f"{name}_low", name, f"{name}_high"))
        known = np.isfinite(best)
        assert np.all(low[known] <= best[known] + 1e-6)
        assert np.all(best[known] <= high[known] + 1e-6)
        assert np.array_equal(np.isnan(low), np.isnan(high))
    dated = numbers["run_out"].notna()
    assert all(isinstance(day, date) for day in numbers["run_out"][dated])
    assert (numbers["run_out_early"][dated] <= numbers["run_out"][dated]).all()


@settings(max_examples=20)
@given(st.lists(rows, min_size=2, max_size=4))
def test_a_part_does_not_depend_on_its_neighbours(table: list[dict[str, float]]) -> None:
    count = len(table)
    together = reckoned(parts(*table), [magnet()] * count, [needed()] * count)
    for at, row in enumerate(table):
        alone = reckoned(parts(row), [magnet()], [needed()])
        for name in NUMBER_COLUMNS:
            assert together[name].iloc[at] == pytest.approx(alone[name].iloc[0], nan_ok=True)


@given(st.sets(st.sampled_from(["stock_on_hand", "annual_quantity", "lead_time_days"])))
def test_what_is_not_known_never_counts_as_no_risk(known: set[str]) -> None:
    """Whatever is missing, a part that needs a licence and has little stock keeps its risk."""
    facts = {"stock_on_hand": 30.0, "annual_quantity": 365.0, "lead_time_days": 30.0}
    numbers = reckoned(
        parts({name: facts[name] for name in known}), [magnet()], [needed((0.5, 0.8, 1.0))]
    )
    assert 0.3 < numbers["licence_risk"].iloc[0] <= 1
    assert 0 < numbers["shortage_risk"].iloc[0] <= 1
    unrecognised = reckoned(parts({}), [UNRECOGNISED], [NOT_SCREENED])
    assert np.isnan(unrecognised["licence_risk"].iloc[0])
