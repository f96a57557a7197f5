"""Words of languages without blanks that hold a noun or a particle of one character and mean neither."""

import pytest

from desktop_app.matching.match import match_parts
from tests.matching.parts import part_table, shipped_knowledge

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
