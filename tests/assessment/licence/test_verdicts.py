"""The verdicts of kinds of parts on both sides of every date, as the page on verdicts says."""

from datetime import date
from typing import Any

import numpy as np
import pytest

from desktop_app.assessment.licence.assess import covered, edition_info
from desktop_app.assessment.licence.facts import Place, Share, Thing
from desktop_app.model.inquiry import Inquiry
from desktop_app.model.spread import Spread
from desktop_app.model.verdict import Ternary
from tests.assessment.licence.cases import (
    BEFORE_NO_18,
    CHINESE,
    CLEAN_MAGNET,
    DY_MAGNET,
    JAPANESE,
    LAST_SUSPENDED,
    NO_18,
    NOWHERE,
    OPEN_MAGNET,
    SCREW,
    SERVO,
    SM_MAGNET,
    TODAY,
    UNCONFIRMED,
    holding,
    judged,
    shipped_edition,
    thing,
)

STUTTGART_STOCK = Place("CN", False, ships_from="DE")
DUTCH_STOCK = Place("CN", False, ships_from="NL")
YTTRIA = thing("oxide", "Y", elements=holding(Y=Ternary.YES))
NEODYMIUM = thing("metal", "Nd", elements=holding(Nd=Ternary.YES))
HOLMIA = thing("oxide", "Ho", elements=holding(Ho=Ternary.YES))
HO_MAGNET = thing(elements=holding(Nd=Ternary.YES, Ho=Ternary.YES)
                  + holding("A", Dy=Ternary.NO, Tb=Ternary.NO))  # fmt: skip
ROTOR = thing("rotor", None, evidence="C", form_evidence="C",
              elements=holding("C", Dy=Ternary.UNKNOWN))  # fmt: skip
CAPACITOR = thing("electronics", None, evidence="C", form_evidence="C", trace_only=True,
                  elements=holding("C", Dy=Ternary.UNKNOWN, Y=Ternary.UNKNOWN))  # fmt: skip
UNKNOWN_PART = Thing("none")
KIT = Thing("none", form="kit", is_kit=True)


def words(found: Any) -> tuple[str, str | None]:
    return found.verdict, found.waits_on or found.basis


CASES = [
    # what, where, day, verdict, waits on or basis
    (DY_MAGNET, CHINESE, BEFORE_NO_18, "not_needed", "element"),
    (DY_MAGNET, CHINESE, NO_18, "needed", None),
    (DY_MAGNET, CHINESE, TODAY, "needed", None),
    (DY_MAGNET, NOWHERE, TODAY, "not_verified", "part"),
    (OPEN_MAGNET, CHINESE, TODAY, "not_verified", "part"),
    (CLEAN_MAGNET, CHINESE, TODAY, "not_needed", "facts"),
    (SM_MAGNET, CHINESE, NO_18, "needed", None),
    (SM_MAGNET, CHINESE, BEFORE_NO_18, "not_needed", "element"),
    (DY_MAGNET, JAPANESE, date(2025, 10, 8), "not_needed", "outside"),
    (DY_MAGNET, JAPANESE, date(2025, 10, 9), "not_needed", "not_yet"),
    (DY_MAGNET, JAPANESE, date(2025, 11, 7), "suspended", None),
    (DY_MAGNET, JAPANESE, LAST_SUSPENDED, "suspended", None),
    (DY_MAGNET, JAPANESE, UNCONFIRMED, "not_verified", "law"),
    (HO_MAGNET, CHINESE, LAST_SUSPENDED, "suspended", None),
    (HO_MAGNET, CHINESE, UNCONFIRMED, "not_verified", "law"),
    (HO_MAGNET, CHINESE, date(2025, 10, 9), "not_needed", "not_yet"),
    (YTTRIA, CHINESE, TODAY, "needed", None),
    (NEODYMIUM, CHINESE, TODAY, "not_needed", "element"),
    (HOLMIA, CHINESE, LAST_SUSPENDED, "suspended", None),
    (HOLMIA, CHINESE, UNCONFIRMED, "not_verified", "law"),
    (ROTOR, CHINESE, TODAY, "not_needed", "guidance"),
    (SERVO, CHINESE, TODAY, "not_needed", "guidance"),
    (SERVO, NOWHERE, date(2025, 6, 1), "not_needed", "guidance"),
    (SERVO, JAPANESE, date(2025, 6, 1), "not_needed", "outside"),
    (SERVO, JAPANESE, LAST_SUSPENDED, "suspended", None),
    (SERVO, JAPANESE, UNCONFIRMED, "not_verified", "law"),
    (SERVO, DUTCH_STOCK, date(2026, 11, 22), "not_verified", "law"),
    (SERVO, STUTTGART_STOCK, TODAY, "not_needed", "already_outside"),
    (DY_MAGNET, STUTTGART_STOCK, TODAY, "not_needed", "already_outside"),
    (SCREW, CHINESE, TODAY, "not_needed", "kind"),
    (SCREW, JAPANESE, TODAY, "not_needed", "kind"),
    (SCREW, NOWHERE, TODAY, "not_needed", "kind"),
    (CAPACITOR, JAPANESE, TODAY, "not_needed", "outside"),
    (UNKNOWN_PART, CHINESE, TODAY, "not_verified", "recognition"),
    (KIT, CHINESE, TODAY, "not_verified", "recognition"),
]


@pytest.mark.parametrize(("what", "where", "day", "verdict", "detail"), CASES)
def test_verdicts(what: Thing, where: Place, day: date, verdict: str, detail: str | None) -> None:
    assert words(judged(what, where, day)) == (verdict, detail)


def test_nothing_that_goes_to_mainland_china_needs_a_licence() -> None:
    for what in (DY_MAGNET, SCREW, UNKNOWN_PART):
        assert words(judged(what, destination="CN")) == ("not_needed", "destination")
    assert judged(DY_MAGNET, destination="HK").verdict == "needed"


def test_a_grade_makes_a_duty_expected_and_says_what_would_change_it() -> None:
    by_grade = tuple(
        e if e.symbol != "Dy" else e.__class__("Dy", Ternary.YES, (0.8, 0.9, 1.0), None, "B", True)
        for e in DY_MAGNET.elements
    )
    found = judged(DY_MAGNET._replace(elements=by_grade, grade="42SH"))
    assert found.verdict == "needed"
    assert found.by_grade
    assert any("test report" in flip.template for flip in found.flips)


def test_a_dy_tb_report_alone_leaves_holmium_open() -> None:
    only_two = thing(elements=holding("A", Dy=Ternary.NO, Tb=Ternary.NO) + holding(Nd=Ternary.YES))
    assert words(judged(only_two, on=UNCONFIRMED)) == ("not_verified", "law")
    assert words(judged(only_two, on=date(2025, 5, 1))) == ("not_needed", "facts")


@pytest.mark.parametrize(
    ("share", "on", "expected"),
    [
        (None, UNCONFIRMED, ("not_verified", "law")),
        (0.1, UNCONFIRMED, ("not_verified", "law")),
        (0.09, UNCONFIRMED, ("not_needed", "facts")),
        (0.0, UNCONFIRMED, ("not_needed", "outside")),
        (30.0, LAST_SUSPENDED, ("suspended", None)),
    ],
)
def test_the_value_share_decides_what_is_made_outside_china(
    share: float | None, on: date, expected: tuple[str, str | None]
) -> None:
    assert (
        words(
            judged(SERVO, JAPANESE, on, {"share": None if share is None else Share(share, share)})
        )
        == expected
    )


def test_trade_within_one_country_is_not_bound() -> None:
    german = Place("DE", china=(0, 0, 0))
    assert words(judged(SM_MAGNET, german, UNCONFIRMED)) == ("not_needed", "outside")
    assert judged(SM_MAGNET, german, UNCONFIRMED).upstream_exposed
    assert words(judged(SM_MAGNET, german, UNCONFIRMED, destination="FR")) == (
        "not_verified", "law",
    )  # fmt: skip


def test_both_cases_are_shown_while_a_control_is_unconfirmed() -> None:
    found = judged(HO_MAGNET, CHINESE, UNCONFIRMED)
    assert found.cases == {"extended": "suspended", "lapsed": "needed"}
    assert judged(HO_MAGNET, CHINESE, UNCONFIRMED, scenario="lapsed").verdict == "needed"
    assert judged(HO_MAGNET, CHINESE, UNCONFIRMED, scenario="extended").verdict == "suspended"


def test_scenarios_never_change_the_past() -> None:
    for scenario in ("today", "lapsed", "extended"):
        found = judged(HO_MAGNET, CHINESE, LAST_SUSPENDED, scenario=scenario)
        assert found.verdict == "suspended"


def test_humanitarian_use_is_free_under_61_and_not_under_18() -> None:
    lapsed = {"scenario": "lapsed", "end_use": "humanitarian"}
    assert words(judged(SERVO, JAPANESE, UNCONFIRMED, **lapsed)) == ("not_needed", "exempt")
    assert judged(DY_MAGNET, CHINESE, UNCONFIRMED, **lapsed).verdict == "needed"


def test_military_use_is_a_mark_and_changes_no_verdict() -> None:
    found = judged(DY_MAGNET, end_use="military")
    assert found.verdict == "needed"
    assert found.refused_in_principle
    assert not judged(DY_MAGNET).refused_in_principle


def test_questions_name_what_is_missing_and_nothing_else() -> None:
    asked = {q.narrows for q in judged(OPEN_MAGNET, NOWHERE, date(2025, 6, 1)).questions}
    assert asked == {"composition", "origin"}
    assert {q.narrows for q in judged(OPEN_MAGNET).questions} == {"composition"}
    assert judged(DY_MAGNET).questions == ()
    law = judged(HO_MAGNET, CHINESE, UNCONFIRMED)
    assert {q.to for q in law.questions} == {"counsel"}


def test_every_step_of_a_finding_stands_on_a_source_or_on_evidence() -> None:
    found = judged(DY_MAGNET)
    steps = found.controls[0].steps
    assert {"form", "elements", "origin", "status"} <= {step.step for step in steps}
    assert all(step.source for step in steps if step.step == "status")
    assert all(step.evidence for step in steps if step.step in ("form", "elements", "origin"))


def test_probability_follows_the_facts() -> None:
    assert judged(DY_MAGNET).applies[1] > 0.9
    assert judged(DY_MAGNET, STUTTGART_STOCK).applies == (0.0, 0.0, 0.0)
    assert 0 < judged(OPEN_MAGNET).applies[1] < 1
    low, best, high = judged(HO_MAGNET, CHINESE, UNCONFIRMED).applies
    assert low == 0
    assert 0 < best < high


GAN = thing("crystal", "gallium nitride", family="gallium", minerals=("Ga",))


@pytest.mark.parametrize(
    ("on", "words_said"),
    [(date(2026, 11, 27), "is suspended to"), (date(2026, 11, 28), "not known to the program")],
)
def test_an_open_refusal_to_the_united_states_is_said(on: date, words_said: str) -> None:
    found = judged(GAN, on=on, destination="US")
    assert found.verdict == "needed"
    assert not found.refused_in_principle
    assert any(words_said in reason.message.template for reason in found.reasons)
    assert not any(words_said in r.message.template for r in judged(GAN, on=on).reasons)


def test_a_refusal_that_binds_is_a_mark() -> None:
    assert judged(GAN, on=date(2025, 1, 2), destination="US").refused_in_principle
    lapsed = judged(GAN, on=date(2026, 11, 28), destination="US", scenario="lapsed")
    assert lapsed.refused_in_principle


def test_a_licence_in_hand_covers_a_needed_part_and_no_other() -> None:
    licences = Spread((judged(DY_MAGNET), judged(SCREW)), np.array([0, 1, 0], dtype=np.int32))
    found = covered(licences, {0: "2026-NB-1", 1: "2026-NB-1"})
    assert [licence.covered_by for licence in found] == ["2026-NB-1", None, None]
    assert [licence.verdict for licence in found] == ["needed", "not_needed", "needed"]


def test_open_questions_are_the_suspended_controls_not_the_acts_that_suspended_them() -> None:
    open_ones = edition_info(shipped_edition(), Inquiry(UNCONFIRMED)).unconfirmed
    numbers = {name.split()[0].rpartition("-")[2] for name in open_ones}
    assert numbers == {"55", "56", "57", "58", "61", "62"}
