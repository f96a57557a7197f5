"""Names with a link between their words, and words that only look like one."""

import pytest

from desktop_app.matching.lexicon import lexicon_of
from desktop_app.matching.linked import without_links
from desktop_app.matching.match import match_parts
from desktop_app.matching.normal import normalise
from tests.matching.parts import part_table, shipped_knowledge


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("サーボ用モータ 400W", "サーボモータ 400W"),
        ("自動車排気ガス浄化用触媒", "自動車排気ガス浄化触媒"),
        ("永磁式 吸盘", "永磁 吸盘"),
        ("步进型的电机", "步进电机"),
        ("マグネット式ポンプ", "マグネットポンプ"),
        ("스테핑형 모터 42각", "스테핑 모터 42각"),
    ],
)
def test_a_link_within_one_name_is_left_out(text: str, plain: str) -> None:
    assert without_links(text, normalise(text), lexicon_of(shipped_knowledge())) == plain


@pytest.mark.parametrize(
    "text",
    [
        "サーボモータ用ケーブル",  # what stands on both sides is no part that bears
        "磁気センサ用ブラケット",
        "ドアキャッチ用磁石",  # a magnet for it, not the catch with it
        "磁石用プレート",  # a plate for a magnet, not the plate with it
        "회전의자 팔걸이형",
        "手用机床",  # one sign before it is too little
        "servo motor",
    ],
)
def test_any_other_stays(text: str) -> None:
    assert without_links(text, normalise(text), lexicon_of(shipped_knowledge())) is None


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("力矩电机 无框 Φ120", "motor-torque"),
        ("권상기 PM 기어리스 1000kg", "motor-lift"),
        ("酸化イットリウム 溶射用 5N", "oxide-heavy"),
        ("イットリア溶射 チャンバー部品", "part-yttria-coated"),
    ],
)
def test_a_hint_for_any_language_counts_within_a_word(text: str, family: str) -> None:
    """It did so only where the word stood alone."""
    assert match_parts(part_table(description=[text]), shipped_knowledge())[0].family == family


@pytest.mark.parametrize(
    "text",
    ["无刷电机测试仪", "brushless motor tester", "電磁石 磁石形", "二手机床", "抓手机构", "喇叭口 DN100",
     "数字隔离器", "防振アイソレータ", "에어 서큘레이터", "手机链", "强磁场测试架", "荧光灯灯座 G13",
     "ヘッドホン ハンガー", "퀸히드론 전극", "石墨烯粉"],
)  # fmt: skip
def test_no_alarm_for_what_is_named_alike(text: str) -> None:
    found = match_parts(part_table(description=[text]), shipped_knowledge())[0]
    assert found.verdict not in ("yes", "likely")
    assert not found.minerals


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("セリウム化合物", "compound-light"),
        ("铈的化合物", "compound-light"),
        ("세륨화합물", "compound-light"),
        ("镝化合物 99.9%", "compound-heavy"),
    ],
)
def test_a_compound_of_an_element_is_one(text: str, family: str) -> None:
    assert match_parts(part_table(description=[text]), shipped_knowledge())[0].family == family


@pytest.mark.parametrize("text", ["ゴム化合物", "鉛化合物", "化合物半导体晶圆"])
def test_a_compound_of_nothing_listed_is_none(text: str) -> None:
    found = match_parts(part_table(description=[text]), shipped_knowledge())[0]
    assert found.verdict not in ("yes", "likely")
    assert not found.minerals
