"""The EU's supply risk and economic importance, and what they are made from.

doi:10.2873/876644 (2017), doi:10.2873/769526 (guidelines), doi:10.2873/725585 (2023). The studies of
2010 and 2014 had one concentration and the same two discounts.

What the example does not say raises CannotRecomputeError in words for the user.
"""

import math
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from desktop_app.assessment import worked_shares, worked_units
from desktop_app.assessment.concentration import supply_risk, weighted_concentration
from desktop_app.assessment.worked_names import CannotRecomputeError, percent_free, spelt_in
from desktop_app.model.findings import msg
from desktop_app.register.worked_words import plain

if TYPE_CHECKING:
    from desktop_app.register.worked_examples import CountryRow, WorkedExample
    from desktop_app.register.worked_inputs import Ends

Triple = tuple[float, float, float]
"""Low, best and high."""

PRINTED_STEP: Mapping[str, float] = {
    "HHI_WGI_t_GS": 0.1, "HHI_WGI_t_EU": 0.1, "EoL_RIR": 0.01, "SI_SR": 0.1,
}  # fmt: skip
"""The EU's tables print their inputs to this step or a finer one, so the true ones lie half a step
either side."""
PERCENTAGES = ("IR", "EoL_RIR")
RATES = (*PERCENTAGES, "SI_SR", "SI_EI")
NO_MORE_THAN = {"EoL_RIR": 1.0, "SI_SR": 1.0}
IMPORTANCE_SCALE = 10.0
"""The largest sector counts ten where a study scales value added so."""
WORST_RISK = 10.0
OF_RISK = ("HHI_WGI_t_GS", "HHI_WGI_t_EU", "IR", "EoL_RIR", "SI_SR", "SI_EI")
_OF_FORMULA = re.compile(r"hhi|concentrat|sourcing|recycl|rir|substitut|reliance|dependen")
"""What names of inputs of the formula hold, however they are spelt."""
_FORMULA = re.compile(r"\bSR\s*=(.*?(?:GS|EU|HHI|WGI)[^;]*)")
"""A formula of the supply risk that is written out."""
_RECYCLING = re.compile(r"rir|recycl|rho|ρ", re.IGNORECASE)
_SUBSTITUTION = re.compile(r"\bsi\b|si_|si\(|substitut|sigma|σ", re.IGNORECASE)
_BETWEEN = re.compile(
    r"\bsi\b\W*(?:_?sr)?\D*?(0?\.\d+)\s*(?:\.\.|-|–|to|and)\s*(0?\.\d+|1(?:\.0+)?)(?!\d)",
    re.IGNORECASE,
)
_WORLD = re.compile(r"global|world|\bgs\b|_gs\b")
_OWN = re.compile(r"eu sourcing|\beus\b|_eus?\b|\(eu\)")
_SIDES = (
    (re.compile(r"^(?:gs|global|world)", re.IGNORECASE), "GS"),
    (re.compile(r"^eu", re.IGNORECASE), "EU"),
)
"""How the scopes of country rows begin; what follows names a stage."""
_SIDE_WORDS = re.compile(r"^(?:gs|global|world|eus?)\W*(?:supply|sourcing)?\W*", re.IGNORECASE)
_STEM = 5
"""Letters that *mining*, *mined* or *processing*, *processed* have in common."""


def risk(example: "WorkedExample", unscored: float) -> Triple:
    """The formula at the published inputs, and at the ends of what was rounded or not stated.

    Country rows give the concentrations anew; otherwise the printed concentrations are taken. A
    result of one sourcing alone leaves the other out. ``unscored``: the share of supply that countries
    without a governance score may hold together.
    """
    scope = _scope_of(example)
    if example.result.casefold().startswith("hhi"):
        found = _weighted(example, "EU" if scope == "EU" else "GS", unscored)
        if found is None:
            raise CannotRecomputeError(msg("its country rows are missing"))
        return found
    world = None if scope == "EU" else _concentrated(example, "GS", unscored)
    own = None if scope == "GS" else _concentrated(example, "EU", unscored)
    recycling = given(example, "EoL_RIR") or _left_out(example, _RECYCLING, 0.0)
    substitution = given(example, "SI_SR") or _stated_between(example)
    substitution = substitution or _left_out(example, _SUBSTITUTION, 1.0)
    reliance = given(example, "IR") or exact(1.0)
    reliance = max(0.0, reliance[0]), max(0.0, reliance[1]), max(0.0, reliance[2])  # an exporter
    _refuse_unread(example)
    if (world is None and own is None) or recycling is None or substitution is None:
        raise CannotRecomputeError(msg("concentration, recycling or substitution is missing"))
    ends = [
        supply_risk(_at(world, end), _at(own, end), recycling[2 - end], substitution[end], reliant)
        or 0.0
        for end in range(3)
        for reliant in (reliance if end != 1 else (reliance[1],))
    ]
    return min(ends[:3]), ends[3], max(ends[4:])


def _refuse_unread(example: "WorkedExample") -> None:
    """An input of the formula whose name nobody knows would be left out of it without a word."""
    read = {spelt_in(example.names, example.inputs, name) for name in OF_RISK}
    for name, ends in example.inputs.items():
        if ends is not None and name not in read and _OF_FORMULA.search(plain(name)):
            raise CannotRecomputeError(msg("the figure {name} is not known", name=name))


def _left_out(example: "WorkedExample", words: re.Pattern[str], neutral: float) -> Triple | None:
    """A factor that neither the inputs nor the stated formula hold changes nothing."""
    stated = _FORMULA.search(example.formula)
    return None if stated is None or words.search(stated[1]) else exact(neutral)


def _stated_between(example: "WorkedExample") -> Triple | None:
    """A substitution index that nobody printed, where the tolerance says between what it lies."""
    stated = _BETWEEN.search(example.tolerance)
    if stated is None:
        return None
    low, high = float(stated[1]), float(stated[2])
    return (low, high, high) if low < high <= 1 else None


def _scope_of(example: "WorkedExample") -> str:
    """GS or EU where a figure rests on one sourcing alone, else empty."""
    said = f"{example.framework} {example.result}".casefold()
    has_world = bool(_WORLD.search(said))
    has_own = bool(_OWN.search(said))
    return "GS" if has_world and not has_own else "EU" if has_own and not has_world else ""


def _concentrated(example: "WorkedExample", scope: str, unscored: float) -> Triple | None:
    """From the rows where they are whole, else as printed."""
    found = _weighted(example, scope, unscored)
    if found is not None and math.isfinite(found[1]):
        return found
    return given(example, f"HHI_WGI_t_{scope}") or found


def _at(triple: Triple | None, end: int) -> float | None:
    return None if triple is None else triple[end]


def given(example: "WorkedExample", name: str) -> Triple | None:
    """Of an input of which only a range is known the best value is its middle, of a substitution index
    its upper end: no substitute."""
    spelt = spelt_in(example.names, example.inputs, name)
    ends: Ends | None = None if spelt is None else example.inputs[spelt]
    if ends is None:
        return None
    low, high = _as_shares(name, ends, in_percent=percent_free(spelt or "") != spelt)
    if low < high:
        return low, high if name.startswith("SI") else (low + high) / 2, high
    half = _printed_step(name, low) / 2 if _is_rounded(example) else 0.0
    return max(0.0, low - half), low, min(NO_MORE_THAN.get(name, 10.0), high + half)


def _printed_step(name: str, value: float) -> float:
    """Of a figure printed to more places than the EU's tables, the step of its last place."""
    exponent = Decimal(repr(value)).as_tuple().exponent
    last: float = 10.0**exponent if isinstance(exponent, int) else 1.0
    return min(PRINTED_STEP.get(name, 0.0), last)


def _as_shares(name: str, ends: "Ends", *, in_percent: bool) -> "Ends":
    """Rates are shares of 1; named so or printed as a number above 1 they are percentages."""
    if in_percent and name in RATES:
        return ends[0] / worked_shares.PER_HUNDRED, ends[1] / worked_shares.PER_HUNDRED
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


def _weighted(example: "WorkedExample", scope: str, most: float) -> Triple | None:
    """Of countries without a score the two ends of the scale give the ends, if they are small."""
    chosen = _rows_of(example, scope)
    if not chosen:
        return None
    shares = worked_shares.as_shares([row.share for row in chosen])
    risks = worked_shares.as_risk([row.governance for row in chosen], WORST_RISK)
    unscored = sum(s for s, risk in zip(shares, risks, strict=True) if math.isnan(risk))
    if unscored > most or all(math.isnan(risk) for risk in risks):
        return exact(math.nan)
    trade = [1.0 if math.isnan(row.trade) else row.trade for row in chosen]
    low, best, high = (
        weighted_concentration(shares, [end if math.isnan(r) else r for r in risks], trade)
        for end in (0.0, WORST_RISK / 2, WORST_RISK)
    )
    return low, best, high


def _rows_of(example: "WorkedExample", scope: str) -> list["CountryRow"]:
    """The countries of one sourcing, of the stage that the example names where there are several.

    Others that nobody names are many small ones and add nothing to squares, unless they have a score.
    """
    known = worked_shares.countries(example.rows, example.names)
    # One table that names no sourcing is of the world.
    is_world = len({row.scope for row in known}) == 1 and not any(_side(r.scope) for r in known)
    rows = [row for row in known if ("GS" if is_world else _side(row.scope)) == scope]
    if len({_stage(row.scope) for row in rows}) > 1:
        wanted = plain(example.stage)[:_STEM]
        rows = [row for row in rows if wanted and _stage(row.scope)[:_STEM] == wanted]
    rest = example.names.is_rest
    return [r for r in rows if not (math.isnan(r.governance) and rest(r.country))]


def _side(scope: str) -> str:
    return next((side for words, side in _SIDES if words.match(scope.strip())), "")


def _stage(scope: str) -> str:
    return plain(_SIDE_WORDS.sub("", scope.strip()))


def importance(example: "WorkedExample") -> Triple:
    """The EU's economic importance: shares of use times value added of the sectors, substitution.

    The sectors are rows of scope ``uses`` with their share, and their value added as quantity.
    """
    substitution = given(example, "SI_EI")
    uses = [row for row in example.rows if row.scope.startswith("uses")]
    added = given(example, "AQ") or _sectors(example)
    largest = given(example, "largest_sector")
    if substitution is None or not (uses or added):
        raise CannotRecomputeError(msg("shares of use, value added or substitution are missing"))
    shares = worked_shares.as_shares([row.share for row in uses])
    amounts = [row.quantity for row in uses]
    total = (
        sum(s * q for s, q in zip(shares, amounts, strict=True))
        if uses
        else (added or exact(0.0))[1]
    )
    scale = IMPORTANCE_SCALE / largest[1] if largest else 1.0
    low, best, high = (total * scale * factor for factor in substitution)
    return low, best, high


def _sectors(example: "WorkedExample") -> Triple | None:
    """Shares of use and values added among the inputs, numbered alike: ``A_1`` and ``Q_1``,
    ``A_s_1`` and ``Q_s_1``, or ``share_1`` and ``value_added_1``."""
    said = {plain(name): ends[1] for name, ends in example.inputs.items() if ends is not None}
    shares, added = (
        {
            found[1]: value
            for name, value in said.items()
            if (found := re.fullmatch(rf"(?:{words})(\d+)", name))
        }
        for words in ("as?|shares?", "qs?|valueadded")
    )
    if not shares or set(shares) != set(added):
        return None
    return exact(sum(share * added[number] for number, share in shares.items()))


def reliance(example: "WorkedExample") -> Triple:
    """Net imports over all that is used: IR = (imports - exports) / (production + net imports).

    The USGS adds what came out of stocks, and divides by apparent consumption.
    """
    example = worked_units.without_suffixes(example)
    imports, production = given(example, "imports"), given(example, "production")
    imports = imports or given(example, "net_imports")
    exports = given(example, "exports") or exact(0.0)
    consumption = given(example, "consumption")
    if imports is None or (production is None) == (consumption is None):
        raise CannotRecomputeError(msg("imports or production are missing"))
    net = imports[1] - exports[1] + _from_stocks(example)
    used = consumption[1] if consumption else net + (production or exact(0.0))[1]
    if not used > 0:
        raise CannotRecomputeError(msg("nothing is used, so nothing can be relied on"))
    return exact(net / used * (worked_shares.PER_HUNDRED if example.is_large else 1))


BALANCE = ("imports", "net_imports", "exports", "production", "consumption", "stock_change", "stock_increase",
           "stock_either")  # fmt: skip


def _from_stocks(example: "WorkedExample") -> float:
    """What came out of stocks. An input that is none of the balance would be left out of the sum."""
    used = {spelt_in(example.names, example.inputs, name) for name in BALANCE}
    for name, ends in example.inputs.items():
        if ends is not None and name not in used and example.names.is_country(name):
            raise CannotRecomputeError(msg("the figure {name} is not known", name=name))
    either = given(example, "stock_either") or exact(0.0)
    if either[1]:
        name = spelt_in(example.names, example.inputs, "stock_either") or ""
        raise CannotRecomputeError(msg("“{text}” can be read in two ways", text=name))
    out, into = (given(example, name) or exact(0.0) for name in ("stock_change", "stock_increase"))
    return out[1] - into[1]


def exact(value: float) -> Triple:
    """A figure whose three ends are the same."""
    return value, value, value
