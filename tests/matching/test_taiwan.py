"""Lists from Taiwan: traditional characters, and words of its own for some things."""

import pytest

from tests.matching.parts import match_one


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("鎢棒 D3x50", "tungsten"),
        ("鍺鏡片 20mm", "germanium-optics"),
        ("磁性聯軸器", "magnet-coupling"),
        ("雷射晶體", "crystal-yag"),
        ("光纖 摻鉺", "fibre-doped"),
    ],
)
def test_lists_from_taiwan_name_controlled_goods(text: str, family: str) -> None:
    assert match_one(text).family == family
