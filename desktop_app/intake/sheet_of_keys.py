"""What the hidden sheet of a questionnaire says: what the workbook is, and what we wrote into its lines."""

from collections.abc import Sequence

from desktop_app.intake.grid import Grid, shown

SENT_COLUMNS = (0, 2, 3)
"""Positions on the sheet of keys of what we wrote there."""


def sent_in(about: Grid | None) -> Sequence[str]:
    """Keys, descriptions and questions as we sent them, in one line each; none in older workbooks."""
    if about is None or len(about.columns) <= SENT_COLUMNS[-1]:
        return ()
    cells = (about.cell(row, at) for row in range(about.height) for at in SENT_COLUMNS)
    return tuple({" ".join(text.split()) for text in map(shown, cells) if text})


def told_in(about: Grid) -> dict[str, str]:
    """What the sheet of keys says: schema, supplier, day, languages."""
    return {shown(about.cell(row, 0)): shown(about.cell(row, 1)) for row in range(about.height)}
