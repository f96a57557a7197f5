"""What only describes a motor does not name the line: a second shaft, a size with its flange or cable."""

import pytest

from tests.matching.parts import match_one

MOTORS = [
    ("servo motor dual shaft", "motor-servo"),
    ("stepper motor D-shaft 5mm", "motor-stepper"),
    ("GBM4108H-120T gimbal motor hollow shaft", "motor-drone"),
    ("Schrittmotor Doppelwelle", "motor-stepper"),
    ("Servomotor Hohlwelle 750W", "motor-servo"),
    ("Torquemotor Hohlwelle 180 Nm wassergek.", "motor-torque"),
    ("서보모터 X축 400W", "motor-servo"),
    ("AC SERVO MOTOR R축 1.0KW", "motor-servo"),
    ("stepper motor NEMA 23 flange 60mm", "motor-stepper"),
    ("Schrittmotor NEMA 23 Planetengetriebe", "motor-stepper"),
    ("motor paso a paso NEMA 23 cable 2m", "motor-stepper"),
    ("스텝모터 NEMA23 플랜지60", "motor-stepper"),
    ("E-Motor PSM 120 kW", "motor-pm"),
    ("E-MASCHINE PSM 120KW HINTERACHSE", "motor-ev-pm"),
    ("Servo Metallgetriebe 20 kg", "motor-rc-servo"),
    ("RC-Servo MG996R Metallgetriebe", "motor-rc-servo"),
    ("servo pignons métal 15 kg", "motor-rc-servo"),
    ("舵机 金属齿轮 20kg", "motor-rc-servo"),
    ("서보 메탈기어 20kg", "motor-servo"),
    ("Servo Hohlwelle", "motor-rc-servo"),
    ("RobStride RS-02 wrist motor, 17 Nm peak", "motor-servo"),
    ("电子模块, 无刷电机", "motor-bldc"),
    ("Linear actuator, stepper motor NEMA 17", "motor-stepper"),
    ("Planetary gearbox high torque NEMA 23 stepper motor", "motor-stepper"),
    ("worm gearbox stepper motor", "motor-stepper"),
    ("Gearhead servo motor 200 W", "motor-servo"),
    ("gear stepper motor 5V", "motor-stepper"),
    ("planetary gearbox brushless motor 24V", "motor-bldc"),
]


@pytest.mark.parametrize(("line", "family"), MOTORS)
def test_a_motor_stays_a_motor(line: str, family: str) -> None:
    match = match_one(line)
    assert match.family == family
    assert match.verdict in ("yes", "likely")


@pytest.mark.parametrize(
    "line",
    [
        "motor shaft",
        "hollow shaft",
        "Hohlwelle D20 C45",
        "Metallgetriebe",
        "Metallgetriebe für Servo",
        "金属齿轮",
        "Passfeder DIN 6885 5x5x16",
        "gear reducer hollow shaft",
        "서보모터 축 SUS",
        "stepper motor NEMA 23 bracket",
        "Stepper motor NEMA17 driver",
        "stepper motor NEMA 23 cable",
        "NEMA 17 stepper motor cable 1m",
        "AK80-6 gear",
        "Actuator, motor mount",
        "Actuator, solenoid",
        "电子模块, SR04",
        "电子模块, 步进电机驱动",
        "步进电机驱动",
        "无刷电机驱动",
        "laser driver module",
        "CYL 32X100 DBL ACT",
        "AIR CYL 32X100",
        "gearbox for stepper motor NEMA 23",
        "stepper motor gearbox",
        "servo motor gear, brass",
        "gearbox DC motor 12V",
        "gearbox motor mount",
        "gear set for servo motor",
        "réducteur pour moteur brushless",
    ],
)
def test_what_is_bought_for_a_motor_is_none(line: str) -> None:
    assert match_one(line).verdict not in ("yes", "likely")


@pytest.mark.parametrize(
    ("line", "family"),
    [
        ("DPSS laser module 532nm 200mW (Nd:YVO4)", "laser-ndyag"),
        ("Nd:YAG-Lasermodul", "laser-ndyag"),
        ("掺铒光纤放大器模块 C波段", "amplifier-erbium"),
        ("MAGNET CYL 10X5 N42", "magnet-ndfeb-n"),
        ("lanthanated molybdenum rod", "molybdenum-lanthanum"),
    ],
)
def test_modules_and_cylinders_are_what_they_are_named_after(line: str, family: str) -> None:
    assert match_one(line).family == family


@pytest.mark.parametrize(
    "line",
    ["crucible 50 ml graphite", "Tiegel 50 ml Graphit", "坩埚 50ml 石墨", "るつぼ 50ml 黒鉛"],
)
def test_a_crucible_with_its_volume_is_of_its_material(line: str) -> None:
    assert match_one(line).minerals == ("graphite",)


@pytest.mark.parametrize("line", ["crucible for graphite electrode", "crucible 50 ml alumina"])
def test_other_crucibles_are_vessels(line: str) -> None:
    assert match_one(line).minerals == ()


@pytest.mark.parametrize("line", ["NMX-41 gasket", "GASKET NMX-41 1/16 COMPRESSED FIBER"])
def test_a_number_that_begins_like_a_grade_is_no_magnet(line: str) -> None:
    assert match_one(line).verdict == "no"


@pytest.mark.parametrize(
    ("line", "family"),
    [
        ("wind turbine generator permanent magnet", "generator-wind-direct"),
        ("Generator Permanentmagnet 5 kW", "generator-pm"),
        ("motor imanes permanentes 3 kW", "motor-pm"),
        ("motore magneti permanenti", "motor-pm"),
        ("모터 영구자석", "motor-pm"),
        ("Motor Permanentmagnet", "motor-pm"),
        ("Motor Permanentmagnet 20x5", "magnet"),
        ("rotor permanent magnet", "magnet"),
        ("permanent magnet for motor", "magnet"),
        ("motor permanent magnet holder", "mechanical"),
    ],
)
def test_permanent_magnets_right_behind_a_motor_are_its_own(line: str, family: str) -> None:
    assert match_one(line).family == family


@pytest.mark.parametrize(
    "line",
    [
        "lock brushless",
        "serrure motorisée sans balais",
        "rodillo brushless",
        "无刷 轮毂",
        "도어 브러시리스",
    ],
)
def test_what_is_brushless_has_a_motor_in_it(line: str) -> None:
    assert match_one(line).verdict == "likely"


@pytest.mark.parametrize(
    "line",
    ["support brushless 36 mm", "brushless motor mount", "lock for brushless motor", "支架 无刷"],
)
def test_what_is_bought_for_a_brushless_motor_has_none(line: str) -> None:
    assert match_one(line).verdict == "no"


@pytest.mark.parametrize(
    ("line", "family"),
    [
        ("drive motor for AGV 5 kW", "motor"),
        ("Antriebsmotor Elektrofahrzeug 80 kW", "motor"),
        ("golf cart motor 5 kW", "motor"),
        ("pump motor 5 kW", "motor-induction"),
        ("drive motor 5,5 kW 400 V", "motor-induction"),
        ("asynchronous generator 30 kW", "generator-wound"),
        ("非同期モータ 5.5kW", "motor-induction"),
        ("同期モータ 5.5kW", "motor-pm"),
        ("비동기 발전기", "generator-wound"),
        ("双馈风力发电机 2MW", "generator-wound"),
        ("永磁同步/异步电机", "motor-pm"),
    ],
)
def test_power_alone_tells_nothing_of_a_vehicle(line: str, family: str) -> None:
    assert match_one(line).family == family
