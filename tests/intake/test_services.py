"""Services between the goods are no parts, and goods with a word of a service in their name are parts."""

import re
from pathlib import Path
from typing import Any

import pytest

from desktop_app.intake import service_signs, services
from desktop_app.intake.services import is_service
from tests.intake.conftest import ReadRows
from tests.intake.looking import codes, facts, only_table, rows
from tests.workbooks.build import Rows

SERVICES = """
Freight; Freight to Hamburg by sea; Sea freight CIF Rotterdam; Packing charge; Set-up charge; NRE; Labor hours
Calibration of torque sensor; Tooling charge for gear holder; Software licence fee, annual; On-site installation
Frachtkosten; Versand und Verpackung; Inbetriebnahme vor Ort; Werkzeugkosten für Rotor; Kosten für Montage
Kalibrierung Drucksensor; Reparatur Servomotor 1FK7; Miete Gabelstapler; Einmalige Werkzeugkosten; Arbeitsstunden
Frais de port; Main d'œuvre; Étalonnage; Réparation de moteur; Portes; Mano de obra; Gastos de envío
Spese di trasporto; Collaudo; Costo di trasporto; 运费; 加工费; 齿轮加工费; 模具费; 电机维修; 送料; 組立費; 校正費用
金型代; 出張費; 部品購入送料 秋月; 国際送料; 운송비; 설치비; 가공비; 수리비
Montage vor Ort, 2 Monteure; Installation on site, 2 technicians; Montaje en obra, 2 técnicos
Rental of machine; Trasporto a Milano; Transport per Spedition; Freight and packing; Reparatur - Motor 1FK7
"""
GOODS = """
Montageplatte; Montagemagnet; freight elevator motor; calibration magnet; Prüfmagnet; Transportband-Motor
Werkzeugmagnet; Verpackungsmaschine Antrieb; Service kit motor brake; Transport roller motor; Delivery pump
Assembly; Assembly, rotor; Assembly of magnets; Test magnet N42; Repair kit servo; Reparatur Set Servomotor
Wartungseinheit; Servicestecker; Tool; Mould; Software; Machine; Cost; Magnet cost; Material cost; Rate gyro
Hour meter; Motor for transport; Magnet, freight included; Porte-outil magnétique; Location pin
Installation de ventilation
Banda transportadora con motor; Motore per nastro trasportatore; 加工中心主轴电机; 維修包; 工业设备; 磁性材料
組立用マグネット治具; 운송 로봇용 모터; 장비; 설비; Handling robot motor; Insurance seal magnet; Storage rack
グリース; 包装材料; 自動送料 モーター; 自动送料 电机; 振動送料 機; 钕铁硼 线切割; 铝壳 CNC加工
Metallanteil; storage_location
Inspection machine; Machining fixture; Handling tool; Shipping pallet; Transport and storage machine; Reparatur-Motor
Montagewerkzeug 2 Monteure; Montage 2 Platten; Fitters vice 150 mm; assembly, 2 fitters, 1 motor
Trasporto a nastro motorizzato; Transporte a cadena; Transport via belt
"""


CONTROLLED = """
Commissioning service for NdFeB sintering line; Wartung der Trennanlage für Seltene Erden; Repair of cathode kiln
钐钴磁体生产线 安装调试服务; Licence fee for magnet patent; Schulung Magnetfertigung; 稀土分离技术服务费; 磁钢加工费
Training in magnet making; Maintenance of rare earth separation plant; 생산라인 수리; レアアース生産ライン修理
"""


def _texts(block: str) -> list[str]:
    return [text.strip() for text in re.split(r"[;\n]", block) if text.strip()]


@pytest.mark.parametrize("text", _texts(SERVICES))
def test_freight_work_and_fees_are_services(text: str) -> None:
    assert is_service(text)


@pytest.mark.parametrize("text", _texts(GOODS))
def test_goods_with_a_word_of_a_service_are_goods(text: str) -> None:
    assert not is_service(text)


@pytest.mark.parametrize("text", _texts(CONTROLLED))
def test_services_that_may_be_a_controlled_technology_stay_parts(
    text: str, read_rows: ReadRows
) -> None:
    """No.62 of 2025 controls the mending and adjusting of lines for rare earths (1E902.b)."""
    assert not is_service(text)
    told = [["Part number", "Description", "Qty", "Unit", "Product type"], ["A-1", "Ring", 4, "pcs", "Goods"],
            ["S-1", text, 8, "h", "Service"]]  # fmt: skip
    assert rows(read_rows(told)) == [2, 3]


HEAD = ["Part number", "Description", "Qty", "Unit"]


def test_services_are_counted_as_other_rows_and_told(read_rows: ReadRows) -> None:
    reading = read_rows(
        [HEAD, ["A-1", "Ring magnet", 4, "pcs"], ["S-1", "Montage", 16, "Std"],
         ["S-2", "Freight to Hamburg", 1, "lot"], ["A-2", "Montage", 2, "pcs"]]
    )  # fmt: skip
    table = only_table(reading)
    assert rows(reading) == [2, 5]
    assert (table.rows.read, table.rows.parts, table.rows.other) == (4, 2, 2)
    assert [(row, kind) for row, kind, _ in table.not_parts] == [(3, "other"), (4, "other")]
    assert "W_SERVICE_ROWS" in codes(reading)


@pytest.mark.parametrize(
    ("heading", "value"),
    [("HS code", "8505111000"), ("Stock", 12), ("Magnet grade", "N42SH"), ("Manufacturer", "TDK")],
)
def test_what_only_goods_have_keeps_a_row_a_part(
    heading: str, value: str | float, read_rows: ReadRows
) -> None:
    told: Rows = [[*HEAD[:3], heading], ["A-1", "Ring magnet", 4, value], ["A-2", "Transport", 1, value],
                  ["A-3", "Transport", 1, None]]  # fmt: skip
    assert rows(read_rows(told)) == [2, 3]


@pytest.mark.parametrize(("many", "parts"), [(1, [2, 4]), (3, [2, 3, 4])])
def test_a_transport_of_which_several_are_bought_is_a_part(
    many: int, parts: list[int], read_rows: ReadRows
) -> None:
    told: Rows = [
        HEAD[:3],
        ["A-1", "Ring magnet", 4],
        ["A-2", "Transport", many],
        ["A-3", "Carriage", 2],
    ]
    assert rows(read_rows(told)) == parts


def test_goods_may_be_paid_as_a_lump(read_rows: ReadRows) -> None:
    """A plant is offered as lump sums, its machines among them."""
    told: Rows = [HEAD, ["A-1", "Handling system with servo motors", 1, "LS"],
                  ["A-2", "Test equipment motors", 1, "LS"], ["A-3", "Montage", 1, "LS"],
                  ["A-4", "Assembly of cabinets", 1, "LS"], ["A-5", "Ring magnet", 4, "pcs"]]  # fmt: skip
    assert rows(read_rows(told)) == [2, 3, 6]


def test_an_assembly_of_a_bill_may_be_called_like_a_service(read_rows: ReadRows) -> None:
    told: Rows = [["Level", "Part number", "Description", "Qty"], [1, "A-1", "Transport", 1],
                  [2, "A-2", "Roller", 4], [2, "S-1", "Freight", 1]]  # fmt: skip
    assert rows(read_rows(told)) == [2, 3]


@pytest.mark.parametrize("heading", ["Level", "Pos."])
def test_what_stands_below_a_service_of_a_bill_lies_in_no_other_assembly(
    heading: str, read_rows: ReadRows
) -> None:
    places: list[Any] = [1, 2, 1, 2] if heading == "Level" else ["1", "1.1", "2", "2.1"]
    told = [
        ["A-1", "Rotor", 2],
        ["A-2", "Roller", 4],
        ["S-2", "Assembly hours", 3],
        ["A-9", "Bolt", 3],
    ]
    head = [heading, "Part number", "Description", "Qty per assembly"]
    found = read_rows([head, *([at, *row] for at, row in zip(places, told, strict=True))])
    assert rows(found) == [2, 3, 4, 5]
    assert facts(found, "quantity_in_product") == [2, 8, 3, 9]


def test_a_second_text_that_says_what_it_is_keeps_a_row_a_part(read_rows: ReadRows) -> None:
    told: Rows = [["品番", "品名", "規格", "数量"], ["A-1", "磁石", "φ10", 4], ["A-2", "加工", "モータ軸 φ8", 1],
                  ["A-3", "加工", None, 1]]  # fmt: skip
    reading = read_rows(told)
    assert rows(reading) == [2, 3]


@pytest.mark.parametrize(
    ("heading", "goods", "parts"),
    [
        ("Product Type", "Spare", [2]),
        ("MArt", "ROH", [2]),
        ("Department", "Goods", [2, 3]),
        ("Type", "Inventory", [2]),
        ("Type", "M12", [2, 3]),
    ],
)
def test_a_column_of_types_says_which_lines_are_services(
    heading: str, goods: str, parts: list[int], read_rows: ReadRows
) -> None:
    reading = read_rows(
        [[*HEAD[:3], heading], ["A-1", "Ring magnet", 4, goods], ["A-2", "Lohnschleifen", 2, "Service"]]
    )  # fmt: skip
    assert rows(reading) == parts


def test_goods_stay_goods_whatever_their_column_of_types_says(read_rows: ReadRows) -> None:
    """What a shop keeps for its service is a part, and a transport of the type of goods is one."""
    told: Rows = [[*HEAD[:3], "MArt"], ["A-1", "Motor 24 V", 1, "DIEN"], ["A-2", "Service kit bearing", 1, "DIEN"],
                  ["A-3", "Transport", 1, "HAWA"], ["S-1", "Lohnschleifen", 1, "DIEN"]]  # fmt: skip
    assert rows(read_rows(told)) == [2, 3, 4]


def test_a_list_without_descriptions_is_read_by_its_numbers(read_rows: ReadRows) -> None:
    reading = read_rows([["Item", "Qty"], ["Ring magnet N42", 4], ["Freight", 1], ["Motor 24V", 2]])
    assert facts(reading, "quantity") == [4, 2]


def test_every_kind_that_is_asked_for_is_in_the_table() -> None:
    modules = (services, service_signs)
    text = "".join(Path(str(module.__file__)).read_text("utf-8") for module in modules)
    asked = re.findall(r'kind_of\("(\w+)"\)', text)
    assert len(asked) > 5
    for kind in {*asked, *(kind for _, kind in service_signs.KINDS)}:
        assert service_signs.kind_of(kind)
