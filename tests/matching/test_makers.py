"""Makers are found by whole words of their names."""

import pytest

from desktop_app.matching.makers import maker_finder
from tests.matching.parts import shipped_knowledge


@pytest.mark.parametrize(
    ("cell", "maker"),
    [
        ("maxon motor ag", "MAXON"),
        ("三菱電機株式会社", "MELCO"),
        ("Siemens AG", "SIEMENS"),
        ("Siemensstadt Trading", None),
        ("Unknown Ltd", None),
        ("", None),
        (None, None),
    ],
)
def test_maker_of_a_cell(cell: str | None, maker: str | None) -> None:
    assert maker_finder(shipped_knowledge())(cell) == maker
