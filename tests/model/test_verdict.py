"""Three-valued logic: unknown is never no."""

import itertools

import pytest

from desktop_app.model.verdict import Ternary, known

NO, UNKNOWN, YES = Ternary.NO, Ternary.UNKNOWN, Ternary.YES


@pytest.mark.parametrize(
    ("left", "right", "both", "either"),
    [
        (YES, YES, YES, YES),
        (YES, UNKNOWN, UNKNOWN, YES),
        (YES, NO, NO, YES),
        (UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN),
        (UNKNOWN, NO, NO, UNKNOWN),
        (NO, NO, NO, NO),
    ],
)
def test_and_or(left: Ternary, right: Ternary, both: Ternary, either: Ternary) -> None:
    assert left & right == right & left == both
    assert left | right == right | left == either


def test_not_keeps_unknown() -> None:
    assert [~NO, ~UNKNOWN, ~YES] == [YES, UNKNOWN, NO]


def test_filling_in_a_fact_never_turns_yes_into_no() -> None:
    """Whatever the other fact is, replacing unknown keeps a decided result decided the same."""
    for known_fact, filled in itertools.product(Ternary, (NO, YES)):
        for before, after in (
            (known_fact & UNKNOWN, known_fact & filled),
            (known_fact | UNKNOWN, known_fact | filled),
        ):
            assert before in (UNKNOWN, after)


def test_missing_is_unknown() -> None:
    assert [known(None), known(True), known(False)] == [UNKNOWN, YES, NO]
