"""Signs and words that say one thing of a magnet, motor or sensor and another beside it."""

import pytest

from tests.matching.parts import match_one


@pytest.mark.parametrize(
    "text",
    [
        "NdFeB alloy magnet 10x5 mm", "aimant en alliage NdFeB", "imán de aleación NdFeB",
        "钕铁硼合金磁铁", "SmCo alloy magnet ring",
        "NdFeB-Magnet pulverbeschichtet", "imán NdFeB recubrimiento en polvo",
        "钕铁硼磁铁 粉末喷涂", "ネオジム磁石 粉体塗装",
    ],
)  # fmt: skip
def test_a_magnet_of_an_alloy_or_with_a_powder_coat_is_a_magnet(text: str) -> None:
    assert match_one(text).form == "magnet"


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("NdFeB magnet alloy", "alloy"), ("alliage NdFeB pour aimants", "alloy"),
        ("钕铁硼合金", "alloy"), ("NdFeB magnet powder", "powder"), ("钕铁硼磁粉", "powder"),
    ],
)  # fmt: skip
def test_an_alloy_or_powder_for_magnets_is_no_magnet(text: str, form: str) -> None:
    assert match_one(text).form == form


@pytest.mark.parametrize(
    "text",
    [
        "Schütz 24V VE 1", "Schütz 24V, VE=50", "Kompressor 8 bar VE 1", "Pumpe VE 10",
        "Leistungssensor 5 kW", "Sensor KW 12", "空调风机机组",
        "magnetic sensor for cylinder", "sensore magnetico per cilindro",
    ],
)  # fmt: skip
def test_a_pack_a_power_and_a_week_name_no_car(text: str) -> None:
    assert match_one(text).verdict == "no"


@pytest.mark.parametrize("text", ["compresseur scroll VE", "contacteur de puissance 800 VCC VE"])
def test_an_electric_car_is_still_one(text: str) -> None:
    assert match_one(text).verdict in ("yes", "likely")


@pytest.mark.parametrize(
    "text",
    ["输送带驱动电机", "搬送駆動モータ", "컨베이어 구동모터", "drive motor", "驱动电机 100kW"],
)
def test_a_drive_motor_is_open_where_no_vehicle_is_named(text: str) -> None:
    assert match_one(text).verdict == "unknown"


@pytest.mark.parametrize(
    "text",
    ["新能源汽车驱动电机", "电动客车 驱动电机 EV", "電気自動車用駆動モータ", "전기차 구동모터"],
)
def test_the_drive_motor_of_a_vehicle_is_a_traction_motor(text: str) -> None:
    assert match_one(text).family == "motor-ev"


@pytest.mark.parametrize(
    "text",
    [
        "carbon brush for angle grinder", "Kohlebürsten 5x8x16", "balais de charbon", "碳刷",
        "escobillas de carbón", "spazzole di carbone", "カーボンブラシ", "카본 브러시",
    ],
)  # fmt: skip
def test_a_carbon_brush_is_graphite_in_every_language(text: str) -> None:
    assert match_one(text).minerals == ("graphite",)


@pytest.mark.parametrize("text", ["Laptop-Kissen", "Drohnen-Landehilfe", "Pedelec-Hinterbau"])
def test_an_unknown_noun_behind_a_machine_is_asked_about(text: str) -> None:
    assert match_one(text).verdict == "unknown"


@pytest.mark.parametrize("text", ["Drohne DJI-Mavic", "Notebook-Computer 14 Zoll", "Tablet-PC"])
def test_a_machine_with_its_model_stays_sure(text: str) -> None:
    assert match_one(text).verdict in ("yes", "likely")
