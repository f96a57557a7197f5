"""One spelling for every text, whatever keyboard it was typed on."""

import pytest

from desktop_app.matching.normal import normalise


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Servo-Motor", "SERVO MOTOR"),
        ("ＳＧ９２Ｒ", "sg92r"),
        ("サーボモーター", "サーボモータ"),
        ("ﾏｸﾞﾈｯﾄ", "マグネット"),
        ("伺服馬達", "伺服马达"),
        ("imán", "IMAN"),
        ("électrovanne", "ELECTROVANNE"),
        ("motor‑cable", "motor cable"),
        ("伺服 电机", "伺服电机"),
        ("10×5", "10x5"),
        ("سنسور اكسيژن", "سنسور اکسیژن"),
    ],
)
def test_spellings_that_are_the_same(one: str, other: str) -> None:
    assert normalise(one) == normalise(other)


def test_words_stand_between_two_blanks_and_marks_of_phrases_stay() -> None:
    assert normalise("Motor, AC (400 W)") == " motor  ,  ac  (  400  w  ) "


def test_a_decimal_comma_is_no_mark() -> None:
    assert normalise("1,8 Grad; 0.5 Nm.") == " 1,8  grad  ;  0.5  nm "


def test_a_comma_behind_the_formula_of_an_oxide_parts_words() -> None:
    assert normalise("CRUCIBLE,Y2O3,50ML") == " crucible  ,  y2o3  ,  50ml "
    assert normalise("Tiegel CeO2,50 ml") == " tiegel  ceo2  ,  50  ml "
    assert normalise("Kabel 2x2G1,5 M3,5") == " kabel  2x2g1,5  m3,5 "


def test_letters_and_digits_beside_chinese_stand_alone() -> None:
    assert normalise("A3144霍尔传感器") == " a3144  霍尔传感器 "


def test_nothing_stays_nothing() -> None:
    assert normalise("  \t ").strip() == ""
