"""What the last question about the same parts reckoned is taken over, and never changes an answer."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from itertools import count

import numpy as np
import pandas as pd
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from desktop_app import pipeline
from desktop_app.assessment.kept import held_once, kept
from desktop_app.assessment.reckoning import Judged, sums_of
from desktop_app.model.assessment import Assessment
from desktop_app.model.inquiry import Inquiry
from desktop_app.model.parts import PartTable
from desktop_app.model.reading import Reading
from desktop_app.project.decisions import Judgement
from desktop_app.project.recorded import Recorded
from desktop_app.register.supply import OF_THE_CLOCK
from tests.assessment.by_hand import figures, parts
from tests.portfolio.build import portfolio

ON = date(2026, 11, 9)
PARTS = 40
LONGER = Recorded(
    judgements=(Judgement("alternative_days", (200.0, 300.0, 500.0), "we know better"),)
)
WIDER = Recorded(judgements=(Judgement("disruption_rate", (0.05, 0.1, 0.3), "we know better"),))


@pytest.fixture
def counted() -> Callable[..., int]:
    made = count()

    def step(_parts: PartTable, *_facts: object) -> int:
        return next(made)

    return step


def test_the_same_facts_of_the_same_parts_are_taken_over(counted: Callable[..., int]) -> None:
    table, cover = parts({}), np.zeros(1)
    assert kept(counted, table, cover, 1.5, ON) == 0
    assert kept(counted, table, cover, 1.5, date(2026, 11, 9)) == 0
    assert kept(counted, table, np.zeros(1), 1.5, ON) == 1, "an array is only the same as itself"
    assert kept(counted, replace(table), np.zeros(1), 1.5, ON) == 2, "nor are parts as like"
    assert kept(counted, table) == 3
    assert kept(counted, table) == 3


def test_the_same_figures_of_two_answers_are_held_once() -> None:
    table, unknown = parts({}), np.array([[1.0, np.nan], [2.0, 3.0]])
    first = held_once(table, "risk", unknown)
    assert held_once(table, "risk", unknown.copy()) is first
    assert held_once(table, "days", unknown.copy()) is not first, "they are other figures"
    other = held_once(table, "risk", np.array([[1.0, 0.0], [2.0, 3.0]]))
    assert other is not first
    assert held_once(table, "risk", unknown.copy()) is first, (
        "it is there as long as somebody has it"
    )
    assert held_once(replace(table), "risk", unknown.copy()) is not first, "of other parts"
    del first, other
    assert held_once(table, "risk", unknown[::-1]).flags.owndata, "nothing behind it is kept"
    with pytest.raises(ValueError, match="read-only"):
        held_once(table, "risk", unknown.copy())[0, 0] = 2.0


def test_days_and_words_are_held_once_by_what_they_say() -> None:
    table = parts({})
    first = held_once(table, "run_out", np.array([ON, None, "act"], dtype=object))
    assert (
        held_once(table, "run_out", np.array([date(2026, 11, 9), None, "act"], dtype=object))
        is first
    )
    late = np.array([date(2026, 11, 10), None, "act"], dtype=object)
    assert held_once(table, "run_out", late) is late
    assert held_once(table, "run_out", np.array([ON, None], dtype=object)) is not first


def test_figures_are_the_same_by_what_they_hold(counted: Callable[..., int]) -> None:
    table, shipped = parts({}), figures()
    again = shipped.with_values({"licence_days": shipped.interval("licence_days")})
    assert kept(counted, table, shipped) == kept(counted, table, replace(shipped)) == 0
    assert kept(counted, table, again) == 1, "set by the user, though to the same numbers"
    assert kept(counted, table, shipped.clockless()) == kept(counted, table, again.clockless()) == 2


def test_only_figures_that_scarcity_does_not_ask_for_are_passed_over() -> None:
    for name in OF_THE_CLOCK:
        assert name in figures().assumptions
        with pytest.raises(KeyError):
            figures().clockless().number(name)


@pytest.fixture(scope="module")
def table() -> PartTable:
    """A small portfolio; some parts state when they are needed, some a margin, some in dollars."""
    made = portfolio(PARTS)[0]
    frame, places = made.frame.copy(), np.arange(len(made))
    frame["requirement_date"] = [
        ON + timedelta(days=int(at)) if at % 4 == 0 else None for at in places
    ]
    frame["requirement_quantity"] = np.where(places % 4 == 0, 40.0 * places, np.nan)
    frame["margin_per_day"] = np.where(places % 3 == 0, 10.0 * places, np.nan)
    frame["currency"] = pd.Series(np.where(places % 5 == 0, "USD", "EUR"), dtype=object)
    frame["lead_time_days"] = np.where(places % 2 == 0, 20.0 + places, np.nan)
    return replace(made, frame=frame)


questions = st.builds(
    lambda days, asked, use, scenario, records: (
        Inquiry(ON + timedelta(days=days), asked, use, scenario),
        records,
    ),
    st.integers(-400, 400),
    st.sampled_from(["DE", "US"]),
    st.sampled_from(["civil", "military"]),
    st.sampled_from(["today", "lapsed", "extended"]),
    st.sampled_from([None, None, LONGER, WIDER]),
)


@settings(
    max_examples=5, deadline=None, phases=[Phase.explicit, Phase.generate]
)  # no shrinking: slow
@given(st.lists(questions, min_size=2, max_size=3))
def test_an_answer_does_not_hang_on_what_was_asked_before(
    library: pipeline.Library, table: PartTable, asked: list[tuple[Inquiry, Recorded | None]]
) -> None:
    """Any day, destination, use, scenario and figures in any order: as if asked first of all."""
    known = pipeline.recognise(Reading((), table), ON, library)
    for inquiry, records in asked:
        again, alone = (
            pipeline.assess(one.reading, inquiry, library, recognised=one, recorded=records)
            for one in (replace(known, recorded=records), never_asked(known, records))
        )
        assert_same(again, alone)


@pytest.mark.parametrize("scenario", ["today", "lapsed"])
def test_the_sums_of_a_scenario_are_those_of_a_whole_answer(
    library: pipeline.Library, table: PartTable, scenario: str
) -> None:
    """They are made of fewer columns, and each is as in the answer."""
    inquiry = Inquiry(ON, scenario=scenario)
    known = pipeline.recognise(Reading((), table), ON, library)
    whole = pipeline.assess(known.reading, inquiry, library, recognised=known)
    judged = Judged(
        known.parts, known.matches, known.origins, whole.licences, inquiry,
        library.edition, library.figures,
    )  # fmt: skip
    numbers, totals = sums_of(judged)
    pd.testing.assert_frame_equal(numbers, whole.numbers[list(numbers.columns)])
    assert totals == whole.totals
    assert np.isfinite(numbers["cover_days"]).any()
    assert totals.by_currency


def never_asked(known: pipeline.Recognised, records: Recorded | None) -> pipeline.Recognised:
    """The same parts as if nobody had been told anything of them yet."""
    return replace(known, parts=replace(known.parts), recorded=records)


def assert_same(one: Assessment, other: Assessment) -> None:
    pd.testing.assert_frame_equal(one.numbers, other.numbers)
    assert one.order.tolist() == other.order.tolist()
    for name in ("licences", "shortage", "actions", "warnings"):
        assert list(getattr(one, name)) == list(getattr(other, name)), name
    for name in ("totals", "remarks", "products", "potential", "notes", "set_figures", "edition"):
        assert getattr(one, name) == getattr(other, name), name
