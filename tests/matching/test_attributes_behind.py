"""Behind a blank an attribute of a thing leaves it what it is, in Chinese, Japanese and Korean; an accessory
does not: a motor by the size of its flange is a motor, a flange for one is a flange."""

import pytest

from tests.matching.parts import match_one

STILL_THE_THING = [
    ("伺服电机 法兰尺寸80", "motor-servo"),
    ("伺服电机 电缆出线 400W", "motor-servo"),
    ("步进电机 引线30cm", "motor-stepper"),
    ("スピーカー リード線200mm", "loudspeaker"),
    ("スピーカー ケース材質 ABS", "loudspeaker"),
    ("耳机 外壳材质 ABS", "headphones"),
    ("硬盘 SATA接口 4TB", "hard-disk"),
    ("BLDC 모터 알루미늄 하우징 24V", "motor-bldc"),
    ("音箱 木质外壳 5寸 10W", "loudspeaker"),
    ("서보모터 절대치 엔코더 1.5kW", "motor-servo"),
    ("サーボモータ ストレート軸 400W", "motor-servo"),
    ("空心杯电机 减速箱 12V", "motor-coreless"),
    ("伺服电机 减速机一体 60法兰", "motor-servo"),
    ("无刷电机 外转子 2212", "motor-bldc"),
    ("ヘッドセット 両耳 ノイズキャンセリング", "headphones"),
]


@pytest.mark.parametrize(("line", "family"), STILL_THE_THING)
def test_an_attribute_behind_a_blank_describes_the_thing(line: str, family: str) -> None:
    match = match_one(line)
    assert match.family == family
    assert match.verdict in ("yes", "likely")


@pytest.mark.parametrize(
    "line",
    [
        "伺服电机 法兰",
        "伺服电机 电缆 长度3米",
        "伺服电机电缆出线 3米",
        "伺服电机 编码器线 750W",
        "伺服电机编码器 750W",
        "电机减速箱 12V",
        "サーボモータ軸 400W",
        "喇叭支架 材质铁",
        "喇叭 支架 材质 铁",
        "硬盘盒 USB接口",
        "BLDC모터 브라켓 24V",
        "耳机 外壳 ABS",
        "カップリング サーボ用 SFC-040",
    ],
)
def test_an_accessory_stays_one(line: str) -> None:
    assert match_one(line).verdict in ("no", "unknown")


@pytest.mark.parametrize(
    "line",
    [
        "叉车 电机 5kW",
        "行走电机 48V 5kW",
        "電動フォークリフト モータ 48V 8kW",
        "골프카 모터 48V 4kW",
        "Motor 48V 5 kW",
        "观光车 电机 72V 7.5kW",
        "AGV 駆動モータ 200W DC24V",
    ],
)
def test_neither_kilowatts_nor_volts_clear_the_motor_of_a_vehicle(line: str) -> None:
    assert match_one(line).verdict != "no"


@pytest.mark.parametrize(
    "line", ["三相异步电机 5.5kW 380V", "モータ 3.7kW 4P", "모터 24V 10W 브러시"]
)
def test_ordinary_motors_stay_cleared(line: str) -> None:
    assert match_one(line).verdict == "no"
