"""What a result can be made again from: files by fingerprint, program, register and question."""

from desktop_app.assessment.answer import answer
from desktop_app.paths import program_version
from desktop_app.report.blocks import Block, Cell, Column, Heading, Paragraph, Row, Section, Table
from desktop_app.report.question import asked
from desktop_app.report.sections.recorded import recorded
from desktop_app.report.sentences import sentences
from desktop_app.report.view import View


def inputs(view: View) -> Section:
    """Inputs with their fingerprints, and the sentences that hold for every result below."""
    blocks: list[Block] = [
        Paragraph(
            view.catalogue.sentences(view.say(part) for part in answer(view.assessment)), "lead"
        ),
        Paragraph(
            view.text("The same files, law and question give the same report, to the letter."),
            "note",
        ),
        _made_with(view),
        *_hashes(view),
        *recorded(view),
        Heading(view.text("What this result means")),
        *(Paragraph(view.say(said), "note") for _, said in sentences(view, front=True)),
    ]
    return Section("inputs", view.text("What went in"), tuple(blocks))


def _made_with(view: View) -> Table:
    entries = (
        ("program", view.text("Program"), f"Lodestone {program_version()}"),
        *asked(view),
    )
    rows = tuple(
        Row(name, (Cell(title, strong=True), Cell(value))) for name, title, value in entries
    )
    columns = (Column(view.text("Made with")), Column(view.text("Value")))
    return Table("made_with", columns, rows, keep=True)


def _hashes(view: View) -> list[Block]:
    rows = tuple(
        Row(found.path, (Cell(found.name), Cell(found.sha256)))
        for found in view.assessment.files
        if found.sha256
    )
    if not rows:
        return []
    columns = (Column(view.text("File")), Column("SHA-256"))
    heading = Heading(view.text("Fingerprints of the input"))
    return [heading, Table("hashes", columns, rows)]
