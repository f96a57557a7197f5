"""An instrument is asked about, since it may hold magnets, lasers or lenses; its bracket is not."""

import pytest

from tests.matching.parts import match_one


@pytest.mark.parametrize(
    "line", ["光谱仪", "核磁共振仪", "热成像仪", "激光测距仪", "稀土元素分析仪", "激光切割机"]
)
def test_an_instrument_is_not_cleared(line: str) -> None:
    assert match_one(line).verdict == "unknown"


@pytest.mark.parametrize(
    "line",
    ["测量仪支架", "仪表盘支架", "仪器箱", "舵机测试仪", "激光切割加工费", "激光切割件 304 2mm"],
)
def test_what_belongs_to_it_stays_ordinary(line: str) -> None:
    assert match_one(line).verdict == "no"


@pytest.mark.parametrize(
    "line",
    ["白色LEDリング照明", "LED ring light white", "링 조명 백색 LED", "aro de luz LED blanca"],
)
def test_a_white_ring_light_is_a_white_lamp(line: str) -> None:
    assert match_one(line).family == "led-white"


@pytest.mark.parametrize(
    "line", ["ring light mount", "링 조명 브라켓", "リングライト用スタンド", "Oリング P20"]
)
def test_its_holder_and_other_rings_stay_ordinary(line: str) -> None:
    assert match_one(line).verdict == "no"


@pytest.mark.parametrize(
    "line",
    ["サマリウムコバルト磁石撹拌子 30mm", "stirring bar, samarium cobalt", "磁力搅拌子 钐钴"],
)
def test_a_stirring_bar_of_samarium_cobalt_is_named(line: str) -> None:
    assert match_one(line).verdict == "yes"


def test_a_stirring_bar_alone_is_asked_about() -> None:
    assert match_one("Magnetic stir bar 20 mm").verdict == "unknown"
