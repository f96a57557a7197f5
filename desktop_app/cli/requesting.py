"""``questions``: what to send to suppliers, written into a folder; the program sends nothing."""

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop_app import pipeline
from desktop_app.cli.console import Progress, complain, complain_about, say
from desktop_app.cli.exit_codes import NOT_WRITTEN, NOTHING_READ, OK, USAGE, reading_code
from desktop_app.cli.question import inquiry_of, overlay_of
from desktop_app.cli.reading import complain_about_files, read_files
from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import CodedError, nmsg
from desktop_app.model.inquiry import today_in_china

if TYPE_CHECKING:
    from desktop_app.report.outbox import Sent


def questions(options: argparse.Namespace, catalogue: Catalogue) -> int:
    """Writes mails, questionnaires and letters, and names the suppliers in their order."""
    from desktop_app.project.project import Project
    from desktop_app.project.recorded import recorded_in

    progress = Progress(catalogue)
    project, on_desk = Project(), None
    if options.project is not None:
        try:
            project, on_desk = pipeline.read_project(options.project)
        except CodedError as failure:
            complain_about(failure.problem, catalogue)
            return NOTHING_READ
    library = pipeline.load_library(overlay_of(options.scenario))
    reading = read_files(options, catalogue, progress) if options.files else on_desk
    if reading is None:
        complain(catalogue.text("Nothing to assess: name files, or a project that has some."))
        return USAGE
    inquiry, recorded = inquiry_of(options, project.inquiry), recorded_in(project)
    result = pipeline.assess(reading, inquiry, library, progress, recorded=recorded)
    complain_about_files(result.files, catalogue)
    sent = pipeline.write_questions(
        result, options.out, options.paper, progress, logo=options.logo, sender=options.sender
    )
    progress.end()
    code = _remember(options, sent, catalogue)
    for one in sent:
        parts = catalogue.say(nmsg("{n} part", "{n} parts", len(one.mail.parts)))
        say(f"{one.files[0].stem}  ({parts})")
    if not sent:
        say(catalogue.text("No supplier needs to be asked anything about these parts."))
    return code or reading_code(result.files)


def _remember(options: argparse.Namespace, sent: "Sequence[Sent]", catalogue: Catalogue) -> int:
    """Notes in the project named on which day each supplier was asked."""
    if options.project is None or not sent:
        return OK
    from desktop_app.project.opening import open_project
    from desktop_app.project.sent import sent as asked

    try:
        with open_project(options.project) as project:
            project.do(*(asked(one.mail.supplier, today_in_china()) for one in sent))
    except CodedError as failure:
        complain_about(failure.problem, catalogue)
        return NOT_WRITTEN
    return OK
