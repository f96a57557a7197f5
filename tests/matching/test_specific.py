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


@pytest.mark.parametrize(
    "line",
    [
        "N52 D6x3",
        "Ø6x3 N42",
        "N35 dia 10 x 2",
        "disc N42 10x3",
        "BLOCK 48H 20x10x5",
        "cube N45 5mm",
    ],
)
def test_a_grade_with_a_size_is_most_likely_a_magnet(line: str) -> None:
    found = match_one(line)
    assert (found.outcome, found.material) == ("ambiguous", "NdFeB")
    assert found.grade is not None


@pytest.mark.parametrize(
    "line", ["Rohr 50M", "Stange 30M 20 mm", "Rohr N50 PN16", "O-Ring N70 20x3"]
)
def test_metres_and_sizes_of_pipes_are_no_grades(line: str) -> None:
    assert match_one(line).verdict not in ("yes", "likely")


@pytest.mark.parametrize(
    ("line", "family"),
    [
        ("Solarzelle Germanium Substrat", "germanium-substrate"),
        ("solar cell, germanium, substrate 4in", "germanium-substrate"),
        ("Speed sensor, samarium-cobalt", "magnet-smco"),
        ("relay NdFeB", "magnet-ndfeb"),
    ],
)
def test_a_device_does_not_hide_the_material_named_with_it(line: str, family: str) -> None:
    found = match_one(line)
    assert (found.outcome, found.family) == ("ambiguous", family)


def test_a_coat_of_yttria_is_what_a_part_is_bought_for() -> None:
    assert match_one("Y2O3 coated quartz ring, 300 mm").family == "part-yttria-coated"
    assert match_one("Quartz ring, 300 mm").verdict == "no"


def test_an_article_names_its_magnetic_closure_behind_a_comma() -> None:
    assert match_one("LID, POUCH, MAGNETIC CLOSURE").family == "magnet-in-article"
    assert match_one("Screw for magnetic closure").verdict == "no"


@pytest.mark.parametrize(
    ("line", "family"),
    [
        ("Lentille Ge Ø25 f=50", "germanium-optics"),
        ("Prism, germanium, ATR 45 deg", "germanium-optics"),
        ("Gasket, graphite, 100x80", "graphite-seal"),
        ("GE WINDOW AIR CONDITIONER", None),
        ("window ZnSe 25 mm", "optics-plain"),
    ],
)
def test_an_optic_or_seal_is_of_the_material_named_with_it(line: str, family: str | None) -> None:
    found = match_one(line)
    assert found.family == family or family is None
    assert bool(found.minerals) == (family not in (None, "optics-plain"))


@pytest.mark.parametrize(
    ("line", "family"),
    [
        ("Perno con magnete SmCo", "magnet-in-article-smco"),
        ("šroub s neodymovým magnetem", "magnet-in-article-neo"),
        ("Schraube mit Magnet", "magnet-in-article"),
    ],
)
def test_an_article_holds_what_its_magnet_is_made_of(line: str, family: str) -> None:
    assert match_one(line).family == family


@pytest.mark.parametrize(
    "line",
    [
        "holder (with magnet)", "Halter (mit Magnet)", "支架 带磁铁", "滑块（带磁铁）", "ホルダ（磁石付）",
        "プレート 磁石埋込", "커버 자석 부착", "홀더(자석포함)", "levier muni d'un aimant SmCo",
        "غطاء مع مغناطيس", "درپوش با آهنربا",
    ],
)  # fmt: skip
def test_every_way_to_say_with_a_magnet_says_it(line: str) -> None:
    """In brackets, written in one word, behind the noun."""
    assert match_one(line).form == "magnet_assembly"


@pytest.mark.parametrize(
    "line",
    [
        "bracket (with screws)", "neodymium laser cable", "Gehäuse für Lautsprecher mit Neodym",
        "glue, neodymium magnet", "SM-CO-10 connector",
    ],
)  # fmt: skip
def test_a_name_beside_glue_plugs_or_a_device_is_not_that_of_a_magnet(line: str) -> None:
    assert match_one(line).form not in ("magnet", "magnet_assembly")
