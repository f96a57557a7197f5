"""Letters and numbers that only look like words; names that drawing programs write as one word."""

import pytest

from desktop_app.matching.letters import apart
from tests.matching.parts import match_one


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("No. 6 washers, brass", "fastener"),
        ("NO 8 WASHER", "fastener"),
        ("USB type A to mini B cable 1 m", "cable"),
        ("Dupont cable F/F 20 cm", "cable"),
        ("10PCS M/F 2.54MM CABLE", "cable"),
        ("Speaker terminals, 4 per box", "connector"),
        ("Field and motor cable", "cable"),
        ("Ø 20 Topfmagnet", "magnet-pot"),
        ("ø 8 mm Magnet", "magnet"),
        ("Servo motor OL 400 W", "motor-servo"),
        ("AC servomotor type OSE 750W", "motor-servo"),
        ("YAG-Laserkristall Nd:YAG 4x50", "crystal-yag"),
    ],
)
def test_a_letter_or_number_is_no_word_for_with_for_or_without(text: str, family: str) -> None:
    assert match_one(text).family == family


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("Schraube f Motor", "fastener"),
        ("SCHRAUBE F. MOTOR", "fastener"),
        ("motoriduttore 24V per pompa", "gearmotor"),
        ("viti M4 per motore", "fastener"),
        ("moteur à courant continu", "motor-dc"),
        ("Motor, no magnets", "motor"),
        ("Gehäuse o. Magnet", "mechanical"),
        ("HYDRAULIK OL", "chemical"),
        ("Ring mit Öse", "mechanical"),
        ("Hidrolik yağ 46", "chemical"),
    ],
)
def test_the_same_letters_as_words_are_still_read(text: str, family: str) -> None:
    assert match_one(text).family == family


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("MotorMountRight_v3", "no"),
        ("StepperMotorNema23", "yes"),
        ("NeodymiumDiscMagnet_10x3", "yes"),
        ("SelfTappingScrew_M3x10", "no"),
    ],
)
def test_a_name_written_as_one_word_is_read_word_by_word(text: str, verdict: str) -> None:
    assert match_one(text).verdict == verdict


def test_formulas_and_model_names_stay_whole() -> None:
    assert apart("NdFeB") is None
    assert apart("SmCo5 10x3") is None
    assert apart("plain words") is None
    assert apart("LeftWheelHub") == "Left Wheel Hub"
    assert apart("LeftServoMG90S") == "Left Servo MG90S"
    assert apart("DroneCAN H-RTK F9P") is None


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Lid magnet 8x2", "likely"),
        ("Gripper servo", "likely"),
        ("Platform loudspeaker", "likely"),
        ("USB C fan 5V", "no"),
        ("Servo arm", "no"),
        ("Motor table", "no"),
        ("Lid", "no"),
        ("Hinge", "no"),
        ("Hinge motor cover", "no"),
    ],
)
def test_a_place_before_a_magnet_or_motor_only_says_where_it_goes(text: str, verdict: str) -> None:
    assert match_one(text).verdict == verdict


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("フィロデンドロン 鉢植え", None),
        ("ピアサバ 繊維", None),
        ("農業用ドロン", "product-drone"),
        ("クワッドドローン", "product-drone"),
        ("クワッド・ドロ-ン", "product-drone"),
        ("Webサーバ", "product-computer"),
        ("ワイヤレスイヤホン 充電ケース付", "headphones"),
    ],
)
def test_a_word_without_its_long_vowels_is_none_within_another(
    text: str, family: str | None
) -> None:
    found = match_one(text)
    if family is None:
        assert found.verdict in ("no", "unknown")
    else:
        assert found.family == family
