"""Pieces named before what they are of, and things that may only go with it."""

import pytest

from tests.matching.parts import match_one


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("Ring, Sm2Co17", "magnet-sm2co17"),
        ("plate (SmCo magnet)", "magnet-smco"),
        ("Disc, neodymium magnet, D10x3", "magnet-ndfeb"),
        ("Block - NdFeB 42SH", "magnet-ndfeb-sh"),
        ("drum, germanium", "germanium"),
        ("Rod, dysprosium metal", "metal-heavy"),
    ],
)
def test_a_shape_is_of_the_material_behind_it(text: str, family: str) -> None:
    found = match_one(text)
    assert (found.family, found.outcome) == (family, "sure")


@pytest.mark.parametrize(
    "text", ["washer, Sm2Co17", "pin (SmCo magnet)", "NdFeB 42SH bush", "insert, terbium metal"]
)
def test_a_thing_beside_a_listed_material_keeps_both_readings(text: str) -> None:
    assert match_one(text).outcome == "ambiguous"


@pytest.mark.parametrize(
    "text",
    [
        "bracket for SmCo magnet", "housing without SmCo magnet",
        "SMCO Industries mounting plate 200x200", "carton, NdFeB magnets 42SH", "Diodo al germanio",
        "プレート(ネオジム磁石用)",
    ],
)  # fmt: skip
def test_what_only_goes_with_a_magnet_is_none(text: str) -> None:
    found = match_one(text)
    assert (found.verdict, found.outcome) == ("no", "sure")
