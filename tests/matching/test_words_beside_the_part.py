"""Words beside a part that took its line: the fuel of its engine, its noun said again before the compound,
the motor it comes with, what it is bought for; each with its opposite.

"Lambdasonde Diesel" was a fuel, and "moteur balayeuse" was put right to a lamp.
"""

import pytest

from tests.matching.parts import match_one

FREE = ("no", "trace")


@pytest.mark.parametrize(
    "line",
    [
        "Lambdasonde Diesel",
        "Vorförderpumpe Diesel",
        "diesel fuel pump in-tank",
        "transfer pump in-tank",
        "cat converter diesel",
        "moteur balayeuse 2 kW",
        "MOT. SERVO DEFONCEUSE",
        "mot. servo 400 W",
        "fan with permanent magnet motor",
        "Lüfter mit Permanentmagnetmotor",
        "SI-SCHALTER MAGN. CODIERT",
        "SI-Schalter magnetisch codiert",
        "crank drive ebike motor",
        "ROUTER TRIM CORDLESS BL 18V",
        "稀土基 脱硝催化剂",
        "稀土添加剂",
        "brushless drill",
        "SPK 8R 2W",
        "AB-SPK-8R",
        "Speaker Driver, 4 ohm",
        "Speaker driver 40mm 8 ohm 5W",
    ],
)
def test_the_part_is_found_or_asked_about(line: str) -> None:
    assert match_one(line).verdict not in FREE


@pytest.mark.parametrize(
    "line",
    [
        "diesel 20 L",
        "Diesel fuel additive",
        "fuel filter diesel",
        "gasoline motor 5 HP",
        "motor diesel",
        "tank 20 L",
        "fan with induction motor",
        "fan with motor bracket",
        "Schalter codiert",
        "crank drive shaft",
        "wifi router 18V",
        "脱硝催化剂",
        "不含稀土 添加剂",
        "稀土磁钢 胶水",
        "耐磨钢 衬板",
        "saw blade brushless",
        "drill bits cordless",
        "锯片 无刷",
        "Speaker Driver, MAX98306 Breakout",
        "Speaker driver MAX98306",
        "caraffa frullatore",
        "bol robot de cuisine",
        "rugged handset holster",
    ],
)
def test_their_opposites_raise_no_alarm(line: str) -> None:
    assert match_one(line).verdict in FREE


def test_steel_called_of_rare_earth_holds_a_trace() -> None:
    assert match_one("稀土耐磨钢 衬板").verdict == "trace"


def test_letters_inside_a_code_name_nothing() -> None:
    assert match_one("BLK-MD-SPK-B").family is None
