"""What a report says where no part was found: that nothing was judged, and what each file is."""

from desktop_app.model.findings import Message, msg
from desktop_app.model.sources import SourceFile
from desktop_app.report.blocks import Block, Paragraph
from desktop_app.report.sections.files import SEVERITIES, outcome
from desktop_app.report.view import View

OF_A_FILE = SEVERITIES[:2]
"""Notes of one cell say nothing about the whole file."""


def nothing_read(view: View) -> list[Block]:
    """What to do instead, then a line per file; never that nothing asks for an action."""
    said = view.text(
        "Nothing was judged. Open a list of the parts you buy, with a number or a description for "
        "each."
    )
    files = [
        Paragraph(view.say(msg("{file}: {what}", file=file.name, what=_what(view, file))))
        for file in view.assessment.files
    ]
    return [Paragraph(said), *files]


def _what(view: View, file: SourceFile) -> Message:
    if file.problem is not None:
        return file.problem.message
    told = [issue for issue in file.issues if issue.row is None and issue.severity in OF_A_FILE]
    first = min(told, key=lambda issue: SEVERITIES.index(issue.severity), default=None)
    return Message(outcome(view, file)) if first is None else first.message
