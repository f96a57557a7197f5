"""A picture as a display list, with the places in it that mean something.

The same drawing is painted on the screen, where a place answers to mouse and keyboard, and on paper.
"""

from dataclasses import dataclass

from desktop_app.report.display import Op


@dataclass(frozen=True, slots=True)
class Place:
    """A part of a picture: what it leads to, its box (x, y, width, height), and itself in words."""

    key: str
    box: tuple[float, float, float, float]
    words: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """``places`` in the order in which they are read; ``alt`` says the whole picture in a line."""

    height: float
    ops: tuple[Op, ...]
    places: tuple[Place, ...]
    alt: str
