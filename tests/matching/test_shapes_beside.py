"""Mere shapes whose material stands elsewhere or as a symbol: asked about, never surely ordinary."""

import pytest

from tests.matching.parts import match_one


@pytest.mark.parametrize(
    ("shape", "number", "outcome"),
    [
        ("Ring", "N42SH", "sure"),
        ("Disc 10x3", "N35", "ambiguous"),
        ("Scheibe D10x3", "N42", "ambiguous"),
        ("Ring 20x10x5", "42SH", "ambiguous"),
        ("圆环 20x10x5", "N42SH-2010", "ambiguous"),
    ],
)
def test_a_shape_whose_type_is_a_grade_is_a_magnet(shape: str, number: str, outcome: str) -> None:
    match = match_one(shape, mpn=number)
    assert (match.verdict, match.form, match.outcome) == ("yes", "magnet", outcome)


@pytest.mark.parametrize(
    ("shape", "number"),
    [
        ("Ring", "35H7"),
        ("Ring", "N80"),
        ("Ring", "NBR 70"),
        ("Disc", "8.8"),
        ("Ring 20x10", "Y30"),
        ("Screw M5", "N42SH"),
        ("Nylon sleeve", "N35"),
        ("Ring 20x10", "RX-N35-22"),
    ],
)
def test_other_types_and_other_things_are_as_before(shape: str, number: str) -> None:
    assert match_one(shape, mpn=number).verdict == "no"


@pytest.mark.parametrize("line", ["terbium, box", "Dysprosium box", "holmium can", "Cerium, case"])
def test_an_element_and_its_vessel_are_asked_about(line: str) -> None:
    match = match_one(line)
    assert (match.family, match.outcome) == ("rare-earth", "ambiguous")


def test_an_element_in_the_name_of_another_thing_is_not() -> None:
    assert match_one("terbium connector").verdict == "no"


@pytest.mark.parametrize(
    ("line", "mineral"),
    [
        ("W rod 5 mm", "W"),
        ("W Stab 5 mm", "W"),
        ("W-Draht 0,1 mm", "W"),
        ("Mo-Draht 0.18", "Mo"),
        ("Mo sheet 0.5 mm", "Mo"),
        ("Bi bar", "Bi"),
        ("graphite post D10", "graphite"),
        ("graphite finger", "graphite"),
    ],
)
def test_a_shape_of_a_mineral_is_asked_about(line: str, mineral: str) -> None:
    match = match_one(line)
    assert (match.minerals, match.outcome) == ((mineral,), "ambiguous")


@pytest.mark.parametrize(
    "line",
    [
        "W rod, mild steel",
        "W plate 10 mm C45",
        "In wire mesh",
        "W profile 100x50 steel",
        "MO PLATE",
        "U profile 40",
    ],
)
def test_a_letter_before_a_named_material_is_no_metal(line: str) -> None:
    assert match_one(line).minerals == ()


@pytest.mark.parametrize(
    "line", ["magnetic finger", "magnetic post", "plaque magnétique", "磁性板"]
)
def test_a_magnetic_shape_is_asked_about(line: str) -> None:
    match = match_one(line)
    assert (match.verdict, match.outcome) == ("unknown", "ambiguous")


@pytest.mark.parametrize(
    "line",
    [
        "non-magnetic plate",
        "plate, non magnetic",
        "Platte unmagnetisch",
        "steel plate magnetic",
        "magnetic stainless steel plate",
        "soft magnetic plate",
        "plate C45 magnetic",
    ],
)
def test_a_shape_that_is_not_magnetic_or_is_of_steel_is_ordinary(line: str) -> None:
    assert match_one(line).verdict == "no"


def test_an_own_number_counts_only_where_it_is_a_grade() -> None:
    """As a column of types without a known heading is read."""
    assert match_one("Ring", part_number="N42SH").form == "magnet"
    assert match_one("Ring", part_number="n42sh").form == "magnet"
    assert match_one("Ring", part_number="N42SH", material="Stahl").outcome == "ambiguous"
    assert match_one("Ring", part_number="4711").verdict == "no"
    assert match_one("Ring", part_number="N42SH", mpn="4711").verdict == "no"


def test_a_shape_of_graphite_by_its_column_is_graphite() -> None:
    for shape in ("Ring 30x20", "Platte 10 mm", "Block 100x100"):
        assert match_one(shape, material="Graphit").minerals == ("graphite",)
    assert match_one("Schraube M5", material="Graphit").minerals == ()
    assert match_one("Ring 30x20", material="PTFE mit Graphit").minerals == ()


@pytest.mark.parametrize(
    "line",
    ["éponge de gadolinium", "海绵钆", "イットリウム線", "esponja de gadolinio", "Dy-Schwamm"],
)
def test_a_named_element_beside_a_shape_it_is_bought_in_is_never_ordinary(line: str) -> None:
    assert match_one(line).verdict in ("likely", "yes")


@pytest.mark.parametrize(
    "line",
    [
        "plate for gadolinium",
        "Platte für Gadolinium",
        "SC plate",
        "TB strip",
        "TB button",
        "海绵 黑",
    ],
)
def test_what_is_for_an_element_or_only_abbreviated_like_it_is_ordinary(line: str) -> None:
    assert match_one(line).verdict == "no"
