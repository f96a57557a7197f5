"""Bills whose rows name a parent, a component and how many: what lies below what over several rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

DEEPEST = 40
"""Levels of a bill; what lies deeper lies in itself. Own judgement."""
Ways = Mapping[str, float]
"""Of each product at the top, how many of a part go into one of it; NaN where the list does not say."""


class InItselfError(Exception):
    """A part is a component of itself; the argument names it."""


@dataclass
class Parents:
    """``parents`` and ``components`` by row, as texts to compare; ``amounts`` of a component in its parent."""

    parents: Sequence[str]
    components: Sequence[str]
    amounts: Sequence[float]
    _known: dict[str, dict[str, float]] = field(default_factory=dict)
    _rows: dict[str, list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for row, component in enumerate(self.components):
            if component and self.parents[row]:
                self._rows.setdefault(component, []).append(row)

    @property
    def has_levels(self) -> bool:
        """Whether any parent is itself a component of another."""
        return any(parent in self._rows for parent in self.parents)

    def ways(self, row: int) -> Ways:
        """How many of the component of a row are in each product by this row. Raises InItselfError."""
        amount = self.amounts[row]
        return {top: times * amount for top, times in self.of(self.parents[row]).items()}

    def of(self, part: str, depth: int = 0) -> Ways:
        """How many of a part are in each product at the top; one in itself where it is no component."""
        if part in self._known:
            return self._known[part]
        if part not in self._rows:
            return {part: 1.0}
        if depth > DEEPEST:
            raise InItselfError(part)
        found: dict[str, float] = {}
        for row in self._rows[part]:
            for top, times in self.of(self.parents[row], depth + 1).items():
                found[top] = found.get(top, 0.0) + times * self.amounts[row]
        self._known[part] = found
        return found
