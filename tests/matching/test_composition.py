"""What a column of the material or of substances, or the CAS number of a constituent, adds."""

import pytest

from desktop_app.model.verdict import Ternary
from tests.matching.parts import match_one


@pytest.mark.parametrize(
    ("text", "column", "value"),
    [
        ("NdFeB magnet", "material", "Nd, Pr, Dy, Fe, B"),
        ("NdFeB magnet", "material", "NdDyFeB"),
        ("Magnet ring", "material", "(Nd,Pr)FeB + Dy"),
        ("NdFeB magnet", "material", "Dysprosium"),
        ("NdFeB magnet", "material", "Nd 29.5, Pr 0.5, Dy 2.1, Fe 66, B 1"),
        ("NdFeB magnet", "material", "(Nd,Dy)2Fe14B"),
        ("Magnet ring", "substance", "Dysprosium"),
        ("NdFeB magnet", "cas_number", "7429-91-6"),
    ],
)
def test_a_column_of_composition_names_what_a_magnet_holds(
    text: str, column: str, value: str
) -> None:
    found = match_one(text, **{column: value})
    assert found.form == "magnet"
    assert {e.symbol: e.state for e in found.elements}["Dy"] == Ternary.YES


@pytest.mark.parametrize(
    "material",
    [
        "Dy-free",
        "NdFeB ohne Dysprosium",
        "NdFeB",
        "PVC",
        "Y",
        "Dy=0",
        "Dy n.d.",
        "Dy <0,01 %",
        "Nd2Fe14B",
        "Nd 30, Fe 69, B 1, Dy 0",
    ],
)
def test_what_names_no_content_states_none(material: str) -> None:
    found = match_one("NdFeB magnet", material=material)
    assert {e.symbol: e.state for e in found.elements}["Dy"] == Ternary.UNKNOWN


@pytest.mark.parametrize(
    ("text", "cas", "form"),
    [
        ("NdFeB magnet", "7440-00-8", "magnet"),
        ("Servo motor 400 W", "7440-00-8", "motor"),
        ("Capacitor 100nF X7R", "1314-36-9", "electronics"),
        ("Housing PA66 black", "1309-64-4", "other"),
        ("Powder", "1314-36-9", "oxide"),
        ("Drum 25 kg", "1314-36-9", "oxide"),
        ("Pos. 4711", "7429-91-6", "metal"),
    ],
)
def test_the_number_of_a_constituent_does_not_make_a_thing_a_substance(
    text: str, cas: str, form: str
) -> None:
    assert match_one(text, cas_number=cas).form == form


@pytest.mark.parametrize(
    ("text", "material", "family"),
    [
        ("Ingot", "Ge", "germanium"),
        ("Wafer 4 inch", "Ge", "germanium-substrate"),
        ("Window D25", "Ge", "germanium-optics"),
        ("Magnet", "Sm, Co", "magnet-smco"),
        ("Sputter target 3 inch", "Gd", "target-rare-earth"),
        ("Blech 2 mm", "Al, Sc", "alloy-alsc"),
        ("Feder", "Fe, Cr, Ni", "mechanical"),
    ],
)
def test_symbols_alone_in_the_column_of_the_material_say_what_it_is_of(
    text: str, material: str, family: str
) -> None:
    assert match_one(text, material=material).family == family


@pytest.mark.parametrize(
    ("line", "symbols"),
    [
        ("NdFeB magnet with Tb", {"Tb"}),
        ("Dy-containing NdFeB magnet", {"Dy"}),
        ("NdFeB magnet containing dysprosium and terbium", {"Dy", "Tb"}),
        ("含镝钕铁硼磁铁", {"Dy"}),
        ("dysprosiumhaltiger NdFeB-Magnet", {"Dy"}),
        ("imán NdFeB con disprosio", {"Dy"}),
        ("NdFeB magnet Ho-doped", {"Ho"}),
        ("NdFeB magnet without Dy", set()),
        ("NdFeB magnet with Dy-free alloy", set()),
        ("NdFeB magnet with Dy < 0.1 %", set()),
        ("Holder for NdFeB magnet", set()),
    ],
)
def test_a_magnet_holds_what_its_line_says_is_in_it(line: str, symbols: set[str]) -> None:
    stated = {e.symbol for e in match_one(line).elements if e.state is Ternary.YES}
    assert stated & {"Dy", "Tb", "Ho"} == symbols


@pytest.mark.parametrize(
    ("text", "material"), [("Ring", "Y30BH"), ("Ring magnet", "Y30BH"), ("Ring Y30BH 72x32", None)]
)
def test_the_grade_of_a_ferrite_is_no_formula_with_yttrium(text: str, material: str | None) -> None:
    found = match_one(text, material=material)
    assert found.verdict == "no"
    assert {e.state for e in found.elements if e.symbol == "Y"} <= {Ternary.NO, Ternary.UNKNOWN}
