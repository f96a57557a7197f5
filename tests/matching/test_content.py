"""Elements: yes and no on exact evidence only, unknown otherwise."""

import pytest

from desktop_app.model.match import ElementContent, Match
from desktop_app.model.verdict import Ternary
from tests.matching.parts import match_one


def state(match: Match, symbol: str) -> Ternary | None:
    entry = match.element(symbol)
    return entry.state if entry else None


def test_every_ndfeb_magnet_leaves_holmium_open() -> None:
    for text in ("Magnet NdFeB N35", "Magnet NdFeB 42SH", "NdFeB magnet", "Bonded NdFeB ring"):
        assert state(match_one(text), "Ho") is Ternary.UNKNOWN


def test_a_magnet_of_unknown_material_may_hold_samarium() -> None:
    match = match_one("Ring magnet D20")
    assert {state(match, symbol) for symbol in ("Dy", "Tb", "Sm", "Ho")} == {Ternary.UNKNOWN}


def test_a_family_alone_never_says_yes_or_no() -> None:
    assert {e.state for e in match_one("AC servo motor 400 W").elements} == {Ternary.UNKNOWN}


def test_a_named_substance_holds_its_element() -> None:
    assert state(match_one("Dysprosiumoxid 99,9 %"), "Dy") is Ternary.YES


@pytest.mark.parametrize(
    "text",
    ["氧化镝 99.9%", "oxyde de dysprosium 99,9 %", "Dysprosium fluoride Dy 99.9%", "氧化铽 99.99%"],
)
def test_the_purity_of_a_compound_is_no_content_of_its_element(text: str) -> None:
    found = match_one(text)
    (element,) = (e for e in found.elements if e.state is Ternary.YES)
    assert element.mass_percent is None or element.mass_percent[2] < 90
    assert not any("The row states" in reason.template for reason in found.reasons)


def test_a_content_that_a_compound_can_hold_is_one() -> None:
    (element,) = (e for e in match_one("氧化镝 Dy 86.5%").elements if e.symbol == "Dy")
    assert element.mass_percent == (86.5, 86.5, 86.5)


def test_a_metal_is_as_pure_as_it_says() -> None:
    (element,) = (e for e in match_one("金属镝 99.5%").elements if e.symbol == "Dy")
    assert element.mass_percent is not None
    assert element.mass_percent[1] > 99
    assert state(match_one("氧化镨钕"), "Nd") is Ternary.YES
    assert state(match_one("Sputtertarget Terbium-Kobalt"), "Tb") is Ternary.YES


def test_a_substance_column_with_a_percent_is_a_statement() -> None:
    entry = match_one("Magnet", substance="Dysprosium", substance_percent=3.2).element("Dy")
    assert isinstance(entry, ElementContent)
    assert (entry.state, entry.mass_percent) == (Ternary.YES, (3.2, 3.2, 3.2))


def test_other_minerals_are_told_apart() -> None:
    match = match_one("Gallium metal 4N")
    assert match.minerals == ("Ga",)
    assert match.verdict == "no"


@pytest.mark.parametrize("said", ["Dy+Tb < 0.1 %", "Test report 2021-05-11: Dy < 0.005 %"])
def test_an_upper_limit_without_a_usable_report_leaves_the_composition_unknown(said: str) -> None:
    by_grade = match_one("NdFeB magnet N42SH").element("Dy")
    claimed = match_one("NdFeB magnet N42SH", declaration=said).element("Dy")
    assert by_grade is not None
    assert claimed is not None
    assert (by_grade.state, claimed.state) == (Ternary.YES, Ternary.UNKNOWN)
    assert not claimed.by_grade
