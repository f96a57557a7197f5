"""Rows of which a user said that they are parts, or that they are none: known again by what names them."""

from collections.abc import Mapping, Sequence

from desktop_app.intake.candidates import Proposal
from desktop_app.intake.grid import Grid
from desktop_app.intake.rows import BLANK, OTHER, PART, Sorted
from desktop_app.intake.said_headings import PREVIEW_COLUMNS, row_as_shown
from desktop_app.model.sources import IS_PART, ColumnFound, row_name


def obey(order: Sorted, grid: Grid, proposal: Proposal) -> tuple[int, ...]:
    """Makes parts of the rows that were said to be parts, and others of those that were said to be none.
    The 1-based rows of the former."""
    parts: list[int] = []
    if not proposal.rows:
        return ()
    for place in range(len(order.kinds)):
        if order.kinds[place] == BLANK:
            continue
        said = proposal.rows.get(_name(grid, order.start + place, proposal.columns))
        if said is None:
            continue
        order.reasons.pop(place, None)
        order.kinds[place] = PART if said == IS_PART else OTHER
        if said != IS_PART:
            order.reasons[place] = "told"
        else:
            parts.append(grid.first_row + order.start + place)
    return tuple(parts)


def _name(grid: Grid, row: int, columns: Sequence[ColumnFound]) -> str:
    """The name of a row by its texts as a person sees them, as far as they are shown."""
    texts: Mapping[int, str] = {
        grid.first_column + at: text for at, text in enumerate(row_as_shown(grid, row))
    }
    return row_name([c for c in columns if c.index <= PREVIEW_COLUMNS], texts)
