"""How running text stands on paper."""

from dataclasses import dataclass

from desktop_app.report.display import GREY, INK


@dataclass(frozen=True, slots=True)
class TextStyle:
    """Sizes in points; ``gap`` is the space above."""

    size: float
    leading: float
    gap: float
    bold: bool = False
    colour: str = INK


STYLES = {
    "lead": TextStyle(12.5, 17.0, 6.0, True),
    "body": TextStyle(8.6, 12.0, 4.0),
    "note": TextStyle(7.8, 10.8, 3.5, colour=GREY),
    "small": TextStyle(6.4, 8.6, 2.5, colour=GREY),
    "warning": TextStyle(8.6, 12.0, 4.0, True),
}
