"""A number of the house before the name names nothing, unless nothing else does."""

import pytest

from desktop_app.matching.letters import behind_number
from desktop_app.matching.match import match_parts
from tests.matching.parts import part_table, shipped_knowledge


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("ARM-0018 Giunto magnetico 5 Nm", "magnet-coupling"),
        ("BOLT-0018 servo motor 400W", "motor-servo"),
        ("PIN-203: Linearmotor 500 N", "motor-linear"),
        ("CAB-0012 servo cable 5 m", "cable"),
        ("CAP-0603 10uF", "capacitor"),
    ],
)
def test_the_thing_stands_behind_the_number(text: str, family: str) -> None:
    (match,) = match_parts(part_table(description=[text]), shipped_knowledge())
    assert match.family == family


@pytest.mark.parametrize("text", ["NEMA-17 bracket", "M8-100 bolt", "servo motor ARM-0018", "X-1"])
def test_no_such_number(text: str) -> None:
    assert behind_number(text) is None
