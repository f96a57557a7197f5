"""Figures that come from the amounts of countries alone: shares of the largest, HHI, scaled WGI.

Geological surveys and the IEA print amounts with their total; what nobody names is spread over many
countries and adds nothing to the squares.

Where amounts or their total are missing, NoAmountsError is raised; CannotRecomputeError where what is
there does not serve.
"""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_app.assessment.concentration import concentration, largest_share
from desktop_app.assessment.worked_names import CannotRecomputeError
from desktop_app.model.findings import msg
from desktop_app.register.worked_words import plain

if TYPE_CHECKING:
    from desktop_app.register.worked_examples import CountryRow, WorkedExample
    from desktop_app.register.worked_words import WorkedNames

ESTIMATES = 6
"""Dimensions of the Worldwide Governance Indicators."""
PER_HUNDRED = 100.0
INDEX_SCALE = 10_000.0
"""Competition authorities square percentages."""
ROUNDING = 0.005
"""By how much shares that were rounded may miss their whole."""
MOST_OVER = 0.03
"""By how much rounded shares may exceed a hundred percent."""
ESTIMATE_END, GOVERNANCE_SCALE = 2.5, 10.0
"""The World Bank's estimates run from minus to plus this end; the EU studies scale them to ten."""
_COUNTS = ("effective", "equivalent", "inverse", "1/hhi")
"""How many suppliers of one size an index stands for."""
_PLAIN_INDEX = re.compile(
    r"^(?:hhi|herfindahl(?:[\s-]+hirschman)?(?:[\s-]+index)?)(?:\s*\([^a-z]*(?:scale)?\))?$"
)
_BESIDE = re.compile(r"^(?:hhi|herfindahl(?:[\s-]+hirschman)?(?:[\s-]+index)?)\s*(?:and|&|\+|/)\s")
"""A method that has the index and another measure beside it: *HHI and effective number of suppliers*."""
_UNIT_SCALE = re.compile(r"geopolrisk|0\s*(?:\.\.|-|–|to)\s*1(?!\d)")
_OVER_SUM = re.compile(r"/\s*\(?\s*sum", re.IGNORECASE)
"""A formula that divides by the sum of its countries says that they are the whole."""
_ONE = re.compile(r"\bof (?:the )?(?:largest|top|leading)(?! \d)", re.IGNORECASE)
_LARGEST_OF = re.compile(r"\b(?:top|cr|largest)[\s-]*(\d+)", re.IGNORECASE)
_TOP = re.compile(r"(?:top|largest|leading)\b.*\bshare", re.IGNORECASE)
_SHARE = re.compile(r"shares? of\b.*\blargest|concentration ratio", re.IGNORECASE)
_LARGEST = re.compile(r"^(?:top|cr?|largest)[\s-]*(\d+)", re.IGNORECASE)


def largest_of(example: "WorkedExample", framework: str) -> int | None:
    """How many countries a method adds up: *Top-3 share*, *CR3*; None where it is another one, as the
    share of the largest country outside China is.

    The name of a figure that says it itself counts before that of its method.
    """
    framework, result = (example.names.in_digits(it) for it in (framework.strip(), example.result))
    found, named = _LARGEST.match(framework), _LARGEST_OF.search(result)
    is_one = _ONE.search(result) is not None
    if is_one and example.names.is_of_a_part(result):
        return None
    if found is None:
        if is_one and _TOP.match(framework):
            return 1
        return int(named[1]) if named and _SHARE.match(framework) else None
    return int(named[1]) if named else 1 if is_one else int(found[1])


class NoAmountsError(Exception):
    """The example lacks amounts by country or their total."""


def share_of_largest(example: "WorkedExample", count: int) -> float:
    """Share of the ``count`` largest countries, in percent where the published figure is."""
    amounts, total = _amounts(example)
    found = largest_share(amounts.values(), total, count)
    return found * PER_HUNDRED if example.is_large else found


def share_of_country(example: "WorkedExample") -> float:
    """Share of the country that the published figure names, likewise."""
    amounts, total = _amounts(example)
    said = example.result.casefold()
    named = [amount for country, amount in amounts.items() if country.casefold() in said]
    if len(named) != 1:
        raise NoAmountsError
    found = named[0] / total
    return found * PER_HUNDRED if example.is_large else found


def plain_index(example: "WorkedExample") -> float:
    """The plain Herfindahl-Hirschman index, 0 to 1 or, where it is printed so, to 10,000.

    A method that is called after another index says which is meant where the figure does not; where
    the figure is called HHI and nothing more, either may have been printed.
    """
    framework, result = example.framework.casefold(), example.result.casefold()
    said = f"{framework} {result}"
    if _PLAIN_INDEX.match(result) and any(word in framework for word in (*_COUNTS, "normali")):
        if not _BESIDE.match(framework):
            raise CannotRecomputeError(msg("“{text}” can be read in two ways", text=example.result))
        said = result
    is_count = any(word in said for word in _COUNTS)
    stated = [e for n, e in example.inputs.items() if e and plain(n) in ("hhi", "herfindahl")]
    if is_count and len(stated) == 1 and 0 < stated[0][0] == stated[0][1]:
        return (INDEX_SCALE if stated[0][0] > 1 else 1.0) / stated[0][0]
    amounts, total = _amounts(example)
    named = sum(amounts.values())
    found = concentration(amounts.values()) * (named / total) ** 2
    if "normali" in said:
        if len(amounts) < 2 or named < total * (1 - ROUNDING):
            raise NoAmountsError
        return (found - 1 / len(amounts)) / (1 - 1 / len(amounts))
    if is_count:
        return 1 / found
    return found * INDEX_SCALE if example.is_large else found


def scaled_governance(example: "WorkedExample") -> float:
    """The mean of the six estimates of the WGI as the EU study scales it: 0 to 10, 10 the worst."""
    estimates = [ends[1] for ends in example.inputs.values() if ends is not None]
    if len(estimates) not in (1, ESTIMATES):
        raise NoAmountsError
    said = f"{example.framework} {example.result}".casefold()
    whole = 1.0 if _UNIT_SCALE.search(said) else GOVERNANCE_SCALE
    if any(abs(estimate) > ESTIMATE_END for estimate in estimates):
        raise NoAmountsError
    return (ESTIMATE_END - sum(estimates) / len(estimates)) / (2 * ESTIMATE_END) * whole


def country_risk(example: "WorkedExample") -> float:
    """Governance weighted by share, as the study scales it: the weighted country risk of DERA."""
    rows = countries(example.rows, example.names)
    shares = as_shares([row.share for row in rows])
    found = sum(share * row.governance for share, row in zip(shares, rows, strict=True))
    if not rows or math.isnan(found):
        raise NoAmountsError
    return found


def countries(rows: Sequence["CountryRow"], names: "WorkedNames") -> list["CountryRow"]:
    """One row a country, without the sum that tables end with: it would count twice.

    A country in two rows, of two deposits or two customs numbers, is one country: its shares add up
    before they are squared. Rows that differ in their score or trade term are left as they stand.
    """
    found: dict[tuple[str, str, str, str], CountryRow] = {}
    for row in rows:
        if names.is_total(row.country):
            continue
        key = (row.scope, plain(row.country), str(row.governance), str(row.trade))
        before = found.get(key)
        found[key] = row if before is None else _added(before, row)
    return list(found.values())


def _added(one: "CountryRow", other: "CountryRow") -> "CountryRow":
    return replace(
        one, share=_sum(one.share, other.share), quantity=_sum(one.quantity, other.quantity),
        value=_sum(one.value, other.value),
    )  # fmt: skip


def _sum(one: float, other: float) -> float:
    """What is not stated adds nothing to what is."""
    return other if math.isnan(one) else one if math.isnan(other) else one + other


def as_shares(shares: Sequence[float]) -> list[float]:
    """Shares of 1; shares that only make sense as percentages are turned into them."""
    known = [share for share in shares if not math.isnan(share)]
    if not known or max(known) <= 1:
        return list(shares)
    if sum(known) > PER_HUNDRED * (1 + MOST_OVER) or min(known) < 0:
        raise CannotRecomputeError(msg("the shares of the countries add up to more than a whole"))
    return [share / PER_HUNDRED for share in shares]


def as_risk(governance: Sequence[float], whole: float) -> list[float]:
    """Governance risk of 0 to ``whole``; estimates of -2.5 to 2.5, the best the highest, are scaled."""
    known = [risk for risk in governance if not math.isnan(risk)]
    if known and min(known) < 0:
        if max(abs(risk) for risk in known) > ESTIMATE_END:
            raise CannotRecomputeError(msg("the scale of governance is not clear"))
        return [(ESTIMATE_END - risk) / (2 * ESTIMATE_END) * whole for risk in governance]
    if known and max(known) > whole:
        raise CannotRecomputeError(msg("the scale of governance is not clear"))
    return list(governance)


def _amounts(example: "WorkedExample") -> tuple[Mapping[str, float], float]:
    """Amounts by country and their total, from the inputs or else from the rows."""
    for name, word in example.words.items():
        if any(sign.isdigit() for sign in word) and example.names.is_country(name):
            raise CannotRecomputeError(msg("“{text}” is no number", text=word))
    given = {name: ends[1] for name, ends in example.inputs.items() if ends is not None}
    if any(amount < 0 for name, amount in given.items() if example.names.is_country(name)):
        raise CannotRecomputeError(msg("an amount below zero is no share"))
    total, rest, amounts = 0.0, 0.0, dict[str, float]()
    has_rest = False
    for name, amount in given.items():
        if example.names.is_total(name):
            total = amount
        elif example.names.is_rest(name):
            rest, has_rest = rest + amount, True
        elif example.names.is_country(name):
            amounts[name] = amount
    if not amounts:
        total = next(
            (_amount(row) for row in example.rows if example.names.is_total(row.country)), total
        )
        rows = countries(example.rows, example.names)
        shares = {row.country: row.share for row in rows if row.share >= 0}
        stated = shares or {row.country: row.quantity for row in rows if row.quantity >= 0}
        others = [stated[name] for name in stated if example.names.is_rest(name)]
        rest, has_rest = rest + sum(others), has_rest or bool(others)
        amounts = {
            name: amount for name, amount in stated.items() if not example.names.is_rest(name)
        }
    total = total or _whole(sum(amounts.values()), rest)
    # A rest of zero says that there is nobody else.
    if not total and (has_rest or _OVER_SUM.search(example.formula)):
        total = sum(amounts.values())
    if not amounts or not total > 0:
        raise NoAmountsError
    return amounts, total


def _amount(row: "CountryRow") -> float:
    return row.share if row.share >= 0 else row.quantity


def _whole(named: float, rest: float) -> float:
    """The total of amounts whose rest is stated, or of shares that make a whole; 0 if neither."""
    if rest > 0:
        return named + rest
    for whole in (1.0, PER_HUNDRED):
        if abs(named - whole) <= ROUNDING * whole:
            return whole
    return 0.0


MISSING = msg("amounts by country and their total are missing")
