"""The first sheet: the answer, the counts, the question and the law it was checked against."""

from desktop_app.assessment.answer import answer, counts
from desktop_app.paths import program_version
from desktop_app.report.question import asked, bands
from desktop_app.report.sections.files import reconciliation
from desktop_app.report.sections.law import checked
from desktop_app.report.sheets.table import Value
from desktop_app.report.view import View


def answer_lines(view: View) -> list[tuple[str, Value]]:
    """(title, value) line by line."""
    text, say = view.text, view.say
    lines: list[tuple[str, Value]] = [
        (text("Answer"), view.catalogue.sentences(say(part) for part in answer(view.assessment)))
    ]
    lines += [(text("Note"), band) for band in bands(view)]
    lines += [(say(words), number) for _, words, number in counts(view.assessment)]
    lines += [(title, value) for _, title, value in asked(view)]
    lines += [
        (text("Rows"), view.catalogue.sentences(say(said) for said in reconciliation(view))),
        (text("Program"), f"Lodestone {program_version()}"),
        (text("Law"), say(checked(view))),
        (
            text("Limits"),
            text("Screening, not legal advice. The last sheet says what limits this."),
        ),
    ]
    return lines
