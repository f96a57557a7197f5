"""Indices of other studies: Yale, USGS, the rate of recycling, the stage that leads.

Yale: doi:10.1021/es203534z (length of the vector of three axes). USGS: doi:10.1126/sciadv.aay8647
(geometric mean of disruption, exposure and vulnerability). ESSENZ: doi:10.3390/resources8020083
(distance to target). IEA: what is left without the largest supplier (Outlook 2025). Recycling: old
scrap over all input, by the flows of a material system analysis (BIO by Deloitte 2015, used by the
EU studies). Substitution: guidelines of the EU of 2017, doi:10.2873/769526.

Each raises CannotRecomputeError with what the example does not say.
"""

import math
import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from desktop_app.assessment.worked_names import CannotRecomputeError, spelt_in
from desktop_app.model.findings import msg
from desktop_app.register.worked_words import plain

if TYPE_CHECKING:
    from desktop_app.register.worked_examples import WorkedExample

YALE = ("SR", "EI", "VSR")
USGS = ("DP", "TE", "EV")
VECTOR = "c"
"""The sign of the length, whatever bars stand about it."""
SCREENING = ("R", "G", "M")
"""Supply risk, growth of production and market dynamics of the early-warning screening of 2016."""
OLD_SCRAP = ("G.1.1", "G.1.2")
OTHER_INPUT = ("B.1.1", "B.1.2", "C.1.3", "D.1.3", "C.1.4")
NO_SCORE = frozenset(("year",))
WHOLE = 0.005
"""By how much rounded shares may miss their whole."""
_NUMBERED = re.compile(r"^(scp|sp|scr|sco|share|subshare)(\d*)$")
STAGES = ("extraction", "processing", "mining", "refining", "manufacture", "components")


def yale(example: "WorkedExample", mixes: Mapping[str, Mapping[str, float]]) -> float:
    """Length of the vector of supply risk, environment and vulnerability, over the root of three.

    Supply risk itself is the mean of its three components.
    """
    said = plain(example.result)
    if said != VECTOR and not any(word in said for word in example.names.figures["yale"]):
        return weighted_score(example, mixes, "yale")
    axes = _all(example, YALE)
    return math.sqrt(sum(axis * axis for axis in axes) / len(axes))


def usgs_risk(example: "WorkedExample") -> float:
    """The geometric mean of three indicators of 0 to 1."""
    screened = all(_one(example, name) is not None for name in SCREENING)
    factors = _all(example, SCREENING if screened else USGS)
    if any(not 0 <= factor <= 1 for factor in factors):
        raise CannotRecomputeError(msg("an indicator lies outside 0 to 1"))
    return math.prod(factors) ** (1 / len(factors))


def weighted_score(
    example: "WorkedExample", mixes: Mapping[str, Mapping[str, float]], study: str
) -> float:
    """Scores times the weights of the mix of the study that has exactly the scores stated."""
    said = {plain(name): ends[1] for name, ends in example.inputs.items() if ends is not None}
    for name, mix in mixes.items():
        if name.startswith(study) and (scores := _scores(said, mix)) is not None:
            return sum(weight * scores[factor] for factor, weight in mix.items())
    raise CannotRecomputeError(msg("the figure {name} is not known", name=example.result))


def _scores(said: Mapping[str, float], mix: Mapping[str, float]) -> Mapping[str, float] | None:
    """The score of each factor, which a table may shorten: *social* for social and regulatory."""
    scores: dict[str, float] = {}
    for name in set(said) - NO_SCORE:
        meant = _meant(name, mix)
        if len(meant) != 1 or meant[0] in scores:
            return None
        scores[meant[0]] = said[name]
    return scores if set(scores) == set(mix) else None


def _meant(name: str, mix: Mapping[str, float]) -> Sequence[str]:
    """The factors a name can be: the same, a shortened one, or one whose words it all has."""
    exact = [factor for factor in mix if plain(factor) == name]
    begun = exact or [factor for factor in mix if plain(factor).startswith(name)]
    return begun or [factor for factor in mix if all(word in name for word in factor.split("_"))]


def distance_to_target(example: "WorkedExample") -> float:
    """How often the indicator holds its target, squared. Below the target the study sees no risk, and
    prints that in more than one way: refused."""
    indicator, target = _all(example, ("indicator", "target"))
    if not 0 < target <= indicator:
        raise CannotRecomputeError(msg("the figure {name} is not known", name=example.result))
    return (indicator / target) ** 2


def without_the_largest(example: "WorkedExample") -> float:
    """What the others supply of the demand."""
    said = {plain(name): ends[1] for name, ends in example.inputs.items() if ends is not None}
    needs = ("supply", "largestsupplier", "demand")
    found = [[value for name, value in said.items() if name.startswith(need)] for need in needs]
    if any(len(values) != 1 for values in found) or not found[2][0] > 0:
        raise CannotRecomputeError(msg("{names} are not all stated", names=", ".join(needs)))
    return (found[0][0] - found[1][0]) / found[2][0] * (100 if example.is_large else 1)


def recycling_rate(example: "WorkedExample") -> float:
    """Input from old scrap over all input: by flows, or as secondary beside primary."""
    flows = {plain(name): ends[1] for name, ends in example.inputs.items() if ends is not None}
    if any(plain(name) in flows for name in OLD_SCRAP):
        old = sum(flows.get(plain(name), 0.0) for name in OLD_SCRAP)
        return _share(example, old, old + sum(flows.get(plain(name), 0.0) for name in OTHER_INPUT))
    secondary, primary = _one(example, "secondary"), _one(example, "primary")
    total = _one(example, "total_input")
    if secondary is None or (primary is None) == (total is None):
        raise CannotRecomputeError(msg("old scrap, or the other input, is missing"))
    return _share(example, secondary, secondary + primary if primary is not None else total or 0.0)


def substitution(example: "WorkedExample") -> float:
    """The EU's substitution index: how well substitutes would do, over their shares of use.

    For supply risk the geometric mean of production, criticality and co-production (SP, SCr, SCo) of
    each substitute, for economic importance its cost and performance (SCP). Inputs of several
    substitutes end alike, ``SP_1`` and ``share_1``; ``sub_share`` is what it could take of a use. The
    shares make a whole: what has no substitute stands among them with ones.
    """
    needs = ("scp",) if "ei" in plain(example.result) else ("sp", "scr", "sco")
    found: dict[str, dict[str, float]] = {}
    for name, ends in example.inputs.items():
        head, digits = _NUMBERED.match(plain(name)), ""
        if head is not None and ends is not None:
            digits = head[2]
            found.setdefault(digits, {})[head[1]] = ends[1]
    groups = [group for group in found.values() if set(group) - {"subshare"} == {*needs, "share"}]
    shares = [group["share"] * group.get("subshare", 1.0) for group in groups]
    whole = "contribution" in plain(example.result) or math.isclose(sum(shares), 1.0, abs_tol=WHOLE)
    if not groups or len(groups) != len(found) or not whole:
        raise CannotRecomputeError(msg("the substitutes, or shares that make a whole, are missing"))
    return sum(
        math.prod(group[name] for name in needs) ** (1 / len(needs)) * share
        for group, share in zip(groups, shares, strict=True)
    )


def leading_stage(example: "WorkedExample") -> float:
    """The supply risk of the worse stage, which is the risk of the material."""
    found = [
        ends[1]
        for name, ends in example.inputs.items()
        if ends is not None and any(stage in plain(name) for stage in STAGES)
    ]
    if len(found) < 2:
        raise CannotRecomputeError(msg("the risks of two stages are missing"))
    return max(found)


def _share(example: "WorkedExample", part: float, whole: float) -> float:
    if not whole > 0:
        raise CannotRecomputeError(msg("old scrap, or the other input, is missing"))
    return part / whole * (100 if example.is_large else 1)


def _all(example: "WorkedExample", names: Sequence[str]) -> list[float]:
    found = [_one(example, name) for name in names]
    known = [value for value in found if value is not None]
    if len(known) < len(names):
        raise CannotRecomputeError(msg("{names} are not all stated", names=", ".join(names)))
    return known


def _one(example: "WorkedExample", name: str) -> float | None:
    spelt = spelt_in(example.names, example.inputs, name)
    ends = None if spelt is None else example.inputs[spelt]
    return None if ends is None or ends[0] != ends[1] else ends[0]
