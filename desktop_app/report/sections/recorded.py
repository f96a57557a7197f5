"""What was recorded and corrected by hand, with its reason: nobody has to guess why a result differs."""

from desktop_app.report.blocks import Block, Cell, Column, Heading, Row, Table
from desktop_app.report.view import View


def recorded(view: View, part_id: int | None = None) -> list[Block]:
    """Every standing record, or those that name a part; nothing where there are none."""
    shown = [
        (at, note)
        for at, note in enumerate(view.recorded, start=1)
        if part_id is None or part_id in note.part_ids
    ]
    if not shown:
        return []
    rows = tuple(
        Row(f"record:{at}", (Cell(view.say_briefly(note.what)), Cell(view.brief(note.reason))))
        for at, note in shown
    )
    columns = (Column(view.text("What")), Column(view.text("Reason")))
    return [Heading(view.text("What was recorded")), Table("recorded", columns, rows)]
