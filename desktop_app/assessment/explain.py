"""Why a part was judged as it was: the very steps that were decided on, in reading order."""

from collections.abc import Iterator

from desktop_app.assessment.clock_reasons import clock_reasons
from desktop_app.model.assessment import Assessment
from desktop_app.model.findings import Argument, Message, Reason, msg, nmsg
from desktop_app.model.licence import ControlFinding, Licence
from desktop_app.model.words import BASIS_WORDS, VERDICT_WORDS, WAITS_WORDS


def explain_part(assessment: Assessment, part_id: int) -> tuple[Reason, ...]:
    """The decision path of one part: what it is, each control that holds or could hold, the
    verdict, what would change it, what to ask; then stock and time, and the material.

    Raises IndexError for a part that is not there.
    """
    match, licence = assessment.matches[part_id], assessment.licences[part_id]
    steps = [Reason("identity", said, match.evidence) for said in match.reasons]
    for control in licence.controls:
        steps.append(Reason("status", _heading(control, licence)))
        steps += control.steps
    steps += licence.reasons
    steps.append(Reason("verdict", verdict_sentence(licence)))
    steps += [
        Reason("verdict", said) for said in _meaning(licence, len(_announcements(assessment)))
    ]
    steps += [Reason("verdict", flip) for flip in licence.flips]
    steps += [Reason("verdict", msg("Ask: {question}", question=q.text)) for q in licence.questions]
    steps += clock_reasons(assessment, part_id)
    return tuple(dict.fromkeys(steps))


def _heading(control: ControlFinding, licence: Licence) -> Message:
    """The line of the announcement, and whether it decides or is only open beside the one that does."""
    line: dict[str, Argument] = {
        "number": Message(control.number or control.id),
        "item": control.item,
        "title": Message(control.title),
    }
    if control.verdict == licence.verdict:
        return msg("{number}, {item}: {title}", **line)
    return msg("Not decisive here: {number}, {item}: {title}", **line)


def _announcements(assessment: Assessment) -> set[str]:
    return {control.id for control in assessment.edition.controls}


def _meaning(licence: Licence, announcements: int) -> Iterator[Message]:
    """What the verdict means for the buyer, in a sentence."""
    if licence.verdict == "needed" and licence.covered_by is None:
        yield msg(
            "The exporter in China, or whoever exports from a third country, applies for the licence "
            "and holds it; you supply the papers of the end user."
        )
    if licence.cases is not None and set(licence.cases.values()) != {licence.verdict}:
        yield msg(
            "If the suspension was extended: {extended}. If it ended: {lapsed}.",
            extended=VERDICT_WORDS[licence.cases["extended"]],
            lapsed=VERDICT_WORDS[licence.cases["lapsed"]],
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
