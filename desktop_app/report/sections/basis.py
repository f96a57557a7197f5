"""What a management report rests on: the law that touches a part, the words, limits, sources."""

from desktop_app.model.findings import msg
from desktop_app.report.blocks import Block, Heading, Paragraph, Section
from desktop_app.report.sections.law import touching, touching_table, untouched
from desktop_app.report.sections.method import scales, words_table
from desktop_app.report.sections.rests_on import rests_on
from desktop_app.report.sentences import sentences
from desktop_app.report.view import View


def basis(view: View) -> Section:
    """Everything a reader needs to judge the result; the whole method stands in the audit annex."""
    blocks: list[Block] = [
        Heading(view.text("The law on that day")),
        *_law(view),
        Heading(view.text("The words")),
        words_table(view),
        Heading(view.text("Scales and limits")),
        Paragraph(view.catalogue.sentences(view.say(said) for said in scales(view)), "note"),
        Paragraph(
            view.catalogue.sentences(view.say(said) for _, said in sentences(view, front=False)),
            "note",
        ),
        *rests_on(view),
        Paragraph(
            view.text(
                "The audit annex holds the reasons part by part, every result, every assumption "
                "with its source, and the fingerprints of the files."
            ),
            "note",
        ),
    ]
    return Section("basis", view.text("What this rests on"), tuple(blocks))


def _law(view: View) -> list[Block]:
    touched = {control for control, _provision in touching(view)}
    if not touched:
        return [untouched(view)]
    others = [c.id for c in view.edition.controls if c.id not in touched]
    blocks: list[Block] = [touching_table(view)]
    if others:
        said = msg("Also checked; no part is affected: {names}.", names=view.announcements(others))
        blocks.append(Paragraph(view.say(said), "note"))
    return blocks
