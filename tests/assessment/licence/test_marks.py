"""What stands beside a verdict: refusals and reviews with their law, a customer of a list."""

from datetime import date

from desktop_app.assessment.licence.facts import Case
from desktop_app.assessment.licence.judging import Judge
from desktop_app.model.inquiry import Inquiry
from desktop_app.model.verdict import Ternary
from tests.assessment.licence.cases import CHINESE, TODAY, holding, judged, shipped_edition, thing


def test_a_refusal_names_the_law_and_stands_with_the_answer() -> None:
    gallium = thing(form="metal", minerals=("Ga",))
    found = judged(gallium, on=date(2025, 3, 3), destination="US")
    refusals = [reason for reason in found.reasons if reason.step == "verdict"]
    assert found.refused_in_principle
    assert [dict(r.message.args)["since"] for r in refusals] == [date(2024, 12, 3)]
    assert "No. 46 of 2024" in str(refusals[0].message)
    assert refusals[0].source is not None


def test_case_by_case_names_the_law() -> None:
    graphite = thing(form="powder", material="natural graphite", minerals=("graphite",))
    found = judged(graphite, on=date(2025, 3, 3), destination="US")
    assert found.case_by_case
    assert any("case by case" in str(r.message) and r.source for r in found.reasons)


def test_an_element_listed_later_is_not_called_unlisted() -> None:
    magnet = thing(form="magnet", material="SmCo", elements=holding(Sm=Ternary.YES))
    found = judged(magnet, on=date(2025, 4, 3))
    assert any("issued by that day" in str(reason.message) for reason in found.reasons)


def test_a_customer_of_a_list_is_named_with_the_list() -> None:
    magnet = thing(form="magnet", material="SmCo", elements=holding(Sm=Ternary.YES))
    found = Judge(shipped_edition(), Inquiry(TODAY, "DE")).decide(
        Case(magnet, CHINESE, defence="Rheinmetall AG")
    )
    assert not found.refused_in_principle
    assert any("on the control list since" in str(r.message) for r in found.reasons)
    before = Judge(shipped_edition(), Inquiry(date(2026, 7, 23), "DE")).decide(
        Case(magnet, CHINESE, defence="Rheinmetall AG")
    )
    assert not any("on the control list since" in str(r.message) for r in before.reasons)
