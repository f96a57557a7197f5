"""New words beside their opposite: what they must not clear, and what they must not call."""

import pytest

from tests.matching.harness.lines import HOLDING
from tests.matching.parts import match_one


@pytest.mark.parametrize(
    "text",
    [
        "Magnetkupplung Hastelloy C",
        "mag drive pump Hastelloy",
        "neodymium magnet Monel",
        "magnetron magnet",
        "neodymium target magnetron",
        "Magnet in Fassung",
        "magnet adhesive backed",
        "Magnethalter Kunststoff",
        "Glaspolitur Cerium mit Filzscheibe",
        "paramagnetischer Sauerstoffsensor",
        "5/2 latching solenoid valve with permanent magnet",
        "5/2 latching valve",
        "bistabiler Hubmagnet",
        "relè bistabile",
        "Motor permanenterregt, nicht fremderregt",
        "PMSM/EESM Traktionsmotor",
        "electrochemical zirconia oxygen sensor",
        "elektrochemische Lambdasonde",
        "ZrO2 oxygen sensor electrochemical",
        "Auspuffrohr mit Kat",
        "Topfmagnet elektrisch isoliert",
        "Magnetschnäpper elektrisch leitend",
        "refrigerant compressor inverter",
        "refrigerant magnetic drive pump",
        "Schilder nachleuchtend",
        "Folie langnachleuchtend",
        "glow in the dark sticker",
        "peinture photoluminescente",
        "cinta adhesiva fotoluminiscente",
    ],
)
def test_an_alloy_a_mount_ports_or_an_order_of_words_clears_nothing(text: str) -> None:
    assert match_one(text).verdict in HOLDING


@pytest.mark.parametrize("text", ["LED bike light", "Magnetron 9.4 GHz radar"])
def test_what_may_hold_a_rare_earth_is_not_cleared(text: str) -> None:
    assert match_one(text).verdict == "unknown"


@pytest.mark.parametrize(
    "text",
    [
        "soldering workstation",
        "ESD workstation",
        "inline isolator",
        "SM-153 connector",
        "TB-161 terminal block",
        "heat pump refrigerant",
        "shaver outlet 230V",
        "patient ventilator circuit",
        "geophone spike",
        "modal exciter stinger",
        "EC screwdriver bit",
        "self-holding relay",
        "électrovanne bistable 5/2 24V",
        "magnet bonding adhesive",
        "Leuchtstoffröhren-Fassung",
        "Inconel powder",
        "dissolved oxygen sensor",
        "capteur O2 électrochimique",
        "Traktionsmotor EESM",
        "motor síncrono excitación separada",
        "non photoluminescent tape",
        "syringe pump tubing",
        "oven magnetron 2M219J",
    ],
)
def test_an_ordinary_thing_beside_a_new_word_raises_no_alarm(text: str) -> None:
    assert match_one(text).verdict not in HOLDING


def test_india_in_german_is_no_plural_of_indium() -> None:
    assert match_one("Schraube M6 Indien").family == "fastener"
    assert match_one("Indium").family == "indium"


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("LIFTING MAGNET ELECTRO", "solenoid"),
        ("Lasthebemagnet elektrisch", "solenoid"),
        ("Lasthebemagnet 500 kg", "magnet-separator"),
        ("disco fisso di arresto", "mechanical"),
        ("disco fisso 1TB", "hard-disk"),
        ("SCHERKOPF HAARSCHNEIDER", "tool"),
        ("Haarschneider", "product-appliance"),
        ("AMPLFR SERVO 3AXIS", "drive"),
        ("motor P.A.P. 24V", "motor-stepper"),
        ("MOTOR INDUCTION SELF VENT 4KW", "motor-induction"),
        ("Lak zwart RAL 9005", None),
        ("Linse LaK 25 mm", "optical-glass"),
        ("LaK9", "optical-glass"),
        ("ijzeroxide", "chemical"),
        ("batteria smartphone", "battery"),
        ("batterie ordinateur portable", "battery"),
        ("Laptop Akku", "battery"),
        ("NiMH Akku Telefon", "battery-nimh"),
        ("Notebook 15 Zoll Akku 50Wh", "product-computer"),
        ("Akku Staubsauger", "product-appliance"),
        ("battery electric vehicle", "product-vehicle"),
    ],
)
def test_a_word_beside_it_makes_another_thing_of_it(text: str, family: str | None) -> None:
    assert match_one(text).family == family
