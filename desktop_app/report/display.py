"""What can be drawn: text, lines, rectangles and paths, for paper and window alike.

Coordinates are points (1/72 inch) from the top left corner, y downwards; text stands on ``y``.
Colours are ``#rrggbb``. Verdict marks are drawn shapes, never font characters.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, Protocol, TypeAlias

from desktop_app.model.licence import Verdict

INK, GREY, RULE, PALE = "#1b1b1f", "#5f6368", "#b9bcc2", "#eef0f3"
USUAL_COLOURS = {"ink": INK, "grey": GREY, "rule": RULE, "pale": PALE}
"""By the names of ``templates/house.yaml``, where a house may state others for paper."""
VERDICT_COLOURS: dict[Verdict, str] = {
    "needed": "#9b1c1c",
    "not_verified": "#1f4e79",
    "suspended": "#5b5b6b",
    "not_needed": "#5f6368",
}
Point: TypeAlias = tuple[float, float]
Role: TypeAlias = Literal[
    "text", "letterhead", "title", "section", "heading", "decision", "figures", "contents", "head", "row",
    "picture", "furniture",
]  # fmt: skip
"""What an element of a page is: text that is read, a heading of one of three ranks, the head of a table
or one of its rows, a picture, or what only frames the page."""


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text; ``anchor`` says which end stands at ``x``."""

    x: float
    y: float
    text: str
    size: float
    bold: bool = False
    colour: str = INK
    anchor: Literal["start", "middle", "end"] = "start"


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    colour: str = RULE
    width: float = 0.5


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle; without ``fill`` only its edge is drawn, without ``edge`` only its area."""

    x: float
    y: float
    width: float
    height: float
    fill: str | None = None
    edge: str | None = None
    edge_width: float = 0.6


@dataclass(frozen=True, slots=True)
class Polygon:
    """A polygon, or an open line of several points."""

    points: tuple[Point, ...]
    fill: str | None = None
    edge: str | None = None
    edge_width: float = 0.6
    closed: bool = True


@dataclass(frozen=True, slots=True)
class PageOf:
    """The page number of a section, known only when all pages are laid out; ends at ``x``."""

    x: float
    y: float
    section: str
    size: float


@dataclass(frozen=True, slots=True)
class Link:
    """An area that leads to a section."""

    x: float
    y: float
    width: float
    height: float
    section: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of pixels: ``png`` is base64 text of a PNG or JPEG file."""

    x: float
    y: float
    width: float
    height: float
    png: str


Op: TypeAlias = Text | Line | Rect | Polygon | PageOf | Link | Picture


@dataclass(slots=True)
class Placed:
    """A drawing somewhere on a page: its ops as they are, and where their corner stands.
    Nobody changes one; frozen ones take twice as long to make.

    ``alt`` says a picture in words, for readers who cannot see it. ``role``: what it is, in the order of
    reading; a tagged file is made from that.
    """

    ops: Sequence[Op]
    x: float
    y: float
    alt: str = ""
    role: Role = "text"


class Metrics(Protocol):
    """How wide text is and how it is broken; from the font files on paper, from Qt on screen."""

    def width(self, text: str, size: float, bold: bool = False) -> float:
        """Width of one line of text in points."""

    def lines(self, text: str, width: float, size: float, bold: bool = False) -> list[str]:
        """The text in lines of at most ``width`` points; at least one line."""


def moved(ops: Iterable[Op], dx: float, dy: float) -> list[Op]:
    """The same drawing somewhere else."""
    return [_moved(op, dx, dy) for op in ops]


def _moved(op: Op, dx: float, dy: float) -> Op:
    if isinstance(op, Text):
        return Text(op.x + dx, op.y + dy, op.text, op.size, op.bold, op.colour, op.anchor)
    if isinstance(op, Line):
        return Line(op.x1 + dx, op.y1 + dy, op.x2 + dx, op.y2 + dy, op.colour, op.width)
    if isinstance(op, Polygon):
        return replace(op, points=tuple((x + dx, y + dy) for x, y in op.points))
    return replace(op, x=op.x + dx, y=op.y + dy)


def scaled(ops: Iterable[Op], factor: float) -> list[Op]:
    """The same drawing, all its lengths times ``factor``."""
    return [_scaled(op, factor) for op in ops]


def _scaled(op: Op, by: float) -> Op:
    if isinstance(op, Text):
        return replace(op, x=op.x * by, y=op.y * by, size=op.size * by)
    if isinstance(op, Line):
        return Line(op.x1 * by, op.y1 * by, op.x2 * by, op.y2 * by, op.colour, op.width * by)
    if isinstance(op, Polygon):
        points = tuple((x * by, y * by) for x, y in op.points)
        return replace(op, points=points, edge_width=op.edge_width * by)
    if isinstance(op, PageOf):
        return replace(op, x=op.x * by, y=op.y * by, size=op.size * by)
    if isinstance(op, Rect):
        op = replace(op, edge_width=op.edge_width * by)
    return replace(op, x=op.x * by, y=op.y * by, width=op.width * by, height=op.height * by)


def verdict_mark(verdict: Verdict, x: float, y: float, size: float) -> list[Op]:
    """The shape of a verdict, ``size`` wide, its left corner at ``x`` and its middle at ``y``.

    Needed: filled diamond. Not verified: half filled. Suspended: diamond with two bars. Not
    covered: nothing. They differ in shape, so that a black and white print can be read.
    """
    if verdict == "not_needed":
        return []
    colour, half = VERDICT_COLOURS[verdict], size / 2
    left, top, right, bottom = (x, y), (x + half, y - half), (x + size, y), (x + half, y + half)
    outline = Polygon((left, top, right, bottom), None, colour, 0.7)
    if verdict == "needed":
        return [replace(outline, fill=colour)]
    if verdict == "not_verified":
        return [outline, Polygon((left, top, bottom), colour, None)]
    bar, reach = size * 0.13, size * 0.26
    bars: Sequence[Op] = [
        Line(x + half + side, y - reach, x + half + side, y + reach, colour, size * 0.14)
        for side in (-bar, bar)
    ]
    return [outline, *bars]
