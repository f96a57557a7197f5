"""Recomputes published worked examples with the equations the assessment itself uses.

Methods: the EU's supply risk and economic importance (doi:10.2873/876644, doi:10.2873/725585),
GeoPolRisk (doi:10.1016/j.resconrec.2024.107801), shares of the largest countries (IEA, geological
surveys), the plain index of Herfindahl and Hirschman, and governance as the EU study scales it;
indices of Yale and the USGS, stock against licence and lead time, money, units and currencies.
"""

import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from desktop_app.assessment import (
    worked_clock,
    worked_geopolrisk,
    worked_indices,
    worked_shares,
    worked_units,
)
from desktop_app.assessment.concentration import supply_risk, weighted_concentration
from desktop_app.assessment.worked_names import (
    CannotRecomputeError,
    method_of,
    spelt_in,
    tolerance_of,
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
PERCENTAGES = ("IR", "EoL_RIR")
RATES = (*PERCENTAGES, "SI_SR", "SI_EI")
NO_MORE_THAN = {"EoL_RIR": 1.0, "SI_SR": 1.0}
IMPORTANCE_SCALE = 10.0
"""The largest sector counts ten where a study scales value added so."""
SLACK = 1e-9
"""For sums of binary fractions that end exactly on an edge."""

_WORLD = re.compile(r"global|world|\bgs\b|_gs\b")
_OWN = re.compile(r"eu sourcing|\beus\b|_eus?\b")


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
        from_beside=method_of(example.framework) == "geopolrisk" and not example.rows,
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
    count = worked_shares.largest_of(framework)
    if count is not None:
        return _of_countries(example, lambda e: worked_shares.share_of_largest(e, count))
    ways: Mapping[str, Callable[[], Triple]] = {
        "eu sr": lambda: _eu(example),
        "eu ei": lambda: _importance(example),
        "geopolrisk": lambda: _exact(_geopolrisk(example, reference)),
        "hhi": lambda: _of_countries(example, worked_shares.plain_index),
        "country share": lambda: _of_countries(example, worked_shares.share_of_country),
        "import reliance": lambda: _reliance(example),
        "wgi": lambda: _of_countries(example, worked_shares.scaled_governance),
        "clock": lambda: worked_clock.clock(example),
        "money": lambda: worked_clock.money(example, reference.horizon_days),
        "unit": lambda: _exact(worked_units.unit_conversion(example, reference.units)),
        "oxide to metal": lambda: _exact(
            worked_units.oxide_conversion(example, reference.weights, to_metal=True)
        ),
        "metal to oxide": lambda: _exact(
            worked_units.oxide_conversion(example, reference.weights, to_metal=False)
        ),
        "currency": lambda: _exact(worked_units.currency_conversion(example)),
        "yale": lambda: _exact(worked_indices.yale(example)),
        "usgs": lambda: _exact(worked_indices.usgs_risk(example)),
        "substitution": lambda: _exact(worked_indices.substitution(example)),
        "recycling": lambda: _exact(worked_indices.recycling_rate(example)),
        "stage": lambda: _exact(worked_indices.leading_stage(example)),
    }
    method = method_of(framework)
    if method is not None:
        return ways[method]()
    raise CannotRecomputeError(msg("the method {name} is not known", name=example.framework))


def _allowed(example: "WorkedExample") -> float:
    """As the file states it; without a number, half of the last printed place."""
    stated = tolerance_of(example.tolerance, example.published)
    if stated is not None:
        return stated
    half: float = 0.5 * 10.0**-example.decimals
    return half


def _eu(example: "WorkedExample") -> Triple:
    """The formula at the published inputs, and at the ends of what was rounded or not stated.

    Country rows give the concentrations anew; otherwise the printed concentrations are taken. A
    result of one sourcing alone leaves the other out.
    """
    scope = _scope_of(example)
    if example.result.casefold().startswith("hhi"):
        found = _weighted(example.rows, "EU" if scope == "EU" else "GS")
        if found is None:
            raise CannotRecomputeError(msg("its country rows are missing"))
        return found
    world = None if scope == "EU" else _concentrated(example, "GS")
    own = None if scope == "GS" else _concentrated(example, "EU")
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


def _scope_of(example: "WorkedExample") -> str:
    """GS or EU where a figure rests on one sourcing alone, else empty."""
    said = f"{example.framework} {example.result}".casefold()
    has_world = bool(_WORLD.search(said))
    has_own = bool(_OWN.search(said))
    return "GS" if has_world and not has_own else "EU" if has_own and not has_world else ""


def _concentrated(example: "WorkedExample", scope: str) -> Triple | None:
    """From the rows where they are whole, else as printed."""
    found = _weighted(example.rows, scope)
    if found is not None and math.isfinite(found[1]):
        return found
    return _given(example, f"HHI_WGI_t_{scope}") or found


def _at(triple: Triple | None, end: int) -> float | None:
    return None if triple is None else triple[end]


def _given(example: "WorkedExample", name: str) -> Triple | None:
    """Of an input of which only a range is known the best value is its upper end: no substitute."""
    spelt = spelt_in(example.inputs, name)
    ends: Ends | None = None if spelt is None else example.inputs[spelt]
    if ends is None:
        return None
    low, high = _as_shares(name, ends)
    if low < high:
        return low, high, high
    half = PRINTED_STEP.get(name, 0.0) / 2 if _is_rounded(example) else 0.0
    return max(0.0, low - half), low, min(NO_MORE_THAN.get(name, 10.0), high + half)


def _as_shares(name: str, ends: "Ends") -> "Ends":
    """Rates are shares of 1; printed as a number above 1 they are percentages."""
    if name == "EoL_RIR" and ends == (1, 1):
        raise CannotRecomputeError(msg("a recycling rate of 1 can be all of it or one percent"))
    if name not in RATES or ends[1] <= 1:
        return ends
    if name not in PERCENTAGES or ends[1] > worked_shares.PER_HUNDRED:
        raise CannotRecomputeError(msg("{name} lies outside 0 to 1", name=name))
    return ends[0] / worked_shares.PER_HUNDRED, ends[1] / worked_shares.PER_HUNDRED


def _is_rounded(example: "WorkedExample") -> bool:
    """Whether all inputs come from printed tables; figures from country rows are exact."""
    return not example.rows and all(
        ends is None or ends[0] == ends[1] for ends in example.inputs.values()
    )


def _weighted(rows: Sequence["CountryRow"], scope: str) -> Triple | None:
    chosen = [row for row in worked_shares.countries(rows) if row.scope == scope]
    if not chosen:
        return None
    return _exact(
        weighted_concentration(
            worked_shares.as_shares([row.share for row in chosen]),
            worked_shares.as_risk([row.governance for row in chosen], 10.0),
            [1.0 if math.isnan(row.trade) else row.trade for row in chosen],
        )
    )


def _geopolrisk(example: "WorkedExample", reference: worked_geopolrisk.Reference) -> float:
    name = worked_geopolrisk.name_of(example.result)
    if name is None:
        raise CannotRecomputeError(msg("the figure {name} is not known", name=example.result))
    domestic = _given(example, "domestic_production_t")
    home = domestic[1] if domestic else 0.0
    if example.rows:
        return worked_geopolrisk.from_rows(example.rows, name, home, reference)
    found = worked_geopolrisk.from_beside(example.beside, name, home, reference.copper)
    if found is None:
        raise CannotRecomputeError(
            msg("neither its country rows nor the figures it follows from are at hand")
        )
    return found


def _of_countries(example: "WorkedExample", figure: Callable[["WorkedExample"], float]) -> Triple:
    try:
        return _exact(figure(example))
    except worked_shares.NoAmountsError:
        raise CannotRecomputeError(worked_shares.MISSING) from None


def _importance(example: "WorkedExample") -> Triple:
    """The EU's economic importance: shares of use times value added of the sectors, substitution.

    The sectors are rows of scope ``uses`` with their share, and their value added as quantity.
    """
    substitution = _given(example, "SI_EI")
    uses = [row for row in example.rows if row.scope.startswith("uses")]
    added = _given(example, "AQ")
    largest = _given(example, "largest_sector")
    if substitution is None or not (uses or added):
        raise CannotRecomputeError(msg("shares of use, value added or substitution are missing"))
    shares = worked_shares.as_shares([row.share for row in uses])
    amounts = [row.quantity for row in uses]
    total = (
        sum(s * q for s, q in zip(shares, amounts, strict=True))
        if uses
        else (added or _exact(0.0))[1]
    )
    scale = IMPORTANCE_SCALE / largest[1] if largest else 1.0
    low, best, high = (total * scale * factor for factor in substitution)
    return low, best, high


def _reliance(example: "WorkedExample") -> Triple:
    """Net imports over all that is used: IR = (imports - exports) / (production + net imports).

    The USGS adds what came out of stocks, and divides by apparent consumption.
    """
    imports, production = _given(example, "imports"), _given(example, "production")
    exports = _given(example, "exports") or _exact(0.0)
    consumption = _given(example, "consumption")
    if imports is None or (production is None) == (consumption is None):
        raise CannotRecomputeError(msg("imports or production are missing"))
    net = imports[1] - exports[1] + (_given(example, "stock_change") or _exact(0.0))[1]
    used = consumption[1] if consumption else net + (production or _exact(0.0))[1]
    if not used > 0:
        raise CannotRecomputeError(msg("nothing is used, so nothing can be relied on"))
    return _exact(net / used * (worked_shares.PER_HUNDRED if example.is_large else 1))


def _exact(value: float) -> Triple:
    return value, value, value
