"""Motors named by the device they drive, and shafts, relays and part numbers with what belongs to
them: the ordinary word before or behind does not hide the part."""

import pytest

from desktop_app.matching.match import match_parts
from tests.matching.parts import match_one, part_table, shipped_knowledge

DRIVEN = (
    ("{} motor, BLDC 24V", ("range hood", "garage door", "roller blind", "hedge trimmer", "massage chair")),
    ("{}无刷电机 24V", ("吸油烟机", "窗帘", "轮椅", "碎纸机", "油锯")),
    ("{}BLDC모터 24V", ("슬라이딩도어", "커튼", "재봉틀", "도어락")),
    ("motor brushless {} 24 V", ("cortina", "techo solar", "puerta corredera")),
)  # fmt: skip
FITTED = (
    "range hood motor bracket", "door motor cable 2 m", "电机支架 窗帘用", "窗帘电机支架", "커튼모터 브라켓",
    "soporte motor cortina", "servo motor console",
)  # fmt: skip


@pytest.mark.parametrize(("pattern", "devices"), DRIVEN)
def test_a_motor_for_a_device_is_a_motor(pattern: str, devices: tuple[str, ...]) -> None:
    lines = [pattern.format(device) for device in devices]
    found = match_parts(part_table(description=lines), shipped_knowledge())
    assert {
        line: (m.form, m.verdict) for line, m in zip(lines, found, strict=True)
    } == dict.fromkeys(lines, ("motor", "likely"))


@pytest.mark.parametrize("line", FITTED)
def test_what_is_fitted_to_such_a_motor_is_none(line: str) -> None:
    assert match_one(line).verdict == "no"


@pytest.mark.parametrize(
    ("line", "family"),
    [
        ("vacuum cleaner motor, BLDC", "motor-bldc"),
        ("vacuum cleaner motor 230V", "motor-fan-universal"),
        ("Moteur volet roulant 12V BLDC silencieux", "motor-bldc"),
        ("Borstelloze motor 24V", "motor-bldc"),
        ("Silnik bezszczotk. 24V", "motor-bldc"),
        ("Fırçasız DC motor", "motor-bldc"),
    ],
)
def test_brushless_outweighs_what_such_motors_usually_are(line: str, family: str) -> None:
    assert match_one(line).family == family


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        ("SHAFT,ROTOR,SST 17-4,4 ARC MAGNETS BONDED", "likely"),
        ("Arbre rotor inox, 6 aimants NdFeB collés", "yes"),
        ("转子组件(轴+磁钢8片 42SH)", "yes"),
        ("Shaft, hardened, for magnets", "no"),
        ("Shaft 8 x 120, 2 flats", "no"),
    ],
)
def test_the_magnets_behind_a_shaft_make_it_a_rotor(line: str, verdict: str) -> None:
    assert match_one(line).verdict == verdict


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        ("2342S024CR + Planetengetr. 26/1 14:1", "yes"),
        ("RE 25, 20 W, graphite brushes, 24 V", "yes"),
        ("SGM7J-04AFC6S + cable 3 m", "yes"),
        ("cable + SGM7J-04AFC6S", "no"),
        ("MG90 gear", "no"),
        ("Servo AC 400 W sans frein, connecteur étanche", "likely"),
        ("伺服 1.5KW 2000转 键轴", "likely"),
        ("伺服 750W 驱动器", "trace"),
        ("Servo AC 400 W, câble", "no"),
    ],
)
def test_a_model_by_its_number_stays_it_whatever_belongs_to_it(line: str, verdict: str) -> None:
    assert match_one(line).verdict == verdict


@pytest.mark.parametrize(
    ("line", "family"),
    [
        ("磁保持继电器 60A 双线圈", "relay-latching"),
        ("Magn. disco neod. Ø12x3 N45 adesivo", "magnet-ndfeb-n"),
        ("Disque magnétique NdFeB Ø10x3 autocollant", "magnet-ndfeb"),
        ("钕铁硼磁铁 背胶 10x2", "magnet-ndfeb"),
        ("NdFeB-Magnet Klebeband 10x2", "magnet-ndfeb"),
        ("Spindle, 24k rpm, PM synchronous", "motor-pm"),
        ("Schrittm. 2-ph. 2,1A Kabel 300", "motor-stepper"),
        ("スピーカーグリル 丸 10cm", "mechanical"),
        ("マイクロスイッチ", "switchgear"),
    ],
)
def test_what_only_describes_a_part_does_not_name_it(line: str, family: str) -> None:
    assert match_one(line).family == family


def test_a_bistable_valve_holds_a_magnet_where_the_line_says_so() -> None:
    """A pneumatic valve of two coils is bistable without any."""
    assert match_one('Électrovanne bistable à aimant 9V 1/2"').family == "solenoid-latching"
    assert match_one("Électrovanne 5/2 bistable 24 VDC").verdict == "no"


@pytest.mark.parametrize(
    ("line", "family", "verdict"),
    [
        ("Ventosa magnética neodimio Ø25 M5", "magnet-pot-neo", "yes"),
        ("Pinza magnética neodimio", "magnet-assembly-neo", "yes"),
        ("Magnet Nd 10x5", "magnet-ndfeb", "yes"),
        ("Topfmagnet Nd Ø20 Gewindebuchse M4", "magnet-pot-neo", "likely"),
        ("Pot catalytique diesel", "catalyst-exhaust", "yes"),
        ("Stabmagnet Ø5x20 AlNiCo500", "magnet-alnico", "no"),
        ("Magnetfilter Heizung Schlammabscheider", "magnet-separator", "likely"),
        ("Samarium-Cobalt-Pulver", "alloy-sm-co", "yes"),
        ("Lithium-Eisenphosphat-Zelle 100Ah", "battery-lithium", "no"),
        ("Catalyseur époxy durcisseur", "chemical", "no"),
        ("高音单元 25mm 丝膜 钕磁", "loudspeaker-neo", "yes"),
        ("고속 PM 스핀들 60000rpm", "motor-pm", "likely"),
        ("Contacteur DC 500 V soufflage magnétique", "contactor-dc", "likely"),
    ],
)
def test_words_of_the_trade(line: str, family: str, verdict: str) -> None:
    match = match_one(line)
    assert (match.family, match.verdict) == (family, verdict)


@pytest.mark.parametrize(
    ("number", "family"),
    [
        ("G6SK-2 DC5", "relay-latching"),
        ("G6S-2 DC5", "relay"),
        ("DSP1-L2-DC5V", "relay-latching"),
        ("DSP1-045", "motor-servo"),
        ("EV200AAANA", "contactor-dc"),
        ("CMS-402811-28SP", "loudspeaker"),
        ("CEM-1203(42)", "buzzer"),
        ("PKM13EPYH4000-A0", "piezo"),
        ("AEAT-9922-Q24", "encoder-magnetic"),
        ("HEDS-5540#A06", "encoder-optical"),
        ("SS495A", "sensor-hall-ic"),
        ("4414FM", "fan-dc"),
        ("3242X024BX4", "motor-bldc"),
        ("AM1524-A-0.25-12.5-55", "motor-stepper"),
    ],
)
def test_part_numbers_alone(number: str, family: str) -> None:
    assert match_one(number).family == family
