"""Trade practice: a small sum of Dy and Tb in a magnet that a project lets pass, by name and for a time.

No announcement states a minimum. The setting is a user's, its verdicts say so (basis ``practice``),
and papers for the authority are made without it.
"""

from dataclasses import replace
from datetime import date

from desktop_app.assessment.licence.clauses import NEVER, Clause
from desktop_app.assessment.licence.facts import Thing
from desktop_app.model.assessment import Assessment
from desktop_app.model.findings import Reason, msg
from desktop_app.model.verdict import Ternary
from desktop_app.register.control import Assumptions, Edition


def practice_holds(edition: Edition, on: date) -> bool:
    """Whether a project judges by trade practice on a day."""
    practice = edition.practice
    known = edition.assumptions.practice_percent is not None
    return known and practice is not None and practice.since <= on <= practice.until


def passed_by_practice(thing: Thing, assumptions: Assumptions) -> dict[str, Clause]:
    """The elements of which a usable dated report leaves no more than practice lets pass.

    All of them must be reported: practice speaks of their sum. Elements that a report finds absent
    need no practice.
    """
    limit = assumptions.practice_percent
    if limit is None or thing.form != "magnet" or thing.material != "NdFeB":
        return {}
    entries = [thing.element(symbol) for symbol in assumptions.practice_elements]
    if not entries or any(
        e is None or e.at_most_percent is None or e.at_most_percent > limit for e in entries
    ):
        return {}
    return {
        entry.symbol: Clause(
            Ternary.NO,
            NEVER,
            (
                Reason(
                    "elements",
                    msg(
                        "A dated report leaves at most {most} mass % of {elements} together. By "
                        "your trade-practice setting up to {limit} mass % passes; no announcement "
                        "says so.",
                        most=entry.at_most_percent,
                        elements=", ".join(assumptions.practice_elements),
                        limit=limit,
                    ),
                    "A",
                ),
            ),
            "practice",
        )
        for entry in entries
        if entry is not None and entry.state is not Ternary.NO
    }


def without_practice(assessment: Assessment) -> Assessment:
    """The assessment with the verdicts that hold without the setting, as papers need it."""
    if all(kind.without_practice is None for kind in assessment.licences.kinds):
        return assessment
    return replace(
        assessment, licences=assessment.licences.map(lambda kind: kind.without_practice or kind)
    )
