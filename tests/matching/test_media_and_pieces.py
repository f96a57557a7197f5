"""What stands before the noun of a line in Chinese, Japanese or Korean without being the thing."""

import pytest

from tests.matching.parts import match_one


@pytest.mark.parametrize(
    ("line", "family"),
    [
        ("냉각수 펌프 BLDC 24V", "pump-coolant"),  # the liquid that the pump moves
        ("柴油车SCR+DOC 总成", "catalyst-exhaust"),  # 油 is a piece of another word
        ("电磁钢片 0.35mm", "raw-metal"),  # and 磁钢 of this one
    ],
)
def test_a_liquid_or_a_piece_of_a_word_is_not_the_thing(line: str, family: str) -> None:
    assert match_one(line).family == family


def test_a_liquid_alone_stays_the_thing() -> None:
    assert match_one("냉각수 4L").family == "chemical"
    assert match_one("冷却液 水泵用 2L").family == "chemical"


def test_a_solder_paste_says_the_bismuth_of_its_formula() -> None:
    assert "Bi" in match_one("Solder paste Sn42Bi58").minerals
    assert match_one("Solder paste SAC305").minerals == ()


@pytest.mark.parametrize("line", ["气缸用磁性传感器", "마그네트 센서 실린더용"])
def test_the_switch_of_a_cylinder_has_no_magnet_of_its_own(line: str) -> None:
    assert match_one(line).verdict == "no"
    assert match_one("自动门用磁性传感器").verdict == "likely"
