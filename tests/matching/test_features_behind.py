"""Features that lists write behind a motor with their figure describe it; of a motor's flange, shaft or
coupling hub they do not make a motor."""

import pytest

from tests.matching.parts import match_one


@pytest.mark.parametrize(
    ("line", "family"),
    [
        ("Servomotor Flansch 80", "motor-servo"),
        ("Servomotor Flansch 80 2,4 Nm", "motor-servo"),
        ("Servomotor Welle 14 mm", "motor-servo"),
        ("Schrittmotor Welle 8 mm 2 Nm", "motor-stepper"),
        ("Linearmotor Hub 200 mm", "motor-linear"),
        ("Mozzo motore 36V 250W", "motor-ebike"),
        ("Moyeu moteur 250W", "motor-ebike"),
        ("Elektrozylinder Hub 300 mm", "actuator"),
    ],
)
def test_a_feature_with_its_figure_describes_the_motor_before_it(line: str, family: str) -> None:
    match = match_one(line)
    assert (match.family, match.outcome) == (family, "ambiguous")
    assert match.verdict != "no"


@pytest.mark.parametrize(
    "line",
    [
        "Servomotor-Flansch 80",
        "Servomotorflansch 80",
        "Flansch Servomotor 2,4 Nm",
        "Flansch für Servomotor 2,4 Nm",
        "Servomotor Welle D14 C45 geschliffen",
        "Servomotor Flansch 80 Adapterplatte",
        "Schrittmotor Welle 8 mm Kupplung",
        "Linearmotor Hub 100 Abdeckung",
        "Motorwelle 2 Nm",
        "Hohlwelle 180 Nm",
        "Stepper motor hub 5mm",
        "Mozzo per motore D14",
        "Wheel hub 5 mm bore",
        "Asynchronmotor Flansch 160 10 Nm",
    ],
)
def test_a_flange_shaft_or_hub_stays_one(line: str) -> None:
    assert match_one(line).verdict == "no"
