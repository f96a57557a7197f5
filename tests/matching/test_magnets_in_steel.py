"""A tray, holder or roller named after its magnet holds one though it is of stainless steel; it is asked about.
A screw or a box bought for a magnet stays one."""

import pytest

from tests.matching.parts import match_one


@pytest.mark.parametrize(
    "line",
    [
        "Magnet tray stainless steel",
        "자석 트레이 스테인리스",
        "マグネット トレイ ステンレス",
        "磁铁托盘 不锈钢",
    ],
)
def test_stainless_steel_takes_no_magnet_out(line: str) -> None:
    match = match_one(line)
    assert (match.verdict, match.family) == ("unknown", "magnet-assembly")


@pytest.mark.parametrize(
    "line", ["magnet screw stainless steel", "磁铁 螺丝 不锈钢 M4", "자석 박스 종이"]
)
def test_what_is_bought_for_a_magnet_has_none(line: str) -> None:
    assert match_one(line).verdict == "no"
