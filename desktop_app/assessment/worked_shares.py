"""Figures that come from the amounts of countries alone: shares of the largest, HHI, scaled WGI.

Geological surveys and the IEA print amounts with their total; what nobody names is spread over many
countries and adds nothing to the squares.
"""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from desktop_app.assessment.concentration import concentration, largest_share
from desktop_app.model.findings import msg

if TYPE_CHECKING:
    from desktop_app.register.worked_examples import WorkedExample

ESTIMATES = 6
"""Dimensions of the Worldwide Governance Indicators."""
PER_HUNDRED = 100.0
INDEX_SCALE = 10_000.0
"""Competition authorities square percentages."""
ROUNDING = 0.005
"""By how much shares that were rounded may miss their whole."""
TOTAL = frozenset(("total", "world", "worldtotal", "totalproduction", "global"))
REST = frozenset((
    "restofworld", "restoftheworld", "row", "other", "others", "othercountries", "unspecified",
))  # fmt: skip
NO_COUNTRY = frozenset(("year", "unit", "hs", "stage", "importer", "symbol", "material"))

_LARGEST = re.compile(r"^(?:top|cr|largest)[\s-]*(\d+)", re.IGNORECASE)


def largest_of(framework: str) -> int | None:
    """How many countries a method adds up: *Top-3 share*, *CR3*; None where it is another one."""
    found = _LARGEST.match(framework.strip())
    return int(found[1]) if found else None


class NoAmountsError(Exception):
    """The example lacks amounts by country or their total."""


def share_of_largest(example: "WorkedExample", count: int) -> float:
    """Share of the ``count`` largest countries, in percent where the published figure is."""
    amounts, total = _amounts(example)
    found = largest_share(amounts.values(), total, count)
    return found * PER_HUNDRED if example.published > 1 else found


def share_of_country(example: "WorkedExample") -> float:
    """Share of the country that the published figure names, likewise."""
    amounts, total = _amounts(example)
    said = example.result.casefold()
    named = [amount for country, amount in amounts.items() if country.casefold() in said]
    if len(named) != 1:
        raise NoAmountsError
    found = named[0] / total
    return found * PER_HUNDRED if example.published > 1 else found


def plain_index(example: "WorkedExample") -> float:
    """The plain Herfindahl-Hirschman index, 0 to 1 or, where it is printed so, to 10,000."""
    amounts, total = _amounts(example)
    named = sum(amounts.values())
    found = concentration(amounts.values()) * (named / total) ** 2
    return found * INDEX_SCALE if example.published > 1 else found


def scaled_governance(example: "WorkedExample") -> float:
    """The mean of the six estimates of the WGI as the EU study scales it: 0 to 10, 10 the worst."""
    estimates = [ends[1] for ends in example.inputs.values() if ends is not None]
    if len(estimates) not in (1, ESTIMATES):
        raise NoAmountsError
    return (2.5 - sum(estimates) / len(estimates)) / 5 * 10


def _amounts(example: "WorkedExample") -> tuple[Mapping[str, float], float]:
    """Amounts by country and their total, from the inputs or else from the rows."""
    given = {name: ends[1] for name, ends in example.inputs.items() if ends is not None}
    total, rest, amounts = 0.0, 0.0, dict[str, float]()
    for name, amount in given.items():
        plain = re.sub(r"[\W_]+", "", name).casefold()
        if plain in TOTAL:
            total = amount
        elif plain in REST:
            rest += amount
        elif plain not in NO_COUNTRY:
            amounts[name] = amount
    if not amounts:
        shares = {row.country: row.share for row in example.rows if row.share >= 0}
        amounts = shares or {r.country: r.quantity for r in example.rows if r.quantity >= 0}
    total = total or _whole(sum(amounts.values()), rest)
    if not amounts or not total > 0:
        raise NoAmountsError
    return amounts, total


def _whole(named: float, rest: float) -> float:
    """The total of amounts whose rest is stated, or of shares that make a whole; 0 if neither."""
    if rest > 0:
        return named + rest
    for whole in (1.0, PER_HUNDRED):
        if abs(named - whole) <= ROUNDING * whole:
            return whole
    return 0.0


MISSING = msg("amounts by country and their total are missing")
