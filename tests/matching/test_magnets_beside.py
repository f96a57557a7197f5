"""Magnets named behind a comma or "with" belong to the thing that has them fixed in it."""

import pytest

from desktop_app.model.verdict import Ternary
from tests.matching.parts import match_one


@pytest.mark.parametrize(
    ("line", "family"),
    [
        ("Rotor assy, 8-pole, surface-mounted NdFeB magnets, carbon sleeve", "rotor-ndfeb"),
        ("转子组件，钕铁硼磁钢，8极", "rotor-ndfeb"),
        ("Rotor équipé, aimants SmCo collés", "rotor-smco"),
        ("磁力泵转子 钐钴", "rotor-smco"),
        ("Rotor shaft with SmCo magnets", "rotor-smco"),
        ("Läuferwelle mit NdFeB-Magneten", "rotor-ndfeb"),
        ("Loudspeaker 8 ohm, neodymium magnet", "loudspeaker-neo"),
    ],
)
def test_a_later_phrase_says_of_which_material_the_fixed_magnets_are(
    line: str, family: str
) -> None:
    assert match_one(line).family == family


@pytest.mark.parametrize(
    "line", ["Rotor shaft", "Rotorwelle Ø12", "Bracket, for NdFeB magnets", "转子轴"]
)
def test_without_magnets_they_are_ordinary(line: str) -> None:
    assert match_one(line).verdict == "no"


@pytest.mark.parametrize(
    ("line", "symbol"),
    [
        ("Cover with NdFeB magnet", "Nd"),
        ("Shaft with SmCo magnets", "Sm"),
        ("Deckel mit SmCo-Magnet", "Sm"),
    ],
)
def test_an_assembly_holds_what_its_magnet_is_made_of(line: str, symbol: str) -> None:
    match = match_one(line)
    assert match.form == "magnet_assembly"
    assert {e.symbol for e in match.elements if e.state == Ternary.YES} == {symbol}


@pytest.mark.parametrize(
    "line", ["Stabmagnet AlNiCo-Ersatz, SmCo5", "Spannplatte, Neodym/AlNiCo-Magnet"]
)
def test_a_free_material_beside_a_rare_earth_magnet_clears_nothing(line: str) -> None:
    assert match_one(line).verdict != "no"


def test_a_sensor_is_not_the_catalyst_it_sits_before() -> None:
    assert match_one("Lambdasonde Vorkat, 4-polig").form == "sensor"
    assert match_one("Sonde lambda après catalyseur").form == "sensor"


@pytest.mark.parametrize("line", ["Rotor c/ imanes de neodimio", "Rot. c/magneti NdFeB"])
def test_the_c_of_lists_is_con(line: str) -> None:
    assert match_one(line).form == "rotor"


@pytest.mark.parametrize("line", ["Vis C/SUNK M4x10", "Screw c/bore M6", "Brake C/W magnet wire"])
def test_other_c_are_not(line: str) -> None:
    assert match_one(line).verdict == "no"
