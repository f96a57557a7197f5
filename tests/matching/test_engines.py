"""Persian and Arabic have one word for engine and motor; lists of car parts mean the engine."""

import pytest

from tests.matching.parts import match_one


@pytest.mark.parametrize(
    "line",
    [
        "رام زیر موتور 405", "رام موتور پیکان", "سینی زیر موتور سمند", "موتور کامل TU5",
        "موتور نیسان دیزل", "دسته موتور پژو 206", "کالیبر موتور پژو", "حامل محرك السيارة الأمامي",
        "محرك سيارة", "Motor kulağı sağ üst", "Dizel motoru",
    ],
)  # fmt: skip
def test_an_engine_of_a_car_and_what_is_of_it_is_no_motor(line: str) -> None:
    found = match_one(line)
    assert (found.verdict, found.outcome) == ("no", "sure")


@pytest.mark.parametrize(
    ("line", "family"),
    [
        ("الکتروموتور سروو 750 وات", "motor-servo"),
        ("موتور سروو", "motor-servo"),
        ("موتور برف پاک کن پراید", "auto-wiper"),
        ("موتور شیشه بالابر جلو راست سمند", "auto-window"),
        ("موتور بخاری پژو 206", "auto-blower"),
        ("موتور فن پراید", "motor"),
        ("موتور گیربکس 12 ولت", "gearmotor"),
        ("محرك خطوي نيما 17", "motor-stepper"),
        ("Cam kriko motoru sol ön", "auto-window"),
        ("Silecek motoru", "auto-wiper"),
    ],
)
def test_an_electric_motor_stays_one(line: str, family: str) -> None:
    assert match_one(line).family == family


def test_an_unknown_thing_of_a_motor_waits_where_no_car_is_named() -> None:
    """Where the head noun comes first, the unknown word is the thing."""
    found = match_one("گشتاور موتور")
    assert (found.outcome, found.form_evidence) == ("ambiguous", "D")
    assert found.verdict not in ("yes", "likely")
