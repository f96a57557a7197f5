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
    make = _Lines(view)
    rows = tuple(make.row(part_id) for part_id in view.assessment.order.tolist())
    note = view.text("Place: number of the file in the list above, sheet and row.")
    return Section("results", title, (Paragraph(note, "note"), Table("results", columns, rows)))


class _Lines:
    """One line a part. 100,000 lines are many: what comes again is kept once, and what hangs on the
    kind of verdict alone is said once a kind."""

    def __init__(self, view: View) -> None:
        self.view, self.shared = view, dict[Cell, Cell]()
        self.kinds: list[int] = view.assessment.licences.of.tolist()
        self.judged: dict[int, tuple[Cell, Cell]] = {}
        self.risks: dict[object, Cell] = {}

    def row(self, part_id: int) -> Row:
        """Place and part, supplier, verdict, our estimate, the risk of a stop, when it runs out."""
        view, place, part = self.view, self.view.row_id(part_id), self.view.part(part_id)
        below = f"{place} · {part.below}" if part.below else place
        code = self.kinds[part_id]
        if code not in self.judged:
            self.judged[code] = self._judged(part_id)
        supplier = Cell(view.supplier(part_id))
        cells = (
            Cell(part.text, below, strong=True),
            self.shared.setdefault(supplier, supplier),
            *self.judged[code],
            self._risk(part_id),
            view.run_out(part_id),
        )
        return Row(place, cells)

    def _risk(self, part_id: int) -> Cell:
        """The risk of a stop: many parts have the same figures."""
        view = self.view
        figures = view.triple(part_id, "licence_risk"), bool(view.other(part_id, "assumed_cover"))
        if figures not in self.risks:
            self.risks[figures] = stop_risk(view, part_id)
        return self.risks[figures]

    def _judged(self, part_id: int) -> tuple[Cell, Cell]:
        view = self.view
        licence, verdict = view.licence(part_id), view.verdict(part_id)
        basis = view.say(BASIS_WORDS[licence.basis]) if licence.basis else ""
        beside = view.catalogue.grouped(words for words in (basis, verdict.below) if words)
        return Cell(verdict.text, beside, verdict.mark), view.share(licence.applies)
