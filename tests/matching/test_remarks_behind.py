"""What stands behind or before a named material and takes nothing of it away."""

import pytest

from tests.matching.parts import match_one


@pytest.mark.parametrize(
    ("line", "family"),
    [
        ("Sm metal, under argon.", "metal-heavy"),
        ("Dy metal with certificate", "metal-heavy"),
        ("氧化镝 certificate", "oxide-heavy"),
        ("Dysprosiumoxid 99.5% Zeichnung", "oxide-heavy"),
        ("Dysprosium oxide 25 kg/drum as per drawing", "oxide-heavy"),
        ("Sfere magnetiche neodimio 5 mm 216 pz mit Kabel 2 m", "magnet-ndfeb"),
        ("Pos. 10 DISC, NEODYMIUM, 1/2 X 1/16, ADHESIVE BACK, N35", "magnet-ndfeb-n"),
        ("SmCo magnet 10x5 350°C 5 pcs", "magnet-smco"),
        ("NdFeB magnet 80℃ 5 Stk", "magnet-ndfeb"),
        ("Teil; RE 25, 20 W, graphite brushes, 24 V, 118752", "motor-coreless"),
    ],
)
def test_remarks_papers_and_figures_leave_the_material(line: str, family: str) -> None:
    found = match_one(line)
    assert (found.family, found.verdict) == (family, "yes")


@pytest.mark.parametrize(
    "line",
    ["dysprosium metal market report", "Drawing of neodymium magnet", "graphite brushes; RE 25"],
)
def test_what_is_bought_about_a_material_stays_ordinary(line: str) -> None:
    assert match_one(line).verdict == "no"


def test_ferrite_of_grade_c5_is_still_read_as_such() -> None:
    assert match_one("Magnet 350 °C C5").family == "magnet-ferrite"


@pytest.mark.parametrize("remark", [" n.a.", " k.A.", " o.ä.", " à 4,50 EUR"])
def test_abbreviations_and_prices_turn_no_nouns_round(remark: str) -> None:
    for line in ("Schrittmotor Stromversorgung", "Servo motor power cable 10 m flex"):
        assert match_one(line + remark).family == match_one(line).family, line


def test_how_goods_are_handled_is_not_what_they_are() -> None:
    assert match_one("VACODYM 655 HR 40x20x6, handle with care").verdict == "yes"
    assert match_one("NdFeB magnet 10x5, door delivery").family == "magnet-ndfeb"
    assert match_one("HEADSET OVER-EAR c/w screws").family == "headphones"


@pytest.mark.parametrize("line", ["Magnet dia 10 w/ hole", "Magnet D5*3 w/o screws"])
def test_with_behind_a_figure_is_no_watt(line: str) -> None:
    assert match_one(line).family == "magnet"
    assert match_one("Magnet 10 W").family == "solenoid"


@pytest.mark.parametrize(
    "line",
    [
        "Halter, LZ 6 Wochen - Magnet NdFeB N42",
        "bracket, EXW Shanghai / NdFeB magnet N42",
        "4711, certificate of conformity for NdFeB magnet N42",
    ],
)
def test_a_term_of_sale_takes_no_goods_behind_it_along(line: str) -> None:
    assert match_one(line).verdict != "no"


def test_a_grade_in_its_column_counts_before_what_a_line_comes_with() -> None:
    found = match_one("40x20x10, with cable", magnet_grade="N42H")
    assert (found.family, found.verdict) == ("magnet-ndfeb-h", "yes")
