"""What nobody said stays open: purpose, material, and the law of a day or a scenario."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.assessment.licence.facts import Case, Place
from desktop_app.assessment.licence.judging import Judge
from desktop_app.assessment.licence.purposes import purpose_in, purpose_words
from desktop_app.model.inquiry import Inquiry
from desktop_app.model.licence import Licence
from desktop_app.model.verdict import Ternary
from desktop_app.paths import shipped
from desktop_app.register.edition import load_edition
from tests.assessment.licence.cases import (
    CHINESE,
    DY_MAGNET,
    SCREW,
    TODAY,
    UNCONFIRMED,
    holding,
    shipped_edition,
    thing,
)

MISSILE_POWDER = thing(
    "powder",
    "molybdenum",
    minerals=("Mo",),
    properties=(("purity_percent", 99.9), ("mean_size_um", 5.0)),
)
HOLMIUM_MAGNET = thing(
    elements=holding("A", Dy=Ternary.NO, Tb=Ternary.NO) + holding(Nd=Ternary.YES, Ho=Ternary.YES)
)


def judged(case: Case, **asked: object) -> Licence:
    inquiry = replace(Inquiry(TODAY), **asked)  # type: ignore[arg-type]
    return Judge(shipped_edition(), inquiry).decide(case)


def missing(licence: Licence) -> set[str]:
    return {fact for control in licence.controls for fact in control.missing}


def test_a_purpose_named_by_the_law_is_open_while_the_use_is_only_assumed() -> None:
    """No. 10 of 2025, 1C117.b: molybdenum powder for missile parts."""
    found = judged(Case(MISSILE_POWDER, CHINESE))
    assert (found.verdict, found.waits_on) == ("not_verified", "part")
    assert missing(found) == {"end_use"}
    assert [question.id for question in found.questions] == ["end_use"]


def test_another_declared_use_is_not_that_purpose() -> None:
    found = judged(Case(MISSILE_POWDER, CHINESE), end_use_assumed=False)
    assert (found.verdict, found.basis) == ("not_needed", "facts")
    own = judged(Case(MISSILE_POWDER, CHINESE, end_use="humanitarian"))
    assert (own.verdict, own.basis) == ("not_needed", "facts")


def test_a_military_use_may_be_that_purpose_and_is_not_proof_of_it() -> None:
    found = judged(Case(MISSILE_POWDER, CHINESE), end_use="military", end_use_assumed=False)
    assert (found.verdict, found.waits_on, missing(found)) == ("not_verified", "part", {"end_use"})


def test_a_purpose_that_the_row_names_is_that_purpose() -> None:
    found = judged(Case(MISSILE_POWDER, CHINESE, purpose="missile parts"), end_use_assumed=False)
    assert (found.verdict, missing(found)) == ("needed", set())


@pytest.mark.parametrize(
    ("said", "word"),
    [
        ("for missile nozzle parts", "missile nozzle"),
        ("Raketendüsen, gesintert", "Raketendüsen"),
        ("not for missile parts", ""),
        ("missile program", ""),
        ("nicht für Raketenteile", ""),
        (None, ""),
    ],
)
def test_a_denied_purpose_or_a_mere_programme_names_none(said: str | None, word: str) -> None:
    assert (
        purpose_in(said, purpose_words(shipped_edition()), shipped_edition().assumptions.word_lists)
        == word
    )


def test_a_material_that_only_names_its_mineral_is_not_stated() -> None:
    """No. 39 of 2023 lists natural and artificial graphite: "graphite" is neither for certain."""
    found = judged(Case(thing("other", "graphite", minerals=("graphite",)), CHINESE))
    assert (found.verdict, found.waits_on) == ("not_verified", "part")


def test_a_row_that_names_a_defence_customer_takes_back_the_civil_use_of_the_question() -> None:
    found = judged(Case(MISSILE_POWDER, CHINESE, defence="Bundeswehr"), end_use_assumed=False)
    assert (found.verdict, missing(found)) == ("not_verified", {"end_use"})


def test_a_defence_customer_asks_for_the_use_and_decides_nothing() -> None:
    found = judged(Case(DY_MAGNET, CHINESE, defence="Bundeswehr"))
    assert (found.verdict, found.refused_in_principle) == ("needed", False)
    assert "end_use" in missing(found)
    assert [question.id for question in found.questions] == ["end_use"]


def test_a_contradiction_is_named_and_settles_nothing() -> None:
    disputed = holding("A", Dy=Ternary.UNKNOWN, Tb=Ternary.NO, Ho=Ternary.NO)
    found = judged(Case(thing(elements=disputed + holding(Nd=Ternary.YES)), CHINESE))
    assert (found.verdict, found.waits_on) == ("not_verified", "part")
    (control,) = found.controls
    assert any("contradicts itself" in step.message.template for step in control.steps)


def test_a_listed_form_of_unknown_material_asks_for_it() -> None:
    """verdicts: a magnet, target, oxide or metal of unknown material is a question about the part."""
    for form in ("magnet", "target", "oxide", "metal"):
        found = judged(Case(thing(form, None, listed_probability=0.0), CHINESE))
        assert (found.verdict, found.waits_on) == ("not_verified", "part"), form
        assert "composition" in missing(found)


def test_a_listed_element_in_another_material_is_cleared_by_its_form() -> None:
    """Indium metal: No. 10 of 2025 names indium phosphide and two organic compounds."""
    found = judged(Case(thing("metal", "indium", minerals=("In",)), CHINESE))
    assert (found.verdict, found.basis) == ("not_needed", "form")


def test_a_day_before_the_register_begins_has_no_default() -> None:
    first = shipped_edition().covers_from
    assert first is not None
    found = judged(Case(SCREW, CHINESE), on=date(2022, 6, 1))
    assert (found.verdict, found.waits_on) == ("not_verified", "law")
    assert [question.narrows for question in found.questions] == ["control_status"]
    assert judged(Case(SCREW, CHINESE), on=first).verdict == "not_needed"


def test_a_scenario_file_shows_both_cases_of_what_it_leaves_open() -> None:
    """us-destination says nothing of the law: what is unconfirmed stays so, with its two cases."""
    overlay = shipped("resources", "register", "scenarios") / "us-destination.yaml"
    edition = load_edition(overlay)
    inquiry = replace(Inquiry(UNCONFIRMED), scenario="us-destination")
    found = Judge(edition, inquiry).decide(Case(HOLMIUM_MAGNET, CHINESE))
    assert found.waits_on == "law"
    assert found.cases == {"extended": "suspended", "lapsed": "needed"}


def test_a_scenario_file_that_settles_the_law_leaves_no_cases() -> None:
    overlay = shipped("resources", "register", "scenarios") / "no57-in-force.yaml"
    edition = load_edition(overlay)
    inquiry = replace(Inquiry(date(2027, 1, 4)), scenario="no57-in-force")
    found = Judge(edition, inquiry).decide(Case(HOLMIUM_MAGNET, Place("CN", True)))
    assert (found.verdict, found.cases) == ("needed", None)
