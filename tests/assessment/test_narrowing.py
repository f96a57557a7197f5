"""A question is worth the width it takes away, and nothing where the answer is known."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.assessment.narrowing import Narrowing, narrowing
from desktop_app.assessment.replenishment import replenishment
from desktop_app.model.inquiry import Inquiry
from desktop_app.model.licence import Licence
from desktop_app.model.match import Origin
from tests.assessment.by_hand import (
    NOWHERE,
    ON,
    each,
    figures,
    holding,
    made_in,
    magnet,
    needed,
    parts,
    reckoned,
)

DOUBTFUL = magnet("NdFeB", holding("Dy", (0.3, 0.5, 0.7)))
STOCK = {"stock_on_hand": 60.0, "annual_quantity": 365.0, "lead_time_days": 40.0}
DOUBT = (0.27, 0.47, 0.7)


def asked(
    row: dict[str, Any] = STOCK,
    applies: tuple[float, float, float] = DOUBT,
    origin: Origin = NOWHERE,
    **marks: Any,
) -> Narrowing:
    licence = Licence("not_verified", "part", applies=applies, **marks)
    start = replenishment(parts(row), each(DOUBTFUL), each(licence), figures(), Inquiry(ON))
    numbers = reckoned(parts(row), [DOUBTFUL], [licence])
    return narrowing(start, each(DOUBTFUL), each(origin), numbers, figures())


def test_an_open_composition_is_worth_more_than_an_origin_nearly_known() -> None:
    found = asked()
    assert found.composition[0] > found.origin[0] > 0


def test_a_known_origin_is_worth_nothing() -> None:
    found = asked(origin=made_in("CN"))
    assert found.origin[0] == 0


def test_what_has_been_filed_is_not_asked_again() -> None:
    found = asked(applied_on=ON)
    assert [points[0] for points in found] == [0, 0, 0]


def test_the_delivery_time_is_asked_only_where_quoted_and_open() -> None:
    assert asked().lead_time[0] > 0
    assert asked({"stock_on_hand": 60.0, "annual_quantity": 365.0}).lead_time[0] == 0
    assert asked(STOCK | {"lead_time_holds_licence": False}).lead_time[0] == 0


intervals = st.tuples(*[st.floats(0, 1)] * 3).map(lambda v: tuple(sorted(v)))
lists = st.lists(st.tuples(st.none() | st.floats(0, 300), intervals), min_size=1, max_size=25)
"""Many at once: reckoning two dozen parts takes as long as reckoning one."""


@settings(max_examples=12)
@given(lists)
def test_no_answer_takes_away_more_than_there_is(
    listed: list[tuple[float | None, tuple[float, float, float]]],
) -> None:
    """Of parts with and without stock, and however sure it is that a duty applies."""
    table = parts(*({} if s is None else STOCK | {"stock_on_hand": s} for s, _ in listed))
    matches, open_ones = (
        [DOUBTFUL] * len(listed),
        [Licence("not_verified", "part", applies=applies) for _, applies in listed],
    )
    numbers = reckoned(table, matches, open_ones)
    start = replenishment(table, each(*matches), each(*open_ones), figures(), Inquiry(ON))
    found = narrowing(start, each(*matches), each(*[NOWHERE] * len(listed)), numbers, figures())
    known = reckoned(table, matches, [needed(applies) for _, applies in listed])
    width = (known["licence_risk_high"] - known["licence_risk_low"]).to_numpy()
    for points in (found.composition, found.origin):
        assert ((points >= 0) & (points <= 100 * width + 1e-6)).all()
        assert (points % 5 == 0).all()
