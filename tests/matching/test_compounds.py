"""Short English nouns that name a thing only behind another one, and ordinary nouns of other languages."""

import pytest

from tests.matching.parts import match_one


@pytest.mark.parametrize(
    "line",
    [
        "servo motor key",
        "motor key 5x5x20",
        "speaker pad",
        "stepper motor filter",
        "fan puller",
        "스피커 덮개 플라스틱",
        "모터 클립",
        "スピーカー用ネット",
        "电机拉马",
        "Escobilla motor",
        "Blindage moteur",
        "Chiavetta motore",
    ],
)
def test_the_second_noun_is_the_thing(line: str) -> None:
    assert match_one(line).verdict == "no"


@pytest.mark.parametrize(
    ("line", "family"),
    [
        ("Servo motor key type 400W", "motor-servo"),
        ("servo motor, key, 14 mm", "motor-servo"),
        ("Servomotor 400W with key", "motor-servo"),
        ("Moteur brushless avec filet M5", "motor-bldc"),
        ("スピーカー パッド付", "loudspeaker"),
        ("Magnet net 20 g", "magnet"),
    ],
)
def test_the_same_nouns_elsewhere_only_describe(line: str, family: str) -> None:
    assert match_one(line).family == family


@pytest.mark.parametrize("line", ["magnet clip", "자석 클립", "マグネットクリップ", "磁铁夹"])
def test_a_clip_that_is_named_after_its_magnet_is_not_cleared(line: str) -> None:
    assert match_one(line).verdict == "unknown"
