"""Runs the examples that stand in the control files: law that does not mean what it says it means."""

from dataclasses import replace

from desktop_app.assessment.licence.assess import judge_example
from desktop_app.model.findings import Message, msg
from desktop_app.model.licence import Licence
from desktop_app.register.control import Control, Edition, Example


def failing_examples(edition: Edition) -> tuple[tuple[Control, Example], ...]:
    """The examples that do not get the verdict they state, each under its own announcement."""
    return tuple(
        (control, example)
        for control in edition.controls
        for example in control.examples
        if not holds(edition, control, example)
    )


def first_fault(edition: Edition) -> Message | None:
    """The first example that fails, in words; None where all hold."""
    for control, example in failing_examples(edition):
        return msg(
            "its own example of {day} in {control}, line {line}, is not {verdict}",
            day=example.day,
            control=control.id,
            line=str(example.line),
            verdict=example.verdict,
        )
    return None


def holds(edition: Edition, control: Control, example: Example) -> bool:
    """Whether one example gets what it states; what it does not state is not asked."""
    licence = judge_example(with_only(edition, control), example)
    return (
        licence.verdict == example.verdict
        and example.waits_on in (None, licence.waits_on)
        and example.basis in (None, licence.basis)
        and example.mark in (None, mark_of(licence))
    )


def with_only(edition: Edition, control: Control) -> Edition:
    """The register with this announcement and those whose licences it refuses or decides singly."""
    spoken_of = {control.id}
    for provision in control.provisions:
        spoken_of |= {*provision.refuses, *provision.case_by_case}
    kept = tuple(c for c in edition.controls if c.id in spoken_of)
    return replace(edition, controls=kept, by_id={c.id: c for c in kept})


def mark_of(licence: Licence) -> str:
    """The mark beside a verdict, in the words of the control files."""
    if licence.refused_in_principle:
        return "refused"
    return "case_by_case" if licence.case_by_case else "none"
