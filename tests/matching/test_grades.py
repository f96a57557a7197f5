"""Grades, claims and contents in text: what must be read as one, and what must not."""

import pytest

from desktop_app.matching.lexicon import lexicon_of
from desktop_app.matching.reading import TextReader
from tests.matching.parts import match_one, shipped_knowledge

CLAIM, DIFFUSION, STATEMENT = "P15", "P16", "P18"


def said(kind: str, text: str) -> bool:
    """Whether a text says what a pattern is about."""
    reading = TextReader(lexicon_of(shipped_knowledge())).read(text)
    if kind == CLAIM:
        return bool(reading.claims)
    if kind == DIFFUSION:
        return "diffused" in reading.hints
    if kind == STATEMENT:
        return bool(reading.shares)
    match = match_one(text)
    family = match.family or ""
    named = match.form in ("magnet", "powder") and match.material is not None
    return match.grade is not None or named or family.startswith("capacitor-ceramic")


CASES = [
    (pattern.id, text, expected)
    for pattern in shipped_knowledge().patterns
    for texts, expected in ((pattern.must_match, True), (pattern.must_not_match, False))
    for text in texts
]


@pytest.mark.parametrize(("kind", "text", "expected"), CASES)
def test_patterns(kind: str, text: str, expected: bool) -> None:
    assert said(kind, text) is expected


@pytest.mark.parametrize(
    "text",
    [
        "INDUCTOR SMD 33UH 20%", "BATTERY AGM 12V 28AH", "CABLE 4x0.75 50M BLACK",
        "Bohrung 35H7 Lagerbuchse", "Socket head screw M4 SH 12.9", "O-ring NBR 70 Shore 42 SH",
        "JST SH connector 40 pin", "BMW N52 engine gasket set", "Nylon N35 sleeve",
    ],
)  # fmt: skip
def test_look_alikes_of_grades_raise_no_alarm(text: str) -> None:
    match = match_one(text)
    assert match.grade is None
    assert match.verdict not in ("yes", "likely")


def test_a_grade_that_exists_twice_belongs_to_its_maker_only_where_named() -> None:
    usual = match_one("Magnet N56")
    shin_etsu = match_one("Magnet N56", manufacturer="Shin-Etsu Magnetics")
    assert usual.grade == "N56"
    assert shin_etsu.grade is not None
    assert usual.listed_probability < shin_etsu.listed_probability


@pytest.mark.parametrize("text", ["Rotor arc 38UH epoxy", "Rotor segment 42SH", "Rotor 42 UH"])
def test_a_grade_beside_a_rotor_is_that_of_its_magnets(text: str) -> None:
    assert match_one(text).verdict == "yes"


@pytest.mark.parametrize(
    "text", ["Rotor 35H", "Rotor 35 H7 bore", "Rotor shaft 42CrMo4", "Rotor coil 33UH"]
)
def test_heights_fits_and_steels_of_rotors_are_no_grades(text: str) -> None:
    assert match_one(text).verdict not in ("yes", "likely")
