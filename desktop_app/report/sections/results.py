"""Every result, one line a part: the annex that a page of any other report can be checked with."""

from desktop_app.model.words import BASIS_WORDS
from desktop_app.report.blocks import Cell, Column, Paragraph, Row, Section, Table
from desktop_app.report.sections.ranked import stop_risk
from desktop_app.report.view import View


def results(view: View) -> Section:
    """All parts in the order of urgency, none left out."""
    title = view.text("Every part")
    if not len(view.parts):
        return Section("results", title, (Paragraph(view.text("There is no part.")),))
    columns = (
        Column(view.text("Part"), unit=view.text("Place")),
        Column(view.text("Supplier")),
        Column(view.text("Licence"), "verdict"),
        Column(view.text("Duty exists"), "number", view.text("our estimate")),
        Column(view.text("Risk of a stop"), "number"),
        Column(view.text("Runs out on"), "day"),
    )
    shared: dict[Cell, Cell] = {}
    rows = tuple(_row(view, int(part_id), shared) for part_id in view.assessment.order)
    note = view.text("Place: number of the file in the list above, sheet and row.")
    return Section("results", title, (Paragraph(note, "note"), Table("results", columns, rows)))


def _row(view: View, part_id: int, shared: dict[Cell, Cell]) -> Row:
    """One line; ``shared`` keeps every cell that comes again once, for 100,000 lines are many."""
    licence, verdict = view.licence(part_id), view.verdict(part_id)
    basis = view.say(BASIS_WORDS[licence.basis]) if licence.basis else ""
    beside = view.catalogue.grouped(words for words in (basis, verdict.below) if words)
    place = view.row_id(part_id)
    common = (
        Cell(view.supplier(part_id)),
        Cell(verdict.text, beside, verdict.mark),
        view.share(licence.applies),
        stop_risk(view, part_id),
        view.run_out(part_id),
    )
    kept = (shared.setdefault(cell, cell) for cell in common)
    part = view.part(part_id)
    below = f"{place} · {part.below}" if part.below else place
    return Row(place, (Cell(part.text, below, strong=True), *kept))
