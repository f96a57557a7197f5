"""Names that lists turn round at a comma; elsewhere a comma still ends a phrase."""

import pytest

from tests.matching.parts import match_one


@pytest.mark.parametrize(
    ("line", "family"),
    [
        ("COUPLING,MAGNETIC,10NM", "magnet-coupling"),
        ("RELAY,LATCHING,DPDT,5V", "relay-latching"),
        ("CRYSTAL,ND:YAG,5X50", "crystal-yag"),
        ("LASER, FIBER, 20W", "laser-fibre"),
        ("WIRE,TUNGSTEN,0.1MM", "tungsten-wire"),
        ("Microphone, dynamic", "microphone-dynamic"),
        ("MAGNET,RETAINER,PLASTIC", "mechanical"),
        ("RELAY LATCHING DPDT 5V", "relay-latching"),
        ("WIRE TUNGSTEN 0.1MM", "tungsten-wire"),
        ("CRYSTAL ND:YAG 5X50", "crystal-yag"),
        ("Valve, solenoid, 2/2", "solenoid-valve"),
        ("BALL,GRINDING,YSZ,0.5MM", "ceramic-zirconia"),
        ("Ferrule, ZrO2", "ceramic-zirconia"),
        ("Detector, LaBr3", "crystal-labr"),
    ],
)
def test_a_name_turned_round_is_that_name(line: str, family: str) -> None:
    assert match_one(line).family == family


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        ("Bracket, motor", "no"),
        ("Cable, servo motor, 5 m", "no"),
        ("Screw, magnet holder", "no"),
        ("Motor, 24 V, bracket", "no"),
        ("CRYSTAL,25MHZ", "no"),
        ("Screw, M6", "no"),
        ("Sensor, T90", "no"),
        ("MAGNET WIRE 0.3MM", "no"),
        ("GEAR,MOTOR,20T", "no"),
        ("CONE,SPEAKER,PAPER", "no"),
        ("CORE,ROTOR,LAMINATION", "no"),
        ("Housing, magnetic coupling side", "no"),
    ],
)
def test_other_words_behind_a_comma_name_nothing_new(line: str, verdict: str) -> None:
    assert match_one(line).verdict == verdict


def test_a_longer_name_is_not_cut_to_be_turned_round() -> None:
    """Once TUNGSTEN POWDER, which no announcement names, and CARBIDE."""
    match = match_one("POWDER TUNGSTEN CARBIDE")
    assert match.family == "tungsten-carbide-powder"


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("4711 MTR,STEP,NEMA17,1.8DEG", "motor-stepper"),
        ("ACME COUPLING, MAGNETIC, 10 NM", "magnet-coupling"),
        ("P/N 4711: COUPLING, MAGNETIC", "magnet-coupling"),
        ("ACME SCREEN,SPEAKER,6X9,STEEL", "mechanical"),
        ("VALVE, SOLENOID, LATCHING, 9V", "solenoid-latching"),
        ("VALVE, SOLENOID, 9V", "solenoid-valve"),
        ("Cable for MOTOR, SERVO", "cable"),
        ("Bracket MOTOR, SERVO", "mechanical"),
    ],
)
def test_a_name_is_turned_round_behind_a_number_or_a_firm(text: str, family: str) -> None:
    assert match_one(text).family == family


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("RING, MAGNET D20x10", "magnet"),
        ("Disc, magnet N42 20x5", "magnet-ndfeb-n"),
        ("MAGNET, RING 20x10", "magnet"),
        ("COVER, MAGNET 20x10", "mechanical"),
        ("BRACKET, MOTOR NEMA17", "mechanical"),
        ("RING, RETAINING 20mm", "fastener"),
        ("CABLE, SERVO 5m", "cable"),
    ],
)
def test_a_name_of_two_words_is_turned_round_before_a_size(text: str, family: str) -> None:
    assert match_one(text).family == family
