"""What another column says of a part whose description names no thing, or only a shape."""

import pytest

from tests.matching.parts import match_one


@pytest.mark.parametrize(
    ("text", "material", "family"),
    [
        ("Pos. 4711", "Sm2Co17", "magnet-sm2co17"),
        ("Ebauche cyl. 12x40", "SmCo5", "magnet-smco5"),
        ("圆片 D10*2", "钕铁硼", "magnet-ndfeb"),
        ("丸棒 5×20", "ネオジム磁石 N40", "magnet-ndfeb-n"),
        ("XX-4", "Gadolinium sputtering target 99.9 %", "target-rare-earth"),
    ],
)
def test_the_material_says_what_a_number_or_a_shape_is(
    text: str, material: str, family: str
) -> None:
    found = match_one(text, material=material)
    assert (found.verdict, found.family, found.outcome) == ("yes", family, "sure")


def test_a_heading_of_magnets_makes_a_ring_one_of_unknown_material() -> None:
    found = match_one("Ring 30/20x5", section="Magnete")
    assert (found.verdict, found.family, found.form) == ("likely", "magnet", "magnet")
    assert found.material is None


@pytest.mark.parametrize("text", ["Halter 30 mm", "Schraube M4x10", "Etikett 40x20", "O-Ring 30x2"])
def test_a_named_thing_under_a_heading_of_magnets_stays_what_it_is(text: str) -> None:
    assert match_one(text, section="Magnete").verdict == "no"


def test_a_shape_with_the_customs_number_of_magnets_may_be_one_but_its_form_is_not_settled() -> (
    None
):
    found = match_one("Block 20x10x5", hs_code="85051110")
    assert (found.verdict, found.form, found.form_evidence) == ("likely", "magnet", "D")
    assert match_one("Block 20x10x5", hs_code="73181500").verdict == "no"


@pytest.mark.parametrize("text", ["Ring 42x32x6 diametrically magnetised", "Block 20x10x5 NiCuNi"])
def test_a_magnetised_or_so_plated_shape_is_a_magnet(text: str) -> None:
    assert match_one(text).form == "magnet"


def test_a_number_of_a_maker_of_one_kind_is_asked_about_and_never_settled() -> None:
    found = match_one("A-4471", manufacturer="JL MAG Rare-Earth Co.")
    assert (found.family, found.form_evidence) == ("magnet-ndfeb", "D")
    assert found.outcome == "ambiguous"
    assert match_one("A-4471", manufacturer="Robert Bosch").outcome == "none"
    assert match_one("Screw M4x10", manufacturer="JL MAG").verdict == "no"


def test_a_supplier_of_one_kind_says_what_nothing_else_of_the_row_says() -> None:
    found = match_one("4711-22", supplier="JL MAG Rare-Earth Co., Ltd.")
    assert (found.verdict, found.form_evidence, found.outcome) == ("likely", "D", "ambiguous")
    for text in ("Screw M4x10", "Carton 40x30", "Spring, die, red 25x64"):
        assert match_one(text, supplier="JL MAG Rare-Earth Co., Ltd.").verdict == "no"
    assert match_one("4711-22", supplier="Vacuumschmelze").outcome == "none"


def test_a_block_with_a_grade_in_its_own_column_is_a_magnet_of_that_grade() -> None:
    found = match_one("Block 30x10x5", magnet_grade="38UH")
    assert (found.verdict, found.grade, found.form) == ("yes", "38UH", "magnet")


def test_granules_are_of_what_the_column_of_the_material_says() -> None:
    assert match_one("Granulat", material="Sm2Co17").verdict == "yes"
    assert match_one("Granulat", material="ABS").verdict == "no"


def test_a_line_that_only_points_to_a_drawing_leaves_the_part_number_to_speak() -> None:
    assert match_one("siehe Zeichnung", mpn="MHMF022L1U2M").family == "motor-servo"
    assert match_one("Wartung", mpn="MHMF022L1U2M").verdict == "no"


def test_a_housing_does_not_become_a_magnet_by_a_maker_or_a_motor_in_its_material() -> None:
    assert match_one("Housing 40x20", material="Servomotor").verdict == "no"
    assert match_one("Housing 40x20", manufacturer="Faulhaber").verdict == "no"


@pytest.mark.parametrize(
    ("text", "material", "family", "outcome"),
    [
        ("Wafer 3 inch", "GaAs", "gallium-arsenide", "sure"),
        ("Ingot", "GaAs", "gallium-arsenide", "ambiguous"),
        ("LED 5 mm", "GaAs", "led", "sure"),
        ("Lens blank", "Germanium", "germanium-optics", "sure"),
        ("Sputtertarget 3 Zoll", "SmCo", "target-rare-earth", "sure"),
        ("Sputtering target", "Yttrium", "target-rare-earth", "sure"),
        ("Blech 2 mm", "Al-Sc alloy", "alloy-alsc", "sure"),
        ("Dichtung DN50", "Graphit", "graphite-seal", "sure"),
        ("Dichtung DN50", "NBR", "seal", "sure"),
        ("Fenster 25 mm", "CVD-Diamant", "diamond-optics", "sure"),
    ],
)
def test_the_material_of_a_wafer_a_lens_or_a_target_is_what_it_is_made_of(
    text: str, material: str, family: str, outcome: str
) -> None:
    """Once devices of GaAs, plain optics and a target of anything, and so called free."""
    found = match_one(text, material=material)
    assert (found.family, found.outcome) == (family, outcome)


@pytest.mark.parametrize(
    ("text", "material", "family"),
    [
        ("Gearbox housing casting", "EV31A magnesium alloy", "alloy-mg-re"),
        ("Flansch", "WE43", "alloy-mg-re"),
        ("Bracket", "Scalmalloy", "alloy-alsc"),
        ("Lens element L4", "H-LaK53A", "optical-glass-lanthanum"),
    ],
)
def test_a_thing_made_of_a_material_of_rare_earths_is_that(
    text: str, material: str, family: str
) -> None:
    match = match_one(text, material=material)
    assert (match.verdict, match.family) == ("yes", family)


@pytest.mark.parametrize(
    ("text", "material"),
    [
        ("Gearbox housing casting", "AZ91D magnesium alloy"),
        ("Bracket", "WE43 free"),
        ("Bracket", "AlSi10Mg"),
        ("Lens element L5", "N-BK7"),
        ("Lens holder", "H-LaK53A"),
    ],
)
def test_a_thing_made_of_another_material_is_not(text: str, material: str) -> None:
    assert match_one(text, material=material).verdict == "no"
