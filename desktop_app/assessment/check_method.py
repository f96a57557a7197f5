"""Recomputes published worked examples with the equations the assessment itself uses.

Methods: the EU's supply risk (doi:10.2873/876644, doi:10.2873/725585), GeoPolRisk
(doi:10.1016/j.resconrec.2024.107801) and the share of the three largest countries (IEA).
"""

import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from desktop_app.assessment.concentration import (
    concentration,
    import_risk,
    largest_three,
    supply_risk,
    weighted_concentration,
)
from desktop_app.model.findings import Message, msg

if TYPE_CHECKING:
    from desktop_app.register.worked_examples import CountryRow, Ends, WorkedExample

Outcome: TypeAlias = Literal["inside", "known_miss", "outside", "not_recomputed"]
Triple = tuple[float, float, float]

PRINTED_STEP: Mapping[str, float] = {
    "HHI_WGI_t_GS": 0.1, "HHI_WGI_t_EU": 0.1, "EoL_RIR": 0.01, "SI_SR": 0.1,
}  # fmt: skip
"""The EU's tables print their inputs to this step, so the true ones lie half a step either side."""
NO_MORE_THAN = {"EoL_RIR": 1.0, "SI_SR": 1.0}
GEOPOLRISK = (
    "HHI", "import numerator", "total trade", "import risk", "GeoPolRisk score", "price", "midpoint",
    "CF",
)  # fmt: skip
"""The figures of the method, as examples name them at the start."""
SLACK = 1e-9
"""For sums of binary fractions that end exactly on an edge."""

_RELATIVE = re.compile(r"^\s*([\d.]+(?:e-?\d+)?)\s+relative")
_ABSOLUTE = re.compile(r"(?:^|\+/-)\s*([\d.]+(?:e-?\d+)?)(?=\s|$)")


class CannotRecomputeError(Exception):
    """The example does not say enough; carries the words for it."""

    def __init__(self, why: Message) -> None:
        super().__init__(why.template)
        self.why = why


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


def check_method(examples: Iterable["WorkedExample"], copper: float) -> tuple[Checked, ...]:
    """Every example in order. ``copper``: GeoPolRisk midpoint of copper, to which its factors refer."""
    return tuple(_check(example, copper) for example in examples)


def all_inside(checked: Iterable[Checked]) -> bool:
    """Whether nothing is outside but what the file itself marks as a known miss."""
    return all(entry.outcome in ("inside", "known_miss") for entry in checked)


def _check(example: "WorkedExample", copper: float) -> Checked:
    try:
        low, best, high = _computed(example, copper)
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
        from_beside=example.framework.casefold().startswith("geopolrisk") and not example.rows,
    )  # fmt: skip


def _without(example: "WorkedExample", why: Message) -> Checked:
    return Checked(
        example.case, example.result, example.published, None, None, "not_recomputed",
        example.note, why,
    )  # fmt: skip


def _computed(example: "WorkedExample", copper: float) -> Triple:
    if example.unreadable is not None:
        raise CannotRecomputeError(example.unreadable)
    framework = example.framework.casefold()
    if framework.startswith("eu sr"):
        return _eu(example)
    if framework.startswith("geopolrisk"):
        return _exact(_geopolrisk(example, copper))
    if framework.startswith("top-3"):
        return _exact(_top_three(example))
    raise CannotRecomputeError(msg("the method {name} is not known", name=example.framework))


def _allowed(example: "WorkedExample") -> float:
    """As the file states it; without a number, half of the last printed place."""
    if stated := _RELATIVE.search(example.tolerance):
        return float(stated[1]) * abs(example.published)
    if stated := _ABSOLUTE.search(example.tolerance):
        return float(stated[1])
    half: float = 0.5 * 10.0**-example.decimals
    return half


def _eu(example: "WorkedExample") -> Triple:
    """The formula at the published inputs, and at the ends of what was rounded or not stated.

    Country rows give the concentrations anew; otherwise the printed concentrations are taken.
    """
    world = _weighted(example.rows, "GS") or _given(example, "HHI_WGI_t_GS")
    own = _weighted(example.rows, "EU") or _given(example, "HHI_WGI_t_EU")
    recycling, substitution = _given(example, "EoL_RIR"), _given(example, "SI_SR")
    reliance = _given(example, "IR")
    if (world is None and own is None) or recycling is None or substitution is None:
        raise CannotRecomputeError(msg("concentration, recycling or substitution is missing"))
    import_reliance = reliance[1] if reliance else 1.0
    low, best, high = (
        supply_risk(
            _at(world, end), _at(own, end), recycling[2 - end], substitution[end], import_reliance
        )
        or 0.0
        for end in range(3)
    )
    return low, best, high


def _at(triple: Triple | None, end: int) -> float | None:
    return None if triple is None else triple[end]


def _given(example: "WorkedExample", name: str) -> Triple | None:
    """Of an input of which only a range is known the best value is its upper end: no substitute."""
    ends: Ends | None = example.inputs.get(name)
    if ends is None:
        return None
    low, high = ends
    if low < high:
        return low, high, high
    half = PRINTED_STEP.get(name, 0.0) / 2 if _is_rounded(example) else 0.0
    return max(0.0, low - half), low, min(NO_MORE_THAN.get(name, 10.0), high + half)


def _is_rounded(example: "WorkedExample") -> bool:
    """Whether all inputs come from printed tables; figures from country rows are exact."""
    return not example.rows and all(
        ends is None or ends[0] == ends[1] for ends in example.inputs.values()
    )


def _weighted(rows: Sequence["CountryRow"], scope: str) -> Triple | None:
    chosen = [row for row in rows if row.scope == scope]
    if not chosen:
        return None
    return _exact(
        weighted_concentration(
            [row.share for row in chosen],
            [row.governance for row in chosen],
            [1.0 if math.isnan(row.trade) else row.trade for row in chosen],
        )
    )


def _geopolrisk(example: "WorkedExample", copper: float) -> float:
    if not example.rows:
        return _from_beside(example, copper)
    made = [row.quantity for row in example.rows if row.scope.startswith("production")]
    bought = [row for row in example.rows if row.scope.startswith("imports")]
    domestic = _given(example, "domestic_production_t")
    weighted = sum(row.governance * row.quantity for row in bought)
    total = sum(row.quantity for row in bought)
    price = sum(row.value for row in bought) / total if total else 0.0
    risk = import_risk(weighted, total, domestic[1] if domestic else 0.0)
    score = concentration(made) * risk
    figures: Mapping[str, Callable[[], float]] = {
        "HHI": lambda: concentration(made),
        "import numerator": lambda: weighted,
        "total trade": lambda: total,
        "import risk": lambda: risk,
        "GeoPolRisk score": lambda: score,
        "price": lambda: price,
        "midpoint": lambda: score * price,
        "CF": lambda: score * price / copper,
    }
    for name, figure in figures.items():
        if example.result.startswith(name):
            return figure()
    raise CannotRecomputeError(msg("the figure {name} is not known", name=example.result))


def _from_beside(example: "WorkedExample", copper: float) -> float:
    """A figure from the other published ones of its case, where its countries are not at hand.

    The same equations, each solved for the figure; none is used to find what it is checked with.
    """
    known = {name: _starting(example.beside, name) for name in GEOPOLRISK}
    domestic = _given(example, "domestic_production_t")
    home = domestic[1] if domestic else 0.0
    ways: Mapping[str, tuple[Sequence[str], Callable[..., float]]] = {
        "HHI": (("GeoPolRisk score", "import risk"), lambda score, risk: score / risk),
        "import numerator": (("import risk", "total trade"), lambda r, total: r * (total + home)),
        "total trade": (("import numerator", "import risk"), lambda n, risk: n / risk - home),
        "import risk": (("import numerator", "total trade"), lambda n, t: import_risk(n, t, home)),
        "GeoPolRisk score": (("HHI", "import risk"), lambda hhi, risk: hhi * risk),
        "price": (("midpoint", "GeoPolRisk score"), lambda midpoint, score: midpoint / score),
        "midpoint": (("GeoPolRisk score", "price"), lambda score, price: score * price),
        "CF": (("midpoint",), lambda midpoint: midpoint / copper),
    }
    name = next((name for name in GEOPOLRISK if example.result.startswith(name)), None)
    if name is None:
        raise CannotRecomputeError(msg("the figure {name} is not known", name=example.result))
    needed, figure = ways[name]
    values = [known[other] for other in needed]
    if any(value is None for value in values):
        raise CannotRecomputeError(
            msg("neither its country rows nor the figures it follows from are at hand")
        )
    try:
        return figure(*values)
    except ZeroDivisionError:
        return math.nan


def _starting(beside: Mapping[str, float], name: str) -> float | None:
    return next((value for result, value in beside.items() if result.startswith(name)), None)


def _top_three(example: "WorkedExample") -> float:
    amounts = {name: ends[1] for name, ends in example.inputs.items() if ends is not None}
    total = amounts.pop("total", 0.0)
    if not amounts or total <= 0:
        raise CannotRecomputeError(msg("amounts by country and their total are missing"))
    return largest_three(amounts.values(), total)


def _exact(value: float) -> Triple:
    return value, value, value
