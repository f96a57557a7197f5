"""A stated element narrows what a magnet may be; it never makes the answer wider."""

import pytest

from desktop_app.assessment.licence.facts import Case, with_implied_material
from desktop_app.assessment.licence.judging import Judge
from desktop_app.model.inquiry import Inquiry
from desktop_app.model.licence import Licence
from desktop_app.model.match import ElementContent
from desktop_app.model.verdict import Ternary
from tests.assessment.licence.cases import CHINESE, TODAY, holding, shipped_edition, thing

CHANCES = {"Nd": 0.33, "Sm": 0.06, "Dy": 0.33, "Tb": 0.05, "Ho": 0.05}
UNKNOWN_MAGNET = tuple(
    ElementContent(s, Ternary.UNKNOWN, (max(0, p - 0.1), p, p + 0.1), None, "C")
    for s, p in CHANCES.items()
)


def judged(elements: tuple[ElementContent, ...], scenario: str = "today") -> Licence:
    case = Case(thing(material=None, elements=elements), CHINESE)
    return Judge(shipped_edition(), Inquiry(TODAY, scenario=scenario)).decide(case)


def stating(symbol: str) -> tuple[ElementContent, ...]:
    rest = tuple(entry for entry in UNKNOWN_MAGNET if entry.symbol != symbol)
    return rest + holding(**{symbol: Ternary.YES})


@pytest.mark.parametrize("symbol", ["Dy", "Tb"])
def test_a_magnet_that_states_dysprosium_or_terbium_is_of_ndfeb(symbol: str) -> None:
    found = judged(stating(symbol))
    assert (found.verdict, found.waits_on) == ("needed", None)
    steps = [step.message.template for control in found.controls for step in control.steps]
    assert any("only {material} holds {element}" in step for step in steps)


def test_a_magnet_that_states_samarium_stays_open() -> None:
    """Sm-Fe-N is not named."""
    assert (judged(stating("Sm")).verdict, judged(stating("Sm")).waits_on) == (
        "not_verified",
        "part",
    )


@pytest.mark.parametrize("symbol", sorted(CHANCES))
def test_a_stated_element_never_widens_the_interval(symbol: str) -> None:
    """Where the law is settled; an unconfirmed control widens whatever it reaches."""
    low, _, high = judged(UNKNOWN_MAGNET, "lapsed").applies
    stated_low, _, stated_high = judged(stating(symbol), "lapsed").applies
    assert stated_high - stated_low <= high - low + 1e-9, (symbol, stated_low, stated_high)


def test_what_names_its_material_or_only_traces_is_left_as_it_is() -> None:
    implies = {"Dy": "NdFeB", "Sm": "SmCo"}
    named = thing(material="SmCo", elements=stating("Dy"))
    traces = thing(material=None, elements=stating("Dy"))._replace(trace_only=True)
    two = thing(material=None, elements=stating("Dy") + holding(Sm=Ternary.YES))
    for each in (named, traces, two):
        assert with_implied_material(each, implies) == each
