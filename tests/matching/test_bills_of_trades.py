"""Kinds that the bills of trades showed, each with what looks like it."""

import pytest

from desktop_app.matching.match import match_parts
from tests.matching.parts import part_table, shipped_knowledge


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("ring Y2O3 coated 300 mm", "part-yttria-coated"),
        ("ring nickel coated 300 mm", "mechanical"),
        ("aimant bovin ferrite 100x35", "magnet-ferrite"),
        ("aimant bovin 100x35", "magnet"),
        ("ferrite bead for magnet", "inductor"),
        ("reed sensor M8 without magnet", "switchgear"),
        ("reed sensor M8", "sensor-reed"),
        ("induction generator 500 kW", "generator-wound"),
        ("Asynchrongenerator 300 kW", "generator-wound"),
        ("generator 500 kW", "generator"),
        ("Generator PMG 5 kW", "generator-pm"),
        ("traction motor async 560 kW", "motor-induction"),
        ("servo 9g plastic gear", "motor-rc-servo"),
        ("plastic gear 40T", "transmission"),
        ("door speaker 4 ohm", "loudspeaker"),
        ("speaker door panel", "mechanical"),
        ("FLIGHT MGMT COMPUTER", "module"),
        ("computer, desktop", "product-computer"),
        ("HYD SERVO", "mechanical"),
        ("BURLETE CON IMAN 2 M", "magnet-flexible"),
        ("MS24 servo 20 kg", "motor-rc-servo"),
    ],
)
def test_kind(text: str, family: str) -> None:
    (match,) = match_parts(part_table(description=[text]), shipped_knowledge())
    assert match.family == family


@pytest.mark.parametrize("text", ["MS24677-6C", "BMS13-48T10C1G022"])
def test_numbers_of_standards_are_no_servo(text: str) -> None:
    """Screws and relays of aircraft by standards whose numbers begin as those of servos do."""
    (match,) = match_parts(part_table(description=[text]), shipped_knowledge())
    assert match.family is None
