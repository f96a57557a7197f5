"""The head noun names the line; what follows "for", "with" or a comma only describes it."""

import pytest

from desktop_app.matching.lexicon import lexicon_of
from desktop_app.matching.reading import TextReader
from desktop_app.matching.said import NOTHING, Reading
from desktop_app.model.verdict import Ternary
from tests.matching.parts import match_one, shipped_knowledge


def read(text: str) -> Reading:
    return TextReader(lexicon_of(shipped_knowledge())).read(text)


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("Cable for servo motor", "cable"),
        ("Servo motor with cable", "motor-servo"),
        ("Servo motor, cable 5 m", "motor-servo"),
        ("Servo motor (with cable)", "motor-servo"),
        ("BRACKET MOTOR MOUNT", "mechanical"),
        ("Stepper motor 42x48 cable 30 cm", "motor-stepper"),
        ("Motorhalter", "mechanical"),
        ("Wischermotor", "auto-wiper"),
        ("câble de moteur", "cable"),
        ("cavo per servomotore", "cable"),
        ("电机用螺丝", "fastener"),
        ("モータ用ケーブル", "cable"),
        ("マグネット付きカバー", "mechanical"),
        ("带刹车的伺服电机", "motor-servo"),
        ("WE43 plate", "alloy-mg-re"),
        ("zirconia ball 3 mm", "ceramic-zirconia"),
    ],
)
def test_head(text: str, head: str) -> None:
    assert read(text).head == head


def test_what_stands_after_with_is_inside() -> None:
    assert read("Cover with magnet").inside == ("magnet",)
    assert read("Cover without magnet").inside == ()


def test_a_thing_at_the_very_end_leaves_the_head_open() -> None:
    reading = read("Servo motor 400W bracket")
    assert (reading.head, reading.rival, reading.clear) == ("motor-servo", "mechanical", False)


def test_a_value_alone_is_a_passive_part() -> None:
    assert read("10k 1%").head == "passive"
    assert read("100nF 50V").head == "capacitor"


def test_a_bare_symbol_is_nothing() -> None:
    assert read("Dy") == NOTHING._replace(
        hints=frozenset({"rareearth"}), words=("Dy",), telling=(("Dy", "rareearth"),)
    )
    assert read("TB-6600").head is None


@pytest.mark.parametrize("text", ["", " ", "()", ",,,", "|;|", "%", "\x00", "🧲", "a" * 5000])
def test_odd_texts_say_nothing_and_do_not_fail(text: str) -> None:
    assert read(text).head is None


def test_equal_patterns_share_a_reading_but_not_their_figures() -> None:
    reader = TextReader(lexicon_of(shipped_knowledge()))
    assert "kv" in reader.read("Motor 300KV").hints
    assert "kv" not in reader.read("Motor 300 rpm").hints
    assert reader.read("Motor 300 rpm") is reader.read("Motor 400 rpm")


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Feetech ST3215 12V", "likely"),
        ("MG90 gear", "no"),
        ("MG900 unit", "unknown"),
        ("N52 12x5x3mm", "yes"),
        ("Flansch N52", "no"),
        ("M5x12 BH", "no"),
        ("10-32 x 3/4in", "no"),
        ("33 uH", "no"),
        ("16MHz", "no"),
        ("KV330 MN4014", "yes"),
        ("Anlage 110 kV", "unknown"),
        ("RFID tag XG 16 KB", "unknown"),
        ("Pulpit HMI", "trace"),
        ("HMI lamp 1200 W", "yes"),
        ("Part no. TB-6600 stepper driver", "trace"),
        ("T-Motor MINI F45A 6S 4IN1", "trace"),
        ("Serwosilnik SH3 70mm 1,4Nm", "yes"),
        ("Lexium 28, serwonapęd ruchu 230 V", "trace"),
    ],
)
def test_values_threads_series_and_brands(text: str, verdict: str) -> None:
    assert match_one(text).verdict == verdict


def test_a_series_behind_an_unknown_word_is_not_sure() -> None:
    assert match_one("Siemens 1FK7042-2AF71").outcome == "sure"
    match = match_one("Qwertzu 1FK7042-2AF71")
    assert (match.outcome, match.evidence) == ("ambiguous", "D")


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("Magnethalter Kunststoff ohne Magnet", "mechanical"),
        ("Getriebemotor ohne Motor", "mechanical"),
        ("サーボモータ 400W ブレーキなし", "motor-servo"),
        ("자석 없음 홀더", "mechanical"),
        ("Hub motor e-bike 36 V", "motor-ebike"),
        ("Pot magnet D32 M6 stud", "magnet-pot"),
        ("Accouplement magnétique pompe", "magnet-coupling"),
        ("Servokabel 5 m schwarz", "cable"),
        ("6軸産業用ロボット", "product-robot"),
    ],
)
def test_what_is_missing_or_only_says_where_it_goes_names_nothing(text: str, head: str) -> None:
    assert read(text).head == head


@pytest.mark.parametrize(
    "text",
    ["cerium free polish", "yttriumfreies Pulver", "Neodym GmbH Ordner", "ネオジムフリー 材料"],
)
def test_an_element_that_is_absent_or_a_firms_name_is_not_named(text: str) -> None:
    assert read(text).elements == ()


@pytest.mark.parametrize(
    ("text", "family", "element"),
    [
        ("La(NO3)3 99.9 %", "compound-light", "La"),
        ("CeCl3.7H2O 250 g", "compound-light", "Ce"),
        ("Eu(NO3)3 x 6H2O", "compound-heavy57", "Eu"),
        ("Gd(OAc)3 hydrate", "compound-heavy", "Gd"),
        ("Mg-30Gd master alloy", "alloy-gd-mg", "Gd"),
    ],
)
def test_a_formula_says_of_which_element_a_substance_is(
    text: str, family: str, element: str
) -> None:
    match = match_one(text)
    assert match.family == family
    assert [e.symbol for e in match.elements if e.state == Ternary.YES] == [element]


def test_katakana_behind_a_blank_is_no_part_of_the_word_before_it() -> None:
    assert match_one("DDモータ アブソ 6Nm").verdict == "yes"
    assert match_one("DDモータアブソ").verdict != "yes"
