"""Models beside a word that leaves open what is bought, and magnets that come with a switch."""

import pytest

from tests.matching.parts import match_one


@pytest.mark.parametrize(
    "line", ["Actuator, AK80-9", "actionneur RMD-X6", "Aktor GIM8108-8", "Actuator HG-KR43J"]
)
def test_an_actuator_whose_model_is_of_a_motor_is_one(line: str) -> None:
    assert match_one(line).verdict in ("yes", "likely")


def test_the_model_of_an_actuator_counts_in_a_column_of_its_own() -> None:
    assert match_one("Actuator", mpn="AK80-9").verdict in ("yes", "likely")
    assert match_one("Actuator", mpn="DRV8825").verdict == "unknown"


@pytest.mark.parametrize(
    "line",
    ["Actuator mount GIM8108-8", "Actuator cable XM430", "Actuator housing AK70-10"],
)
def test_what_is_bought_for_an_actuator_is_none(line: str) -> None:
    assert match_one(line).verdict == "no"


@pytest.mark.parametrize("line", ["Actuator 28BYJ-48", "Actuator linear 12V 150mm", "Actuator"])
def test_an_actuator_that_may_have_no_rare_earth_is_asked_about(line: str) -> None:
    assert match_one(line).verdict == "unknown"


@pytest.mark.parametrize(
    "line",
    [
        "Reedschalter + Magnet", "Interruttore magnetico reed + magnete", "Interruptor + imán",
        "Contact ILS avec aimant", "Interrupteur à lames souples + aimant",
    ],
)  # fmt: skip
def test_a_switch_with_its_magnet_is_cleared_for_no_switch(line: str) -> None:
    assert match_one(line).verdict == "likely"


@pytest.mark.parametrize(
    "line",
    [
        "Reedschalter NO 10 W", "Interrupteur pour aimant", "Leitungsschutzschalter mit Magnetauslöser",
        "Switch with magnet coil", "Taster rot 22 mm",
    ],
)  # fmt: skip
def test_a_switch_alone_has_no_magnet(line: str) -> None:
    assert match_one(line).verdict == "no"


@pytest.mark.parametrize("line", ["LTG SERVO 10M", "Ltg. Motor 4G2,5", "KAB SERVO SCHLEPPK 3M"])
def test_a_shortened_word_for_a_cable_is_one(line: str) -> None:
    assert match_one(line).family == "cable"


@pytest.mark.parametrize("line", ["MOT SERVO LTG 3M", "MOT BLDC LTG 300MM", "MOT SCHRITT LTG 1M"])
def test_a_motor_with_its_cable_stays_a_motor(line: str) -> None:
    assert match_one(line).verdict in ("yes", "likely")


def test_a_brushless_motor_is_known_by_its_letters_in_either_order() -> None:
    assert match_one("MOT DC BL 24V 30W").family == "motor-bldc"
    assert match_one("Motor BL-DC 24V 30W").family == "motor-bldc"
    assert match_one("MOT DC 24V 30W").family == "motor-dc"


def test_a_driving_wheel_alone_is_no_motor() -> None:
    assert match_one("驱动轮 φ200 聚氨酯包胶").verdict == "unknown"
    assert match_one("AGV驱动轮 48V 750W").verdict == "likely"
    assert match_one("履带驱动轮").verdict == "no"


@pytest.mark.parametrize(
    ("line", "model"),
    [("サーボ", "XL430-W250-T"), ("サーボ", "STS3215"), ("サーボ", "SGM7J-04AFC6S")],
)
def test_a_bare_word_and_a_model_of_its_kind_leave_no_doubt(line: str, model: str) -> None:
    assert match_one(line).outcome == "ambiguous"
    assert match_one(line, mpn=model).outcome == "sure"


def test_a_magnet_of_ferrite_is_one_with_the_word_cut_short() -> None:
    assert match_one("MAGN HARTFERR RING 80X40X10").family == "magnet-ferrite"
    assert match_one("MAGN RING 80X40X10").family == "magnet"
