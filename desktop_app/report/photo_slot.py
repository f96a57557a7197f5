"""The place of a photo beside the first words of a dossier: the same frame with a photo or without."""

from desktop_app.report.blocks import Beside
from desktop_app.report.display import GREY, PALE, RULE, Metrics, Op, Picture, Rect, Text
from desktop_app.report.pieces import Piece
from desktop_app.report.text_styles import STYLES

WIDTH, HEIGHT, APART, EDGE = 144.0, 96.0, 16.0, 3.0
"""Points of the frame, between it and the words, and between it and the photo."""
WORD, WORD_LEADING = 7.8, 10.0


def beside_photo(block: Beside, width: float, metrics: Metrics) -> Piece:
    """Paragraphs at the left, the frame at the right; one piece, so that they stay beside each other."""
    ops: list[Op] = []
    y = 0.0
    for paragraph in block.paragraphs:
        style = STYLES[paragraph.style]
        y += style.gap if ops else 0.0
        for line in metrics.lines(paragraph.text, width - WIDTH - APART, style.size, style.bold):
            ops.append(
                Text(0, y + style.leading * 0.78, line, style.size, style.bold, style.colour)
            )
            y += style.leading
    ops += _frame(block, width - WIDTH, metrics)
    alt = block.word if block.photo else ""
    return Piece(max(y, HEIGHT) + 4, ops, before=6.0, alt=alt)


def _frame(block: Beside, left: float, metrics: Metrics) -> list[Op]:
    """The photo as large as fits, in the middle; without one the frame says what would stand there."""
    photo = block.photo
    if photo is None:
        edge: list[Op] = [Rect(left, 0, WIDTH, HEIGHT, PALE, RULE)]
        lines = metrics.lines(block.word, WIDTH - 4 * EDGE, WORD)
        first = (HEIGHT - len(lines) * WORD_LEADING) / 2 + 7.6
        return edge + [
            Text(
                left + WIDTH / 2,
                first + at * WORD_LEADING,
                line,
                WORD,
                colour=GREY,
                anchor="middle",
            )
            for at, line in enumerate(lines)
        ]
    scale = min((WIDTH - 2 * EDGE) / photo.width, (HEIGHT - 2 * EDGE) / photo.height)
    wide, high = photo.width * scale, photo.height * scale
    x, y = left + (WIDTH - wide) / 2, (HEIGHT - high) / 2
    return [Rect(left, 0, WIDTH, HEIGHT, None, RULE), Picture(x, y, wide, high, photo.picture)]
