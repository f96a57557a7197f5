"""Parts behind a mark of a system, a maker, a box or a way of fitting are what they are without it."""

import pytest

from desktop_app.matching.match import match_parts
from desktop_app.matching.terms_of_sale import of_the_goods
from tests.matching.harness.lines import HOLDING
from tests.matching.parts import match_one, part_table, shipped_knowledge

SERVO, STEPPER = "SGM7J-04AFC6S", "Schrittmotor"


@pytest.mark.parametrize(
    "text",
    [
        "MAT_{}", "HALB_{}", "ROH: {}", "Z_{}", "KAUFTEIL: {}", "{} in box", "{}, im Karton",
        "{} en boîte", "{} panel mount", "{}, surface mount", "{} (Mfr: ACME)", "{}, Hersteller: Müller",
        "{}, Lagerort A3", "Machine 3: {}", "Projekt: {}", "4711 ({})",
    ],
)  # fmt: skip
@pytest.mark.parametrize("goods", [SERVO, STEPPER])
def test_the_goods_are_left(text: str, goods: str) -> None:
    lists = shipped_knowledge().word_lists
    if "(" not in text or "Mfr" in text:
        assert of_the_goods(text.format(goods), lists).strip() == goods
    assert match_one(text.format(goods)).verdict in HOLDING


@pytest.mark.parametrize(
    "text",
    [
        "MAT SILICONE 3MM", "MATERIAL_1", "panel mount bracket", "PANEL MOUNT", "TV wall mount", "in box",
        "Motor mount", "XYZ: motor", "Motor Z: 4", "Cabinet, rack mount bracket",
    ],
)  # fmt: skip
def test_what_names_the_part_stays(text: str) -> None:
    assert of_the_goods(text, shipped_knowledge().word_lists) == text


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("ELEC MOTOR,IND,3PH,5HP", "motor-induction"),
        ("EC-Motoren 24V", "motor-bldc"),
        ("Drehstrommotor permanenterregt IE4", "motor-pm"),
        ("Asynchronmotor 4 kW mit Permanentmagnetbremse", "brake-permanent"),
        ("AC motor with a permanent magnet brake", "brake-permanent"),
        ("异步电机带永磁制动器", "brake-permanent"),
        ("AC motor with spring brake", "motor-induction"),
        ("Bremse Permanentmagnet 24V", "brake-permanent"),
        ("permanent magnet 24V", "magnet"),
        ("Magnet 24V", "solenoid"),
        ("Pumpe mit Magnetkupplung", "pump-magnetic-drive"),
        ("Magnetkupplung Pumpe", "pump-magnetic-drive"),
        ("Magnet coupling for pump", "magnet-coupling"),
        ("Magnetkupplung 24V", "solenoid"),
        ("Pump housing magnet coupling", "mechanical"),
        ("Umwälzpumpe Heizung Hocheffizienz", "pump-circulator"),
        ("Ventilateur: moteur à aimants permanents", "fan-ec"),
        ("伺服电机 轴径14", "motor-servo"),
        ("サーボモータ 軸径14mm", "motor-servo"),
        ("Servomotor Wellendurchmesser 14 mm", "motor-servo"),
        ("motor shaft", "rotor-shaft"),
        ("Galliumverbindung", "gallium-compound"),
        ("Rohrverbindung", "mechanical"),
        ("AC motor for permanent magnet brake", "motor-induction"),
        ("SmCo 1:5 disc 4 x 1.5 mm", "magnet-smco5"),
        ("Door,Access,W/ N42 Magnets", "magnet-in-article-neo"),
        ("Gizmo with magnet", "magnet-assembly"),
        ("Zorb mit Neodymmagneten", "magnet-assembly-neo"),
        ("Flirble with cable", None),
        ("Bracket with cable", "mechanical"),
        ("VACODYM 655 HR 40x20x6 POM", "magnet-ndfeb"),
        ("C5 steel disc 10x5", "mechanical"),
        ("备件-伺服马达 400W", "motor-servo"),
        ("予備品：サーボモータ 200W", "motor-servo"),
        ("伺服马达备件", None),
        ("BLDC drum motor 24V", "motor-bldc"),
        ("motor drum", "packaging"),
        ("Cuffie stereo jack 3,5", "headphones"),
        ("Disco duro carcasa 2TB", "hard-disk"),
        ("Headphone jack 3.5 mm", "connector"),
        ("Supporto motore lineare", "mechanical"),
        ("MOTOR SIN ESC. 24V 60W", "motor-bldc"),
        ("Schweißstab WLa 20 blau 3,2x175", "electrode-tig"),
        ("Schweißstab blau 3,2", "cable"),
        ("イヤホン カナル型 有線 brass", "headphones"),
        ("brass spacer M4", "fastener"),
        ("Bras moteur", "mechanical"),
        ("Brushless 30A ESC", "drive"),
        ("SynRM motor 11 kW IE5", "motor-reluctance"),
        ("PMaSynRM motor 11 kW", "motor-pm"),
        ("HALB_电机支架_42步进_镀锌", "mechanical"),
        ("세라믹-자석-링 45x22x9", "ceramic-other"),
        ("washer N42 10x3", "magnet-ndfeb"),
        ("washer M10x3", "fastener"),
        ("N42 Schraube Zylinderkopf DIN 912", "fastener"),
        ("Nylon N35 sleeve", "plastic"),
        ("Ventana Ge", "germanium-optics"),
        ("Ventana PVC", "mechanical"),
        ("VENTANA GE", "mechanical"),
        ("무선 헤드폰 충전대 포함", "headphones"),
        ("무선 헤드폰 포함", "headphones"),
        ("Electroválvula biestable 6V latch riego", "solenoid-latching"),
        ("Electroválvula biestable 24V 5/2", "solenoid-valve"),
        ("Solenoid latching 6V", "solenoid-latching"),  # "latching 6V" says no less than "latching"
        ("Solenoid 6V", "solenoid"),
        ("Getriebesteller Shift-by-wire", "auto-transmission"),
        ("POGO CONN MAGNETIC 4PIN", "connector-magnetic"),
        ("Nonmagnetic connector", "connector"),
        ("耳机孔 3.5mm 插座", "connector"),
        ("MFR-25FBF52-10K", "passive"),
        ("OSC XO 125MHz", "passive"),
    ],
)
def test_a_short_line_is_what_it_names(text: str, family: str | None) -> None:
    assert match_one(text).family == family


@pytest.mark.parametrize(
    ("text", "family", "rival"),
    [
        ("SGM7J-04AFA61, plastic housing", "motor-servo", "mechanical"),
        ("SGM7G-09AFC61 Edelstahl", "motor-servo", "raw-metal"),
        ("AKM24D-ANBNR-00 Ni coated", "motor-servo", "chemical"),
        ("SM ブラシレス DC24V 30W, plastic", "motor-bldc", "plastic"),
        ("VACODYM 655 HR 40x20x6, plastic housing", "magnet-ndfeb", "mechanical"),
        ("Neodymacetat-Hydrat 99,9 %, 50 g, vis incluses", "compound-light", "fastener"),
    ],
)
def test_an_ordinary_thing_behind_a_name_and_a_mark_does_not_clear_it(
    text: str, family: str, rival: str
) -> None:
    match = match_one(text)
    assert (match.family, match.runner_up, match.outcome) == (family, rival, "ambiguous")
    assert match.verdict in HOLDING


@pytest.mark.parametrize(
    "text",
    [
        "SGM7J-04AFA61 Kabel 5m",
        "Bracket, SGM7J",
        "RC0402FR-07, plastic",
        "Alumina 99.7 %, 25 kg, bag",
    ],
)
def test_a_cable_for_a_number_and_what_holds_nothing_stay_clear(text: str) -> None:
    assert match_one(text).verdict == "no"


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("4711 (Servomotor AC 1 kW con freno)", "motor-servo"),
        ("M6x20 (Schraube)", "fastener"),
        ("Zorb (for motor)", None),
        ("4711 (ohne Magnet)", None),
        ("Machine 3: Cable altavoz 2x0,75", "cable"),
    ],
)
def test_a_line_in_brackets_or_behind_a_place_says_what_it_says_alone(
    text: str, family: str | None
) -> None:
    assert match_one(text).family == family


def test_lines_of_one_pattern_are_told_apart_where_an_unknown_word_counts() -> None:
    """Texts whose known words agree share one reading but for what of the others counts."""
    texts = [
        "with magnet",
        "Gizmo with magnet",
        "헤드폰 포함",
        "헤드폰 충전대 포함",
        "4711 with cable",
        "Zorb with cable",
    ]
    matches = match_parts(part_table(description=texts), shipped_knowledge())
    assert [match.family for match in matches] == [
        "magnet", "magnet-assembly", "headphones", "headphones", "cable", None,
    ]  # fmt: skip
    assert [match.outcome for match in matches][2:4] == ["ambiguous", "sure"]


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("BLDC motor replacement for induction motor", "motor-bldc"),
        ("Servomotor Ersatz für Asynchronmotor", "motor-servo"),
        ("Magnet statt Schraube", "magnet"),
        ("Schraube statt Magnet", "fastener"),
        ("Akku Ersatz für Bohrmaschine", "battery"),
        ("国产替代 钕铁硼磁铁", "magnet-ndfeb"),
        ("4711 ersetzt 4712 Servomotor", "motor-servo"),
    ],
)
def test_what_a_thing_replaces_is_not_what_it_is(text: str, family: str) -> None:
    assert match_one(text).family == family


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("оксид диспрозия, банка 1 кг", "oxide-heavy"),
        ("диск тербия", "rare-earth"),
        ("диск вольфрамовый 100 мм", "tungsten"),
        ("лист молибденовый 1 мм", "molybdenum"),
        ("сурьма, мешок 25 кг", "antimony"),
        ("графитовый стержень", "graphite"),
        ("стержень Nd:YAG 4x50", "crystal-yag"),
        ("диск жесткий 2TB", "hard-disk"),
        ("мотор-редуктор бесщеточный 24В", "motor-bldc"),
        ("батарейка литий-ионная 18650", "battery-lithium"),
        ("аккумулятор 3,7V 2600mAh", "battery-lithium"),
        ("焊接用品 钨电极", "electrode-tungsten"),
        ("диск тормозной", "mechanical"),
        ("смазка графитовая", "chemical"),
        ("аккумулятор гидравлический", "mechanical"),
    ],
)
def test_no_word_for_a_shape_or_sack_hides_what_it_is_of(text: str, family: str) -> None:
    """Lists of Russian and Chinese makers name the goods beside their shape."""
    assert match_one(text).family == family
