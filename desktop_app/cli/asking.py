"""``ask``: parts typed by hand."""

import argparse

from desktop_app import pipeline
from desktop_app.cli.console import complain, say
from desktop_app.cli.exit_codes import OK, USAGE
from desktop_app.cli.question import inquiry_of, overlay_of
from desktop_app.language.catalogue import Catalogue


def ask(options: argparse.Namespace, catalogue: Catalogue) -> int:
    """Verdict, deciding words and the one question of each typed line; nothing is stored."""
    from desktop_app.assessment.explain import verdict_sentence

    lines = [line for text in options.text for line in text.splitlines() if line.strip()]
    if not lines:
        complain(catalogue.text("Nothing to ask about: write what the part is called."))
        return USAGE
    library = pipeline.load_library(overlay_of(options.scenario))
    try:
        reading = pipeline.read_typed(lines)
    except ValueError:
        complain(catalogue.text("At most twenty lines can be asked about at once."))
        return USAGE
    result = pipeline.assess(reading, inquiry_of(options), library)
    for part_id in range(len(result.parts)):
        match, licence = result.matches[part_id], result.licences[part_id]
        say(str(result.parts.value(part_id, "description")))
        for reason in match.reasons[:1]:
            say(f"  {catalogue.say(reason)}")
        say(f"  {catalogue.say(verdict_sentence(licence))}")
        for question in licence.questions[:1]:
            say(f"  {catalogue.text('Ask: {question}', question=question.text)}")
    return OK
