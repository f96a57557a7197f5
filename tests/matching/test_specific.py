"""A specific word beside an ordinary thing: what the thing comes with is in it, else the line waits."""

import pytest

from desktop_app.model.verdict import Ternary
from tests.matching.parts import match_one


@pytest.mark.parametrize(
    ("line", "family"),
    [
        ("kryt s magnetem", "magnet-assembly"),
        ("uchwyt z magnesem", "magnet-assembly"),
        ("držák s neodymovým magnetem", "magnet-assembly-neo"),
        ("Кронштейн с неодимовым магнитом", "magnet-assembly-neo"),
        ("Neodim mıknatıslı tutucu", "magnet-assembly-neo"),
        ("Hållare med neodymmagnet", "magnet-assembly-neo"),
        ("AMT102 encoder with SmCo magnet", "magnet-assembly-smco"),
        ("PKM13 with NdFeB magnet", "magnet-assembly-neo"),
        ("Speed sensor, w/ target magnet SmCo", "magnet-assembly-smco"),
        ("KNOB, 22MM, INSERTED NEODYMIUM MAGNET", "magnet-assembly-neo"),
    ],
)
def test_what_a_thing_comes_with_is_in_it(line: str, family: str) -> None:
    """Czech, Polish, Russian, Hungarian and Turkish say "with" by a case, not by a word of their own."""
    assert match_one(line).family == family


@pytest.mark.parametrize(
    ("line", "symbol"),
    [
        ("samarium cobalt washer", "Sm"),
        ("Rondelle SmCo 12x6x3", "Sm"),
        ("네오디움 와셔형 20x10x3", "Nd"),
        ("Tool strip 450 mm, neodymium", "Nd"),
        ("支架 钕磁 4颗", "Nd"),
        ("ブラケット(SmCo磁石接着)", "Sm"),
        ("csavar neodímium mágnes", "Nd"),
    ],
)
def test_a_magnet_material_beside_an_ordinary_thing_keeps_both_readings(
    line: str, symbol: str
) -> None:
    found = match_one(line)
    assert (found.outcome, found.form, found.form_evidence) == ("ambiguous", "magnet", "D")
    assert found.runner_up_form in ("other", "tool")
    element = found.element(symbol)
    assert element is not None
    assert element.probability[1] > 0.5


@pytest.mark.parametrize("line", ["mount, neodymium magnet", "Bracket (NdFeB magnets)"])
def test_a_thing_that_may_be_for_the_magnet_waits_without_an_alarm(line: str) -> None:
    found = match_one(line)
    assert (found.outcome, found.verdict) == ("ambiguous", "unknown")


@pytest.mark.parametrize(
    "line",
    [
        "Halter für Motor", "magnet valve bracket", "Bracket (for NdFeB magnets)",
        "プレート(ネオジム磁石用)", "Cover (without SmCo magnet)", "SMCO Industries mounting plate",
        "钕牌 工业手套", "Neo-Dichtband 10x5", "NdFeB free washer", "carton NdFeB magnets",
        "Neodym brand skin cream",
    ],
)  # fmt: skip
def test_what_is_for_one_without_one_or_only_named_so_stays_ordinary(line: str) -> None:
    found = match_one(line)
    assert (found.outcome, found.verdict) == ("sure", "no")


def test_the_back_of_a_magnet_is_not_what_the_line_names() -> None:
    for line in ("钕铁硼 背胶", "ネオジム 丸 φ10×2 両面テープ付"):
        assert match_one(line).family == "magnet-ndfeb"
    assert match_one("背胶 10x20").verdict == "no"


@pytest.mark.parametrize(
    ("line", "family", "rival"),
    [
        ("wolframite ammonium paratungstate", "tungsten-chemical", "tungsten-ore"),
        ("ferrotungsten + tungsten powder", "tungsten-powder", "ferro-tungsten"),
    ],
)
def test_two_materials_in_one_line_are_not_cleared_by_one_of_them(
    line: str, family: str, rival: str
) -> None:
    found = match_one(line)
    assert (found.outcome, found.family, found.runner_up) == ("ambiguous", family, rival)
    assert found.minerals == ("W",)


def test_a_sensor_that_names_its_magnet_holds_what_that_is_made_of() -> None:
    match = match_one("Encoder AMT102 with SmCo magnet")
    assert {e.symbol for e in match.elements if e.state == Ternary.YES} == {"Sm"}
    assert match_one("Encoder AMT102 with cable").verdict == "no"
