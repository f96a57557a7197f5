"""Parts for a motor, magnet or loudspeaker are no motor, magnet or loudspeaker, in any language."""

import csv
from pathlib import Path

import pytest

from desktop_app.matching.match import match_parts
from tests.matching.parts import part_table, shipped_knowledge

_FOLDER = Path(__file__).parent
_WORDS = list(
    csv.DictReader((_FOLDER / "accessories.csv").read_text(encoding="utf-8").splitlines())
)
LANGUAGES = ("en", "de", "fr", "es", "it", "ja", "zh", "ko")
RIGHT_ALARMS = frozenset({
    "Magnethalter", "Magnetstecker", "Magnetkupplung", "Magnetlager", "loudspeaker driver",
    "magnet coupling", "coupling, magnet", "headphone driver", "driver, loudspeaker",
    "driver, headphone", "plate, magnet",
    "ヘッドホンドライバ", "헤드폰 드라이버", "헤드폰드라이버",
    "magnet plate", "neodymium magnet plate", "plate, neodymium magnet", "plate - neodymium magnet",
    "磁石プレート", "ネオジム磁石プレート", "硬盘驱动器",
    "자석 커넥터", "자석커넥터", "자석 플레이트", "자석플레이트", "네오디뮴 자석 플레이트", "네오디뮴 자석플레이트",
})  # fmt: skip
"""Lines that name a bearing thing although they are built like the others."""


def _words(language: str, role: str) -> list[str]:
    wanted = (language, role)
    return next(r["words"] for r in _WORDS if (r["language"], r["role"]) == wanted).split("; ")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_accessory_is_taken_for_the_thing_it_belongs_to(language: str) -> None:
    lines = [
        pattern.format(accessory=accessory, thing=thing, joined=accessory.lower())
        for thing in _words(language, "thing")
        for accessory in _words(language, "accessory")
        for pattern in _words(language, "pattern")
    ]
    assert len(lines) > 300
    matches = match_parts(part_table(description=lines), shipped_knowledge())
    alarms = {
        line
        for line, match in zip(lines, matches, strict=True)
        if match.verdict in ("yes", "likely") or match.outcome == "none"
    }
    assert {line.removesuffix(" kit") for line in alarms} <= RIGHT_ALARMS


@pytest.mark.parametrize(
    "text",
    ["cage de disque dur", "truc du servomoteur", "coso del altavoz", "ハードディスクゲレンデ"],
)
def test_an_unknown_word_that_names_the_thing_leaves_no_alarm(text: str) -> None:
    assert match_parts(part_table(description=[text]), shipped_knowledge())[0].verdict in (
        "no", "unknown",
    )  # fmt: skip


@pytest.mark.parametrize(
    "text", ["paire de haut-parleurs", "servo RC 9 g", "Frein à aimants permanents"]
)
def test_words_for_an_amount_and_short_additions_do_not(text: str) -> None:
    match = match_parts(part_table(description=[text]), shipped_knowledge())[0]
    assert match.verdict in ("yes", "likely")


@pytest.mark.parametrize(
    ("text", "runner_up"),
    [
        ("servomoteur câble", "cable"),
        ("haut-parleur support", "mechanical"),
        ("moteur brushless variateur", "drive"),
        ("altavoz soporte", "mechanical"),
        ("motor paso a paso cable", "cable"),
        ("servomotore staffa", "mechanical"),
        ("altoparlante cavo", "cable"),
    ],
)
def test_where_the_noun_comes_first_an_accessory_behind_it_leaves_open_which_is_meant(
    text: str, runner_up: str
) -> None:
    match = match_parts(part_table(description=[text]), shipped_knowledge())[0]
    assert (match.outcome, match.runner_up) == ("ambiguous", runner_up)


@pytest.mark.parametrize(
    "text",
    [
        "servomoteur câble 3 m",
        "servomoteur avec câble",
        "motor brushless con soporte",
        "altoparlante 8 ohm staffa",
        "moteur pas à pas bride",
        "servomotor cable longitud 5 m",
    ],
)
def test_what_a_device_comes_with_or_has_of_a_size_does_not(text: str) -> None:
    assert match_parts(part_table(description=[text]), shipped_knowledge())[0].outcome == "sure"
