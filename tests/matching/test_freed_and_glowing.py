"""Things that are free of what would make them, and things that glow by europium and dysprosium."""

import pytest

from tests.matching.parts import match_one


@pytest.mark.parametrize(
    "text",
    [
        "磁石レスモータ", "モータ 磁石レス", "無磁石モータ", "无磁石电机", "magnetloser Motor",
        "moteur sans aimants", "motor sin imanes",
        "zirconia free of yttrium", "Zirkonoxid frei von Yttrium", "zircone exempte d'yttrium",
        "不含钇氧化锆", "yttriumfreies Zirkonoxid",
    ],
)  # fmt: skip
def test_what_is_free_of_it_is_asked_and_no_alarm(text: str) -> None:
    assert match_one(text).verdict in ("unknown", "no")


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("neodymium magnet, free of charge", "yes"),
        ("free of charge: neodymium magnet", "yes"),
        ("yttria stabilised zirconia, lead-free", "yes"),
        ("无磁钢螺丝", "no"),
    ],
)
def test_what_is_free_of_something_else_is_what_it_is(text: str, verdict: str) -> None:
    assert match_one(text).verdict == verdict


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("photoluminescent tape 25mm x 10m", "photoluminescent-article"),
        ("nachleuchtende Folien", "photoluminescent-article"),
        ("cintas fotoluminiscentes", "photoluminescent-article"),
        ("蓄光テープ", "photoluminescent-article"),
        ("夜光胶带 5cm", "photoluminescent-article"),
        ("축광 테이프", "photoluminescent-article"),
        ("syringe pump", "product-medical"),
        ("シリンジポンプ", "product-medical"),
        ("électrovanne bistable 9V", "solenoid-latching"),
        ("bistabile Ventile", "solenoid-latching"),
    ],
)
def test_glowing_tape_syringe_pumps_and_bistable_valves_may_hold_it(text: str, family: str) -> None:
    match = match_one(text)
    assert (match.family, match.verdict) == (family, "likely")


@pytest.mark.parametrize(
    "text",
    ["adhesive tape 25 mm", "luminous tape measure", "syringe 10 ml", "syringe pump holder",
     "válvula 5/2 biestable neumática", "ruban adhésif blanc"],
)  # fmt: skip
def test_what_only_sounds_so_holds_none(text: str) -> None:
    assert match_one(text).verdict in ("no", "trace")
