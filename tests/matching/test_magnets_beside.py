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


def test_a_magnet_material_after_with_is_a_magnet_in_an_ordinary_thing() -> None:
    assert match_one("Cage w/ NdFeB core").form == "magnet_assembly"
    assert match_one("Cage w/ plastic core").verdict == "no"
    assert match_one("Adhesive for NdFeB").verdict != "likely"


@pytest.mark.parametrize(
    "line", ["Barra magnética 12.000 G", "Magnet bar 11000 gauss", "磁棒 12000高斯"]
)
def test_a_field_beyond_ferrite_is_that_of_a_strong_magnet(line: str) -> None:
    """No ferrite has a remanence of half a tesla, and no surface more than its magnet."""
    strong, weak = match_one(line).probability, match_one("Magnet bar 1500 gauss").probability
    assert strong is not None
    assert weak is not None
    assert strong[1] > weak[1]


def test_a_magnet_with_a_grade_of_plain_steel_may_be_a_part_for_one() -> None:
    match = match_one("Magnet plate, steel S235")
    assert (match.outcome, match.verdict) == ("ambiguous", "unknown")


@pytest.mark.parametrize(
    "text",
    [
        "Magnet in housing", "Magnetized ring on plastic hub for encoder", "Magnet im Gehäuse",
        "Magnet auf Träger geklebt", "Ring magnet under cover", "aimant collé sur support",
    ],
)  # fmt: skip
def test_what_a_magnet_sits_on_does_not_hide_it(text: str) -> None:
    assert match_one(text).form == "magnet"


@pytest.mark.parametrize(
    "text", ["Schraube auf Rolle", "Gehäuse GGG-40", "Solar panel bracket", "Platte auf Rahmen"]
)
def test_what_a_thing_sits_on_makes_no_magnet_of_it(text: str) -> None:
    found = match_one(text)
    assert (found.verdict, found.outcome) == ("no", "sure")
