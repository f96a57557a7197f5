"""A roller, cover or wheel that is called magnetic is asked about; what only stands near magnetism is not."""

import pytest

from tests.matching.parts import match_one


@pytest.mark.parametrize(
    "text",
    [
        "magnetic roller D40",
        "magnetische Rolle",
        "Deckel magnetisch",
        "rouleau aimanté",
        "rueda magnética",
        "coperchio magnetico",
        "永磁滚筒 D300",
        "磁力吸盘 D60",
        "磁吸底座",
        "マグネットローラー",
        "磁力ホイール",
        "자석 롤러",
    ],
)
def test_an_ordinary_thing_called_magnetic_is_asked_about(text: str) -> None:
    match = match_one(text)
    assert (match.verdict, match.family) == ("unknown", "magnet-assembly")


@pytest.mark.parametrize(
    "text",
    [
        "non-magnetic spacer",
        "无磁支架",
        "电磁支架",
        "screw M3 magnetic",
        "bracket for magnet",
        "magnetische Abschirmfolie",
        "magnetic field cover",
        "磁性门封条",
        "电磁轮",
        "励磁轮",
        "Elektromagnetrolle",
        "cover, soft magnetic steel",
        "wheel, not magnetic",
        "Rolle nicht magnetisch",
        "Rolle amagnetisch D40",
        "roue non magnétique",
        "rueda no magnética",
        "ruota amagnetica",
        "非磁性ローラー",
    ],
)
def test_what_is_near_magnetism_only_is_not(text: str) -> None:
    assert match_one(text).verdict == "no"


@pytest.mark.parametrize(
    "text",
    ["valve magnetic 230V", "Ventil, magnetisch 24V", "vanne magnétique", "válvula magnética 1/2"],
)
def test_a_valve_called_magnetic_is_moved_by_a_coil(text: str) -> None:
    assert (match_one(text).verdict, match_one(text).family) == ("no", "solenoid-valve")


def test_a_magnet_named_with_such_a_valve_is_found() -> None:
    assert match_one("valvola magnetica SmCo").material == "SmCo"


@pytest.mark.parametrize(
    "text",
    ["Interlock magnetic switch", "Sicherheitsschalter magnetisch", "磁性安全开关"],
)
def test_a_magnetic_safety_switch_comes_with_its_magnet(text: str) -> None:
    assert match_one(text).family == "sensor-reed"


@pytest.mark.parametrize(
    "text", ["safety switch", "magnetic starter 24 V", "Halter für Magnet-Sicherheitsschalter"]
)
def test_another_switch_or_its_holder_does_not(text: str) -> None:
    assert match_one(text).verdict == "no"


@pytest.mark.parametrize(
    "text",
    [
        "Magnetic 4-pin connector",
        "magnetic power connector for tablet",
        "Magnetischer 4-poliger Steckverbinder",
        "Connecteur 4 broches magnétique",
        "Conector de 4 pines magnético",
        "マグネット式4極コネクタ",
        "磁吸式4Pin充电接口",
        "마그네틱 4핀 충전 커넥터",
    ],
)
def test_a_connector_called_magnetic_is_asked_about_whatever_stands_between(text: str) -> None:
    match = match_one(text)
    assert (match.verdict, match.family) == ("unknown", "magnet-assembly")


@pytest.mark.parametrize(
    "text",
    [
        "RJ45 connector with magnetics",
        "CONN JACK RJ45 MAGNETIC",
        "Modular jack with magnetic module",
        "Connector, magnetic sensor, M12",
        "Ventilstecker magnetisch",
        "connecteur pour électrovanne magnétique",
        "connector non magnetic SMA",
        "マグネットスイッチ用コネクタ",
        "磁性传感器连接器",
    ],
)
def test_a_connector_with_transformers_or_for_a_magnetic_thing_is_not(text: str) -> None:
    assert match_one(text).verdict == "no"


@pytest.mark.parametrize(
    "text",
    ["module with magnet", "PCB with magnet", "GPS antenna with magnetic base", "PCB组件 带磁铁",
     "磁石付き実装済み基板", "charger with magnet"],
)  # fmt: skip
def test_electronics_that_come_with_a_magnet_hold_it(text: str) -> None:
    assert match_one(text).verdict == "likely"


@pytest.mark.parametrize(
    "text",
    ["Snap-on ferrite core with magnet latch", "module for magnet", "PCB without magnet",
     "Ethernet module with magnetics", "power supply with electromagnet"],
)  # fmt: skip
def test_electronics_near_a_magnet_do_not(text: str) -> None:
    assert match_one(text).verdict in ("no", "trace")


@pytest.mark.parametrize("text", ["Filter bar 300 mm 12000 gauss", "Filtre barre 10 000 gauss"])
def test_a_bar_of_so_many_gauss_is_asked_about(text: str) -> None:
    assert match_one(text).verdict == "unknown"


@pytest.mark.parametrize("text", ["Hall IC 60 gauss", "reed switch 25 gauss", "Block 8000 g"])
def test_what_a_field_switches_is_none(text: str) -> None:
    assert match_one(text).verdict == "no"


@pytest.mark.parametrize("text", ["pogo magnetic connector 4P", "magnetic dock connector"])
def test_a_connector_that_holds_magnets_may_be_called_one_twice(text: str) -> None:
    assert match_one(text).family == "connector-magnetic"


@pytest.mark.parametrize(("text", "is_magnet"), [
    ("磁钢胶 250ml", False), ("네오디뮴 자석 접착제", False), ("ネオジム磁石用接着剤", False),
    ("磁铁 D10x2 N35 胶", True), ("ネオジム磁石 両面テープ付", True), ("钕铁硼磁铁带背胶", True),
])  # fmt: skip
def test_glue_for_magnets_is_no_magnet(text: str, is_magnet: bool) -> None:
    assert (match_one(text).verdict == "yes") is is_magnet


@pytest.mark.parametrize(
    ("with_magnet", "plain"),
    [
        ("Y-type strainer with magnet DN20", "Y-type strainer DN20"),
        ("Magnetit-Schlammabscheider DN32", "Luft- und Schlammabscheider DN32 Messing"),
        ("Filtre désemboueur magnétique 1 pouce", "Filtre désemboueur 1 pouce"),
        ("Filtro con imán 22 mm", "Filtro de agua 22 mm"),
        ("Filtro defangatore con magnete DN25", "Filtro defangatore DN25"),
    ],
)
def test_a_filter_with_a_magnet_is_a_separator_in_every_language(
    with_magnet: str, plain: str
) -> None:
    found = match_one(with_magnet)
    assert (found.verdict, found.family) == ("likely", "magnet-separator")
    assert match_one(plain).verdict == "no"


@pytest.mark.parametrize(
    "text",
    ["pogo pin magnetic connector 磁吸连接器 2P", "pin socket, magnetic connector", "plastic connector 磁吸连接器"],
)  # fmt: skip
def test_a_plug_called_magnetic_behind_its_bare_word_is_not_cleared(text: str) -> None:
    match = match_one(text)
    assert match.verdict in ("unknown", "likely", "yes")
    assert "connector-magnetic" in {match.family, *(other.family for other in match.alternatives)}


@pytest.mark.parametrize(
    "text",
    ["pogo pin connector for magnetic connector", "cable for magnetic connector", "connector 4P 连接器"],
)  # fmt: skip
def test_what_is_for_such_a_plug_is_none(text: str) -> None:
    assert match_one(text).verdict == "no"
