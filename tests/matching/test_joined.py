"""Words of languages without blanks that hold a noun or a particle of one character and mean neither."""

import pytest

from desktop_app.matching.match import match_parts
from tests.matching.parts import match_one, part_table, shipped_knowledge

ATTRIBUTES = {
    "zh": ("伺服电机 {}", ("双出轴", "四线", "闭环", "非标", "工业用", "双向", "铝壳", "箱装", "轴流", "含税")),
    "ja": ("サーボモータ {}", ("業務用", "双方向", "片側", "環状", "箱入り", "RoHS対応", "専用", "油冷")),
    "ko": ("서보모터 {}", ("산업용", "대용량", "직선", "밀봉", "원통형", "특대", "블랙", "함유")),
}  # fmt: skip
PARTS = {
    "zh": ("伺服电机 {}", ("轴", "线", "盖", "支架", "箱")),
    "ja": ("サーボモータ {}", ("軸", "箱", "板", "ケーブル")),
    "ko": ("서보모터 {}", ("축", "케이블", "판", "캡")),
}


def _verdicts(pattern: str, words: tuple[str, ...]) -> dict[str, str]:
    lines = [pattern.format(word) for word in words]
    matches = match_parts(part_table(description=lines), shipped_knowledge())
    return {line: match.verdict for line, match in zip(lines, matches, strict=True)}


@pytest.mark.parametrize("language", ATTRIBUTES)
def test_an_attribute_does_not_name_another_thing(language: str) -> None:
    verdicts = _verdicts(*ATTRIBUTES[language])
    assert {line for line, verdict in verdicts.items() if verdict != "yes"} == set()


@pytest.mark.parametrize("language", PARTS)
def test_the_noun_itself_still_does(language: str) -> None:
    verdicts = _verdicts(*PARTS[language])
    assert {line for line, verdict in verdicts.items() if verdict != "no"} == set()


def test_what_stands_before_taiou_is_what_a_thing_fits() -> None:
    verdicts = _verdicts("{}", ("MR-J4対応 サーボモータ", "サーボモータ対応ケーブル"))
    assert list(verdicts.values()) == ["yes", "no"]


@pytest.mark.parametrize(
    "line", ["门吸强磁铁 15x3", "皮带扣强磁圆片 D8x2", "볼트강력자석 M5", "棚板強力マグネット 10x2"]
)
def test_an_ordinary_noun_joined_before_a_magnet_says_what_the_magnet_is_for(line: str) -> None:
    match = match_one(line)
    assert (match.form, match.verdict) == ("magnet", "yes")


@pytest.mark.parametrize(
    "line", ["螺丝刀 强磁 十字", "볼트 자석용", "取付板磁石なし", "钕铁硼磁铁包装箱", "자석 보관함"]
)
def test_a_blank_or_a_further_noun_leaves_the_ordinary_thing(line: str) -> None:
    """ "Screwdriver, strong magnetic", a bolt for magnets, a plate without one, boxes for magnets."""
    assert match_one(line).verdict == "no"


def test_texts_that_differ_in_that_blank_alone_do_not_share_a_reading() -> None:
    lines = ["螺丝刀强磁 十字", "螺丝刀 强磁 十字", "螺丝刀强磁 十字"]
    joined, apart, again = match_parts(part_table(description=lines), shipped_knowledge())
    assert joined == again
    assert (joined.verdict, apart.verdict) == ("yes", "no")
