"""A sheet headed like another one of its file but for a slip of the pen is a list too."""

from pathlib import Path
from typing import Any

import pytest

from desktop_app.intake.joining import connect
from desktop_app.model.reading import Reading
from tests.intake.looking import facts
from tests.intake.reading_here import read_here
from tests.workbooks.build import make_xlsx

HEADS: list[Any] = [
    "Name of Material/Equipment",
    "Company",
    "Catalog Number",
    "Notes",
    "Distributor",
    "Link",
]
BOARDS = ["Motorized linear stage", "Joystick with throttle", "Sound breakout board", "Host shield"]
POSTS = ["Mounting post 14 in", "Dovetail rail carrier", "Post holder with spring", "Rail clamp"]


def rows(names: list[str]) -> list[list[Any]]:
    return [
        [name, "Makers Ltd", f"P{n}-14", "holds it", "Thorlabs", "x"]
        for n, name in enumerate(names)
    ]


@pytest.mark.parametrize(
    ("heads", "names"),
    [
        ([*HEADS[:4], "Distrributor", "Link"], [*BOARDS, *POSTS]),
        (["Read me", "Company", "Who", "Notes", "Page", "Link"], POSTS),
    ],
)
def test_a_sheet_is_read_like_its_sister(
    tmp_path: Path, heads: list[Any], names: list[str]
) -> None:
    """17 parts of a real list stood under "Distrributor" on the first of two sheets, and nothing was said."""
    path = make_xlsx(
        tmp_path / "list.xlsx",
        {"Electronics": [heads, *rows(BOARDS)], "Mechanical": [HEADS, *rows(POSTS)]},
    )
    reading = read_here(path)
    assert isinstance(reading, Reading)
    assert facts(connect(reading), "description") == names
