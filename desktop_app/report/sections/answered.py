"""What the supplier answered about one part, as it was typed: facts, and what only a person can weigh."""

from desktop_app.intake.answer_columns import BY_KEY
from desktop_app.model.answers import REMARK
from desktop_app.model.findings import CellRef
from desktop_app.report.blocks import Block, Cell, Column, Heading, Row, Table
from desktop_app.report.view import View


def what_was_answered(view: View, part_id: int) -> list[Block]:
    """One row an answer with its cell; nothing where no questionnaire came back."""
    parts = view.parts
    rows = tuple(
        Row(
            f"{said.answer}:{at}",
            (
                Cell(view.say(BY_KEY.get(said.answer, REMARK).title)),
                Cell(said.typed, strong=said.use in ("used", "agrees")),
                Cell(
                    view.cell(
                        CellRef(
                            parts.file_names[said.place.file],
                            said.place.sheet,
                            said.place.row,
                            said.place.column,
                        )
                    )
                ),
            ),
        )
        for at, said in enumerate(parts.answered.get(part_id, ()))
    )
    if not rows:
        return []
    columns = (
        Column(view.text("Fact")),
        Column(view.text("Value")),
        Column(view.text("Cell, or evidence")),
    )
    return [Heading(view.text("What the supplier answered")), Table("answered", columns, rows)]
