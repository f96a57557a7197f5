"""Formulas of compounds: their atoms, and the share of the mass that an element makes up."""

import re
from collections.abc import Mapping

_TOKEN = re.compile(r"([A-Z][a-z]?)|(\()|(\))|(\d+)")


def atoms_of(formula: str, weights: Mapping[str, float]) -> Mapping[str, int] | None:
    """Atoms of a formula such as Nd2O3 or Al2(SO4)3; None where it is none that can be read.

    ``weights``: of the atoms that are known.
    """
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
    return levels[0] if whole and set(levels[0]) <= set(weights) else None


def mass_share(
    formula: str, weights: Mapping[str, float], symbol: str | None = None
) -> float | None:
    """Share of the mass that an element makes up, the first one by default; None if unreadable."""
    atoms = atoms_of(formula, weights)
    if atoms is None or (symbol is not None and symbol not in atoms):
        return None
    wanted = symbol or next(iter(atoms))
    total = sum(weights[name] * count for name, count in atoms.items())
    return weights[wanted] * atoms[wanted] / total


def _add(into: dict[str, int], atoms: Mapping[str, int], times: int = 1) -> None:
    for symbol, count in atoms.items():
        into[symbol] = into.get(symbol, 0) + count * times
