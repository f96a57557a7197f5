"""Recomputes published worked examples with the equations the assessment itself uses.

Methods: the EU's supply risk and economic importance (doi:10.2873/876644, doi:10.2873/725585),
GeoPolRisk (doi:10.1016/j.resconrec.2024.107801), shares of the largest countries (IEA, geological
surveys), the plain index of Herfindahl and Hirschman, and governance as the EU study scales it;
indices of Yale and the USGS, stock against licence and lead time, money, units and currencies.
"""

import math
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from desktop_app.assessment import (
    worked_clock,
    worked_geopolrisk,
    worked_indices,
    worked_shares,
    worked_supply,
    worked_units,
)
from desktop_app.assessment.worked_names import (
    CannotRecomputeError,
    method_by_inputs,
    method_of,
    tolerance_of,
)
from desktop_app.assessment.worked_supply import Triple, exact
from desktop_app.model.findings import Message, msg
from desktop_app.register.worked_words import plain

if TYPE_CHECKING:
    from desktop_app.register.worked_examples import WorkedExample

Outcome: TypeAlias = Literal["inside", "known_miss", "outside", "not_recomputed"]
IMPORTANCE = ("ei", "economicimportance")
"""How the result begins where a table of the EU gives both of its indices."""
_DAYS = re.compile(r"\bdays?\b", re.IGNORECASE)
SLACK = 1e-9
"""For sums of binary fractions that end exactly on an edge."""


@dataclass(frozen=True, slots=True)
class Checked:
    """One example recomputed. ``interval``: low and high where inputs were rounded or not stated.

    ``note``: what the file says of it; ``why``: why nothing could be recomputed. ``from_beside``: it
    follows from other published figures of its case, not from the countries behind it.
    """

    case: str
    result: str
    published: float
    computed: float | None
    interval: tuple[float, float] | None
    outcome: Outcome
    note: str = ""
    why: Message | None = None
    from_beside: bool = False


def check_method(
    examples: Iterable["WorkedExample"], reference: worked_geopolrisk.Reference
) -> tuple[Checked, ...]:
    """Every example in order."""
    return tuple(_check(example, reference) for example in examples)


def all_inside(checked: Iterable[Checked]) -> bool:
    """Whether nothing is outside but what the file itself marks as a known miss."""
    return all(entry.outcome in ("inside", "known_miss") for entry in checked)


def _check(example: "WorkedExample", reference: worked_geopolrisk.Reference) -> Checked:
    try:
        low, best, high = _computed(example, reference)
    except CannotRecomputeError as problem:
        return _without(example, problem.why)
    if not math.isfinite(low + best + high):
        return _without(example, msg("its country rows lack shares, governance or quantities"))
    allowed = _allowed(example) + SLACK
    inside = low - allowed <= example.published <= high + allowed
    outcome: Outcome = "inside" if inside else "known_miss" if example.known_miss else "outside"
    interval = None if low == high else (low, high)
    return Checked(
        example.case, example.result, example.published, best, interval, outcome, example.note,
        from_beside=method_of(example.names, example.framework, example.result) == "geopolrisk"
        and not worked_geopolrisk.rows_at_hand(example, reference)
        and not any(worked_geopolrisk.name_of(name, example.names) for name in example.inputs),
    )  # fmt: skip


def _without(example: "WorkedExample", why: Message) -> Checked:
    return Checked(
        example.case, example.result, example.published, None, None, "not_recomputed",
        example.note, why,
    )  # fmt: skip


def _computed(example: "WorkedExample", reference: worked_geopolrisk.Reference) -> Triple:
    if example.unreadable is not None:
        raise CannotRecomputeError(example.unreadable)
    framework = example.framework.casefold()
    method = method_of(example.names, framework, example.result)
    method = method or method_by_inputs(example.names, example.inputs)
    if method == "eu sr" and _is_plain_index(example):
        method = "hhi"
    if method == "money" and _DAYS.search(example.result):
        method = "clock"
    count = worked_shares.largest_of(example, framework)
    if count or method in ("hhi", "country share", "import reliance", "recycling"):
        example = worked_units.weighed(example, reference.units)
    if count is not None:
        return _of_countries(example, lambda e: worked_shares.share_of_largest(e, count))
    ways: Mapping[str, Callable[[], Triple]] = {
        "eu sr": lambda: worked_supply.risk(example, reference.unscored),
        "eu ei": lambda: worked_supply.importance(example),
        "geopolrisk": lambda: exact(_geopolrisk(example, reference)),
        "hhi": lambda: _of_countries(example, worked_shares.plain_index),
        "country share": lambda: _of_countries(example, worked_shares.share_of_country),
        "import reliance": lambda: worked_supply.reliance(example),
        "wgi": lambda: _of_countries(example, worked_shares.scaled_governance),
        "clock": lambda: worked_clock.clock(example),
        "money": lambda: worked_clock.money(example, reference.horizon_days),
        "unit": lambda: exact(worked_units.unit_conversion(example, reference.units)),
        "oxide to metal": lambda: exact(
            worked_units.oxide_conversion(example, reference.weights, to_metal=True)
        ),
        "metal to oxide": lambda: exact(
            worked_units.oxide_conversion(example, reference.weights, to_metal=False)
        ),
        "currency": lambda: exact(worked_units.currency_conversion(example)),
        "yale": lambda: exact(worked_indices.yale(example, reference.mixes)),
        "doe": lambda: exact(worked_indices.weighted_score(example, reference.mixes, "doe")),
        "bgs": lambda: exact(worked_indices.weighted_score(example, reference.mixes, "bgs")),
        "country risk": lambda: _of_countries(example, worked_shares.country_risk),
        "usgs": lambda: exact(worked_indices.usgs_risk(example)),
        "substitution": lambda: exact(worked_indices.substitution(example)),
        "recycling": lambda: exact(worked_indices.recycling_rate(example)),
        "stage": lambda: exact(worked_indices.leading_stage(example)),
        "essenz": lambda: exact(worked_indices.distance_to_target(example)),
        "without the largest": lambda: exact(worked_indices.without_the_largest(example)),
    }
    if method == "eu sr" and plain(example.result).startswith(IMPORTANCE):
        method = "eu ei"
    if method is not None:
        return ways[method]()
    raise CannotRecomputeError(msg("the method {name} is not known", name=example.framework))


def _is_plain_index(example: "WorkedExample") -> bool:
    """A study of supply risk prints the plain index too: without governance in its name or rows."""
    said = plain(example.result)
    scored = any(not math.isnan(row.governance) for row in example.rows)
    return said.startswith(("hhi", "herfindahl")) and "wgi" not in said and not scored


def _allowed(example: "WorkedExample") -> float:
    """As the file states it; without a number, half of the last printed place."""
    stated = tolerance_of(example.tolerance, example.published)
    if stated is not None:
        return stated
    half: float = 0.5 * 10.0**-example.decimals
    return half


def _geopolrisk(example: "WorkedExample", reference: worked_geopolrisk.Reference) -> float:
    name = worked_geopolrisk.name_of(example.result, example.names)
    if name is None and worked_geopolrisk.GOVERNANCE.search(example.result):
        return worked_shares.scaled_governance(example)
    if name is None:
        raise CannotRecomputeError(msg("the figure {name} is not known", name=example.result))
    domestic = worked_supply.given(example, "domestic_production_t")
    home = domestic[1] if domestic else 0.0
    rows = worked_geopolrisk.rows_at_hand(example, reference)
    counted = worked_geopolrisk.from_rows(rows, example.names, home, reference)
    if name in counted:
        return counted[name]
    stated = {said: ends[1] for said, ends in example.inputs.items() if ends is not None}
    known = {**example.beside, **counted, **stated}
    found = worked_geopolrisk.from_beside(known, name, example.names, home, reference.copper)
    if found is None:
        raise CannotRecomputeError(
            msg("neither its country rows nor the figures it follows from are at hand")
        )
    return found


def _of_countries(example: "WorkedExample", figure: Callable[["WorkedExample"], float]) -> Triple:
    try:
        return exact(figure(example))
    except worked_shares.NoAmountsError:
        raise CannotRecomputeError(worked_shares.MISSING) from None
