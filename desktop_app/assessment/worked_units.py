"""Conversions that studies rest on: units of mass and time, oxide to metal, currencies.

An amount, unit, rate or formula that is missing or not known raises CannotRecomputeError.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_app.assessment.formulas import mass_share
from desktop_app.assessment.worked_names import CannotRecomputeError
from desktop_app.model.findings import msg
from desktop_app.register.worked_figures import THOUSANDS, figure, shows_commas, shows_points

if TYPE_CHECKING:
    from desktop_app.register.worked_examples import WorkedExample

PER_HUNDRED = 100.0
_WITH_UNIT = re.compile(r"^([-+]?[\d.,' \u00a0\u202f]*\d)\s*([A-Za-z][A-Za-z .]*)$")
_RATE = re.compile(r"^\s*(\d+(?:\.\d+)?)\s*([A-Z]{3})\s*(?:per|/)\s*([A-Z]{3})\s*$")
_RATE_NAME = re.compile(r"^([A-Za-z]{3})[\s_]*(?:per|/)[\s_]*([A-Za-z]{3})$")


def unit_conversion(example: "WorkedExample", units: Mapping[str, tuple[str, float]]) -> float:
    """An amount in another unit; of a price per unit, the price per the other unit.

    ``units``: kind and size by name.
    """
    amount = _amount(example)
    one, other = (_unit(example.words.get(name, ""), units) for name in ("from", "to"))
    if amount is None or one is None or other is None or one[:2] != other[:2]:
        raise CannotRecomputeError(
            msg("amount, unit or the unit converted to is missing or not known")
        )
    prefix, _, size = one
    factor = other[2] / size if prefix else size / other[2]
    return amount * factor


def weighed(example: "WorkedExample", units: Mapping[str, tuple[str, float]]) -> "WorkedExample":
    """Amounts written with a unit of mass, all in the same one; as it is where one has none.

    Where each of them could be read in two ways, either reading gives the same shares.
    """
    texts = {n: found for n, text in example.words.items() if (found := _WITH_UNIT.match(text))}
    numbers = [found[1] for found in texts.values()]
    points = shows_points(numbers) or all(THOUSANDS.match(n) or n == "0" for n in numbers)
    commas = shows_commas(numbers)
    if any(name.casefold() != "year" for name in example.inputs):
        return example
    amounts = dict(example.inputs)
    for name, found in texts.items():
        unit = _unit(found[2], units)
        if unit is None or unit[1] != "mass":
            return example
        try:
            amount = figure(found[1], points=points, commas=commas) * unit[2]
        except ValueError:
            return example
        amounts[name] = (amount, amount)
    return replace(
        example, inputs=amounts, words={n: w for n, w in example.words.items() if n not in texts}
    )


_SUFFIX = re.compile(r"[\s_]+\(?(t|kt|mt|kg|tonnes|tons)\)?$", re.IGNORECASE)


def without_suffixes(example: "WorkedExample") -> "WorkedExample":
    """Amounts whose names end with their unit, *imports_t*, by their names alone; as it is where not all
    have the same one: what production is counted in, which names none, nobody said."""
    ends = {name: _SUFFIX.search(name) for name in example.inputs}
    units = {found and found[1].casefold() for n, found in ends.items() if example.inputs[n]}
    if len(units) != 1 or None in units:
        return example
    plain = {
        name if found is None else name[: found.start()]: example.inputs[name]
        for name, found in ends.items()
    }
    return replace(example, inputs=plain) if len(plain) == len(ends) else example


def _unit(text: str, known: Mapping[str, tuple[str, float]]) -> tuple[str, str, float] | None:
    """What stands before a slash (a currency), kind and size."""
    prefix, slash, name = text.rpartition("/")
    plain = " ".join(name.split())
    found = known.get(plain) or known.get(plain.casefold())
    return None if found is None else (prefix.strip().upper() if slash else "", *found)


def oxide_conversion(
    example: "WorkedExample", weights: Mapping[str, float], *, to_metal: bool
) -> float:
    """The metal in an amount of oxide, or the oxide for one of metal; without an amount the share."""
    named = [example.words.get(name, "") for name in ("oxide", "formula", "to", "from")]
    formula = next((text for text in named[:2] if text), "") or next(
        (text for text in named[2:] if "O" in text), ""
    )
    share = mass_share(formula, weights, example.words.get("metal"))
    if share is None:
        raise CannotRecomputeError(msg("the formula of the oxide is missing or not known"))
    amount = _amount(example)
    amount = _weight(example) if amount is None else amount
    if amount is not None:
        return amount * share if to_metal else amount / share
    return (
        share * PER_HUNDRED if to_metal and example.is_large else share if to_metal else 1 / share
    )


def _weight(example: "WorkedExample") -> float | None:
    """The one amount that is written with its unit: "1 t"."""
    told = [match[1] for text in example.words.values() if (match := _WITH_UNIT.match(text))]
    if len(told) != 1:
        return None
    try:
        return figure(told[0], points=shows_points(told), commas=shows_commas(told))
    except ValueError:
        return None


def currency_conversion(example: "WorkedExample") -> float:
    """An amount at a rate that says which currency it is per which."""
    amount = _amount(example)
    rate = _rate(example)
    one, other = (example.words.get(name, "").strip().upper() for name in ("from", "to"))
    if amount is None or rate is None or {one, other} != {rate[1], rate[2]}:
        raise CannotRecomputeError(
            msg("amount, currencies or a rate that says which is per which are missing")
        )
    value, units, _ = rate
    return amount / value if one == units else amount * value


def _rate(example: "WorkedExample") -> tuple[float, str, str] | None:
    """Value, the currency it counts, and the one it is per."""
    stated = _RATE.match(example.words.get("rate", ""))
    if stated is not None:
        return float(stated[1]), stated[2], stated[3]
    for name, ends in example.inputs.items():
        named = _RATE_NAME.match(name.strip())
        if named is not None and ends is not None and ends[0] == ends[1] > 0:
            return ends[0], named[1].upper(), named[2].upper()
    return None


def _amount(example: "WorkedExample") -> float | None:
    """The one number that is no rate; None where there is none or several."""
    found = [
        ends[0]
        for name, ends in example.inputs.items()
        if ends is not None and ends[0] == ends[1] and not _RATE_NAME.match(name.strip())
        and name.casefold() not in ("year", "rate")
    ]  # fmt: skip
    return found[0] if len(found) == 1 else None
