"""``questions``: what to send to suppliers, written into a folder; the program sends nothing."""

import argparse

from desktop_app import pipeline
from desktop_app.cli.console import Progress, say
from desktop_app.cli.exit_codes import reading_code
from desktop_app.cli.question import inquiry_of, overlay_of
from desktop_app.cli.reading import complain_about_files, read_files
from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import nmsg


def questions(options: argparse.Namespace, catalogue: Catalogue) -> int:
    """Writes mails, questionnaires and letters, and names the suppliers in their order."""
    progress = Progress(catalogue)
    inquiry, overlay = inquiry_of(options), overlay_of(options.scenario)
    library = pipeline.load_library(overlay)
    reading = read_files(options, catalogue, progress)
    result = pipeline.assess(reading, inquiry, library, progress)
    complain_about_files(result.files, catalogue)
    sent = pipeline.write_questions(result, options.out, report=progress)
    progress.end()
    for one in sent:
        parts = catalogue.say(nmsg("{n} part", "{n} parts", len(one.mail.parts)))
        say(f"{one.files[0].stem}  ({parts})")
    if not sent:
        say(catalogue.text("No supplier needs to be asked anything about these parts."))
    return reading_code(result.files)
