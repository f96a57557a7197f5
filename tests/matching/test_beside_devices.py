"""What is bought for a device that holds rare earths, or only sounds like one, is not called; the device is."""

import pytest

from tests.matching.parts import match_one


@pytest.mark.parametrize(
    "line",
    [
        "electric toothbrush head",
        "brosse à dents électrique tête de rechange",
        "cepillo de dientes eléctrico cabezal",
        "spazzolino elettrico testina",
        "Schallzahnbürste Ersatzbürste",
        "电动牙刷头",
        "전동칫솔 칫솔모",
        "Schallzahnbürste Ladestation",
        "lantern mantle hook",
        "Glühstrumpf Halter",
        "灯罩纱",
        "compression driver diaphragm",
        "Druckkammertreiber Membran",
        "高音驱动头 号角",
        "CT detector housing gasket",
        "current detector CT 50A",
        "aislador óptico 4 canales RS485",
        "isolatore ottico RS232",
        "LYSO detector holder",
        "YAG powder container",
        "washing machine inverter board",
        "pinza magnetica cavo",
        "fire steel door",
        "螺丝刀磁吸头",
        "heater for circulation pump",
        "circulation pump heater element",
        "immersion heater circulation pump",
        "turbo pump cable",
        "pump seal for magnetic drive pump",
        "CT detector cable",
        "24V无刷电机驱动",
        "步进电机驱动（两相）",
        "expansion joint module",
        "wrist actuator hydraulic",
        "disco de circonio 125 mm lija",
        "planar magnetron target copper",
        "maintenance-free bearing",
        "bike headset",
        "eje hueco acero",
        "空心轴减速机",
        "자전거 헤드셋",
        "voltage detector CT",
    ],
)
def test_what_goes_with_a_device_is_not_called(line: str) -> None:
    assert match_one(line).verdict in ("no", "trace")


@pytest.mark.parametrize(
    "line",
    [
        "Holmium valve DN50",
        "Europium switch 24V",
        "Erbium gateway module",
        "Terbium Labs sensor",
        "Terbium PC power supply",
        "Lutetium PCB",
        "Samarium wrench set",
        "Cerium Networks switch 24 port",
        "Praseodym Straße 5 pump",
        "pump, brand Neodym",
        "motor Cerium 12V DC brush",
        "Erbium 650 display",
        "gadolinium injector syringe",
        "dysprosium lamp ballast",
    ],
)
def test_a_device_that_is_only_called_like_an_element_is_what_it_is(line: str) -> None:
    assert match_one(line).verdict in ("no", "trace")


@pytest.mark.parametrize(
    "line",
    [
        "electric toothbrush, brush head included",
        "gas mantle 300 CP",
        "incandescent mantle with glass",
        "CT detector module",
        "optical isolator 1550 nm",
        "aislador óptico para láser",
        "coax compression driver 2in",
        "fire steel rod with holder",
        "Umwälzpumpe Heizung",
        "circulateur chauffage 25-60",
        "循环泵 采暖",
        "TIG torch set incl. tungsten electrodes WL20",
        "Schweißbrenner mit WL15",
        "torche TIG avec électrodes WL20",
        "TIG torch with lanthanated electrode",
        "praseodymium varistor",
        "dysprosium capacitor",
        "europium lamp",
        "钆传感器",
        "pump with neodymium",
        "无刷电机驱动割草机",
        "直流无刷电机驱动轮毂",
        "伺服电机驱动一体机",
        "구동회로 일체형 BLDC 모터",
        "electric drilling motor BLDC",
        "robot joint module 20 Nm",
        "maintenance-free servo motor",
        "seal-less magnetic drive pump",
        "gland-less servo motor",
        "brush-free motor 24V",
        "pompe sans garniture entraînement magnétique",
        "reed switch plus magnet",
        "disco de circonio dental",
        "Wirbelstrombremse mit Dauermagnet",
        "永磁涡流缓速器",
        "servomotor eje hueco",
        "步进电机 空心轴",
        "ステッピングモータ 中空軸",
        "서보모터 중공축",
        "伺服电机 键槽",
        'compression driver screw-on 1"',
    ],
)
def test_the_device_itself_is_still_called(line: str) -> None:
    assert match_one(line).verdict in ("yes", "likely")


@pytest.mark.parametrize(
    "line",
    ["washing machine drum motor", "세탁기 드럼 모터", "洗衣机滚筒电机"],
)
def test_the_motor_of_an_ordinary_thing_is_asked_about(line: str) -> None:
    assert match_one(line).verdict in ("yes", "likely", "unknown")
    assert match_one(line).family == "motor"
