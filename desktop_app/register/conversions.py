"""Sizes of units and weights of atoms, for checking conversions that others published."""

import re
from collections.abc import Mapping
from functools import cache

from desktop_app.paths import shipped
from desktop_app.register.strict import RegisterError, read_table

_TOKEN = re.compile(r"([A-Z][a-z]?)|(\()|(\))|(\d+)")


@cache
def unit_sizes() -> Mapping[str, tuple[str, float]]:
    """By name in small letters: kind (mass, time) and size in grams or in days."""
    path = shipped("resources", "register", "figures", "conversions.csv")
    found: dict[str, tuple[str, float]] = {}
    for line, row in read_table(path, ("unit", "size", "kind", "source")):
        if not row["source"] or row["unit"] in found:
            raise RegisterError(path, line, "a unit once, with its source")
        found[row["unit"]] = (row["kind"], float(row["size"]))
    return found


@cache
def atomic_weights() -> Mapping[str, float]:
    """By symbol, of the elements that ores, oxides and magnets are made of (IUPAC 2021)."""
    path = shipped("resources", "register", "figures", "atomic_weights.csv")
    return {
        row["symbol"]: float(row["weight"]) for _, row in read_table(path, ("symbol", "weight"))
    }


def atoms_of(formula: str) -> Mapping[str, int] | None:
    """Atoms of a formula such as Nd2O3 or Al2(SO4)3; None where it is none that can be read."""
    levels: list[dict[str, int]] = [{}]
    last: dict[str, int] = {}
    at = 0
    for token in _TOKEN.finditer(formula):
        if token.start() != at:
            return None
        at = token.end()
        symbol, opens, closes, times = token.groups()
        if symbol:
            last = {symbol: 1}
            _add(levels[-1], last)
        elif opens:
            levels.append({})
            last = {}
        elif closes:
            if len(levels) == 1:
                return None
            last = levels.pop()
            _add(levels[-1], last)
        elif last:
            _add(levels[-1], last, int(times) - 1)
            last = {}
        else:
            return None
    whole = at == len(formula) and len(levels) == 1 and levels[0]
    return levels[0] if whole and set(levels[0]) <= set(atomic_weights()) else None


def mass_share(formula: str, symbol: str | None = None) -> float | None:
    """Share of the mass that an element makes up, the first one by default; None if unreadable."""
    atoms = atoms_of(formula)
    if atoms is None or (symbol is not None and symbol not in atoms):
        return None
    weights = atomic_weights()
    wanted = symbol or next(iter(atoms))
    total = sum(weights[name] * count for name, count in atoms.items())
    return weights[wanted] * atoms[wanted] / total


def _add(into: dict[str, int], atoms: Mapping[str, int], times: int = 1) -> None:
    for symbol, count in atoms.items():
        into[symbol] = into.get(symbol, 0) + count * times
