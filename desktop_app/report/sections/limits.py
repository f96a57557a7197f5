"""The last lines of a short report: what holds for every result in it, and the law checked."""

from desktop_app.report.blocks import Block, Paragraph, Section
from desktop_app.report.sections.law import checked
from desktop_app.report.sentences import sentences
from desktop_app.report.view import View


def limits(view: View) -> Section:
    """Every sentence whose condition holds for this report, then the list of announcements."""
    said = [view.say(found) for _, found in sentences(view)]
    blocks: list[Block] = [
        Paragraph(view.catalogue.sentences(said), "small"),
        Paragraph(view.say(checked(view)), "small"),
    ]
    title = (
        view.text("The law behind these questions")
        if view.scope.kind == "supplier"
        else view.text("Law and limits")
    )
    return Section("limits", title, tuple(blocks))
