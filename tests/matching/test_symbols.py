"""Rare earths named by chemical symbols alone: a symbol beside a state, a formula by its shape."""

import pytest

from desktop_app.model.verdict import Ternary
from tests.matching.parts import match_one


def _held(line: str) -> set[str]:
    return {e.symbol for e in match_one(line).elements if e.state == Ternary.YES}


@pytest.mark.parametrize(
    ("line", "form", "symbols"),
    [
        ("Sm metal, distilled, 99.9 %, under argon", "metal", {"Sm"}),
        ("Y metal lump 3N", "metal", {"Y"}),
        ("DY METAL INGOT 99.5%", "metal", {"Dy"}),
        ("GD METAL CHIPS 3N", "metal", {"Gd"}),
        ("Lingot métal Nd 99,5 %", "metal", {"Nd"}),
        ("LaNiO3 target 3 inch", "target", {"La"}),
        ("La0.6Sr0.4Co0.2Fe0.8O3 powder", "compound", {"La"}),
        ("Ce0.9Gd0.1O1.95", "compound", {"Ce", "Gd"}),
    ],
)
def test_a_symbol_names_the_goods(line: str, form: str, symbols: set[str]) -> None:
    assert match_one(line).form == form
    assert _held(line) == symbols


@pytest.mark.parametrize(
    "line",
    [
        "SM METAL CLIP", "Sm. metal box", "DY-1204 metal bracket", "DY METAL 12", "La boîte en métal",
        "Zb. Nr. SM-4711 Metall", "SmPN2016", "CoCrMo powder", "BaTiO3 target", "PR METAL 20",
    ],
)  # fmt: skip
def test_a_code_or_another_formula_does_not(line: str) -> None:
    assert _held(line) == set()
    assert match_one(line).verdict not in ("yes", "likely")


@pytest.mark.parametrize(
    ("line", "symbols"),
    [
        ("Ce:YAG scintillator disc 20 x 0.5", {"Y", "Ce"}),
        ("Er:YAG Laserstab 4 x 100", {"Y", "Er"}),
        ("Yb:YAG disc", {"Y", "Yb"}),
    ],
)
def test_a_crystal_that_names_its_dopant_holds_no_other(line: str, symbols: set[str]) -> None:
    """A YAG rod alone may well be doped with neodymium; one that names erbium is not."""
    assert _held(line) == symbols
    assert {e.symbol for e in match_one(line).elements} == symbols
    assert "Nd" in {e.symbol for e in match_one("YAG rod 4 x 100").elements}


def test_what_stands_behind_a_comma_does_not_take_the_goods_from_a_symbol() -> None:
    assert match_one("Lu metal sublimed, 10 g, ampoule").form == "metal"
    assert match_one("Ampoule for Lu metal").form != "metal"


@pytest.mark.parametrize(
    ("line", "family"),
    [
        ("Ge zone refined ingot 50 ohm cm", "germanium"),
        ("W block 150x150x60 mm, 99.95 % W", "tungsten"),
        ("Mo-Pulver 99,9 % 5 µm", "molybdenum-powder"),
        ("Te shot 4N", "tellurium"),
    ],
)
def test_a_symbol_names_another_controlled_metal(line: str, family: str) -> None:
    """Taken for a resistor of 50 ohm or for a machined block, they would be called free."""
    assert match_one(line).family == family


@pytest.mark.parametrize("line", ["Bi-metal strip 20x1", "Heater 50 W metal", "In-line metal clip"])
def test_a_word_or_unit_is_no_metal(line: str) -> None:
    assert not match_one(line).minerals


@pytest.mark.parametrize(
    ("line", "symbols"),
    [("PrNd oxide", {"Pr", "Nd"}), ("GdMg30 alloy", {"Gd"}), ("HOCO metal alloy box", set())],
)
def test_symbols_written_together_count_beside_a_state(line: str, symbols: set[str]) -> None:
    assert _held(line) == symbols


def test_a_shape_of_a_named_magnet_material_is_a_magnet() -> None:
    """A further word ("doped") once made the ring the thing and the material a remark."""
    assert match_one("NdFeB Ring, Ho-doped").form == "magnet"


def test_a_listed_salt_beside_another_thing_leaves_the_line_open() -> None:
    match = match_one("ScCl3 anhydrous ampoule 10g")
    assert (match.outcome, match.family) == ("ambiguous", "compound-heavy")


def test_shorter_words_are_found_where_a_text_ends_within_a_longer_one() -> None:
    """The word lists know "mixed rare earth carbonate concentrate"."""
    assert match_one("mixed rare earth carbonate").family == "rare-earth-compound"
    assert match_one("混合稀土碳酸盐").family == "rare-earth-compound"


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("Ge-Scheibe D50", "germanium"),
        ("GE-SCHEIBE D50", "germanium"),
        ("GA 4N FLASCHE 1KG", "gallium"),
        ("TE-GRANULAT 5N", "tellurium"),
        ("Te granules 5N", "tellurium"),
        ("Bi-Nadeln 4N", "bismuth"),
        ("SB-BARREN 99.65 %", "antimony"),
    ],
)
def test_a_symbol_joined_to_a_piece_or_beside_a_purity_is_the_metal(text: str, family: str) -> None:
    assert match_one(text).family == family


@pytest.mark.parametrize(
    "text",
    [
        "KLEBER IN DOSE 99.9 % ISOPROPANOL", "BI-METALL SCHEIBE", "SCHEIBE M6 GA", "GE LED 4W",
        "IN-LINE FILTER", "TE CONNECTOR 4POL",
    ],
)  # fmt: skip
def test_capitals_alone_are_no_metal(text: str) -> None:
    found = match_one(text)
    assert found.form != "metal"
    assert not {"Ga", "Ge", "In", "Bi", "Te"} & {*found.minerals}


@pytest.mark.parametrize(
    ("line", "symbol"),
    [
        ("TB METAL IN CRUCIBLE", "Tb"),
        ("SM METAL, UNDER ARGON", "Sm"),
        ("SM METAL SEALED IN QUARTZ GLASS", "Sm"),
        ("DY METALL IN FLASCHE", "Dy"),
        ("dy metal in crucible", "Dy"),
        ("sm metal, under argon", "Sm"),
    ],
)
def test_a_metal_by_its_symbol_is_found_in_capitals_too(line: str, symbol: str) -> None:
    """In its crucible, bottle or argon it was cleared as these."""
    found = match_one(line)
    assert (found.verdict, [e.symbol for e in found.elements]) == ("yes", [symbol])


@pytest.mark.parametrize(
    "line",
    [
        "SC METAL CONNECTOR",
        "SM METAL HOUSING",
        "ER METAL SHEET",
        "LA METAL BOX",
        "SM METAL SCREW M4",
    ],
)
def test_such_letters_before_a_thing_of_metal_are_none(line: str) -> None:
    assert match_one(line).verdict == "no"


@pytest.mark.parametrize("line", ["LA METAL", "Y METAL", "METAL, SC", "DY METAL"])
def test_a_word_or_letters_with_nothing_but_a_metal_stay_open(line: str) -> None:
    assert match_one(line).outcome == "none"
