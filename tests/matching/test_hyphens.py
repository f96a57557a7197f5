"""A compound with hyphens is the one that the lists know without; two known words stay two."""

import pytest

from tests.matching.parts import match_one


@pytest.mark.parametrize(
    ("hyphened", "whole"),
    [
        ("Lambda-Sonde Bosch", "Lambdasonde Bosch"),
        ("Hysterese-Bremse 2 Nm", "Hysteresebremse 2 Nm"),
        ("Cer-Oxid 99,9 %", "Ceroxid 99,9 %"),
        ("Leucht-Stoff gelb", "Leuchtstoff gelb"),
        ("Haft-Magnet D32", "Haftmagnet D32"),
        ("Magnet-Abscheider DN50", "Magnetabscheider DN50"),
        ("Zirkon-Oxid Kugel 5 mm", "Zirkonoxid Kugel 5 mm"),
        ("Laut-Sprecher 8 Ohm", "Lautsprecher 8 Ohm"),
        ("Lithium-Batterie CR2032", "Lithiumbatterie CR2032"),
        ("Kurbelwellen-Sensor VW", "Kurbelwellensensor VW"),
        ("Rad-Drehzahl-Sensor", "Raddrehzahlsensor"),
        ("Elektro-Magnet 24V", "Elektromagnet 24V"),
        ("Elektro-Haftmagnet", "Elektrohaftmagnet"),
    ],
)
def test_it_is_read_as_one_word(hyphened: str, whole: str) -> None:
    one, other = match_one(hyphened), match_one(whole)
    assert (one.verdict, one.family) == (other.verdict, other.family)
    assert one.family is not None


@pytest.mark.parametrize(
    ("line", "family"),
    [
        ("Servo-Motor 400 W", "motor-servo"),
        ("Neodym-Magnet D10x3", "magnet-ndfeb"),
        ("Motor-Kabel 5 m", "cable"),
        ("Magnet-Halter Edelstahl", "magnet-assembly"),
        ("Blech-Schraube 4x20", "fastener"),
        ("Samarium-Cobalt-Pulver", "alloy-sm-co"),
        ("Cer-Aluminium-Legierung", "alloy-light"),
        ("Neodym-Topf-Magnet D20", "magnet-pot-neo"),
    ],
)
def test_words_that_are_known_apart_are_read_as_before(line: str, family: str) -> None:
    assert match_one(line).family == family


@pytest.mark.parametrize(
    ("line", "family"),
    [
        ("Gleichstrom- und Servomotor 24 V", "motor-servo"),
        ("Magnet- und Spulenhalter", "mechanical"),
        ("MOTOR- UND GEBERKABEL", "cable"),
        ("Lautsprecher- und Mikrofonkabel", "cable"),
        ("Pumpen- und Motorlager", "bearing"),
        ("Motor - und Pumpe", "motor"),
    ],
)
def test_a_hyphen_stands_for_the_last_noun_of_the_next_word(line: str, family: str) -> None:
    assert match_one(line).family == family


@pytest.mark.parametrize("line", ["Terbium- und Stahlfolie", "Dysprosium- oder Kupferblech"])
def test_a_metal_before_it_stays(line: str) -> None:
    assert match_one(line).verdict not in ("no", "trace")
