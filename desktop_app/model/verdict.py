"""Yes, no or unknown: the logic of facts that may be missing."""

from enum import IntEnum


class Ternary(IntEnum):
    """A fact that may be missing. Ordered NO < UNKNOWN < YES, so and = min, or = max."""

    NO = 0
    UNKNOWN = 1
    YES = 2

    def __and__(self, other: int) -> "Ternary":
        """No if either is no; yes only if both are."""
        return Ternary(min(int(self), int(other)))

    def __or__(self, other: int) -> "Ternary":
        """Yes if either is yes; no only if both are."""
        return Ternary(max(int(self), int(other)))

    def __invert__(self) -> "Ternary":
        """No becomes yes, yes becomes no, unknown stays."""
        return Ternary(2 - int(self))


def known(value: bool | None) -> Ternary:
    """``True`` is yes, ``False`` is no, ``None`` is unknown."""
    if value is None:
        return Ternary.UNKNOWN
    return Ternary.YES if value else Ternary.NO


Interval = tuple[float, float, float]
"""(low, best, high), low <= best <= high."""
