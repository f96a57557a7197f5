"""Parts behind a mark of a system, a maker, a box or a way of fitting are what they are without it."""

import pytest

from desktop_app.matching.terms_of_sale import of_the_goods
from tests.matching.harness.lines import HOLDING
from tests.matching.parts import match_one, shipped_knowledge

SERVO, STEPPER = "SGM7J-04AFC6S", "Schrittmotor"


@pytest.mark.parametrize(
    "text",
    [
        "MAT_{}", "HALB_{}", "ROH: {}", "Z_{}", "KAUFTEIL: {}", "{} in box", "{}, im Karton",
        "{} en boîte", "{} panel mount", "{}, surface mount", "{} (Mfr: ACME)", "{}, Hersteller: Müller",
        "{}, Lagerort A3",
    ],
)  # fmt: skip
@pytest.mark.parametrize("goods", [SERVO, STEPPER])
def test_the_goods_are_left(text: str, goods: str) -> None:
    lists = shipped_knowledge().word_lists
    assert of_the_goods(text.format(goods), lists).strip() == goods
    assert match_one(text.format(goods)).verdict in HOLDING


@pytest.mark.parametrize(
    "text",
    [
        "MAT SILICONE 3MM", "MATERIAL_1", "panel mount bracket", "PANEL MOUNT", "TV wall mount", "in box",
        "Motor mount", "Cabinet, rack mount bracket",
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
        ("Asynchronmotor 4 kW mit Permanentmagnetbremse", "motor-induction"),
        ("SmCo 1:5 disc 4 x 1.5 mm", "magnet-smco5"),
        ("Door,Access,W/ N42 Magnets", "magnet-in-article-neo"),
        ("Gizmo with magnet", "magnet-assembly"),
        ("Zorb mit Neodymmagneten", "magnet-assembly-neo"),
        ("Flirble with cable", None),
        ("Bracket with cable", "mechanical"),
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
