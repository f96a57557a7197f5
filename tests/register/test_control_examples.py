"""Every example in every control file gets the verdict it states, under its own announcement."""

from dataclasses import replace

import pytest

from desktop_app.assessment.licence import judge_example
from desktop_app.model.licence import Licence
from desktop_app.register.control import GOODS, Control, Edition, Example
from desktop_app.register.edition import load_edition

EDITION = load_edition()
EXAMPLES = [(control, example) for control in EDITION.controls for example in control.examples]


@pytest.mark.parametrize(
    ("control", "example"), EXAMPLES, ids=[f"{c.id}:{e.line}" for c, e in EXAMPLES]
)
def test_the_example_gets_its_verdict(control: Control, example: Example) -> None:
    licence = judge_example(with_only(control), example)
    assert licence.verdict == example.verdict
    if example.waits_on is not None:
        assert licence.waits_on == example.waits_on
    if example.basis is not None:
        assert licence.basis == example.basis
    if example.mark is not None:
        assert mark_of(licence) == example.mark


def with_only(control: Control) -> Edition:
    """The register with this announcement and those whose licences it refuses or decides singly."""
    spoken_of = {control.id}
    for provision in control.provisions:
        spoken_of |= {*provision.refuses, *provision.case_by_case}
    kept = tuple(c for c in EDITION.controls if c.id in spoken_of)
    return replace(EDITION, controls=kept, by_id={c.id: c for c in kept})


def mark_of(licence: Licence) -> str:
    """The mark beside a verdict."""
    if licence.refused_in_principle:
        return "refused"
    return "case_by_case" if licence.case_by_case else "none"


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
    assert judge_example(with_only(control), less).verdict == "not_verified"
