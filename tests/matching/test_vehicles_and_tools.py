"""Motors of vehicles, tools called brushless and kits beside a thing, each with its opposite.

Kilowatts cleared the motors of forklifts and boats, a battery named last cleared the tool that it drives.
"""

import pytest

from tests.matching.parts import match_one


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        ("Schraubendreher Akku bürstenlos", "likely"),
        ("Heckenschere Akku BL 18V", "likely"),
        ("Förderrolle Mot. 24V bürstenlos D50", "likely"),
        ("Bootsmotor elektrisch 10 kW, 48 V", "likely"),
        ("moteur voiture 50 kW électrique", "likely"),
        ("Forklift motor 5 kW", "unknown"),
        ("motore carrello elevatore 8 kW", "unknown"),
        ("Motor, Hubarbeitsbühne Fahrantrieb, 3 kW", "unknown"),
        ("motore spazzatrice 2 kW", "unknown"),
        ("car wash truck motor 5 kW", "unknown"),
        ("fan, EC motor", "unknown"),
        ("pump VSD PM motor 5.5 kW", "likely"),
        ("Katalysator m. Montagesatz Euro5", "yes"),
        ("Fahrmotor Stapler PM 6 kW", "likely"),
    ],
)
def test_a_motor_in_it_is_found_or_asked_about(line: str, verdict: str) -> None:
    assert match_one(line).verdict == verdict


@pytest.mark.parametrize(
    "line",
    [
        "Bohrschrauber Akku 18V 4Ah",
        "Schraubendreher Akku Bürsten",
        "screwdriver brushed 3.6V cordless",
        "Motorhalterung bürstenlos",
        "Koffer für Bohrmaschine bürstenlos",
        "boat motor bracket 5 kW",
        "Fahrmotor asynchron Stapler 8 kW",
        "Motor 7,5 kW Autoklav",
        "Car wash pump motor 5.5 kW",
        "Motor tren de laminación 90 kW",
        "motore treno di laminazione 90 kW",
        "Antriebsmotor Pumpe 5,5 kW",
        "Conveyor drive motor 4 kW 400V",
        "compressor motor 22 kW",
        "fan, AC motor",
        "AMPLFIER,SERVO",
        "Laptop-Ständer",
        "compressor e-bike",
        "synchronous step-down switcher",
    ],
)
def test_their_opposites_raise_no_alarm(line: str) -> None:
    assert match_one(line).verdict in ("no", "trace")


def test_an_inductance_is_no_grade() -> None:
    assert match_one("rotor winding 33uH").verdict == "unknown"
    assert match_one("rotor 33UH").verdict == "yes"


@pytest.mark.parametrize(
    ("thing", "material", "family"),
    [
        ("Current lead", "YBCO", "superconductor-tape"),
        ("Cathode insert", "LaB6", "cathode-lab6"),
    ],
)
def test_what_a_column_says_to_be_in_an_ordinary_thing_is_found(
    thing: str, material: str, family: str
) -> None:
    match = match_one(thing, material=material)
    assert (match.family, match.outcome) == (family, "ambiguous")


def test_an_ordinary_ceramic_in_a_column_is_none() -> None:
    assert match_one("Insert", material="Al2O3").verdict == "no"
    assert match_one("Lens holder", material="H-LaK53A").verdict == "no"
