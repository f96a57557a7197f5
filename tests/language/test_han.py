"""Traditional Chinese characters are compared in their simplified form, in words for parts and in headings."""

from pathlib import Path

import pytest

from desktop_app.intake.heading_text import normalise as heading
from desktop_app.language.han import (
    CharacterTableError,
    read_characters,
    simplified,
    simplified_characters,
)
from desktop_app.matching.normal import normalise


@pytest.mark.parametrize(
    ("taiwan", "mainland"),
    [
        ("鎢棒", "钨棒"),
        ("鍺鏡片", "锗镜片"),
        ("氧化鎵", "氧化镓"),
        ("磁性聯軸器", "磁性联轴器"),
        ("碳化矽", "碳化硅"),
        ("氧化鎦", "氧化镥"),
    ],
)
def test_a_part_named_in_taiwan_reads_as_in_the_mainland(taiwan: str, mainland: str) -> None:
    assert simplified(taiwan) == mainland
    assert normalise(taiwan) == normalise(mainland)


def test_a_heading_of_taiwan_reads_as_in_the_mainland() -> None:
    assert heading("供應商名稱") == heading("供应商名称")


def test_other_writing_stays() -> None:
    for text in ("Magnet N42SH", "磁石", "モーター", "영구자석", "Тип"):
        assert simplified(text) == text


def test_no_simplified_character_is_turned_again() -> None:
    turned = simplified_characters()
    assert not set(map(ord, turned.values())) & set(turned)
    assert len(turned) > 2_000


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("鐵铁 鐵铁,x", "twice"),
        ("鐵铁x,x", "no pair"),
        ("鐵鐵,x", "no pair"),
        ("鐵铁,", "source is missing"),
        ("鐵铁 鉄鐵,x", "turned into another"),
    ],
)
def test_a_broken_table_says_what_is_wrong(tmp_path: Path, row: str, words: str) -> None:
    path = tmp_path / "characters.csv"
    path.write_text(f"pairs,source\n{row}\n", encoding="utf-8")
    with pytest.raises(CharacterTableError, match=words):
        read_characters(path)


@pytest.mark.parametrize(
    ("taiwan", "mainland"),
    [("雷射晶體", "激光晶体"), ("光電感測器", "光电传感器"), ("雷射 二極體", "激光二极管")],
)
def test_a_word_of_taiwan_reads_as_that_of_the_mainland(taiwan: str, mainland: str) -> None:
    assert normalise(taiwan) == normalise(mainland)
