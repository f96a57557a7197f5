"""Every example in every control file gets the verdict it states, under its own announcement."""

from dataclasses import replace

import pytest

from desktop_app.assessment.licence import judge_example
from desktop_app.assessment.licence.own_examples import (
    failing_examples,
    first_fault,
    holds,
    mark_of,
    with_only,
)
from desktop_app.register.control import GOODS, Control, Example
from desktop_app.register.edition import load_edition

EDITION = load_edition()
EXAMPLES = [(control, example) for control in EDITION.controls for example in control.examples]


@pytest.mark.parametrize(
    ("control", "example"), EXAMPLES, ids=[f"{c.id}:{e.line}" for c, e in EXAMPLES]
)
def test_the_example_gets_its_verdict(control: Control, example: Example) -> None:
    licence = judge_example(with_only(EDITION, control), example)
    assert licence.verdict == example.verdict
    if example.waits_on is not None:
        assert licence.waits_on == example.waits_on
    if example.basis is not None:
        assert licence.basis == example.basis
    if example.mark is not None:
        assert mark_of(licence) == example.mark
    assert holds(EDITION, control, example)


@pytest.mark.parametrize(
    "wrong",
    [{"verdict": "needed"}, {"waits_on": "law"}, {"basis": "practice"}, {"mark": "refused"}],
)
def test_an_example_that_states_something_else_is_found(wrong: dict[str, str]) -> None:
    control = EDITION.by_id["CN-MOFCOM-2025-18"]
    example = next(e for e in control.examples if e.verdict == "not_verified")
    changed = replace(control, examples=(replace(example, **wrong),))  # type: ignore[arg-type]
    edition = replace(EDITION, controls=(changed,), by_id={changed.id: changed})
    assert len(failing_examples(edition)) == 1
    assert first_fault(edition) is not None


def test_all_examples_of_the_shipped_law_hold() -> None:
    assert first_fault(EDITION) is None


def test_every_announcement_that_reaches_goods_has_examples() -> None:
    without = [
        control.id
        for control in EDITION.controls
        if any(p.reach in GOODS for p in control.provisions) and len(control.examples) < 5
    ]
    assert without == []


def test_unknown_elements_are_not_absent() -> None:
    """The same magnet with less known never gets a better answer."""
    control = EDITION.by_id["CN-MOFCOM-2025-18"]
    known = next(e for e in control.examples if e.verdict == "needed" and "elements" in e.part)
    elements = known.part["elements"]
    assert isinstance(elements, dict)
    less = replace(known, part={**known.part, "elements": dict.fromkeys(elements, "unknown")})
    assert judge_example(with_only(EDITION, control), less).verdict == "not_verified"
