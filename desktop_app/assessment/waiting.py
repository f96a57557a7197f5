"""A time that is not known exactly: low, most likely and high days, as a PERT distribution.

A PERT distribution is a beta distribution stretched over the interval, its mean a sixth, four sixths
and a sixth of the three numbers. Its curves are tabulated once and then read by interpolation.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from desktop_app.model.verdict import Interval

Numbers = NDArray[np.float64]

STEPS = 4000
"""Intervals of the table; the error of a probability stays below 1e-6."""


INSTANT = 1e-9


@dataclass(frozen=True, slots=True, eq=False)
class Waiting:
    """``longer``: probability of waiting longer than ``days``; ``excess``: expected days beyond.

    ``rarest``: a wait that only this share exceeds is the longest from which more is reckoned.
    """

    days: Numbers
    longer: Numbers
    excess: Numbers
    low_likely_high: Interval
    rarest: float

    def longer_than(self, days: Numbers, waited: Numbers | float = 0.0) -> Numbers:
        """Probability of so many more days; ``waited``: days already gone by without an end.

        1 below the low end, 0 above the high one.
        """
        since = self._since(waited)
        later = np.interp(since + np.maximum(days, 0.0), self.days, self.longer)
        probability: Numbers = later / np.interp(since, self.days, self.longer)
        return probability

    def beyond(self, days: Numbers, waited: Numbers | float = 0.0) -> Numbers:
        """Expected number of days beyond so many more days, never negative."""
        since = self._since(waited)
        at = since + np.maximum(days, 0.0)
        later = np.interp(at, self.days, self.excess) + np.maximum(self.days[0] - at, 0.0)
        expected: Numbers = later / np.interp(since, self.days, self.longer) - np.minimum(days, 0.0)
        return expected

    def quantile(self, share: float, waited: Numbers | float = 0.0) -> Numbers:
        """Days within which it ends with this probability, counted from today."""
        return self.quantiles(np.asarray(share), waited)

    def quantiles(self, shares: Numbers, waited: Numbers | float = 0.0) -> Numbers:
        """As :meth:`quantile` for many shares at once."""
        since = self._since(waited)
        left = (1 - shares) * np.interp(since, self.days, self.longer)
        found: Numbers = np.interp(left, self.longer[::-1], self.days[::-1]) - since
        return found

    def _since(self, waited: Numbers | float) -> Numbers:
        """Whoever waits longer than nearly everybody is treated as at that point."""
        last = np.interp(self.rarest, self.longer[::-1], self.days[::-1])
        since: Numbers = np.clip(np.asarray(waited, dtype=np.float64), 0.0, last)
        return since


def pert(low: float, likely: float, high: float, *, rarest: float = INSTANT) -> Waiting:
    """The distribution of a time of ``low`` to ``high`` days, most likely ``likely``.

    ``rarest``: as of :class:`Waiting`, above 0; only times of which some have gone by need it.
    Raises ValueError unless low <= likely <= high. Where low equals high the time is certain.
    """
    if not low <= likely <= high:
        raise ValueError(f"{low}, {likely}, {high} must rise")
    if low == high:
        return Waiting(
            np.array([low, low + INSTANT]), np.array([1.0, 0.0]), np.zeros(2),
            (low, likely, high), rarest,
        )  # fmt: skip
    span = high - low
    a, b = 1 + 4 * (likely - low) / span, 1 + 4 * (high - likely) / span
    edges = np.linspace(0.0, 1.0, STEPS + 1)
    middle = (edges[:-1] + edges[1:]) / 2
    density = np.empty(2 * STEPS + 1)
    density[0::2] = edges ** (a - 1) * (1 - edges) ** (b - 1)
    density[1::2] = middle ** (a - 1) * (1 - middle) ** (b - 1)
    return _integrated(low + span * edges, density, (low, likely, high), max(rarest, INSTANT))


def _integrated(days: Numbers, density: Numbers, ends: Interval, rarest: float) -> Waiting:
    """Simpson's rule from the high end down, once for the probability, once for the excess."""
    step = days[1] - days[0]
    mass = (density[0:-1:2] + 4 * density[1::2] + density[2::2]) * step / 6
    longer = np.concatenate([np.cumsum(mass[::-1])[::-1], [0.0]])
    longer /= longer[0]
    area = (longer[:-1] + longer[1:]) * step / 2
    excess = np.concatenate([np.cumsum(area[::-1])[::-1], [0.0]])
    return Waiting(days, longer, excess, ends, rarest)


@lru_cache(maxsize=64)  # every step of a run asks for the same few assumptions
def waiting(days: Interval, rarest: float = INSTANT) -> Waiting:
    """The PERT distribution of an assumption of three numbers."""
    return pert(*days, rarest=rarest)
