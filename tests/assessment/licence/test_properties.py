"""What holds of every case: missing facts, order, dates and scenarios."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.assessment.licence.facts import Case, Place, Share
from desktop_app.assessment.licence.judging import Judge
from desktop_app.model.inquiry import END_USES, Inquiry
from desktop_app.model.match import ElementContent
from desktop_app.model.verdict import Ternary
from tests.assessment.licence.cases import CHANCES, shipped_edition, thing

SYMBOLS = ("Nd", "Dy", "Tb", "Ho", "Sm", "Gd", "Y", "Eu", "Ce")
FORMS = ("magnet", "oxide", "metal", "compound", "alloy", "target", "motor", "sensor", "rotor",
         "phosphor", "crystal", "ceramic", "other")  # fmt: skip
DAYS = st.dates(date(2023, 7, 1), date(2027, 6, 30))
STATES = st.sampled_from(list(Ternary))


@st.composite
def elements(draw: st.DrawFn) -> tuple[ElementContent, ...]:
    chosen = draw(st.lists(st.sampled_from(SYMBOLS), unique=True, max_size=4))
    states = [draw(STATES) for _ in chosen]
    return tuple(
        ElementContent(s, v, CHANCES[v], None, "B") for s, v in zip(chosen, states, strict=True)
    )


@st.composite
def cases(draw: st.DrawFn) -> Case:
    country = draw(st.sampled_from(("CN", "JP", "DE", "NL", None)))
    leaves = draw(st.sampled_from((True, False, None)))
    place = Place(country, leaves, china=(0.2, 0.6, 0.9))
    what = thing(
        draw(st.sampled_from(FORMS)),
        draw(st.sampled_from(("NdFeB", "SmCo", None))),
        elements=draw(elements()),
        form_evidence=draw(st.sampled_from(("B", "C"))),
    )
    share = draw(st.sampled_from((None, *(Share(x, x) for x in (0.0, 0.05, 0.1, 12.0)))))
    return Case(what, place, share)


@st.composite
def inquiries(draw: st.DrawFn) -> Inquiry:
    return Inquiry(
        draw(DAYS),
        draw(st.sampled_from(("DE", "US", "JP", "FR"))),
        draw(st.sampled_from(END_USES)),
        draw(st.sampled_from(("today", "lapsed", "extended"))),
    )


def verdict(case: Case, inquiry: Inquiry) -> str:
    return Judge(shipped_edition(), inquiry).decide(case).verdict


def filled_in(case: Case) -> list[Case]:
    """The case with one missing fact filled in, each way."""
    found = []
    for at, entry in enumerate(case.thing.elements):
        if entry.state is Ternary.UNKNOWN:
            for state in (Ternary.YES, Ternary.NO):
                told = ElementContent(entry.symbol, state, CHANCES[state], None, "A")
                new = (*case.thing.elements[:at], told, *case.thing.elements[at + 1 :])
                found.append(case._replace(thing=case.thing._replace(elements=new)))
    if case.place.country is None and case.place.leaves_china is None:
        found += [
            case._replace(place=Place(c, None, china=(0.2, 0.6, 0.9))) for c in ("CN", "JP", "NL")
        ]
    if case.share is None:
        found += [case._replace(share=Share(x, x)) for x in (0.0, 0.05, 0.1, 40.0)]
    return found


@settings(max_examples=150, deadline=None)
@given(cases(), inquiries())
def test_a_filled_in_fact_never_turns_needed_and_not_needed_round(
    case: Case, inquiry: Inquiry
) -> None:
    before = verdict(case, inquiry)
    for told in filled_in(case):
        after = verdict(told, inquiry)
        assert (before, after) != ("needed", "not_needed"), told
        assert (before, after) != ("not_needed", "needed"), told


@settings(max_examples=100, deadline=None)
@given(cases(), inquiries())
def test_a_missing_fact_under_a_control_in_force_is_never_cleared(
    case: Case, inquiry: Inquiry
) -> None:
    """If some way of filling in the facts needs a licence, the verdict says so or asks."""
    if any(verdict(told, inquiry) == "needed" for told in filled_in(case)):
        assert verdict(case, inquiry) != "not_needed"


@settings(max_examples=100, deadline=None)
@given(cases(), inquiries())
def test_the_order_of_elements_does_not_matter(case: Case, inquiry: Inquiry) -> None:
    turned = case._replace(thing=case.thing._replace(elements=tuple(reversed(case.thing.elements))))
    one, other = (Judge(shipped_edition(), inquiry).decide(c) for c in (case, turned))
    assert (one.verdict, one.waits_on, one.basis) == (other.verdict, other.waits_on, other.basis)


@settings(max_examples=100, deadline=None)
@given(cases(), inquiries())
def test_the_verdict_agrees_with_its_findings(case: Case, inquiry: Inquiry) -> None:
    found = Judge(shipped_edition(), inquiry).decide(case)
    worst = [finding.verdict for finding in found.controls]
    rank = ("needed", "not_verified", "suspended", "not_needed")
    if found.waits_on != "recognition" and worst:
        assert found.verdict == min(worst, key=rank.index)
    assert (found.verdict == "not_verified") == (found.waits_on is not None)
    assert (found.verdict == "not_needed") == (found.basis is not None)


@settings(max_examples=25, deadline=None)  # each asks for every day of the register, twice
@given(cases(), st.sampled_from(("DE", "US")))
def test_a_verdict_changes_only_on_a_day_of_the_register(case: Case, destination: str) -> None:
    steps = {
        step.since
        for control in shipped_edition().controls
        for provision in control.provisions
        for step in provision.timeline
    }
    for step in steps:
        quiet = step + timedelta(days=1)
        if quiet not in steps:
            one, other = (verdict(case, Inquiry(day, destination)) for day in (step, quiet))
            assert one == other, step


@settings(max_examples=60, deadline=None)
@given(cases(), st.dates(date(2023, 7, 1), date(2026, 11, 10)))
def test_scenarios_agree_on_the_past(case: Case, day: date) -> None:
    found = {verdict(case, Inquiry(day, "DE", scenario=s)) for s in ("today", "lapsed", "extended")}
    assert len(found) == 1


@settings(max_examples=100, deadline=None)
@given(cases(), inquiries())
def test_probabilities_are_probabilities(case: Case, inquiry: Inquiry) -> None:
    low, best, high = Judge(shipped_edition(), inquiry).decide(case).applies
    assert 0 <= low <= best <= high <= 1
