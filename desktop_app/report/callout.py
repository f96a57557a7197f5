"""What a reader must decide, set off from the page: a pale box with a bar at its left edge."""

from desktop_app.report.display import INK, PALE, Metrics, Op, Rect, Text
from desktop_app.report.pieces import Piece

SIZE, LEADING = 9.4, 12.6
BAR, INSIDE, AROUND = 4.0, 11.0, 5.0
BEFORE = 7.0


def callout(text: str, width: float, metrics: Metrics) -> Piece:
    """The text in a box as wide as the page, never cut; lengths in points."""
    lines = metrics.lines(text, width - INSIDE - AROUND, SIZE, True)
    height = len(lines) * LEADING + 2 * AROUND
    ops: list[Op] = [Rect(0, 0, width, height, PALE), Rect(0, 0, BAR, height, INK)]
    ops += [
        Text(INSIDE, AROUND + LEADING * (at + 0.76), line, SIZE, True)
        for at, line in enumerate(lines)
    ]
    return Piece(height, ops, before=BEFORE, role="decision")
