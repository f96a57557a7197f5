"""A compound or element that a line names in an ordinary thing is in it; what the thing is for is not."""

import pytest

from desktop_app.model.verdict import Ternary
from tests.matching.parts import match_one


def held(line: str) -> set[str]:
    """Rare earths that a line is read as holding for certain."""
    return {e.symbol for e in match_one(line).elements if e.state == Ternary.YES}


@pytest.mark.parametrize(
    ("line", "symbols"),
    [
        ("Keramik Scheibe CeO2 D30", {"Ce"}),
        ("Glas mit La2O3", {"La"}),
        ("glass plate doped with erbium", {"Er"}),
        ("Plaque de verre dopé Er 2 mm", {"Er"}),
        ("Vidrio con Nd2O3 para soplador", {"Nd"}),
        ("Vetro con ossido di cerio lastra", {"Ce"}),
        ("Tantalum foil with Dy", {"Dy"}),
        ("Ceramic disc, CeO2 doped with Gd 20 mm", {"Ce", "Gd"}),
        ("Aluminium avec scandium", {"Sc"}),
        ("Molybdenum sheet with La2O3", {"La"}),
        ("Gummidichtung mit Ceroxid", {"Ce"}),
        ("セラミック板 La2O3添加 20×20", {"La"}),
        ("유리판 Nd2O3 함유", {"Nd"}),
        ("玻璃 含La2O3 毛坯", {"La"}),
        ("TANTALUM FOIL WITH DY", {"Dy"}),
        ("TANTALUM FOIL DOPED WITH TB", {"Tb"}),
        ("EU-DOPED WINDOW D25", {"Eu"}),
        ("eu-doped window d25", {"Eu"}),
        ("GLASS DOPED WITH ER", {"Er"}),
        ("plaque de verre dopé er 2 mm", {"Er"}),
        ("tantalum foil with dy", {"Dy"}),
        ("Prism with Er coating", {"Er"}),
        ("Schutzglas Nd-dotiert", {"Nd"}),
        ("Nd:YAG rod, protective glass included", {"Nd"}),
        ("yttrium lamp", {"Y"}),
        ("module with neodymium", {"Nd"}),
        ("Antrieb mit Neodym", {"Nd"}),
        ("gadolinium sensor", {"Gd"}),
    ],
)
def test_a_compound_named_in_an_ordinary_thing_is_in_it(line: str, symbols: set[str]) -> None:
    """The thing stays what it is, so that its form decides."""
    assert held(line) >= symbols
    assert match_one(line).verdict == "yes"
    assert match_one(line).form not in ("oxide", "compound")


@pytest.mark.parametrize(
    "line",
    [
        "Behälter für Nd2O3",
        "Molybdenum crucible for neodymium metal",
        "Tungsten crucible for erbium evaporation",
        "Glasscheibe für Ceroxid-Politur",
        "Ceramic crucible for Dy2O3",
        "Crisol de cerámica para CeO2",
        "陶瓷坩埚 用于CeO2",
        "セラミックるつぼ CeO2用",
        "세라믹 도가니 CeO2용",
        "Stainless steel plate for Nd2O3 furnace",
        "Spiegel poliert mit CeO2",
        "Glass, polished with cerium oxide",
        "Glas ohne CeO2",
        "La2O3 free glass",
        "Mirror for Nd:YAG laser",
        "Patch cable with SC connector",
        "Glass tube with Y connector",
        "Glas mit Gd&T Zeichnung",
        "Undoped Er glass plate",
        "GLASS WITH SC CONNECTOR",
        "Steel pipe with Er approval",
        "Rohr mit Er-Zulassung",
        "Schutzglas Nd:YAG 1064",
        "Filter Nd:YAG 1064 nm",
        "STEEL PLATE WITH CE MARK",
        "EU UNDOPED WINDOW",
        "MIRROR FOR HO LASER",
        "DY-FREE GLASS",
        "glass with sc connector",
        "dy-free glass",
        "undoped er glass",
        "PLATE AU SC",
        "MIRROR SC AU",
        "Filter für Dy2O3",
    ],
)
def test_what_a_thing_is_for_or_without_is_not_in_it(line: str) -> None:
    assert match_one(line).verdict == "no"


@pytest.mark.parametrize("line", ["Löffel für CeO2", "Kelle für Dy2O3", "Quarzrohr für La2O3"])
def test_an_unknown_thing_for_a_compound_is_not_the_compound(line: str) -> None:
    assert match_one(line).outcome == "none"


@pytest.mark.parametrize(
    "line",
    [
        "Dysprosiumoxid für Magnete 5 kg",
        "Dy2O3 for magnets",
        "氧化铈 抛光用",
        "Ceroxid zu Polierzwecken",
    ],
)
def test_a_compound_for_something_is_the_compound(line: str) -> None:
    assert match_one(line).verdict == "yes"


@pytest.mark.parametrize(
    "line",
    [
        "Alumina tube for CeO2 furnace",
        "Crisol de alúmina para neodimio",
        "Crogiolo allumina per ossido di cerio",
        "アルミナるつぼ 酸化セリウム用",
        "알루미나 도가니 산화세륨용",
        "氧化铝坩埚 烧氧化铈用",
        "Glass for terbium metal",
    ],
)
def test_a_vessel_of_something_else_is_not_what_it_is_for(line: str) -> None:
    assert match_one(line).verdict == "no"


@pytest.mark.parametrize(
    "line",
    [
        "Dy metal in crucible",
        "dysprosium metal in alumina crucible 50 g",
        "Sm metal sealed in quartz glass",
        "terbium metal in glass ampoule",
        "Yttria crucible 50 ml",
    ],
)
def test_a_metal_in_its_vessel_and_a_vessel_of_an_oxide_are_found(line: str) -> None:
    assert match_one(line).verdict == "yes"


def test_a_dopant_named_by_its_symbol_alone_is_in_its_host() -> None:
    assert held("Quartz window, Eu doped") == {"Eu"}
    assert held("Cerium-doped YAG plate 20x0.5") >= {"Ce"}
    assert held("Quartz window, Eu plug") == set()


@pytest.mark.parametrize(
    ("line", "symbol"),
    [
        ("Holmium filter glass", "Ho"),
        ("Neodym-Glas 3 mm", "Nd"),
        ("Vidrio neodimio 50 mm", "Nd"),
        ("玻璃 钕 3mm", "Nd"),
        ("ネオジムガラス 板", "Nd"),
    ],
)
def test_a_glass_is_named_after_the_rare_earth_in_it(line: str, symbol: str) -> None:
    assert symbol in held(line)


@pytest.mark.parametrize(
    "line",
    [
        "Erbium laser mirror",
        "Mirror erbium 2940 nm",
        "Glass for holmium laser",
        "Glas gehärtet 4 mm",
    ],
)
def test_an_optic_is_named_after_the_laser_it_is_for(line: str) -> None:
    assert match_one(line).verdict == "no"


@pytest.mark.parametrize("line", ["AL-BLECH MIT 0,4 % SC", "ALUMINIUM SHEET 0.4% SC"])
def test_scandium_behind_a_percent_is_found_in_capitals_too(line: str) -> None:
    assert held(line) == {"Sc"}
    assert held(line.replace("SC", "STC")) == set()


@pytest.mark.parametrize("line", ["Sensor für Cer", "drive without neodymium", "lamp Nd-free"])
def test_what_a_device_is_for_or_lacks_is_not_in_it(line: str) -> None:
    assert held(line) == set()
    assert match_one(line).verdict in ("no", "trace")
