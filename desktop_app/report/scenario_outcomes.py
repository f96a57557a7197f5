"""What the same parts come to under other laws, uses and licence times, in a few figures each."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

import numpy as np
import pandas as pd

from desktop_app.model.assessment import Assessment, ScenarioOutcome, Totals
from desktop_app.model.findings import Issue
from desktop_app.model.inquiry import SCENARIOS, Inquiry
from desktop_app.model.licence import Licence
from desktop_app.model.spread import Spread
from desktop_app.paths import shipped
from desktop_app.register.control import Edition
from desktop_app.register.scenario import Scenario, lay_over, read_scenario
from desktop_app.report.settings import load_settings

Judge: TypeAlias = Callable[[Inquiry, Edition, Scenario], ScenarioOutcome]
"""Judges and reckons the same parts under another question, law and scenario."""


def beside(assessment: Assessment, edition: Edition, judged: Judge) -> tuple[ScenarioOutcome, ...]:
    """The outcome as asked, then one per scenario of ``templates/report.yaml`` that asks something
    else. Empty under a scenario: a case laid over another is no page of a report; and without parts."""
    if assessment.inquiry.scenario != "today" or not len(assessment.parts):
        return ()
    found = [as_asked(assessment)]
    for name in load_settings().scenarios:
        if name in SCENARIOS:
            asked = replace(assessment.inquiry, scenario=name)
            found.append(judged(asked, edition, Scenario(name, "")))
            continue
        path = shipped("resources", "register", "scenarios", f"{name}.yaml")
        scenario = read_scenario(path)
        if _is_asked_already(scenario, assessment.inquiry):
            continue
        controls = lay_over(edition.controls, path, edition.reviewed_through)
        by_id = {control.id: control for control in controls}
        law = replace(edition, controls=controls, by_id=by_id, overlay=scenario.name)
        found.append(judged(scenario.asked(assessment.inquiry), law, scenario))
    return tuple(found)


def _is_asked_already(scenario: Scenario, inquiry: Inquiry) -> bool:
    """Whether a scenario of another destination or use is what the question says anyway."""
    return scenario.destination == inquiry.destination or scenario.end_use == inquiry.end_use


def as_asked(assessment: Assessment) -> ScenarioOutcome:
    """What an assessment comes to itself."""
    found = assessment
    return outcome_of(
        found.inquiry, found.scenario_title, found.licences, found.numbers, found.totals
    )


def outcome_of(
    inquiry: Inquiry,
    title: str,
    licences: Spread[Licence],
    numbers: pd.DataFrame,
    totals: Totals,
) -> ScenarioOutcome:
    """Parts by what holds for them, how many stop before goods under a licence could come, money.

    ``title``: what a scenario of a file calls itself.
    """
    refused = licences.array(lambda kind: kind.refused_in_principle, np.bool_)
    needed = licences.array(lambda kind: kind.verdict == "needed", np.bool_)
    in_hand = licences.array(lambda kind: kind.covered_by is not None, np.bool_)
    gap = numbers["gap_days"].to_numpy(np.float64)
    at_risk = {
        currency: float(found["value_at_risk"][1])
        for currency, found in totals.by_currency.items()
        if found["value_at_risk"] is not None
    }
    return ScenarioOutcome(
        name=inquiry.scenario,
        title=title,
        needed=totals.needed,
        refused=int(np.count_nonzero(needed & refused)),
        waits_part=totals.waits_part,
        waits_law=totals.waits_law,
        suspended=totals.suspended,
        stopping=int(np.count_nonzero(needed & ~in_hand & (gap > 0))),
        at_risk=at_risk,
    )


def unwarned(assessment: Assessment) -> Spread[tuple[Issue, ...]]:
    """No warning on any part: those of the rows are the same under every scenario."""
    return Spread(((),), np.zeros(len(assessment.parts), dtype=np.int32))
