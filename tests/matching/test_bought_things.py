"""Further names of bought things that hold rare earths, each beside what looks like it and holds none."""

import pytest

from tests.matching.harness.lines import HOLDING
from tests.matching.parts import match_one


@pytest.mark.parametrize(
    ("thing", "family", "look_alike"),
    [
        ("Verschließkopf magnetisch", "magnet-coupling", "Verschließkopf pneumatisch"),
        ("testata magnetica di tappatura", "magnet-coupling", "testata di tappatura"),
        ("XTS mover", "motor-linear", "XTS mover cable 2 m"),
        ("planar motor mover", "motor-linear", "cover for planar motor"),
        ("Gelenkmodul 100 Nm", "motor-servo", "Drehgelenk 100 Nm"),
        ("motore asse 4 robot", "motor-servo", "asse 4 rettificato"),
        ("NMR-Tischspektrometer 80 MHz", "mri-permanent", "NMR-Röhrchen 5 mm"),
        ("isolateur guide d'onde WR90", "circulator-rf", "guide d'onde WR90 aluminium"),
        ("Laser DPSS 532 nm", "laser-ndyag", "laser diode 650 nm"),
        ("CeBr3-Detektor 2x2", "crystal-labr", "NaI-Detektor 2x2"),
        ("Abgasmonolith mit Washcoat", "catalyst-exhaust", "Keramikmonolith unbeschichtet"),
        ("Oxidationskatalysator Diesel", "catalyst-exhaust", "Dieselfilter"),
        ("metal hydride canister", "alloy-hydrogen", "metal canister"),
        ("yttria coated iridium filament", "part-yttria-coated", "tungsten filament"),
        ("LSM-Kathodenpaste", "fuel-cell-sofc", "Kathodenpaste Silber"),
        ("GGG-Substrat 3 Zoll", "crystal-re-oxide", "Saphirsubstrat 3 Zoll"),
        ("sonda ossigeno a zirconia", "sensor-oxygen", "sonda pH"),
        ("Impeller EDF 90 mm", "motor-drone", "impeller bronze 90 mm"),
        ("brushless drill driver 18V", "motor-tool", "drill bit 18 mm"),
        ("MagSafe ring sticker", "magnet-assembly-neo", "ring sticker"),
        ("Geophon 4,5 Hz", "transducer-moving-coil", "Hydrophon piezo"),
        ("pot vibrant électrodynamique", "transducer-moving-coil", "pot d'échappement"),
        ("Parkbremsaktor EPB", "auto-brake", "Bremsbelag EPB"),
        ("Getriebeaktor Doppelkupplung", "auto-transmission", "Doppelkupplung Reibscheibe"),
        ("cam position sensor Hall", "sensor-magnetic", "cam follower"),
        ("adaptateur USB-C magnétique", "connector-magnetic", "adaptateur USB-C"),
        ("Klimagerät Inverter", "product-appliance", "Klimagerät Inverter Platine"),
        ("pila de botón NiMH 3,6 V", "battery-nimh", "pila de botón CR2032"),
        ("gold tip tungsten 2.4 mm", "electrode-tig", "thoriated tungsten red 2.4 mm"),
        ("LaYZr tungsten 1.6", "electrode-tig", "pure tungsten 1.6"),
        ("2G HTS tape 4 mm", "superconductor-tape", "adhesive tape 4 mm"),
        ("Cer Nitrat 500 g", "compound-light", "Kalium Nitrat 500 g"),
        ("motore a flusso assiale", "motor-pm", "ventilatore assiale AC"),
        ("phosphor wheel", "phosphor", "colour wheel"),
    ],
)
def test_a_thing_is_known_and_what_looks_like_it_raises_no_alarm(
    thing: str, family: str, look_alike: str
) -> None:
    found = match_one(thing)
    assert (found.family, found.verdict in HOLDING) == (family, True)
    assert match_one(look_alike).verdict not in HOLDING


@pytest.mark.parametrize(
    "text",
    [
        "Electrochemical O2 sensor",
        "O2-Sensor elektrochemisch",
        "sensore O2 elettrochimico",
        "Synchronmotor fremderregt EESM",
        "motore sincrono a eccitazione separata",
        "Catalyseur étain DBTDL",
        "Catalizador Pt/C 5 %",
        "Türmagnet Flächenhaftmagnet elektrisch 280 kg",
        "Magnet bonding adhesive",
        "BLDC-Treiberkarte 24V",
        "Leuchtstoffröhren-Fassung G13",
        "Vacuum cleaner bags",
        "imán anillo de ferrita",
        "Magnethalter Kunststoff leer",
        "Fiber amplifier Keyence FS-N11N",
        "vacuum brake booster",
        "CONN MAGNETIC JACK RJ45 1000 BASE-T",
        "Stecker für Magnetventil",
        "Katalysator Reiniger",
        "catalytic converter cleaner",
        "EPS Motor Zahnrad",
        "washing machine power supply",
    ],
)
def test_what_only_sounds_so_raises_no_alarm(text: str) -> None:
    assert match_one(text).verdict not in HOLDING


@pytest.mark.parametrize(
    "text", ["tôle d'yttrium", "lamiera di disprosio", "pletina de gadolinio", "tubo de itrio"]
)
def test_a_sheet_or_tube_of_a_rare_earth_is_not_cleared(text: str) -> None:
    assert match_one(text).verdict in HOLDING


@pytest.mark.parametrize(
    "text",
    ["Schrittmotor Fenster", "stepper motor valve", "servomotor ventana", "SERVOMOTOR HEIZUNG"],
)
def test_what_a_motor_is_built_into_does_not_hide_it(text: str) -> None:
    """Nobody buys a valve for a motor; a bracket is bought for one."""
    assert match_one(text).outcome == "ambiguous"
    assert match_one(text).verdict in HOLDING


@pytest.mark.parametrize(
    "text",
    ["stepper motor window bracket", "asynchronous motor valve", "Fenster", "Servomotor Halter"],
)
def test_its_bracket_and_an_ordinary_motor_there_stay_ordinary(text: str) -> None:
    assert match_one(text).verdict == "no"


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("Servomotor Achse 3", "motor-servo"),
        ("SCHRITTMOTOR ACHSE X", "motor-stepper"),
        ("gimbal brushless 3 assi", "motor-bldc"),
        ("Achse 3 geschliffen", "mechanical-feature"),
        ("Schrittmotor Achse", "mechanical-feature"),
        ("Riemenscheibe Achse X", "transmission"),
    ],
)
def test_the_axis_that_a_motor_turns_is_not_what_is_bought(text: str, family: str) -> None:
    assert match_one(text).family == family
