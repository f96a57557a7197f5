"""A line that names several things of which it may be any: each is judged, none of them alone decides.

What is not covered by one of the names may be controlled by another, and what is needed by one is not
needed by all: then the question is which of them it is.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from desktop_app.assessment.licence.cleared import ORDER
from desktop_app.assessment.licence.facts import Case, Thing
from desktop_app.model.findings import Question, Reason, msg
from desktop_app.model.licence import ControlFinding, Licence, Verdict
from desktop_app.model.verdict import Interval


def judged_together(case: Case, decide: Callable[[Case], Licence]) -> Licence:
    """The verdict of a case whose thing may be one of several; ``decide`` judges one of them."""
    things = (case.thing, *case.thing.others)
    judged = [decide(case._replace(thing=thing._replace(others=()))) for thing in things]
    if len({(each.verdict, each.waits_on) for each in judged}) == 1:
        return min(judged, key=lambda each: ORDER.index(each.basis or "element"))
    worst = min(judged, key=lambda each: each.seriousness)
    named = _listed(things)
    said = Reason(
        "identity",
        msg("The row names several things of which it may be any: {kinds}.", kinds=named),
    )
    chance = _chance(judged)
    if worst.verdict != "needed":
        return replace(worst, reasons=(said, *worst.reasons), applies=chance)
    asked = msg("Does one of these describe it: {kinds}? Please send its data sheet.", kinds=named)
    return replace(
        worst,
        verdict="not_verified",
        waits_on="part",
        by_grade=False,
        refused_in_principle=False,
        case_by_case=False,
        applies=chance,
        controls=tuple(_opened(control) for control in worst.controls),
        cases=None if worst.cases is None else {k: _open(v) for k, v in worst.cases.items()},
        reasons=(said, *worst.reasons),
        questions=(Question("composition", "supplier", asked, "composition"),),
        flips=(),
    )


def _open(verdict: Verdict) -> Verdict:
    return "not_verified" if verdict == "needed" else verdict


def _opened(control: ControlFinding) -> ControlFinding:
    if control.verdict != "needed":
        return control
    missing = tuple(dict.fromkeys((*control.missing, "composition")))
    return replace(control, verdict="not_verified", missing=missing)


def _chance(judged: Sequence[Licence]) -> Interval:
    """That a duty exists, where nobody knows which of the things it is."""
    lows, bests, highs = zip(*(each.applies for each in judged), strict=True)
    return min(lows), sum(bests) / len(bests), max(highs)


def _listed(things: Sequence[Thing]) -> str:
    """The things by their words in the line; what was read as several of them together is none of them,
    and of what was read as another one as well, that other is left out: oxide of terbium, of cerium."""
    said = dict.fromkeys(thing.words for thing in things if thing.words)
    named = []
    for words in said:
        within = [other for other in said if set(other) < set(words)]
        if len(within) < 2:
            others = {word for other in within for word in other}
            named.append(tuple(word for word in words if word not in others))
    return "; ".join(dict.fromkeys(map(" ".join, named)))
