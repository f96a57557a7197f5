"""A part of a motor that is described, cut-off words, "of" in English, and goods by their vessel."""

import pytest

from tests.matching.parts import match_one


@pytest.mark.parametrize(
    "line",
    [
        "Motor shaft 5mm 24V BLDC",
        "Motor, shaft 5mm, 24V BLDC",
        "Motorwelle 5 mm 24V BLDC",
        "motor shaft dia 5, brushless 24V 60W",
        "电机轴 8mm 24V",
    ],
)
def test_a_shaft_with_electric_figures_is_a_motor_or_asked_about(line: str) -> None:
    match = match_one(line)
    assert match.outcome == "ambiguous"
    assert match.verdict != "no"
    assert match.runner_up == "rotor-shaft"


@pytest.mark.parametrize(
    "line",
    [
        "Motor shaft 5 mm",
        "Motorwelle D8 L120 C45",
        "Motor shaft for 24V BLDC motor",
        "Motorwelle für Servomotor 400W",
        "arbre moteur pour moteur 24V",
        "电机轴 8mm",
    ],
)
def test_a_bare_shaft_and_one_for_a_motor_stay_shafts(line: str) -> None:
    assert match_one(line).family == "rotor-shaft"


def test_a_shaft_of_a_steel_with_its_revolutions_is_no_motor() -> None:
    assert match_one("Motorwelle 3000 rpm C45").family == "rotor-shaft"
    assert match_one("Motorwelle 3000 rpm", material="42CrMo4").family == "rotor-shaft"
    assert match_one("Motor shaft 5mm 24V BLDC", material="C45").outcome == "ambiguous"


@pytest.mark.parametrize("line", ["Magnes. MgO", "Magnes. 99.9 %", "magnes.stearat"])
def test_a_word_cut_off_by_a_full_stop_is_not_the_shorter_word(line: str) -> None:
    assert match_one(line).verdict == "unknown"


def test_the_whole_word_without_a_full_stop_is_itself() -> None:
    assert match_one("Magnes Ø10x3").family == "magnet"
    assert match_one("Magnes neodymowy walcowy.").family == "magnet-ndfeb"


@pytest.mark.parametrize(
    "line",
    ["lid of loudspeaker", "hinge of servo motor", "arm of a servo motor", "leg of torque motor"],
)
def test_of_names_the_thing_before_it(line: str) -> None:
    assert match_one(line).verdict == "no"


@pytest.mark.parametrize(
    "line",
    [
        "box of magnets",
        "carton of speakers",
        "pack of 10 neodymium magnets",
        "pair of servo motors",
        "oxide of cerium",
        "ring of NdFeB",
        "batch of servo motors",
    ],
)
def test_of_behind_a_vessel_or_a_number_names_the_goods(line: str) -> None:
    assert match_one(line).verdict in ("yes", "likely")


@pytest.mark.parametrize(
    ("line", "family"),
    [
        ("NMC532 module", "battery-lithium"),
        ("LFP module 51.2V 100Ah", "battery-lithium"),
        ("module ESP32", "module"),
        ("rotor IPM", "rotor"),
        ("IPM module 600V", "module"),
        ("Circulator ECM wet rotor 25-60", "pump-circulator"),
        ("circulator 2.4 GHz", "circulator-rf"),
        ("3-way converter, close-coupled, 600 cpsi", "catalyst-exhaust"),
        ("3-way valve", "valve"),
        ("Erbium fibre 10 m", "fibre-doped"),
        ("Laserstab Er:YAG Ø4x80", "crystal-doped"),
    ],
)
def test_words_of_purchase_lines(line: str, family: str) -> None:
    assert match_one(line).family == family


@pytest.mark.parametrize(
    "line",
    [
        "MOTOR BRUSHLESS DC FLANGE 24V 4000RPM 57MM",
        "Mot. brushless flangia 400W 48V 60",
        "Servo motor shaft 14 mm 400 W",
    ],
)
def test_a_feature_behind_a_motor_with_its_power_describes_it(line: str) -> None:
    match = match_one(line)
    assert (match.verdict, match.outcome) == ("likely", "ambiguous")


def test_the_axle_behind_a_traction_motor_is_where_it_sits() -> None:
    match = match_one("Traktionsmotor PSM Hinterachse 150 kW")
    assert (match.verdict, match.outcome, match.family) == ("yes", "sure", "motor-ev-pm")


@pytest.mark.parametrize(
    "line",
    [
        "Flansch Servomotor 400W",
        "brida servomotor 400W",
        "servo motor flange 60 mm",
        "shaft, servo motor 400 W",
        "Flange DN50 24 V",
        "Flansch für Servomotor 400W",
    ],
)
def test_a_feature_before_a_motor_or_without_its_power_stays_one(line: str) -> None:
    assert match_one(line).verdict == "no"


def test_a_brake_that_is_attached_is_not_what_is_bought() -> None:
    assert match_one("AC서보모터 브레이크 부착 400W").family == "motor-servo"
