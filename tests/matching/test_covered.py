"""Goods at the edge of recognition: a vessel, an errand or a device beside them hides nothing."""

import pytest

from tests.matching.parts import match_one


@pytest.mark.parametrize(
    "line",
    [
        "gallium metal ampoule", "gallium arsenide chips", "germanium dioxide box 1 kg",
        "terbium metal sheet", "tellurium shipment", "P507 extractant drum", "NdFeB 42SH granules",
        "plastic bonded magnet granulate NdFeB PA6",
    ],
)  # fmt: skip
def test_what_goods_come_in_does_not_hide_them(line: str) -> None:
    """A vessel, pieces or an errand at the end of a line keep the goods before it as a reading."""
    match = match_one(line)
    assert match.outcome == "ambiguous"
    assert match.listed_probability >= 0.25


@pytest.mark.parametrize(
    "line", ["Gear box 1 kg", "RFID chip", "Transport to Hamburg", "E27 ampoule"]
)
def test_a_vessel_or_errand_without_goods_is_clear(line: str) -> None:
    assert match_one(line).outcome == "sure"


@pytest.mark.parametrize(
    "line",
    [
        "valve magnet SmCo", "relay magnets 42SH loose", "coupling SmCo magnet 10x5",
        "spare SmCo magnet pump", "Ersatzmagnet Lautsprecher SmCo", "magnete pompa 42SH",
        "magnet segment motor 40EH", "replacement magnet valve Sm2Co17",
    ],
)  # fmt: skip
def test_a_loose_magnet_beside_a_device_stays_a_reading(line: str) -> None:
    """Once a valve, a relay or a pump, which no announcement names."""
    match = match_one(line)
    assert (match.outcome, match.form) == ("ambiguous", "magnet")


@pytest.mark.parametrize(
    ("line", "form"),
    [
        ("SmCo magnet motor 24V", "motor"),
        ("Rotor kpl. mit SmCo-Magneten, gewuchtet", "rotor"),
        ("带钕铁硼磁体的转子", "rotor"),
        ("Magnetventil 5/2 24VDC", "machine"),
        ("Drawing of NdFeB magnet", "other"),
    ],
)
def test_a_device_with_magnets_in_it_is_the_device(line: str, form: str) -> None:
    match = match_one(line)
    assert (match.outcome, match.form) == ("sure", form)


@pytest.mark.parametrize(
    ("line", "minerals"),
    [
        ("Expandierter Graphit (Blähgraphit) 50 mesh", ("graphite",)),
        ("GaAs 片 3寸", ("Ga",)),
        ("diamond wire loop saw 0.25 mm", ("diamond",)),
        ("Bracket for germanium lens", ()),
        ("cover, graphite grey", ()),
    ],
)
def test_a_mechanical_word_does_not_hide_a_controlled_mineral(
    line: str, minerals: tuple[str, ...]
) -> None:
    assert match_one(line).minerals == minerals


@pytest.mark.parametrize("line", ["tungsten carbide", "碳化钨", "technology transfer package"])
def test_a_line_that_names_no_more_than_a_material_or_know_how_is_open(line: str) -> None:
    """Tungsten carbide is a listed powder or an unlisted tool; know-how may be of anything."""
    match = match_one(line)
    assert (match.outcome, match.form_evidence) == ("ambiguous", "D")


@pytest.mark.parametrize(
    ("line", "family"),
    [
        ("tungsten carbide powder 1 µm", "tungsten-carbide-powder"),
        ("Carbide insert CNMG 120408", "tungsten-carbide-tool"),
        ("diamond synthesis technology", "technology-superhard"),
        ("yttrium aluminium master alloy", "alloy-heavy"),
        ("GaN epi on sapphire 4in", "gallium-nitride"),
    ],
)
def test_what_else_a_line_names_tells(line: str, family: str) -> None:
    assert match_one(line).family == family


@pytest.mark.parametrize(
    ("line", "family"),
    [
        ("graphite flakes -195 mesh 94 %", "graphite-natural"),
        ("GeCl4 in quartz ampoule", "germanium-compound"),
        ("GaAs polycrystal chunks 6N", "gallium-arsenide"),
        ("GaN-on-sapphire template", "gallium-nitride"),
        ("Y2O3 plasma spray powder", "oxide-heavy"),
        ("dysprosium titanate", "compound-heavy"),
        ("battery 310 Wh/kg", "battery-lithium"),
        ("battery 80 Wh/kg", "battery"),
        ("wire mesh 40 mesh", "mechanical"),
    ],
)
def test_how_goods_are_measured_held_or_grown_does_not_hide_them(line: str, family: str) -> None:
    """A count of mesh, an ampoule and the layer under a crystal name no thing."""
    match = match_one(line)
    assert (match.outcome, match.family) == ("sure", family)


def test_pieces_of_a_bare_element_may_be_no_semiconductor() -> None:
    assert match_one("Lutetium chips").outcome == "ambiguous"


@pytest.mark.parametrize(
    ("line", "family"),
    [
        ("磷化铟 基板", "indium-phosphide-wafer"),
        ("Ga2O3基板", "gallium-compound"),
        ("GGG基板", "crystal-re-oxide"),
        ("プリント基板 FR4", "circuit-board"),
    ],
)
def test_the_word_for_a_board_may_mean_a_wafer_of_a_listed_compound(line: str, family: str) -> None:
    match = match_one(line)
    assert (match.outcome, match.family) == ("sure", family)


@pytest.mark.parametrize(
    ("text", "family", "outcome"),
    [
        ("GaN", "gallium-nitride", "ambiguous"),
        ("GaAs", "gallium-arsenide", "ambiguous"),
        ("SiGe ingot", "germanium-silicon", "ambiguous"),
        ("GaN on Si 6 inch", "gallium-nitride", "sure"),
        ("GaAs, undoped, 2 inch", "gallium-arsenide", "sure"),
        ("Silicon germanium wafer 200 mm", "germanium-silicon", "sure"),
        ("GaN 650V 50mOhm TO-247", "gallium-nitride-device", "sure"),
        ("GaN FET 100V", "gallium-nitride-device", "sure"),
        ("GaN-on-SiC transistor CGH40010F", "gallium-nitride-device", "sure"),
        ("GaN on Si power transistor", "gallium-nitride-device", "sure"),
        ("GaN on Si transistor epi wafer 200 mm", "gallium-nitride", "sure"),
        ("SiGe LNA 5 GHz", "germanium-device", "sure"),
    ],
)
def test_the_name_of_a_material_is_a_device_only_where_more_is_said(
    text: str, family: str, outcome: str
) -> None:
    found = match_one(text)
    assert (found.family, found.outcome) == (family, outcome)


@pytest.mark.parametrize(
    "line",
    [
        "GGG 50 mm wafer", "GGG60 Wafer", "GGG 60 (111)", "Gd3Ga5O12 GGG 50 wafer", "cristal GGG 50",
        "neodymový magnet s dírou pro šroub M4",
        "magnes neodymowy z otworem na śrubę M5",
    ],
)  # fmt: skip
def test_a_wafer_is_no_casting_and_a_magnet_no_cover(line: str) -> None:
    """GGG is a garnet of gadolinium before it is nodular iron; Czech and Polish name a hole by a case."""
    match = match_one(line)
    assert match.listed_probability >= 0.25


@pytest.mark.parametrize(
    "line",
    [
        "šroub s neodymovým magnetem",
        "Ölfilter mit Magnet",
        "tool lock with magnet",
        "Funda para tablet con cierre magnético",
    ],
)
def test_a_magnet_in_an_article_of_use_is_fixed_in_it(line: str) -> None:
    match = match_one(line)
    assert (match.form, match.form_evidence in ("B", "C")) == ("magnet_assembly", True)


@pytest.mark.parametrize("line", ["GGG-40 Flansch", "GGG 40", "Gehäuse GGG 50", "držák motoru"])
def test_a_casting_or_a_holder_stays_free(line: str) -> None:
    match = match_one(line)
    assert (match.outcome, match.listed_probability < 0.05) == ("sure", True)


@pytest.mark.parametrize(
    ("line", "family"),
    [
        ("solar cell germanium wafer 100 mm", "germanium-substrate"),
        ("cellule solaire substrat germanium", "germanium-substrate"),
        ("indium phosphide solar cell substrate", "indium-phosphide-wafer"),
        ("diode gallium arsenide wafer", "gallium-arsenide"),
    ],
)
def test_a_wafer_beside_the_device_made_on_it_stays_a_reading(line: str, family: str) -> None:
    match = match_one(line)
    assert (match.outcome, match.family) == ("ambiguous", family)


@pytest.mark.parametrize("line", ["GaAs solar cell", "germanium diode", "solar panel 400 W"])
def test_a_device_without_a_wafer_is_the_device(line: str) -> None:
    match = match_one(line)
    assert (match.outcome, match.form) == ("sure", "electronics")


@pytest.mark.parametrize("line", ["SS495 with SmCo magnet", "A1301 mit Magnet NdFeB", "G5V-1 SmCo"])
def test_the_number_of_a_model_without_magnet_does_not_hide_one(line: str) -> None:
    assert match_one(line).form == "magnet"
