"""Doses and watts that look like alloys, what a thing is free of, abbreviations that also mean other things."""

import pytest

from desktop_app.matching.match import match_parts
from tests.matching.parts import match_one, part_table, shipped_knowledge


@pytest.mark.parametrize(
    "line",
    [
        "Ibuprofeno 500 mg y 50 mg",
        "Tablet 100 mg Y-shape",
        "Heizpatrone 100 W CU Mantel",
        "Valve 5 mg Y30",
        "Calcium tablets 600 mg",
        "dishwasher tablets 40",
        "Blower fan 5028 12V",
        "Welle geschliffen RZ5",
        "Mutter ZM6",
        "Cargo strap CGO",
        "WS2 coating",
        "Geranium oil 10 ml",
        "School Notebook",
        "Ultra-High-Torque Motor, PDM 11-1/4in",
        "Magnetpulver fluoreszierend",
    ],
)
def test_ordinary_goods_hold_neither_rare_earths_nor_minerals(line: str) -> None:
    match = match_one(line)
    assert match.verdict not in ("yes", "likely")
    assert match.minerals == ()


@pytest.mark.parametrize(
    ("line", "family"),
    [
        ("Mg-Y master alloy 5 kg", "alloy-y-mg"),
        ("25 W-Cu blank", "tungsten-copper"),
        ("tablet 10 inch android", "product-phone"),
        ("Plate 5028-H116", "alloy-alsc"),
        ("RZ5 casting gearbox", "alloy-mg-re"),
        ("GDC electrolyte disc 20 mm", "fuel-cell-sofc"),
        ("Wolframelektrode WX violett 2,4", "electrode-tig"),
        ("LED weiß 5 mm 15000 mcd", "led-white"),
        ("MCD cutting insert", "diamond-crystal"),
        ("Haftmagnet zum Anschrauben Ø 32", "magnet-pot"),
        ("lead free tungsten weight", "tungsten-alloy"),
        ("Reed switch with magnet", "sensor-reed"),
        ("contatto reed con magnete", "sensor-reed"),
        ("high torque servo motor 20kg", "motor-servo"),
        ("三元催化剂", "catalyst-exhaust"),
    ],
)
def test_what_is_meant_is_found(line: str, family: str) -> None:
    assert match_one(line).family == family


@pytest.mark.parametrize(
    "line",
    ["graphite-free gasket", "Antimony-free PET", "tungsten-free electrode", "アンチモンフリー"],
)
def test_what_a_thing_is_free_of_is_not_in_it(line: str) -> None:
    assert match_one(line).minerals == ()


@pytest.mark.parametrize("line", ["free flowing graphite powder", "cobalt-free graphite plate"])
def test_other_words_with_free_take_nothing_back(line: str) -> None:
    assert match_one(line).minerals == ("graphite",)


def test_a_line_is_read_alike_whatever_stands_before_it() -> None:
    lines = [
        "Tablet 500 mg", "tablet 10 inch", "500 mg y 50", "Mg-Y alloy 50", "50 W Cu", "W-Cu 80",
        "stepper motor NEMA 23 cable 2m", "stepper motor NEMA 23 cable",
    ]  # fmt: skip
    knowledge = shipped_knowledge()
    forth = list(match_parts(part_table(description=list(lines)), knowledge))
    back = list(match_parts(part_table(description=lines[::-1]), knowledge))[::-1]
    assert forth == back
    assert [match.family for match in forth[-2:]] == ["motor-stepper", "cable"]


@pytest.mark.parametrize(
    ("line", "verdicts"),
    [
        ("네오디뮴 없는 자석", ("likely", "unknown")),
        ("ネオジムなしの磁石", ("likely", "unknown")),
        ("란탄이 없는 유리", ("no",)),
        ("자석 없는 커버", ("no",)),
        ("케이블 없는 서보모터", ("yes",)),
        ("ケーブルなしのサーボモータ", ("yes",)),
        ("네오디뮴 자석", ("yes",)),
    ],
)
def test_without_stands_behind_what_is_not_there(line: str, verdicts: tuple[str, ...]) -> None:
    """In Japanese and Korean; an element before it is not in the line, nor a noun."""
    assert match_one(line).verdict in verdicts
