"""Typed lines, each with its verdict, the words that decide and the one question; made in a job."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop_app import pipeline
from desktop_app.assessment.answer import part_name
from desktop_app.language.catalogue import Catalogue
from desktop_app.model.assessment import Assessment
from desktop_app.model.inquiry import Inquiry
from desktop_app.model.licence import Verdict
from desktop_app.model.progress import Report
from desktop_app.model.reading import Reading
from desktop_app.ui.presentation import verdict_words


@dataclass(frozen=True, slots=True)
class AskedPart:
    """One line. ``because`` and ``question`` are "" where there is nothing to say."""

    words: str
    verdict: Verdict
    verdict_words: str
    because: str
    question: str


def ask_parts(
    lines: Sequence[str],
    report: Report,
    *,
    origin: str,
    inquiry: Inquiry,
    library: pipeline.Library,
    catalogue: Catalogue,
) -> tuple[AskedPart, ...]:
    """Judges typed lines like parts of a file. ``origin``: ISO2, "" where nobody knows.

    Nothing is stored. Raises ValueError for more lines than may be typed.
    """
    reading = pipeline.read_typed(lines)
    if origin:
        parts = reading.parts
        reading = Reading(
            reading.files, replace(parts, frame=parts.frame.assign(country_of_origin=origin))
        )
    if not len(reading.parts):
        return ()
    assessment = pipeline.assess(reading, inquiry, library, report)
    return tuple(_asked(assessment, at, catalogue) for at in range(len(reading.parts)))


def _asked(assessment: Assessment, part_id: int, catalogue: Catalogue) -> AskedPart:
    licence, match = assessment.licences[part_id], assessment.matches[part_id]
    because = [catalogue.say(reason) for reason in match.reasons]
    if match.decides is not None:
        because.append(catalogue.say(match.decides))
    questions = [catalogue.say(question.text) for question in licence.questions]
    return AskedPart(
        part_name(assessment, part_id),
        licence.verdict,
        verdict_words(licence, catalogue, is_long=True),
        catalogue.sentences(because),
        questions[0] if questions else "",
    )
