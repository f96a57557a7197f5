"""What stands around a word decides what it means: a size, a vessel, a particle, a figure, a box."""

import pytest

from desktop_app.matching.edges import is_measure, stem_length
from desktop_app.matching.lexicon import Word
from desktop_app.matching.normal import normalise
from desktop_app.matching.said import stands_for_magnet
from tests.matching.parts import match_one, shipped_knowledge


@pytest.mark.parametrize(
    "text",
    [
        "Countersunk neo 20x10x4 2-hole",
        "neo disc 10 mm",
        "rare earth block 8 x 3",
        "tierras raras 30x10x5",
        "Ring magnet rare earth",
        "希土類磁石 φ10",
    ],
)
def test_a_loose_word_means_a_magnet_beside_a_size_a_shape_or_a_magnet(text: str) -> None:
    match = match_one(text)
    assert match.material == "NdFeB"
    assert match.form == "magnet"


@pytest.mark.parametrize(
    "text",
    [
        "NEO-7M",
        "Neo Geo cartridge",
        "u-blox NEO-M8N",
        "neo keyboard layout card",
        "NEO router 4 ports",
    ],
)
def test_alone_it_is_a_name_and_no_magnet(text: str) -> None:
    assert match_one(text).verdict in ("no", "trace", "unknown")


def test_rare_earth_beside_an_unknown_word_is_no_magnet() -> None:
    match = match_one("Rare earth fertiliser additive")
    assert (match.family, match.outcome) == ("rare-earth", "ambiguous")


def test_in_a_column_of_materials_it_needs_nothing_beside_it() -> None:
    assert match_one("Disc 10x3", material="rare earth").material == "NdFeB"
    assert match_one("Ring", material="NEO").material == "NdFeB"


def test_where_a_loose_word_stands_for_a_magnet() -> None:
    assert stands_for_magnet(normalise("neo 10x3"), len(" neo "))
    assert stands_for_magnet(normalise("Neo"), len(" neo "))
    assert not stands_for_magnet(normalise("Neo 2 keyboard"), len(" neo "))


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("Ceroxid-Poliermittel Brillenglas Beutel 1 kg", "polishing-ceria"),
        ("Ceroxid-Poliermittel fein, 25-kg-Sack", "polishing-ceria"),
        ("Sack 25 kg", "packaging"),
        ("Magnesium oxide bag 25 kg", "chemical"),
    ],
)
def test_a_vessel_with_an_amount_measures_what_was_named_before_it(text: str, family: str) -> None:
    assert match_one(text).family == family


@pytest.mark.parametrize(
    ("text", "vessel", "measures"),
    [
        ("glue 25 kg bag", "bag", True),
        ("glue bag 1 kg", "bag", True),
        ("glue bag à 2,5 kg", "bag", True),
        ("magnet bag 10 pcs", "bag", False),
        ("25 mm bag", "bag", False),
    ],
)
def test_only_an_amount_makes_a_vessel_a_measure(text: str, vessel: str, measures: bool) -> None:
    plain = normalise(text)
    start = plain.index(f" {vessel} ")
    lists = shipped_knowledge().word_lists
    assert is_measure(plain, start, start + len(vessel) + 1, lists) is measures


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("インジウム箔 放熱用 t0.1", "indium"),
        ("サーボモータ駆動用 ケーブル 5m", "cable"),
        ("サーボモータ用 ブラケット", "mechanical"),
        ("サーボモータ 用 ブラケット", "mechanical"),
    ],
)
def test_a_particle_takes_back_no_noun_beyond_the_word_it_ends(text: str, family: str) -> None:
    assert match_one(text).family == family


def test_the_stem_of_a_particle_is_what_is_joined_to_it() -> None:
    particle = Word("link", "back", "用", False, 0)
    assert stem_length(particle, "インジウム箔 放熱用") == 2
    assert stem_length(particle, "サーボモータ 用") == 0
    assert stem_length(particle, "サーボモータ HG-KR用") == 0
    assert stem_length(particle, "研磨スラリー CMP用") == 3
    assert stem_length(Word("link", "for", "用", False, 0), "箔 放熱用") == 0


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("gift box magnets 10x1 mm", "magnet"),
        ("선물상자 자석 10x2", "magnet"),
        ("包装盒磁铁", "magnet"),
        ("Box für Magnete", "mechanical"),
        ("Verpackung Magnet", "packaging"),
        ("gift box with magnetic closure 20x20", "packaging-magnetic"),
        ("magnetic closure gift box black", "packaging-magnetic"),
        ("Geschenkbox mit Magnetverschluss A4", "packaging-magnetic"),
        ("Scatola rigida con chiusura a calamita", "packaging-magnetic"),
    ],
)
def test_magnets_for_boxes_are_magnets_and_boxes_with_a_closure_are_boxes(
    text: str, family: str
) -> None:
    assert match_one(text).family == family


def test_a_box_with_a_magnetic_closure_raises_no_alarm_and_is_not_called_free() -> None:
    assert match_one("Geschenkbox mit Magnetverschluss A4").verdict == "unknown"


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("Magnetsegment Zeichnung 80-1123", "magnet"),
        ("Magnet drawing 4711 rev B", "magnet"),
        ("Zeichnung Motor", "intangible"),
        ("servo motor drawing", "intangible"),
    ],
)
def test_a_drawing_with_its_number_is_only_a_reference(text: str, family: str) -> None:
    assert match_one(text).family == family


@pytest.mark.parametrize(
    ("text", "family", "element"),
    [
        ("Polvo óxido de cerio espejos 5 kg", "oxide-light", "Ce"),
        ('Target ittrio 99,9% 3" legato rame', "target-rare-earth", "Y"),
        ("SPUTTER TGT GD 3IN", "target-rare-earth", ""),
        ("polvo de itria", "oxide-heavy", "Y"),
        ("Gadolinium-Folie 0,1 mm", "rare-earth", ""),
        ("ガドリニウム箔", "metal-heavy", "Gd"),
        ("镨黄颜料", "pigment", "Pr"),
        ("yttria wire 0.5 mm", "oxide-heavy", "Y"),
        ("yttria powder 99.99%", "oxide-heavy", "Y"),
        ("Filo per saldatura lega Al-Mg-Sc 1,2 mm", "alloy-alsc", "Sc"),
    ],
)
def test_a_substance_stays_it_beside_a_shape_or_what_it_is_for(
    text: str, family: str, element: str
) -> None:
    match = match_one(text)
    assert match.family == family
    assert not element or element in {e.symbol for e in match.elements if e.probability[1] >= 0.5}


@pytest.mark.parametrize(
    "text", ["magnet wire 0.5 mm", "Stepper motor wire", "wire, yttria coated"]
)
def test_a_wire_of_or_for_something_else_stays_a_wire(text: str) -> None:
    assert match_one(text).family == "cable"


@pytest.mark.parametrize(
    "text",
    ["Yttrium free zirconia bead 0.6 mm", "zirconia ball, yttrium-free", "Y2O3 free zirconia"],
)
def test_a_row_that_denies_what_makes_the_family_raises_no_alarm(text: str) -> None:
    match = match_one(text)
    assert match.verdict not in ("yes", "likely")
    assert match.probability is None or match.probability[1] <= 0.3


def test_a_denied_element_leaves_the_others() -> None:
    """Sintered NdFeB without Dy still holds Nd."""
    assert match_one("NdFeB magnet N35 dysprosium free").verdict == "yes"


@pytest.mark.parametrize(
    "text", ["ISO 7045 - M2,5 x 4, included with servo", "ISO 7049 - ST2,2 x 6", "DIN 912 M6x20"]
)
def test_a_screw_by_its_standard_is_one_whatever_it_comes_with(text: str) -> None:
    assert match_one(text).family == "fastener"


@pytest.mark.parametrize(
    "text",
    [
        "flywheel magneto 50cc",
        "Polrad Magnetzündung Stihl",
        "volant magnétique mobylette",
        "飞轮磁电机",
        "플라이휠 마그네토",
    ],
)
def test_a_magneto_flywheel_has_magnets_of_unknown_material(text: str) -> None:
    match = match_one(text)
    assert (match.family, match.verdict) == ("flywheel-magneto", "unknown")


@pytest.mark.parametrize(
    "text", ["Magnetpaar 12x3", "Magnetset 10 Stück", "paire d'aimants 10x2", "磁石ペア φ8"]
)
def test_a_pair_or_set_of_magnets_is_magnets(text: str) -> None:
    match = match_one(text)
    assert (match.form, match.verdict) == ("magnet", "likely")


def test_magnetic_and_neodymium_make_an_ordinary_thing_one_with_magnets() -> None:
    assert match_one("Soporte magnético neodimio negro").form == "magnet_assembly"
    assert match_one("Soporte magnético negro").verdict == "likely", "as a magnetic holder is"
    assert match_one("Destornillador magnético negro").verdict == "no"


@pytest.mark.parametrize(
    "text",
    [
        "rare earth magnet supplier audit",
        "Cerium oxide MSDS document",
        "永磁电机设计与制造 教材",
        "Windenergie Gutachten",
        "稀土行业报告",
    ],
)
def test_a_paper_about_a_thing_is_paper(text: str) -> None:
    assert match_one(text).family in ("intangible", "office")


def test_a_tablet_by_its_dose_is_a_medicine() -> None:
    assert match_one("Lanthanum carbonate tablets 500 mg").family == "compound-light"
    assert match_one("Metformin tablets 850 mg").family == "chemical"
    assert match_one("Tablet 10 inch 64 GB").family == "product-phone"


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("COUPLING MAG 20NM", "magnet-coupling"),
        ("CHUCK MAGNETIC 150X300", "magnet-separator"),
        ("MAGNET, CERAMIC, BAR", "magnet-ferrite"),
        ("SERVO DRV 2KW", "drive"),
        ("EPS MOTOR STEERING COLUMN", "auto-steering"),
        ("TIG ELEC 2% LANTH 1/16", "electrode-tig"),
        ("MAGNETSEG. 40UH VERZ.", "magnet-ndfeb-sh"),
        ("MAGN. NEOD. 15X3", "magnet-ndfeb"),
        ("MOT. BRUSHL. 48V", "motor-bldc"),
    ],
)
def test_short_texts_of_order_systems_put_the_noun_first_and_cut_words(
    text: str, family: str
) -> None:
    assert match_one(text).family == family


@pytest.mark.parametrize(
    ("text", "mineral"),
    [
        ("텅스텐 카바이드 볼 6mm", "W"),
        ("tungsten carbide ball 6 mm", "W"),
        ("锗窗片 Φ25.4x3", "Ge"),
        ("GaN基板 2インチ", "Ga"),
    ],
)
def test_a_shape_of_a_ware_named_after_its_mineral_still_holds_it(text: str, mineral: str) -> None:
    assert match_one(text).minerals == (mineral,)


@pytest.mark.parametrize(
    "text",
    [
        "Magnet-Rohling NdFeB 42H 18x9x3",
        "NdFeB magnet blank N42 20x20x5",
        "钕铁硼毛坯 N45 50x50x25",
    ],
)
def test_a_blank_of_a_magnet_is_a_magnet(text: str) -> None:
    assert match_one(text).form == "magnet"


def test_a_catalogue_with_magnets_in_it_is_paper() -> None:
    assert match_one("ネオジム磁石使用カタログ 冊子").family == "intangible"
    assert match_one("catalogue with neodymium magnets").family == "intangible"


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("Lipo Battery XT60", "battery-lithium"),
        ("6S 4200mAh Lipo Akku XT90", "battery-lithium"),
        ("Mini speaker JST", "loudspeaker"),
        ("XT60", "connector-series"),
        ("Servo motor JST connector", "connector"),
        ("conector XT60", "connector"),
    ],
)
def test_a_type_of_connector_says_only_how_a_thing_is_connected(text: str, family: str) -> None:
    assert match_one(text).family == family
