"""Sizes of units and weights of atoms, for checking conversions that others published."""

from collections.abc import Mapping
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
