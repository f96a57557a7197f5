"""Figures that a row does not state but bounds: "at least 99.8 %", "up to 250 Wh/kg", "280 to 310"."""

from math import inf
from typing import NamedTuple, TypeAlias

from desktop_app.model.verdict import Ternary


class Bounds(NamedTuple):
    """From ``low`` to ``high``; ``above``: more than ``low``, ``below``: less than ``high``."""

    low: float = -inf
    high: float = inf
    above: bool = False
    below: bool = False

    def at_least(self, limit: float) -> Ternary:
        """Whether the figure is the limit or more."""
        if self.low >= limit:
            return Ternary.YES
        is_less = self.high < limit or (self.high == limit and self.below)
        return Ternary.NO if is_less else Ternary.UNKNOWN

    def more_than(self, limit: float) -> Ternary:
        """Whether the figure is more than the limit."""
        if self.low > limit or (self.low == limit and self.above):
            return Ternary.YES
        return Ternary.NO if self.high <= limit else Ternary.UNKNOWN


StatedValue: TypeAlias = float | Bounds
"""A figure as stated, or what is said of it."""


def bounds_of(stated: StatedValue) -> Bounds:
    """A stated figure as bounds that meet in it."""
    return stated if isinstance(stated, Bounds) else Bounds(stated, stated)
