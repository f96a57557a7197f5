"""Boards that other things are sold for: Arduino, Raspberry Pi. They name the line only where nothing else does."""

import pytest

from desktop_app.matching.match import match_parts
from tests.matching.parts import part_table, shipped_knowledge


def family_of(line: str) -> str | None:
    found: str | None = next(
        iter(match_parts(part_table(description=[line]), shipped_knowledge()))
    ).family
    return found


@pytest.mark.parametrize(
    ("line", "family"),
    [
        ("Arduino micro servo", "motor-rc-servo"),
        ("Raspberry Pi speaker 3 W", "loudspeaker"),
        ("Speaker Raspberry Pi", "loudspeaker"),
        ("Arduino coin vibration motor", "motor-vibration"),
        ("树莓派 扬声器", "loudspeaker"),
        ("아두이노 스피커", "loudspeaker"),
        ("ラズパイ用スピーカー", "loudspeaker"),
        ("servo Arduino 180°", "motor-rc-servo"),
        ("servo Raspberry Pi", "motor-rc-servo"),
        ("ラズパイ サーボ", "motor-servo"),
        ("라즈베리파이 서보", "motor-servo"),
    ],
)
def test_a_thing_for_a_board_is_that_thing(line: str, family: str) -> None:
    assert family_of(line) == family


@pytest.mark.parametrize(
    "line",
    ["Arduino Uno R3", "Raspberry Pi 4 Model B", "Arduino servo shield", "Raspberry Pi motor hat",
     "Raspberry Pi speaker bonnet", "아두이노 우노", "라즈베리파이 3B", "ラズパイ4", "树莓派4B", "游戏手柄",
     "servo Arduino shield", "라즈베리파이 서보 드라이버"],
)  # fmt: skip
def test_the_board_and_what_drives_things_on_it_hold_none(line: str) -> None:
    assert family_of(line) in ("module", "drive")


@pytest.mark.parametrize("line", ["モーター固定用パーツ", "サーボ取付パーツ"])
def test_a_part_that_fixes_a_motor_is_none(line: str) -> None:
    assert family_of(line) == "mechanical"


@pytest.mark.parametrize(
    ("line", "family"),
    [
        ("planetary gearbox NEMA 23", "transmission"),
        ("gearhead NEMA 34", "transmission"),
        ("gearbox NEMA 23 stepper motor", "motor-stepper"),
        ("gearbox motor", "motor"),
    ],
)
def test_the_size_of_a_flange_makes_no_motor_of_a_gear_box(line: str, family: str) -> None:
    assert family_of(line) == family
