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


@pytest.mark.parametrize(
    "line",
    ["magnet clip", "자석 클립", "マグネットクリップ", "強力マグネットクリップ", "磁铁夹"],
)
def test_a_clip_that_is_named_after_its_magnet_is_not_cleared(line: str) -> None:
    assert match_one(line).verdict == "unknown"


@pytest.mark.parametrize(
    ("line", "family"),
    [
        ("extractor axial brushless 24V", "motor-bldc"),
        ("solvent extractor neodymium", "rare-earth"),
        ("servo motor net 5 kg", "motor-servo"),
        ("didymium glass filter", "glass-cerium"),
        ("磁铁塑料袋", "magnet"),
        ("magnete gancetto", "magnet-pot"),
        ("BLDC motor, not ferrite magnet", "motor-bldc"),
        ("Servomotor, keine Ferritmagnete", "motor-servo"),
        ("伺服电机 带铁氧体磁环", "motor-servo"),
        ("서보모터, 비페라이트", "motor-servo"),
    ],
)
def test_words_of_other_things_clear_nothing(line: str, family: str) -> None:
    """An extractor may be a fan, net a weight, and a denied or clipped-on ferrite is no magnet."""
    match = match_one(line)
    assert (match.family, match.verdict != "no") == (family, True)


@pytest.mark.parametrize(
    ("line", "mineral"),
    [
        ("tantalum tungsten carbide powder", "W"),
        ("Tantalum / tungsten / molybdenum sheet", "W"),
        ("Tantal Wolfram Draht", "W"),
    ],
)
def test_tantalum_beside_a_listed_metal_is_not_all_that_is_bought(line: str, mineral: str) -> None:
    assert match_one(line).minerals == (mineral,)
    assert match_one("Tantalum foil, terbium metal").family == "metal-heavy"
    assert match_one("lutetium oxide in tantalum crucible").verdict in ("yes", "likely")
    assert match_one("Tantalum wire 0.2").material == "tantalum"


@pytest.mark.parametrize(
    "line",
    ["Halter für Graphitelektrode", "O-ring for graphite electrode", "door seal graphite grey"],
)
def test_a_part_for_graphite_or_of_its_colour_is_none(line: str) -> None:
    assert match_one(line).minerals == ()
