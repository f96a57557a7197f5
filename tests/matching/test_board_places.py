"""Where a part stands on a circuit board is context: it decides with a second sign, never alone."""

from pathlib import Path

import pytest

from desktop_app import pipeline
from desktop_app.matching.match import match_parts
from desktop_app.model.match import Match
from tests.matching.boards import LINES, as_csv, boards
from tests.matching.parts import part_table, shipped_knowledge

SETS = (LINES, LINES.with_name("boards_second.csv"), LINES.with_name("boards_third.csv"))
"""Frozen one after the other, each before its one run: 91 of 117 before places were read (97 after six
truths were put right), 51 of 52 (39 without places), 31 of 32 (26)."""
OPEN = {
    ("machine", "K1"): "no word of the lists knows a parallel key",
    ("kicad", "J30"): "a joystick with a magnet is taken for a switch by its words",
}
"""Lines whose truth is not met, with the reason."""


@pytest.mark.parametrize("lines", SETS, ids=lambda path: path.stem)
def test_labelled_lines_of_boards(lines: Path, tmp_path: Path) -> None:
    wrong = {}
    for name, rows in boards(lines).items():
        path = tmp_path / f"{name}.csv"
        path.write_text(as_csv(name, rows), encoding="utf-8")
        parts = pipeline.read([path]).parts
        assert len(parts) == len(rows)
        matches = match_parts(parts, shipped_knowledge())
        for row, match in zip(rows, matches, strict=True):
            if match.verdict not in row.verdicts:
                wrong[name, row.cells["designator"]] = match.verdict
    assert wrong.keys() <= OPEN.keys()


def at(place: str, text: str | None, footprint: str | None = None, **facts: str | None) -> Match:
    columns = {"description": text, "reference_designator": place, "footprint": footprint} | facts
    table = part_table(**{name: [value] for name, value in columns.items()})
    return match_parts(table, shipped_knowledge())[0]


@pytest.mark.parametrize(
    "place", ["R5", "C5", "U5", "J5", "K5", "M5", "Q5", "D5", "B5", "X5", "H5", "TP5", "SW5", "T5"]
)
def test_letters_alone_make_a_part_nothing(place: str) -> None:
    match = at(place, "ZX-7741-B")
    assert (match.verdict, match.outcome, match.family) == ("unknown", "none", None)


@pytest.mark.parametrize(("place", "family"), [("LS1", "loudspeaker"), ("BZ1", "buzzer")])
def test_letters_that_may_bear_are_a_guess_that_asks(place: str, family: str) -> None:
    match = at(place, "ZX-7741-B")
    assert (match.family, match.outcome, match.evidence) == (family, "ambiguous", "D")
    assert match.verdict == "unknown"
    assert match.form_evidence == "D"


@pytest.mark.parametrize(
    ("place", "text", "footprint", "family"),
    [
        ("C12", "10u X7R", None, "capacitor-ceramic-2"),
        ("L1", "33UH", None, "inductor"),
        ("Y1", "48M", None, "passive"),
        ("R5", "10k 42SH", None, "passive"),
        ("K1", "ZX-7741-B", "Relay_THT:Relay_SPDT", "relay"),
        ("U1", "ZX-7741-B", "Package_QFP:LQFP-48_7x7mm", "semiconductor"),
        ("H1", "ZX-7741-B", "HDR-TH_10P-P2.54-V-F", "connector"),
        ("R1", "ZX-7741-B", "0402", "passive"),
        ("D1", "RED", "LED_SMD:LED_0603_1608Metric", "led-colour"),
    ],
)
def test_two_signs_decide(place: str, text: str, footprint: str | None, family: str) -> None:
    match = at(place, text, footprint)
    assert (match.family, match.outcome) == (family, "sure")


def test_a_footprint_of_another_kind_makes_the_letters_worthless() -> None:
    assert at("R1", "ZX-7741-B", "Relay_THT:Relay_SPDT").family is None


@pytest.mark.parametrize("text", ["MOTOR", "SPEAKER", "Magnet", "BLDC Motor", "STEPPER X"])
def test_a_connector_is_named_after_what_is_plugged_in(text: str) -> None:
    match = at("J1", text, "Connector_JST:JST_XH_B2B-XH-A")
    assert (match.family, match.verdict) == ("connector", "no")
    assert any("calls it" in reason.template for reason in match.reasons)
    doubted = at("J1", text)
    assert doubted.family != "connector"
    assert (doubted.outcome, doubted.runner_up) == ("ambiguous", "connector")


@pytest.mark.parametrize(
    "text", ["Magnet D10x3 N42SH", "magnet 20x10x5", "Sm2Co17 ring", "Magnetic connector 4-pin"]
)
def test_no_place_clears_what_a_text_says_exactly(text: str) -> None:
    for place, footprint in (("J1", "Connector_JST:JST_XH"), ("R1", "R_0603"), ("H1", None)):
        assert at(place, text, footprint).verdict in ("yes", "likely")


@pytest.mark.parametrize(
    "text", ["BLDC motor 24 V 60 W", "Stepper motor 1.8 deg", "Motor Maxon 118752"]
)
def test_a_motor_that_is_described_at_a_connector_is_asked_about(text: str) -> None:
    """Some lists name the motor where it is plugged in, and nowhere else."""
    match = at("J1", text, "Connector_JST:JST_XH_B2B-XH-A")
    assert (match.outcome, match.form, match.runner_up) == ("ambiguous", "motor", "connector")
    assert match.verdict in ("likely", "unknown")


@pytest.mark.parametrize("place", ["C1", "R1", "T1", "S1", "D1", "L1", "M1", "A1"])
def test_letters_of_another_kind_leave_a_motor_a_motor(place: str) -> None:
    assert at(place, "BLDC motor 24 V 60 W").family == "motor-bldc"


def test_the_reasons_name_the_letters() -> None:
    by_footprint = at("K1", "ZX-7741-B", "Relay_THT:Relay_SPDT").reasons[0]
    assert dict(by_footprint.args)["letters"] == "K"
    (alone,) = at("K1", "ZX-7741-B").reasons
    assert alone.template.startswith("Only its place")
    assert at("M1", "ZX-7741-B").reasons == (), "its letter stands for several kinds"
    fits = at("LS1", "Speaker 8 ohm").reasons[-1]
    assert fits.template == "Its place on the board ({letters}) fits."
    assert dict(fits.args)["letters"] == "LS"
