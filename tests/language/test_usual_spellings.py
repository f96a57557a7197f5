"""Words that lists of the East spell in several ways."""

import csv

import pytest

from desktop_app.language.usual_spellings import tables_of_spellings
from desktop_app.matching.normal import normalise


@pytest.mark.parametrize(
    ("written", "usual"),
    [
        ("步进马达", "步进电机"),
        ("無碳刷馬達", "无刷电机"),
        ("含氧感知器", "氧传感器"),
        ("ｽﾃﾂﾋﾟﾝｸﾞﾓ-ﾀ", "ステッピングモーター"),  # of old systems: no small kana, a hyphen
        ("ヘッドフォン", "ヘッドホン"),
        ("マグネティック", "マグネチック"),
        ("パワーウィンドウ", "パワーウインドウ"),
        ("サマリューム", "サマリウム"),
        ("써보모타", "서보모터"),
        ("엑츄에이터", "액추에이터"),
        ("니오디움 마그네트", "네오디뮴 마그넷"),
        ("배기휀", "배기팬"),
    ],
)
def test_a_word_spelled_otherwise_reads_as_the_usual_one(written: str, usual: str) -> None:
    assert normalise(written) == normalise(usual)


@pytest.mark.parametrize(
    ("text", "within"),
    [("电动机器人", "电机"), ("전동기타", "모터"), ("ステイ", "チ"), ("마그네틱", "마그넷")],
)
def test_a_word_that_only_begins_like_one_stays(text: str, within: str) -> None:
    assert within not in normalise(text)


def test_every_row_has_a_language_and_a_source_and_stands_once() -> None:
    lines = tables_of_spellings()[0].read_text(encoding="utf-8").splitlines()
    rows = list(csv.DictReader(lines))
    assert all(row["language"] in ("zh", "ja", "ko") and row["source"] for row in rows)
    assert len({row["written"] for row in rows}) == len(rows)
