"""Why a part was judged as it was: the very steps that were decided on, in reading order."""

from desktop_app.assessment.clock_reasons import clock_reasons
from desktop_app.model.assessment import Assessment
from desktop_app.model.findings import Message, Reason, msg
from desktop_app.model.licence import Licence
from desktop_app.model.words import BASIS_WORDS, VERDICT_WORDS, WAITS_WORDS


def explain_part(assessment: Assessment, part_id: int) -> tuple[Reason, ...]:
    """The decision path of one part: what it is, each control that holds or could hold, the
    verdict, what would change it, stock and time, the material, what to ask.

    Raises IndexError for a part that is not there.
    """
    match, licence = assessment.matches[part_id], assessment.licences[part_id]
    steps = [Reason("identity", said, match.evidence) for said in match.reasons]
    for control in licence.controls:
        named = msg("{number}, {item}: {title}", number=Message(control.number or control.id),
                    item=control.item, title=Message(control.title))  # fmt: skip
        steps.append(Reason("status", named))
        steps += control.steps
    steps += licence.reasons
    steps.append(Reason("verdict", verdict_sentence(licence)))
    steps += [Reason("verdict", flip) for flip in licence.flips]
    steps += clock_reasons(assessment, part_id)
    steps += [Reason("verdict", msg("Ask: {question}", question=q.text)) for q in licence.questions]
    return tuple(dict.fromkeys(steps))


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
