"""The figures of GeoPolRisk from country rows, or from other published figures of the same case.

doi:10.1016/j.resconrec.2024.107801: HHI = sum(P^2) / (sum P)^2; import risk = sum(g f) / (p + F);
score = HHI x import risk; midpoint = score x price; CF = midpoint / that of copper. The variant for
a company puts its own purchases in the place of the imports and has no production at home.
"""

import math
import re
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.assessment import worked_shares
from desktop_app.assessment.concentration import concentration, import_risk
from desktop_app.register.worked_words import plain

if TYPE_CHECKING:
    from desktop_app.register.worked_examples import CountryRow, WorkedExample
    from desktop_app.register.worked_words import WorkedNames

NAMES = (
    "HHI", "import numerator", "total trade", "import risk", "GeoPolRisk score", "price", "midpoint",
    "CF",
)  # fmt: skip
"""The figures of the method, as examples name them at the start."""
OTHER = ("midpoint", "CF", "import risk", "HHI", "GeoPolRisk score", "price", "import numerator")
"""The order in which other names are looked for: a factor per price is a factor."""
_GEOPOLITICAL = re.compile(r"^geopol(?:itical )?risk$")
GOVERNANCE = re.compile(r"^g(?:_?i)?$|governance|stability", re.IGNORECASE)
"""The term of the method for one country, which papers print alone."""
MADE, IMPORTED, OWN = "produc", "import", "purchase"
"""What the scopes of country rows say: production 2022, imports 2022, purchases."""


class Reference(NamedTuple):
    """Figures of the methods themselves: GeoPolRisk's midpoint of copper, to which its factors refer,
    and what a country without an estimate counts; how many days of standstill we count; kind and size
    of units, and weights of atoms; of other studies the weights of the scores they add up; the share
    of supply that countries without a governance score may hold together; countries by customs number,
    importer and year, for examples that come without theirs."""

    copper: float
    unknown_country: float
    horizon_days: float
    units: Mapping[str, tuple[str, float]]
    weights: Mapping[str, float]
    mixes: Mapping[str, Mapping[str, float]]
    unscored: float
    trade: Mapping[tuple[str, str, str], Sequence["CountryRow"]] = {}


class Way(NamedTuple):
    """A figure from others of its case."""

    needs: tuple[str, ...]
    figure: Callable[..., float]


def name_of(result: str, known: "WorkedNames") -> str | None:
    """Which figure a published result is; None where the method has none of that name."""
    said = result.casefold()
    named = next((name for name in NAMES if said.startswith(name.casefold())), None)
    if named is None and _GEOPOLITICAL.search(said):
        return "GeoPolRisk score"
    other = {name: known.figures.get(name, ()) for name in OTHER}
    return named or next(
        (name for name, theirs in other.items() if any(word in plain(said) for word in theirs)),
        None,
    )


def rows_at_hand(example: "WorkedExample", reference: Reference) -> Sequence["CountryRow"]:
    """Its own countries, else those we ship of the same customs number, importer and year."""
    if example.rows:
        return example.rows
    said = {name.casefold(): word.strip() for name, word in example.words.items()}
    for name, ends in example.inputs.items():
        if ends is not None:
            said.setdefault(name.casefold(), f"{ends[1]:.0f}")
    key = (said.get("hs", ""), said.get("importer", "").upper(), said.get("year", ""))
    return reference.trade.get(key, ())


def from_rows(
    rows: Sequence["CountryRow"], names: "WorkedNames", home: float, reference: Reference
) -> Mapping[str, float]:
    """The figures that the countries give. ``home``: production at home in tonnes."""
    rows = worked_shares.countries(rows, names)
    found: dict[str, float] = {}
    made = [_amount(row) for row in rows if MADE in row.scope.casefold()]
    if sum(made):
        found["HHI"] = concentration(made)
    own = [row for row in rows if OWN in row.scope.casefold()]
    if bought := own or [row for row in rows if IMPORTED in row.scope.casefold()]:
        total = sum(_amount(row) for row in bought)
        risks = worked_shares.as_risk([row.governance for row in bought], 1.0)
        weighted = sum(
            (reference.unknown_country if math.isnan(risk) else risk) * _amount(row)
            for risk, row in zip(risks, bought, strict=True)
        )
        found["import numerator"] = weighted
        found["total trade"] = total
        found["import risk"] = import_risk(weighted, total, 0.0 if own else home)
        if total:
            found["price"] = sum(row.value for row in bought) / total
    return {name: value for name, value in found.items() if not math.isnan(value)}


def from_beside(
    beside: Mapping[str, float], name: str, names: "WorkedNames", home: float, copper: float
) -> float | None:
    """One figure from the other published ones of its case; None where they do not give it.

    The same equations, each solved for the figure.
    """
    known = {
        found: value
        for result, value in beside.items()
        if (found := name_of(result, names)) is not None
    }
    for way in _ways(home, copper)[name]:
        if all(other in known for other in way.needs):
            try:
                return way.figure(*(known[other] for other in way.needs))
            except ZeroDivisionError:
                return math.nan
    return None


def _ways(home: float, copper: float) -> Mapping[str, tuple[Way, ...]]:
    """Ways to each figure, the one that rests on the fewest steps first."""
    return {
        "HHI": (Way(("GeoPolRisk score", "import risk"), lambda score, risk: score / risk),),
        "import numerator": (
            Way(("import risk", "total trade"), lambda risk, total: risk * (total + home)),
        ),
        "total trade": (
            Way(("import numerator", "import risk"), lambda part, risk: part / risk - home),
        ),
        "import risk": (
            Way(("import numerator", "total trade"), lambda part, t: import_risk(part, t, home)),
            Way(("GeoPolRisk score", "HHI"), lambda score, hhi: score / hhi),
        ),
        "GeoPolRisk score": (
            Way(("HHI", "import risk"), lambda hhi, risk: hhi * risk),
            Way(("midpoint", "price"), lambda midpoint, price: midpoint / price),
            Way(
                ("HHI", "import numerator", "total trade"),
                lambda hhi, part, total: hhi * import_risk(part, total, home),
            ),
        ),
        "price": (
            Way(("midpoint", "GeoPolRisk score"), lambda midpoint, score: midpoint / score),
            Way(("CF", "GeoPolRisk score"), lambda factor, score: factor * copper / score),
        ),
        "midpoint": (
            Way(("GeoPolRisk score", "price"), lambda score, price: score * price),
            Way(("HHI", "import risk", "price"), lambda hhi, risk, price: hhi * risk * price),
            Way(("CF",), lambda factor: factor * copper),
        ),
        "CF": (
            Way(("midpoint",), lambda midpoint: midpoint / copper),
            Way(("GeoPolRisk score", "price"), lambda score, price: score * price / copper),
            Way(
                ("HHI", "import risk", "price"),
                lambda hhi, risk, price: hhi * risk * price / copper,
            ),
        ),
    }


def _amount(row: "CountryRow") -> float:
    return row.share if math.isnan(row.quantity) else row.quantity
