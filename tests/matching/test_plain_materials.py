"""A part whose name nobody knows is a common piece where its column of materials says no more than a
standard designation of an ordinary material; anything that may hide a magnet in it is asked about."""

import csv

import pytest

from desktop_app.matching.match import match_parts
from desktop_app.model.match import Match
from desktop_app.paths import shipped
from tests.matching.parts import part_table, shipped_knowledge

with shipped("resources", "register", "plain_materials.csv").open(encoding="utf-8") as file:
    ROWS = [row for row in csv.DictReader(file) if row["examples"]]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["examples"][:12])
def test_the_examples_of_a_designation_are_read_and_its_look_alikes_are_not(
    row: dict[str, str],
) -> None:
    materials = shipped_knowledge().word_lists.materials
    examples = [text.strip() for text in row["examples"].split(";")]
    others = [text.strip() for text in row["others"].split(";")]
    assert {text: materials.family(text) for text in examples} == dict.fromkeys(
        examples, row["family"]
    )
    assert {text: materials.family(text) for text in others} == dict.fromkeys(others)


@pytest.mark.parametrize("material", ["NdFeB", "N42SH", "SmCo", "AlNiCo 5", "Y30", "C8", "1.3728"])
def test_no_magnet_material_passes_for_an_ordinary_one(material: str) -> None:
    assert shipped_knowledge().word_lists.materials.family(material) is None


def matched(description: str | None, material: str) -> Match:
    parts = part_table(part_number=["4711"], description=[description], material=[material])
    return match_parts(parts, shipped_knowledge()).kinds[0]


@pytest.mark.parametrize(
    "material", ["EN-GJL-250", "X12CRS13/V+S", "42CrMo4", "POM-C", "Messing", "铸铁", "SUS304"]
)
def test_an_unknown_piece_of_an_ordinary_material_is_not_asked_about(material: str) -> None:
    match = matched("KRAMPFELRING!D110/68X42", material)
    assert (match.verdict, match.outcome, match.evidence) == ("no", "sure", "D")
    assert match.form == "other"


@pytest.mark.parametrize(
    ("description", "material"),
    [
        ("KRAMPFELRING", "Steel"),  # of which cases are made, with anything in them
        ("KRAMPFELRING", "C45E, NdFeB"),  # a second material
        ("KRAMPFELRING", "steel / copper"),  # as motors and coils are made of
        ("KRAMPFELRING 24 V 3 A", "C45E"),  # an electric thing in a case of steel
        ("Krampfel 400 W", "EN-GJL-250"),
        ("Krampfel assembly", "C45E"),  # what is in it is not said
        ("KRAMPFELRING", "2.4060"),
        ("KRAMPFELRING", "see drawing"),
        ("KRAMPFELRING", "ABS"),
        (None, "C45E"),  # a number alone may be anything
    ],
)
def test_what_more_may_be_in_is_still_asked_about(description: str | None, material: str) -> None:
    assert matched(description, material).verdict != "no"


@pytest.mark.parametrize(
    ("description", "material"),
    [("Motor DC brushless", "C45E"), ("Topfmagnet 32 mm", "S235JR"), ("Magnet ring", "1.4301")],
)
def test_a_known_thing_stays_what_it_is(description: str, material: str) -> None:
    assert matched(description, material).verdict in ("yes", "likely", "unknown")


@pytest.mark.parametrize("description", ["Ring 20x10x5", "Block", "Scheibe 10x3", "Sleeve"])
@pytest.mark.parametrize(
    ("material", "family", "outcome"),
    [
        ("N42SH", "magnet-ndfeb-sh", "sure"), ("N 42 SH", "magnet-ndfeb-sh", "sure"),
        ("N35EH NiCuNi", "magnet-ndfeb-sh", "sure"), ("RECOMA 26", "magnet-sm2co17", "sure"),
        ("N52", "magnet-ndfeb-n", "ambiguous"),
    ],
)  # fmt: skip
def test_a_grade_under_material_makes_a_ring_a_magnet(
    description: str, material: str, family: str, outcome: str
) -> None:
    """Rings and blocks whose column of materials held nothing but "N42SH" were common pieces, and no
    licence was asked for."""
    match = matched(description, material)
    assert (match.family, match.outcome) == (family, outcome)


@pytest.mark.parametrize("material", ["C45", "A2", "30H", "8.8", "POM", "EN45", "FKM"])
def test_another_material_leaves_a_ring_a_common_piece(material: str) -> None:
    assert matched("Ring 20x10x5", material).verdict == "no"
