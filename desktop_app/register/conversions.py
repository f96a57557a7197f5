"""Sizes of units, weights of atoms and of indices, for checking what others published.

Each raises RegisterError naming file and line.
"""

from collections.abc import Mapping
from fractions import Fraction
from functools import cache

from desktop_app.paths import shipped
from desktop_app.register.strict import RegisterError, read_table


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


@cache
def index_weights() -> Mapping[str, Mapping[str, float]]:
    """By method, the weight of each score that its index adds up."""
    path = shipped("resources", "register", "figures", "index_weights.csv")
    found: dict[str, dict[str, float]] = {}
    for line, row in read_table(path, ("method", "factor", "weight", "source")):
        factors = found.setdefault(row["method"], {})
        if not row["source"] or row["factor"] in factors:
            raise RegisterError(path, line, "a factor once, with its source")
        factors[row["factor"]] = float(Fraction(row["weight"]))
    return found
