"""Lines as scans, exports and hurried hands write them: a word cut off, broken, doubled, run together with
its figure, or with a misread letter. What bears is found or asked for, never cleared; ordinary parts stay
ordinary.
"""

import pytest

from tests.matching.parts import match_one

BEARING = ("yes", "likely", "unknown")


@pytest.mark.parametrize(
    "line",
    [
        "Tool holder neodymi",
        "Drehstrommotor permanenterre",
        "Motor DC brus hless 24V",
        "Barreau magntique Ø25 L200",
        "Servomotor400W mit Bremse",
        "Rondella samario cobalto8x4",
        "Disque Disque dur 1 To",
        "MAT-00123: Servomotor 400 W",
        "ITEM-4711 Neodym-Magnet 10x3",
        "Schrittm0tor NEMA 17",
        "NE0DYMIUM DISC 10X3",
        "Perrnanentmagnet 20x10",
        "SmC0 Ring",
        "BürstenloserMotor24VMitGetriebe",
        "Loqueteau magnétiq",  # one letter from Magnetit too
    ],
)
def test_what_bears_is_not_cleared(line: str) -> None:
    assert match_one(line).verdict in BEARING


@pytest.mark.parametrize(
    ("line", "family"),
    [
        ("Disque Disque dur 1 To", "hard-disk"),
        ("MAT-00123: Servomotor 400 W", "motor-servo"),
        ("SCHRITTM0T0R NEMA 17", "motor-stepper"),
        ("Perrnanentmagnet-Kupp1ung 20 Nm", "magnet-coupling"),
    ],
)
def test_a_word_that_is_surely_meant_is_read_so(line: str, family: str) -> None:
    assert match_one(line).family == family


@pytest.mark.parametrize(
    "line",
    [
        "Magneton-Luftfilter Rasenmäher",
        "Cache haut-parleur plastique ABS",
        "Zahnriernen T5 10 mm",
        "Magnet-Halter Kunststoff",
        "MAT-4711 Sechskantschraube M8x20",
        "Corner bracket 90 degrees",
        "Turned part, stern tube",
        "Plate plate 20x20 steel",
        "LED-Streifen WS2812B rot",
        "B5B-XH-A header",
        "Pigment Magnetit schwarz",
        "Abdeckung amagnetisch",
    ],
)
def test_ordinary_parts_stay_ordinary(line: str) -> None:
    assert match_one(line).verdict in ("no", "trace")


def test_what_was_put_right_is_said() -> None:
    match = match_one("Barreau magntique Ø25 L200")
    assert match.outcome == "ambiguous"
    assert "magnétique" in str(match.reasons[0])
