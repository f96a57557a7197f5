"""What a bound decides about a limit, on both sides of it."""

import pytest

from desktop_app.model.bounds import Bounds, bounds_of
from desktop_app.model.verdict import Ternary

YES, NO, OPEN = Ternary.YES, Ternary.NO, Ternary.UNKNOWN


@pytest.mark.parametrize(
    ("said", "at_least", "more_than"),
    [
        (bounds_of(300.0), YES, NO),
        (bounds_of(300.1), YES, YES),
        (bounds_of(299.9), NO, NO),
        (Bounds(low=300.0), YES, OPEN),
        (Bounds(low=300.0, above=True), YES, YES),
        (Bounds(low=250.0), OPEN, OPEN),
        (Bounds(high=300.0), OPEN, NO),
        (Bounds(high=300.0, below=True), NO, NO),
        (Bounds(high=310.0), OPEN, OPEN),
        (Bounds(280.0, 310.0), OPEN, OPEN),
        (Bounds(280.0, 290.0), NO, NO),
    ],
)
def test_a_bound_decides_where_all_it_allows_agrees(
    said: Bounds, at_least: Ternary, more_than: Ternary
) -> None:
    assert (said.at_least(300.0), said.more_than(300.0)) == (at_least, more_than)
