"""What to do first, and what it all adds up to."""

from collections import Counter
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from desktop_app.assessment.kept import kept
from desktop_app.model.assessment import Totals
from desktop_app.model.licence import Licence
from desktop_app.model.match import Match
from desktop_app.model.parts import PartTable
from desktop_app.model.spread import Spread, spread_array
from desktop_app.model.verdict import Interval

ENDS = ("value_at_risk_low", "value_at_risk", "value_at_risk_high")
STOPPING, NEEDED, PART, LAW, SUSPENDED, SELDOM, RECOGNITION, NOT_NEEDED = range(8)
"""Groups of the ranking, most urgent first."""
BAND_ORDER = {"act": 0, "high": 1, "watch": 2, "low": 3}
WITHOUT_BAND = 4


def rank(
    matches: Spread[Match],
    licences: Spread[Licence],
    numbers: pd.DataFrame,
    per_unit: NDArray[np.float64] | None = None,
) -> NDArray[np.int64]:
    """Part ids, what to do first on top; equal ones stay in the order of the files.

    First needed parts whose stock ends before relief, the earliest first; then needed ones by risk;
    then questions about the part by consequence, of equal ones what runs out first; the law,
    suspended ones, parts not recognised, and what is not covered: there first parts whose makers
    hang on licences, then other rare earths.

    ``per_unit``: what makes the amounts of several currencies comparable
    (``currency.per_unit``); None where they are in one.
    """
    group = licences.array(_group, np.int8)
    cover, gap, risk = (_numbers(numbers, n) for n in ("cover_days", "gap_days", "licence_risk"))
    in_hand = licences.array(lambda kind: kind.covered_by is not None, np.bool_)
    group[(group == NEEDED) & (gap > 0) & ~in_hand] = STOPPING
    keys = np.flatnonzero(group < NOT_NEEDED)
    worth = _worth(numbers, per_unit)
    first = np.where(group == STOPPING, cover, 0.0)
    first[group == NEEDED] = -np.nan_to_num(risk[group == NEEDED], nan=0.0)
    by_band = np.flatnonzero(np.isin(group, (PART, LAW, SUSPENDED, SELDOM)))
    first[by_band] = _band_order(numbers["licence_band"].to_numpy()[by_band])
    by = [
        np.where(group[keys] == PART, cover[keys], 0.0),
        -np.nan_to_num(risk[keys], nan=0.0),
        -worth[keys],
        first[keys],
        group[keys],
    ]
    del worth, first, by_band  # of a million rows 8 MB each, and sorting takes as much again
    order = np.lexsort(by)
    rest = np.flatnonzero(group == NOT_NEEDED)
    exposed = licences.array(lambda k: k.upstream_exposed or k.listed_supplier, np.bool_)
    holds = matches.array(lambda k: k.verdict in ("yes", "likely"), np.bool_)
    rest = rest[np.argsort(2 * ~exposed[rest] + ~holds[rest], kind="stable")]
    return np.concatenate([keys[order], rest]).astype(np.int64)


def _group(licence: Licence) -> int:
    if licence.verdict == "needed":
        return NEEDED
    if licence.verdict == "suspended":
        return SUSPENDED
    if licence.verdict == "not_needed":
        return NOT_NEEDED
    if licence.waits_on == "recognition":
        return RECOGNITION
    if licence.waits_on == "law":
        return SELDOM if licence.seldom else LAW
    return PART


def _worth(numbers: pd.DataFrame, per_unit: NDArray[np.float64] | None) -> NDArray[np.float64]:
    """Value at risk, else spend; a part whose money is not known counts as a middling one."""
    value, spend = _numbers(numbers, "value_at_risk"), _numbers(numbers, "annual_spend")
    worth = np.where(np.isnan(value), spend, value)
    if per_unit is not None:
        worth *= per_unit
    known = worth[np.isfinite(worth)]
    return np.where(np.isfinite(worth), worth, np.median(known) if len(known) else 0.0)


def _band_order(bands: NDArray[np.object_]) -> NDArray[np.float64]:
    found = spread_array(bands)
    return found.array(lambda band: BAND_ORDER.get(band, WITHOUT_BAND), np.float64)


def total(parts: PartTable, licences: Spread[Licence], numbers: pd.DataFrame) -> Totals:
    """Counts of parts, money by currency, and the first part to run out.

    Sums are given for one currency only; with several, or with amounts whose currency nobody
    states, ``by_currency`` holds each ("" for the unstated) and the sums are None.
    """
    verdicts, waits, covered, guided = _tally(licences)
    money = _by_currency(parts, numbers)
    (only,) = money if len(money) == 1 else (None,)
    currency = only or None
    first = _first_run_out(licences, numbers)
    return Totals(
        parts=len(parts),
        needed=verdicts["needed"],
        needed_uncovered=verdicts["needed"] - covered,
        not_verified=verdicts["not_verified"],
        waits_part=waits["part"],
        waits_law=waits["law"],
        not_screened=waits["recognition"],
        suspended=verdicts["suspended"],
        not_needed=verdicts["not_needed"],
        guidance=guided,
        currency=currency,
        annual_spend=money[currency]["annual_spend"] if currency else None,
        value_at_risk=money[currency]["value_at_risk"] if currency else None,
        by_currency=money,
        first_run_out=None if first is None else _dates(numbers, first),
        first_run_out_part=first,
    )


def _tally(
    licences: Spread[Licence],
) -> tuple[Counter[str], Counter[str | None], int, int]:
    """Parts by verdict, by what they wait on, needed with a licence held or on the way, outside by
    guidance."""
    verdicts: Counter[str] = Counter()
    waits: Counter[str | None] = Counter()
    covered = guided = 0
    sizes = np.bincount(licences.of, minlength=len(licences.kinds)).tolist()
    for kind, size in zip(licences.kinds, sizes, strict=True):
        verdicts[kind.verdict] += size
        waits[kind.waits_on if kind.verdict == "not_verified" else None] += size
        covered += size * (kind.verdict == "needed" and _is_on_the_way(kind))
        guided += size * (kind.verdict == "not_needed" and kind.basis == "guidance")
    return verdicts, waits, covered, guided


def _is_on_the_way(kind: Licence) -> bool:
    """Whether a licence is held, was applied for, or is a general one of the exporter."""
    return kind.covered_by is not None or kind.applied_on is not None or kind.general_licence


def _by_currency(parts: PartTable, numbers: pd.DataFrame) -> dict[str, dict[str, Any]]:
    """Parts with any amount, their spend and value at risk, per currency in order of the files.

    ``basis`` says whether the value at risk is margin or spend.
    """
    spend, value = _numbers(numbers, "annual_spend"), _numbers(numbers, "value_at_risk")
    has_money = np.isfinite(spend) | np.isfinite(value)
    currencies = kept(_currencies, parts)
    held = np.bincount(currencies.of[has_money], minlength=len(currencies.kinds))
    found: dict[str, dict[str, Any]] = {}
    for code, currency in enumerate(currencies.kinds):
        if held[code]:
            rows = np.flatnonzero(has_money & (currencies.of == code))
            basis, at_risk = _value_of(parts, numbers, rows)
            found[currency or ""] = {
                "parts": int(held[code]),
                "annual_spend": _sum(spend[rows]),
                "value_at_risk": at_risk,
                "basis": basis,
            }
    return found


def _currencies(parts: PartTable) -> Spread[str | None]:
    return parts.text("currency")


def _value_of(
    parts: PartTable, numbers: pd.DataFrame, rows: NDArray[np.intp]
) -> tuple[str | None, Interval | None]:
    """Margin at risk where any part has one, else spend at risk; the two are never added.

    A product stops once: parts of one plant with the same margin a day are taken for parts of one
    product, which loses the most that one of them costs.
    """
    basis = spread_array(numbers["money_basis"].to_numpy()[rows])
    if "margin" not in basis.kinds:
        if "spend" not in basis.kinds:
            return None, None
        low, best, high = (float(np.nansum(_numbers(numbers, name)[rows])) for name in ENDS)
        return "spend", (low, best, high)
    values = np.stack([_numbers(numbers, name)[rows] for name in ENDS])
    by_margin = basis.array(lambda name: name == "margin", np.bool_)
    chosen = rows[by_margin]
    margin, plants = parts.number("margin_per_day")[chosen], parts.text("plant").of[chosen]
    _, product = np.unique(
        np.stack([margin, plants.astype(np.float64)]), axis=1, return_inverse=True
    )
    worst = np.zeros((3, int(product.max()) + 1))
    for end in range(3):
        np.maximum.at(worst[end], product.ravel(), values[end, by_margin])
    low, best, high = (float(v) for v in worst.sum(axis=1))
    return "margin", (low, best, high)


def _sum(values: NDArray[np.float64]) -> float | None:
    known = values[np.isfinite(values)]
    return float(known.sum()) if len(known) else None


def _first_run_out(licences: Spread[Licence], numbers: pd.DataFrame) -> int | None:
    """The first part to run out among those that need a licence and have none, else may need one; of
    several on one day the one that is longest without goods."""
    gap = np.nan_to_num(_numbers(numbers, "gap_days"), nan=-np.inf)
    run_out, cover = numbers["run_out"].to_numpy(dtype=object), _numbers(numbers, "cover_days")
    needed = licences.array(lambda k: k.verdict == "needed" and k.covered_by is None, np.bool_)
    asked = licences.array(lambda k: k.waits_on == "part", np.bool_)
    for chosen in (needed, asked):
        rows = np.flatnonzero(chosen)
        rows = rows[pd.notna(run_out[rows])]
        if len(rows):
            first = rows[cover[rows] == np.min(cover[rows])]
            return int(first[np.argmax(gap[first])])
    return None


def _dates(numbers: pd.DataFrame, part_id: int) -> tuple[date, date, date]:
    early, best, late = (
        numbers[name].to_numpy(dtype=object)[part_id]
        for name in ("run_out_early", "run_out", "run_out_late")
    )
    return early, best, late


def _numbers(numbers: pd.DataFrame, name: str) -> NDArray[np.float64]:
    return numbers[name].to_numpy(dtype=np.float64)
