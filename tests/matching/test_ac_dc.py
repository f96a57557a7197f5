"""AC/DC says which supply a thing takes, and is a power supply only where nothing else is named."""

import pytest

from tests.matching.parts import match_one


@pytest.mark.parametrize(
    ("line", "same_as"),
    [
        ("Motor AC/DC 24 V", "Motor 24 V"),
        ("SERVOMOTOR AC/DC 24 V", "Servomotor 24 V"),
        ("AC/DC servo motor", "servo motor"),
        ("Loudspeaker AC/DC", "Loudspeaker"),
        ("Relais AC/DC 24 V", "Relais 24 V"),
    ],
)
def test_a_thing_for_both_supplies_is_what_it_is(line: str, same_as: str) -> None:
    assert match_one(line).family == match_one(same_as).family


@pytest.mark.parametrize(
    "line",
    [
        "power supply AC/DC 24 V", "Netzteil AC/DC 24V", "AC/DC 24V 5A", "DC/DC 12V 5V 3A",
        "Motor DC-DC converter", "AC/DC adapter 12V",
    ],
)  # fmt: skip
def test_a_supply_is_one(line: str) -> None:
    assert match_one(line).family == "power-supply"
