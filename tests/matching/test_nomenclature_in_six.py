"""Names of a public nomenclature of goods in six languages (UNSPSC, as the OpenACS project carries it in
English, Spanish, French, Japanese, Korean and Chinese): what is one thing in one language is no other thing
in the next. Found by comparing 20,000 names line by line in all six; the words here are such as went wrong."""

import pytest

from tests.matching.parts import match_one


@pytest.mark.parametrize(
    "text",
    [
        "Tablet crushers and cutters", "Graphics tablets", "Air circulators",
        "Chilling units or cold water circulators", "Grues automobiles hydrauliques",
        "grúa automóvil", "Servo de frein", "Balance de cuisine parlante", "reloj parlante",
        "Catalyseurs acides", "catalizzatore per vernice", "sonde à oxygène dissous",
        "Sauerstoffsensor gelöst", "血氧传感器", "산소포화도 센서", "电报电磁体", "전신 전자자석",
        "MRI 조영제 자동주입기", "injecteur de produit de contraste IRM", "computer desk",
        "computer mouse", "flow computer", "Ordeñadoras", "Hearing aid analyzers or test systems",
        "Enseignement assisté par ordinateur", "Sondas de oxígeno en disolución",
        "Spinning disk microscopes", "mesa para ordenador",
    ],
)  # fmt: skip
def test_what_only_shares_a_word_with_a_thing_that_holds_some(text: str) -> None:
    assert match_one(text).verdict not in ("yes", "likely")


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("motor sincrónico 4 kW", "motor-pm"),
        ("同期電動機", "motor-pm"),
        ("转矩电动机", "motor-torque"),
        ("Adult or pediatric intensive care ventilators", "product-medical"),
        ("Transport ventilators", "product-medical"),
        ("respirateur de réanimation", "product-medical"),
        ("静脉注入泵", "product-medical"),
        ("静脈注入ポンプ", "product-medical"),
        ("Aerogeneradores", "generator-wind"),
        ("Ordenadores personales", "product-computer"),
        ("ordinateur", "product-computer"),
        ("ゴルフカート", "product-vehicle"),
        ("焊接机械手", "product-robot"),
        ("Tubes à onde progressive", "tube-travelling-wave"),
        ("Lámparas de haluro metálico", "lamp-metal-halide"),
        ("Domestic clothes washers", "product-appliance"),
        ("家庭用電気歯ブラシ", "product-appliance"),
        ("Ventiladores de transporte", "product-medical"),
        ("光纤功率放大器", "amplifier-erbium"),
        ("荧光管", "lamp-fluorescent"),
        ("형광관", "lamp-fluorescent"),
        ("无人驾驶飞机", "product-drone"),
        ("Magnet systems", "magnet-assembly"),
        ("자석장치", "magnet-assembly"),
    ],
)
def test_what_is_known_in_one_language_is_known_in_the_next(text: str, family: str) -> None:
    found = match_one(text)
    assert (found.verdict in ("yes", "likely"), found.family) == (True, family)


@pytest.mark.parametrize(
    ("text", "family"),
    [("parlante 8 ohm", "loudspeaker"), ("Tablet 10 inch", "product-phone"),
     ("catalizador", "catalyst-exhaust"), ("サーキュレータ 3.5GHz", "circulator-rf"),
     ("oxygen sensor", "sensor-oxygen")],
)  # fmt: skip
def test_the_thing_itself_is_still_known(text: str, family: str) -> None:
    assert match_one(text).family == family
