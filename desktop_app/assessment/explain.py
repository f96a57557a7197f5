"""Why a part was judged as it was: the very steps that were decided on, in reading order."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from desktop_app.assessment.clock_reasons import clock_reasons
from desktop_app.assessment.shortage_reasons import CHANCE_TEMPLATE
from desktop_app.model.assessment import Assessment
from desktop_app.model.findings import Argument, Message, Reason, msg, nmsg
from desktop_app.model.licence import ControlFinding, Licence
from desktop_app.model.words import BASIS_WORDS, VERDICT_WORDS, WAITS_WORDS


class Section(NamedTuple):
    """One part of a note: what it is about, and its steps in reading order."""

    heading: Message
    steps: tuple[Reason, ...]


def explain_part(assessment: Assessment, part_id: int) -> tuple[Reason, ...]:
    """The decision path of one part: what it is, each control that holds or could hold, the
    verdict, what would change it, what to ask; then stock and time, and the material.

    Raises IndexError for a part that is not there.
    """
    steps = (
        *_identity(assessment, part_id),
        *_law(assessment.licences[part_id]),
        *_answer(assessment, part_id),
        *_questions(assessment.licences[part_id]),
        *clock_reasons(assessment, part_id),
    )
    return tuple(dict.fromkeys(steps))


def legal_note(assessment: Assessment, part_id: int) -> tuple[Section, ...]:
    """The same steps as a short note: the answer first, then what it rests on. Sections without a
    step are left out.

    Raises IndexError for a part that is not there.
    """
    licence = assessment.licences[part_id]
    sections = (
        Section(msg("Answer"), _answer(assessment, part_id)),
        Section(
            msg("What the part was read as"),
            (*_identity(assessment, part_id), *_contradictions(assessment, part_id)),
        ),
        Section(msg("What the announcements say"), _law(licence)),
        Section(msg("What to ask"), tuple(Reason("verdict", q.text) for q in licence.questions)),
        *_supply(assessment, part_id),
    )
    return tuple(
        Section(heading, tuple(dict.fromkeys(steps))) for heading, steps in sections if steps
    )


def _supply(assessment: Assessment, part_id: int) -> tuple[Section, Section]:
    """Stock, time and what the material's concentration comes to; apart from it, at the end, the other
    sources and indices, which nobody needs for the decision."""
    steps = clock_reasons(assessment, part_id)
    supply = [step for step in steps if step.step == "shortage"]
    told = [step for step in supply if step.message.template == CHANCE_TEMPLATE]
    short = (*(step for step in steps if step.step == "clock"), *supply[:1], *told)
    return (
        Section(msg("Stock, time and material"), short),
        Section(
            msg("More on the material: other sources and figures"),
            tuple(step for step in supply if step not in short),
        ),
    )


def _identity(assessment: Assessment, part_id: int) -> tuple[Reason, ...]:
    """What the part was read as. How well that is founded stands with the first step: a report or a
    grade named after it is as good as it says."""
    match = assessment.matches[part_id]
    return tuple(
        Reason("identity", said, None if place else match.evidence)
        for place, said in enumerate(match.reasons)
    )


def _contradictions(assessment: Assessment, part_id: int) -> tuple[Reason, ...]:
    """What the row contradicts itself or the question in: a customs number, an origin, a use."""
    if assessment.warnings is None:
        return ()
    return tuple(Reason("identity", issue.message) for issue in assessment.warnings[part_id])


def _law(licence: Licence) -> tuple[Reason, ...]:
    steps: list[Reason] = []
    for control in licence.controls:
        steps.append(Reason("status", _heading(control, licence)))
        steps += control.steps
    return (*steps, *(reason for reason in licence.reasons if reason.step != "verdict"))


def _answer(assessment: Assessment, part_id: int) -> tuple[Reason, ...]:
    licence = assessment.licences[part_id]
    said = (
        verdict_sentence(licence),
        *_meaning(licence, len(_announcements(assessment))),
        *licence.flips,
    )
    marked = (reason for reason in licence.reasons if reason.step == "verdict")
    return (*(Reason("verdict", message) for message in said), *marked)


def _questions(licence: Licence) -> tuple[Reason, ...]:
    return tuple(
        Reason("verdict", msg("Ask: {question}", question=q.text)) for q in licence.questions
    )


def _heading(control: ControlFinding, licence: Licence) -> Message:
    """The line of the announcement, and whether it decides or is only open beside the one that does."""
    line: dict[str, Argument] = {
        "number": Message(control.number or control.id),
        "item": control.item,
        "title": Message(control.title),
    }
    if _decides(control, licence):
        return msg("{number}, {item}: {title}", **line)
    return msg("Not decisive here: {number}, {item}: {title}", **line)


def _decides(control: ControlFinding, licence: Licence) -> bool:
    """Whether the verdict rests on it. Where a fact of the part is asked for, what holds of a law that
    nobody confirmed decides nothing today."""
    waits_for_part = licence.waits_on == "part"
    return control.verdict == licence.verdict and (
        not waits_for_part or control.status == "in_force"
    )


_OPEN: Mapping[str, Message] = {
    "part": msg(
        "A licence may be needed today: an announcement in force may cover this part, and a fact "
        "about the part is missing."
    ),
    "law": msg(
        "Whether a licence is needed today depends on a suspension whose end is not confirmed."
    ),
    "recognition": msg(
        "What the part is was not recognised for certain, so nobody may read this as free of a licence."
    ),
    "suspended": msg("No licence is needed while the suspension lasts; the duty can return."),
}
"""What an open answer means, by what it waits for or by the verdict itself."""


def _announcements(assessment: Assessment) -> set[str]:
    return {control.id for control in assessment.edition.controls}


def _meaning(licence: Licence, announcements: int) -> Iterator[Message]:
    """What the verdict means for the buyer, in a sentence."""
    if licence.verdict == "needed" and licence.covered_by is None:
        yield msg(
            "The exporter in China, or whoever exports from a third country, applies for the licence "
            "and holds it; you supply the papers of the end user."
        )
    if said := _OPEN.get(licence.waits_on or licence.verdict):
        yield said
    if licence.cases is not None and set(licence.cases.values()) != {licence.verdict}:
        yield msg(
            "If the suspension was extended: {extended}. If it ended: {lapsed}.",
            extended=VERDICT_WORDS[licence.cases["extended"]],
            lapsed=VERDICT_WORDS[licence.cases["lapsed"]],
        )
    if licence.basis == "guidance":
        yield msg(
            "This rests on the ministry's answers to questions, not on the text of the announcement; "
            "customs may see the part differently."
        )
    if licence.effective_from is not None:
        yield msg("From {day} on it has to be judged anew.", day=licence.effective_from)
    if licence.verdict == "not_needed":
        yield nmsg(
            "This speaks of the {n} announcement checked; other export rules of China and queries of "
            "customs can still apply.",
            "This speaks of the {n} announcements checked; other export rules of China and queries "
            "of customs can still apply.",
            n=announcements,
        )


def verdict_sentence(licence: Licence) -> Message:
    """The verdict with what it waits for or rests on."""
    word = VERDICT_WORDS[licence.verdict]
    if licence.waits_on is not None:
        return msg("Result: {verdict}, {waits}.", verdict=word, waits=WAITS_WORDS[licence.waits_on])
    if licence.basis is not None:
        return msg("Result: {verdict}, {basis}.", verdict=word, basis=BASIS_WORDS[licence.basis])
    if licence.suspended_until is not None:
        return msg("Result: {verdict} until {day}.", verdict=word, day=licence.suspended_until)
    if licence.by_grade:
        return msg("Result: {verdict}, by grade.", verdict=word)
    return msg("Result: {verdict}.", verdict=word)
